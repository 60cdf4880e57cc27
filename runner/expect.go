package runner

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// finding is the evaluation of one check on one case (or one pair, or one group).
type finding struct {
	verdict reports.Verdict
	rules   []string // that this evaluation speaks for and did not break
	broken  []string // rules broken; empty: all that the check names
	allowed []string
	seen    []string
	why     string
	reading string // of an interpretation, that an answer follows
	exact   bool   // rules and broken are all that it speaks for
}

func passed(rules []string) finding { return finding{verdict: reports.Pass, rules: rules} }

func failed(why string, allowed, seen []string) finding {
	return finding{verdict: reports.Fail, why: why, allowed: allowed, seen: seen}
}

// unresolved is the finding for a case that has no outcome to look at.
func unresolved(v *view) (finding, bool) {
	switch v.o.Status {
	case trial.Finished:
		return unsettled(v)
	case trial.Hang, trial.Crash:
		how := map[trial.Status]string{trial.Hang: "hang", trial.Crash: "crash"}[v.o.Status]
		seen := []string{how + ", alone and from a fresh start, twice"}
		if v.o.Words != "" {
			seen = append(seen, "last words: "+v.o.Words)
		}
		return failed("the implementation did not come back from the case ("+how+")", []string{"the case ends"}, seen), true
	case trial.Differs: // another check of it speaks of that
		return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonSelfCheck, v.o.Words)}, true
	case trial.Flaky:
		return finding{verdict: reports.Inconclusive, why: reports.Because(reports.ReasonFlaky, v.o.Words)}, true
	case trial.Clobber:
		return failed("the case wrote outside of everything it may touch", []string{"memory outside the data area keeps its value"}, []string{v.o.Words}), true
	default:
		why := v.o.Words
		if why == "" {
			why = "the case was not run to its end"
		}
		if class := reports.Class(why); class == reports.ReasonCapability || class == reports.ReasonSelfCheck {
			return finding{verdict: reports.Untested, why: why}, true
		}
		return finding{verdict: reports.Inconclusive, why: why}, true
	}
}

// unsettled is the finding for a case whose setting the hart did not take, as it may where a field
// is WARL: mcounteren that is read-only, protection with a coarser grain. What it did then is
// evidence of nothing.
func unsettled(v *view) (finding, bool) {
	for _, ch := range v.o.Changed {
		name, ok := strings.CutPrefix(string(ch.Loc), "before:")
		if !ok {
			continue
		}
		if name == "protection" {
			return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonCapability, fmt.Sprintf("mprotect is refused (error %d)", ch.Value))}, true
		}
		if name == "csr:vlenb" {
			why := fmt.Sprintf("vlenb holds %d where the statement says VLEN = %d", ch.Value, v.c.Setting.VLEN)
			return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonCapability, why)}, true
		}
		for _, p := range v.c.Setting.CSRs {
			if string(p.Loc) == name && p.Value != ch.Value {
				why := fmt.Sprintf("%s holds %s where the scenario needs %s", v.name(p.Loc), hex(ch.Value), hex(p.Value))
				return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonCapability, why)}, true
			}
		}
	}
	if why := byKernel(v); why != "" {
		return finding{verdict: reports.Untested, why: why}, true
	}
	return finding{}, false
}

// refused is the finding for a case whose own before-state the hart did not take, as it may: a vector
// type that it answers with a trap instead of vill. What a scenario expects of it is then beside the
// point.
func refused(v *view) (finding, bool) {
	for _, ch := range v.o.Changed {
		name, ok := strings.CutPrefix(string(ch.Loc), "before:csr:")
		if !ok {
			continue
		}
		for _, p := range v.c.Before {
			if string(p.Loc) == "csr:"+name && p.Value != ch.Value {
				why := fmt.Sprintf("%s holds %s where the scenario gives it %s", name, hex(ch.Value), hex(p.Value))
				return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonCapability, why)}, true
			}
		}
	}
	return finding{}, false
}

// evaluate applies a check to one case, whatever the pack.
func (p *Plan) evaluate(ch *trial.Check, v *view) finding {
	if e, ok := ch.Expect.(trial.Meets); ok {
		return p.meets(e, ch, v)
	}
	return evaluate(p.oracle, ch, v)
}

// evaluate applies a check to one case. The expectations that compare cases are in alike.go.
func evaluate(o *oracle.Oracle, ch *trial.Check, v *view) finding {
	if v.o.Status == trial.Differs {
		return differs(ch, v)
	}
	if alone, ok := v.o.Settled(); ok {
		return wavered(o, ch, v, alone)
	}
	if f, done := unresolved(v); done {
		if _, all := ch.Expect.(trial.Allowed); all && stopped(v) && open(o, v) {
			return finding{verdict: reports.Untested} // what is reserved may even end the implementation
		}
		return f
	}
	if _, ok := ch.Expect.(trial.Allowed); ok {
		return allowed(o, v) // it knows what the case really started from
	}
	if f, done := refused(v); done {
		return f
	}
	if f, done := emulated(v); done {
		return f
	}
	switch e := ch.Expect.(type) {
	case trial.Holds:
		return holds(e, v)
	case trial.Takes:
		return takes(e, v)
	case trial.Ends:
		return ends(e, v)
	case trial.Unchanged:
		return unchanged(e, v)
	case trial.Never:
		return never(e, v)
	case trial.Always:
		return always(e, v)
	}
	return finding{verdict: reports.Error, why: fmt.Sprintf("no way to judge %T", ch.Expect)}
}

// wavered is the finding for a case that stopped the implementation, and finished when it ran alone. If
// that was wrong too, it never did what it should: it fails. Else it is flaky.
func wavered(o *oracle.Oracle, ch *trial.Check, v *view, alone trial.Outcome) finding {
	w := *v
	w.o = alone
	if f := evaluate(o, ch, &w); f.verdict == reports.Fail {
		f.seen = append(f.seen, "and among other cases it stopped the implementation ("+counted(v.o.Runs)+")")
		return f
	}
	f, _ := unresolved(v)
	return f
}

// counted lists how often a case ended in which way.
func counted(runs map[string]int) string {
	var out []string
	for _, way := range slices.Sorted(maps.Keys(runs)) {
		out = append(out, fmt.Sprintf("%s: %d", way, runs[way]))
	}
	return strings.Join(out, ", ")
}

// emulated is the finding for a case that went on where its scenario expects the trap of a misaligned
// access: under Linux the trap may have been taken, and the access done in software.
func emulated(v *view) (finding, bool) {
	if v.o.Trap.Signal == 0 || v.trial == nil {
		return finding{}, false
	}
	if _, normal := v.exit(); !normal {
		return finding{}, false
	}
	for _, ch := range v.trial.Checks {
		e, ok := ch.Expect.(trial.Takes)
		if ok && slices.ContainsFunc(e.Causes, oracle.Emulable) && slices.ContainsFunc(ch.Cases, func(i int) bool { return &v.trial.Cases[i] == v.c }) {
			return mayBeEmulated(), true
		}
	}
	return finding{}, false
}

// mayBeEmulated is the finding for an access that the hart, or the kernel in its place, may have done.
func mayBeEmulated() finding {
	return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonEnvironment, "needs machine: under Linux a misaligned access may be emulated")}
}

func stopped(v *view) bool { return v.o.Status == trial.Hang || v.o.Status == trial.Crash }

// open says whether the standard leaves open what the case does.
func open(o *oracle.Oracle, v *view) bool {
	result, err := o.Judge(v.state(), v.exits(), maxSteps, &oracle.Observed{})
	return err == nil && result.Unspecified
}

// maxSteps bounds how many instructions the oracle follows in one case.
const maxSteps = 20_000

func allowed(o *oracle.Oracle, v *view) finding {
	seen := oracle.Observed{Trap: oracle.Trap(v.o.Trap), Changed: map[string]uint64{}, CSRs: map[string]bool{}}
	for _, ch := range v.o.Changed {
		seen.Changed[string(ch.Loc)] = ch.Value
	}
	for _, l := range v.c.Observe {
		if name, ok := strings.CutPrefix(string(l), "csr:"); ok {
			seen.CSRs[name] = true
		}
	}
	if v.float != nil {
		seen.CSRs["fcsr"] = true
	}
	if v.vector != nil {
		for _, name := range []string{"vl", "vtype", "vstart", "vcsr"} {
			seen.CSRs[name] = true
		}
	}
	result, err := o.Judge(v.state(), v.exits(), maxSteps, &seen)
	if err != nil {
		return finding{verdict: reports.Error, why: err.Error()}
	}
	if result.Emulated {
		return mayBeEmulated()
	}
	if result.Unspecified {
		return finding{verdict: reports.Untested} // the standard says nothing here: evidence of nothing
	}
	if result.OK {
		// A rule that closes the set of outcomes holds when one of them was seen.
		return passed(slices.Concat(result.Exercised, result.Permitted))
	}
	f := finding{verdict: reports.Fail}
	for _, b := range result.Broken {
		f.broken = append(f.broken, b.Rules...)
		name := v.name(trial.Loc(b.Loc))
		if b.Element != "" {
			name += " " + b.Element
		}
		f.allowed = append(f.allowed, name+" = "+strings.Join(b.Allowed, " or ")+cite(b.Rules))
		f.seen = append(f.seen, name+" = "+b.Got)
	}
	slices.Sort(f.broken)
	f.broken = slices.Compact(f.broken)
	for _, rule := range result.Exercised {
		if !slices.Contains(f.broken, rule) {
			f.rules = append(f.rules, rule)
		}
	}
	if len(f.seen) > 0 {
		f.why = f.seen[0] + ", where the specification allows " + f.allowed[0]
	}
	return f
}

func cite(rules []string) string {
	if len(rules) == 0 {
		return ""
	}
	return " (" + strings.Join(rules, ", ") + ")"
}

func hex(v uint64) string { return "0x" + strconv.FormatUint(v, 16) }

func (v *view) value(x trial.Value) uint64 {
	if x.Rel {
		return v.code + x.Num
	}
	return x.Num
}

func field(value uint64, e trial.Holds) uint64 {
	if e.Width == 0 || e.Width >= 64 {
		return value
	}
	return value >> e.Low & (1<<e.Width - 1)
}

func holds(e trial.Holds, v *view) finding {
	raw, known := v.after(e.Loc)
	if !known {
		return finding{verdict: reports.Inconclusive, why: v.name(e.Loc) + " was not reported"}
	}
	got := field(raw, e)
	var want []uint64
	var words []string
	if e.Other != "" {
		other, known := v.after(e.Other)
		if !known {
			return finding{verdict: reports.Inconclusive, why: v.name(e.Other) + " was not reported"}
		}
		want, words = []uint64{other}, []string{v.name(e.Other) + " = " + hex(other)}
	}
	for _, x := range e.Values {
		want = append(want, v.value(x))
		words = append(words, hex(v.value(x)))
	}
	var ok bool
	op := e.Compare
	switch op {
	case "", "=":
		ok, op = slices.Contains(want, got), "="
	case "!=":
		ok = !slices.Contains(want, got)
	case "<":
		ok = got < want[0]
	case "<=":
		ok = got <= want[0]
	default:
		return finding{verdict: reports.Error, why: "unknown comparison " + op}
	}
	if ok {
		return passed(nil)
	}
	name := v.name(e.Loc)
	seen := []string{name + " = " + hex(got)}
	if _, normal := v.exit(); !normal {
		seen = append(seen, v.ending())
	}
	f := failed("", []string{name + " " + op + " " + strings.Join(words, " or ")}, seen)
	f.why = f.seen[0] + ", where " + f.allowed[0] + " is required"
	return f
}

// ending says in words how the case ended.
func (v *view) ending() string {
	t := v.o.Trap
	where := fmt.Sprintf("at code%+d", int64(t.PC-v.code))
	if v.o.Hart != 0 {
		where = fmt.Sprintf("on hart %d", v.o.Hart)
	}
	if i, ok := v.exit(); ok {
		return fmt.Sprintf("ended normally %s (exit %d)", where, i+1)
	}
	if t.Signal != 0 {
		return fmt.Sprintf("%s %s, address %s", oracle.SignalName(t.Signal, t.Code), where, hex(t.Tval))
	}
	return fmt.Sprintf("%s taken from %s mode %s, tval %s", causeName(t.Cause), t.Mode, where, hex(t.Tval))
}

// took says whether the case ended by one of these exceptions, or by a signal that tells of one.
func (v *view) took(causes []uint64) bool {
	t := v.o.Trap
	return slices.ContainsFunc(causes, func(c uint64) bool {
		return t.Signal == 0 && c == t.Cause || t.Signal != 0 && oracle.Delivers(c, t.Signal, t.Code)
	})
}

// causeName names an exception code as the privileged manual's table of mcause does.
func causeName(cause uint64) string {
	names := map[uint64]string{
		0: "instruction address misaligned", 1: "instruction access fault", 2: "illegal instruction", 3: "breakpoint",
		4: "load address misaligned", 5: "load access fault", 6: "store/AMO address misaligned", 7: "store/AMO access fault",
		8: "environment call from U-mode", 9: "environment call from S-mode", 11: "environment call from M-mode",
		12: "instruction page fault", 13: "load page fault", 15: "store/AMO page fault",
	}
	if name, ok := names[cause]; ok {
		return name
	}
	if cause>>63 != 0 {
		return fmt.Sprintf("interrupt %d", cause&^(1<<63))
	}
	return fmt.Sprintf("exception with cause %d", cause)
}

func takes(e trial.Takes, v *view) finding {
	t := v.o.Trap
	causes := make([]string, len(e.Causes))
	for i, c := range e.Causes {
		causes[i] = causeName(c)
	}
	want := "a trap"
	if len(causes) > 0 {
		want = strings.Join(causes, " or ")
	}
	_, normal := v.exit()
	if normal || len(e.Causes) > 0 && !v.took(e.Causes) {
		return failed(v.ending()+", where "+want+" is required", []string{want}, []string{v.ending()})
	}
	if e.At != nil && t.PC != v.value(*e.At) {
		at := fmt.Sprintf("%s at code%+d", want, int64(v.value(*e.At)-v.code))
		return failed(v.ending()+", where the trap belongs to code"+fmt.Sprintf("%+d", int64(v.value(*e.At)-v.code)), []string{at}, []string{v.ending()})
	}
	if len(e.Tvals) > 0 && t.Signal != 0 && !oracle.Addressed(t.Signal) {
		return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonEnvironment, "needs machine: a signal does not carry this trap value")}
	}
	if len(e.Tvals) > 0 && t.Signal != 0 && t.Tval == t.PC && !slices.ContainsFunc(e.Tvals, func(x trial.Value) bool { return v.value(x) == t.Tval }) {
		return finding{verdict: reports.Untested, why: reports.Because(reports.ReasonEnvironment, "needs machine: the kernel gives the instruction's address with this signal")}
	}
	if len(e.Tvals) > 0 {
		var words []string
		for _, x := range e.Tvals {
			if v.value(x) == t.Tval {
				return passed(nil)
			}
			words = append(words, hex(v.value(x)))
		}
		return failed("tval = "+hex(t.Tval)+", where "+strings.Join(words, " or ")+" is required", []string{"tval = " + strings.Join(words, " or ")}, []string{"tval = " + hex(t.Tval)})
	}
	return passed(nil)
}

func ends(e trial.Ends, v *view) finding {
	_, normal := v.exit()
	if !normal {
		return failed(v.ending()+", where no trap is allowed", []string{"no trap"}, []string{v.ending()})
	}
	if e.At != nil && v.o.Trap.PC != v.code+uint64(*e.At) {
		want := fmt.Sprintf("the hart ends at code%+d", *e.At)
		return failed(v.ending()+", where "+want, []string{want}, []string{v.ending()})
	}
	return passed(nil)
}

func unchanged(e trial.Unchanged, v *view) finding {
	covers := func(list []trial.Loc, l trial.Loc) bool {
		return slices.ContainsFunc(list, func(of trial.Loc) bool {
			return of == l || (of == "mem:" || strings.HasSuffix(string(of), "[")) && strings.HasPrefix(string(l), string(of))
		})
	}
	var extra, kept []string
	for _, ch := range v.o.Changed {
		if strings.HasPrefix(string(ch.Loc), "before:") {
			continue
		}
		if covers(e.But, ch.Loc) || len(e.Of) > 0 && !covers(e.Of, ch.Loc) {
			continue
		}
		if was, known := v.before(ch.Loc); known {
			if was == ch.Value {
				continue
			}
			kept = append(kept, v.name(ch.Loc)+" = "+hex(was))
		} else {
			if len(e.Of) == 0 && slices.Contains(v.c.Observe, ch.Loc) {
				continue // read for a comparison; nobody knows what it held before
			}
			kept = append(kept, v.name(ch.Loc)+" keeps its value")
		}
		extra = append(extra, v.name(ch.Loc)+" = "+hex(ch.Value))
	}
	if len(extra) == 0 {
		return passed(nil)
	}
	return failed(extra[0]+" changed, where nothing else may", kept, extra)
}
