package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Conforms checks a document, as JSON. The error names the first places that are wrong.
func (s *Schema) Conforms(text []byte) error {
	if s.Accepts(text) {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var doc any
	if err := dec.Decode(&doc); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("something follows the document")
	}
	if err := numbers(doc); err != nil {
		return err
	}
	problems := s.Check(doc)
	if len(problems) == 0 {
		return nil
	}
	const most = 8
	var words []string
	for _, p := range problems[:min(most, len(problems))] {
		words = append(words, fmt.Sprintf("/%s: %s", strings.Join(p.Path, "/"), p.Message))
	}
	return errors.New(strings.Join(words, "; "))
}

// numbers refuses those that nobody means: the library computes with them exactly, and of a million
// digits that takes seconds.
func numbers(v any) error {
	const longest, exponent = 64, 4
	switch v := v.(type) {
	case json.Number:
		_, e, _ := strings.Cut(strings.ToLower(string(v)), "e")
		if len(v) > longest || len(e) > exponent {
			return fmt.Errorf("a number that is too long: %.16s…", v)
		}
	case []any:
		for _, inner := range v {
			if err := numbers(inner); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, inner := range v {
			if err := numbers(inner); err != nil {
				return err
			}
		}
	}
	return nil
}
