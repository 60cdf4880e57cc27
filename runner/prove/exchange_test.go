package prove

import (
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"testing"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/iut/inside"
	"touchstone/runner/prove/oci"
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

// A wrong one is caught by its rule and by no other; a legal one is blamed when something fails, or comes to no end.
func TestConversations(t *testing.T) {
	pack, err := specs.Embedded("oci")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := runner.Make(t.Context(), runner.Request{Pack: pack, Features: features.Of("oci"), Environment: "service", Effort: "quick", Seed: 1, ICS: *pack.DefaultICS}, "")
	if err != nil {
		t.Fatal(err)
	}
	behaves := func(change func(w http.ResponseWriter, q *http.Request) (answered bool)) func() (iut.Exchanger, error) {
		return func() (iut.Exchanger, error) {
			right := oci.New(oci.Options{})
			return inside.Serve(reports.Implementation{Name: "registry"}, http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
				if !change(w, q) {
					right.ServeHTTP(w, q)
				}
			}))
		}
	}
	right := behaves(func(http.ResponseWriter, *http.Request) bool { return false })
	noBase := behaves(func(w http.ResponseWriter, q *http.Request) bool {
		if q.URL.Path == "/v2/" {
			w.WriteHeader(http.StatusNotFound)
		}
		return q.URL.Path == "/v2/"
	})
	breaksOff := behaves(func(_ http.ResponseWriter, q *http.Request) bool {
		if q.URL.Path == "/v2/" {
			panic(http.ErrAbortHandler)
		}
		return false
	})
	for _, tc := range []struct {
		what    string
		subject seeded.Subject
		good    bool
		why     string
	}{
		{"a right one", seeded.Subject{Legal: true, Open: right}, true, ""},
		{"a wrong one", seeded.Subject{Extension: "Pull", Rules: []string{"api-base"}, Open: noBase}, true, "404"},
		{"a wrong one that breaks another rule than it says", seeded.Subject{Extension: "Pull", Rules: []string{"blob-404"}, Open: noBase}, false, "only checks of other rules fail: api-base"},
		{"a wrong one that is right", seeded.Subject{Extension: "Pull", Rules: []string{"api-base"}, Open: right}, false, ""},
		{"a legal one that is wrong", seeded.Subject{Legal: true, Open: noBase}, false, "404"},
		{"a legal one whose answers do not come", seeded.Subject{Legal: true, Open: breaksOff}, false, "checks unresolved"},
	} {
		r, err := NewConversations(plan).Try(t.Context(), tc.subject)
		if err != nil || r.Good() != tc.good || !strings.Contains(r.Why, tc.why) {
			t.Errorf("%s: good is %t, because %q (%v)", tc.what, r.Good(), r.Why, err)
		}
	}
}
