
# What a row says of vector registers: the address of what they hold, the number of presets on top,
# pairs of offset and value, then vl, vtype, vstart and vcsr. A hart whose registers have another
# length than the statement says is left alone, and the length reported.
vector_in:
        sd      ra, PART_RA(s0)
        csrrs   a1, vlenb, x0
        ld      a2, VLENB(s0)
        lui     a0, 2                   # vlenb is 0xc22
        addi    a0, a0, -0x3de
        lui     a3, 1
        jal     ra, watch
        bne     a1, a2, 1f
        ld      s4, ROW_VECTOR(s1)
        ld      t0, 0(s4)
        la      t1, v_frame
        ld      t2, V_WORDS(s0)
        jal     ra, copy
        addi    s4, s4, 8
        la      s5, v_frame
        jal     ra, place
        la      t0, v_frame
        ld      t1, V_EIGHT(s0)
        vl8re8.v v0, (t0)
        add     t0, t0, t1
        vl8re8.v v8, (t0)
        add     t0, t0, t1
        vl8re8.v v16, (t0)
        add     t0, t0, t1
        vl8re8.v v24, (t0)
        ld      t0, 0(s4)
        ld      t1, 8(s4)
        vsetvl  x0, t0, t1
        ld      t2, 24(s4)
        csrrw   x0, vcsr, t2
        ld      t2, 16(s4)
        csrrw   x0, vstart, t2

        lui     a3, 1                   # what the hart made of them
        csrrs   a1, vl, x0
        sd      a1, VL_BEFORE(s0)
        ld      a2, 0(s4)
        lui     a0, 2
        addi    a0, a0, -0x3e0
        jal     ra, watch
        csrrs   a1, vtype, x0
        sd      a1, VTYPE_BEFORE(s0)
        ld      a2, 8(s4)
        lui     a0, 2
        addi    a0, a0, -0x3df
        jal     ra, watch
        csrrs   a1, vstart, x0
        sd      a1, VSTART_BEFORE(s0)
        ld      a2, 16(s4)
        lui     a0, 1
        addi    a0, a0, 8
        jal     ra, watch
        csrrs   a1, vcsr, x0
        sd      a1, VCSR_BEFORE(s0)
        ld      a2, 24(s4)
        lui     a0, 1
        addi    a0, a0, 15
        jal     ra, watch
1:      ld      ra, PART_RA(s0)
        jalr    x0, 0(ra)

vector_out:
        sd      ra, PART_RA(s0)
        csrrs   t0, vlenb, x0
        ld      t1, VLENB(s0)
        bne     t0, t1, 1f
        addi    a3, x0, 0
        csrrs   a1, vl, x0
        ld      a2, VL_BEFORE(s0)
        lui     a0, 2
        addi    a0, a0, -0x3e0
        jal     ra, watch
        csrrs   a1, vtype, x0
        ld      a2, VTYPE_BEFORE(s0)
        lui     a0, 2
        addi    a0, a0, -0x3df
        jal     ra, watch
        csrrs   a1, vstart, x0
        ld      a2, VSTART_BEFORE(s0)
        lui     a0, 1
        addi    a0, a0, 8
        jal     ra, watch
        csrrs   a1, vcsr, x0
        ld      a2, VCSR_BEFORE(s0)
        lui     a0, 1
        addi    a0, a0, 15
        jal     ra, watch
        csrrw   x0, vstart, x0          # from here on: whole registers, from their first element
        la      t0, v_save
        ld      t1, V_EIGHT(s0)
        vs8r.v  v0, (t0)
        add     t0, t0, t1
        vs8r.v  v8, (t0)
        add     t0, t0, t1
        vs8r.v  v16, (t0)
        add     t0, t0, t1
        vs8r.v  v24, (t0)
        la      s7, v_save
        la      s8, v_frame
        lui     s9, 4
        ld      t2, V_WORDS(s0)
        jal     ra, differ
1:      ld      ra, PART_RA(s0)
        jalr    x0, 0(ra)
