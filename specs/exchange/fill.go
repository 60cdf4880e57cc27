package exchange

import (
	"fmt"
	"regexp"

	"go.starlark.net/starlark"
)

// name is a name in braces, as texts that are sent have them.
var name = regexp.MustCompile(`\{([A-Za-z_][A-Za-z0-9_]*)\}`)

// Fill puts values in the place of {name} in a text. What is no name that is known stays as it is. A text that is
// nothing but {name} becomes the value itself.
func Fill(text string, known func(name string) (Value, bool)) (Value, error) {
	if m := name.FindStringSubmatch(text); m != nil && m[0] == text {
		if v, ok := known(m[1]); ok {
			return v, nil
		}
	}
	var failed error
	out := name.ReplaceAllStringFunc(text, func(braced string) string {
		v, ok := known(braced[1 : len(braced)-1])
		if !ok {
			return braced
		}
		if g, ok := v.Generated(); ok {
			failed = fmt.Errorf("%s is %s, and no text; it can only be all of a body", braced, g)
		}
		s, err := v.Text()
		if err != nil {
			failed = fmt.Errorf("%s: %w", braced, err)
		}
		return s
	})
	return Of(out), failed
}

// Names lists what stands in braces in a text.
func Names(text string) []string {
	var out []string
	for _, m := range name.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// Filled is the value with every text in it filled.
func (v Value) Filled(known func(name string) (Value, bool)) (Value, error) {
	out, err := filled(v.v, known)
	return Value{out}, err
}

func filled(v starlark.Value, known func(string) (Value, bool)) (starlark.Value, error) {
	switch x := v.(type) {
	case starlark.String:
		if len(x) < 3 {
			return v, nil
		}
		f, err := Fill(string(x), known)
		return f.v, err
	case starlark.IterableMapping:
		r := &record{}
		for _, item := range x.Items() {
			key, ok := starlark.AsString(item[0])
			if !ok {
				return v, nil // JSON will say so
			}
			inner, err := filled(item[1], known)
			if err != nil {
				return nil, err
			}
			r.keys, r.values = append(r.keys, key), append(r.values, inner)
		}
		return r, nil
	case *starlark.List:
		items := make([]starlark.Value, x.Len())
		for i := range items {
			var err error
			if items[i], err = filled(x.Index(i), known); err != nil {
				return nil, err
			}
		}
		return starlark.NewList(items), nil
	}
	return v, nil
}

// Keys lists the keys of an object.
func (v Value) Keys() []string {
	r, ok := asRecord(v.v)
	if !ok {
		return nil
	}
	return r.keys
}

// Object is an object with these members.
func Object(keys []string, values []Value) Value {
	r := &record{keys: keys}
	for _, v := range values {
		r.values = append(r.values, v.v)
	}
	return Value{r}
}
