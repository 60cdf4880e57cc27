package runner

import (
	"regexp"
	"slices"
	"strings"

	"touchstone/features"
	"touchstone/specs"
)

var (
	bracketed = regexp.MustCompile(` \[([^\]]+)\]$`)
	quotedRow = regexp.MustCompile(`"([a-z0-9.-]+)"`)
)

// Names maps a scenario, before it is compiled, to the rules that it speaks for by its words: its
// @rule tags, the ids in square brackets of its steps, and the rules of the rows it sweeps.
func Names(pack *specs.Pack) func(features.Scenario) []string {
	rows := map[string][]string{}
	for i := range pack.Instructions {
		for _, ids := range pack.Instructions[i].Rules {
			rows[pack.Instructions[i].Name] = append(rows[pack.Instructions[i].Name], ids...)
		}
	}
	return func(s features.Scenario) []string {
		ids := s.Tag("rule")
		for _, step := range s.Steps {
			if m := bracketed.FindStringSubmatch(step.Text); m != nil {
				for id := range strings.SplitSeq(m[1], ",") {
					ids = append(ids, strings.TrimSpace(id))
				}
			}
			for _, m := range quotedRow.FindAllStringSubmatch(step.Text, -1) {
				ids = append(ids, rows[m[1]]...)
			}
		}
		slices.Sort(ids)
		return slices.Compact(ids)
	}
}
