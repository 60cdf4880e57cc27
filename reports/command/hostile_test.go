package command_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/command"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

// steer is what a terminal would obey, and a line that a reader would believe.
const steer = " \x1b[2J\x1b]0;t\x07\x00\x08\x7f\u009b2J\u0085\u202e\u2066\u200b\ufeff\U000e0041\r\v\t\nFORGED line"

// steered is a report whose maker has put that wherever any words may stand.
func steered(t *testing.T, r *reports.Report) *reports.Report {
	t.Helper()
	r.Implementation.Vendor, r.Implementation.Version = "v", "1"
	r.Implementation.Command = []string{"sim", "--x"}
	r.Kit = &reports.Kit{Digest: reports.Digest(nil), Files: []reports.BroughtFile{{Name: "kit.tar", Digest: reports.Digest(nil)}}, Notes: []string{"note"}}
	r.Run.Retries = []string{"again"}
	r.Run.Flaky = []reports.Flaky{{Case: "c/1", Runs: map[string]int{"pass": 1, "fail": 1}}}
	r.ICS.Versions, r.ICS.Parameters = map[string]string{"M": "2.0"}, map[string]any{"P": "x"}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	n := 0
	text, err = json.Marshal(poison(document, "", &n))
	if err != nil {
		t.Fatal(err)
	}
	if n < 200 {
		t.Fatalf("words in %d places only", n)
	}
	out := new(reports.Report)
	if err := json.Unmarshal(text, out); err != nil {
		t.Fatal(err)
	}
	if err := out.Seal(); err != nil {
		t.Fatal(err)
	}
	return out
}

// poison adds to every text for which the schema has no closed list.
func poison(v any, key string, n *int) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, inner := range v {
			to := k
			if slices.Contains([]string{"instructions", "runs", "parameters", "versions"}, key) {
				to += steer
			}
			out[to] = poison(inner, k, n)
		}
		return out
	case []any:
		for i := range v {
			v[i] = poison(v[i], key, n)
		}
	case string:
		closed := slices.Contains([]string{"schema", "conclusion", "verdict", "strength", "kind", "level", "status", "ends", "started", "finished", "expires", "environment"}, key)
		if !closed && !strings.HasPrefix(v, "sha256:") && !strings.HasPrefix(v, "ts1-") {
			*n++
			return v + steer
		}
	}
	return v
}

func TestNothingSteersTheTerminal(t *testing.T) {
	dir := t.TempDir()
	key, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	folder := func(name string, r *reports.Report) string {
		to := filepath.Join(dir, name)
		if _, err := bundle.Write(to, steered(t, r), bundle.Options{Keys: []*attest.Key{key}}); err != nil {
			t.Fatal(err)
		}
		return to
	}
	bad, good := folder("bad", reportstest.Sample()), folder("good", reportstest.Conforming())
	other := filepath.Join(dir, "x.pub")
	stranger, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(other, stranger.Public().PEM(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		code int
		says string // a word of the report, so that it was printed
	}{
		{"verify " + bad, 0, "NOT proven"},
		{"verify " + bad + " --json", 0, `"ok": true`},
		{"verify " + bad + " --suite", 1, ""},
		{"verify " + bad + " --key " + other, 1, ""},
		{"show " + bad, 0, "mulhsu_op"},
		{"show " + good, 0, "CONFORMING"},
		{"diff " + bad + " " + good, 1, "mulhsu_op"},
		{"diff " + bad + " " + good + " --json", 1, "mulhsu_op"},
		{"gate " + bad, 1, "mulhsu_op"},
		{"gate " + bad + " --json", 1, "mulhsu_op"},
		{"gate " + good, 1, "div_by_zero"},
		{"render " + bad + " --format text", 0, "mulhsu_op"},
	} {
		t.Run(strings.ReplaceAll(c.args, dir, ""), func(t *testing.T) {
			var out, notes bytes.Buffer
			var root command.Commands
			k := kong.Must(&root, kong.Writers(&out, &notes))
			parsed, err := k.Parse(append([]string{"report"}, strings.Fields(c.args)...))
			if err != nil {
				t.Fatal(err)
			}
			code := reports.ExitOK
			if err := parsed.Run(k); err != nil {
				var exit *reports.Exit
				if !errors.As(err, &exit) {
					t.Fatal(err)
				}
				code = exit.Code
			}
			if code != c.code || !strings.Contains(out.String(), c.says) {
				t.Errorf("exit code %d, want %d, and that it says %q:\n%.2000q", code, c.code, c.says, out.String())
			}
			for _, text := range []string{out.String(), notes.String()} {
				for line := range strings.Lines(text) {
					line = strings.TrimSuffix(line, "\n")
					if at := strings.IndexFunc(line, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }); at >= 0 {
						t.Errorf("steers the terminal from byte %d on: %q", at, line)
					}
					if strings.HasPrefix(line, "FORGED") {
						t.Errorf("a line of the report's maker: %q", line)
					}
				}
			}
		})
	}
}

// TestRenderHelpNamesEveryFormat: the help is written by hand.
func TestRenderHelpNamesEveryFormat(t *testing.T) {
	var root command.Commands
	k := kong.Must(&root)
	var help string
	for _, n := range k.Model.Leaves(false) {
		if n.Name != "render" {
			continue
		}
		for _, f := range n.Flags {
			if f.Name == "format" {
				help = f.Help
			}
		}
	}
	list, _, _ := strings.Cut(help, ";")
	var have, want []string
	for _, name := range strings.Split(list, ", ") {
		name, _, _ = strings.Cut(name, " (")
		if !strings.HasSuffix(name, ")") { // what is said in parentheses has a comma too
			have = append(have, name)
		}
	}
	for _, f := range render.Formats() {
		want = append(want, f.Name)
	}
	if !slices.Equal(have, want) {
		t.Errorf("report render --help names the formats %q, and there are %q", have, want)
	}
}
