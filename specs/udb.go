package specs

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"touchstone/specs/schema"
)

// UDB is an architecture configuration of the RISC-V unified database, read as a conformance
// statement.
type UDB struct {
	Name    string
	ICS     ICS      // Profile is empty when the configuration has the mandatory extensions of none
	Unknown []string // extensions that the pack does not know, sorted
	Ignored []string // parameters that no rule of the pack depends on, sorted
}

// IsUDB says whether a file looks like an architecture configuration, and not like an iut.yaml.
func IsUDB(text []byte) bool {
	for line := range bytes.Lines(text) {
		if bytes.HasPrefix(line, []byte("kind:")) {
			return bytes.Contains(line, []byte("architecture configuration"))
		}
	}
	return false
}

// LoadUDB reads an architecture configuration; file is its name for messages. What is claimed are the
// implemented extensions of a full configuration, [A, "2.1.0"] or {name: A, version: "= 2.1.0"},
// and the mandatory ones of a partial one. Sm, U, S and H are modes. Of the parameters it takes
//
//	MISALIGNED_LDST                        MISALIGNED_LDST_HW_SUPPORT
//	MISALIGNED_MAX_ATOMICITY_GRANULE_SIZE  MISALIGNED_ATOMICITY_GRANULE_SIZE, unless it is 0
//	LRSC_RESERVATION_STRATEGY              LR_RESERVATION_SET_SIZE, unless it is custom
//	NUM_PMP_ENTRIES                        PMP_ENTRY_COUNT
//	MCOUNTENABLE_EN                        false when it is of every counter
//	VLEN ELEN CACHE_BLOCK_SIZE PMP_GRANULARITY TIME_CSR_IMPLEMENTED MISA_CSR_IMPLEMENTED
//	ASID_WIDTH PHYS_ADDR_WIDTH             by the same names
//
// and the profile is the largest one of which all mandatory extensions are claimed.
func LoadUDB(file string, text []byte, p *Pack) (*UDB, error) {
	s, err := schema.Open(schema.Packs, "udb.schema.json")
	if err != nil {
		panic("specs: " + err.Error()) // an embedded schema of ours
	}
	n, faults := checkedYAML(file, text, s)
	if len(faults) > 0 {
		return nil, (&loader{faults: faults}).report()
	}
	r := &udbReader{file: file, pack: p, out: &UDB{Name: n.get("name").text(), ICS: ICS{Modes: []string{"M"}, Harts: 1}}}
	switch n.get("type").text() {
	case "fully configured":
		r.extensions(n, "implemented_extensions")
	case "partially configured":
		r.extensions(n, "mandatory_extensions")
	default:
		r.fault(n, []string{"type"}, "type: an unconfigured architecture claims nothing; give a fully or partially configured one")
	}
	r.parameters(n)
	if len(r.faults) > 0 {
		return nil, (&loader{faults: r.faults}).report()
	}
	r.out.ICS.Profile = p.profileOf(r.out.ICS.Extensions)
	slices.Sort(r.out.Unknown)
	slices.Sort(r.out.Ignored)
	return r.out, nil
}

type udbReader struct {
	file   string
	pack   *Pack
	out    *UDB
	faults []*fault
}

func (r *udbReader) fault(n *node, path []string, format string, args ...any) {
	line, column := n.at(path...)
	f := faultAt(r.file, line, format, args...)
	f.column = column
	r.faults = append(r.faults, f)
}

func (r *udbReader) extensions(n *node, key string) {
	list := n.child(key)
	if list == nil || len(list.value.items) == 0 {
		r.fault(n, []string{key}, "%s: there are none; the base I at least is one", key)
		return
	}
	ics := &r.out.ICS
	for i, item := range list.value.items {
		name, version := item.text(), ""
		switch item.kind {
		case mappingNode:
			name, version = item.get("name").text(), item.get("version").text()
		case sequenceNode:
			name, version = item.items[0].text(), item.items[1].text()
		}
		switch name {
		case "Sm": // that there is machine mode: what the runtime stands on
			continue
		case "U", "S":
			ics.Modes = append(ics.Modes, name)
			continue
		case "H":
			ics.Modes = append(ics.Modes, "HS", "VS", "VU")
		}
		if _, ok := r.pack.Extension(name); !ok {
			r.out.Unknown = append(r.out.Unknown, name)
			continue
		}
		if slices.Contains(ics.Extensions, name) {
			continue
		}
		ics.Extensions = append(ics.Extensions, name)
		if version = exactVersion(version); version == "" {
			continue
		}
		if err := r.pack.CheckExtension(name, version); err != nil {
			r.fault(n, []string{key, fmt.Sprint(i)}, "%s: %v", key, err)
			continue
		}
		if ics.Versions == nil {
			ics.Versions = map[string]string{}
		}
		ics.Versions[name] = version
	}
}

// exactVersion is the version of a requirement that leaves no choice of the first two numbers, "" of others.
func exactVersion(requirement string) string {
	v := strings.TrimSpace(requirement)
	v = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(v, "~>"), "="))
	if !isVersion(v) {
		return ""
	}
	return v
}

func (r *udbReader) parameters(n *node) {
	for _, f := range n.get("params").fields {
		name, value, known := udbParameter(f.key, f.value.plain())
		switch {
		case f.key == "MXLEN":
			if xlen, ok := Number(f.value.plain()); !ok || xlen != 64 {
				r.fault(n, []string{"params", f.key}, "params: MXLEN is %v; the profiles of pack %s are those of 64 bits", f.value.plain(), r.pack.Name)
			}
		case !known:
			r.out.Ignored = append(r.out.Ignored, f.key)
		case value == nil:
		default:
			if err := r.pack.CheckParameter(name, value); err != nil {
				r.fault(n, []string{"params", f.key}, "params.%s: %v", f.key, err)
				continue
			}
			if r.out.ICS.Parameters == nil {
				r.out.ICS.Parameters = map[string]any{}
			}
			r.out.ICS.Parameters[name] = value
		}
	}
}

// udbParameter is a parameter of the database as the standard calls it. The value is nil where it
// claims nothing.
func udbParameter(name string, value any) (ours string, claimed any, known bool) {
	switch name {
	case "VLEN", "ELEN", "CACHE_BLOCK_SIZE", "PMP_GRANULARITY", "TIME_CSR_IMPLEMENTED", "MISA_CSR_IMPLEMENTED", "ASID_WIDTH", "PHYS_ADDR_WIDTH":
		return name, value, true
	case "MISALIGNED_LDST":
		return "MISALIGNED_LDST_HW_SUPPORT", value, true
	case "NUM_PMP_ENTRIES":
		return "PMP_ENTRY_COUNT", value, true
	case "MISALIGNED_MAX_ATOMICITY_GRANULE_SIZE":
		if size, ok := Number(value); ok && size == 0 {
			value = nil
		}
		return "MISALIGNED_ATOMICITY_GRANULE_SIZE", value, true
	case "LRSC_RESERVATION_STRATEGY":
		text, _ := value.(string)
		switch text {
		case "reserve naturally-aligned 64-byte region":
			value = uint64(64)
		case "reserve naturally-aligned 128-byte region":
			value = uint64(128)
		case "reserve exactly enough to cover the access":
			value = uint64(8) // of the largest access, which lr.d is
		case "custom":
			value = nil
		}
		return "LR_RESERVATION_SET_SIZE", value, true
	case "MCOUNTENABLE_EN":
		list, ok := value.([]any)
		if !ok {
			return name, value, true
		}
		if slices.Contains(list, any(true)) {
			return name, nil, true
		}
		return name, false, true
	}
	return "", nil, false
}

// profileOf is the profile with the most mandatory extensions, of those that have all of them claimed
// and content in the pack; "" when there is none.
func (p *Pack) profileOf(extensions []string) string {
	claimed := map[string]bool{}
	for _, name := range extensions {
		claimed[name] = true
	}
	p.Close(claimed)
	best, most := "", -1
	for i := range p.Profiles {
		profile := &p.Profiles[i]
		all := len(profile.Mandatory) > most
		for _, name := range profile.Mandatory {
			e, ok := p.Extension(name)
			all = all && ok && e.InPack && p.has(claimed, e)
		}
		if all {
			best, most = profile.Name, len(profile.Mandatory)
		}
	}
	return best
}

// has says whether an extension is claimed, by its name or, as B is, by all that it stands for.
func (p *Pack) has(claimed map[string]bool, e *Extension) bool {
	if claimed[e.Name] {
		return true
	}
	implied := e.Implied(func(string) bool { return false })
	for _, name := range implied {
		if !claimed[name] {
			return false
		}
	}
	return len(implied) > 1
}
