package api_test

import (
	"net/http"
	"strings"
	"testing"

	"touchstone/reports/act"
	"touchstone/server/registry/registrytest"
)

// A waiver that is lodged shows wherever the verdict does, from then on, and a kept answer is no longer
// good; the report that was signed stays as it is.
func TestLodgedWaiversAreShown(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 2}})
	d, rep := s.Digests[1], registrytest.Report(1)
	const owner, before = "office of waivers", "open waivers: 2"
	shown := map[string]string{"/badge/" + d[7:] + ".svg": before, "/badge/" + d[7:] + ".json": before}
	for _, f := range []string{"html", "junit", "markdown", "text", "messages"} {
		shown["/api/v1/reports/"+d+"/"+f] = owner
	}
	tags := map[string]string{}
	for path, words := range shown {
		r := s.must(http.StatusOK, http.MethodGet, path, nil)
		if strings.Contains(r.text, words) {
			t.Errorf("%s says %q before it is so", path, words)
		}
		tags[path] = r.header.Get("ETag")
	}
	report := s.get("/api/v1/reports/" + d + "/report").text
	if r := s.act(act.Waiver{Pack: "riscv", Rule: "mulhsu_op", Vendor: rep.Implementation.Vendor, Implementation: rep.Implementation.Name,
		Owner: owner, Reason: "erratum 12", Expires: "2099-12-31"}, s.Vendor); r.code >= 300 {
		t.Fatalf("%d %s", r.code, r.text)
	}
	for path, words := range shown {
		r := s.get(path, "If-None-Match", tags[path])
		if r.code != http.StatusOK || !strings.Contains(r.text, words) {
			t.Errorf("%s: %d, and no %q", path, r.code, words)
		}
	}
	if s.get("/api/v1/reports/"+d+"/report").text != report {
		t.Error("a waiver changed the report")
	}
}
