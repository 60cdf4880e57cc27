package exchange

import (
	"fmt"
	"slices"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// record is an object that is only read: a row of a sweep, the arguments of a call, an answer. Its keys can be
// read like a dict's and like a struct's. Rows of a sweep share their keys.
type record struct {
	keys    []string
	values  []starlark.Value
	lenient bool // an attribute that is not there is None
}

func (r *record) find(key string) (starlark.Value, bool) {
	if i := slices.Index(r.keys, key); i >= 0 && r.values[i] != nil {
		return r.values[i], true
	}
	return nil, false
}

// String, Type, Freeze, Truth and Hash make it a value of Starlark.
func (r *record) String() string        { return string(jsonText(r)) }
func (r *record) Type() string          { return "record" }
func (r *record) Freeze()               {}
func (r *record) Truth() starlark.Bool  { return len(r.keys) > 0 }
func (r *record) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable: record") }

// Get is row["key"], and `in`.
func (r *record) Get(key starlark.Value) (starlark.Value, bool, error) {
	s, ok := starlark.AsString(key)
	if !ok {
		return nil, false, nil
	}
	v, ok := r.find(s)
	return v, ok, nil
}

// Items are for dict(row).
func (r *record) Items() []starlark.Tuple {
	out := make([]starlark.Tuple, 0, len(r.keys))
	for i, k := range r.keys {
		if r.values[i] != nil {
			out = append(out, starlark.Tuple{starlark.String(k), r.values[i]})
		}
	}
	return out
}

// Iterate goes through the keys.
func (r *record) Iterate() starlark.Iterator {
	keys := make([]starlark.Value, 0, len(r.keys))
	for i, k := range r.keys {
		if r.values[i] != nil {
			keys = append(keys, starlark.String(k))
		}
	}
	return starlark.NewList(keys).Iterate()
}

// Attr is row.key. The methods of dicts come after the keys.
func (r *record) Attr(name string) (starlark.Value, error) {
	if v, ok := r.find(name); ok {
		return v, nil
	}
	switch name {
	case "get":
		return starlark.NewBuiltin("get", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var key string
			var otherwise starlark.Value = starlark.None
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &key, &otherwise); err != nil {
				return nil, err
			}
			if v, ok := r.find(key); ok {
				return v, nil
			}
			return otherwise, nil
		}), nil
	case "keys", "values", "items":
		return starlark.NewBuiltin(name, func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 0); err != nil {
				return nil, err
			}
			var list []starlark.Value
			for _, item := range r.Items() {
				switch name {
				case "keys":
					list = append(list, item[0])
				case "values":
					list = append(list, item[1])
				default:
					list = append(list, item)
				}
			}
			return starlark.NewList(list), nil
		}), nil
	}
	if r.lenient {
		return starlark.None, nil
	}
	return nil, nil
}

// AttrNames lists the keys.
func (r *record) AttrNames() []string { return r.keys }

// CompareSameType is == of two objects of answers; see dicts for comparing with a dict.
func (r *record) CompareSameType(op syntax.Token, y starlark.Value, _ int) (bool, error) {
	same, err := r.equal(y.(*record))
	switch op {
	case syntax.EQL:
		return same, err
	case syntax.NEQ:
		return !same, err
	}
	return false, fmt.Errorf("objects of answers have no order: %s compares numbers and texts", op)
}

func (r *record) equal(o *record) (bool, error) {
	a, b := r.Items(), o.Items()
	if len(a) != len(b) {
		return false, nil
	}
	for _, item := range a {
		v, ok := o.find(string(item[0].(starlark.String)))
		if !ok {
			return false, nil
		}
		if same, err := equal(item[1], v); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

var (
	_ starlark.IterableMapping = (*record)(nil)
	_ starlark.HasAttrs        = (*record)(nil)
	_ starlark.Comparable      = (*record)(nil)
)
