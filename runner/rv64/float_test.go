package rv64

import (
	"math"
	"testing"
)

// floatEdges are register values where floating point goes wrong: doubles of every kind, boxes of
// singles and halves, and what is no box.
func floatEdges() []uint64 {
	v := []uint64{
		1 << 63, 1, 0x000fffffffffffff, 0x0010000000000000, 0x0010000000000001, 0x7fefffffffffffff, 0x7ff0000000000000, 0xfff0000000000000,
		0x7ff0000000000001, 0x7ff8000000000000, 0xfff8000000000001,
		0xffffffff_00000000, 0xffffffff_80000000, 0xffffffff_00000001, 0xffffffff_007fffff, 0xffffffff_00800000, 0xffffffff_7f7fffff, 0xffffffff_7f800000,
		0xffffffff_7f800001, 0xffffffff_7fc00000, 0xffffffff_ffc00001, 0xfffffffe_3f800000, 0x3f800000,
		0xffffffff_ffff3c00, 0xffffffff_ffff0001, 0xffffffff_ffff7bff, 0xffffffff_ffff7c00, 0xffffffff_ffff7c01, 0xffffffff_ffff7e00, 0xffffffff_fffe3c00,
	}
	for _, f := range []float64{0, 1, -1, 1.5, 2, 3, 0.1, -0.3, 1e10, 1 << 31, 1<<31 - 0.5, -1<<31 - 0.5, -1<<31 - 1, -1<<31 - 2, 1 << 63, -1 << 63, 1<<53 + 2, 1e-160, 1e160, math.Pi} {
		v = append(v, math.Float64bits(f), 0xffffffff<<32|uint64(math.Float32bits(float32(f))))
	}
	return v
}

// float is a machine whose next instruction is this one, in M mode with FS = Clean.
func float(t *testing.T, cfg Config, name string, operands ...int64) *Hart {
	t.Helper()
	m := machine(t, cfg)
	newCode(t).op(name, operands...).load(m)
	h := m.Hart(0)
	h.SetFS(2)
	return h
}

const dirty = 3

func TestFloatingPoint(t *testing.T) {
	const rne, rtz, rdn, rup, rmm, dyn = 0, 1, 2, 3, 4, 7
	const nx, uf, of, dz, nv = 1, 2, 4, 8, 16
	type registers map[uint8]uint64
	d := math.Float64bits
	s := func(v float32) uint64 { return 0xffffffff<<32 | uint64(math.Float32bits(v)) }
	const nanS, nanD, nanH = 0xffffffff_7fc00000, 0x7ff80000_00000000, 0xffffffff_ffff7e00
	x1, f1 := func(v uint64) registers { return registers{1: v} }, func(v uint64) registers { return registers{1: v} }
	for _, test := range []struct {
		name     string
		operands []int64
		x, f     registers
		fcsr     uint64
		rd, fd   uint64 // x10 or f10 after
		flags    uint64
	}{
		{"fadd.d", []int64{10, 1, 2, dyn}, nil, registers{1: d(1), 2: d(0x1p-60)}, 0, 0, d(1), nx},
		{"fadd.d", []int64{10, 1, 2, dyn}, nil, registers{1: d(1), 2: d(0x1p-60)}, rup << 5, 0, d(1) + 1, nx},
		{"fadd.d", []int64{10, 1, 2, rup}, nil, registers{1: d(1), 2: d(0x1p-60)}, 0, 0, d(1) + 1, nx},
		{"fadd.d", []int64{10, 1, 2, rne}, nil, registers{1: d(1), 2: d(0x1p-60)}, 7 << 5, 0, d(1), nx}, // a static mode does not look at frm
		{"fadd.d", []int64{10, 1, 2, rne}, nil, registers{1: d(1), 2: d(2)}, nv, 0, d(3), nv},
		{"fsub.s", []int64{10, 1, 2, rdn}, nil, registers{1: s(2), 2: s(2)}, 0, 0, s(0) | 1<<31, 0},
		{"fadd.s", []int64{10, 1, 2, dyn}, nil, registers{1: s(2), 2: uint64(math.Float32bits(2))}, 0, 0, nanS, 0}, // not boxed: a quiet NaN
		{"fmul.h", []int64{10, 1, 2, rmm}, nil, registers{1: 0xffffffff_ffff7bff, 2: 0xffffffff_ffff4000}, 0, 0, 0xffffffff_ffff7c00, of | nx},
		{"fmul.h", []int64{10, 1, 2, rtz}, nil, registers{1: 0xffffffff_ffff7bff, 2: 0xffffffff_ffff4000}, 0, 0, 0xffffffff_ffff7bff, of | nx},
		{"fdiv.d", []int64{10, 1, 2, dyn}, nil, registers{1: d(-1), 2: 0}, 0, 0, d(math.Inf(-1)), dz},
		{"fdiv.s", []int64{10, 1, 2, dyn}, nil, registers{1: 0xffffffff_00800000, 2: s(3)}, 0, 0, 0xffffffff_002aaaab, nx | uf},
		{"fsqrt.d", []int64{10, 1, dyn}, nil, f1(d(-4)), 0, 0, nanD, nv},
		{"fmadd.d", []int64{10, 1, 2, 3, dyn}, nil, registers{1: d(2), 2: d(3), 3: d(4)}, 0, 0, d(10), 0},
		{"fmsub.d", []int64{10, 1, 2, 3, dyn}, nil, registers{1: d(2), 2: d(3), 3: d(4)}, 0, 0, d(2), 0},
		{"fnmsub.d", []int64{10, 1, 2, 3, dyn}, nil, registers{1: d(2), 2: d(3), 3: d(4)}, 0, 0, d(-2), 0},
		{"fnmadd.d", []int64{10, 1, 2, 3, dyn}, nil, registers{1: d(2), 2: d(3), 3: d(4)}, 0, 0, d(-10), 0},
		{"fnmadd.d", []int64{10, 1, 2, 3, dyn}, nil, registers{1: d(2), 2: d(2), 3: d(-4)}, 0, 0, d(0), 0}, // −4+4, not −(4−4)
		{"fmadd.s", []int64{10, 1, 2, 3, dyn}, nil, registers{1: s(0), 2: 0xffffffff_7f800000, 3: nanS}, 0, 0, nanS, nv},
		{"fmin.d", []int64{10, 1, 2}, nil, registers{1: 1 << 63, 2: 0}, 0, 0, 1 << 63, 0},
		{"fmax.s", []int64{10, 1, 2}, nil, registers{1: 0xffffffff_7f800001, 2: s(1)}, 0, 0, s(1), nv},
		{"fmaxm.s", []int64{10, 1, 2}, nil, registers{1: nanS, 2: s(1)}, 0, 0, nanS, 0},
		{"fsgnjn.s", []int64{10, 1, 2}, nil, registers{1: s(1), 2: s(2)}, 0, 0, s(-1), 0},
		{"fsgnj.s", []int64{10, 1, 2}, nil, registers{1: 0x3f800000, 2: s(-2)}, 0, 0, nanS | 1<<31, 0},
		{"fsgnjx.h", []int64{10, 1, 2}, nil, registers{1: 0xffffffff_ffffbc00, 2: 0xffffffff_ffffbc00}, 0, 0, 0xffffffff_ffff3c00, 0},
		{"feq.d", []int64{10, 1, 2}, nil, registers{1: nanD, 2: nanD}, 0, 0, 0, 0},
		{"flt.d", []int64{10, 1, 2}, nil, registers{1: nanD, 2: d(1)}, 0, 0, 0, nv},
		{"fltq.d", []int64{10, 1, 2}, nil, registers{1: nanD, 2: d(1)}, 0, 0, 0, 0},
		{"fle.s", []int64{10, 1, 2}, nil, registers{1: s(1), 2: s(1)}, 0, 1, 0, 0},
		{"fclass.s", []int64{10, 1}, nil, f1(0x3f800000), 0, 1 << 9, 0, 0},
		{"fcvt.w.d", []int64{10, 1, rtz}, nil, f1(d(-1.5)), 0, ^uint64(0), 0, nx},
		{"fcvt.w.d", []int64{10, 1, rne}, nil, f1(nanD), 0, 0x7fffffff, 0, nv},
		{"fcvt.wu.s", []int64{10, 1, rne}, nil, f1(s(3e9)), 0, 0xffffffff_b2d05e00, 0, 0}, // sign-extended
		{"fcvt.wu.s", []int64{10, 1, rne}, nil, f1(s(-1)), 0, 0, 0, nv},
		{"fcvt.lu.d", []int64{10, 1, rne}, nil, f1(d(1e20)), 0, ^uint64(0), 0, nv},
		{"fcvtmod.w.d", []int64{10, 1}, nil, f1(d(0x1p32 + 5.5)), 0, 5, 0, nv},
		{"fcvt.s.w", []int64{10, 1, rne}, x1(0x1_ffffffff), nil, 0, 0, s(-1), 0}, // the low word
		{"fcvt.s.wu", []int64{10, 1, rtz}, x1(0xffffffff), nil, 0, 0, 0xffffffff_4f7fffff, nx},
		{"fcvt.d.lu", []int64{10, 1, rne}, x1(^uint64(0)), nil, 0, 0, d(0x1p64), nx},
		{"fcvt.s.d", []int64{10, 1, rne}, nil, f1(d(1e40)), 0, 0, 0xffffffff_7f800000, of | nx},
		{"fcvt.d.s", []int64{10, 1, rne}, nil, f1(s(1.5)), 0, 0, d(1.5), 0},
		{"fcvt.d.s", []int64{10, 1, rne}, nil, f1(0x7f800001), 0, 0, nanD, 0}, // not boxed, so not signalling
		{"fcvt.h.s", []int64{10, 1, rne}, nil, f1(s(0x1p-25)), 0, 0, 0xffffffff_ffff0000, nx | uf},
		{"fcvt.d.h", []int64{10, 1, rne}, nil, f1(0xffffffff_ffff0001), 0, 0, d(0x1p-24), 0},
		{"fcvt.bf16.s", []int64{10, 1, rne}, nil, f1(0xffffffff_3f808000), 0, 0, 0xffffffff_ffff3f80, nx},
		{"fcvt.s.bf16", []int64{10, 1, rne}, nil, f1(0xffffffff_ffff7f81), 0, 0, nanS, nv},
		{"fround.d", []int64{10, 1, rne}, nil, f1(d(2.5)), 0, 0, d(2), 0},
		{"froundnx.d", []int64{10, 1, rup}, nil, f1(d(-0.5)), 0, 0, 1 << 63, nx},
		{"fli.s", []int64{10, 29}, nil, nil, 0, 0, s(65536), 0},
		{"fli.h", []int64{10, 29}, nil, nil, 0, 0, 0xffffffff_ffff7c00, 0},
		{"fmv.x.w", []int64{10, 1}, nil, f1(0x12345678_80000001), 0, 0xffffffff_80000001, 0, 0}, // no box is looked at
		{"fmv.x.h", []int64{10, 1}, nil, f1(0x12345678_12348001), 0, 0xffffffff_ffff8001, 0, 0},
		{"fmv.w.x", []int64{10, 1}, x1(0x12345678_80000001), nil, 0, 0, 0xffffffff_80000001, 0},
		{"fmv.h.x", []int64{10, 1}, x1(0x12345678_80000001), nil, 0, 0, 0xffffffff_ffff0001, 0},
		{"fmv.d.x", []int64{10, 1}, x1(0x7ff00000_00000001), nil, 0, 0, 0x7ff00000_00000001, 0},
	} {
		h := float(t, Config{}, test.name, test.operands...)
		for r, v := range test.x {
			h.SetX(r, v)
		}
		for r, v := range test.f {
			h.SetF(r, v)
		}
		h.SetFCSR(test.fcsr)
		e := h.m.Step(0)
		toX := test.name[:3] == "fmv" && test.name[4] == 'x' || h.m.bindings[h.m.decode(e.Raw).Row.ID].floats&floatRd == 0
		wantFS := uint8(dirty)
		if toX && test.flags&^(test.fcsr&nv) == 0 {
			wantFS = 2
		}
		rd, fd := h.X(10), h.F(10)
		if e.Trap != nil || rd != test.rd || fd != test.fd || h.FCSR() != test.fcsr|test.flags || h.FS() != wantFS {
			t.Errorf("%s %v, x %#x f %#x fcsr %#x: x10 %#x f10 %#x fcsr %#x FS %d trap %v; want x10 %#x f10 %#x fcsr %#x FS %d",
				test.name, test.operands, test.x, test.f, test.fcsr, rd, fd, h.FCSR(), h.FS(), e.Trap, test.rd, test.fd, test.fcsr|test.flags, wantFS)
		}
	}
}

// What floating-point instructions need before they do anything: FS, and a rounding mode even where the
// result does not depend on it.
func TestIllegalFloatingPoint(t *testing.T) {
	for _, test := range []struct {
		name     string
		operands []int64
		fs       uint8
		frm      uint64
		illegal  bool
	}{
		{"fadd.d", []int64{1, 2, 3, 0}, 0, 0, true},
		{"fadd.d", []int64{1, 2, 3, 0}, 1, 0, false},
		{"fadd.d", []int64{1, 2, 3, 7}, 3, 4, false},
		{"fadd.d", []int64{1, 2, 3, 7}, 3, 5, true},
		{"fadd.d", []int64{1, 2, 3, 7}, 3, 7, true},
		{"fcvt.d.w", []int64{1, 2, 7}, 3, 6, true},
		{"fcvt.d.s", []int64{1, 2, 7}, 3, 6, true},
		{"fround.h", []int64{1, 2, 7}, 3, 6, true},
		{"fsgnj.d", []int64{1, 2, 3}, 3, 7, false},
		{"fclass.h", []int64{1, 2}, 0, 0, true},
		{"fmv.x.d", []int64{1, 2}, 0, 0, true},
		{"fmv.d.x", []int64{1, 2}, 0, 0, true},
		{"fli.s", []int64{1, 2}, 0, 0, true},
		{"fld", []int64{1, 0, 2}, 0, 0, true},
		{"fsh", []int64{1, 0, 2}, 0, 0, true},
		{"c.fld", []int64{8, 0, 9}, 0, 0, true},
		{"fcvtmod.w.d", []int64{1, 2}, 0, 0, true},
		{"csrrs", []int64{1, csrFflags, 0}, 0, 0, true},
		{"csrrs", []int64{1, csrFrm, 0}, 0, 0, true},
		{"csrrs", []int64{1, csrFcsr, 0}, 0, 0, true},
		{"csrrs", []int64{1, csrFcsr, 0}, 1, 7, false},
	} {
		h := float(t, Config{}, test.name, test.operands...)
		h.SetFCSR(test.frm << 5)
		h.SetFS(test.fs)
		h.SetX(2, data)
		h.SetX(9, data)
		h.SetF(1, 42)
		e := h.m.Step(0)
		if illegal := e.Trap != nil; illegal != test.illegal || illegal && (e.Trap.Cause != IllegalInstruction || h.F(1) != 42 || h.FS() != test.fs) {
			t.Errorf("%s %v with FS %d, frm %d: trap %v f1 %#x FS %d, want illegal %v", test.name, test.operands, test.fs, test.frm, e.Trap, h.F(1), h.FS(), test.illegal)
		}
	}
	for rm := int64(5); rm < 7; rm++ { // reserved in the instruction
		m := machine(t, Config{})
		c := newCode(t)
		c.raw(c.word("fadd.d", 1, 2, 3, 0) | uint32(rm)<<12).load(m)
		m.Hart(0).SetFS(dirty)
		if e := m.Step(0); e.Trap == nil || e.Trap.Cause != IllegalInstruction {
			t.Errorf("fadd.d with rm %d: %v", rm, e.Trap)
		}
	}
}

func TestFloatLoadsAndStores(t *testing.T) {
	for _, test := range []struct {
		load, store string
		size        int
		addr        uint64
	}{
		{"fld", "fsd", 8, data}, {"flw", "fsw", 4, data + 4}, {"flh", "fsh", 2, data + 6},
		{"fld", "fsd", 8, data + 3}, {"flw", "fsw", 4, data + 1}, {"flh", "fsh", 2, data + 63},
		{"c.fld", "c.fsd", 8, data}, {"c.fldsp", "c.fsdsp", 8, data},
	} {
		pattern := uint64(0x7ff00000_7f807c01) // signalling in every format: nothing may touch it
		mask := uint64(1)<<(8*test.size-1)<<1 - 1
		for _, trap := range []bool{false, true} {
			cfg := Config{}
			if trap {
				cfg.Misaligned = TrapMisaligned
			}
			operands := []int64{8, 0, 9}
			base := uint8(9)
			if test.load == "c.fldsp" {
				operands, base = []int64{8, 0}, 2
			}
			h := float(t, cfg, test.store, operands...)
			h.SetX(base, test.addr)
			h.SetF(8, pattern)
			e := h.m.Step(0)
			fault := trap && test.addr&uint64(test.size-1) != 0
			if (e.Trap != nil) != fault || fault && e.Trap.Cause != StoreMisaligned || h.FS() != 2 {
				t.Errorf("%s at %#x: trap %v FS %d, want a trap %v", test.store, test.addr, e.Trap, h.FS(), fault)
			}
			h = float(t, cfg, test.load, operands...)
			h.SetX(base, test.addr)
			h.m.write(test.addr-h.m.base, test.size, pattern)
			e = h.m.Step(0)
			want := pattern&mask | ^mask
			if fault {
				want = 0
			}
			if (e.Trap != nil) != fault || fault && e.Trap.Cause != LoadMisaligned || h.F(8) != want || (h.FS() == dirty) == fault {
				t.Errorf("%s at %#x: %#x FS %d trap %v, want %#x", test.load, test.addr, h.F(8), h.FS(), e.Trap, want)
			}
		}
	}
}

func TestFloatCSRs(t *testing.T) {
	m := machine(t, Config{})
	h := m.Hart(0)
	status := func() uint64 { v, _ := h.CSR(csrMstatus); return v & (statusFS | statusSD) }
	for _, test := range []struct {
		csr   uint16
		write uint64
		fcsr  uint64
	}{
		{csrFcsr, ^uint64(0), 0xff}, {csrFflags, 0x12, 0xf2}, {csrFrm, 0xff, 0xf2}, {csrFrm, 0x0a, 0x52}, {csrFflags, 0xe0, 0x40}, {csrFcsr, 0x100, 0},
	} {
		h.SetFS(1)
		h.SetCSR(test.csr, test.write)
		views := [3]uint64{}
		for k, n := range []uint16{csrFflags, csrFrm, csrFcsr} {
			views[k], _ = h.CSR(n)
		}
		if want := [3]uint64{test.fcsr & 31, test.fcsr >> 5, test.fcsr}; views != want || status() != statusFS|statusSD {
			t.Errorf("%#x to CSR %#x: fflags, frm, fcsr %#x, FS and SD %#x; want %#x", test.write, test.csr, views, status(), want)
		}
	}
	for fs, want := range []uint64{0, 1 << statusFSShift, 2 << statusFSShift, statusFS | statusSD} {
		h.SetCSR(csrMstatus, uint64(fs)<<statusFSShift)
		if status() != want {
			t.Errorf("FS written with %d: %#x, want %#x", fs, status(), want)
		}
	}
	always := machine(t, Config{Parameters: Parameters{FSAlwaysDirty: true}}).Hart(0)
	for fs, want := range []uint8{0, 3, 3, 3} {
		always.SetCSR(csrMstatus, uint64(fs)<<statusFSShift)
		if always.FS() != want {
			t.Errorf("FS written with %d under FSAlwaysDirty: %d, want %d", fs, always.FS(), want)
		}
	}
	h = float(t, Config{Parameters: Parameters{FSDirtyOnUse: true}}, "fclass.d", 10, 1)
	if h.m.Step(0); h.FS() != dirty {
		t.Errorf("FS %d after fclass.d under FSDirtyOnUse", h.FS())
	}
	plain := machine(t, Config{Table: subset(t, "I", "Zicsr", "Sm")}).Hart(0)
	plain.SetCSR(csrMstatus, statusFS)
	if _, ok := plain.CSR(csrFcsr); ok || plain.FS() != 0 || plain.m.misa&(1<<5|1<<3) != 0 {
		t.Errorf("without F: fcsr %v, FS %d, misa %#x", ok, plain.FS(), plain.m.misa)
	}
	if h.m.misa&(1<<5|1<<3) != 1<<5|1<<3 {
		t.Errorf("with F and D: misa %#x", h.m.misa)
	}
}

// An override is reached although the row has a form in the fast loop, and a weakly ordered hart loads
// its own stores.
func TestFloatOverrides(t *testing.T) {
	calls := 0
	count := func(f Exec) Exec {
		return func(h *Hart, i *Inst) { calls++; f(h, i) }
	}
	overrides := map[string]func(Exec) Exec{}
	c := newCode(t)
	c.op("fld", 1, 0, 9).op("fadd.d", 2, 1, 1, 7).op("fmadd.d", 3, 1, 2, 2, 7).op("fsd", 3, 8, 9).op("c.fld", 8, 8, 9).op("fmv.x.d", 10, 8)
	for _, name := range []string{"fld", "fadd.d", "fmadd.d", "fsd", "fmv.x.d"} {
		overrides[name] = count
	}
	for _, weak := range []bool{false, true} {
		calls = 0
		m := machine(t, Config{Overrides: overrides, Limit: 6, Ordering: Ordering{Weak: weak, Seed: 1}})
		c.load(m)
		h := m.Hart(0)
		h.SetFS(dirty)
		h.SetFCSR(1)
		h.SetX(9, data)
		m.write(data-m.base, 8, math.Float64bits(0.1))
		run(t, m)
		if want := math.Float64bits(0.1*0.2 + 0.2); calls != 6 || h.X(10) != want {
			t.Errorf("weak %v: %d calls, x10 %#x; want 6 and %#x", weak, calls, h.X(10), want)
		}
	}
}
