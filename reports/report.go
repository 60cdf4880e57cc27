// Package reports is the first floor: what a conformance run says. A [Report] is one canonical
// JSON document; every other form (HTML, JUnit, Markdown, badge) is rendered from it, and a
// signed envelope (package attest) binds its exact bytes.
//
// The Verdicts object is a pure function of suite, implementation and seed: the same three give
// the same bytes. Times, retries and host facts live in Run.
//
// # From verdicts to a report
//
//	sidecar, err := reports.NewSidecar(dir)   // every outcome, in the plan's order: Add, Close
//	r := &reports.Report{Suite: …, Verdicts: …} // Outcomes: sidecar.Digest(); roots: sidecar.Root(scenario)
//	err = r.Seal()                            // counts, conclusion with its reasons, ID
//	files, err := bundle.Write(dir, r, bundle.Options{Keys: …})
//
// # Reading one
//
// [Decode] is strict: schema and canonical form. [Report.Consistent] says whether ID, counts and
// conclusion follow from the rules. Package bundle opens and verifies a whole folder.
//
// # Reasons
//
// Whatever has no pass or fail says why: "class: words" ([Because]), where the class is one of
// the Reason constants. [Conclude] depends on it: a rule whose scenarios could have run in the
// declared environments and did not keeps a report from being conforming, and [Runnable] decides
// by the class.
package reports

import "touchstone/specs"

// Verdict is the closed set of DESIGN section 2.
type Verdict string

const (
	Pass          Verdict = "pass"
	Fail          Verdict = "fail"
	Error         Verdict = "error"
	Inconclusive  Verdict = "inconclusive"
	Untested      Verdict = "untested"
	NotApplicable Verdict = "not-applicable"
)

// Conclusion is the word over a profile.
type Conclusion string

const (
	Conforming    Conclusion = "conforming"
	NonConforming Conclusion = "non-conforming"
	Unresolved    Conclusion = "inconclusive"
)

// SchemaID names the document's schema, specs/schema/report.schema.json.
const SchemaID = "touchstone/report/v1"

// Report is the canonical document.
type Report struct {
	Schema         string         `json:"schema"` // SchemaID
	ID             string         `json:"id"`     // "ts1-" + first 20 hex digits of sha256 over suite, implementation, verdicts
	Suite          Suite          `json:"suite"`
	Implementation Implementation `json:"implementation"`
	ICS            specs.ICS      `json:"ics"`
	Kit            *Kit           `json:"kit,omitempty"` // nil: the runner executed the images itself
	Run            Run            `json:"run"`
	Verdicts       Verdicts       `json:"verdicts"`
	Findings       []Finding      `json:"findings,omitempty"` // the failures, by fault
	Unseen         []Unseen       `json:"unseen,omitempty"`   // known faults that did not show
	Evidence       []Evidence     `json:"evidence"`           // minimised failures, at most 20 a rule
}

// Suite is what judged: digests are "sha256:<hex>".
type Suite struct {
	Name        string `json:"name"` // "touchstone"
	Version     string `json:"version"`
	Pack        string `json:"pack"`
	PackVersion string `json:"pack_version"`
	PackSource  string `json:"pack_source"`
	Spec        string `json:"spec_digest"`
	Features    string `json:"features_digest"`
	Plan        string `json:"plan_digest"`
	Images      string `json:"images_digest"`
	Outcomes    string `json:"outcomes_digest"` // of the sidecar file
	Runner      string `json:"runner_digest,omitzero"`

	// Of several environments: then Plan and Images are over theirs, and Outcomes is empty.
	Environments []In `json:"environments,omitempty"`
}

// Implementation is what was judged, as its adapter describes it.
type Implementation struct {
	Name    string   `json:"name"`
	Version string   `json:"version,omitzero"`
	Vendor  string   `json:"vendor,omitzero"`
	Adapter string   `json:"adapter"`           // "embedded", "process"
	Command []string `json:"command,omitempty"` // template, for process
	Digest  string   `json:"digest,omitzero"`   // of the executable, when there is one
}

// Run is what varies between two runs with the same verdicts.
type Run struct {
	Started  string   `json:"started"` // RFC 3339, UTC
	Finished string   `json:"finished"`
	Host     string   `json:"host"` // "linux/amd64", never a host's name
	Jobs     int      `json:"jobs"`
	Retries  []string `json:"retries,omitempty"` // what had to be run again, and why
	Resumed  bool     `json:"resumed,omitzero"`
	Flaky    []Flaky  `json:"flaky,omitempty"`
}

// Flaky is a case that did not end in the same way each time it was executed, and how often in which
// way: "pass", "fail", "hang", "crash", or "finished" where it was not judged each time.
type Flaky struct {
	Environment string         `json:"environment,omitzero"` // of several
	Case        string         `json:"case"`
	Runs        map[string]int `json:"runs"`
}

// Verdicts is deterministic in suite, implementation and seed.
type Verdicts struct {
	Profile      string             `json:"profile"`
	Conclusion   Conclusion         `json:"conclusion"`
	Reasons      []string           `json:"reasons"` // why not conforming, in plain words; the environments and tested/testable figure when it is
	Environments []string           `json:"environments"`
	Effort       string             `json:"effort"`
	Seed         string             `json:"seed"`
	Select       string             `json:"select,omitzero"` // a partial run is never conforming
	Counts       Counts             `json:"counts"`
	Extensions   []ExtensionVerdict `json:"extensions"`
	Rules        []RuleVerdict      `json:"rules"`
	Scenarios    []ScenarioVerdict  `json:"scenarios"`
	Waivers      []Waiver           `json:"waivers,omitempty"`
	Sensitivity  *Sensitivity       `json:"sensitivity,omitempty"`

	Classes    []ClassVerdict `json:"classes,omitempty"`    // of the implementation, where readings are told apart and none is wrong
	Departures []string       `json:"departures,omitempty"` // rules that fail and are recommendations: see DeparturesOf
}

// Counts of the requirements in scope and of what ran.
type Counts struct {
	Rules         int            `json:"rules"` // every rule in scope, of every kind
	Requirements  int            `json:"requirements"`
	Testable      int            `json:"testable"` // requirements with no untestable reason
	Tested        int            `json:"tested"`   // some defect violating it is killed by a check that names it
	Touched       int            `json:"touched"`  // merely run through
	Passed        int            `json:"passed"`
	Failed        int            `json:"failed"`
	Errors        int            `json:"errors"`
	Inconclusive  int            `json:"inconclusive"`
	Untested      int            `json:"untested"`
	NotApplicable int            `json:"not_applicable"`
	Untestable    map[string]int `json:"untestable,omitempty"` // by reason
	Scenarios     int            `json:"scenarios"`
	ScenariosRun  int            `json:"scenarios_run"`
	Cases         int            `json:"cases"`
	Vectors       int            `json:"vectors"`                // distinct: different code or before-state
	Checks        int            `json:"checks"`                 // evaluated
	Instructions  map[string]int `json:"instructions,omitempty"` // distinct vectors by instruction, or by operation
}

// ExtensionVerdict is one line of the profile.
type ExtensionVerdict struct {
	Name    string  `json:"name"`
	Version string  `json:"version,omitzero"`
	Status  string  `json:"status"` // "base", "mandatory", "optional"
	Claimed bool    `json:"claimed"`
	Verdict Verdict `json:"verdict"`
	Reason  string  `json:"reason,omitzero"`
	Passed  int     `json:"passed"`
	Failed  int     `json:"failed"`
	Total   int     `json:"total"` // requirements
}

// RuleVerdict is the verdict on one normative rule.
type RuleVerdict struct {
	ID         string   `json:"id"`
	Extension  string   `json:"extension"`
	Chapter    string   `json:"chapter"`
	Kind       string   `json:"kind"`
	Level      string   `json:"level"`
	Summary    string   `json:"summary"`
	Source     string   `json:"source"`              // "unpriv/m-st-ext.adoc:91"
	Unverified bool     `json:"unverified,omitzero"` // the clause was not read in the standard's own text
	Verdict    Verdict  `json:"verdict"`
	Strength   string   `json:"strength,omitzero"` // "tested" or "touched", of a rule that ran
	Reason     string   `json:"reason,omitzero"`   // why untested, not applicable, inconclusive, error: see Because
	Passed     int      `json:"passed"`            // check evaluations
	Failed     int      `json:"failed"`
	Scenarios  []string `json:"scenarios,omitempty"` // ids of those that name it
	Killed     []string `json:"killed,omitempty"`    // defects that a check naming this rule catches (at most three)

	Environments []InVerdict `json:"environments,omitempty"` // what each of several showed
}

// ScenarioVerdict is one entry of the scenario index.
type ScenarioVerdict struct {
	ID      string   `json:"id"`
	Feature string   `json:"feature"`
	Name    string   `json:"name"`
	Tags    []string `json:"tags,omitempty"`
	Rules   []string `json:"rules,omitempty"`
	Verdict Verdict  `json:"verdict"`
	Reason  string   `json:"reason,omitzero"` // see Because
	Cases   int      `json:"cases"`
	Passed  int      `json:"passed"` // check evaluations
	Failed  int      `json:"failed"`
	Steps   []Step   `json:"steps,omitempty"` // none of a scenario that is not applicable
	Root    string   `json:"root,omitzero"`   // Merkle root over the canonical outcomes of its cases

	Environments []InVerdict `json:"environments,omitempty"` // what each of several showed, with its root
}

// Step is a line of the scenario as it ran.
type Step struct {
	Text    string  `json:"text"`
	Verdict Verdict `json:"verdict,omitzero"` // of a Then
}

// Evidence is one failing case, minimised: enough to understand and to run it again.
type Evidence struct {
	Rules    []string `json:"rules"`
	Scenario string   `json:"scenario"`
	Case     string   `json:"case"`
	Check    string   `json:"check"`    // the Then
	Code     []string `json:"code"`     // "80001000  02b50533  mul a0, a0, a1"
	Before   []string `json:"before"`   // "a0 = 0x8000000000000000"
	Allowed  []string `json:"allowed"`  // "a0 = 0x0 (mul_op)"
	Observed []string `json:"observed"` // "a0 = 0x1"
	Why      string   `json:"why"`      // one sentence
	Alike    int      `json:"alike"`    // further cases of the same scenario that fail the same way

	Environment string `json:"environment,omitzero"` // in which it was seen, of several

	Reproduce []string `json:"reproduce,omitempty"` // the simplest such case, as a scenario that can be run as it stands
}

// Waiver accepts a failure without changing its verdict, on the word of who made the report. Signed
// waivers, and those that are made later, stand beside the report: see package waiver.
type Waiver struct {
	Rule    string `json:"rule"`
	Owner   string `json:"owner"`
	Reason  string `json:"reason"`
	Expires string `json:"expires"` // RFC 3339 date
}

// Sensitivity is what the suite caught when it was run on purpose against wrong implementations.
type Sensitivity struct {
	Suite      string           `json:"suite_digest"` // spec+features digest that it was measured with
	Defects    Kills            `json:"defects"`      // documented defects of real cores
	Mutants    Kills            `json:"mutants"`
	Variants   Kills            `json:"variants"` // legal variants: Killed counts those that passed
	Extensions map[string]Kills `json:"extensions,omitempty"`
}

// Kills is killed of total.
type Kills struct {
	Killed int `json:"killed"`
	Total  int `json:"total"`
}
