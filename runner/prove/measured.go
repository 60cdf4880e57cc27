package prove

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner"
)

// measured.json is what `touchstone prove --record` found last: which suite it was measured with,
// and what every subject came to under each profile. A test fails when the suite has changed since.
//
//go:embed measured.json
var measuredJSON []byte

// record is measured.json: measurements of one suite by profile and environment, under the names that entry gives.
type record struct {
	Suite    string                 `json:"suite_digest"`
	Profiles map[string]Measurement `json:"profiles"`
}

// inMachine is the environment whose measurements are called by their profile alone.
const inMachine = "machine"

// entry is the name of a measurement: RVI20U64 in the machine environment, RVI20U64/linux elsewhere.
func entry(profile, environment string) string {
	if environment == "" || environment == inMachine {
		return profile
	}
	return profile + "/" + environment
}

// environmentOf is the part of an entry that says in which environment it was measured.
func environmentOf(name string) string {
	if _, environment, ok := strings.Cut(name, "/"); ok {
		return environment
	}
	return inMachine
}

// Measurement is what the subjects came to under one profile, claimed with these extensions, in one
// environment: what is caught where all of a machine can be seen says nothing of what is seen of a process.
type Measurement struct {
	Suite      string     `json:"-"`
	Extensions []string   `json:"extensions"`
	Results    []Result   `json:"results"`
	Excluded   []Excluded `json:"excluded,omitempty"`

	killed map[string][]string
}

// Measured opens the embedded measurement for a plan: that of its profile in its environment, or else of
// another profile under which the same extensions were claimed there. For another suite (a pack compiled
// from a folder), another profile or another environment nothing has been measured, and no rule counts as tested.
func Measured(p *runner.Plan) (*Measurement, error) {
	text, err := recordOf(p)
	if err != nil {
		return nil, fmt.Errorf("prove: what was measured: %w", err)
	}
	return measuredIn(text, p.Suite, p.Request.ICS.Profile, p.Request.Environment, p.Extensions())
}

func measured(suite, profile, environment string, extensions []string) (*Measurement, error) {
	return measuredIn(measuredJSON, suite, profile, environment, extensions)
}

func measuredIn(text []byte, suite, profile, environment string, extensions []string) (*Measurement, error) {
	r, err := readRecord(text)
	if err != nil {
		return nil, fmt.Errorf("prove: what was measured: %w", err)
	}
	var m Measurement
	if r.Suite == suite {
		m = r.of(entry(profile, environment), extensions)
	}
	m.Suite = suite
	m.index()
	return &m, nil
}

func (r record) of(name string, extensions []string) Measurement {
	if m, ok := r.Profiles[name]; ok {
		return m
	}
	environment := environmentOf(name)
	for _, name := range slices.Sorted(maps.Keys(r.Profiles)) {
		if environmentOf(name) == environment && slices.Equal(r.Profiles[name].Extensions, extensions) {
			return r.Profiles[name]
		}
	}
	return Measurement{}
}

func readRecord(text []byte) (r record, err error) {
	return r, json.Unmarshal(text, &r)
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
		if r.Unseen != "" {
			continue
		}
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
		if r.Kind != Legal && r.Extension != "" {
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

// Record is measured.json with these results for the profile and the environment of a plan. What earlier, the file as it was,
// says of others stays if it is of the same suite, and so does what it says of subjects that were not
// tried again; nil: there was none. A measurement is of all subjects. What is not needed to say how
// strong the suite is stays out of it.
func Record(earlier []byte, p *runner.Plan, all []Subject, results []Result) ([]byte, error) {
	ids := make([]string, len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	return RecordOf(earlier, p, ids, results)
}

// RecordOf is Record of subjects by their ids.
func RecordOf(earlier []byte, p *runner.Plan, ids []string, results []Result) ([]byte, error) {
	var excluded []Excluded
	if !p.Exchanges() {
		excluded = Exclusions()
	}
	return recordedBut(excluded, earlier, p.Suite, entry(p.Request.ICS.Profile, p.Request.Environment), p.Extensions(), ids, results)
}

func recorded(earlier []byte, suite, name string, extensions, subjects []string, results []Result) ([]byte, error) {
	return recordedBut(Exclusions(), earlier, suite, name, extensions, subjects, results)
}

func recordedBut(excluded []Excluded, earlier []byte, suite, name string, extensions, subjects []string, results []Result) ([]byte, error) {
	r, err := readRecord(earlier)
	if len(earlier) > 0 && err != nil {
		return nil, fmt.Errorf("the measurement that is there already: %w; delete the file to begin anew", err)
	}
	if r.Suite != suite || r.Profiles == nil {
		r = record{suite, map[string]Measurement{}}
	}
	latest := map[string]Result{}
	if old := r.Profiles[name]; slices.Equal(old.Extensions, extensions) {
		for _, result := range old.Results {
			latest[result.ID] = result
		}
	}
	for _, result := range results {
		result.What, result.Scenario, result.Check, result.Why = "", "", "", ""
		latest[result.ID] = result
	}
	m := Measurement{Extensions: extensions, Excluded: excluded}
	for _, id := range subjects {
		result, ok := latest[id]
		if !ok {
			return nil, fmt.Errorf("%s has never been tried with this suite, and it is not the only one; try all before a part", id)
		}
		m.Results = append(m.Results, result)
	}
	r.Profiles[name] = m
	return r.text()
}

// text has a line for each result, so that two measurements can be compared.
func (r record) text() ([]byte, error) {
	var b bytes.Buffer
	var err error
	value := func(v any) {
		text, e := json.Marshal(v)
		err = errors.Join(err, e)
		b.Write(text)
	}
	b.WriteString("{\"suite_digest\":")
	value(r.Suite)
	b.WriteString(",\"profiles\":{")
	for n, profile := range slices.Sorted(maps.Keys(r.Profiles)) {
		m := r.Profiles[profile]
		b.WriteString([]string{"\n", ",\n"}[min(n, 1)])
		value(profile)
		b.WriteString(":{\"extensions\":")
		value(m.Extensions)
		b.WriteString(",\n\"excluded\":")
		value(m.Excluded)
		b.WriteString(",\"results\":[")
		for k, result := range m.Results {
			b.WriteString([]string{"\n", ",\n"}[min(k, 1)])
			value(result)
		}
		b.WriteString("\n]}")
	}
	b.WriteString("\n}}\n")
	return b.Bytes(), err
}
