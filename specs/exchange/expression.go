package exchange

import (
	"fmt"
	"slices"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
)

// Env is what an expression or a function is evaluated in.
type Env struct {
	Case   string           // the word that tells the case from others, for fresh
	Values map[string]Value // by name: what Givens say, and what answers left to keep
	Row    *Row             // of a sweep
	Args   Value            // of the call that is judged
	Answer Value            // to it
}

// Names that belong to Env itself.
var own = []string{"row", "args", "answer"}

func (env *Env) lookup(name string) starlark.Value {
	var v starlark.Value
	switch name {
	case "row":
		if env.Row != nil {
			v = env.Row.r
		}
	case "args":
		v = env.Args.v
	case "answer":
		v = env.Answer.v
	default:
		v = env.Values[name].v
	}
	if v == nil {
		return starlark.None
	}
	return v
}

// Row is a row of a sweep.
type Row struct {
	r *record

	// Rules, of a row that has some: what is checked of it speaks for these.
	Rules []string
}

// Get is a cell.
func (r *Row) Get(key string) (Value, bool) {
	v, ok := r.r.find(key)
	return Value{v}, ok
}

// Keys lists the cells that the row has.
func (r *Row) Keys() []string {
	var out []string
	for i, k := range r.r.keys {
		if r.r.values[i] != nil {
			out = append(out, k)
		}
	}
	return out
}

// JSON is the row as an object, without its rules.
func (r *Row) JSON() []byte { return jsonText(r.r) }

// Expression is a piece of a step, compiled.
type Expression struct {
	engine *Engine
	text   string
	fn     starlark.Callable
	params []string
}

func (x *Expression) String() string { return x.text }

// Uses says whether the expression names something.
func (x *Expression) Uses(name string) bool { return slices.Contains(x.params, name) }

// Expression compiles text that stands at a line of a file. Known says which names there are besides the
// engine's: those of the scenario.
func (e *Engine) Expression(at specs.Pos, text string, known func(string) bool) (*Expression, error) {
	fail := func(err error) error { return fmt.Errorf("%w (in %s)", blame.Located(err), strings.TrimSpace(text)) }
	// Within parentheses a newline ends nothing: expressions may have several lines.
	portion := func(params []string) syntax.FilePortion {
		return syntax.FilePortion{Content: []byte("def value(" + strings.Join(params, ", ") + "): return (" + text + ")\n"), FirstLine: int32(max(at.Line, 1)), FirstCol: 1}
	}
	f, err := dialect.Parse(at.File, portion(nil), 0)
	if err != nil {
		return nil, fail(err)
	}
	x := &Expression{engine: e, text: strings.TrimSpace(text)}
	if len(f.Stmts) != 1 {
		return nil, fmt.Errorf("%w: %s:%d: %s: one expression is needed", specs.ErrPack, at.File, at.Line, x.text)
	}
	syntax.Walk(f, func(n syntax.Node) bool {
		if id, ok := n.(*syntax.Ident); ok && !slices.Contains(x.params, id.Name) && (slices.Contains(own, id.Name) || known != nil && known(id.Name)) {
			x.params = append(x.params, id.Name)
		}
		return true
	})
	_, prog, err := starlark.SourceProgramOptions(dialect, at.File, portion(x.params), e.names.Has)
	if err != nil {
		return nil, fail(err)
	}
	globals, err := prog.Init(&starlark.Thread{Name: at.File}, e.names)
	if err != nil {
		return nil, fail(err)
	}
	globals.Freeze()
	x.fn = globals["value"].(starlark.Callable)
	return x, nil
}

// Eval evaluates. The value is frozen. asked says whether a fresh name is in it, so that it is another one in
// each case.
func (x *Expression) Eval(env *Env) (v Value, asked bool, err error) {
	return x.eval(env, &caseOf{word: env.Case})
}

func (x *Expression) eval(env *Env, of *caseOf) (v Value, asked bool, err error) {
	args := make([]starlark.Value, len(x.params))
	for i, name := range x.params {
		args[i] = env.lookup(name)
	}
	out, err := x.engine.call(x.fn, planSteps, of, args...)
	if err != nil {
		return Value{}, of.asked, fmt.Errorf("%w (in %s)", err, x.text)
	}
	out.Freeze()
	return Value{out}, of.asked, nil
}

// Rows evaluates, once, what `each row of` names: a list, or anything else to go through, of dicts or structs.
// Every fresh name in them is another one.
func (x *Expression) Rows(env *Env) ([]*Row, error) {
	v, _, err := x.eval(env, &caseOf{word: env.Case, each: true})
	if err != nil {
		return nil, err
	}
	list, ok := v.v.(starlark.Iterable)
	if _, mapping := v.v.(starlark.Mapping); !ok || mapping {
		return nil, fmt.Errorf("%s is a %s; each row of needs a list of dicts", x.text, v.v.Type())
	}
	it := list.Iterate()
	defer it.Done()
	var rows []*Row
	var keys []string // of the row before: rows of a sweep share them
	var item starlark.Value
	for it.Next(&item) {
		if len(rows) == maxRows {
			return nil, fmt.Errorf("%s has more than %d rows", x.text, maxRows)
		}
		r, err := rowOf(item, keys)
		if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", x.text, len(rows)+1, err)
		}
		keys = r.r.keys
		rows = append(rows, r)
	}
	return rows, nil
}

// rowOf keeps a dict in little space.
func rowOf(item starlark.Value, shared []string) (*Row, error) {
	from, ok := asRecord(item)
	if !ok {
		return nil, fmt.Errorf("it is a %s; each row is a dict with texts for keys", item.Type())
	}
	row := &Row{r: &record{}}
	i := slices.Index(from.keys, "rules")
	if i >= 0 {
		ids, err := ruleIDs(from.values[i])
		if err != nil {
			return nil, err
		}
		row.Rules = ids
		from = &record{keys: slices.Delete(slices.Clone(from.keys), i, i+1), values: slices.Delete(slices.Clone(from.values), i, i+1)}
	}
	row.r.keys, row.r.values = from.keys, slices.Clip(from.values)
	if slices.Equal(from.keys, shared) {
		row.r.keys = shared
	}
	return row, nil
}

// ruleIDs reads a list of rules, or a text with commas or spaces between them.
func ruleIDs(v starlark.Value) ([]string, error) {
	switch v := v.(type) {
	case starlark.NoneType:
		return nil, nil
	case starlark.String:
		return specs.RuleIDs(string(v)), nil
	case starlark.Iterable:
		var out []string
		it := v.Iterate()
		defer it.Done()
		var item starlark.Value
		for it.Next(&item) {
			id, ok := starlark.AsString(item)
			if !ok {
				return nil, fmt.Errorf("rules: %s is no rule id", item)
			}
			out = append(out, id)
		}
		return out, nil
	}
	return nil, fmt.Errorf("rules: a list of rule ids is needed, and this is a %s", v.Type())
}

// Alternatives divides text at "or" (或), where it stands outside quotes and brackets.
func Alternatives(text string) []string {
	var out []string
	depth, from := 0, 0
	var quote byte
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case depth == 0 && c == ' ':
			for _, word := range []string{" or ", " 或 "} {
				if strings.HasPrefix(text[i:], word) {
					out = append(out, strings.TrimSpace(text[from:i]))
					i += len(word) - 2 // the space may begin the next one
					from = i + 1
				}
			}
		}
	}
	return append(out, strings.TrimSpace(text[from:]))
}
