package process

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// TestFormats: a simulator that reads text for $readmemh and dumps memory, as test benches do.
func TestFormats(t *testing.T) {
	leavesNothing(t)
	b := newBench(t, image.Signature)
	var words []uint64
	for _, r := range b.records() {
		words = frame.Append(words, b.img.ID, r)
	}
	var log bytes.Buffer
	if err := binary.Write(&log, binary.LittleEndian, append(words, 0)); err != nil {
		t.Fatal(err)
	}
	memory := b.file("memory", log.String())
	u := &specs.IUT{Name: "bench", Start: specs.Start{
		Adapter: "process", Results: "signature", Machine: &specs.Machine{HexOrigin: 0x80000000},
		Command: []string{"sh", "-c", `cp "$1" "$2" "$DIR" && cp "$MEMORY" "$3" && echo "$4" >"$DIR/range"`, "bench",
			"{hex64}", "{bin}", "{dump}", "{from} {to}"},
		Environment: map[string]string{"DIR": b.dir, "MEMORY": memory},
	}}
	p, err := New(u, "rv64i", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	if err := p.Execute(t.Context(), b.img, func(trial.Outcome) error { n++; return nil }); err != nil || n != len(b.img.Cases) {
		t.Errorf("%d outcomes, %v", n, err)
	}
	for format, origin := range map[string]uint64{"hex64": 0x80000000, "bin": 0} {
		want, err := b.img.In(format, origin)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(b.dir, "image."+format)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v, %d bytes of %d", format, err, len(got), len(want))
		}
	}
	if got, err := os.ReadFile(filepath.Join(b.dir, "range")); err != nil || string(got) != fmt.Sprintf("%#x %#x\n", b.img.Log[0], b.img.Log[1]) {
		t.Errorf("%s, %v", got, err)
	}

	for _, tc := range []struct {
		command []string
		results string
		says    string
	}{
		{[]string{"sim", "{dump}"}, "signature", "where the image goes"},
		{[]string{"sim", "{hex}", "{dump}", "{signature}"}, "signature", "in one of them"},
		{[]string{"sim", "{hex}", "{dump}"}, "console", "{signature}"},
		{[]string{"sim", "{srec}"}, "console", "begins none of {elf} {bin}"},
	} {
		u.Start.Command, u.Start.Results = tc.command, tc.results
		if _, err := New(u, "rv64i", Limits{}); err == nil || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%v: %v, want %q", tc.command, err, tc.says)
		}
	}
}
