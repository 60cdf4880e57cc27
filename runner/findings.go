package runner

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// Failures are put together by fault. Those that an analysis explains are one finding. Of the others,
// the rule that most failing cases break takes all of them that end in the same way, then the next
// rule takes of what is left: a fault that breaks a general rule and, with each instruction, one of
// the instruction's own, is one finding and not as many as there are instructions.

// failing is a case that fails, with all that it breaks.
type failing struct {
	rules []string // sorted
	ends  string
	first failure // of its checks
	known *specs.Analysis
}

// kin is what makes a finding the same fault in another environment.
type kin struct {
	known     *specs.Analysis
	rule      string // that has taken its cases; "": known has
	scenarios map[string]bool
}

// cause gathers the failing cases of a finding.
type cause struct {
	kin
	ends  string
	cases []*failing
	first int // position of its first class
}

// findings are the failures by fault, in the order of the plan, and what makes each of them one.
func (p *Plan) findings(js []*judgement, verdicts []reports.RuleVerdict, footing []image.FootingResult, known []*specs.Analysis) ([]reports.Finding, []kin) {
	order := map[string]int{} // of rules; those that fail come before all others
	for i := range p.Request.Pack.Rules {
		order[p.Request.Pack.Rules[i].ID] = i + len(p.Request.Pack.Rules)
	}
	for i := range verdicts {
		if verdicts[i].Verdict == reports.Fail {
			order[verdicts[i].ID] -= len(p.Request.Pack.Rules)
		}
	}
	faults := byFault(p.failingCases(js, known), func(id string) (bool, int) { return order[id] < len(p.Request.Pack.Rules), order[id] })
	var out []reports.Finding
	var kinship []kin
	for _, f := range footing {
		if finding, ok := p.footingFinding(f); ok {
			out, kinship = append(out, finding), append(kinship, kin{rule: f.Rules[0]})
		}
	}
	for _, f := range faults {
		out, kinship = append(out, p.finding(f, order)), append(kinship, f.kin)
	}
	return out, kinship
}

// failingCases lists them.
func (p *Plan) failingCases(js []*judgement, known []*specs.Analysis) []*failing {
	var out []*failing
	rows := map[*trial.Stub][]string{}
	for _, j := range js {
		at := map[*view]*failing{}
		for _, f := range j.failures {
			c := at[f.view]
			if c == nil {
				c = &failing{ends: endOf(f.view), first: f}
				at[f.view] = c
				out = append(out, c)
			}
			c.rules = union(c.rules, f.rules)
		}
	}
	for _, c := range out {
		slices.Sort(c.rules)
		if len(known) == 0 {
			continue
		}
		stub := c.first.view.c.Stub
		if stub == nil {
			operations := []string{c.first.view.about()}
			if i := slices.IndexFunc(known, func(a *specs.Analysis) bool { return a.Explains(c.rules, c.ends, operations) }); i >= 0 {
				c.known = known[i]
			}
			continue
		}
		if _, ok := rows[stub]; !ok {
			set := map[string]bool{}
			for _, s := range append([]*trial.Stub{stub}, c.first.view.c.Harts...) {
				p.rowsOf(s, set)
			}
			rows[stub] = slices.Sorted(maps.Keys(set))
		}
		if i := slices.IndexFunc(known, func(a *specs.Analysis) bool { return a.Explains(c.rules, c.ends, rows[stub]) }); i >= 0 {
			c.known = known[i]
		}
	}
	return out
}

// endOf says how a case ended, in the words of a finding.
func endOf(v *view) string {
	switch v.o.Status {
	case trial.Hang:
		return reports.EndsHang
	case trial.Crash:
		return reports.EndsCrash
	case trial.Clobber:
		return reports.EndsClobber
	}
	if v.c.Script != nil {
		return reports.EndsAnswer
	}
	if _, ok := v.exit(); ok {
		return reports.EndsNormally
	}
	return reports.EndsTrap
}

// byFault puts failing cases together. Rank gives whether a rule fails in the report, and its place.
func byFault(cases []*failing, rank func(rule string) (fails bool, place int)) []*cause {
	var faults []*cause
	at := map[string]*cause{} // classes: cases that break the same rules and end alike, or have one analysis
	analysed := map[*specs.Analysis]*cause{}
	var classes []*cause
	for i, c := range cases {
		if c.known != nil {
			f := analysed[c.known]
			if f == nil {
				f = &cause{kin: kin{known: c.known}, ends: c.ends, first: i}
				analysed[c.known] = f
				faults = append(faults, f)
			}
			f.cases = append(f.cases, c)
			continue
		}
		key := c.ends + " " + strings.Join(c.rules, " ")
		f := at[key]
		if f == nil {
			f = &cause{ends: c.ends, first: i}
			at[key] = f
			classes = append(classes, f)
		}
		f.cases = append(f.cases, c)
	}
	for len(classes) > 0 {
		rule, ends := broadest(classes, rank)
		taken := &cause{kin: kin{rule: rule}, ends: ends, first: len(cases)}
		classes = slices.DeleteFunc(classes, func(f *cause) bool {
			if f.ends != ends || rule != "" && !slices.Contains(f.cases[0].rules, rule) {
				return false
			}
			taken.cases = append(taken.cases, f.cases...)
			taken.first = min(taken.first, f.first)
			return true
		})
		faults = append(faults, taken)
	}
	slices.SortFunc(faults, func(a, b *cause) int { return cmp.Compare(a.first, b.first) })
	return faults
}

// broadest is the rule that most cases break, and the end that most of those come to: of rules that
// fail, if there are any left. No rule is named by none.
func broadest(classes []*cause, rank func(string) (bool, int)) (rule, ends string) {
	type choice struct{ rule, ends string }
	count := map[choice]int{}
	for _, f := range classes {
		for _, id := range f.cases[0].rules {
			count[choice{id, f.ends}] += len(f.cases)
		}
	}
	if len(count) == 0 {
		return "", classes[0].ends
	}
	best := slices.MinFunc(slices.Collect(maps.Keys(count)), func(a, b choice) int {
		failsA, placeA := rank(a.rule)
		failsB, placeB := rank(b.rule)
		if failsA != failsB {
			if failsA {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(placeA, placeB), cmp.Compare(a.ends, b.ends))
	})
	return best.rule, best.ends
}

// finding is a fault as the report has it, with its simplest case.
func (p *Plan) finding(f *cause, order map[string]int) reports.Finding {
	f.scenarios = map[string]bool{}
	simplest := f.cases[0]
	rules := map[string]bool{}
	for _, c := range f.cases {
		f.scenarios[c.first.view.trial.ID] = true
		if c.ends != f.ends {
			f.ends = reports.EndsVariously
		}
		for _, id := range c.rules {
			rules[id] = true
		}
		if shorter(c.first.view, simplest.first.view) {
			simplest = c
		}
	}
	out := reports.Finding{
		Ends: f.ends, Cases: len(f.cases), Scenarios: len(f.scenarios), Environments: []string{p.Request.Environment},
		Select:   simplest.first.view.trial.ID,
		Evidence: p.shown(simplest.first, len(f.cases)-1),
	}
	foremost := []string{f.rule}
	if f.known != nil {
		foremost = f.known.Rules
	}
	ids := slices.SortedFunc(maps.Keys(rules), func(a, b string) int {
		return cmp.Or(cmp.Compare(before(foremost, a), before(foremost, b)), cmp.Compare(order[a], order[b]), cmp.Compare(a, b))
	})
	for i, id := range ids {
		r := reports.FindingRule{ID: id}
		if rule, ok := p.Request.Pack.Rule(id); ok {
			r.Source = rule.Place()
			if i == 0 {
				out.Title.En = rule.Summary
			}
		}
		out.Rules = append(out.Rules, r)
	}
	if a := f.known; a != nil {
		out.Title = a.Title
		out.Analysis = &reports.Analysis{Verdict: a.Verdict, Text: a.Text, Clause: a.ClauseIn(p.Request.Pack), Versions: a.Versions.String(), Seen: a.Seen}
	}
	return out
}

// before is the place of an id in a list, those that are not in it last.
func before(list []string, id string) int {
	if i := slices.Index(list, id); i >= 0 {
		return i
	}
	return len(list)
}

// shorter prefers a program of one hart, of fewer bytes, with a simpler state before it.
func shorter(a, b *view) bool {
	if a.c.Script != nil {
		return simpler(a, b)
	}
	if c := cmp.Or(cmp.Compare(len(a.c.Harts), len(b.c.Harts)), cmp.Compare(codeSize(a.c), codeSize(b.c))); c != 0 {
		return c < 0
	}
	return simpler(a, b)
}

func codeSize(c *trial.Case) int {
	n := 0
	for _, ch := range c.Stub.Chunks {
		n += len(ch.Bytes)
	}
	return n
}

// footingFinding is that of an instruction that the runtime stands on and that is broken.
func (p *Plan) footingFinding(f image.FootingResult) (out reports.Finding, ok bool) {
	if f.OK || len(f.Rules) == 0 {
		return out, false
	}
	out = reports.Finding{
		Ends: reports.EndsFooting, Environments: []string{p.Request.Environment},
		Evidence: reports.Evidence{
			Rules: f.Rules, Scenario: "footing", Case: "footing/" + f.Insn, Check: "the runtime can stand on " + strconv.Quote(f.Insn),
			Allowed: []string{f.Insn + " does what its row defines"}, Observed: []string{f.Why}, Why: f.Why,
		},
	}
	for i, id := range f.Rules {
		r := reports.FindingRule{ID: id}
		if rule, found := p.Request.Pack.Rule(id); found {
			r.Source = rule.Place()
			if i == 0 {
				out.Title.En = rule.Summary
			}
		}
		out.Rules = append(out.Rules, r)
	}
	return out, true
}

// unseen are the analyses that explain nothing although all of their rules were judged. Of a part of
// the suite that would say nothing.
func (p *Plan) unseen(kinship []kin, verdicts []reports.RuleVerdict, known []*specs.Analysis) []*specs.Analysis {
	if p.Request.Select != "" {
		return nil
	}
	judged := map[string]bool{}
	for i := range verdicts {
		v := verdicts[i].Verdict
		judged[verdicts[i].ID] = v == reports.Pass || v == reports.Fail
	}
	var out []*specs.Analysis
	for _, a := range known {
		seen := slices.ContainsFunc(kinship, func(k kin) bool { return k.known == a })
		if !seen && !slices.ContainsFunc(a.Rules, func(id string) bool { return !judged[id] }) {
			out = append(out, a)
		}
	}
	return out
}

// Unseen are known faults that did not show, as the report has them.
func (j *Judged) Unseen() []reports.Unseen {
	var out []reports.Unseen
	for _, a := range j.unseen {
		out = append(out, reports.Unseen{Title: a.Title, Rules: a.Rules, Seen: a.Seen})
	}
	return out
}

// findingsAcross puts together what several environments showed of the same fault.
func findingsAcross(in []InEnvironment) (out []reports.Finding, kinship []kin, unseen []*specs.Analysis) {
	seen := map[*specs.Analysis]bool{}
	for _, e := range in {
		for i := range e.Findings {
			f, k := e.Findings[i], e.kinship[i]
			f.Environments, f.Evidence.Environment = []string{e.Name}, e.Name
			seen[k.known] = true
			at := slices.IndexFunc(kinship, func(other kin) bool { return other.known == k.known && k.known != nil })
			for n := 0; at < 0 && k.known == nil && n < len(out); n++ {
				o := &out[n]
				if kinship[n].known == nil && o.Ends == f.Ends && (o.Breaks(k.rule) || f.Breaks(kinship[n].rule)) && !slices.Contains(o.Environments, e.Name) {
					at = n
				}
			}
			if at < 0 {
				k.scenarios = maps.Clone(k.scenarios)
				out, kinship = append(out, f), append(kinship, k)
				continue
			}
			o := &out[at]
			o.Cases += f.Cases
			o.Evidence.Alike = o.Cases - 1
			maps.Copy(kinship[at].scenarios, k.scenarios)
			o.Scenarios = len(kinship[at].scenarios)
			o.Environments = append(o.Environments, e.Name)
			o.Rules = slices.Clone(o.Rules)
			for _, r := range f.Rules {
				if !o.Breaks(r.ID) {
					o.Rules = append(o.Rules, r)
				}
			}
		}
	}
	for _, e := range in {
		for _, a := range e.unseen {
			if !seen[a] && !slices.Contains(unseen, a) {
				unseen = append(unseen, a)
			}
		}
	}
	return out, kinship, unseen
}
