package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"touchstone/reports"
	"touchstone/reports/tlog"
	"touchstone/server/store"
)

// Submit takes the envelope of a report. The error is a *Refusal when it is not taken, ErrBusy or
// ErrClosed. Once the report is accepted it stays so: when the log lets wait longer than
// Policy.ProofWait, or the context ends, the receipt comes without the proof, and to submit the same
// again gives it later.
func (r *Registry) Submit(ctx context.Context, envelope io.Reader) (Receipt, error) {
	leave, err := r.enter()
	if err != nil {
		return Receipt{}, err
	}
	defer leave()
	receipt, err := r.submit(ctx, envelope)
	outcome := string(receipt.Report.State)
	if !receipt.New {
		outcome = "known"
	}
	r.stats.submitted(outcome, err)
	r.logSubmission(receipt, err)
	return receipt, err
}

// logSubmission never gets an envelope, nor anything of its content but the digest and the codes.
func (r *Registry) logSubmission(receipt Receipt, err error) {
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		codes := make([]string, len(refusal.Reasons))
		for i, reason := range refusal.Reasons {
			codes[i] = string(reason.Code)
		}
		r.logger.Info("report refused", "digest", refusal.Digest, "codes", codes)
	case errors.Is(err, context.Canceled):
		r.logger.Debug("submission given up")
	case err != nil:
		r.logger.Error("report not taken", "error", err)
	case receipt.New:
		r.logger.Info("report taken", "digest", receipt.Report.Digest, "state", receipt.Report.State, "account", receipt.Report.Account, "index", receipt.Report.LogIndex)
	}
}

func (r *Registry) submit(ctx context.Context, envelope io.Reader) (Receipt, error) {
	text, release, err := r.read(ctx, envelope, r.policy.MaxEnvelope)
	if err != nil {
		return Receipt{}, err
	}
	defer release()
	digest := reports.Digest(text)
	switch rep, err := r.store.Report(ctx, digest); {
	case err == nil && rep.State != store.Refused:
		return r.receipt(ctx, rep, false)
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return Receipt{}, err
	}
	c, err := r.verify(ctx, text, digest)
	if err != nil {
		return Receipt{}, err
	}
	if len(c.refusal.Reasons) > 0 {
		return Receipt{}, r.refused(ctx, c, text)
	}
	rep, added, err := r.take(ctx, c, text)
	if err != nil {
		return Receipt{}, err
	}
	return r.receipt(ctx, rep, added)
}

// verify does what takes the processor's time, as many at once as there are processors.
func (r *Registry) verify(ctx context.Context, text []byte, digest string) (*checked, error) {
	select {
	case r.verifying <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-r.verifying }()
	return r.check(ctx, text, digest)
}

// take keeps a report that nothing speaks against.
func (r *Registry) take(ctx context.Context, c *checked, envelope []byte) (store.Report, bool, error) {
	leave, err := r.taking.enter(ctx, c.text)
	if err != nil {
		return store.Report{}, false, err
	}
	defer leave()
	if err := r.repeated(ctx, r.store, c); err != nil {
		return store.Report{}, false, err
	}
	if err := r.put(ctx, envelope, c.row.Digest); err != nil {
		return store.Report{}, false, err
	}
	now := r.now()
	row, action := c.row, "report.accepted"
	if row.Submitted = now; r.policy.Review {
		action = "report.in-review"
	} else {
		row.State = store.Accepted
		if row.Entry, err = entry(store.KindReport, row.Digest, row.Digest, now); err != nil {
			return store.Report{}, false, err
		}
	}
	err = r.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.AddReport(ctx, row); err != nil {
			return err
		}
		if r.policy.Review {
			if err := tx.MoveReport(ctx, store.Move{Digest: row.Digest, From: store.Pending, To: store.InReview, At: now, By: self}); err != nil {
				return err
			}
		}
		return record(ctx, tx,
			store.Event{At: now, Actor: row.Signers[0].Key, Action: action, Subject: row.Digest, Detail: row.Account},
			store.Event{At: now, Actor: self, Action: actionText, Subject: c.text, Detail: row.Digest})
	})
	added := err == nil
	if err != nil && !errors.Is(err, store.ErrExists) { // ErrExists: somebody else submitted it in this moment
		return store.Report{}, false, fmt.Errorf("report %s: %w", row.Digest, err)
	}
	rep, err := r.store.Report(context.WithoutCancel(ctx), row.Digest)
	return rep, added, err
}

func record(ctx context.Context, tx store.Tx, events ...store.Event) error {
	for _, e := range events {
		if err := tx.Record(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

// put keeps an envelope under the digest that it must have.
func (r *Registry) put(ctx context.Context, envelope []byte, digest string) error {
	info, err := r.blobs.Put(ctx, bytes.NewReader(envelope))
	if err == nil && info.Digest != digest {
		err = fmt.Errorf("blob %s was written as %s", digest, info.Digest)
	}
	return err
}

// entry makes one for the log. A report's is about itself.
func entry(kind store.Kind, digest, subject string, at time.Time) (*store.Entry, error) {
	at = at.UTC().Truncate(time.Second)
	e := tlog.Entry{Kind: tlog.Kind(kind), Digest: digest, Subject: subject, At: at}
	if subject == digest {
		e.Subject = ""
	}
	payload, err := e.Encode()
	return &store.Entry{Kind: kind, Digest: digest, Subject: subject, Payload: payload, At: at}, err
}

// receipt waits for the log, if the report is on its way there.
func (r *Registry) receipt(ctx context.Context, rep store.Report, added bool) (Receipt, error) {
	receipt := Receipt{Report: rep, New: added}
	if rep.State == store.Accepted {
		index, err := r.await(ctx, document{store.KindReport, rep.Digest})
		if err != nil {
			return receipt, err
		}
		if index == store.Unlogged {
			return receipt, nil
		}
		// What was published a moment ago is still shown when the client has gone.
		if receipt.Report, err = r.store.Report(context.WithoutCancel(ctx), rep.Digest); err != nil {
			return receipt, err
		}
	}
	if receipt.Report.LogIndex == store.Unlogged {
		return receipt, nil
	}
	var err error
	receipt.Proof, err = r.EntryProof(context.WithoutCancel(ctx), receipt.Report.LogIndex)
	return receipt, err
}

// await waits until an entry that is written is in the log: store.Unlogged when that takes too long.
func (r *Registry) await(ctx context.Context, d document) (int64, error) {
	at, forget := r.appender.expect(d)
	defer forget()
	r.appender.poke()
	// It may have been logged before anybody expected it.
	e, err := r.store.Entry(ctx, d.kind, d.digest)
	switch {
	case ctx.Err() != nil: // what is accepted is so even when nobody waits for the answer
		return store.Unlogged, nil
	case err != nil:
		return store.Unlogged, err
	case e.Index != store.Unlogged:
		return e.Index, nil
	}
	patience := time.NewTimer(r.policy.ProofWait)
	defer patience.Stop()
	select {
	case index := <-at:
		return index, nil
	case <-ctx.Done():
	case <-patience.C:
	case <-r.appender.done:
	}
	return store.Unlogged, nil
}

// refused gives the reasons, and records them when somebody who is known here has signed: others
// could fill the disk.
func (r *Registry) refused(ctx context.Context, c *checked, envelope []byte) error {
	refusal := &c.refusal
	if !c.known() {
		return refusal
	}
	now := r.now()
	actor := self
	for _, s := range c.signers {
		if s.registered {
			actor = s.id
			break
		}
	}
	words := clip(refusal.Error(), store.MaxWords)
	if c.fits {
		if err := r.put(ctx, envelope, c.row.Digest); err != nil {
			return err
		}
	}
	err := r.update(func(ctx context.Context, tx store.Tx) error {
		if c.fits {
			err := tx.AddReport(ctx, c.row)
			if err == nil {
				err = tx.MoveReport(ctx, store.Move{Digest: c.row.Digest, From: store.Pending, To: store.Refused, At: now, By: self, Reason: words})
			}
			if err != nil {
				return err
			}
		}
		return tx.Record(ctx, store.Event{At: now, Actor: actor, Action: "report.refused", Subject: refusal.Digest, Detail: words})
	})
	if err != nil && !errors.Is(err, store.ErrExists) {
		return err
	}
	return refusal
}
