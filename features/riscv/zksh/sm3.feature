@ext:Zksh
Feature: The functions of SM3
  P0 and P1 add two left rotations of the low word of rs1 to it and sign-extend the word that results.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: one bit goes to three places
      | insn  | a          | result             | rules    |
      | sm3p0 | 1          | 0x20201            | sm3p0_op |
      | sm3p0 | 0x80000000 | 0xffffffff80010100 | sm3p0_op |
      | sm3p0 | 0x4000     | 0xffffffff80804000 | sm3p0_op |
      | sm3p0 | 0x400000   | 0xffffffff80400080 | sm3p0_op |
      | sm3p1 | 1          | 0x808001           | sm3p1_op |
      | sm3p1 | 0x80000000 | 0xffffffff80404000 | sm3p1_op |
      | sm3p1 | 0x4000     | 0x20004020         | sm3p1_op |
      | sm3p1 | 0x400000   | 0x402020           | sm3p1_op |

    Examples: the upper half makes no difference, and the sign is extended
      | insn  | a                  | result             | rules    |
      | sm3p0 | 0xffffffff00000000 | 0                  | sm3p0_op |
      | sm3p0 | 0xffffffffffffffff | 0xffffffffffffffff | sm3p0_op |
      | sm3p0 | 0xdeadbeef12345678 | 0xffffffffd6688234 | sm3p0_op |
      | sm3p0 | 0x7fffffff         | 0x7ffefeff         | sm3p0_op |
      | sm3p0 | 0                  | 0                  | sm3p0_op |
      | sm3p1 | 0xffffffff00000000 | 0                  | sm3p1_op |
      | sm3p1 | 0xffffffffffffffff | 0xffffffffffffffff | sm3p1_op |
      | sm3p1 | 0xdeadbeef12345678 | 0x5014549          | sm3p1_op |
      | sm3p1 | 0x7fffffff         | 0x7fbfbfff         | sm3p1_op |
      | sm3p1 | 0                  | 0                  | sm3p1_op |

  @rule:sm3p0_op @rule:sm3p1_op
  Scenario: The SM3 digest of "abc", the example of GB/T 32905-2016, appendix A.1
    The padded message is expanded to 68 words in test data; a0 to a7 hold the working variables, s4 to
    s11 the initial value.
    Given a0 = 0x7380166f and a1 = 0x4914b2b9 and a2 = 0x172442d7 and a3 = 0xda8a0600
    And a4 = 0xa96f30bc and a5 = 0x163138aa and a6 = 0xe38dee4d and a7 = 0xb0fb0e4e
    And s4 = 0x7380166f and s5 = 0x4914b2b9 and s6 = 0x172442d7 and s7 = 0xda8a0600
    And s8 = 0xa96f30bc and s9 = 0x163138aa and s10 = 0xe38dee4d and s11 = 0xb0fb0e4e
    And s0 = test data
    And test data holds 0x61626380 and test data + 8 holds 0 and test data + 16 holds 0 and test data + 24 holds 0
    And test data + 32 holds 0 and test data + 40 holds 0 and test data + 48 holds 0 and test data + 56 holds 0x1800000000
    When the hart executes
      """
      addi s1, s0, 64
      addi s2, s0, 272
      expand:
      lw t0, -64(s1); lw t1, -36(s1); xor t0, t0, t1
      lw t1, -12(s1); slliw t2, t1, 15; srliw t1, t1, 17; or t1, t1, t2; xor t0, t0, t1
      sm3p1 t0, t0
      lw t1, -52(s1); slliw t2, t1, 7; srliw t1, t1, 25; or t1, t1, t2; xor t0, t0, t1
      lw t1, -24(s1); xor t0, t0, t1
      sw t0, 0(s1)
      addi s1, s1, 4
      bne s1, s2, expand

      mv s1, s0
      addi s2, s0, 64
      li s3, 0x79cc4519
      rounds:
      slliw t0, a0, 12; srliw t1, a0, 20; or t0, t0, t1
      addw t1, t0, a4; addw t1, t1, s3
      slliw t2, t1, 7; srliw t1, t1, 25; or t1, t1, t2
      xor t0, t0, t1
      bgeu s1, s2, later
      xor t2, a0, a1; xor t2, t2, a2
      xor t3, a4, a5; xor t3, t3, a6
      j mix
      later:
      or t2, a0, a1; and t2, t2, a2; and t3, a0, a1; or t2, t2, t3
      xor t3, a5, a6; and t3, t3, a4; xor t3, t3, a6
      mix:
      lw t4, 0(s1); lw t5, 16(s1); xor t5, t5, t4
      add t2, t2, a3; add t2, t2, t0; addw t2, t2, t5
      add t3, t3, a7; add t3, t3, t1; addw t3, t3, t4
      mv a3, a2; slliw t0, a1, 9; srliw t1, a1, 23; or a2, t0, t1; mv a1, a0; mv a0, t2
      mv a7, a6; slliw t0, a5, 19; srliw t1, a5, 13; or a6, t0, t1; mv a5, a4; sm3p0 a4, t3
      slliw t0, s3, 1; srliw t1, s3, 31; or s3, t0, t1
      addi s1, s1, 4
      bne s1, s2, same
      li s3, 0x9d8a7a87
      same:
      addi t0, s0, 256
      bne s1, t0, rounds
      xor a0, a0, s4; xor a1, a1, s5; xor a2, a2, s6; xor a3, a3, s7
      xor a4, a4, s8; xor a5, a5, s9; xor a6, a6, s10; xor a7, a7, s11
      sext.w a0, a0; sext.w a1, a1; sext.w a2, a2; sext.w a3, a3
      sext.w a4, a4; sext.w a5, a5; sext.w a6, a6; sext.w a7, a7
      """
    Then a0 = 0x66c7f0f4 and a1 = 0x62eeedd9 and a2 = 0xffffffffd1f2d46b and a3 = 0xffffffffdc10e4e2
    And a4 = 0x4167c487 and a5 = 0x5cf2f7a2 and a6 = 0x297da02b and a7 = 0xffffffff8f4ba8e0
    And no trap is taken

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x61626380 and a1 = 0
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning      | result             | encoding  | operation |
      | 0x10851613 | sm3p0 a2, a0 | 0x62a5a186         | sm3p0_enc | sm3p0_op  |
      | 0x10951613 | sm3p1 a2, a0 | 0xffffffff9092e200 | sm3p1_enc | sm3p1_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | sm3p0 |
      | sm3p1 |
