@ext:D
Feature: Fused multiply-add in binary64
  The exact product and sum are rounded once. fnmadd and fnmsub negate the product, not the sum, which
  shows in the sign of a zero.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fmadd.d  |
      | fmsub.d  |
      | fnmsub.d |
      | fnmadd.d |

  Scenario Outline: <insn> of <a>, <b> and <c>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b> and fa3 = <c>
    When the hart executes "<insn> fa2, fa0, fa1, fa3, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: a product too small for the last place still decides where the sum rounds to
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x8000000000000001 | 0x3ff0000000000000 | 0x3ff0000000000000 | rdn | 0x3fefffffffffffff | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0xa000000000000000 | 0x3ff8000000000000 | 0x4008000000000000 | rtz | 0x4007ffffffffffff | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x2000000000000000 | 0x3ff8000000000000 | 0x4008000000000000 | rup | 0x4008000000000001 | 0x01  | fmadd-d_op  |
      | fnmsub.d | 0x2000000000000000 | 0x3ff8000000000000 | 0x4008000000000000 | rdn | 0x4007ffffffffffff | 0x01  | fnmsub-d_op |

    Examples: the four signs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x4008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0x401c000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x4008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0x4014000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0x4008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0xc014000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0x4008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0xc01c000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0xc008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0xc014000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0xc008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0xc01c000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0xc008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0x401c000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0xc008000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0x4014000000000000 | 0x00  | fnmadd-d_op |

    Examples: one rounding, not two
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0xbff0000000000002 | rne | 0x3970000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0xbff0000000000002 | rne | 0x4000000000000002 | 0x01  | fmsub-d_op  |
      | fnmsub.d | 0x3ff0000000000001 | 0x3ff0000000000001 | 0xbff0000000000002 | rne | 0xc000000000000002 | 0x01  | fnmsub-d_op |
      | fnmadd.d | 0x3ff0000000000001 | 0x3ff0000000000001 | 0xbff0000000000002 | rne | 0xb970000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0x3ff0000000000000 | rne | 0x4000000000000001 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0x3ff0000000000000 | rtz | 0x4000000000000001 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0x3ff0000000000000 | rdn | 0x4000000000000001 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0x3ff0000000000000 | rup | 0x4000000000000002 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x3ff0000000000001 | 0x3ff0000000000001 | 0x3ff0000000000000 | rmm | 0x4000000000000001 | 0x01  | fmadd-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3fefffffffffffff | 0x3ff0000000000000 | rne | 0x3c9ffffffffffffe | 0x00  | fmsub-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3fefffffffffffff | 0x3ff0000000000000 | rtz | 0x3c9ffffffffffffe | 0x00  | fmsub-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3fefffffffffffff | 0x3ff0000000000000 | rdn | 0x3c9ffffffffffffe | 0x00  | fmsub-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3fefffffffffffff | 0x3ff0000000000000 | rup | 0x3c9ffffffffffffe | 0x00  | fmsub-d_op  |
      | fmsub.d  | 0x3ff0000000000001 | 0x3fefffffffffffff | 0x3ff0000000000000 | rmm | 0x3c9ffffffffffffe | 0x00  | fmsub-d_op  |

    Examples: a product too small to matter still rounds
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rtz | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rdn | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rup | 0x3ff0000000000001 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rmm | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fnmsub.d | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x01  | fnmsub-d_op |
      | fnmsub.d | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rtz | 0x3fefffffffffffff | 0x01  | fnmsub-d_op |
      | fnmsub.d | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rdn | 0x3fefffffffffffff | 0x01  | fnmsub-d_op |
      | fnmsub.d | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rup | 0x3ff0000000000000 | 0x01  | fnmsub-d_op |
      | fnmsub.d | 0x0000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rmm | 0x3ff0000000000000 | 0x01  | fnmsub-d_op |
      | fmadd.d  | 0x8000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rtz | 0x3fefffffffffffff | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rdn | 0x3fefffffffffffff | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x0000000000000001 | 0x3ff0000000000000 | rup | 0x3ff0000000000000 | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x3fe0000000000000 | 0x7fefffffffffffff | rne | 0x7fefffffffffffff | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x3fe0000000000000 | 0x7fefffffffffffff | rtz | 0x7feffffffffffffe | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x3fe0000000000000 | 0x7fefffffffffffff | rdn | 0x7feffffffffffffe | 0x01  | fmadd-d_op  |
      | fmadd.d  | 0x8000000000000001 | 0x3fe0000000000000 | 0x7fefffffffffffff | rup | 0x7fefffffffffffff | 0x01  | fmadd-d_op  |

    Examples: a product beyond the range
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x7fefffffffffffff | 0x4000000000000000 | 0xffefffffffffffff | rne | 0x7fefffffffffffff | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x7fefffffffffffff | 0x4000000000000000 | 0x7fefffffffffffff | rne | 0x7fefffffffffffff | 0x00  | fmsub-d_op  |
      | fmadd.d  | 0x7fefffffffffffff | 0x7fefffffffffffff | 0x0000000000000000 | rne | 0x7ff0000000000000 | 0x05  | fmadd-d_op  |
      | fmadd.d  | 0x7fefffffffffffff | 0x7fefffffffffffff | 0xfff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fmadd-d_op  |
      | fmadd.d  | 0x7fefffffffffffff | 0x4000000000000000 | 0x0000000000000000 | rtz | 0x7fefffffffffffff | 0x05  | fmadd-d_op  |
      | fnmadd.d | 0x7fefffffffffffff | 0x4000000000000000 | 0x0000000000000000 | rdn | 0xfff0000000000000 | 0x05  | fnmadd-d_op |

    Examples: underflow, judged after rounding
      | insn    | a                  | b                  | c                  | rm  | result             | flags | rule       |
      | fmadd.d | 0x0010000000000000 | 0x3fefffffffffffff | 0x0000000000000000 | rne | 0x0010000000000000 | 0x03  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fefffffffffffff | 0x0000000000000000 | rtz | 0x000fffffffffffff | 0x03  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fefffffffffffff | 0x0000000000000000 | rdn | 0x000fffffffffffff | 0x03  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fefffffffffffff | 0x0000000000000000 | rup | 0x0010000000000000 | 0x03  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fefffffffffffff | 0x0000000000000000 | rmm | 0x0010000000000000 | 0x03  | fmadd-d_op |
      | fmadd.d | 0x000fffffffffffff | 0x3ff0000000000001 | 0x0000000000000000 | rne | 0x0010000000000000 | 0x01  | fmadd-d_op |
      | fmadd.d | 0x000fffffffffffff | 0x3ff0000000000001 | 0x0000000000000000 | rtz | 0x000fffffffffffff | 0x03  | fmadd-d_op |
      | fmadd.d | 0x000fffffffffffff | 0x3ff0000000000001 | 0x0000000000000000 | rdn | 0x000fffffffffffff | 0x03  | fmadd-d_op |
      | fmadd.d | 0x000fffffffffffff | 0x3ff0000000000001 | 0x0000000000000000 | rup | 0x0010000000000000 | 0x01  | fmadd-d_op |
      | fmadd.d | 0x000fffffffffffff | 0x3ff0000000000001 | 0x0000000000000000 | rmm | 0x0010000000000000 | 0x01  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fe0000000000000 | 0x0000000000000001 | rne | 0x0008000000000001 | 0x00  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fe0000000000000 | 0x0000000000000001 | rdn | 0x0008000000000001 | 0x00  | fmadd-d_op |
      | fmadd.d | 0x0010000000000000 | 0x3fe0000000000000 | 0x0000000000000001 | rup | 0x0008000000000001 | 0x00  | fmadd-d_op |
      | fmsub.d | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x03  | fmsub-d_op |
      | fmsub.d | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | rtz | 0x0000000000000000 | 0x03  | fmsub-d_op |
      | fmsub.d | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | rdn | 0x0000000000000000 | 0x03  | fmsub-d_op |
      | fmsub.d | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | rup | 0x0000000000000001 | 0x03  | fmsub-d_op |
      | fmsub.d | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | rmm | 0x0000000000000001 | 0x03  | fmsub-d_op |

    Examples: signs of zeros
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fmadd-d_op  |
      | fmadd.d  | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rdn | 0x0000000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fmsub-d_op  |
      | fmsub.d  | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fnmsub-d_op |
      | fnmsub.d | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rne | 0x8000000000000000 | 0x00  | fnmadd-d_op |
      | fnmadd.d | 0x0000000000000000 | 0x3ff0000000000000 | 0x0000000000000000 | rdn | 0x8000000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | rdn | 0x8000000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | rdn | 0x4000000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | rdn | 0xc000000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | rdn | 0x8000000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x4000000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x0000000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x0000000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0xc000000000000000 | 0x00  | fnmadd-d_op |

    Examples: infinity times zero is invalid, whatever is added
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x7ff0000000000000 | 0x0000000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmadd-d_op  |
      | fmsub.d  | 0x7ff0000000000000 | 0x0000000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmsub-d_op  |
      | fnmsub.d | 0x7ff0000000000000 | 0x0000000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fnmsub-d_op |
      | fnmadd.d | 0x7ff0000000000000 | 0x0000000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fnmadd-d_op |
      | fmadd.d  | 0x8000000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmadd-d_op  |
      | fmsub.d  | 0x8000000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmsub-d_op  |
      | fnmsub.d | 0x8000000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x10  | fnmsub-d_op |
      | fnmadd.d | 0x8000000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x10  | fnmadd-d_op |
      | fmadd.d  | 0x0000000000000000 | 0xfff0000000000000 | 0x7ff8000000000001 | rne | 0x7ff8000000000000 | 0x10  | fmadd-d_op  |
      | fmadd.d  | 0x7ff0000000000000 | 0x0000000000000000 | 0x7ff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fmadd-d_op  |

    Examples: infinities and NaNs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.d  | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x7ff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x7ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmsub-d_op  |
      | fnmsub.d | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x7ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fnmsub-d_op |
      | fnmadd.d | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x7ff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fmsub-d_op  |
      | fnmsub.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fnmsub-d_op |
      | fnmadd.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fnmadd-d_op |
      | fmadd.d  | 0x3ff0000000000000 | 0xfff8000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x00  | fmadd-d_op  |
      | fmsub.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xffffffffffffffff | rne | 0x7ff8000000000000 | 0x00  | fmsub-d_op  |
      | fmadd.d  | 0x3ff0000000000000 | 0x7ff0000000000001 | 0x3ff0000000000000 | rne | 0x7ff8000000000000 | 0x10  | fmadd-d_op  |
      | fnmadd.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fnmadd-d_op |
      | fmadd.d  | 0x3ff0000000000000 | 0x3ff0000000000000 | 0xfff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fmadd-d_op  |
      | fmadd.d  | 0xfff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fmadd-d_op  |

  Scenario Outline: <insn> may write any of its operands
    Given fa0 = 0x4008000000000000 and fa1 = 0x4000000000000000 and fa2 = 0x3fe0000000000000
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                        | rd  | result             | rule        |
      | fmadd.d fa0, fa0, fa1, fa2  | fa0 | 0x401a000000000000 | fmadd-d_op  |
      | fmsub.d fa1, fa0, fa1, fa2  | fa1 | 0x4016000000000000 | fmsub-d_op  |
      | fnmsub.d fa2, fa0, fa1, fa2 | fa2 | 0xc016000000000000 | fnmsub-d_op |
      | fnmadd.d fa0, fa0, fa0, fa0 | fa0 | 0xc028000000000000 | fnmadd-d_op |
