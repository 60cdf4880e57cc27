package reports_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"pgregory.net/rapid"

	"touchstone/reports"
	"touchstone/reports/reportstest"
	"touchstone/specs/schema"
)

func encode(t testing.TB, r *reports.Report) []byte {
	t.Helper()
	text, err := reports.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEncodeDecode(t *testing.T) {
	for name, r := range map[string]*reports.Report{
		"sample": reportstest.Sample(), "conforming": reportstest.Conforming(), "small": reportstest.Small(),
	} {
		text := encode(t, r)
		back, err := reports.Decode(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := back.Consistent(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !bytes.Equal(encode(t, back), text) {
			t.Errorf("%s: encoding again gives other bytes", name)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	text := string(encode(t, reportstest.Sample()))
	swap := func(old, new string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("the sample has no %s", old)
		}
		return strings.Replace(text, old, new, 1)
	}
	for name, c := range map[string]struct{ text, says string }{
		"nothing":            {"", "EOF"},
		"not JSON":           {"hello", "invalid character"},
		"a list":             {"[]", "expected object"},
		"an unknown member":  {swap(`{"evidence":`, `{"aside":1,"evidence":`), "aside"},
		"an unknown verdict": {swap(`"verdict":"pass"`, `"verdict":"perhaps"`), "/verdicts/"},
		"a missing member":   {swap(`"seed":"1",`, ``), "seed"},
		"a bad digest":       {swap(`"features_digest":"sha256:`, `"features_digest":"sha1:`), "/suite/features_digest"},
		"a bad time":         {swap(`"started":"2026-`, `"started":"last-`), "/run/started"},
		"a negative count":   {swap(`"checks":88431`, `"checks":-1`), "/verdicts/counts/checks"},
		"an inexact count":   {swap(`"checks":88431`, `"checks":88431.5`), "/verdicts/counts/checks"},
		"space":              {swap(`{"evidence":`, `{ "evidence":`), "canonical form (RFC 8785) from byte 1"},
		"another order":      {swap(`"killed":41,"total":41`, `"total":41,"killed":41`), "canonical"},
		"a member twice":     {swap(`"seed":"1",`, `"seed":"1","seed":"1",`), "canonical"},
		"a trailing newline": {text + "\n", "canonical"},
		"two documents":      {text + text, "follows the document"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := reports.Decode([]byte(c.text))
			if !errors.Is(err, reports.ErrMalformed) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want ErrMalformed that says %q", err, c.says)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(f, reportstest.Small()))
	f.Add([]byte(`{"schema":"touchstone/report/v1"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := reports.Decode(text)
		if err != nil {
			if !errors.Is(err, reports.ErrMalformed) {
				t.Errorf("%v is not ErrMalformed", err)
			}
			return
		}
		again, err := reports.Encode(r)
		if err != nil || !bytes.Equal(again, text) {
			t.Errorf("decoded and encoded to other bytes: %v", err)
		}
	})
}

// The ID and the verdicts depend on nothing that varies between two runs.
func TestIDIgnoresTheRun(t *testing.T) {
	a, b := reportstest.Sample(), reportstest.Sample()
	b.Run = reports.Run{Started: "2027-01-01T00:00:00Z", Finished: "2027-01-01T00:00:01Z", Host: "darwin/arm64", Jobs: 8}
	b.Evidence = nil
	if err := b.Seal(); err != nil {
		t.Fatal(err)
	}
	if a.ID != b.ID {
		t.Errorf("%s and %s: the run is part of the ID", a.ID, b.ID)
	}
	b.Verdicts.Rules[0].Passed++
	if err := b.Seal(); err != nil {
		t.Fatal(err)
	}
	if a.ID == b.ID {
		t.Error("other verdicts, the same ID")
	}
}

func TestConsistent(t *testing.T) {
	for name, change := range map[string]func(*reports.Report){
		"ID":         func(r *reports.Report) { r.ID = "ts1-00000000000000000000" },
		"suite":      func(r *reports.Report) { r.Suite.Version = "9" },
		"verdict":    func(r *reports.Report) { r.Verdicts.Rules[0].Verdict = reports.Fail },
		"conclusion": func(r *reports.Report) { r.Verdicts.Conclusion = reports.Conforming },
	} {
		r := reportstest.Sample()
		change(r)
		if err := r.Consistent(); !errors.Is(err, reports.ErrMalformed) {
			t.Errorf("another %s: %v, want ErrMalformed", name, err)
		}
	}
}

// Append is RFC 8785 by hand; the library is the judge of it.
func TestOutcomeIsCanonical(t *testing.T) {
	compiled := outcomeSchema(t)
	text := rapid.String()
	value := rapid.Map(rapid.Uint64(), reports.Hex)
	rapid.Check(t, func(t *rapid.T) {
		o := reports.Outcome{
			Case:   text.Filter(func(s string) bool { return s != "" }).Draw(t, "case"),
			Status: rapid.SampledFrom([]string{"finished", "hang", "crash", "clobber", "not-run"}).Draw(t, "status"),
			Words:  text.Draw(t, "words"),
		}
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			o.Changed = append(o.Changed, [2]string{"x" + text.Draw(t, "location"), value.Draw(t, "value")})
		}
		for range rapid.IntRange(0, 2).Draw(t, "states") {
			state := reports.State{Count: rapid.Uint64Range(1, 1<<53).Draw(t, "count")}
			for range rapid.IntRange(0, 2).Draw(t, "values") {
				state.Values = append(state.Values, [2]string{"h" + text.Draw(t, "location"), value.Draw(t, "value")})
			}
			o.States = append(o.States, state)
		}
		if rapid.Bool().Draw(t, "trap") {
			o.Trap = &reports.Trap{Cause: value.Draw(t, "cause"), Mode: text.Draw(t, "mode"), PC: value.Draw(t, "pc"), Tval: value.Draw(t, "tval")}
		}
		have := o.Append(nil)
		plain, err := json.Marshal(&o)
		if err != nil {
			t.Fatal(err)
		}
		want, err := jcs.Transform(plain)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, want) {
			t.Fatalf("have %s\nwant %s", have, want)
		}
		var doc any
		if err := json.Unmarshal(have, &doc); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Fatal(err)
		}
	})
}

func outcomeSchema(t *testing.T) *jsonschema.Schema {
	text, err := schema.Reports.ReadFile("outcomes.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return jsonschema.MustCompileString("touchstone:///outcomes.schema.json", string(text))
}

// The test vectors of RFC 6962's own implementation (certificate-transparency's merkletree tests).
func TestMerkleRoot(t *testing.T) {
	leaves := [][]byte{{}, {0x00}, {0x10}, {0x20, 0x21}, {0x30, 0x31}, {0x40, 0x41, 0x42, 0x43},
		{0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
		{0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f}}
	for n, want := range map[int]string{
		0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
		3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
		4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
		6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
		7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
		8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	} {
		if have := reports.MerkleRoot(leaves[:n]); have != "sha256:"+want {
			t.Errorf("%d leaves: %s, want %s", n, have, want)
		}
	}
}

func TestSidecar(t *testing.T) {
	r := reportstest.Sample()
	dir := t.TempDir()
	s, err := reports.NewSidecar(dir)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSuffix(reportstest.Outcomes(r), []byte("\n")), []byte("\n"))
	for _, line := range lines {
		var o reports.Outcome
		if err := json.Unmarshal(line, &o); err != nil {
			t.Fatal(err)
		}
		if err := s.Add(&o); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Digest() != r.Suite.Outcomes || s.Name() != reports.SidecarName(r.Suite.Outcomes) || s.Lines() != len(lines) {
		t.Errorf("digest %s, name %s, %d lines", s.Digest(), s.Name(), s.Lines())
	}
	for _, sc := range r.Verdicts.Scenarios {
		if s.Root(sc.ID) != sc.Root {
			t.Errorf("root of %s: %q, want %q", sc.ID, s.Root(sc.ID), sc.Root)
		}
	}
	f, err := os.Open(filepath.Join(dir, s.Name()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n, err := reports.CheckSidecar(r, f); err != nil || n != len(lines) {
		t.Errorf("%d, %v", n, err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Errorf("left in the folder: %v, %v", files, err)
	}
}

func TestSidecarThatDoesNotBelong(t *testing.T) {
	r := reportstest.Sample()
	text := reportstest.Outcomes(r)
	if _, err := reports.CheckSidecar(r, strings.NewReader("hello\n")); !errors.Is(err, reports.ErrMalformed) {
		t.Errorf("rubbish: %v", err)
	}
	if _, err := reports.CheckSidecar(r, bytes.NewReader(text[:len(text)/2])); !errors.Is(err, reports.ErrMalformed) {
		t.Errorf("half of it: %v", err)
	}
	// The digest fits, a root does not.
	i := slices.IndexFunc(r.Verdicts.Scenarios, func(s reports.ScenarioVerdict) bool { return s.Root != "" })
	r.Verdicts.Scenarios[i].Root = reports.MerkleRoot(nil)
	if _, err := reports.CheckSidecar(r, bytes.NewReader(text)); !errors.Is(err, reports.ErrMalformed) || !strings.Contains(err.Error(), r.Verdicts.Scenarios[i].ID) {
		t.Errorf("another root: %v", err)
	}
}

func BenchmarkSidecar(b *testing.B) {
	s, err := reports.NewSidecar(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Abandon()
	o := reports.Outcome{Case: "riscv/m/m-st-ext.feature:127/17", Status: "finished",
		Changed: [][2]string{{"x12", "0xffffffffffffffff"}, {"mem:80010008", "0x1"}},
		Trap:    &reports.Trap{Cause: "0x8", Mode: "U", PC: "0x80001004", Tval: "0x0"}}
	for b.Loop() {
		if err := s.Add(&o); err != nil {
			b.Fatal(err)
		}
	}
}
