package oracle

import (
	"fmt"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"touchstone/specs"
)

// csrRow is a CSR of the pack that has fields: one that semantics know.
type csrRow struct {
	*specs.CSR
	fields   []csrField
	exact    bool // every bit is kept as written
	loc      string
	volatile *Set
	id       int     // index of machine.guards and machine.wrotes
	base     *csrRow // a view: its bits are this register's
	statuses uint64  // bits that are kept as hart.fs and hart.vs, and their summary
}

type csrField struct {
	*specs.Field
	id   int // index of machine.legal
	lsb  int
	mask uint64
	kind fieldKind

	baseLSB int      // of a view, in its base
	link    linkKind // the field is kept elsewhere
}

type linkKind int

const (
	notLinked linkKind = iota
	linkedFS           // of: hart.fs
	linkedVS           // of: hart.vs
	linkedSD           // of: hart.sd, computed from those two
)

type fieldKind int

const (
	readOnly   fieldKind = iota // legal: ""
	asWritten                   // legal: "written"
	expression                  // anything else
)

// csrCell is a CSR that the case has written.
type csrCell struct {
	row    *csrRow
	v      uint64
	set    *Set
	writer int32
	byTrap bool // last written by the trap that ended the case
}

type csrWrite struct {
	row    *csrRow
	v      uint64
	set    *Set
	byTrap bool
}

func (o *Oracle) indexCSRs() error {
	o.csrByName = map[string]*csrRow{}
	o.csrByNumber = map[int]*csrRow{}
	for i := range o.pack.CSRs {
		c := &o.pack.CSRs[i]
		if len(c.Fields) == 0 {
			continue
		}
		row := &csrRow{CSR: c, loc: "csr:" + c.Name, id: len(o.csrByName)}
		if c.Volatile != "" {
			row.volatile = anyValue(c.Volatile)
		}
		var kept uint64
		for j := range c.Fields {
			f := csrField{Field: &c.Fields[j], id: len(o.fields)}
			var err error
			if f.lsb, f.mask, err = fieldBits(f.Bits); err != nil {
				return fmt.Errorf("%w: %s:%d: %s.%s: %w", specs.ErrPack, c.Position.File, c.Position.Line, c.Name, f.Name, err)
			}
			f.link = map[string]linkKind{"hart.fs": linkedFS, "hart.vs": linkedVS, "hart.sd": linkedSD}[f.Of]
			if f.link != notLinked {
				row.statuses |= f.mask
			}
			switch strings.TrimSpace(f.Legal) {
			case "", "old":
				f.kind = readOnly
			case "written":
				f.kind = asWritten
				kept |= f.mask
			default:
				f.kind = expression
			}
			row.fields = append(row.fields, f)
			o.fields = append(o.fields, fieldOf{row, len(row.fields) - 1})
		}
		row.exact = kept == ^uint64(0)
		o.csrByName[c.Name] = row
		o.csrByNumber[c.Address] = row
	}
	return o.indexViews()
}

type fieldOf struct {
	row   *csrRow
	index int
}

func (f fieldOf) field() *csrField { return &f.row.fields[f.index] }

// permission is the rule of a field as a list.
func permission(by string) []string {
	if by == "" {
		return nil
	}
	return []string{by}
}

func fieldBits(text string) (lsb int, mask uint64, err error) {
	high, low, ranged := strings.Cut(text, ":")
	if !ranged {
		low = high
	}
	msb, err1 := strconv.Atoi(high)
	lsb, err2 := strconv.Atoi(low)
	if err1 != nil || err2 != nil || msb > 63 || lsb < 0 || msb < lsb {
		return 0, 0, fmt.Errorf("bits %q: write \"msb:lsb\" within 63:0", text)
	}
	return lsb, lowMask(msb-lsb+1) << lsb, nil
}

func (m *machine) csrCell(row *csrRow) *csrCell {
	if row.base != nil {
		row = row.base
	}
	for i := range m.csrs {
		if m.csrs[i].row == row {
			return &m.csrs[i]
		}
	}
	return nil
}

// csrKnown reports whether the before-state or the case says what the CSR holds.
func (m *machine) csrKnown(row *csrRow) bool {
	if row.volatile != nil {
		return false
	}
	name := row.Name
	if row.base != nil {
		name = row.base.Name
	}
	_, recorded := m.before.CSR[name]
	return recorded || m.csrCell(row) != nil
}

// readCSR gives the value before the instruction; unknown when neither the before-state nor the
// case says what it is.
func (m *machine) readCSR(row *csrRow) (uint64, *Set) {
	if row.volatile != nil {
		return 0, row.volatile
	}
	if row.base != nil {
		return row.narrow(m.readCSR(row.base))
	}
	v, set := m.storedCSR(row)
	if m.linked(row) {
		return m.withStatuses(row, v, set)
	}
	return v, set
}

// storedCSR is what the register's own bits hold.
func (m *machine) storedCSR(row *csrRow) (uint64, *Set) {
	if c := m.csrCell(row); c != nil {
		return c.v, c.set
	}
	if v, ok := m.before.CSR[row.Name]; ok {
		return v, nil
	}
	return 0, anyValue()
}

func (m *machine) storeCSR(w *csrWrite, writer int32) {
	c := m.csrCell(w.row)
	if c == nil {
		m.csrs = append(m.csrs, csrCell{row: w.row})
		c = &m.csrs[len(m.csrs)-1]
	}
	c.v, c.set, c.writer, c.byTrap = w.v, w.set, writer, w.byTrap
}

// writeCSR is what software's write leaves: field by field what the field's rule allows.
func (m *machine) writeCSR(row *csrRow, value starlark.Value) error {
	var written *Set
	switch v := value.(type) {
	case starlark.Int:
		n := truncate(v)
		if row.exact && row.base == nil {
			m.pending.csrs = append(m.pending.csrs, csrWrite{row: row, v: n})
			return nil
		}
		written = &Set{fixed: n}
	case *Set:
		written = v
	default:
		return fmt.Errorf("csr %s takes an int, not %s", row.Name, value.Type())
	}
	if row.base != nil {
		written = m.widen(row, written)
		row = row.base
	}
	v, set := m.readCSR(row)
	if set == nil {
		set = &Set{fixed: v}
	}
	result, linked := set, m.linked(row)
	for i := range row.fields {
		f := &row.fields[i]
		if linked && f.link == linkedSD {
			continue
		}
		var field *Set
		switch f.kind {
		case readOnly:
			continue
		case asWritten:
			field = written.bitwise(func(b uint64) uint64 { return b & f.mask })
		case expression:
			var err error
			if field, err = m.legalValue(row, f, set, written); err != nil {
				return err
			}
		}
		result = merge(result.bitwise(func(b uint64) uint64 { return b &^ f.mask }), field)
	}
	m.putCSR(row, result)
	return nil
}

// putCSR sets all bits of a register, or of those that a view shows.
func (m *machine) putCSR(row *csrRow, set *Set) {
	if row.base != nil {
		set, row = m.widen(row, set), row.base
	}
	if m.linked(row) {
		m.putStatuses(row, set)
	}
	w := csrWrite{row: row, set: set}
	if v, ok := set.reduced(); ok {
		w.v, w.set = v, nil
	}
	m.pending.csrs = append(m.pending.csrs, w)
}

// legalValue evaluates a field's `legal` over its old and written values.
func (m *machine) legalValue(row *csrRow, f *csrField, old, written *Set) (*Set, error) {
	fn := m.legal[f.id]
	if fn == nil {
		var err error
		if fn, err = m.bindLegal(row, f); err != nil {
			return nil, err
		}
	}
	in := func(s *Set) starlark.Value {
		s = s.bitwise(func(b uint64) uint64 { return b & f.mask }).shift(-f.lsb)
		if v, ok := s.reduced(); ok {
			return starlark.MakeUint64(v)
		}
		return s
	}
	what := row.Name + "." + f.Name
	asked := in(written)
	if open, ok := asked.(*Set); ok {
		// Legal expressions look into what is written: it must be one value.
		n, ok := m.settle(open)
		if !ok {
			return anyValue(union(open.by, permission(f.By))...).bitwise(func(b uint64) uint64 { return b & f.mask }), nil
		}
		asked = starlark.MakeUint64(n)
	}
	v, err := starlark.Call(&m.thread, fn, starlark.Tuple{in(old), asked}, nil)
	if err != nil {
		return nil, err
	}
	var set *Set
	switch v := v.(type) {
	case starlark.Int:
		set = &Set{fixed: truncate(v)}
	case *Set:
		set = v
	case starlark.Indexable:
		if f.By == "" {
			return nil, fmt.Errorf("%s: legal gives several values; `by` must name the rule that permits it", what)
		}
		// A member may itself be open, when the old value is not known.
		var values []uint64
		for i := range v.Len() {
			switch e := v.Index(i).(type) {
			case starlark.Int:
				values = append(values, truncate(e))
			case *Set:
				members, ok := e.enumerate(64)
				if !ok {
					return anyValue(f.By).bitwise(func(b uint64) uint64 { return b & f.mask }), nil
				}
				values = append(values, members...)
			default:
				return nil, fmt.Errorf("%s: legal gives a %s; it is an int or a list of ints", what, e.Type())
			}
		}
		set = oneOf([]string{f.By}, values...)
	default:
		return nil, fmt.Errorf("%s: legal gives a %s; it is an int or a list of ints", what, v.Type())
	}
	return set.shift(f.lsb).bitwise(func(b uint64) uint64 { return b & f.mask }), nil
}

// csrFile is `csr`: csr[number] and csr.name read a register and write it as software does.
type csrFile struct {
	opaque
	m *machine
}

var (
	_ starlark.HasSetKey   = csrFile{}
	_ starlark.HasSetField = csrFile{}
)

func (csrFile) String() string      { return "csr" }
func (csrFile) Type() string        { return "csr" }
func (csrFile) AttrNames() []string { return nil }

func (v csrFile) row(k starlark.Value) (*csrRow, error) {
	switch k := k.(type) {
	case starlark.Int:
		n, _ := k.Int64()
		if row := v.m.o.csrByNumber[int(n)]; row != nil {
			return row, nil
		}
	case starlark.String:
		if row := v.m.o.csrByName[string(k)]; row != nil {
			return row, nil
		}
	}
	return nil, fmt.Errorf("csr[%v]: no CSR with fields has that number or name", k)
}

func (v csrFile) Get(k starlark.Value) (starlark.Value, bool, error) {
	row, err := v.row(k)
	if err != nil {
		return nil, false, err
	}
	s := &v.m.steps[len(v.m.steps)-1]
	s.csrs = append(s.csrs, row)
	n, set := v.m.readCSR(row)
	if set != nil {
		return set, true, nil
	}
	return starlark.MakeUint64(n), true, nil
}

func (v csrFile) SetKey(k, value starlark.Value) error {
	row, err := v.row(k)
	if err != nil {
		return err
	}
	s := &v.m.steps[len(v.m.steps)-1]
	s.csrs = append(s.csrs, row)
	return v.m.writeCSR(row, value)
}

// Attr reads without the access counting as the instruction's own.
func (v csrFile) Attr(name string) (starlark.Value, error) {
	row := v.m.o.csrByName[name]
	if row == nil {
		return nil, nil
	}
	n, set := v.m.readCSR(row)
	if set != nil {
		return set, nil
	}
	return starlark.MakeUint64(n), nil
}

// SetField sets the register as hardware does: all bits, whatever software may write.
func (v csrFile) SetField(name string, value starlark.Value) error {
	row := v.m.o.csrByName[name]
	if row == nil {
		return starlark.NoSuchAttrError(fmt.Sprintf("csr.%s: no CSR with fields has that name", name))
	}
	switch n := value.(type) {
	case starlark.Int:
		v.m.putCSR(row, &Set{fixed: truncate(n)})
	case *Set:
		v.m.putCSR(row, n)
	default:
		return fmt.Errorf("csr.%s takes an int, not %s", name, value.Type())
	}
	return nil
}

func (m *machine) csrBuiltins() starlark.StringDict {
	name := func(b *starlark.Builtin, args starlark.Tuple) (*csrRow, error) {
		if len(args) != 1 {
			return nil, fmt.Errorf("%s takes one CSR name or number", b.Name())
		}
		switch k := args[0].(type) {
		case starlark.String:
			return m.o.csrByName[string(k)], nil
		case starlark.Int:
			n, _ := k.Int64()
			return m.o.csrByNumber[int(n)], nil
		}
		return nil, fmt.Errorf("%s takes a CSR name or number, not %s", b.Name(), args[0].Type())
	}
	access := func(which int) func(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
		return func(thread *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			if want := [2]int{1, 3}[which]; len(args) != want {
				return nil, fmt.Errorf("%s takes %d argument(s), not %d", b.Name(), want, len(args))
			}
			row, err := name(b, args[:1])
			if err == nil && row != nil {
				err = m.runAccess(thread, row, which, args[1:])
			}
			return starlark.None, err
		}
	}
	return starlark.StringDict{
		// csr_guard(name) and csr_wrote(name, old, written) run what the CSR's row says of software's access.
		"csr_guard": starlark.NewBuiltin("csr_guard", access(guard)),
		"csr_wrote": starlark.NewBuiltin("csr_wrote", access(wrote)),
		// csr_known(name): the before-state or the case says what the CSR holds.
		"csr_known": starlark.NewBuiltin("csr_known", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			row, err := name(b, args)
			if err != nil || row == nil {
				return starlark.False, err
			}
			return starlark.Bool(m.csrKnown(row)), nil
		}),
		// csr_name(number): the CSR's name when the pack describes it and its extension is
		// claimed, else None.
		"csr_name": starlark.NewBuiltin("csr_name", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			row, err := name(b, args)
			if err != nil || row == nil || !m.o.claims[row.Extension] {
				return starlark.None, err
			}
			return starlark.String(row.Name), nil
		}),
	}
}
