package oracle

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
	"touchstone/specs/isa"
)

// errEnds unwinds Starlark when a row ends its path; machine.ending says how.
var errEnds = errors.New("the path ends here")

var dialect = &syntax.FileOptions{TopLevelControl: true}

// lazily is something compiled when it is first asked for, once for all workers.
type lazily[T any] struct {
	once  sync.Once
	value T
	err   error
}

func (l *lazily[T]) get(compile func() (T, error)) (T, error) {
	l.once.Do(func() { l.value, l.err = compile() })
	return l.value, l.err
}

// program is compiled text, and the shared functions that it names.
type program struct {
	*starlark.Program
	needs []string
}

// compiled compiles text that may name what this machine's rows may.
func (m *machine) compiled(compile func(visible func(string) bool) (*starlark.Program, error)) (*program, error) {
	p := &program{}
	var err error
	p.Program, err = compile(func(name string) bool {
		if !m.names.Has(name) {
			return false
		}
		if _, ok := m.home[name]; ok {
			p.needs = append(p.needs, name)
		}
		return true
	})
	return p, err
}

// bind makes a program's functions work on this machine.
func (m *machine) bind(thread *starlark.Thread, p *program) (starlark.StringDict, error) {
	if err := m.require(p.needs...); err != nil {
		return nil, err
	}
	globals, err := p.Init(thread, m.names)
	if err != nil {
		return nil, blame.Located(err)
	}
	globals.Freeze()
	return globals, nil
}

// rowText is a row's `does` as a function over the names in params. The line before Does is ours,
// so that positions in messages are the YAML file's.
func rowText(row *specs.Row, params []string) syntax.FilePortion {
	var b strings.Builder
	fmt.Fprintf(&b, "def does(%s):\n", strings.Join(params, ", "))
	for line := range strings.Lines(strings.TrimRight(row.Does, "\n")) {
		b.WriteString("  ")
		b.WriteString(line)
	}
	b.WriteString("\n")
	line := row.DoesLine
	if line == 0 {
		line = row.Position.Line
	}
	return syntax.FilePortion{Content: []byte(b.String()), FirstLine: int32(max(line-1, 1)), FirstCol: 1}
}

// compiledRow is a row's function and what it takes: indexes of the instruction's operands, or one
// of the constants below. A row that does not mention a name is not charged for it.
type compiledRow struct {
	program *program
	prog    *starlark.Program
	params  []int
}

const (
	paramPC = -1 - iota
	paramLink
	paramMode
)

func compileRow(in *isa.Instruction, visible func(string) bool) (*compiledRow, error) {
	row := in.Row
	if strings.TrimSpace(row.Does) == "" {
		return nil, fmt.Errorf("%w: %s:%d: %s: the row has no `does`, so nothing can be judged of it; write one, or `does: pass`", specs.ErrPack, row.Position.File, row.Position.Line, row.Name)
	}
	names, indexes := []string{"pc", "link", "mode"}, []int{paramPC, paramLink, paramMode}
	for i, op := range in.Operands {
		names, indexes = append(names, op.Name), append(indexes, i)
	}
	fail := func(err error) error { return fmt.Errorf("%w (in %s)", blame.Located(err), row.Name) }
	f, err := dialect.Parse(row.Position.File, rowText(row, names), 0)
	if err != nil {
		return nil, fail(err)
	}
	body := f.Stmts[0].(*syntax.DefStmt).Body
	mentioned := map[string]bool{}
	for _, stmt := range body {
		syntax.Walk(stmt, func(n syntax.Node) bool {
			if id, ok := n.(*syntax.Ident); ok {
				mentioned[id.Name] = true
			}
			return true
		})
	}
	c := &compiledRow{}
	var params []string
	for i, name := range names {
		if mentioned[name] {
			params, c.params = append(params, name), append(c.params, indexes[i])
		}
	}
	if _, c.prog, err = starlark.SourceProgramOptions(dialect, row.Position.File, rowText(row, params), visible); err != nil {
		return nil, fail(err)
	}
	return c, nil
}

func compileLegal(row *csrRow, f *csrField, visible func(string) bool) (*starlark.Program, error) {
	src := syntax.FilePortion{
		Content:   []byte("def legal(old, written): return (" + f.Legal + ")\n"),
		FirstLine: int32(max(row.Position.Line, 1)), FirstCol: 1,
	}
	_, prog, err := starlark.SourceProgramOptions(dialect, row.Position.File, src, visible)
	if err = blame.Located(err); err != nil {
		return nil, fmt.Errorf("%w (in legal of %s.%s)", err, row.Name, f.Name)
	}
	return prog, nil
}

// accessPrograms are a register's guard and what a write does besides.
type accessPrograms [2]lazily[*program]

const (
	guard = iota
	wrote
)

// accessText is the source of one of them.
func (row *csrRow) accessText(which int) string {
	return [2]string{row.Guard, row.Wrote}[which]
}

func compileAccess(row *csrRow, which int, visible func(string) bool) (*starlark.Program, error) {
	name := [2]string{"guard", "wrote"}[which]
	var b strings.Builder
	b.WriteString([2]string{"def access():\n", "def access(old, written):\n"}[which])
	for line := range strings.Lines(strings.TrimRight(row.accessText(which), "\n")) {
		b.WriteString("  " + line)
	}
	b.WriteString("\n")
	src := syntax.FilePortion{Content: []byte(b.String()), FirstLine: int32(max(row.Position.Line-1, 1)), FirstCol: 1}
	_, prog, err := starlark.SourceProgramOptions(dialect, row.Position.File, src, visible)
	if err = blame.Located(err); err != nil {
		return nil, fmt.Errorf("%w (in %s of %s)", err, name, row.Name)
	}
	return prog, nil
}

// runAccess runs a register's guard, or what its being written does besides.
func (m *machine) runAccess(thread *starlark.Thread, row *csrRow, which int, args starlark.Tuple) error {
	if row.accessText(which) == "" {
		return nil
	}
	fn := m.access[row.id][which]
	if fn == nil {
		prog, err := m.o.access[row.id][which].get(func() (*program, error) {
			return m.compiled(func(visible func(string) bool) (*starlark.Program, error) { return compileAccess(row, which, visible) })
		})
		if err != nil {
			return err
		}
		globals, err := m.bind(thread, prog)
		if err != nil {
			return err
		}
		fn = globals["access"].(starlark.Callable)
		m.access[row.id][which] = fn
	}
	_, err := starlark.Call(thread, fn, args, nil)
	return err
}

func (m *machine) bindHooks() error {
	for _, h := range []struct {
		name string
		fn   *starlark.Callable
		args int
	}{
		{"fetch", &m.hooks.fetch, 2},
		{"vacant", &m.hooks.vacant, 3},
		{"undecoded", &m.hooks.undecoded, 2},
		{"enter_trap", &m.hooks.enterTrap, 2},
	} {
		if err := m.require(h.name); err != nil {
			return err
		}
		fn, ok := m.names[h.name].(*starlark.Function)
		if !ok || fn.NumParams() != h.args {
			return fmt.Errorf("%w: semantics/*.star must define a function %s with %d parameters", specs.ErrPack, h.name, h.args)
		}
		*h.fn = fn
	}
	if err := m.require("land"); err != nil {
		return err
	}
	if v, ok := m.names["land"]; ok {
		fn, ok := v.(*starlark.Function)
		if !ok || fn.NumParams() != 1 {
			return fmt.Errorf("%w: semantics/*.star: land, asked where a landing pad is expected, is a function with 1 parameter", specs.ErrPack)
		}
		m.hooks.land = fn
	}
	for _, c := range []struct {
		name  string
		rules *[]string
	}{{"FETCH_ORDER", &m.fetchRule}, {"ZERO_REGISTER", &m.zeroRule}} {
		if err := m.require(c.name); err != nil {
			return err
		}
		v := m.names[c.name]
		if v == nil {
			v = starlark.None
		}
		ids, ok := ruleNames(v)
		if !ok {
			return fmt.Errorf("%w: semantics/*.star must define %s, the id of a rule", specs.ErrPack, c.name)
		}
		*c.rules = ids
	}
	m.fetchLooksAt = nil
	if err := m.require("FETCH_LOOKS_AT"); err != nil {
		return err
	}
	if v, ok := m.names["FETCH_LOOKS_AT"]; ok {
		names, ok := ruleNames(v)
		if !ok {
			return fmt.Errorf("%w: semantics/*.star: FETCH_LOOKS_AT is a list of CSR names", specs.ErrPack)
		}
		for _, name := range names {
			if row := m.o.csrByName[name]; row != nil {
				m.fetchLooksAt = append(m.fetchLooksAt, row)
			}
		}
	} else {
		m.fetchAlways = true
	}
	return nil
}

// boundRow is a row's function in this machine.
type boundRow struct {
	fn     starlark.Callable
	params []int
}

// bindRow compiles a row if nobody has, and binds it to this machine.
func (m *machine) bindRow(in *isa.Instruction) error {
	row, err := m.o.rows[in.ID].get(func() (row *compiledRow, err error) {
		prog, err := m.compiled(func(visible func(string) bool) (*starlark.Program, error) {
			if row, err = compileRow(in, visible); err != nil {
				return nil, err
			}
			return row.prog, nil
		})
		if err != nil {
			return nil, err
		}
		row.program = prog
		return row, nil
	})
	if err != nil {
		return err
	}
	m.thread.Steps = 0
	globals, err := m.bind(&m.thread, row.program)
	if err != nil {
		return err
	}
	m.rows[in.ID] = boundRow{globals["does"].(starlark.Callable), row.params}
	return nil
}

func (m *machine) bindLegal(row *csrRow, f *csrField) (starlark.Callable, error) {
	prog, err := m.o.legals[f.id].get(func() (*program, error) {
		return m.compiled(func(visible func(string) bool) (*starlark.Program, error) { return compileLegal(row, f, visible) })
	})
	if err != nil {
		return nil, err
	}
	m.thread.Steps = 0
	globals, err := m.bind(&m.thread, prog)
	if err != nil {
		return nil, err
	}
	fn := globals["legal"].(starlark.Callable)
	m.legal[f.id] = fn
	return fn, nil
}
