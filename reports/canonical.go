package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
)

// ErrMalformed is the class of documents that are not a report: not JSON, not what the schema
// says, or not in the canonical form.
var ErrMalformed = errors.New("not a well-formed report")

// Canonical is the RFC 8785 form of any value that encodes to JSON. Numbers must be exact as
// doubles: architectural values are hexadecimal strings.
func Canonical(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	canonical, _, err := transform(text)
	return canonical, err
}

// Encode is the report's canonical form: exactly the bytes of report.json, without a final
// newline. What it returns passes [Decode].
func Encode(r *Report) ([]byte, error) {
	filled := r.filled()
	text, err := Canonical(filled)
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	if err := Validate(text); err != nil {
		return nil, err
	}
	return text, nil
}

// Decode reads a report strictly: the schema must hold, and the bytes must be the canonical form,
// so that two different files never say the same thing. Errors are ErrMalformed.
func Decode(text []byte) (*Report, error) {
	r, _, err := decode(text)
	return r, err
}

// Open is [Decode] and [Report.Consistent] in less time than one after the other.
func Open(text []byte) (*Report, error) {
	r, members, err := decode(text)
	if err != nil {
		return nil, err
	}
	return r, r.consistent(identity(text, members))
}

// decode also says where the members of the report are in its text; nil: it does not know.
func decode(text []byte) (*Report, []member, error) {
	valid := make(chan error, 1)
	go func() { valid <- Validate(text) }() // half of the work
	r, members, err := decodeCanonical(text)
	if e := <-valid; e != nil {
		return nil, nil, e // it says better what is wrong
	}
	return r, members, err
}

func decodeCanonical(text []byte) (*Report, []member, error) {
	r := new(Report)
	if members, ok := reportShape().read(text, r); ok && (r.ICS.Harts == 0 || r.ICS.Modes != nil) { // see filled
		return r, members, nil
	}
	r = new(Report)
	if err := json.Unmarshal(text, r); err != nil { // unknown members: they are missing from the canonical form
		return nil, nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	again, err := json.Marshal(r.filled())
	var members []member
	if err == nil {
		again, members, err = transform(again)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if !bytes.Equal(again, text) {
		return nil, nil, fmt.Errorf("%w: not in canonical form (RFC 8785) from byte %d on", ErrMalformed, firstDifference(again, text))
	}
	return r, members, nil
}

// reportShape reads nearly every report in one pass.
var reportShape = sync.OnceValue(func() *shape { return shapeOf(reflect.TypeFor[Report]()) })

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// Seal completes a report whose verdicts are in: schema name, counts, conclusion with its reasons,
// and the ID, which depends on all the others.
func (r *Report) Seal() error {
	r.Schema = SchemaID
	r.Verdicts.Counts = Tally(r.Verdicts)
	r.Verdicts.Conclusion, r.Verdicts.Reasons = Conclude(r.Verdicts)
	id, err := r.identify()
	r.ID = id
	return err
}

// identify computes the ID: the same suite, implementation and verdicts have the same ID,
// whenever and wherever they were found.
func (r *Report) identify() (string, error) {
	f := r.filled()
	text, err := Canonical(map[string]any{"suite": f.Suite, "implementation": f.Implementation, "verdicts": f.Verdicts})
	if err != nil {
		return "", fmt.Errorf("report ID: %w", err)
	}
	return idOf(sha256.Sum256(text)), nil
}

func idOf(sum [sha256.Size]byte) string { return "ts1-" + hex.EncodeToString(sum[:])[:20] }

// identity is the ID of a report in canonical form, whose members are known: RFC 8785 composes, so
// that the three of which the ID is made need not be encoded again. "": it is not known.
func identity(text []byte, members []member) string {
	h := sha256.New()
	n := 0
	for _, m := range members { // sorted
		switch string(m.key(text)) {
		case `"implementation"`, `"suite"`, `"verdicts"`:
			h.Write([]byte("{,,"[n : n+1]))
			h.Write(text[m.start:m.end])
			n++
		}
	}
	if n != 3 {
		return ""
	}
	h.Write([]byte("}"))
	return idOf([sha256.Size]byte(h.Sum(nil)))
}

// Consistent checks that the report follows from itself: its ID, the counts that its rules and
// scenarios give, and the conclusion. A report signed by whomever is refused when it does not.
func (r *Report) Consistent() error { return r.consistent("") }

// consistent is Consistent of a report whose ID was computed already; "": it was not.
func (r *Report) consistent(id string) error {
	if id == "" {
		var err error
		if id, err = r.identify(); err != nil {
			return err
		}
	}
	if id != r.ID {
		return fmt.Errorf("%w: its ID is %s, but suite, implementation and verdicts give %s", ErrMalformed, r.ID, id)
	}
	want, err := Canonical(Tally(r.Verdicts))
	if err != nil {
		return err
	}
	have, err := Canonical(r.Verdicts.Counts)
	if err != nil {
		return err
	}
	if !bytes.Equal(want, have) {
		return fmt.Errorf("%w: its counts do not follow from its rules and scenarios", ErrMalformed)
	}
	if err := r.acrossFollows(); err != nil {
		return err
	}
	if err := r.findingsFollow(); err != nil {
		return err
	}
	if err := r.classesFollow(); err != nil {
		return err
	}
	if conclusion, _ := Causes(r.Verdicts); conclusion != r.Verdicts.Conclusion {
		return fmt.Errorf("%w: it says %s, but its rules give %s", ErrMalformed, r.Verdicts.Conclusion, conclusion)
	}
	return nil
}

// Digest is "sha256:<hex>" of bytes.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// filled is a copy in which every list that the schema requires is there, if only empty.
func (r *Report) filled() *Report {
	c := *r
	if c.ICS.Harts != 0 || c.ICS.Modes != nil {
		c.ICS.Modes = list(c.ICS.Modes)
	}
	v := &c.Verdicts
	v.Reasons, v.Environments = list(v.Reasons), list(v.Environments)
	v.Extensions, v.Rules, v.Scenarios = list(v.Extensions), list(v.Rules), list(v.Scenarios)
	c.Evidence = slices.Clone(list(c.Evidence))
	for i := range c.Evidence {
		c.Evidence[i].fill()
	}
	c.Findings = slices.Clone(c.Findings)
	for i := range c.Findings {
		f := &c.Findings[i]
		f.Rules, f.Environments = list(f.Rules), list(f.Environments)
		f.Evidence.fill()
	}
	return &c
}

func (e *Evidence) fill() {
	e.Rules, e.Code, e.Before = list(e.Rules), list(e.Code), list(e.Before)
	e.Allowed, e.Observed = list(e.Allowed), list(e.Observed)
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
