# Floating-point and vector state of a case: made before it, compared after it. These parts stand
# behind runtime.S in images whose setting asks for them; state_in and state_out call them.
#
# s0 is the work area, s1 the row, s2 the next free word of the record, s4 in state_out mstatus as
# the case left it. s6 must survive state_out.

state_in:
        sd      ra, STATE_RA(s0)
        la      s11, state
        lui     t0, 6                   # FS = Dirty
        addi    t0, t0, 0x600           # VS = Dirty
        csrrs   x0, mstatus, t0
        jal     ra, float_in
        jal     ra, vector_in
        jal     ra, mode                # what the hart makes of the setting's FS and VS
        csrrs   t0, mstatus, x0
        srli    t1, t0, 13
        andi    t1, t1, 3
        sd      t1, FS_BEFORE(s0)
        ld      t2, FS_WANTED(s0)
        beq     t1, t2, 1f
        addi    t2, x0, L_BEFORE_FS
        sd      t2, 0(s2)
        sd      t1, 8(s2)
        addi    s2, s2, 16
1:      srli    t1, t0, 9
        andi    t1, t1, 3
        sd      t1, VS_BEFORE(s0)
        ld      t2, VS_WANTED(s0)
        beq     t1, t2, 2f
        addi    t2, x0, L_BEFORE_VS
        sd      t2, 0(s2)
        sd      t1, 8(s2)
        addi    s2, s2, 16
2:      ld      ra, STATE_RA(s0)
        jalr    x0, 0(ra)

state_out:
        sd      ra, STATE_RA(s0)
        la      s11, state
        srli    t0, s4, 13
        andi    t0, t0, 3
        ld      t1, FS_BEFORE(s0)
        beq     t0, t1, 1f
        addi    t1, x0, L_FS
        sd      t1, 0(s2)
        sd      t0, 8(s2)
        addi    s2, s2, 16
1:      srli    t0, s4, 9
        andi    t0, t0, 3
        ld      t1, VS_BEFORE(s0)
        beq     t0, t1, 2f
        addi    t1, x0, L_VS
        sd      t1, 0(s2)
        sd      t0, 8(s2)
        addi    s2, s2, 16
2:      lui     t0, 6
        addi    t0, t0, 0x600
        csrrs   x0, mstatus, t0
        jal     ra, float_out
        jal     ra, vector_out
        ld      ra, STATE_RA(s0)
        jalr    x0, 0(ra)

#@ units
# watch: CSR a0 (its location code) holds a1 where a2 was; report it as a0 + a3 if they differ.
watch:  beq     a1, a2, 1f
        add     a0, a0, a3
        sd      a0, 0(s2)
        sd      a1, 8(s2)
        addi    s2, s2, 16
1:      jalr    x0, 0(ra)

# copy: t2 doublewords from t0 to t1.
copy:   beq     t2, x0, 1f
        ld      t3, 0(t0)
        sd      t3, 0(t1)
        addi    t0, t0, 8
        addi    t1, t1, 8
        addi    t2, t2, -1
        jal     x0, copy
1:      jalr    x0, 0(ra)

# place: a number of pairs at s4, offset and value, into the memory at s5. s4 moves behind them.
place:  ld      s7, 0(s4)
        addi    s4, s4, 8
1:      beq     s7, x0, 2f
        ld      t0, 0(s4)
        ld      t1, 8(s4)
        add     t0, t0, s5
        sd      t1, 0(t0)
        addi    s4, s4, 16
        addi    s7, s7, -1
        jal     x0, 1b
2:      jalr    x0, 0(ra)

# differ: report the doublewords from s7 on, up to t2 of them, that are not what they are from s8
# on, as locations from s9 up.
differ: beq     t2, x0, 2f
        ld      t0, 0(s7)
        ld      t1, 0(s8)
        beq     t0, t1, 1f
        sd      s9, 0(s2)
        sd      t0, 8(s2)
        addi    s2, s2, 16
1:      addi    s7, s7, 8
        addi    s8, s8, 8
        addi    s9, s9, 1
        addi    t2, t2, -1
        jal     x0, differ
2:      jalr    x0, 0(ra)

# What a row says of floating-point registers: the number of presets, pairs of offset and value, fcsr.
float_in:
        sd      ra, PART_RA(s0)
        ld      t0, PRISTINE_F(s0)
        addi    t1, s11, F_FRAME
        addi    t2, x0, 32
        jal     ra, copy
        ld      s4, ROW_FLOAT(s1)
        addi    s5, s11, F_FRAME
        jal     ra, place
        ld      a2, 0(s4)
        csrrw   x0, fcsr, a2
        csrrs   a1, fcsr, x0
        sd      a1, FCSR_BEFORE(s0)
        lui     a0, 1
        addi    a0, a0, 3
        lui     a3, 1
        jal     ra, watch
        addi    t0, s11, F_FRAME
        jal     ra, float_load
        ld      ra, PART_RA(s0)
        jalr    x0, 0(ra)

float_out:
        sd      ra, PART_RA(s0)
        csrrs   a1, fcsr, x0
        ld      a2, FCSR_BEFORE(s0)
        lui     a0, 1
        addi    a0, a0, 3
        addi    a3, x0, 0
        jal     ra, watch
        addi    t0, s11, F_SAVE
        jal     ra, float_store
        addi    s7, s11, F_SAVE
        addi    s8, s11, F_FRAME
        addi    s9, x0, L_F
        addi    t2, x0, 32
        jal     ra, differ
        ld      ra, PART_RA(s0)
        jalr    x0, 0(ra)

float_load:
        fld     f0, 0(t0)
        fld     f1, 8(t0)
        fld     f2, 16(t0)
        fld     f3, 24(t0)
        fld     f4, 32(t0)
        fld     f5, 40(t0)
        fld     f6, 48(t0)
        fld     f7, 56(t0)
        fld     f8, 64(t0)
        fld     f9, 72(t0)
        fld     f10, 80(t0)
        fld     f11, 88(t0)
        fld     f12, 96(t0)
        fld     f13, 104(t0)
        fld     f14, 112(t0)
        fld     f15, 120(t0)
        fld     f16, 128(t0)
        fld     f17, 136(t0)
        fld     f18, 144(t0)
        fld     f19, 152(t0)
        fld     f20, 160(t0)
        fld     f21, 168(t0)
        fld     f22, 176(t0)
        fld     f23, 184(t0)
        fld     f24, 192(t0)
        fld     f25, 200(t0)
        fld     f26, 208(t0)
        fld     f27, 216(t0)
        fld     f28, 224(t0)
        fld     f29, 232(t0)
        fld     f30, 240(t0)
        fld     f31, 248(t0)
        jalr    x0, 0(ra)

float_store:
        fsd     f0, 0(t0)
        fsd     f1, 8(t0)
        fsd     f2, 16(t0)
        fsd     f3, 24(t0)
        fsd     f4, 32(t0)
        fsd     f5, 40(t0)
        fsd     f6, 48(t0)
        fsd     f7, 56(t0)
        fsd     f8, 64(t0)
        fsd     f9, 72(t0)
        fsd     f10, 80(t0)
        fsd     f11, 88(t0)
        fsd     f12, 96(t0)
        fsd     f13, 104(t0)
        fsd     f14, 112(t0)
        fsd     f15, 120(t0)
        fsd     f16, 128(t0)
        fsd     f17, 136(t0)
        fsd     f18, 144(t0)
        fsd     f19, 152(t0)
        fsd     f20, 160(t0)
        fsd     f21, 168(t0)
        fsd     f22, 176(t0)
        fsd     f23, 184(t0)
        fsd     f24, 192(t0)
        fsd     f25, 200(t0)
        fsd     f26, 208(t0)
        fsd     f27, 216(t0)
        fsd     f28, 224(t0)
        fsd     f29, 232(t0)
        fsd     f30, 240(t0)
        fsd     f31, 248(t0)
        jalr    x0, 0(ra)
