// Package presets holds the implementations that can be named without writing an iut.yaml: how to
// start them and what they claim. They are examples too: copy one to write your own.
package presets

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"touchstone/specs"
)

//go:embed *.yaml findings/*.yaml
var files embed.FS

// Names lists the presets, sorted.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("presets: " + err.Error()) // they are embedded
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			continue // what is known of their faults
		}
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// Load gives the preset of a name.
func Load(name string) (*specs.IUT, error) {
	text, err := Text(name)
	if err != nil {
		return nil, err
	}
	return specs.LoadIUT("presets/"+name+".yaml", text)
}

// Text is a preset as it is written.
func Text(name string) ([]byte, error) {
	if !slices.Contains(Names(), name) {
		return nil, fmt.Errorf("there is no preset %q; there are: %s (or give an iut.yaml)", name, strings.Join(Names(), ", "))
	}
	return files.ReadFile(name + ".yaml")
}

// Findings is a file of what is known of their faults, as presets name it.
func Findings(name string) ([]byte, error) { return files.ReadFile(name) }
