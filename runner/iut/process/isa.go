package process

import (
	"slices"
	"strings"

	"touchstone/specs"
)

// ISA is the ISA string that simulators understand, from the extensions that an ICS claims:
// "rv64imac_zicntr_zicsr". Only names that are instruction set extensions to simulators are in it:
// a profile also names properties (Ziccif, Za64rs, Ssccptr, Sv39, …) that a simulator rejects.
func ISA(base string, xlen int, extensions []string) string {
	const order = "IEMAFDQCBVH"
	var single []byte
	var multi []string
	if base == "" {
		base = "I"
	}
	for _, e := range append([]string{base}, extensions...) {
		if len(e) == 1 {
			if strings.Contains(order, e) && !slices.Contains(single, e[0]) {
				single = append(single, e[0])
			}
			continue
		}
		if known(e) && !slices.Contains(multi, strings.ToLower(e)) {
			multi = append(multi, strings.ToLower(e))
		}
	}
	// Zaamo and Zalrsc together are A, and older simulators know only that.
	if slices.Contains(multi, "zaamo") && slices.Contains(multi, "zalrsc") && !slices.Contains(single, 'A') {
		single = append(single, 'A')
	}
	if slices.Contains(multi, "zca") && !slices.Contains(single, 'C') {
		single = append(single, 'C')
	}
	multi = slices.DeleteFunc(multi, func(m string) bool { return m == "zaamo" || m == "zalrsc" || m == "zca" })
	slices.SortFunc(single, func(a, b byte) int { return strings.IndexByte(order, a) - strings.IndexByte(order, b) })
	slices.Sort(multi)
	s := "rv64"
	if xlen == 32 {
		s = "rv32"
	}
	s += strings.ToLower(string(single))
	for _, m := range multi {
		s += "_" + m
	}
	return s
}

// known says whether a multi-letter extension adds instructions or CSRs that a simulator can be told of.
func known(e string) bool {
	switch e {
	case "Ziccif", "Ziccrse", "Ziccamoa", "Ziccamoc", "Zicclsm", "Za64rs", "Za128rs", "Zic64b", "Zkt", "Zvkt",
		"Ssccptr", "Sstvecd", "Sstvala", "Sscounterenw", "Ssu64xl", "Ssstrict", "Sha", "Shcounterenw", "Shvstvala",
		"Shtvala", "Shvstvecd", "Shvsatpa", "Shgatpa", "Svbare", "Svade", "Sm", "Ss":
		return false
	}
	for _, property := range []string{"Sv3", "Sv4", "Sv5", "Ss1p", "Sm1p"} {
		if strings.HasPrefix(e, property) {
			return false
		}
	}
	return strings.HasPrefix(e, "Z") || strings.HasPrefix(e, "S")
}

// ISAOf is [ISA] of a claim: the profile's mandatory extensions and those of the ICS.
func ISAOf(pack *specs.Pack, ics specs.ICS) string {
	for _, p := range pack.Profiles {
		if p.Name == ics.Profile {
			return ISA(p.Base, p.XLEN, append(slices.Clone(p.Mandatory), ics.Extensions...))
		}
	}
	return ISA("I", 64, ics.Extensions)
}
