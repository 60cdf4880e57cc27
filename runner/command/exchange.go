package command

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"touchstone/features"
	"touchstone/runner/iut"
	"touchstone/runner/iut/http"
	"touchstone/runner/iut/inside"
	"touchstone/runner/iut/inside/xtext"
	"touchstone/runner/iut/presets"
	"touchstone/runner/iut/stdio"
	"touchstone/runner/prove/oci"
	"touchstone/runner/steps"
	"touchstone/specs"
	"touchstone/specs/exchange"
)

// defaultPack is the one of whoever names none.
const defaultPack = "riscv"

// inPack opens the implementation that a pack of kind exchange has in this program; nil: it has none.
func inPack(name string) func() (iut.Exchanger, error) {
	switch name {
	case "gb18030":
		return func() (iut.Exchanger, error) { return xtext.New(), nil }
	case "oci":
		return oci.Open
	}
	return nil
}

// ownOf describes the implementation that a pack has in this program.
func ownOf(pack *specs.Pack) (*specs.IUT, error) {
	if inPack(pack.Name) == nil || pack.DefaultICS == nil {
		var names []string
		for _, name := range presets.Names() {
			if u, err := presets.Load(name); err == nil && u.Pack == pack.Name {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return nil, usage("pack %s has no implementation in this program; name one with --iut: %v, or an iut.yaml", pack.Name, names)
		}
		return nil, usage("pack %s has no implementation in this program; describe one in an iut.yaml, and name it with --iut", pack.Name)
	}
	u := &specs.IUT{Name: embeddedName, Pack: pack.Name, Start: specs.Start{Adapter: inside.Adapter}, Environments: []string{kindOf(pack)}, ICS: *pack.DefaultICS}
	if known := "findings/" + pack.Name + ".yaml"; hasFindings(known) {
		u.Findings = known
	}
	return u, nil
}

// hasFindings says whether something is known of the faults of a pack's implementations.
func hasFindings(file string) bool {
	_, err := presets.Findings(file)
	return err == nil
}

// kindOf is the environment that a pack of kind exchange is for: one with operations of its own is asked on
// standard input.
func kindOf(pack *specs.Pack) string {
	if len(pack.Operations) == 0 {
		return specs.Service
	}
	return specs.Library
}

// everything claims all that a profile has; "": the default one, or the first of a pack without.
func everything(pack *specs.Pack, profile string) (specs.ICS, error) {
	names := make([]string, len(pack.Profiles))
	for i := range pack.Profiles {
		names[i] = pack.Profiles[i].Name
	}
	if len(names) == 0 {
		return specs.ICS{}, usage("pack %s has no profile; write one into profiles/", pack.Name)
	}
	profile = cmp.Or(profile, pack.DefaultProfile, names[0])
	p, ok := pack.Profile(profile)
	if !ok {
		return specs.ICS{}, usage("pack %s has no profile %q; there are %s", pack.Name, profile, strings.Join(names, ", "))
	}
	ics := specs.ICS{Profile: p.Name}
	for _, class := range slices.Sorted(maps.Keys(p.Optional)) {
		ics.Extensions = append(ics.Extensions, p.Optional[class]...)
	}
	return ics, nil
}

// lintExchange finds what only shows when a pack's semantics and features are run: with everything claimed, and the
// greatest effort. Features that read wrong have been told of already.
func lintExchange(ctx context.Context, pack *specs.Pack, files fs.FS, wrong bool) []error {
	all := steps.Context{Pack: pack, Environment: kindOf(pack), Effort: "exhaustive", Seed: 1, Claimed: func(string) bool { return true }}
	var err error
	if all.Engine, err = exchange.New(pack, exchange.Options{Effort: all.Effort, Seed: all.Seed}); err != nil || wrong {
		return list(err)
	}
	trials, err := steps.Compile(ctx, all, files, nil)
	if err != nil {
		return list(err)
	}
	// A rule that nothing speaks for is no fault; one that nothing could is.
	spoken := map[string]bool{}
	for i := range trials {
		for _, check := range trials[i].Checks {
			for _, id := range check.Rules {
				spoken[id] = true
			}
		}
		for c := range trials[i].Cases {
			if env := steps.EnvOf(&trials[i].Cases[c]); env != nil && env.Row != nil {
				for _, id := range env.Row.Rules {
					spoken[id] = true
				}
			}
		}
	}
	var faults []error
	for i := range pack.Rules {
		if r := &pack.Rules[i]; r.Untestable != "" && spoken[r.ID] {
			faults = append(faults, fmt.Errorf("%s:%d: %s is said to be untestable (%s), and a scenario speaks for it", r.Position.File, r.Position.Line, r.ID, r.Untestable))
		}
	}
	return faults
}

func list(err error) []error {
	if err == nil {
		return nil
	}
	return []error{err}
}

// openExchanger makes what asks the implementation; nothing is started.
func openExchanger(name string, pack *specs.Pack, described *specs.IUT, jobs int) (iut.Implementation, error) {
	folder, files := filepath.Dir(described.Position.File), fs.FS(nil)
	if slices.Contains(presets.Names(), name) {
		folder, files = "", presets.Folder(name)
	}
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var x iut.Implementation
	var err error
	switch described.Start.Adapter {
	case inside.Adapter:
		if open := inPack(described.Pack); open != nil {
			return open()
		}
		return nil, usage("%s:%d: pack %s has no implementation in this program", described.Position.File, described.Position.Line, described.Pack)
	case stdio.Adapter: // the runner has several conversations at a time by itself
		x, err = stdio.New(described, stdio.Options{Folder: folder, Files: files, Operations: pack.OperationNames()})
	case http.Adapter:
		x, err = http.New(described, http.Options{Folder: folder, Files: files, Jobs: jobs})
	default:
		return nil, usage("%s:%d: no adapter %q for a pack of kind exchange; there are %s and %s", described.Position.File, described.Position.Line, described.Start.Adapter, stdio.Adapter, http.Adapter)
	}
	if err != nil {
		return nil, usage("%w", err)
	}
	return x, nil
}

// open opens the pack that the flags mean, and its features.
func (f *claimFlags) open() (*specs.Pack, fs.FS, error) {
	name, err := f.pack()
	if err != nil {
		return nil, nil, err
	}
	if f.Features != "" && f.Specs == "" {
		return nil, nil, usage("--features goes with --specs: this binary's packs are judged by their own features")
	}
	pack, err := openPack(name, f.Specs)
	if err != nil {
		return nil, nil, err
	}
	files, err := featuresOf(f.Features, pack)
	return pack, files, err
}

// pack is the name of the pack that --pack names, or else the description of the implementation.
func (f *claimFlags) pack() (string, error) {
	named := ""
	if f.IUT != embeddedName && f.Specs == "" {
		described, err := describe(f.IUT, nil)
		if err != nil {
			return "", err
		}
		if named = cmp.Or(described.Pack, defaultPack); f.Pack != "" && f.Pack != named {
			return "", usage("--pack %s: %s implements %s", f.Pack, described.Name, named)
		}
	}
	return cmp.Or(named, f.Pack, defaultPack), nil
}

// featuresOf are a pack's features: this binary's, or those in a folder, which may be of several packs.
func featuresOf(dir string, pack *specs.Pack) (fs.FS, error) {
	if dir == "" {
		return features.Of(pack.Name), nil
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, usage("--features: %w", err)
	}
	if !info.IsDir() {
		return nil, usage("--features %s: it is no folder", dir)
	}
	files := os.DirFS(dir)
	if info, err := os.Stat(filepath.Join(dir, pack.Name)); err == nil && info.IsDir() {
		return features.Within(files, pack.Name), nil
	}
	return files, nil
}

// errNoKits says why there is no kit.
func errNoKits(pack *specs.Pack) error {
	return fmt.Errorf("a kit has images for machines that are elsewhere; implementations of %s are asked and answer: run asks them", pack.Name)
}
