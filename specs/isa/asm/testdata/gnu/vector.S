# Vectors: types, masks, segments and pseudo-instructions.
	vsetvli a0, a1, e8, m1, ta, ma ; vsetvli a0, x0, e64, mf2, tu, mu ; vsetivli a0, 31, e16, m8, ta, mu ; vsetvl a0, a1, a2
	vsetvli a0, a1, e32 ; vsetvli a0, a1, e32, m2 ; vsetvli a0, a1, e32, m4, tu
	vle8.v v8, (a0) ; vle16.v v8, (a0), v0.t ; vse32.v v8, 0(a0) ; vle64ff.v v8, (a0), v0.t ; vlm.v v0, (a0) ; vsm.v v0, (a0)
	vlse8.v v8, (a0), a1 ; vlse8.v v8, (a0), zero, v0.t ; vluxei32.v v8, (a0), v16 ; vsoxei64.v v8, (a0), v16, v0.t
	vlseg2e8.v v8, (a0) ; vlseg8e16.v v8, (a0), v0.t ; vsseg3e64.v v8, (a0) ; vlseg4e32ff.v v8, (a0)
	vlsseg5e8.v v8, (a0), a1 ; vssseg6e8.v v8, (a0), a1, v0.t ; vluxseg7ei8.v v8, (a0), v16 ; vsoxseg2ei64.v v8, (a0), v16
	vl1re8.v v8, (a0) ; vl8re64.v v8, (a0) ; vs4r.v v8, (a0) ; vl1r.v v8, (a0) ; vl2r.v v8, (a0) ; vl4r.v v8, (a0) ; vl8r.v v8, (a0)
	vadd.vv v1, v2, v3 ; vadd.vx v1, v2, a0, v0.t ; vadd.vi v1, v2, -16 ; vsll.vi v1, v2, 31, v0.t ; vadc.vvm v1, v2, v3, v0
	vmadc.vv v1, v2, v3 ; vmerge.vim v1, v2, 15, v0 ; vmv.v.v v1, v2 ; vmv.v.x v1, a0 ; vmv.v.i v1, -1 ; vmv.x.s a0, v1
	vfadd.vf v1, v2, fa0 ; vfmacc.vf v1, fa0, v2, v0.t ; vfmerge.vfm v1, v2, fa0, v0 ; vfmv.v.f v1, fa0 ; vfmv.f.s fa0, v1
	vid.v v1 ; vid.v v1, v0.t ; viota.m v1, v2, v0.t ; vcpop.m a0, v1 ; vfirst.m a0, v1, v0.t ; vmsbf.m v1, v2
	vneg.v v1, v2 ; vneg.v v1, v2, v0.t ; vnot.v v1, v2 ; vnot.v v1, v2, v0.t ; vncvt.x.x.w v1, v2 ; vwcvt.x.x.v v2, v1, v0.t
	vwcvtu.x.x.v v2, v1 ; vfneg.v v1, v2 ; vfabs.v v1, v2, v0.t ; vmsgt.vv v1, v2, v3 ; vmsgtu.vv v1, v2, v3, v0.t
	vmsge.vv v1, v2, v3 ; vmsgeu.vv v1, v2, v3 ; vmslt.vi v1, v2, 5 ; vmsge.vi v1, v2, -14, v0.t ; vmsge.vx v1, v2, a0
	vmsgeu.vx v1, v2, a0 ; vmfgt.vv v1, v2, v3 ; vmfge.vv v1, v2, v3, v0.t
	vmmv.m v1, v2 ; vmnot.m v1, v2 ; vmclr.m v1 ; vmset.m v1 ; vmv1r.v v1, v2 ; vmv8r.v v8, v16
	csrr a0, vlenb ; csrr a0, vl ; csrw vstart, x0 ; csrwi vxrm, 2
