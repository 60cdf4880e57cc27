package prove

import (
	"path"
	"slices"
)

// equivalents are generated mutants that no program can tell from a right implementation, by
// patterns of their ids: to catch them would be to blame right ones.
// One that names an extension is equivalent only where that is claimed.
var equivalents = []struct {
	why string
	ids []string
	ext string
}{
	{why: "the operands commute", ids: []string{
		"xnor/swap-operands", "min/swap-operands", "minu/swap-operands", "max/swap-operands", "maxu/swap-operands",
		"clmul/swap-operands", "clmulh/swap-operands", "clmulr/swap-operands", "vmsne.vv/swap-operands",
	}},
	{why: "the result fits in 31 bits, or is extended from fewer", ids: []string{
		"clz/upper-half-lost", "ctz/upper-half-lost", "cpop/upper-half-lost", "sext.b/upper-half-lost", "sext.h/upper-half-lost",
		"zext.h/upper-half-lost", "bext/upper-half-lost", "bexti/upper-half-lost", "packh/upper-half-lost", "vset*/upper-half-lost",
		"feq.*/upper-half-lost", "flt*/upper-half-lost", "fle*/upper-half-lost", "fclass.*/upper-half-lost", "fcvt.w*/upper-half-lost",
		"fcvtmod.*/upper-half-lost", "fcvt.lu.h/upper-half-lost", "amocas.[bhw]/upper-half-lost", "fmv.x.w/upper-half-lost", "fmv.x.h/upper-half-lost", "vcpop.m/upper-half-lost", "sha256*/upper-half-lost", "sm3*/upper-half-lost", "sm4*/upper-half-lost",
	}},
	{why: "a may-be-operation reads nothing and writes zero", ids: []string{
		"mop.*/upper-half-lost", "mop.*/swap-operands", "mop.*/rs1-twice", "mop.*/rs2-neighbour", "mop.*/rs1-neighbour",
	}},
	{why: "without supervisor mode there is no shadow stack: the instruction is illegal, or reads zero", ids: []string{
		"ssamoswap.*/illegal", "ssrdp/upper-half-lost", "ssrdp/x0-written",
		"ssamoswap.*/skip", "ssamoswap.*/other-destination", "ssamoswap.*/swap-operands", "ssamoswap.*/rs1-twice", "ssamoswap.*/rs2-neighbour",
		"ssamoswap.*/bit-*", "ssamoswap.*/upper-half-lost", "ssamoswap.*/alias-rs?", "ssamoswap.?/as-ssamoswap.?",
		"sspush.x?/no-effect", "sspopchk.x?/no-effect", "sspush.x?/as-sspush.x?", "sspopchk.x?/as-sspopchk.x?",
		"c.sspush.x1/no-effect", "c.sspopchk.x5/no-effect",
	}},
	{why: "the label is compared where the instruction lands, not by it", ids: []string{"lpad/immediate-*"}},
	{why: "the product of two narrow numbers is exact", ids: []string{"vfwmul.*/frm-ignored"}},
	{why: "the conversion is exact", ids: []string{
		"fcvt.d.w/rounds-to-even", "fcvt.d.w/frm-*", "fcvt.d.wu/rounds-to-even", "fcvt.d.wu/frm-*", "fcvt.d.s/rounds-to-even", "fcvt.d.s/frm-*",
		"fcvt.s.h/rounds-to-even", "fcvt.s.h/frm-*", "fcvt.d.h/rounds-to-even", "fcvt.d.h/frm-*", "fcvt.s.bf16/rounds-to-even", "fcvt.s.bf16/frm-*",
	}},
	{why: "a half is less than both limits, and NaN gives all ones in either", ids: []string{"fcvt.wu.h/as-fcvt.lu.h", "fcvt.lu.h/as-fcvt.wu.h"}},
	{why: "a wait may end at once, and a hint does nothing", ids: []string{"wrs.?to/no-effect", "wrs.?to/as-wrs.?to", "c.ntl.*/no-effect"}},
	{why: "rs1 is an address, which is no edge value", ids: []string{"amocas.?/bit-63-at-minimum", "amocas.?/bit-5-at-zero", "amocas.?/bit-31-at-ones"}},
	{why: "element groups of 128 bits leave no tail in a register of 128", ids: []string{
		"vaes*/tail-written", "vsha2*/tail-written", "vsm[34]*/tail-written", "vghsh.vv/tail-written", "vgmul.vv/tail-written",
	}},
	{why: "with vstart other than 0 the instruction is illegal", ids: []string{
		"v*red*/vstart-kept", "vcompress*/vstart-kept", "vms?f.m/vstart-kept", "viota.m/vstart-kept",
	}},
	{why: "an order of its own choice may be the order of the elements", ids: []string{
		"vsoxseg*/as-vsuxseg*", "vsuxseg*/as-vsoxseg*", "vloxseg*/as-vluxseg*", "vluxseg*/as-vloxseg*",
		"vsoxei*/as-vsuxei*", "vsuxei*/as-vsoxei*", "vloxei*/as-vluxei*", "vluxei*/as-vloxei*",
		"vfredusum.vs/as-vfredosum.vs", "vfwredusum.vs/as-vfwredosum.vs",
		"v[ls]ux*/as-v[ls]ox*", "v[ls]ox*/as-v[ls]ux*",
	}},
	{why: "auipc with rd = x0 is lpad", ext: "Zicfilp", ids: []string{"auipc/x0-written"}},
}

// equivalent says whether a mutant is one of them for an implementation that claims what claimed says.
func equivalent(id string, claimed func(ext string) bool) bool {
	for _, e := range equivalents {
		if (e.ext == "" || claimed(e.ext)) && slices.ContainsFunc(e.ids, func(pattern string) bool { ok, _ := path.Match(pattern, id); return ok }) {
			return true
		}
	}
	return false
}
