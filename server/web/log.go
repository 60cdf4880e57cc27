package web

import (
	"context"
	"errors"
	"strconv"

	"touchstone/server/store"
)

// logBody is the transparency log.
type logBody struct {
	Size       int64
	Origin     string
	Key        string
	Checkpoint string
	Entries    []store.Entry
	Older      string // address, "" for none
	Newest     string // address, "" where this is the newest
}

func (s *Site) log(ctx context.Context, r *request) (*page, error) {
	const many = 25
	l := s.o.Registry.Log()
	cp := l.Checkpoint()
	b := logBody{Size: int64(cp.Size), Origin: l.Verifier().Origin(), Key: l.Verifier().String(), Checkpoint: string(cp.Note)} //nolint:gosec // a log has less than 2^62 entries
	before := b.Size
	if n, err := strconv.ParseInt(r.get("before"), 10, 64); err == nil && n > 0 && n < b.Size {
		before, b.Newest = n, r.but("before", "")
	}
	for i := before - 1; i >= 0 && i >= before-many; i-- {
		e, err := r.read.EntryAt(ctx, i)
		if errors.Is(err, store.ErrNotFound) {
			continue // the database hears of it in a moment
		}
		if err != nil {
			return nil, err
		}
		b.Entries = append(b.Entries, e)
	}
	if before > many {
		b.Older = r.but("before", strconv.FormatInt(before-many, 10))
	}
	return &page{Title: r.Say("log.title"), Part: "log", Body: b}, nil
}

// aboutBody is how the registry works.
type aboutBody struct {
	Origin, LogKey string
	Review         bool
	AnySuite       bool
	OwnVendor      bool
	MaxEnvelope    int64
	MaxEvidence    int64
	Suites         []store.Suite
}

func (s *Site) about(_ context.Context, r *request) (*page, error) {
	l, p := s.o.Registry.Log(), s.o.Registry.Policy()
	return &page{Title: r.Say("about.title"), Part: "about", Body: aboutBody{l.Verifier().Origin(), l.Verifier().String(), p.Review, p.AnySuite, p.OwnVendor,
		p.MaxEnvelope, p.MaxEvidence, s.o.Registry.Suites()}}, nil
}
