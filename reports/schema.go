package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"touchstone/specs/schema"
)

// Validate checks a document against specs/schema/report.schema.json. The error, ErrMalformed,
// names the places that are wrong.
func Validate(text []byte) error {
	s, err := reportSchema()
	if err != nil {
		return err
	}
	return conforms(s, text)
}

var reportSchema = sync.OnceValues(func() (*schema.Schema, error) {
	return schema.Open(schema.Reports, "report.schema.json")
})

func conforms(s *schema.Schema, text []byte) error {
	if s.Accepts(text) {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var doc any
	if err := dec.Decode(&doc); err != nil {
		return fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("%w: something follows the document", ErrMalformed)
	}
	problems := s.Check(doc)
	if len(problems) == 0 {
		return nil
	}
	const most = 8
	var words []string
	for _, p := range problems[:min(most, len(problems))] {
		words = append(words, "/"+strings.Join(p.Path, "/")+": "+p.Message)
	}
	return fmt.Errorf("%w: %s", ErrMalformed, strings.Join(words, "; "))
}
