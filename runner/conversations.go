package runner

import (
	"encoding/json"

	"touchstone/runner/steps"
	"touchstone/runner/trial"
	"touchstone/specs/exchange"
)

// Conversations is the first line of a pack's conversations: whose they are.
type Conversations struct {
	Format      string `json:"format"` // "touchstone conversations 1"
	Pack        string `json:"pack"`
	Spec        string `json:"spec_digest"`
	Profile     string `json:"profile"`
	Seed        string `json:"seed"`
	Environment string `json:"environment"` // "library" or "service"
}

// Conversations describes what [Plan.EachConversation] yields.
func (p *Plan) Conversations() Conversations {
	q := &p.Request
	return Conversations{"touchstone conversations 1", q.Pack.Name, q.Pack.Digest(), q.ICS.Profile, seedText(q.Seed), q.Environment}
}

// ConversationVector is a case of a pack of kind exchange for those who ask an implementation in their own way:
// what to ask, in order, and what is expected.
type ConversationVector struct {
	ID       string          `json:"id"`
	Calls    []trial.Call    `json:"calls"` // {name} in them stands for what an earlier answer left, {run} for a word of the run
	Row      json.RawMessage `json:"row,omitempty"`
	Expected []Expectation   `json:"expected"`
}

// Expectation is what must hold of an answer.
type Expectation struct {
	Call  int      `json:"call"` // whose answer, from 0
	Check string   `json:"check"`
	Is    []string `json:"is,omitempty"` // with its values; none: a function of the pack judges, or it depends on answers
	Rules []string `json:"rules"`
}

// EachConversation yields every case, in the plan's order.
func (p *Plan) EachConversation(yield func(ConversationVector) error) error {
	for t := range p.Trials {
		tr := &p.Trials[t]
		for c := range tr.Cases {
			cs := &tr.Cases[c]
			v := ConversationVector{ID: cs.ID, Calls: cs.Script.Calls}
			env := steps.EnvOf(cs)
			if env.Row != nil {
				v.Row = env.Row.JSON()
			}
			at := view{trial: tr, c: cs}
			for i := range tr.Checks {
				ch := &tr.Checks[i]
				e, ok := ch.Expect.(trial.Meets)
				if !ok {
					continue
				}
				v.Expected = append(v.Expected, Expectation{
					Call: e.Call, Check: ch.Text, Is: e.Condition.(*exchange.Condition).Expected(env), Rules: rulesHere(e, ch, &at),
				})
			}
			if err := yield(v); err != nil {
				return err
			}
		}
	}
	return nil
}
