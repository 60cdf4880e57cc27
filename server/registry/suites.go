package registry

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"touchstone/server/store"
)

// suites are those that may judge.
type suites struct {
	mu    sync.RWMutex
	known map[suiteDigests]store.Suite
}

type suiteDigests struct{ spec, features string }

func (s *suites) add(x store.Suite) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil {
		s.known = map[suiteDigests]store.Suite{}
	}
	s.known[suiteDigests{x.Spec, x.Features}] = x
}

func (s *suites) has(x store.Suite) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	_, ok := s.known[suiteDigests{x.Spec, x.Features}]
	return ok
}

// load reads those that were added before.
func (s *suites) load(ctx context.Context, from store.Reader) error {
	for page := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := from.Events(ctx, store.EventFilter{Subject: subjectSuites, Action: actionSuite}, page)
		if err != nil {
			return err
		}
		for _, e := range list.Items {
			var x store.Suite
			if err := json.Unmarshal([]byte(e.Detail), &x); err != nil {
				return fmt.Errorf("event %d: a suite that cannot be read: %w", e.Seq, err)
			}
			s.add(x)
		}
		if list.Next == "" {
			return nil
		}
		page.After = list.Next
	}
}

// Suites are the known ones, by pack and version.
func (r *Registry) Suites() []store.Suite {
	r.suites.mu.RLock()
	defer r.suites.mu.RUnlock()
	out := make([]store.Suite, 0, len(r.suites.known))
	for _, s := range r.suites.known {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b store.Suite) int {
		return cmp.Or(cmp.Compare(a.Pack, b.Pack), cmp.Compare(a.PackVersion, b.PackVersion), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Spec+a.Features, b.Spec+b.Features))
	})
	return out
}

// AddSuite makes a suite known on the operator's word. One that is known already is left.
func (r *Registry) AddSuite(ctx context.Context, s store.Suite, by string) error {
	if !store.IsDigest(s.Spec) || !store.IsDigest(s.Features) {
		return fmt.Errorf("%w: a suite is known by the digests of its spec and its features, sha256: and 64 hexadecimal digits each", store.ErrInvalid)
	}
	if r.suites.has(s) {
		return nil
	}
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	now := r.now()
	err = r.store.Update(ctx, func(tx store.Tx) error {
		return tx.Record(ctx, store.Event{At: now, Actor: cmp.Or(by, self), Action: actionSuite, Subject: subjectSuites, Detail: string(text)})
	})
	if err == nil {
		r.suites.add(s)
	}
	return err
}
