package act

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/specs/schema"
)

// Sign makes an act: the bytes of its envelope, which [Open] takes.
func Sign(h Header, d Document, keys ...*attest.Key) ([]byte, error) {
	kind := d.Kind()
	if err := errors.Join(h.validate(kind), d.Validate()); err != nil {
		return nil, err
	}
	predicate, err := encode(h, d)
	if err != nil {
		return nil, err
	}
	if err := valid(predicate); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrInvalid, kind, err)
	}
	envelope, err := attest.SignStatement(subjects(d, predicate), kind.Predicate(), json.RawMessage(predicate), keys...)
	if err != nil {
		return nil, err
	}
	return envelope, fits(envelope)
}

// Countersign adds somebody's signature to an act. The envelope has another digest then; the act's ID
// stays.
func Countersign(envelope []byte, key *attest.Key) ([]byte, error) {
	if _, err := Open(envelope); err != nil {
		return nil, err
	}
	out, err := attest.CountersignStatement(envelope, key)
	if err != nil {
		return nil, err
	}
	return out, fits(out)
}

func fits(envelope []byte) error {
	if len(envelope) > MaxEnvelope {
		return fmt.Errorf("%w: the act has %d bytes signed, and %d is the most", ErrLarge, len(envelope), MaxEnvelope)
	}
	return nil
}

// Open reads an act and verifies every signature on it. Errors are attest.ErrRefused, and one of this
// package's classes where it is the statement that is wrong.
func Open(envelope []byte) (*Signed, error) {
	if err := fits(envelope); err != nil {
		return nil, fmt.Errorf("%w: %w", attest.ErrRefused, err)
	}
	s, signers, err := attest.OpenStatement(envelope)
	if err != nil {
		return nil, err
	}
	out, err := read(s)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", attest.ErrRefused, err)
	}
	text, err := reports.Canonical(s)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", attest.ErrRefused, err)
	}
	out.Signers, out.Digest, out.ID = signers, reports.Digest(envelope), reports.Digest(text)
	return out, nil
}

// read makes an act of a statement, which must be the very one that this act would be stated in.
func read(s *attest.Statement) (*Signed, error) {
	kind, err := kindOf(s.PredicateType)
	if err != nil {
		return nil, err
	}
	if err := valid(s.Predicate); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrInvalid, kind, err)
	}
	h, d, err := decode(kind, s.Predicate)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(h.validate(kind), d.Validate()); err != nil {
		return nil, err
	}
	want, err := encode(h, d)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(want, s.Predicate) {
		return nil, fmt.Errorf("%w: %s: not in canonical form (RFC 8785)", ErrInvalid, kind)
	}
	about, err := reports.Canonical(subjects(d, want))
	if err != nil {
		return nil, err
	}
	if have, err := reports.Canonical(s.Subject); err != nil || !bytes.Equal(about, have) {
		return nil, fmt.Errorf("%w: %s: the statement's subjects are not what the act is about", ErrInvalid, kind)
	}
	return &Signed{Header: h, Document: d}, nil
}

// kindOf knows its own, what a later version may have made, and what is something else.
func kindOf(predicateType string) (Kind, error) {
	rest, ours := strings.CutPrefix(predicateType, typePrefix)
	name, version, _ := strings.Cut(rest, "/")
	switch kind := Kind(name); {
	case !ours || predicateType == attest.ReportPredicate:
		return "", fmt.Errorf("%w: it is a %.200q", ErrKind, predicateType)
	case kind.Known() && version == typeVersion:
		return kind, nil
	case kind.Known():
		return "", fmt.Errorf("%w: it is a %s of version %.80q, and this Touchstone knows %s: install a newer one", ErrNewer, kind, version, typeVersion)
	}
	return "", fmt.Errorf("%w: this Touchstone knows no act %.200q: install a newer one", ErrNewer, predicateType)
}

// maxDepth is more than any act nests.
const maxDepth = 8

// valid checks a predicate against the schema.
func valid(predicate []byte) error {
	if deeper(predicate, maxDepth) {
		return fmt.Errorf("%w: it nests more than %d deep", reports.ErrMalformed, maxDepth)
	}
	s, err := actSchema()
	if err != nil {
		return err
	}
	return s.Conforms(predicate)
}

var actSchema = sync.OnceValues(func() (*schema.Schema, error) {
	return schema.Open(schema.Reports, "act.schema.json")
})

// deeper says whether JSON nests deeper than n.
func deeper(text []byte, n int) bool {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > n {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}

// encode is the predicate, in canonical form.
func encode(h Header, d Document) ([]byte, error) {
	members := map[string]any{"at": h.At.UTC().Format(time.RFC3339), "nonce": h.Nonce, string(d.Kind()): d}
	if h.Registry != "" {
		members["registry"] = h.Registry
	}
	return reports.Canonical(members)
}

// decode reads what encode wrote, and more: the caller compares.
func decode(kind Kind, predicate []byte) (Header, Document, error) {
	var h struct {
		Registry string    `json:"registry"`
		At       time.Time `json:"at"`
		Nonce    string    `json:"nonce"`
	}
	var members map[string]json.RawMessage
	err := errors.Join(json.Unmarshal(predicate, &h), json.Unmarshal(predicate, &members))
	if err != nil {
		return Header{}, nil, fmt.Errorf("%w: %s: %w", ErrInvalid, kind, err)
	}
	text, ok := members[string(kind)]
	if !ok {
		return Header{}, nil, fmt.Errorf("%w: the statement says that it is a %s, and holds none", ErrInvalid, kind)
	}
	d, err := document(kind, text)
	if err != nil {
		return Header{}, nil, fmt.Errorf("%w: %s: %w", ErrInvalid, kind, err)
	}
	return Header{h.Registry, h.At.UTC(), h.Nonce}, d, nil
}

func document(kind Kind, text []byte) (Document, error) {
	switch kind {
	case KindWaiver:
		return as[Waiver](text)
	case KindDecision:
		return as[Decision](text)
	case KindRevocation:
		return as[Revocation](text)
	case KindSupersession:
		return as[Supersession](text)
	case KindRegistration:
		return as[Registration](text)
	case KindChallenge:
		return as[Challenge](text)
	case KindRuling:
		return as[Ruling](text)
	case KindWithdrawal:
		return as[Withdrawal](text)
	case KindRun:
		return as[Run](text)
	}
	return nil, fmt.Errorf("%w: no kind %q", ErrKind, kind)
}

func as[D Document](text []byte) (Document, error) {
	var d D
	err := json.Unmarshal(text, &d)
	return d, err
}

// subjects are the act itself, and what it is about as far as that has a digest.
func subjects(d Document, predicate []byte) []attest.Subject {
	out := []attest.Subject{about(string(d.Kind())+".json", reports.Digest(predicate))}
	const report = "report.dsse.json"
	switch d := d.(type) {
	case Decision:
		if d.Report != "" {
			out = append(out, about(report, d.Report))
		}
	case Revocation:
		name := report
		switch d.What {
		case ThingWaiver:
			name = "waiver.dsse.json"
		case ThingKey:
			name = "key"
		}
		out = append(out, about(name, d.ID))
	case Supersession:
		out = append(out, about(report, d.Report), about("successor.dsse.json", d.By))
	case Registration:
		if key, err := d.Key(); err == nil {
			out = append(out, about("key", key.ID()))
		}
	case Challenge:
		if d.Report != "" {
			out = append(out, about(report, d.Report))
		}
	}
	return out
}

func about(name, digest string) attest.Subject {
	return attest.Subject{Name: name, Digest: map[string]string{"sha256": strings.TrimPrefix(digest, "sha256:")}}
}
