# Cases of two harts. The image begins here: hart 0 goes on with runtime.S, hart 1 waits for rounds.
#
# s0 is the work area, s1 the hart's own block, s11 the harts' area.

prelude:
        csrrs   t0, mhartid, x0
        addi    t1, x0, 1
        bne     t0, t1, _start
        csrrw   x0, mie, x0
        la      s0, work
        la      s1, second
        la      s11, harts
        la      t0, tolerate
        csrrw   x0, mtvec, t0
        ld      s4, SETTING(s0)         # this hart's CSRs, as hart 0 writes its own
        ld      s5, SETTING_END(s0)
1:      beq     s4, s5, follow
        ld      t0, 0(s4)
        ld      a0, 8(s4)
        jalr    ra, 0(t0)
        addi    s4, s4, 16
        jal     x0, 1b

follow: ld      t0, B_GO(s1)            # hart 1: the next round
        ld      t1, B_DONE(s1)
        beq     t0, t1, follow
#@ begun
        fence   rw, rw
        jal     ra, ready
        ld      t0, B_GO(s1)
        sd      t0, B_READY(s1)
        jal     x0, barrier

# together: one case. What it does is described where the row of another case has its entry.
together:
        la      s11, harts
        ld      t0, ROW_STUB(s1)
        ld      t0, 0(t0)
        sd      t0, H_CASE(s11)
        la      s1, first
        la      s4, second
        ld      t1, 0(t0)
        sd      t1, B_ENTRY(s1)
        ld      t1, 8(t0)
        sd      t1, B_ENTRY(s4)
        ld      t1, 16(t0)
        sd      t1, B_EXIT(s1)
        ld      t1, 24(t0)
        sd      t1, B_EXIT(s4)
        ld      t1, 32(t0)
        sd      t1, H_LEFT(s11)
        sd      x0, H_STATES(s11)
        sd      x0, H_LOST(s11)
        sd      x0, H_ODD(s11)
        ld      t1, IMAGE(s0)
        sd      t1, H_RANDOM(s11)

round:  jal     ra, refresh
        la      s4, second
        ld      t0, H_RANDOM(s11)       # how long each hart waits behind the barrier: random *
        slli    t1, t0, 5               # 33 + an odd number has all 2^64 values; two of its bits
        add     t0, t0, t1              # together make short waits the more frequent
        addi    t0, t0, 1057
        sd      t0, H_RANDOM(s11)
        srli    t1, t0, 40
        srli    t2, t0, 52
        and     t1, t1, t2
        andi    t1, t1, 63
        sd      t1, B_SKEW(s1)
        srli    t1, t0, 34
        srli    t2, t0, 46
        and     t1, t1, t2
        andi    t1, t1, 63
        sd      t1, B_SKEW(s4)
        ld      t0, B_GO(s4)
        addi    t0, t0, 1
        fence   rw, rw
        sd      t0, B_GO(s4)
        jal     ra, ready
        la      s4, second
        ld      t0, B_GO(s4)
#@ waits
1:      ld      t1, B_READY(s4)
        bne     t0, t1, 1b
#@ barrier
        fence   rw, rw
        sd      t0, 0(s11)

#@ meets
# barrier: wait for round t0 to start, wait a little longer, and enter.
barrier:
        ld      t1, 0(s11)
        bne     t0, t1, barrier
#@ met
        fence   rw, rw
        ld      t0, B_SKEW(s1)
1:      beq     t0, x0, 2f
        addi    t0, t0, -1
        jal     x0, 1b
2:      jal     x0, enter

#@ ready
# ready: everything that entering needs but the registers.
ready:  sd      ra, B_CAUSE(s1)         # free until the hart traps
        ld      t0, B_ENTRY(s1)
        csrrw   x0, mepc, t0
        jal     ra, mode
        la      t0, trap_harts
        csrrw   x0, mtvec, t0
        csrrw   x0, mscratch, s1
        ld      ra, B_CAUSE(s1)
        fence   rw, rw
        jalr    x0, 0(ra)

#@ refresh
# refresh: the doublewords that the case presets, as they should be when a round begins.
refresh:
        ld      s5, ROW(s0)
        ld      s4, ROW_X(s5)
        slli    s4, s4, 4
        add     s4, s4, s5              # the row's pairs: registers, then offsets and values
        ld      s6, ACTUAL(s0)
        ld      s5, ROW_MEM(s5)
1:      beq     s5, x0, 2f
        ld      t0, ROW_PAIRS(s4)
        ld      t1, ROW_PAIRS+8(s4)
        add     t0, t0, s6
        sd      t1, 0(t0)
        addi    s4, s4, 16
        addi    s5, s5, -1
        jal     x0, 1b
2:      jalr    x0, 0(ra)

#@ return
# How a hart comes back. mscratch holds the address of its block.
        .align  8
trap_harts:
        csrrw   x31, mscratch, x31
        sd      x0, SAVE(x31)
        sd      x1, SAVE+8(x31)
        sd      x2, SAVE+16(x31)
        sd      x3, SAVE+24(x31)
        sd      x4, SAVE+32(x31)
        sd      x5, SAVE+40(x31)
        sd      x6, SAVE+48(x31)
        sd      x7, SAVE+56(x31)
        sd      x8, SAVE+64(x31)
        sd      x9, SAVE+72(x31)
        sd      x10, SAVE+80(x31)
        sd      x11, SAVE+88(x31)
        sd      x12, SAVE+96(x31)
        sd      x13, SAVE+104(x31)
        sd      x14, SAVE+112(x31)
        sd      x15, SAVE+120(x31)
        sd      x16, SAVE+128(x31)
        sd      x17, SAVE+136(x31)
        sd      x18, SAVE+144(x31)
        sd      x19, SAVE+152(x31)
        sd      x20, SAVE+160(x31)
        sd      x21, SAVE+168(x31)
        sd      x22, SAVE+176(x31)
        sd      x23, SAVE+184(x31)
        sd      x24, SAVE+192(x31)
        sd      x25, SAVE+200(x31)
        sd      x26, SAVE+208(x31)
        sd      x27, SAVE+216(x31)
        sd      x28, SAVE+224(x31)
        sd      x29, SAVE+232(x31)
        sd      x30, SAVE+240(x31)
        csrrs   t0, mscratch, x0
        sd      t0, SAVE+248(x31)
        addi    s1, x31, 0
        la      s0, work
        la      s11, harts
        csrrs   t0, mcause, x0
        sd      t0, B_CAUSE(s1)
        csrrs   t0, mepc, x0
        sd      t0, B_PC(s1)
        csrrs   t0, mtval, x0
        sd      t0, B_TVAL(s1)
        csrrs   t0, mstatus, x0
        srli    t0, t0, 11
        andi    t0, t0, 3
        sd      t0, B_MODE(s1)
        la      t0, tolerate
        csrrw   x0, mtvec, t0
        jal     ra, mode                # MPRV and the like off
        csrrs   t0, mhartid, x0
        beq     t0, x0, gather
        fence   rw, rw
        ld      t0, B_GO(s1)
        sd      t0, B_DONE(s1)
        jal     x0, follow

#@ gather
# gather: hart 0, when it is back: both must have ended at their exits.
gather: la      s4, second
        ld      t0, B_GO(s4)
1:      ld      t1, B_DONE(s4)
        bne     t0, t1, 1b
#@ gathered
        fence   rw, rw
        addi    a0, s1, 0
        jal     ra, ended
        addi    a0, s4, 0
        jal     ra, ended

        ld      s4, H_CASE(s11)         # the state that this round ended in
        ld      s5, 40(s4)
        addi    s6, s4, 48
        addi    s7, s11, H_VALUES
2:      beq     s5, x0, 3f
        ld      t0, 0(s6)
        ld      t0, 0(t0)
        sd      t0, 0(s7)
        addi    s6, s6, 8
        addi    s7, s7, 8
        addi    s5, s5, -1
        jal     x0, 2b
3:      la      s8, states              # was it seen before?
        ld      s9, H_STATES(s11)
4:      beq     s9, x0, 7f
        ld      s5, 40(s4)
        addi    s6, s8, 8
        addi    s7, s11, H_VALUES
        addi    t2, x0, 0
5:      beq     s5, x0, 6f
        ld      t0, 0(s6)
        ld      t1, 0(s7)
        addi    s6, s6, 8
        addi    s7, s7, 8
        addi    s5, s5, -1
        beq     t0, t1, 5b
        addi    t2, x0, 1
        jal     x0, 5b
6:      beq     t2, x0, 10f
        addi    s8, s6, 0
        addi    s9, s9, -1
        jal     x0, 4b
7:      ld      t0, H_STATES(s11)       # a new one
        addi    t1, x0, MAX_STATES
        bltu    t0, t1, 8f
        ld      t0, H_LOST(s11)
        addi    t0, t0, 1
        sd      t0, H_LOST(s11)
        jal     x0, 11f
8:      addi    t0, t0, 1
        sd      t0, H_STATES(s11)
        sd      x0, 0(s8)
        ld      s5, 40(s4)
        addi    s6, s8, 8
        addi    s7, s11, H_VALUES
9:      beq     s5, x0, 10f
        ld      t0, 0(s7)
        sd      t0, 0(s6)
        addi    s6, s6, 8
        addi    s7, s7, 8
        addi    s5, s5, -1
        jal     x0, 9b
10:     ld      t0, 0(s8)
        addi    t0, t0, 1
        sd      t0, 0(s8)
11:     ld      t0, H_LEFT(s11)
        addi    t0, t0, -1
        sd      t0, H_LEFT(s11)
        bne     t0, x0, round

# settled: the record. The trap record is hart 0's, or that of the hart that took another end.
settled:
        ld      s1, ROW(s0)
        ld      s2, LOG(s0)
        ld      s3, RECORD(s0)
        la      s5, first
        ld      t0, H_ODD(s11)
        beq     t0, x0, 12f
        addi    s5, t0, 0
        la      t1, first
        lui     t2, 3                   # LocHart
        sd      t2, 0(s2)
        sd      x0, 8(s2)
        beq     t0, t1, 1f
        addi    t2, x0, 1
        sd      t2, 8(s2)
1:      addi    s2, s2, 16
12:     ld      t0, B_CAUSE(s5)
        sd      t0, 8(s3)
        ld      t0, B_PC(s5)
        sd      t0, 16(s3)
        ld      t0, B_TVAL(s5)
        sd      t0, 24(s3)
        ld      t0, B_MODE(s5)
        sd      t0, 32(s3)

        ld      s4, H_CASE(s11)
        la      s8, states
        ld      s9, H_STATES(s11)
13:     beq     s9, x0, 16f
        lui     t2, 3
        addi    t2, t2, 1               # LocCount, and then LocValue and those after it
        ld      s5, 40(s4)
        addi    s5, s5, 1
14:     ld      t0, 0(s8)
        sd      t2, 0(s2)
        sd      t0, 8(s2)
        addi    s2, s2, 16
        addi    s8, s8, 8
        addi    t2, t2, 1
        addi    s5, s5, -1
        bne     s5, x0, 14b
        addi    s9, s9, -1
        jal     x0, 13b
16:     ld      t0, H_LOST(s11)
        beq     t0, x0, 17f
        lui     t2, 3
        addi    t2, t2, 1
        sd      t2, 0(s2)
        sd      t0, 8(s2)
        addi    s2, s2, 16
17:     jal     ra, refresh
        jal     x0, area

#@ ended
# ended: back to the caller when the hart of block a0 ended at its exit.
ended:  ld      t0, B_CAUSE(a0)
        addi    t1, x0, 8
        beq     t0, t1, 1f
        addi    t1, x0, 11
        bne     t0, t1, 2f
1:      ld      t0, B_PC(a0)
        ld      t1, B_EXIT(a0)
        bne     t0, t1, 2f
        jalr    x0, 0(ra)
2:      sd      a0, H_ODD(s11)
        jal     x0, settled

