package prove

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner/prove/seeded"
	"touchstone/specs"
)

// What is recorded of packs of kind exchange is of the suite as it is, of every subject, and all of them came out right.
func TestRecordsOfConversationsAreFresh(t *testing.T) {
	files, err := fs.Glob(records, "measured/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(file, "measured/"), ".json")
		pack, err := specs.Embedded(name, specs.Rules)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		text, err := features.Digest(features.Of(name))
		if err != nil {
			t.Fatal(err)
		}
		recorded, err := fs.ReadFile(records, file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := readRecord(recorded)
		if err != nil {
			t.Fatal(err)
		}
		if suite := reports.Digest([]byte(pack.Digest() + "\n" + text + "\n")); r.Suite != suite {
			t.Errorf("%s is of suite %s, and this is %s: `touchstone prove --pack %s --record runner/prove/%s`", file, r.Suite, suite, name, file)
		}
		for profile, m := range r.Profiles {
			var want, got []string
			for _, x := range Seeded(name) {
				if extension := extensionOf(pack, x); extension == "" || slices.Contains(m.Extensions, extension) {
					want = append(want, x.ID)
				}
			}
			for _, r := range m.Results {
				got = append(got, r.ID)
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s: %d results of %d subjects", file, profile, len(got), len(want))
			}
			for _, s := range Survivors(m.Results) {
				t.Errorf("%s: %s: %s survived, or was blamed although legal", file, profile, s.ID)
			}
		}
	}
}

// Subjects have ids of their own, and say which rules of the pack they break.
func TestSeededSubjects(t *testing.T) {
	for _, name := range specs.Packs() {
		pack, err := specs.Embedded(name, specs.Rules)
		if err != nil {
			t.Fatal(err)
		}
		all := Seeded(name)
		if wrong := slices.DeleteFunc(slices.Clone(all), func(x seeded.Subject) bool { return x.Legal }); len(all) > 0 && len(wrong) < 30 {
			t.Errorf("%s has %d wrong implementations; 30 at least show what a suite is worth", name, len(wrong))
		}
		seen := map[string]bool{}
		for _, x := range all {
			if seen[x.ID] || x.What == "" || x.Open == nil || x.Legal != (len(x.Rules) == 0) {
				t.Errorf("%s: %s: an id that is taken, no words, or rules of a legal one", name, x.ID)
			}
			seen[x.ID] = true
			for _, id := range x.Rules {
				if _, ok := pack.Rule(id); !ok {
					t.Errorf("%s: %s breaks %s, which is no rule of the pack", name, x.ID, id)
				}
			}
		}
	}
}
