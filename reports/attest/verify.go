package attest

import (
	"fmt"

	"touchstone/reports"
)

// Signer is who signed.
type Signer struct {
	KeyID     string    `json:"keyid"`
	Algorithm Algorithm `json:"algorithm"`
	Confirmed bool      `json:"confirmed"` // the verifier brought the key along
	Key       PublicKey `json:"-"`
}

// Finding is one thing that verification established, or says that it could not.
type Finding struct {
	Proven bool   `json:"proven"`
	Words  string `json:"words"`
}

// Result is an envelope that verifies.
type Result struct {
	Report   *reports.Report `json:"-"`
	Text     []byte          `json:"-"` // the exact bytes of report.json
	Signers  []Signer        `json:"signers"`
	Findings []Finding       `json:"findings"`
}

// Confirmed says whether at least one signer is somebody that the verifier knows.
func (r *Result) Confirmed() bool {
	for _, s := range r.Signers {
		if s.Confirmed {
			return true
		}
	}
	return false
}

// Prove notes something that was established.
func (r *Result) Prove(format string, a ...any) {
	r.Findings = append(r.Findings, Finding{true, fmt.Sprintf(format, a...)})
}

// Leave notes something that was not.
func (r *Result) Leave(format string, a ...any) {
	r.Findings = append(r.Findings, Finding{false, fmt.Sprintf(format, a...)})
}

// Verify checks the bytes of a report.dsse.json and says in plain words what that proves. Every
// trusted key that is given must have signed. The error, ErrRefused, says what is wrong.
func Verify(text []byte, trusted ...PublicKey) (*Result, error) {
	payload, signers, err := open(text, trusted)
	if err != nil {
		return nil, err
	}
	res := &Result{Signers: signers}
	if res.Report, res.Text, err = openStatement(payload); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	res.Prove("report %s is intact: every byte is as it was signed", res.Report.ID)
	for _, s := range res.Signers {
		if s.Confirmed {
			res.Prove("signed with %s by key %s, which you gave", s.Algorithm.Words(), s.KeyID)
		} else {
			res.Leave("signed with %s by key %s, whose owner you have not confirmed: the key travels in the file; get it from its owner and give it with --key", s.Algorithm.Words(), s.KeyID)
		}
	}
	res.Prove("the counts and the conclusion follow from the verdicts of its rules")
	return res, nil
}
