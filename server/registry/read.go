package registry

import (
	"context"
	"io"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// Find gives the report of a digest: "sha256:<hex>", the hexadecimal digits alone, or a prefix of at
// least MinPrefix of them that no other report has. Else it is store.ErrNotFound. A report that is not
// public is found too.
func (r *Registry) Find(ctx context.Context, digest string) (store.Report, error) {
	return store.Report{}, errNotYet
}

// MinPrefix is how many hexadecimal digits name a report at least.
const MinPrefix = 12

// Parsed is the report of a digest, as it was verified when it came. It is shared: read only.
func (r *Registry) Parsed(ctx context.Context, digest string) (*attest.Result, error) {
	return nil, errNotYet
}

// Envelope is the report's, as it was submitted.
func (r *Registry) Envelope(ctx context.Context, digest string) (io.ReadSeekCloser, error) {
	return nil, errNotYet
}

// Sidecar is a file of outcomes that a report names.
type Sidecar struct {
	Environment string // of several; else empty
	Digest      string
	Name        string // of the file
	Size        int64  // 0 when it is not here
	Here        bool
}

// Sidecars lists the files of outcomes that a report names, and says which of them are here.
func (r *Registry) Sidecars(ctx context.Context, report string) ([]Sidecar, error) {
	return nil, errNotYet
}

// Evidence is a file of outcomes that a report names: by its digest, or with "" the only one.
// store.ErrNotFound when nobody has added it.
func (r *Registry) Evidence(ctx context.Context, report, sidecar string) (io.ReadSeekCloser, error) {
	return nil, errNotYet
}

// Proof proves that a report is in the log, under the newest checkpoint: report.tlog-proof.
// store.ErrNotFound while it is not.
func (r *Registry) Proof(ctx context.Context, report string) ([]byte, error) { return nil, errNotYet }

// EntryProof proves any entry of the log.
func (r *Registry) EntryProof(ctx context.Context, index int64) ([]byte, error) {
	return nil, errNotYet
}

// Document is the very bytes that an entry of the log commits to, by their digest: a report's
// envelope, or an act's. store.ErrNotFound when the log has no such entry.
func (r *Registry) Document(ctx context.Context, digest string) (io.ReadSeekCloser, error) {
	return nil, errNotYet
}

// WaiverInForce is a waiver and the rules of a report that it is about.
type WaiverInForce struct {
	Waiver store.Waiver
	Rule   string
}

// Waivers lists the waivers of this registry that apply to a report now; those that the report brings
// along are in it.
func (r *Registry) Waivers(ctx context.Context, digest string) ([]WaiverInForce, error) {
	return nil, errNotYet
}

// Diff compares two reports by their digests.
func (r *Registry) Diff(ctx context.Context, from, to string) (*reports.Difference, error) {
	return nil, errNotYet
}

// RuleInfo is what the newest published report of a pack says of a rule besides its verdict.
type RuleInfo struct {
	Rule      reports.RuleVerdict       // its summary, source, chapter, kind; the verdict is the report's
	Scenarios []reports.ScenarioVerdict // that name the rule
	Report    string                    // digest of that report
}

// Rule finds what a pack's rule is and which scenarios test it. store.ErrNotFound when no published
// report speaks of it.
func (r *Registry) Rule(ctx context.Context, pack, rule string) (RuleInfo, error) {
	return RuleInfo{}, errNotYet
}

// Known is the newest checkpoint that a database remembers, for translog.Options.Known; nil: none.
func Known(ctx context.Context, s store.Reader) ([]byte, error) { return nil, errNotYet }

// Stats are counted since the registry was opened.
type Stats struct {
	Submitted map[string]int64 // by outcome: "published", "accepted", "in-review", "known", "refused", "failed"
	Refused   map[Code]int64   // reasons of refusals, of submissions and acts
	Acts      map[string]int64 // done, by kind
	Logged    int64            // entries that the log has got
	Batches   int64            // in as many appends
	Waiting   int64            // entries that it has not got yet
	Trouble   string           // why it gets none at present; empty: it does
}

// Stats are for metrics.
func (r *Registry) Stats() Stats { return Stats{} }

// Health says whether submissions can be taken: the database answers, and the log grows.
func (r *Registry) Health(ctx context.Context) error { return errNotYet }
