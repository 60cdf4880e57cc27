package specs

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"touchstone/specs/schema"
)

// IUT is an implementation under test as its iut.yaml describes it: how to start it, where it can
// run cases, and its implementation conformance statement.
//
//	name: Spike
//	start: {adapter: process, command: [spike, "--isa={isa}", "{elf}"], results: signature, timeout: 10s}
//	environments: [machine]
//	ics:
//	  profile: RVI20U64
//	  extensions: [M, A@2.1, {name: C, version: "2.0"}, Zicsr, Zifencei, Zicntr]
//	  modes: [M, U]
//	  harts: 1
//	  parameters: {MISALIGNED_LDST_HW_SUPPORT: true}
//
// One that can be reached in several environments says how in each. What an environment does not
// say is as above, and what is claimed as a whole, profile and extensions, is the same in all:
//
//	environments:
//	  - name: machine
//	    start: {adapter: process, command: [qemu-system-riscv64, …, "{elf}"]}
//	  - name: linux
//	    start: {adapter: process, command: [qemu-riscv64, "{elf}"]}
//	    harts: 2
//	    parameters: {TIME_CSR_IMPLEMENTED: true}
//
// Claims may begin with an architecture configuration of the RISC-V unified database, in a file
// beside this one (see [LoadUDB]); what the statement says itself comes on top:
//
//	ics: {udb: core.yaml, profile: RVA23U64}
//
// An implementation of a standard whose pack is of kind exchange is a library (stdio) or a service (http). It
// names the pack, and has neither modes nor harts:
//
//	name: Go x/text
//	pack: gb18030
//	start: {adapter: stdio, command: [./answers]}
//	ics: {profile: GB18030-2022}
//
// What depends on the implementation's version stands in variants: see [IUT.For].
type IUT struct {
	Name         string
	Pack         string   // of the standard; "": riscv
	Start        Start    // in the first environment
	Environments []string // their kinds, "machine", "supervisor", "linux", "library", "service"
	ICS          ICS
	Places       []Place   // the environments; none: as Environments and Start say
	UDB          string    // file of the claims that ICS is put on top of
	Findings     string    // file of analyses of its faults; "": none
	Requires     Versions  // that the description is for; none said: all
	Variants     []Variant // what is different in some versions
	Position     Pos

	laid        *node           // the document, with a variant laid over it; nil: as it stands
	variant     string          // the versions of that variant
	environment string          // name of the one environment: see Each
	stated      bool            // there is an ics
	where       map[string]spot // of keys and values, by path: "ics.extensions.2"
}

// Place is an environment of an implementation: what it is called, of what kind it is, how the
// implementation is started in it, and what it claims differently there.
type Place struct {
	Name, Environment string
	Start             Start
	Modes             []string
	Harts             int
	Parameters        map[string]any
	Position          Pos
}

// Start says which adapter reaches an implementation, and how. What an adapter does not use it
// must refuse.
type Start struct {
	Adapter     string            // "embedded", "process", "gdb", "stdio", "http"
	Command     []string          // templates {elf}, {name}, {signature}, {isa}, {harts}
	Prepare     [][]string        // commands before it, for each image: copy it to a board
	Fetch       [][]string        // commands after it: bring results back
	Clean       [][]string        // commands in the end, however it went
	Version     []string          // a command that prints the implementation's version
	Results     string            // "signature" or "console"
	Timeout     time.Duration     // for one image; 0: the adapter's own
	Limits      Limits            // for one execution
	Retries     int               // how often cases that fail are executed once more
	Directory   string            // to start in
	Environment map[string]string // added to the process's
	Address     string            // of an implementation that is already running
	Monitor     []string          // commands for a GDB server, before each image
	Machine     *Machine          // nil: as simulators have it
	Set         map[string]any    // settings of the adapter
}

// spot is a place in an iut.yaml.
type spot struct{ line, column int }

// LoadIUT reads an iut.yaml; file is its name for messages. Without environments it is "machine",
// without modes M and U, without harts one. What a pack has to say of the claims is [IUT.Check].
func LoadIUT(file string, text []byte) (*IUT, error) {
	n, err := checkedIUT(file, text)
	if err != nil {
		return nil, err
	}
	u, err := readIUT(file, n)
	if err != nil {
		return nil, err
	}
	return u, u.readVariants(file, n)
}

// readIUT reads a document that the schema has checked, all but its variants.
func readIUT(file string, n *node) (*IUT, error) {
	var err error
	u := &IUT{
		Name:         n.get("name").text(),
		Pack:         n.get("pack").text(),
		Environments: nil,
		UDB:          n.get("ics").get("udb").text(),
		Findings:     n.get("findings").text(),
		Position:     Pos{file, n.line},
		where:        map[string]spot{},
	}
	n.spots("", u.where)
	if u.Start, err = readStart(file, "start", n.get("start")); err != nil {
		return nil, err
	}
	if err := u.readPlaces(file, n); err != nil {
		return nil, err
	}
	ics := n.child("ics")
	u.stated = ics != nil
	if ics == nil {
		ics = &field{value: &node{}}
	}
	u.ICS = readICS(ics.value)
	if u.Exchanges() {
		if err := u.withoutHarts(n); err != nil {
			return nil, err
		}
		u.ICS = u.ICS.exchanging()
	}
	if u.UDB != "" { // what the statement leaves open, the other file says
		u.ICS.Modes, u.ICS.Harts = ics.value.get("modes").texts(), int(ics.value.get("harts").integer())
	}
	if u.stated && u.ICS.Profile == "" && u.UDB == "" {
		return nil, u.fault("ics", "ics: missing profile: the one that is claimed, or udb: a file with the claims")
	}
	return u, u.checkVersions()
}

func schemaOfIUT() *schema.Schema {
	s, err := schema.Open(schema.Packs, "iut.schema.json")
	if err != nil {
		panic("specs: " + err.Error()) // an embedded schema of ours
	}
	return s
}

// checkedIUT reads what the schema finds nothing wrong with.
func checkedIUT(file string, text []byte) (*node, error) {
	n, faults := checkedYAML(file, text, schemaOfIUT())
	if len(faults) > 0 {
		return nil, (&loader{faults: faults}).report()
	}
	return n, nil
}

// spots notes where everything below a node stands.
func (n *node) spots(path string, where map[string]spot) {
	for _, f := range n.fields {
		at := strings.TrimPrefix(path+"."+f.key, ".")
		where[at] = spot{f.line, f.column}
		f.value.spots(at, where)
	}
	for i, item := range n.items {
		at := fmt.Sprintf("%s.%d", path, i)
		where[at] = spot{item.line, item.column}
		item.spots(at, where)
	}
}

// fault is something wrong at a path of the file.
func (u *IUT) fault(path, format string, args ...any) *fault {
	f := faultAt(u.Position.File, u.Position.Line, format, args...)
	if u.where != nil {
		f.column = 1
	}
	for at := path; at != ""; at = at[:max(0, strings.LastIndexByte(at, '.'))] {
		if s, ok := u.where[at]; ok {
			f.pos.Line, f.column = s.line, s.column
			break
		}
	}
	return f
}

func readStart(file, path string, start *node) (Start, error) {
	s := Start{
		Adapter:   start.get("adapter").text(),
		Command:   start.get("command").texts(),
		Version:   start.get("version").texts(),
		Results:   start.get("results").text(),
		Directory: start.get("directory").text(),
		Address:   start.get("address").text(),
		Monitor:   start.get("monitor").texts(),
		Prepare:   start.get("prepare").commands(),
		Fetch:     start.get("fetch").commands(),
		Clean:     start.get("clean").commands(),
	}
	for _, f := range start.get("environment").fields {
		if s.Environment == nil {
			s.Environment = map[string]string{}
		}
		s.Environment[f.key] = f.value.text()
	}
	if set, ok := start.get("set").plain().(map[string]any); ok {
		s.Set = set
	}
	if t := start.get("timeout"); t.text() != "" {
		var err error
		if s.Timeout, err = time.ParseDuration(t.text()); err != nil {
			f := faultAt(file, t.line, "%s.timeout: %v", path, err)
			f.column = t.column
			return s, f
		}
	}
	s.Retries = int(start.get("retries").integer())
	limits := start.get("limits")
	var err error
	if s.Machine, err = readMachine(start.get("machine")); err != nil {
		f := faultAt(file, start.get("machine").line, "%s.machine: %v", path, err)
		f.column = start.get("machine").column
		return s, f
	}
	if s.Limits, err = readLimits(limits); err != nil {
		f := faultAt(file, limits.line, "%s.limits: %v", path, err)
		f.column = limits.column
		return s, f
	}
	return s, nil
}

// readPlaces reads the environments.
func (u *IUT) readPlaces(file string, n *node) error {
	items := n.get("environments").items
	named := false
	for i, item := range items {
		path := fmt.Sprintf("environments.%d", i)
		p := Place{Name: item.text(), Start: u.Start, Position: Pos{file, item.line}}
		if item.kind == mappingNode {
			named = true
			p.Name = item.get("name").text()
			p.Environment = item.get("environment").text()
			p.Modes = item.get("modes").texts()
			p.Harts = int(item.get("harts").integer())
			if parameters, ok := item.get("parameters").plain().(map[string]any); ok {
				p.Parameters = parameters
			}
			if start := item.child("start"); start != nil {
				var err error
				if p.Start, err = readStart(file, path+".start", start.value); err != nil {
					return err
				}
			}
		}
		p.Environment = cmp.Or(p.Environment, p.Name)
		if !slices.Contains([]string{"machine", "supervisor", "linux", Library, Service}, p.Environment) {
			return u.fault(path+".name", "%s: of what kind is %q? say it: environment: machine, supervisor, linux, library or service", path, p.Name)
		}
		if p.Start.Adapter == "" {
			return u.fault(path, "%s: nothing says how to start it in %s: give it a start, or give one for all", path, p.Name)
		}
		if slices.ContainsFunc(u.Places, func(other Place) bool { return other.Name == p.Name }) {
			return u.fault(path+".name", "%s: %q is already an environment; the report needs names that differ", path, p.Name)
		}
		u.Places = append(u.Places, p)
		u.Environments = append(u.Environments, p.Environment)
	}
	switch {
	case len(items) == 0:
		u.Environments = []string{u.Start.environment()}
		fallthrough
	case !named:
		if u.Start.Adapter == "" {
			return u.fault("", "missing start: the adapter that reaches it, and how")
		}
		if len(items) < 2 {
			u.Places = nil
		}
	default:
		u.Start = u.Places[0].Start
	}
	return nil
}

// Each gives the implementation once for each of its environments: with one start, one environment,
// and what is claimed there.
func (u *IUT) Each() []*IUT {
	places := u.Places
	if places == nil {
		for _, name := range u.Environments {
			places = append(places, Place{Name: name, Environment: name, Start: u.Start, Position: u.Position})
		}
	}
	out := make([]*IUT, len(places))
	for i, p := range places {
		at := *u
		at.environment, at.Environments, at.Places, at.Start, at.Position = p.Name, []string{p.Environment}, nil, p.Start, p.Position
		if p.Modes != nil {
			at.ICS.Modes = p.Modes
		}
		at.ICS.Harts = cmp.Or(p.Harts, at.ICS.Harts)
		at.ICS.Parameters = maps.Clone(at.ICS.Parameters)
		if at.ICS.Parameters == nil {
			at.ICS.Parameters = map[string]any{}
		}
		maps.Copy(at.ICS.Parameters, p.Parameters)
		out[i] = &at
	}
	return out
}

// Environment is the name of the one environment that [IUT.Each] gave.
func (u *IUT) Environment() string { return cmp.Or(u.environment, strings.Join(u.Environments, "+")) }

// States says whether there is a conformance statement at all.
func (u *IUT) States() bool { return u.stated || u.ICS.Profile != "" || len(u.ICS.Extensions) > 0 }

// readICS reads a claim that a schema has checked, and fills in its defaults.
func readICS(n *node) ICS {
	ics := ICS{
		Profile: n.get("profile").text(),
		Modes:   n.get("modes").texts(),
		Harts:   int(n.get("harts").integer()),
	}
	for _, item := range n.get("extensions").items {
		name, version, _ := strings.Cut(item.text(), "@")
		if item.kind == mappingNode {
			name, version = item.get("name").text(), item.get("version").text()
		}
		ics.Extensions = append(ics.Extensions, name)
		if version != "" {
			if ics.Versions == nil {
				ics.Versions = map[string]string{}
			}
			ics.Versions[name] = version
		}
	}
	if parameters, ok := n.get("parameters").plain().(map[string]any); ok {
		ics.Parameters = parameters
	}
	if ics.Modes == nil {
		ics.Modes = []string{"M", "U"}
	}
	if ics.Harts == 0 {
		ics.Harts = 1
	}
	return ics
}

// checkVersions looks at what stands behind an @, which the schema does not.
func (u *IUT) checkVersions() error {
	for i, name := range u.ICS.Extensions {
		if v, ok := u.ICS.Versions[name]; ok && !isVersion(v) {
			return u.fault(fmt.Sprintf("ics.extensions.%d", i), "ics.extensions: %q is no version of %s; write %s@1.0", v, name, name)
		}
		if slices.Contains(u.ICS.Extensions[:i], name) {
			return u.fault(fmt.Sprintf("ics.extensions.%d", i), "ics.extensions: %s is already there; leave one of them out", name)
		}
	}
	return nil
}

// Check says what a pack has against the claims: names that it does not know, parameters that
// cannot be. Every fault names its place in the file.
func (u *IUT) Check(p *Pack) error {
	var faults []error
	if u.Pack != "" && u.Pack != p.Name {
		return u.fault("pack", "pack: %s implements %s, and is to be judged by pack %s; judge it by pack %s, or correct what is said here", u.Name, u.Pack, p.Name, u.Pack)
	}
	if u.ICS.Profile != "" {
		if _, ok := p.Profile(u.ICS.Profile); !ok {
			names := make([]string, len(p.Profiles))
			for i := range p.Profiles {
				names[i] = p.Profiles[i].Name
			}
			faults = append(faults, u.fault("ics.profile", "ics.profile: no profile %q in pack %s; %s", u.ICS.Profile, p.Name, didYouMean(u.ICS.Profile, names)))
		}
	}
	for i, name := range u.ICS.Extensions {
		path := fmt.Sprintf("ics.extensions.%d", i)
		if err := p.CheckExtension(name, u.ICS.Versions[name]); err != nil {
			faults = append(faults, u.fault(path, "ics.extensions: %v", err))
		}
	}
	check := func(path string, parameters map[string]any) {
		for _, name := range slices.Sorted(maps.Keys(parameters)) {
			if err := p.CheckParameter(name, parameters[name]); err != nil {
				faults = append(faults, u.fault(path+"."+name, "%s: %v", strings.TrimSuffix(path, "."), err))
			}
		}
	}
	check("ics.parameters", u.ICS.Parameters)
	for i, place := range u.Places {
		check(fmt.Sprintf("environments.%d.parameters", i), place.Parameters)
	}
	return errors.Join(faults...)
}

// LoadICS reads a conformance statement alone: the ics of an iut.yaml, with or without what is
// around it, as `touchstone probe` writes one.
func LoadICS(file string, text []byte, p *Pack) (ICS, error) {
	n, err := parseYAML(file, text)
	if err != nil {
		return ICS{}, err
	}
	u := &IUT{Position: Pos{file, n.line}, where: map[string]spot{}}
	n.spots("", u.where)
	ics := n.get("ics")
	if n.child("variants") != nil {
		return ICS{}, u.fault("variants", "variants: what is claimed here depends on the version of an implementation; give a file with one statement")
	}
	if n.child("ics") == nil {
		return ICS{}, u.fault("", "there is no ics in it, and it is no architecture configuration (kind: architecture configuration)")
	}
	whole := &node{kind: mappingNode, line: n.line, column: n.column, fields: []field{{"name", n.line, n.column, &node{scalar: "statement"}}}}
	for _, f := range n.fields {
		if f.key != "name" {
			whole.fields = append(whole.fields, f)
		}
	}
	if faults := checkedNode(file, whole, schemaOfIUT()); len(faults) > 0 {
		return ICS{}, (&loader{faults: faults}).report()
	}
	u.ICS = readICS(ics)
	if u.ICS.Profile == "" {
		return ICS{}, u.fault("ics", "ics: missing profile: the one that is claimed")
	}
	if err := u.checkVersions(); err != nil {
		return ICS{}, err
	}
	return u.ICS, u.Check(p)
}

// Over puts a statement on top of another one: what it says itself counts, its extensions are added.
func (ics ICS) Over(base ICS) ICS {
	out := base
	out.Profile = cmp.Or(ics.Profile, base.Profile)
	out.Extensions = slices.Clone(base.Extensions)
	for _, name := range ics.Extensions {
		if !slices.Contains(out.Extensions, name) {
			out.Extensions = append(out.Extensions, name)
		}
	}
	merge := func(a, b map[string]string) map[string]string {
		if len(a)+len(b) == 0 {
			return nil
		}
		m := map[string]string{}
		maps.Copy(m, a)
		maps.Copy(m, b)
		return m
	}
	out.Versions = merge(base.Versions, ics.Versions)
	if len(base.Parameters)+len(ics.Parameters) > 0 {
		out.Parameters = map[string]any{}
		maps.Copy(out.Parameters, base.Parameters)
		maps.Copy(out.Parameters, ics.Parameters)
	}
	if len(ics.Modes) > 0 {
		out.Modes = ics.Modes
	}
	out.Harts = max(base.Harts, ics.Harts)
	return out
}
