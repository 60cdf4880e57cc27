package registry

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
)

// Stats are counted since the registry was opened.
type Stats struct {
	Submitted map[string]int64 // by outcome: "published", "accepted", "in-review", "known", "refused", "failed"
	Refused   map[Code]int64   // reasons of refusals, of submissions and acts
	Acts      map[string]int64 // done, by kind; "refused" and "failed"
	Logged    int64            // entries that the log has got
	Batches   int64            // in as many appends
	Reading   int64            // bytes of envelopes that are being read and verified
	Cached    int64            // bytes of memory that parsed reports take, about
	Trouble   string           // why the log gets nothing at present; empty: it does
}

type stats struct {
	mu sync.Mutex
	s  Stats
}

func newStats() *stats {
	return &stats{s: Stats{Submitted: map[string]int64{}, Refused: map[Code]int64{}, Acts: map[string]int64{}}}
}

// submitted counts a submission, and act an act.
func (s *stats) submitted(outcome string, err error) { s.count(s.s.Submitted, outcome, err) }
func (s *stats) act(kind string, err error)          { s.count(s.s.Acts, kind, err) }

func (s *stats) count(by map[string]int64, outcome string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		outcome = "refused"
		for _, reason := range refusal.Reasons {
			s.s.Refused[reason.Code]++
		}
	case err != nil:
		outcome = "failed"
	}
	by[outcome]++
}

func (s *stats) logged(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.s.Logged += int64(n)
	s.s.Batches++
}

// Stats are for metrics.
func (r *Registry) Stats() Stats {
	r.stats.mu.Lock()
	s := r.stats.s
	s.Submitted, s.Refused, s.Acts = maps.Clone(s.Submitted), maps.Clone(s.Refused), maps.Clone(s.Acts)
	r.stats.mu.Unlock()
	s.Reading, s.Cached = r.memory.used(), r.parsed.size()
	if err := r.appender.health(); err != nil {
		s.Trouble = err.Error()
	}
	return s
}

// Health says whether submissions can be taken: the database answers, and the log grows.
func (r *Registry) Health(ctx context.Context) error {
	if err := r.store.Ping(ctx); err != nil {
		return err
	}
	if err := r.appender.health(); err != nil {
		return fmt.Errorf("the log does not grow: %w", err)
	}
	return nil
}
