package rv64

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
)

// at is where vector tests have their data: 64 bytes 0x00, 0x01, … from data on.
func (r *vectorRig) count(n int) {
	b := make([]byte, n)
	for k := range b {
		b[k] = byte(k)
	}
	r.m.WriteMem(data, b)
}

func (r *vectorRig) memory(addr uint64, n int) []byte {
	b := make([]byte, n)
	if !r.m.ReadMem(addr, b) {
		r.t.Fatalf("%#x is not in RAM", addr)
	}
	return b
}

// What loads put into registers, from memory 00 01 02 … (VLEN = 128). x6 = data, x7 = 5, x8 = -3; v20 holds byte
// offsets 9, 0, 6, 0xfc in EEW 8; v0 is 0b0101.
func TestVectorLoads(t *testing.T) {
	for _, test := range []struct {
		vtype  string
		vl     int
		vstart uint64
		text   string
		base   uint64
		reg    uint8
		eew    uint64
		want   []uint64
	}{
		{"e8,m1,tu,mu", 4, 0, "vle8.v vd=8 rs1=6", 0, 8, 8, []uint64{0, 1, 2, 3, 0xaa}},
		{"e8,m1,tu,mu", 4, 2, "vle8.v vd=8 rs1=6", 0, 8, 8, []uint64{0xaa, 0xaa, 2, 3, 0xaa}},
		{"e8,m1,tu,mu", 4, 0, "vle8.v vd=8 rs1=6 vm=0", 0, 8, 8, []uint64{0, 0xaa, 2, 0xaa, 0xaa}},
		{"e8,mf2,tu,mu", 3, 0, "vle32.v vd=8 rs1=6", 0, 8, 32, []uint64{0x03020100, 0x07060504, 0x0b0a0908, 0xaaaaaaaa}}, // EMUL = 2
		{"e64,m2,tu,mu", 3, 0, "vle16.v vd=8 rs1=6", 1, 8, 16, []uint64{0x0201, 0x0403, 0x0605, 0xaaaa}},                 // misaligned
		{"e32,m1,tu,mu", 2, 0, "vle64.v vd=8 rs1=6", 0, 8, 64, []uint64{0x0706050403020100, 0x0f0e0d0c0b0a0908}},
		{"e8,m1,tu,mu", 4, 0, "vlse8.v vd=8 rs1=6 rs2=7", 0, 8, 8, []uint64{0, 5, 10, 15, 0xaa}},
		{"e8,m1,tu,mu", 4, 0, "vlse8.v vd=8 rs1=6 rs2=8", 20, 8, 8, []uint64{20, 17, 14, 11, 0xaa}},
		{"e8,m1,tu,mu", 4, 0, "vlse8.v vd=8 rs1=6 rs2=0", 7, 8, 8, []uint64{7, 7, 7, 7, 0xaa}},
		{"e16,m1,tu,mu", 3, 0, "vlse16.v vd=8 rs1=6 rs2=7", 0, 8, 16, []uint64{0x0100, 0x0605, 0x0b0a, 0xaaaa}},
		{"e8,m1,tu,mu", 3, 0, "vluxei8.v vd=8 rs1=6 vs2=20", 0, 8, 8, []uint64{9, 0, 6, 0xaa}},
		{"e32,m1,tu,mu", 3, 0, "vloxei8.v vd=8 rs1=6 vs2=20", 0, 8, 32, []uint64{0x0c0b0a09, 0x03020100, 0x09080706, 0xaaaaaaaa}},
		{"e8,m1,tu,mu", 4, 0, "vluxei8.v vd=8 rs1=6 vs2=20", 0, 8, 8, []uint64{9, 0, 6, 0xfc}}, // zero-extended
		{"e8,m1,tu,mu", 4, 1, "vluxei8.v vd=20 rs1=6 vs2=20 vm=0", 1, 20, 8, []uint64{9, 0, 7, 0xfc}},
		{"e8,m1,tu,mu", 3, 0, "vlsegNe8.v vd=8 rs1=6 nf=3", 0, 8, 8, []uint64{0, 3, 6, 0xaa}},
		{"e8,m1,tu,mu", 3, 0, "vlsegNe8.v vd=8 rs1=6 nf=3", 0, 10, 8, []uint64{2, 5, 8, 0xaa}},
		{"e8,m1,tu,mu", 3, 1, "vlsegNe8.v vd=8 rs1=6 nf=8 vm=0", 0, 15, 8, []uint64{0xaa, 0xaa, 23, 0xaa}},
		{"e16,m2,tu,mu", 3, 0, "vlsegNe16.v vd=8 rs1=6 nf=2", 0, 10, 16, []uint64{0x0302, 0x0706, 0x0b0a, 0xaaaa}}, // field 1 is v10, v11
		{"e16,m1,tu,mu", 3, 0, "vlssegNe16.v vd=8 rs1=6 rs2=7 nf=2", 0, 9, 16, []uint64{0x0302, 0x0807, 0x0d0c, 0xaaaa}},
		{"e16,m1,tu,mu", 3, 0, "vluxsegNei8.v vd=8 rs1=6 vs2=20 nf=2", 0, 9, 16, []uint64{0x0c0b, 0x0302, 0x0908, 0xaaaa}},
		{"e16,m1,tu,mu", 3, 0, "vloxsegNei8.v vd=8 rs1=6 vs2=20 nf=2", 0, 8, 16, []uint64{0x0a09, 0x0100, 0x0706, 0xaaaa}},
		{"e8,m1,tu,mu", 9, 0, "vlm.v vd=8 rs1=6", 0, 8, 8, []uint64{0, 1, 0xaa}},
		{"e8,m8,tu,mu", 128, 0, "vlm.v vd=9 rs1=6", 0, 9, 8, []uint64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}},
		{"e8,m1,tu,mu", 16, 1, "vlm.v vd=8 rs1=6", 0, 8, 8, []uint64{0xaa, 1, 0xaa}},
		{"e8,m1,tu,mu", 0, 0, "vlm.v vd=8 rs1=6", 0, 8, 8, []uint64{0xaa}},
		{"e8,m1,tu,mu", 0, 0, "vl2re32.v vd=8 rs1=6", 0, 9, 32, []uint64{0x13121110, 0x17161514, 0x1b1a1918, 0x1f1e1d1c}},
		{"e8,m1,tu,mu", 0, 5, "vl2re32.v vd=8 rs1=6", 0, 9, 32, []uint64{0xaaaaaaaa, 0x17161514}},
		{"e8,m1,tu,mu", 4, 0, "vle8ff.v vd=8 rs1=6", 0, 8, 8, []uint64{0, 1, 2, 3, 0xaa}},
	} {
		for _, watched := range []bool{false, true} { // by the direct path where there is one, and by the checked path
			r := newVectorRig(t, Config{})
			r.count(512)
			for n := range uint8(32) {
				r.fill(n, 0xaa)
			}
			r.put(0, 8, 0b0101)
			r.put(20, 8, 9, 0, 6, 0xfc)
			r.SetX(6, data+test.base)
			r.SetX(7, 5)
			r.SetX(8, ^uint64(2))
			r.config(test.vtype, test.vl)
			r.SetVStart(test.vstart)
			vl := r.VL()
			if watched {
				r.must(test.text)
			} else {
				r.Hart.m.write(0, 4, uint64(r.word(test.text)))
				r.SetPC(base)
				r.m.cfg.Limit = 1
				run(t, r.m)
			}
			r.want(fmt.Sprintf("%s, vl %d, vstart %d: %s", test.vtype, test.vl, test.vstart, test.text), test.reg, test.eew, test.want...)
			if r.VStart() != 0 || r.VL() != vl || r.PC() != base+4 {
				t.Errorf("%s: vstart %d vl %d pc %#x", test.text, r.VStart(), r.VL(), r.PC())
			}
		}
	}
}

// What stores put into memory that is 0xee: registers v8 to v15 hold 00 01 02 … (VLEN = 128).
func TestVectorStores(t *testing.T) {
	for _, test := range []struct {
		vtype  string
		vl     int
		vstart uint64
		text   string
		want   []byte // from data on
	}{
		{"e8,m1", 3, 0, "vse8.v vs3=8 rs1=6", []byte{0, 1, 2, 0xee}},
		{"e8,m1", 3, 1, "vse8.v vs3=8 rs1=6", []byte{0xee, 1, 2, 0xee}},
		{"e8,m1", 3, 0, "vse8.v vs3=8 rs1=6 vm=0", []byte{0, 0xee, 2, 0xee}},
		{"e8,mf2", 3, 0, "vse16.v vs3=8 rs1=6", []byte{0, 1, 2, 3, 4, 5, 0xee}},
		{"e8,m1", 3, 0, "vsse8.v vs3=8 rs1=6 rs2=7", []byte{0, 0xee, 0xee, 0xee, 0xee, 1, 0xee, 0xee, 0xee, 0xee, 2, 0xee}},
		{"e16,m1", 2, 0, "vsse16.v vs3=8 rs1=6 rs2=7", []byte{0, 1, 0xee, 0xee, 0xee, 2, 3, 0xee}},
		{"e8,m1", 3, 0, "vsuxei8.v vs3=8 rs1=6 vs2=20", []byte{1, 0xee, 0xee, 0xee, 0xee, 0xee, 2, 0xee, 0xee, 0, 0xee}},
		{"e8,m1", 2, 0, "vsoxei16.v vs3=8 rs1=6 vs2=22", []byte{0xee, 0xee, 1, 0xee}}, // the second to the same address
		{"e8,m1", 2, 0, "vssegNe8.v vs3=8 rs1=6 nf=3", []byte{0, 16, 32, 1, 17, 33, 0xee}},
		{"e16,m1", 2, 0, "vsssegNe16.v vs3=8 rs1=6 rs2=7 nf=2", []byte{0, 1, 16, 17, 0xee, 2, 3, 18, 19, 0xee}},
		{"e8,m1", 3, 0, "vsuxsegNei8.v vs3=8 rs1=6 vs2=20 nf=2", []byte{1, 17, 0xee, 0xee, 0xee, 0xee, 2, 18, 0xee, 0, 16, 0xee}},
		{"e8,m1", 3, 0, "vsoxsegNei8.v vs3=8 rs1=6 vs2=20 nf=2", []byte{1, 17, 0xee, 0xee, 0xee, 0xee, 2, 18, 0xee, 0, 16, 0xee}},
		{"e8,m1", 9, 0, "vsm.v vs3=8 rs1=6", []byte{0, 1, 0xee}},
		{"e8,m1", 0, 0, "vsm.v vs3=8 rs1=6", []byte{0xee}},
		{"e8,m1", 0, 30, "vs2r.v vs3=8 rs1=6", slices.Concat(bytes.Repeat([]byte{0xee}, 30), []byte{30, 31, 0xee})},
	} {
		for _, watched := range []bool{false, true} {
			r := newVectorRig(t, Config{})
			r.m.WriteMem(data, bytes.Repeat([]byte{0xee}, 256))
			for n := range 128 {
				r.v[8*16+n] = byte(n)
			}
			r.put(0, 8, 0b0101)
			r.put(20, 8, 9, 0, 6)
			r.put(22, 16, 2, 2)
			r.SetX(6, data)
			r.SetX(7, 5)
			r.config(test.vtype, test.vl)
			r.SetVStart(test.vstart)
			if watched {
				r.must(test.text)
			} else {
				r.m.write(0, 4, uint64(r.word(test.text)))
				r.SetPC(base)
				r.m.cfg.Limit = 1
				run(t, r.m)
			}
			if got := r.memory(data, len(test.want)); !bytes.Equal(got, test.want) || r.VStart() != 0 {
				t.Errorf("%s, vl %d, vstart %d: %s: memory is % x, want % x", test.vtype, test.vl, test.vstart, test.text, got, test.want)
			}
		}
	}
}

// An element that faults leaves its index in vstart; those before it are done, those after it not.
// PMP ends at data+8, and RAM at the end of RAM.
func TestVectorFaults(t *testing.T) {
	const ramEnd = base + DefaultRAMSize
	for _, test := range []struct {
		vtype  string
		vstart uint64
		text   string
		addr   uint64
		mode   Mode
		cause  uint64 // 0: none
		tval   uint64
		at     uint64 // vstart after
		vl     uint64 // after
		reg    []uint64
	}{
		{"e8,m1", 0, "vle8.v vd=8 rs1=6", ramEnd - 3, M, LoadAccessFault, ramEnd, 3, 8, []uint64{1, 2, 3, 0xaa}},
		{"e8,m1", 1, "vle8.v vd=8 rs1=6", ramEnd - 3, M, LoadAccessFault, ramEnd, 3, 8, []uint64{0xaa, 2, 3, 0xaa}},
		{"e8,m1", 0, "vle8.v vd=8 rs1=6", data + 5, U, LoadAccessFault, data + 8, 3, 8, []uint64{5, 6, 7, 0xaa}},
		{"e8,m1", 0, "vle8.v vd=8 rs1=6 vm=0", data + 5, U, LoadAccessFault, data + 9, 4, 8, []uint64{5, 0xaa, 7, 0xaa}}, // v0 is 0x…d5
		{"e8,m1", 0, "vse8.v vs3=8 rs1=6", data + 5, U, StoreAccessFault, data + 8, 3, 8, []uint64{0xaa}},
		{"e8,m1", 0, "vlse8.v vd=8 rs1=6 rs2=7", data + 4, U, LoadAccessFault, data + 8, 2, 8, []uint64{4, 6, 0xaa}},
		{"e8,m1", 0, "vluxei8.v vd=8 rs1=6 vs2=20", data, U, LoadAccessFault, data + 0xfc, 3, 8, []uint64{1, 0, 6, 0xaa}},
		{"e8,m1", 0, "vloxei8.v vd=8 rs1=6 vs2=20", data, U, LoadAccessFault, data + 0xfc, 3, 8, []uint64{1, 0, 6, 0xaa}},
		{"e8,m1", 0, "vlsegNe8.v vd=8 rs1=6 nf=3", data + 1, U, LoadAccessFault, data + 8, 2, 8, []uint64{1, 4}},
		{"e8,m1", 0, "vssegNe8.v vs3=8 rs1=6 nf=3", data + 1, U, StoreAccessFault, data + 8, 2, 8, nil},
		{"e16,m1", 0, "vle16.v vd=8 rs1=6", data + 1, U, LoadAccessFault, data + 8, 3, 8, []uint64{1, 2, 3, 4, 5, 6, 0xaa, 0xaa}}, // the second byte of element 3
		{"e8,m1", 0, "vl1re8.v vd=8 rs1=6", data + 5, U, LoadAccessFault, data + 8, 3, 8, []uint64{5, 6, 7, 0xaa}},
		{"e8,m1", 0, "vl1re32.v vd=8 rs1=6", data + 4, U, LoadAccessFault, data + 8, 1, 8, []uint64{4, 5, 6, 7, 0xaa}},
		{"e8,m1", 0, "vs1r.v vs3=8 rs1=6", data + 5, U, StoreAccessFault, data + 8, 3, 8, []uint64{0xaa}},
		{"e8,m1", 0, "vlm.v vd=8 rs1=6", data + 8, U, LoadAccessFault, data + 8, 0, 8, []uint64{0xaa}},
		{"e8,m1", 0, "vle8.v vd=8 rs1=6", 0x1000, M, LoadAccessFault, 0x1000, 0, 8, []uint64{0xaa}},

		// Fault-only-first: element 0 traps, any other trims vl.
		{"e8,m1", 0, "vle8ff.v vd=8 rs1=6", data + 5, U, 0, 0, 0, 3, []uint64{5, 6, 7, 0xaa}},
		{"e8,m1", 0, "vle8ff.v vd=8 rs1=6", data + 8, U, LoadAccessFault, data + 8, 0, 8, []uint64{0xaa}},
		{"e8,m1", 0, "vle8ff.v vd=8 rs1=6", data + 7, U, 0, 0, 0, 1, []uint64{7, 0xaa}},
		{"e8,m1", 1, "vle8ff.v vd=8 rs1=6", data + 7, U, 0, 0, 0, 1, []uint64{0xaa, 0xaa}}, // element 1 is not element 0
		{"e8,m1", 0, "vle8ff.v vd=8 rs1=6 vm=0", data + 7, U, 0, 0, 0, 2, []uint64{7, 0xaa}},
		{"e8,m1", 0, "vle8ff.v vd=8 rs1=6", data, U, 0, 0, 0, 8, []uint64{0, 1, 2, 3, 4, 5, 6, 7, 0xaa}},
		{"e8,m1", 0, "vlsegNe8ff.v vd=8 rs1=6 nf=3", data + 1, U, 0, 0, 0, 2, []uint64{1, 4}},
		{"e8,m1", 0, "vlsegNe8ff.v vd=8 rs1=6 nf=3", data + 6, U, LoadAccessFault, data + 8, 0, 8, nil},
	} {
		r := newVectorRig(t, Config{})
		r.count(256)
		r.m.WriteMem(ramEnd-3, []byte{1, 2, 3})
		for n := range uint8(32) {
			r.fill(n, 0xaa)
		}
		r.put(0, 8, 0xd5)
		r.put(20, 8, 1, 0, 6, 0xfc)
		r.SetX(6, test.addr)
		r.SetX(7, 2)
		r.config(test.vtype, 8)
		r.SetVStart(test.vstart)
		// Entry 0 covers code, entry 1 [base+0x1000, data+8).
		r.SetCSR(csrPmpaddr0, (base+0x1000)>>2)
		r.SetCSR(csrPmpaddr0+1, (data+8)>>2)
		r.SetCSR(csrPmpcfg0, pmpTOR<<8|(pmpR|pmpW)<<8|pmpTOR|pmpX)
		r.m.write(0, 4, uint64(r.word(test.text)))
		r.SetPC(base)
		r.SetMode(test.mode)
		r.SetVS(2)
		trap := r.m.Step(0).Trap
		switch {
		case test.cause == 0 && trap != nil, test.cause != 0 && (trap == nil || trap.Cause != test.cause || trap.Tval != test.tval || trap.PC != base):
			t.Errorf("%s at %#x: trap %+v, want cause %d tval %#x", test.text, test.addr, trap, test.cause, test.tval)
		}
		if r.VStart() != test.at || r.VL() != test.vl {
			t.Errorf("%s at %#x: vstart %d vl %d, want %d and %d", test.text, test.addr, r.VStart(), r.VL(), test.at, test.vl)
		}
		if changed := test.at != test.vstart || test.cause == 0; changed && r.VS() != 3 {
			t.Errorf("%s at %#x: VS is %d", test.text, test.addr, r.VS())
		}
		r.want(fmt.Sprintf("%s at %#x", test.text, test.addr), 8, 8, test.reg...)
		if test.cause == StoreAccessFault {
			if got := r.memory(data+8, 4); !bytes.Equal(got, []byte{8, 9, 10, 11}) {
				t.Errorf("%s wrote % x past the fault", test.text, got)
			}
		}
	}
}

// Misaligned elements follow Config.Misaligned, and vstart names the first of them.
func TestMisalignedElements(t *testing.T) {
	for policy, want := range map[MisalignedPolicy][2]uint64{TrapMisaligned: {LoadMisaligned, StoreMisaligned}, TrapAccessFault: {LoadAccessFault, StoreAccessFault}} {
		for k, text := range []string{"vluxei8.v vd=8 rs1=6 vs2=20", "vsuxei8.v vs3=8 rs1=6 vs2=20"} {
			r := newVectorRig(t, Config{Misaligned: policy})
			r.config("e16,m1", 4)
			r.put(20, 8, 0, 2, 5, 1)
			r.SetX(6, data)
			if trap := r.do(text); trap == nil || trap.Cause != want[k] || trap.Tval != data+5 || r.VStart() != 2 {
				t.Errorf("policy %d: %s: %+v vstart %d", policy, text, trap, r.VStart())
			}
		}
	}
}

// A fault-only-first load may stop early, but not before its first element; where that one traps vl stays.
func TestTrim(t *testing.T) {
	r := newVectorRig(t, Config{Parameters: Parameters{VectorTrim: 1}})
	r.count(16)
	r.SetX(6, data)
	r.config("e8,m1", 5)
	r.fill(8, 0xaa)
	r.must("vle8ff.v vd=8 rs1=6")
	r.want("trimmed", 8, 8, 0, 0xaa)
	if r.VL() != 1 {
		t.Errorf("vl is %d", r.VL())
	}
	r.SetX(6, 0)
	r.config("e8,m1", 5)
	if trap := r.do("vle8ff.v vd=8 rs1=6"); trap == nil || r.VL() != 5 {
		t.Errorf("a fault of the first element: %+v, and vl is %d", trap, r.VL())
	}
}

// Agnostic tails of loads: ones to the end of the group, of each field, and past the bytes of a mask.
func TestLoadTails(t *testing.T) {
	for _, test := range []struct {
		vtype, text string
		reg         uint8
		want        []uint64
	}{
		{"e8,mf2,ta,ma", "vle8.v vd=8 rs1=6", 8, []uint64{0, 1, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xaa}},
		{"e8,mf2,tu,ma", "vle8.v vd=8 rs1=6", 8, []uint64{0, 1, 2, 0xaa}},
		{"e8,mf2,tu,ma", "vle8.v vd=8 rs1=6 vm=0", 8, []uint64{0, 0xff, 2, 0xaa}},
		{"e8,mf2,ta,mu", "vle8.v vd=8 rs1=6 vm=0", 8, []uint64{0, 0xaa, 2, 0xff}},
		{"e8,m1,ta,ma", "vlsegNe8.v vd=8 rs1=6 nf=2", 9, []uint64{1, 3, 5, 0xff}},
		{"e8,m1,tu,mu", "vlm.v vd=8 rs1=6", 8, []uint64{0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xaa}},
		{"e8,m1,ta,ma", "vl1re8.v vd=8 rs1=6", 9, []uint64{0xaa}},
	} {
		r := newVectorRig(t, Config{Parameters: Parameters{VectorAgnosticOnes: true}})
		r.count(64)
		for n := range uint8(32) {
			r.fill(n, 0xaa)
		}
		r.put(0, 8, 0b0101)
		r.SetX(6, data)
		r.config(test.vtype, 3)
		r.must(test.text)
		r.want(test.vtype+" "+test.text, test.reg, 8, test.want...)
	}
}
