@ext:Zfbfmin
Feature: Conversion between bfloat16 and binary32
  bfloat16 has the exponents of binary32 and eight bits of significand. Narrowing rounds by rm, with subnormals
  and flags as in every other format; it does not merely drop bits. Widening is exact.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn        |
      | fcvt.bf16.s |
      | fcvt.s.bf16 |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.bf16.s | 0xffffffff00000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80000000 | rne | 0xffffffffffff8000 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f800000 | rne | 0xffffffffffff3f80 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf800000 | rne | 0xffffffffffffbf80 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3fc00000 | rne | 0xffffffffffff3fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f0000 | rne | 0xffffffffffff7f7f | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00800000 | rne | 0xffffffffffff0080 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00010000 | rne | 0xffffffffffff0001 | 0x00  | fcvt-bf16-s_op |

    Examples: rounded by the mode
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.bf16.s | 0xffffffff3f808000 | rne | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f808000 | rtz | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f808000 | rdn | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f808000 | rup | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f808000 | rmm | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f818000 | rne | 0xffffffffffff3f82 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f818000 | rtz | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f818000 | rdn | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f818000 | rup | 0xffffffffffff3f82 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f818000 | rmm | 0xffffffffffff3f82 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | rne | 0xffffffffffffbf80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | rtz | 0xffffffffffffbf80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | rdn | 0xffffffffffffbf81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | rup | 0xffffffffffffbf80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | rmm | 0xffffffffffffbf81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f809000 | rne | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f809000 | rtz | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f809000 | rdn | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f809000 | rup | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f809000 | rmm | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f804000 | rne | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f804000 | rtz | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f804000 | rdn | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f804000 | rup | 0xffffffffffff3f81 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff3f804000 | rmm | 0xffffffffffff3f80 | 0x01  | fcvt-bf16-s_op |

    Examples: beyond the range
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.bf16.s | 0xffffffff7f7f8000 | rne | 0xffffffffffff7f80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f8000 | rtz | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f8000 | rdn | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f8000 | rup | 0xffffffffffff7f80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f8000 | rmm | 0xffffffffffff7f80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f4000 | rne | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f4000 | rtz | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f4000 | rdn | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f4000 | rup | 0xffffffffffff7f80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f7f4000 | rmm | 0xffffffffffff7f7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff7fffff | rne | 0xffffffffffffff80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff7fffff | rtz | 0xffffffffffffff7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff7fffff | rdn | 0xffffffffffffff80 | 0x05  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff7fffff | rup | 0xffffffffffffff7f | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff7fffff | rmm | 0xffffffffffffff80 | 0x05  | fcvt-bf16-s_op |

    Examples: subnormal results
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.bf16.s | 0xffffffff007f8000 | rne | 0xffffffffffff0080 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007f8000 | rtz | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007f8000 | rdn | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007f8000 | rup | 0xffffffffffff0080 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007f8000 | rmm | 0xffffffffffff0080 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fc000 | rne | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fc000 | rtz | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fc000 | rdn | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fc000 | rup | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fc000 | rmm | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fe000 | rne | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fe000 | rtz | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fe000 | rdn | 0xffffffffffff007f | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fe000 | rup | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff007fe000 | rmm | 0xffffffffffff0080 | 0x01  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00008000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00008000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00008000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00008000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00008000 | rmm | 0xffffffffffff0001 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00004000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00004000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00004000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00004000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00004000 | rmm | 0xffffffffffff0000 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80018000 | rne | 0xffffffffffff8002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80018000 | rtz | 0xffffffffffff8001 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80018000 | rdn | 0xffffffffffff8002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80018000 | rup | 0xffffffffffff8001 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff80018000 | rmm | 0xffffffffffff8002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00028000 | rne | 0xffffffffffff0002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00028000 | rtz | 0xffffffffffff0002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00028000 | rdn | 0xffffffffffff0002 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00028000 | rup | 0xffffffffffff0003 | 0x03  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff00028000 | rmm | 0xffffffffffff0003 | 0x03  | fcvt-bf16-s_op |

    Examples: infinities and NaNs
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.bf16.s | 0xffffffff7f800000 | rne | 0xffffffffffff7f80 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff800000 | rne | 0xffffffffffffff80 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7fc00000 | rne | 0xffffffffffff7fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffffc00000 | rne | 0xffffffffffff7fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7fc00001 | rne | 0xffffffffffff7fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffffffffff | rne | 0xffffffffffff7fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7f800001 | rne | 0xffffffffffff7fc0 | 0x10  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffff800001 | rne | 0xffffffffffff7fc0 | 0x10  | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffff7fffffff | rne | 0xffffffffffff7fc0 | 0x00  | fcvt-bf16-s_op |
      | fcvt.s.bf16 | 0xffffffffffff7f80 | rne | 0xffffffff7f800000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffff80 | rne | 0xffffffffff800000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff7fc0 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffffc1 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffffff | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff7f81 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffff81 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-bf16_op |

    Examples: exact, subnormals too
      | insn        | a                  | rm  | result             | flags | rule           |
      | fcvt.s.bf16 | 0xffffffffffff0000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff8000 | rne | 0xffffffff80000000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff3f80 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf80 | rne | 0xffffffffbf800000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff3f81 | rne | 0xffffffff3f810000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff7f7f | rne | 0xffffffff7f7f0000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff0080 | rne | 0xffffffff00800000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff007f | rne | 0xffffffff007f0000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff0001 | rne | 0xffffffff00010000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff8001 | rne | 0xffffffff80010000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffff0003 | rne | 0xffffffff00030000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf81 | rne | 0xffffffffbf810000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf81 | rtz | 0xffffffffbf810000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf81 | rdn | 0xffffffffbf810000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf81 | rup | 0xffffffffbf810000 | 0x00  | fcvt-s-bf16_op |
      | fcvt.s.bf16 | 0xffffffffffffbf81 | rmm | 0xffffffffbf810000 | 0x00  | fcvt-s-bf16_op |

  Scenario Outline: <insn> rounds <a> by frm, which fcsr = <fcsr> holds
    Given fa0 = <a> and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn        | a                  | fcsr | result             | rule           |
      | fcvt.bf16.s | 0xffffffffbf808000 | 0x00 | 0xffffffffffffbf80 | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | 0x20 | 0xffffffffffffbf80 | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | 0x40 | 0xffffffffffffbf81 | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | 0x60 | 0xffffffffffffbf80 | fcvt-bf16-s_op |
      | fcvt.bf16.s | 0xffffffffbf808000 | 0x80 | 0xffffffffffffbf81 | fcvt-bf16-s_op |

  @rule:bf16_canonical_NaN
  Scenario Outline: A NaN becomes the canonical NaN of bfloat16
    Given fa0 = <a>
    When the hart executes "fcvt.bf16.s fa2, fa0"
    Then fa2 = 0xffffffffffff7fc0

    Examples:
      | a                  |
      | 0xffffffff7fc00001 |
      | 0xffffffffffc00000 |
      | 0xffffffffffffffff |
      | 0xffffffff7f800001 |
      | 0xffffffff7f80ffff |

  @rule:flh_op @rule:fsh_op @rule:fmv-h-x_op @rule:fmv-x-h_op
  Scenario: bfloat16 is loaded, stored and moved as any 16 bits are
    Given a0 = 0x7f81 and a1 = test data + 8
    When the hart executes
      """
      fmv.h.x fa2, a0
      fsh fa2, 0(a1)
      flh fa3, 0(a1)
      fmv.x.h a2, fa3
      """
    Then a2 = 0x7f81 and fa2 = 0xffffffffffff7f81 and fa3 = 0xffffffffffff7f81 and test data + 8 holds halfword 0x7f81
    And no trap is taken
