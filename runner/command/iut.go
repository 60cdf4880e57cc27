package command

import (
	"os"
	"slices"

	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/gdb"
	"touchstone/runner/iut/presets"
	"touchstone/runner/iut/process"
	"touchstone/specs"
	"touchstone/specs/isa"
)

// embeddedName names the executor of this binary.
const embeddedName = "embedded"

// openIUT describes the implementation that --iut names: the embedded executor, with the claim
// that the pack has for it, a preset, or a file.
func openIUT(name string, pack *specs.Pack) (*specs.IUT, error) {
	if name == embeddedName {
		if pack.DefaultICS == nil {
			return nil, usage("pack %s has no embedded implementation; name one with --iut", pack.Name)
		}
		return &specs.IUT{Name: embeddedName, Start: specs.Start{Adapter: embeddedName}, Environments: []string{"machine"}, ICS: *pack.DefaultICS}, nil
	}
	if slices.Contains(presets.Names(), name) {
		return presets.Load(name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, usage("--iut %s: neither embedded nor a preset (%v), and no file: %w", name, presets.Names(), err)
	}
	described, err := specs.LoadIUT(name, text)
	if err != nil {
		return nil, usage("%w", err)
	}
	return described, nil
}

// openAdapter starts nothing; it makes what can start the implementation.
func openAdapter(r runner.Request, described *specs.IUT) (iut.Executor, error) {
	switch described.Start.Adapter {
	case embeddedName:
		table, err := isa.New(r.Pack, runner.TableExtensions(r.Pack, r.ICS)...)
		if err != nil {
			return nil, err
		}
		return embedded.New(embedded.Config(table, r.ICS))
	case "process":
		executor, err := process.New(described, process.ISAOf(r.Pack, r.ICS), process.Limits{})
		if err != nil {
			return nil, usage("%w", err)
		}
		return executor, nil
	case "gdb":
		executor, err := gdb.New(described, process.ISAOf(r.Pack, r.ICS), gdb.Limits{})
		if err != nil {
			return nil, usage("%w", err)
		}
		return executor, nil
	}
	return nil, usage("%s:%d: no adapter %q here; there are embedded, gdb and process", described.Position.File, described.Position.Line, described.Start.Adapter)
}
