package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"touchstone/reports"
	"touchstone/runner/iut/presets"
	"touchstone/specs"
)

// openFindings reads what is known of an implementation's faults: the file that is given, or the one that
// its description names, which lies beside it or travels with the program.
func openFindings(given, iut string, described *specs.IUT, pack *specs.Pack) ([]*specs.Analysis, error) {
	if given == "" && described.Findings == "" {
		return nil, nil
	}
	text, file, err := readFindings(given, iut, described)
	if err != nil {
		return nil, err
	}
	known, err := specs.LoadFindings(file, text)
	if err == nil {
		err = specs.CheckFindings(pack, known)
	}
	if err != nil {
		return nil, usage("%w", err)
	}
	return known, nil
}

// readFindings finds the file, and gives its name for messages.
func readFindings(given, iut string, described *specs.IUT) (text []byte, file string, err error) {
	if given != "" {
		if text, err = os.ReadFile(given); err != nil {
			return nil, given, usage("--findings: %w", err)
		}
		return text, given, nil
	}
	file = described.Findings
	if !filepath.IsAbs(file) {
		file = filepath.Join(filepath.Dir(described.Position.File), file)
	}
	err = fs.ErrNotExist
	if !slices.Contains(presets.Names(), iut) {
		if text, err = os.ReadFile(file); err == nil {
			return text, file, nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) { // a preset, or a copy of one
		if text, e := presets.Findings(described.Findings); e == nil {
			return text, "presets/" + described.Findings, nil
		}
	}
	return nil, file, usage("%s: findings: %w; put the file there, or leave the line out", described.Position.File, err)
}

// applying are the analyses that are about this implementation in this environment.
func applying(known []*specs.Analysis, who reports.Implementation, name, kind string) []*specs.Analysis {
	return slices.DeleteFunc(slices.Clone(known), func(a *specs.Analysis) bool { return !a.Applies(who.Name, who.Version, name, kind) })
}
