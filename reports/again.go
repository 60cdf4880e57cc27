package reports

// What a second execution of the same plan shows of the first, beyond what [Diff] says.

// DiffIn compares what two reports over several environments say of each: the verdict over all of them may be
// the same although that of one is not. The changes are named "rule in environment".
func DiffIn(a, b *Report) (rules, scenarios []Change) {
	ofRule := func(r *RuleVerdict) (string, []InVerdict) { return r.ID, r.Environments }
	ofScenario := func(s *ScenarioVerdict) (string, []InVerdict) { return s.ID, s.Environments }
	itself := func(c Change) (string, Verdict) { return c.Name, c.To }
	return changes(inEach(a.Verdicts.Rules, ofRule), inEach(b.Verdicts.Rules, ofRule), itself),
		changes(inEach(a.Verdicts.Scenarios, ofScenario), inEach(b.Verdicts.Scenarios, ofScenario), itself)
}

func inEach[T any](all []T, of func(*T) (string, []InVerdict)) []Change {
	var out []Change
	for i := range all {
		name, in := of(&all[i])
		for _, v := range in {
			out = append(out, Change{Name: name + " in " + v.Environment, To: v.Verdict})
		}
	}
	return out
}

// OtherOutcomes lists the scenarios of which some case did not have the same outcome in both reports, by their
// Merkle roots: an implementation may do different things that are all allowed. It is of use for reports of the
// same plan; a scenario that one of them does not have, or has no root of, is not listed. both is how many
// scenarios could be compared.
func OtherOutcomes(a, b *Report) (differ []string, both int) {
	before := make(map[string]*ScenarioVerdict, len(a.Verdicts.Scenarios))
	for i := range a.Verdicts.Scenarios {
		s := &a.Verdicts.Scenarios[i]
		before[s.ID] = s
	}
	for i := range b.Verdicts.Scenarios {
		s := &b.Verdicts.Scenarios[i]
		was := before[s.ID]
		if was == nil {
			continue
		}
		compared, same := was.Root != "" && s.Root != "", was.Root == s.Root
		for _, in := range s.Environments {
			if root := was.root(in.Environment); root != "" && in.Root != "" {
				compared, same = true, same && root == in.Root
			}
		}
		if !compared {
			continue
		}
		both++
		if !same {
			differ = append(differ, s.ID)
		}
	}
	return differ, both
}
