@ext:Zknh
Feature: The functions of SHA-512
  They work on the whole of rs1. Those whose name ends in h, l or r are RV32's.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: one bit goes to three places
      | insn       | a                  | result             | rules         |
      | sha512sig0 | 1                  | 0x8100000000000000 | sha512sig0_op |
      | sha512sig0 | 0x8000000000000000 | 0x4180000000000000 | sha512sig0_op |
      | sha512sig0 | 64                 | 0x4000000000000020 | sha512sig0_op |
      | sha512sig0 | 0x0000000100000000 | 0x83000000         | sha512sig0_op |
      | sha512sig1 | 1                  | 0x0000200000000008 | sha512sig1_op |
      | sha512sig1 | 0x8000000000000000 | 0x0200100000000004 | sha512sig1_op |
      | sha512sig1 | 64                 | 0x0008000000000201 | sha512sig1_op |
      | sha512sig1 | 0x0000000100000000 | 0x0000000804002000 | sha512sig1_op |
      | sha512sum0 | 1                  | 0x0000001042000000 | sha512sum0_op |
      | sha512sum0 | 0x8000000000000000 | 0x0000000821000000 | sha512sum0_op |
      | sha512sum0 | 64                 | 0x0000041080000000 | sha512sum0_op |
      | sha512sum0 | 0x0000000100000000 | 0x4200000000000010 | sha512sum0_op |
      | sha512sum1 | 1                  | 0x0004400000800000 | sha512sum1_op |
      | sha512sum1 | 0x8000000000000000 | 0x0002200000400000 | sha512sum1_op |
      | sha512sum1 | 64                 | 0x0110000020000000 | sha512sum1_op |
      | sha512sum1 | 0x0000000100000000 | 0x0080000000044000 | sha512sum1_op |

    Examples: all of the register counts
      | insn       | a                  | result             | rules         |
      | sha512sig0 | 0xffffffffffffffff | 0x01ffffffffffffff | sha512sig0_op |
      | sha512sig0 | 0                  | 0                  | sha512sig0_op |
      | sha512sig0 | 0x123456789abcdef0 | 0xf92c77c6c4f1aa1b | sha512sig0_op |
      | sha512sig0 | 0xffffffff         | 0x7f0000007effffff | sha512sig0_op |
      | sha512sig0 | 0x7fffffffffffffff | 0x407fffffffffffff | sha512sig0_op |
      | sha512sig1 | 0xffffffffffffffff | 0x03ffffffffffffff | sha512sig1_op |
      | sha512sig1 | 0                  | 0                  | sha512sig1_op |
      | sha512sig1 | 0x123456789abcdef0 | 0x0a3460dbbd4317ac | sha512sig1_op |
      | sha512sig1 | 0xffffffff         | 0xffffe007fc001ff8 | sha512sig1_op |
      | sha512sig1 | 0x7fffffffffffffff | 0x01ffeffffffffffb | sha512sig1_op |
      | sha512sum0 | 0xffffffffffffffff | 0xffffffffffffffff | sha512sum0_op |
      | sha512sum0 | 0                  | 0                  | sha512sum0_op |
      | sha512sum0 | 0x123456789abcdef0 | 0x7c57a100c7ec1abb | sha512sum0_op |
      | sha512sum0 | 0xffffffff         | 0xc1fffff03e00000f | sha512sum0_op |
      | sha512sum0 | 0x7fffffffffffffff | 0xfffffff7deffffff | sha512sum0_op |
      | sha512sum1 | 0xffffffffffffffff | 0xffffffffffffffff | sha512sum1_op |
      | sha512sum1 | 0                  | 0                  | sha512sum1_op |
      | sha512sum1 | 0x123456789abcdef0 | 0x7031123334755677 | sha512sum1_op |
      | sha512sum1 | 0xffffffff         | 0x007c3fffff83c000 | sha512sum1_op |
      | sha512sum1 | 0x7fffffffffffffff | 0xfffddfffffbfffff | sha512sum1_op |

  @rule:sha512sig0_op @rule:sha512sig1_op @rule:sha512sum0_op @rule:sha512sum1_op
  Scenario: The SHA-512 digest of "abc", the example of FIPS 180-4
    The padded message is in test data, of which the 128 bytes hold the sixteen words of the schedule
    that are still needed; a0 to a7 hold the working variables, s4 to s11 the initial hash value.
    Given a0 = 0x6a09e667f3bcc908 and a1 = 0xbb67ae8584caa73b and a2 = 0x3c6ef372fe94f82b and a3 = 0xa54ff53a5f1d36f1
    And a4 = 0x510e527fade682d1 and a5 = 0x9b05688c2b3e6c1f and a6 = 0x1f83d9abfb41bd6b and a7 = 0x5be0cd19137e2179
    And s4 = 0x6a09e667f3bcc908 and s5 = 0xbb67ae8584caa73b and s6 = 0x3c6ef372fe94f82b and s7 = 0xa54ff53a5f1d36f1
    And s8 = 0x510e527fade682d1 and s9 = 0x9b05688c2b3e6c1f and s10 = 0x1f83d9abfb41bd6b and s11 = 0x5be0cd19137e2179
    And s0 = test data
    And test data + 0 holds 0x6162638000000000 and test data + 8 holds 0x0 and test data + 16 holds 0x0 and test data + 24 holds 0x0
    And test data + 32 holds 0x0 and test data + 40 holds 0x0 and test data + 48 holds 0x0 and test data + 56 holds 0x0
    And test data + 64 holds 0x0 and test data + 72 holds 0x0 and test data + 80 holds 0x0 and test data + 88 holds 0x0
    And test data + 96 holds 0x0 and test data + 104 holds 0x0 and test data + 112 holds 0x0 and test data + 120 holds 0x18
    When the hart executes
      """
      la s1, constants
      la s2, end
      li s3, 0
      round:
      ld t0, 0(s1)
      add t6, s0, s3; ld t1, 0(t6)
      sha512sum1 t2, a4; add t2, t2, a7; add t2, t2, t0; add t2, t2, t1
      xor t3, a5, a6; and t3, t3, a4; xor t3, t3, a6; add t2, t2, t3
      sha512sum0 t3, a0
      or t4, a0, a1; and t4, t4, a2; and t5, a0, a1; or t4, t4, t5; add t3, t3, t4
      mv a7, a6; mv a6, a5; mv a5, a4; add a4, a3, t2
      mv a3, a2; mv a2, a1; mv a1, a0; add a0, t2, t3
      addi t4, s3, 8; andi t4, t4, 127; add t4, t4, s0; ld t4, 0(t4); sha512sig0 t4, t4; add t1, t1, t4
      addi t4, s3, 72; andi t4, t4, 127; add t4, t4, s0; ld t4, 0(t4); add t1, t1, t4
      addi t4, s3, 112; andi t4, t4, 127; add t4, t4, s0; ld t4, 0(t4); sha512sig1 t4, t4; add t1, t1, t4
      sd t1, 0(t6)
      addi s3, s3, 8; andi s3, s3, 127
      addi s1, s1, 8
      bne s1, s2, round
      add a0, a0, s4; add a1, a1, s5; add a2, a2, s6; add a3, a3, s7
      add a4, a4, s8; add a5, a5, s9; add a6, a6, s10; add a7, a7, s11
      j done
      .balign 8
      constants:
      .dword 0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc
      .dword 0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118
      .dword 0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2
      .dword 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694
      .dword 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65
      .dword 0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5
      .dword 0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4
      .dword 0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70
      .dword 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df
      .dword 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b
      .dword 0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30
      .dword 0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8
      .dword 0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8
      .dword 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3
      .dword 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec
      .dword 0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b
      .dword 0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178
      .dword 0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b
      .dword 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c
      .dword 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817
      end:
      done:
      """
    Then a0 = 0xddaf35a193617aba and a1 = 0xcc417349ae204131 and a2 = 0x12e6fa4e89a97ea2 and a3 = 0x0a9eeee64b55d39a
    And a4 = 0x2192992a274fc1a8 and a5 = 0x36ba3c23a3feebbd and a6 = 0x454d4423643ce80e and a7 = 0x2a9ac94fa54ca49f
    And no trap is taken

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x6162638000000000 and a1 = 0
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning           | result             | encoding       | operation     |
      | 0x10651613 | sha512sig0 a2, a0 | 0x3012976480000000 | sha512sig0_enc | sha512sig0_op |
      | 0x10751613 | sha512sig1 a2, a0 | 0x0a9699a24c700003 | sha512sig1_enc | sha512sig1_op |
      | 0x10451613 | sha512sum0 a2, a0 | 0x000000060ebc6427 | sha512sum0_enc | sha512sum0_op |
      | 0x10551613 | sha512sum1 a2, a0 | 0xc0019dd116d0b131 | sha512sum1_enc | sha512sum1_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | sha512sig0 |
      | sha512sig1 |
      | sha512sum0 |
      | sha512sum1 |
