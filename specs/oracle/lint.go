package oracle

import (
	"fmt"
	"sort"
	"strings"

	"go.starlark.net/syntax"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
	"touchstone/specs/isa"
)

// Lint checks a pack's executable semantics without running them: every row and every `legal`
// compiles, a row with rules has a `does` or expands, and every choice names a rule of the pack by
// a literal, so that a reader finds it. Errors give file:line, sorted.
func Lint(p *specs.Pack) []error {
	table, err := isa.New(p)
	if err != nil {
		return []error{err}
	}
	o, err := New(p, table, Env{})
	if err != nil {
		return []error{err}
	}
	m, err := o.borrow()
	if err != nil {
		return []error{err}
	}
	l := &linter{pack: p}
	if err := m.requireAll(); err != nil {
		return []error{err}
	}
	for i := range p.Semantics {
		src := &p.Semantics[i]
		f, err := dialect.Parse(src.File, src.Text, 0)
		if err != nil {
			l.errs = append(l.errs, blame.Located(err))
			continue
		}
		l.choices(f)
	}
	for _, in := range table.Instructions {
		if in.Row.Expands != "" {
			continue
		}
		if _, err := compileRow(in, m.names.Has); err != nil {
			l.errs = append(l.errs, err)
			continue
		}
		if f, err := dialect.Parse(in.Row.Position.File, rowText(in.Row, nil), 0); err == nil {
			l.choices(f)
		}
	}
	for _, f := range o.fields {
		field := f.field()
		if field.By != "" && !l.known(field.By) {
			l.errs = append(l.errs, fmt.Errorf("%w: %s:%d: %s.%s: by: the pack has no rule %q", specs.ErrPack, f.row.Position.File, f.row.Position.Line, f.row.Name, field.Name, field.By))
		}
		if field.kind != expression {
			continue
		}
		if _, err := compileLegal(f.row, field, m.names.Has); err != nil {
			l.errs = append(l.errs, err)
			continue
		}
		if e, err := dialect.ParseExpr(f.row.Position.File, syntax.FilePortion{Content: []byte(field.Legal), FirstLine: int32(max(f.row.Position.Line, 1)), FirstCol: 1}, 0); err == nil {
			l.choices(e)
		}
	}
	for _, row := range o.csrByName {
		for _, which := range [...]int{guard, wrote} {
			if row.accessText(which) == "" {
				continue
			}
			if _, err := compileAccess(row, which, m.names.Has); err != nil {
				l.errs = append(l.errs, err)
			} else if f, err := dialect.Parse(row.Position.File, row.accessText(which), 0); err == nil {
				l.choices(f)
			}
		}
	}
	for _, ids := range [][]string{m.fetchRule, m.zeroRule} {
		for _, id := range ids {
			if !l.known(id) {
				l.errs = append(l.errs, fmt.Errorf("%w: semantics/*.star: FETCH_ORDER or ZERO_REGISTER names %q, which is no rule of the pack", specs.ErrPack, id))
			}
		}
	}
	sort.Slice(l.errs, func(i, j int) bool { return l.errs[i].Error() < l.errs[j].Error() })
	return l.errs
}

type linter struct {
	pack *specs.Pack
	errs []error
}

func (l *linter) known(id string) bool {
	for i := range l.pack.Rules {
		if l.pack.Rules[i].ID == id {
			return true
		}
	}
	return false
}

func (l *linter) fault(pos syntax.Position, format string, args ...any) {
	l.errs = append(l.errs, fmt.Errorf("%w: %s:%d: %s", specs.ErrPack, pos.Filename(), pos.Line, fmt.Sprintf(format, args...)))
}

// choices checks every call that chooses or marks.
func (l *linter) choices(n syntax.Node) {
	syntax.Walk(n, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok {
			return true
		}
		fn, ok := call.Fn.(*syntax.Ident)
		if !ok {
			return true
		}
		pos, _ := call.Span()
		switch fn.Name {
		case "choose", "any_of", "anything", "anything_but", "mixture", "agnostic":
			l.by(pos, fn.Name, call)
		case "unspecified":
			if len(call.Args) > 0 {
				l.by(pos, fn.Name, call)
			}
		case "rule":
			switch {
			case len(call.Args) == 0:
				l.fault(pos, "rule() needs the id of a rule, or aspect = \"<aspect of the row>\"")
			case named(call.Args[0], "aspect"):
				return true
			default:
				l.literal(pos, "rule", call.Args[0])
			}
		}
		return true
	})
}

func (l *linter) by(pos syntax.Position, name string, call *syntax.CallExpr) {
	for _, a := range call.Args {
		if named(a, "by") {
			l.literal(pos, name, a.(*syntax.BinaryExpr).Y)
			return
		}
	}
	l.fault(pos, "%s(…) names no rule that permits the choice; add by = \"<rule id>\"", name)
}

// named reports whether an argument is the keyword argument of that name.
func named(a syntax.Expr, name string) bool {
	b, ok := a.(*syntax.BinaryExpr)
	if !ok || b.Op != syntax.EQ {
		return false
	}
	id, ok := b.X.(*syntax.Ident)
	return ok && id.Name == name
}

// literal checks a rule id written out: a string or a list of strings.
func (l *linter) literal(pos syntax.Position, name string, e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Literal:
		if id, ok := e.Value.(string); ok {
			if !l.known(id) {
				l.fault(pos, "%s: the pack has no rule %q%s", name, id, l.similar(id))
			}
			return
		}
	case *syntax.ListExpr:
		for _, x := range e.List {
			l.literal(pos, name, x)
		}
		return
	case *syntax.TupleExpr:
		for _, x := range e.List {
			l.literal(pos, name, x)
		}
		return
	}
	l.fault(pos, "%s: write the rule's id out, as a string or a list of strings", name)
}

// similar suggests the rule whose id differs in case only.
func (l *linter) similar(id string) string {
	for i := range l.pack.Rules {
		if strings.EqualFold(l.pack.Rules[i].ID, id) {
			return fmt.Sprintf("; did you mean %q?", l.pack.Rules[i].ID)
		}
	}
	return ""
}
