package runner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
)

// An implementation is asked once, and more often only when the options say so: then cases that
// failed, or all of them, are executed in so many further rounds, and a case that does not fare the
// same in all of them is [trial.Flaky]. What counts is what the checks make of it, and whether it
// ended at all: where the standard permits several outcomes, changing among them is no fault, and a
// case that is wrong in another way each time fails each time.

// rounds executes cases again, in opt.Retries rounds, and marks those that are flaky. again executes those
// that are missing in a round.
func (p *Plan) rounds(o *Outcomes, opt Options, again func(round int, missing map[int]bool) error) error {
	n := opt.Retries
	if opt.Repeat {
		n = max(n, 1)
	}
	if n == 0 {
		return nil
	}
	fared := []map[int]string{p.fared(o, nil)}
	var cases []int
	for c, out := range o.cases {
		if o.have[c] && out.Status != trial.NotRun && out.Status != trial.Flaky && (opt.Repeat || fared[0][c] != "") {
			cases = append(cases, c)
		}
	}
	if len(cases) == 0 {
		return nil
	}
	for round := range n {
		missing := map[int]bool{} // what a journal has from this round is not done again
		for _, c := range cases {
			if !o.hasAgain(round, c) {
				missing[c] = true
			}
		}
		if err := again(round, missing); err != nil {
			return err
		}
		fared = append(fared, p.fared(o.with(round), p.trialsOf(cases)))
	}
	return p.markFlaky(o, cases, fared)
}

// round executes cases once more.
func (p *Plan) round(ctx context.Context, executor iut.Executor, o *Outcomes, opt Options, round int, missing map[int]bool) error {
	return p.eachImage(ctx, o, opt, func(_ int, img *image.Image) bool {
		return !img.Footing && slices.ContainsFunc(img.Cases, func(c int) bool { return missing[c] })
	}, func(ctx context.Context, img *image.Image) error {
		rest := slices.DeleteFunc(slices.Clone(img.Cases), func(c int) bool { return !missing[c] })
		return p.isolate(ctx, executor, img, rest, o, opt, func(out trial.Outcome) error { return o.addAgain(round, out) })
	})
}

// trialsOf lists the trials that cases are of, in order.
func (p *Plan) trialsOf(cases []int) []int {
	var trials []int
	for _, c := range cases { // in the plan's order
		if t := p.Cases[c].Trial; len(trials) == 0 || trials[len(trials)-1] != t {
			trials = append(trials, t)
		}
	}
	slices.Sort(trials)
	return slices.Compact(trials)
}

// fared says of each case that failed how: its status and the checks. Trials nil: all of them.
func (p *Plan) fared(o *Outcomes, trials []int) map[int]string {
	if trials == nil {
		for i := range p.Trials {
			trials = append(trials, i)
		}
	}
	first := make([]int, len(p.Trials))
	for index, ref := range p.Cases {
		if ref.Case == 0 {
			first[ref.Trial] = index
		}
	}
	failed := map[int][]string{}
	for _, i := range trials {
		t := &p.Trials[i]
		cases, checks := map[*trial.Case]int{}, map[*trial.Check]int{}
		for c := range t.Cases {
			cases[&t.Cases[c]] = first[i] + c
		}
		for c := range t.Checks {
			checks[&t.Checks[c]] = c
		}
		for _, f := range p.judgeTrial(t, p.views(i, first[i], o), nil).failures {
			c := cases[f.view.c]
			failed[c] = append(failed[c], fmt.Sprint(checks[f.check]))
		}
	}
	out := make(map[int]string, len(failed))
	for c, list := range failed {
		slices.Sort(list)
		out[c] = string(o.get(c).Status) + " " + strings.Join(slices.Compact(list), " ")
	}
	return out
}

// markFlaky gives its outcome to each case that did not fare the same in all rounds; fared[0] is how
// they fared at first.
func (p *Plan) markFlaky(o *Outcomes, cases []int, fared []map[int]string) error {
	flaky := 0
	for _, c := range cases {
		runs := map[string]int{}
		same := true
		for round, how := range fared {
			out := o.cases[c]
			if round > 0 {
				out = o.again[round-1][c]
			}
			switch {
			case out.Status == trial.NotRun:
				continue // given up: that says nothing of this one
			case out.Status == trial.Flaky:
				same = false
				for way, n := range out.Runs {
					runs[way] += n
				}
				continue
			case out.Status == trial.Hang || out.Status == trial.Crash:
				runs[string(out.Status)]++
			case how[c] != "":
				runs[string(reports.Fail)]++
			default:
				runs[string(reports.Pass)]++
			}
			same = same && how[c] == fared[0][c]
		}
		if same {
			continue
		}
		flaky++
		if err := o.add(trial.Outcome{Case: c, Status: trial.Flaky, Runs: runs, Words: "not the same each time it ran"}, false); err != nil {
			return err
		}
	}
	return o.retry(fmt.Sprintf("%s executed again, in %s; %d did not fare the same each time", plural(len(cases), "case"), plural(len(fared)-1, "round"), flaky))
}
