@ext:Zknh
Feature: The functions of SHA-256
  They work on the low word of rs1 and sign-extend the word that results.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: one bit goes to three places
      | insn       | a          | result             | rules         |
      | sha256sig0 | 1          | 0x2004000          | sha256sig0_op |
      | sha256sig0 | 0x80000000 | 0x11002000         | sha256sig0_op |
      | sha256sig0 | 8          | 0x10020001         | sha256sig0_op |
      | sha256sig0 | 0x400      | 0x1000088          | sha256sig0_op |
      | sha256sig1 | 1          | 0xa000             | sha256sig1_op |
      | sha256sig1 | 0x80000000 | 0x205000           | sha256sig1_op |
      | sha256sig1 | 8          | 0x50000            | sha256sig1_op |
      | sha256sig1 | 0x400      | 0x2800001          | sha256sig1_op |
      | sha256sum0 | 1          | 0x40080400         | sha256sum0_op |
      | sha256sum0 | 0x80000000 | 0x20040200         | sha256sum0_op |
      | sha256sum0 | 8          | 0x402002           | sha256sum0_op |
      | sha256sum0 | 0x400      | 0x20100100         | sha256sum0_op |
      | sha256sum1 | 1          | 0x4200080          | sha256sum1_op |
      | sha256sum1 | 0x80000000 | 0x2100040          | sha256sum1_op |
      | sha256sum1 | 8          | 0x21000400         | sha256sum1_op |
      | sha256sum1 | 0x400      | 0xffffffff80020010 | sha256sum1_op |

    Examples: the upper half makes no difference, and the sign is extended
      | insn       | a                  | result             | rules         |
      | sha256sig0 | 0xffffffff00000000 | 0                  | sha256sig0_op |
      | sha256sig0 | 0xffffffffffffffff | 0x1fffffff         | sha256sig0_op |
      | sha256sig0 | 0xdeadbeef12345678 | 0xffffffffe7fce6ee | sha256sig0_op |
      | sha256sig0 | 0x7fffffff         | 0xeffdfff          | sha256sig0_op |
      | sha256sig0 | 0                  | 0                  | sha256sig0_op |
      | sha256sig1 | 0xffffffff00000000 | 0                  | sha256sig1_op |
      | sha256sig1 | 0xffffffffffffffff | 0x3fffff           | sha256sig1_op |
      | sha256sig1 | 0xdeadbeef12345678 | 0xffffffffa1f78649 | sha256sig1_op |
      | sha256sig1 | 0x7fffffff         | 0x1fafff           | sha256sig1_op |
      | sha256sig1 | 0                  | 0                  | sha256sig1_op |
      | sha256sum0 | 0xffffffff00000000 | 0                  | sha256sum0_op |
      | sha256sum0 | 0xffffffffffffffff | 0xffffffffffffffff | sha256sum0_op |
      | sha256sum0 | 0xdeadbeef12345678 | 0x66146474         | sha256sum0_op |
      | sha256sum0 | 0x7fffffff         | 0xffffffffdffbfdff | sha256sum0_op |
      | sha256sum0 | 0                  | 0                  | sha256sum0_op |
      | sha256sum1 | 0xffffffff00000000 | 0                  | sha256sum1_op |
      | sha256sum1 | 0xffffffffffffffff | 0xffffffffffffffff | sha256sum1_op |
      | sha256sum1 | 0xdeadbeef12345678 | 0x3561abda         | sha256sum1_op |
      | sha256sum1 | 0x7fffffff         | 0xfffffffffdefffbf | sha256sum1_op |
      | sha256sum1 | 0                  | 0                  | sha256sum1_op |

  @rule:sha256sig0_op @rule:sha256sig1_op @rule:sha256sum0_op @rule:sha256sum1_op
  Scenario: The SHA-256 digest of "abc", the example of FIPS 180-4
    The padded message is in test data, of which the 64 bytes hold the sixteen words of the schedule
    that are still needed; a0 to a7 hold the working variables, s4 to s11 the initial hash value.
    Given a0 = 0x6a09e667 and a1 = 0xbb67ae85 and a2 = 0x3c6ef372 and a3 = 0xa54ff53a
    And a4 = 0x510e527f and a5 = 0x9b05688c and a6 = 0x1f83d9ab and a7 = 0x5be0cd19
    And s4 = 0x6a09e667 and s5 = 0xbb67ae85 and s6 = 0x3c6ef372 and s7 = 0xa54ff53a
    And s8 = 0x510e527f and s9 = 0x9b05688c and s10 = 0x1f83d9ab and s11 = 0x5be0cd19
    And s0 = test data
    And test data + 0 holds 0x61626380 and test data + 8 holds 0x0 and test data + 16 holds 0x0 and test data + 24 holds 0x0
    And test data + 32 holds 0x0 and test data + 40 holds 0x0 and test data + 48 holds 0x0 and test data + 56 holds 0x1800000000
    When the hart executes
      """
      la s1, constants
      la s2, end
      li s3, 0
      round:
      lw t0, 0(s1)
      add t6, s0, s3; lw t1, 0(t6)
      sha256sum1 t2, a4; add t2, t2, a7; add t2, t2, t0; add t2, t2, t1
      xor t3, a5, a6; and t3, t3, a4; xor t3, t3, a6; add t2, t2, t3
      sha256sum0 t3, a0
      or t4, a0, a1; and t4, t4, a2; and t5, a0, a1; or t4, t4, t5; add t3, t3, t4
      mv a7, a6; mv a6, a5; mv a5, a4; addw a4, a3, t2
      mv a3, a2; mv a2, a1; mv a1, a0; addw a0, t2, t3
      addi t4, s3, 4; andi t4, t4, 63; add t4, t4, s0; lw t4, 0(t4); sha256sig0 t4, t4; addw t1, t1, t4
      addi t4, s3, 36; andi t4, t4, 63; add t4, t4, s0; lw t4, 0(t4); addw t1, t1, t4
      addi t4, s3, 56; andi t4, t4, 63; add t4, t4, s0; lw t4, 0(t4); sha256sig1 t4, t4; addw t1, t1, t4
      sw t1, 0(t6)
      addi s3, s3, 4; andi s3, s3, 63
      addi s1, s1, 4
      bne s1, s2, round
      addw a0, a0, s4; addw a1, a1, s5; addw a2, a2, s6; addw a3, a3, s7
      addw a4, a4, s8; addw a5, a5, s9; addw a6, a6, s10; addw a7, a7, s11
      j done
      .balign 8
      constants:
      .word 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5
      .word 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174
      .word 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da
      .word 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967
      .word 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85
      .word 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070
      .word 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3
      .word 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
      end:
      done:
      """
    Then a0 = 0xffffffffba7816bf and a1 = 0xffffffff8f01cfea and a2 = 0x414140de and a3 = 0x5dae2223
    And a4 = 0xffffffffb00361a3 and a5 = 0xffffffff96177a9c and a6 = 0xffffffffb410ff61 and a7 = 0xfffffffff20015ad
    And no trap is taken

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x61626380 and a1 = 0
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning           | result             | encoding       | operation     |
      | 0x10251613 | sha256sig0 a2, a0 | 0xffffffff940e90ef | sha256sig0_enc | sha256sig0_op |
      | 0x10351613 | sha256sig1 a2, a0 | 0x7da86405         | sha256sig1_enc | sha256sig1_op |
      | 0x10051613 | sha256sum0 a2, a0 | 0xffffffff8dd59276 | sha256sum0_enc | sha256sum0_op |
      | 0x10151613 | sha256sum1 a2, a0 | 0xffffffffc0b865f2 | sha256sum1_enc | sha256sum1_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | sha256sig0 |
      | sha256sig1 |
      | sha256sum0 |
      | sha256sum1 |
