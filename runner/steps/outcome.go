package steps

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// valueSentences say what registers, CSRs and memory hold after a case. One step may say it of several.
func valueSentences() []sentence {
	hold := func(w *world, a []string) error {
		for _, part := range splitBefore.Split(a[0], -1) {
			check := w.compare
			if strings.Contains(part, " holds ") {
				check = w.holds
			}
			if err := check(part); err != nil {
				return err
			}
		}
		return nil
	}
	return []sentence{
		then("<register, CSR or tval> =|!=|<|<= <value> or … and …", `([a-z]\w* (?:=|!=|<|<=) .+?)`, hold),
		then("test data + <n> holds (byte|halfword|word|doubleword) <value> or … and …", `(test data.* holds .+?)`, hold),
	}
}

var comparison = regexp.MustCompile(`^(\S+) (=|!=|<|<=) (.+)$`)

func (w *world) compare(text string) error {
	m := comparison.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("%q is no <location> = <value>", text)
	}
	if m[1] == "tval" {
		return w.tval(m[2], m[3])
	}
	if r, ok := isa.VectorRegister(m[1]); ok {
		e, err := parseElements(r, m[3])
		if err != nil {
			return err
		}
		return w.expect(e, m[2])
	}
	loc, err := w.c.location(m[1])
	if err != nil {
		return err
	}
	e := trial.Holds{Loc: loc, Compare: m[2]}
	if view, ok := w.c.views[loc]; ok {
		e.Loc, e.Low, e.Width = w.c.whole(loc), view.Low, view.Width
	}
	w.name(e.Loc)
	if other, err := w.c.location(m[3]); err == nil {
		w.watch(other)
		e.Other = other
	} else if e.Values, err = w.values(m[3]); err != nil {
		return err
	}
	if len(e.Values) > 1 && strings.HasPrefix(m[2], "<") {
		return fmt.Errorf("%s compares with one value", m[2])
	}
	w.check(e)
	return nil
}

func (w *world) tval(op, text string) error {
	if op != "=" {
		return fmt.Errorf("tval can only be = <value> or …")
	}
	values, err := w.values(text)
	if err != nil {
		return err
	}
	w.check(trial.Takes{Tvals: values})
	return nil
}

// name notes a location for "nothing else changes", and has it observed.
func (w *world) name(loc trial.Loc) {
	w.named = append(w.named, loc)
	w.watch(loc)
}

// holds checks a field of memory: one check for each doubleword that it lies in.
func (w *world) holds(text string) error {
	f, rest, err := w.field(text)
	if err != nil {
		return err
	}
	values, err := w.values(rest)
	if err != nil {
		return err
	}
	low, width := int(f.address&7), f.width
	if low+width > 8 && len(values) > 1 {
		return fmt.Errorf("a field that crosses a multiple of 8 can hold one value only")
	}
	for at, done := f.address, 0; done < width; {
		n := min(8-int(at&7), width-done)
		e := trial.Holds{Loc: memoryAt(at), Low: uint8(8 * (at & 7)), Width: uint8(8 * n)}
		for _, v := range values {
			if v.Rel {
				return fmt.Errorf("memory is compared with numbers; %s depends on where the code lies", rest)
			}
			e.Values = append(e.Values, trial.Value{Num: v.Num >> (8 * done) & (1<<(8*n) - 1)})
		}
		w.name(e.Loc)
		w.check(e)
		at, done = at+uint64(n), done+n
	}
	return nil
}

// changeSentences say that nothing happened, but for what was named.
func changeSentences() []sentence {
	return []sentence{
		then("nothing changes", `nothing changes`, func(w *world, _ []string) error {
			w.check(trial.Unchanged{})
			return nil
		}),
		then("nothing changes but <location> and …", `nothing changes but (.+?)`, func(w *world, a []string) error {
			but, err := w.places(a[0])
			w.check(trial.Unchanged{But: but})
			return err
		}),
		then("nothing else changes", `nothing else changes`, func(w *world, _ []string) error {
			w.check(trial.Unchanged{But: w.named})
			return nil
		}),
		then("nothing else changes but <location> and …", `nothing else changes but (.+?)`, func(w *world, a []string) error {
			but, err := w.places(a[0])
			w.check(trial.Unchanged{But: append(but, w.named...)})
			return err
		}),
		then("<location> is unchanged", `(\S+|test data(?: \+ \S+)?) is unchanged`, func(w *world, a []string) error {
			of, err := w.places(a[0])
			w.check(trial.Unchanged{Of: of})
			return err
		}),
	}
}

// places reads a list of locations. `test data` alone is all of memory, the code included.
func (w *world) places(text string) ([]trial.Loc, error) {
	var out []trial.Loc
	for _, name := range splitList(text) {
		switch {
		case name == "test data":
			out = append(out, "mem:")
		case strings.HasPrefix(name, "test data"):
			at, err := w.number(name)
			if err != nil {
				return nil, err
			}
			if err := w.inside(at, 1); err != nil {
				return nil, err
			}
			out = append(out, memoryAt(at))
		default:
			if r, ok := isa.VectorRegister(name); ok {
				out = append(out, trial.Loc("v"+strconv.FormatInt(r, 10)+"["))
				continue
			}
			loc, err := w.c.location(name)
			if err != nil {
				return nil, err
			}
			if w.c.process() && w.c.privileged(loc) {
				continue // whether it changes is not seen
			}
			w.watch(loc)
			out = append(out, w.c.whole(loc))
		}
	}
	return out, nil
}
