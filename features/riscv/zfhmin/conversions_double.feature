@ext:Zfhmin @ext:D
Feature: Conversion between binary16 and binary64
  With D there are these two, which round once: not to binary32 first.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fcvt.h.d |
      | fcvt.d.h |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.d | 0x0000000000000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x8000000000000000 | rne | 0xffffffffffff8000 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0000000000000 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0000000000000 | rne | 0xffffffffffffbc00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff8000000000000 | rne | 0xffffffffffff3e00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effc0000000000 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f10000000000000 | rne | 0xffffffffffff0400 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e70000000000000 | rne | 0xffffffffffff0001 | 0x00  | fcvt-h-d_op |

    Examples: rounded by the mode
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.d | 0x3ff0020000000000 | rne | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0020000000000 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0020000000000 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0020000000000 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0020000000000 | rmm | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0060000000000 | rne | 0xffffffffffff3c02 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0060000000000 | rtz | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0060000000000 | rdn | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0060000000000 | rup | 0xffffffffffff3c02 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0060000000000 | rmm | 0xffffffffffff3c02 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | rne | 0xffffffffffffbc00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | rtz | 0xffffffffffffbc00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | rdn | 0xffffffffffffbc01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | rup | 0xffffffffffffbc00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | rmm | 0xffffffffffffbc01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0024000000000 | rne | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0024000000000 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0024000000000 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0024000000000 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0024000000000 | rmm | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0010000000000 | rne | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0010000000000 | rtz | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0010000000000 | rdn | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0010000000000 | rup | 0xffffffffffff3c01 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3ff0010000000000 | rmm | 0xffffffffffff3c00 | 0x01  | fcvt-h-d_op |

    Examples: beyond the range
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.d | 0x40effe0000000000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effe0000000000 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effe0000000000 | rdn | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effe0000000000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effe0000000000 | rmm | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effd0000000000 | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effd0000000000 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effd0000000000 | rdn | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effd0000000000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40effd0000000000 | rmm | 0xffffffffffff7bff | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x40f0000000000000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40f0000000000000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40f0000000000000 | rdn | 0xffffffffffff7bff | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40f0000000000000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x40f0000000000000 | rmm | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0xc0f0000000000000 | rne | 0xfffffffffffffc00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0xc0f0000000000000 | rtz | 0xfffffffffffffbff | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0xc0f0000000000000 | rdn | 0xfffffffffffffc00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0xc0f0000000000000 | rup | 0xfffffffffffffbff | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0xc0f0000000000000 | rmm | 0xfffffffffffffc00 | 0x05  | fcvt-h-d_op |
      | fcvt.h.d | 0x7fefffffffffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-d_op |

    Examples: subnormal results
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.d | 0x3f0ffc0000000000 | rne | 0xffffffffffff0400 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffc0000000000 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffc0000000000 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffc0000000000 | rup | 0xffffffffffff0400 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffc0000000000 | rmm | 0xffffffffffff0400 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffe0000000000 | rne | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffe0000000000 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffe0000000000 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffe0000000000 | rup | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0ffe0000000000 | rmm | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0fff0000000000 | rne | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0fff0000000000 | rtz | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0fff0000000000 | rdn | 0xffffffffffff03ff | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0fff0000000000 | rup | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3f0fff0000000000 | rmm | 0xffffffffffff0400 | 0x01  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e60000000000000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e60000000000000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e60000000000000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e60000000000000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e60000000000000 | rmm | 0xffffffffffff0001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e50000000000000 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e50000000000000 | rtz | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e50000000000000 | rdn | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e50000000000000 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e50000000000000 | rmm | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0xbe78000000000000 | rne | 0xffffffffffff8002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0xbe78000000000000 | rtz | 0xffffffffffff8001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0xbe78000000000000 | rdn | 0xffffffffffff8002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0xbe78000000000000 | rup | 0xffffffffffff8001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0xbe78000000000000 | rmm | 0xffffffffffff8002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e84000000000000 | rne | 0xffffffffffff0002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e84000000000000 | rtz | 0xffffffffffff0002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e84000000000000 | rdn | 0xffffffffffff0002 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e84000000000000 | rup | 0xffffffffffff0003 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x3e84000000000000 | rmm | 0xffffffffffff0003 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x0000000000000001 | rup | 0xffffffffffff0001 | 0x03  | fcvt-h-d_op |
      | fcvt.h.d | 0x0000000000000001 | rne | 0xffffffffffff0000 | 0x03  | fcvt-h-d_op |

    Examples: infinities and NaNs
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.h.d | 0x7ff0000000000000 | rne | 0xffffffffffff7c00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0xfff0000000000000 | rne | 0xfffffffffffffc00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x7ff8000000000000 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0xfff8000000000000 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x7ff8000000000001 | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0xffffffffffffffff | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-d_op |
      | fcvt.h.d | 0x7ff0000000000001 | rne | 0xffffffffffff7e00 | 0x10  | fcvt-h-d_op |
      | fcvt.h.d | 0xfff0000000000001 | rne | 0xffffffffffff7e00 | 0x10  | fcvt-h-d_op |
      | fcvt.h.d | 0x7fffffffffffffff | rne | 0xffffffffffff7e00 | 0x00  | fcvt-h-d_op |
      | fcvt.d.h | 0xffffffffffff7c00 | rne | 0x7ff0000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xfffffffffffffc00 | rne | 0xfff0000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff7e00 | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xfffffffffffffe01 | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffffff | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff7c01 | rne | 0x7ff8000000000000 | 0x10  | fcvt-d-h_op |
      | fcvt.d.h | 0xfffffffffffffc01 | rne | 0x7ff8000000000000 | 0x10  | fcvt-d-h_op |

    Examples: exact, subnormals too
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.d.h | 0xffffffffffff0000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff8000 | rne | 0x8000000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff3c00 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc00 | rne | 0xbff0000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff3c01 | rne | 0x3ff0040000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff7bff | rne | 0x40effc0000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff0400 | rne | 0x3f10000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff03ff | rne | 0x3f0ff80000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff0001 | rne | 0x3e70000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff8001 | rne | 0xbe70000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffff0003 | rne | 0x3e88000000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc01 | rne | 0xbff0040000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc01 | rtz | 0xbff0040000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc01 | rdn | 0xbff0040000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc01 | rup | 0xbff0040000000000 | 0x00  | fcvt-d-h_op |
      | fcvt.d.h | 0xffffffffffffbc01 | rmm | 0xbff0040000000000 | 0x00  | fcvt-d-h_op |

  Scenario Outline: <insn> rounds <a> by frm, which fcsr = <fcsr> holds
    Given fa0 = <a> and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn     | a                  | fcsr | result             | rule        |
      | fcvt.h.d | 0xbff0020000000000 | 0x00 | 0xffffffffffffbc00 | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | 0x20 | 0xffffffffffffbc00 | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | 0x40 | 0xffffffffffffbc01 | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | 0x60 | 0xffffffffffffbc00 | fcvt-h-d_op |
      | fcvt.h.d | 0xbff0020000000000 | 0x80 | 0xffffffffffffbc01 | fcvt-h-d_op |

  @rule:fcvt-h-d_op
  Scenario Outline: fcvt.h.d of <a> is not rounded to binary32 on the way
    Given fa0 = <a>
    When the hart executes "fcvt.h.d fa2, fa0, rne"
    Then fa2 = <result>
    And fflags = 1

    Examples:
      | a                  | result             |
      | 0x3ff0020000000001 | 0xffffffffffff3c01 |
      | 0x3ff005ffffffffff | 0xffffffffffff3c01 |
      | 0xbff0020000000001 | 0xffffffffffffbc01 |
      | 0x3ff0020000000000 | 0xffffffffffff3c00 |
