package specs

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
)

// Variant is what an iut.yaml says of some versions of an implementation.
type Variant struct {
	Versions Versions
	IUT      *IUT // the whole description, as it holds for them
}

// Varies says whether an implementation's version must be known before its description holds: see [IUT.For].
func (u *IUT) Varies() bool { return len(u.Variants) > 0 || u.Requires.text != "" }

// For is the description as it holds for a version of the implementation: with the first of its
// variants that is for this version, or as it is when none is. It is an error when the description
// is not for this version at all.
//
//	requires: ">=7.2"
//	start: {adapter: process, command: [qemu-riscv64, "{elf}"]}
//	ics: {profile: RVA20U64}
//	variants:
//	  - version: ">=10"
//	    start: {command: [qemu-riscv64, -cpu, max, "{elf}"]}
//	    ics: {profile: RVA23U64}
//
// A variant is laid over the description key by key: a list takes the place of the whole list,
// only environments are found again by their names. What start.version prints is the version.
func (u *IUT) For(version string) (*IUT, error) {
	if !u.Requires.Hold(version) {
		// Nothing in the file is wrong: so it is no ErrPack.
		return nil, errors.New(u.fault("requires", "requires: this describes %s in versions %s, and here is %s", u.Name, u.Requires, cmp.Or(version, "one that tells none")).Error())
	}
	for i := range u.Variants {
		if u.Variants[i].Versions.Hold(version) {
			return u.Variants[i].IUT, nil
		}
	}
	as := *u
	as.Variants, as.Requires = nil, Versions{}
	return &as, nil
}

// Variant is the constraint of the variant that [IUT.For] chose; "": none.
func (u *IUT) Variant() string { return u.variant }

// Text is the description as YAML, with the variant that [IUT.For] chose; nil of one that was read
// as it stands.
func (u *IUT) Text() []byte {
	if u.laid == nil {
		return nil
	}
	text, err := yaml.MarshalWithOptions(u.laid.ordered(), yaml.IndentSequence(true))
	if err != nil {
		panic("specs: " + err.Error()) // it was read from YAML
	}
	return text
}

// readVariants reads the versions that the description is for, and the variants: each at once, so
// that what is wrong with one is known before its version turns up.
func (u *IUT) readVariants(file string, root *node) error {
	var err error
	if n := root.child("requires"); n != nil {
		if u.Requires, err = ParseVersions(n.value.text()); err != nil {
			return u.fault("requires", "requires: %v", err)
		}
	}
	for i, item := range root.get("variants").items {
		path := fmt.Sprintf("variants.%d", i)
		v := Variant{}
		if v.Versions, err = ParseVersions(item.get("version").text()); err != nil {
			return u.fault(path+".version", "%s.version: %v", path, err)
		}
		laid := overlay(root.without("requires", "variants"), item.without("version"))
		if faults := checkedNode(file, laid, schemaOfIUT()); len(faults) > 0 {
			return (&loader{faults: faults}).report()
		}
		if v.IUT, err = readIUT(file, laid); err != nil {
			return err
		}
		v.IUT.laid, v.IUT.variant = laid, v.Versions.text
		u.Variants = append(u.Variants, v)
	}
	if !u.Varies() {
		return nil
	}
	u.laid = root.without("requires", "variants") // what For gives when no variant fits
	for i, place := range u.Each() {
		if place.Start.AskVersion() == nil {
			path := fmt.Sprintf("environments.%d.start", i)
			if _, own := u.where[path]; !own {
				path = "start"
			}
			return u.fault(path, "%s: nothing says how to ask for the version, on which variants and requires depend: give start.version", place.Environment())
		}
	}
	return nil
}

// AskVersion is the command that prints the implementation's version: what version says, or the
// program's own --version. There is none where there is neither.
func (s *Start) AskVersion() []string {
	switch {
	case len(s.Version) > 0:
		return s.Version
	case len(s.Command) > 0:
		return []string{s.Command[0], "--version"}
	}
	return nil
}

// overlay is a document with another one laid over it. Every node stays where it was written.
func overlay(base, over *node) *node {
	if base.kind != mappingNode || over.kind != mappingNode {
		return over
	}
	out := *base
	out.fields = slices.Clone(base.fields)
	for _, f := range over.fields {
		i := slices.IndexFunc(out.fields, func(b field) bool { return b.key == f.key })
		switch {
		case i < 0:
			out.fields = append(out.fields, f)
		case f.key == "environments":
			out.fields[i].value = overlayNamed(out.fields[i].value, f.value)
		default:
			out.fields[i] = field{f.key, f.line, f.column, overlay(out.fields[i].value, f.value)}
		}
	}
	return &out
}

// overlayNamed lays each item over the one of the same name. A list with items that are names alone
// takes the place of the other.
func overlayNamed(base, over *node) *node {
	if slices.ContainsFunc(over.items, func(n *node) bool { return n.kind != mappingNode }) {
		return over
	}
	out := *base
	out.items = slices.Clone(base.items)
	for _, item := range over.items {
		name := item.get("name").text()
		i := slices.IndexFunc(out.items, func(b *node) bool { return b.text() == name || b.get("name").text() == name })
		if i < 0 {
			out.items = append(out.items, item)
			continue
		}
		out.items[i] = overlay(out.items[i], item)
	}
	return &out
}

// without is a mapping that lacks some keys.
func (n *node) without(keys ...string) *node {
	out := *n
	out.fields = slices.DeleteFunc(slices.Clone(n.fields), func(f field) bool { return slices.Contains(keys, f.key) })
	return &out
}

// ordered is the value as the YAML library writes it: keys in their order.
func (n *node) ordered() any {
	switch n.kind {
	case mappingNode:
		m := make(yaml.MapSlice, len(n.fields))
		for i, f := range n.fields {
			m[i] = yaml.MapItem{Key: f.key, Value: f.value.ordered()}
		}
		return m
	case sequenceNode:
		s := make([]any, len(n.items))
		for i, item := range n.items {
			s[i] = item.ordered()
		}
		return s
	}
	return n.scalar
}
