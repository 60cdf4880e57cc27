
# Cases of two harts: two threads of one process, which share all of its memory. The rounds, the
# barrier and what is counted are the machine runtime's. Each thread has a signal stack of its own, and
# knows by its stack pointer in the handler which one it is.

# spawn: the second thread, which waits for rounds.
spawn:  lui     a0, 0x51                # CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM: a thread
        addi    a0, a0, -0x100
        la      a1, stack_spawn
        addi    a2, x0, 0
        addi    a3, x0, 0
        addi    a4, x0, 0
        addi    a7, x0, SYS_CLONE
        ecall
        bne     a0, x0, 1f
        la      s11, process
        la      t0, stack_second
        sd      t0, P_CALL+32(s11)
        sd      x0, P_CALL+40(s11)
        la      t1, stack_spawn
        sub     t1, t1, t0
        sd      t1, P_CALL+48(s11)
        addi    a0, s11, P_CALL+32
        addi    a1, x0, 0
        addi    a7, x0, SYS_SIGALTSTACK
        ecall
        la      s0, work
        la      s1, second
        la      s11, harts
        jal     x0, follow
1:      jalr    x0, 0(ra)

# idle: who waits lets others have the processor, of which there may be fewer than threads; who waits at
# the barrier, when it takes long.
idle:   addi    a7, x0, SYS_SCHED_YIELD
        ecall
        jalr    x0, 0(ra)

follow: jal     ra, idle
        ld      t0, B_GO(s1)
        ld      t1, B_DONE(s1)
        beq     t0, t1, follow
#@ begun
1:      jal     ra, idle
        ld      t1, B_READY(s4)
        bne     t0, t1, 1b
#@ barrier
barrier:
        addi    t2, x0, 1024
1:      ld      t1, 0(s11)
        beq     t0, t1, 2f
        addi    t2, t2, -1
        bne     t2, x0, 1b
        jal     ra, idle
        jal     x0, barrier
2:
#@ met
# ready: everything that entering needs but the registers.
ready:  la      t0, first
        bne     t0, s1, 1f
        la      t0, process
        addi    t1, x0, 1
        sd      t1, P_RUNNING(t0)
        jal     x0, fresh               # and back from there
1:      fence   rw, rw
        jalr    x0, 0(ra)

enter:  ld      x1, B_ENTRY(s1)
        addi    x31, s0, 0
        jal     x0, registers

#@ refresh
# How a hart comes back, with a0, a1 and a2 as the handler has them, and s0.
returned:
        la      s1, first
        la      t0, stack_second
        bltu    x2, t0, 1f
        la      s1, second
1:      ld      t0, 8(a1)
        slli    t0, t0, 32
        or      t0, t0, a0
        sd      t0, B_CAUSE(s1)
        ld      t0, UC_PC(a2)
        sd      t0, B_PC(s1)
        ld      t0, 16(a1)
        sd      t0, B_TVAL(s1)
        sd      x0, B_MODE(s1)
        sd      x0, SAVE(s1)
        addi    t0, s1, SAVE+8
        addi    t1, a2, UC_PC+8
        addi    t2, t0, 248
2:      ld      t3, 0(t1)
        sd      t3, 0(t0)
        addi    t0, t0, 8
        addi    t1, t1, 8
        bne     t0, t2, 2b
        la      s11, harts
        la      t0, first
        bne     s1, t0, 3f
        la      t0, process
        sd      x0, P_RUNNING(t0)
        jal     x0, gather
3:      fence   rw, rw
        ld      t0, B_GO(s1)
        sd      t0, B_DONE(s1)
        jal     x0, follow


gather: la      s4, second
1:      jal     ra, idle
        ld      t0, B_GO(s4)
        ld      t1, B_DONE(s4)
        bne     t0, t1, 1b
#@ gathered
# ended: back to the caller when the hart of block a0 ended at its exit.
ended:  ld      t0, B_CAUSE(a0)
        slli    t0, t0, 32
        srli    t0, t0, 32
        addi    t1, x0, SIGTRAP
        bne     t0, t1, 2f
        ld      t0, B_PC(a0)
        ld      t1, B_EXIT(a0)
        bne     t0, t1, 2f
        jalr    x0, 0(ra)
2:      sd      a0, H_ODD(s11)
        jal     x0, settled
