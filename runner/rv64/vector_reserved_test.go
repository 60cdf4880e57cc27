package rv64

import "testing"

// Reserved and illegal: every rule on groups, overlaps and vstart, with a neighbour that is legal.
func TestVectorReserved(t *testing.T) {
	for _, test := range []struct {
		vtype   string
		vstart  uint64
		legal   string // or empty
		illegal string
		overlap bool // reserved for its overlap: Parameters.VectorOverlapRuns executes it
	}{
		{"e8,m2", 0, "vadd.vv vd=2 vs2=4 vs1=6", "vadd.vv vd=3 vs2=4 vs1=6", false},
		{"e8,m2", 0, "", "vadd.vv vd=2 vs2=5 vs1=6", false},
		{"e8,m4", 0, "vadd.vv vd=4 vs2=8 vs1=12", "vadd.vv vd=4 vs2=8 vs1=14", false},
		{"e8,m8", 0, "vadd.vi vd=8 vs2=16", "vadd.vi vd=12 vs2=16", false},
		{"e8,mf2", 0, "vadd.vi vd=3 vs2=5", "", false},

		// EMUL and EEW out of range.
		{"e8,m4", 0, "vwadd.vv vd=8 vs2=16 vs1=20", "", false},
		{"e8,m8", 0, "", "vwadd.vv vd=8 vs2=16 vs1=24", false},
		{"e64,m1", 0, "", "vwadd.vv vd=8 vs2=16 vs1=24", false},
		{"e64,m1", 0, "", "vnsrl.wv vd=8 vs2=16 vs1=24", false},
		{"e8,m1", 0, "", "vzext.vf2 vd=8 vs2=16", false},
		{"e8,m1", 0, "", "vzext.vf8 vd=8 vs2=16", false},
		{"e16,mf4", 0, "vzext.vf2 vd=8 vs2=16", "vzext.vf4 vd=8 vs2=16", false},
		{"e32,mf2", 0, "vzext.vf4 vd=8 vs2=16", "vzext.vf8 vd=8 vs2=16", false},
		{"e8,m4", 0, "vle16.v vd=8 rs1=6", "vle32.v vd=8 rs1=6", false},
		{"e64,m1", 0, "vle8.v vd=8 rs1=6", "", false},
		{"e32,mf2", 0, "vle64.v vd=9 rs1=6", "", false},
		{"e16,mf4", 0, "vle8.v vd=9 rs1=6", "", false},
		{"e8,m1", 0, "vluxei64.v vd=8 rs1=6 vs2=16", "vluxei64.v vd=8 rs1=6 vs2=12", false},
		{"e8,m2", 0, "", "vluxei64.v vd=8 rs1=6 vs2=16", false},
		{"e8,m2", 0, "vrgatherei16.vv vd=8 vs2=16 vs1=24", "", false},
		{"e8,m8", 0, "", "vrgatherei16.vv vd=8 vs2=16 vs1=24", false},

		// Destination and source of different EEW.
		{"e8,m1", 0, "vwadd.vv vd=8 vs2=9 vs1=9", "vwadd.vv vd=8 vs2=8 vs1=16", true},
		{"e8,mf2", 0, "vwadd.vv vd=8 vs2=9 vs1=10", "vwadd.vv vd=8 vs2=8 vs1=10", true}, // source EMUL below 1
		{"e8,m1", 0, "vwadd.wv vd=8 vs2=8 vs1=10", "vwadd.wv vd=8 vs2=8 vs1=9", true},   // v9 read with EEW 16 and 8
		{"e8,m1", 0, "", "vwadd.wv vd=8 vs2=8 vs1=8", true},
		{"e8,m1", 0, "vnsrl.wi vd=8 vs2=8", "vnsrl.wi vd=9 vs2=8", true},
		{"e64,m8", 0, "vzext.vf4 vd=0 vs2=6", "vzext.vf4 vd=0 vs2=4", true},
		{"e64,m8", 0, "vzext.vf8 vd=0 vs2=7", "vzext.vf8 vd=0 vs2=0", true},
		{"e8,m2", 0, "vmseq.vv vd=8 vs2=8 vs1=10", "vmseq.vv vd=9 vs2=8 vs1=10", true},
		{"e8,m1", 0, "vmadc.vvm vd=0 vs2=8 vs1=10", "", false},
		{"e16,m1", 0, "vluxei8.v vd=8 rs1=6 vs2=9", "vluxei8.v vd=8 rs1=6 vs2=8", true}, // index EMUL 1/2
		{"e8,m1", 0, "vluxei16.v vd=8 rs1=6 vs2=8", "vluxei16.v vd=9 rs1=6 vs2=8", true},

		// One register read with two EEW.
		{"e8,m1", 0, "vwmacc.vv vd=8 vs2=10 vs1=11", "vwmacc.vv vd=8 vs2=9 vs1=10", true}, // vd is read, too
		{"e8,m1", 0, "vwmul.vv vd=8 vs2=9 vs1=10", "vwmaccus.vx vd=8 vs2=9 rs1=6", true},
		{"e8,m1", 0, "", "vadd.vv vd=8 vs2=0 vs1=10 vm=0", true},
		{"e8,m1", 0, "vadd.vv vd=8 vs2=0 vs1=10", "", false},
		{"e8,m1", 0, "", "vse8.v vs3=0 rs1=6 vm=0", true},
		{"e8,m1", 0, "vsuxei8.v vs3=8 rs1=6 vs2=8", "vsuxei16.v vs3=8 rs1=6 vs2=8", true},
		{"e8,m1", 0, "", "vsuxsegNei16.v vs3=8 rs1=6 vs2=8 nf=2", true},
		{"e8,m1", 0, "", "vmerge.vvm vd=8 vs2=0 vs1=10", true},
		{"e8,m1", 0, "vwredsum.vs vd=8 vs2=9 vs1=10", "vwredsum.vs vd=8 vs2=9 vs1=9", true},

		// The mask.
		{"e8,m1", 0, "vadd.vv vd=0 vs2=8 vs1=10", "vadd.vv vd=0 vs2=8 vs1=10 vm=0", true},
		{"e8,m1", 0, "vmseq.vv vd=0 vs2=8 vs1=10 vm=0", "", false},
		{"e8,m1", 0, "vredsum.vs vd=0 vs2=8 vs1=10 vm=0", "", false},
		{"e8,m1", 0, "vadc.vvm vd=8 vs2=16 vs1=24", "vadc.vvm vd=0 vs2=16 vs1=24", true},
		{"e8,m1", 0, "", "vsbc.vvm vd=0 vs2=16 vs1=24", true},
		{"e8,m1", 0, "", "vmerge.vim vd=0 vs2=16", true},
		{"e8,m1", 0, "vle8.v vd=0 rs1=6", "vle8.v vd=0 rs1=6 vm=0", true},
		{"e8,m1", 0, "", "vlsegNe8.v vd=0 rs1=6 nf=2 vm=0", true},

		// Destinations that stand apart.
		{"e8,m2", 0, "vslideup.vi vd=2 vs2=4 zimm5=1", "vslideup.vi vd=2 vs2=2 zimm5=1", true},
		{"e8,m1", 0, "vslidedown.vi vd=2 vs2=2 zimm5=1", "", false},
		{"e8,m1", 0, "", "vslide1up.vx vd=2 vs2=2 rs1=6", true},
		{"e8,m1", 0, "vslide1down.vx vd=2 vs2=2 rs1=6", "", false},
		{"e8,m1", 0, "", "vrgather.vv vd=2 vs2=2 vs1=3", true},
		{"e8,m1", 0, "", "vrgather.vv vd=2 vs2=3 vs1=2", true},
		{"e8,m1", 0, "", "vrgather.vi vd=2 vs2=2", true},
		{"e8,m1", 0, "", "vrgatherei16.vv vd=9 vs2=2 vs1=8", true},
		{"e8,m1", 0, "vcompress.vm vd=2 vs2=3 vs1=4", "vcompress.vm vd=2 vs2=2 vs1=4", true},
		{"e8,m1", 0, "", "vcompress.vm vd=2 vs2=3 vs1=2", true},
		{"e8,m1", 0, "", "viota.m vd=2 vs2=2", true},
		{"e8,m1", 0, "", "viota.m vd=0 vs2=2 vm=0", true},
		{"e8,m1", 0, "vmsbf.m vd=2 vs2=3", "vmsbf.m vd=2 vs2=2", true},
		{"e8,m1", 0, "", "vmsif.m vd=0 vs2=2 vm=0", true},
		{"e8,m1", 0, "", "vmsof.m vd=2 vs2=2", true},

		// Segments.
		{"e8,m2", 0, "vlsegNe8.v vd=2 rs1=6 nf=4", "vlsegNe8.v vd=2 rs1=6 nf=5", false},
		{"e8,m1", 0, "vlsegNe8.v vd=24 rs1=6 nf=8", "vlsegNe8.v vd=25 rs1=6 nf=8", false},
		{"e8,m1", 0, "vssegNe8.v vs3=30 rs1=6 nf=2", "vssegNe8.v vs3=31 rs1=6 nf=2", false},
		{"e8,m2", 0, "", "vlsegNe8.v vd=3 rs1=6 nf=2", false},
		{"e8,m1", 0, "vluxsegNei8.v vd=8 rs1=6 vs2=10 nf=2", "vluxsegNei8.v vd=8 rs1=6 vs2=9 nf=2", true},
		{"e8,m1", 0, "", "vloxsegNei8.v vd=8 rs1=6 vs2=8 nf=2", true},
		{"e8,mf2", 0, "vlsegNe8.v vd=2 rs1=6 nf=8", "", false},

		// Whole registers.
		{"e8,m1", 0, "vl4re8.v vd=4 rs1=6", "vl4re8.v vd=6 rs1=6", false},
		{"e8,m1", 0, "vs8r.v vs3=8 rs1=6", "vs8r.v vs3=4 rs1=6", false},
		{"e8,m1", 0, "vmv2r.v vd=4 vs2=6", "vmv2r.v vd=4 vs2=7", false},
		{"e8,m1", 0, "", "vmv8r.v vd=4 vs2=8", false},
		{"e8,m1", 15, "vl1re8.v vd=4 rs1=6", "vl1re16.v vd=4 rs1=6", false},
		{"e16,m1", 7, "vmv1r.v vd=4 vs2=6", "", false},
		{"e64,m4", 7, "vmv4r.v vd=4 vs2=8", "vmv2r.v vd=4 vs2=6", false},

		// vstart that must be zero, and vstart past the largest index.
		{"e8,m1", 1, "vadd.vv", "vredsum.vs vd=8 vs2=9 vs1=10", false},
		{"e8,m1", 1, "", "vwredsumu.vs vd=8 vs2=9 vs1=10", false},
		{"e8,m1", 1, "", "vcpop.m rd=5 vs2=3", false},
		{"e8,m1", 1, "", "vfirst.m rd=5 vs2=3", false},
		{"e8,m1", 1, "", "vmsbf.m vd=2 vs2=3", false},
		{"e8,m1", 1, "", "vmsif.m vd=2 vs2=3", false},
		{"e8,m1", 1, "", "vmsof.m vd=2 vs2=3", false},
		{"e8,m1", 1, "", "viota.m vd=2 vs2=3", false},
		{"e8,m1", 1, "", "vcompress.vm vd=2 vs2=3 vs1=4", false},
		{"e8,m1", 15, "vadd.vv vd=8", "", false},
		{"e16,m1", 8, "vsetvli", "vadd.vv vd=8", false},
		{"e16,m1", 8, "", "vle16.v vd=8 rs1=6", false},
		{"e16,m1", 8, "", "vmv.x.s rd=5 vs2=8", false},

		// vill.
		{"e16,mf8", 0, "vl1re8.v vd=4 rs1=6", "vadd.vv vd=8", false},
		{"e16,mf8", 0, "vs1r.v vs3=4 rs1=6", "vle8.v vd=8 rs1=6", false},
		{"e16,mf8", 0, "vsetvli", "vmv1r.v vd=8 vs2=9", false},
		{"e16,mf8", 0, "", "vlm.v vd=8 rs1=6", false},
		{"e16,mf8", 0, "", "vmv.x.s rd=5", false},
		{"e16,mf8", 0, "", "vmand.mm vd=8", false},

		// Zvbc and the element groups.
		{"e64,m1", 0, "vclmul.vv vd=8 vs2=9 vs1=10", "", false},
		{"e32,m1", 0, "", "vclmul.vv vd=8 vs2=9 vs1=10", false},
		{"e32,m1", 0, "vaesem.vv vd=8 vs2=9", "", false},
		{"e32,m1", 0, "vaesem.vv vd=8 vs2=8", "vaesem.vs vd=8 vs2=8", true},
		{"e32,m4", 0, "vaesz.vs vd=8 vs2=13", "vaesz.vs vd=8 vs2=11", true},
		{"e32,mf2", 0, "", "vaesem.vv vd=8 vs2=9", false},
		{"e64,m1", 0, "", "vaesem.vv vd=8 vs2=9", false},
		{"e32,m2", 2, "", "vaesem.vv vd=8 vs2=10", false},
		{"e32,m2", 4, "vaesem.vv vd=8 vs2=10", "", false},
		{"e32,m2", 0, "vsm3me.vv vd=8 vs2=10 vs1=8", "vsm3me.vv vd=8 vs2=8 vs1=10", true},
		{"e32,m1", 0, "", "vsm3c.vi vd=8 vs2=10", false}, // 128 bits hold no group of 256
		{"e32,m2", 0, "vsm3c.vi vd=8 vs2=10", "vsm3c.vi vd=8 vs2=8", true},
		{"e32,m1", 0, "vsha2cl.vv vd=8 vs2=9 vs1=10", "vsha2cl.vv vd=8 vs2=8 vs1=10", true},
		{"e32,m1", 0, "", "vsha2ms.vv vd=8 vs2=9 vs1=8", true},
		{"e64,m2", 0, "vsha2cl.vv vd=8 vs2=10 vs1=12", "", false},
		{"e64,m1", 0, "", "vsha2cl.vv vd=8 vs2=9 vs1=10", false},
		{"e16,m4", 0, "", "vsha2cl.vv vd=8 vs2=12 vs1=16", false},
	} {
		for _, runs := range []bool{false, true} {
			r := newVectorRig(t, Config{Parameters: Parameters{VectorOverlapRuns: runs}})
			try := func(text string, legal bool) {
				r.config(test.vtype, -1)
				r.SetVStart(test.vstart)
				r.SetX(6, data)
				trap := r.do(text)
				if legal && trap != nil || !legal && (trap == nil || trap.Cause != IllegalInstruction || r.VStart() != test.vstart) {
					t.Errorf("%s, vstart %d, overlaps run %v: %s: trap %+v, want legal %v", test.vtype, test.vstart, runs, text, trap, legal)
				}
			}
			if test.legal != "" {
				try(test.legal, true)
			}
			if test.illegal != "" {
				try(test.illegal, runs && test.overlap)
			}
		}
	}
}

// vl must be a multiple of the element group size too.
func TestElementGroupsCut(t *testing.T) {
	r := newVectorRig(t, Config{})
	for vl, legal := range map[int]bool{0: true, 3: false, 4: true, 6: false, 8: true} {
		r.config("e32,m2", vl)
		if trap := r.do("vaesem.vv vd=8 vs2=10"); (trap == nil) != legal {
			t.Errorf("vl %d: %+v", vl, trap)
		}
	}
}

func TestVStartParameters(t *testing.T) {
	r := newVectorRig(t, Config{Parameters: Parameters{VectorStartTraps: true}})
	for text, legal := range map[string]bool{
		"vadd.vv vd=8": false, "vmv.x.s rd=5": false, "vmv1r.v vd=8": false, "vmand.mm vd=8": false,
		"vle8.v vd=8 rs1=6": true, "vse8.v rs1=6": true, "vl1re8.v vd=8 rs1=6": true, "vsetvli": true,
	} {
		r.config("e8,m1", 8)
		r.SetX(6, data)
		r.SetVStart(1)
		if trap := r.do(text); (trap == nil) != legal {
			t.Errorf("%s with vstart = 1: %+v", text, trap)
		}
	}
	r = newVectorRig(t, Config{Parameters: Parameters{VectorStartBeyond: true}})
	r.fill(8, 0xaa)
	r.config("e16,m1", 8)
	r.SetVStart(100)
	r.must("vadd.vv vd=8")
	r.want("nothing", 8, 8, 0xaa)
	if r.VStart() != 0 {
		t.Errorf("vstart is %d", r.VStart())
	}
}
