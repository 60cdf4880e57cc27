// Command compile writes specs/compiled: the canonical JSON of every pack folder below specs. It is
// run by `go generate ./specs`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"touchstone/specs"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// run compiles the packs below root, the folder of package specs.
func run(root string) error {
	manifests, err := filepath.Glob(filepath.Join(root, "*", "pack.yaml"))
	if err != nil {
		return err
	}
	for _, m := range manifests {
		pack, err := specs.LoadDir(filepath.Dir(m))
		if err != nil {
			return err
		}
		files, err := pack.Compile()
		if err != nil {
			return err
		}
		dir := filepath.Join(root, "compiled", pack.Name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
				return err
			}
		}
		fmt.Printf("%s: %d extensions, %d rows, %d CSRs, %d rules, %s\n",
			pack.Name, len(pack.Extensions), len(pack.Instructions), len(pack.CSRs), len(pack.Rules), pack.Digest())
	}
	return nil
}
