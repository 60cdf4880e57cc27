package oci

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"

	"touchstone/runner/iut"
	"touchstone/runner/iut/inside"
	"touchstone/runner/prove/seeded"
)

// Open makes the registry that is right, as an implementation.
func Open() (iut.Exchanger, error) {
	return inside.Serve(iut.Ours("Touchstone registry in memory"), New(Options{}))
}

// Subjects are the registries to run the suite against.
func Subjects() []seeded.Subject {
	var all []seeded.Subject
	add := func(o Options, w faults, s seeded.Subject) {
		s.Open = func() (iut.Exchanger, error) {
			im := reports.Implementation{Name: "registry in memory", Version: s.ID, Vendor: "Touchstone"}
			return inside.Serve(im, &registry{Options: o, wrong: w, repositories: map[string]*repository{}})
		}
		all = append(all, s)
	}
	for _, l := range legal() {
		add(l.options, faults{after: l.after}, seeded.Subject{ID: l.id, What: l.what, Without: strings.Fields(l.without), Legal: true})
	}
	for _, w := range slices.Concat(wrongPull(), wrongPush(), wrongChunks(), wrongDiscovery(), wrongReferrers(), wrongManagement()) {
		add(w.options, w.faults, seeded.Subject{ID: w.id, What: w.what, Extension: w.extension, Rules: strings.Fields(w.rules)})
	}
	return all
}

type unusual struct {
	id, what, without string
	options           Options
	after             func(q *http.Request, a *answer)
}

func legal() []unusual {
	return []unusual{
		{id: "right", what: "offers everything"},
		{id: "absolute-locations", what: "gives Locations with scheme and host", options: Options{Absolute: true}},
		{id: "blobs-elsewhere", what: "redirects whoever pulls a blob", options: Options{Redirects: true}},
		{id: "refusals-in-text", what: "says in plain text why it refuses", options: Options{Plain: true}},
		{id: "tags-by-bytes", what: "has capitals before small letters in lists of tags", options: Options{ASCII: true}},
		{id: "any-reference", what: "accepts manifests that name what is not there", options: Options{AnyReference: true}},
		{id: "minimum-chunk", what: "wants chunks of at least 1000 bytes, and says so", options: Options{MinChunk: 1000}},
		{id: "small-pages", what: "lists two tags or referrers at a time, with Links", options: Options{Page: 2}},
		{id: "ends-unread", what: "does not compare the end of a chunk's range with its length", options: Options{AnyLength: true}},
		{id: "no-single-post", what: "answers a single POST with 202", options: Options{NoSinglePost: true}},
		{id: "no-mount", what: "mounts nothing", options: Options{NoMount: true}},
		{id: "no-referrers", what: "has no referrers API: fallback tags only", without: "Referrers", options: Options{NoReferrers: true}},
		{id: "no-deletion", what: "deletes nothing", options: Options{NoDelete: true}},
		{id: "no-deletion-of-tags", what: "deletes manifests, not tags", options: Options{NoTagDelete: true}},
		{id: "sessions-by-number", what: "numbers its uploads", options: Options{Numbers: true}},
		{id: "warnings", what: "warns, as the specification has it", after: func(_ *http.Request, a *answer) {
			a.header["Warning"] = []string{`299 - "one"`, `299 - "another, with \"quotes\""`}
		}},
		{id: "own-codes", what: "has a code of its own for a chunk out of order", after: func(q *http.Request, a *answer) {
			if a.status == http.StatusRequestedRangeNotSatisfiable {
				inErrors(func(e map[string]any) { e["code"] = "RANGE_INVALID" }).after(q, a)
			}
		}},
		{id: "lower-case-detail", what: "gives errors a detail and no message", after: inErrors(func(e map[string]any) {
			delete(e, "message")
			e["detail"] = map[string]any{"why": []int{1}}
		}).after},
	}
}

type wrong struct {
	id, what, extension, rules string
	options                    Options
	faults                     faults
}

func wrongPull() []wrong {
	const manifests, blobs = "/manifests/", "/blobs/"
	return []wrong{
		{id: "no-base", what: "knows no /v2/", extension: "Pull", rules: "api-base", faults: faults{after: func(q *http.Request, a *answer) {
			if q.URL.Path == "/v2/" {
				a.status = http.StatusNotFound
			}
		}}},
		{id: "manifest-202", what: "answers 202 to who pulls a manifest", extension: "Pull", rules: "manifest-get", faults: on("GET", manifests, 200, becomes(202))},
		{id: "manifest-with-newline", what: "ends every manifest with a line feed", extension: "Pull", rules: "manifest-get manifest-bytes", faults: on("GET", manifests, 200, func(_ *http.Request, a *answer) {
			a.with(a.header.Get("Content-Type"), append(slices.Clone(a.body), '\n'))
		})},
		{id: "manifest-without-digest", what: "says no digest of manifests", extension: "Pull", rules: "manifest-get-digest", faults: on("GET", manifests, 200, without("Docker-Content-Digest"))},
		{id: "manifest-as-json", what: "calls every manifest application/json", extension: "Pull", rules: "manifest-type-as-pushed", faults: on("GET", manifests, 200, having("Content-Type", "application/json"))},
		{id: "manifest-with-charset", what: "adds a charset to the type of manifests", extension: "Pull", rules: "manifest-type-bare", faults: on("GET", manifests, 200, func(_ *http.Request, a *answer) {
			a.header.Set("Content-Type", a.header.Get("Content-Type")+"; charset=utf-8")
		})},
		{id: "manifest-missing-400", what: "answers 400 to who pulls a manifest that is not there", extension: "Pull", rules: "manifest-404 repository-404", faults: on("GET", manifests, 404, becomes(400))},
		{id: "blob-206", what: "answers 206 to who pulls all of a blob", extension: "Pull", rules: "blob-get", faults: on("GET", blobs+"sha", 200, becomes(206))},
		{id: "blob-cut", what: "loses the last byte of blobs", extension: "Pull", rules: "blob-get blob-digest-true", faults: on("GET", blobs+"sha", 200, func(_ *http.Request, a *answer) {
			a.with(a.header.Get("Content-Type"), a.body[:max(0, len(a.body)-1)])
		})},
		{id: "blob-of-another-digest", what: "says of every blob that it is the empty one", extension: "Pull", rules: "blob-digest-true head-digest", faults: on("GET HEAD", blobs+"sha", 200, having("Docker-Content-Digest", digestOf(nil, "")))},
		{id: "blob-without-digest", what: "says no digest of blobs", extension: "Pull", rules: "blob-get-digest head-digest", faults: on("GET HEAD", blobs+"sha", 200, without("Docker-Content-Digest"))},
		{id: "blob-missing-204", what: "answers 204 to who pulls a blob that is not there", extension: "Pull", rules: "blob-404 repository-404", faults: on("GET", blobs+"sha", 404, becomes(204))},
		{id: "blobs-of-all", what: "gives every repository's blobs from every repository", extension: "Pull", rules: "blob-404 head-404", faults: faults{sharedBlobs: true}},
		{id: "range-ignored", what: "passes over Range", extension: "Pull", rules: "blob-range", options: Options{NoRange: true}},
		{id: "range-short", what: "takes the end of a Range for the byte after it", extension: "Pull", rules: "blob-range", faults: on("GET", blobs+"sha", 206, func(_ *http.Request, a *answer) {
			a.with(a.header.Get("Content-Type"), a.body[:max(0, len(a.body)-1)])
		})},
		{id: "range-200", what: "answers 200 with a part", extension: "Pull", rules: "blob-range", faults: on("GET", blobs+"sha", 206, becomes(200))},
		{id: "range-beyond-200", what: "answers 200 where the Range is behind the blob", extension: "Pull", rules: "blob-range", faults: on("GET", blobs+"sha", 416, becomes(200))},
		{id: "head-405", what: "knows no HEAD", extension: "Pull", rules: "head-200", faults: on("HEAD", "/", 200, becomes(405))},
		{id: "head-missing-200", what: "answers 200 to a HEAD of what is not there", extension: "Pull", rules: "head-404", faults: on("HEAD", "/", 404, becomes(200))},
		{id: "head-without-length", what: "says no length in answer to a HEAD", extension: "Pull", rules: "head-length", faults: on("HEAD", "/", 200, without("Content-Length"))},
		{id: "head-without-digest", what: "says no digest in answer to a HEAD", extension: "Pull", rules: "head-digest", faults: on("HEAD", "/", 200, without("Docker-Content-Digest"))},
		{id: "any-name", what: "takes every name for a repository", rules: "name-grammar", faults: faults{anyName: true}},
		{id: "names-of-two-components", what: "knows only names of at most two components", rules: "name-grammar", faults: faults{after: func(q *http.Request, a *answer) {
			if name, _, ok := strings.Cut(strings.TrimPrefix(q.URL.Path, "/v2/"), "/blobs/"); ok && strings.Count(name, "/") > 1 {
				a.status = http.StatusBadRequest
			}
		}}},
		{id: "any-tag", what: "takes every word for a tag", rules: "tag-grammar reference-no-other reference-form manifest-put-reference", faults: faults{anyTag: true}},
		{id: "short-tags", what: "refuses tags above 64 characters", rules: "tag-grammar", faults: faults{after: func(q *http.Request, a *answer) {
			if i := strings.LastIndexByte(q.URL.Path, '/'); q.Method == http.MethodPut && strings.Contains(q.URL.Path, manifests) && !strings.Contains(q.URL.Path[i:], ":") && len(q.URL.Path)-i > 65 {
				a.status = http.StatusBadRequest
			}
		}}},
		{id: "errors-of-its-own", what: "refuses with JSON of its own", extension: "Pull", rules: "error-json", faults: faults{after: func(_ *http.Request, a *answer) {
			if a.status >= 400 {
				a.json(map[string]string{"error": "no"})
			}
		}}},
		{id: "errors-without-code", what: "refuses without saying a code", extension: "Pull", rules: "error-json", faults: inErrors(func(e map[string]any) { delete(e, "code") })},
		{id: "codes-in-small-letters", what: "writes codes in small letters", extension: "Pull", rules: "error-code-characters error-code-known", faults: inErrors(func(e map[string]any) { e["code"] = strings.ToLower(e["code"].(string)) })},
		{id: "codes-of-its-own", what: "invents codes", extension: "Pull", rules: "error-code-known", faults: inErrors(func(e map[string]any) { e["code"] = "NOT_HERE" })},
		{id: "message-number", what: "gives a number for a message", extension: "Pull", rules: "error-message", faults: inErrors(func(e map[string]any) { e["message"] = 7 })},
		{id: "warning-199", what: "warns with 199", extension: "Pull", rules: "warning-form", faults: faults{after: having("Warning", `199 - "old"`)}},
		{id: "warning-agent", what: "names itself in warnings", extension: "Pull", rules: "warning-form", faults: faults{after: having("Warning", `299 registry:5000 "old"`)}},
		{id: "warning-dated", what: "dates its warnings", extension: "Pull", rules: "warning-form", faults: faults{after: having("Warning", `299 - "old" "Mon, 23 Nov 2026 12:00:00 GMT"`)}},
		{id: "warning-long", what: "warns in 5000 bytes", extension: "Pull", rules: "warning-size", faults: faults{after: having("Warning", `299 - "`+strings.Repeat("x", 5000)+`"`)}},
	}
}

func wrongPush() []wrong {
	const uploads, manifests = "/blobs/uploads/", "/manifests/"
	single := func(then func(q *http.Request, a *answer)) func(*http.Request, *answer) {
		return func(q *http.Request, a *answer) {
			if q.URL.Query().Has("digest") {
				then(q, a)
			}
		}
	}
	mount := func(then func(q *http.Request, a *answer)) func(*http.Request, *answer) {
		return func(q *http.Request, a *answer) {
			if q.URL.Query().Has("mount") {
				then(q, a)
			}
		}
	}
	elsewhere := func(_ *http.Request, a *answer) { a.header.Set("Location", a.header.Get("Location")+"0") }
	return []wrong{
		{id: "upload-200", what: "answers 200 to who begins an upload", extension: "Push", rules: "upload-start", faults: on("POST", uploads, 202, becomes(200))},
		{id: "upload-without-location", what: "begins uploads without saying where", extension: "Push", rules: "upload-start", faults: on("POST", uploads, 202, without("Location"))},
		{id: "one-session", what: "has one session for all uploads", extension: "Push", rules: "upload-session", faults: faults{oneSession: true}},
		{id: "any-session", what: "begins an upload wherever a chunk or its end is sent", extension: "Push", rules: "unknown-upload-put unknown-upload-patch unknown-upload-get", faults: faults{anySession: true}},
		{id: "put-200", what: "answers 200 to who puts a blob", extension: "Push", rules: "upload-put", faults: on("PUT", uploads, 201, becomes(200))},
		{id: "put-without-location", what: "does not say where the blob is", extension: "Push", rules: "upload-put chunk-close", faults: on("PUT", uploads, 201, without("Location"))},
		{id: "put-elsewhere", what: "says that the blob is where it is not", extension: "Push", rules: "upload-put-location", faults: on("PUT", uploads, 201, elsewhere)},
		{id: "digest-unchecked", what: "stores blobs under every digest", extension: "Push", rules: "digest-true chunk-close-digest", faults: faults{anyDigest: true}},
		{id: "single-post-200", what: "answers 200 to a single POST", extension: "Push", rules: "single-post-201", faults: on("POST", uploads, 201, single(becomes(200)))},
		{id: "single-post-without-location", what: "does not say where a single POST's blob is", extension: "Push", rules: "single-post-201", faults: on("POST", uploads, 201, single(without("Location")))},
		{id: "single-post-elsewhere", what: "says that a single POST's blob is where it is not", extension: "Push", rules: "single-post-location", faults: on("POST", uploads, 201, single(elsewhere))},
		{id: "single-post-405", what: "refuses a single POST", extension: "Push", rules: "single-post-202", faults: on("POST", uploads, 201, single(becomes(405)))},
		{id: "mount-200", what: "answers 200 to a mount", extension: "Push", rules: "mount-201", faults: on("POST", uploads, 201, mount(becomes(200)))},
		{id: "mount-without-location", what: "does not say where a mounted blob is", extension: "Push", rules: "mount-201", faults: on("POST", uploads, 201, mount(without("Location")))},
		{id: "mount-elsewhere", what: "says that a mounted blob is where it is not", extension: "Push", rules: "mount-location", faults: on("POST", uploads, 201, mount(elsewhere))},
		{id: "mount-of-nothing", what: "mounts blobs that are nowhere", extension: "Push", rules: "mount-201 mount-202 mount-location", faults: faults{mountsNothing: true}},
		{id: "mount-404", what: "answers 404 to a mount of what is not there", extension: "Push", rules: "mount-202", faults: on("POST", uploads, 202, mount(becomes(404)))},
		{id: "mount-dead-session", what: "begins an upload instead of a mount that it does not know", extension: "Push", rules: "mount-202-session", faults: on("POST", uploads, 202, mount(elsewhere))},
		{id: "manifest-put-200", what: "answers 200 to who pushes a manifest", extension: "Push", rules: "manifest-put", faults: on("PUT", manifests, 201, becomes(200))},
		{id: "manifest-put-without-location", what: "does not say where a manifest is", extension: "Push", rules: "manifest-put", faults: on("PUT", manifests, 201, without("Location"))},
		{id: "manifest-put-elsewhere", what: "says that a manifest is where it is not", extension: "Push", rules: "manifest-put-location", faults: on("PUT", manifests, 201, func(_ *http.Request, a *answer) {
			a.header.Set("Location", strings.Replace(a.header.Get("Location"), manifests, manifests+"x", 1))
		})},
		{id: "manifest-rewritten", what: "stores manifests as JSON of its own", rules: "manifest-bytes manifest-get", faults: faults{rewrites: true}},
		{id: "manifest-digest-unchecked", what: "stores manifests under every digest", extension: "Push", rules: "manifest-put-digest", faults: faults{anyManifestDigest: true}},
		{id: "manifest-other-digest", what: "answers the push of a manifest with another digest", extension: "Push", rules: "manifest-put-digest", faults: on("PUT", manifests, 201, having("Docker-Content-Digest", digestOf(nil, "")))},
		{id: "manifest-type-parameters-refused", what: "refuses parameters of a type", extension: "Push", rules: "manifest-type-parameters", faults: on("PUT", manifests, 201, func(q *http.Request, a *answer) {
			if strings.Contains(q.Header.Get("Content-Type"), ";") {
				a.status = http.StatusUnsupportedMediaType
			}
		})},
		{id: "subject-needed", what: "refuses manifests whose subject is not there", extension: "Push", rules: "subject-unknown", faults: faults{needsSubject: true}},
		{id: "missing-as-invalid", what: "refuses manifests that name what is not there with MANIFEST_INVALID", extension: "Push", rules: "reference-missing-code", faults: inErrors(func(e map[string]any) {
			if e["code"] == "MANIFEST_BLOB_UNKNOWN" {
				e["code"] = "MANIFEST_INVALID"
			}
		})},
		{id: "layers-needed", what: "refuses manifests without layers", extension: "Push", rules: "manifest-no-layers", faults: faults{needsLayers: true}},
	}
}

func wrongChunks() []wrong {
	const uploads = "/blobs/uploads/"
	// plus adds to the end of a Range.
	plus := func(n int) func(*http.Request, *answer) {
		return func(_ *http.Request, a *answer) {
			end, _ := strconv.Atoi(strings.TrimPrefix(a.header.Get("Range"), "0-"))
			a.header.Set("Range", "0-"+strconv.Itoa(end+n))
		}
	}
	w := []wrong{
		{id: "chunk-204", what: "answers 204 to a chunk", rules: "chunk-202", faults: on("PATCH", uploads, 202, becomes(204))},
		{id: "chunk-without-location", what: "does not say where the next chunk goes", rules: "chunk-202", faults: on("PATCH", uploads, 202, without("Location"))},
		{id: "chunk-without-range", what: "does not say how far an upload is", rules: "chunk-202", faults: on("PATCH", uploads, 202, without("Range"))},
		{id: "chunk-size-for-end", what: "says after a chunk how many bytes there are, for the last one's position", rules: "chunk-end", faults: on("PATCH", uploads, 202, plus(1))},
		{id: "content-range-ignored", what: "appends every chunk, whatever its Content-Range", rules: "chunk-416", faults: faults{anyRange: true}},
		{id: "chunks-overlap", what: "lets chunks begin again where bytes are already", rules: "chunk-416 chunk-order", faults: faults{overlaps: true}},
		{id: "chunks-with-gaps", what: "lets chunks leave gaps", rules: "chunk-416 chunk-order chunk-first", faults: faults{gaps: true}},
		{id: "chunks-exclusive", what: "takes the end of a chunk's range for the byte after it", rules: "chunk-inclusive chunk-202", faults: faults{exclusive: true}},
		{id: "content-range-of-downloads", what: "wants Content-Range as downloads have it", rules: "chunk-range-form chunk-202", faults: faults{downloadRange: true}},
		{id: "chunk-order-400", what: "answers 400 to a chunk out of order", rules: "chunk-416", faults: on("PATCH", uploads, 416, becomes(400))},
		{id: "last-chunk-only", what: "keeps the last chunk alone", rules: "chunk-close chunk-end", faults: faults{lastChunkOnly: true}},
		{id: "blob-before-its-end", what: "has the blob before the PUT", rules: "chunk-close-needed", faults: faults{early: true}},
		{id: "chunk-in-put-refused", what: "takes no chunk in the PUT that ends an upload", rules: "chunk-final", faults: on("PUT", uploads, 201, func(q *http.Request, a *answer) {
			if q.Header.Get("Content-Range") != "" {
				a.status = http.StatusBadRequest
			}
		})},
		{id: "close-200", what: "answers 200 to the end of an upload", rules: "chunk-close upload-put", faults: on("PUT", uploads, 201, becomes(200))},
		{id: "close-elsewhere", what: "says that a blob in chunks is where it is not", rules: "chunk-close-location upload-put-location", faults: on("PUT", uploads, 201, having("Location", "/v2/nowhere/blobs/"+digestOf(nil, "")))},
		{id: "status-200", what: "answers 200 to who asks how far an upload is", rules: "status-204", faults: on("GET", uploads, 204, becomes(200))},
		{id: "status-without-range", what: "does not say, when asked, how far an upload is", rules: "status-204", faults: on("GET", uploads, 204, without("Range"))},
		{id: "status-without-location", what: "does not say, when asked, where an upload goes on", rules: "status-204", faults: on("GET", uploads, 204, without("Location"))},
		{id: "status-size-for-end", what: "says, when asked, how many bytes there are", rules: "status-end", faults: on("GET", uploads, 204, plus(1))},
		{id: "minimum-chunk-unsaid", what: "wants chunks of 1000 bytes and does not say so", rules: "chunk-minimum", options: Options{MinChunk: 1000}, faults: on("POST", uploads, 202, without("OCI-Chunk-Min-Length"))},
		{id: "minimum-chunk-in-words", what: "says a minimum for chunks that is no number", rules: "chunk-minimum", faults: on("POST", uploads, 202, having("OCI-Chunk-Min-Length", "1 kB"))},
	}
	for i := range w {
		w[i].extension = "Push"
	}
	return w
}

func wrongDiscovery() []wrong {
	const tags = "/tags/list"
	backwards := func(list []any) any {
		slices.Reverse(list)
		return list
	}
	w := []wrong{
		{id: "tags-201", what: "answers 201 with tags", rules: "tags-200", faults: on("GET", tags, 200, becomes(201))},
		{id: "tags-backwards", what: "lists tags backwards", rules: "tags-order", faults: inTags(func(_ *http.Request, l []any) any { return backwards(l) })},
		{id: "tags-backwards-with-n", what: "lists n tags backwards", rules: "tags-n-order", faults: inTags(func(q *http.Request, l []any) any {
			if q.URL.Query().Has("n") && !q.URL.Query().Has("last") {
				return backwards(l)
			}
			return l
		})},
		{id: "tags-backwards-after-last", what: "lists tags after last backwards", rules: "tags-last-order", faults: inTags(func(q *http.Request, l []any) any {
			if q.URL.Query().Has("last") {
				return backwards(l)
			}
			return l
		})},
		{id: "tags-bare", what: "gives a bare array of tags", rules: "tags-json", faults: on("GET", tags, 200, func(_ *http.Request, a *answer) { a.json([]string{"a"}) })},
		{id: "tags-nameless", what: "does not name the repository", rules: "tags-json", faults: on("GET", tags, 200, edit(func(v map[string]any) { delete(v, "name") }))},
		{id: "tags-as-objects", what: "lists tags as objects", rules: "tags-json tags-order", faults: inTags(func(_ *http.Request, l []any) any {
			for i := range l {
				l[i] = map[string]any{"name": l[i]}
			}
			return l
		})},
		{id: "n-ignored", what: "passes over n", rules: "tags-n tags-n-zero", faults: askedForTags(dropping("n"))},
		{id: "n-less-one", what: "gives one tag less than asked for, and no Link", rules: "tags-n-fewer tags-n", faults: inTags(func(q *http.Request, l []any) any {
			if n, _ := strconv.Atoi(q.URL.Query().Get("n")); n > 1 && len(l) == n {
				return l[:n-1]
			}
			return l
		}).unlinked()},
		{id: "n-from-the-end", what: "gives the last n tags", rules: "tags-n-start", faults: faults{tagsFromEnd: true}},
		{id: "n-zero-all", what: "takes n=0 for no limit", rules: "tags-n-zero", faults: askedForTags(func(q *http.Request) {
			if q.URL.Query().Get("n") == "0" {
				dropping("n")(q)
			}
		})},
		{id: "n-zero-null", what: "gives null for no tags", rules: "tags-n-zero", faults: inTags(func(_ *http.Request, l []any) any {
			if len(l) == 0 {
				return nil
			}
			return l
		})},
		{id: "n-zero-link", what: "links on from an empty list", rules: "tags-n-zero", faults: on("GET", tags, 200, func(q *http.Request, a *answer) {
			if q.URL.Query().Get("n") == "0" {
				a.link(q.URL.Path + "?n=1")
			}
		})},
		{id: "last-ignored", what: "passes over last", rules: "tags-last-after", faults: askedForTags(dropping("last"))},
		{id: "last-included", what: "begins with last itself", rules: "tags-last-after", faults: inTags(func(q *http.Request, l []any) any {
			if last := q.URL.Query().Get("last"); last != "" {
				return append([]any{last}, l...)
			}
			return l
		})},
		{id: "last-as-position", what: "takes last for a position when it is a number", rules: "tags-last-tag", faults: faults{lastIsPosition: true}},
		{id: "last-without-n", what: "wants an n beside last", rules: "tags-last-alone", faults: on("GET", tags, 200, func(q *http.Request, a *answer) {
			if q.URL.Query().Has("last") && !q.URL.Query().Has("n") {
				a.status = http.StatusBadRequest
			}
		})},
		{id: "last-and-n", what: "passes over n beside last", rules: "tags-last tags-n", faults: askedForTags(func(q *http.Request) {
			if q.URL.Query().Has("last") {
				dropping("n")(q)
			}
		})},
		{id: "link-without-rel", what: "links without saying next", rules: "tags-link-form", options: Options{Page: 2}, faults: on("GET", tags, 200, func(_ *http.Request, a *answer) {
			if l := a.header.Get("Link"); l != "" {
				a.header.Set("Link", strings.TrimSuffix(l, `; rel="next"`))
			}
		})},
		{id: "link-bare", what: "links without < and >", rules: "tags-link-form", options: Options{Page: 2}, faults: on("GET", tags, 200, func(_ *http.Request, a *answer) {
			if l := a.header.Get("Link"); l != "" {
				a.header.Set("Link", strings.NewReplacer("<", "", ">", "").Replace(l))
			}
		})},
	}
	for i := range w {
		w[i].extension = "Discovery"
	}
	return w
}

// unlinked takes Links away too.
func (f faults) unlinked() faults {
	spoil := f.after
	f.after = func(q *http.Request, a *answer) {
		a.header.Del("Link")
		spoil(q, a)
	}
	return f
}

func wrongReferrers() []wrong {
	const referrers = "/referrers/"
	w := []wrong{
		{id: "subject-unsaid", what: "does not say that it has seen a subject", rules: "subject-header", faults: on("PUT", "/manifests/", 201, without("OCI-Subject"))},
		{id: "subject-of-its-own", what: "says the manifest's digest for its subject's", rules: "subject-header", faults: on("PUT", "/manifests/", 201, func(_ *http.Request, a *answer) {
			if a.header.Get("OCI-Subject") != "" {
				a.header.Set("OCI-Subject", a.header.Get("Docker-Content-Digest"))
			}
		})},
		{id: "referrers-202", what: "answers 202 with referrers", rules: "referrers-200", faults: on("GET", referrers, 200, becomes(202))},
		{id: "referrers-none-404", what: "answers 404 where nothing refers", rules: "referrers-no-404 referrers-200 referrers-empty", faults: on("GET", referrers, 200, func(_ *http.Request, a *answer) {
			if strings.Contains(string(a.body), `"manifests":[]`) {
				a.status = http.StatusNotFound
			}
		})},
		{id: "referrers-malformed-404", what: "answers 404 to a malformed digest", rules: "referrers-400", faults: on("GET", referrers, 400, becomes(404))},
		{id: "referrers-malformed-200", what: "answers 200 to a malformed digest", rules: "referrers-400", faults: on("GET", referrers, 400, becomes(200))},
		{id: "referrers-bare", what: "gives a bare array of referrers", rules: "referrers-index", faults: on("GET", referrers, 200, func(_ *http.Request, a *answer) {
			a.json([]string{})
			a.header.Set("Content-Type", imageIndex)
		})},
		{id: "referrers-as-json", what: "calls referrers application/json", rules: "referrers-type", faults: on("GET", referrers, 200, having("Content-Type", "application/json"))},
		{id: "referrers-of-all", what: "lists what refers to something else", rules: "referrers-of-subject referrers-empty", faults: faults{anySubject: true}},
		{id: "referrers-without-indexes", what: "lists no indexes", rules: "referrers-of-subject referrers-new", faults: on("GET", referrers, 200, edit(func(v map[string]any) {
			list, _ := v["manifests"].([]any)
			v["manifests"] = slices.DeleteFunc(list, func(d any) bool { return d.(map[string]any)["mediaType"] == imageIndex })
		}))},
		{id: "referrers-type-unsaid", what: "leaves artifactType out", rules: "referrers-artifact-type", faults: inDescriptors(func(d map[string]any) { delete(d, "artifactType") })},
		{id: "referrers-config-type-unsaid", what: "does not look into the config for a type", rules: "referrers-config-type", faults: inDescriptors(func(d map[string]any) {
			if t, _ := d["artifactType"].(string); strings.Contains(t, "config") {
				delete(d, "artifactType")
			}
		})},
		{id: "referrers-index-typed", what: "calls every index an artifact", rules: "referrers-index-no-type", faults: inDescriptors(func(d map[string]any) {
			if d["mediaType"] == imageIndex && d["artifactType"] == nil {
				d["artifactType"] = imageIndex
			}
		})},
		{id: "referrers-without-annotations", what: "leaves annotations out", rules: "referrers-annotations", faults: inDescriptors(func(d map[string]any) { delete(d, "annotations") })},
		{id: "referrers-null", what: "gives null for no referrers", rules: "referrers-empty", faults: on("GET", referrers, 200, edit(func(v map[string]any) {
			if l, _ := v["manifests"].([]any); len(l) == 0 {
				v["manifests"] = nil
			}
		}))},
		{id: "filter-ignored", what: "passes over artifactType", rules: "referrers-filter", options: Options{NoFilter: true}},
		{id: "filter-unsaid", what: "filters without saying so", rules: "referrers-filter-header", faults: on("GET", referrers, 200, without("OCI-Filters-Applied"))},
		{id: "filter-only-said", what: "says that it filters, and does not", rules: "referrers-filter referrers-filter-header", options: Options{NoFilter: true}, faults: on("GET", referrers, 200, having("OCI-Filters-Applied", "artifactType"))},
		{id: "referrers-cut", what: "cuts a long list off", rules: "referrers-link referrers-of-subject referrers-new", options: Options{Page: 2}, faults: on("GET", referrers, 200, without("Link"))},
		{id: "referrers-link-without-rel", what: "links without saying next", rules: "referrers-link-form", options: Options{Page: 2}, faults: on("GET", referrers, 200, func(_ *http.Request, a *answer) {
			if l := a.header.Get("Link"); l != "" {
				a.header.Set("Link", strings.TrimSuffix(l, `; rel="next"`))
			}
		})},
	}
	for i := range w {
		w[i].extension = "Referrers"
	}
	return w
}

func wrongManagement() []wrong {
	const manifests, blobs = "/manifests/", "/blobs/sha"
	tag := func(status int) func(q *http.Request, a *answer) {
		return func(q *http.Request, a *answer) {
			if !strings.Contains(q.URL.Path, ":") {
				a.status = status
			}
		}
	}
	digest := func(status int) func(q *http.Request, a *answer) {
		return func(q *http.Request, a *answer) {
			if strings.Contains(q.URL.Path, ":") {
				a.status = status
			}
		}
	}
	w := []wrong{
		{id: "delete-tag-200", what: "answers 200 to the deletion of a tag", rules: "delete-tag", faults: on("DELETE", manifests, 202, tag(200))},
		{id: "delete-tag-nothing", what: "says that it deletes tags, and does not", rules: "delete-tag-gone", faults: faults{keepsTags: true}},
		{id: "delete-tag-403", what: "answers 403 where tags are not deleted", rules: "delete-tag-disabled", options: Options{NoTagDelete: true}, faults: on("DELETE", manifests, 405, tag(403))},
		{id: "delete-manifest-204", what: "answers 204 to the deletion of a manifest", rules: "delete-manifest", faults: on("DELETE", manifests, 202, digest(204))},
		{id: "delete-manifest-nothing", what: "says that it deletes manifests, and does not", rules: "delete-manifest-gone", faults: faults{keepsManifests: true}},
		{id: "delete-manifest-leaves-tags", what: "keeps what a deleted manifest's tags point to", rules: "delete-manifest-gone", faults: faults{leavesTags: true}},
		{id: "delete-manifest-403", what: "answers 403 where manifests are not deleted", rules: "delete-manifest-disabled", options: Options{NoDelete: true}, faults: on("DELETE", manifests, 405, digest(403))},
		{id: "delete-in-no-repository", what: "answers 202 to deletions in no repository", rules: "delete-manifest-404", faults: on("DELETE", manifests, 404, becomes(202))},
		{id: "delete-blob-200", what: "answers 200 to the deletion of a blob", rules: "delete-blob", faults: on("DELETE", blobs, 202, becomes(200))},
		{id: "delete-blob-nothing", what: "says that it deletes blobs, and does not", rules: "delete-blob", faults: faults{keepsBlobs: true}},
		{id: "delete-blob-403", what: "answers 403 where blobs are not deleted", rules: "delete-blob-disabled", options: Options{NoDelete: true}, faults: on("DELETE", blobs, 405, becomes(403))},
		{id: "delete-no-blob-202", what: "answers 202 to the deletion of what is not there", rules: "delete-blob-404", faults: on("DELETE", blobs, 404, becomes(202))},
	}
	for i := range w {
		w[i].extension = cmp.Or(w[i].extension, "Management")
	}
	return w
}
