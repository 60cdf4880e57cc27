package oci

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

const (
	imageManifest = "application/vnd.oci.image.manifest.v1+json"
	imageIndex    = "application/vnd.oci.image.index.v1+json"
)

type manifest struct {
	mediaType string
	body      []byte
	content
}

// content is what a registry must know of a manifest or an index.
type content struct {
	MediaType    string            `json:"mediaType"`
	ArtifactType string            `json:"artifactType"`
	Config       *descriptor       `json:"config"`
	Layers       []descriptor      `json:"layers"`
	Manifests    []descriptor      `json:"manifests"`
	Subject      *descriptor       `json:"subject"`
	Annotations  map[string]string `json:"annotations"`
}

type descriptor struct {
	MediaType    string            `json:"mediaType"`
	Size         int64             `json:"size"`
	Digest       string            `json:"digest"`
	ArtifactType string            `json:"artifactType,omitempty"`
	Annotations  map[string]string `json:"annotations,omitempty"`
}

const maxManifest = 8 << 20

func (r *registry) manifest(q *http.Request, name, reference string) *answer {
	isDigest, isTag := digestForm.MatchString(reference), tagForm.MatchString(reference)
	if !isDigest && !isTag && !r.wrong.anyTag {
		return r.refuse(http.StatusBadRequest, "MANIFEST_INVALID", "a reference is a digest or a tag")
	}
	at := r.repository(name, q.Method == http.MethodPut)
	if q.Method == http.MethodPut {
		return r.push(q, name, reference, isDigest, at)
	}
	digest := reference
	if !isDigest {
		digest = at.tags[reference]
	}
	m, ok := at.manifests[digest]
	if !ok {
		return r.refuse(http.StatusNotFound, "MANIFEST_UNKNOWN", "the repository has no such manifest")
	}
	switch q.Method {
	case http.MethodGet, http.MethodHead:
		return reply(http.StatusOK).with(m.mediaType, m.body).digest(digest)
	case http.MethodDelete:
		return r.remove(at, reference, isDigest)
	}
	return r.unsupported()
}

func (r *registry) remove(at *repository, reference string, isDigest bool) *answer {
	if r.NoDelete || r.NoTagDelete && !isDigest {
		return r.unsupported()
	}
	switch {
	case !isDigest && !r.wrong.keepsTags:
		delete(at.tags, reference)
	case isDigest && !r.wrong.keepsManifests:
		for tag, digest := range at.tags {
			if digest != reference {
				continue
			}
			delete(at.tags, tag)
			if r.wrong.leavesTags {
				at.tags[tag], at.manifests[tag] = tag, at.manifests[digest] // as if it were a copy
			}
		}
		delete(at.manifests, reference)
	}
	return reply(http.StatusAccepted)
}

func (r *registry) push(q *http.Request, name, reference string, isDigest bool, at *repository) *answer {
	body, err := io.ReadAll(io.LimitReader(q.Body, maxManifest+1))
	if err != nil {
		return r.refuse(http.StatusBadRequest, "SIZE_INVALID", "the body broke off")
	}
	if len(body) > maxManifest {
		return r.refuse(http.StatusRequestEntityTooLarge, "SIZE_INVALID", "the manifest is too large")
	}
	m := manifest{body: body}
	if m.mediaType, _, err = mime.ParseMediaType(q.Header.Get("Content-Type")); err != nil || json.Unmarshal(body, &m.content) != nil {
		return r.refuse(http.StatusBadRequest, "MANIFEST_INVALID", "this is no manifest")
	}
	digest := digestOf(body, reference)
	if isDigest && digest != reference {
		if !r.wrong.anyManifestDigest {
			return r.refuse(http.StatusBadRequest, "DIGEST_INVALID", "this is not the digest of the manifest")
		}
		digest = reference
	}
	if missing := at.missing(&m.content); missing != "" && !r.AnyReference {
		return r.refuse(http.StatusBadRequest, "MANIFEST_BLOB_UNKNOWN", "the repository has no "+missing)
	}
	if m.Subject != nil && r.wrong.needsSubject {
		if _, ok := at.manifests[m.Subject.Digest]; !ok {
			return r.refuse(http.StatusBadRequest, "MANIFEST_BLOB_UNKNOWN", "the repository has no "+m.Subject.Digest)
		}
	}
	if m.Config != nil && len(m.Layers) == 0 && r.wrong.needsLayers {
		return r.refuse(http.StatusBadRequest, "MANIFEST_INVALID", "there are no layers")
	}
	if r.wrong.rewrites {
		var v any
		_ = json.Unmarshal(body, &v)
		m.body, _ = json.Marshal(v)
	}
	at.manifests[digest] = m
	if !isDigest {
		at.tags[reference] = digest
	}
	a := reply(http.StatusCreated, "Location", r.location(q, "/v2/"+name+"/manifests/"+reference)).digest(digest)
	if m.Subject != nil && !r.NoReferrers {
		a.header.Set("OCI-Subject", m.Subject.Digest)
	}
	return a
}

// missing is a digest that a manifest names and that is not here.
func (at *repository) missing(c *content) string {
	blobs := c.Layers
	if c.Config != nil {
		blobs = append([]descriptor{*c.Config}, blobs...)
	}
	for _, d := range blobs {
		if _, ok := at.blobs[d.Digest]; !ok {
			return d.Digest
		}
	}
	for _, d := range c.Manifests {
		if _, ok := at.manifests[d.Digest]; !ok {
			return d.Digest
		}
	}
	return ""
}

func (r *registry) tags(q *http.Request, name, _ string) *answer {
	at, ok := r.repositories[name]
	if !ok {
		return r.refuse(http.StatusNotFound, "NAME_UNKNOWN", "there is no such repository")
	}
	order := func(a, b string) int {
		if !r.ASCII {
			if c := strings.Compare(strings.ToLower(a), strings.ToLower(b)); c != 0 {
				return c
			}
		}
		return strings.Compare(a, b)
	}
	all := []string{}
	for tag := range at.tags {
		all = append(all, tag)
	}
	slices.SortFunc(all, order)
	query := q.URL.Query()
	if last := query.Get("last"); last != "" {
		if i, err := strconv.Atoi(last); err == nil && r.wrong.lastIsPosition {
			last = append(all, "")[min(max(i-1, 0), len(all))]
		}
		all = slices.DeleteFunc(all, func(tag string) bool { return order(tag, last) <= 0 })
	}
	n, limited := len(all), query.Has("n")
	if limited {
		asked, err := strconv.Atoi(query.Get("n"))
		if err != nil || asked < 0 {
			return r.refuse(http.StatusBadRequest, "UNSUPPORTED", "n is a number")
		}
		n = min(n, asked)
	}
	if r.Page > 0 {
		n = min(n, r.Page)
	}
	a := reply(http.StatusOK)
	if r.wrong.tagsFromEnd {
		all = all[len(all)-n:]
	}
	if 0 < n && n < len(all) {
		next := url.Values{"last": {all[n-1]}}
		if limited {
			next.Set("n", query.Get("n"))
		}
		a.link(r.location(q, q.URL.Path) + "?" + next.Encode())
	}
	return a.json(map[string]any{"name": name, "tags": all[:n]})
}

func (a *answer) link(to string) { a.header.Set("Link", "<"+to+`>; rel="next"`) }

func (r *registry) referrers(q *http.Request, name, subject string) *answer {
	if q.Method != http.MethodGet {
		return r.unsupported()
	}
	if !digestForm.MatchString(subject) {
		return r.refuse(http.StatusBadRequest, "DIGEST_INVALID", "this is no digest")
	}
	list := []descriptor{}
	at := r.repository(name, false)
	for digest, m := range at.manifests {
		if m.Subject == nil || m.Subject.Digest != subject && !r.wrong.anySubject {
			continue
		}
		d := descriptor{m.mediaType, int64(len(m.body)), digest, m.ArtifactType, m.Annotations}
		if d.ArtifactType == "" && m.mediaType != imageIndex && m.Config != nil {
			d.ArtifactType = m.Config.MediaType
		}
		list = append(list, d)
	}
	a := reply(http.StatusOK)
	query := q.URL.Query()
	if wanted := query.Get("artifactType"); wanted != "" && !r.NoFilter {
		list = slices.DeleteFunc(list, func(d descriptor) bool { return d.ArtifactType != wanted })
		a.header.Set("OCI-Filters-Applied", "artifactType")
	}
	slices.SortFunc(list, func(a, b descriptor) int { return strings.Compare(a.Digest, b.Digest) })
	if r.Page > 0 {
		from, _ := strconv.Atoi(query.Get("from"))
		from = min(max(from, 0), len(list))
		list = list[from:]
		if len(list) > r.Page {
			list = list[:r.Page]
			query.Set("from", fmt.Sprint(from+r.Page))
			a.link(r.location(q, q.URL.Path) + "?" + query.Encode())
		}
	}
	a.json(map[string]any{"schemaVersion": 2, "mediaType": imageIndex, "manifests": list})
	a.header.Set("Content-Type", imageIndex)
	return a
}
