package command

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/tlog/audit"
	"touchstone/specs"
)

// Verify is `report verify`.
type Verify struct {
	trust
	File       string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Outcomes   string `type:"path" placeholder:"FILE" help:"Outcomes file, or the folder of several; default: beside the report, if it is there."`
	Suite      bool   `help:"Refuse a report that was judged with another specification or other features than this program's."`
	Log        string `type:"path" placeholder:"PROOF" help:"Proof that a log has the report; default: the report.tlog-proof beside it, if it is there."`
	LogKey     logKey `type:"string" placeholder:"VKEY" help:"The log's public key, or a file with it: refuse a report that the log does not have."`
	Checkpoint string `type:"path" placeholder:"FILE" help:"Checkpoint of the log that was kept: the log must still begin with what it covers. Needs --log-key."`
	Tiles      string `type:"path" placeholder:"DIR" help:"Copy of the log, to compare checkpoints of different sizes with."`
	JSON       bool   `name:"json" help:"Print the findings as JSON."`
}

// verification is what --json prints.
type verification struct {
	OK             bool               `json:"ok"`
	Why            string             `json:"why,omitzero"` // not
	ID             string             `json:"id,omitzero"`
	Implementation string             `json:"implementation,omitzero"`
	Profile        string             `json:"profile,omitzero"`
	Conclusion     reports.Conclusion `json:"conclusion,omitzero"`
	Confirmed      bool               `json:"confirmed"` // a key that was given has signed
	Signers        []attest.Signer    `json:"signers,omitempty"`
	Log            *inclusion         `json:"log,omitempty"` // nil: not proven
	Findings       []attest.Finding   `json:"findings,omitempty"`
}

// inclusion is what a verified proof says.
type inclusion struct {
	Origin string `json:"origin"`
	Index  uint64 `json:"index"`
	Size   uint64 `json:"size"` // of the log, by the proof's checkpoint
	At     string `json:"at"`
	Digest string `json:"digest"` // of the envelope as the log took it
}

func (c *Verify) Run(k *kong.Kong) error {
	debug.SetGCPercent(400) // what is read is most of what is used, and the process ends soon
	checks, err := c.checks()
	if err != nil {
		return err
	}
	v, err := bundle.Verify(c.File, checks)
	if err != nil {
		if !errors.Is(err, attest.ErrRefused) && !errors.Is(err, reports.ErrMalformed) {
			return classify(err)
		}
		if c.JSON {
			if err := printJSON(k.Stdout, verification{Why: err.Error()}); err != nil {
				return err
			}
		}
		return &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf("does not verify: %w", err)}
	}
	r := v.Report
	if c.JSON {
		out := verification{OK: true, ID: r.ID, Implementation: r.Implementation.Name, Profile: r.Verdicts.Profile,
			Conclusion: r.Verdicts.Conclusion, Confirmed: v.Confirmed(), Signers: v.Signers, Findings: v.Findings}
		if in := v.Inclusion; in != nil {
			out.Log = &inclusion{in.Checkpoint.Origin, in.Index, in.Checkpoint.Size, in.Entry.At.Format(time.RFC3339), in.Entry.Digest}
		}
		return printJSON(k.Stdout, out)
	}
	fmt.Fprintf(k.Stdout, "verifies: %q %s against %s: %s\n", r.Implementation.Name, plain(r.Implementation.Version), plain(r.Verdicts.Profile), r.Verdicts.Conclusion)
	for _, f := range v.Findings {
		mark := "proven     "
		if !f.Proven {
			mark = "NOT proven "
		}
		fmt.Fprintf(k.Stdout, "  %s %s\n", mark, plain(f.Words))
	}
	return nil
}

// checks resolves the flags.
func (c *Verify) checks() (checks bundle.Checks, err error) {
	if checks.Keys, err = c.keys(); err != nil {
		return checks, err
	}
	checks.Outcomes = c.Outcomes
	checks.Suite, checks.SameSuite = ownSuite, c.Suite
	checks.Log.Proof, checks.Log.Key = c.Log, c.LogKey.key
	if c.Checkpoint != "" {
		if c.LogKey.key == nil {
			return checks, usage(errors.New("--checkpoint needs --log-key: without it nobody knows whose the checkpoint is"))
		}
		if checks.Log.Checkpoint, err = readSmall(c.Checkpoint); err != nil {
			return checks, err
		}
	}
	if c.Tiles != "" {
		source, err := audit.Folder(c.Tiles)
		if err != nil {
			return checks, usage(fmt.Errorf("--tiles: %w", err))
		}
		checks.Log.Tiles = func(path string) ([]byte, error) { return source(context.Background(), path) }
	}
	return checks, nil
}

// ownSuite is what this program judges with, of a pack.
func ownSuite(name string) (*bundle.Suite, error) {
	if !slices.Contains(specs.Packs(), name) {
		return nil, nil
	}
	pack, err := specs.Embedded(name, specs.CSRs) // the digest is over all parts, and this one is small
	if err != nil {
		return nil, err
	}
	digest, err := features.Digest(features.Of(pack.Name))
	if err != nil {
		return nil, err
	}
	return &bundle.Suite{PackVersion: pack.Version, Spec: pack.Digest(), Features: digest}, nil
}
