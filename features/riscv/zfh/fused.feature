@ext:Zfh
Feature: Fused multiply-add in binary16
  The exact product and sum are rounded once. fnmadd and fnmsub negate the product, not the sum, which
  shows in the sign of a zero.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fmadd.h  |
      | fmsub.h  |
      | fnmsub.h |
      | fnmadd.h |

  Scenario Outline: <insn> of <a>, <b> and <c>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b> and fa3 = <c>
    When the hart executes "<insn> fa2, fa0, fa1, fa3, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: the four signs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff4200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffff4700 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff4200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffff4500 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff4200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffffc500 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff4200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffffc700 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffffc200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffffc500 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffffc200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffffc700 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffffc200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffff4700 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffffc200 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xffffffffffff4500 | 0x00  | fnmadd-h_op |

    Examples: one rounding, not two
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffffbc02 | rne | 0xffffffffffff0010 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffffbc02 | rne | 0xffffffffffff4002 | 0x01  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffffbc02 | rne | 0xffffffffffffc002 | 0x01  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffffbc02 | rne | 0xffffffffffff8010 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff4001 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffff3c00 | rtz | 0xffffffffffff4001 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffff3c00 | rdn | 0xffffffffffff4001 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffff3c00 | rup | 0xffffffffffff4002 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff3c01 | 0xffffffffffff3c01 | 0xffffffffffff3c00 | rmm | 0xffffffffffff4001 | 0x01  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3bff | 0xffffffffffff3c00 | rne | 0xffffffffffff0ffe | 0x00  | fmsub-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3bff | 0xffffffffffff3c00 | rtz | 0xffffffffffff0ffe | 0x00  | fmsub-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3bff | 0xffffffffffff3c00 | rdn | 0xffffffffffff0ffe | 0x00  | fmsub-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3bff | 0xffffffffffff3c00 | rup | 0xffffffffffff0ffe | 0x00  | fmsub-h_op  |
      | fmsub.h  | 0xffffffffffff3c01 | 0xffffffffffff3bff | 0xffffffffffff3c00 | rmm | 0xffffffffffff0ffe | 0x00  | fmsub-h_op  |

    Examples: a product too small to matter still rounds
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rtz | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rdn | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rup | 0xffffffffffff3c01 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rmm | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fnmsub.h | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x01  | fnmsub-h_op |
      | fnmsub.h | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rtz | 0xffffffffffff3bff | 0x01  | fnmsub-h_op |
      | fnmsub.h | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rdn | 0xffffffffffff3bff | 0x01  | fnmsub-h_op |
      | fnmsub.h | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rup | 0xffffffffffff3c00 | 0x01  | fnmsub-h_op |
      | fnmsub.h | 0xffffffffffff0001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rmm | 0xffffffffffff3c00 | 0x01  | fnmsub-h_op |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rtz | 0xffffffffffff3bff | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rdn | 0xffffffffffff3bff | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff0001 | 0xffffffffffff3c00 | rup | 0xffffffffffff3c00 | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff3800 | 0xffffffffffff7bff | rne | 0xffffffffffff7bff | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff3800 | 0xffffffffffff7bff | rtz | 0xffffffffffff7bfe | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff3800 | 0xffffffffffff7bff | rdn | 0xffffffffffff7bfe | 0x01  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff8001 | 0xffffffffffff3800 | 0xffffffffffff7bff | rup | 0xffffffffffff7bff | 0x01  | fmadd-h_op  |

    Examples: a product beyond the range
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff7bff | 0xffffffffffff4000 | 0xfffffffffffffbff | rne | 0xffffffffffff7bff | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff7bff | 0xffffffffffff4000 | 0xffffffffffff7bff | rne | 0xffffffffffff7bff | 0x00  | fmsub-h_op  |
      | fmadd.h  | 0xffffffffffff7bff | 0xffffffffffff7bff | 0xffffffffffff0000 | rne | 0xffffffffffff7c00 | 0x05  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff7bff | 0xffffffffffff7bff | 0xfffffffffffffc00 | rne | 0xfffffffffffffc00 | 0x00  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff7bff | 0xffffffffffff4000 | 0xffffffffffff0000 | rtz | 0xffffffffffff7bff | 0x05  | fmadd-h_op  |
      | fnmadd.h | 0xffffffffffff7bff | 0xffffffffffff4000 | 0xffffffffffff0000 | rdn | 0xfffffffffffffc00 | 0x05  | fnmadd-h_op |

    Examples: underflow, judged after rounding
      | insn    | a                  | b                  | c                  | rm  | result             | flags | rule       |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3bff | 0xffffffffffff0000 | rne | 0xffffffffffff0400 | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3bff | 0xffffffffffff0000 | rtz | 0xffffffffffff03ff | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3bff | 0xffffffffffff0000 | rdn | 0xffffffffffff03ff | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3bff | 0xffffffffffff0000 | rup | 0xffffffffffff0400 | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3bff | 0xffffffffffff0000 | rmm | 0xffffffffffff0400 | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | 0xffffffffffff0000 | rne | 0xffffffffffff0400 | 0x01  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | 0xffffffffffff0000 | rtz | 0xffffffffffff03ff | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | 0xffffffffffff0000 | rdn | 0xffffffffffff03ff | 0x03  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | 0xffffffffffff0000 | rup | 0xffffffffffff0400 | 0x01  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | 0xffffffffffff0000 | rmm | 0xffffffffffff0400 | 0x01  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3800 | 0xffffffffffff0001 | rne | 0xffffffffffff0201 | 0x00  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3800 | 0xffffffffffff0001 | rdn | 0xffffffffffff0201 | 0x00  | fmadd-h_op |
      | fmadd.h | 0xffffffffffff0400 | 0xffffffffffff3800 | 0xffffffffffff0001 | rup | 0xffffffffffff0201 | 0x00  | fmadd-h_op |
      | fmsub.h | 0xffffffffffff0001 | 0xffffffffffff3800 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x03  | fmsub-h_op |
      | fmsub.h | 0xffffffffffff0001 | 0xffffffffffff3800 | 0xffffffffffff0000 | rtz | 0xffffffffffff0000 | 0x03  | fmsub-h_op |
      | fmsub.h | 0xffffffffffff0001 | 0xffffffffffff3800 | 0xffffffffffff0000 | rdn | 0xffffffffffff0000 | 0x03  | fmsub-h_op |
      | fmsub.h | 0xffffffffffff0001 | 0xffffffffffff3800 | 0xffffffffffff0000 | rup | 0xffffffffffff0001 | 0x03  | fmsub-h_op |
      | fmsub.h | 0xffffffffffff0001 | 0xffffffffffff3800 | 0xffffffffffff0000 | rmm | 0xffffffffffff0001 | 0x03  | fmsub-h_op |

    Examples: signs of zeros
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rdn | 0xffffffffffff0000 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fmsub-h_op  |
      | fmsub.h  | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fnmsub-h_op |
      | fnmsub.h | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rne | 0xffffffffffff8000 | 0x00  | fnmadd-h_op |
      | fnmadd.h | 0xffffffffffff0000 | 0xffffffffffff3c00 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | rdn | 0xffffffffffff8000 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | rdn | 0xffffffffffff4000 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | rdn | 0xffffffffffffc000 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | rdn | 0xffffffffffff8000 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff4000 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff0000 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff0000 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffffc000 | 0x00  | fnmadd-h_op |

    Examples: infinity times zero is invalid, whatever is added
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff7c00 | 0xffffffffffff0000 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff7c00 | 0xffffffffffff0000 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff7c00 | 0xffffffffffff0000 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff7c00 | 0xffffffffffff0000 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff8000 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x10  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff8000 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x10  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff8000 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x10  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff8000 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x10  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff0000 | 0xfffffffffffffc00 | 0xffffffffffff7e01 | rne | 0xffffffffffff7e00 | 0x10  | fmadd-h_op  |
      | fmadd.h  | 0xffffffffffff7c00 | 0xffffffffffff0000 | 0xffffffffffff7c01 | rne | 0xffffffffffff7e00 | 0x10  | fmadd-h_op  |

    Examples: infinities and NaNs
      | insn     | a                  | b                  | c                  | rm  | result             | flags | rule        |
      | fmadd.h  | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff7c00 | rne | 0xffffffffffff7c00 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff7c00 | rne | 0xffffffffffff7e00 | 0x10  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff7c00 | rne | 0xffffffffffff7e00 | 0x10  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff7c00 | rne | 0xfffffffffffffc00 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fmsub-h_op  |
      | fnmsub.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fnmsub-h_op |
      | fnmadd.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff3c00 | 0xfffffffffffffe01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fmadd-h_op  |
      | fmsub.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffffffff | rne | 0xffffffffffff7e00 | 0x00  | fmsub-h_op  |
      | fmadd.h  | 0xffffffffffff3c00 | 0xffffffffffff7c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fmadd-h_op  |
      | fnmadd.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fnmadd-h_op |
      | fmadd.h  | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xfffffffffffffc00 | rne | 0xfffffffffffffc00 | 0x00  | fmadd-h_op  |
      | fmadd.h  | 0xfffffffffffffc00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | rne | 0xfffffffffffffc00 | 0x00  | fmadd-h_op  |

  Scenario Outline: <insn> may write any of its operands
    Given fa0 = 0xffffffffffff4200 and fa1 = 0xffffffffffff4000 and fa2 = 0xffffffffffff3800
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                        | rd  | result             | rule        |
      | fmadd.h fa0, fa0, fa1, fa2  | fa0 | 0xffffffffffff4680 | fmadd-h_op  |
      | fmsub.h fa1, fa0, fa1, fa2  | fa1 | 0xffffffffffff4580 | fmsub-h_op  |
      | fnmsub.h fa2, fa0, fa1, fa2 | fa2 | 0xffffffffffffc580 | fnmsub-h_op |
      | fnmadd.h fa0, fa0, fa0, fa0 | fa0 | 0xffffffffffffca00 | fnmadd-h_op |
