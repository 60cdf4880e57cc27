package attest

import (
	"fmt"
	"sync"

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
	About  About  `json:"about"`
	Proven bool   `json:"proven"`
	Words  string `json:"words"`
}

// About is what a finding is about, for programs.
type About string

// What findings are about.
const (
	AboutReport     About = "report"     // that it is as it was signed, and follows from itself
	AboutSignature  About = "signature"  // who signed
	AboutFile       About = "file"       // report.json beside the envelope
	AboutOutcomes   About = "outcomes"   // what the verdicts were made from
	AboutSuite      About = "suite"      // with what it was judged
	AboutLog        About = "log"        // whether a transparency log has it
	AboutCheckpoint About = "checkpoint" // whether that log continues one that was kept
	AboutRun        About = "run"        // whether the run was honest

	AboutImplementation About = "implementation" // whether what was executed again is what the report is about
)

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
func (r *Result) Prove(about About, format string, a ...any) {
	r.Findings = append(r.Findings, Finding{about, true, fmt.Sprintf(format, a...)})
}

// Leave notes something that was not.
func (r *Result) Leave(about About, format string, a ...any) {
	r.Findings = append(r.Findings, Finding{about, false, fmt.Sprintf(format, a...)})
}

// Verify checks the bytes of a report.dsse.json and says in plain words what that proves. Every
// trusted key that is given must have signed. The error, ErrRefused, says what is wrong.
func Verify(text []byte, trusted ...PublicKey) (*Result, error) {
	s, err := read(text)
	if err == nil {
		err = s.plausible()
	}
	if err != nil {
		return nil, err
	}
	res := new(Result)
	var opening sync.WaitGroup // each is half of the work
	var stated error
	opening.Go(func() { res.Report, res.Text, stated = openStatement(s.payload) })
	res.Signers, err = s.check(trusted)
	opening.Wait()
	switch {
	case err != nil:
		return nil, err
	case stated != nil:
		return nil, fmt.Errorf("%w: %w", ErrRefused, stated)
	}
	res.Prove(AboutReport, "report %s is intact: every byte is as it was signed", res.Report.ID)
	for _, s := range res.Signers {
		if s.Confirmed {
			res.Prove(AboutSignature, "signed with %s by key %s, which you gave", s.Algorithm.Words(), s.KeyID)
		} else {
			res.Leave(AboutSignature, "signed with %s by key %s, whose owner you have not confirmed: the key travels in the file; get it from its owner and give it with --key", s.Algorithm.Words(), s.KeyID)
		}
	}
	res.Prove(AboutReport, "the counts and the conclusion follow from the verdicts of its rules")
	return res, nil
}
