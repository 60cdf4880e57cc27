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
