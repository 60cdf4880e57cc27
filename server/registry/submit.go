package registry

import (
	"context"
	"io"
)

// Submit takes the envelope of a report. The error is a *Refusal when it is not taken, ErrBusy or
// ErrClosed. Once the report is accepted it stays so: when the log lets wait longer than
// Policy.ProofWait, or the context ends, the receipt comes without the proof, and to submit the same
// again gives it later.
func (r *Registry) Submit(ctx context.Context, envelope io.Reader) (Receipt, error) {
	return Receipt{}, errNotYet
}

// AddEvidence takes a file of outcomes that the report of a digest names. What has another digest, or
// does not give the Merkle roots that the report states, is a *Refusal.
func (r *Registry) AddEvidence(ctx context.Context, report string, body io.Reader) error {
	return errNotYet
}
