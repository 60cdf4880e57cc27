package runner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

func consolePlan(t testing.TB, feature string) *Plan {
	t.Helper()
	p, err := Make(t.Context(), request(t, "t", feature), image.Console)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// laboratory runs the images of a kit as anybody would: it knows the ELF files and nothing else.
func laboratory(t testing.TB, p *Plan) map[string][]byte {
	t.Helper()
	logs := map[string][]byte{}
	for _, img := range p.Images {
		var console bytes.Buffer
		m, err := rv64.NewMachine(rv64.Config{
			Table: p.Table, RAMBase: p.Map.Base, RAMSize: p.Map.Memory(), Console: &console,
			Limit: 1_000_000 + 50_000*uint64(len(img.Cases)),
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.LoadELF(img.ELF); err != nil {
			t.Fatal(err)
		}
		if _, err := m.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
		logs[img.Name] = console.Bytes()
	}
	return logs
}

// brought is a folder with logs.
func brought(t testing.TB, logs map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range logs {
		if err := os.WriteFile(filepath.Join(dir, name+".log"), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// files are those of a folder.
func files(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if out[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestKit: a kit is the same bytes each time, it can be planned from, and what a laboratory brings
// back gives the verdicts of a run.
func TestKit(t *testing.T) {
	p := consolePlan(t, several)
	one, two := filepath.Join(t.TempDir(), "kit"), t.TempDir()
	for _, dir := range []string{one, two} {
		if _, err := p.WriteKit(dir, KitOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	kit := files(t, one)
	if !reflect.DeepEqual(kit, files(t, two)) {
		t.Error("two kits of one plan differ")
	}
	if want := len(p.Images) + 2; len(kit) != want {
		t.Errorf("%d files, want %d", len(kit), want)
	}
	for _, img := range p.Images {
		if !bytes.Contains(kit[readmeFile], []byte(img.Name+".elf")) {
			t.Errorf("the README does not name %s", img.Name)
		}
	}

	opened, again := reopen(t, p, one)
	if opened.Digest != p.Digest || again.Digest != p.Digest || opened.Bound != reports.Digest(kit[manifestFile]) {
		t.Errorf("planned as %s, the kit says %s, planned again it is %s", p.Digest, opened.Digest, again.Digest)
	}
	if err := opened.Verify(again); err != nil {
		t.Error(err)
	}
	back, err := again.ReadOutcomes(brought(t, laboratory(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	if len(back.Files) != len(p.Images) || len(back.Notes) != 0 {
		t.Errorf("%d files, notes %q", len(back.Files), back.Notes)
	}
	o := back.Outcomes
	if o.Count() != len(p.Cases) {
		t.Errorf("%d of %d cases", o.Count(), len(p.Cases))
	}
	_, want := run(t, planOf(t, several), rv64.Config{})
	got := judge(t, again, o)
	if a, b := canonical(t, want.Verdicts), canonical(t, got.Verdicts); a != b {
		t.Errorf("the laboratory's verdicts differ from a run's:\n%s\n%s", a, b)
	}
}

func canonical(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLogs: what is missing is not run, what is another's is refused, and nothing but a wrong
// implementation fails.
func TestLogs(t *testing.T) {
	p := consolePlan(t, several)
	whole := laboratory(t, p)
	footing, first, second := p.Images[0].Name, p.Images[1].Name, p.Images[2].Name
	for _, tc := range []struct {
		name    string
		change  func(map[string][]byte)
		cases   int             // that have an outcome; -1: refused
		verdict reports.Verdict // of addi_op, whose cases are in the first image
	}{
		{"whole", func(map[string][]byte) {}, 8, reports.Pass},
		{"noise around it", func(l map[string][]byte) {
			l[first] = append(append([]byte("OpenSBI v1\r\n\x00\xff"), bytes.ReplaceAll(l[first], []byte("\n"), []byte("\r\n"))...), "bye"...)
		}, 8, reports.Pass},
		{"one is missing", func(l map[string][]byte) { delete(l, first) }, 2, reports.Inconclusive},
		{"another is missing", func(l map[string][]byte) { delete(l, second) }, 6, reports.Pass},
		{"one was cut", func(l map[string][]byte) { l[first] = l[first][:len(l[first])/3] }, -2, reports.Inconclusive},
		{"the footing is missing", func(l map[string][]byte) { delete(l, footing) }, 8, reports.Inconclusive},
		{"the footing was cut", func(l map[string][]byte) { l[footing] = l[footing][:len(l[footing])/2] }, 8, reports.Inconclusive},
		{"one is empty", func(l map[string][]byte) { l[first] = nil }, 2, reports.Inconclusive},
		{"one is blank", func(l map[string][]byte) { l[first] = []byte("\r\n \n") }, 2, reports.Inconclusive},
		{"one is rubbish", func(l map[string][]byte) { l[first] = []byte("Segmentation fault\n") }, -1, ""},
		{"one is another's", func(l map[string][]byte) { l[first] = l[second] }, -1, ""},
		{"the footing is another's", func(l map[string][]byte) { l[footing] = l[second] }, -1, ""},
		{"all are missing", func(l map[string][]byte) { clear(l) }, -1, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			logs := map[string][]byte{}
			for name, text := range whole {
				logs[name] = bytes.Clone(text)
			}
			tc.change(logs)
			back, err := p.ReadOutcomes(brought(t, logs))
			if tc.cases == -1 {
				if !errors.Is(err, ErrKit) {
					t.Errorf("got %v, want an error about the kit", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			o := back.Outcomes
			if whole := o.Count() == len(p.Cases) && o.footed; whole != (len(back.Notes) == 0) {
				t.Errorf("%d cases, and notes %q", o.Count(), back.Notes)
			}
			if n := o.Count(); tc.cases >= 0 && n != tc.cases || tc.cases == -2 && (n <= 2 || n >= 8) {
				t.Errorf("%d cases have an outcome, want %d", n, tc.cases)
			}
			j := judge(t, p, o)
			if v := j.rule(t, "addi_op"); v.Verdict != tc.verdict {
				t.Errorf("addi_op: %s (%s), want %s", v.Verdict, v.Reason, tc.verdict)
			}
			if failed := j.failedRules(); len(failed) > 0 {
				t.Errorf("blamed: %v", failed)
			}
		})
	}
}

// TestKitCannotBeWritten: a file where the folder should be.
func TestKitCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := consolePlan(t, sums).WriteKit(path, KitOptions{}); !errors.Is(err, ErrRequest) {
		t.Errorf("got %v", err)
	}
}

// reopen opens a kit and plans from it.
func reopen(t testing.TB, p *Plan, dir string) (*Kit, *Plan) {
	t.Helper()
	k, err := OpenKit(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := k.Request
	r.Pack, r.Features = p.Request.Pack, p.Request.Features
	again, err := Make(t.Context(), r, k.Results)
	if err != nil {
		t.Fatal(err)
	}
	return k, again
}

// manifest opens a kit with that manifest.
func manifest(t testing.TB, text []byte) (*Kit, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, manifestFile), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenKit(dir)
}

// kitOf is a manifest around a plan, with the plan's digest.
func kitOf(plan string) string {
	return fmt.Sprintf(`{"kit":%d,"plan_digest":%q,"results":"console","formats":["elf"],"files":[],"plan":%s}`, kitVersion, reports.Digest([]byte(plan)), plan)
}

func TestManifests(t *testing.T) {
	const plan = `{"request":{"ics":{"profile":"RVI20U64","modes":["M"],"harts":1},"environment":"machine","effort":"quick","seed":"18446744073709551615","select":"@ext:I","map":{"Base":65536,"Data":133120,"Size":262144,"Console":{"Kind":"semihosting"}}}}`
	good := kitOf(plan)
	k, err := manifest(t, []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	r := k.Request
	if k.Digest != reports.Digest([]byte(plan)) || r.Seed != ^uint64(0) || r.Effort != "quick" || r.Environment != "machine" || r.Select != "@ext:I" || r.ICS.Profile != "RVI20U64" {
		t.Errorf("%+v", k)
	}
	if m := r.Map; m.Base != 65536 || m.Memory() != 256<<10 || m.Console.Kind != image.Semihosting {
		t.Errorf("%+v", m)
	}
	for name, text := range map[string]string{
		"nothing":          "",
		"half":             good[:len(good)/2],
		"a list":           "[]",
		"no plan":          `{"plan_digest":"sha256:0"}`,
		"another format":   strings.Replace(good, `"kit":`, `"kit":9`, 1),
		"a changed plan":   strings.Replace(good, "quick", "standard", 1),
		"a changed digest": strings.Replace(good, `"plan_digest":"sha256:`, `"plan_digest":"sha256:0`, 1),
		"other results":    strings.Replace(good, `"console"`, `"post"`, 1),
		"no statement":     kitOf(strings.Replace(plan, `"ics"`, `"isc"`, 1)),
		"a wrong ICS":      kitOf(strings.Replace(plan, `"harts":1`, `"harts":"one"`, 1)),
		"no seed":          kitOf(strings.Replace(plan, `"seed"`, `"sead"`, 1)),
		"a wrong seed":     kitOf(strings.Replace(plan, "18446744073709551615", "18446744073709551616", 1)),
		"a spoilt seed":    kitOf(strings.Replace(plan, "18446744073709551615", "1 and more", 1)),
		"a negative one":   kitOf(strings.Replace(plan, "18446744073709551615", "-1", 1)),
		"little memory":    kitOf(strings.Replace(plan, "262144", "4096", 1)),
		"an odd base":      kitOf(strings.Replace(plan, "65536", "65537", 1)),
		"no such console":  kitOf(strings.Replace(plan, "semihosting", "telegraph", 1)),
	} {
		if k, err := manifest(t, []byte(text)); !errors.Is(err, ErrKit) || !strings.Contains(err.Error(), manifestFile) {
			t.Errorf("%s: %v (%+v), want an error that names the file", name, err, k)
		}
	}
	if _, err := OpenKit(t.TempDir()); !errors.Is(err, ErrKit) {
		t.Errorf("an empty folder: %v", err)
	}
}

// FuzzManifest: whatever a manifest holds, it is refused as a kit, or it is a request that Make
// refuses or plans.
func FuzzManifest(f *testing.F) {
	p := consolePlan(f, sums)
	dir := f.TempDir()
	if _, err := p.WriteKit(dir, KitOptions{}); err != nil {
		f.Fatal(err)
	}
	f.Add(files(f, dir)[manifestFile])
	f.Add([]byte(kitOf(`{"request":{"ics":{"profile":"RVI20U64","modes":["M"],"harts":1},"environment":"machine","effort":"quick","seed":"1"}}`)))
	f.Add([]byte(kitOf(`{"request":{"ics":{"profile":"RVI20U64","extensions":["A","A"],"modes":null,"harts":-1,"parameters":{"x":{}}},"seed":"1"}}`)))
	f.Add([]byte(kitOf(`{"request":{"ics":[]}}`)))
	f.Add([]byte("\xef\xbb\xbf{}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		k, err := manifest(t, text)
		if err != nil {
			if !errors.Is(err, ErrKit) {
				t.Fatalf("%v is not about the kit", err)
			}
			return
		}
		r := k.Request
		r.Pack, r.Features = p.Request.Pack, p.Request.Features
		if err := r.Check(); err != nil && !errors.Is(err, ErrRequest) {
			t.Fatalf("%v is not about the request", err)
		}
		if err := k.Verify(p); err != nil && !errors.Is(err, ErrKit) && !errors.Is(err, ErrRequest) {
			t.Fatalf("%v is not about the kit", err)
		}
	})
}

// FuzzLog: whatever a log holds, it is refused or its whole records count, and one image's alone
// clear no rule.
func FuzzLog(f *testing.F) {
	p := consolePlan(f, sums)
	logs := laboratory(f, p)
	for _, img := range p.Images {
		f.Add(img.Footing, logs[img.Name])
		f.Add(img.Footing, logs[img.Name][:len(logs[img.Name])/2])
		f.Add(img.Footing, bytes.Repeat(logs[img.Name], 2))
		f.Add(!img.Footing, logs[img.Name])
	}
	f.Fuzz(func(t *testing.T, footing bool, log []byte) {
		img := p.Images[1]
		if footing {
			img = p.Images[0]
		}
		back, err := p.ReadOutcomes(brought(t, map[string][]byte{img.Name: log}))
		if err != nil {
			if !errors.Is(err, ErrKit) {
				t.Fatalf("%v is not about the kit", err)
			}
			return
		}
		o := back.Outcomes
		if o.Count() > len(img.Cases) {
			t.Fatalf("%d outcomes of %d cases", o.Count(), len(img.Cases))
		}
		for _, v := range judge(t, p, o).Verdicts.Rules {
			if v.Verdict == reports.Pass {
				t.Errorf("%s passed on half of the images", v.ID)
			}
		}
	})
}
