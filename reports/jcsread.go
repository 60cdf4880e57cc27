package reports

import (
	"bytes"
	"encoding"
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// What is in canonical form has one text, so that one need not write it again to see whether it is: the
// members stand in the order of their keys, all that a type always writes are there, none that it leaves
// out, and every text and number is in its shortest form. A [shape] is a type's part of that, and a
// [formReader] goes along it once, making the value as it goes. What it takes is certain. What it does
// not, it leaves to who knows the rest, and the words for what is wrong.

// shape is how the values of a type stand in canonical form.
type shape struct {
	kind   reflect.Kind
	raw    bool   // json.RawMessage
	fields []part // of a struct, in the order of their keys
	elem   *shape // of a list, a map, a pointer
	size   int    // of an array
}

// part is a field of a struct.
type part struct {
	*shape
	key      string // `"key":`
	index    int
	optional bool // there only when it is not empty
	nilable  bool // likewise, but a list without elements is there
}

// shapeOf gives nil for a type that a formReader does not know.
func shapeOf(t reflect.Type) *shape {
	if t == reflect.TypeFor[json.RawMessage]() {
		return &shape{raw: true}
	}
	for _, own := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[json.Unmarshaler](),
		reflect.TypeFor[encoding.TextMarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()} {
		if t.Implements(own) || reflect.PointerTo(t).Implements(own) {
			return nil
		}
	}
	s := &shape{kind: t.Kind()}
	switch t.Kind() {
	case reflect.String, reflect.Int, reflect.Int64, reflect.Uint64, reflect.Bool:
		return s
	case reflect.Interface:
		if t.NumMethod() > 0 {
			return nil
		}
		return s
	case reflect.Map:
		if t.Key() != reflect.TypeFor[string]() {
			return nil
		}
	case reflect.Array:
		s.size = t.Len()
	case reflect.Slice, reflect.Pointer:
	case reflect.Struct:
		return s.structure(t)
	default:
		return nil
	}
	if s.elem = shapeOf(t.Elem()); s.elem == nil || t.Kind() == reflect.Pointer && s.elem.kind == reflect.Pointer {
		return nil
	}
	return s
}

func (s *shape) structure(t reflect.Type) *shape {
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := part{key: `"` + name + `":`, index: f.Index[0], shape: shapeOf(f.Type)}
		if p.shape == nil || f.Anonymous || !f.IsExported() || name == "" || strings.ContainsFunc(name, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
			return nil
		}
		structure := f.Type.Kind() == reflect.Struct
		switch options {
		case "":
		case "omitempty":
			p.optional = !structure
		case "omitzero":
			list := f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Map
			p.optional, p.nilable = !list, list
			if structure || f.Type.Kind() == reflect.Array {
				return nil
			}
		default:
			return nil
		}
		s.fields = append(s.fields, p)
	}
	slices.SortFunc(s.fields, func(a, b part) int { return strings.Compare(a.key, b.key) })
	return s
}

// read makes the value of a text that is certainly its canonical form, and says where the members of the
// outermost object are. Parts of v may be made even if the answer is no.
func (s *shape) read(text []byte, v any) (members []member, ok bool) {
	if s == nil || s.kind != reflect.Struct || !utf8.Valid(text) {
		return nil, false
	}
	r := formReader{text: text, outer: true}
	_, ok = r.value(s, reflect.ValueOf(v).Elem())
	return r.members, ok && r.at == len(text)
}

// fits says whether a text is certainly the canonical form of a value.
func (s *shape) fits(text []byte) bool {
	r := formReader{text: text}
	_, ok := r.value(s, reflect.Value{})
	return ok && r.at == len(text) && utf8.Valid(text)
}

// formReader reads a text along a shape. Its methods say whether what they read is in canonical form,
// and whether it is not empty. A value that is not valid is not wanted.
type formReader struct {
	text    []byte
	at      int
	depth   int
	outer   bool // the members of the next object are wanted
	members []member
	kept    strings.Builder
	lists   []string
}

// deepest is more than any document of ours has.
const deepest = 64

func (r *formReader) value(s *shape, v reflect.Value) (full, ok bool) {
	if s.raw {
		return r.whatever(v, func(text []byte) bool {
			v.SetBytes(bytes.Clone(text))
			return true
		})
	}
	switch s.kind {
	case reflect.String:
		text, ok := r.string()
		if ok && v.IsValid() {
			v.SetString(r.keep(text))
		}
		return len(text) > 0, ok
	case reflect.Int, reflect.Int64, reflect.Uint64:
		n, ok := r.integer()
		switch {
		case !ok || s.kind == reflect.Uint64 && n < 0:
			return false, false
		case !v.IsValid():
		case s.kind != reflect.Uint64:
			v.SetInt(n)
		default:
			v.SetUint(uint64(n))
		}
		return n != 0, true
	case reflect.Bool:
		yes := r.word("true")
		if yes && v.IsValid() {
			v.SetBool(true)
		}
		return yes, yes || r.word("false")
	case reflect.Struct:
		return true, r.structure(s, v)
	case reflect.Slice:
		return r.list(s, v)
	case reflect.Array:
		return true, r.array(s, v)
	case reflect.Map:
		return r.mapping(s, v)
	case reflect.Pointer:
		if !v.IsValid() {
			return r.value(s.elem, v)
		}
		p := reflect.New(v.Type().Elem())
		v.Set(p)
		_, ok := r.value(s.elem, p.Elem())
		return true, ok
	}
	return r.whatever(v, func(text []byte) bool { return json.Unmarshal(text, v.Addr().Interface()) == nil })
}

func (r *formReader) structure(s *shape, v reflect.Value) bool {
	if !r.next('{') {
		return false
	}
	outer := r.outer
	r.outer = false
	first := true
	for i := range s.fields {
		f := &s.fields[i]
		at := r.at
		if !first && at < len(r.text) && r.text[at] == ',' {
			at++
		} else if !first {
			at = len(r.text) // no further member
		}
		if !bytes.HasPrefix(r.text[at:], []byte(f.key)) {
			if f.optional || f.nilable {
				continue
			}
			return false
		}
		r.at = at + len(f.key)
		inner := v
		if v.IsValid() {
			inner = v.Field(f.index)
		}
		full, ok := r.value(f.shape, inner)
		if !ok || f.optional && !full {
			return false
		}
		if outer {
			r.members = append(r.members, member{at, at + len(f.key) - 1, r.at})
		}
		first = false
	}
	return r.next('}')
}

// elements reads a list; each one is read by f.
func (r *formReader) elements(f func() bool) bool {
	if !r.next('[') {
		return false
	}
	for n := 0; !r.next(']'); n++ {
		if n > 0 && !r.next(',') || !f() {
			return false
		}
	}
	return true
}

func (r *formReader) list(s *shape, v reflect.Value) (full, ok bool) {
	if s.elem.kind == reflect.String && v.IsValid() {
		if list, ok := v.Addr().Interface().(*[]string); ok {
			*list, ok = r.strings()
			return len(*list) > 0, ok
		}
	}
	n := 0
	if v.IsValid() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	ok = r.elements(func() bool {
		var inner reflect.Value
		if v.IsValid() {
			v.Grow(1)
			v.SetLen(n + 1)
			inner = v.Index(n)
		}
		n++
		_, ok := r.value(s.elem, inner)
		return ok
	})
	return n > 0, ok
}

// strings reads a list of texts. Lists share their memory by the hundred.
func (r *formReader) strings() ([]string, bool) {
	const hundred = 256
	if cap(r.lists)-len(r.lists) < 16 {
		r.lists = make([]string, 0, hundred)
	}
	from := len(r.lists)
	ok := r.elements(func() bool {
		text, ok := r.string()
		if ok && len(r.lists) == cap(r.lists) {
			r.lists = append(make([]string, 0, hundred+2*(len(r.lists)-from)), r.lists[from:]...)
			from = 0
		}
		r.lists = append(r.lists, r.keep(text))
		return ok
	})
	return r.lists[from:len(r.lists):len(r.lists)], ok
}

func (r *formReader) array(s *shape, v reflect.Value) bool {
	n := 0
	ok := r.elements(func() bool {
		if n == s.size {
			return false
		}
		inner := v
		if v.IsValid() {
			inner = v.Index(n)
		}
		n++
		_, ok := r.value(s.elem, inner)
		return ok
	})
	return ok && n == s.size
}

func (r *formReader) mapping(s *shape, v reflect.Value) (full, ok bool) {
	if v.IsValid() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	return r.pairs(func(key []byte) bool {
		var inner reflect.Value
		if v.IsValid() {
			inner = reflect.New(v.Type().Elem()).Elem()
		}
		if _, ok := r.value(s.elem, inner); !ok {
			return false
		}
		if v.IsValid() {
			v.SetMapIndex(reflect.ValueOf(string(key)), inner)
		}
		return true
	})
}

// pairs reads an object of any members; the value of each is read by f.
func (r *formReader) pairs(f func(key []byte) bool) (full, ok bool) {
	if !r.next('{') {
		return false, false
	}
	var before []byte // the key, as it stands
	for !r.next('}') {
		if full && !r.next(',') {
			return false, false
		}
		from := r.at
		key, ok := r.string()
		stands := r.text[from:r.at]
		if !ok || full && compareKeys(before, stands) >= 0 || !r.next(':') || !f(key) {
			return false, false
		}
		before, full = stands, true
	}
	return full, true
}

// whatever reads a value of any type, and hands over its text if v is wanted.
func (r *formReader) whatever(v reflect.Value, take func(text []byte) bool) (full, ok bool) {
	from := r.at
	if !r.skip() {
		return false, false
	}
	return true, !v.IsValid() || take(r.text[from:r.at])
}

func (r *formReader) skip() bool {
	if r.at >= len(r.text) || r.depth == deepest {
		return false
	}
	r.depth++
	defer func() { r.depth-- }()
	switch r.text[r.at] {
	case '{':
		_, ok := r.pairs(func([]byte) bool { return r.skip() })
		return ok
	case '[':
		return r.elements(r.skip)
	case '"':
		_, ok := r.string()
		return ok
	case 't':
		return r.word("true")
	case 'f':
		return r.word("false")
	case 'n':
		return r.word("null")
	}
	_, ok := r.integer()
	return ok
}

func (r *formReader) word(w string) bool {
	if !bytes.HasPrefix(r.text[r.at:], []byte(w)) {
		return false
	}
	r.at += len(w)
	return true
}

// next steps over a byte.
func (r *formReader) next(c byte) bool {
	if r.at < len(r.text) && r.text[r.at] == c {
		r.at++
		return true
	}
	return false
}

// integer reads an integer that a double holds.
func (r *formReader) integer() (n int64, ok bool) {
	const most = 15
	negative := r.next('-')
	from := r.at
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' && r.at-from <= most {
		n = n*10 + int64(r.text[r.at]-'0')
		r.at++
	}
	digits := r.at - from
	if digits == 0 || digits > most || r.text[from] == '0' && (digits > 1 || negative) {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true // what goes on, with a point or an exponent, is not what stands after a value
}

// string reads a text. What it gives stays as long as the document does.
func (r *formReader) string() ([]byte, bool) {
	if !r.next('"') {
		return nil, false
	}
	from := r.at
	end := from + ordinary(r.text[from:])
	switch {
	case end == len(r.text):
		return nil, false
	case r.text[end] == '"':
		r.at = end + 1
		return r.text[from:end], true
	}
	return r.escaped(from, end)
}

// escaped reads a text that begins at from and has its first escape at this place.
func (r *formReader) escaped(from, at int) ([]byte, bool) {
	out := bytes.Clone(r.text[from:at])
	for at < len(r.text) {
		switch r.text[at] {
		case '"':
			r.at = at + 1
			return out, true
		case '\\':
		default:
			return nil, false // a control character
		}
		c, n := escape(r.text[at:])
		if n == 0 {
			return nil, false
		}
		out = append(out, c)
		at += n
		plain := ordinary(r.text[at:])
		out = append(out, r.text[at:at+plain]...)
		at += plain
	}
	return nil, false
}

// escape reads one of the escapes that RFC 8785 writes, and says how long it is; 0: it is another.
func escape(text []byte) (c byte, n int) {
	if len(text) < 2 {
		return 0, 0
	}
	switch text[1] {
	case '"', '\\':
		return text[1], 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	}
	const digits = "0123456789abcdef"
	if len(text) < 6 || string(text[1:4]) != "u00" || text[4] != '0' && text[4] != '1' {
		return 0, 0
	}
	low := strings.IndexByte(digits, text[5])
	c = (text[4]-'0')<<4 | byte(max(low, 0))
	if low < 0 || c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t' {
		return 0, 0
	}
	return c, 6
}

// ordinary is how many bytes come before the first quote, backslash or control character, eight at a time.
func ordinary(text []byte) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	n := 0
	for ; len(text)-n >= 8; n += 8 {
		w := binary.LittleEndian.Uint64(text[n:])
		quote, slash := w^('"'*ones), w^('\\'*ones)
		// The lowest byte that is marked is right; above it a borrow may have marked others.
		found := ((quote-ones)&^quote | (slash-ones)&^slash | (w-' '*ones)&^w) & tops
		if found != 0 {
			return n + bits.TrailingZeros64(found)/8
		}
	}
	for ; n < len(text); n++ {
		if c := text[n]; c == '"' || c == '\\' || c < ' ' {
			return n
		}
	}
	return n
}

// keep makes a string. Short ones share their memory: a report has a hundred thousand.
func (r *formReader) keep(text []byte) string {
	const page = 16 << 10
	if len(text) > page/8 {
		return string(text)
	}
	if r.kept.Cap()-r.kept.Len() < len(text) {
		r.kept = strings.Builder{}
		r.kept.Grow(page)
	}
	from := r.kept.Len()
	r.kept.Write(text)
	return r.kept.String()[from:]
}
