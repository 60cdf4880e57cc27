package prove

import (
	"context"
	"fmt"
	"path"
	"slices"
)

// unshown are subjects that scenarios catch on a machine, which run in a process too and cannot show them
// there, by patterns of their ids.
var unshown = []struct {
	why string
	ids []string
}{
	{why: "a kernel makes one signal of both causes", ids: []string{"*/wrong-cause", "a-amo-cause-ld"}},
	{why: "a kernel says where the instruction is, not what tval was", ids: []string{"*/wrong-tval", "vm-ebreak-tval"}},
	{why: "a kernel may do a misaligned access in the program's place", ids: []string{"amo*/no-trap", "lr.?/no-trap", "sc.?/no-trap", "a-lr-no-misalign", "a-sc-misalign-*"}},
	{why: "an environment call is the kernel's", ids: []string{"ecall/*"}},
	{why: "whether a program may read a counter is the kernel's choice", ids: []string{"csr-counteren-*", "csrr*/illegal", "csrrc/as-csrrw", "csrrci/as-csrrwi"}},
}

// beside is what a machine shows of what is measured in another environment.
type beside struct {
	machine  *Suite
	subjects map[string]Subject // of the machine, by id
	runs     map[string]bool    // scenarios that run in the other environment
}

// Beside gives a suite of another environment the one of a machine, for the same claim: what is caught there and
// not here says what this environment does not show.
func (s *Suite) Beside(machine *Suite) {
	s.beside = &beside{machine, map[string]Subject{}, map[string]bool{}}
	for _, x := range machine.Subjects() {
		s.beside.subjects[x.ID] = x
	}
	for i := range s.plan.Trials {
		if t := &s.plan.Trials[i]; len(t.Cases) > 0 {
			s.beside.runs[t.ID] = true
		}
	}
}

// unseen says why a subject that nothing caught cannot be seen in the other environment; "": it could be. That is
// so when all scenarios that catch it on a machine are left out there, and of what is known of kernels.
func (b *beside) unseen(ctx context.Context, id string) (string, error) {
	x, ok := b.subjects[id]
	if !ok {
		return "", fmt.Errorf("%s: there is no such subject on a machine", id)
	}
	rungs := b.machine.rungs
	caught, err := rungs[len(rungs)-1].catching(ctx, x)
	if err != nil || len(caught) == 0 {
		return "", err
	}
	if !slices.ContainsFunc(caught, func(id string) bool { return b.runs[id] }) {
		return "is seen only in scenarios that need a machine", nil
	}
	for _, u := range unshown {
		if slices.ContainsFunc(u.ids, func(pattern string) bool { return matches(pattern, id) }) {
			return "is not shown to a process: " + u.why, nil
		}
	}
	return "", nil
}

func matches(pattern, id string) bool {
	ok, _ := path.Match(pattern, id)
	return ok
}

// catching names the scenarios with a failed check, each once.
func (rung *rung) catching(ctx context.Context, x Subject) ([]string, error) {
	part, err := rung.part(ctx, x)
	if err != nil {
		return nil, fmt.Errorf("%s, on a machine: %w", x.ID, err)
	}
	outcomes, err := part.execute(ctx, x.Seed)
	if err != nil {
		return nil, fmt.Errorf("%s, on a machine: %w", x.ID, err)
	}
	failures, _ := part.Failures(outcomes, part.right)
	var ids []string
	for _, f := range failures {
		if !slices.Contains(ids, f.Scenario) {
			ids = append(ids, f.Scenario)
		}
	}
	return ids, nil
}
