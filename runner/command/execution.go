package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/specs"
)

// execution is what is done in one environment, and what came of it.
type execution struct {
	name           string // of the environment
	dir            string // of its journal
	implementation iut.Implementation
	who            reports.Implementation
	plan           *runner.Plan
	outcomes       *runner.Outcomes
	retries        int               // of what fails
	known          []*specs.Analysis // of its faults
}

// plan opens the implementation and plans for each of its environments, before the first is executed:
// what cannot be is known at once. planned is told of each plan as it is made. The executions are to be
// put away, with an error too.
func (c *Run) plan(ctx context.Context, words io.Writer, planned func(*execution) error) (name string, executions []*execution, err error) {
	places, err := c.requests(ctx, words)
	if err != nil {
		return "", nil, err
	}
	name = places[0].described.Name
	known, err := openFindings(c.Findings, c.IUT, places[0].described, places[0].request.Pack)
	if err != nil {
		return name, nil, err
	}
	var nothing error
	for _, p := range places {
		x := &execution{name: p.described.Environment(), dir: c.Out, retries: p.described.Start.Retries}
		if x.implementation, err = openAdapter(c.IUT, p.request, p.described, c.Jobs); err != nil {
			return name, executions, classify(err)
		}
		executions = append(executions, x)
		if x.who, err = x.implementation.Describe(ctx); err != nil {
			return name, executions, classify(err)
		}
		x.known = applying(known, x.who, x.name, p.request.Environment)
		if c.Out != "" {
			if err := makeOut(c.Out); err != nil {
				return name, executions, err
			}
		}
		where := ""
		if len(places) > 1 {
			x.dir = filepath.Join(c.Out, "journal-"+x.name)
			where = ", in environment " + x.name
		}
		fmt.Fprintf(words, "Touchstone judges %s against %s (%s effort, seed %d%s)\n", title(x.who), p.request.ICS.Profile, c.Effort, c.Seed, where)
		if x.plan, err = runner.Make(ctx, p.request, protocolOf(x.implementation)); errors.Is(err, runner.ErrNothing) && len(places) > 1 {
			fmt.Fprintf(words, "nothing of what is selected can run there\n")
			nothing = err
			putAway(executions[len(executions)-1:])
			executions = executions[:len(executions)-1]
			continue
		} else if err != nil {
			return name, executions, classify(err)
		}
		if err := planned(x); err != nil {
			return name, executions, err
		}
		if x.plan.Exchanges() {
			fmt.Fprintf(words, "%d scenarios, %d cases\n", len(x.plan.Trials), len(x.plan.Cases))
			continue
		}
		fmt.Fprintf(words, "%d scenarios, %d cases in %d images\n", len(x.plan.Trials), len(x.plan.Cases), len(x.plan.Images))
		if n := x.plan.Unfit(); n > 0 {
			fmt.Fprintf(words, "%d of the cases do not fit into memory and are untested\n", n)
		}
	}
	if len(executions) == 0 {
		return name, nil, classify(nothing)
	}
	return name, executions, nil
}

// protocolOf is how images must report to an implementation that executes them.
func protocolOf(x iut.Implementation) image.Protocol {
	if executor, ok := x.(iut.Executor); ok {
		return executor.Protocol()
	}
	return ""
}

// putAway closes what plan opened. Journals are closed for good before, where what they hold counts.
func putAway(executions []*execution) {
	for _, x := range executions {
		_ = x.implementation.Close()
		if x.outcomes != nil {
			_ = x.outcomes.Close()
		}
	}
}
