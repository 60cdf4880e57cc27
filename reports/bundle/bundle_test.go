package bundle_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/reportstest"
)

// folder writes a sample and gives its place and key.
func folder(t testing.TB, r *reports.Report) (string, *attest.Key) {
	t.Helper()
	dir := t.TempDir()
	key, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, reports.SidecarName(r.Suite.Outcomes)), reportstest.Outcomes(r), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := bundle.Write(dir, r, bundle.Options{Keys: []*attest.Key{key}}); err != nil {
		t.Fatal(err)
	}
	return dir, key
}

func TestWriteThenVerify(t *testing.T) {
	r := reportstest.Sample()
	dir, key := folder(t, r)
	for _, path := range []string{dir, filepath.Join(dir, bundle.EnvelopeFile), filepath.Join(dir, bundle.ReportFile)} {
		res, err := bundle.Verify(path, bundle.Checks{Keys: []attest.PublicKey{key.Public()}})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if !res.Confirmed() {
			t.Errorf("%s: signer not confirmed though the key was given", path)
		}
	}
	res, err := bundle.Verify(dir, bundle.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	if res.Confirmed() {
		t.Error("a key that travels in the file confirms nobody")
	}
	other, _ := attest.GenerateKey()
	if _, err := bundle.Verify(dir, bundle.Checks{Keys: []attest.PublicKey{other.Public()}}); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("with another key: %v, want ErrRefused", err)
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// Every byte of report.json, and every byte of the sidecar, is covered; report.dsse.json is
// covered in package attest.
func TestTamperedFilesAreRefused(t *testing.T) {
	r := reportstest.Conforming()
	dir, _ := folder(t, r)
	for name, stride := range map[string]int{bundle.ReportFile: 499, bundle.EnvelopeFile: 997, reports.SidecarName(r.Suite.Outcomes): 211} {
		path := filepath.Join(dir, name)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		try := func(what string, text []byte) {
			t.Helper()
			if err := os.WriteFile(path, text, 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := bundle.Verify(dir, bundle.Checks{}); !errors.Is(err, attest.ErrRefused) {
				t.Errorf("%s, %s: %v, want ErrRefused", name, what, err)
			}
		}
		for i := 0; i < len(whole); i += stride {
			bad := bytes.Clone(whole)
			bad[i] ^= 1
			try("a flipped bit", bad)
		}
		try("one byte more", append(bytes.Clone(whole), '\n'))
		try("one byte less", whole[:len(whole)-1])
		if err := os.WriteFile(path, whole, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := bundle.Verify(dir, bundle.Checks{}); err != nil {
		t.Errorf("restored: %v", err)
	}
}

func TestAnotherReportUnderTheEnvelopeIsRefused(t *testing.T) {
	dir, _ := folder(t, reportstest.Sample())
	text, err := reports.Encode(reportstest.Conforming())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, bundle.ReportFile), text, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, filepath.Join(dir, bundle.ReportFile), filepath.Join(dir, bundle.EnvelopeFile)} {
		if _, err := bundle.Open(path); !errors.Is(err, attest.ErrRefused) {
			t.Errorf("%s: %v, want ErrRefused", path, err)
		}
	}
}

func TestUnsignedOpensButDoesNotVerify(t *testing.T) {
	dir := t.TempDir()
	if _, err := bundle.Write(dir, reportstest.Sample(), bundle.Options{}); err != nil {
		t.Fatal(err)
	}
	o, err := bundle.Open(dir)
	if err != nil || o.Result != nil {
		t.Errorf("unsigned: %v, %v", o, err)
	}
	if _, err := bundle.Verify(dir, bundle.Checks{}); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("unsigned: %v, want ErrRefused", err)
	}
}

func TestWriteReplacesTheEarlierReport(t *testing.T) {
	r := reportstest.Sample()
	dir, _ := folder(t, r)
	if _, err := bundle.Write(dir, reportstest.Conforming(), bundle.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{bundle.EnvelopeFile, bundle.SummaryFile} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s of the earlier report is still there", name)
		}
	}
}

func TestUnwritablePlaces(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain")
	if err := os.WriteFile(plain, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := bundle.Write(filepath.Join(plain, "out"), reportstest.Sample(), bundle.Options{})
	var exit *reports.Exit
	if !errors.As(err, &exit) || exit.Code != reports.ExitUsage {
		t.Errorf("below a plain file: %v, want exit %d", err, reports.ExitUsage)
	}
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("no /proc on this system: no folder in which nothing can be made even by root")
	}
	if err := bundle.WriteFile("/proc/touchstone", []byte("x")); !errors.As(err, &exit) || exit.Code == reports.ExitOK {
		t.Errorf("into /proc: %v, want *reports.Exit", err)
	}
}
