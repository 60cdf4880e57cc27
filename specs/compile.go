package specs

import (
	"io/fs"
	"math/bits"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// This file turns checked YAML into the pack's nouns, and checks what a schema cannot: references
// between files.

type extensionFolder struct{ folder, extension string }

func (l *loader) extensions() []extensionFolder {
	n := l.yaml("extensions.yaml", "extensions")
	if n == nil {
		return nil
	}
	var folders []extensionFolder
	for _, f := range n.fields {
		e := Extension{
			Name:     f.key,
			Version:  f.value.get("version").text(),
			Title:    f.value.get("title").text(),
			Implies:  f.value.get("implies").texts(),
			Position: l.pos("extensions.yaml", f.line),
		}
		if folder := f.value.get("folder").text(); folder != "" {
			e.InPack = true
			if i := slices.IndexFunc(folders, func(o extensionFolder) bool { return o.folder == folder }); i >= 0 {
				l.fault(e.Position, "%s: folder %s is already that of %s", f.key, folder, folders[i].extension)
			}
			if _, err := fs.Stat(l.fsys, folder); err != nil {
				l.fault(e.Position, "%s: there is no folder %s in the pack", f.key, folder)
			}
			folders = append(folders, extensionFolder{folder, f.key})
		}
		l.pack.Extensions = append(l.pack.Extensions, e)
	}
	return folders
}

func (l *loader) profiles(file string) {
	n := l.yaml(file, "profiles")
	if n == nil {
		return
	}
	for _, f := range n.fields {
		p := Profile{
			Name:      f.key,
			Base:      f.value.get("base").text(),
			XLEN:      int(f.value.get("xlen").integer()),
			Mandatory: f.value.get("mandatory").texts(),
			Optional:  f.value.get("optional").lists(),
			Position:  l.pos(file, f.line),
		}
		if first, ok := l.pack.Profile(p.Name); ok {
			l.twice("profile", p.Name, p.Position, first.Position)
		}
		l.pack.Profiles = append(l.pack.Profiles, p)
	}
}

func (l *loader) operands() {
	n := l.yaml("operands.yaml", "operands")
	if n == nil {
		return
	}
	for _, f := range n.fields {
		o := Operand{
			Name:     f.key,
			Bits:     f.value.get("bits").text(),
			Shift:    int(f.value.get("shift").integer()),
			Bias:     int(f.value.get("bias").integer()),
			Kind:     f.value.get("kind").text(),
			Position: l.pos("operands.yaml", f.line),
		}
		for _, v := range f.value.get("not").items {
			o.Not = append(o.Not, v.integer())
		}
		if problem := checkBits(o.Bits, 31); problem != "" {
			l.fault(o.Position, "operand %s: bits %q: %s", o.Name, o.Bits, problem)
		}
		l.pack.Operands = append(l.pack.Operands, o)
	}
}

func (l *loader) instructions(file, extension string) {
	n := l.yaml(file, "insts")
	if n == nil {
		return
	}
	for _, f := range n.fields {
		does := f.value.get("does")
		r := Row{
			Name:      f.key,
			Extension: extension,
			Match:     f.value.get("match").text(),
			Asm:       f.value.get("asm").text(),
			Fields:    f.value.get("fields").texts(),
			Also:      f.value.get("also").texts(),
			When:      f.value.get("when").text(),
			Does:      does.text(),
			DoesLine:  does.line,
			Expands:   f.value.get("expands").text(),
			Rules:     f.value.get("rules").lists(),
			Position:  l.pos(file, f.line),
		}
		if does.literal {
			r.DoesLine++
		}
		if r.Does != "" && r.Expands != "" {
			l.fault(r.Position, "%s has both does and expands; a row that expands has no semantics of its own", r.Name)
		}
		l.pack.Instructions = append(l.pack.Instructions, r)
	}
}

func (l *loader) csrs(file, extension string) {
	n := l.yaml(file, "csrs")
	if n == nil {
		return
	}
	for _, f := range n.fields {
		c := CSR{
			Name:      f.key,
			Extension: extension,
			Address:   int(f.value.get("address").integer()),
			Guard:     f.value.get("guard").text(),
			Wrote:     f.value.get("wrote").text(),
			Volatile:  f.value.get("volatile").text(),
			Rules:     f.value.get("rules").lists(),
			Position:  l.pos(file, f.line),
		}
		var used uint64
		for _, ff := range f.value.get("fields").fields {
			d := Field{
				Name:  ff.key,
				Bits:  ff.value.get("bits").text(),
				Legal: ff.value.get("legal").text(),
				Of:    ff.value.get("of").text(),
				By:    ff.value.get("by").text(),
			}
			pos := l.pos(file, ff.line)
			if problem := checkBits(d.Bits, 63); problem != "" {
				l.fault(pos, "%s.%s: bits %q: %s", c.Name, d.Name, d.Bits, problem)
			} else if m := bitMask(d.Bits); used&m != 0 {
				l.fault(pos, "%s.%s: bits %q: another field has some of them", c.Name, d.Name, d.Bits)
			} else {
				used |= m
			}
			c.Fields = append(c.Fields, d)
		}
		l.pack.CSRs = append(l.pack.CSRs, c)
	}
}

func (l *loader) rules(file, extension string) {
	n := l.yaml(file, "rules")
	if n == nil {
		return
	}
	for _, f := range n.fields {
		v := f.value
		l.pack.Rules = append(l.pack.Rules, Rule{
			ID:         f.key,
			Extension:  extension,
			Chapter:    v.get("chapter").text(),
			Kind:       Kind(v.get("kind").text()),
			Level:      v.get("level").text(),
			When:       v.get("when").text(),
			Source:     v.get("source").text(),
			Line:       int(v.get("line").integer()),
			Anchors:    v.get("anchors").texts(),
			TextSHA256: v.get("sha256").text(),
			Summary:    v.get("summary").text(),
			Untestable: Untestable(v.get("untestable").text()),
			Unverified: v.get("unverified").truth(),
			Position:   l.pos(file, f.line),
		})
		if r := &l.pack.Rules[len(l.pack.Rules)-1]; r.TextSHA256 == "" && !r.Unverified {
			l.fault(r.Position, "%s: missing sha256: of the standard's own text; write unverified: true of a clause that nobody has read there", r.ID)
		}
	}
}

// bitPieces reads a bits string: pairs of most and least significant bit.
func bitPieces(bits string) (pieces [][2]int, ok bool) {
	for _, text := range strings.Fields(bits) {
		hi, lo, ranged := strings.Cut(text, ":")
		if !ranged {
			lo = hi
		}
		msb, err1 := strconv.Atoi(hi)
		lsb, err2 := strconv.Atoi(lo)
		if err1 != nil || err2 != nil || msb < lsb || lsb < 0 {
			return nil, false
		}
		pieces = append(pieces, [2]int{msb, lsb})
	}
	return pieces, len(pieces) > 0
}

func checkBits(bits string, top int) string {
	pieces, ok := bitPieces(bits)
	if !ok {
		return "give pieces such as \"31:25 11:7\", the higher bit first"
	}
	var used uint64
	for _, p := range pieces {
		if p[0] > top {
			return "bit " + strconv.Itoa(p[0]) + " is above " + strconv.Itoa(top)
		}
		m := (uint64(2)<<(p[0]-p[1]) - 1) << p[1]
		if used&m != 0 {
			return "a bit is used twice"
		}
		used |= m
	}
	return ""
}

func bitMask(bits string) (mask uint64) {
	pieces, _ := bitPieces(bits)
	for _, p := range pieces {
		mask |= (uint64(2)<<(p[0]-p[1]) - 1) << p[1]
	}
	return mask
}

func (l *loader) twice(what, name string, pos, first Pos) {
	l.fault(pos, "%s %s is already at %s:%d", what, name, first.File, first.Line)
}

// references checks names across files.
func (l *loader) references() {
	p := l.pack
	extension := func(pos Pos, who, name string) {
		if _, ok := p.Extension(name); !ok {
			l.fault(pos, "%s: no extension %s in extensions.yaml", who, name)
		}
	}
	for _, e := range p.Extensions {
		for _, i := range e.Implications() {
			for _, name := range append([]string{i.Name}, i.With...) {
				extension(e.Position, e.Name, name)
			}
		}
	}
	for _, f := range p.Profiles {
		if f.Base != "" {
			extension(f.Position, f.Name, f.Base)
		}
		for _, name := range f.Mandatory {
			extension(f.Position, f.Name, name)
		}
		for _, class := range f.Optional {
			for _, name := range class {
				extension(f.Position, f.Name, name)
			}
		}
	}
	if p.DefaultProfile != "" {
		if _, ok := p.Profile(p.DefaultProfile); !ok {
			l.fault(l.pos("pack.yaml", 1), "default_profile: no profile %s in profiles/", p.DefaultProfile)
		}
	}
	for profile, names := range p.Claims {
		pos := l.pos("pack.yaml", 1)
		if _, ok := p.Profile(profile); !ok {
			l.fault(pos, "embedded_claims: no profile %s in profiles/", profile)
		}
		for _, name := range names {
			extension(pos, "embedded_claims", name)
		}
	}
	if ics := p.DefaultICS; ics != nil {
		pos := l.pos("pack.yaml", 1)
		if _, ok := p.Profile(ics.Profile); !ok {
			l.fault(pos, "embedded_ics: no profile %s in profiles/", ics.Profile)
		}
		for _, name := range ics.Extensions {
			extension(pos, "embedded_ics", name)
		}
	}
	l.ruleReferences()
	l.rowReferences()
	l.interpretationReferences()
}

func (l *loader) ruleReferences() {
	rules := make(map[string]Pos, len(l.pack.Rules))
	for _, r := range l.pack.Rules {
		if first, ok := rules[r.ID]; ok {
			l.twice("rule", r.ID, r.Position, first)
			continue
		}
		rules[r.ID] = r.Position
	}
	check := func(pos Pos, who, id string) {
		if _, ok := rules[id]; !ok {
			l.fault(pos, "%s: no rule %s in any rules.yaml", who, id)
		}
	}
	lists := func(pos Pos, who string, aspects map[string][]string) {
		for aspect, ids := range aspects {
			for _, id := range ids {
				check(pos, who+"."+aspect, id)
			}
		}
	}
	for _, c := range l.cells {
		for _, id := range RuleIDs(c.ids) {
			check(c.pos, "the cell "+rulesColumn, id)
		}
	}
	for _, r := range l.pack.Instructions {
		lists(r.Position, r.Name, r.Rules)
	}
	for _, c := range l.pack.CSRs {
		lists(c.Position, c.Name, c.Rules)
		if c.Volatile != "" {
			check(c.Position, c.Name+".volatile", c.Volatile)
		}
		for _, f := range c.Fields {
			if f.By != "" {
				check(c.Position, c.Name+"."+f.Name, f.By)
			}
		}
	}
}

func (l *loader) rowReferences() {
	word := regexp.MustCompile(`[A-Za-z_0-9]+`)
	// What stands for itself in asm and expands: registers by number or ABI name, numbers, and rtz.
	literal := regexp.MustCompile(`^([0-9]+|[xfv][0-9]+|f?[ast][0-9]+|zero|ra|sp|gp|tp|fp|rtz)$`)
	operands := make(map[string]bool, len(l.pack.Operands))
	for _, o := range l.pack.Operands {
		operands[o.Name] = true
	}
	rows := make(map[string]Pos, len(l.pack.Instructions))
	for _, r := range l.pack.Instructions {
		if first, ok := rows[r.Name]; ok {
			l.twice("row", r.Name, r.Position, first)
			continue
		}
		rows[r.Name] = r.Position
	}
	for _, r := range l.pack.Instructions {
		base, arguments, _ := strings.Cut(r.Expands, " ")
		if _, ok := rows[base]; base != "" && !ok {
			l.fault(r.Position, "%s: expands %q: there is no row %s", r.Name, r.Expands, base)
		}
		for _, w := range slices.Concat(word.FindAllString(r.Asm, -1), r.Fields, word.FindAllString(arguments, -1)) {
			if !operands[w] && !literal.MatchString(w) {
				l.fault(r.Position, "%s: no operand %s in operands.yaml", r.Name, w)
			}
		}
	}
	l.namedCSRs()
}

// namedCSRs lets an extension's row take the place of a name in the pack's own csrs.yaml, and
// refuses two registers of one name or one address.
func (l *loader) namedCSRs() {
	described := make(map[string]CSR, len(l.pack.CSRs))
	for _, c := range l.pack.CSRs {
		if c.Extension != "" {
			described[c.Name] = c
		}
	}
	l.pack.CSRs = slices.DeleteFunc(l.pack.CSRs, func(c CSR) bool {
		row, ok := described[c.Name]
		return c.Extension == "" && ok && row.Address == c.Address
	})
	names := make(map[string]CSR, len(l.pack.CSRs))
	addresses := make(map[int]CSR, len(l.pack.CSRs))
	for _, c := range l.pack.CSRs {
		if first, ok := names[c.Name]; ok {
			l.twice("CSR", c.Name, c.Position, first.Position)
			continue
		}
		names[c.Name] = c
		if other, ok := addresses[c.Address]; ok {
			l.fault(c.Position, "CSR %s: address %#x is already that of %s (%s:%d)", c.Name, c.Address, other.Name, other.Position.File, other.Position.Line)
		}
		addresses[c.Address] = c
	}
	for _, c := range l.pack.CSRs {
		l.view(c, names)
	}
}

// view checks a register whose fields are bits of another: all of them are, and of one that keeps
// its own.
func (l *loader) view(c CSR, names map[string]CSR) {
	var of string
	for i, f := range c.Fields {
		name, place, ok := strings.Cut(f.Of, " ")
		if !ok {
			name = ""
		}
		base := names[name]
		switch {
		case i > 0 && name != of:
			l.fault(c.Position, "%s.%s: the fields of a register are all of one other register, or of none", c.Name, f.Name)
		case name == "":
		case len(base.Fields) == 0:
			l.fault(c.Position, "%s.%s: of %q: no register %s with fields", c.Name, f.Name, f.Of, name)
		case slices.ContainsFunc(base.Fields, func(b Field) bool { return strings.Contains(b.Of, " ") }):
			l.fault(c.Position, "%s.%s: of %q: %s is itself bits of another register; name that one", c.Name, f.Name, f.Of, name)
		case f.Legal != "":
			l.fault(c.Position, "%s.%s: what is legal is said by %s, of which it is bits", c.Name, f.Name, name)
		case strings.Contains(f.Bits, " ") || checkBits(place, 63) != "" || bits.OnesCount64(bitMask(place)) != bits.OnesCount64(bitMask(f.Bits)):
			l.fault(c.Position, "%s.%s: of %q: give as many bits as the field has, %s", c.Name, f.Name, f.Of, f.Bits)
		}
		of = name
	}
}
