package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"touchstone/reports"
	"touchstone/reports/attest"
)

// Opened is a report as it was found.
type Opened struct {
	Report   *reports.Report
	Dir      string
	Envelope string         // path, "" when there is none
	Result   *attest.Result // nil when there is no envelope
}

// Open reads a report from a folder, an envelope or a report.json. Where there is an envelope it
// must verify, and a report.json beside it must be the one that was signed: a report that was
// tampered with is never shown, compared or let through a gate. Every key that is given must
// have signed.
func Open(path string, keys ...attest.PublicKey) (*Opened, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		envelope := filepath.Join(path, EnvelopeFile)
		if _, err := os.Stat(envelope); errors.Is(err, fs.ErrNotExist) {
			return Open(filepath.Join(path, ReportFile), keys...)
		}
		return Open(envelope, keys...)
	}
	text, err := read(path)
	if err != nil {
		return nil, err
	}
	if isEnvelope(text) {
		return openEnvelope(path, text, keys)
	}
	envelope := filepath.Join(filepath.Dir(path), EnvelopeFile)
	signed, err := read(envelope)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return openBare(path, text, keys)
	case err != nil:
		return nil, err
	}
	o, err := openEnvelope(envelope, signed, keys)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(text, o.Result.Text) {
		return nil, fmt.Errorf("%w: %s is not the report that %s signs", attest.ErrRefused, path, EnvelopeFile)
	}
	return o, nil
}

func isEnvelope(text []byte) bool {
	var probe struct {
		PayloadType *string `json:"payloadType"`
	}
	return json.Unmarshal(text, &probe) == nil && probe.PayloadType != nil
}

func openEnvelope(path string, text []byte, keys []attest.PublicKey) (*Opened, error) {
	result, err := attest.Verify(text, keys...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	o := &Opened{Report: result.Report, Dir: filepath.Dir(path), Envelope: path, Result: result}
	// A report.json beside an envelope of that name belongs to it.
	if filepath.Base(path) != EnvelopeFile {
		return o, nil
	}
	beside := filepath.Join(o.Dir, ReportFile)
	switch have, err := read(beside); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case !bytes.Equal(have, result.Text):
		return nil, fmt.Errorf("%w: %s is not the report that %s signs", attest.ErrRefused, beside, filepath.Base(path))
	default:
		result.Prove("%s beside it is the report that was signed, byte for byte", ReportFile)
	}
	return o, nil
}

func openBare(path string, text []byte, keys []attest.PublicKey) (*Opened, error) {
	if len(keys) > 0 {
		return nil, fmt.Errorf("%w: %s is not signed, and there is no %s beside it", attest.ErrRefused, path, EnvelopeFile)
	}
	r, err := reports.Decode(text)
	if err == nil {
		err = r.Consistent()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Opened{Report: r, Dir: filepath.Dir(path)}, nil
}

// Verify is Open for somebody who wants to know what is proven: there must be an envelope, and
// the outcomes are checked too, in the file given or in the one beside the report.
func Verify(path, outcomes string, keys ...attest.PublicKey) (*attest.Result, error) {
	o, err := Open(path, keys...)
	if err != nil {
		return nil, err
	}
	if o.Result == nil {
		return nil, fmt.Errorf("%w: %s is not signed, and there is no %s beside it", attest.ErrRefused, path, EnvelopeFile)
	}
	res := o.Result
	sidecars := o.Report.Suite.Sidecars()
	switch {
	case len(sidecars) == 0 && outcomes == "":
		res.Leave("the report names no outcomes file")
	case len(sidecars) == 0:
		sidecars = []reports.SidecarOf{{}} // the digest of nothing: it will not match
	}
	for _, of := range sidecars {
		if err := o.checkOutcomes(of, outcomes, len(sidecars) > 1); err != nil {
			return nil, err
		}
	}
	res.Leave("that the run was honest: no signature shows that. Run the same suite (%s %s, plan %s) and compare with `report diff`",
		o.Report.Suite.Name, o.Report.Suite.Version, o.Report.Suite.Plan)
	return res, nil
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
		o.Result.Leave("the outcomes (%s) are not here: give them with --outcomes to check them", name)
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
	o.Result.Prove("%d outcomes in %s are those that the verdicts%s were made from", n, filepath.Base(path), where)
	return nil
}
