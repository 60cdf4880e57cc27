@ext:Zbb|Zbkb
Feature: Rotations
  The bits that leave at one end enter at the other. Six bits of an amount count, of a word five; the
  result of a word is sign-extended.

  Scenario Outline: <insn> of <a> by <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: six bits of the amount count
      | insn | a                  | b                  | result             | rules                        |
      | rol  | 0x8123456789abcde7 | 0                  | 0x8123456789abcde7 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 1                  | 0x02468acf13579bcf | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 31                 | 0xc4d5e6f3c091a2b3 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 32                 | 0x89abcde781234567 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 33                 | 0x13579bcf02468acf | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 63                 | 0xc091a2b3c4d5e6f3 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 64                 | 0x8123456789abcde7 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 65                 | 0x02468acf13579bcf | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 0xffffffffffffffff | 0xc091a2b3c4d5e6f3 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 0x0000000100000000 | 0x8123456789abcde7 | rol_op, zbb_rotate_semantics |
      | rol  | 0x8123456789abcde7 | 0x8000000000000020 | 0x89abcde781234567 | rol_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 0                  | 0x8123456789abcde7 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 1                  | 0xc091a2b3c4d5e6f3 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 31                 | 0x13579bcf02468acf | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 32                 | 0x89abcde781234567 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 33                 | 0xc4d5e6f3c091a2b3 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 63                 | 0x02468acf13579bcf | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 64                 | 0x8123456789abcde7 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 65                 | 0xc091a2b3c4d5e6f3 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 0xffffffffffffffff | 0x02468acf13579bcf | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 0x0000000100000000 | 0x8123456789abcde7 | ror_op, zbb_rotate_semantics |
      | ror  | 0x8123456789abcde7 | 0x8000000000000020 | 0x89abcde781234567 | ror_op, zbb_rotate_semantics |

    Examples: five bits of the amount count for a word, and the upper half takes no part
      | insn | a                  | b                  | result             | rules                                                      |
      | rolw | 0xdeadbeef80000001 | 0                  | 0xffffffff80000001 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 1                  | 3                  | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 31                 | 0xffffffffc0000000 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 32                 | 0xffffffff80000001 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 33                 | 3                  | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 63                 | 0xffffffffc0000000 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 64                 | 0xffffffff80000001 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 65                 | 3                  | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 0xffffffffffffffff | 0xffffffffc0000000 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 0x0000000100000000 | 0xffffffff80000001 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xdeadbeef80000001 | 0x8000000000000020 | 0xffffffff80000001 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 0                  | 0xffffffff80000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 1                  | 0xffffffffc0000000 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 31                 | 3                  | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 32                 | 0xffffffff80000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 33                 | 0xffffffffc0000000 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 63                 | 3                  | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 64                 | 0xffffffff80000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 65                 | 0xffffffffc0000000 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 0xffffffffffffffff | 3                  | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 0x0000000100000000 | 0xffffffff80000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000001 | 0x8000000000000020 | 0xffffffff80000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xffffffff40000000 | 1                  | 0xffffffff80000000 | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xffffffff00000001 | 1                  | 0xffffffff80000000 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rolw | 0xffffffff00000000 | 4                  | 0                  | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xffffffff00000000 | 4                  | 0                  | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |

  Scenario Outline: <insn> of <a> by the immediate <amount> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0, <amount>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: doublewords
      | insn | a                  | amount | result             | rules                         |
      | rori | 0x8123456789abcde7 | 0      | 0x8123456789abcde7 | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 1      | 0xc091a2b3c4d5e6f3 | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 4      | 0x78123456789abcde | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 31     | 0x13579bcf02468acf | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 32     | 0x89abcde781234567 | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 33     | 0xc4d5e6f3c091a2b3 | rori_op, zbb_rotate_semantics |
      | rori | 0x8123456789abcde7 | 63     | 0x02468acf13579bcf | rori_op, zbb_rotate_semantics |

    Examples: words
      | insn  | a                  | amount | result             | rules                                                       |
      | roriw | 0xdeadbeef80000001 | 0      | 0xffffffff80000001 | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xdeadbeef80000001 | 1      | 0xffffffffc0000000 | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xdeadbeef80000001 | 4      | 0x18000000         | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xdeadbeef80000001 | 16     | 0x18000            | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xdeadbeef80000001 | 31     | 3                  | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xffffffff00000001 | 1      | 0xffffffff80000000 | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | roriw | 0xffffffff00000000 | 7      | 0                  | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |

  @rule:zbb_rotate_semantics
  Scenario Outline: Rotating left by <amount> and right again gives the value back
    Given a0 = 0x0123456789abcdef and a1 = <amount>
    When the hart executes "rol a2, a0, a1; ror a2, a2, a1; rolw a3, a0, a1; rorw a3, a3, a1; sext.w a4, a0"
    Then a2 = 0x0123456789abcdef [rol_op, ror_op]
    And a3 = a4 [rolw_op, rorw_op]

    Examples:
      | amount |
      | 0      |
      | 7      |
      | 31     |
      | 32     |
      | 45     |
      | 63     |
      | -1     |

  @rule:bitmanip_w_suffix_semantics
  Scenario Outline: <insn> by <amount> does not see the upper half of its source
    Given a0 = 0xdeadbeef8badf00d and a1 = 13 and a3 = 0x000000008badf00d and a4 = 0xffffffff8badf00d
    When the hart executes "<insn> a2, a0, <amount>; <insn> a5, a3, <amount>; <insn> a6, a4, <amount>"
    Then a2 = a5 and a5 = a6
    And nothing else changes but a5 and a6

    Examples:
      | insn  | amount |
      | rolw  | a1     |
      | rorw  | a1     |
      | rolw  | x0     |
      | rorw  | x0     |
      | roriw | 0      |
      | roriw | 13     |

  @rule:bitmanip_w_suffix_semantics
  Scenario Outline: The upper half of the amount of <insn> makes no difference
    Given a0 = 0x0000000012345678 and a1 = 0xdeadbeeffffffffe and a3 = 30
    When the hart executes "<insn> a2, a0, a1; <insn> a4, a0, a3"
    Then a2 = a4

    Examples:
      | insn |
      | rolw |
      | rorw |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | rol   |
      | rolw  |
      | ror   |
      | rori  |
      | rorw  |
      | roriw |
