package specs

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// CheckExtension says what is wrong with the claim of an extension in a version; "": whichever. A
// pack judges one version of each, whose first two numbers a claim must have.
func (p *Pack) CheckExtension(name, version string) error {
	e, ok := p.Extension(name)
	if !ok {
		names := make([]string, len(p.Extensions))
		for i := range p.Extensions {
			names[i] = p.Extensions[i].Name
		}
		return fmt.Errorf("the conformance statement claims extension %q, which pack %s does not know; %s", name, p.Name, didYouMean(name, names))
	}
	if version == "" || e.Version == "" {
		return nil
	}
	if !isVersion(version) {
		return fmt.Errorf("%q is no version of %s; write it as %s", version, name, e.Version)
	}
	if significant(version) != significant(e.Version) {
		return fmt.Errorf("version %s of %s is claimed, and pack %s judges %s: claim that, or leave %s out", version, name, p.Name, e.Version, name)
	}
	return nil
}

// isVersion: numbers with points or p between them.
func isVersion(v string) bool {
	for part := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == '.' || r == 'p' }) {
		if _, err := strconv.ParseUint(part, 10, 16); err != nil {
			return false
		}
	}
	return v != "" && !strings.HasPrefix(v, ".") && !strings.HasPrefix(v, "p")
}

// significant is the first two numbers of a version.
func significant(v string) string {
	parts := append(strings.FieldsFunc(v, func(r rune) bool { return r == '.' || r == 'p' }), "0", "0")
	return strings.TrimLeft(parts[0], "0") + "." + strings.TrimLeft(parts[1], "0")
}

// shape is what values a parameter can have.
type shape struct {
	kind     shapeKind
	min, max uint64   // of a number
	words    []string // of a word
	what     string   // for people: "the length of vector registers", "it"
	unit     string   // ", in bytes"
}

type shapeKind uint8

const (
	anything shapeKind = iota
	truth
	whole
	power // of two
	word
)

// shapeOf gives what the standard says of the parameters that are claimed most. Of the others of a
// pack's catalogue any value is taken.
func shapeOf(name string) shape {
	const most = 1<<63 - 1
	switch name {
	case "VLEN":
		return shape{kind: power, min: 128, max: 65536, what: "the length of vector registers"}
	case "ELEN":
		return shape{kind: power, min: 8, max: 65536, what: "the length of the longest vector element"}
	case "LR_RESERVATION_SET_SIZE", "CACHE_BLOCK_SIZE", "MISALIGNED_ATOMICITY_GRANULE_SIZE":
		return shape{kind: power, min: 1, max: most, what: "it", unit: ", in bytes"}
	case "PMP_ENTRY_COUNT":
		return shape{kind: whole, max: 64, what: "it"}
	case "PMP_GRANULARITY":
		return shape{kind: whole, min: 2, max: 63, what: "it", unit: ": the binary logarithm of the bytes of the smallest region"}
	case "ASID_WIDTH":
		return shape{kind: whole, max: 16, what: "it"}
	case "PHYS_ADDR_WIDTH":
		return shape{kind: whole, min: 1, max: 64, what: "it"}
	case "MISALIGNED_LDST_HW_SUPPORT", "TIME_CSR_IMPLEMENTED", "MISA_CSR_IMPLEMENTED", "MCOUNTENABLE_EN":
		return shape{kind: truth}
	case "MISALIGNED_LDST_EXC_TYPE":
		return shape{kind: word, words: []string{"address-misaligned", "access-fault"}}
	}
	return shape{}
}

// parametersBeside are those that no rule of a pack is about, and that claims may have nevertheless:
// the standard names them, or what the harness does depends on them.
func (p *Pack) parametersBeside() []string {
	if p.Exchanges() {
		return nil
	}
	return []string{"ASID_WIDTH", "PHYS_ADDR_WIDTH", "MISALIGNED_LDST_EXC_TYPE", "TIME_CSR_IMPLEMENTED", "MCOUNTENABLE_EN"}
}

// Parameters are the names that a conformance statement may give a value, sorted: those of the
// catalogue, of the statement of the pack's own implementation, and those that the semantics ask for.
func (p *Pack) Parameters() []string {
	set := map[string]bool{}
	for i := range p.Rules {
		if p.Rules[i].Kind == Parameter {
			set[p.Rules[i].ID] = true
		}
	}
	if p.DefaultICS != nil {
		for name := range p.DefaultICS.Parameters {
			set[name] = true
		}
		for _, name := range p.parametersBeside() {
			set[name] = true
		}
	}
	for _, s := range p.Semantics {
		for _, text := range strings.Split(s.Text, "ics.parameter(\"")[1:] {
			name, _, _ := strings.Cut(text, `"`)
			set[name] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// Parameter says how a parameter is written. Case does not matter.
func (p *Pack) Parameter(name string) (canonical string, ok bool) {
	for _, known := range p.Parameters() {
		if strings.EqualFold(known, name) {
			return known, true
		}
	}
	return "", false
}

// CheckParameter says what is wrong with what a conformance statement gives a parameter, before
// anything is computed with it: its name, its type, or a length or size such as the standard does
// not allow.
func (p *Pack) CheckParameter(name string, value any) error {
	names := p.Parameters()
	if !slices.Contains(names, name) {
		return fmt.Errorf("pack %s knows no parameter %s; %s", p.Name, name, didYouMean(name, names))
	}
	shown := fmt.Sprint(value)
	if text, ok := value.(string); ok {
		shown = strconv.Quote(text)
	}
	n, isNumber := Number(value)
	s := shapeOf(name)
	if s.kind == anything && p.DefaultICS != nil {
		like := p.DefaultICS.Parameters[name]
		if _, ok := Number(like); ok {
			s = shape{kind: whole, max: 1<<63 - 1, what: "it"}
		} else if _, ok := like.(bool); ok {
			s.kind = truth
		}
	}
	must := ""
	switch s.kind {
	case truth:
		if _, ok := value.(bool); !ok {
			must = "it is true or false"
		}
	case whole:
		switch {
		case isNumber && n >= s.min && n <= s.max:
		case s.max == 1<<63-1:
			must = s.what + " is a whole number" + s.unit
		default:
			must = fmt.Sprintf("%s is a whole number from %d to %d%s", s.what, s.min, s.max, s.unit)
		}
	case power:
		switch {
		case isNumber && n >= s.min && n <= s.max && bits.OnesCount64(n) == 1:
		case s.max == 1<<63-1:
			must = s.what + " is a power of two" + s.unit
		default:
			must = fmt.Sprintf("%s is a power of two from %d to %d%s", s.what, s.min, s.max, s.unit)
		}
	case word:
		if text, ok := value.(string); !ok || !slices.Contains(s.words, text) {
			must = "it is one of " + strings.Join(s.words, ", ")
		}
	}
	if must != "" {
		return fmt.Errorf("%s is %s; %s", name, shown, must)
	}
	return nil
}

// didYouMean ends a message about a name that is not known.
func didYouMean(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	if len(known) <= 12 {
		return "it has " + strings.Join(known, ", ")
	}
	return "`touchstone spec list` names those it has"
}

// Nearest is the name among those known that a misspelt one may stand for; "": every one differs too much.
func Nearest(name string, known []string) string { return nearest(name, known) }

// nearest is the name that differs from another one by the fewest letters, "" when every one differs
// by too many.
func nearest(name string, known []string) string {
	best, least := "", 2 // one letter of a short name, a third of a long one
	if len(name) > 3 {
		least = max(2, len(name)/3) + 1
	}
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts letters to insert, take away or replace.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
