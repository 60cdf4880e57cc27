package prove

import (
	"path"
	"slices"
)

// equivalents are generated mutants that no program can tell from a right implementation, by
// patterns of their ids: to catch them would be to blame right ones.
var equivalents = []struct {
	why string
	ids []string
}{
	{"the operands commute", []string{
		"xnor/swap-operands", "min/swap-operands", "minu/swap-operands", "max/swap-operands", "maxu/swap-operands",
		"clmul/swap-operands", "clmulh/swap-operands", "clmulr/swap-operands", "vmsne.vv/swap-operands",
	}},
	{"the result fits in 31 bits, or is extended from fewer", []string{
		"clz/upper-half-lost", "ctz/upper-half-lost", "cpop/upper-half-lost", "sext.b/upper-half-lost", "sext.h/upper-half-lost",
		"zext.h/upper-half-lost", "bext/upper-half-lost", "bexti/upper-half-lost", "packh/upper-half-lost", "vset*/upper-half-lost",
		"feq.*/upper-half-lost", "flt*/upper-half-lost", "fle*/upper-half-lost", "fclass.*/upper-half-lost", "fcvt.w*/upper-half-lost",
		"fcvtmod.*/upper-half-lost", "fcvt.lu.h/upper-half-lost", "amocas.[bhw]/upper-half-lost", "fmv.x.w/upper-half-lost", "fmv.x.h/upper-half-lost", "vcpop.m/upper-half-lost", "sha256*/upper-half-lost", "sm3*/upper-half-lost", "sm4*/upper-half-lost",
	}},
	{"a may-be-operation reads nothing and writes zero", []string{
		"mop.*/upper-half-lost", "mop.*/swap-operands", "mop.*/rs1-twice", "mop.*/rs2-neighbour", "mop.*/rs1-neighbour",
	}},
	{"without supervisor mode there is no shadow stack: the instruction is illegal, or reads zero", []string{
		"ssamoswap.*/illegal", "ssrdp/upper-half-lost", "ssrdp/x0-written",
		"ssamoswap.*/skip", "ssamoswap.*/other-destination", "ssamoswap.*/swap-operands", "ssamoswap.*/rs1-twice", "ssamoswap.*/rs2-neighbour",
		"ssamoswap.*/bit-*", "ssamoswap.*/upper-half-lost", "ssamoswap.*/alias-rs?", "ssamoswap.?/as-ssamoswap.?",
		"sspush.x?/no-effect", "sspopchk.x?/no-effect", "sspush.x?/as-sspush.x?", "sspopchk.x?/as-sspopchk.x?",
		"c.sspush.x1/no-effect", "c.sspopchk.x5/no-effect",
	}},
	{"the label is compared where the instruction lands, not by it", []string{"lpad/immediate-*"}},
	{"the product of two narrow numbers is exact", []string{"vfwmul.*/frm-ignored"}},
	{"the conversion is exact", []string{
		"fcvt.d.w/rounds-to-even", "fcvt.d.w/frm-*", "fcvt.d.wu/rounds-to-even", "fcvt.d.wu/frm-*", "fcvt.d.s/rounds-to-even", "fcvt.d.s/frm-*",
		"fcvt.s.h/rounds-to-even", "fcvt.s.h/frm-*", "fcvt.d.h/rounds-to-even", "fcvt.d.h/frm-*", "fcvt.s.bf16/rounds-to-even", "fcvt.s.bf16/frm-*",
	}},
	{"a half is less than both limits, and NaN gives all ones in either", []string{"fcvt.wu.h/as-fcvt.lu.h", "fcvt.lu.h/as-fcvt.wu.h"}},
	{"a wait may end at once, and a hint does nothing", []string{"wrs.?to/no-effect", "wrs.?to/as-wrs.?to", "c.ntl.*/no-effect"}},
	{"rs1 is an address, which is no edge value", []string{"amocas.?/bit-63-at-minimum", "amocas.?/bit-5-at-zero", "amocas.?/bit-31-at-ones"}},
	{"element groups of 128 bits leave no tail in a register of 128", []string{
		"vaes*/tail-written", "vsha2*/tail-written", "vsm[34]*/tail-written", "vghsh.vv/tail-written", "vgmul.vv/tail-written",
	}},
	{"with vstart other than 0 the instruction is illegal", []string{
		"v*red*/vstart-kept", "vcompress*/vstart-kept", "vms?f.m/vstart-kept", "viota.m/vstart-kept",
	}},
	{"an order of its own choice may be the order of the elements", []string{
		"vsoxseg*/as-vsuxseg*", "vsuxseg*/as-vsoxseg*", "vloxseg*/as-vluxseg*", "vluxseg*/as-vloxseg*",
		"vsoxei*/as-vsuxei*", "vsuxei*/as-vsoxei*", "vloxei*/as-vluxei*", "vluxei*/as-vloxei*",
		"vfredusum.vs/as-vfredosum.vs", "vfwredusum.vs/as-vfwredosum.vs",
		"v[ls]ux*/as-v[ls]ox*", "v[ls]ox*/as-v[ls]ux*",
	}},
}

// equivalent says whether a mutant is one of them.
func equivalent(id string) bool {
	for _, e := range equivalents {
		if slices.ContainsFunc(e.ids, func(pattern string) bool { ok, _ := path.Match(pattern, id); return ok }) {
			return true
		}
	}
	return false
}
