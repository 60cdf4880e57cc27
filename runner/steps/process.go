package steps

import (
	"slices"

	"touchstone/reports"
	"touchstone/runner/image/linux"
	"touchstone/runner/trial"
)

// process says whether cases run in a user-mode process, where an environment call is the kernel's and
// a breakpoint ends a case.
func (c *Context) process() bool { return c.Environment == trial.Linux }

// needsMachine is why a scenario is left for the machine environment.
func needsMachine(what string) scope {
	return scope{reason: reports.Because(reports.ReasonEnvironment, "needs machine: "+what), excluded: true}
}

// privileged says whether a location is not a process's to look at.
func (c *Context) privileged(l trial.Loc) bool {
	if l == "fs" || l == "vs" {
		return true
	}
	csr, ok := c.csrs[l]
	return ok && csr.Address>>8&3 != 0
}

// breakpoints makes the environment calls of all cases breakpoints. A scenario that is about an
// environment call is left.
func (w *world) breakpoints() {
	about := slices.ContainsFunc(w.trial.Checks, func(ch trial.Check) bool {
		e, ok := ch.Expect.(trial.Takes)
		return ok && (slices.Contains(e.Causes, environmentCallFromU) || slices.Contains(e.Causes, environmentCallFromM))
	})
	done := map[*trial.Stub]bool{}
	for i := range w.trial.Cases {
		c := &w.trial.Cases[i]
		if about || c.Stub.Insn == "ecall" {
			w.leave(needsMachine("an environment call is the kernel's"))
			return
		}
		for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
			if !done[s] {
				done[s] = true
				linux.Break(s)
			}
		}
	}
}
