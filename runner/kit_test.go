package runner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
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
		if err := p.WriteKit(dir); err != nil {
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
		if !bytes.Contains(kit["README.md"], []byte(img.Name+".elf")) {
			t.Errorf("the README does not name %s", img.Name)
		}
	}

	r, digest, err := OpenKit(one)
	if err != nil {
		t.Fatal(err)
	}
	r.Pack, r.Features = p.Request.Pack, p.Request.Features
	again, err := Make(t.Context(), r, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	if digest != p.Digest || again.Digest != p.Digest {
		t.Errorf("planned as %s, the kit says %s, planned again it is %s", p.Digest, digest, again.Digest)
	}
	o, err := again.ReadOutcomes(brought(t, laboratory(t, p)))
	if err != nil {
		t.Fatal(err)
	}
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
		{"one is empty", func(l map[string][]byte) { l[first] = nil }, -1, ""},
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
			o, err := p.ReadOutcomes(brought(t, logs))
			if tc.cases == -1 {
				if !errors.Is(err, ErrKit) {
					t.Errorf("got %v, want an error about the kit", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
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
	if err := consolePlan(t, sums).WriteKit(path); !errors.Is(err, ErrRequest) {
		t.Errorf("got %v", err)
	}
}

// manifest opens a kit with that manifest.
func manifest(t testing.TB, text []byte) (Request, string, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, manifestFile), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenKit(dir)
}

func TestManifests(t *testing.T) {
	const good = `{"plan_digest":"sha256:0","request":{"ics":{"profile":"RVI20U64","modes":["M"],"harts":1},"environment":"machine","effort":"quick","seed":"18446744073709551615","select":"@ext:I"}}`
	r, digest, err := manifest(t, []byte(good))
	if err != nil || digest != "sha256:0" || r.Seed != ^uint64(0) || r.Effort != "quick" || r.Environment != "machine" || r.Select != "@ext:I" || r.ICS.Profile != "RVI20U64" {
		t.Errorf("%+v, %s, %v", r, digest, err)
	}
	for name, text := range map[string]string{
		"nothing":        "",
		"half":           good[:len(good)/2],
		"a list":         "[]",
		"no request":     `{"plan_digest":"sha256:0"}`,
		"no statement":   strings.Replace(good, `"ics"`, `"isc"`, 1),
		"a wrong ICS":    strings.Replace(good, `"harts":1`, `"harts":"one"`, 1),
		"no seed":        strings.Replace(good, `"seed"`, `"sead"`, 1),
		"a wrong seed":   strings.Replace(good, "18446744073709551615", "18446744073709551616", 1),
		"a spoilt seed":  strings.Replace(good, "18446744073709551615", "1 and more", 1),
		"a negative one": strings.Replace(good, "18446744073709551615", "-1", 1),
	} {
		if r, _, err := manifest(t, []byte(text)); !errors.Is(err, ErrKit) || !strings.Contains(err.Error(), manifestFile) {
			t.Errorf("%s: %v (%+v), want an error that names the file", name, err, r)
		}
	}
	if _, _, err := OpenKit(t.TempDir()); !errors.Is(err, ErrKit) {
		t.Errorf("an empty folder: %v", err)
	}
}

// FuzzManifest: whatever a manifest holds, it is refused as a kit, or it is a request that Make
// refuses or plans.
func FuzzManifest(f *testing.F) {
	p := consolePlan(f, sums)
	dir := f.TempDir()
	if err := p.WriteKit(dir); err != nil {
		f.Fatal(err)
	}
	f.Add(files(f, dir)[manifestFile])
	f.Add([]byte(`{"plan_digest":"sha256:0","request":{"ics":{"profile":"RVI20U64","modes":["M"],"harts":1},"environment":"machine","effort":"quick","seed":"1"}}`))
	f.Add([]byte(`{"request":{"ics":{"profile":"RVI20U64","extensions":["A","A"],"modes":null,"harts":-1,"parameters":{"x":{}}},"seed":"0x1"}}`))
	f.Add([]byte(`{"request":{"ics":[]}}`))
	f.Add([]byte("\xef\xbb\xbf{}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, _, err := manifest(t, text)
		if err != nil {
			if !errors.Is(err, ErrKit) {
				t.Fatalf("%v is not about the kit", err)
			}
			return
		}
		r.Pack, r.Features = p.Request.Pack, p.Request.Features
		if err := r.Check(); err != nil && !errors.Is(err, ErrRequest) {
			t.Fatalf("%v is not about the request", err)
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
		o, err := p.ReadOutcomes(brought(t, map[string][]byte{img.Name: log}))
		if err != nil {
			if !errors.Is(err, ErrKit) {
				t.Fatalf("%v is not about the kit", err)
			}
			return
		}
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
