# The Linux runtime: runs cases in a user-mode process, one after the other, and reports what each
# of them changed on standard output. The parts that #@ names are the machine runtime's own.
#
# It uses only the instructions of Subset (linux.go) and, for its system calls, ecall. A signal ends
# a case; its handler never returns. Between the last system call before a case and the first one
# after it, all of the hart's state is the case's: vector registers do not survive a system call.
#
# In the main loop:  s0 work area   s1 row   s2 next free word of the log   s3 start of the record
#                    s4 to s11 loops   t6 becomes 1 when a tolerated instruction traps

        .globl  _start
_start:
        la      s0, work
        la      s11, process
        la      t0, stack               # the stack that signals are taken on
        sd      t0, P_CALL(s11)
        sd      x0, P_CALL+8(s11)
        la      t1, stack_end
        sub     t1, t1, t0
        sd      t1, P_CALL+16(s11)
        addi    a0, s11, P_CALL
        addi    a1, x0, 0
        addi    a7, x0, SYS_SIGALTSTACK
        ecall

        la      t0, signalled
        sd      t0, P_CALL(s11)
        lui     t0, 0x48000             # SA_NODEFER, SA_ONSTACK
        addi    t0, t0, 4               # SA_SIGINFO
        sd      t0, P_CALL+8(s11)
        sd      x0, P_CALL+16(s11)
        sd      x0, P_CALL+24(s11)
        addi    a0, x0, SIGILL
        jal     ra, action
        addi    a0, x0, SIGTRAP
        jal     ra, action
        addi    a0, x0, SIGBUS
        jal     ra, action
        addi    a0, x0, SIGFPE
        jal     ra, action
        addi    a0, x0, SIGSEGV
        jal     ra, action

        addi    a0, x0, PR_RISCV_SET_ICACHE_FLUSH_CTX   # fence.i holds on every processor that
        addi    a1, x0, 0               # the kernel moves a thread to; an old one refuses
        addi    a2, x0, 0
        addi    a7, x0, SYS_PRCTL
        ecall

        ld      s2, LOG(s0)
        jal     ra, start
        jal     ra, homes
        ld      t0, TOGETHER(s0)        # an image for several harts: harts.S has what it needs
        beq     t0, x0, next
        la      t0, spawn
        jalr    ra, 0(t0)

#@ case
9:      jal     ra, fresh               # code that the runtime wrote for this case
        jal     ra, shut
#@ state

# Enter. The stub's approach, close to its code, loads the last two registers and jumps.
        ld      t0, TOGETHER(s0)
        beq     t0, x0, 1f
        jalr    x0, 0(t0)
1:      la      t0, process
        addi    t1, x0, 1
        sd      t1, P_RUNNING(t0)
        addi    x31, s0, 0
        ld      x1, ROW_STUB(s1)
        ld      x1, 0(x1)
registers:
#@ registers
        jalr    x0, 0(x1)

# The handler. a0 is the signal, a1 its siginfo, a2 the ucontext. A signal while no case runs is that
# of an instruction that this hart does not have: step over it and say so.
        .align  8
signalled:
        la      s0, work
        la      s11, process
        la      t0, stack_second        # the second thread only runs cases
        bltu    t0, x2, 3f
        ld      t0, P_RUNNING(s11)
        bne     t0, x0, 1f
        ld      t0, UC_PC(a2)
        addi    t0, t0, 4
        sd      t0, UC_PC(a2)
        addi    t0, x0, 1
        sd      t0, UC_PC+248(a2)
        addi    a7, x0, SYS_RT_SIGRETURN
        ecall

1:      ld      t0, TOGETHER(s0)
        beq     t0, x0, 4f
3:      la      t0, returned
        jalr    x0, 0(t0)
4:      sd      x0, P_RUNNING(s11)
        ld      s1, ROW(s0)
        ld      s2, LOG(s0)
        ld      s3, RECORD(s0)
        ld      t0, 8(a1)               # si_code, and the signal's number below it
        slli    t0, t0, 32
        or      t0, t0, a0
        sd      t0, 8(s3)
        ld      t0, UC_PC(a2)
        sd      t0, 16(s3)
        ld      t0, 16(a1)              # si_addr
        sd      t0, 24(s3)
        sd      x0, 32(s3)              # user mode
        sd      x0, SAVE(s0)
        addi    t0, s0, SAVE+8
        addi    t1, a2, UC_PC+8
        addi    t2, t0, 248
2:      ld      t3, 0(t1)
        sd      t3, 0(t0)
        addi    t0, t0, 8
        addi    t1, t1, 8
        bne     t0, t2, 2b
        ld      t0, STATE_OUT(s0)
        beq     t0, x0, 10f
        jalr    ra, 0(t0)
10:     jal     ra, open

#@ observed
13:
#@ compare
exit:   jal     ra, flush
        addi    a0, x0, 0
leave:  addi    a7, x0, SYS_EXIT_GROUP
        ecall
        jal     x0, leave

#@ report

# action: have the handler called for signal a0.
action: addi    a1, s11, P_CALL
        addi    a2, x0, 0
        addi    a3, x0, 8
        addi    a7, x0, SYS_RT_SIGACTION
        ecall
        jalr    x0, 0(ra)

# fresh: what was stored is what every thread executes from here on, whatever processor it runs on or is
# moved to. An emulator that does not have the call has no such caches.
fresh:  addi    a0, x0, 0
        addi    a1, x0, 0
        addi    a2, x0, 0               # of all threads
        addi    a7, x0, SYS_RISCV_FLUSH_ICACHE
        ecall
        jalr    x0, 0(ra)

# ground: nothing is a case's own that the state and the presets do not make.
ground: jalr    x0, 0(ra)

#@ records

# print: "~", the words in hexadecimal without leading zeros, blanks between them, a line feed. A
# result waits in memory for the line that follows it: one system call a case.
print:  la      s11, process
        ld      s4, P_WAITING(s11)
        la      t0, lines
        add     s4, s4, t0
        addi    s6, s3, 0
        addi    a0, x0, 126
        sb      a0, 0(s4)
        addi    s4, s4, 1
1:      ld      s7, 0(s6)
        addi    s8, x0, 16
2:      srli    a0, s7, 60              # skip leading zeros, but not the last digit
        bne     a0, x0, 3f
        slli    s7, s7, 4
        addi    s8, s8, -1
        addi    t0, x0, 1
        bne     s8, t0, 2b
3:      srli    a0, s7, 60
        slli    s7, s7, 4
        addi    t0, x0, 10
        bltu    a0, t0, 4f
        addi    a0, a0, 39
4:      addi    a0, a0, 48
        sb      a0, 0(s4)
        addi    s4, s4, 1
        addi    s8, s8, -1
        bne     s8, x0, 3b
        addi    s6, s6, 8
        addi    a0, x0, 32
        bne     s6, s2, 5f
        addi    a0, x0, 10
5:      sb      a0, 0(s4)
        addi    s4, s4, 1
        bne     s6, s2, 1b
        la      t0, lines
        sub     s4, s4, t0
        sd      s4, P_WAITING(s11)
        ld      t0, 0(s3)
        andi    t0, t0, 15
        addi    s2, s3, 0
        addi    t1, x0, K_RESULT
        beq     t0, t1, 6f
        jal     ra, flush
6:      ld      ra, RA(s0)
        jalr    x0, 0(ra)

# flush: write what was printed.
flush:  la      s11, process
        ld      s5, P_WAITING(s11)
        sd      x0, P_WAITING(s11)
        la      s4, lines
        add     s5, s5, s4
1:      beq     s4, s5, 2f
        addi    a0, x0, 1
        addi    a1, s4, 0
        sub     a2, s5, s4
        addi    a7, x0, SYS_WRITE
        ecall
        srli    t0, a0, 63              # an error: nobody listens
        bne     t0, x0, 3f
        add     s4, s4, a0
        jal     x0, 1b
2:      jalr    x0, 0(ra)
3:      addi    a0, x0, 1
        jal     x0, leave
