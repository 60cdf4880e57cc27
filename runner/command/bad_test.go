package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
)

// TestBadImplementations: the verdict and the exit code that a bad implementation gets, seen from
// outside. What comes of each in an adapter is the adapters' test.
func TestBadImplementations(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	const part = reports.ExitUnfinished // nothing failed, and of a part of the suite nothing is concluded
	// Where nothing hangs, a busy machine has time.
	limits := func(behaviour string) string {
		within := "60s"
		if strings.HasPrefix(behaviour, "hangs ") {
			within = "3s"
		}
		return "  timeout: 60s\n  limits: {case: " + within + ", output: 256K, file: 4M, memory: 3G}\n"
	}
	for _, row := range []struct {
		behaviour, results, more string
		code                     int
		words                    string          // on standard error
		verdict                  reports.Verdict // of the victim's scenario; "": there is no report
		shown                    string          // in the report
	}{
		{bad.Good, "console", "", part, "", reports.Pass, ""},
		{"crashes at once", "console", "", reports.ExitUnfinished, "never finished a case", "", ""},
		{"hangs at once", "signature", "", reports.ExitUnfinished, "never finished a case", "", ""},
		{"another image", "console", "", reports.ExitUnfinished, "another image's", "", ""},
		{"last words", "console", "", reports.ExitFailed, "", reports.Fail, "ASSERTION"},
		{"hangs in a case", "console", "", reports.ExitFailed, "", reports.Fail, "hang, alone and from a fresh start, twice"},
		{"crashes in a case", "signature", "", reports.ExitFailed, "", reports.Fail, "crash, alone and from a fresh start, twice"},
		{"floods standard error", "console", "", reports.ExitFailed, "", reports.Fail, "still there"},
		{"wrong checksum", "console", "", reports.ExitFailed, "", reports.Fail, "wrong checksum"},
		{"leaves a daemon", "console", "", part, "", reports.Pass, ""},
		{"crashes once", "console", "", part, "", reports.Inconclusive, `"runs":{"crash":1,"finished":1}`},
		{"two results of one case", "console", "", part, "", reports.Inconclusive, `"runs":{"finished":2}`},
		{"changes its mind", "console", "", reports.ExitFailed, "", reports.Fail, ""},
		{"changes its mind", "console", "  retries: 2\n", part, "", reports.Inconclusive, `"runs":{"fail":1,"pass":2}`},
	} {
		t.Run(strings.TrimSpace(row.behaviour+" "+row.results+strings.TrimSpace(row.more)), func(t *testing.T) {
			t.Parallel()
			l := newLab(t)
			name := l.iut(row.behaviour, row.results, limits(row.behaviour)+row.more)
			code, words := l.run("run", "--iut", name, "--select", "@ext:Zihintpause", "--effort", "quick", "--out", "out")
			if code != row.code || !strings.Contains(words, row.words) {
				t.Errorf("exit code %d, want %d, with %q: %s", code, row.code, row.words, words)
			}
			if strings.Contains(words, "goroutine ") && !strings.Contains(words, "standard error") {
				t.Errorf("a stack trace is no message: %s", words)
			}
			iuttest.NoneLeft(t, t.Name())
			text, err := os.ReadFile(filepath.Join(l.dir, "out", "report.json"))
			if (err != nil) != (row.verdict == "") {
				t.Fatalf("report: %v", err)
			}
			if row.verdict == "" {
				return
			}
			var r reports.Report
			if err := json.Unmarshal(text, &r); err != nil {
				t.Fatal(err)
			}
			worst := reports.Pass
			for _, s := range r.Verdicts.Scenarios {
				if s.Verdict.WorseThan(worst) && s.Verdict != reports.Untested {
					worst = s.Verdict
				}
			}
			if worst != row.verdict || !strings.Contains(string(text), row.shown) {
				t.Errorf("the worst verdict on a scenario is %s, want %s, and %q in the report", worst, row.verdict, row.shown)
			}
			for _, s := range r.Verdicts.Scenarios {
				if s.Verdict == reports.Inconclusive && reports.Class(s.Reason) != reports.ReasonFlaky {
					t.Errorf("%s: %s", s.ID, s.Reason)
				}
			}
		})
	}
}
