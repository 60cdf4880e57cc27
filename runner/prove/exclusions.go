package prove

// Exclusions are the documented defects that cannot show themselves in machine and user mode
// without paging, which is what this executor has.
func Exclusions() []Excluded {
	var out []Excluded
	for _, group := range []struct {
		reason string
		ids    []string
	}{
		{"shows itself only under address translation, where virtual and physical addresses differ", []string{"vm-mtval-paddr", "vm-misalign-mmu"}},
		{"is about page tables, which this executor does not walk", []string{
			"vm-n-no-svnapot", "vm-noncanonical", "vm-nonleaf-dau", "vm-reserved-pte", "vm-napot-cause", "vm-napot-clz", "vm-nonleaf-npbmt", "vm-pmp-over-pf"}},
		{"is about MRET and SRET, whose rules are of the machine and supervisor chapters", []string{"csr-xpie", "vm-tsr-none"}},
		{"is about supervisor mode, which this executor does not have", []string{"csr-scause-width", "csr-sie-mtie", "csr-sip-ssip"}},
		{"is about interrupts, whose rules are of the machine and supervisor chapters", []string{"int-wfi-wake"}},
		{"is about errors of a bus, which no program can bring about", []string{"vm-c910-imprecise"}},
		{"is about the hypervisor extension, which this executor does not have", []string{
			"h-amo-gpf", "h-gpa-nonleaf", "h-gstage-mxr", "h-gstage-type", "h-gva-brk", "h-gva-illegal", "h-hfence-vu", "h-hgatp-mode", "h-hlvx-pmp", "h-hs-csr-priv",
			"h-mtval2-page", "h-spvp", "h-tinst-zero", "h-tvm-hgatp", "h-tvm-stval", "h-vs-vector", "h-vsei-mmode", "h-vsie-mask", "h-vsstatus-fs", "h-vsstatus-sd", "h-vsstatus-uxl"}},
	} {
		for _, id := range group.ids {
			out = append(out, Excluded{id, group.reason})
		}
	}
	return out
}
