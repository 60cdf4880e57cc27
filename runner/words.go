package runner

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/steps"
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
		c := &t.Cases[i]
		switch {
		case c.Script == nil:
			for _, id := range p.rowRules(c.Stub.Insn) {
				set[id] = true
			}
		case steps.EnvOf(c) != nil && steps.EnvOf(c).Row != nil:
			for _, id := range steps.EnvOf(c).Row.Rules {
				set[id] = true
			}
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

// applies says whether a rule's condition holds under the claim.
func (p *Plan) applies(when string) bool {
	return specs.Applies(when, func(name string) bool { return p.Request.ICS.States(name, p.Claims) })
}
