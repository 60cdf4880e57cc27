package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	Text     []byte         // of the envelope
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
		if _, err := os.Stat(envelope); !errors.Is(err, fs.ErrNotExist) {
			return Open(envelope, keys...)
		}
		o, err := Open(filepath.Join(path, ReportFile), keys...)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%w: %s, nor is there a %s: give the folder of a run, or a report's file", fs.ErrNotExist, envelope, ReportFile)
		}
		return o, err
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

// isEnvelope tells an envelope from a report. The canonical forms begin differently; what is in another
// form is looked into for the sake of the error.
func isEnvelope(text []byte) bool {
	if bytes.HasPrefix(text, []byte(`{"payload":"`)) {
		return true
	}
	if bytes.HasPrefix(text, []byte(`{"evidence":`)) {
		return false
	}
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
	o := &Opened{Report: result.Report, Dir: filepath.Dir(path), Envelope: path, Text: text, Result: result}
	// A report.json beside an envelope of that name belongs to it.
	if filepath.Base(path) != EnvelopeFile {
		return o, nil
	}
	beside := filepath.Join(o.Dir, ReportFile)
	switch same, err := holds(beside, result.Text); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case !same:
		return nil, fmt.Errorf("%w: %s is not the report that %s signs", attest.ErrRefused, beside, filepath.Base(path))
	default:
		result.Prove(attest.AboutFile, "%s beside it is the report that was signed, byte for byte", ReportFile)
	}
	return o, nil
}

// holds says whether a file holds this text, and nothing else.
func holds(path string, text []byte) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	part := make([]byte, 256<<10)
	for {
		n, err := f.Read(part)
		rest, ok := bytes.CutPrefix(text, part[:n])
		switch {
		case !ok:
			return false, nil
		case err == io.EOF:
			return len(rest) == 0, nil
		case err != nil:
			return false, err
		}
		text = rest
	}
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
