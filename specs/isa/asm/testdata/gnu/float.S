# Floating point: every spelling of registers, rounding modes and pseudo-instructions.
	.option norvc
start:	fadd.s fa0, fa1, fa2 ; fadd.s fa0, fa1, fa2, rtz ; fadd.d f0, f31, ft11, dyn ; fsub.h fs0, fs1, fs11, rmm
	fmadd.d ft0, ft1, ft2, ft3 ; fnmsub.s fa0, fa1, fa2, fa3, rup ; fsqrt.d fa0, fa1, rdn ; fsqrt.h fa0, fa1
	fcvt.w.s a0, fa0 ; fcvt.w.s a0, fa0, rtz ; fcvt.s.l fa0, a0, rne ; fcvt.lu.d a0, fa0, rup ; fcvt.s.d fa0, fa1
	flw fa0, 4(a0) ; flw fa0, (a0) ; fsd ft11, -8(sp) ; flh fa0, 2(a0) ; fsh fa0, 2(a0)
	fmv.x.w a0, fa0 ; fmv.w.x fa0, a0 ; fmv.d.x fa0, a0 ; fmv.x.d a0, fa0 ; fclass.d a0, fa0 ; feq.s a0, fa0, fa1
	fmv.s fa0, fa1 ; fneg.s fa0, fa1 ; fabs.s fa0, fa1 ; fmv.d fa0, fa1 ; fneg.d fa0, fa1 ; fabs.d fa0, fa1
	fmv.h fa0, fa1 ; fneg.h fa0, fa1 ; fabs.h fa0, fa1 ; fgt.s a0, fa0, fa1 ; fge.d a0, fa0, fa1
	frcsr a0 ; fscsr a0 ; fscsr a0, a1 ; frrm a0 ; fsrm a0 ; fsrm a0, a1 ; fsrmi 3 ; fsrmi a0, 3
	frflags a0 ; fsflags a0 ; fsflags a0, a1 ; fsflagsi 31 ; fsflagsi a0, 31 ; csrr a0, fcsr ; csrwi frm, 1
