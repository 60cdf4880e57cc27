package reports

import (
	"fmt"
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
	if err := s.Conforms(text); err != nil {
		return fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return nil
}
