package registry

import (
	"context"
	"sync"
	"time"

	"touchstone/server/store"
)

// revoked keeps which keys were revoked, as of a version of the database.
type revoked struct {
	mu      sync.Mutex
	version int64
	keys    map[string]time.Time // never changed once it is here
}

// RevokedKeys gives every key that was revoked, by its ID, and when: who shows a report says so of its
// signers. It is shared: read only.
func (r *Registry) RevokedKeys(ctx context.Context) (map[string]time.Time, error) {
	version, err := r.store.Version(ctx) // before the keys: they are of this version, or newer
	if err != nil {
		return nil, err
	}
	r.revoked.mu.Lock()
	defer r.revoked.mu.Unlock()
	if r.revoked.keys != nil && r.revoked.version >= version {
		return r.revoked.keys, nil
	}
	keys := map[string]time.Time{}
	for page := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := r.store.Keys(ctx, store.KeyFilter{Revoked: true}, page)
		if err != nil {
			return nil, err
		}
		for _, k := range list.Items {
			keys[k.ID] = k.Revoked
		}
		if list.Next == "" {
			r.revoked.version, r.revoked.keys = version, keys
			return keys, nil
		}
		page.After = list.Next
	}
}

// MissingEvidence are the digests that a challenge names as its evidence, and of which nothing public is
// here: a report or an act, or the outcomes of the report that it is about.
func (r *Registry) MissingEvidence(ctx context.Context, c store.Challenge) ([]string, error) {
	var missing []string
	var outcomes map[string]bool
	for _, digest := range c.Evidence {
		here, err := r.public(ctx, digest)
		if err == nil && !here && c.Report != "" {
			if outcomes == nil {
				outcomes, err = r.added(ctx, c.Report)
			}
			here = outcomes[digest]
		}
		if err != nil {
			return nil, err
		}
		if !here {
			missing = append(missing, digest)
		}
	}
	return missing, nil
}
