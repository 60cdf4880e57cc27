package runner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
)

// A kit is a folder that a laboratory can carry: every image as NAME.elf, or in other formats,
// manifest.json with the digest of everything else in it, and README.txt, which says in English and
// Chinese how to run them and what to bring back. The same request writes the same bytes.
//
// What comes back is a folder with one file an image: what it printed (NAME.log), or the log that it
// left in memory (NAME.sig, NAME.hex, NAME.bin: see [Plan.ReadOutcomes]).

const (
	manifestFile = "manifest.json"
	readmeFile   = "README.txt"
)

// KitOptions say how a kit is written.
type KitOptions struct {
	Formats []string // of images, from [image.Formats]; none: elf
	Origin  uint64   // address of word 0 in hexadecimal files
	Command []string // starts an image, a template as in an iut.yaml, {isa} filled in; none: README.txt gives an example
}

// kitManifest is manifest.json.
type kitManifest struct {
	Kit     int             `json:"kit"` // version of this format
	Digest  string          `json:"plan_digest"`
	Results image.Protocol  `json:"results"`
	Formats []string        `json:"formats"`
	Origin  string          `json:"hex_origin,omitzero"`
	Command []string        `json:"command,omitempty"`
	Files   []kitFile       `json:"files"`                      // all but this one
	Left    Reasons         `json:"not_self_checked,omitempty"` // how many cases self-checking images leave out, by reason
	Plan    json.RawMessage `json:"plan"`                       // the Manifest
}

type kitFile struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	Digest string `json:"digest"`
}

const kitVersion = 2

// Check says what is wrong with the options.
func (o KitOptions) check() (KitOptions, error) {
	if len(o.Formats) == 0 {
		o.Formats = []string{"elf"}
	}
	for i, f := range o.Formats {
		if !slices.Contains(image.Formats(), f) {
			return o, fmt.Errorf("%w: no format %q; there are %s", ErrRequest, f, strings.Join(image.Formats(), ", "))
		}
		if slices.Contains(o.Formats[:i], f) {
			return o, fmt.Errorf("%w: format %s is given twice", ErrRequest, f)
		}
	}
	return o, nil
}

// WriteKit writes a kit into a folder, which is made, and gives the kit's digest. A kit that is there
// already is replaced.
func (p *Plan) WriteKit(dir string, o KitOptions) (digest string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("%w: %w", ErrRequest, err)
	}
	if err := removeKit(dir); err != nil {
		return "", fmt.Errorf("%w: %w", ErrRequest, err)
	}
	text, err := p.kit(o, func(name string, text []byte) error {
		mode := os.FileMode(0o644)
		if filepath.Ext(name) == ".elf" {
			mode = 0o755 // for the environment linux, where a program is started
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, mode); err != nil {
			return fmt.Errorf("%w: %w", ErrRequest, err)
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	// The manifest comes last: a folder that has one is a whole kit.
	if err := os.WriteFile(filepath.Join(dir, manifestFile), text, 0o644); err != nil {
		return "", fmt.Errorf("%w: %w", ErrRequest, err)
	}
	return reports.Digest(text), nil
}

// removeKit removes the files that the manifest in a folder names, itself first: nobody shall run an
// image of another plan.
func removeKit(dir string) error {
	path := filepath.Join(dir, manifestFile)
	text, err := os.ReadFile(path)
	var m kitManifest
	if err != nil || json.Unmarshal(text, &m) != nil || m.Kit != kitVersion {
		return nil //nolint:nilerr // there is none
	}
	if err := os.Remove(path); err != nil {
		return err
	}
	if several, err := readSeveral(text); err == nil && several != nil {
		for _, e := range several.Environments {
			folder := filepath.Join(dir, e.Name)
			if err := removeKit(folder); err != nil {
				return err
			}
			_ = os.Remove(folder) // whatever else somebody put there stays
		}
	}
	for _, f := range m.Files {
		if f.Name != filepath.Base(f.Name) {
			continue // nothing of ours
		}
		if err := os.Remove(filepath.Join(dir, f.Name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// kit makes the files of a kit, one after the other, and gives its manifest.
func (p *Plan) kit(o KitOptions, yield func(name string, text []byte) error) ([]byte, error) {
	o, err := o.check()
	if err != nil {
		return nil, err
	}
	if linux := p.Request.Environment == "linux"; linux && (!slices.Equal(o.Formats, []string{"elf"}) || p.Images[0].Protocol != image.Console) {
		return nil, fmt.Errorf("%w: a kit for the environment linux holds programs that print: format elf, results console", ErrRequest)
	}
	plan, err := p.Manifest()
	if err != nil {
		return nil, err
	}
	m := kitManifest{Kit: kitVersion, Digest: p.Digest, Results: p.Images[0].Protocol, Formats: o.Formats, Command: o.Command, Left: p.LeftUnchecked()}
	if o.Origin != 0 {
		m.Origin = fmt.Sprintf("%#x", o.Origin)
	}
	if m.Plan, err = json.Marshal(plan); err != nil {
		return nil, err
	}
	file := func(name string, text []byte) error {
		m.Files = append(m.Files, kitFile{name, len(text), reports.Digest(text)})
		return yield(name, text)
	}
	if err := file(readmeFile, []byte(p.readme(o))); err != nil {
		return nil, err
	}
	for _, img := range p.Images {
		for _, format := range o.Formats {
			text, err := img.In(format, o.Origin)
			if err != nil {
				return nil, fmt.Errorf("%w: image %s as %s: %w", ErrRequest, img.Name, format, err)
			}
			if err := file(img.Name+"."+format, text); err != nil {
				return nil, err
			}
		}
	}
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	return append(text, '\n'), nil
}

// Verify says what differs between a kit and the one that the plan would be written as.
func (k *Kit) Verify(p *Plan) error {
	if p.Digest != k.Digest {
		return fmt.Errorf("%w: %s was planned as %s, and this version plans %s: judge with the version that planned", ErrKit, k.dir, k.Digest, p.Digest)
	}
	differs := func(format string, a ...any) error {
		return fmt.Errorf("%w: %s was changed after it was planned: %s", ErrKit, k.dir, fmt.Sprintf(format, a...))
	}
	text, err := p.kit(k.Options, func(name string, want []byte) error {
		have, err := os.ReadFile(filepath.Join(k.dir, name))
		switch {
		case err != nil:
			return differs("%s: %v", name, err)
		case !bytes.Equal(have, want):
			return differs("%s has digest %s, and was written with %s; they differ from byte %d on", name, reports.Digest(have), reports.Digest(want), firstDifference(have, want))
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !bytes.Equal(text, k.manifest) {
		var have, want any
		if json.Unmarshal(k.manifest, &have) == nil && json.Unmarshal(text, &want) == nil {
			if where := difference("", have, want); where != "" {
				return differs("%s: %s", manifestFile, where)
			}
		}
		return differs("%s: from byte %d on", manifestFile, firstDifference(k.manifest, text))
	}
	return nil
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// difference names the first place in which two JSON documents differ; "": none.
func difference(path string, have, want any) string {
	switch w := want.(type) {
	case map[string]any:
		h, ok := have.(map[string]any)
		if !ok {
			break
		}
		names := map[string]bool{}
		for name := range w {
			names[name] = true
		}
		for name := range h {
			names[name] = true
		}
		for _, name := range sortedKeys(names) {
			if d := difference(strings.TrimPrefix(path+"."+name, "."), h[name], w[name]); d != "" {
				return d
			}
		}
		return ""
	case []any:
		h, ok := have.([]any)
		if !ok || len(h) != len(w) {
			break
		}
		for i := range w {
			if d := difference(fmt.Sprintf("%s[%d]", path, i), h[i], w[i]); d != "" {
				return d
			}
		}
		return ""
	default:
		if have == want {
			return ""
		}
	}
	return fmt.Sprintf("%s is %s, and was %s", path, brief(have), brief(want))
}

func brief(v any) string {
	text, err := json.Marshal(v)
	if err != nil || v == nil {
		return "missing"
	}
	if len(text) > 100 {
		return string(text[:97]) + "…"
	}
	return string(text)
}
