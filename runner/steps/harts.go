package steps

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image/machine"
	"touchstone/runner/sweep"
	"touchstone/runner/trial"
)

// hartsSentences run two programs at the same time, on two harts, many times over. Both start from
// the same registers and, each time anew, the same test data; what a Then speaks of is how each
// repetition ended. "never" that passes says that the state was not seen in so many repetitions:
// that is a strength of its own, and no proof.
func hartsSentences() []sentence {
	judge := func(expect func([]trial.Holds) trial.Expect) func(*world, []string) error {
		return func(w *world, a []string) error {
			all, err := w.finals(a[0])
			if err == nil {
				w.check(expect(all))
			}
			return err
		}
	}
	return []sentence{
		given("two harts, <n> times", `two harts(?:, ([0-9,]+) times)?`, func(w *world, a []string) error { return w.twoHarts(a[0]) }),
		when("hart 0|1 executes:", `hart (0|1) executes`, func(w *world, a []string) error { return w.beside(a[0], a[1]) }),
		then("never hart 0: <register> = <value> and hart 1: … and test data + <n> holds <value>", `never (.+?)`,
			judge(func(all []trial.Holds) trial.Expect { return trial.Never{All: all} })),
		then("always hart 0: <register> = <value> and hart 1: … and test data + <n> holds <value>", `always (.+?)`,
			judge(func(all []trial.Holds) trial.Expect { return trial.Always{All: all} })),
	}
}

// repetitions of a case of two harts, by effort.
func repetitions(e sweep.Effort) int {
	return map[sweep.Effort]int{sweep.Quick: 200, sweep.Standard: 2_000, sweep.Exhaustive: 50_000}[e]
}

func (w *world) twoHarts(times string) error {
	if w.c.ICS.Harts < 2 {
		w.leave(scope{reason: reports.Because(reports.ReasonCapability, "needs two harts")})
		return nil
	}
	w.setting.Harts, w.repeat = 2, repetitions(w.c.effort)
	if times == "" {
		return nil
	}
	n, err := strconv.Atoi(strings.ReplaceAll(times, ",", ""))
	if err != nil || n < 1 {
		return fmt.Errorf("two harts run 1 time or more, not %s", times)
	}
	w.repeat = n
	return nil
}

// beside takes the program of one hart; hart 1's completes the case.
func (w *world) beside(hart, text string) error {
	if w.setting.Harts < 2 {
		return errors.New("there is one hart: say `Given two harts` before")
	}
	p, err := w.assemble(text)
	if err != nil {
		return err
	}
	if hart == "0" {
		w.first = p
		return nil
	}
	if w.first == nil {
		return errors.New("hart 0 has no program yet: say what hart 0 executes before")
	}
	before, err := w.starts(w.first)
	if err != nil {
		return err
	}
	setting, err := w.settled(w.first)
	if err != nil {
		return err
	}
	w.addCase(trial.Case{
		Setting: setting, Stub: w.first.stub, Harts: []*trial.Stub{p.stub}, Before: before, Repeat: w.repeat,
	})
	w.program, w.first = w.first, nil
	return nil
}

var onHart = regexp.MustCompile(`^hart (0|1): (.+)$`)

// finals reads what a final state is made of, and has the cases observe it. A hart's name holds for
// what follows it.
func (w *world) finals(text string) ([]trial.Holds, error) {
	var all []trial.Holds
	hart := ""
	for _, part := range splitBefore.Split(text, -1) {
		if m := onHart.FindStringSubmatch(part); m != nil {
			hart, part = m[1], m[2]
		}
		h, err := w.final(hart, part)
		if err != nil {
			return nil, err
		}
		if err := w.see(h.Loc, h.Other); err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

func (w *world) final(hart, text string) (trial.Holds, error) {
	if strings.Contains(text, " holds ") {
		f, rest, err := w.field(text)
		if err != nil {
			return trial.Holds{}, err
		}
		values, err := w.values(rest)
		if err == nil && int(f.address&7)+f.width > 8 {
			err = fmt.Errorf("a field that crosses a multiple of 8 cannot be looked at while two harts run")
		}
		return trial.Holds{Loc: memoryAt(f.address), Low: uint8(8 * (f.address & 7)), Width: uint8(8 * f.width), Values: values}, err
	}
	m := comparison.FindStringSubmatch(text)
	if m == nil || hart == "" {
		return trial.Holds{}, fmt.Errorf("%q is neither hart <n>: <register> = <value> nor test data + <n> holds <value>", text)
	}
	h := trial.Holds{Compare: m[2]}
	var err error
	if h.Loc, err = w.hartRegister(hart, m[1]); err != nil {
		return h, err
	}
	if other, err := w.hartRegister(hart, m[3]); err == nil {
		h.Other = other
		return h, nil
	}
	h.Values, err = w.values(m[3])
	return h, err
}

func (w *world) hartRegister(hart, name string) (trial.Loc, error) {
	loc, err := w.c.location(name)
	if err == nil && !strings.HasPrefix(string(loc), "x") {
		err = fmt.Errorf("%s is no register: move it to one", name)
	}
	if hart == "1" {
		loc = "h1:" + loc
	}
	return loc, err
}

// see has the current cases observe locations.
func (w *world) see(locs ...trial.Loc) error {
	for _, i := range w.current {
		c := &w.trial.Cases[i]
		if len(c.Harts) == 0 {
			return errors.New("never and always speak of two harts: say `Given two harts` before")
		}
		for _, l := range locs {
			if l != "" && !slices.Contains(c.Observe, l) {
				c.Observe = append(slices.Clip(c.Observe), l)
			}
		}
		if len(c.Observe) > machine.MaxLocations {
			return fmt.Errorf("the Thens look at more than %d registers and doublewords", machine.MaxLocations)
		}
	}
	return nil
}

// together says what a scenario with two harts cannot ask.
func (w *world) together() error {
	if w.first != nil {
		return errors.New("hart 0 has a program and hart 1 has none")
	}
	for _, ch := range w.trial.Checks {
		for _, i := range ch.Cases {
			several := len(w.trial.Cases[i].Harts) > 0
			switch ch.Expect.(type) {
			case trial.Never, trial.Always, trial.Ends:
			default:
				if several {
					return fmt.Errorf("%q looks at one hart at its end: with two harts say never …, always …, or that no trap is taken", ch.Text)
				}
			}
		}
	}
	for _, c := range w.trial.Cases {
		if len(c.Harts) > 0 && (c.Setting.Anchor != "" || len(c.Observe) == 0) {
			return errors.New("two harts need a Then with never or always, and leave mscratch to the runtime")
		}
	}
	return nil
}
