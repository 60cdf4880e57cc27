@ext:Zfhmin
Feature: Conversion between binary16 and wider formats
  Narrowing rounds once, by rm, also from binary64; widening is exact.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fcvt.h.s |
      | fcvt.s.h |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.s | 0xffffffff00000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff80000000 | rne | 0xffffffffffff8000 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800000 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf800000 | rne | 0xffffffffffffbc00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3fc00000 | rne | 0xffffffffffff3e00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe000 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff38800000 | rne | 0xffffffffffff0400 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33800000 | rne | 0xffffffffffff0001 | 0x00  | fcvt-h-s_op |

    Examples: rounded by the mode
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.s | 0xffffffff3f801000 | rne | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801000 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801000 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801000 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801000 | rmm | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f803000 | rne | 0xffffffffffff3c02 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f803000 | rtz | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f803000 | rdn | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f803000 | rup | 0xffffffffffff3c02 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f803000 | rmm | 0xffffffffffff3c02 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | rne | 0xffffffffffffbc00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | rtz | 0xffffffffffffbc00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | rdn | 0xffffffffffffbc01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | rup | 0xffffffffffffbc00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | rmm | 0xffffffffffffbc01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801200 | rne | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801200 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801200 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801200 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f801200 | rmm | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800800 | rne | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800800 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800800 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800800 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff3f800800 | rmm | 0xffffffffffff3c00 | 0x01  | fcvt-h-s_op |

    Examples: beyond the range
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.s | 0xffffffff477ff000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477ff000 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477ff000 | rdn | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477ff000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477ff000 | rmm | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe800 | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe800 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe800 | rdn | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe800 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff477fe800 | rmm | 0xffffffffffff7bff | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff47800000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff47800000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff47800000 | rdn | 0xffffffffffff7bff | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff47800000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff47800000 | rmm | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffc7800000 | rne | 0xfffffffffffffc00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffc7800000 | rtz | 0xfffffffffffffbff | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffc7800000 | rdn | 0xfffffffffffffc00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffc7800000 | rup | 0xfffffffffffffbff | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffc7800000 | rmm | 0xfffffffffffffc00 | 0x05  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff7f7fffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-s_op |

    Examples: subnormal results
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.s | 0xffffffff387fe000 | rne | 0xffffffffffff0400 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387fe000 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387fe000 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387fe000 | rup | 0xffffffffffff0400 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387fe000 | rmm | 0xffffffffffff0400 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff000 | rne | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff000 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff000 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff000 | rup | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff000 | rmm | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff800 | rne | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff800 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff800 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff800 | rup | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff387ff800 | rmm | 0xffffffffffff0400 | 0x01  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33000000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33000000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33000000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33000000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff33000000 | rmm | 0xffffffffffff0001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff32800000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff32800000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff32800000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff32800000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff32800000 | rmm | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffb3c00000 | rne | 0xffffffffffff8002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffb3c00000 | rtz | 0xffffffffffff8001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffb3c00000 | rdn | 0xffffffffffff8002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffb3c00000 | rup | 0xffffffffffff8001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffb3c00000 | rmm | 0xffffffffffff8002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff34200000 | rne | 0xffffffffffff0002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff34200000 | rtz | 0xffffffffffff0002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff34200000 | rdn | 0xffffffffffff0002 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff34200000 | rup | 0xffffffffffff0003 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff34200000 | rmm | 0xffffffffffff0003 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff00000001 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff00000001 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-s_op |

    Examples: infinities and NaNs
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.s | 0xffffffff7f800000 | rne | 0xffffffffffff7c00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffff800000 | rne | 0xfffffffffffffc00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff7fc00000 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffffc00000 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff7fc00001 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffffffffff | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff7f800001 | rne | 0xffffffffffff7e00 | 0x10  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffff800001 | rne | 0xffffffffffff7e00 | 0x10  | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffff7fffffff | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-s_op |
      | fcvt.s.h | 0xffffffffffff7c00 | rne | 0xffffffff7f800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xfffffffffffffc00 | rne | 0xffffffffff800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff7e00 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xfffffffffffffe01 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffffff | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff7c01 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-h_op |
      | fcvt.s.h | 0xfffffffffffffc01 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-h_op |

    Examples: exact, subnormals too
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.h | 0xffffffffffff0000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff8000 | rne | 0xffffffff80000000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff3c00 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc00 | rne | 0xffffffffbf800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff3c01 | rne | 0xffffffff3f802000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff7bff | rne | 0xffffffff477fe000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff0400 | rne | 0xffffffff38800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff03ff | rne | 0xffffffff387fc000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff0001 | rne | 0xffffffff33800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff8001 | rne | 0xffffffffb3800000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffff0003 | rne | 0xffffffff34400000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc01 | rne | 0xffffffffbf802000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc01 | rtz | 0xffffffffbf802000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc01 | rdn | 0xffffffffbf802000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc01 | rup | 0xffffffffbf802000 | 0x00  | fcvt-s-h_op |
      | fcvt.s.h | 0xffffffffffffbc01 | rmm | 0xffffffffbf802000 | 0x00  | fcvt-s-h_op |

  Scenario Outline: <insn> rounds <a> by frm, which fcsr = <fcsr> holds
    Given fa0 = <a> and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn     | a                  | fcsr | result             | rule        |
      | fcvt.h.s | 0xffffffffbf801000 | 0x00 | 0xffffffffffffbc00 | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | 0x20 | 0xffffffffffffbc00 | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | 0x40 | 0xffffffffffffbc01 | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | 0x60 | 0xffffffffffffbc00 | fcvt-h-s_op |
      | fcvt.h.s | 0xffffffffbf801000 | 0x80 | 0xffffffffffffbc01 | fcvt-h-s_op |

  @rule:zfhmin_instrs
  Scenario: Zfhmin has the instructions that move and convert binary16
    Given fa0 = 0xffffffff3f800000 and a0 = 0x3c01 and a1 = test data + 8
    When the hart executes
      """
      fcvt.h.s fa1, fa0
      fmv.x.h a2, fa1
      fmv.h.x fa2, a0
      fsh fa2, 0(a1)
      flh fa3, 0(a1)
      fcvt.s.h fa4, fa3
      """
    Then a2 = 0x3c00 and fa2 = 0xffffffffffff3c01 and fa3 = 0xffffffffffff3c01 and fa4 = 0xffffffff3f802000
    And no trap is taken
