package specs

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/gowebpki/jcs"
)

//go:generate go run ./internal/compile

// compiled holds the canonical JSON of every pack: specs/compiled/<pack>/<part>.json.
//
//go:embed all:compiled
var compiled embed.FS

// A Part is a piece of a compiled pack that a command may leave out when it opens one. The index
// (title, extensions, profiles, the digests of the parts) is always there.
type Part string

const (
	Instructions Part = "instructions" // operands, rows and shared semantics
	CSRs         Part = "csrs"
	Rules        Part = "rules"
	Exchanged    Part = "exchange" // of a pack of that kind, instead of the first two: operations, tables, semantics

	// Interpretations explain verdicts: the index does not hold their digest, and a pack may have none.
	Interpretations Part = "interpretations"
)

// index is pack.json: its digest is the pack's, since it holds the digests of the parts.
type index struct {
	Name           string              `json:"name"`
	Kind           PackKind            `json:"kind,omitzero"`
	Title          string              `json:"title"`
	Version        string              `json:"version"`
	Source         string              `json:"source"`
	Chapters       []string            `json:"chapters,omitempty"`
	DefaultProfile string              `json:"default_profile,omitzero"`
	DefaultICS     *ICS                `json:"default_ics,omitzero"`
	Claims         map[string][]string `json:"claims,omitempty"`
	Extensions     []Extension         `json:"extensions"`
	Profiles       []Profile           `json:"profiles"`
	Parts          map[Part]string     `json:"parts"`
}

type (
	instructionsPart struct {
		Operands     []Operand `json:"operands"`
		Instructions []Row     `json:"instructions"`
		Semantics    []Source  `json:"semantics"`
	}
	csrsPart struct {
		CSRs []CSR `json:"csrs"`
	}
	rulesPart struct {
		Rules []Rule `json:"rules"`
	}
	exchangePart struct {
		Operations []Operation `json:"operations"`
		Tables     []Table     `json:"tables"`
		Semantics  []Source    `json:"semantics"`
	}
	interpretationsPart struct {
		Interpretations []Interpretation `json:"interpretations"`
	}
)

// indexFile is the one part that is always read.
const indexFile = "pack.json"

// Packs names the embedded packs, sorted.
func Packs() []string {
	entries, err := compiled.ReadDir("compiled")
	if err != nil {
		panic("specs: " + err.Error()) // it is embedded
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// Embedded opens a pack of this binary: all of it, or only the parts that are named.
func Embedded(name string, parts ...Part) (*Pack, error) {
	if !slices.Contains(Packs(), name) {
		return nil, fmt.Errorf("there is no pack %q in this program; it has %s", name, strings.Join(Packs(), ", "))
	}
	sub, err := fs.Sub(compiled, path.Join("compiled", name))
	if err != nil {
		return nil, err
	}
	return open(sub, parts...)
}

// open reads a compiled pack and checks the digest of every part that it reads.
func open(fsys fs.FS, parts ...Part) (*Pack, error) {
	if len(parts) == 0 {
		parts = []Part{Instructions, CSRs, Rules, Exchanged, Interpretations}
	}
	text, err := fs.ReadFile(fsys, indexFile)
	if err != nil {
		return nil, err
	}
	var x index
	if err := json.Unmarshal(text, &x); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrPack, indexFile, err)
	}
	p := &Pack{
		Name: x.Name, Kind: x.Kind, Title: x.Title, Version: x.Version, Source: x.Source,
		Chapters: x.Chapters, DefaultProfile: x.DefaultProfile, DefaultICS: x.DefaultICS, Claims: x.Claims,
		Extensions: x.Extensions, Profiles: x.Profiles, digest: digestOf(text),
	}
	for _, part := range parts {
		if !p.hasPart(part) {
			continue
		}
		file := string(part) + ".json"
		text, err := fs.ReadFile(fsys, file)
		if part == Interpretations && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if got := digestOf(text); part != Interpretations && got != x.Parts[part] {
			return nil, fmt.Errorf("%w: %s: digest is %s, %s says %s; run `go generate ./specs`", ErrPack, file, got, indexFile, x.Parts[part])
		}
		switch part {
		case Instructions:
			var v instructionsPart
			err = json.Unmarshal(text, &v)
			p.Operands, p.Instructions, p.Semantics = v.Operands, v.Instructions, v.Semantics
		case CSRs:
			var v csrsPart
			err = json.Unmarshal(text, &v)
			p.CSRs = v.CSRs
		case Rules:
			var v rulesPart
			err = json.Unmarshal(text, &v)
			p.Rules = v.Rules
		case Exchanged:
			var v exchangePart
			err = json.Unmarshal(text, &v)
			p.Operations, p.Tables, p.Semantics = v.Operations, v.Tables, v.Semantics
		case Interpretations:
			var v interpretationsPart
			err = json.Unmarshal(text, &v)
			p.Interpretations, p.interpretationsDigest = v.Interpretations, digestOf(text)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrPack, file, err)
		}
	}
	return p, nil
}

// Compile gives the canonical JSON files of a pack that is loaded whole, by file name.
func (p *Pack) Compile() (map[string][]byte, error) { return p.seal() }

// seal makes the canonical form and sets the digest. Slices that are empty are written as [].
func (p *Pack) seal() (map[string][]byte, error) {
	files := map[string][]byte{}
	x := index{
		Name: p.Name, Kind: p.Kind, Title: p.Title, Version: p.Version, Source: p.Source,
		Chapters: p.Chapters, DefaultProfile: p.DefaultProfile, DefaultICS: p.DefaultICS, Claims: p.Claims,
		Extensions: filled(p.Extensions), Profiles: filled(p.Profiles), Parts: map[Part]string{},
	}
	for part, v := range map[Part]any{
		Instructions: instructionsPart{filled(p.Operands), filled(p.Instructions), filled(p.Semantics)},
		CSRs:         csrsPart{filled(p.CSRs)},
		Rules:        rulesPart{filled(p.Rules)},
		Exchanged:    exchangePart{filled(p.Operations), filled(p.Tables), filled(p.Semantics)},
	} {
		if !p.hasPart(part) {
			continue
		}
		text, err := canonical(v)
		if err != nil {
			return nil, err
		}
		files[string(part)+".json"] = text
		x.Parts[part] = digestOf(text)
	}
	text, err := canonical(x)
	if err != nil {
		return nil, err
	}
	files[indexFile] = text
	p.digest = digestOf(text)
	if len(p.Interpretations) > 0 {
		if text, err = canonical(interpretationsPart{p.Interpretations}); err != nil {
			return nil, err
		}
		files[string(Interpretations)+".json"] = text
		p.interpretationsDigest = digestOf(text)
	}
	return files, nil
}

// hasPart says whether a pack of this kind has a part.
func (p *Pack) hasPart(part Part) bool {
	switch part {
	case Instructions, CSRs:
		return !p.Exchanges()
	case Exchanged:
		return p.Exchanges()
	}
	return true
}

func filled[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func canonical(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	if text, err = jcs.Transform(text); err != nil {
		return nil, errors.Join(errors.New("canonical JSON"), err)
	}
	return text, nil
}

func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:])
}
