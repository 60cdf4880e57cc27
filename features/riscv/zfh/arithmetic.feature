@ext:Zfh
Feature: Arithmetic in binary16
  One rounding of the exact result, in the mode of the rm field; the flags say what became of it. A NaN
  that comes out is the canonical one, and whether a result is tiny is judged after rounding.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fadd.h  |
      | fsub.h  |
      | fmul.h  |
      | fdiv.h  |
      | fsqrt.h |

  Scenario Outline: <insn> of <a> and <b>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact results set no flag
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff4000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff3e00 | 0xffffffffffffb800 | rne | 0xffffffffffff3c00 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff4200 | 0xffffffffffff3c00 | rne | 0xffffffffffff4000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rne | 0xffffffffffffc000 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff3e00 | 0xffffffffffff4000 | rne | 0xffffffffffff4200 | 0x00  | fmul-h_op |
      | fmul.h | 0xffffffffffffc200 | 0xffffffffffff3800 | rne | 0xffffffffffffbe00 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff4200 | 0xffffffffffff4000 | rne | 0xffffffffffff3e00 | 0x00  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffbc00 | 0xffffffffffffc000 | rne | 0xffffffffffff3800 | 0x00  | fdiv-h_op |

    Examples: what lies half way goes where the mode says
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff1000 | rne | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff1000 | rtz | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff1000 | rdn | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff1000 | rup | 0xffffffffffff3c01 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff1000 | rmm | 0xffffffffffff3c01 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c01 | 0xffffffffffff1000 | rne | 0xffffffffffff3c02 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c01 | 0xffffffffffff1000 | rtz | 0xffffffffffff3c01 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c01 | 0xffffffffffff1000 | rdn | 0xffffffffffff3c01 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c01 | 0xffffffffffff1000 | rup | 0xffffffffffff3c02 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c01 | 0xffffffffffff1000 | rmm | 0xffffffffffff3c02 | 0x01  | fadd-h_op |
      | fsub.h | 0xffffffffffffbc00 | 0xffffffffffff1000 | rne | 0xffffffffffffbc00 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffffbc00 | 0xffffffffffff1000 | rtz | 0xffffffffffffbc00 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffffbc00 | 0xffffffffffff1000 | rdn | 0xffffffffffffbc01 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffffbc00 | 0xffffffffffff1000 | rup | 0xffffffffffffbc00 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffffbc00 | 0xffffffffffff1000 | rmm | 0xffffffffffffbc01 | 0x01  | fsub-h_op |

    Examples: what lies elsewhere
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rne | 0xffffffffffff3555 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rtz | 0xffffffffffff3555 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rdn | 0xffffffffffff3555 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rup | 0xffffffffffff3556 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff4200 | rmm | 0xffffffffffff3555 | 0x01  | fdiv-h_op |
      | fmul.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | rne | 0xffffffffffff3c02 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | rtz | 0xffffffffffff3c02 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | rdn | 0xffffffffffff3c02 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | rup | 0xffffffffffff3c03 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff3c01 | 0xffffffffffff3c01 | rmm | 0xffffffffffff3c02 | 0x01  | fmul-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rne | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rtz | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rdn | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rup | 0xffffffffffff3c01 | 0x01  | fadd-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rmm | 0xffffffffffff3c00 | 0x01  | fadd-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rne | 0xffffffffffff3c00 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rtz | 0xffffffffffff3bff | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rdn | 0xffffffffffff3bff | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rup | 0xffffffffffff3c00 | 0x01  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff0001 | rmm | 0xffffffffffff3c00 | 0x01  | fsub-h_op |
      | fdiv.h | 0xffffffffffffc000 | 0xffffffffffff4200 | rne | 0xffffffffffffb955 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffc000 | 0xffffffffffff4200 | rtz | 0xffffffffffffb955 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffc000 | 0xffffffffffff4200 | rdn | 0xffffffffffffb956 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffc000 | 0xffffffffffff4200 | rup | 0xffffffffffffb955 | 0x01  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffc000 | 0xffffffffffff4200 | rmm | 0xffffffffffffb955 | 0x01  | fdiv-h_op |

    Examples: overflow gives infinity or the largest number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff7bff | rne | 0xffffffffffff7c00 | 0x05  | fadd-h_op |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff7bff | rtz | 0xffffffffffff7bff | 0x05  | fadd-h_op |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff7bff | rdn | 0xffffffffffff7bff | 0x05  | fadd-h_op |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff7bff | rup | 0xffffffffffff7c00 | 0x05  | fadd-h_op |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff7bff | rmm | 0xffffffffffff7c00 | 0x05  | fadd-h_op |
      | fmul.h | 0xfffffffffffffbff | 0xffffffffffff4000 | rne | 0xfffffffffffffc00 | 0x05  | fmul-h_op |
      | fmul.h | 0xfffffffffffffbff | 0xffffffffffff4000 | rtz | 0xfffffffffffffbff | 0x05  | fmul-h_op |
      | fmul.h | 0xfffffffffffffbff | 0xffffffffffff4000 | rdn | 0xfffffffffffffc00 | 0x05  | fmul-h_op |
      | fmul.h | 0xfffffffffffffbff | 0xffffffffffff4000 | rup | 0xfffffffffffffbff | 0x05  | fmul-h_op |
      | fmul.h | 0xfffffffffffffbff | 0xffffffffffff4000 | rmm | 0xfffffffffffffc00 | 0x05  | fmul-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3800 | rne | 0xffffffffffff7c00 | 0x05  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3800 | rtz | 0xffffffffffff7bff | 0x05  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3800 | rdn | 0xffffffffffff7bff | 0x05  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3800 | rup | 0xffffffffffff7c00 | 0x05  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3800 | rmm | 0xffffffffffff7c00 | 0x05  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff3bff | rne | 0xffffffffffff7c00 | 0x05  | fdiv-h_op |
      | fadd.h | 0xffffffffffff7bff | 0xffffffffffff4fff | rne | 0xffffffffffff7c00 | 0x05  | fadd-h_op |

    Examples: subnormal numbers, exact
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff0001 | 0xffffffffffff0001 | rne | 0xffffffffffff0002 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff03ff | 0xffffffffffff0001 | rne | 0xffffffffffff0400 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff0400 | 0xffffffffffff0001 | rne | 0xffffffffffff03ff | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff0401 | 0xffffffffffff0400 | rne | 0xffffffffffff0001 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3800 | rne | 0xffffffffffff0200 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff0402 | 0xffffffffffff4000 | rne | 0xffffffffffff0201 | 0x00  | fdiv-h_op |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff4000 | rne | 0xffffffffffff0002 | 0x00  | fmul-h_op |
      | fadd.h | 0xffffffffffff8400 | 0xffffffffffff0001 | rne | 0xffffffffffff83ff | 0x00  | fadd-h_op |

    Examples: subnormal numbers, inexact: underflow
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff3800 | rne | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff3800 | rtz | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff3800 | rdn | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff3800 | rup | 0xffffffffffff0001 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0001 | 0xffffffffffff3800 | rmm | 0xffffffffffff0001 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff8001 | 0xffffffffffff3800 | rne | 0xffffffffffff8000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff8001 | 0xffffffffffff3800 | rtz | 0xffffffffffff8000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff8001 | 0xffffffffffff3800 | rdn | 0xffffffffffff8001 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff8001 | 0xffffffffffff3800 | rup | 0xffffffffffff8000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff8001 | 0xffffffffffff3800 | rmm | 0xffffffffffff8001 | 0x03  | fmul-h_op |
      | fdiv.h | 0xffffffffffff0401 | 0xffffffffffff4000 | rne | 0xffffffffffff0200 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff0401 | 0xffffffffffff4000 | rtz | 0xffffffffffff0200 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff0401 | 0xffffffffffff4000 | rdn | 0xffffffffffff0200 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff0401 | 0xffffffffffff4000 | rup | 0xffffffffffff0201 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff0401 | 0xffffffffffff4000 | rmm | 0xffffffffffff0201 | 0x03  | fdiv-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff1000 | rne | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff1000 | rtz | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff1000 | rdn | 0xffffffffffff0000 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff1000 | rup | 0xffffffffffff0001 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff1000 | rmm | 0xffffffffffff0001 | 0x03  | fmul-h_op |

    Examples: tininess is detected after rounding: these become the smallest normal number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3bff | rne | 0xffffffffffff0400 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3bff | rtz | 0xffffffffffff03ff | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3bff | rdn | 0xffffffffffff03ff | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3bff | rup | 0xffffffffffff0400 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff0400 | 0xffffffffffff3bff | rmm | 0xffffffffffff0400 | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | rne | 0xffffffffffff0400 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | rtz | 0xffffffffffff03ff | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | rdn | 0xffffffffffff03ff | 0x03  | fmul-h_op |
      | fmul.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | rup | 0xffffffffffff0400 | 0x01  | fmul-h_op |
      | fmul.h | 0xffffffffffff03ff | 0xffffffffffff3c01 | rmm | 0xffffffffffff0400 | 0x01  | fmul-h_op |
      | fdiv.h | 0xffffffffffff07ff | 0xffffffffffff4000 | rne | 0xffffffffffff0400 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff07ff | 0xffffffffffff4000 | rtz | 0xffffffffffff03ff | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff07ff | 0xffffffffffff4000 | rdn | 0xffffffffffff03ff | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff07ff | 0xffffffffffff4000 | rup | 0xffffffffffff0400 | 0x03  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff07ff | 0xffffffffffff4000 | rmm | 0xffffffffffff0400 | 0x03  | fdiv-h_op |

    Examples: signs of zeros
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff0000 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff0000 | 0xffffffffffff0000 | rdn | 0xffffffffffff0000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff0000 | 0xffffffffffff8000 | rne | 0xffffffffffff0000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff0000 | 0xffffffffffff8000 | rdn | 0xffffffffffff8000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff8000 | 0xffffffffffff8000 | rne | 0xffffffffffff8000 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffff8000 | 0xffffffffffff8000 | rdn | 0xffffffffffff8000 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff0000 | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff0000 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff0000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | rdn | 0xffffffffffff8000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff8000 | 0xffffffffffff0000 | rne | 0xffffffffffff8000 | 0x00  | fsub-h_op |
      | fsub.h | 0xffffffffffff8000 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff8000 | 0xffffffffffff3c00 | rdn | 0xffffffffffff8000 | 0x00  | fmul-h_op |
      | fmul.h | 0xffffffffffff8000 | 0xffffffffffffbc00 | rdn | 0xffffffffffff0000 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff0000 | 0xffffffffffffbc00 | rdn | 0xffffffffffff8000 | 0x00  | fdiv-h_op |
      | fmul.h | 0xffffffffffff0000 | 0xffffffffffff8000 | rdn | 0xffffffffffff8000 | 0x00  | fmul-h_op |
      | fmul.h | 0xffffffffffffbc00 | 0xffffffffffff0000 | rdn | 0xffffffffffff8000 | 0x00  | fmul-h_op |
      | fmul.h | 0xffffffffffffbc00 | 0xffffffffffffbc00 | rdn | 0xffffffffffff3c00 | 0x00  | fmul-h_op |
      | fmul.h | 0xffffffffffffbe00 | 0xffffffffffff3c00 | rdn | 0xffffffffffffbe00 | 0x00  | fmul-h_op |

    Examples: infinities
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff7c00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7c00 | 0x00  | fadd-h_op |
      | fadd.h | 0xffffffffffffbc00 | 0xfffffffffffffc00 | rne | 0xfffffffffffffc00 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff7c00 | 0xfffffffffffffc00 | rne | 0xffffffffffff7c00 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff7c00 | 0xffffffffffffc000 | rne | 0xfffffffffffffc00 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff7c00 | 0xffffffffffffc000 | rne | 0xfffffffffffffc00 | 0x00  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xfffffffffffffc00 | rne | 0xffffffffffff8000 | 0x00  | fdiv-h_op |
      | fmul.h | 0xfffffffffffffc00 | 0xfffffffffffffc00 | rne | 0xffffffffffff7c00 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff0000 | 0xffffffffffff7c00 | rne | 0xffffffffffff0000 | 0x00  | fdiv-h_op |

    Examples: division of a number by zero
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff0000 | rne | 0xffffffffffff7c00 | 0x08  | fdiv-h_op |
      | fdiv.h | 0xffffffffffffbc00 | 0xffffffffffff0000 | rne | 0xfffffffffffffc00 | 0x08  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xffffffffffff8000 | rne | 0xfffffffffffffc00 | 0x08  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff0001 | 0xffffffffffff0000 | rne | 0xffffffffffff7c00 | 0x08  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7bff | 0xffffffffffff8000 | rne | 0xfffffffffffffc00 | 0x08  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7c00 | 0xffffffffffff0000 | rne | 0xffffffffffff7c00 | 0x00  | fdiv-h_op |

    Examples: invalid operations give the canonical NaN
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff7c00 | 0xfffffffffffffc00 | rne | 0xffffffffffff7e00 | 0x10  | fadd-h_op |
      | fsub.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | rne | 0xffffffffffff7e00 | 0x10  | fsub-h_op |
      | fmul.h | 0xffffffffffff0000 | 0xffffffffffff7c00 | rne | 0xffffffffffff7e00 | 0x10  | fmul-h_op |
      | fmul.h | 0xfffffffffffffc00 | 0xffffffffffff0000 | rne | 0xffffffffffff7e00 | 0x10  | fmul-h_op |
      | fdiv.h | 0xffffffffffff0000 | 0xffffffffffff0000 | rne | 0xffffffffffff7e00 | 0x10  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff8000 | 0xffffffffffff0000 | rne | 0xffffffffffff7e00 | 0x10  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7c00 | 0xfffffffffffffc00 | rne | 0xffffffffffff7e00 | 0x10  | fdiv-h_op |

    Examples: a quiet NaN goes through quietly
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x00  | fdiv-h_op |
      | fadd.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | fadd-h_op |
      | fsub.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | fsub-h_op |
      | fmul.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | fmul-h_op |
      | fdiv.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | fdiv-h_op |
      | fdiv.h | 0xffffffffffff7e00 | 0xffffffffffff0000 | rne | 0xffffffffffff7e00 | 0x00  | fdiv-h_op |
      | fmul.h | 0xffffffffffffffff | 0xffffffffffff0000 | rne | 0xffffffffffff7e00 | 0x00  | fmul-h_op |
      | fadd.h | 0xffffffffffff7fff | 0xfffffffffffffe00 | rne | 0xffffffffffff7e00 | 0x00  | fadd-h_op |

    Examples: a signaling NaN does not
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fadd-h_op |
      | fsub.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fsub-h_op |
      | fmul.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fmul-h_op |
      | fdiv.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | rne | 0xffffffffffff7e00 | 0x10  | fdiv-h_op |
      | fadd.h | 0xffffffffffff7e00 | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fadd-h_op |
      | fsub.h | 0xffffffffffff7e00 | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fsub-h_op |
      | fmul.h | 0xffffffffffff7e00 | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fmul-h_op |
      | fdiv.h | 0xffffffffffff7e00 | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fdiv-h_op |

  Scenario Outline: fsqrt.h of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "fsqrt.h fa2, fa0, <rm>"
    Then fa2 = <result> [fsqrt-h_op]
    And fflags = <flags> [fsqrt-h_op]
    And no trap is taken [fsqrt-h_op]
    And nothing else changes but fs [fsqrt-h_op]

    Examples:
      | a                  | rm  | result             | flags |
      | 0xffffffffffff4400 | rne | 0xffffffffffff4000 | 0x00  |
      | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x00  |
      | 0xffffffffffff4000 | rne | 0xffffffffffff3da8 | 0x01  |
      | 0xffffffffffff4000 | rtz | 0xffffffffffff3da8 | 0x01  |
      | 0xffffffffffff4000 | rdn | 0xffffffffffff3da8 | 0x01  |
      | 0xffffffffffff4000 | rup | 0xffffffffffff3da9 | 0x01  |
      | 0xffffffffffff4000 | rmm | 0xffffffffffff3da8 | 0x01  |
      | 0xffffffffffff4200 | rne | 0xffffffffffff3eee | 0x01  |
      | 0xffffffffffff4200 | rtz | 0xffffffffffff3eed | 0x01  |
      | 0xffffffffffff4200 | rdn | 0xffffffffffff3eed | 0x01  |
      | 0xffffffffffff4200 | rup | 0xffffffffffff3eee | 0x01  |
      | 0xffffffffffff4200 | rmm | 0xffffffffffff3eee | 0x01  |
      | 0xffffffffffff3400 | rne | 0xffffffffffff3800 | 0x00  |
      | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  |
      | 0xffffffffffff8000 | rdn | 0xffffffffffff8000 | 0x00  |
      | 0xffffffffffff7c00 | rne | 0xffffffffffff7c00 | 0x00  |
      | 0xffffffffffff7bff | rne | 0xffffffffffff5bff | 0x01  |
      | 0xffffffffffff7bff | rtz | 0xffffffffffff5bff | 0x01  |
      | 0xffffffffffff7bff | rdn | 0xffffffffffff5bff | 0x01  |
      | 0xffffffffffff7bff | rup | 0xffffffffffff5c00 | 0x01  |
      | 0xffffffffffff7bff | rmm | 0xffffffffffff5bff | 0x01  |
      | 0xffffffffffff0001 | rne | 0xffffffffffff0c00 | 0x00  |
      | 0xffffffffffff0001 | rup | 0xffffffffffff0c00 | 0x00  |
      | 0xffffffffffff03ff | rne | 0xffffffffffff1fff | 0x01  |
      | 0xffffffffffff03ff | rtz | 0xffffffffffff1ffe | 0x01  |
      | 0xffffffffffff03ff | rdn | 0xffffffffffff1ffe | 0x01  |
      | 0xffffffffffff03ff | rup | 0xffffffffffff1fff | 0x01  |
      | 0xffffffffffff03ff | rmm | 0xffffffffffff1fff | 0x01  |
      | 0xffffffffffff0400 | rne | 0xffffffffffff2000 | 0x00  |
      | 0xffffffffffffbc00 | rne | 0xffffffffffff7e00 | 0x10  |
      | 0xffffffffffff8001 | rne | 0xffffffffffff7e00 | 0x10  |
      | 0xfffffffffffffc00 | rne | 0xffffffffffff7e00 | 0x10  |
      | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x00  |
      | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  |
      | 0xffffffffffff7c01 | rne | 0xffffffffffff7e00 | 0x10  |

  Scenario Outline: <insn> may overwrite its operands, and use one twice
    Given fa0 = 0xffffffffffff3e00
    When the hart executes "<insn>"
    Then fa0 = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                 | result             | rule      |
      | fadd.h fa0, fa0, fa0 | 0xffffffffffff4200 | fadd-h_op |
      | fsub.h fa0, fa0, fa0 | 0xffffffffffff0000 | fsub-h_op |
      | fmul.h fa0, fa0, fa0 | 0xffffffffffff4080 | fmul-h_op |
      | fdiv.h fa0, fa0, fa0 | 0xffffffffffff3c00 | fdiv-h_op |

  Scenario Outline: <insn> makes the canonical NaN, whatever NaN it is given
    Given fa0 = <a> and fa1 = 0xffffffffffff3c00 and fa3 = 0xffffffffffff4000
    When the hart executes "<insn>"
    Then fa2 = 0xffffffffffff7e00 [Zfh_canonical_NaN]
    And no trap is taken [Zfh_canonical_NaN]

    Examples:
      | insn                        | a                  |
      | fadd.h fa2, fa0, fa1        | 0xffffffffffff7e01 |
      | fadd.h fa2, fa0, fa1        | 0xffffffffffffffff |
      | fadd.h fa2, fa0, fa1        | 0xfffffffffffffc01 |
      | fsub.h fa2, fa1, fa0        | 0xffffffffffff7e01 |
      | fsub.h fa2, fa1, fa0        | 0xffffffffffffffff |
      | fsub.h fa2, fa1, fa0        | 0xfffffffffffffc01 |
      | fmul.h fa2, fa0, fa1        | 0xffffffffffff7e01 |
      | fmul.h fa2, fa0, fa1        | 0xffffffffffffffff |
      | fmul.h fa2, fa0, fa1        | 0xfffffffffffffc01 |
      | fdiv.h fa2, fa1, fa0        | 0xffffffffffff7e01 |
      | fdiv.h fa2, fa1, fa0        | 0xffffffffffffffff |
      | fdiv.h fa2, fa1, fa0        | 0xfffffffffffffc01 |
      | fsqrt.h fa2, fa0            | 0xffffffffffff7e01 |
      | fsqrt.h fa2, fa0            | 0xffffffffffffffff |
      | fsqrt.h fa2, fa0            | 0xfffffffffffffc01 |
      | fmadd.h fa2, fa0, fa1, fa3  | 0xffffffffffff7e01 |
      | fmadd.h fa2, fa0, fa1, fa3  | 0xffffffffffffffff |
      | fmadd.h fa2, fa0, fa1, fa3  | 0xfffffffffffffc01 |
      | fnmsub.h fa2, fa3, fa1, fa0 | 0xffffffffffff7e01 |
      | fnmsub.h fa2, fa3, fa1, fa0 | 0xffffffffffffffff |
      | fnmsub.h fa2, fa3, fa1, fa0 | 0xfffffffffffffc01 |
