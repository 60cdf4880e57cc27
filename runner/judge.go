package runner

import (
	"reflect"
	"runtime"
	"slices"
	"sync"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/exchange"
)

// judgement gathers what the checks of one trial say.
type judgement struct {
	scenario tally
	steps    []tally // by check
	rules    map[string]*tally
	failures []failure
	checks   int
	readings map[string]map[string]int // cases, by interpretation and reading
}

// failure is one failed evaluation, kept for evidence and for `prove`.
type failure struct {
	view  *view
	check *trial.Check
	f     finding
	rules []string
}

func (j *judgement) record(v *view, ch *trial.Check, step int, f finding) {
	j.checks++
	j.scenario.add(f.verdict, f.why)
	j.steps[step].add(f.verdict, f.why)
	good, bad := f.rules, f.broken
	if f.reading != "" {
		if e, ok := ch.Expect.(trial.Meets); ok {
			j.follow(e.Condition.(*exchange.Condition).Reading().ID, f.reading)
		}
	}
	if f.exact {
		// It says itself which rules it speaks for.
	} else if len(good) == 0 && len(bad) == 0 {
		if f.verdict == reports.Pass {
			good = ch.Rules
		} else {
			bad = rulesOf(ch, v)
		}
	} else if f.verdict == reports.Pass {
		good = union(good, ch.Rules)
	} else {
		bad = union(bad, ch.Rules) // a Then that was narrowed to rules speaks for them too
	}
	if f.verdict == reports.Fail && len(bad) == 0 {
		bad = rulesOf(ch, v) // that other rules were exercised and kept is no excuse
	}
	for _, id := range good {
		j.rule(id).add(reports.Pass, "")
	}
	for _, id := range bad {
		j.rule(id).add(f.verdict, f.why)
	}
	if f.verdict == reports.Fail {
		j.failures = append(j.failures, failure{v, ch, f, bad})
	}
}

// follow notes that a case follows a reading.
func (j *judgement) follow(interpretation, reading string) {
	if j.readings == nil {
		j.readings = map[string]map[string]int{}
	}
	if j.readings[interpretation] == nil {
		j.readings[interpretation] = map[string]int{}
	}
	j.readings[interpretation][reading]++
}

func (j *judgement) rule(id string) *tally {
	t := j.rules[id]
	if t == nil {
		t = &tally{}
		j.rules[id] = t
	}
	return t
}

// union adds the elements of b that a lacks. It leaves both as they are.
func union(a, b []string) []string {
	out := slices.Clip(a)
	for _, id := range b {
		if !slices.Contains(a, id) {
			out = append(out, id)
		}
	}
	return out
}

// rulesOf are the rules that a check without findings of its own speaks for: those it names, or
// those of its scenario.
func rulesOf(ch *trial.Check, v *view) []string {
	if len(ch.Rules) > 0 {
		return ch.Rules
	}
	return v.trial.Rules
}

// judgeTrial evaluates every check of a trial. Cases that known says are as in a run that passed are
// not evaluated one by one again.
func (p *Plan) judgeTrial(t *trial.Trial, views []*view, known func(c int) bool) *judgement {
	j := &judgement{steps: make([]tally, len(t.Checks)), rules: map[string]*tally{}}
	for i := range t.Checks {
		ch := &t.Checks[i]
		switch e := ch.Expect.(type) {
		case trial.Alike:
			for _, c := range alike(e, views) {
				j.record(c.at, ch, i, p.blameRow(c.at, c.f))
			}
		case trial.Same:
			for _, c := range same(e, views) {
				j.record(c.at, ch, i, p.blameRow(c.at, c.f))
			}
		default:
			silent := 0
			for _, c := range ch.Cases {
				if known != nil && known(c) {
					continue
				}
				f := p.evaluate(ch, views[c])
				if f.verdict == reports.Untested && f.why == "" {
					// The standard says nothing of this one: evidence of nothing, unless it is so of all.
					if silent++; silent < len(ch.Cases) {
						continue
					}
				}
				if _, ok := ch.Expect.(trial.Allowed); ok {
					f = p.blameRow(views[c], f)
				}
				j.record(views[c], ch, i, f)
			}
		}
	}
	return j
}

// blameRow gives a finding that names no rules those of the row under test: what the instruction
// does is what differed.
func (p *Plan) blameRow(v *view, f finding) finding {
	if f.verdict == reports.Untested || len(f.broken) > 0 || f.verdict == reports.Pass && len(f.rules) > 0 || v.c.Stub.Insn == "" {
		return f
	}
	in, ok := p.Table.Lookup(v.c.Stub.Insn)
	if !ok {
		return f
	}
	rules := in.Row.Rules["result"]
	if f.verdict == reports.Pass {
		f.rules = rules
	} else {
		f.broken = rules
	}
	return f
}

// Judged is what the outcomes of a plan say.
type Judged struct {
	Verdicts reports.Verdicts
	Findings []reports.Finding
	Evidence []reports.Evidence
	Footing  []image.FootingResult

	kinship []kin             // of each finding
	unseen  []*specs.Analysis // that should have shown
	stopped map[string]bool   // cases of evidence that the implementation did not come back from
}

// Strength says how strongly the suite is known to test a rule: names of the defects that a check
// naming the rule kills (package prove measures it).
type Strength interface {
	Killed(rule string) []string
	Sensitivity() *reports.Sensitivity
}

// judgeAll evaluates all trials, in parallel, in the order of the plan. What is as in passed, a run
// of which every check passed, is not evaluated again; nil: there is none.
func (p *Plan) judgeAll(outcomes, passed *Outcomes) []*judgement {
	out := make([]*judgement, len(p.Trials))
	first := make([]int, len(p.Trials))
	for index, ref := range p.Cases {
		if ref.Case == 0 {
			first[ref.Trial] = index
		}
	}
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				var known func(int) bool
				if passed != nil {
					known = func(c int) bool { return reflect.DeepEqual(outcomes.get(first[i]+c), passed.get(first[i]+c)) }
					if all(len(p.Trials[i].Cases), known) {
						out[i] = &judgement{}
						continue
					}
				}
				out[i] = p.judgeTrial(&p.Trials[i], p.views(i, first[i], outcomes), known)
			}
		})
	}
	for i := range p.Trials {
		next <- i
	}
	close(next)
	workers.Wait()
	return out
}

// all says whether a condition holds for 0 to n-1.
func all(n int, holds func(int) bool) bool {
	for i := range n {
		if !holds(i) {
			return false
		}
	}
	return true
}

// views are those of a trial's cases, of which the first has the plan index first.
func (p *Plan) views(i, first int, outcomes *Outcomes) []*view {
	t := &p.Trials[i]
	views := make([]*view, len(t.Cases))
	if p.Exchanges() {
		all := make([]view, len(t.Cases))
		for c := range t.Cases {
			all[c] = view{trial: t, c: &t.Cases[c], o: outcomes.get(first + c)}
			views[c] = &all[c]
		}
		return views
	}
	setup := p.eachSetup()
	for c := range t.Cases {
		from, _ := setup(&t.Cases[c].Setting) // that it can be settled was seen when its image was built
		views[c] = newView(t, &t.Cases[c], p.code[first+c], p.Map, from, outcomes.get(first+c))
	}
	return views
}

// Judge evaluates every check against the outcomes. What is known of the implementation's faults
// explains failures; it changes no verdict.
func (p *Plan) Judge(outcomes *Outcomes, root func(scenario string) string, strength Strength, known ...*specs.Analysis) (*Judged, error) {
	broken := map[string]string{}
	lost := "the image that tests what the runtime stands on was not run to its end"
	var footing []image.FootingResult
	if p.Exchanges() {
		lost = "" // nothing stands on anything
	} else if outcomes.footed {
		footing, lost = p.footing(outcomes.footing), ""
	}
	for _, f := range footing {
		if !f.OK {
			lost = "the instructions that the runtime stands on are broken"
			for _, rule := range f.Rules {
				broken[rule] = f.Why
			}
		}
	}
	if p.checked != nil {
		strength = nil // it was measured with all outcomes in sight, and of all cases
	}
	judgements := p.judgeAll(outcomes, nil)
	if lost != "" {
		loseFooting(judgements, lost)
	}
	v := reports.Verdicts{
		Profile: p.Request.ICS.Profile, Environments: []string{p.Request.Environment},
		Effort: p.Request.Effort, Seed: seedText(p.Request.Seed), Select: p.Request.Select,
	}
	rules := map[string]*tally{}
	for _, j := range judgements {
		v.Counts.Checks += j.checks
		for id, t := range j.rules {
			if rules[id] == nil {
				rules[id] = &tally{}
			}
			rules[id].merge(*t)
		}
	}
	for id, why := range broken {
		rules[id] = &tally{failed: 1, reason: why}
	}
	v.Counts.Cases = len(p.Cases)
	v.Counts.Vectors, v.Counts.Instructions = p.Vectors()
	v.Scenarios = p.scenarioVerdicts(judgements, root)
	v.Rules = p.ruleVerdicts(rules, p.speaking(judgements), strength)
	v.Extensions = p.extensionVerdicts(v.Rules, v.Scenarios)
	if p.Exchanges() {
		v.Classes, v.Departures = classes(judgements, p.Request.Pack), reports.DeparturesOf(v.Rules)
	}
	if strength != nil {
		v.Sensitivity = strength.Sensitivity()
	}
	j := &Judged{Verdicts: v, Evidence: p.evidence(judgements), Footing: footing, stopped: stoppedCases(judgements)}
	j.Findings, j.kinship = p.findings(judgements, v.Rules, footing, known)
	j.unseen = p.unseen(j.kinship, v.Rules, known)
	return j, nil
}

// stoppedCases are those that hung or ended the implementation.
func stoppedCases(js []*judgement) map[string]bool {
	out := map[string]bool{}
	for _, j := range js {
		for _, f := range j.failures {
			if stopped(f.view) {
				out[f.view.c.ID] = true
			}
		}
	}
	return out
}

// loseFooting makes every finding inconclusive: the instructions that carried the records are
// themselves broken, or nobody knows, so nothing that they carried can blame, or clear, another rule.
func loseFooting(js []*judgement, words string) {
	why := reports.Because(reports.ReasonFooting, words)
	lose := func(t *tally) {
		*t = tally{unresolved: t.passed + t.failed + t.errors + t.unresolved, reason: why}
	}
	for _, j := range js {
		lose(&j.scenario)
		for i := range j.steps {
			lose(&j.steps[i])
		}
		for _, t := range j.rules {
			lose(t)
		}
		j.failures = nil
	}
}

func (p *Plan) scenarioVerdicts(js []*judgement, root func(string) string) []reports.ScenarioVerdict {
	out := make([]reports.ScenarioVerdict, len(p.Trials))
	for i := range p.Trials {
		t, j := &p.Trials[i], js[i]
		s := reports.ScenarioVerdict{
			ID: t.ID, Feature: t.Feature, Name: t.Scenario, Tags: t.Tags, Rules: t.Rules,
			Verdict: j.scenario.verdict(), Reason: j.scenario.why(),
			Cases: len(t.Cases), Passed: j.scenario.passed, Failed: j.scenario.failed,
		}
		switch {
		case t.NotApplicable != "":
			s.Verdict, s.Reason = reports.NotApplicable, t.NotApplicable
		case t.Untested != "":
			s.Verdict, s.Reason = reports.Untested, t.Untested
		}
		if root != nil && len(t.Cases) > 0 {
			s.Root = root(t.ID)
		}
		byText := map[string]*tally{}
		for c := range t.Checks {
			if byText[t.Checks[c].Text] == nil {
				byText[t.Checks[c].Text] = &tally{}
			}
			byText[t.Checks[c].Text].merge(j.steps[c])
		}
		for _, text := range t.Steps {
			if s.Verdict == reports.NotApplicable {
				break // most of a small claim's scenarios are, and their words most of its report
			}
			step := reports.Step{Text: text}
			if tl := byText[withoutKeyword(text)]; tl != nil {
				step.Verdict = tl.verdict()
			}
			s.Steps = append(s.Steps, step)
		}
		out[i] = s
	}
	return out
}

// speaking lists, for each rule, the trials that speak for it: by their words, or because a check
// of theirs found itself speaking for it.
func (p *Plan) speaking(js []*judgement) map[string][]int {
	named := map[string][]int{}
	for i := range p.Trials {
		set := map[string]bool{}
		for _, id := range p.rulesNamed(&p.Trials[i]) {
			set[id] = true
			named[id] = append(named[id], i)
		}
		for id := range js[i].rules {
			if !set[id] {
				named[id] = append(named[id], i)
			}
		}
	}
	return named
}

func (p *Plan) ruleVerdicts(tallies map[string]*tally, named map[string][]int, strength Strength) []reports.RuleVerdict {
	var out []reports.RuleVerdict
	for i := range p.Request.Pack.Rules {
		rule := &p.Request.Pack.Rules[i]
		if _, in := p.scope.standing[p.scope.under(rule)]; !in {
			continue
		}
		out = append(out, p.ruleVerdict(rule, tallies[rule.ID], named[rule.ID], strength))
	}
	return out
}

func (p *Plan) ruleVerdict(rule *specs.Rule, t *tally, named []int, strength Strength) reports.RuleVerdict {
	v := reports.RuleVerdict{
		ID: rule.ID, Extension: p.scope.under(rule), Chapter: rule.Chapter, Kind: string(rule.Kind), Level: rule.Level,
		Summary: rule.Summary, Source: rule.Place(), Unverified: rule.Unverified, Verdict: reports.Untested,
	}
	for _, i := range named {
		v.Scenarios = append(v.Scenarios, p.Trials[i].ID)
	}
	switch {
	case rule.Untestable != "":
		v.Reason = reports.Because(reports.ReasonUntestable, string(rule.Untestable))
		return v
	case !p.scope.claimed[v.Extension]:
		v.Verdict, v.Reason = reports.NotApplicable, reports.Because(reports.ReasonOption, v.Extension+" is not claimed")
		return v
	case !p.applies(rule.When):
		v.Verdict, v.Reason = reports.NotApplicable, reports.Because(reports.ReasonOption, "applies when "+rule.When)
		return v
	}
	if rule.Kind != specs.Requirement {
		v.Reason = string(rule.Kind)
		return v
	}
	if t != nil {
		v.Verdict, v.Passed, v.Failed = t.verdict(), t.passed, t.failed
		if v.Verdict != reports.Pass {
			v.Reason = t.reason
		}
	}
	if v.Verdict == reports.Untested {
		if t == nil || t.silent == "" {
			v.Reason = p.whyUntested(named)
		} else {
			v.Reason = t.silent
		}
		return v
	}
	v.Strength = reports.Touched
	if strength != nil {
		if killed := strength.Killed(rule.ID); len(killed) > 0 {
			v.Strength, v.Killed = reports.Tested, killed[:min(3, len(killed))]
		}
	}
	return v
}

// whyUntested is the reason of the scenarios that would have tested it, or that there is none.
func (p *Plan) whyUntested(named []int) string {
	for _, i := range named {
		if t := &p.Trials[i]; t.Untested != "" {
			return t.Untested
		}
	}
	if len(named) > 0 {
		return reports.Because(reports.ReasonNoScenario, "none of the checks of its scenarios speaks for it")
	}
	if p.Request.Select != "" { // what was left out has no code by which it could say what it sweeps
		return reports.Because(reports.ReasonSelect, "no scenario that speaks for it was selected by "+p.Request.Select)
	}
	return reports.ReasonNoScenario
}

// extensionVerdicts adds up the rules by extension; an umbrella (C over Zca, Zvkng over Zvkn), which has
// no scenarios and no rules to test of its own, adds up those it implies. One whose rules nobody can test
// by themselves, as Zvfhmin's, which only say what it depends on, is judged by its scenarios.
func (p *Plan) extensionVerdicts(rules []reports.RuleVerdict, scenarios []reports.ScenarioVerdict) []reports.ExtensionVerdict {
	own := map[string]bool{}
	for i := range rules {
		if rules[i].Kind == string(specs.Requirement) && rules[i].Untestable() == "" {
			own[rules[i].Extension] = true
		}
	}
	for i := range p.Trials {
		own[p.Trials[i].Extension] = true
	}
	var covers func(x *specs.Extension, extension string) bool
	covers = func(x *specs.Extension, extension string) bool {
		umbrella := x.InPack && !own[x.Name] && p.Claims(x.Name)
		return extension == x.Name || umbrella && slices.ContainsFunc(x.Implied(p.Claims), func(name string) bool {
			part, ok := p.Request.Pack.Extension(name)
			return name == extension || ok && covers(part, extension)
		})
	}
	var out []reports.ExtensionVerdict
	for _, x := range p.scope.extensions {
		e := reports.ExtensionVerdict{Name: x.ext.Name, Version: x.ext.Version, Status: x.status, Claimed: p.scope.claimed[x.ext.Name]}
		var verdicts []reports.Verdict
		open := 0
		for i := range rules {
			r := &rules[i]
			if r.Kind != string(specs.Requirement) || r.Untestable() != "" || !covers(&x.ext, r.Extension) {
				continue
			}
			e.Total++
			switch r.Verdict {
			case reports.Pass:
				e.Passed++
			case reports.Fail:
				e.Failed++
			case reports.Untested:
				open++
				continue // in plain sight by rule; an extension is judged by what ran
			}
			verdicts = append(verdicts, r.Verdict)
		}
		e.Verdict = reports.Merge(verdicts...)
		switch {
		case !e.Claimed:
			e.Verdict, e.Reason = reports.NotApplicable, reports.ReasonOption
		case open > 0 && e.Passed == 0 && e.Verdict == reports.NotApplicable:
			e.Verdict = reports.Untested // what applies did not run
			e.Reason = plural(open, "rule") + " untested"
		case !x.ext.InPack && e.Total == 0:
			e.Verdict, e.Reason = reports.Untested, "nothing of it is in this version of the pack"
		case e.Total == 0:
			e.Verdict, e.Reason = p.scenariosOf(x.ext.Name, scenarios)
		case open > 0:
			e.Reason = plural(open, "rule") + " untested"
		}
		out = append(out, e)
	}
	return out
}

// scenariosOf merges what the scenarios of an extension came to.
func (p *Plan) scenariosOf(extension string, scenarios []reports.ScenarioVerdict) (reports.Verdict, string) {
	own := map[string]bool{}
	for i := range p.Trials {
		own[p.Trials[i].ID] = p.Trials[i].Extension == extension
	}
	var verdicts []reports.Verdict
	for i := range scenarios {
		if s := &scenarios[i]; own[s.ID] && s.Cases > 0 {
			verdicts = append(verdicts, s.Verdict)
		}
	}
	if len(verdicts) == 0 {
		return reports.Untested, "none of its rules can be tested"
	}
	return reports.Merge(verdicts...), "none of its rules can be tested by itself: " + plural(len(verdicts), "scenario")
}
