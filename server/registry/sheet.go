package registry

import (
	"context"
	"time"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/waiver"
	"touchstone/server/store"
)

// Sheet says how all waivers of a report stand now, for render.Options: those that it brings along, and
// those of this registry that hold for its implementation, each on the word of a registered key.
func (r *Registry) Sheet(ctx context.Context, digest string) (*waiver.Sheet, error) {
	result, err := r.Parsed(ctx, digest)
	if err != nil {
		return nil, err
	}
	list, err := r.Waivers(ctx, digest)
	if err != nil {
		return nil, err
	}
	t := waiver.Table{Report: result.Report, Signers: result.Signers, Now: r.now()}
	s := t.Stand(nil)
	for _, x := range list {
		s.All = append(s.All, standing(t, x.Waiver))
	}
	return s, nil
}

func standing(t waiver.Table, w store.Waiver) waiver.Standing {
	x := waiver.Standing{Source: w.Digest, Digest: w.Digest, Waiver: act.Waiver{Pack: w.Pack, Profile: w.Profile, Rule: w.Rule, Vendor: w.Vendor,
		Implementation: w.Name, Versions: w.Versions, Owner: w.Owner, Reason: w.Reason, Expires: w.Expires.UTC().Add(-time.Nanosecond).Format(time.DateOnly)}}
	if w.AddedBy != "" {
		x.Signers = []attest.Signer{{KeyID: w.AddedBy, Confirmed: true}}
	}
	x.State = waiver.Judge(x.Waiver, t.Report, t.Now)
	return x
}
