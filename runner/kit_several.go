package runner

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"touchstone/reports"
)

// A kit for several environments of an implementation holds a kit for each, in a folder of the
// environment's name, README.txt, and manifest.json with the digests of their manifests. What comes
// back is a folder with one of the same name for each.

// KitFor is a kit for one of an implementation's environments.
type KitFor struct {
	Environment string
	Plan        *Plan
	Options     KitOptions
}

// severalManifest is manifest.json of such a folder.
type severalManifest struct {
	Kit          int         `json:"kit"`
	Environments []kitDigest `json:"environments"`
	Files        []kitFile   `json:"files"`
}

// kitDigest is the digest of a kit's manifest.
type kitDigest struct {
	Name   string `json:"name"` // of the environment, and of the folder
	Digest string `json:"digest"`
}

// folderName is what an environment may be called, so that it names a folder.
var folderName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// WriteKits writes a kit for each of several environments into one folder, and gives the digest of
// them all. Of one environment it is that one's kit, as [Plan.WriteKit] writes it.
func WriteKits(dir string, kits []KitFor) (digest string, err error) {
	if len(kits) == 1 {
		return kits[0].Plan.WriteKit(dir, kits[0].Options)
	}
	for i, k := range kits {
		if !folderName.MatchString(k.Environment) || slices.ContainsFunc(kits[:i], func(o KitFor) bool { return o.Environment == k.Environment }) {
			return "", fmt.Errorf("%w: %q cannot be the name of an environment's folder: give each a name of its own, of small letters, digits and hyphens", ErrRequest, k.Environment)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("%w: %w", ErrRequest, err)
	}
	if err := removeKit(dir); err != nil {
		return "", fmt.Errorf("%w: %w", ErrRequest, err)
	}
	m := severalManifest{Kit: kitVersion}
	for _, k := range kits {
		digest, err := k.Plan.WriteKit(filepath.Join(dir, k.Environment), k.Options)
		if err != nil {
			return "", fmt.Errorf("environment %s: %w", k.Environment, err)
		}
		m.Environments = append(m.Environments, kitDigest{k.Environment, digest})
	}
	readme := []byte(severalReadme(kits[0].Plan.Request.ICS.Profile, m.Environments))
	m.Files = []kitFile{{readmeFile, len(readme), reports.Digest(readme)}}
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return "", err
	}
	text = append(text, '\n')
	// The manifest comes last, as in the kits themselves.
	for _, f := range []struct {
		name string
		text []byte
	}{{readmeFile, readme}, {manifestFile, text}} {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.text, 0o644); err != nil {
			return "", fmt.Errorf("%w: %w", ErrRequest, err)
		}
	}
	return reports.Digest(text), nil
}

const severalWords = `TOUCHSTONE KIT: %s

ENGLISH

This folder holds %s, one for each environment of the implementation, in folders of their own:

%s
1. Do what README.txt in each of the folders says. Bring each one's outcomes back in a folder of the
   same name:

%s
2. Bring both folders back, and there:

     touchstone judge KIT --outcomes outcomes --name "..."

   What was brought back of one environment alone is judged alone:

     touchstone judge KIT/%s --outcomes outcomes/%[5]s --name "..."

中文

本目录含 %d 个测试包，每个运行环境一个，各在自己的目录中（见上表）。

1. 按各目录中 README.txt 的说明操作，把结果放在同名目录中（见上表）。
2. 把两个目录带回，然后执行：

     touchstone judge KIT --outcomes outcomes --name "..."

   只带回一个环境的结果时，单独判定：

     touchstone judge KIT/%[5]s --outcomes outcomes/%[5]s --name "..."
`

func severalReadme(profile string, kits []kitDigest) string {
	var folders, outcomes strings.Builder
	for _, k := range kits {
		fmt.Fprintf(&folders, "  %-12s  %s\n", k.Name, k.Digest)
		fmt.Fprintf(&outcomes, "     outcomes/%s/\n", k.Name)
	}
	return fmt.Sprintf(severalWords, profile, plural(len(kits), "kit"), folders.String(), outcomes.String(), kits[0].Name, len(kits))
}

// Kits are the kits of a folder that was opened: one for each of several environments, or one alone.
type Kits struct {
	Names []string // of the environments; "" alone
	Each  []*Kit
	Bound string // digest of the manifest, and so of all that the folder holds
}

// OpenKits reads the manifests of a folder that [WriteKits] wrote.
func OpenKits(dir string) (*Kits, error) {
	path := filepath.Join(dir, manifestFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKit, err)
	}
	m, err := readSeveral(text)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %w", ErrKit, path, err)
	case m == nil:
		k, err := OpenKit(dir)
		if err != nil {
			return nil, err
		}
		return &Kits{[]string{""}, []*Kit{k}, k.Bound}, nil
	}
	for _, f := range m.Files {
		have, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrKit, err)
		}
		if d := reports.Digest(have); d != f.Digest {
			return nil, fmt.Errorf("%w: %s was changed after it was planned: %s has digest %s, and was written with %s", ErrKit, dir, f.Name, d, f.Digest)
		}
	}
	kits := &Kits{Bound: reports.Digest(text)}
	for _, e := range m.Environments {
		k, err := OpenKit(filepath.Join(dir, e.Name))
		if err != nil {
			return nil, err
		}
		if k.Bound != e.Digest {
			return nil, fmt.Errorf("%w: %s was changed after it was planned: %s/%s has digest %s, and was written with %s", ErrKit, dir, e.Name, manifestFile, k.Bound, e.Digest)
		}
		kits.Names, kits.Each = append(kits.Names, e.Name), append(kits.Each, k)
	}
	return kits, nil
}

// readSeveral reads the manifest of a folder of kits; nil: it is not one, but perhaps a kit's own.
func readSeveral(text []byte) (*severalManifest, error) {
	var m severalManifest
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, err
	}
	if m.Environments == nil {
		return nil, nil
	}
	if m.Kit != kitVersion {
		return nil, fmt.Errorf("it is a kit of format %d, and this version reads %d", m.Kit, kitVersion)
	}
	if len(m.Environments) < 2 {
		return nil, errors.New("environments: there are fewer than two")
	}
	for i, e := range m.Environments {
		if !folderName.MatchString(e.Name) {
			return nil, fmt.Errorf("environments[%d].name: %q is no name of a folder", i, e.Name)
		}
		if slices.ContainsFunc(m.Environments[:i], func(o kitDigest) bool { return o.Name == e.Name }) {
			return nil, fmt.Errorf("environments[%d].name: %s is there twice", i, e.Name)
		}
	}
	if len(m.Files) != 1 || m.Files[0].Name != readmeFile {
		return nil, fmt.Errorf("files: only %s stands beside the environments", readmeFile)
	}
	return &m, nil
}
