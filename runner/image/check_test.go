package image

import (
	"slices"
	"strings"
	"testing"

	"touchstone/runner/trial"
)

// TestWords: what was brought back of a self-checking image is one line, about this image.
func TestWords(t *testing.T) {
	img := &Image{Name: "m-0001", ID: 0x1f, Cases: []int{7, 8, 9}}
	for _, tc := range []struct {
		text string
		want *Word
		says string
	}{
		{"PASS\n", &Word{}, ""},
		{"boot\r\nPASS 000000000000001f\r\nbye", &Word{}, ""},
		{"FAIL case 2", &Word{Number: 2}, ""},
		{"FAIL 000000000000001f case 003\n", &Word{Number: 3}, ""},
		{"FAIL case 4", &Word{Overwritten: true}, ""},
		{"FAIL case 5", &Word{NotTaken: true}, ""},
		{" \n", nil, ""},
		{"FAIL case 6", nil, "has 3 cases"},
		{"FAIL case 0", nil, "say which case"},
		{"FAIL\n", nil, "say which case"},
		{"PASS case 1", nil, "has no case"},
		{"PASS 0000000000000020", nil, "another image"},
		{"PASS\nPASS\n", nil, "leave the one line"},
		{"PASS\nFAIL case 1\n", nil, "leave the one line"},
		{"pass", nil, "no line in it"},
		{"PASSED", nil, "no line in it"},
		{"FAIL case 99999999999", nil, "no line in it"},
	} {
		w, err := img.Word([]byte(tc.text))
		if tc.says != "" {
			if err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("%q: %v, %v, want %q", tc.text, w, err, tc.says)
			}
			continue
		}
		if err != nil || (w == nil) != (tc.want == nil) || w != nil && *w != *tc.want {
			t.Errorf("%q: %+v, %v, want %+v", tc.text, w, err, tc.want)
		}
	}
}

// FuzzWord: whatever was brought back, it is refused, empty, or about a case that the image has.
func FuzzWord(f *testing.F) {
	for _, text := range []string{"PASS", "FAIL case 3", "FAIL 000000000000001f case 003\n", "x\nPASS\n", "FAIL case 0", ""} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		img := &Image{Name: "m-0001", ID: 0x1f, Cases: []int{7, 8, 9}}
		w, err := img.Word(text)
		if err == nil && w != nil && (w.Number < 0 || w.Number > len(img.Cases) || w.Number > 0 && (w.Overwritten || w.NotTaken)) {
			t.Errorf("%q: %+v", text, w)
		}
	})
}

// TestPayload: the record of an outcome is the one that the runtime makes, in its order.
func TestPayload(t *testing.T) {
	img := &Image{Map: DefaultMap(), Setting: trial.Setting{Float: true, VLEN: 128}, CSRs: map[uint16]string{csrFcsr: "fcsr", csrVl: "vl"}}
	o := trial.Outcome{Status: trial.Finished, Trap: trial.Trap{Cause: 8, PC: 0x10, Mode: "U"}, Changed: []trial.Change{
		{Loc: "x5", Value: 1}, {Loc: "mem:80010808", Value: 2}, {Loc: "mem:80010800", Value: 3}, {Loc: "csr:vl", Value: 4},
		{Loc: "v3[1]", Value: 5}, {Loc: "f9", Value: 6}, {Loc: "csr:fcsr", Value: 7}, {Loc: "fs", Value: 3}, {Loc: "x1", Value: 9},
	}}
	words, err := img.Payload(o)
	want := []uint64{8, 0x10, 0, 0, 0x40, 3, 0x1003, 7, 0x29, 6, 0x1c20, 4, 0x4007, 5, 1, 9, 5, 1, 0x80010800, 3, 0x80010808, 2}
	if err != nil || !slices.Equal(words, want) {
		t.Errorf("%x, %v, want %x", words, err, want)
	}
	for _, wrong := range []trial.Change{{Loc: "csr:mepc"}, {Loc: "csr:0x342"}, {Loc: "before:csr:vl"}, {Loc: "v3[2]"}, {Loc: "h1:x3"}} {
		o.Changed = []trial.Change{wrong}
		if words, err := img.Payload(o); err == nil {
			t.Errorf("%s: %x", wrong.Loc, words)
		}
	}
	o.Changed, o.Trap.Mode = nil, ""
	if _, err := img.Payload(o); err == nil {
		t.Error("a record without a mode")
	}
}
