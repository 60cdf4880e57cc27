package steps

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"touchstone/features"
)

// TestTagsCoverPrograms: the extensions that a scenario's tags name are enough for its programs, each
// alternative by itself. An implementation that claims no more can be judged.
func TestTagsCoverPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles every feature under the least of claims")
	}
	suite, err := features.Parse(features.Of("riscv"))
	if err != nil {
		t.Fatal(err)
	}
	claims := map[string]fstest.MapFS{} // by extensions
	for _, file := range suite {
		for _, s := range file.Scenarios {
			for _, exts := range choices(s.Tag("ext")) {
				key := strings.Join(exts, " ")
				if claims[key] == nil {
					claims[key] = fstest.MapFS{}
				}
				claims[key][file.URI] = &fstest.MapFile{Data: file.Text}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(claims)) {
		exts := strings.Fields(key)
		c := testContext(t, append([]string{"I"}, exts...)...)
		c.ICS.Parameters = c.Pack.DefaultICS.Parameters
		c.ICS.Harts = 2
		trials, err := Compile(t.Context(), c, claims[key], func(s Scenario) (bool, string) {
			return slices.ContainsFunc(choices(s.Tag("ext")), func(one []string) bool { return slices.Equal(one, exts) }), "another claim's"
		})
		if err != nil {
			t.Errorf("under the claim of %s alone: %v", key, err)
		} else if len(trials) == 0 {
			t.Error(fmt.Errorf("no scenario under the claim of %s", key))
		}
	}
}

// choices are the sets of extensions under which a scenario with these tags can be judged, in order
// and without repetitions.
func choices(tags []string) [][]string {
	out := [][]string{nil}
	for _, tag := range tags {
		var longer [][]string
		for name := range strings.SplitSeq(tag, "|") {
			for _, exts := range out {
				longer = append(longer, append(slices.Clone(exts), name))
			}
		}
		out = longer
	}
	for i := range out {
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}
