package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"touchstone/specs/schema"
)

// Validate checks a document against specs/schema/report.schema.json. The error, ErrMalformed,
// names every place that is wrong.
func Validate(text []byte) error {
	s, err := reportSchema()
	if err != nil {
		return err
	}
	return conforms(s, text)
}

var reportSchema = sync.OnceValues(func() (*jsonschema.Schema, error) { return compile("report.schema.json") })

// compile reads an embedded schema. Schemas refer to nothing outside themselves: every load is
// denied.
func compile(name string) (*jsonschema.Schema, error) {
	text, err := schema.Reports.ReadFile(name)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("schema %s refers to %s, and schemas load nothing from outside", name, url)
	}
	url := "touchstone:///" + name
	if err := c.AddResource(url, bytes.NewReader(text)); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return c.Compile(url)
}

func conforms(s *jsonschema.Schema, text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var doc any
	if err := dec.Decode(&doc); err != nil {
		return fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("%w: something follows the document", ErrMalformed)
	}
	err := s.Validate(doc)
	if err == nil {
		return nil
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return fmt.Errorf("%w: %s", ErrMalformed, strings.Join(places(invalid, nil), "; "))
}

// places lists the innermost causes, at most eight: the library's own text may show one problem
// of several.
func places(e *jsonschema.ValidationError, out []string) []string {
	const most = 8
	if len(e.Causes) == 0 && len(out) < most {
		at := e.InstanceLocation
		if at == "" {
			at = "/"
		}
		out = append(out, at+": "+e.Message)
	}
	for _, cause := range e.Causes {
		out = places(cause, out)
	}
	return out
}
