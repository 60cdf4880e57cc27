// Package schema holds a JSON Schema for every kind of file that people write or exchange: the
// files of a pack, an implementation's iut.yaml, reports. It is the only place that knows the
// schema library. Schemas stand alone: whatever one refers to outside itself is refused, so that
// checking a file never touches the network or the disk.
package schema

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Packs holds the schemas of a pack's files: pack, extensions, profiles, operands, insts, csrs,
// rules, operations and interpretations, and of iut.yaml and what it may name: configurations, and findings.
//
//go:embed pack.schema.json extensions.schema.json profiles.schema.json operands.schema.json insts.schema.json csrs.schema.json rules.schema.json operations.schema.json interpretations.schema.json iut.schema.json udb.schema.json findings.schema.json
var Packs embed.FS

// Schema is a compiled schema, safe for concurrent use.
type Schema struct {
	compiled *jsonschema.Schema
	document any   // as it is written: what keys there are
	fast     *node // nil: Accepts never does
}

// Problem is one place where a document departs from its schema.
type Problem struct {
	Path    []string // keys and indexes from the document's top
	Key     bool     // the last element of Path is a key that is itself wrong
	Known   []string // keys that may stand there, of an unknown one
	Message string
}

// Open compiles the schema in the file name of files.
func Open(files fs.FS, name string) (*Schema, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("it refers to %s, and schemas load nothing from outside", url)
	}
	url := "touchstone:///" + name
	if err := c.AddResource(url, bytes.NewReader(text)); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	s, err := c.Compile(url)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	out := &Schema{compiled: s}
	if err := json.Unmarshal(text, &out.document); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	out.fast = compileFast(out.document)
	return out, nil
}

// Check lists all departures of a document made of map[string]any, []any, strings, numbers,
// booleans and nil, in the order of their paths.
func (s *Schema) Check(document any) []Problem {
	err := s.compiled.Validate(document)
	if err == nil {
		return nil
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return []Problem{{Message: err.Error()}}
	}
	problems := s.leaves(invalid, nil)
	sort.SliceStable(problems, func(i, j int) bool {
		a, b := problems[i], problems[j]
		if pa, pb := strings.Join(a.Path, "/"), strings.Join(b.Path, "/"); pa != pb {
			return pa < pb
		}
		return a.Message < b.Message
	})
	return problems
}

// leaves walks to the innermost causes: the library's own text shows one problem of several.
func (s *Schema) leaves(e *jsonschema.ValidationError, out []Problem) []Problem {
	for _, cause := range e.Causes {
		out = s.leaves(cause, out)
	}
	if len(e.Causes) > 0 {
		return out
	}
	path := split(e.InstanceLocation)
	switch {
	case strings.HasSuffix(e.KeywordLocation, "/additionalProperties"):
		for _, key := range quoted(e.Message) {
			at := slices.Concat(path, []string{key})
			out = append(out, Problem{Path: at, Key: true, Known: s.properties(e.AbsoluteKeywordLocation), Message: fmt.Sprintf("unknown key %q", key)})
		}
		return out
	case strings.Contains(e.KeywordLocation, "/propertyNames/"):
		return append(out, Problem{Path: path, Key: true, Message: "key " + e.Message})
	case strings.HasSuffix(e.KeywordLocation, "/required"):
		return append(out, Problem{Path: path, Message: "missing " + strings.Join(quoted(e.Message), ", ")})
	}
	return append(out, Problem{Path: path, Message: e.Message})
}

// properties are the keys beside an additionalProperties of the schema, which location points to.
func (s *Schema) properties(location string) []string {
	_, pointer, _ := strings.Cut(location, "#")
	at := s.document
	path := split(pointer)
	for _, key := range path[:max(0, len(path)-1)] {
		object, _ := at.(map[string]any)
		at = object[key]
	}
	object, _ := at.(map[string]any)
	properties, _ := object["properties"].(map[string]any)
	return slices.Sorted(maps.Keys(properties))
}

// split reads a JSON pointer.
func split(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(p)
	}
	return parts
}

// quoted gives the 'words' of a message of the library.
func quoted(message string) []string {
	var words []string
	for {
		_, rest, ok := strings.Cut(message, "'")
		if !ok {
			return words
		}
		word, after, ok := strings.Cut(rest, "'")
		if !ok {
			return words
		}
		words = append(words, word)
		message = after
	}
}
