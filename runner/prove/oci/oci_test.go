package oci

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"touchstone/specs"
)

// Every wrong one says which rules it breaks, and the pack has them.
func TestSubjects(t *testing.T) {
	pack, err := specs.Embedded("oci", specs.Rules)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	wrong := 0
	for _, s := range Subjects() {
		if seen[s.ID] || s.What == "" {
			t.Errorf("%s: given twice, or nobody says what it is", s.ID)
		}
		seen[s.ID] = true
		if _, ok := pack.Extension(s.Extension); s.Extension != "" && !ok {
			t.Errorf("%s: the pack has no extension %q", s.ID, s.Extension)
		}
		if !s.Legal {
			wrong++
		}
		if s.Legal != (len(s.Rules) == 0) {
			t.Errorf("%s: legal %v, and it breaks %v", s.ID, s.Legal, s.Rules)
		}
		for _, id := range s.Rules {
			if r, ok := pack.Rule(id); !ok || r.Kind != specs.Requirement || r.Untestable != "" {
				t.Errorf("%s breaks %s, which is no requirement that can be tested", s.ID, id)
			}
		}
	}
	if wrong < 30 {
		t.Errorf("%d wrong ones", wrong)
	}
}

// client talks to a registry as a test reads: a request in words, an answer in words.
type client struct {
	t *testing.T
	h http.Handler
}

// do sends "PUT /v2/… | Header: value | …" with a body; {last} is the last Location.
func (c *client) do(request, body string, status int) http.Header {
	c.t.Helper()
	parts := strings.Split(request, " | ")
	method, path, _ := strings.Cut(parts[0], " ")
	q := httptest.NewRequest(method, path, strings.NewReader(body))
	for _, h := range parts[1:] {
		name, value, _ := strings.Cut(h, ": ")
		q.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	c.h.ServeHTTP(w, q)
	got, _ := io.ReadAll(w.Body)
	if w.Code != status {
		c.t.Fatalf("%s: %d %s, not %d", request, w.Code, got, status)
	}
	w.Header().Set("Body", string(got))
	return w.Header()
}

func (c *client) is(h http.Header, name, want string) {
	c.t.Helper()
	if got := h.Get(name); got != want {
		c.t.Errorf("%s is %q, not %q", name, got, want)
	}
}

func TestBlobs(t *testing.T) {
	c := &client{t, New(Options{})}
	const blob = "0123456789"
	digest := digestOf([]byte(blob), "")
	c.do("GET /v2/a/blobs/"+digest, "", 404)
	at := c.do("POST /v2/a/blobs/uploads/", "", 202).Get("Location")
	c.do("PATCH "+at+" | Content-Range: 4-6", "456", 416)
	c.is(c.do("PATCH "+at+" | Content-Range: 0-3", "0123", 202), "Range", "0-3")
	c.do("PATCH "+at+" | Content-Range: 0-3", "0123", 416)
	c.do("PATCH "+at+" | Content-Range: 4-9", "45", 416)
	c.is(c.do("GET "+at, "", 204), "Range", "0-3")
	c.is(c.do("PUT "+at+"?digest="+digest+" | Content-Range: 4-9", "456789", 201), "Location", "/v2/a/blobs/"+digest)
	c.do("GET "+at, "", 404)
	c.is(c.do("GET /v2/a/blobs/"+digest, "", 200), "Body", blob)
	c.is(c.do("HEAD /v2/a/blobs/"+digest, "", 200), "Content-Length", "10")
	for part, want := range map[string]string{"0-1": "01", "8-": "89", "-3": "789", "7-50": "789"} {
		c.is(c.do("GET /v2/a/blobs/"+digest+" | Range: bytes="+part, "", 206), "Body", want)
	}
	c.do("GET /v2/a/blobs/"+digest+" | Range: bytes=10-11", "", 416)
	c.do("POST /v2/b/blobs/uploads/?digest="+digest, "other", 400)
	c.do("POST /v2/b/blobs/uploads/?mount="+digest+"&from=c", "", 202)
	c.do("POST /v2/b/blobs/uploads/?mount="+digest+"&from=a", "", 201)
	c.do("DELETE /v2/a/blobs/"+digest, "", 202)
	c.do("GET /v2/a/blobs/"+digest, "", 404)
	c.do("GET /v2/b/blobs/"+digest, "", 200)
	c.do("POST /v2/A/blobs/uploads/", "", 400)
}

func TestManifests(t *testing.T) {
	c := &client{t, New(Options{})}
	const subject = `{"manifests":[]}`
	digest := digestOf([]byte(subject), "")
	refers := fmt.Sprintf(`{ "subject":{"digest":%q}, "artifactType":"a/b", "annotations":{"k":"v"}, "manifests":[] }`, digest)
	const index = " | Content-Type: application/vnd.oci.image.index.v1+json; charset=utf-8"
	c.is(c.do("PUT /v2/a/manifests/x"+index, refers, 201), "OCI-Subject", digest)
	for _, tag := range []string{"b", "A", "a"} {
		c.is(c.do("PUT /v2/a/manifests/"+tag+index, subject, 201), "Docker-Content-Digest", digest)
	}
	c.do("PUT /v2/a/manifests/"+digest+index, refers, 400)
	c.do("PUT /v2/a/manifests/.x"+index, subject, 400)
	c.do("PUT /v2/a/manifests/x"+index, `{"layers":[{"digest":"sha256:0"}]}`, 400)
	c.is(c.do("GET /v2/a/manifests/x", "", 200), "Body", refers)
	c.is(c.do("GET /v2/a/manifests/x", "", 200), "Content-Type", imageIndex)
	c.is(c.do("GET /v2/a/tags/list", "", 200), "Body", `{"name":"a","tags":["A","a","b","x"]}`)
	h := c.do("GET /v2/a/tags/list?n=2&last=A", "", 200)
	c.is(h, "Body", `{"name":"a","tags":["a","b"]}`)
	c.is(h, "Link", `</v2/a/tags/list?last=b&n=2>; rel="next"`)
	c.is(c.do("GET /v2/a/tags/list?n=0", "", 200), "Link", "")
	c.do("GET /v2/none/tags/list", "", 404)
	h = c.do("GET /v2/a/referrers/"+digest, "", 200)
	if !strings.Contains(h.Get("Body"), `"artifactType":"a/b","annotations":{"k":"v"}`) {
		t.Errorf("referrers are %s", h.Get("Body"))
	}
	c.is(c.do("GET /v2/a/referrers/"+digest+"?artifactType=c/d", "", 200), "OCI-Filters-Applied", "artifactType")
	c.do("GET /v2/a/referrers/sha256:0", "", 400)
	c.do("DELETE /v2/a/manifests/x", "", 202)
	c.do("GET /v2/a/manifests/x", "", 404)
	c.do("DELETE /v2/a/manifests/"+digest, "", 202)
	c.is(c.do("GET /v2/a/tags/list", "", 200), "Body", `{"name":"a","tags":[]}`)
}
