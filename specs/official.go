package specs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"path"
	"slices"
	"strings"
)

// Official is a standard's own catalogue of its normative rules.
type Official struct {
	Source string // its account of its edition; "" when it gives none
	Rules  []OfficialRule
}

// OfficialRule is a rule as a standard's own catalogue has it.
type OfficialRule struct {
	ID         string   `json:"id"`
	Chapter    string   `json:"chapter"`           // the definition file that names it: "m-st-ext"
	Source     string   `json:"source,omitzero"`   // "unpriv/m-st-ext.adoc"; "" when the catalogue does not say
	Line       int      `json:"line,omitzero"`     // in Source
	Anchors    []string `json:"anchors,omitempty"` // the manual's anchors that differ from ID
	Text       string   `json:"text"`              // the standard's words
	TextSHA256 string   `json:"text_sha256"`       // of Text
}

// place is where a reader finds the rule.
func (r *OfficialRule) place() string {
	switch {
	case r.Source == "":
		return r.Chapter
	case r.Line == 0:
		return r.Source
	}
	return fmt.Sprintf("%s:%d", r.Source, r.Line)
}

// maxOfficial bounds an official catalogue. That of RISC-V has 1.4 MB.
const maxOfficial = 64 << 20

// ReadOfficial reads a catalogue of normative rules in one of two JSON forms. The first has a
// sentence a rule,
//
//	{"source": "…", "rules": [{"rule": "mul_op", "defs": "m-st-ext", "source": "unpriv/m-st-ext.adoc",
//	  "line": 23, "tags": ["mul_op"], "text": "…"}]}
//
// the second is what the RISC-V manuals' build writes (create_normative_rules of
// riscv/docs-resources), with a text an anchor,
//
//	{"normative_rules": [{"name": "mul_op", "def_filename": "…/m-st-ext.yaml", "chapter_name": "…",
//	  "tags": [{"name": "norm:mul_op", "context": false, "text": "…"}]}]}
//
// of which it makes the first: the texts of a rule's anchors joined by " / ", character references
// resolved, white space collapsed. Keys that are not shown are ignored. Two rules of one id, a rule
// without id or chapter, and a file without rules are errors, as is anything that is not JSON; each
// is an [ErrOfficial] that says where, as line:column.
func ReadOfficial(r io.Reader) (*Official, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxOfficial+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxOfficial {
		return nil, fmt.Errorf("%w: it has more than %d bytes", ErrOfficial, maxOfficial)
	}
	return (&officialReader{text: text, seen: map[string]int{}}).read()
}

type officialReader struct {
	text []byte
	out  Official
	seen map[string]int // id to the offset where it was first
}

const officialAdvice = `give the JSON catalogue, an object with "rules" or "normative_rules"`

func (o *officialReader) fault(offset int, format string, args ...any) error {
	return fmt.Errorf("%w:%s: %s", ErrOfficial, o.lineColumn(offset), fmt.Sprintf(format, args...))
}

// lineColumn counts both from 1, columns in bytes.
func (o *officialReader) lineColumn(offset int) string {
	before := o.text[:min(max(offset, 0), len(o.text))]
	return fmt.Sprintf("%d:%d", bytes.Count(before, []byte("\n"))+1, len(before)-bytes.LastIndexByte(before, '\n'))
}

// read checks that the whole is JSON, then walks the top level by tokens, so that every rule's
// offset is known.
func (o *officialReader) read() (*Official, error) {
	d := json.NewDecoder(bytes.NewReader(o.text))
	if err := d.Decode(new(json.RawMessage)); err != nil {
		return nil, o.syntax(err)
	}
	if rest := bytes.TrimLeft(o.text[d.InputOffset():], " \t\r\n"); len(rest) > 0 {
		return nil, o.fault(len(o.text)-len(rest), "something follows the end of the catalogue; give one JSON document")
	}
	d = json.NewDecoder(bytes.NewReader(o.text))
	if t, err := d.Token(); err != nil {
		return nil, o.syntax(err)
	} else if t != json.Delim('{') {
		return nil, o.fault(int(d.InputOffset())-1, "begins with %v; %s", t, officialAdvice)
	}
	found := false
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, o.syntax(err)
		}
		switch key {
		case "rules":
			found, err = true, o.list(d, o.plainRule)
		case "normative_rules":
			found, err = true, o.list(d, o.taggedRule)
		default:
			err = o.other(d, key == "source")
		}
		if err != nil {
			return nil, err
		}
	}
	if !found {
		return nil, o.fault(0, "has no rules; %s", officialAdvice)
	}
	if len(o.out.Rules) == 0 {
		return nil, o.fault(0, "its list of rules is empty; %s", officialAdvice)
	}
	return &o.out, nil
}

// syntax places what is not JSON: the first decoder's complaint, whose offset is that of the file.
func (o *officialReader) syntax(err error) error {
	var s *json.SyntaxError
	switch {
	case errors.As(err, &s):
		return o.fault(int(s.Offset)-1, "not JSON: %v; %s", s, officialAdvice)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return o.fault(len(o.text), "ends in the middle; fetch it again")
	}
	return o.fault(0, "%v", err)
}

// other passes over a value; the edition's is kept.
func (o *officialReader) other(d *json.Decoder, edition bool) error {
	var v any
	if err := d.Decode(&v); err != nil {
		return o.syntax(err)
	}
	if s, ok := v.(string); ok && edition {
		o.out.Source = s
	}
	return nil
}

// list hands each element of an array to one, with the offset where it begins.
func (o *officialReader) list(d *json.Decoder, one func(raw json.RawMessage, at int) error) error {
	if t, err := d.Token(); err != nil {
		return o.syntax(err)
	} else if t != json.Delim('[') {
		return o.fault(int(d.InputOffset())-1, "the rules are not a list; %s", officialAdvice)
	}
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return o.syntax(err)
		}
		if err := one(raw, int(d.InputOffset())-len(raw)); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return o.syntax(err)
	}
	return nil
}

func (o *officialReader) plainRule(raw json.RawMessage, at int) error {
	var v struct {
		Rule   string   `json:"rule"`
		Defs   string   `json:"defs"`
		Source string   `json:"source"`
		Line   int      `json:"line"`
		Tags   []string `json:"tags"`
		Text   string   `json:"text"`
	}
	if err := o.unmarshal(raw, at, &v); err != nil {
		return err
	}
	return o.add(at, OfficialRule{ID: v.Rule, Chapter: v.Defs, Source: v.Source, Line: v.Line, Anchors: v.Tags, Text: v.Text}, "rule", "defs")
}

func (o *officialReader) taggedRule(raw json.RawMessage, at int) error {
	var v struct {
		Name        string `json:"name"`
		DefFilename string `json:"def_filename"`
		Tags        []struct {
			Name string `json:"name"`
			Text string `json:"text"`
		} `json:"tags"`
	}
	if err := o.unmarshal(raw, at, &v); err != nil {
		return err
	}
	r := OfficialRule{ID: v.Name}
	if v.DefFilename != "" {
		file := path.Base(v.DefFilename)
		r.Chapter = strings.TrimSuffix(file, path.Ext(file))
	}
	var texts []string
	for _, t := range v.Tags {
		r.Anchors = append(r.Anchors, strings.TrimPrefix(t.Name, "norm:"))
		texts = append(texts, strings.Join(strings.Fields(html.UnescapeString(t.Text)), " "))
	}
	r.Text = strings.Join(texts, " / ")
	return o.add(at, r, "name", "def_filename")
}

func (o *officialReader) unmarshal(raw json.RawMessage, at int, v any) error {
	err := json.Unmarshal(raw, v)
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		what := "a rule"
		if t.Field != "" {
			what = fmt.Sprintf("%q", t.Field)
		}
		return o.fault(at+int(t.Offset)-1, "%s is a JSON %s, not the type that a rule has there", what, t.Value)
	}
	if err != nil {
		return o.fault(at, "%v", err)
	}
	return nil
}

func (o *officialReader) add(at int, r OfficialRule, idKey, chapterKey string) error {
	if r.ID == "" {
		return o.fault(at, "a rule has no %q", idKey)
	}
	if r.Chapter == "" {
		return o.fault(at, "rule %q has no %q, which names its chapter", r.ID, chapterKey)
	}
	if first, ok := o.seen[r.ID]; ok {
		return o.fault(at, "rule %q is already at %s", r.ID, o.lineColumn(first))
	}
	o.seen[r.ID] = at
	r.Anchors = slices.DeleteFunc(r.Anchors, func(a string) bool { return a == r.ID })
	r.TextSHA256 = textSHA256(r.Text)
	o.out.Rules = append(o.out.Rules, r)
	return nil
}

func textSHA256(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
