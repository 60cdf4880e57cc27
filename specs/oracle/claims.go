package oracle

import (
	"fmt"

	"go.starlark.net/starlark"
)

// claimed is the set of extensions that semantics may ask for: those of the profile, those the ICS
// adds, those that these imply, and those whose rows are in the table.
func claimed(o *Oracle) map[string]bool {
	ics := &o.env.ICS
	names := append([]string(nil), ics.Extensions...)
	if p, ok := o.pack.Profile(ics.Profile); ok {
		names = append(append(names, p.Base), p.Mandatory...)
	}
	for _, in := range o.table.Instructions {
		names = append(names, in.Row.Extension)
	}
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true // perhaps of another pack, or from a row outside any listed extension
	}
	o.pack.Close(set)
	for _, mode := range ics.Modes {
		if mode == "M" {
			set["Sm"] = true
		}
	}
	return set
}

// icsValue is `ics`: what the implementation claims.
//
//	ics.claims("Zca")           an extension is claimed
//	ics.parameter("NAME", None) a parameter of the standard by name
//	ics.has_mode("U")           a privilege mode is implemented
//	ics.environment             "machine" or "linux"
type icsValue struct {
	opaque
	o *Oracle
}

var _ starlark.HasAttrs = icsValue{}

func (icsValue) String() string { return "ics" }
func (icsValue) Type() string   { return "ics" }
func (icsValue) AttrNames() []string {
	return []string{"claims", "environment", "has_mode", "parameter"}
}

func (v icsValue) Attr(name string) (starlark.Value, error) {
	switch name {
	case "claims":
		return starlark.NewBuiltin("ics.claims", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var ext string
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &ext); err != nil {
				return nil, err
			}
			return starlark.Bool(v.o.claims[ext]), nil
		}), nil
	case "environment":
		return starlark.String(v.o.env.Environment), nil
	case "has_mode":
		return starlark.NewBuiltin("ics.has_mode", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var mode string
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &mode); err != nil {
				return nil, err
			}
			for _, m := range v.o.env.ICS.Modes {
				if m == mode {
					return starlark.True, nil
				}
			}
			return starlark.False, nil
		}), nil
	case "parameter":
		return starlark.NewBuiltin("ics.parameter", func(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var param string
			var fallback starlark.Value = starlark.None
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &param, &fallback); err != nil {
				return nil, err
			}
			p, ok := v.o.env.ICS.Parameters[param]
			if !ok {
				return fallback, nil
			}
			value, err := parameterValue(p)
			if err != nil {
				return nil, fmt.Errorf("parameter %s of the ICS: %w", param, err)
			}
			return value, nil
		}), nil
	}
	return nil, nil
}

// parameterValue hands a value from YAML or JSON to Starlark.
func parameterValue(v any) (starlark.Value, error) {
	switch v := v.(type) {
	case nil:
		return starlark.None, nil
	case bool:
		return starlark.Bool(v), nil
	case string:
		return starlark.String(v), nil
	case int:
		return starlark.MakeInt(v), nil
	case int64:
		return starlark.MakeInt64(v), nil
	case uint64:
		return starlark.MakeUint64(v), nil
	case float64: // JSON numbers
		if v == float64(int64(v)) {
			return starlark.MakeInt64(int64(v)), nil
		}
	case []any:
		list := make(starlark.Tuple, len(v))
		for i, e := range v {
			var err error
			if list[i], err = parameterValue(e); err != nil {
				return nil, err
			}
		}
		return list, nil
	}
	return nil, fmt.Errorf("%v (%T) is not a bool, a string, an integer or a list of these", v, v)
}
