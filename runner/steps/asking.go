package steps

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/exchange"
)

// asking is what the steps of a scenario of a pack of kind exchange have said so far.
type asking struct {
	word   string // that tells its cases from others
	names  []string
	lets   []let
	fresh  bool // a Given has a fresh name in it: it is another one in each case
	setup  []callOf
	cases  []*asked
	last   *specs.Operation // that was asked for
	swept  bool
	calls  int // of each case
	rows   bool
	gates  []trial.Gate
	keeps  map[string]bool
	values map[string]exchange.Value // of the Givens, in the scenario's first case
}

// let is a Given that names a value.
type let struct {
	name string
	expr *exchange.Expression
}

// asked is one of the scenario's cases.
type asked struct {
	script *trial.Script
	env    *exchange.Env
}

// callOf makes a call in a case.
type callOf func(env *exchange.Env) (trial.Call, error)

func newAsking(id string) *asking {
	sum := sha256.Sum256([]byte(id))
	return &asking{word: fmt.Sprintf("%x", sum[:5]), keeps: map[string]bool{}, values: map[string]exchange.Value{}}
}

func (a *asking) known(name string) bool { return slices.Contains(a.names, name) || a.keeps[name] }

// at is where the step that runs stands.
func (w *world) at() specs.Pos { return specs.Pos{File: w.s.URI, Line: w.s.Steps[w.now].Line} }

// name takes a name for a value.
func (w *world) takeName(name string) error {
	a := w.asking
	switch {
	case slices.Contains([]string{"row", "args", "answer", "run"}, name):
		return fmt.Errorf("%s has a meaning of its own; give another name", name)
	case a.known(name):
		return fmt.Errorf("%s has a value already; give another name", name)
	case w.c.Engine.Has(name):
		return fmt.Errorf("%s is a function or value of the pack, or of its language; give another name", name)
	}
	return nil
}

// let names the value of an expression.
func (w *world) let(name, text string) error {
	a := w.asking
	if err := w.takeName(name); err != nil {
		return err
	}
	x, err := w.c.Engine.Expression(w.at(), text, a.known)
	if err != nil {
		return err
	}
	for kept := range a.keeps {
		if x.Uses(kept) {
			return fmt.Errorf("%s is known only when the implementation has answered; write {%s} in what is sent, or compare with it in a Then", kept, kept)
		}
	}
	a.names, a.lets = append(a.names, name), append(a.lets, let{name, x})
	v, fresh, err := x.Eval(&exchange.Env{Case: a.word, Values: a.values})
	if err != nil {
		return err
	}
	a.fresh = a.fresh || fresh
	a.values[name] = v
	for i, c := range a.cases {
		if i > 0 && a.fresh {
			if v, _, err = x.Eval(c.env); err != nil {
				return err
			}
		}
		c.env.Values[name] = v
	}
	return nil
}

// ask adds a call of an operation, with arguments as in a call of Starlark.
func (w *world) ask(operation, arguments string, setup bool) error {
	op, err := w.operation(operation)
	if err != nil {
		return err
	}
	x, err := w.c.Engine.Expression(w.at(), "dict("+arguments+")", w.asking.known)
	if err != nil {
		return err
	}
	w.asking.last = op
	return w.addCall(setup, func(env *exchange.Env) (trial.Call, error) {
		v, _, err := x.Eval(w.sending(env))
		if err != nil {
			return trial.Call{}, err
		}
		if v, err = v.Filled(w.filling(env)); err != nil {
			return trial.Call{}, err
		}
		if err := op.Check(v.Keys()); err != nil {
			return trial.Call{}, err
		}
		args, err := v.JSON()
		return trial.Call{Do: operation, Args: args, Setup: setup}, err
	})
}

func (w *world) operation(name string) (*specs.Operation, error) {
	op, ok := w.c.Pack.Operation(name)
	if !ok {
		return nil, fmt.Errorf("the pack has no operation %s; it has %s", name, strings.Join(w.c.Pack.OperationNames(), ", "))
	}
	return op, nil
}

// sending is what arguments are evaluated in: what will be kept is there as {name}.
func (w *world) sending(env *exchange.Env) *exchange.Env {
	if len(w.asking.keeps) == 0 {
		return env
	}
	out := *env
	out.Values = make(map[string]exchange.Value, len(env.Values)+len(w.asking.keeps))
	for name, v := range env.Values {
		out.Values[name] = v
	}
	for name := range w.asking.keeps {
		out.Values[name] = exchange.Of("{" + name + "}")
	}
	return &out
}

// filling knows the values of Givens.
func (w *world) filling(env *exchange.Env) func(string) (exchange.Value, bool) {
	return func(name string) (exchange.Value, bool) {
		v, ok := env.Values[name]
		return v, ok && slices.Contains(w.asking.names, name)
	}
}

// addCall adds a call to the cases, of which there is one when there are none yet.
func (w *world) addCall(setup bool, make callOf) error {
	a := w.asking
	if setup && len(a.cases) == 0 {
		a.setup = append(a.setup, make)
		return nil
	}
	if len(a.cases) == 0 {
		if err := w.begin([]*exchange.Row{nil}); err != nil {
			return err
		}
	}
	for _, c := range a.cases {
		call, err := make(c.env)
		if err != nil {
			return err
		}
		c.script.Calls = append(c.script.Calls, call)
	}
	a.calls++
	return nil
}

// begin makes the cases: one for each row, which may be none, with what prepares them.
func (w *world) begin(rows []*exchange.Row) error {
	a := w.asking
	scripts, calls, envs, all := make([]trial.Script, len(rows)), make([]trial.Call, len(rows)), make([]exchange.Env, len(rows)), make([]asked, len(rows))
	for i, row := range rows {
		env := &envs[i]
		*env = exchange.Env{Case: a.word, Values: a.values, Row: row}
		if i > 0 && a.fresh {
			env.Case = fmt.Sprintf("%s-%d", a.word, i)
			env.Values = map[string]exchange.Value{}
			for _, l := range a.lets {
				v, _, err := l.expr.Eval(env)
				if err != nil {
					return err
				}
				env.Values[l.name] = v
			}
		}
		scripts[i].Calls = calls[i : i : i+1]
		all[i] = asked{&scripts[i], env}
		for _, make := range a.setup {
			call, err := make(env)
			if err != nil {
				return err
			}
			scripts[i].Calls = append(scripts[i].Calls, call)
		}
		a.cases = append(a.cases, &all[i])
		a.rows = a.rows || row != nil && row.Rules != nil
	}
	a.calls = len(a.setup)
	return nil
}

// askEach makes a case of each row.
func (w *world) askEach(operation, text string) error {
	a := w.asking
	op, err := w.operation(operation)
	if err != nil {
		return err
	}
	if len(a.cases) > 0 {
		return errors.New("each row makes a case of its own, so it is the first When; put what comes before it into Givens, or into another scenario")
	}
	x, err := w.c.Engine.Expression(w.at(), text, a.known)
	if err != nil {
		return err
	}
	rows, err := x.Rows(&exchange.Env{Case: a.word, Values: a.values})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("%s has no rows", text)
	}
	for i, row := range rows {
		for _, id := range row.Rules {
			if _, ok := w.c.Pack.Rule(id); !ok {
				return fmt.Errorf("row %d: %w", i+1, w.c.Pack.UnknownRule(id))
			}
		}
	}
	if err := w.begin(rows); err != nil {
		return err
	}
	a.swept, a.last = true, op
	n := -1
	return w.addCall(false, func(env *exchange.Env) (trial.Call, error) {
		n++
		var keys []string
		var values []exchange.Value
		for _, arg := range op.Arguments {
			if v, ok := env.Row.Get(arg.Name); ok {
				keys, values = append(keys, arg.Name), append(values, v)
			}
		}
		if err := op.Check(keys); err != nil {
			return trial.Call{}, fmt.Errorf("row %d: %w", n+1, err)
		}
		args, err := exchange.Object(keys, values).JSON()
		if err != nil {
			return trial.Call{}, fmt.Errorf("row %d: %w", n+1, err)
		}
		return trial.Call{Do: operation, Args: args}, nil
	})
}

var (
	requestLine = regexp.MustCompile(`^([A-Z]+) (\S+)$`)
	headerLine  = regexp.MustCompile(`^([A-Za-z0-9-]+):[ \t]*(.*)$`)
)

// send adds an HTTP request, as it would be on the wire.
func (w *world) send(message string, setup bool) error {
	op, err := w.operation(specs.RequestOperation)
	if err != nil {
		return err
	}
	head, body, hasBody := strings.Cut(message, "\n\n")
	lines := strings.Split(strings.TrimRight(head, "\n"), "\n")
	m := requestLine.FindStringSubmatch(strings.TrimSpace(lines[0]))
	if m == nil {
		return fmt.Errorf("%q is no request; write METHOD and path, as GET /v2/", lines[0])
	}
	var names []string
	headers := map[string]string{}
	for _, line := range lines[1:] {
		h := headerLine.FindStringSubmatch(strings.TrimSpace(line))
		if h == nil {
			return fmt.Errorf("%q is no header; write Name: value, and an empty line before the body", line)
		}
		if first, ok := headers[h[1]]; ok {
			headers[h[1]] = first + ", " + h[2]
			continue
		}
		names, headers[h[1]] = append(names, h[1]), h[2]
	}
	for _, name := range exchange.Names(head) {
		if !w.asking.known(name) && name != "run" {
			return fmt.Errorf("{%s} has no value; a Given gives it one, or %q keeps it of an answer", name, name+" is the header …")
		}
	}
	body = strings.TrimSuffix(body, "\n")
	w.asking.last = op
	return w.addCall(setup, func(env *exchange.Env) (trial.Call, error) {
		fill := w.filling(env)
		text := func(s string) (exchange.Value, error) {
			v, err := exchange.Fill(s, fill)
			if err != nil {
				return v, err
			}
			s, err = v.Text()
			return exchange.Of(s), err
		}
		path, err := text(m[2])
		if err != nil {
			return trial.Call{}, err
		}
		keys, values := []string{"method", "path"}, []exchange.Value{exchange.Of(m[1]), path}
		if len(names) > 0 {
			var list []exchange.Value
			for _, name := range names {
				v, err := text(headers[name])
				if err != nil {
					return trial.Call{}, err
				}
				list = append(list, v)
			}
			keys, values = append(keys, "headers"), append(values, exchange.Object(names, list))
		}
		if hasBody {
			v, err := exchange.Fill(body, fill)
			if err != nil {
				return trial.Call{}, err
			}
			if _, generated := v.Generated(); !generated {
				s, err := v.Text()
				if err != nil {
					return trial.Call{}, err
				}
				v = exchange.Object([]string{"text"}, []exchange.Value{exchange.Of(s)})
			}
			keys, values = append(keys, "body"), append(values, v)
		}
		if err := op.Check(keys); err != nil {
			return trial.Call{}, err
		}
		args, err := exchange.Object(keys, values).JSON()
		return trial.Call{Do: specs.RequestOperation, Args: args, Setup: setup}, err
	})
}

// keep names a part of the last answer.
func (w *world) keep(name, path string) error {
	a := w.asking
	if w.asked() == 0 {
		return errNothingAsked
	}
	if err := w.takeName(name); err != nil {
		return err
	}
	if err := w.answers(path); err != nil {
		return err
	}
	a.keeps[name] = true
	if len(a.cases) == 0 { // of what prepares the cases
		last := len(a.setup) - 1
		prepare := a.setup[last]
		a.setup[last] = func(env *exchange.Env) (trial.Call, error) {
			call, err := prepare(env)
			call.Keep = append(call.Keep, trial.Keep{Name: name, Path: path})
			return call, err
		}
		return nil
	}
	for _, c := range a.cases {
		call := &c.script.Calls[a.calls-1]
		call.Keep = append(call.Keep, trial.Keep{Name: name, Path: path})
	}
	return nil
}

// answers says whether an answer to the last call may have the part at path.
func (w *world) answers(path string) error {
	op := w.asking.last
	if op == nil {
		return nil // nothing has been asked, which is another error
	}
	part, _, _ := strings.Cut(path, ".")
	names := make([]string, len(op.Answer))
	for i, item := range op.Answer {
		names[i] = item.Name
	}
	if slices.Contains(names, part) {
		return nil
	}
	return fmt.Errorf("an answer to %s has no %s; it has %s", op.Name, part, strings.Join(names, ", "))
}

var (
	conditionText = regexp.MustCompile(`^(the status|the body|the header ([A-Za-z0-9-]+)|the answer's (\S+)) (.+)$`)
	quotedPattern = regexp.MustCompile(`^matches "(.+)"$`)
)

// condition reads a condition of an answer.
func (w *world) condition(text string) (*exchange.Condition, error) {
	m := conditionText.FindStringSubmatch(english(text))
	if m == nil {
		return nil, fmt.Errorf("%q is no condition; write one as in a Then: the status is 200", text)
	}
	what, name := exchange.Part, m[3]
	switch {
	case m[1] == "the status":
		name = "status"
	case m[1] == "the body":
		what = exchange.Body
	case m[2] != "":
		what, name = exchange.Header, m[2]
	}
	if what == exchange.Part {
		if err := w.answers(name); err != nil {
			return nil, err
		}
	}
	relation, rest := exchange.Is, m[4]
	if p := quotedPattern.FindStringSubmatch(rest); p != nil {
		relation, rest = exchange.Matches, p[1]
	} else {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, "is "); !ok {
			return nil, fmt.Errorf("%q: is, is not, is present, is absent or matches \"…\" is needed after %s", text, m[1])
		}
		switch {
		case rest == "present":
			relation = exchange.IsPresent
		case rest == "absent":
			relation = exchange.IsAbsent
		case strings.HasPrefix(rest, "not "):
			// `not` is an operator of Starlark too; of an answer it says is not.
			relation, rest = exchange.IsNot, strings.TrimPrefix(rest, "not ")
		}
	}
	if what == exchange.Body && relation != exchange.Is && relation != exchange.IsNot {
		return nil, fmt.Errorf("%q: of a body it is said what it is; its text is the answer's body.text", text)
	}
	return w.c.Engine.Compare(w.at(), what, name, relation, rest, w.asking.known)
}

// asked is how many calls there are so far, in each case.
func (w *world) asked() int {
	if len(w.asking.cases) == 0 {
		return len(w.asking.setup)
	}
	return w.asking.calls
}

// gate notes what the last answer must be for the scenario to go on.
func (w *world) gate(text string) error {
	if w.asked() == 0 {
		return errNothingAsked
	}
	c, err := w.condition(text)
	if err != nil {
		return err
	}
	w.asking.gates = append(w.asking.gates, trial.Gate{Condition: c, Call: w.asked() - 1, Text: text})
	return nil
}

func (w *world) expectAnswer(text string) error {
	c, err := w.condition(text)
	if err != nil {
		return err
	}
	return w.expectThat(c)
}

func (w *world) expectAllowed(function, interpretation string) error {
	var by *specs.Interpretation
	if interpretation != "" {
		var ok bool
		if by, ok = w.c.Pack.Interpretation(interpretation); !ok {
			return fmt.Errorf("interpretations.yaml has no %q", interpretation)
		}
	}
	c, err := w.c.Engine.Judged(function, by)
	if err != nil {
		return err
	}
	return w.expectThat(c)
}

// expectThat checks the answer to the last call of every case.
func (w *world) expectThat(c *exchange.Condition) error {
	a := w.asking
	if len(a.cases) == 0 {
		return errNothingAsked
	}
	check := trial.Check{Text: w.s.Steps[w.now].Text, Rules: w.narrow, Cases: make([]int, len(a.cases))}
	for i := range check.Cases {
		check.Cases[i] = i
	}
	e := trial.Meets{Condition: c, Call: a.calls - 1, Gates: slices.Clip(a.gates)}
	switch {
	case len(w.narrow) > 0:
	case a.rows:
		e.ByRow = true
	default:
		check.Rules = w.trial.Rules
	}
	for i, c := range a.cases {
		if len(check.Rules) == 0 && len(w.trial.Rules) == 0 && (c.env.Row == nil || len(c.env.Row.Rules) == 0) {
			return fmt.Errorf("case %d speaks for no rule: tag the scenario with @rule:<id>, end the step in [<id>], or give rows a cell rules", i)
		}
	}
	check.Expect = e
	w.trial.Checks = append(w.trial.Checks, check)
	return nil
}

// finishAsking completes the trial.
func (w *world) finishAsking() error {
	a := w.asking
	if len(a.cases) == 0 || len(w.trial.Checks) == 0 {
		return errors.New("the scenario asks or checks nothing: give it a When and a Then")
	}
	w.trial.Cases = make([]trial.Case, len(a.cases))
	for i, c := range a.cases {
		w.trial.Cases[i] = trial.Case{ID: fmt.Sprintf("%s/%d", w.trial.ID, i), Script: c.script, Env: c.env}
	}
	w.asking = nil // its tables are not needed any more
	return nil
}
