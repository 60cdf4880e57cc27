package command

import (
	"slices"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/specs"
)

// Suites are those that this binary judges by, as its reports name them: a registry that runs beside
// it knows them from the beginning.
func Suites() ([]reports.Suite, error) {
	var all []reports.Suite
	for _, name := range specs.Packs() {
		pack, err := specs.Embedded(name, specs.Rules)
		if err != nil {
			return nil, err
		}
		text, err := features.Digest(features.Of(name))
		if err != nil {
			return nil, err
		}
		all = append(all, reports.Suite{Name: "touchstone", Version: Version(), Pack: pack.Name, PackVersion: pack.Version,
			PackSource: pack.Source, Spec: pack.Digest(), Features: text})
	}
	return all, nil
}

// Scenarios are the IDs of those that a pack of this binary has; none of a pack that it has not.
func Scenarios(pack string) ([]string, error) {
	if !slices.Contains(specs.Packs(), pack) {
		return nil, nil
	}
	files, err := features.Parse(features.Of(pack))
	if err != nil {
		return nil, err
	}
	var ids []string
	for i := range files {
		for j := range files[i].Scenarios {
			ids = append(ids, files[i].Scenarios[j].ID)
		}
	}
	return ids, nil
}
