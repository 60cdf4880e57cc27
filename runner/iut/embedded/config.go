package embedded

import (
	"touchstone/specs"
	"touchstone/specs/isa"

	"touchstone/runner/rv64"
)

// Config is the executor that a statement claims: its instructions, and the parameters by which
// implementations may differ.
func Config(t *isa.Table, ics specs.ICS) rv64.Config {
	c := rv64.Config{Table: t, Ordering: rv64.Ordering{Weak: true}}
	number := func(name string) int {
		switch n := ics.Parameters[name].(type) {
		case int:
			return n
		case int64:
			return int(n)
		case uint64:
			return int(n)
		case float64:
			return int(n)
		}
		return 0
	}
	c.VLEN = number("VLEN")
	return c
}
