package probe

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// conclude makes facts of answers, and holds them against the claims.
func (p *prober) conclude() *Result {
	ics := p.request.ICS
	r := &Result{Claimed: ics.Profile != "", Facts: p.facts(), Contradictions: []Contradiction{}}
	claimed := p.claimed()
	r.Extensions = p.extensions(claimed, r.Claimed)
	if r.Claimed {
		r.Contradictions = append(r.Contradictions, against(r.Extensions)...)
		r.Contradictions = append(r.Contradictions, p.againstModes()...)
		for i := range r.Facts {
			f := &r.Facts[i]
			claim, ok := ics.Parameters[f.Parameter]
			if f.Parameter == "" || !ok {
				continue
			}
			f.Claim = claim
			if f.value != nil && !p.agree(f, claim) {
				r.Contradictions = append(r.Contradictions, Contradiction{
					About: f.Parameter, Claim: fmt.Sprint(claim), Found: f.Value, Seen: f.Seen,
				})
			}
		}
	}
	r.ICS = p.statement(r)
	return r
}

// claimed is the closure of what the statement claims.
func (p *prober) claimed() map[string]bool {
	set := map[string]bool{"I": true}
	if profile, ok := p.request.Pack.Profile(p.request.ICS.Profile); ok {
		for _, name := range profile.Mandatory {
			set[name] = true
		}
	}
	for _, name := range p.request.ICS.Extensions {
		set[name] = true
	}
	p.request.Pack.Close(set)
	return set
}

// extensions says of each extension what was seen. Those that stand for others come after them.
func (p *prober) extensions(claimed map[string]bool, stated bool) []Extension {
	found := map[string]Extension{}
	for _, t := range trials() {
		if a, asked := p.answers["extension:"+t.extension]; asked {
			found[t.extension] = standing(t, a, claimed[t.extension])
		}
	}
	pack := p.request.Pack
	there := func(name string) bool { return found[name].Found == There || found[name].Found == Implied }
	for before := -1; before != len(found); {
		before = len(found)
		for i := range pack.Extensions {
			e := &pack.Extensions[i]
			if _, ok := found[e.Name]; ok || unseen(e.Name) != "" {
				continue
			}
			if names := seenOf(e); len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !there(n) }) {
				found[e.Name] = Extension{Found: Implied, Seen: "all of " + strings.Join(names, ", ")}
			}
		}
	}
	var out []Extension
	for i := range pack.Extensions {
		e := &pack.Extensions[i]
		x, ok := found[e.Name]
		if !ok {
			x = p.unasked(e)
		}
		x.Name, x.Claimed = e.Name, stated && claimed[e.Name]
		if x.Found != NotInPack || x.Claimed {
			out = append(out, x)
		}
	}
	return out
}

// seenOf lists what an umbrella stands for, as far as a program can tell: A stands for Zaamo and Zalrsc.
func seenOf(e *specs.Extension) []string {
	if !slices.Contains(umbrellas(), e.Name) {
		return nil
	}
	names := e.Implied(func(string) bool { return false })
	return slices.DeleteFunc(names, func(n string) bool { return unseen(n) != "" })
}

func standing(t trialOf, a answer, claimed bool) Extension {
	x := Extension{Seen: a.how()}
	right := a.ended && a.a0 == t.want
	switch {
	case right:
		x.Found = There
	case a.kernel:
		x.Found = NotToSee
	case a.out.Status != trial.Finished:
		x.Found = Unclear
	case t.soft:
		x.Found = Unclear
	case a.ended && claimed:
		x.Found = Wrong
		x.Seen += fmt.Sprintf(", where %#x is right", t.want)
	default:
		x.Found = Absent
	}
	return x
}

// unasked says why nothing was executed for an extension.
func (p *prober) unasked(e *specs.Extension) Extension {
	x := Extension{Found: NotToSee, Seen: unseen(e.Name)}
	switch {
	case x.Seen != "":
	case e.Name == "Sm" && !p.linux:
		x = Extension{Found: There, Seen: "images run in machine mode"}
	case e.Name == "Zicclsm" || e.Name == "Za64rs" || e.Name == "Za128rs" || e.Name == "Zic64b" || e.Name == "Supm":
		x.Seen = "a property: see the facts"
	case slices.ContainsFunc(trials(), func(t trialOf) bool { return t.extension == e.Name }):
		x.Seen = "only machine mode could ask"
	case len(seenOf(e)) > 0:
		x = Extension{Found: Absent, Seen: notAll + strings.Join(seenOf(e), ", ")}
	case !e.InPack:
		x = Extension{Found: NotInPack, Seen: "nothing of it is in the pack"}
	default:
		x.Seen = "no instruction of its own"
	}
	return x
}

const notAll = "not all of "

// against lists what extensions contradict. An umbrella is said by what it stands for.
func against(list []Extension) []Contradiction {
	var out []Contradiction
	for _, x := range list {
		switch {
		case x.Claimed && x.Found == Absent && !strings.HasPrefix(x.Seen, notAll):
			out = append(out, Contradiction{x.Name, "claimed", "illegal, or without effect", x.Seen})
		case x.Found == Wrong:
			out = append(out, Contradiction{x.Name, "claimed", "wrong", x.Seen})
		case !x.Claimed && x.Found == There && x.Name != "Sm":
			out = append(out, Contradiction{x.Name, "not claimed", "there", x.Seen})
		}
	}
	return out
}

func (p *prober) againstModes() []Contradiction {
	var out []Contradiction
	modes := p.modes()
	if modes == nil {
		return nil
	}
	for _, m := range []string{"M", "S", "U", "HS"} {
		has, claims := slices.Contains(modes, m), slices.Contains(p.request.ICS.Modes, m)
		seen := "images run in it"
		if m != "M" {
			seen = p.answers["mode:"+m].how()
		}
		switch {
		case claims && !has:
			out = append(out, Contradiction{"mode " + m, "claimed", "not there", seen})
		case has && !claims && m != "M":
			out = append(out, Contradiction{"mode " + m, "not claimed", "there", seen})
		}
	}
	return out
}

// modes are those that were seen; nil where nothing shows them.
func (p *prober) modes() []string {
	if p.linux {
		return nil
	}
	modes := []string{"M"}
	if p.answers["mode:S"].ended {
		modes = append(modes, "S")
	}
	if a := p.answers["mode:U"]; a.ended && a.out.Trap.Cause == 8 {
		modes = append(modes, "U")
	}
	if p.answers["mode:HS"].ended {
		modes = append(modes, "HS", "VS", "VU")
	}
	return modes
}

// agree says whether a claim can be true, given a fact.
func (p *prober) agree(f *Fact, claim any) bool {
	c, isNumber := specs.Number(claim)
	v, _ := specs.Number(f.value)
	if strings.HasPrefix(f.Value, atLeast) {
		return isNumber && c >= v
	}
	if isNumber {
		return c == v
	}
	return fmt.Sprint(claim) == fmt.Sprint(f.value)
}

// atLeast begins what is a lower bound only.
const atLeast = "at least "

// facts are what the answers say besides extensions.
func (p *prober) facts() []Fact {
	var out []Fact
	fact := func(name, value, seen, parameter string, v any) {
		out = append(out, Fact{Name: name, Value: value, Seen: seen, Parameter: parameter, value: v})
	}
	for _, name := range []string{"misa", "mvendorid", "marchid", "mimpid"} {
		a, asked := p.answers["csr:"+name]
		if !asked {
			continue
		}
		value := a.end()
		if a.ended {
			value = fmt.Sprintf("%#x", a.a0)
			if name == "misa" {
				value += letters(a.a0)
			}
		}
		fact(name, value, a.how(), "", nil)
	}
	if modes := p.modes(); modes != nil {
		fact("modes", strings.Join(modes, ", "), "user mode by executing in it, S and HS by sstatus and hstatus", "", nil)
	}
	if a := p.answers["vlenb"]; a.ended {
		fact("vector registers", fmt.Sprintf("%d bits", a.a0*8), a.how(), "VLEN", a.a0*8)
	}
	p.misalignedFacts(fact)
	p.protectionFacts(fact)
	p.cacheFacts(fact)
	for _, name := range []string{"cycle", "time", "instret"} {
		a := p.answers["counter:"+name]
		value := "readable in user mode"
		if !a.ended {
			value = "not readable in user mode: " + a.end()
		}
		parameter, v := "", any(nil)
		if name == "time" && !a.kernel {
			parameter, v = "TIME_CSR_IMPLEMENTED", a.ended
		}
		fact("counter "+name, value, a.how(), parameter, v)
	}
	if a, asked := p.answers["csr:mcounteren"]; asked && a.ended {
		fact("mcounteren", fmt.Sprintf("%#x after 7 was written", a.a0), a.how(), "MCOUNTENABLE_EN", a.a0 != 0)
	}
	if a, asked := p.answers["masking:7"]; asked {
		var lengths []string
		for _, x := range []struct {
			id  string
			pmm uint64
		}{{"7", 2}, {"16", 3}} {
			if b := p.answers["masking:"+x.id]; b.ended && b.a0 == x.pmm {
				lengths = append(lengths, x.id)
			}
		}
		value := "none"
		if len(lengths) > 0 {
			value = strings.Join(lengths, ", ") + " bits"
		}
		fact("pointer masking", value, "menvcfg.PMM written and read back: "+a.end(), "", nil)
	}
	return out
}

type factFunc func(name, value, seen, parameter string, v any)

// letters are the extensions of misa.
func letters(misa uint64) string {
	var s strings.Builder
	for i := range 26 {
		if misa>>i&1 != 0 {
			s.WriteByte(byte('A' + i))
		}
	}
	if s.Len() == 0 {
		return ""
	}
	return " (" + s.String() + ")"
}

// misalignedFacts adds up loads and stores.
func (p *prober) misalignedFacts(fact factFunc) {
	ends := map[string][]string{}
	wrong := 0
	for _, m := range misaligned() {
		a := p.answers[misalignedID(m.insn, m.offset)]
		end := "done"
		switch {
		case a.ended && !p.accessed(m.insn, m.offset, m.size, a):
			end = "wrong"
			wrong++
		case a.ended:
		case p.linux || a.out.Status != trial.Finished:
			end = a.end()
		case a.out.Trap.Cause == 4 || a.out.Trap.Cause == 6:
			end = "address-misaligned"
		case a.out.Trap.Cause == 5 || a.out.Trap.Cause == 7:
			end = "access-fault"
		default:
			end = a.end()
		}
		ends[end] = append(ends[end], fmt.Sprintf("%s at %d", m.insn, m.offset))
	}
	var parts []string
	for _, end := range slices.Sorted(maps.Keys(ends)) {
		part := end
		if len(ends) > 1 {
			part += ": " + strings.Join(ends[end], ", ")
		}
		parts = append(parts, part)
	}
	const seen = "halfwords, words and doublewords loaded and stored at odd addresses, within 8 bytes and across 64"
	switch {
	case wrong > 0:
		fact("misaligned accesses", strings.Join(parts, "; "), seen, "MISALIGNED_LDST_HW_SUPPORT", "wrong")
	case len(ends) == 1 && len(ends["done"]) > 0:
		fact("misaligned accesses", "done", seen, "MISALIGNED_LDST_HW_SUPPORT", true)
	case len(ends["done"]) == 0 && !p.linux:
		fact("misaligned accesses", strings.Join(parts, "; "), seen, "MISALIGNED_LDST_HW_SUPPORT", false)
		if len(ends) == 1 && ends[parts[0]] != nil {
			fact("misaligned exceptions", parts[0], seen, "MISALIGNED_LDST_EXC_TYPE", parts[0])
		}
	default:
		fact("misaligned accesses", strings.Join(parts, "; "), seen, "", nil)
	}
}

// accessed says whether an access did what it is to do.
func (p *prober) accessed(insn string, offset, size int, a answer) bool {
	bytes := make([]byte, 128)
	for off, v := range memory() {
		for i := range 8 {
			bytes[off+i] = byte(v >> (8 * i))
		}
	}
	if insn[0] == 'l' {
		var want uint64
		for i := range size {
			want |= uint64(bytes[offset+i]) << (8 * i)
		}
		return a.a0 == want
	}
	for i := range size {
		bytes[offset+i] = 0xff
	}
	changed := map[trial.Loc]uint64{}
	for _, c := range a.out.Changed {
		changed[c.Loc] = c.Value
	}
	before := memory()
	for off := 0; off < 128; off += 8 {
		var want uint64
		for i := range 8 {
			want |= uint64(bytes[off+i]) << (8 * i)
		}
		got, ok := changed[trial.Loc(fmt.Sprintf("mem:%x", p.data()+uint64(off)))]
		if !ok {
			got = before[off]
		}
		if got != want {
			return false
		}
	}
	return true
}

// protectionFacts count entries that hold something, and look at the lowest bit that one of them holds.
func (p *prober) protectionFacts(fact factFunc) {
	if _, asked := p.answers["pmp:0"]; !asked {
		return
	}
	n := 0
	for i := range pmpEntries {
		if a := p.answers[fmt.Sprintf("pmp:%d", i)]; a.ended && a.a0 != 0 {
			n++
		}
	}
	fact("PMP entries", fmt.Sprint(n), "all ones written to each pmpaddr, which then reads as something", "PMP_ENTRY_COUNT", uint64(n))
	if a := p.answers["pmp:1"]; n > 1 && a.a0 != 0 {
		grain := uint64(bits.TrailingZeros64(a.a0)) + 2
		fact("PMP grain", fmt.Sprintf("2^%d bytes", grain), a.how(), "PMP_GRANULARITY", grain)
	}
}

// cacheFacts measure what cbo.zero clears and how far from an lr an sc succeeds.
func (p *prober) cacheFacts(fact factFunc) {
	if a := p.answers["cbo.zero"]; a.ended {
		changed := map[trial.Loc]uint64{}
		for _, c := range a.out.Changed {
			changed[c.Loc] = c.Value
		}
		size := 0
		for ; size < image.DataSize; size += 8 {
			if v, ok := changed[trial.Loc(fmt.Sprintf("mem:%x", p.data()+uint64(size)))]; !ok || v != 0 {
				break
			}
		}
		value := fmt.Sprintf("%d bytes", size)
		if size == image.DataSize {
			value = atLeast + value // there is no more to clear
		}
		fact("cache block", value, "the bytes that cbo.zero clears", "CACHE_BLOCK_SIZE", uint64(size))
	}
	if !p.answers["extension:Zalrsc"].ended {
		return
	}
	size := 8
	for _, d := range reservations() {
		if a := p.answers[fmt.Sprintf("reservation:%d", d)]; a.ended && a.a0 == 0 {
			size = 2 * d
		}
	}
	fact("reservation set", fmt.Sprintf("%s%d bytes", atLeast, size), "the farthest doubleword from an lr.d to which an sc.d succeeds", "LR_RESERVATION_SET_SIZE", uint64(size))
}

// statement makes the claims that contradict nothing: the largest profile whose mandatory extensions
// were seen, or cannot be, and what there is beyond it.
func (p *prober) statement(r *Result) specs.ICS {
	pack := p.request.Pack
	found := map[string]Standing{}
	for _, x := range r.Extensions {
		found[x.Name] = x.Found
	}
	there := func(name string) bool { return found[name] == There || found[name] == Implied }
	ics := specs.ICS{Profile: p.request.ICS.Profile, Modes: p.request.ICS.Modes, Harts: max(1, p.request.ICS.Harts), Parameters: map[string]any{}}
	if modes := p.modes(); modes != nil {
		ics.Modes = modes
	}
	most := -1
	ics.Profile = pack.DefaultProfile
	for i := range pack.Profiles {
		profile := &pack.Profiles[i]
		fits := len(profile.Mandatory) > most
		for _, name := range profile.Mandatory {
			e, ok := pack.Extension(name)
			fits = fits && ok && e.InPack && (there(name) || found[name] == NotToSee)
		}
		if fits {
			ics.Profile, most = profile.Name, len(profile.Mandatory)
		}
	}
	claimed := map[string]bool{"I": true}
	if profile, ok := pack.Profile(ics.Profile); ok {
		for _, name := range profile.Mandatory {
			claimed[name] = true
		}
	}
	pack.Close(claimed)
	for _, x := range r.Extensions {
		kept := x.Claimed && x.Found == NotToSee // nobody can say otherwise
		if (there(x.Name) || kept) && !claimed[x.Name] && x.Name != "Sm" {
			ics.Extensions = append(ics.Extensions, x.Name)
		}
	}
	ics.Extensions = withoutImplied(pack, ics.Extensions)
	for _, f := range r.Facts {
		if f.Parameter == "CACHE_BLOCK_SIZE" && strings.HasPrefix(f.Value, atLeast) {
			continue
		}
		if f.Parameter != "" && f.value != nil && pack.CheckParameter(f.Parameter, f.value) == nil {
			ics.Parameters[f.Parameter] = f.value
		}
	}
	return ics
}

// withoutImplied leaves out what another one of the list implies.
func withoutImplied(pack *specs.Pack, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		for _, other := range names {
			if other == name {
				continue
			}
			set := map[string]bool{other: true}
			pack.Close(set)
			if set[name] {
				return true
			}
		}
		return false
	})
}
