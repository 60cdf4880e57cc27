package command

import (
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
