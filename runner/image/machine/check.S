# Self-checking images, for platforms that have no way to bring records out. Of every case the record is
# made as ever; then, in the place of printing, its sum is compared with those that are allowed. The first
# that differs ends the image.
#
# The word VERDICT is 0 until then, 1 for PASS, and 2n+1 for FAIL with number n, which is in gp too:
#    1 to CASES    the case with this number, counted from 1, did what is not allowed
#    CASES+1       text or tables of the image were overwritten
#    CASES+2       the hart did not take a case's before-state: a WARL field, registers of another length

# print: the record from s3 to s2, its last word a sum.
print:  ld      t0, 0(s3)
        andi    t0, t0, 15
        addi    t1, x0, K_RESULT
        beq     t0, t1, 1f
        addi    t1, x0, K_END
        beq     t0, t1, 5f
        addi    t1, x0, K_BEGIN
        beq     t0, t1, 4f
        addi    t1, x0, K_START
        beq     t0, t1, 4f
        addi    s6, x0, 1               # K_CLOBBER, K_FULL
        jal     x0, beyond
1:      jal     ra, digest
        ld      s4, EXPECT(s0)
        ld      s5, 0(s4)               # how many are allowed
        addi    s4, s4, 8
        addi    s6, x0, 0
2:      beq     s5, x0, 3f
        ld      t0, 0(s4)
        addi    s4, s4, 8
        addi    s5, s5, -1
        bne     t0, a2, 2b
        addi    s6, x0, 1
        jal     x0, 2b
3:      sd      s4, EXPECT(s0)
        beq     s6, x0, differs
4:      addi    s2, s3, 0               # take the record back
        ld      ra, RA(s0)
        jalr    x0, 0(ra)
5:      ld      t0, 16(s3)
        ld      t1, SUM(s0)
        beq     t0, t1, 4b
        addi    s6, x0, 1
        jal     x0, beyond

# differs: whose fault is it? A record that begins with what a CSR held before is of a case that did not
# start as it should.
differs:
        ld      a2, IMAGE(s0)
        ld      a0, TEXT(s0)
        ld      a1, TEXT_END(s0)
        jal     ra, sum
        ld      a0, TABLE(s0)
        ld      a1, TABLE_END(s0)
        jal     ra, sum
        ld      t0, SUM(s0)
        addi    s6, x0, 1
        bne     t0, a2, beyond
        addi    t0, s2, -8
        addi    t1, s3, 40
        beq     t0, t1, 6f              # no pair at all
        ld      t0, 40(s3)
        srli    t0, t0, 12
        addi    t1, x0, 2
        addi    s6, x0, 2
        beq     t0, t1, beyond
6:      ld      gp, SLOT(s0)
        addi    gp, gp, 1
        jal     x0, failed
beyond: ld      gp, CASES(s0)
        add     gp, gp, s6
failed: slli    t0, gp, 1
        addi    t0, t0, 1
        sd      t0, VERDICT(s0)
        jal     x0, exit

# digest: a2 = the sum of the words from s3 up to the last before s2, stirred: x = x*31 + word, then
# x ^= x >> 29.
digest: ld      a2, IMAGE(s0)
        addi    a0, s3, 0
        addi    a1, s2, -8
7:      beq     a0, a1, 8f
        slli    t0, a2, 5
        sub     a2, t0, a2
        ld      t0, 0(a0)
        add     a2, a2, t0
        srli    t0, a2, 29
        or      t1, a2, t0
        and     t0, a2, t0
        sub     a2, t1, t0
        addi    a0, a0, 8
        jal     x0, 7b
8:      jalr    x0, 0(ra)

# word: PASS or FAIL, the image, and the number, as one line.
word:   sd      ra, RA(s0)
        ld      s4, TOHOST(s0)
        ld      s5, PUTCHAR(s0)
        la      s6, words
        beq     gp, x0, 9f
        addi    s6, s6, 8
9:      ld      s7, 0(s6)
        addi    s8, x0, 5
10:     andi    a0, s7, 0xff
        jal     ra, putchar
        srli    s7, s7, 8
        addi    s8, s8, -1
        bne     s8, x0, 10b
        ld      s7, IMAGE(s0)
        addi    s8, x0, 16
11:     srli    a0, s7, 60
        slli    s7, s7, 4
        addi    t0, x0, 10
        bltu    a0, t0, 12f
        addi    a0, a0, 39
12:     addi    a0, a0, 48
        jal     ra, putchar
        addi    s8, s8, -1
        bne     s8, x0, 11b
        beq     gp, x0, 16f
        ld      s7, 8(s6)
        addi    s8, x0, 6
13:     andi    a0, s7, 0xff
        jal     ra, putchar
        srli    s7, s7, 8
        addi    s8, s8, -1
        bne     s8, x0, 13b
        addi    s8, gp, 0               # in decimal, three digits
        addi    s7, x0, 100
        jal     x0, 14f
tens:   addi    s7, x0, 10
14:     addi    a0, x0, 48
15:     bltu    s8, s7, 17f
        sub     s8, s8, s7
        addi    a0, a0, 1
        jal     x0, 15b
17:     jal     ra, putchar
        addi    t0, x0, 100
        beq     s7, t0, tens
        addi    a0, s8, 48
        jal     ra, putchar
16:     addi    a0, x0, 10
        jal     ra, putchar
        ld      ra, RA(s0)
        jalr    x0, 0(ra)

        .balign 8
words:  .dword  0x2053534150, 0x204c494146, 0x206573616320      # "PASS ", "FAIL ", " case "

