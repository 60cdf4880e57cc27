@ext:F
Feature: Arithmetic in binary32
  One rounding of the exact result, in the mode of the rm field; the flags say what became of it. A NaN
  that comes out is the canonical one, and whether a result is tiny is judged after rounding.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fadd.s  |
      | fsub.s  |
      | fmul.s  |
      | fdiv.s  |
      | fsqrt.s |

  Scenario Outline: <insn> of <a> and <b>, rounded by <rm>, gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact results set no flag
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff40000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff3fc00000 | 0xffffffffbf000000 | rne | 0xffffffff3f800000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff40400000 | 0xffffffff3f800000 | rne | 0xffffffff40000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff40400000 | rne | 0xffffffffc0000000 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff3fc00000 | 0xffffffff40000000 | rne | 0xffffffff40400000 | 0x00  | fmul-s_op |
      | fmul.s | 0xffffffffc0400000 | 0xffffffff3f000000 | rne | 0xffffffffbfc00000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff40400000 | 0xffffffff40000000 | rne | 0xffffffff3fc00000 | 0x00  | fdiv-s_op |
      | fdiv.s | 0xffffffffbf800000 | 0xffffffffc0000000 | rne | 0xffffffff3f000000 | 0x00  | fdiv-s_op |

    Examples: what lies half way goes where the mode says
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff33800000 | rne | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff33800000 | rtz | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff33800000 | rdn | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff33800000 | rup | 0xffffffff3f800001 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff33800000 | rmm | 0xffffffff3f800001 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800001 | 0xffffffff33800000 | rne | 0xffffffff3f800002 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800001 | 0xffffffff33800000 | rtz | 0xffffffff3f800001 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800001 | 0xffffffff33800000 | rdn | 0xffffffff3f800001 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800001 | 0xffffffff33800000 | rup | 0xffffffff3f800002 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800001 | 0xffffffff33800000 | rmm | 0xffffffff3f800002 | 0x01  | fadd-s_op |
      | fsub.s | 0xffffffffbf800000 | 0xffffffff33800000 | rne | 0xffffffffbf800000 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffffbf800000 | 0xffffffff33800000 | rtz | 0xffffffffbf800000 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffffbf800000 | 0xffffffff33800000 | rdn | 0xffffffffbf800001 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffffbf800000 | 0xffffffff33800000 | rup | 0xffffffffbf800000 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffffbf800000 | 0xffffffff33800000 | rmm | 0xffffffffbf800001 | 0x01  | fsub-s_op |

    Examples: what lies elsewhere
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff40400000 | rne | 0xffffffff3eaaaaab | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff40400000 | rtz | 0xffffffff3eaaaaaa | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff40400000 | rdn | 0xffffffff3eaaaaaa | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff40400000 | rup | 0xffffffff3eaaaaab | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff40400000 | rmm | 0xffffffff3eaaaaab | 0x01  | fdiv-s_op |
      | fmul.s | 0xffffffff3f800001 | 0xffffffff3f800001 | rne | 0xffffffff3f800002 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff3f800001 | 0xffffffff3f800001 | rtz | 0xffffffff3f800002 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff3f800001 | 0xffffffff3f800001 | rdn | 0xffffffff3f800002 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff3f800001 | 0xffffffff3f800001 | rup | 0xffffffff3f800003 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff3f800001 | 0xffffffff3f800001 | rmm | 0xffffffff3f800002 | 0x01  | fmul-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff00000001 | rne | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff00000001 | rtz | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff00000001 | rdn | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff00000001 | rup | 0xffffffff3f800001 | 0x01  | fadd-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffff00000001 | rmm | 0xffffffff3f800000 | 0x01  | fadd-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff00000001 | rne | 0xffffffff3f800000 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff00000001 | rtz | 0xffffffff3f7fffff | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff00000001 | rdn | 0xffffffff3f7fffff | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff00000001 | rup | 0xffffffff3f800000 | 0x01  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff00000001 | rmm | 0xffffffff3f800000 | 0x01  | fsub-s_op |
      | fdiv.s | 0xffffffffc0000000 | 0xffffffff40400000 | rne | 0xffffffffbf2aaaab | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffffc0000000 | 0xffffffff40400000 | rtz | 0xffffffffbf2aaaaa | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffffc0000000 | 0xffffffff40400000 | rdn | 0xffffffffbf2aaaab | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffffc0000000 | 0xffffffff40400000 | rup | 0xffffffffbf2aaaaa | 0x01  | fdiv-s_op |
      | fdiv.s | 0xffffffffc0000000 | 0xffffffff40400000 | rmm | 0xffffffffbf2aaaab | 0x01  | fdiv-s_op |

    Examples: overflow gives infinity or the largest number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff7f7fffff | rne | 0xffffffff7f800000 | 0x05  | fadd-s_op |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff7f7fffff | rtz | 0xffffffff7f7fffff | 0x05  | fadd-s_op |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff7f7fffff | rdn | 0xffffffff7f7fffff | 0x05  | fadd-s_op |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff7f7fffff | rup | 0xffffffff7f800000 | 0x05  | fadd-s_op |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff7f7fffff | rmm | 0xffffffff7f800000 | 0x05  | fadd-s_op |
      | fmul.s | 0xffffffffff7fffff | 0xffffffff40000000 | rne | 0xffffffffff800000 | 0x05  | fmul-s_op |
      | fmul.s | 0xffffffffff7fffff | 0xffffffff40000000 | rtz | 0xffffffffff7fffff | 0x05  | fmul-s_op |
      | fmul.s | 0xffffffffff7fffff | 0xffffffff40000000 | rdn | 0xffffffffff800000 | 0x05  | fmul-s_op |
      | fmul.s | 0xffffffffff7fffff | 0xffffffff40000000 | rup | 0xffffffffff7fffff | 0x05  | fmul-s_op |
      | fmul.s | 0xffffffffff7fffff | 0xffffffff40000000 | rmm | 0xffffffffff800000 | 0x05  | fmul-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f000000 | rne | 0xffffffff7f800000 | 0x05  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f000000 | rtz | 0xffffffff7f7fffff | 0x05  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f000000 | rdn | 0xffffffff7f7fffff | 0x05  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f000000 | rup | 0xffffffff7f800000 | 0x05  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f000000 | rmm | 0xffffffff7f800000 | 0x05  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff3f7fffff | rne | 0xffffffff7f800000 | 0x05  | fdiv-s_op |
      | fadd.s | 0xffffffff7f7fffff | 0xffffffff73000000 | rne | 0xffffffff7f800000 | 0x05  | fadd-s_op |

    Examples: subnormal numbers, exact
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff00000001 | 0xffffffff00000001 | rne | 0xffffffff00000002 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff007fffff | 0xffffffff00000001 | rne | 0xffffffff00800000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff00800000 | 0xffffffff00000001 | rne | 0xffffffff007fffff | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff00800001 | 0xffffffff00800000 | rne | 0xffffffff00000001 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f000000 | rne | 0xffffffff00400000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff00800002 | 0xffffffff40000000 | rne | 0xffffffff00400001 | 0x00  | fdiv-s_op |
      | fmul.s | 0xffffffff00000001 | 0xffffffff40000000 | rne | 0xffffffff00000002 | 0x00  | fmul-s_op |
      | fadd.s | 0xffffffff80800000 | 0xffffffff00000001 | rne | 0xffffffff807fffff | 0x00  | fadd-s_op |

    Examples: subnormal numbers, inexact: underflow
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.s | 0xffffffff00000001 | 0xffffffff3f000000 | rne | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00000001 | 0xffffffff3f000000 | rtz | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00000001 | 0xffffffff3f000000 | rdn | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00000001 | 0xffffffff3f000000 | rup | 0xffffffff00000001 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00000001 | 0xffffffff3f000000 | rmm | 0xffffffff00000001 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff80000001 | 0xffffffff3f000000 | rne | 0xffffffff80000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff80000001 | 0xffffffff3f000000 | rtz | 0xffffffff80000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff80000001 | 0xffffffff3f000000 | rdn | 0xffffffff80000001 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff80000001 | 0xffffffff3f000000 | rup | 0xffffffff80000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff80000001 | 0xffffffff3f000000 | rmm | 0xffffffff80000001 | 0x03  | fmul-s_op |
      | fdiv.s | 0xffffffff00800001 | 0xffffffff40000000 | rne | 0xffffffff00400000 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00800001 | 0xffffffff40000000 | rtz | 0xffffffff00400000 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00800001 | 0xffffffff40000000 | rdn | 0xffffffff00400000 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00800001 | 0xffffffff40000000 | rup | 0xffffffff00400001 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00800001 | 0xffffffff40000000 | rmm | 0xffffffff00400001 | 0x03  | fdiv-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff33800000 | rne | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff33800000 | rtz | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff33800000 | rdn | 0xffffffff00000000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff33800000 | rup | 0xffffffff00000001 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff33800000 | rmm | 0xffffffff00000001 | 0x03  | fmul-s_op |

    Examples: tininess is detected after rounding: these become the smallest normal number
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f7fffff | rne | 0xffffffff00800000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f7fffff | rtz | 0xffffffff007fffff | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f7fffff | rdn | 0xffffffff007fffff | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f7fffff | rup | 0xffffffff00800000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff00800000 | 0xffffffff3f7fffff | rmm | 0xffffffff00800000 | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff007fffff | 0xffffffff3f800001 | rne | 0xffffffff00800000 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff007fffff | 0xffffffff3f800001 | rtz | 0xffffffff007fffff | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff007fffff | 0xffffffff3f800001 | rdn | 0xffffffff007fffff | 0x03  | fmul-s_op |
      | fmul.s | 0xffffffff007fffff | 0xffffffff3f800001 | rup | 0xffffffff00800000 | 0x01  | fmul-s_op |
      | fmul.s | 0xffffffff007fffff | 0xffffffff3f800001 | rmm | 0xffffffff00800000 | 0x01  | fmul-s_op |
      | fdiv.s | 0xffffffff00ffffff | 0xffffffff40000000 | rne | 0xffffffff00800000 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00ffffff | 0xffffffff40000000 | rtz | 0xffffffff007fffff | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00ffffff | 0xffffffff40000000 | rdn | 0xffffffff007fffff | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00ffffff | 0xffffffff40000000 | rup | 0xffffffff00800000 | 0x03  | fdiv-s_op |
      | fdiv.s | 0xffffffff00ffffff | 0xffffffff40000000 | rmm | 0xffffffff00800000 | 0x03  | fdiv-s_op |

    Examples: signs of zeros
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff00000000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff00000000 | 0xffffffff00000000 | rdn | 0xffffffff00000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff00000000 | 0xffffffff80000000 | rne | 0xffffffff00000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff00000000 | 0xffffffff80000000 | rdn | 0xffffffff80000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff80000000 | 0xffffffff80000000 | rne | 0xffffffff80000000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffff80000000 | 0xffffffff80000000 | rdn | 0xffffffff80000000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff00000000 | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff00000000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff3f800000 | rne | 0xffffffff00000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffff3f800000 | rdn | 0xffffffff80000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff80000000 | 0xffffffff00000000 | rne | 0xffffffff80000000 | 0x00  | fsub-s_op |
      | fsub.s | 0xffffffff80000000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff80000000 | 0xffffffff3f800000 | rdn | 0xffffffff80000000 | 0x00  | fmul-s_op |
      | fmul.s | 0xffffffff80000000 | 0xffffffffbf800000 | rdn | 0xffffffff00000000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff00000000 | 0xffffffffbf800000 | rdn | 0xffffffff80000000 | 0x00  | fdiv-s_op |
      | fmul.s | 0xffffffff00000000 | 0xffffffff80000000 | rdn | 0xffffffff80000000 | 0x00  | fmul-s_op |
      | fmul.s | 0xffffffffbf800000 | 0xffffffff00000000 | rdn | 0xffffffff80000000 | 0x00  | fmul-s_op |
      | fmul.s | 0xffffffffbf800000 | 0xffffffffbf800000 | rdn | 0xffffffff3f800000 | 0x00  | fmul-s_op |
      | fmul.s | 0xffffffffbfc00000 | 0xffffffff3f800000 | rdn | 0xffffffffbfc00000 | 0x00  | fmul-s_op |

    Examples: infinities
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff7f800000 | 0xffffffff3f800000 | rne | 0xffffffff7f800000 | 0x00  | fadd-s_op |
      | fadd.s | 0xffffffffbf800000 | 0xffffffffff800000 | rne | 0xffffffffff800000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff7f800000 | 0xffffffffff800000 | rne | 0xffffffff7f800000 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff7f800000 | 0xffffffffc0000000 | rne | 0xffffffffff800000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff7f800000 | 0xffffffffc0000000 | rne | 0xffffffffff800000 | 0x00  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffffff800000 | rne | 0xffffffff80000000 | 0x00  | fdiv-s_op |
      | fmul.s | 0xffffffffff800000 | 0xffffffffff800000 | rne | 0xffffffff7f800000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff00000000 | 0xffffffff7f800000 | rne | 0xffffffff00000000 | 0x00  | fdiv-s_op |

    Examples: division of a number by zero
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff00000000 | rne | 0xffffffff7f800000 | 0x08  | fdiv-s_op |
      | fdiv.s | 0xffffffffbf800000 | 0xffffffff00000000 | rne | 0xffffffffff800000 | 0x08  | fdiv-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffff80000000 | rne | 0xffffffffff800000 | 0x08  | fdiv-s_op |
      | fdiv.s | 0xffffffff00000001 | 0xffffffff00000000 | rne | 0xffffffff7f800000 | 0x08  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f7fffff | 0xffffffff80000000 | rne | 0xffffffffff800000 | 0x08  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f800000 | 0xffffffff00000000 | rne | 0xffffffff7f800000 | 0x00  | fdiv-s_op |

    Examples: invalid operations give the canonical NaN
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff7f800000 | 0xffffffffff800000 | rne | 0xffffffff7fc00000 | 0x10  | fadd-s_op |
      | fsub.s | 0xffffffff7f800000 | 0xffffffff7f800000 | rne | 0xffffffff7fc00000 | 0x10  | fsub-s_op |
      | fmul.s | 0xffffffff00000000 | 0xffffffff7f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmul-s_op |
      | fmul.s | 0xffffffffff800000 | 0xffffffff00000000 | rne | 0xffffffff7fc00000 | 0x10  | fmul-s_op |
      | fdiv.s | 0xffffffff00000000 | 0xffffffff00000000 | rne | 0xffffffff7fc00000 | 0x10  | fdiv-s_op |
      | fdiv.s | 0xffffffff80000000 | 0xffffffff00000000 | rne | 0xffffffff7fc00000 | 0x10  | fdiv-s_op |
      | fdiv.s | 0xffffffff7f800000 | 0xffffffffff800000 | rne | 0xffffffff7fc00000 | 0x10  | fdiv-s_op |

    Examples: a quiet NaN goes through quietly
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x00  | fdiv-s_op |
      | fadd.s | 0xffffffff3f800000 | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | fadd-s_op |
      | fsub.s | 0xffffffff3f800000 | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | fsub-s_op |
      | fmul.s | 0xffffffff3f800000 | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | fmul-s_op |
      | fdiv.s | 0xffffffff3f800000 | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | fdiv-s_op |
      | fdiv.s | 0xffffffff7fc00000 | 0xffffffff00000000 | rne | 0xffffffff7fc00000 | 0x00  | fdiv-s_op |
      | fmul.s | 0xffffffffffffffff | 0xffffffff00000000 | rne | 0xffffffff7fc00000 | 0x00  | fmul-s_op |
      | fadd.s | 0xffffffff7fffffff | 0xffffffffffc00000 | rne | 0xffffffff7fc00000 | 0x00  | fadd-s_op |

    Examples: a signaling NaN does not
      | insn   | a                  | b                  | rm  | result             | flags | rule      |
      | fadd.s | 0xffffffff7f800001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fadd-s_op |
      | fsub.s | 0xffffffff7f800001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fsub-s_op |
      | fmul.s | 0xffffffff7f800001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fmul-s_op |
      | fdiv.s | 0xffffffff7f800001 | 0xffffffff3f800000 | rne | 0xffffffff7fc00000 | 0x10  | fdiv-s_op |
      | fadd.s | 0xffffffff7fc00000 | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fadd-s_op |
      | fsub.s | 0xffffffff7fc00000 | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fsub-s_op |
      | fmul.s | 0xffffffff7fc00000 | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fmul-s_op |
      | fdiv.s | 0xffffffff7fc00000 | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fdiv-s_op |

  Scenario Outline: fsqrt.s of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "fsqrt.s fa2, fa0, <rm>"
    Then fa2 = <result> [fsqrt-s_op]
    And fflags = <flags> [fsqrt-s_op]
    And no trap is taken [fsqrt-s_op]
    And nothing else changes but fs [fsqrt-s_op]

    Examples:
      | a                  | rm  | result             | flags |
      | 0xffffffff40800000 | rne | 0xffffffff40000000 | 0x00  |
      | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x00  |
      | 0xffffffff40000000 | rne | 0xffffffff3fb504f3 | 0x01  |
      | 0xffffffff40000000 | rtz | 0xffffffff3fb504f3 | 0x01  |
      | 0xffffffff40000000 | rdn | 0xffffffff3fb504f3 | 0x01  |
      | 0xffffffff40000000 | rup | 0xffffffff3fb504f4 | 0x01  |
      | 0xffffffff40000000 | rmm | 0xffffffff3fb504f3 | 0x01  |
      | 0xffffffff40400000 | rne | 0xffffffff3fddb3d7 | 0x01  |
      | 0xffffffff40400000 | rtz | 0xffffffff3fddb3d7 | 0x01  |
      | 0xffffffff40400000 | rdn | 0xffffffff3fddb3d7 | 0x01  |
      | 0xffffffff40400000 | rup | 0xffffffff3fddb3d8 | 0x01  |
      | 0xffffffff40400000 | rmm | 0xffffffff3fddb3d7 | 0x01  |
      | 0xffffffff3e800000 | rne | 0xffffffff3f000000 | 0x00  |
      | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  |
      | 0xffffffff80000000 | rdn | 0xffffffff80000000 | 0x00  |
      | 0xffffffff7f800000 | rne | 0xffffffff7f800000 | 0x00  |
      | 0xffffffff7f7fffff | rne | 0xffffffff5f7fffff | 0x01  |
      | 0xffffffff7f7fffff | rtz | 0xffffffff5f7fffff | 0x01  |
      | 0xffffffff7f7fffff | rdn | 0xffffffff5f7fffff | 0x01  |
      | 0xffffffff7f7fffff | rup | 0xffffffff5f800000 | 0x01  |
      | 0xffffffff7f7fffff | rmm | 0xffffffff5f7fffff | 0x01  |
      | 0xffffffff00000001 | rne | 0xffffffff1a3504f3 | 0x01  |
      | 0xffffffff00000001 | rup | 0xffffffff1a3504f4 | 0x01  |
      | 0xffffffff007fffff | rne | 0xffffffff1fffffff | 0x01  |
      | 0xffffffff007fffff | rtz | 0xffffffff1ffffffe | 0x01  |
      | 0xffffffff007fffff | rdn | 0xffffffff1ffffffe | 0x01  |
      | 0xffffffff007fffff | rup | 0xffffffff1fffffff | 0x01  |
      | 0xffffffff007fffff | rmm | 0xffffffff1fffffff | 0x01  |
      | 0xffffffff00800000 | rne | 0xffffffff20000000 | 0x00  |
      | 0xffffffffbf800000 | rne | 0xffffffff7fc00000 | 0x10  |
      | 0xffffffff80000001 | rne | 0xffffffff7fc00000 | 0x10  |
      | 0xffffffffff800000 | rne | 0xffffffff7fc00000 | 0x10  |
      | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x00  |
      | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  |
      | 0xffffffff7f800001 | rne | 0xffffffff7fc00000 | 0x10  |

  Scenario Outline: <insn> may overwrite its operands, and use one twice
    Given fa0 = 0xffffffff3fc00000
    When the hart executes "<insn>"
    Then fa0 = <result> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn                 | result             | rule      |
      | fadd.s fa0, fa0, fa0 | 0xffffffff40400000 | fadd-s_op |
      | fsub.s fa0, fa0, fa0 | 0xffffffff00000000 | fsub-s_op |
      | fmul.s fa0, fa0, fa0 | 0xffffffff40100000 | fmul-s_op |
      | fdiv.s fa0, fa0, fa0 | 0xffffffff3f800000 | fdiv-s_op |

  Scenario Outline: <insn> makes the canonical NaN, whatever NaN it is given
    Given fa0 = <a> and fa1 = 0xffffffff3f800000 and fa3 = 0xffffffff40000000
    When the hart executes "<insn>"
    Then fa2 = 0xffffffff7fc00000 [F_canonical_NaN]
    And no trap is taken [F_canonical_NaN]

    Examples:
      | insn                        | a                  |
      | fadd.s fa2, fa0, fa1        | 0xffffffff7fc00001 |
      | fadd.s fa2, fa0, fa1        | 0xffffffffffffffff |
      | fadd.s fa2, fa0, fa1        | 0xffffffffff800001 |
      | fsub.s fa2, fa1, fa0        | 0xffffffff7fc00001 |
      | fsub.s fa2, fa1, fa0        | 0xffffffffffffffff |
      | fsub.s fa2, fa1, fa0        | 0xffffffffff800001 |
      | fmul.s fa2, fa0, fa1        | 0xffffffff7fc00001 |
      | fmul.s fa2, fa0, fa1        | 0xffffffffffffffff |
      | fmul.s fa2, fa0, fa1        | 0xffffffffff800001 |
      | fdiv.s fa2, fa1, fa0        | 0xffffffff7fc00001 |
      | fdiv.s fa2, fa1, fa0        | 0xffffffffffffffff |
      | fdiv.s fa2, fa1, fa0        | 0xffffffffff800001 |
      | fsqrt.s fa2, fa0            | 0xffffffff7fc00001 |
      | fsqrt.s fa2, fa0            | 0xffffffffffffffff |
      | fsqrt.s fa2, fa0            | 0xffffffffff800001 |
      | fmadd.s fa2, fa0, fa1, fa3  | 0xffffffff7fc00001 |
      | fmadd.s fa2, fa0, fa1, fa3  | 0xffffffffffffffff |
      | fmadd.s fa2, fa0, fa1, fa3  | 0xffffffffff800001 |
      | fnmsub.s fa2, fa3, fa1, fa0 | 0xffffffff7fc00001 |
      | fnmsub.s fa2, fa3, fa1, fa0 | 0xffffffffffffffff |
      | fnmsub.s fa2, fa3, fa1, fa0 | 0xffffffffff800001 |
