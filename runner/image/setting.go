package image

import (
	"fmt"

	"touchstone/specs"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// CSR addresses that the layout of an image itself depends on.
const (
	csrFcsr          = 0x003
	csrVstart        = 0x008
	csrVcsr          = 0x00f
	csrVl            = 0xc20
	csrVtype         = 0xc21
	csrVlenb         = 0xc22
	csrScounteren    = 0x106
	csrSenvcfg       = 0x10a
	csrSatp          = 0x180
	csrMstatus       = 0x300
	csrMedeleg       = 0x302
	csrMideleg       = 0x303
	csrMie           = 0x304
	csrMtvec         = 0x305
	csrMcounteren    = 0x306
	csrMenvcfg       = 0x30a
	csrMcountinhibit = 0x320
	csrMscratch      = 0x340
	csrMepc          = 0x341
	csrPmpcfg0       = 0x3a0
	csrPmpaddr0      = 0x3b0
	csrPmpLast       = 0x3ef
)

// The lowest bits of mstatus.VS and mstatus.FS.
const (
	statusVS = 9
	statusFS = 13
)

// clean is what FS and VS hold before a case unless its setting says otherwise: an instruction that
// modifies the state must then leave Dirty.
const clean = 2

// write is one CSR write.
type write struct {
	csr   uint16
	value uint64
}

// ground is what the runtime establishes before every case: what every setting has, and then the
// setting's own.
type ground struct {
	user   bool
	status uint64 // mstatus bits
	writes []write
}

// settle resolves a setting. Memory is opened to user mode by an entry of PMP that is behind the
// setting's own entries: entry 0 when it has none, entry 7 when it has some (a hart has none or at
// least 16). Counters run, and user mode may read them. A hart without one of these CSRs traps on
// the write, which the runtime steps over.
func settle(s trial.Setting, names csrNames) (ground, error) {
	g := ground{user: s.Mode == "U"}
	if s.Environment != "" {
		return g, settleLinux(s)
	}
	if len(s.Without) > 0 {
		return g, fmt.Errorf("setting: the machine environment protects memory by pmpcfg0 and pmpaddr0, not by pages")
	}
	if s.Mode != "M" && s.Mode != "U" {
		return g, fmt.Errorf("the machine environment has no mode %q (M, U)", s.Mode)
	}
	if s.Anchor != "" && s.Anchor != "x31" {
		return g, fmt.Errorf("the runtime cannot keep its pointer in %q (\"\" for mscratch, or x31)", s.Anchor)
	}
	if s.Harts > 2 || s.Harts == 2 && s.Anchor != "" {
		return g, fmt.Errorf("the machine environment runs one hart or two, not %d; two with anchor mscratch", s.Harts)
	}
	if s.VLEN != 0 && !s.Float {
		return g, fmt.Errorf("setting: vector state comes with floating-point state")
	}
	given := map[uint16]uint64{}
	var own []write
	pmp := false
	fs, vs := uint64(0), uint64(0)
	if s.Float {
		fs = clean
	}
	if s.VLEN != 0 {
		vs = clean
	}
	for _, p := range s.CSRs {
		at, err := names.parse(p.Loc)
		if err != nil {
			return g, fmt.Errorf("setting: %w", err)
		}
		if at.kind == 's' && p.Value < 4 && s.Float {
			if at.n == statusFS {
				fs = p.Value
			} else {
				vs = p.Value
			}
			continue
		}
		if at.kind != 'c' || p.Rel {
			return g, fmt.Errorf("setting: %s: a setting presets CSRs, with absolute values", p.Loc)
		}
		n := uint16(at.n)
		switch {
		case n == csrMstatus:
			g.status |= p.Value
			continue
		case n == csrMtvec, n == csrMepc, n == csrMscratch:
			return g, fmt.Errorf("setting: %s is the runtime's", p.Loc)
		case n >= csrPmpcfg0 && n <= csrPmpLast:
			pmp = true
		}
		given[n] = p.Value
		own = append(own, write{n, p.Value})
	}
	g.status |= fs<<statusFS | vs<<statusVS
	if !pmp {
		g.writes = append(g.writes, write{csrPmpaddr0, ^uint64(0)}, write{csrPmpcfg0, 0x1f})
	} else if given[csrPmpcfg0]>>56 == 0 {
		g.writes = append(g.writes, write{csrPmpaddr0 + 7, ^uint64(0)})
		if _, ok := given[csrPmpcfg0]; !ok {
			g.writes = append(g.writes, write{csrPmpcfg0, 0x1f << 56})
		}
		for i := range own {
			if own[i].csr == csrPmpcfg0 {
				own[i].value |= 0x1f << 56
			}
		}
	}
	for _, w := range []write{
		{csrMcounteren, 7}, {csrMcountinhibit, 0},
		// A hart with supervisor mode: user mode's counters pass its gate too, and neither traps
		// nor addresses take a way through it.
		{csrScounteren, 7}, {csrMedeleg, 0}, {csrMideleg, 0}, {csrSatp, 0},
		// What envcfg gives user mode, a setting asks for.
		{csrMenvcfg, 0}, {csrSenvcfg, 0},
	} {
		if _, ok := given[w.csr]; !ok {
			g.writes = append(g.writes, w)
		}
	}
	g.writes = append(g.writes, own...)
	return g, nil
}

// settleLinux says what a process cannot establish.
func settleLinux(s trial.Setting) error {
	switch {
	case s.Environment != trial.Linux:
		return fmt.Errorf("there is no environment %q (machine, %s)", s.Environment, trial.Linux)
	case s.Mode != "U":
		return fmt.Errorf("the linux environment has no mode %q (U)", s.Mode)
	case s.Anchor != "":
		return fmt.Errorf("the linux environment has no mscratch to leave to a case (anchor %q)", s.Anchor)
	case s.Harts > 2:
		return fmt.Errorf("the linux environment runs one hart or two, not %d", s.Harts)
	case len(s.CSRs) > 0:
		return fmt.Errorf("setting: %s is not a process's to write", s.CSRs[0].Loc)
	case s.VLEN != 0 && !s.Float:
		return fmt.Errorf("setting: vector state comes with floating-point state")
	case s.Harts > 1 && len(s.Without) > 0:
		return fmt.Errorf("setting: two harts have all rights to memory")
	}
	for _, r := range s.Without {
		if r.Page%PageSize != 0 || r.Write && !r.Read || r.Read && r.Write && r.Execute {
			return fmt.Errorf("setting: the page at %#x cannot be had with these rights (%+v)", r.Page, r)
		}
	}
	return nil
}

// Known gives the CSRs, by name, that a case of the setting starts with: what the runtime writes
// before it, provided that the hart has the CSR and takes the value. Protection is known as a whole
// or, where the setting has none of its own and all memory is open, not at all.
func Known(s trial.Setting, csrs []specs.CSR) (map[string]uint64, error) {
	g, err := settle(s, newCSRNames(csrs))
	if err != nil {
		return nil, err
	}
	values := map[uint16]uint64{}
	for _, w := range g.writes {
		values[w.csr] = w.value
	}
	open := values[csrPmpcfg0] == 0x1f && values[csrPmpaddr0] == ^uint64(0)
	known := map[string]uint64{}
	for i := range csrs {
		n := uint16(csrs[i].Address)
		value, written := values[n]
		if written && !(open && n >= csrPmpcfg0 && n <= csrPmpLast) {
			known[csrs[i].Name] = value
		}
	}
	if s.Float {
		known["fcsr"] = 0
	}
	if s.VLEN != 0 {
		v := vectorGround()
		known["vl"], known["vtype"], known["vstart"], known["vcsr"] = v.VL, v.VType, v.VStart, v.VCSR
		known["vlenb"] = uint64(s.VLEN / 8)
	}
	return known, nil
}

// vectorGround is what a case without presets of vector CSRs starts with: two elements of 64 bits,
// which every implementation of V has in one register, tail and mask undisturbed.
func vectorGround() machine.Vector { return machine.Vector{VL: 2, VType: 3 << 3} }

// Status gives what mstatus.FS and VS hold before the cases of a setting, provided that the hart
// takes them. A process cannot look at them.
func Status(s trial.Setting) (fs, vs uint8) {
	g, err := settle(s, csrNames{})
	if err != nil {
		return 0, 0
	}
	return uint8(g.status >> statusFS & 3), uint8(g.status >> statusVS & 3)
}
