package runner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// TestByFault: failing cases, as "how they end: rules", and what is one fault. Rules in capitals fail in
// the report.
func TestByFault(t *testing.T) {
	known := &specs.Analysis{}
	for _, tc := range []struct {
		name  string
		cases string
		want  []string
	}{
		{"a rule takes what breaks others beside it", "normally: A; normally: A B; normally: A C", []string{"A normally 3"}},
		{"cases that end differently are different faults", "normally: A; crash: A; normally: A", []string{"A normally 2", "A crash 1"}},
		{"the rule that most cases break comes first", "normally: A B; normally: B C; normally: B; normally: A", []string{"B normally 3", "A normally 1"}},
		{"of as many, the pack's first", "normally: A B", []string{"A normally 1"}},
		{"a rule that fails in the report comes before others", "normally: A x; normally: x; normally: x", []string{"A normally 1", "x normally 2"}},
		{"what is known is one fault, whatever else it breaks", "known: A B; trap: A; known: C; trap: C", []string{" known 2", "A trap 1", "C trap 1"}},
		{"what breaks no rule is a fault too", "normally:; normally: A; normally:", []string{" normally 2", "A normally 1"}},
		{"in the order of the plan", "normally: C; normally: A; normally: A", []string{"C normally 1", "A normally 2"}},
		{"nothing", "", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var cases []*failing
			for text := range strings.SplitSeq(tc.cases, "; ") {
				if ends, rules, ok := strings.Cut(text, ":"); ok {
					c := &failing{ends: ends, rules: strings.Fields(rules)}
					if ends == "known" {
						c.known = known
					}
					cases = append(cases, c)
				}
			}
			var got []string
			for _, f := range byFault(cases, func(id string) (bool, int) { return id < "a", int(id[0]) }) {
				got = append(got, fmt.Sprintf("%s %s %d", f.rule, f.ends, len(f.cases)))
			}
			if d := cmp.Diff(tc.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// wrongSums is an executor whose add and sub are off, each in its own way.
func wrongSums(p *Plan) map[string]func(rv64.Exec) rv64.Exec {
	off := func(by uint64) func(rv64.Exec) rv64.Exec {
		return underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(i.Rd, h.X(i.Rd)+by) })
	}
	return map[string]func(rv64.Exec) rv64.Exec{"add": off(1), "sub": off(2)}
}

// TestFindings: two faults are two findings, every rule that fails is in one, each has a program that can
// be run again, and what is known of one explains it and nothing else.
func TestFindings(t *testing.T) {
	p := planOf(t, sums)
	outcomes, j := run(t, p, rv64.Config{Overrides: wrongSums(p)})
	known := []*specs.Analysis{
		{Title: specs.Words{En: "It multiplies"}, Rules: []string{"add_op", "sub_op"}, Ends: reports.EndsCrash, Verdict: "open", Text: specs.Words{En: "x"}},
		{Title: specs.Words{En: "It carries"}, Rules: []string{"add_op"}, Instructions: []string{"add*"}, Verdict: "implementation", Text: specs.Words{En: "The carry is stuck.", Zh: "进位"}, Seen: []string{"1.0"}},
		{Title: specs.Words{En: "It overflows"}, Rules: []string{"add_overflow"}, Verdict: "suite", Text: specs.Words{En: "y"}, Seen: []string{"0.9"}},
		{Title: specs.Words{En: "It divides"}, Rules: []string{"div_op"}, Verdict: "suite", Text: specs.Words{En: "z"}},
	}
	informed, err := p.Judge(outcomes, nil, nil, known...)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(j.Verdicts, informed.Verdicts); d != "" {
		t.Errorf("what is known changes verdicts:\n%s", d)
	}
	if err := p.Reduce(t.Context(), executor(t, p, rv64.Config{Overrides: wrongSums(p)}), informed); err != nil {
		t.Fatal(err)
	}
	if len(j.Findings) != 2 || len(informed.Findings) != 2 {
		t.Fatalf("%d findings, and %d when something is known; want 2", len(j.Findings), len(informed.Findings))
	}
	for _, id := range j.failedRules() {
		if !slices.ContainsFunc(j.Findings, func(f reports.Finding) bool { return f.Breaks(id) }) {
			t.Errorf("%s fails, and is in no finding", id)
		}
	}
	add, sub := informed.Findings[0], informed.Findings[1]
	if a := add.Analysis; add.Title.En != "It carries" || a == nil || a.Verdict != "implementation" || a.Text.Zh != "进位" || !strings.Contains(a.Clause, ".adoc:") {
		t.Errorf("what is known of add: %+v %+v", add.Title, a)
	}
	if rule, _ := p.Request.Pack.Rule("sub_op"); sub.Analysis != nil || sub.Title.En != rule.Summary || sub.Rules[0] != (reports.FindingRule{ID: "sub_op", Source: rule.Place()}) {
		t.Errorf("what is known of sub: %+v", sub)
	}
	for _, f := range informed.Findings {
		if f.Cases != 1 || f.Scenarios != 1 || f.Ends != reports.EndsNormally || !slices.Equal(f.Environments, []string{"machine"}) || f.Select != f.Evidence.Scenario {
			t.Errorf("%+v", f)
		}
		again := planOf(t, "@ext:I\nFeature: Again\n  "+strings.Join(f.Evidence.Reproduce, "\n  ")+"\n")
		if _, j := run(t, again, rv64.Config{Overrides: wrongSums(again)}); !slices.Contains(j.failedRules(), f.Rules[0].ID) {
			t.Errorf("run again, it does not break %s:\n%s", f.Rules[0].ID, strings.Join(f.Evidence.Reproduce, "\n"))
		}
	}
	// add crashes no more, or never did; div was not judged, so nothing is said of it.
	var unseen []string
	for _, u := range informed.Unseen() {
		unseen = append(unseen, u.Title.En)
	}
	if !slices.Equal(unseen, []string{"It multiplies", "It overflows"}) {
		t.Errorf("unseen: %v", unseen)
	}
}

// TestUnseenOfAPart: a part of the suite says nothing of what did not show.
func TestUnseenOfAPart(t *testing.T) {
	r := request(t, "t", sums)
	r.Select = "@ext:I"
	p := mustMake(t, r)
	outcomes, _ := run(t, p, rv64.Config{})
	j, err := p.Judge(outcomes, nil, nil, &specs.Analysis{Rules: []string{"add_op"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(j.Unseen()) > 0 || len(j.Findings) > 0 {
		t.Errorf("%+v, %+v", j.Findings, j.Unseen())
	}
}

// TestFindingsOfACrash: what ends the implementation is a fault of its own, and is not executed again.
func TestFindingsOfACrash(t *testing.T) {
	p := planOf(t, sums)
	o, _ := run(t, p, rv64.Config{})
	o.cases[0] = trial.Outcome{Case: 0, Status: trial.Crash, Words: "assertion failed"}
	j := judge(t, p, o)
	if len(j.Findings) != 1 || j.Findings[0].Ends != reports.EndsCrash || !j.Findings[0].Breaks("add_op") {
		t.Fatalf("%+v", j.Findings)
	}
	if e := j.Findings[0].Evidence; !slices.Contains(e.Observed, "last words: assertion failed") || !j.stopped[e.Case] {
		t.Errorf("%+v", e)
	}
}

// TestFindingsAcross: the same fault in two environments is one finding.
func TestFindingsAcross(t *testing.T) {
	p := planOf(t, sums)
	known := &specs.Analysis{Title: specs.Words{En: "It carries"}, Rules: []string{"add_op"}, Verdict: "open", Text: specs.Words{En: "x"}}
	mended := &specs.Analysis{Title: specs.Words{En: "It is slow"}, Rules: []string{"add_overflow"}, Verdict: "open", Text: specs.Words{En: "x"}}
	judged := func(config rv64.Config) *Judged {
		o, _ := run(t, p, config)
		j, err := p.Judge(o, nil, nil, known, mended)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	wrong, right := judged(rv64.Config{Overrides: wrongSums(p)}), judged(rv64.Config{})
	j := Across([]InEnvironment{{"one", p, right}, {"two", p, wrong}, {"three", p, wrong}})
	if len(j.Findings) != 2 {
		t.Fatalf("%d findings, want 2: %+v", len(j.Findings), j.Findings)
	}
	for _, f := range j.Findings {
		if !slices.Equal(f.Environments, []string{"two", "three"}) || f.Cases != 2 || f.Scenarios != 1 || f.Evidence.Environment != "two" || f.Evidence.Alike != 1 {
			t.Errorf("%+v", f)
		}
	}
	if u := j.Unseen(); len(u) != 1 || u[0].Title.En != "It is slow" {
		t.Errorf("unseen: %+v", u) // add_op failed in two environments, and is known
	}
	if f := wrong.Findings[0]; f.Cases != 1 || f.Environments[0] != "machine" {
		t.Errorf("merging changed what one environment showed: %+v", f)
	}
}
