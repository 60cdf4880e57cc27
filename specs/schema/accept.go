package schema

import (
	"encoding/json"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Accepts says whether a document, as compact JSON, meets the schema. It makes nothing of the text,
// and so takes a tenth of the time of [Schema.Check] and of the decoding before it. True is certain;
// false is not: it may also mean that the text has what this reader leaves to others (white space,
// numbers that are no small integers), or the schema a keyword that it does not know.
func (s *Schema) Accepts(text []byte) bool {
	if s.fast == nil || !utf8.Valid(text) {
		return false
	}
	r := reader{text: text}
	return r.value(s.fast, 0) && r.at == len(text)
}

// node is a schema as a reader needs it. Nil allows anything.
type node struct {
	kinds      kinds // 0: all
	properties map[string]property
	required   int   // how many of the properties
	closed     bool  // no others
	others     *node // what they must be
	items      *node
	minItems   int
	min, max   float64
	minLength  int
	maxLength  int
	pattern    *regexp.Regexp
	words      map[string]bool // enum and const; nil: all
	format     func(any) bool
}

type property struct {
	*node
	bit uint64 // of those that are required
}

type kinds uint8

const (
	object kinds = 1 << iota
	array
	text
	number
	integer
	boolean
	null
)

func (n *node) allows(k kinds) bool { return n == nil || n.kinds == 0 || n.kinds&k != 0 }

// compileFast gives nil when the schema has a keyword that a reader does not know.
func compileFast(document any) *node {
	c := fastCompiler{root: document, refs: map[string]*node{}, known: true}
	n := c.node(document)
	if !c.known {
		return nil
	}
	return n
}

type fastCompiler struct {
	root  any
	refs  map[string]*node
	known bool
}

func (c *fastCompiler) node(schema any) *node {
	if schema == true {
		return nil
	}
	n := &node{minLength: -1, maxLength: math.MaxInt, min: math.Inf(-1), max: math.Inf(1)}
	m, ok := schema.(map[string]any)
	if !ok {
		c.known = false
		return n
	}
	if ref, ok := m["$ref"].(string); ok {
		for key := range m {
			c.known = c.known && (key == "$ref" || key == "description" || key == "title")
		}
		return c.resolve(ref)
	}
	c.fill(n, m)
	return n
}

func (c *fastCompiler) resolve(ref string) *node {
	if n, ok := c.refs[ref]; ok {
		return n
	}
	pointer, ok := strings.CutPrefix(ref, "#")
	at := c.root
	for _, key := range split(pointer) {
		m, _ := at.(map[string]any)
		at = m[key]
	}
	m, isMap := at.(map[string]any)
	if _, chained := m["$ref"]; !ok || !isMap || chained {
		c.known = false
		return nil
	}
	n := &node{minLength: -1, maxLength: math.MaxInt, min: math.Inf(-1), max: math.Inf(1)}
	c.refs[ref] = n // before its content: it may hold itself
	c.fill(n, m)
	return n
}

func (c *fastCompiler) fill(n *node, m map[string]any) {
	for key, v := range m {
		switch key {
		case "$schema", "$id", "$defs", "title", "description":
		case "type":
			c.types(n, v)
		case "properties":
			for name, p := range c.object(v) {
				c.property(n, name, property{node: c.node(p)})
			}
		case "required": // below: its bits go into the properties
		case "additionalProperties":
			n.closed = v == false
			if v != false {
				n.others = c.node(v)
			}
		case "items":
			n.items = c.node(v)
		case "minItems":
			n.minItems = int(c.number(v))
		case "minLength":
			n.minLength = int(c.number(v))
		case "maxLength":
			n.maxLength = int(c.number(v))
		case "minimum":
			n.min = c.number(v)
		case "maximum":
			n.max = c.number(v)
		case "pattern":
			p, err := regexp.Compile(c.text(v))
			c.known = c.known && err == nil
			n.pattern = p
		case "format":
			f, ok := jsonschema.Formats[c.text(v)]
			c.known = c.known && ok
			n.format = f
		case "const":
			c.word(n, v)
		case "enum":
			words, ok := v.([]any)
			c.known = c.known && ok && m["const"] == nil
			for _, w := range words {
				c.word(n, w)
			}
		default:
			c.known = false
		}
	}
	required, _ := m["required"].([]any)
	for i, v := range required {
		name := c.text(v)
		p, ok := n.properties[name]
		if !ok {
			p.node = n.others
		}
		if p.bit != 0 || i >= 64 || !ok && n.closed {
			c.known = false
			return
		}
		p.bit = 1 << i
		c.property(n, name, p)
		n.required++
	}
}

func (c *fastCompiler) property(n *node, name string, p property) {
	if n.properties == nil {
		n.properties = map[string]property{}
	}
	n.properties[name] = p
}

func (c *fastCompiler) types(n *node, v any) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, v := range list {
		k := map[any]kinds{"object": object, "array": array, "string": text, "number": number | integer,
			"integer": integer, "boolean": boolean, "null": null}[v]
		c.known = c.known && k != 0
		n.kinds |= k
	}
}

// word notes a value that may stand here. Only strings are known; a string is then all that may.
func (c *fastCompiler) word(n *node, v any) {
	if n.words == nil {
		n.words = map[string]bool{}
	}
	n.words[c.text(v)] = true
}

func (c *fastCompiler) object(v any) map[string]any {
	m, ok := v.(map[string]any)
	c.known = c.known && ok
	return m
}

func (c *fastCompiler) text(v any) string {
	s, ok := v.(string)
	c.known = c.known && ok
	return s
}

func (c *fastCompiler) number(v any) float64 {
	f, ok := v.(float64)
	c.known = c.known && ok
	return f
}

// reader reads compact JSON along a schema. Every method says whether it could, and that it may stand
// there.
type reader struct {
	text []byte
	at   int
}

// maxDepth is more than any document of ours has.
const maxDepth = 64

func (r *reader) value(n *node, depth int) bool {
	if r.at >= len(r.text) || depth > maxDepth {
		return false
	}
	c := r.text[r.at]
	if n != nil && n.words != nil && c != '"' {
		return false
	}
	switch c {
	case '{':
		return n.allows(object) && r.object(n, depth)
	case '[':
		return n.allows(array) && r.array(n, depth)
	case '"':
		s, ok := r.string()
		return ok && n.allows(text) && n.meets(s)
	case 't':
		return n.allows(boolean) && r.word("true")
	case 'f':
		return n.allows(boolean) && r.word("false")
	case 'n':
		return n.allows(null) && r.word("null")
	}
	return n.allows(integer) && r.integer(n)
}

func (r *reader) word(w string) bool {
	end := r.at + len(w)
	if end > len(r.text) || string(r.text[r.at:end]) != w {
		return false
	}
	r.at = end
	return true
}

// next steps over a byte.
func (r *reader) next(c byte) bool {
	if r.at < len(r.text) && r.text[r.at] == c {
		r.at++
		return true
	}
	return false
}

func (r *reader) object(n *node, depth int) bool {
	r.at++
	var seen uint64
	for first := true; !r.next('}'); first = false {
		if !first && !r.next(',') {
			return false
		}
		key, ok := r.string()
		if !ok || !r.next(':') {
			return false
		}
		var inner *node
		if n != nil {
			p, ok := n.properties[string(key)]
			if !ok && n.closed {
				return false
			}
			inner = p.node
			if !ok {
				inner = n.others
			}
			seen |= p.bit
		}
		if !r.value(inner, depth+1) {
			return false
		}
	}
	return n == nil || seen == 1<<n.required-1
}

func (r *reader) array(n *node, depth int) bool {
	r.at++
	var items *node
	if n != nil {
		items = n.items
	}
	count := 0
	for ; !r.next(']'); count++ {
		if count > 0 && !r.next(',') || !r.value(items, depth+1) {
			return false
		}
	}
	return n == nil || count >= n.minItems
}

// string reads a string; the result is without its quotes and escapes.
func (r *reader) string() ([]byte, bool) {
	if !r.next('"') {
		return nil, false
	}
	start, escaped := r.at, false
	for ; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == '"':
			r.at++
			if !escaped {
				return r.text[start : r.at-1], true
			}
			var s string
			err := json.Unmarshal(r.text[start-1:r.at], &s)
			return []byte(s), err == nil
		case c == '\\':
			escaped = true
			r.at++
		case c < ' ':
			return nil, false
		}
	}
	return nil, false
}

func (n *node) meets(s []byte) bool {
	switch {
	case n == nil:
		return true
	case n.words != nil && !n.words[string(s)]:
		return false
	case n.pattern != nil && !n.pattern.Match(s):
		return false
	case n.format != nil && !n.format(string(s)):
		return false
	case n.minLength < 0 && n.maxLength == math.MaxInt:
		return true
	}
	length := utf8.RuneCount(s)
	return length >= n.minLength && length <= n.maxLength
}

// integer reads a number that is an integer of at most 15 digits.
func (r *reader) integer(n *node) bool {
	start := r.at
	negative := r.next('-')
	digits := r.at
	v := 0.0
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' {
		v = v*10 + float64(r.text[r.at]-'0')
		r.at++
	}
	count := r.at - digits
	if count == 0 || count > 15 || r.text[digits] == '0' && r.at-start > 1 {
		return false
	}
	if r.at < len(r.text) && strings.IndexByte(".eE", r.text[r.at]) >= 0 {
		return false
	}
	if negative {
		v = -v
	}
	return n == nil || v >= n.min && v <= n.max
}
