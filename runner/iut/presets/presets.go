// Package presets holds the implementations that can be named without writing an iut.yaml: how to
// start them and what they claim. They are examples too: copy one to write your own.
//
// Those of a pack of kind exchange are in a folder named as the pack, with the programs that they start: {dir} in
// their commands is that folder. They are called gb18030/glibc; those of RISC-V have no folder.
package presets

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"touchstone/specs"
)

//go:embed *.yaml */*.*
var files embed.FS

// findings is the folder of what is known of their faults.
const findings = "findings"

// Names lists the presets, sorted; those of instruction sets first.
func Names() []string {
	var names []string
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		found, err := fs.Glob(files, pattern)
		if err != nil {
			panic("presets: " + err.Error()) // the pattern is ours
		}
		for _, name := range found {
			if path.Dir(name) != findings {
				names = append(names, strings.TrimSuffix(name, ".yaml"))
			}
		}
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

// Folder is what {dir} stands for in a preset: the files beside it.
func Folder(name string) fs.FS {
	sub, err := fs.Sub(files, path.Dir(name))
	if err != nil {
		panic("presets: " + err.Error()) // the name was cleaned
	}
	return sub
}

// Findings is a file of what is known of their faults, as presets name it.
func Findings(name string) ([]byte, error) { return files.ReadFile(name) }
