package oracle_test

import (
	"slices"
	"testing"

	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// floatCase is what one scalar floating-point instruction did, worked out by hand from the manual.
// Operands are in f11, f12, f13 and x11, results in f10 or x10; FS is Clean.
type floatCase struct {
	asm     string
	a, b, c uint64
	x       uint64
	fcsr    uint64
	mode    string
	fs      uint8 // 0: Clean
	off     bool
	trap    *oracle.Trap
	changed locs
	broken  []string // rules of the first difference; nil: it is allowed
}

func (k *floatCase) judge(t *testing.T, s setup) oracle.Result {
	t.Helper()
	base := kase{asm: k.asm, mode: k.mode, x: map[int]uint64{11: k.x}, csr: map[string]uint64{"fcsr": k.fcsr}}
	before, exit := base.before(t, s)
	before.Float = &oracle.Float{Status: oracle.Clean}
	if k.fs != 0 {
		before.Float.Status = k.fs
	}
	if k.off {
		before.Float.Status = oracle.Off
	}
	before.Float.F[11], before.Float.F[12], before.Float.F[13] = k.a, k.b, k.c
	seen := &oracle.Observed{Changed: k.changed, Trap: oracle.Trap{Cause: 11, PC: exit, Mode: before.Mode}}
	if before.Mode == "U" {
		seen.Trap.Cause = 8
	}
	if k.trap != nil {
		seen.Trap = *k.trap
		seen.Trap.Mode = before.Mode
	}
	r, err := s.oracle.Judge(before, []uint64{exit}, 100, seen)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFloatRows(t *testing.T) {
	s := newSetup(t, nil, append(slices.Clone(everything), "F", "D", "Zfh", "Zfa", "Zfbfmin", "Zcd")...)
	const (
		box  = 0xffffffff00000000
		hbox = 0xffffffffffff0000
		nan  = box | 0x7fc00000
		one  = 0x3f800000
		done = 3 // FS Dirty
	)
	double := func(v uint64) locs { return locs{"f10": v, "fs": done} }
	flagged := func(l locs, fcsr uint64) locs { l["csr:fcsr"] = fcsr; l["fs"] = done; return l }
	for _, k := range []floatCase{
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, changed: double(box | 0x40000000)},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, changed: double(0x40000000), broken: []string{"fadd-s_op"}},
		{asm: "fadd.s f10, f11, f12", a: one, b: box | one, changed: double(nan)},
		{asm: "fadd.s f10, f11, f12", a: one, b: box | one, changed: double(box | 0x40000000), broken: []string{"fp_nan-boxing", "F_canonical_NaN"}},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, changed: locs{"f10": box | 0x40000000}, broken: []string{"mstatus_fs_op", "mstatus_fs_vs_xs_clean_op"}},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, fs: 3, changed: locs{"f10": box | 0x40000000}},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, off: true, trap: &oracle.Trap{Cause: 2, PC: code}},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | one, off: true, changed: locs{"f10": box | 0x40000000}, broken: []string{"mstatus_fs_vs_xs_off_op"}},
		{asm: "fadd.d f11, f11, f12", a: 0, b: 0, changed: locs{}},        // nothing new: FS may stay
		{asm: "fadd.d f11, f11, f12", a: 0, b: 0, changed: locs{"fs": 3}}, // or not
		{asm: "fadd.s f10, f11, f12, rup", a: box | one, b: box | 1, changed: flagged(locs{"f10": box | one + 1}, 1)},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | 1, fcsr: 0x78, changed: flagged(locs{"f10": box | one + 1}, 0x79)},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | 1, fcsr: 0x78, changed: flagged(locs{"f10": box | one + 1}, 0x61), broken: []string{"fadd-s_op"}},
		{asm: "fadd.s f10, f11, f12, rne", a: box | one, b: box | 1, fcsr: 0xe0, changed: flagged(locs{"f10": box | one}, 0xe1)},
		{asm: "fadd.s f10, f11, f12", a: box | one, b: box | 1, fcsr: 0xa0, changed: locs{}}, // reserved: whatever
		{asm: "fdiv.s f10, f11, f12", a: box | 0x7f7fffff, b: box | 0x3f7fffff, changed: flagged(locs{"f10": box | 0x7f800000}, 5)},
		{asm: "fdiv.s f10, f11, f12", a: box, b: box, changed: flagged(locs{"f10": nan}, 0x10)},
		{asm: "fdiv.s f10, f11, f12", a: box, b: box, changed: flagged(locs{"f10": nan}, 0x18), broken: []string{"fdiv-s_op"}},
		{asm: "fdiv.s f10, f11, f12", a: 0, b: 0, changed: double(nan)},
		{asm: "fsqrt.d f10, f11, rdn", a: 0x402e000000000000, changed: flagged(double(0x400efbdeb14f4ed9), 1)},
		{asm: "fmadd.s f10, f11, f12, f13", a: box | 0x7f800000, b: box, c: box | 0x7fc00000, changed: flagged(locs{"f10": nan}, 0x10)},
		{asm: "fmsub.d f10, f11, f12, f13", a: 0x4008000000000000, b: 0x4000000000000000, c: 0x4014000000000000, changed: double(0x3ff0000000000000)},
		{asm: "fnmsub.d f10, f11, f12, f13", a: 0x4008000000000000, b: 0x4000000000000000, c: 0x4014000000000000, changed: double(0xbff0000000000000)},
		{asm: "fnmadd.d f10, f11, f12, f13", a: 0x4008000000000000, b: 0x4000000000000000, c: 0x4014000000000000, changed: double(0xc026000000000000)},
		{asm: "fnmadd.d f10, f11, f12, f13", a: 0x3ff0000000000000, b: 0x3ff0000000000000, c: 0xbff0000000000000, changed: locs{}},
		{asm: "fsgnjn.s f10, f11, f12", a: box | one, b: box | one, changed: double(box | 0xbf800000)},
		{asm: "fsgnj.s f10, f11, f12", a: one, b: box | 0x80000000, changed: double(box | 0xffc00000)},
		{asm: "fsgnjx.d f10, f11, f12", a: 0xfff0000000000001, b: 1 << 63, changed: double(0x7ff0000000000001)},
		{asm: "fmin.s f10, f11, f12", a: box, b: box | 0x80000000, changed: double(box | 0x80000000)},
		{asm: "fmin.s f10, f11, f12", a: box, b: box | 0x80000000, changed: double(box), broken: []string{"fmin-s_zero_compare"}},
		{asm: "fmax.d f10, f11, f12", a: 0x7ff0000000000001, b: 1, changed: flagged(double(1), 0x10)},
		{asm: "fmax.d f10, f11, f12", a: 0x7ff0000000000001, b: 1, changed: double(1), broken: []string{"fmax-s_signaling_nan_nv"}},
		{asm: "fmax.d f10, f11, f12", a: 0x7ff8000000000001, b: 1, changed: double(0x7ff8000000000000), broken: []string{"fmax-s_one_nan_input"}},
		{asm: "fmin.s f10, f11, f12", a: nan | 1, b: nan | 2, changed: double(nan)},
		{asm: "flt.s x10, f11, f12", a: nan, b: box | one, changed: flagged(locs{"x10": 0}, 0x10)},
		{asm: "flt.s x10, f11, f12", a: nan, b: box | one, changed: locs{"x10": 0}, broken: []string{"flt-s_NaN"}},
		{asm: "feq.d x10, f11, f12", a: 0, b: 1 << 63, changed: locs{"x10": 1}},
		{asm: "fclass.s x10, f11", a: 0, changed: locs{"x10": 0x200}},
		{asm: "fclass.h x10, f11", a: hbox | 0x0001, changed: locs{"x10": 0x20}},
		{asm: "fcvt.w.s x10, f11, rtz", a: box | 0x4f000000, changed: flagged(locs{"x10": 0x7fffffff}, 0x10)},
		{asm: "fcvt.wu.d x10, f11, rup", a: 0x41dfffffffc00001, changed: flagged(locs{"x10": 0xffffffff80000000}, 1)},
		{asm: "fcvt.wu.s x10, f11, rtz", a: box | 0xbf000000, changed: flagged(locs{"x10": 0}, 1)},
		{asm: "fcvt.wu.s x10, f11, rdn", a: box | 0xbf000000, changed: flagged(locs{"x10": 0}, 0x10)},
		{asm: "fcvt.lu.d x10, f11, rtz", a: 0x43f0000000000000, changed: flagged(locs{"x10": ones}, 0x10)},
		{asm: "fcvt.s.w f10, x11, rup", x: 0x7fffffff01000001, changed: flagged(locs{"f10": box | 0x4b800001}, 1)},
		{asm: "fcvt.s.lu f10, x11, rtz", x: ones, changed: flagged(locs{"f10": box | 0x5f7fffff}, 1)},
		{asm: "fcvt.d.wu f10, x11", x: ones, changed: double(0x41efffffffe00000)},
		{asm: "fcvt.s.d f10, f11", a: 0x380fffffe0000000, changed: flagged(locs{"f10": box | 0x00800000}, 3)},
		{asm: "fcvt.s.d f10, f11", a: 0x380fffffe0000000, changed: flagged(locs{"f10": box | 0x00800000}, 1), broken: []string{"fcvt-s-d_op"}},
		{asm: "fcvt.d.s f10, f11", a: 0xffffffffff800000, changed: double(0xfff0000000000000)},
		{asm: "fcvt.d.s f10, f11", a: box | 0x7f800001, changed: flagged(double(0x7ff8000000000000), 0x10)},
		{asm: "fcvt.h.s f10, f11", a: box | 0x477ff000, changed: flagged(locs{"f10": hbox | 0x7c00}, 5)},
		{asm: "fcvt.bf16.s f10, f11", a: box | 0x3f808000, changed: flagged(locs{"f10": hbox | 0x3f80}, 1)},
		{asm: "fcvt.s.bf16 f10, f11", a: hbox | 0xffff, changed: double(nan)},
		{asm: "fmv.x.w x10, f11", a: 0x80000000, changed: locs{"x10": 0xffffffff80000000}},
		{asm: "fmv.x.w x10, f11", a: 0x80000000, changed: locs{"x10": 0x7fc00000}, broken: []string{"FP_transfer_instrs_narrow_transfer_out"}},
		{asm: "fmv.x.h x10, f11", a: 0x12348001, changed: locs{"x10": 0xffffffffffff8001}},
		{asm: "fmv.w.x f10, x11", x: 0x123456787f800001, changed: double(box | 0x7f800001)},
		{asm: "fmv.d.x f10, x11", x: 0x7ff0000000000001, changed: double(0x7ff8000000000001), broken: []string{"fmv-d-x_op_bits_preserved"}},
		{asm: "fli.s f10, 1", changed: double(box | 0x00800000)},
		{asm: "fli.h f10, 29", changed: double(hbox | 0x7c00)},
		{asm: "fli.h f10, 2", changed: double(hbox | 0x0100)},
		{asm: "fli.d f10, 0", changed: double(0xbff0000000000000)},
		{asm: "fli.d f10, 11", changed: double(0x3fdc000000000000)},
		{asm: "fli.s f10, 31", changed: double(nan)},
		{asm: "fminm.s f10, f11, f12", a: nan | 1, b: box | one, changed: double(nan)},
		{asm: "fround.s f10, f11", a: box | 0xc3f0787f, changed: double(box | 0xc3f08000)},
		{asm: "fround.s f10, f11", a: box | 0xc3f0787f, changed: flagged(double(box|0xc3f08000), 1), broken: []string{"fround-s_nan_nv"}},
		{asm: "froundnx.s f10, f11", a: box | 0xc3f0787f, changed: flagged(double(box|0xc3f08000), 1)},
		{asm: "fround.d f10, f11", a: 0x7fefffffffffffff, changed: double(0x7fefffffffffffff)},
		{asm: "fcvtmod.w.d x10, f11, rtz", a: 0x41f0000000500000, changed: flagged(locs{"x10": 5}, 0x10)},
		{asm: "fleq.s x10, f11, f12", a: nan, b: box | one, changed: locs{"x10": 0}},
		{asm: "csrw fcsr, x11", x: ones, changed: locs{"csr:fcsr": 0xff, "fs": done}},
		{asm: "csrw fcsr, x11", x: 0x9f, changed: locs{"csr:fcsr": 0x9f}, broken: []string{"mstatus_fs_op", "mstatus_fs_vs_xs_clean_op"}},
		{asm: "csrw frm, x11", x: 0xfb, fcsr: 0xff, changed: locs{"csr:fcsr": 0x7f, "fs": done}},
		{asm: "csrw fflags, x11", fcsr: 0x60, x: 0x60, changed: locs{}},
		{asm: "csrr x10, fcsr", off: true, changed: locs{"x10": 0}, broken: []string{"mstatus_fs_vs_xs_off_op"}},
		{asm: "fcvt.lu.d x10, f11", a: 0x3fe0000000000000, mode: "U", changed: locs{"x10": 0, "csr:fcsr": 1}, broken: []string{"mstatus_fs_op", "mstatus_fs_vs_xs_clean_op", "mstatus_fs_vs_xs_update_indep_priv"}},
	} {
		t.Run(k.asm, func(t *testing.T) {
			r := k.judge(t, s)
			if r.OK != (k.broken == nil) {
				t.Fatalf("OK = %v\n%+v", r.OK, r)
			}
			if k.broken == nil {
				return
			}
			got := slices.Sorted(slices.Values(r.Broken[0].Rules))
			if want := slices.Sorted(slices.Values(k.broken)); !slices.Equal(got, want) {
				t.Errorf("rules %v, want %v\n%+v", got, want, r.Broken)
			}
		})
	}
}

// Loads and stores: what is above the value, payloads, and what a faulting one may do to FS.
func TestFloatMemory(t *testing.T) {
	s := newSetup(t, nil, append(slices.Clone(everything), "F", "D", "Zfh", "Zcd")...)
	for _, k := range []floatCase{
		{asm: "flw f10, 0(x11)", x: data, changed: locs{"f10": 0xffffffff03020100, "fs": 3}},
		{asm: "flw f10, 0(x11)", x: data, changed: locs{"f10": 0x03020100, "fs": 3}, broken: []string{"flw_op"}},
		{asm: "flh f10, 8(x11)", x: data, changed: locs{"f10": 0xffffffffffff0908, "fs": 3}},
		{asm: "fld f10, 8(x11)", x: data, changed: locs{"f10": 0x0f0e0d0c0b0a0908, "fs": 3}},
		{asm: "c.fld f10, 8(x11)", x: data, changed: locs{"f10": 0x0f0e0d0c0b0a0908, "fs": 3}},
		{asm: "fsw f11, 4(x11)", x: data, a: 0x123456789abcdef0, changed: locs{"mem:80001000": 0x9abcdef003020100}},
		{asm: "fsw f11, 4(x11)", x: data, a: 0x123456789abcdef0, changed: locs{"mem:80001000": 0x9abcdef003020100, "fs": 3}},
		{asm: "fsw f11, 4(x11)", x: data, a: 0x123456789abcdef0, changed: locs{"mem:80001000": 0x7fc0000003020100}, broken: []string{"FP_transfer_instrs_narrow_transfer_out"}},
		{asm: "fsd f11, 0(x11)", x: data, a: 0x7ff0000000000001, changed: locs{"mem:80001000": 0x7ff8000000000001}, broken: []string{"fsd_bits_maintained"}},
		{asm: "fld f10, 1(x11)", x: data, trap: &oracle.Trap{Cause: 4, PC: code, Tval: data + 1}, changed: locs{"fs": 3}},
		{asm: "fld f10, 1(x11)", x: data, trap: &oracle.Trap{Cause: 4, PC: code, Tval: data + 1}},
		{asm: "fld f10, 0(x11)", x: data, off: true, changed: locs{"f10": 0x0706050403020100}, broken: []string{"mstatus_fs_vs_xs_off_op"}},
	} {
		t.Run(k.asm, func(t *testing.T) {
			if k.changed == nil {
				k.changed = locs{}
			}
			r := k.judge(t, s)
			if r.OK != (k.broken == nil) {
				t.Fatalf("OK = %v\n%+v", r.OK, r)
			}
			if k.broken != nil && !slices.Equal(r.Broken[0].Rules, k.broken) {
				t.Errorf("rules %v, want %v", r.Broken[0].Rules, k.broken)
			}
		})
	}
}

// The rows of floating point exist where their conditions hold.
func TestFloatRowsExist(t *testing.T) {
	for _, c := range []struct {
		extensions []string
		row        string
		want       bool
	}{
		{[]string{"I", "F", "Zfa"}, "fli.s", true},
		{[]string{"I", "F", "Zfa"}, "fli.d", false},
		{[]string{"I", "F", "D", "Zfa"}, "fround.d", true},
		{[]string{"I", "F", "Zfhmin", "Zfa"}, "fli.h", false},
		{[]string{"I", "F", "Zfh", "Zfhmin", "Zfa"}, "fli.h", true},
		{[]string{"I", "F", "Zfhmin"}, "fcvt.d.h", false},
		{[]string{"I", "F", "D", "Zfhmin"}, "fcvt.d.h", true},
		{[]string{"I", "F", "Zfbfmin"}, "flh", true},
		{[]string{"I", "F", "Zfbfmin"}, "fcvt.s.h", false},
	} {
		table, err := isa.New(pack(), c.extensions...)
		if err != nil {
			t.Fatal(err)
		}
		got := slices.ContainsFunc(table.Instructions, func(in *isa.Instruction) bool { return in.Name == c.row })
		if got != c.want {
			t.Errorf("%v has %s: %v", c.extensions, c.row, got)
		}
	}
}
