package image

import (
	"slices"
	"testing"

	"touchstone/runner/trial"
)

// TestChunksStandAlone: what makes one image makes one image again by itself, as when some of its
// cases run again; also where an image begins in the middle of cases that share vectors.
func TestChunksStandAlone(t *testing.T) {
	setting := trial.Setting{VLEN: 4096}
	shared := []*trial.Vectors{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	var items []Item
	for i := range 3000 {
		items = append(items, Item{Index: i, Case: &trial.Case{Setting: setting, Vectors: shared[i%500/200]}})
	}
	n := 0
	for part := range chunks(items, len(items)) {
		n++
		if again := slices.Collect(chunks(part, len(part))); len(again) != 1 {
			t.Errorf("%d cases of one image make %d images", len(part), len(again))
		}
	}
	if n < 2 {
		t.Errorf("%d cases make %d image; they are to fill several", len(items), n)
	}
}
