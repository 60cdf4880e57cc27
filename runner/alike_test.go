package runner

import (
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/trial"
)

// variant is a view of a case at its own address with its own destination.
func variant(id string, code uint64, stub trial.Stub, o trial.Outcome) *view {
	if stub.Exits == nil {
		stub.Exits = []int64{stub.End}
	}
	if o.Status == trial.Finished {
		o.Trap.PC += code - at
	}
	return newView(&trial.Trial{ID: "t"}, &trial.Case{ID: id, Stub: &stub, Setting: trial.Setting{Mode: "U"}}, code, where, setup{}, o)
}

// verdicts of comparisons, in order, as "id verdict".
func compared(list []comparison) string {
	var words []string
	for _, c := range list {
		words = append(words, c.at.c.ID+" "+string(c.f.verdict))
	}
	return strings.Join(words, ", ")
}

func TestAlike(t *testing.T) {
	to := func(dest trial.Loc) trial.Stub { return trial.Stub{Text: "add", End: 4, Dest: dest} }
	const b = at + 0x100
	for _, tc := range []struct {
		name  string
		views []*view
		want  string
	}{
		{"the same result in other registers", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to("x5"), ended(4, ch("x5", 7))),
		}, "2 pass"},
		{"another result", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to("x5"), ended(4, ch("x5", 8))),
		}, "2 fail"},
		{"a result as far from the code", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", at+4))), variant("2", b, to("x5"), ended(4, ch("x5", b+4))),
		}, "2 pass"},
		{"x0 has no result to compare", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to(""), ended(4)),
		}, "2 pass"},
		{"x0 was written", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to(""), ended(4, ch("x0", 7))),
		}, "2 pass"}, // what x0 holds is for other checks
		{"one of them trapped", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to("x5"), trapped(2, 0, 0)),
		}, "2 fail"},
		{"both trapped, with different causes", []*view{
			variant("1", at, to("x12"), trapped(4, 0, 0)), variant("2", b, to("x5"), trapped(5, 0, 0)),
		}, "2 fail"},
		{"other memory written", []*view{
			variant("1", at, to(""), ended(4, ch(word(8), 1))), variant("2", b, to(""), ended(4, ch(word(16), 1))),
		}, "2 fail"},
		{"a register besides", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to("x5"), ended(4, ch("x5", 7), ch("x6", 1))),
		}, "2 fail"},
		{"a register besides, in the first of them", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7), ch("x6", 1))), variant("2", b, to("x5"), ended(4, ch("x5", 7))),
		}, "1 fail, 2 pass"},
		{"the first hangs", []*view{
			variant("1", at, to("x12"), trial.Outcome{Status: trial.Hang}), variant("2", b, to("x5"), ended(4, ch("x5", 7))),
		}, "1 fail"},
		{"the second hangs, the third does not", []*view{
			variant("1", at, to("x12"), ended(4, ch("x12", 7))), variant("2", b, to("x5"), trial.Outcome{Status: trial.Hang}), variant("3", b, to("x6"), ended(4, ch("x6", 7))),
		}, "2 fail, 3 pass"},
		{"the first was not run", []*view{
			variant("1", at, to("x12"), trial.Outcome{Status: trial.NotRun}), variant("2", b, to("x5"), ended(4, ch("x5", 7))),
		}, "1 inconclusive"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			group := make([]int, len(tc.views))
			for i := range group {
				group[i] = i
			}
			if got := compared(alike(trial.Alike{Groups: [][]int{group}}, tc.views)); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestSame(t *testing.T) {
	short, long := trial.Stub{Text: "c.jal", End: 2, Exits: []int64{2, 16}}, trial.Stub{Text: "jal", End: 4, Exits: []int64{4, 16}}
	const b = at + 0x100
	for _, tc := range []struct {
		name string
		a, b trial.Outcome
		want string
	}{
		{"the same", ended(2, ch("x12", 7)), ended(4, ch("x12", 7)), "a pass"},
		{"another value", ended(2, ch("x12", 7)), ended(4, ch("x12", 8)), "a fail"},
		{"another register", ended(2, ch("x12", 7)), ended(4, ch("x13", 7)), "a fail"},
		{"links to behind themselves", ended(16, ch("x1", at+2)), ended(16, ch("x1", b+4)), "a pass"},
		{"a link that is two bytes too far", ended(16, ch("x1", at+4)), ended(16, ch("x1", b+4)), "a fail"},
		{"a link that is wrong", ended(16, ch("x1", at+6)), ended(16, ch("x1", b+4)), "a fail"},
		{"ends elsewhere", ended(2), ended(16), "a fail"},
		{"one traps", trapped(2, 0, 0), ended(4), "a fail"},
		{"both trap", trapped(5, 0, 8), trapped(5, 0, 8), "a pass"},
		{"the expansion hangs", ended(2), trial.Outcome{Status: trial.Hang}, "a inconclusive"},
		{"the expansion was not run", ended(2), trial.Outcome{Status: trial.NotRun}, "a inconclusive"},
		{"the compressed one hangs", trial.Outcome{Status: trial.Hang}, ended(4), "a fail"},
		{"memory", ended(2, ch(word(0), 1)), ended(4, ch(word(0), 2)), "a fail"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			views := []*view{variant("a", at, short, tc.a), variant("b", b, long, tc.b)}
			got := same(trial.Same{Pairs: [][2]int{{0, 1}}}, views)
			if s := compared(got); s != tc.want {
				t.Errorf("got %q, want %q (%s)", s, tc.want, got[0].f.why)
			}
			if f := got[0].f; f.verdict == reports.Fail && (f.why == "" || len(f.allowed) == 0 || len(f.seen) == 0) {
				t.Errorf("a failure that explains nothing: %+v", f)
			}
		})
	}
}
