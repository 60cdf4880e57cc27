package registry

import "context"

// Packs knows what packs have. Its methods may be called from any goroutine.
type Packs interface {
	// HasRule says whether a pack has a rule, and whether the pack is known at all.
	HasRule(pack, rule string) (has, known bool, err error)
	// HasScenario is the same of a scenario.
	HasScenario(pack, scenario string) (has, known bool, err error)
}

// maxLacks are as many names as a refusal lists.
const maxLacks = 20

// inPack refuses what is about a rule or scenarios that their pack does not have. "" is none.
func (r *Registry) inPack(ctx context.Context, digest, pack, rule string, scenarios ...string) error {
	no := &Refusal{Digest: digest}
	lacks, err := r.lacksRule(ctx, pack, rule)
	if err != nil {
		return err
	}
	if lacks {
		no.add(NotFound, "pack %s has no rule %q: /rules/%s lists those that it has", pack, rule, pack)
	}
	for _, s := range scenarios {
		if lacks, err = r.lacksScenario(ctx, pack, s); err != nil {
			return err
		}
		if lacks && len(no.Reasons) == maxLacks {
			no.add(NotFound, "and there are more")
			break
		}
		if lacks {
			no.add(NotFound, "pack %s has no scenario %q: name it as reports do, by feature and line", pack, s)
		}
	}
	if len(no.Reasons) > 0 {
		return no
	}
	return nil
}

// lacksRule says whether a pack that is known here has no rule of a name, nor any report here speaks of it:
// reports may be of an earlier suite.
func (r *Registry) lacksRule(ctx context.Context, pack, rule string) (bool, error) {
	if r.packs == nil {
		return false, nil
	}
	return lacks(ctx, pack, rule, r.packs.HasRule, r.store.SpeaksOfRule)
}

// lacksScenario is the same of a scenario.
func (r *Registry) lacksScenario(ctx context.Context, pack, scenario string) (bool, error) {
	if r.packs == nil {
		return false, nil
	}
	return lacks(ctx, pack, scenario, r.packs.HasScenario, r.store.SpeaksOfScenario)
}

func lacks(ctx context.Context, pack, name string, has func(pack, name string) (has, known bool, err error), speaks func(ctx context.Context, pack, name string) (bool, error)) (bool, error) {
	if name == "" {
		return false, nil
	}
	here, known, err := has(pack, name)
	if err != nil || here || !known {
		return false, err
	}
	here, err = speaks(ctx, pack, name)
	return !here, err
}
