package specs

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Operation is something that the implementations of a standard can be asked to do: operations.yaml of a
// pack of kind exchange. It documents the operation, and a feature asks for no other and gives no other
// argument.
type Operation struct {
	Name      string `json:"name"`
	Summary   string `json:"summary"`
	Arguments []Item `json:"arguments,omitempty"`
	Answer    []Item `json:"answer,omitempty"` // what an answer may hold
	Position  Pos    `json:"pos"`
}

// Item is an argument of an operation, or a part of its answer, and what it is.
type Item struct {
	Name     string `json:"name"`
	Text     string `json:"text"`
	Optional bool   `json:"optional,omitzero"` // an argument that may be left out
}

// Table is a file of a pack's tables/: facts of the standard, as text.
type Table struct {
	Name     string     `json:"name"` // of tables/name.tsv
	Columns  []string   `json:"columns"`
	Rows     [][]string `json:"rows"`
	Position Pos        `json:"pos"`
}

// RequestOperation is the operation of every pack whose implementations are services behind HTTP.
const RequestOperation = "request"

// Operation finds an operation by name. A pack that has no operations of its own has HTTP's.
func (p *Pack) Operation(name string) (*Operation, bool) {
	for i := range p.Operations {
		if p.Operations[i].Name == name {
			return &p.Operations[i], true
		}
	}
	if name == RequestOperation && len(p.Operations) == 0 && p.Exchanges() {
		return requestOperation(), true
	}
	return nil, false
}

// OperationNames lists them.
func (p *Pack) OperationNames() []string {
	if len(p.Operations) == 0 && p.Exchanges() {
		return []string{RequestOperation}
	}
	names := make([]string, len(p.Operations))
	for i := range p.Operations {
		names[i] = p.Operations[i].Name
	}
	return names
}

func requestOperation() *Operation {
	return &Operation{
		Name: RequestOperation, Summary: "send an HTTP request",
		Arguments: []Item{
			{Name: "method", Text: "GET, PUT, …"},
			{Name: "path", Text: "with its query, or an absolute URL"},
			{Name: "headers", Text: "by name", Optional: true},
			{Name: "body", Text: `{"text": …}, or {"generate": [seed, size], "from": …, "to": …}`, Optional: true},
		},
		Answer: []Item{
			{Name: "status", Text: "a number"},
			{Name: "headers", Text: "lists of values by name in lower case; without those that vary, as date"},
			{Name: "body", Text: "size, sha256, text when it is UTF-8, json when it is JSON"},
		},
	}
}

// Argument finds an argument by name.
func (o *Operation) Argument(name string) (*Item, bool) {
	for i := range o.Arguments {
		if o.Arguments[i].Name == name {
			return &o.Arguments[i], true
		}
	}
	return nil, false
}

// Check says what is wrong with the names of the arguments of a call.
func (o *Operation) Check(given []string) error {
	var known []string
	for _, a := range o.Arguments {
		known = append(known, a.Name)
		if !a.Optional && !slices.Contains(given, a.Name) {
			return fmt.Errorf("%s needs the argument %s: %s", o.Name, a.Name, a.Text)
		}
	}
	for _, name := range given {
		if !slices.Contains(known, name) {
			return fmt.Errorf("%s has no argument %s; it has %s", o.Name, name, strings.Join(known, ", "))
		}
	}
	return nil
}

// CheckAnswer says what is wrong with the members of an answer: those that are not listed, or that none of those that are is
// there. The member that refuses is listed as the others are.
func (o *Operation) CheckAnswer(members []string) error {
	for _, name := range members {
		if slices.ContainsFunc(o.Answer, func(item Item) bool { return item.Name == name }) {
			continue
		}
		near := nearest(name, o.answerNames())
		if near != "" {
			near = "; did you mean " + near + "?"
		}
		return fmt.Errorf("the answer has a member %q, and %s lists %s%s", name, operationsFile, strings.Join(o.answerNames(), ", "), near)
	}
	if len(members) == 0 {
		return fmt.Errorf("the answer has none of the members that %s lists: %s", operationsFile, strings.Join(o.answerNames(), ", "))
	}
	return nil
}

func (o *Operation) answerNames() []string {
	names := make([]string, len(o.Answer))
	for i := range o.Answer {
		names[i] = o.Answer[i].Name
	}
	return names
}

// Table finds a table by name.
func (p *Pack) Table(name string) (*Table, bool) {
	for i := range p.Tables {
		if p.Tables[i].Name == name {
			return &p.Tables[i], true
		}
	}
	return nil, false
}

const operationsFile = "operations.yaml"

// exchange reads what only packs of that kind have.
func (l *loader) exchange() {
	if !l.pack.Exchanges() {
		return
	}
	for _, file := range []string{"operands.yaml", "csrs.yaml"} {
		if _, err := fs.Stat(l.fsys, file); err == nil {
			l.fault(l.pos(file, 1), "a pack of kind exchange has operations and tables; leave this file out, or the kind in pack.yaml")
		}
	}
	l.operations()
	for _, file := range l.list("tables", ".tsv") {
		l.table(file)
	}
}

func (l *loader) operations() {
	n := l.yaml(operationsFile, "operations")
	if n == nil {
		return
	}
	items := func(n *node, optional []string) (out []Item) {
		for _, f := range n.fields {
			out = append(out, Item{f.key, f.value.text(), slices.Contains(optional, f.key)})
		}
		return out
	}
	for _, f := range n.fields {
		o := Operation{Name: f.key, Summary: f.value.get("summary").text(), Answer: items(f.value.get("answer"), nil), Position: l.pos(operationsFile, f.line)}
		optional := f.value.get("optional").texts()
		o.Arguments = items(f.value.get("arguments"), optional)
		for _, name := range optional {
			if _, ok := o.Argument(name); !ok {
				l.fault(o.Position, "%s: optional names %s, and there is no such argument", o.Name, name)
			}
		}
		l.pack.Operations = append(l.pack.Operations, o)
	}
}

// Limits on a table.
const (
	maxTable = 32 << 20
	maxRows  = 1 << 20
)

// rulesColumn is the column of a table that says for which rules a row speaks.
const rulesColumn = "rules"

// ruleCell is a cell of it.
type ruleCell struct {
	pos Pos
	ids string
}

// RuleIDs divides a text with the ids of rules at commas and spaces.
func RuleIDs(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' })
}

var columnName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// table reads a TSV file: a header, rows, and comments, which are lines that begin with #.
func (l *loader) table(file string) {
	text, err := fs.ReadFile(l.fsys, file)
	if err == nil && len(text) > maxTable {
		err = errors.New("the file is larger than 32 MiB; divide it")
	}
	if err == nil && !utf8.Valid(text) {
		err = errors.New("the file is not UTF-8; write other bytes in hexadecimal")
	}
	if err != nil {
		l.fault(l.pos(file, 1), "%v", err)
		return
	}
	t := Table{Name: strings.TrimSuffix(path.Base(file), ".tsv"), Position: l.pos(file, 1)}
	if !columnName.MatchString(t.Name) {
		l.fault(t.Position, "%s: a table's name has small letters, digits and _, as a name in Starlark", t.Name)
	}
	line := 0
	for row := range strings.Lines(string(text)) {
		line++
		row = strings.TrimSuffix(strings.TrimSuffix(row, "\n"), "\r")
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		cells := strings.Split(row, "\t")
		if t.Columns == nil {
			t.Columns, t.Position = cells, l.pos(file, line)
			for i, c := range cells {
				if !columnName.MatchString(c) || slices.Contains(cells[:i], c) {
					l.fault(t.Position, "column %q: names have small letters, digits and _, and differ", c)
				}
			}
			continue
		}
		if len(cells) != len(t.Columns) {
			l.fault(l.pos(file, line), "%d cells, and the header has %d; one tab stands between two cells", len(cells), len(t.Columns))
			continue
		}
		if i := slices.Index(t.Columns, rulesColumn); i >= 0 {
			l.cells = append(l.cells, ruleCell{l.pos(file, line), cells[i]})
		}
		if t.Rows = append(t.Rows, cells); len(t.Rows) > maxRows {
			l.fault(l.pos(file, line), "more than %d rows", maxRows)
			return
		}
	}
	if len(t.Rows) == 0 {
		l.fault(t.Position, "there are no rows; a header line, then a line for each")
	}
	l.pack.Tables = append(l.pack.Tables, t)
}

// exchanging is a statement of an implementation that exchanges messages: it has no modes and no harts.
func (ics ICS) exchanging() ICS {
	ics.Modes, ics.Harts = nil, 0
	return ics
}

// The kinds of environment in which implementations exchange messages.
const (
	Library = "library" // a process that is asked on its standard input, or Go code of this program
	Service = "service" // at a URL
)

// Exchanges says whether the implementation is asked and answers, rather than executes.
func (u *IUT) Exchanges() bool {
	return len(u.Environments) > 0 && (u.Environments[0] == Library || u.Environments[0] == Service)
}

// environment is the kind of environment that an adapter reaches, where nothing says it.
func (s *Start) environment() string {
	switch s.Adapter {
	case "stdio", "inside":
		return Library
	case "http":
		return Service
	}
	return "machine"
}

// withoutHarts refuses what is only said of harts.
func (u *IUT) withoutHarts(n *node) error {
	for _, key := range []string{"modes", "harts", "udb"} {
		if n.get("ics").child(key) != nil {
			return u.fault("ics."+key, "ics.%s: a %s has none; leave it out", key, u.Environments[0])
		}
		for i, item := range n.get("environments").items {
			if item.kind == mappingNode && item.child(key) != nil {
				return u.fault(fmt.Sprintf("environments.%d.%s", i, key), "environments.%d.%s: a %s has none; leave it out", i, key, u.Environments[0])
			}
		}
	}
	for i, kind := range u.Environments {
		if kind != Library && kind != Service {
			return u.fault(fmt.Sprintf("environments.%d", i), "environments.%d: %s beside %s; one exchanges messages and the other executes: describe them in two files", i, kind, u.Environments[0])
		}
	}
	return nil
}
