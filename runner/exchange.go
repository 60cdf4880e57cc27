package runner

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"touchstone/reports"
	"touchstone/runner/iut"
	"touchstone/runner/steps"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/exchange"
)

// The plan of a pack of kind exchange has scripts and neither images nor a footing: its implementations are
// asked and answer.

// Exchanges says whether the plan is of such a pack.
func (p *Plan) Exchanges() bool { return p.Request.Pack.Exchanges() }

// ErrKind says that something is not done with packs of this kind.
var ErrKind = fmt.Errorf("%w: not of a pack of this kind", ErrRequest)

// choose leaves out the scenarios of scripts that are not selected: by their tags, and by the rules of their rows.
func (p *Plan) choose(selector func(tags []string, id string) bool) {
	if p.engine == nil {
		return
	}
	for i := range p.Trials {
		t := &p.Trials[i]
		if len(t.Cases) == 0 {
			continue
		}
		tags := slices.Clone(t.Tags)
		for _, id := range p.rulesNamed(t) {
			tags = append(tags, "@rule:"+id)
		}
		if !selector(tags, t.ID) {
			t.Cases, t.Checks = nil, nil
			t.Untested, t.Excluded = reports.Because(reports.ReasonSelect, "left out by "+p.Request.Select), true
		}
	}
}

// batchSize is how many cases an implementation is given at a time: so many that starting a program for them
// does not count, and so few that several can be at work.
const batchSize = 8192

// batches are the cases by parts: contiguous, in the order of the plan.
func (p *Plan) batches() [][]int {
	var out [][]int
	for from := 0; from < len(p.Cases); from += batchSize {
		part := make([]int, 0, min(batchSize, len(p.Cases)-from))
		for c := from; c < min(from+batchSize, len(p.Cases)); c++ {
			part = append(part, c)
		}
		out = append(out, part)
	}
	return out
}

// exchangeBatches are none of a plan that has images.
func (p *Plan) exchangeBatches() [][]int {
	if !p.Exchanges() {
		return nil
	}
	return p.batches()
}

// writeScripts writes all that will be said, one line a call.
func (p *Plan) writeScripts(to io.Writer) error {
	var b bytes.Buffer
	for index := range p.Cases {
		_, c := p.Case(index)
		b.Reset()
		b.WriteString(c.ID)
		b.WriteByte('\n')
		b.Write(appendScript(nil, c.Script))
		if _, err := to.Write(b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// appendScript writes what distinguishes one script from another.
func appendScript(b []byte, s *trial.Script) []byte {
	for i := range s.Calls {
		call := &s.Calls[i]
		b = append(append(append(b, call.Do...), ' '), call.Args...)
		for _, k := range call.Keep {
			b = fmt.Appendf(b, " %s=%s", k.Name, k.Path)
		}
		if call.Setup {
			b = append(b, " setup"...)
		}
		b = append(b, '\n')
	}
	return b
}

// operationOf is what a script is about: the last operation that it asks for.
func operationOf(s *trial.Script) string { return s.Calls[len(s.Calls)-1].Do }

// scriptVectors counts distinct scripts that are not among those seen, by operation. The word of a fresh
// name tells cases apart that are.
func (p *Plan) scriptVectors(seen map[[32]byte]bool, byOperation map[string]int) {
	var buf []byte
	for t := range p.Trials {
		for c := range p.Trials[t].Cases {
			s := p.Trials[t].Cases[c].Script
			buf = appendScript(buf[:0], s)
			key := sha256.Sum256(buf)
			if seen[key] {
				continue
			}
			seen[key] = true
			byOperation[operationOf(s)]++
		}
	}
}

// converse is Execute of scripts.
func (p *Plan) converse(ctx context.Context, x iut.Exchanger, outcomes *Outcomes, opt Options) error {
	err := p.eachBatch(ctx, outcomes, opt, func(cases []int) []int { return outcomes.missing(cases) }, func(ctx context.Context, n int, cases []int) error {
		return p.talk(ctx, x, n, cases, outcomes, opt, func(out trial.Outcome) error {
			if err := outcomes.add(out, false); err != nil {
				return err
			}
			if opt.Progress != nil {
				opt.Progress(outcomes.Count())
			}
			return nil
		})
	})
	if err == nil && opt.Shard.whole() {
		err = p.rounds(outcomes, opt, func(round int, missing map[int]bool) error {
			return p.eachBatch(ctx, outcomes, opt, func(cases []int) []int {
				return slices.DeleteFunc(slices.Clone(cases), func(c int) bool { return !missing[c] })
			}, func(ctx context.Context, n int, cases []int) error {
				return p.talk(ctx, x, n, cases, outcomes, opt, func(out trial.Outcome) error { return outcomes.addAgain(round, out) })
			})
		})
	}
	return err
}

// eachBatch does something with what is wanted of every batch, several at the same time.
func (p *Plan) eachBatch(ctx context.Context, outcomes *Outcomes, opt Options, wanted func([]int) []int, do func(context.Context, int, []int) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	type work struct {
		n     int
		cases []int
	}
	var workers sync.WaitGroup
	next := make(chan work)
	var once sync.Once
	var first error
	for range jobs {
		workers.Go(func() {
			for w := range next {
				err := do(ctx, w.n, w.cases)
				if err == nil {
					err = outcomes.flush()
				}
				if err != nil {
					once.Do(func() { first = err; cancel() })
				}
			}
		})
	}
	for n, batch := range p.batches() {
		if err := ctx.Err(); err != nil {
			once.Do(func() { first = err })
			break
		}
		if !opt.Shard.whole() && n%opt.Shard.Count != opt.Shard.Index {
			continue
		}
		if cases := wanted(batch); len(cases) > 0 {
			next <- work{n, cases}
		}
	}
	close(next)
	workers.Wait()
	return first
}

// talk has the conversations of some cases, whatever they do to the implementation.
func (p *Plan) talk(ctx context.Context, x iut.Exchanger, n int, cases []int, outcomes *Outcomes, opt Options, yield func(trial.Outcome) error) error {
	all := make([]iut.Conversation, len(cases))
	for i, index := range cases {
		_, c := p.Case(index)
		all[i] = iut.Conversation{Case: index, Script: c.Script}
	}
	isolation := iut.Isolation{
		MaxStops: opt.MaxStops, Works: opt.Works || outcomes.works(),
		Trial: func(c int) int { return p.Cases[c].Trial },
	}
	retries, err := isolation.Exchange(ctx, fmt.Sprintf("part %d", n+1), x, all, yield)
	for _, words := range retries {
		err = errors.Join(err, outcomes.retry(words))
	}
	return err
}

// rulesHere are those that a check speaks for in a case.
func rulesHere(e trial.Meets, ch *trial.Check, v *view) []string {
	if !e.ByRow {
		return rulesOf(ch, v)
	}
	if row := steps.EnvOf(v.c).Row; row != nil && row.Rules != nil {
		return row.Rules
	}
	return v.trial.Rules
}

// meets is the finding of a check of a script's answer.
func (p *Plan) meets(e trial.Meets, ch *trial.Check, v *view) finding {
	rules := rulesHere(e, ch, v)
	with := func(f finding) finding {
		f.exact = true
		if f.verdict == reports.Pass {
			f.rules = rules
		} else if len(f.broken) == 0 {
			f.broken = rules
		}
		return f
	}
	if alone, ok := v.o.Settled(); ok { // not the same each time: what was done alone may still be wrong
		at := *v
		at.o = alone
		if f := p.answers(e, &at); f.verdict == reports.Fail {
			return with(f)
		}
	}
	if f, done := unresolved(v); done {
		return with(f)
	}
	return with(p.answers(e, v))
}

// answers judges what came of a script that was carried out.
func (p *Plan) answers(e trial.Meets, v *view) finding {
	untested := func(why string) finding {
		return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonCapability, why)}
	}
	for i := range v.o.Answers[:min(len(v.o.Answers), e.Call+1)] {
		a, call := &v.o.Answers[i], &v.c.Script.Calls[i]
		switch {
		case a.Error != "":
			return finding{verdict: reports.Error, why: call.Do + ": " + a.Error}
		case a.Skip != "":
			return untested(a.Skip)
		}
		if i < e.Call { // envOf reads the last
			answer, err := exchange.FromJSON(a.Value)
			if err == nil {
				err = p.listed(call.Do, answer)
			}
			if err != nil {
				return finding{verdict: reports.Error, why: err.Error()}
			}
		}
		if call.Setup && setupFailed(a.Value) {
			return untested("what prepares it was not done: " + said(call) + ": " + exchange.Shortened(string(a.Value)))
		}
	}
	env, err := envOf(v, e.Call)
	if err == nil && e.Call < len(v.o.Answers) {
		err = p.listed(v.c.Script.Calls[e.Call].Do, env.Answer)
	}
	if err != nil {
		return finding{verdict: reports.Error, why: err.Error()}
	}
	for _, g := range e.Gates {
		if g.Call >= len(v.o.Answers) {
			break
		}
		at := *env
		if at.Args, at.Answer, err = exchanged(v, g.Call); err == nil {
			var f exchange.Finding
			if f, err = g.Condition.(*exchange.Condition).Judge(&at); err == nil && !f.OK {
				return untested(f.Seen[0] + ", and the scenario goes on only where " + g.Text)
			}
		}
		if err != nil {
			return finding{verdict: reports.Error, why: err.Error()}
		}
	}
	if e.Call >= len(v.o.Answers) {
		return untested(cmp.Or(v.o.Words, "the call was not made"))
	}
	f, err := e.Condition.(*exchange.Condition).Judge(env)
	switch {
	case err != nil:
		return finding{verdict: reports.Error, why: err.Error()}
	case f.Untested != "":
		return untested(f.Untested)
	case f.OK:
		return finding{verdict: reports.Pass, reading: f.Reading}
	}
	for _, id := range f.Rules {
		if _, ok := p.Request.Pack.Rule(id); !ok {
			return finding{verdict: reports.Error, why: fmt.Sprintf("the pack has no rule %q, which a function of it names", id)}
		}
	}
	out := failed(f.Why, f.Allowed, f.Seen)
	out.broken, out.reading = f.Rules, f.Reading
	return out
}

// listed says what is wrong with an answer that the operation cannot have. That is a mistake of the adapter, which puts
// what the implementation does into words: nobody knows then what it did. Answers of HTTP are put into words here.
func (p *Plan) listed(do string, answer exchange.Value) error {
	if len(p.Request.Pack.Operations) == 0 {
		return nil
	}
	op, ok := p.Request.Pack.Operation(do)
	if !ok {
		return nil // compiling looked
	}
	members, ok := answer.Members()
	if !ok {
		return fmt.Errorf("%s: the adapter is wrong: the answer is no object", do)
	}
	if err := op.CheckAnswer(members); err != nil {
		return fmt.Errorf("%s: the adapter is wrong: %w", do, err)
	}
	return nil
}

// answersOf writes what came of a script into a line of the sidecar.
func answersOf(line *reports.Outcome, out trial.Outcome) error {
	for _, a := range out.Answers {
		value, err := canonicalAnswer(a.Value)
		if err != nil {
			return fmt.Errorf("the answer of case %s: %w", line.Case, err)
		}
		line.Answers = append(line.Answers, reports.Answer{Value: value, Skip: a.Skip, Error: a.Error})
	}
	return nil
}

// canonicalAnswer is an answer in the form of the sidecar.
func canonicalAnswer(value json.RawMessage) (json.RawMessage, error) {
	if len(value) == 0 {
		return nil, nil
	}
	return reports.Canonical(value)
}

// setupFailed says whether what prepares a case was refused, or answered with another status than 2xx.
func setupFailed(value json.RawMessage) bool {
	var a struct {
		Refused any      `json:"refused"`
		Status  *float64 `json:"status"`
	}
	if json.Unmarshal(value, &a) != nil {
		return false
	}
	return a.Refused != nil && a.Refused != false || a.Status != nil && (*a.Status < 200 || *a.Status > 299)
}

// exchanged are the arguments of a call and the answer to it.
func exchanged(v *view, call int) (args, answer exchange.Value, err error) {
	if args, err = exchange.FromJSON(v.c.Script.Calls[call].Args); err != nil || call >= len(v.o.Answers) {
		return args, answer, err
	}
	answer, err = exchange.FromJSON(v.o.Answers[call].Value)
	return args, answer, err
}

// envOf is what a check of a call is evaluated in, with what answers left to keep.
func envOf(v *view, call int) (*exchange.Env, error) {
	env := *steps.EnvOf(v.c)
	var err error
	if env.Args, env.Answer, err = exchanged(v, call); err != nil {
		return nil, err
	}
	var kept map[string]exchange.Value
	for i := range v.c.Script.Calls {
		for _, k := range v.c.Script.Calls[i].Keep {
			if i >= len(v.o.Answers) {
				continue
			}
			answer, err := exchange.FromJSON(v.o.Answers[i].Value)
			if err != nil {
				return nil, err
			}
			if value, ok := answer.At(k.Path); ok {
				if kept == nil {
					kept = map[string]exchange.Value{}
					for name, value := range env.Values {
						kept[name] = value
					}
					env.Values = kept
				}
				kept[k.Name] = value
			}
		}
	}
	return &env, nil
}

// said is a call as people write it, shortened.
func said(c *trial.Call) string {
	if c.Do == specs.RequestOperation {
		return httpRequest(c.Args)
	}
	var args map[string]json.RawMessage
	var order []string
	d := json.NewDecoder(bytes.NewReader(c.Args))
	if _, err := d.Token(); err == nil {
		args = map[string]json.RawMessage{}
		for d.More() {
			key, err := d.Token()
			var value json.RawMessage
			if err != nil || d.Decode(&value) != nil {
				break
			}
			order = append(order, fmt.Sprint(key))
			args[fmt.Sprint(key)] = value
		}
	}
	parts := make([]string, len(order))
	for i, name := range order {
		parts[i] = name + " = " + exchange.Shortened(string(args[name]))
	}
	return c.Do + "(" + strings.Join(parts, ", ") + ")"
}

// httpRequest is an HTTP request in a line.
func httpRequest(text json.RawMessage) string {
	var r struct {
		Method, Path string
		Headers      map[string]string
		Body         json.RawMessage
	}
	if json.Unmarshal(text, &r) != nil {
		return exchange.Shortened(string(text))
	}
	out := r.Method + " " + r.Path
	names := make([]string, 0, len(r.Headers))
	for name := range r.Headers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		out += "; " + name + ": " + r.Headers[name]
	}
	var body struct{ Text *string }
	switch {
	case len(r.Body) == 0:
	case json.Unmarshal(r.Body, &body) == nil && body.Text != nil:
		out += "; body " + exchange.Shortened(*body.Text)
	default:
		out += "; body " + exchange.Shortened(string(r.Body))
	}
	return out
}

// conversation is a case as evidence shows it: the calls that were made.
func (v *view) conversation() []string {
	var out []string
	calls := v.c.Script.Calls
	for i := range calls {
		line := said(&calls[i])
		if calls[i].Setup {
			line = "first: " + line
		}
		out = append(out, line)
		if i < len(v.o.Answers)-1 {
			out = append(out, "  -> "+exchange.Shortened(string(v.o.Answers[i].Value)))
		}
	}
	return out
}

// given are the values that the scenario names, and the row's cells that are not sent.
func (v *view) given() []string {
	var out []string
	env := steps.EnvOf(v.c)
	for _, name := range slices.Sorted(maps.Keys(env.Values)) {
		out = append(out, name+" = "+exchange.Shortened(env.Values[name].String()))
	}
	if row := env.Row; row != nil {
		for _, key := range row.Keys() {
			value, _ := row.Get(key)
			out = append(out, "row."+key+" = "+exchange.Shortened(value.String()))
		}
	}
	return out
}

// classes count which readings the answers of cases follow, by interpretation.
func classes(js []*judgement, pack *specs.Pack) []reports.ClassVerdict {
	count := map[string]map[string]int{}
	for _, j := range js {
		for id, readings := range j.readings {
			if count[id] == nil {
				count[id] = map[string]int{}
			}
			for name, n := range readings {
				count[id][name] += n
			}
		}
	}
	var out []reports.ClassVerdict
	for i := range pack.Interpretations {
		x := &pack.Interpretations[i]
		cases := count[x.ID]
		if len(cases) == 0 {
			continue
		}
		c := reports.ClassVerdict{Interpretation: x.ID, Title: &x.Title, Reading: reports.ClassOf(cases), Cases: cases}
		for _, r := range x.Readings {
			if cases[r.Name] > 0 && r.Class.En != "" {
				if c.Names == nil {
					c.Names = map[string]specs.Words{}
				}
				c.Names[r.Name] = r.Class
			}
		}
		out = append(out, c)
	}
	return out
}
