package rv64

import (
	"fmt"
	"testing"
)

// The examples of the manual's chapters on masks and permutations, and what its tables say beside them.
// VLEN = 128, e8 unless said otherwise; v0, v2 and so on are set by the row, all else is 0xaa.
func TestMasksAndPermutations(t *testing.T) {
	type regs map[uint8][]uint64
	for _, test := range []struct {
		vtype  string
		vl     int
		vstart uint64
		in     regs
		text   string
		reg    uint8
		want   []uint64
	}{
		// Mask registers: bit n is element n.
		{"e8,m1", 8, 0, regs{3: {0b10010100}}, "vmsbf.m vd=2 vs2=3", 2, []uint64{0b00000011, 0xaa}},
		{"e8,m1", 8, 0, regs{3: {0b10010101}}, "vmsbf.m vd=2 vs2=3", 2, []uint64{0}},
		{"e8,m1", 8, 0, regs{3: {0}}, "vmsbf.m vd=2 vs2=3", 2, []uint64{0xff}},
		{"e8,m1", 8, 0, regs{0: {0b11000011}, 3: {0b10010100}}, "vmsbf.m vd=2 vs2=3 vm=0", 2, []uint64{0b01101011}}, // x is 0xaa's bit
		{"e8,m1", 8, 0, regs{3: {0b10010100}}, "vmsif.m vd=2 vs2=3", 2, []uint64{0b00000111}},
		{"e8,m1", 8, 0, regs{3: {0b10010101}}, "vmsif.m vd=2 vs2=3", 2, []uint64{0b00000001}},
		{"e8,m1", 8, 0, regs{0: {0b11000011}, 3: {0b10010100}}, "vmsif.m vd=2 vs2=3 vm=0", 2, []uint64{0b11101011}},
		{"e8,m1", 8, 0, regs{3: {0b10010100}}, "vmsof.m vd=2 vs2=3", 2, []uint64{0b00000100}},
		{"e8,m1", 8, 0, regs{3: {0b10010101}}, "vmsof.m vd=2 vs2=3", 2, []uint64{0b00000001}},
		{"e8,m1", 8, 0, regs{0: {0b11000011}, 3: {0b11010100}}, "vmsof.m vd=2 vs2=3 vm=0", 2, []uint64{0b01101000}},
		{"e8,m1", 6, 0, regs{3: {0b01000000}}, "vmsbf.m vd=2 vs2=3", 2, []uint64{0b10111111}}, // past vl nothing is looked at or written
		{"e8,m1", 8, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmand.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b0001, 0xaa}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmnand.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10101110}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmandn.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10100010}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmxor.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10100110}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmor.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10100111}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmnor.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10101000}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmorn.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10101011}},
		{"e8,m1", 4, 0, regs{1: {0b0101}, 3: {0b0011}}, "vmxnor.mm vd=2 vs2=3 vs1=1", 2, []uint64{0b10101001}},
		{"e8,m1", 4, 2, regs{1: {0b0101}, 3: {0b0011}}, "vmxnor.mm vd=3 vs2=3 vs1=1", 3, []uint64{0b1011}},
		{"e64,m8", 16, 0, regs{1: {0xff, 0xff}, 3: {0x12, 0x34}}, "vmand.mm vd=1 vs2=3 vs1=1", 1, []uint64{0x12, 0x34, 0xaa}},

		{"e8,m1", 8, 0, regs{2: {0b10010001}}, "viota.m vd=4 vs2=2", 4, []uint64{0, 1, 1, 1, 1, 2, 2, 2, 0xaa}},
		{"e8,m1", 8, 0, regs{0: {0b11101011}, 2: {0b10010001}, 4: {9, 8, 7, 6, 5, 4, 3, 2}}, "viota.m vd=4 vs2=2 vm=0", 4, []uint64{0, 1, 7, 1, 5, 1, 1, 1}},
		{"e8,m1", 3, 0, nil, "vid.v vd=4", 4, []uint64{0, 1, 2, 0xaa}},
		{"e8,m1", 4, 1, regs{0: {0b1011}}, "vid.v vd=4 vm=0", 4, []uint64{0xaa, 1, 0xaa, 3, 0xaa}},

		// Moves of element 0.
		{"e8,m1", 2, 0, nil, "vmv.s.x vd=4 rs1=7", 4, []uint64{5, 0xaa}},
		{"e8,m8", 2, 0, nil, "vmv.s.x vd=5 rs1=7", 5, []uint64{5, 0xaa}},
		{"e8,m1", 0, 0, nil, "vmv.s.x vd=4 rs1=7", 4, []uint64{0xaa}},
		{"e8,m1", 2, 2, nil, "vmv.s.x vd=4 rs1=7", 4, []uint64{0xaa}},
		{"e8,m1", 3, 0, nil, "vmv.v.x vd=4 rs1=7", 4, []uint64{5, 5, 5, 0xaa}},
		{"e8,m1", 3, 1, nil, "vmv.v.i vd=4 simm5=-2", 4, []uint64{0xaa, 0xfe, 0xfe, 0xaa}},

		// Slides: x7 = 5, x8 = -3, x9 = 2.
		{"e8,m1", 5, 0, regs{2: {1, 2, 3, 4, 5}}, "vslideup.vx vd=4 vs2=2 rs1=9", 4, []uint64{0xaa, 0xaa, 1, 2, 3, 0xaa}},
		{"e8,m1", 5, 3, regs{2: {1, 2, 3, 4, 5}}, "vslideup.vi vd=4 vs2=2 zimm5=2", 4, []uint64{0xaa, 0xaa, 0xaa, 2, 3, 0xaa}},
		{"e8,m1", 5, 0, regs{0: {0b01101}, 2: {1, 2, 3, 4, 5}}, "vslideup.vi vd=4 vs2=2 zimm5=1 vm=0", 4, []uint64{0xaa, 0xaa, 2, 3, 0xaa, 0xaa}},
		{"e8,m1", 5, 0, regs{2: {1, 2, 3, 4, 5}}, "vslideup.vx vd=4 vs2=2 rs1=7", 4, []uint64{0xaa, 0xaa, 0xaa, 0xaa, 0xaa}},
		{"e8,m1", 5, 0, regs{2: {1, 2, 3, 4, 5}}, "vslideup.vx vd=4 vs2=2 rs1=8", 4, []uint64{0xaa, 0xaa, 0xaa, 0xaa, 0xaa}},
		{"e8,mf2", 5, 0, regs{2: {1, 2, 3, 4, 5, 6, 7, 8, 9}}, "vslidedown.vi vd=4 vs2=2 zimm5=2", 4, []uint64{3, 4, 5, 6, 7, 0xaa}},
		{"e8,mf2", 5, 0, regs{2: {1, 2, 3, 4, 5, 6, 7, 8, 9}}, "vslidedown.vx vd=4 vs2=2 rs1=7", 4, []uint64{6, 7, 8, 0, 0, 0xaa}}, // VLMAX is 8
		{"e8,mf2", 5, 0, regs{2: {1, 2, 3, 4, 5}}, "vslidedown.vx vd=4 vs2=2 rs1=8", 4, []uint64{0, 0, 0, 0, 0, 0xaa}},
		{"e8,m1", 4, 1, regs{2: {1, 2, 3, 4, 5}}, "vslidedown.vi vd=2 vs2=2 zimm5=1", 2, []uint64{1, 3, 4, 5, 5}},
		{"e8,m1", 4, 0, regs{2: {1, 2, 3, 4, 5}}, "vslide1up.vx vd=4 vs2=2 rs1=7", 4, []uint64{5, 1, 2, 3, 0xaa}},
		{"e8,m1", 4, 2, regs{2: {1, 2, 3, 4, 5}}, "vslide1up.vx vd=4 vs2=2 rs1=7", 4, []uint64{0xaa, 0xaa, 2, 3, 0xaa}},
		{"e8,m1", 4, 0, regs{0: {0b1010}, 2: {1, 2, 3, 4, 5}}, "vslide1up.vx vd=4 vs2=2 rs1=7 vm=0", 4, []uint64{0xaa, 1, 0xaa, 3, 0xaa}},
		{"e8,m1", 4, 0, regs{2: {1, 2, 3, 4, 9}}, "vslide1down.vx vd=2 vs2=2 rs1=7", 2, []uint64{2, 3, 4, 5, 9}},
		{"e8,m1", 4, 0, regs{0: {0b0101}, 2: {1, 2, 3, 4, 9}}, "vslide1down.vx vd=4 vs2=2 rs1=7 vm=0", 4, []uint64{2, 0xaa, 4, 0xaa, 0xaa}},

		// Gathers and compression.
		{"e8,mf2", 5, 0, regs{2: {10, 11, 12, 13, 14, 15, 16, 17, 18}, 3: {7, 0, 8, 255, 1}}, "vrgather.vv vd=4 vs2=2 vs1=3", 4, []uint64{17, 10, 0, 0, 11, 0xaa}},
		{"e8,mf2", 3, 1, regs{2: {10, 11, 12, 13, 14, 15, 16, 17, 18}, 3: {7, 0, 8, 255, 1}}, "vrgather.vv vd=4 vs2=2 vs1=3", 4, []uint64{0xaa, 10, 0, 0xaa}},
		{"e8,m1", 4, 0, regs{2: {10, 11, 12, 13}, 3: {3, 0, 0, 1, 2, 0, 1, 0}}, "vrgatherei16.vv vd=4 vs2=2 vs1=3", 0, nil}, // EMUL = 2: v3 is none
		{"e8,m1", 4, 0, regs{2: {10, 11, 12, 13}, 6: {3, 0, 0, 1, 2, 0, 1, 0}}, "vrgatherei16.vv vd=4 vs2=2 vs1=6", 4, []uint64{13, 0, 12, 11, 0xaa}},
		{"e8,m1", 3, 0, regs{2: {10, 11, 12, 13, 14, 15}}, "vrgather.vx vd=4 vs2=2 rs1=7", 4, []uint64{15, 15, 15, 0xaa}},
		{"e8,m1", 3, 0, regs{2: {10, 11, 12, 13, 14, 15}}, "vrgather.vx vd=4 vs2=2 rs1=8", 4, []uint64{0, 0, 0, 0xaa}},
		{"e8,mf8", 2, 0, regs{2: {10, 11, 12}}, "vrgather.vi vd=4 vs2=2 zimm5=2", 4, []uint64{0, 0, 0xaa}},
		{"e8,m1", 9, 0, regs{0: {0b10100101, 1}, 1: {0, 1, 2, 3, 4, 5, 6, 7, 8}, 2: {9, 8, 7, 6, 5, 4, 3, 2, 1}}, "vcompress.vm vd=2 vs2=1 vs1=0", 2, []uint64{0, 2, 5, 7, 8, 4, 3, 2, 1, 0xaa}},
		{"e8,m1", 9, 0, regs{0: {0b10010110, 1}, 1: {0, 1, 2, 3, 4, 5, 6, 7, 8}}, "vmerge.vvm vd=2 vs2=1 vs1=3", 2, []uint64{0, 0xaa, 0xaa, 3, 0xaa, 5, 6, 0xaa, 0xaa, 0xaa}},
		{"e8,m1", 3, 0, regs{0: {0b010}, 1: {0, 1, 2, 3}}, "vmerge.vim vd=2 vs2=1 simm5=-1", 2, []uint64{0, 0xff, 2, 0xaa}},

		// Whole registers: not vl but vstart counts.
		{"e8,m1", 0, 0, regs{2: {1, 2}}, "vmv1r.v vd=4 vs2=2", 4, []uint64{1, 2, 0xaa}},
		{"e16,m1", 0, 9, regs{3: {1, 2, 3, 4}}, "vmv2r.v vd=4 vs2=2", 5, []uint64{0xaa, 0xaa, 3, 4}},

		// Reductions: element 0 only, v1[0] is always in.
		{"e8,m1", 4, 0, regs{1: {100, 1}, 2: {1, 2, 3, 200, 9}}, "vredsum.vs vd=4 vs2=2 vs1=1", 4, []uint64{50, 0xaa}},
		{"e8,m1", 4, 0, regs{0: {0b0101}, 1: {100, 1}, 2: {1, 2, 3, 200, 9}}, "vredsum.vs vd=1 vs2=2 vs1=1 vm=0", 1, []uint64{104, 1}},
		{"e8,m1", 4, 0, regs{0: {0}, 1: {100, 1}, 2: {1, 2, 3, 200, 9}}, "vredsum.vs vd=4 vs2=2 vs1=1 vm=0", 4, []uint64{100, 0xaa}},
		{"e8,m1", 0, 0, regs{1: {100, 1}, 2: {1, 2, 3, 200, 9}}, "vredsum.vs vd=4 vs2=2 vs1=1", 4, []uint64{0xaa}},
		{"e8,m1", 3, 0, regs{1: {0x7f}, 2: {0x80, 1, 0xff}}, "vredmax.vs vd=4 vs2=2 vs1=1", 4, []uint64{0x7f}},
		{"e8,m1", 3, 0, regs{1: {0x7f}, 2: {0x80, 1, 0xff}}, "vredmaxu.vs vd=4 vs2=2 vs1=1", 4, []uint64{0xff}},
		{"e8,m1", 3, 0, regs{1: {0x7f}, 2: {0x80, 1, 0xff}}, "vredmin.vs vd=4 vs2=2 vs1=1", 4, []uint64{0x80}},
		{"e8,m1", 3, 0, regs{1: {0x7f}, 2: {0x80, 1, 0xff}}, "vredminu.vs vd=4 vs2=2 vs1=1", 4, []uint64{1}},
		{"e8,m1", 3, 0, regs{1: {0xf7}, 2: {0xf1, 0xf5, 0xff}}, "vredand.vs vd=4 vs2=2 vs1=1", 4, []uint64{0xf1}},
		{"e8,m1", 3, 0, regs{1: {0x10}, 2: {0x80, 1, 2}}, "vredor.vs vd=4 vs2=2 vs1=1", 4, []uint64{0x93}},
		{"e8,m1", 3, 0, regs{1: {0x10}, 2: {0x80, 1, 3}}, "vredxor.vs vd=0 vs2=2 vs1=1", 0, []uint64{0x92}},
		{"e8,m1", 3, 0, regs{1: {1, 1}, 2: {0xff, 0xff, 2}}, "vwredsumu.vs vd=4 vs2=2 vs1=1", 4, []uint64{0x01, 0x03, 0xaa}}, // 0x101 + 0x200
		{"e8,m1", 3, 0, regs{1: {1, 1}, 2: {0xff, 0xff, 2}}, "vwredsum.vs vd=4 vs2=2 vs1=1", 4, []uint64{0x01, 0x01, 0xaa}},
		{"e8,m8", 128, 0, regs{1: {0, 0}}, "vwredsumu.vs vd=5 vs2=8 vs1=1", 5, []uint64{0x00, 0x55, 0xaa}}, // 128 * 0xaa: LMUL = 8 widens to one register

		// Extensions.
		{"e16,m1", 3, 0, regs{2: {0x80, 0x7f, 0xff}}, "vsext.vf2 vd=4 vs2=2", 4, []uint64{0x80, 0xff, 0x7f, 0, 0xff, 0xff, 0xaa}},
		{"e16,m1", 3, 0, regs{2: {0x80, 0x7f, 0xff}}, "vzext.vf2 vd=4 vs2=2", 4, []uint64{0x80, 0, 0x7f, 0, 0xff, 0, 0xaa}},
		{"e32,m1", 1, 0, regs{2: {0x80}}, "vsext.vf4 vd=4 vs2=2", 4, []uint64{0x80, 0xff, 0xff, 0xff, 0xaa}},
		{"e64,m1", 1, 0, regs{2: {0x80}}, "vsext.vf8 vd=4 vs2=2", 4, []uint64{0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xaa}},

		// Zvbb.
		{"e8,m1", 4, 0, regs{2: {0x01, 0xc4, 0, 0xff}}, "vbrev.v vd=4 vs2=2", 4, []uint64{0x80, 0x23, 0, 0xff, 0xaa}},
		{"e16,m1", 1, 0, regs{2: {0x01, 0xc4}}, "vbrev.v vd=4 vs2=2", 4, []uint64{0x23, 0x80, 0xaa}},
		{"e16,m1", 1, 0, regs{2: {0x01, 0xc4}}, "vbrev8.v vd=4 vs2=2", 4, []uint64{0x80, 0x23, 0xaa}},
		{"e32,m1", 1, 0, regs{2: {1, 2, 3, 4}}, "vrev8.v vd=4 vs2=2", 4, []uint64{4, 3, 2, 1, 0xaa}},
		{"e8,m1", 4, 0, regs{2: {0x01, 0x40, 0, 0xff}}, "vclz.v vd=4 vs2=2", 4, []uint64{7, 1, 8, 0, 0xaa}},
		{"e8,m1", 4, 0, regs{2: {0x01, 0x40, 0, 0xff}}, "vctz.v vd=4 vs2=2", 4, []uint64{0, 6, 8, 0, 0xaa}},
		{"e8,m1", 4, 0, regs{2: {0x01, 0x42, 0, 0xff}}, "vcpop.v vd=4 vs2=2", 4, []uint64{1, 2, 0, 8, 0xaa}},
		{"e64,m1", 1, 0, regs{2: {3, 0, 0, 0, 0, 0, 0, 0}}, "vclmul.vx vd=4 vs2=2 rs1=7", 4, []uint64{0x0f, 0, 0, 0, 0, 0, 0, 0, 0xaa}},
		{"e64,m1", 1, 0, regs{2: {3, 0, 0, 0, 0, 0, 0, 0xc0}}, "vclmulh.vx vd=4 vs2=2 rs1=7", 4, []uint64{3, 0, 0, 0, 0, 0, 0, 0, 0xaa}},
	} {
		r := newVectorRig(t, Config{})
		for n := range uint8(32) {
			r.fill(n, 0xaa)
		}
		for reg, values := range test.in {
			r.put(reg, 8, values...)
		}
		r.SetX(7, 5)
		r.SetX(8, ^uint64(2))
		r.SetX(9, 2)
		r.config(test.vtype, test.vl)
		r.SetVStart(test.vstart)
		if test.want == nil {
			if trap := r.do(test.text); trap == nil || trap.Cause != IllegalInstruction {
				t.Errorf("%s %s: %+v, want an illegal instruction", test.vtype, test.text, trap)
			}
			continue
		}
		r.must(test.text)
		r.want(fmt.Sprintf("%s, vl %d, vstart %d: %s", test.vtype, test.vl, test.vstart, test.text), test.reg, 8, test.want...)
	}
}

func TestVectorsToX(t *testing.T) {
	for _, test := range []struct {
		vtype  string
		vl     int
		vstart uint64
		text   string
		want   uint64
	}{
		{"e8,m1", 8, 0, "vcpop.m rd=5 vs2=2", 3},
		{"e8,m1", 7, 0, "vcpop.m rd=5 vs2=2", 2},
		{"e8,m1", 8, 0, "vcpop.m rd=5 vs2=2 vm=0", 2},
		{"e8,m1", 0, 0, "vcpop.m rd=5 vs2=2", 0},
		{"e8,m1", 8, 0, "vfirst.m rd=5 vs2=2", 2},
		{"e8,m1", 8, 0, "vfirst.m rd=5 vs2=2 vm=0", 4},
		{"e8,m1", 2, 0, "vfirst.m rd=5 vs2=2", ^uint64(0)},
		{"e8,m1", 0, 0, "vfirst.m rd=5 vs2=2", ^uint64(0)},
		{"e8,m1", 8, 0, "vmv.x.s rd=5 vs2=2", 0xffffffffffffff94},
		{"e8,m8", 0, 0, "vmv.x.s rd=5 vs2=3", 0xffffffffffffff94},
		{"e8,m1", 2, 5, "vmv.x.s rd=5 vs2=2", 0xffffffffffffff94},
		{"e64,m1", 2, 0, "vmv.x.s rd=5 vs2=2", 0x94949494_94949494},
		{"e16,m1", 2, 0, "vmv.x.s rd=0 vs2=2", 0},
	} {
		r := newVectorRig(t, Config{})
		r.fill(2, 0b10010100)
		r.fill(3, 0b10010100)
		r.put(0, 8, 0b11110000)
		r.config(test.vtype, test.vl)
		r.SetVStart(test.vstart)
		r.must(test.text)
		if r.X(5) != test.want || r.VStart() != 0 || r.X(0) != 0 {
			t.Errorf("%s, vl %d: %s gives %#x, want %#x", test.vtype, test.vl, test.text, r.X(5), test.want)
		}
	}
}
