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
	if r.packs == nil || rule == "" {
		return false, nil
	}
	has, known, err := r.packs.HasRule(pack, rule)
	if err != nil || has || !known {
		return false, err
	}
	has, err = r.store.SpeaksOfRule(ctx, pack, rule)
	return !has, err
}

// lacksScenario is the same of a scenario.
func (r *Registry) lacksScenario(ctx context.Context, pack, scenario string) (bool, error) {
	if r.packs == nil || scenario == "" {
		return false, nil
	}
	has, known, err := r.packs.HasScenario(pack, scenario)
	if err != nil || has || !known {
		return false, err
	}
	has, err = r.store.SpeaksOfScenario(ctx, pack, scenario)
	return !has, err
}
