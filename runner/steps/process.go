package steps

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
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
// environment call is left, and so is one of two harts that would share what one of them does without.
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
		if len(c.Harts) > 0 && len(c.Setting.Without) > 0 {
			w.leave(needsMachine("two harts and protected memory"))
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

// seen are the rules that can be shown: a process sees what its kernel makes of a trap, and so neither which
// mode took it nor what it found there; nor is a fault of the kernel's pages one of machine mode's
// protection. What attributes memory has is the same in every mode.
func (c *Context) seen(rules []string) []string {
	if !c.process() {
		return rules
	}
	return slices.DeleteFunc(slices.Clone(rules), func(id string) bool {
		r, ok := c.Pack.Rule(id)
		return ok && r.Chapter == "machine" && !strings.HasPrefix(id, "pma_")
	})
}

// environment takes envcfg as Linux has it. Landing pads, shadow stacks and pointer masking are off
// unless a program asks for them. Cache-block operations are on where the kernel lets programs have them,
// which is seen when one is executed: an illegal instruction then is the kernel's doing.
func (w *world) environment(assignments []string) {
	for _, a := range assignments {
		switch a {
		case "LPE = 0", "SSE = 0", "PMM = 0", "CBZE = 1", "CBCFE = 1", "CBIE = 1":
		default:
			w.leave(needsMachine("envcfg has " + a))
			return
		}
	}
}

// giveUp has the cases do without rights to a region of memory: one that begins where a page does.
func (w *world) giveUp(at, size, perm uint64) {
	switch {
	case at%image.PageSize != 0 || size > image.PageSize:
		w.leave(needsMachine("memory protected from within a page"))
	case len(w.setting.Without) > 0:
		w.leave(needsMachine("two regions of protected memory"))
	default:
		w.setting.Without = []trial.Rights{{
			From: at, To: at + size, Page: at,
			Read: perm&pmpR != 0, Write: perm&pmpW != 0, Execute: perm&pmpX != 0,
		}}
	}
}

// guarded is the setting of the next case. A program a part of which is protected is placed so that
// a page begins there; it has two pages of its own.
func (w *world) guarded(p *program) (trial.Setting, error) {
	if len(w.code) == 0 {
		return w.setting, nil
	}
	if p == nil {
		return trial.Setting{}, fmt.Errorf("a part of the program is protected: execute a program, not a sweep")
	}
	before := w.setting.Without
	for _, c := range w.code {
		v, err := c.at.resolve(p)
		if err != nil {
			return trial.Setting{}, err
		}
		page := w.c.Map.Place(w.c.places)
		w.c.places += 2
		p.stub.At = page - v.Num
		if v.Num >= image.PageSize || (p.stub.At-uint64(w.align))%8 != 0 {
			w.leave(needsMachine("code protected from within a page"))
			return w.setting, nil
		}
		w.giveUp(page, c.size, c.perm)
	}
	s := w.setting
	w.setting.Without = before
	return s, nil
}
