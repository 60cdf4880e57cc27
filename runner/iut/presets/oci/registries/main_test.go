package main

import (
	"fmt"
	"os/exec"
	"slices"
	"testing"
	"time"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	adapter "touchstone/runner/iut/http"
	"touchstone/runner/iut/inside"
	"touchstone/runner/iut/presets"
)

// What the suite finds of each registry. The rules that fail are looked into in the presets' findings; a change of
// them is news. The first two are in this process, the last is Debian's, if it is installed.
func TestRegistries(t *testing.T) {
	for _, tc := range []struct {
		name       string
		extensions []string
		conclusion reports.Conclusion
		broken     []string
		readings   map[string]string
	}{
		{
			"distribution", []string{"Push", "Discovery", "Management"}, reports.Conforming, nil,
			map[string]string{"order-of-tags": "bytes", "uuid-of-a-session": "rfc-9562"},
		},
		{
			"ggcr", []string{"Push", "Discovery", "Management", "Referrers"}, reports.NonConforming,
			[]string{
				"blob-404", "blob-range", "chunk-close", "delete-blob-404", "delete-manifest-gone", "head-404", "manifest-put", "manifest-put-digest",
				"manifest-put-reference", "name-grammar", "reference-form", "reference-missing-code", "reference-no-other", "referrers-annotations",
				"referrers-artifact-type", "referrers-filter", "repository-404", "single-post-201", "status-204", "subject-header",
				"tag-grammar", "tags-last-after", "unknown-upload-get", "unknown-upload-patch", "unknown-upload-put", "upload-put",
			},
			map[string]string{"order-of-tags": "bytes", "uuid-of-a-session": "unique"},
		},
		{
			"docker-registry", []string{"Push", "Discovery", "Management"}, reports.NonConforming,
			[]string{
				"blob-range", "chunk-416", "chunk-first", "chunk-order", "manifest-404", "tags-last", "tags-last-after", "tags-last-order",
				"tags-n", "tags-n-order", "tags-n-zero", "tags-order",
			},
			map[string]string{"uuid-of-a-session": "rfc-9562"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			x := open(t, tc.name)
			defer x.Close()
			im, err := x.Describe(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			p, j := judge(t, x, tc.extensions)
			var broken, others []string
			for _, r := range j.Verdicts.Rules {
				switch r.Verdict {
				case reports.Fail:
					broken = append(broken, r.ID)
				case reports.Error, reports.Inconclusive:
					others = append(others, fmt.Sprint(r.ID, " ", r.Verdict))
				}
			}
			slices.Sort(broken)
			if tc.name == "docker-registry" { // whose order of tags is the file system's, and may be right by chance
				unordered := func(id string) bool {
					return slices.Contains([]string{"tags-order", "tags-n-order", "tags-last-order"}, id)
				}
				broken, tc.broken = slices.DeleteFunc(broken, unordered), slices.DeleteFunc(tc.broken, unordered)
			}
			if !slices.Equal(broken, tc.broken) || len(others) > 0 {
				t.Errorf("broken\n%q, want\n%q; %q", broken, tc.broken, others)
				for _, e := range j.Evidence {
					t.Log(e.Scenario, e.Rules, e.Why)
				}
			}
			if got, reasons := reports.Conclude(j.Verdicts); got != tc.conclusion {
				t.Errorf("%s, want %s: %v", got, tc.conclusion, reasons)
			}
			for _, c := range j.Verdicts.Classes {
				if want, ok := tc.readings[c.Interpretation]; ok && c.Reading != want {
					t.Errorf("%s: %s, want %s", c.Interpretation, c.Reading, want)
				}
			}
			t.Logf("%s %s: %d cases in %v", im.Name, im.Version, len(p.Cases), time.Since(start).Round(time.Millisecond))
		})
	}
}

// open makes a registry in this process, or starts one that is installed.
func open(t *testing.T, name string) iut.Exchanger {
	t.Helper()
	var x iut.Exchanger
	if kind, ok := kinds[name]; ok {
		h, err := kind.open()
		if err != nil {
			t.Fatal(err)
		}
		if x, err = inside.Serve(reports.Implementation{Name: name, Version: versionOf(kind.module)}, h); err != nil {
			t.Fatal(err)
		}
		return x
	}
	u, err := presets.Load("oci/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath(u.Start.Command[0]); err != nil {
		t.Skipf("%s is not installed: apt install docker-registry", u.Start.Command[0])
	}
	if x, err = adapter.New(u, adapter.Options{Files: presets.Folder("oci/" + name)}); err != nil {
		t.Fatal(err)
	}
	return x
}

// judge runs the suite.
func judge(t *testing.T, x iut.Exchanger, extensions []string) (*runner.Plan, *runner.Judged) {
	t.Helper()
	pack, err := specs.Embedded("oci")
	if err != nil {
		t.Fatal(err)
	}
	p, err := runner.Make(t.Context(), runner.Request{
		Pack: pack, Features: features.Of("oci"), Environment: specs.Service, Effort: "standard", Seed: 1,
		ICS: specs.ICS{Profile: "OCI-1.1", Extensions: extensions},
	}, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	outcomes := runner.NewOutcomes(p)
	if err := p.Execute(t.Context(), x, outcomes, runner.Options{}); err != nil {
		t.Fatal(err)
	}
	j, err := p.Judge(outcomes, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, j
}
