package command

import (
	"errors"
	"fmt"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
)

// Verify is `report verify`.
type Verify struct {
	trust
	File     string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Outcomes string `type:"path" placeholder:"FILE" help:"Outcomes file; default: the one beside the report, if it is there."`
	JSON     bool   `name:"json" help:"Print the findings as JSON."`
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
	Findings       []attest.Finding   `json:"findings,omitempty"`
}

func (c *Verify) Run(k *kong.Kong) error {
	keys, err := c.keys()
	if err != nil {
		return err
	}
	res, err := bundle.Verify(c.File, c.Outcomes, keys...)
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
	r := res.Report
	if c.JSON {
		return printJSON(k.Stdout, verification{OK: true, ID: r.ID, Implementation: r.Implementation.Name, Profile: r.Verdicts.Profile,
			Conclusion: r.Verdicts.Conclusion, Confirmed: res.Confirmed(), Signers: res.Signers, Findings: res.Findings})
	}
	fmt.Fprintf(k.Stdout, "verifies: %q %s against %s: %s\n", r.Implementation.Name, r.Implementation.Version, r.Verdicts.Profile, r.Verdicts.Conclusion)
	for _, f := range res.Findings {
		mark := "proven     "
		if !f.Proven {
			mark = "NOT proven "
		}
		fmt.Fprintf(k.Stdout, "  %s %s\n", mark, f.Words)
	}
	return nil
}
