package bundle

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
)

// Checks says what Verify is to look at beside the envelope, and whom it may believe. The zero value
// looks at what lies beside the report, and believes nobody.
type Checks struct {
	Keys     []attest.PublicKey // of those who must have signed
	Outcomes string             // file, or folder of files; "": beside the report
	Log      Log

	// Suite gives what the verifier itself judges with, nil if it has no such pack; a nil function: the
	// suites are not compared. SameSuite refuses a report of another suite.
	Suite     func(pack string) (*Suite, error)
	SameSuite bool
}

// Suite is what a program judges with.
type Suite struct {
	PackVersion    string
	Spec, Features string // digests
}

// Verified is a report that verifies.
type Verified struct {
	*attest.Result
	Inclusion *tlog.Inclusion // in the log; nil: not verified
}

// Verify is Open for somebody who wants to know what is proven. There must be an envelope; the
// outcomes and the proof that a log has the report are checked where they are given or lie beside it.
// Nothing outside the files is asked.
func Verify(path string, c Checks) (*Verified, error) {
	o, err := Open(path, c.Keys...)
	if err != nil {
		return nil, err
	}
	if o.Result == nil {
		return nil, fmt.Errorf("%w: %s is not signed, and there is no %s beside it", attest.ErrRefused, path, EnvelopeFile)
	}
	v := &Verified{Result: o.Result}
	own := c.own(o.Report.Suite.Pack) // while the outcomes are read
	if err := o.verifyOutcomes(c.Outcomes); err != nil {
		return nil, err
	}
	if err := o.verifySuite(c, own); err != nil {
		return nil, err
	}
	if v.Inclusion, err = o.verifyLog(c.Log); err != nil {
		return nil, err
	}
	v.Leave(attest.AboutRun, "that the run was honest: no signature shows that. `touchstone report reproduce` runs the same suite (%s %s, plan %s) again, and compares",
		o.Report.Suite.Name, o.Report.Suite.Version, o.Report.Suite.Plan)
	return v, nil
}

func (o *Opened) verifyOutcomes(given string) error {
	sidecars := o.Report.Suite.Sidecars()
	switch {
	case len(sidecars) == 0 && given == "":
		o.Result.Leave(attest.AboutOutcomes, "the report names no outcomes file")
	case len(sidecars) == 0:
		sidecars = []reports.SidecarOf{{}} // the digest of nothing: it will not match
	}
	for _, of := range sidecars {
		if err := o.checkOutcomes(of, given, len(sidecars) > 1); err != nil {
			return err
		}
	}
	return nil
}

// checkOutcomes checks one file of outcomes: the one that is given, or the one of its name in the
// folder that is given, or beside the report.
func (o *Opened) checkOutcomes(of reports.SidecarOf, given string, several bool) error {
	name := reports.SidecarName(of.Digest)
	path := given
	if info, err := os.Stat(given); given == "" {
		path = filepath.Join(o.Dir, name)
	} else if err == nil && info.IsDir() {
		path = filepath.Join(given, name)
	} else if several {
		return fmt.Errorf("%s is one file, and the report has outcomes of several environments: give --outcomes the folder that holds them", given)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) && given == "" {
		o.Result.Leave(attest.AboutOutcomes, "the outcomes (%s) are not here: give them with --outcomes to check them", name)
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	n, err := reports.CheckSidecarOf(o.Report, of, f)
	if err != nil {
		return fmt.Errorf("%w: %s: %w", attest.ErrRefused, path, err)
	}
	where := ""
	if of.Environment != "" {
		where = " in environment " + of.Environment
	}
	o.Result.Prove(attest.AboutOutcomes, "%d outcomes in %s are those that the verdicts%s were made from", n, filepath.Base(path), where)
	return nil
}

// own is the answer of Suite, which may take its time.
func (c Checks) own(pack string) func() (*Suite, error) {
	var suite *Suite
	var err error
	var asked sync.WaitGroup
	if c.Suite != nil {
		asked.Go(func() { suite, err = c.Suite(pack) })
	}
	return func() (*Suite, error) {
		asked.Wait()
		return suite, err
	}
}

// verifySuite compares what the report was judged with and what the verifier judges with.
func (o *Opened) verifySuite(c Checks, own func() (*Suite, error)) error {
	if c.Suite == nil {
		return nil
	}
	s := &o.Report.Suite
	have, err := own()
	if err != nil {
		return err
	}
	differs := have.Differs(s)
	switch {
	case differs == "":
		o.Result.Prove(attest.AboutSuite, "it was judged with the specification (pack %s %s) and the features of this program: the digests are the same", s.Pack, s.PackVersion)
	case c.SameSuite:
		return fmt.Errorf("%w: it was judged with another suite, that of %s %s: %s", attest.ErrRefused, s.Name, s.Version, differs)
	default:
		o.Result.Leave(attest.AboutSuite, "that it was judged with a suite that this program knows: it was that of %s %s: %s", s.Name, s.Version, differs)
	}
	return nil
}

// Differs says in which way a report's suite is another one; "": it is the same.
func (own *Suite) Differs(s *reports.Suite) string {
	switch {
	case own == nil:
		return fmt.Sprintf("this program has no pack %s", s.Pack)
	case s.Spec != own.Spec:
		return fmt.Sprintf("its specification (pack %s %s) has the digest %s, and that of this program (%s) %s", s.Pack, s.PackVersion, s.Spec, own.PackVersion, own.Spec)
	case s.Features != own.Features:
		return fmt.Sprintf("its features have the digest %s, and those of this program %s", s.Features, own.Features)
	}
	return ""
}
