package command

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// An act is in the pack of what it is about.
func TestPackOfAct(t *testing.T) {
	answers := map[string]string{
		"/api/v1":                  `{"name":"r","log":{"key":"k"},"suites":[{"pack":"riscv"},{"pack":"oci"},{"pack":"oci"}]}`,
		"/api/v1/reports/sha256:1": `{"suite":{"pack":"oci"}}`,
		"/api/v1/challenges/c":     `{"pack":"gb18030"}`,
		"/api/v1/rules/oci/pull":   `{}`, "/api/v1/rules/oci/both": `{}`, "/api/v1/rules/riscv/both": `{}`, "/api/v1/rules/oci/a%2F..%2Fb": `{}`,
	}
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		if text, ok := answers[r.URL.EscapedPath()]; ok {
			_, _ = w.Write([]byte(text))
			return
		}
		no(w, http.StatusNotFound, `{"status":404}`)
	}))
	defer s.Close()
	signs := func(out string) *signs { return &signs{to: to{To: s.URL}, Out: out} }
	for _, c := range []struct {
		what, flag, out string
		about           clues
		want            string // empty: an error
	}{
		{"as it is said", "mine", "", clues{report: "sha256:1"}, "mine"},
		{"of a report", "", "", clues{report: "sha256:1", rule: "both"}, "oci"},
		{"of a report that is not public, by its rule", "", "", clues{report: "sha256:2", rule: "pull"}, "oci"},
		{"of a challenge", "", "", clues{challenge: "c"}, "gb18030"},
		{"of a scenario", "", "", clues{challenge: "none", scenario: "oci/push.feature:3"}, "oci"},
		{"of a scenario of no pack here", "", "", clues{scenario: "x/push.feature:3"}, "riscv"},
		{"of a rule", "", "", clues{rule: "pull"}, "oci"},
		{"of a rule with slashes", "", "", clues{rule: "a/../b"}, "oci"},
		{"of a rule that nobody knows", "", "", clues{rule: "none"}, "riscv"},
		{"of a rule that several have", "", "", clues{rule: "both"}, ""},
		{"to a file", "", "act.json", clues{report: "sha256:1"}, "riscv"},
	} {
		before := asked
		got, err := signs(c.out).pack(t.Context(), c.flag, c.about)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %q, %v", c.what, got, err)
		}
		if offline := c.flag != "" || c.out != ""; offline != (asked == before) {
			t.Errorf("%s: the registry was asked %d times", c.what, asked-before)
		}
		if c.want == "" && !strings.Contains(err.Error(), "riscv, oci") {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	answers["/api/v1"] = `{"name":"r","log":{"key":"k"},"suites":[{"pack":"only"}]}`
	if got, err := signs("").pack(t.Context(), "", clues{rule: "none"}); got != "only" || err != nil {
		t.Errorf("of a registry of one pack: %q, %v", got, err)
	}
	s.Close()
	if got, err := signs("").pack(t.Context(), "", clues{rule: "pull"}); err == nil {
		t.Errorf("of a registry that is away: %q", got)
	}
}
