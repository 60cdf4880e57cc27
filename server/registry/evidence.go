package registry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"

	"touchstone/reports"
	"touchstone/server/blob"
	"touchstone/server/store"
)

// Sidecar is a file of outcomes that a report names.
type Sidecar struct {
	Environment string // of several; else empty
	Digest      string
	Name        string // of the file
	Here        bool   // somebody has added it
}

// Sidecars lists the files of outcomes that a report names, and says which of them are here.
func (r *Registry) Sidecars(ctx context.Context, report string) ([]Sidecar, error) {
	result, err := r.Parsed(ctx, report)
	if err != nil {
		return nil, err
	}
	return r.SidecarsOf(ctx, report, result.Report.Suite)
}

// SidecarsOf is [Registry.Sidecars] for who knows what the report says of its suite, and need not open it.
func (r *Registry) SidecarsOf(ctx context.Context, report string, suite reports.Suite) ([]Sidecar, error) {
	added, err := r.added(ctx, report)
	if err != nil {
		return nil, err
	}
	var out []Sidecar
	for _, of := range suite.Sidecars() {
		out = append(out, Sidecar{of.Environment, of.Digest, reports.SidecarName(of.Digest), added[of.Digest]})
	}
	return out, nil
}

// added are the digests of the files that were added to a report. That there is a blob of a digest
// does not suffice: a report may name any digest, that of what is not public included.
func (r *Registry) added(ctx context.Context, report string) (map[string]bool, error) {
	events, err := r.store.Events(ctx, store.EventFilter{Subject: report, Action: actionEvidence}, store.Page{Limit: store.MaxLimit})
	if err != nil {
		return nil, err
	}
	added := make(map[string]bool, len(events.Items))
	for _, e := range events.Items {
		added[e.Detail] = true
	}
	return added, nil
}

// Evidence is a file of outcomes that a report names: by its digest, or with "" the first.
// store.ErrNotFound when nobody has added it.
func (r *Registry) Evidence(ctx context.Context, report, sidecar string) (blob.Reader, error) {
	sidecars, err := r.Sidecars(ctx, report)
	if err != nil {
		return nil, err
	}
	for _, s := range sidecars {
		if s.Here && (sidecar == "" || sidecar == s.Digest) {
			return r.blobs.Open(ctx, s.Digest)
		}
	}
	return nil, fmt.Errorf("outcomes of %s: %w: nobody has added them", report, store.ErrNotFound)
}

// AddEvidence takes a file of outcomes that the report of a digest names. What has another digest, or
// does not give the Merkle roots that the report states, is a *Refusal. Whoever has the file may add
// it: it can be no other.
func (r *Registry) AddEvidence(ctx context.Context, report string, body io.Reader) error {
	leave, err := r.enter()
	if err != nil {
		return err
	}
	defer leave()
	err = r.addEvidence(ctx, report, body)
	r.stats.act("evidence", err)
	return err
}

func (r *Registry) addEvidence(ctx context.Context, report string, body io.Reader) error {
	rep, err := r.store.Report(ctx, report)
	if err != nil {
		return asRefusal(report, err)
	}
	if rep.State == store.Refused {
		return refuse(report, Conflict, "the report was refused")
	}
	sidecars, err := r.Sidecars(ctx, report)
	if err != nil {
		return err
	}
	if len(sidecars) == 0 {
		return refuse(report, Digest, "the report names no file of outcomes")
	}
	known := &expected{from: io.LimitReader(body, r.policy.MaxEvidence+1), most: r.policy.MaxEvidence, sum: sha256.New(), report: report, sidecars: sidecars}
	info, err := r.blobs.Put(ctx, known)
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		return refusal
	case errors.Is(err, blob.ErrTooLarge):
		return refuse(report, TooLarge, "%v", err)
	case err != nil:
		return err
	}
	if err := r.checkEvidence(ctx, report, info.Digest, sidecars); err != nil {
		return err
	}
	leave, err := r.doing.enter(ctx, "evidence of "+report)
	if err != nil {
		return err
	}
	defer leave()
	if added, err := r.added(ctx, report); err != nil || added[info.Digest] {
		return err
	}
	return r.store.Update(ctx, func(tx store.Tx) error {
		return tx.Record(ctx, store.Event{At: r.now(), Actor: self, Action: actionEvidence, Subject: report, Detail: info.Digest})
	})
}

// checkEvidence holds the outcomes to the Merkle roots of the report.
func (r *Registry) checkEvidence(ctx context.Context, report, digest string, sidecars []Sidecar) error {
	result, err := r.Parsed(ctx, report)
	if err != nil {
		return err
	}
	for _, s := range sidecars {
		if s.Digest != digest {
			continue
		}
		f, err := r.blobs.Open(ctx, digest)
		if err != nil {
			return err
		}
		_, err = reports.CheckSidecarOf(result.Report, reports.SidecarOf{Environment: s.Environment, Digest: s.Digest}, f)
		f.Close()
		if errors.Is(err, reports.ErrMalformed) {
			return refuse(report, Digest, "%v", err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// expected reads what must have one of some digests: what has another gives an error in place of its
// end, so that it is not kept.
type expected struct {
	from     io.Reader
	most     int64
	size     int64
	sum      hash.Hash
	report   string
	sidecars []Sidecar
}

func (e *expected) Read(p []byte) (int, error) {
	n, err := e.from.Read(p)
	e.sum.Write(p[:n])
	if e.size += int64(n); e.size > e.most {
		return n, refuse(e.report, TooLarge, "more than %d bytes", e.most)
	}
	if !errors.Is(err, io.EOF) {
		return n, err
	}
	digest := "sha256:" + hex.EncodeToString(e.sum.Sum(nil))
	for _, s := range e.sidecars {
		if s.Digest == digest {
			return n, io.EOF
		}
	}
	return n, refuse(e.report, Digest, "the outcomes have the digest %s, and the report was made from %s", digest, e.sidecars[0].Digest)
}
