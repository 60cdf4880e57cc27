@ext:D
Feature: Arithmetic in binary64
  One rounding of the exact result, in the mode of the rm field; the flags say what became of it. A NaN
  that comes out is the canonical one, and whether a result is tiny is judged after rounding.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fadd.d  |
      | fsub.d  |
      | fmul.d  |
      | fdiv.d  |
      | fsqrt.d |

  Scenario Outline: <insn> of <a> and <b>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact results set no flag
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x4000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x3ff8000000000000 | 0xbfe0000000000000 | rne | 0x3ff0000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x4008000000000000 | 0x3ff0000000000000 | rne | 0x4000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x4008000000000000 | rne | 0xc000000000000000 | 0x00  | fsub-d_op |
      | fmul.d | 0x3ff8000000000000 | 0x4000000000000000 | rne | 0x4008000000000000 | 0x00  | fmul-d_op |
      | fmul.d | 0xc008000000000000 | 0x3fe0000000000000 | rne | 0xbff8000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x4008000000000000 | 0x4000000000000000 | rne | 0x3ff8000000000000 | 0x00  | fdiv-d_op |
      | fdiv.d | 0xbff0000000000000 | 0xc000000000000000 | rne | 0x3fe0000000000000 | 0x00  | fdiv-d_op |

    Examples: what lies half way goes where the mode says
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x3ff0000000000000 | 0x3ca0000000000000 | rne | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x3ca0000000000000 | rtz | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x3ca0000000000000 | rdn | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x3ca0000000000000 | rup | 0x3ff0000000000001 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x3ca0000000000000 | rmm | 0x3ff0000000000001 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000001 | 0x3ca0000000000000 | rne | 0x3ff0000000000002 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000001 | 0x3ca0000000000000 | rtz | 0x3ff0000000000001 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000001 | 0x3ca0000000000000 | rdn | 0x3ff0000000000001 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000001 | 0x3ca0000000000000 | rup | 0x3ff0000000000002 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000001 | 0x3ca0000000000000 | rmm | 0x3ff0000000000002 | 0x01  | fadd-d_op |
      | fsub.d | 0xbff0000000000000 | 0x3ca0000000000000 | rne | 0xbff0000000000000 | 0x01  | fsub-d_op |
      | fsub.d | 0xbff0000000000000 | 0x3ca0000000000000 | rtz | 0xbff0000000000000 | 0x01  | fsub-d_op |
      | fsub.d | 0xbff0000000000000 | 0x3ca0000000000000 | rdn | 0xbff0000000000001 | 0x01  | fsub-d_op |
      | fsub.d | 0xbff0000000000000 | 0x3ca0000000000000 | rup | 0xbff0000000000000 | 0x01  | fsub-d_op |
      | fsub.d | 0xbff0000000000000 | 0x3ca0000000000000 | rmm | 0xbff0000000000001 | 0x01  | fsub-d_op |

    Examples: what lies elsewhere
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.d | 0x3ff0000000000000 | 0x4008000000000000 | rne | 0x3fd5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0x4008000000000000 | rtz | 0x3fd5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0x4008000000000000 | rdn | 0x3fd5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0x4008000000000000 | rup | 0x3fd5555555555556 | 0x01  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0x4008000000000000 | rmm | 0x3fd5555555555555 | 0x01  | fdiv-d_op |
      | fmul.d | 0x3ff0000000000001 | 0x3ff0000000000001 | rne | 0x3ff0000000000002 | 0x01  | fmul-d_op |
      | fmul.d | 0x3ff0000000000001 | 0x3ff0000000000001 | rtz | 0x3ff0000000000002 | 0x01  | fmul-d_op |
      | fmul.d | 0x3ff0000000000001 | 0x3ff0000000000001 | rdn | 0x3ff0000000000002 | 0x01  | fmul-d_op |
      | fmul.d | 0x3ff0000000000001 | 0x3ff0000000000001 | rup | 0x3ff0000000000003 | 0x01  | fmul-d_op |
      | fmul.d | 0x3ff0000000000001 | 0x3ff0000000000001 | rmm | 0x3ff0000000000002 | 0x01  | fmul-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x0000000000000001 | rtz | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x0000000000000001 | rdn | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x0000000000000001 | rup | 0x3ff0000000000001 | 0x01  | fadd-d_op |
      | fadd.d | 0x3ff0000000000000 | 0x0000000000000001 | rmm | 0x3ff0000000000000 | 0x01  | fadd-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x01  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x0000000000000001 | rtz | 0x3fefffffffffffff | 0x01  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x0000000000000001 | rdn | 0x3fefffffffffffff | 0x01  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x0000000000000001 | rup | 0x3ff0000000000000 | 0x01  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x0000000000000001 | rmm | 0x3ff0000000000000 | 0x01  | fsub-d_op |
      | fdiv.d | 0xc000000000000000 | 0x4008000000000000 | rne | 0xbfe5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0xc000000000000000 | 0x4008000000000000 | rtz | 0xbfe5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0xc000000000000000 | 0x4008000000000000 | rdn | 0xbfe5555555555556 | 0x01  | fdiv-d_op |
      | fdiv.d | 0xc000000000000000 | 0x4008000000000000 | rup | 0xbfe5555555555555 | 0x01  | fdiv-d_op |
      | fdiv.d | 0xc000000000000000 | 0x4008000000000000 | rmm | 0xbfe5555555555555 | 0x01  | fdiv-d_op |

    Examples: overflow gives infinity or the largest number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x7fefffffffffffff | 0x7fefffffffffffff | rne | 0x7ff0000000000000 | 0x05  | fadd-d_op |
      | fadd.d | 0x7fefffffffffffff | 0x7fefffffffffffff | rtz | 0x7fefffffffffffff | 0x05  | fadd-d_op |
      | fadd.d | 0x7fefffffffffffff | 0x7fefffffffffffff | rdn | 0x7fefffffffffffff | 0x05  | fadd-d_op |
      | fadd.d | 0x7fefffffffffffff | 0x7fefffffffffffff | rup | 0x7ff0000000000000 | 0x05  | fadd-d_op |
      | fadd.d | 0x7fefffffffffffff | 0x7fefffffffffffff | rmm | 0x7ff0000000000000 | 0x05  | fadd-d_op |
      | fmul.d | 0xffefffffffffffff | 0x4000000000000000 | rne | 0xfff0000000000000 | 0x05  | fmul-d_op |
      | fmul.d | 0xffefffffffffffff | 0x4000000000000000 | rtz | 0xffefffffffffffff | 0x05  | fmul-d_op |
      | fmul.d | 0xffefffffffffffff | 0x4000000000000000 | rdn | 0xfff0000000000000 | 0x05  | fmul-d_op |
      | fmul.d | 0xffefffffffffffff | 0x4000000000000000 | rup | 0xffefffffffffffff | 0x05  | fmul-d_op |
      | fmul.d | 0xffefffffffffffff | 0x4000000000000000 | rmm | 0xfff0000000000000 | 0x05  | fmul-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fe0000000000000 | rne | 0x7ff0000000000000 | 0x05  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fe0000000000000 | rtz | 0x7fefffffffffffff | 0x05  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fe0000000000000 | rdn | 0x7fefffffffffffff | 0x05  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fe0000000000000 | rup | 0x7ff0000000000000 | 0x05  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fe0000000000000 | rmm | 0x7ff0000000000000 | 0x05  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x3fefffffffffffff | rne | 0x7ff0000000000000 | 0x05  | fdiv-d_op |
      | fadd.d | 0x7fefffffffffffff | 0x7c90000000000000 | rne | 0x7ff0000000000000 | 0x05  | fadd-d_op |

    Examples: subnormal numbers, exact
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x0000000000000001 | 0x0000000000000001 | rne | 0x0000000000000002 | 0x00  | fadd-d_op |
      | fadd.d | 0x000fffffffffffff | 0x0000000000000001 | rne | 0x0010000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x0010000000000000 | 0x0000000000000001 | rne | 0x000fffffffffffff | 0x00  | fsub-d_op |
      | fsub.d | 0x0010000000000001 | 0x0010000000000000 | rne | 0x0000000000000001 | 0x00  | fsub-d_op |
      | fmul.d | 0x0010000000000000 | 0x3fe0000000000000 | rne | 0x0008000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x0010000000000002 | 0x4000000000000000 | rne | 0x0008000000000001 | 0x00  | fdiv-d_op |
      | fmul.d | 0x0000000000000001 | 0x4000000000000000 | rne | 0x0000000000000002 | 0x00  | fmul-d_op |
      | fadd.d | 0x8010000000000000 | 0x0000000000000001 | rne | 0x800fffffffffffff | 0x00  | fadd-d_op |

    Examples: subnormal numbers, inexact: underflow
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.d | 0x0000000000000001 | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0000000000000001 | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0000000000000001 | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0000000000000001 | 0x3fe0000000000000 | rup | 0x0000000000000001 | 0x03  | fmul-d_op |
      | fmul.d | 0x0000000000000001 | 0x3fe0000000000000 | rmm | 0x0000000000000001 | 0x03  | fmul-d_op |
      | fmul.d | 0x8000000000000001 | 0x3fe0000000000000 | rne | 0x8000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x8000000000000001 | 0x3fe0000000000000 | rtz | 0x8000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x8000000000000001 | 0x3fe0000000000000 | rdn | 0x8000000000000001 | 0x03  | fmul-d_op |
      | fmul.d | 0x8000000000000001 | 0x3fe0000000000000 | rup | 0x8000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x8000000000000001 | 0x3fe0000000000000 | rmm | 0x8000000000000001 | 0x03  | fmul-d_op |
      | fdiv.d | 0x0010000000000001 | 0x4000000000000000 | rne | 0x0008000000000000 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x0010000000000001 | 0x4000000000000000 | rtz | 0x0008000000000000 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x0010000000000001 | 0x4000000000000000 | rdn | 0x0008000000000000 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x0010000000000001 | 0x4000000000000000 | rup | 0x0008000000000001 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x0010000000000001 | 0x4000000000000000 | rmm | 0x0008000000000001 | 0x03  | fdiv-d_op |
      | fmul.d | 0x0010000000000000 | 0x3ca0000000000000 | rne | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3ca0000000000000 | rtz | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3ca0000000000000 | rdn | 0x0000000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3ca0000000000000 | rup | 0x0000000000000001 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3ca0000000000000 | rmm | 0x0000000000000001 | 0x03  | fmul-d_op |

    Examples: tininess is detected after rounding: these become the smallest normal number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.d | 0x0010000000000000 | 0x3fefffffffffffff | rne | 0x0010000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3fefffffffffffff | rtz | 0x000fffffffffffff | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3fefffffffffffff | rdn | 0x000fffffffffffff | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3fefffffffffffff | rup | 0x0010000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x0010000000000000 | 0x3fefffffffffffff | rmm | 0x0010000000000000 | 0x03  | fmul-d_op |
      | fmul.d | 0x000fffffffffffff | 0x3ff0000000000001 | rne | 0x0010000000000000 | 0x01  | fmul-d_op |
      | fmul.d | 0x000fffffffffffff | 0x3ff0000000000001 | rtz | 0x000fffffffffffff | 0x03  | fmul-d_op |
      | fmul.d | 0x000fffffffffffff | 0x3ff0000000000001 | rdn | 0x000fffffffffffff | 0x03  | fmul-d_op |
      | fmul.d | 0x000fffffffffffff | 0x3ff0000000000001 | rup | 0x0010000000000000 | 0x01  | fmul-d_op |
      | fmul.d | 0x000fffffffffffff | 0x3ff0000000000001 | rmm | 0x0010000000000000 | 0x01  | fmul-d_op |
      | fdiv.d | 0x001fffffffffffff | 0x4000000000000000 | rne | 0x0010000000000000 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x001fffffffffffff | 0x4000000000000000 | rtz | 0x000fffffffffffff | 0x03  | fdiv-d_op |
      | fdiv.d | 0x001fffffffffffff | 0x4000000000000000 | rdn | 0x000fffffffffffff | 0x03  | fdiv-d_op |
      | fdiv.d | 0x001fffffffffffff | 0x4000000000000000 | rup | 0x0010000000000000 | 0x03  | fdiv-d_op |
      | fdiv.d | 0x001fffffffffffff | 0x4000000000000000 | rmm | 0x0010000000000000 | 0x03  | fdiv-d_op |

    Examples: signs of zeros
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x0000000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x0000000000000000 | 0x0000000000000000 | rdn | 0x0000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x0000000000000000 | 0x8000000000000000 | rne | 0x0000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x0000000000000000 | 0x8000000000000000 | rdn | 0x8000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x8000000000000000 | 0x8000000000000000 | rne | 0x8000000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0x8000000000000000 | 0x8000000000000000 | rdn | 0x8000000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x0000000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x0000000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x0000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x3ff0000000000000 | 0x3ff0000000000000 | rdn | 0x8000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x8000000000000000 | 0x0000000000000000 | rne | 0x8000000000000000 | 0x00  | fsub-d_op |
      | fsub.d | 0x8000000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fsub-d_op |
      | fmul.d | 0x8000000000000000 | 0x3ff0000000000000 | rdn | 0x8000000000000000 | 0x00  | fmul-d_op |
      | fmul.d | 0x8000000000000000 | 0xbff0000000000000 | rdn | 0x0000000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x0000000000000000 | 0xbff0000000000000 | rdn | 0x8000000000000000 | 0x00  | fdiv-d_op |
      | fmul.d | 0x0000000000000000 | 0x8000000000000000 | rdn | 0x8000000000000000 | 0x00  | fmul-d_op |
      | fmul.d | 0xbff0000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fmul-d_op |
      | fmul.d | 0xbff0000000000000 | 0xbff0000000000000 | rdn | 0x3ff0000000000000 | 0x00  | fmul-d_op |
      | fmul.d | 0xbff8000000000000 | 0x3ff0000000000000 | rdn | 0xbff8000000000000 | 0x00  | fmul-d_op |

    Examples: infinities
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x7ff0000000000000 | 0x3ff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | fadd-d_op |
      | fadd.d | 0xbff0000000000000 | 0xfff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x7ff0000000000000 | 0xfff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | fsub-d_op |
      | fmul.d | 0x7ff0000000000000 | 0xc000000000000000 | rne | 0xfff0000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x7ff0000000000000 | 0xc000000000000000 | rne | 0xfff0000000000000 | 0x00  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0xfff0000000000000 | rne | 0x8000000000000000 | 0x00  | fdiv-d_op |
      | fmul.d | 0xfff0000000000000 | 0xfff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x0000000000000000 | 0x7ff0000000000000 | rne | 0x0000000000000000 | 0x00  | fdiv-d_op |

    Examples: division of a number by zero
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.d | 0x3ff0000000000000 | 0x0000000000000000 | rne | 0x7ff0000000000000 | 0x08  | fdiv-d_op |
      | fdiv.d | 0xbff0000000000000 | 0x0000000000000000 | rne | 0xfff0000000000000 | 0x08  | fdiv-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0x8000000000000000 | rne | 0xfff0000000000000 | 0x08  | fdiv-d_op |
      | fdiv.d | 0x0000000000000001 | 0x0000000000000000 | rne | 0x7ff0000000000000 | 0x08  | fdiv-d_op |
      | fdiv.d | 0x7fefffffffffffff | 0x8000000000000000 | rne | 0xfff0000000000000 | 0x08  | fdiv-d_op |
      | fdiv.d | 0x7ff0000000000000 | 0x0000000000000000 | rne | 0x7ff0000000000000 | 0x00  | fdiv-d_op |

    Examples: invalid operations give the canonical NaN
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x7ff0000000000000 | 0xfff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fadd-d_op |
      | fsub.d | 0x7ff0000000000000 | 0x7ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fsub-d_op |
      | fmul.d | 0x0000000000000000 | 0x7ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmul-d_op |
      | fmul.d | 0xfff0000000000000 | 0x0000000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmul-d_op |
      | fdiv.d | 0x0000000000000000 | 0x0000000000000000 | rne | 0x7ff8000000000000 | 0x10  | fdiv-d_op |
      | fdiv.d | 0x8000000000000000 | 0x0000000000000000 | rne | 0x7ff8000000000000 | 0x10  | fdiv-d_op |
      | fdiv.d | 0x7ff0000000000000 | 0xfff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fdiv-d_op |

    Examples: a quiet NaN goes through quietly
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x7ff8000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x7ff8000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fsub-d_op |
      | fmul.d | 0x7ff8000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x7ff8000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fdiv-d_op |
      | fadd.d | 0x3ff0000000000000 | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | fadd-d_op |
      | fsub.d | 0x3ff0000000000000 | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | fsub-d_op |
      | fmul.d | 0x3ff0000000000000 | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | fmul-d_op |
      | fdiv.d | 0x3ff0000000000000 | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | fdiv-d_op |
      | fdiv.d | 0x7ff8000000000000 | 0x0000000000000000 | rne | 0x7ff8000000000000 | 0x00  | fdiv-d_op |
      | fmul.d | 0xffffffffffffffff | 0x0000000000000000 | rne | 0x7ff8000000000000 | 0x00  | fmul-d_op |
      | fadd.d | 0x7fffffffffffffff | 0xfff8000000000000 | rne | 0x7ff8000000000000 | 0x00  | fadd-d_op |

    Examples: a signaling NaN does not
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.d | 0x7ff0000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fadd-d_op |
      | fsub.d | 0x7ff0000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fsub-d_op |
      | fmul.d | 0x7ff0000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmul-d_op |
      | fdiv.d | 0x7ff0000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fdiv-d_op |
      | fadd.d | 0x7ff8000000000000 | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fadd-d_op |
      | fsub.d | 0x7ff8000000000000 | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fsub-d_op |
      | fmul.d | 0x7ff8000000000000 | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fmul-d_op |
      | fdiv.d | 0x7ff8000000000000 | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fdiv-d_op |

  Scenario Outline: fsqrt.d of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "fsqrt.d fa2, fa0, <rm>"
    Then fa2 = <result> [fsqrt-d_op]
    And fflags = <flags> [fsqrt-d_op]
    And no trap is taken [fsqrt-d_op]
    And nothing else changes but fs [fsqrt-d_op]

    Examples:
      | a                  | rm  | result             | flags |
      | 0x4010000000000000 | rne | 0x4000000000000000 | 0x00  |
      | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x00  |
      | 0x4000000000000000 | rne | 0x3ff6a09e667f3bcd | 0x01  |
      | 0x4000000000000000 | rtz | 0x3ff6a09e667f3bcc | 0x01  |
      | 0x4000000000000000 | rdn | 0x3ff6a09e667f3bcc | 0x01  |
      | 0x4000000000000000 | rup | 0x3ff6a09e667f3bcd | 0x01  |
      | 0x4000000000000000 | rmm | 0x3ff6a09e667f3bcd | 0x01  |
      | 0x4008000000000000 | rne | 0x3ffbb67ae8584caa | 0x01  |
      | 0x4008000000000000 | rtz | 0x3ffbb67ae8584caa | 0x01  |
      | 0x4008000000000000 | rdn | 0x3ffbb67ae8584caa | 0x01  |
      | 0x4008000000000000 | rup | 0x3ffbb67ae8584cab | 0x01  |
      | 0x4008000000000000 | rmm | 0x3ffbb67ae8584caa | 0x01  |
      | 0x3fd0000000000000 | rne | 0x3fe0000000000000 | 0x00  |
      | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  |
      | 0x8000000000000000 | rdn | 0x8000000000000000 | 0x00  |
      | 0x7ff0000000000000 | rne | 0x7ff0000000000000 | 0x00  |
      | 0x7fefffffffffffff | rne | 0x5fefffffffffffff | 0x01  |
      | 0x7fefffffffffffff | rtz | 0x5fefffffffffffff | 0x01  |
      | 0x7fefffffffffffff | rdn | 0x5fefffffffffffff | 0x01  |
      | 0x7fefffffffffffff | rup | 0x5ff0000000000000 | 0x01  |
      | 0x7fefffffffffffff | rmm | 0x5fefffffffffffff | 0x01  |
      | 0x0000000000000001 | rne | 0x1e60000000000000 | 0x00  |
      | 0x0000000000000001 | rup | 0x1e60000000000000 | 0x00  |
      | 0x000fffffffffffff | rne | 0x1fffffffffffffff | 0x01  |
      | 0x000fffffffffffff | rtz | 0x1ffffffffffffffe | 0x01  |
      | 0x000fffffffffffff | rdn | 0x1ffffffffffffffe | 0x01  |
      | 0x000fffffffffffff | rup | 0x1fffffffffffffff | 0x01  |
      | 0x000fffffffffffff | rmm | 0x1fffffffffffffff | 0x01  |
      | 0x0010000000000000 | rne | 0x2000000000000000 | 0x00  |
      | 0xbff0000000000000 | rne | 0x7ff8000000000000 | 0x10  |
      | 0x8000000000000001 | rne | 0x7ff8000000000000 | 0x10  |
      | 0xfff0000000000000 | rne | 0x7ff8000000000000 | 0x10  |
      | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x00  |
      | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  |
      | 0x7ff0000000000001 | rne | 0x7ff8000000000000 | 0x10  |
      | 0x402e000000000000 | rne | 0x400efbdeb14f4eda | 0x01  |
      | 0x402e000000000000 | rtz | 0x400efbdeb14f4ed9 | 0x01  |
      | 0x402e000000000000 | rdn | 0x400efbdeb14f4ed9 | 0x01  |
      | 0x402e000000000000 | rup | 0x400efbdeb14f4eda | 0x01  |
      | 0x402e000000000000 | rmm | 0x400efbdeb14f4eda | 0x01  |

  Scenario Outline: <insn> may overwrite its operands, and use one twice
    Given fa0 = 0x3ff8000000000000
    When the hart executes "<insn>"
    Then fa0 = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                 | result             | rule      |
      | fadd.d fa0, fa0, fa0 | 0x4008000000000000 | fadd-d_op |
      | fsub.d fa0, fa0, fa0 | 0x0000000000000000 | fsub-d_op |
      | fmul.d fa0, fa0, fa0 | 0x4002000000000000 | fmul-d_op |
      | fdiv.d fa0, fa0, fa0 | 0x3ff0000000000000 | fdiv-d_op |

  Scenario Outline: <insn> makes the canonical NaN, whatever NaN it is given
    Given fa0 = <a> and fa1 = 0x3ff0000000000000 and fa3 = 0x4000000000000000
    When the hart executes "<insn>"
    Then fa2 = 0x7ff8000000000000 [D_canonical_NaN]
    And no trap is taken [D_canonical_NaN]

    Examples:
      | insn                        | a                  |
      | fadd.d fa2, fa0, fa1        | 0x7ff8000000000001 |
      | fadd.d fa2, fa0, fa1        | 0xffffffffffffffff |
      | fadd.d fa2, fa0, fa1        | 0xfff0000000000001 |
      | fsub.d fa2, fa1, fa0        | 0x7ff8000000000001 |
      | fsub.d fa2, fa1, fa0        | 0xffffffffffffffff |
      | fsub.d fa2, fa1, fa0        | 0xfff0000000000001 |
      | fmul.d fa2, fa0, fa1        | 0x7ff8000000000001 |
      | fmul.d fa2, fa0, fa1        | 0xffffffffffffffff |
      | fmul.d fa2, fa0, fa1        | 0xfff0000000000001 |
      | fdiv.d fa2, fa1, fa0        | 0x7ff8000000000001 |
      | fdiv.d fa2, fa1, fa0        | 0xffffffffffffffff |
      | fdiv.d fa2, fa1, fa0        | 0xfff0000000000001 |
      | fsqrt.d fa2, fa0            | 0x7ff8000000000001 |
      | fsqrt.d fa2, fa0            | 0xffffffffffffffff |
      | fsqrt.d fa2, fa0            | 0xfff0000000000001 |
      | fmadd.d fa2, fa0, fa1, fa3  | 0x7ff8000000000001 |
      | fmadd.d fa2, fa0, fa1, fa3  | 0xffffffffffffffff |
      | fmadd.d fa2, fa0, fa1, fa3  | 0xfff0000000000001 |
      | fnmsub.d fa2, fa3, fa1, fa0 | 0x7ff8000000000001 |
      | fnmsub.d fa2, fa3, fa1, fa0 | 0xffffffffffffffff |
      | fnmsub.d fa2, fa3, fa1, fa0 | 0xfff0000000000001 |
