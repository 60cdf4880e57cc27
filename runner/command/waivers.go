package command

import (
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/waiver"
)

// waiverFlags name the waivers that the report's pages show beside the verdict, which they never change.
type waiverFlags struct {
	Waivers   string   `type:"path" placeholder:"PATH" help:"Show how these signed waivers stand: a folder of *.json and *.jsonl, or a file with one a line. They change no verdict."`
	WaiverKey []string `type:"path" placeholder:"FILE" help:"Public key (PEM) of somebody whose waivers count; may be repeated. Others are shown as not confirmed."`
}

// found is what the flags lead to.
type found struct {
	loaded  []waiver.Loaded
	trusted []attest.PublicKey
}

// find reads what is named, before anything is executed.
func (f waiverFlags) find() (found, error) {
	var out found
	for _, path := range f.WaiverKey {
		key, err := attest.LoadPublicKey(path)
		if err != nil {
			return found{}, usage("%w", err)
		}
		out.trusted = append(out.trusted, key)
	}
	if f.Waivers == "" {
		return out, nil
	}
	var err error
	if out.loaded, err = waiver.Load(f.Waivers); err != nil {
		return found{}, usage("%w", err)
	}
	return out, nil
}

// sheet says how they stand now, against a report that this key signs.
func (f found) sheet(r *reports.Report, key *attest.Key) *waiver.Sheet {
	t := waiver.Table{Report: r, Trusted: f.trusted, Now: time.Now(),
		Signers: []attest.Signer{{KeyID: key.ID(), Algorithm: key.Algorithm(), Key: key.Public()}}}
	return t.Stand(f.loaded)
}
