package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/gdb"
	"touchstone/runner/iut/http"
	"touchstone/runner/iut/inside"
	"touchstone/runner/iut/presets"
	"touchstone/runner/iut/process"
	host "touchstone/runner/iut/program"
	"touchstone/runner/iut/stdio"
	"touchstone/specs"
	"touchstone/specs/isa"
)

// embeddedName names the executor of this binary.
const embeddedName = "embedded"

// openIUT describes the implementation that --iut names: the embedded executor, with the claim
// that the pack has for it, a preset, or a file, as it holds for the implementation's version. The claims
// of another file, as --ics gives one, take the place of its own.
func openIUT(ctx context.Context, f *claimFlags, pack *specs.Pack, words io.Writer) (*specs.IUT, error) {
	described, err := describe(f.IUT, pack)
	if err != nil {
		return nil, err
	}
	if described, err = asVersion(ctx, described, f.IUTVersion, f.Environment, words); err != nil {
		return nil, err
	}
	ics := f.ICS
	if described.UDB != "" && ics == "" {
		file := described.UDB
		if !filepath.IsAbs(file) {
			file = filepath.Join(filepath.Dir(described.Position.File), file)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, usage("%s: ics.udb: %w", described.Position.File, err)
		}
		base, err := specs.LoadUDB(file, text, pack)
		if err != nil {
			return nil, usage("%w", err)
		}
		sayIgnored(words, file, base)
		described.ICS = described.ICS.Over(base.ICS)
	}
	if !described.States() && described.Start.Adapter == embeddedName && pack.DefaultICS != nil {
		described.ICS = *pack.DefaultICS // it speaks for itself
	}
	if ics != "" {
		if described.ICS, err = openICS(ics, pack, words); err != nil {
			return nil, err
		}
	}
	if err := described.Check(pack); err != nil {
		return nil, usage("%w", err)
	}
	return described, nil
}

func describe(name string, pack *specs.Pack) (*specs.IUT, error) {
	if name == embeddedName {
		if pack.Exchanges() {
			return ownOf(pack)
		}
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
		near, list := presets.Unknown(name)
		if specs.Nearest(name, []string{embeddedName}) != "" {
			near = []string{embeddedName}
		}
		meant := ""
		if len(near) > 0 {
			meant = "; did you mean " + strings.Join(near, " or ") + "?"
		}
		return nil, usage("--iut %s: neither embedded nor a preset, and no file (%w)%s\nthere are, by pack:\n  %s", name, err, meant, strings.Join(list, "\n  "))
	}
	described, err := specs.LoadIUT(name, text)
	if err != nil {
		return nil, usage("%w", err)
	}
	return described, nil
}

// openICS reads claims from a file: an architecture configuration, or the ics of an iut.yaml.
func openICS(file string, pack *specs.Pack, words io.Writer) (specs.ICS, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return specs.ICS{}, usage("--ics: %w", err)
	}
	if specs.IsUDB(text) {
		base, err := specs.LoadUDB(file, text, pack)
		if err != nil {
			return specs.ICS{}, usage("%w", err)
		}
		sayIgnored(words, file, base)
		return base.ICS, nil
	}
	ics, err := specs.LoadICS(file, text, pack)
	if err != nil {
		return ics, usage("%w", err)
	}
	return ics, nil
}

// sayIgnored says what of an architecture configuration is no claim to us.
func sayIgnored(words io.Writer, file string, c *specs.UDB) {
	for _, x := range []struct {
		what  string
		names []string
	}{{"extensions that the pack does not know", c.Unknown}, {"parameters that nothing in the pack depends on", c.Ignored}} {
		if len(x.names) > 0 {
			fmt.Fprintf(words, "%s: %s: %s\n", file, x.what, strings.Join(x.names, ", "))
		}
	}
}

// asVersion is a description as it holds for the implementation's version: the one that is given, or
// what it says itself in each of the environments that --environment names.
func asVersion(ctx context.Context, described *specs.IUT, version string, environments []string, words io.Writer) (*specs.IUT, error) {
	if !described.Varies() {
		if version != "" {
			return nil, usage("--iut-version %s: %s is described without variants", version, described.Name)
		}
		return described, nil
	}
	if version != "" {
		as, err := described.For(version)
		if err != nil {
			return nil, usage("--iut-version %s: %w", version, err)
		}
		return as, nil
	}
	chosen, err := selected(described, environments)
	if err != nil {
		return nil, err
	}
	var as *specs.IUT
	var first string
	for _, u := range chosen {
		version, err := host.Place{Directory: u.Start.Directory, Environment: u.Start.Environment}.Version(ctx, u.Start.AskVersion())
		if err != nil {
			return nil, &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%w\nwhat is claimed of %s depends on its version; --iut-version says it without asking", err, described.Name)}
		}
		here, err := described.For(version)
		if err != nil {
			return nil, &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%w: %w", iut.ErrUnavailable, err)}
		}
		if as != nil && here.Variant() != as.Variant() {
			return nil, usage("%s is %s in environment %s and %s in %s, and is described differently for each; choose one with --environment",
				described.Name, first, chosen[0].Environment(), version, u.Environment())
		}
		as, first = here, version
	}
	if v := as.Variant(); v != "" {
		fmt.Fprintf(words, "%s is version %s: described as for %s\n", described.Name, first, v)
	}
	return as, nil
}

// selected are the implementation's environments that --environment names; none named: all.
func selected(described *specs.IUT, names []string) ([]*specs.IUT, error) {
	all := described.Each()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(u *specs.IUT) bool { return u.Environment() == name }) {
			var known []string
			for _, u := range all {
				known = append(known, u.Environment())
			}
			return nil, usage("--environment %s: %s has %s", name, described.Name, strings.Join(known, ", "))
		}
	}
	if len(names) == 0 {
		return all, nil
	}
	return slices.DeleteFunc(all, func(u *specs.IUT) bool { return !slices.Contains(names, u.Environment()) }), nil
}

// openAdapter starts nothing; it makes what can start the implementation.
func openAdapter(name string, r runner.Request, described *specs.IUT, jobs int) (iut.Implementation, error) {
	if r.Pack.Exchanges() {
		return openExchanger(name, r.Pack, described, jobs)
	}
	switch described.Start.Adapter {
	case embeddedName:
		if kind := r.Map.Exit.Kind; kind != "" {
			return nil, usage("the embedded executor ends images through htif, not %s", kind)
		}
		table, err := isa.New(r.Pack, runner.TableExtensions(r.Pack, r.ICS)...)
		if err != nil {
			return nil, err
		}
		return embedded.NewIn(r.Environment, embedded.Config(table, r.ICS))
	case "process":
		executor, err := process.New(described, process.ISAOf(r.Pack, r.ICS), process.Limits{})
		if err != nil {
			return nil, usage("%w", err)
		}
		return executor, nil
	case stdio.Adapter, http.Adapter, inside.Adapter:
		return nil, usage("%s:%d: the adapter %s is for packs of kind exchange, and %s is an instruction set; name the pack (pack: …)", described.Position.File, described.Position.Line, described.Start.Adapter, r.Pack.Name)
	case "gdb":
		executor, err := gdb.New(described, process.ISAOf(r.Pack, r.ICS), gdb.Limits{})
		if err != nil {
			return nil, usage("%w", err)
		}
		return executor, nil
	}
	return nil, usage("%s:%d: no adapter %q here; there are embedded, gdb and process", described.Position.File, described.Position.Line, described.Start.Adapter)
}
