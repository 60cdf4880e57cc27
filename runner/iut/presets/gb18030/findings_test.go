package gb18030

import (
	"errors"
	"os"
	"slices"
	"testing"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/inside/xtext"
	"touchstone/runner/iut/stdio"
	"touchstone/specs"
)

// What fails, and of which class an implementation is, is what the file of findings and the interpretations say
// of its version: nothing besides, and nothing less.
func TestFindings(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the suite against all that is installed")
	}
	pack, err := specs.Load(os.DirFS("../../../../specs/gb18030"), "gb18030")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../findings/gb18030.yaml")
	if err != nil {
		t.Fatal(err)
	}
	known, err := specs.LoadFindings("findings/gb18030.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if err := specs.CheckFindings(pack, known); err != nil {
		t.Fatal(err)
	}
	const partners, private, a3a0 = "changed-2022-partners", "six-private-use-codes", "a3a0"
	for _, tc := range []struct {
		preset, version string
		classes         map[string]string
	}{
		{"glibc", "2.36", map[string]string{private: "unified", a3a0: "private-use"}},
		{"icu", "72.1", map[string]string{partners: "kept", private: "private-use", a3a0: "private-use"}},
		{"cpython", "3.11.7", map[string]string{partners: "kept", private: "private-use", a3a0: "private-use"}},
		{"openjdk", "17.0.15", map[string]string{partners: "swapped", private: "private-use", a3a0: "private-use"}},
		{"node", "20.20.2", map[string]string{partners: "kept", private: "private-use", a3a0: "ideographic-space"}},
		{"iconv-lite", "0.7.3", map[string]string{partners: "kept", private: "private-use", a3a0: "ideographic-space"}},
		{"postgresql", "15.18", map[string]string{partners: "kept", private: "private-use", a3a0: "private-use"}},
		{"mbstring", "8.2.36", map[string]string{partners: "kept", private: "private-use", a3a0: "private-use"}},
		{"encode", "0.23", map[string]string{partners: "kept"}},
		{"ruby", "3.1.7", map[string]string{partners: "kept", private: "private-use", a3a0: "private-use"}},
		{"xtext", "", map[string]string{partners: "kept", private: "private-use", a3a0: "ideographic-space"}}, // whose version go.mod says
	} {
		t.Run(tc.preset, func(t *testing.T) {
			x, ics := open(t, pack, tc.preset)
			defer x.Close()
			im, err := x.Describe(t.Context())
			switch {
			case errors.Is(err, iut.ErrUnavailable):
				t.Skip(err)
			case err != nil:
				t.Fatal(err)
			case tc.version == "":
				im.Version = "0.43.0"
			case im.Version != tc.version:
				t.Skipf("%s %s is installed; %s was examined", im.Name, im.Version, tc.version)
			}
			plan, err := runner.Make(t.Context(), runner.Request{Pack: pack, Features: features.Of(pack.Name), Environment: specs.Library, Effort: "quick", Seed: 1, ICS: ics}, image.Console)
			if err != nil {
				t.Fatal(err)
			}
			outcomes := runner.NewOutcomes(plan)
			if err := plan.Execute(t.Context(), x, outcomes, runner.Options{Jobs: 1}); err != nil {
				t.Fatal(err)
			}
			mine := slices.DeleteFunc(slices.Clone(known), func(a *specs.Analysis) bool { return !a.Applies(im.Name, im.Version, specs.Library, specs.Library) })
			judged, err := plan.Judge(outcomes, nil, nil, mine...)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range judged.Findings {
				if f.Analysis == nil {
					t.Errorf("nobody has examined: %s, %v", f.Title.En, f.Evidence)
				} else if !slices.Contains(f.Analysis.Seen, im.Version) {
					t.Errorf("%s: seen in %v, and not in %s", f.Title.En, f.Analysis.Seen, im.Version)
				}
			}
			for _, u := range judged.Unseen() {
				t.Errorf("it is said of %s %s, and nothing shows it: %+v", im.Name, im.Version, u)
			}
			classes := map[string]string{}
			for _, c := range judged.Verdicts.Classes {
				classes[c.Interpretation] = c.Reading
			}
			errorsBy := "refuses"
			if tc.preset == "xtext" || tc.preset == "iconv-lite" {
				errorsBy = "substitutes"
			}
			tc.classes["what-is-no-code"] = errorsBy
			if len(classes) != len(tc.classes) {
				t.Errorf("classes %v, want %v", classes, tc.classes)
			}
			for name, want := range tc.classes {
				if classes[name] != want {
					t.Errorf("%s: %s, want %s", name, classes[name], want)
				}
			}
			if conclusion, _ := reports.Conclude(judged.Verdicts); (conclusion == reports.Conforming) != (len(mine) == 0) {
				t.Errorf("%s, with %d known faults", conclusion, len(mine))
			}
		})
	}
}

// open makes the implementation of a preset, and says what it claims.
func open(t *testing.T, pack *specs.Pack, preset string) (iut.Exchanger, specs.ICS) {
	t.Helper()
	if preset == "xtext" {
		return xtext.New(), *pack.DefaultICS
	}
	text, err := os.ReadFile(preset + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	u, err := specs.LoadIUT(preset+".yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	x, err := stdio.New(u, stdio.Options{Files: os.DirFS(".")})
	if err != nil {
		t.Fatal(err)
	}
	return x, u.ICS
}
