package oci

import (
	"encoding/json"
	"net/http"
	"strings"
)

// faults are what is wrong with a registry.
type faults struct {
	before func(q *http.Request)
	after  func(q *http.Request, a *answer)

	anyName, anyTag                        bool // grammar is not looked at
	anyDigest, anyManifestDigest           bool // digests are not compared
	anyRange, overlaps, gaps, anySession   bool // chunks that should be refused are not
	exclusive, downloadRange               bool // chunks that should not be refused are
	lastChunkOnly, early                   bool // chunks are lost; a blob is there before its upload has ended
	oneSession, mountsNothing, sharedBlobs bool
	rewrites, needsSubject, anySubject     bool // of manifests
	keepsTags, keepsManifests, keepsBlobs  bool // deletion does nothing
	leavesTags, needsLayers                bool
	tagsFromEnd, lastIsPosition            bool
}

// about says which requests a fault is about: a method, or several, and a part of the path.
func about(q *http.Request, methods, path string) bool {
	for m := range strings.FieldsSeq(methods) {
		if m == q.Method {
			return strings.Contains(q.URL.Path, path)
		}
	}
	return false
}

// on spoils the answers to some requests that have a status.
func on(methods, path string, status int, spoil func(q *http.Request, a *answer)) faults {
	return faults{after: func(q *http.Request, a *answer) {
		if a.status == status && about(q, methods, path) {
			spoil(q, a)
		}
	}}
}

func becomes(status int) func(*http.Request, *answer) {
	return func(_ *http.Request, a *answer) { a.status = status }
}

func without(header string) func(*http.Request, *answer) {
	return func(_ *http.Request, a *answer) { a.header.Del(header) }
}

func having(header, value string) func(*http.Request, *answer) {
	return func(_ *http.Request, a *answer) { a.header.Set(header, value) }
}

// edit changes the JSON of an answer.
func edit(change func(v map[string]any)) func(*http.Request, *answer) {
	return func(_ *http.Request, a *answer) {
		v := map[string]any{}
		if json.Unmarshal(a.body, &v) != nil {
			return
		}
		change(v)
		mediaType := a.header.Get("Content-Type")
		a.json(v)
		a.header.Set("Content-Type", mediaType)
	}
}

// inErrors changes the errors of refusals.
func inErrors(change func(e map[string]any)) faults {
	return faults{after: func(_ *http.Request, a *answer) {
		if a.status < 400 {
			return
		}
		edit(func(v map[string]any) {
			list, _ := v["errors"].([]any)
			for _, e := range list {
				change(e.(map[string]any))
			}
		})(nil, a)
	}}
}

// inTags changes the list of tags.
func inTags(change func(q *http.Request, tags []any) any) faults {
	return on("GET", "/tags/list", http.StatusOK, func(q *http.Request, a *answer) {
		edit(func(v map[string]any) {
			tags, _ := v["tags"].([]any)
			v["tags"] = change(q, tags)
		})(q, a)
	})
}

// inDescriptors changes each descriptor among the referrers.
func inDescriptors(change func(d map[string]any)) faults {
	return on("GET", "/referrers/", http.StatusOK, edit(func(v map[string]any) {
		list, _ := v["manifests"].([]any)
		for _, d := range list {
			change(d.(map[string]any))
		}
	}))
}

// askedForTags changes what is asked of a list of tags before it is looked at.
func askedForTags(change func(q *http.Request)) faults {
	return faults{before: func(q *http.Request) {
		if strings.Contains(q.URL.Path, "/tags/list") {
			change(q)
		}
	}}
}

func dropping(parameter string) func(q *http.Request) {
	return func(q *http.Request) {
		values := q.URL.Query()
		values.Del(parameter)
		q.URL.RawQuery = values.Encode()
	}
}
