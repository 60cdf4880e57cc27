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
		"fcvtmod.*/upper-half-lost", "fmv.x.w/upper-half-lost", "fmv.x.h/upper-half-lost", "vcpop.m/upper-half-lost", "sha256*/upper-half-lost", "sm3*/upper-half-lost", "sm4*/upper-half-lost",
	}},
	{"a may-be-operation reads nothing and writes zero", []string{
		"mop.*/upper-half-lost", "mop.*/swap-operands", "mop.*/rs1-twice", "mop.*/rs2-neighbour", "mop.*/rs1-neighbour",
	}},
	{"without supervisor mode there is no shadow stack: the instruction is illegal, or reads zero", []string{
		"ssamoswap.*/illegal", "ssrdp/upper-half-lost", "ssrdp/x0-written",
	}},
	{"the label is compared where the instruction lands, not by it", []string{"lpad/immediate-*"}},
	{"the product of two narrow numbers is exact", []string{"vfwmul.*/frm-ignored"}},
	{"with vstart other than 0 the instruction is illegal", []string{
		"v*red*/vstart-kept", "vcompress*/vstart-kept", "vms?f.m/vstart-kept", "viota.m/vstart-kept",
	}},
	{"an order of its own choice may be the order of the elements", []string{
		"vsoxseg*/as-vsuxseg*", "vsuxseg*/as-vsoxseg*", "vloxseg*/as-vluxseg*", "vluxseg*/as-vloxseg*",
		"vsoxei*/as-vsuxei*", "vsuxei*/as-vsoxei*", "vloxei*/as-vluxei*", "vluxei*/as-vloxei*",
		"vfredusum.vs/as-vfredosum.vs", "vfwredusum.vs/as-vfwredosum.vs",
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
