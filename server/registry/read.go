package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/blob"
	"touchstone/server/store"
)

// MinPrefix is how many hexadecimal digits name a report at least.
const MinPrefix = 12

// Find gives the report of a digest: "sha256:<hex>", the hexadecimal digits alone, or a prefix of at
// least MinPrefix of them that no other report has. Else it is store.ErrNotFound. A report that is not
// public is found too.
func (r *Registry) Find(ctx context.Context, digest string) (store.Report, error) {
	digits := strings.TrimPrefix(digest, "sha256:")
	if len(digits) < MinPrefix {
		return store.Report{}, fmt.Errorf("report %.80q: %w: %d hexadecimal digits at least name one", digest, store.ErrNotFound, MinPrefix)
	}
	found, err := r.store.Prefixed(ctx, "sha256:"+digits)
	switch {
	case err != nil:
		return store.Report{}, err
	case len(found) == 0:
		return store.Report{}, fmt.Errorf("report %.80q: %w", digest, store.ErrNotFound)
	case len(found) > 1:
		return store.Report{}, fmt.Errorf("report %.80q: %w: several begin so; give more digits", digest, store.ErrNotFound)
	}
	return found[0], nil
}

// Parsed is the report of a digest, as it was verified when it came. It is shared: read only.
func (r *Registry) Parsed(ctx context.Context, digest string) (*attest.Result, error) {
	return r.parsed.load(ctx, digest, func() (*attest.Result, int64, error) {
		text, err := r.envelope(ctx, digest)
		if err != nil {
			return nil, 0, err
		}
		result, err := attest.Verify(text)
		if err != nil {
			return nil, 0, fmt.Errorf("report %s: %w", digest, err)
		}
		return result, parsedSize * int64(len(text)), nil
	})
}

// envelope is what was submitted. Blobs that no report names are not reached.
func (r *Registry) envelope(ctx context.Context, digest string) ([]byte, error) {
	if _, err := r.store.Report(ctx, digest); err != nil {
		return nil, err
	}
	return r.blob(ctx, digest, max(r.policy.MaxEnvelope, attest.MaxEnvelope))
}

func (r *Registry) blob(ctx context.Context, digest string, most int64) ([]byte, error) {
	text, err := blob.ReadAll(ctx, r.blobs, digest, most)
	if errors.Is(err, blob.ErrNotFound) {
		err = fmt.Errorf("%w: %w: the folder of blobs is not whole; restore it from a backup", store.ErrNotFound, err)
	}
	return text, err
}

// Envelope is the report's, as it was submitted.
func (r *Registry) Envelope(ctx context.Context, digest string) (io.ReadSeekCloser, error) {
	return file(r.envelope(ctx, digest))
}

func file(text []byte, err error) (io.ReadSeekCloser, error) {
	if err != nil {
		return nil, err
	}
	return seekable{bytes.NewReader(text)}, nil
}

// Proof proves that a report is in the log, under the newest checkpoint: report.tlog-proof.
// store.ErrNotFound while it is not.
func (r *Registry) Proof(ctx context.Context, report string) ([]byte, error) {
	rep, err := r.store.Report(ctx, report)
	if err != nil {
		return nil, err
	}
	if rep.LogIndex == store.Unlogged {
		return nil, fmt.Errorf("proof of %s: %w: the report is not in the log", report, store.ErrNotFound)
	}
	return r.EntryProof(ctx, rep.LogIndex)
}

// EntryProof proves any entry of the log.
func (r *Registry) EntryProof(ctx context.Context, index int64) ([]byte, error) {
	if index < 0 || uint64(index) >= r.log.Checkpoint().Size {
		return nil, fmt.Errorf("entry %d: %w: the log has %d", index, store.ErrNotFound, r.log.Checkpoint().Size)
	}
	proof, err := r.log.Proof(ctx, uint64(index))
	if err != nil {
		return nil, fmt.Errorf("proof of entry %d: %w", index, err)
	}
	return proof.Format(), nil
}

// Document is the very bytes that an entry of the log commits to, by their digest: a report's
// envelope, or an act's. Acts that are public and have no entry are documents too: registrations,
// and what is done to challenges. Else it is store.ErrNotFound.
func (r *Registry) Document(ctx context.Context, digest string) (io.ReadSeekCloser, error) {
	public, err := r.public(ctx, digest)
	if err != nil {
		return nil, err
	}
	if !public {
		return nil, fmt.Errorf("document %.80q: %w: the log commits to no such document", digest, store.ErrNotFound)
	}
	return file(r.blob(ctx, digest, max(r.policy.MaxEnvelope, attest.MaxEnvelope)))
}

func (r *Registry) public(ctx context.Context, digest string) (bool, error) {
	for _, kind := range []store.Kind{store.KindReport, store.KindRevocation, store.KindSupersession, store.KindWaiver, store.KindRuling} {
		switch e, err := r.store.Entry(ctx, kind, digest); {
		case err == nil && e.Index != store.Unlogged:
			return true, nil
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return false, err
		}
	}
	if !store.IsDigest(digest) {
		return false, nil
	}
	events, err := r.store.Events(ctx, store.EventFilter{Subject: digest, Action: actionPublicAct}, store.Page{Limit: 1})
	return len(events.Items) > 0, err
}

// WaiverInForce is a waiver of this registry and the verdict that it is about.
type WaiverInForce struct {
	Waiver  store.Waiver
	Verdict reports.Verdict // of its rule in the report; empty: the report does not speak of the rule
}

// Waivers lists the waivers of this registry that hold now for a report's implementation, version,
// pack and profile, newest first. Those that the report brings along are in it.
func (r *Registry) Waivers(ctx context.Context, digest string) ([]WaiverInForce, error) {
	rep, err := r.store.Report(ctx, digest)
	if err != nil {
		return nil, err
	}
	var out []WaiverInForce
	var verdicts map[string]reports.Verdict
	filter := store.WaiverFilter{Profile: rep.Profile, Vendor: rep.Implementation.Vendor, Name: rep.Implementation.Name, OpenAt: r.now()}
	for page := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := r.store.Waivers(ctx, filter, page)
		if err != nil {
			return nil, err
		}
		for _, w := range list.Items {
			if !appliesTo(w, rep) {
				continue
			}
			if verdicts == nil {
				result, err := r.Parsed(ctx, digest)
				if err != nil {
					return nil, err
				}
				verdicts = make(map[string]reports.Verdict, len(result.Report.Verdicts.Rules))
				for i := range result.Report.Verdicts.Rules {
					verdicts[result.Report.Verdicts.Rules[i].ID] = result.Report.Verdicts.Rules[i].Verdict
				}
			}
			out = append(out, WaiverInForce{w, verdicts[w.Rule]})
		}
		if list.Next == "" {
			return out, nil
		}
		page.After = list.Next
	}
}

// appliesTo says whether a waiver is about the implementation that a report judges, in this version,
// and is logged.
func appliesTo(w store.Waiver, rep store.Report) bool {
	return w.LogIndex != store.Unlogged && (w.Pack == "" || w.Pack == rep.Suite.Pack) && (w.Profile == "" || w.Profile == rep.Profile) &&
		w.Vendor == rep.Implementation.Vendor && w.Name == rep.Implementation.Name &&
		(len(w.Versions) == 0 || slices.Contains(w.Versions, rep.Implementation.Version))
}

// Diff compares two reports by their digests.
func (r *Registry) Diff(ctx context.Context, from, to string) (*reports.Difference, error) {
	a, err := r.Parsed(ctx, from)
	if err != nil {
		return nil, err
	}
	b, err := r.Parsed(ctx, to)
	if err != nil {
		return nil, err
	}
	return reports.Diff(a.Report, b.Report), nil
}

// RuleInfo is what the newest published report of a pack says of a rule besides its verdict.
type RuleInfo struct {
	Rule      reports.RuleVerdict       // its summary, source, chapter, kind; the verdict is that report's
	Scenarios []reports.ScenarioVerdict // that name the rule
	Report    store.Report
}

// mostProfiles is how many profiles of a pack are looked at for a rule.
const mostProfiles = 8

// Rule finds what a pack's rule is and which scenarios test it, in the newest published report of each
// profile. store.ErrNotFound when none speaks of it.
func (r *Registry) Rule(ctx context.Context, pack, rule string) (RuleInfo, error) {
	profiles := map[string]bool{}
	filter := store.ReportFilter{States: []store.State{store.Published}, Pack: pack, Order: store.ByLog}
	for _, limit := range []int{16, store.MaxLimit} { // one of the first few speaks of most rules
		list, err := r.store.Reports(ctx, filter, store.Page{Limit: limit})
		if err != nil {
			return RuleInfo{}, err
		}
		for _, rep := range list.Items {
			if profiles[rep.Profile] || len(profiles) == mostProfiles {
				continue
			}
			profiles[rep.Profile] = true
			result, err := r.Parsed(ctx, rep.Digest)
			if err != nil {
				return RuleInfo{}, err
			}
			if info, ok := ruleOf(&result.Report.Verdicts, rule); ok {
				info.Report = rep
				return info, nil
			}
		}
		if list.Next == "" {
			break
		}
	}
	return RuleInfo{}, fmt.Errorf("rule %.80q of %.80q: %w: no published report speaks of it", rule, pack, store.ErrNotFound)
}

// ruleOf finds a rule in a report.
func ruleOf(v *reports.Verdicts, rule string) (RuleInfo, bool) {
	at := slices.IndexFunc(v.Rules, func(x reports.RuleVerdict) bool { return x.ID == rule })
	if at < 0 {
		return RuleInfo{}, false
	}
	info := RuleInfo{Rule: v.Rules[at]}
	for i := range v.Scenarios {
		if s := &v.Scenarios[i]; slices.Contains(s.Rules, rule) || slices.Contains(info.Rule.Scenarios, s.ID) {
			info.Scenarios = append(info.Scenarios, *s)
		}
	}
	return info, true
}
