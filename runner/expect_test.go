package runner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// at is where the cases of these tests have their code.
const at = 0x80500000

var where = image.DefaultMap()

// seen is the view of one user-mode case, `add a2, a0, a1; ecall` unless the stub says otherwise.
func seen(c trial.Case, o trial.Outcome) *view {
	if c.Stub == nil {
		c.Stub = &trial.Stub{Chunks: []trial.Chunk{{Bytes: []byte{0x33, 0x06, 0xb5, 0x00, 0x73, 0, 0, 0}}}, Exits: []int64{4}, End: 4, Text: "add a2, a0, a1", Dest: "x12"}
	}
	if c.Setting.Mode == "" {
		c.Setting.Mode = "U"
	}
	return newView(&trial.Trial{ID: "t"}, &c, at, where, setup{csr: map[string]uint64{"mstatus": 0x80}}, o)
}

// ended is the outcome of a case that came to the exit at an offset, trapped that of one that took a trap.
func ended(offset int64, changed ...trial.Change) trial.Outcome {
	return trapped(causeECallU, offset, 0, changed...)
}

func trapped(cause uint64, offset int64, tval uint64, changed ...trial.Change) trial.Outcome {
	return trial.Outcome{Status: trial.Finished, Trap: trial.Trap{Cause: cause, PC: at + uint64(offset), Tval: tval, Mode: "U"}, Changed: changed}
}

func ch(l trial.Loc, v uint64) trial.Change { return trial.Change{Loc: l, Value: v} }

func num(v ...uint64) (out []trial.Value) {
	for _, n := range v {
		out = append(out, trial.Value{Num: n})
	}
	return out
}

func rel(n uint64) trial.Value { return trial.Value{Num: n, Rel: true} }

// word is the location of the doubleword at an offset of the data area.
func word(offset uint64) trial.Loc {
	return trial.Loc("mem:" + strings.TrimPrefix(hex(where.Data+offset), "0x"))
}

func ptr[T any](v T) *T { return &v }

func TestExpectations(t *testing.T) {
	a0is5 := trial.Case{Before: []trial.Preset{{Loc: "x10", Value: 5}}}
	high := uint64(1) << 63
	for _, tc := range []struct {
		name   string
		expect trial.Expect
		c      trial.Case
		o      trial.Outcome
		want   reports.Verdict
		why    string // part of it
	}{
		{"a register holds what it came to hold", trial.Holds{Loc: "x12", Values: num(7)}, a0is5, ended(4, ch("x12", 7)), reports.Pass, ""},
		{"a register holds something else", trial.Holds{Loc: "x12", Values: num(7)}, a0is5, ended(4, ch("x12", 8)), reports.Fail, "a2 = 0x8, where a2 = 0x7 is required"},
		{"a register that did not change holds its preset", trial.Holds{Loc: "x10", Values: num(5)}, a0is5, ended(4), reports.Pass, ""},
		{"a register that did not change and has no preset holds its background", trial.Holds{Loc: "x12", Values: num(image.Background(12))}, a0is5, ended(4), reports.Pass, ""},
		{"x0 is zero", trial.Holds{Loc: "x0", Values: num(0)}, a0is5, ended(4), reports.Pass, ""},
		{"x0 that was written is not", trial.Holds{Loc: "x0", Values: num(0)}, a0is5, ended(4, ch("x0", 1)), reports.Fail, "zero = 0x1"},
		{"any of several values", trial.Holds{Loc: "x12", Values: num(1, 2, 3)}, a0is5, ended(4, ch("x12", 2)), reports.Pass, ""},
		{"none of several values", trial.Holds{Loc: "x12", Values: num(1, 2)}, a0is5, ended(4, ch("x12", 3)), reports.Fail, "0x1 or 0x2"},
		{"relative to the code", trial.Holds{Loc: "x1", Values: []trial.Value{rel(4)}}, a0is5, ended(4, ch("x1", at+4)), reports.Pass, ""},
		{"relative to the code, off", trial.Holds{Loc: "x1", Values: []trial.Value{rel(4)}}, a0is5, ended(4, ch("x1", at+8)), reports.Fail, "ra ="},
		{"a preset relative to the code", trial.Holds{Loc: "x10", Values: num(at + 8)}, trial.Case{Before: []trial.Preset{{Loc: "x10", Value: 8, Rel: true}}}, ended(4), reports.Pass, ""},
		{"unequal", trial.Holds{Loc: "x12", Compare: "!=", Values: num(1, 2)}, a0is5, ended(4, ch("x12", 3)), reports.Pass, ""},
		{"unequal, and is not", trial.Holds{Loc: "x12", Compare: "!=", Values: num(1, 2)}, a0is5, ended(4, ch("x12", 2)), reports.Fail, "a2 !="},
		{"less", trial.Holds{Loc: "x12", Compare: "<", Values: num(2)}, a0is5, ended(4, ch("x12", 1)), reports.Pass, ""},
		{"equal is not less", trial.Holds{Loc: "x12", Compare: "<", Values: num(2)}, a0is5, ended(4, ch("x12", 2)), reports.Fail, "a2 <"},
		{"comparison is unsigned", trial.Holds{Loc: "x12", Compare: "<", Values: num(2)}, a0is5, ended(4, ch("x12", high)), reports.Fail, "a2 <"},
		{"at most", trial.Holds{Loc: "x12", Compare: "<=", Values: num(2)}, a0is5, ended(4, ch("x12", 2)), reports.Pass, ""},
		{"more than at most", trial.Holds{Loc: "x12", Compare: "<=", Values: num(2)}, a0is5, ended(4, ch("x12", 3)), reports.Fail, "a2 <="},
		{"the same as another register", trial.Holds{Loc: "x12", Other: "x10"}, a0is5, ended(4, ch("x12", 5)), reports.Pass, ""},
		{"not the same as another register", trial.Holds{Loc: "x12", Other: "x10"}, a0is5, ended(4, ch("x12", 6)), reports.Fail, "a0 = 0x5"},
		{"less than another register", trial.Holds{Loc: "x12", Compare: "<", Other: "x10"}, a0is5, ended(4, ch("x12", 4)), reports.Pass, ""},
		{"a byte of memory", trial.Holds{Loc: word(8), Low: 8, Width: 8, Values: num(0xab)}, a0is5, ended(4, ch(word(8), 0xab2233)), reports.Fail, "test data +8 = 0x22"},
		{"a halfword of memory", trial.Holds{Loc: word(8), Low: 16, Width: 16, Values: num(0xab)}, a0is5, ended(4, ch(word(8), 0x1ab2233)), reports.Fail, "test data +8 = 0x1ab"},
		{"a byte of memory that holds it", trial.Holds{Loc: word(8), Low: 16, Width: 8, Values: num(0x33)}, a0is5, ended(4, ch(word(8), 0x11332211)), reports.Pass, ""},
		{"the top byte", trial.Holds{Loc: word(8), Low: 56, Width: 8, Values: num(0x80)}, a0is5, ended(4, ch(word(8), high)), reports.Pass, ""},
		{"memory that nobody wrote", trial.Holds{Loc: word(8), Values: num(image.DataBackground(8))}, a0is5, ended(4), reports.Pass, ""},
		{"memory with a preset", trial.Holds{Loc: word(8), Values: num(9)}, trial.Case{Before: []trial.Preset{{Loc: word(8), Value: 9}}}, ended(4), reports.Pass, ""},
		{"the last preset counts", trial.Holds{Loc: word(8), Values: num(9)}, trial.Case{Before: []trial.Preset{{Loc: word(8), Value: 3}, {Loc: word(8), Value: 9}}}, ended(4), reports.Pass, ""},
		{"a CSR of the setting", trial.Holds{Loc: "csr:mstatus", Values: num(0x80)}, a0is5, ended(4), reports.Pass, ""},
		{"a CSR as the hart found it", trial.Holds{Loc: "csr:mscratch", Values: num(3)}, a0is5, ended(4, ch("before:csr:mscratch", 3)), reports.Pass, ""},
		{"a CSR that nobody reported", trial.Holds{Loc: "csr:mscratch", Values: num(3)}, a0is5, ended(4), reports.Inconclusive, "mscratch was not reported"},
		{"another CSR that nobody reported", trial.Holds{Loc: "x12", Other: "csr:mscratch"}, a0is5, ended(4), reports.Inconclusive, "mscratch was not reported"},
		{"a comparison that nobody knows", trial.Holds{Loc: "x12", Compare: "~", Values: num(3)}, a0is5, ended(4), reports.Error, "unknown comparison ~"},

		{"a trap", trial.Takes{}, a0is5, trapped(2, 0, 0), reports.Pass, ""},
		{"no trap", trial.Takes{}, a0is5, ended(4), reports.Fail, "ended normally at code+4"},
		{"an environment call elsewhere is a trap", trial.Takes{}, a0is5, ended(0), reports.Pass, ""},
		{"the cause", trial.Takes{Causes: []uint64{2}}, a0is5, trapped(2, 0, 0), reports.Pass, ""},
		{"another cause", trial.Takes{Causes: []uint64{2}}, a0is5, trapped(5, 0, 0), reports.Fail, "load access fault"},
		{"one of the causes", trial.Takes{Causes: []uint64{4, 5}}, a0is5, trapped(5, 0, 0), reports.Pass, ""},
		{"a cause without a name", trial.Takes{Causes: []uint64{2}}, a0is5, trapped(24, 0, 0), reports.Fail, "exception with cause 24"},
		{"an interrupt", trial.Takes{Causes: []uint64{2}}, a0is5, trapped(high|7, 0, 0), reports.Fail, "interrupt 7"},
		{"where it was taken", trial.Takes{At: ptr(rel(0))}, a0is5, trapped(2, 0, 0), reports.Pass, ""},
		{"taken elsewhere", trial.Takes{At: ptr(rel(0))}, a0is5, trapped(2, 4, 0), reports.Fail, "belongs to code+0"},
		{"taken at an address", trial.Takes{At: &trial.Value{Num: at + 8}}, a0is5, trapped(2, 8, 0), reports.Pass, ""},
		{"tval", trial.Takes{Tvals: num(0, 0x10)}, a0is5, trapped(2, 0, 0x10), reports.Pass, ""},
		{"another tval", trial.Takes{Tvals: num(0, 0x10)}, a0is5, trapped(2, 0, 0x11), reports.Fail, "tval = 0x11, where 0x0 or 0x10"},
		{"tval relative to the code", trial.Takes{Tvals: []trial.Value{rel(2)}}, a0is5, trapped(1, 0, at+2), reports.Pass, ""},

		{"ends", trial.Ends{}, a0is5, ended(4), reports.Pass, ""},
		{"ends in a trap", trial.Ends{}, a0is5, trapped(2, 0, 0), reports.Fail, "illegal instruction taken from U mode at code+0"},
		{"a breakpoint at the exit is no end", trial.Ends{}, a0is5, trapped(3, 4, 0), reports.Fail, "breakpoint"},
		{"a call that is no exit is no end", trial.Ends{}, a0is5, ended(0), reports.Fail, "environment call"},
		{"ends where it should", trial.Ends{At: ptr(int64(4))}, a0is5, ended(4), reports.Pass, ""},
		{"ends at another exit", trial.Ends{At: ptr(int64(8))}, a0is5, ended(4), reports.Fail, "the hart ends at code+8"},

		{"nothing changed", trial.Unchanged{}, a0is5, ended(4), reports.Pass, ""},
		{"something changed", trial.Unchanged{}, a0is5, ended(4, ch("x5", 1)), reports.Fail, "t0 = 0x1 changed"},
		{"what may change changed", trial.Unchanged{But: []trial.Loc{"x5"}}, a0is5, ended(4, ch("x5", 1)), reports.Pass, ""},
		{"something else changed", trial.Unchanged{But: []trial.Loc{"x5"}}, a0is5, ended(4, ch("x5", 1), ch("x6", 1)), reports.Fail, "t1 = 0x1 changed"},
		{"memory may change", trial.Unchanged{But: []trial.Loc{"mem:"}}, a0is5, ended(4, ch(word(0), 1)), reports.Pass, ""},
		{"memory changed", trial.Unchanged{}, a0is5, ended(4, ch(word(0), 1)), reports.Fail, "test data +0"},
		{"a guard changed", trial.Unchanged{}, a0is5, ended(4, ch(word(512), 1)), reports.Fail, "test data +512"},
		{"the code changed", trial.Unchanged{}, a0is5, ended(4, ch("mem:80500000", 1)), reports.Fail, "memory 0x80500000"},
		{"a location is looked at, another changed", trial.Unchanged{Of: []trial.Loc{"x5"}}, a0is5, ended(4, ch("x6", 1)), reports.Pass, ""},
		{"a location is looked at, and changed", trial.Unchanged{Of: []trial.Loc{"x5"}}, a0is5, ended(4, ch("x5", 1)), reports.Fail, "t0"},
		{"memory is looked at, and changed", trial.Unchanged{Of: []trial.Loc{"mem:"}}, a0is5, ended(4, ch(word(8), 1)), reports.Fail, "test data +8"},
		{"a report of no change is none", trial.Unchanged{}, a0is5, ended(4, ch("x10", 5)), reports.Pass, ""},
		{"what the hart made of a preset is no change", trial.Unchanged{}, a0is5, ended(4, ch("before:csr:mscratch", 3), ch("csr:mscratch", 3)), reports.Pass, ""},
		{"a CSR that is only read", trial.Unchanged{}, trial.Case{Observe: []trial.Loc{"csr:mcycle"}}, ended(4, ch("csr:mcycle", 9)), reports.Pass, ""},
		{"a CSR that nobody asked for", trial.Unchanged{}, a0is5, ended(4, ch("csr:mie", 9)), reports.Fail, "mie = 0x9"},
		{"a CSR that must keep what nobody knows", trial.Unchanged{Of: []trial.Loc{"csr:mcycle"}}, trial.Case{Observe: []trial.Loc{"csr:mcycle"}}, ended(4, ch("csr:mcycle", 9)), reports.Fail, "mcycle"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := evaluate(nil, &trial.Check{Expect: tc.expect}, seen(tc.c, tc.o))
			if f.verdict != tc.want || !strings.Contains(f.why, tc.why) {
				t.Errorf("%s (%s), want %s (…%s…)", f.verdict, f.why, tc.want, tc.why)
			}
			if f.verdict == reports.Fail && (len(f.allowed) == 0 || len(f.seen) == 0) {
				t.Errorf("a failure without what was allowed (%v) or seen (%v)", f.allowed, f.seen)
			}
		})
	}
}

// TestUnfinished: whatever is expected of a case that did not finish, the verdict is the same.
func TestUnfinished(t *testing.T) {
	p := planOf(t, "@ext:I\nFeature: F\n  Scenario: S\n    When the hart executes \"add a2, a0, a1\"\n    Then no trap is taken\n")
	expects := []trial.Expect{
		trial.Allowed{}, trial.Holds{Loc: "x12", Values: num(image.Background(12))}, trial.Takes{}, trial.Ends{}, trial.Unchanged{},
	}
	for _, tc := range []struct {
		status trial.Status
		words  string
		want   reports.Verdict
		why    string
	}{
		{trial.Hang, "limit", reports.Fail, "(hang)"},
		{trial.Crash, "signal 11", reports.Fail, "(crash)"},
		{trial.Clobber, "the row of slot 3", reports.Fail, "outside of everything it may touch"},
		{trial.NotRun, "given up", reports.Inconclusive, "given up"},
		{trial.NotRun, "", reports.Inconclusive, "was not run"},
		{"", "", reports.Inconclusive, "was not run"},
		{"rubbish", "", reports.Inconclusive, "was not run"},
	} {
		for _, e := range expects {
			f := evaluate(p.oracle, &trial.Check{Expect: e}, seen(p.Trials[0].Cases[0], trial.Outcome{Status: tc.status, Words: tc.words}))
			if f.verdict != tc.want || !strings.Contains(f.why, tc.why) {
				t.Errorf("%q, %T: %s (%s), want %s (…%s…)", tc.status, e, f.verdict, f.why, tc.want, tc.why)
			}
		}
	}
	f := evaluate(nil, &trial.Check{Expect: trial.Ends{}}, seen(trial.Case{}, trial.Outcome{Status: trial.Crash, Words: "signal 11"}))
	if !slices.ContainsFunc(f.seen, func(s string) bool { return strings.Contains(s, "signal 11") }) {
		t.Errorf("the last words are not in what was seen: %v", f.seen)
	}
}

// TestStoppedByWhatIsReserved: where the standard says nothing, not even an implementation that
// ends has broken a rule; a check of something in particular is not met for all that.
func TestStoppedByWhatIsReserved(t *testing.T) {
	for word, want := range map[string]reports.Verdict{"0x0000707f": reports.Untested, "0x00000033": reports.Fail} {
		p := planOf(t, "@ext:I\nFeature: F\n  Scenario: S\n    When the hart executes \".word "+word+"\"\n    Then every outcome is one the specification allows\n")
		tr := &p.Trials[0]
		from, err := p.setup(tr.Cases[0].Setting)
		if err != nil {
			t.Fatal(err)
		}
		for _, status := range []trial.Status{trial.Hang, trial.Crash} {
			v := newView(tr, &tr.Cases[0], p.code[0], p.Map, from, trial.Outcome{Status: status})
			if f := evaluate(p.oracle, &trial.Check{Expect: trial.Allowed{}}, v); f.verdict != want {
				t.Errorf("%s, %s: %s (%s), want %s", word, status, f.verdict, f.why, want)
			}
			if f := evaluate(p.oracle, &trial.Check{Expect: trial.Ends{}}, v); f.verdict != reports.Fail {
				t.Errorf("%s, %s, though no trap is to be taken: %s", word, status, f.verdict)
			}
		}
	}
}

func TestUnknownExpectation(t *testing.T) {
	f := evaluate(nil, &trial.Check{Expect: trial.Alike{}}, seen(trial.Case{}, ended(4)))
	if f.verdict != reports.Error {
		t.Errorf("an expectation about several cases, asked of one, gives %s", f.verdict)
	}
}

// TestTrapIsSaid: a value that is missing because of a trap says so.
func TestTrapIsSaid(t *testing.T) {
	f := evaluate(nil, &trial.Check{Expect: trial.Holds{Loc: "x12", Values: num(7)}}, seen(trial.Case{}, trapped(2, 0, 0x33)))
	if want := "illegal instruction taken from U mode at code+0, tval 0x33"; !slices.Contains(f.seen, want) {
		t.Errorf("seen is %q, want %q in it", f.seen, want)
	}
}

func TestEveryCauseHasAName(t *testing.T) {
	for _, cause := range []uint64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15} {
		if strings.Contains(causeName(cause), "cause") {
			t.Errorf("exception code %d: %s", cause, causeName(cause))
		}
	}
}

// Of a doubleword with one wrong element the evidence shows that element.
func TestEvidenceOfAnElement(t *testing.T) {
	r := request(t, "t", "@ext:V\nFeature: F\n  Scenario: S\n    Given vl = 4 under e16, m1, tu, mu\n    When the hart executes \"vadd.vv v8, v16, v24\"\n    Then every outcome is one the specification allows\n")
	r.ICS.Profile = "RVA23U64"
	p := mustMake(t, r)
	_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{"vadd.vv": func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			right(h, i)
			h.VReg(i.Rd)[2] ^= 0xff // the low byte of element 1
		}
	}}})
	if len(j.Evidence) != 1 {
		t.Fatalf("%d pieces of evidence, want 1", len(j.Evidence))
	}
	e := j.Evidence[0]
	for _, lines := range [][]string{e.Allowed, e.Observed} {
		if len(lines) != 1 || !strings.HasPrefix(lines[0], "v8[0] bits 16 to 31 = 0x") {
			t.Errorf("allowed %q, observed %q; want bits 16 to 31 of v8[0]", e.Allowed, e.Observed)
		}
	}
}

// A part of a plan starts its cases from what the whole plan does: frm is bits of fcsr in both.
func TestPartKnowsViews(t *testing.T) {
	r := request(t, "t", "@ext:F\nFeature: F\n  Scenario: S\n    Given frm = 2\n    When the hart executes \"fadd.s fa0, fa1, fa2\"\n    Then every outcome is one the specification allows\n    And nothing else changes but fa0, fflags and fs\n")
	r.ICS.Profile = "RVA23U64"
	whole := mustMake(t, r)
	part, err := whole.Only([]int{0}, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]*Plan{"whole": whole, "part": part} {
		from, err := p.setup(p.Trials[0].Cases[0].Setting)
		if err != nil {
			t.Fatal(err)
		}
		v := newView(&p.Trials[0], &p.Trials[0].Cases[0], p.code[0], p.Map, from, trial.Outcome{})
		if got, ok := v.before("csr:fcsr"); !ok || got != 2<<5 {
			t.Errorf("%s: fcsr is %#x before the case (known: %t), want 0x40", name, got, ok)
		}
	}
}

// TestEmulatedSweep: where all that a sweep shows is that misaligned accesses are done, which under Linux
// the kernel may have done, the scenario says so; where one access is aligned, that one counts.
func TestEmulatedSweep(t *testing.T) {
	for _, tc := range []struct {
		offset  uint64
		verdict reports.Verdict
		reason  string
	}{{1, reports.Untested, "may be emulated"}, {0, reports.Pass, ""}} {
		r := request(t, "t", fmt.Sprintf("@ext:A\nFeature: F\n  @rule:amo_alignment\n  Scenario: S\n    Given a0 = 1 and a1 = test data + %d\n    When the hart executes \"amoadd.w a2, a0, (a1)\"\n    Then every outcome is one the specification allows\n", tc.offset))
		r.Environment, r.ICS.Modes = "linux", []string{"U"}
		p, err := Make(t.Context(), r, image.Console)
		if err != nil {
			t.Fatal(err)
		}
		config := rv64.Config{Table: p.Table}
		if tc.offset != 0 { // the kernel goes on behind it
			config.Overrides = map[string]func(rv64.Exec) rv64.Exec{"amoadd.w": func(rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { h.SetX(i.Rd, 0) }
			}}
		}
		x, err := embedded.NewProcess(config)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		o := NewOutcomes(p)
		if err := p.Execute(t.Context(), x, o, Options{}); err != nil {
			t.Fatal(err)
		}
		s := judge(t, p, o).Verdicts.Scenarios[0]
		if s.Verdict != tc.verdict || (s.Reason == "") != (tc.reason == "") || !strings.Contains(s.Reason, tc.reason) {
			t.Errorf("at test data + %d: %s (%s), want %s (… %s)", tc.offset, s.Verdict, s.Reason, tc.verdict, tc.reason)
		}
	}
}
