package runner

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs"
)

func seedText(seed uint64) string { return strconv.FormatUint(seed, 10) }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func sourceOf(r *specs.Rule) string {
	if r.Line == 0 {
		return r.Source
	}
	return r.Source + ":" + strconv.Itoa(r.Line)
}

// withoutKeyword is a step as its check has it.
func withoutKeyword(step string) string {
	_, text, _ := strings.Cut(step, " ")
	return text
}

// rulesNamed are the rules that a trial speaks for by its words: tags, and what its checks name.
func (p *Plan) rulesNamed(t *trial.Trial) []string {
	set := map[string]bool{}
	for _, id := range t.Rules {
		set[id] = true
	}
	for i := range t.Checks {
		for _, id := range t.Checks[i].Rules {
			set[id] = true
		}
	}
	for i := range t.Cases {
		for _, id := range p.rowRules(t.Cases[i].Stub.Insn) {
			set[id] = true
		}
	}
	out := make([]string, 0, len(set))
	for id := range set {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

func (p *Plan) rowRules(insn string) []string {
	if insn == "" {
		return nil
	}
	in, ok := p.Table.Lookup(insn)
	if !ok {
		return nil
	}
	var out []string
	for _, aspect := range []string{"encoding", "result"} {
		out = append(out, in.Row.Rules[aspect]...)
	}
	return out
}

// applies evaluates a rule's condition over the claim: names of extensions, modes and parameters
// (true when neither absent, false, 0 nor empty), joined by "not", "and", "or" in this order of
// strength, without parentheses. The pack loader has checked it.
func (p *Plan) applies(when string) bool {
	if when == "" {
		return true
	}
	for alternative := range strings.SplitSeq(when, " or ") {
		all := true
		for term := range strings.SplitSeq(alternative, " and ") {
			name, negated := strings.CutPrefix(strings.TrimSpace(term), "not ")
			all = all && p.claims(name) != negated
		}
		if all {
			return true
		}
	}
	return false
}

func (p *Plan) claims(name string) bool {
	switch v := p.Request.ICS.Parameters[name].(type) {
	case nil:
	case bool:
		return v
	case string:
		return v != ""
	default:
		n := fmt.Sprint(v)
		return n != "0" && n != "[]"
	}
	return p.scope.claimed[name] || slices.Contains(p.Request.ICS.Modes, name)
}
