package attest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"touchstone/reports"
)

// The types that a statement names.
const (
	StatementType   = "https://in-toto.io/Statement/v1"
	PayloadType     = "application/vnd.in-toto+json"
	ReportPredicate = "https://touchstone.dev/conformance-report/v1"
	TestResult      = "https://in-toto.io/attestation/test-result/v0.1"
)

// Statement is an in-toto Statement v1.
type Statement struct {
	Type          string          `json:"_type"`
	Subject       []Subject       `json:"subject"`
	PredicateType string          `json:"predicateType"`
	Predicate     json.RawMessage `json:"predicate"`
}

// Subject is what a statement is about, by digest.
type Subject struct {
	Name   string            `json:"name"`
	Digest map[string]string `json:"digest"`
}

// testResult is the predicate that in-toto defines for any test run: rule ids are its tests.
type testResult struct {
	Result        string               `json:"result"` // PASSED, WARNED, FAILED
	Configuration []resourceDescriptor `json:"configuration"`
	PassedTests   []string             `json:"passedTests,omitempty"`
	WarnedTests   []string             `json:"warnedTests,omitempty"`
	FailedTests   []string             `json:"failedTests,omitempty"`
}

type resourceDescriptor struct {
	Name   string            `json:"name"`
	Digest map[string]string `json:"digest"`
}

// reportStatement says: this report, about this implementation. The report travels in it, so
// that the envelope alone is enough: the predicate's bytes are report.json's.
func reportStatement(r *reports.Report, text []byte) ([]byte, error) {
	return statement(subjects(r, reports.Digest(text)), ReportPredicate, text)
}

// statement is the canonical form of a [Statement] whose predicate is in canonical form already.
// RFC 8785 composes: the predicate goes in as it is, before the member that follows it.
func statement(subjects []Subject, predicateType string, predicate []byte) ([]byte, error) {
	before, after, err := around(subjects, predicateType)
	return slices.Concat(before, predicate, after), err
}

// around is what stands before the predicate of a statement, and after it.
func around(subjects []Subject, predicateType string) (before, after []byte, err error) {
	rest, err := reports.Canonical(map[string]any{"_type": StatementType, "predicateType": predicateType, "subject": subjects})
	if err != nil {
		return nil, nil, err
	}
	at := bytes.Index(rest, []byte(`"predicateType":`))
	return slices.Concat(rest[:at], []byte(`"predicate":`)), slices.Concat([]byte(","), rest[at:]), nil
}

// summaryStatement says the same to tools that know test-result/v0.1 only.
func summaryStatement(r *reports.Report, text []byte) ([]byte, error) {
	t := testResult{Result: "WARNED"}
	switch r.Verdicts.Conclusion {
	case reports.Conforming:
		t.Result = "PASSED"
	case reports.NonConforming:
		t.Result = "FAILED"
	}
	for _, c := range []struct{ name, digest string }{
		{"specification " + r.Suite.Pack + " " + r.Suite.PackVersion, r.Suite.Spec},
		{"features", r.Suite.Features},
		{"plan", r.Suite.Plan},
	} {
		t.Configuration = append(t.Configuration, resourceDescriptor{c.name, digestMap(c.digest)})
	}
	for i := range r.Verdicts.Rules {
		rule := &r.Verdicts.Rules[i]
		switch rule.Verdict {
		case reports.Pass:
			t.PassedTests = append(t.PassedTests, rule.ID)
		case reports.Fail:
			t.FailedTests = append(t.FailedTests, rule.ID)
		case reports.Error, reports.Inconclusive:
			t.WarnedTests = append(t.WarnedTests, rule.ID)
		}
	}
	predicate, err := reports.Canonical(t)
	if err != nil {
		return nil, err
	}
	return statement(subjects(r, reports.Digest(text)), TestResult, predicate)
}

// subjects are what a statement on a report is about; digest is that of report.json.
func subjects(r *reports.Report, digest string) []Subject {
	s := []Subject{{"report.json", digestMap(digest)}}
	if r.Implementation.Digest != "" {
		name := strings.TrimSpace(r.Implementation.Name + " " + r.Implementation.Version)
		s = append(s, Subject{name, digestMap(r.Implementation.Digest)})
	}
	return s
}

func digestMap(digest string) map[string]string {
	algorithm, hex, _ := strings.Cut(digest, ":")
	return map[string]string{algorithm: hex}
}

// SignStatement states and signs something else than a report. The predicate is anything that
// encodes to JSON.
func SignStatement(about []Subject, predicateType string, predicate any, keys ...*Key) ([]byte, error) {
	text, err := reports.Canonical(predicate)
	if err != nil {
		return nil, err
	}
	payload, err := statement(about, predicateType, text)
	if err != nil {
		return nil, err
	}
	return seal(payload, keys)
}

// VerifyStatement opens the envelope of a statement of this predicate type, as strictly as [Verify]
// does that of a report. What the predicate says, and of what, is for the caller to check: its bytes
// are in canonical form. Errors are ErrRefused.
func VerifyStatement(text []byte, predicateType string, trusted ...PublicKey) (*Statement, []Signer, error) {
	s, signers, err := OpenStatement(text, trusted...)
	if err != nil {
		return nil, nil, err
	}
	if err := s.is(predicateType); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return s, signers, nil
}

// OpenStatement is VerifyStatement of whatever type the statement is.
func OpenStatement(text []byte, trusted ...PublicKey) (*Statement, []Signer, error) {
	payload, signers, err := open(text, trusted)
	if err != nil {
		return nil, nil, err
	}
	s, err := parseStatement(payload)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	if again, err := reports.Canonical(s); err != nil || !bytes.Equal(again, payload) {
		return nil, nil, fmt.Errorf("%w: the statement is not in canonical form (RFC 8785)", ErrRefused)
	}
	return s, signers, nil
}

// CountersignStatement adds somebody's signature to the envelope of a statement. It must verify; what
// it says is for the caller to check before.
func CountersignStatement(text []byte, key *Key) ([]byte, error) {
	_, signers, err := OpenStatement(text)
	if err != nil {
		return nil, err
	}
	return countersign(text, "statement", signers, key)
}

func parseStatement(payload []byte) (*Statement, error) {
	s := new(Statement)
	dec := json.NewDecoder(bytes.NewReader(payload))
	dec.DisallowUnknownFields()
	if err := dec.Decode(s); err != nil {
		return nil, fmt.Errorf("what is signed is not an in-toto statement: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("something follows the signed statement")
	}
	if s.Type != StatementType {
		return nil, fmt.Errorf("the statement's type is %q, not %s", s.Type, StatementType)
	}
	return s, nil
}

func (s *Statement) is(predicateType string) error {
	if s.PredicateType != predicateType {
		return fmt.Errorf("the statement is a %q, not a %s", s.PredicateType, predicateType)
	}
	return nil
}

// openStatement reads the statement of an envelope and the report in it. The statement must be
// the very bytes that this report would be stated in.
func openStatement(payload []byte) (*reports.Report, []byte, error) {
	s, err := parseReportStatement(payload)
	if err != nil {
		return nil, nil, err
	}
	digest := make(chan string, 1)
	go func() { digest <- reports.Digest(s.Predicate) }()
	r, err := reports.Open(s.Predicate)
	if err != nil {
		return nil, nil, err
	}
	before, after, err := around(subjects(r, <-digest), ReportPredicate)
	if err != nil {
		return nil, nil, err
	}
	if rest, ok := bytes.CutPrefix(payload, before); !ok || !bytes.HasPrefix(rest, s.Predicate) || !bytes.Equal(rest[len(s.Predicate):], after) {
		return nil, nil, fmt.Errorf("the statement's subjects are not the report and the implementation that it carries")
	}
	return r, s.Predicate, nil
}

// parseReportStatement reads the statement around a report, which has megabytes, and not the report:
// in the canonical form one knows where it begins and ends. What is in another form is read all the
// same, for the sake of the error.
func parseReportStatement(payload []byte) (*Statement, error) {
	const before, after = `{"_type":"` + StatementType + `","predicate":`, `,"predicateType":"`
	end := bytes.LastIndex(payload, []byte(after))
	text, report := payload, []byte(nil)
	if bytes.HasPrefix(payload, []byte(before)) && end >= len(before) {
		text, report = slices.Concat([]byte(before+"0"), payload[end:]), payload[len(before):end]
	}
	s, err := parseStatement(text)
	if err == nil {
		err = s.is(ReportPredicate)
	}
	if err != nil {
		return nil, err
	}
	if report != nil {
		s.Predicate = report
	}
	return s, nil
}
