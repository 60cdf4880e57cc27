package waiver_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/reports/waiver"
)

func TestLoad(t *testing.T) {
	lab := key(t, 1)
	dir := t.TempDir()
	text := signed(t, good(), lab)
	write := func(name string, text []byte) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b.json", text)
	write("a.jsonl", append(append(text, '\n'), text...))
	write("README.md", []byte("# Waivers"))
	write(".hidden.json", []byte("x"))
	write("folder.json/inside.json", text)
	write("old/c.json", text)
	if err := os.Symlink("b.json", filepath.Join(dir, "link.json")); err != nil {
		t.Log("no links here:", err)
		write("link.json", text)
	}
	got, err := waiver.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var sources []string
	for _, l := range got {
		sources = append(sources, l.Source)
		if l.Err != nil {
			t.Errorf("%s: %v", l.Source, l.Err)
		}
	}
	if want := "a.jsonl:1 a.jsonl:2 b.json link.json"; strings.Join(sources, " ") != want {
		t.Errorf("read %v, want %s", sources, want)
	}
	if got, err := waiver.Load(filepath.Join(dir, "b.json")); err != nil || len(got) != 1 || got[0].Source != "b.json" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := waiver.Load(t.TempDir()); err != nil || len(got) != 0 {
		t.Errorf("an empty folder: %v, %v", got, err)
	}
	if _, err := waiver.Load(filepath.Join(dir, "nowhere")); !errors.Is(err, waiver.ErrPlace) || !strings.Contains(err.Error(), "README.md") {
		t.Errorf("nowhere: %v", err)
	}
	write("large.json", make([]byte, waiver.MaxFile+1))
	if _, err := waiver.Load(dir); !errors.Is(err, waiver.ErrPlace) || !strings.Contains(err.Error(), "16 MiB") {
		t.Errorf("too large: %v", err)
	}
}
