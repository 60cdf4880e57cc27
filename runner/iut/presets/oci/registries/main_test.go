package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut/inside"
)

// What the suite finds of each registry, in this process. The rules that fail are looked into in the presets'
// findings; a change of them is news.
func TestRegistries(t *testing.T) {
	pack, err := specs.Embedded("oci")
	if err != nil {
		t.Fatal(err)
	}
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
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			h, err := kinds[tc.name].open()
			if err != nil {
				t.Fatal(err)
			}
			x, err := inside.Serve(reports.Implementation{Name: tc.name, Version: versionOf(kinds[tc.name].module)}, h)
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			plan, err := runner.Make(t.Context(), runner.Request{
				Pack: pack, Features: features.Of("oci"), Environment: specs.Service, Effort: "standard", Seed: 1,
				ICS: specs.ICS{Profile: "OCI-1.1", Extensions: tc.extensions},
			}, image.Console)
			if err != nil {
				t.Fatal(err)
			}
			outcomes := runner.NewOutcomes(plan)
			if err := plan.Execute(t.Context(), x, outcomes, runner.Options{}); err != nil {
				t.Fatal(err)
			}
			j, err := plan.Judge(outcomes, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
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
			if !slices.Equal(broken, tc.broken) || len(others) > 0 {
				t.Errorf("broken\n%q, want\n%q; %q", broken, tc.broken, others)
				for _, e := range j.Evidence {
					t.Log(e.Scenario, e.Rules, e.Why, e.Observed)
				}
			}
			if got, reasons := reports.Conclude(j.Verdicts); got != tc.conclusion {
				t.Errorf("%s, want %s: %v", got, tc.conclusion, reasons)
			}
			for _, c := range j.Verdicts.Classes {
				if c.Reading != tc.readings[c.Interpretation] {
					t.Errorf("%s: %s, want %s", c.Interpretation, c.Reading, tc.readings[c.Interpretation])
				}
			}
			t.Logf("%s %s: %d cases in %v", tc.name, versionOf(kinds[tc.name].module), len(plan.Cases), time.Since(start).Round(time.Millisecond))
		})
	}
}
