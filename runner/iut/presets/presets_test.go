package presets

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/iut/gdb"
	"touchstone/runner/iut/process"
	"touchstone/runner/iut/stdio"
	"touchstone/specs"
)

// everyForm gives a preset as it is and as it is for each of its variants, by names for messages.
func everyForm(t *testing.T) map[string]*specs.IUT {
	t.Helper()
	forms := map[string]*specs.IUT{}
	for _, name := range Names() {
		u, err := Load(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if u.Exchanges() {
			continue // TestEveryConversationCanBegin
		}
		forms[name] = u
		for _, v := range u.Variants {
			forms[name+" "+v.Versions.String()] = v.IUT
		}
	}
	return forms
}

func TestEveryPresetCanBeUsed(t *testing.T) {
	for _, name := range []string{"qemu", "qemu-system", "qemu-user", "qemu-virt", "qemu-semihosting", "qemu-smp", "qemu-gdb", "spike", "sail", "unicorn", "verilator", "linux-board"} {
		if !slices.Contains(Names(), name) {
			t.Errorf("there is no preset %s", name)
		}
	}
	for name, u := range everyForm(t) {
		if u.ICS.Profile == "" || len(u.ICS.Modes) == 0 || !slices.Contains(u.Environments, "machine") && !slices.Contains(u.Environments, "linux") {
			t.Errorf("%s: incomplete: %+v", name, u)
		}
		for _, u := range u.Each() {
			switch u.Start.Adapter {
			case "gdb":
				if _, err := gdb.New(u, "rv64i", gdb.Limits{}); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			case "process":
				if _, err := process.New(u, "rv64i", process.Limits{}); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
	if _, err := Load("none"); err == nil {
		t.Error("a preset that does not exist was loaded")
	}
}

// TestUnknown: a misspelt name is told what it may stand for, with or without its folder, and all that there are, in order.
func TestUnknown(t *testing.T) {
	for name, want := range map[string]string{"qemu-systems": "qemu-system", "gb18030/glib": "gb18030/glibc", "glibc": "gb18030/glibc", "node": "gb18030/node json/node", "nobody-knows": ""} {
		near, list := Unknown(name)
		if strings.Join(near, " ") != want {
			t.Errorf("%s: did you mean %q? want %q", name, near, want)
		}
		var all []string
		packs := make([]string, len(list))
		for i, line := range list {
			pack, names, _ := strings.Cut(line, ": ")
			packs[i] = pack
			if !slices.IsSorted(strings.Fields(names)) {
				t.Error("not sorted: " + line)
			}
			all = append(all, strings.Fields(names)...)
		}
		if !slices.Equal(all, Names()) || packs[0] != "riscv" || !slices.IsSorted(packs[1:]) {
			t.Errorf("%q", list)
		}
	}
}

// TestEveryConversationCanBegin: presets of packs of kind exchange lie in the folder of their pack, claim what it has,
// and can be opened.
func TestEveryConversationCanBegin(t *testing.T) {
	for _, name := range Names() {
		u, err := Load(name)
		if err != nil || !u.Exchanges() {
			if strings.Contains(name, "/") {
				t.Errorf("%s: it is of no pack of kind exchange (%v)", name, err)
			}
			continue
		}
		folder, _, _ := strings.Cut(name, "/")
		if folder != u.Pack {
			t.Errorf("%s: it is of pack %s", name, u.Pack)
		}
		if pack, err := specs.Embedded(u.Pack); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err := u.Check(pack); err != nil {
			t.Error(err)
		}
		if u.Start.Adapter == stdio.Adapter {
			if _, err := stdio.New(u, stdio.Options{Files: Folder(name)}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestVersions: which QEMU has what.
func TestVersions(t *testing.T) {
	for _, name := range []string{"qemu", "qemu-system", "qemu-user"} {
		u, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for version, want := range map[string]string{"6.2.0": "RVI20U64", "7.2.22": "RVA20U64", "9.2.1": "RVA20U64", "10.0.13": "RVA23U64", "11.0.0-rc1": "RVA23U64"} {
			as, err := u.For(version)
			if err != nil {
				t.Fatal(err)
			}
			if as.ICS.Profile != want {
				t.Errorf("%s %s claims %s, want %s", name, version, as.ICS.Profile, want)
			}
			for _, at := range as.Each() {
				max := slices.ContainsFunc(at.Start.Command, func(arg string) bool { return strings.HasPrefix(arg, "max,") })
				if max != (want == "RVA23U64") {
					t.Errorf("%s %s starts %v", name, version, at.Start.Command)
				}
			}
		}
	}
}

// TestTogether: qemu starts what qemu-system and qemu-user start, and claims what they claim.
func TestTogether(t *testing.T) {
	forms := everyForm(t)
	for name, both := range forms {
		preset, version, _ := strings.Cut(name, " ")
		if preset != "qemu" {
			continue
		}
		for i, single := range []string{"qemu-system", "qemu-user"} {
			one := forms[strings.TrimSpace(single+" "+version)]
			if got, want := both.Each()[i].Start.Command, one.Start.Command; !slices.Equal(got, want) {
				t.Errorf("%s starts %v, and %s %v", name, got, single, want)
			}
			for _, e := range one.ICS.Extensions {
				if !slices.Contains(both.ICS.Extensions, e) {
					t.Errorf("%s does not claim %s, and %s does", name, e, single)
				}
			}
		}
	}
}

// TestClaims: what a preset claims exists, and what it says of a hart is what it asks the simulator for.
func TestClaims(t *testing.T) {
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	vlen := regexp.MustCompile(`\bvlen=(\d+)`)
	for name, u := range everyForm(t) {
		profile, ok := pack.Profile(u.ICS.Profile)
		if !ok {
			t.Errorf("%s: there is no profile %q", name, u.ICS.Profile)
			continue
		}
		if err := u.Check(pack); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, e := range u.ICS.Extensions {
			if slices.Contains(profile.Mandatory, e) {
				t.Errorf("%s: %s claims %s already", name, profile.Name, e)
			}
		}
		claimed, err := pack.Closure(append(slices.Clone(profile.Mandatory), u.ICS.Extensions...)...)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range u.Each() {
			asked := vlen.FindStringSubmatch(strings.Join(at.Start.Command, " "))
			if claimed["V"] != (asked != nil) || asked != nil && fmt.Sprint(at.ICS.Parameters["VLEN"]) != asked[1] {
				t.Errorf("%s: claims V: %t, VLEN = %v; its command says %q", name, claimed["V"], at.ICS.Parameters["VLEN"], asked)
			}
		}
	}
}

// TestFindings: what is known of the presets' faults can be read, names what the pack has, says itself in
// both languages, and belongs to a preset.
func TestFindings(t *testing.T) {
	named := map[string]string{} // the pack, by the file
	for _, name := range Names() {
		u, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if u.Findings == "" {
			continue
		}
		named[u.Findings] = cmp.Or(u.Pack, "riscv")
		if u.Exchanges() {
			continue // as they are written
		}
		if _, err := Findings(u.Findings); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	all, err := fs.Glob(files, "findings/*.yaml")
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	for _, file := range all {
		if named[file] == "" {
			t.Errorf("no preset names %s", file)
			continue
		}
		pack, err := specs.Embedded(named[file])
		if err != nil {
			t.Fatal(err)
		}
		text, err := Findings(file)
		if err != nil {
			t.Fatal(err)
		}
		known, err := specs.LoadFindings(file, text)
		if err == nil {
			err = specs.CheckFindings(pack, known)
		}
		if err != nil {
			t.Error(err)
		}
		titles := map[string]bool{}
		for _, a := range known {
			if a.Title.Zh == "" || a.Text.Zh == "" || len(a.Seen) == 0 || titles[a.Title.En] {
				t.Errorf("%s:%d: %q: no Chinese, not seen in any version, or a title that is taken", file, a.Position.Line, a.Title.En)
			}
			titles[a.Title.En] = true
			for _, version := range a.Seen {
				if !a.Versions.Hold(version) {
					t.Errorf("%s:%d: seen in %s, and not said of it", file, a.Position.Line, version)
				}
			}
		}
	}
}
