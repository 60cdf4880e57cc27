package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"touchstone/specs"
)

// Condition is what a Then, or a When that goes on only where something holds, asks of an answer.
type Condition struct {
	engine   *Engine
	what     Subject
	path     []string
	name     string // for people: "the status", "the header Location", "the answer's text"
	relation Relation
	any      []*Expression
	fixed    []starlark.Value // what they are, where it is the same in every case
	re       *regexp.Regexp
	fn       starlark.Callable
	reading  *specs.Interpretation
}

// Subject is what a condition looks at.
type Subject uint8

// The subjects of conditions: a part of the answer by its path; an HTTP header, and the bytes of a body.
const (
	Part Subject = iota
	Header
	Body
)

// Relation is what must hold of it.
type Relation uint8

// The relations of conditions.
const (
	Is Relation = iota
	IsNot
	IsPresent
	IsAbsent
	Matches
	Allows  // a function allows the answer
	Follows // a function says which reading it follows
)

// Finding is what a condition makes of an answer.
type Finding struct {
	OK       bool
	Untested string   // why nothing can be said; "": something is
	Rules    []string // that are broken, where the function names them
	Reading  string   // of an interpretation, that the answer follows
	Allowed  []string
	Seen     []string // at least one line, unless it is OK
	Why      string   // one sentence
}

// Compare makes a condition of a part of an answer: a path ("status", "body.json.errors.0.code"), a header's name.
// Text is the expressions it is compared with, or a regular expression.
func (e *Engine) Compare(at specs.Pos, what Subject, name string, relation Relation, text string, known func(string) bool) (*Condition, error) {
	c := &Condition{engine: e, what: what, relation: relation}
	switch what {
	case Header:
		c.name, c.path = "the header "+name, []string{"headers", strings.ToLower(name)}
	case Body:
		c.name = "the body"
	default:
		c.name, c.path = "the answer's "+name, strings.Split(name, ".")
		if name == "status" {
			c.name = "the status"
		}
	}
	switch relation {
	case Is, IsNot:
		for _, part := range Alternatives(text) {
			x, err := e.Expression(at, part, known)
			if err != nil {
				return nil, err
			}
			c.any = append(c.any, x)
		}
		return c, c.fix()
	case Matches:
		var err error
		if c.re, err = regexp.Compile(text); err != nil {
			return nil, fmt.Errorf("%q: %w", text, err)
		}
	}
	return c, nil
}

// fix evaluates what is the same in every case.
func (c *Condition) fix() error {
	for _, x := range c.any {
		if len(x.params) > 0 {
			return nil
		}
	}
	var fixed []starlark.Value
	for _, x := range c.any {
		v, asked, err := x.Eval(&Env{Case: "x"})
		if err != nil {
			return err
		}
		if asked {
			return nil
		}
		fixed = append(fixed, v.v)
	}
	c.fixed = fixed
	return nil
}

// Judged makes a condition of a function of the pack: its answer is one that the function allows or, with an
// interpretation, follows one of its readings.
func (e *Engine) Judged(function string, by *specs.Interpretation) (*Condition, error) {
	v, ok := e.names[function]
	fn, isFn := v.(*starlark.Function)
	switch {
	case !ok:
		return nil, fmt.Errorf("%w: no function %s in semantics/*.star", specs.ErrPack, function)
	case !isFn || fn.NumParams() != 3:
		return nil, fmt.Errorf("%w: %s judges with three parameters: def %s(args, answer, row)", specs.ErrPack, function, function)
	}
	c := &Condition{engine: e, name: "the answer", relation: Allows, fn: fn, reading: by}
	if by != nil {
		c.relation = Follows
	}
	return c, nil
}

// Reading is the interpretation whose readings the condition tells apart; nil: none.
func (c *Condition) Reading() *specs.Interpretation { return c.reading }

// Expected says what is expected in a case, as far as that is known before an answer: nothing of what a
// function judges.
func (c *Condition) Expected(env *Env) []string {
	if c.relation == Allows || c.relation == Follows {
		return nil
	}
	values, err := c.values(env)
	if err != nil {
		return nil
	}
	return []string{c.words(values)}
}

// values are those that the subject is compared with.
func (c *Condition) values(env *Env) ([]starlark.Value, error) {
	if c.fixed != nil {
		return c.fixed, nil
	}
	out := make([]starlark.Value, len(c.any))
	for i, x := range c.any {
		v, _, err := x.Eval(env)
		if err != nil {
			return nil, err
		}
		out[i] = v.v
	}
	return out, nil
}

// words is the condition for people.
func (c *Condition) words(values []starlark.Value) string {
	switch c.relation {
	case IsPresent:
		return c.name + " is present"
	case IsAbsent:
		return c.name + " is absent"
	case Matches:
		return fmt.Sprintf("%s matches %q", c.name, c.re)
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = shown(v)
	}
	verb := map[Relation]string{Is: "is", IsNot: "is not"}[c.relation]
	return c.name + " " + verb + " " + strings.Join(texts, " or ")
}

// shown is a value for people, and not all of a long one.
func shown(v starlark.Value) string {
	var text string
	switch v := v.(type) {
	case starlark.String, starlark.Bytes, Generated:
		text = v.String()
	default:
		text = string(jsonText(v))
	}
	return Shortened(text)
}

// Shortened leaves the beginning and the end of a long text.
func Shortened(text string) string {
	const most = 240
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return fmt.Sprintf("%s … %s (%d characters)", string(runes[:most*2/3]), string(runes[len(runes)-most/4:]), len(runes))
}

// Judge looks at the answer of env.
func (c *Condition) Judge(env *Env) (Finding, error) {
	switch {
	case c.relation == Allows || c.relation == Follows:
		return c.judge(env)
	case c.what == Body:
		return c.body(env)
	}
	seen, there := at(env.Answer.v, c.path)
	if list, ok := seen.(*starlark.List); ok && c.what == Header {
		seen = joined(list)
	}
	var values []starlark.Value
	good := false
	var err error
	switch c.relation {
	case IsPresent:
		good = there
	case IsAbsent:
		good = !there
	case Matches:
		text, isText := starlark.AsString(orNone(seen))
		if !isText && there {
			text = string(jsonText(seen))
		}
		good = there && c.re.MatchString(text)
	default:
		if values, err = c.values(env); err != nil {
			return Finding{}, err
		}
		for _, v := range values {
			same := v == starlark.None && c.relation == Is // what is not there is nothing
			if there {
				same, err = equal(seen, v)
			}
			if err != nil {
				return Finding{}, err
			}
			good = good || same
		}
		if c.relation == IsNot {
			good = !good
		}
	}
	f := Finding{OK: good}
	if !good {
		f.Allowed = []string{c.words(values)}
		if there {
			f.Seen = []string{c.name + " is " + shown(seen)}
		} else {
			f.Seen = []string{c.name + " is absent", "the answer is " + shown(env.Answer.v)}
		}
		f.Why = f.Seen[0] + ", where " + f.Allowed[0]
	}
	return f, nil
}

func orNone(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.None
	}
	return v
}

// joined is a header that comes once as its value, and one that comes several times as HTTP joins them.
func joined(list *starlark.List) starlark.Value {
	texts := make([]string, list.Len())
	for i := range texts {
		texts[i], _ = starlark.AsString(list.Index(i))
	}
	return starlark.String(strings.Join(texts, ", "))
}

// body compares bytes by their number and their digest.
func (c *Condition) body(env *Env) (Finding, error) {
	values, err := c.values(env)
	if err != nil {
		return Finding{}, err
	}
	size, _ := at(env.Answer.v, []string{"body", "size"})
	sum, _ := at(env.Answer.v, []string{"body", "sha256"})
	f := Finding{}
	for _, v := range values {
		_, n, err := contents("the body", v)
		if err != nil {
			return f, err
		}
		want, err := digest("the body", v)
		if err != nil {
			return f, err
		}
		none := n == 0 && (size == nil || size == starlark.None)
		same, err := starlark.Equal(orNone(size), starlark.MakeInt64(n))
		if err != nil {
			return f, err
		}
		f.OK = f.OK || none || same && starlark.String(want) == sum
		f.Allowed = append(f.Allowed, fmt.Sprintf("the body is %s: %d bytes, %s", shown(v), n, want))
	}
	if c.relation == IsNot {
		f.OK = !f.OK
		f.Allowed = []string{"the body is not " + shown(values[0])}
	}
	if f.OK {
		return Finding{OK: true}, nil
	}
	f.Seen = []string{"there is no body"}
	if size != nil {
		f.Seen[0] = fmt.Sprintf("the body has %s bytes, %s", size, shown(orNone(sum)))
	}
	if text, ok := at(env.Answer.v, []string{"body", "text"}); ok {
		f.Seen = append(f.Seen, shown(text))
	}
	f.Why = f.Seen[0] + ", where " + f.Allowed[0]
	return f, nil
}

// judge asks a function of the pack.
func (c *Condition) judge(env *Env) (Finding, error) {
	v, err := c.engine.call(c.fn, judgeSteps, &caseOf{word: env.Case}, env.lookup("args"), env.lookup("answer"), env.lookup("row"))
	if err != nil {
		return Finding{}, err
	}
	f := Finding{Seen: []string{"the answer is " + shown(env.lookup("answer"))}}
	name := c.fn.Name()
	switch v := v.(type) {
	case starlark.Bool:
		f.OK = bool(v) && c.reading == nil
		f.Why = name + " does not allow the answer"
	case starlark.NoneType:
		f.Why = name + " does not allow the answer"
		if c.reading != nil {
			f.Why = "the answer follows no reading of " + c.reading.ID
		}
	case starlark.String:
		f.Why = string(v)
		if c.reading != nil {
			c.follow(&f, string(v))
		}
	default:
		r, ok := asRecord(v)
		if !ok {
			return f, fmt.Errorf("%w: %s gave a %s; it gives True, words, or a dict with why", specs.ErrPack, name, v.Type())
		}
		if err := f.take(r); err != nil {
			return f, fmt.Errorf("%w: %s: %w", specs.ErrPack, name, err)
		}
	}
	switch {
	case f.OK:
		f.Seen, f.Why = nil, ""
	case c.reading != nil && len(f.Allowed) == 0:
		f.Allowed = readings(c.reading)
	}
	return f, nil
}

// readings are those that may be followed, a line each.
func readings(i *specs.Interpretation) []string {
	var out []string
	for _, r := range i.Readings {
		if i.Stance == specs.Classifies || i.Taken(r.Name) {
			out = append(out, "the reading "+r.Name+": "+r.Says.En)
		}
	}
	return out
}

// follow takes the name of a reading; words that are none say why the answer follows none.
func (c *Condition) follow(f *Finding, name string) {
	if !slices.ContainsFunc(c.reading.Readings, func(r specs.Reading) bool { return r.Name == name }) {
		return
	}
	f.Reading = name
	f.OK = c.reading.Stance == specs.Classifies || c.reading.Taken(name)
	f.Why = fmt.Sprintf("the answer follows the reading %s of %s", name, c.reading.ID)
}

// take reads what a function says in a dict.
func (f *Finding) take(r *record) error {
	for i, key := range r.keys {
		v := r.values[i]
		text, isText := starlark.AsString(v)
		switch {
		case v == starlark.None:
		case key == "why" && isText:
			f.Why = text
		case key == "untested" && isText:
			f.Untested = text
		case key == "rules":
			ids, err := ruleIDs(v)
			if err != nil {
				return err
			}
			f.Rules = ids
		case key == "allowed" && isText:
			f.Allowed = []string{Shortened(text)}
		case key == "allowed":
			list, ok := v.(starlark.Iterable)
			if !ok {
				return fmt.Errorf("allowed is a %s; give words, or a list of them", v.Type())
			}
			it := list.Iterate()
			var item starlark.Value
			for it.Next(&item) {
				text, ok := starlark.AsString(item)
				if !ok {
					text = string(jsonText(item))
				}
				f.Allowed = append(f.Allowed, Shortened(text))
			}
			it.Done()
		default:
			return fmt.Errorf("a dict with %s: %s; it has why, rules, allowed, untested", key, v)
		}
	}
	if f.Why == "" && f.Untested == "" {
		return fmt.Errorf("a dict without why")
	}
	return nil
}
