@ext:F
Feature: Fused multiply-add in binary32
  The exact product and sum are rounded once. fnmadd and fnmsub negate the product, not the sum, which
  shows in the sign of a zero.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fmadd.s  |
      | fmsub.s  |
      | fnmsub.s |
      | fnmadd.s |

  Scenario Outline: <insn> of <a>, <b> and <c>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b> and fa3 = <c>
    When the hart executes "<insn> fa2, fa0, fa1, fa3, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: the four signs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff40400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffff40e00000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff40400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffff40a00000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff40400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffffc0a00000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff40400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffffc0e00000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffffc0400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffffc0a00000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffffc0400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffffc0e00000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffffc0400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffff40e00000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffffc0400000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffff40a00000 | 0x00  | fnmadd-s_op |

    Examples: one rounding, not two
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffffbf800002 | rne | 0xffffffff28800000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffffbf800002 | rne | 0xffffffff40000002 | 0x01  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffffbf800002 | rne | 0xffffffffc0000002 | 0x01  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffffbf800002 | rne | 0xffffffffa8800000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffff3f800000 | rne | 0xffffffff40000001 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffff3f800000 | rtz | 0xffffffff40000001 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffff3f800000 | rdn | 0xffffffff40000001 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffff3f800000 | rup | 0xffffffff40000002 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff3f800001 | 0xffffffff3f800001 | 0xffffffff3f800000 | rmm | 0xffffffff40000001 | 0x01  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f7fffff | 0xffffffff3f800000 | rne | 0xffffffff337ffffe | 0x00  | fmsub-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f7fffff | 0xffffffff3f800000 | rtz | 0xffffffff337ffffe | 0x00  | fmsub-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f7fffff | 0xffffffff3f800000 | rdn | 0xffffffff337ffffe | 0x00  | fmsub-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f7fffff | 0xffffffff3f800000 | rup | 0xffffffff337ffffe | 0x00  | fmsub-s_op  |
      | fmsub.s  | 0xffffffff3f800001 | 0xffffffff3f7fffff | 0xffffffff3f800000 | rmm | 0xffffffff337ffffe | 0x00  | fmsub-s_op  |

    Examples: a product too small to matter still rounds
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rtz | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rdn | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rup | 0xffffffff3f800001 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rmm | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fnmsub.s | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x01  | fnmsub-s_op |
      | fnmsub.s | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rtz | 0xffffffff3f7fffff | 0x01  | fnmsub-s_op |
      | fnmsub.s | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rdn | 0xffffffff3f7fffff | 0x01  | fnmsub-s_op |
      | fnmsub.s | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rup | 0xffffffff3f800000 | 0x01  | fnmsub-s_op |
      | fnmsub.s | 0xffffffff00000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rmm | 0xffffffff3f800000 | 0x01  | fnmsub-s_op |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rtz | 0xffffffff3f7fffff | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rdn | 0xffffffff3f7fffff | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff00000001 | 0xffffffff3f800000 | rup | 0xffffffff3f800000 | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff3f000000 | 0xffffffff7f7fffff | rne | 0xffffffff7f7fffff | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff3f000000 | 0xffffffff7f7fffff | rtz | 0xffffffff7f7ffffe | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff3f000000 | 0xffffffff7f7fffff | rdn | 0xffffffff7f7ffffe | 0x01  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff80000001 | 0xffffffff3f000000 | 0xffffffff7f7fffff | rup | 0xffffffff7f7fffff | 0x01  | fmadd-s_op  |

    Examples: a product beyond the range
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff7f7fffff | 0xffffffff40000000 | 0xffffffffff7fffff | rne | 0xffffffff7f7fffff | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff7f7fffff | 0xffffffff40000000 | 0xffffffff7f7fffff | rne | 0xffffffff7f7fffff | 0x00  | fmsub-s_op  |
      | fmadd.s  | 0xffffffff7f7fffff | 0xffffffff7f7fffff | 0xffffffff00000000 | rne | 0xffffffff7f800000 | 0x05  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff7f7fffff | 0xffffffff7f7fffff | 0xffffffffff800000 | rne | 0xffffffffff800000 | 0x00  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff7f7fffff | 0xffffffff40000000 | 0xffffffff00000000 | rtz | 0xffffffff7f7fffff | 0x05  | fmadd-s_op  |
      | fnmadd.s | 0xffffffff7f7fffff | 0xffffffff40000000 | 0xffffffff00000000 | rdn | 0xffffffffff800000 | 0x05  | fnmadd-s_op |

    Examples: underflow, judged after rounding
      | insn    | a                  | b                  | c                  | rm  | result             | flags | rule       |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f7fffff | 0xffffffff00000000 | rne | 0xffffffff00800000 | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f7fffff | 0xffffffff00000000 | rtz | 0xffffffff007fffff | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f7fffff | 0xffffffff00000000 | rdn | 0xffffffff007fffff | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f7fffff | 0xffffffff00000000 | rup | 0xffffffff00800000 | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f7fffff | 0xffffffff00000000 | rmm | 0xffffffff00800000 | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff007fffff | 0xffffffff3f800001 | 0xffffffff00000000 | rne | 0xffffffff00800000 | 0x01  | fmadd-s_op |
      | fmadd.s | 0xffffffff007fffff | 0xffffffff3f800001 | 0xffffffff00000000 | rtz | 0xffffffff007fffff | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff007fffff | 0xffffffff3f800001 | 0xffffffff00000000 | rdn | 0xffffffff007fffff | 0x03  | fmadd-s_op |
      | fmadd.s | 0xffffffff007fffff | 0xffffffff3f800001 | 0xffffffff00000000 | rup | 0xffffffff00800000 | 0x01  | fmadd-s_op |
      | fmadd.s | 0xffffffff007fffff | 0xffffffff3f800001 | 0xffffffff00000000 | rmm | 0xffffffff00800000 | 0x01  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f000000 | 0xffffffff00000001 | rne | 0xffffffff00400001 | 0x00  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f000000 | 0xffffffff00000001 | rdn | 0xffffffff00400001 | 0x00  | fmadd-s_op |
      | fmadd.s | 0xffffffff00800000 | 0xffffffff3f000000 | 0xffffffff00000001 | rup | 0xffffffff00400001 | 0x00  | fmadd-s_op |
      | fmsub.s | 0xffffffff00000001 | 0xffffffff3f000000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x03  | fmsub-s_op |
      | fmsub.s | 0xffffffff00000001 | 0xffffffff3f000000 | 0xffffffff00000000 | rtz | 0xffffffff00000000 | 0x03  | fmsub-s_op |
      | fmsub.s | 0xffffffff00000001 | 0xffffffff3f000000 | 0xffffffff00000000 | rdn | 0xffffffff00000000 | 0x03  | fmsub-s_op |
      | fmsub.s | 0xffffffff00000001 | 0xffffffff3f000000 | 0xffffffff00000000 | rup | 0xffffffff00000001 | 0x03  | fmsub-s_op |
      | fmsub.s | 0xffffffff00000001 | 0xffffffff3f000000 | 0xffffffff00000000 | rmm | 0xffffffff00000001 | 0x03  | fmsub-s_op |

    Examples: signs of zeros
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rdn | 0xffffffff00000000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fmsub-s_op  |
      | fmsub.s  | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fnmsub-s_op |
      | fnmsub.s | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rne | 0xffffffff80000000 | 0x00  | fnmadd-s_op |
      | fnmadd.s | 0xffffffff00000000 | 0xffffffff3f800000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | rdn | 0xffffffff80000000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | rdn | 0xffffffff40000000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | rdn | 0xffffffffc0000000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | rdn | 0xffffffff80000000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff40000000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff00000000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff00000000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffffc0000000 | 0x00  | fnmadd-s_op |

    Examples: infinity times zero is invalid, whatever is added
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff7f800000 | 0xffffffff00000000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff7f800000 | 0xffffffff00000000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff7f800000 | 0xffffffff00000000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff7f800000 | 0xffffffff00000000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff80000000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x10  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff80000000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x10  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff80000000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x10  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff80000000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x10  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff00000000 | 0xffffffffff800000 | 0xffffffff7fc00001 | rne | 0xffffffff7fc00000 | 0x10  | fmadd-s_op  |
      | fmadd.s  | 0xffffffff7f800000 | 0xffffffff00000000 | 0xffffffff7f800001 | rne | 0xffffffff7fc00000 | 0x10  | fmadd-s_op  |

    Examples: infinities and NaNs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.s  | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff7f800000 | rne | 0xffffffff7f800000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff7f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff7f800000 | rne | 0xffffffff7fc00000 | 0x10  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff7f800000 | rne | 0xffffffffff800000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fmsub-s_op  |
      | fnmsub.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fnmsub-s_op |
      | fnmadd.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff3f800000 | 0xffffffffffc00001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fmadd-s_op  |
      | fmsub.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffffffffff | rne | 0xffffffff7fc00000 | 0x00  | fmsub-s_op  |
      | fmadd.s  | 0xffffffff3f800000 | 0xffffffff7f800001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmadd-s_op  |
      | fnmadd.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fnmadd-s_op |
      | fmadd.s  | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffffff800000 | rne | 0xffffffffff800000 | 0x00  | fmadd-s_op  |
      | fmadd.s  | 0xffffffffff800000 | 0xffffffff40000000 | 0xffffffff3f800000 | rne | 0xffffffffff800000 | 0x00  | fmadd-s_op  |

  Scenario Outline: <insn> may write any of its operands
    Given fa0 = 0xffffffff40400000 and fa1 = 0xffffffff40000000 and fa2 = 0xffffffff3f000000
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                        | rd  | result             | rule        |
      | fmadd.s fa0, fa0, fa1, fa2  | fa0 | 0xffffffff40d00000 | fmadd-s_op  |
      | fmsub.s fa1, fa0, fa1, fa2  | fa1 | 0xffffffff40b00000 | fmsub-s_op  |
      | fnmsub.s fa2, fa0, fa1, fa2 | fa2 | 0xffffffffc0b00000 | fnmsub-s_op |
      | fnmadd.s fa0, fa0, fa0, fa0 | fa0 | 0xffffffffc1400000 | fnmadd-s_op |
