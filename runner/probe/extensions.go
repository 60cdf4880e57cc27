package probe

// trialOf is a program that needs one extension, and what it must leave in a0. It has the address of
// 512 bytes of data in a5, and floating-point and vector state are switched on.
type trialOf struct {
	extension string
	text      string
	want      uint64
	machine   bool // only machine mode can ask
	soft      bool // an implementation that has the extension may still say no
}

// trials has one for each extension that an instruction or a CSR of its own gives away. Results are such as
// a reader can check: most are 42. What is not here either changes nothing that can be seen (hints,
// promises about memory, umbrellas over others) or is outside the pack.
func trials() []trialOf {
	const (
		// fp begins a program with a rounding mode that is not reserved.
		fp            = "csrw fcsr, x0; li a1, 42; "
		e16, e32, e64 = "vsetivli x0, 2, e16, m1, ta, ma; ", "vsetivli x0, 2, e32, m1, ta, ma; ", "vsetivli x0, 2, e64, m1, ta, ma; "
		four          = "vsetivli x0, 4, e32, m1, ta, ma; vmv.v.i v8, 0; vmv.v.i v10, 0; vmv.v.i v12, 0; "
		first         = "vmv.x.s a0, v8"
		value         = "li a1, 42; vmv.v.x v10, a1; "
		// halves are 42.0 in binary16, brains in bfloat16.
		halves = "csrw fcsr, x0; li a1, 0x5140; " + e16 + "vmv.v.x v10, a1; "
		brains = "csrw fcsr, x0; li a1, 0x4228; " + e16 + "vmv.v.x v10, a1; "
		word   = e32 + "vfcvt.x.f.v v8, v8; " + first
	)
	return []trialOf{
		{extension: "I", text: "li a1, 40; addi a0, a1, 2", want: 42},
		{extension: "M", text: "li a1, 6; li a2, 7; mul a0, a1, a2", want: 42},
		{extension: "Zaamo", text: "li a1, 5; sd a1, 0(a5); li a2, 37; amoadd.d a1, a2, (a5); ld a0, 0(a5)", want: 42},
		{extension: "Zalrsc", text: "li a2, 42; li a4, 64; 1: lr.d a1, (a5); sc.d a3, a2, (a5); beqz a3, 2f; addi a4, a4, -1; bnez a4, 1b; 2: ld a0, 0(a5)", want: 42},
		{extension: "Zca", text: "c.li a0, 21; c.add a0, a0", want: 42},
		{extension: "Zicsr", text: "csrr a1, mcause; li a0, 42", want: 42, machine: true},
		{extension: "Zifencei", text: "fence.i; li a0, 42", want: 42},
		{extension: "Zicntr", text: "csrr a1, cycle; csrr a2, instret; li a0, 42", want: 42},
		{extension: "Zihpm", text: "csrr a1, hpmcounter3; li a0, 42", want: 42, machine: true},

		{extension: "F", text: fp + "fcvt.s.l fa0, a1; fcvt.l.s a0, fa0", want: 42},
		{extension: "D", text: fp + "fcvt.d.l fa0, a1; fcvt.l.d a0, fa0", want: 42},
		{extension: "Zcd", text: fp + "sd a1, 0(a5); c.fld fa0, 0(a5); fmv.x.d a0, fa0", want: 42},
		{extension: "Zfhmin", text: fp + "fcvt.s.l fa0, a1; fcvt.h.s fa0, fa0; fcvt.s.h fa0, fa0; fcvt.l.s a0, fa0", want: 42},
		{extension: "Zfh", text: fp + "fcvt.h.l fa0, a1; fadd.h fa0, fa0, fa0; fcvt.l.h a0, fa0", want: 84},
		{extension: "Zfa", text: fp + "fcvt.s.l fa0, a1; fround.s fa0, fa0; fcvt.l.s a0, fa0", want: 42},
		{extension: "Zfbfmin", text: fp + "fcvt.s.l fa0, a1; fcvt.bf16.s fa0, fa0; fcvt.s.bf16 fa0, fa0; fcvt.l.s a0, fa0", want: 42},

		{extension: "Zba", text: "li a1, 10; li a2, 22; sh1add a0, a1, a2", want: 42},
		{extension: "Zbb", text: "li a1, -1; srli a1, a1, 22; cpop a0, a1", want: 42},
		{extension: "Zbs", text: "bseti a0, x0, 5; bseti a0, a0, 3; bseti a0, a0, 1", want: 42},
		{extension: "Zbc", text: "li a1, 42; li a2, 1; slli a2, a2, 63; clmulr a0, a1, a2", want: 42},
		{extension: "Zbkb", text: "li a1, 42; li a2, 0; pack a0, a1, a2", want: 42},
		{extension: "Zbkc", text: "li a1, 6; li a2, 7; clmul a0, a1, a2", want: 18}, // 110 + 1100 + 11000 without carries
		{extension: "Zbkx", text: "li a1, 42; li a2, 0; xperm8 a0, a1, a2", want: 0x2a2a2a2a2a2a2a2a},
		{extension: "Zknd", text: "li a1, 0; aes64im a0, a1", want: 0},                                // it is linear
		{extension: "Zkne", text: "li a1, 0; li a2, 0; aes64es a0, a1, a2", want: 0x6363636363636363}, // the S-box of 0
		{extension: "Zknh", text: "li a1, 1; sha256sum0 a0, a1", want: 1<<30 | 1<<19 | 1<<10},         // rotations by 2, 13, 22
		{extension: "Zksh", text: "li a1, 1; sm3p0 a0, a1", want: 1 | 1<<9 | 1<<17},                   // rotations by 0, 9, 17
		{extension: "Zksed", text: "li a1, 0; li a2, 0; sm4ed a0, a1, a2, 0", want: 0x5b5bd58e},       // the S-box of 0, spread
		{extension: "Zkr", text: "csrrw a1, seed, x0; li a0, 42", want: 42, machine: true},

		{extension: "Zicond", text: "li a1, 42; li a2, 1; czero.eqz a0, a1, a2", want: 42},
		{extension: "Zimop", text: "li a1, 42; mop.r.0 a0, a1", want: 0},
		{extension: "Zcmop", text: "c.mop.1; li a0, 42", want: 42},
		{extension: "Zcb", text: "li a0, 42; c.not a0; c.not a0", want: 42},
		{extension: "Zawrs", text: "wrs.sto; li a0, 42", want: 42},
		{extension: "Zabha", text: "li a1, 5; sb a1, 0(a5); li a2, 37; amoadd.b a1, a2, (a5); lbu a0, 0(a5)", want: 42},
		{extension: "Zacas", text: "li a1, 5; sd a1, 0(a5); li a2, 5; li a4, 42; amocas.d a2, a4, (a5); ld a0, 0(a5)", want: 42},
		{extension: "Zicboz", text: "li a1, 42; sd a1, 0(a5); cbo.zero (a5); ld a0, 0(a5)", want: 0},
		{extension: "Zicbom", text: "cbo.clean (a5); li a0, 42", want: 42},
		{extension: "Zicfilp", text: "li a1, 4; csrs menvcfg, a1; csrr a0, menvcfg; csrc menvcfg, a1; andi a0, a0, 4", want: 4, machine: true, soft: true},
		{extension: "Zicfiss", text: "csrr a1, ssp; li a0, 42", want: 42, machine: true},

		{extension: "V", text: e64 + value + "vmv.v.v v8, v10; " + first, want: 42},
		{extension: "Zvfhmin", text: halves + "vfwcvt.f.f.v v8, v10; " + word, want: 42},
		{extension: "Zvfh", text: halves + "vfadd.vv v8, v10, v10; vfcvt.x.f.v v8, v8; " + first, want: 84},
		{extension: "Zvfbfmin", text: brains + "vfwcvtbf16.f.f.v v8, v10; " + word, want: 42},
		{extension: "Zvfbfwma", text: brains + "li a1, 0x3f80; vmv.v.x v12, a1; " + e32 + "vmv.v.i v8, 0; " + e16 + "vfwmaccbf16.vv v8, v10, v12; " + word, want: 42},
		{extension: "Zvbb", text: e64 + "vmv.v.i v10, -1; vsrl.vi v10, v10, 22; vcpop.v v8, v10; " + first, want: 42},
		{extension: "Zvkb", text: e64 + value + "vmv.v.i v12, 0; vandn.vv v8, v10, v12; " + first, want: 42},
		{extension: "Zvbc", text: e64 + "li a1, 6; vmv.v.x v10, a1; li a1, 7; vclmul.vx v8, v10, a1; " + first, want: 18},
		{extension: "Zvkg", text: four + "vgmul.vv v8, v10; " + first, want: 0},
		{extension: "Zvkned", text: four + "li a1, 42; vmv.v.x v8, a1; vaesz.vs v8, v10; " + first, want: 42},
		{extension: "Zvknha", text: four + "vsha2ms.vv v8, v10, v12; " + first, want: 0},
		{extension: "Zvknhb", text: "vsetivli x0, 4, e64, m2, ta, ma; vmv.v.i v8, 0; vmv.v.i v10, 0; vmv.v.i v12, 0; vsha2ms.vv v8, v10, v12; " + first, want: 0},
		{extension: "Zvksed", text: four + "vsm4r.vv v8, v10; li a0, 42", want: 42},
		{extension: "Zvksh", text: "vsetivli x0, 8, e32, m2, ta, ma; vmv.v.i v8, 0; vmv.v.i v10, 0; vmv.v.i v12, 0; vsm3me.vv v8, v10, v12; " + first, want: 0},
	}
}

// unseen says why nothing that executes gives an extension away; "" of those that something does.
func unseen(name string) string {
	switch name {
	case "Zihintpause", "Zihintntl", "Zicbop":
		return "a hint: without the extension its instructions are hints or no-operations too"
	case "Zkt", "Zvkt":
		return "about time, which a program cannot see"
	case "Ziccif", "Ziccrse", "Ziccamoa", "Ziccamoc", "Zama16b", "Ztso":
		return "a promise about all of memory, at all times"
	}
	return ""
}

// umbrellas stand for other extensions, and have no instructions of their own.
func umbrellas() []string {
	return []string{"A", "B", "C", "Zk", "Zkn", "Zks", "Zvkn", "Zvkng", "Zvknc", "Zvks", "Zvksg", "Zvksc"}
}
