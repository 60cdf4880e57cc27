package specs

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const varied = `
name: Core
requires: ">=2"
start:
  adapter: process
  command: [core, "{elf}"]
  version: [core, -V]
  timeout: 1m
environments:
  - name: machine
  - {name: linux, start: {adapter: process, command: [core-user, "{elf}"], results: console}, modes: [U]}
ics: {profile: P, extensions: [M, A], parameters: {VLEN: 128, ELEN: 64}}
variants:
  - version: ">=3 <4"
    start: {command: [core, --fast, "{elf}"]}
    ics: {extensions: [V], parameters: {VLEN: 256}}
  - version: ">=4"
    environments:
      - {name: linux, start: {command: [core-user, --new, "{elf}"]}, harts: 2}
      - {name: model, environment: machine, start: {adapter: embedded}}
    ics: {profile: Q}
`

// TestFor: a variant lies over the description key by key, lists as a whole, environments by name.
func TestFor(t *testing.T) {
	u, err := LoadIUT("x.yaml", []byte(varied))
	if err != nil {
		t.Fatal(err)
	}
	type place struct {
		Name, Command string
		Harts         int
	}
	type seen struct {
		Variant, Profile string
		Extensions       []string
		Parameters       map[string]any
		Places           []place
	}
	look := func(u *IUT) seen {
		s := seen{u.Variant(), u.ICS.Profile, u.ICS.Extensions, u.ICS.Parameters, nil}
		for _, at := range u.Each() {
			if at.Start.Adapter == "process" && at.Environment() == "machine" && (len(at.Start.Version) != 2 || at.Start.Timeout == 0) {
				t.Errorf("lost of what is not varied: %+v", at.Start)
			}
			s.Places = append(s.Places, place{at.Environment(), strings.Join(at.Start.Command, " "), at.ICS.Harts})
		}
		return s
	}
	was := look(u)
	parameters := func(vlen uint64) map[string]any { return map[string]any{"VLEN": vlen, "ELEN": uint64(64)} }
	tests := map[string]seen{
		"2.1 (rev 9)": {"", "P", []string{"M", "A"}, parameters(128), []place{{"machine", "core {elf}", 1}, {"linux", "core-user {elf}", 1}}},
		"3.0.7-rc1":   {">=3 <4", "P", []string{"V"}, parameters(256), []place{{"machine", "core --fast {elf}", 1}, {"linux", "core-user {elf}", 1}}},
		"10":          {">=4", "Q", []string{"M", "A"}, parameters(128), []place{{"machine", "core {elf}", 1}, {"linux", "core-user --new {elf}", 2}, {"model", "", 1}}},
	}
	for version, want := range tests {
		as, err := u.For(version)
		if err != nil {
			t.Errorf("%s: %v", version, err)
			continue
		}
		if d := cmp.Diff(want, look(as)); d != "" {
			t.Errorf("%s: %s", version, d)
		}
		if as.Varies() {
			t.Errorf("%s: what For gives still varies", version)
		}
		again, err := LoadIUT("again.yaml", as.Text())
		if err != nil {
			t.Errorf("%s: its text: %v\n%s", version, err, as.Text())
			continue
		}
		want.Variant = "" // it is a description of its own
		if d := cmp.Diff(want, look(again)); d != "" {
			t.Errorf("%s: its text: %s", version, d)
		}
	}
	if d := cmp.Diff(was, look(u)); d != "" {
		t.Errorf("For has changed the description: %s", d)
	}
	for _, version := range []string{"1.9", "unknown", ""} {
		if _, err := u.For(version); err == nil || errors.Is(err, ErrPack) || !strings.HasPrefix(err.Error(), "x.yaml:3:1: requires: this describes Core in versions >=2, and here is ") {
			t.Errorf("%q: %v", version, err)
		}
	}
}

func TestWithoutVariants(t *testing.T) {
	u, err := LoadIUT("x.yaml", []byte("name: x\nstart: {adapter: embedded}\nics: {profile: P}\n"))
	if err != nil || u.Varies() || u.Text() != nil || u.Variant() != "" {
		t.Errorf("%v; varies: %t, text %q, variant %q", err, u.Varies(), u.Text(), u.Variant())
	}
}

func TestVariantsRefused(t *testing.T) {
	const head = "name: x\nstart: {adapter: process, command: [x, \"{elf}\"]}\nics: {profile: P}\n"
	tests := []struct{ text, want string }{
		{head + "variants: []\n", "x.yaml:4:1: variants: minimum 1 items required"},
		{head + "variants: [{start: {timeout: 1m}}]\n", "x.yaml:4:13: variants.0: missing version"},
		{head + "variants: [{version: 10}]\n", "x.yaml:4:13: variants.0.version: expected string, but got number"},
		{head + "variants: [{version: new}]\n", `x.yaml:4:13: variants.0.version: "new" is no condition on a version`},
		{head + "requires: \"> 7\"\n", `x.yaml:4:1: requires: "> 7" is no condition on a version`},
		{head + "variants:\n  - version: \">=1\"\n    start: {comand: [y]}\n", `x.yaml:6:13: variants.0.start: unknown key "comand"; did you mean command?`},
		{head + "variants:\n  - version: \">=1\"\n    name: y\n", `x.yaml:6:5: variants.0: unknown key "name"; there are environments, ics, start, version`},
		// What is wrong only where both lie together is still where it was written.
		{head + "variants:\n  - version: \">=1\"\n    environments: [{name: mars}]\n", `x.yaml:6:21: environments.0: of what kind is "mars"?`},
		{head + "variants:\n  - version: \">=1\"\n    ics:\n      extensions: [M, V@x]\n", `x.yaml:7:23: ics.extensions: "x" is no version of V`},
		{head + "variants:\n  - version: \">=1\"\n  - version: \">=2\"\n    start:\n      limits: {case: 99999999999999999999s}\n", "x.yaml:8:16: start.limits: time: invalid duration"},
		{"name: x\nstart: {adapter: gdb, address: \"localhost:3333\"}\nics: {profile: P}\nrequires: \">=1\"\n", "x.yaml:2:1: machine: nothing says how to ask for the version, on which variants and requires depend: give start.version"},
		{"name: x\nenvironments: [{name: linux, start: {adapter: embedded}}]\nics: {profile: P}\nrequires: \">=1\"\n", "x.yaml:2:30: linux: nothing says how to ask"},
		{"name: x\nenvironments: [{name: machine, start: {results: console}}]\nics: {profile: P}\n", "x.yaml:2:32: environments.0.start: missing adapter"},
	}
	for _, tt := range tests {
		if _, err := LoadIUT("x.yaml", []byte(tt.text)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q:\n got %v\nwant %s", tt.text, err, tt.want)
		} else if !errors.Is(err, ErrPack) {
			t.Errorf("%q: %v is not an ErrPack", tt.text, err)
		}
	}
	pack := &Pack{Name: "p"}
	if _, err := LoadICS("x.yaml", []byte(head+"variants: [{version: \">=1\", ics: {profile: Q}}]\n"), pack); err == nil || !strings.HasPrefix(err.Error(), "x.yaml:4:1: variants: what is claimed here depends on the version") {
		t.Errorf("a statement with variants: %v", err)
	}
}
