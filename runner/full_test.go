package runner

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func writeJournal(t testing.TB, dir string, text []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "journal.jsonl"), text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func readJournal(t testing.TB, dir string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// full is a disk that has so much room left.
type full struct {
	to   io.Writer
	room int
}

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	f.room -= n
	if m, err := f.to.Write(p[:n]); err != nil || n == len(p) {
		return m, err
	}
	return n, syscall.ENOSPC
}

// TestFullDisk: when the journal cannot be written the run ends and says so; with room again it goes
// on from there.
func TestFullDisk(t *testing.T) {
	p := planOf(t, several)
	text, want := journaled(t, p, record(t, p))
	for room := 0; room < len(text); room += 1 + len(text)/40 {
		dir := t.TempDir()
		o, err := OpenJournal(p, dir, false)
		if err != nil {
			t.Fatal(err)
		}
		// The header is in the buffer: what is written through a small one fails at once.
		if err := o.out.Flush(); err != nil {
			t.Fatal(err)
		}
		o.out = bufio.NewWriterSize(&full{o.journal, room}, 16)
		err = errors.Join(p.Execute(t.Context(), record(t, p), o, Options{Jobs: 1}), o.Close())
		if room < len(text)-200 && (!errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "journal")) {
			t.Errorf("room for %d bytes of %d: %v", room, len(text), err)
		}
		if got := verdictBytes(t, p, resumed(t, p, record(t, p), readJournal(t, dir))); !bytes.Equal(got, want) {
			t.Fatalf("room for %d bytes: %s", room, cmp.Diff(string(want), string(got)))
		}
	}
}
