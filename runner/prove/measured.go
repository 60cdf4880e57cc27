package prove

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"touchstone/reports"
)

// measured.json is what `touchstone prove --record` found last: which suite it was measured with,
// and what every subject came to. A test fails when the suite has changed since.
//
//go:embed measured.json
var measuredJSON []byte

// Measurement is the whole of it.
type Measurement struct {
	Suite    string     `json:"suite_digest"`
	Results  []Result   `json:"results"`
	Excluded []Excluded `json:"excluded,omitempty"`

	killed map[string][]string
}

// Measured opens the embedded measurement, for a suite with the given digest. For another suite
// (a pack compiled from a folder) nothing has been measured, and no rule counts as tested.
func Measured(suite string) (*Measurement, error) {
	m := new(Measurement)
	if err := json.Unmarshal(measuredJSON, m); err != nil {
		return nil, fmt.Errorf("prove: measured.json: %w", err)
	}
	if m.Suite != suite {
		return &Measurement{}, nil
	}
	m.index()
	return m, nil
}

func (m *Measurement) index() {
	m.killed = map[string][]string{}
	for _, kind := range []Kind{Documented, Generated} { // documented defects first
		for _, r := range m.Results {
			if r.Kind == kind && r.Killed {
				for _, id := range r.Rules {
					m.killed[id] = append(m.killed[id], r.ID)
				}
			}
		}
	}
}

// Killed names the defects that a check naming the rule catches.
func (m *Measurement) Killed(rule string) []string { return m.killed[rule] }

// Sensitivity sums the measurement up, nil when there is none.
func (m *Measurement) Sensitivity() *reports.Sensitivity {
	if len(m.Results) == 0 {
		return nil
	}
	s := &reports.Sensitivity{Suite: m.Suite, Extensions: map[string]reports.Kills{}}
	for _, r := range m.Results {
		var k *reports.Kills
		switch r.Kind {
		case Documented:
			k = &s.Defects
		case Generated:
			k = &s.Mutants
		case Legal:
			k = &s.Variants
		}
		k.Total++
		if r.Good() {
			k.Killed++
		}
		if r.Kind != Legal {
			e := s.Extensions[r.Extension]
			e.Total++
			if r.Killed {
				e.Killed++
			}
			s.Extensions[r.Extension] = e
		}
	}
	return s
}

// Survivors are the subjects of which the suite made the wrong thing: defects that passed, and
// variants that failed.
func Survivors(results []Result) []Result {
	return slices.DeleteFunc(slices.Clone(results), Result.Good)
}

// Record is measured.json for these results. What is not needed to say how strong the suite is
// stays out of it.
func Record(suite string, results []Result) ([]byte, error) {
	m := Measurement{Suite: suite, Excluded: Exclusions()}
	for _, r := range results {
		r.What, r.Scenario, r.Check, r.Why = "", "", "", ""
		m.Results = append(m.Results, r)
	}
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	return append(text, '\n'), nil
}
