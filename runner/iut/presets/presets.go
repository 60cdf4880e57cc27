// Package presets holds the implementations that can be named without writing an iut.yaml: how to
// start them and what they claim. They are examples too: copy one to write your own.
//
// Those of a pack of kind exchange are in a folder named as the pack, with the programs that they start: {dir} in
// their commands is that folder. They are called gb18030/glibc; those of RISC-V have no folder.
package presets

import (
	"cmp"
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
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(path.Dir(a), path.Dir(b)), cmp.Compare(a, b)) // the folder "." is before the others
	})
	return names
}

// Unknown says which a name that is no preset's may stand for, with or without its folder, and lists all that there are, a
// line for each pack.
func Unknown(name string) (near, list []string) {
	names, short := Names(), []string(nil)
	var folder string
	for _, n := range names {
		short = append(short, path.Base(n))
		if dir := path.Dir(n); dir != folder {
			folder = dir
			list = append(list, packOf(dir)+":")
		}
		list[len(list)-1] += " " + n
	}
	if n := specs.Nearest(name, names); n != "" {
		return []string{n}, list
	}
	meant := specs.Nearest(name, short)
	for i, n := range names {
		if short[i] == meant {
			near = append(near, n)
		}
	}
	return near, list
}

// packOf is the pack of the presets in a folder.
func packOf(folder string) string {
	if folder == "." {
		return "riscv"
	}
	return folder
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
		_, list := Unknown(name)
		return nil, fmt.Errorf("there is no preset %q; give an iut.yaml, or one of\n  %s", name, strings.Join(list, "\n  "))
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
