package image

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// several says what a case of several harts cannot have.
func several(c *trial.Case) error {
	harts := max(c.Setting.Harts, 1)
	switch {
	case len(c.Harts) != harts-1:
		return fmt.Errorf("the setting has %d harts, and the case code for %d", harts, len(c.Harts)+1)
	case harts == 1:
		return nil
	case c.Stub == nil || c.Harts[0] == nil:
		return fmt.Errorf("a hart has no code")
	case c.Repeat < 1:
		return fmt.Errorf("a case of several harts is repeated at least once, not %d times", c.Repeat)
	case len(c.Observe) == 0 || len(c.Observe) > machine.MaxLocations:
		return fmt.Errorf("a case of several harts observes 1 to %d locations, not %d", machine.MaxLocations, len(c.Observe))
	}
	for _, p := range c.Before {
		if p.Rel || p.Loc[0] == 'c' {
			return fmt.Errorf("%s: a case of several harts presets registers and data, with numbers", p.Loc)
		}
	}
	for _, l := range c.Observe {
		if strings.HasPrefix(string(l), "mem:") && !slices.ContainsFunc(c.Before, func(p trial.Preset) bool { return p.Loc == l }) {
			return fmt.Errorf("%s is observed and not preset: only presets are made anew for each repetition", l)
		}
	}
	for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
		if len(s.Exits) != 1 || s.At != 0 {
			return fmt.Errorf("the code of one of several harts has one exit, and lies anywhere")
		}
	}
	return nil
}

// together places the code of both harts as one stub, whose entry is the description of the case.
func (b *builder) together(c *trial.Case, table *machine.Table, code *arena, work uint64) (*stub, error) {
	both := &stub{}
	var entries, exits [2]uint64
	for i, s := range []*trial.Stub{c.Stub, c.Harts[0]} {
		entered, entry, err := approached(s, c.Setting.Environment)
		if err != nil {
			return nil, err
		}
		at, runs, err := code.place(entered)
		if err != nil {
			return nil, err
		}
		entries[i], exits[i] = at+uint64(entry), at+uint64(s.Exits[0])
		if i == 0 {
			both.code = at
		}
		both.runs = append(both.runs, runs...)
	}
	locations := make([]uint64, len(c.Observe))
	for i, name := range c.Observe {
		l, err := b.names.parse(name)
		switch {
		case err != nil:
			return nil, err
		case l.kind == 'x':
			locations[i] = machine.HartX(work, 0, int(l.n))
		case l.kind == 'h':
			locations[i] = machine.HartX(work, 1, int(l.n))
		case l.kind == 'm' && l.n-b.m.Data < DataSize:
			locations[i] = l.n
		default:
			return nil, fmt.Errorf("%s cannot be observed while several harts run: registers and the data area can", name)
		}
	}
	both.desc = table.Stub(table.Together(entries, exits, c.Repeat, locations), both.runs)
	return both, nil
}

// together takes one pair of a result of several harts; false: it makes no sense there.
func together(o *trial.Outcome, code, value uint64) bool {
	switch n := len(o.States); {
	case code == machine.LocHart:
		o.Hart = int(value & 0xff)
		return value < 2
	case code == machine.LocCount:
		o.States = append(o.States, trial.State{Count: value})
		return true
	default:
		if n == 0 || code != machine.LocValue+uint64(len(o.States[n-1].Values)) {
			return false
		}
		o.States[n-1].Values = append(o.States[n-1].Values, value)
		return true
	}
}
