@ext:Zksed
Feature: SM4
  One byte of rs2, which bs selects, goes through the S-box and through the linear function of a round,
  or of the key schedule, back to its place, and is added to the low word of rs1. Four instructions, one
  for each byte, make a round. Byte 0 of a word, which SM4 writes first, is its least significant.

  Scenario Outline: <insn> of <a> with byte <bs> of <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1, <bs>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: each byte goes through the S-box at its own place
      | insn  | a | b          | bs | result             | rules    |
      | sm4ed | 0 | 0x67452301 | 0  | 0x424292d0         | sm4ed_op |
      | sm4ed | 0 | 0x67452301 | 1  | 0xffffffffd3f724d3 | sm4ed_op |
      | sm4ed | 0 | 0x67452301 | 2  | 0x72bfcdcd         | sm4ed_op |
      | sm4ed | 0 | 0x67452301 | 3  | 0x2a8a8aa0         | sm4ed_op |
      | sm4ks | 0 | 0x67452301 | 0  | 0x124890           | sm4ks_op |
      | sm4ks | 0 | 0x67452301 | 1  | 0x1e7af480         | sm4ks_op |
      | sm4ks | 0 | 0x67452301 | 2  | 0x3973608e         | sm4ks_op |
      | sm4ks | 0 | 0x67452301 | 3  | 0xffffffffa2401451 | sm4ks_op |

    Examples: bytes that the S-box takes to 0, 1, 0x80 and 0xff
      | insn  | a | b          | bs | result             | rules    |
      | sm4ed | 0 | 0x71       | 0  | 0                  | sm4ed_op |
      | sm4ed | 0 | 0x6c       | 0  | 0x4040105          | sm4ed_op |
      | sm4ed | 0 | 56         | 0  | 0x2028280          | sm4ed_op |
      | sm4ed | 0 | 0xb9       | 0  | 0xfffffffffffffc03 | sm4ed_op |
      | sm4ed | 0 | 0x6c000000 | 3  | 0x5040401          | sm4ed_op |
      | sm4ed | 0 | 0x38000000 | 3  | 0xffffffff80020282 | sm4ed_op |
      | sm4ed | 0 | 0xb9000000 | 3  | 0x3fffffc          | sm4ed_op |
      | sm4ks | 0 | 0x71       | 0  | 0                  | sm4ks_op |
      | sm4ks | 0 | 0x6c       | 0  | 0x20800001         | sm4ks_op |
      | sm4ks | 0 | 56         | 0  | 0x104080           | sm4ks_op |
      | sm4ks | 0 | 0xb9       | 0  | 0xffffffffe09f7fff | sm4ks_op |
      | sm4ks | 0 | 0x6c000000 | 3  | 0x1208000          | sm4ks_op |
      | sm4ks | 0 | 0x38000000 | 3  | 0xffffffff80001040 | sm4ks_op |
      | sm4ks | 0 | 0xb9000000 | 3  | 0xffffffffffe09f7f | sm4ks_op |

    Examples: rs1 is added, the upper halves make no difference, and the sign is extended
      | insn  | a                  | b                  | bs | result             | rules    |
      | sm4ed | 0xffffffffffffffff | 0x71               | 0  | 0xffffffffffffffff | sm4ed_op |
      | sm4ed | 0xffffffff00000000 | 0xffffffff00000071 | 0  | 0                  | sm4ed_op |
      | sm4ed | 0xdeadbeef80000000 | 0x7171717100000000 | 2  | 0x558e5b5b         | sm4ed_op |
      | sm4ed | 0x123456789abcdef0 | 0xfedcba9876543210 | 1  | 0xffffffffeaa0b280 | sm4ed_op |
      | sm4ed | 0x123456789abcdef0 | 0xfedcba9876543210 | 3  | 0x212042d7         | sm4ed_op |
      | sm4ks | 0xffffffffffffffff | 0x71               | 0  | 0xffffffffffffffff | sm4ks_op |
      | sm4ks | 0xffffffff00000000 | 0xffffffff00000071 | 0  | 0                  | sm4ks_op |
      | sm4ks | 0xdeadbeef80000000 | 0x7171717100000000 | 2  | 0xffffffffebd6c01a | sm4ks_op |
      | sm4ks | 0x123456789abcdef0 | 0xfedcba9876543210 | 1  | 0xffffffff99b2c270 | sm4ks_op |
      | sm4ks | 0x123456789abcdef0 | 0xfedcba9876543210 | 3  | 0xffffffffbd5c5ae3 | sm4ks_op |

  @rule:sm4ed_op @rule:sm4ks_op
  Scenario: Encryption of the example of GB/T 32907-2016, appendix A.1
    a0 to a3 hold the text, t0 to t3 the key, s1 the constant of the round: bytes 28 apart.
    Given a0 = 0x67452301 and a1 = 0xefcdab89 and a2 = 0x98badcfe and a3 = 0x10325476
    And t0 = 0xa1ff92a2 and t1 = 0xbffe01df and t2 = 0x0f2ba199 and t3 = 0xcc1024c4
    And s1 = 0x150e0700 and s2 = 32 and s3 = 0x7f7f7f7f and s4 = 0x1c1c1c1c
    When the hart executes
      """
      round:
      xor t4, t1, t2; xor t4, t4, t3; xor t4, t4, s1
      sm4ks t0, t0, t4, 0; sm4ks t0, t0, t4, 1; sm4ks t0, t0, t4, 2; sm4ks t0, t0, t4, 3
      xor t5, a1, a2; xor t5, t5, a3; xor t5, t5, t0
      sm4ed a0, a0, t5, 0; sm4ed a0, a0, t5, 1; sm4ed a0, a0, t5, 2; sm4ed a0, a0, t5, 3
      mv t6, t0; mv t0, t1; mv t1, t2; mv t2, t3; mv t3, t6
      mv t6, a0; mv a0, a1; mv a1, a2; mv a2, a3; mv a3, t6
      and t6, s1, s3; xor t5, s1, t6; add t6, t6, s4; xor s1, t6, t5
      addi s2, s2, -1
      bnez s2, round
      """
    Then a3 = 0x34df1e68 and a2 = 0x5e9606d2 and a1 = 0x4fe9b386 and a0 = 0x46426e53
    And no trap is taken

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 0x67452301
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning             | result             | encoding  | operation |
      | 0x30b50633 | sm4ed a2, a0, a1, 0 | 0xffffffffd8fe4c20 | sm4ed_enc | sm4ed_op  |
      | 0x70b50633 | sm4ed a2, a0, a1, 1 | 0x494bfa23         | sm4ed_enc | sm4ed_op  |
      | 0xb0b50633 | sm4ed a2, a0, a1, 2 | 0xffffffffe803133d | sm4ed_enc | sm4ed_op  |
      | 0xf0b50633 | sm4ed a2, a0, a1, 3 | 0xffffffffb0365450 | sm4ed_enc | sm4ed_op  |
      | 0x34b50633 | sm4ks a2, a0, a1, 0 | 0xffffffff9aae9660 | sm4ks_enc | sm4ks_op  |
      | 0x74b50633 | sm4ks a2, a0, a1, 1 | 0xffffffff84c62a70 | sm4ks_enc | sm4ks_op  |
      | 0xb4b50633 | sm4ks a2, a0, a1, 2 | 0xffffffffa3cfbe7e | sm4ks_enc | sm4ks_op  |
      | 0xf4b50633 | sm4ks a2, a0, a1, 3 | 0x38fccaa1         | sm4ks_enc | sm4ks_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | sm4ed |
      | sm4ks |
