package web

import (
	"encoding/binary"
	"hash/maphash"
	"reflect"
	"slices"
	"strings"
	"time"

	"touchstone/specs"
)

// fingerprint is equal for two pages that would be drawn the same: it is of all that templates can reach,
// besides what the key of the cache holds. So a page that was made of an older version of the database is
// drawn again only where something of it has changed. 0: it holds something of which that cannot be said.
func (s *Site) fingerprint(p *page) uint64 {
	w := walker{whole: true}
	w.hash.SetSeed(s.seed)
	for _, text := range []string{p.Title, p.Part, p.Feed, p.name} {
		w.text(text)
	}
	w.bits(p.Live, p.Hidden)
	w.number(uint64(p.status)) //nolint:gosec // a status is a small number
	w.value(reflect.ValueOf(p.Body))
	if !w.whole {
		return 0
	}
	return max(w.hash.Sum64(), 1)
}

// walker goes through a value, unexported fields and all.
type walker struct {
	hash  maphash.Hash
	whole bool // everything was understood
}

func (w *walker) text(s string) {
	w.number(uint64(len(s)))
	_, _ = w.hash.WriteString(s) // never fails
}

func (w *walker) number(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	_, _ = w.hash.Write(b[:]) // never fails
}

func (w *walker) bits(all ...bool) {
	for _, b := range all {
		w.number(map[bool]uint64{true: 1}[b])
	}
}

// known are what pages point to and never changes: they are told apart by where they are.
func known(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[*outline](), reflect.TypeFor[*specs.Pack](), reflect.TypeFor[*specs.Rule](), reflect.TypeFor[*specs.Interpretation]():
		return true
	}
	return false
}

func (w *walker) value(v reflect.Value) {
	if !v.IsValid() {
		w.number(0)
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		w.bits(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.number(uint64(v.Int())) //nolint:gosec // as bits
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.number(v.Uint())
	case reflect.String:
		w.text(v.String())
	case reflect.Pointer, reflect.Interface:
		w.pointer(v)
	case reflect.Slice, reflect.Array:
		w.number(uint64(v.Len())) //nolint:gosec // never negative
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Struct:
		w.fields(v)
	case reflect.Map:
		w.entries(v)
	default:
		w.whole = false
	}
}

func (w *walker) pointer(v reflect.Value) {
	w.bits(v.IsNil())
	switch {
	case v.IsNil():
	case v.Kind() == reflect.Pointer && known(v.Type()):
		w.number(uint64(v.Pointer()))
	default:
		if v.Kind() == reflect.Interface {
			w.text(v.Elem().Type().String())
		}
		w.value(v.Elem())
	}
}

func (w *walker) fields(v reflect.Value) {
	n := v.NumField()
	if v.Type() == reflect.TypeFor[time.Time]() {
		n = 2 // the instant; pages show no other zone than UTC
	}
	for i := range n {
		w.value(v.Field(i))
	}
}

func (w *walker) entries(v reflect.Value) {
	if v.Type().Key().Kind() != reflect.String {
		w.whole = false
		return
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	w.number(uint64(len(keys)))
	for _, key := range keys {
		w.text(key.String())
		w.value(v.MapIndex(key))
	}
}
