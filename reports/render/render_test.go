package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

var update = flag.Bool("update", false, "write the golden files")

var signature = &render.Signature{KeyIDs: []string{"sha256:5f3c"}, FirstKey: true, Envelope: "report.dsse.json"}

func TestGolden(t *testing.T) {
	samples := map[string]*reports.Report{"sample": reportstest.Sample(), "conforming": reportstest.Conforming(), "small": reportstest.Small()}
	for sample, files := range map[string][]string{
		"sample":     {"en.html", "zh.html", "en.junit", "en.markdown", "zh.markdown", "en.badge", "zh.badge", "en.text"},
		"conforming": {"en.markdown", "en.badge", "en.text"},
		"small":      {"en.html", "en.junit", "en.messages"},
	} {
		for _, file := range files {
			name := sample + "." + file
			t.Run(name, func(t *testing.T) {
				lang, format, _ := strings.Cut(file, ".")
				f, err := render.ByName(format)
				if err != nil {
					t.Fatal(err)
				}
				var b bytes.Buffer
				if err := f.Render(&b, samples[sample], render.Options{Lang: lang, Signature: signature}); err != nil {
					t.Fatal(err)
				}
				golden(t, name, b.Bytes())
			})
		}
	}
}

func golden(t *testing.T, name string, have []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, have, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), string(have)); diff != "" {
		t.Errorf("%s differs (go test -update accepts):\n%s", path, diff)
	}
}

func wellFormed(t *testing.T, text []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("not well-formed XML: %v", err)
		}
	}
}
