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
	if vlen, ok := specs.Number(ics.Parameters["VLEN"]); ok {
		c.VLEN = int(vlen)
	}
	return c
}
