package specs

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Limits on one YAML file. They are far above any real pack and keep a hostile file from
// exhausting the parser's stack.
const (
	maxFile  = 4 << 20
	maxLine  = 64 << 10
	maxDepth = 100
)

// node is a YAML value that remembers where it was written. The packs' subset of YAML is plain:
// one document, string keys, no anchors, aliases, tags or merge keys.
type node struct {
	line    int
	column  int
	scalar  any     // string, int64, uint64, float64, bool or nil; when neither fields nor items
	fields  []field // of a mapping, in the order of the file
	items   []*node // of a sequence
	kind    nodeKind
	literal bool // a block scalar: its text begins on the next line
}

type field struct {
	key    string
	line   int
	column int
	value  *node
}

type nodeKind uint8

const (
	scalarNode nodeKind = iota
	mappingNode
	sequenceNode
)

// fault is one thing that is wrong at one place. column is 0 where only the line is known.
type fault struct {
	pos    Pos
	text   string
	column int
}

func (f *fault) Error() string {
	if f.column > 0 {
		return fmt.Sprintf("%s:%d:%d: %s", f.pos.File, f.pos.Line, f.column, f.text)
	}
	return fmt.Sprintf("%s:%d: %s", f.pos.File, f.pos.Line, f.text)
}

// Unwrap makes every fault an ErrPack.
func (f *fault) Unwrap() error { return ErrPack }

func faultAt(file string, line int, format string, args ...any) *fault {
	return &fault{pos: Pos{file, line}, text: fmt.Sprintf(format, args...)}
}

// parseYAML reads one file.
func parseYAML(file string, text []byte) (n *node, err error) {
	if err := parseable(file, text); err != nil {
		return nil, err
	}
	defer func() {
		// The library is not ours to trust with every input: what makes it panic is a bad file.
		if r := recover(); r != nil {
			n, err = nil, faultAt(file, 1, "the YAML parser gives up: %v", r)
		}
	}()
	parsed, err := parser.ParseBytes(text, 0)
	if err != nil {
		line, column, message := 1, 0, err.Error()
		var syntax yaml.Error
		if errors.As(err, &syntax) {
			message = syntax.GetMessage()
			if t := syntax.GetToken(); t != nil && t.Position != nil {
				line, column = t.Position.Line, t.Position.Column
			}
		}
		f := faultAt(file, line, "%s", message)
		f.column = column
		return nil, f
	}
	var body ast.Node
	for _, doc := range parsed.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			return nil, faultAt(file, lineOf(doc.Body), "a second document begins; a file holds one")
		}
		body = doc.Body
	}
	if body == nil {
		return &node{line: 1, column: 1, kind: mappingNode}, nil
	}
	return convert(file, body, 0)
}

// parseable refuses what could exhaust the parser before it begins.
func parseable(file string, text []byte) error {
	if len(text) > maxFile {
		return faultAt(file, 1, "file has %d bytes; the limit is %d", len(text), maxFile)
	}
	line, depth := 0, 0
	for row := range bytes.Lines(text) {
		line++
		if len(row) > maxLine {
			return faultAt(file, line, "line has %d bytes; the limit is %d", len(row), maxLine)
		}
		if indent := len(row) - len(bytes.TrimLeft(row, " -?:\t")); indent > 4*maxDepth {
			return faultAt(file, line, "nested deeper than %d", maxDepth)
		}
		depth = max(0, depth+bytes.Count(row, []byte("["))+bytes.Count(row, []byte("{"))-bytes.Count(row, []byte("]"))-bytes.Count(row, []byte("}")))
		if depth > 10*maxDepth {
			return faultAt(file, line, "nested deeper than %d", maxDepth)
		}
	}
	return nil
}

func lineOf(n ast.Node) int {
	if n == nil {
		return 1
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 1
}

func columnOf(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Column
	}
	return 0
}

func convert(file string, n ast.Node, depth int) (*node, error) {
	out, err := converted(file, n, depth)
	if err == nil && n != nil && out.column == 0 {
		out.column = columnOf(n)
	}
	return out, err
}

func converted(file string, n ast.Node, depth int) (*node, error) {
	if depth > maxDepth {
		return nil, faultAt(file, lineOf(n), "nested deeper than %d", maxDepth)
	}
	line := lineOf(n)
	switch n := n.(type) {
	case *ast.MappingNode:
		return convertMapping(file, line, n.Values, depth)
	case *ast.MappingValueNode:
		return convertMapping(file, line, []*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		out := &node{line: line, kind: sequenceNode}
		for _, v := range n.Values {
			item, err := convert(file, v, depth+1)
			if err != nil {
				return nil, err
			}
			out.items = append(out.items, item)
		}
		return out, nil
	case *ast.LiteralNode:
		return &node{line: line, scalar: n.Value.Value, literal: true}, nil
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return &node{line: line, scalar: n.(ast.ScalarNode).GetValue()}, nil
	case *ast.NullNode:
		return &node{line: line}, nil
	case nil:
		return &node{line: 1}, nil
	}
	return nil, faultAt(file, line, "%s cannot stand in a pack; write the value out", n.Type())
}

func convertMapping(file string, line int, values []*ast.MappingValueNode, depth int) (*node, error) {
	out := &node{line: line, kind: mappingNode}
	seen := make(map[string]int, len(values))
	for _, v := range values {
		var key string
		switch k := v.Key.(type) {
		case *ast.StringNode:
			key = k.Value
		case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
			key = k.GetToken().Value // a name that looks like a number is still a name
		default:
			return nil, faultAt(file, lineOf(v.Key), "a key must be a plain name")
		}
		at := lineOf(v.Key)
		if first, ok := seen[key]; ok {
			return nil, faultAt(file, at, "%q is already at line %d", key, first)
		}
		seen[key] = at
		value, err := convert(file, v.Value, depth+1)
		if err != nil {
			return nil, err
		}
		out.fields = append(out.fields, field{key, at, columnOf(v.Key), value})
	}
	if len(out.fields) > 0 {
		out.line, out.column = out.fields[0].line, out.fields[0].column
	}
	return out, nil
}

// plain gives the value as the schema checker wants it.
func (n *node) plain() any {
	switch n.kind {
	case mappingNode:
		m := make(map[string]any, len(n.fields))
		for _, f := range n.fields {
			m[f.key] = f.value.plain()
		}
		return m
	case sequenceNode:
		s := make([]any, len(n.items))
		for i, item := range n.items {
			s[i] = item.plain()
		}
		return s
	}
	return n.scalar
}

// at finds where the key at the end of a path stands, or as much of the path as there is.
func (n *node) at(path ...string) (line, column int) {
	line, column = n.line, n.column
	for _, p := range path {
		next := n.child(p)
		if next == nil {
			break
		}
		n, line, column = next.value, next.line, next.column
	}
	return line, column
}

func (n *node) child(name string) *field {
	switch n.kind {
	case mappingNode:
		for i := range n.fields {
			if n.fields[i].key == name {
				return &n.fields[i]
			}
		}
	case sequenceNode:
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(n.items) {
			return &field{name, n.items[i].line, n.items[i].column, n.items[i]}
		}
	}
	return nil
}

// The accessors below are for nodes that a schema has checked: a wrong type is our own bug, and
// reads as the zero value.

func (n *node) get(name string) *node {
	if f := n.child(name); f != nil {
		return f.value
	}
	return &node{}
}

func (n *node) text() string {
	s, _ := n.scalar.(string)
	return s
}

func (n *node) truth() bool {
	b, _ := n.scalar.(bool)
	return b
}

func (n *node) integer() int64 {
	switch v := n.scalar.(type) {
	case int64:
		return v
	case uint64:
		return int64(v)
	case float64:
		return int64(v) // 1.0 is an integer to JSON Schema
	}
	return 0
}

func (n *node) texts() []string {
	if n.kind != sequenceNode {
		return nil
	}
	out := make([]string, len(n.items))
	for i, item := range n.items {
		out[i] = item.text()
	}
	return out
}

// commands is a sequence of sequences of texts.
func (n *node) commands() [][]string {
	if n.kind != sequenceNode {
		return nil
	}
	out := make([][]string, len(n.items))
	for i, item := range n.items {
		out[i] = item.texts()
	}
	return out
}

func (n *node) lists() map[string][]string {
	if len(n.fields) == 0 {
		return nil
	}
	out := make(map[string][]string, len(n.fields))
	for _, f := range n.fields {
		out[f.key] = f.value.texts()
	}
	return out
}
