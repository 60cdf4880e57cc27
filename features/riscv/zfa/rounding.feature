@ext:Zfa
Feature: Rounding to an integer in binary32
  Whatever the size, the result is an integer of the same format; fround never says that it changed anything,
  froundnx does.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | fround.s   |
      | froundnx.s |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: fractions
      | insn       | a                  | rm  | result             | flags | rule          |
      | fround.s   | 0xffffffff3f000000 | rne | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3f000000 | rtz | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3f000000 | rdn | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3f000000 | rup | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3f000000 | rmm | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3fc00000 | rne | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3fc00000 | rtz | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3fc00000 | rdn | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3fc00000 | rup | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3fc00000 | rmm | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff40200000 | rne | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff40200000 | rtz | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff40200000 | rdn | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff40200000 | rup | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff40200000 | rmm | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf000000 | rne | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf000000 | rtz | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf000000 | rdn | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf000000 | rup | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf000000 | rmm | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbfc00000 | rne | 0xffffffffc0000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbfc00000 | rtz | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbfc00000 | rdn | 0xffffffffc0000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbfc00000 | rup | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbfc00000 | rmm | 0xffffffffc0000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3e800000 | rne | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3e800000 | rtz | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3e800000 | rdn | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3e800000 | rup | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff3e800000 | rmm | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf400000 | rne | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf400000 | rtz | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf400000 | rdn | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf400000 | rup | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffbf400000 | rmm | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4048f5c2 | rne | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4048f5c2 | rtz | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4048f5c2 | rdn | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4048f5c2 | rup | 0xffffffff40800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4048f5c2 | rmm | 0xffffffff40400000 | 0x00  | fround-s_op   |
      | froundnx.s | 0xffffffff3f000000 | rne | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3f000000 | rtz | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3f000000 | rdn | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3f000000 | rup | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3f000000 | rmm | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3fc00000 | rne | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3fc00000 | rtz | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3fc00000 | rdn | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3fc00000 | rup | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3fc00000 | rmm | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff40200000 | rne | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff40200000 | rtz | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff40200000 | rdn | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff40200000 | rup | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff40200000 | rmm | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf000000 | rne | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf000000 | rtz | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf000000 | rdn | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf000000 | rup | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf000000 | rmm | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbfc00000 | rne | 0xffffffffc0000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbfc00000 | rtz | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbfc00000 | rdn | 0xffffffffc0000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbfc00000 | rup | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbfc00000 | rmm | 0xffffffffc0000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3e800000 | rne | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3e800000 | rtz | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3e800000 | rdn | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3e800000 | rup | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff3e800000 | rmm | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf400000 | rne | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf400000 | rtz | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf400000 | rdn | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf400000 | rup | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffffbf400000 | rmm | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4048f5c2 | rne | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4048f5c2 | rtz | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4048f5c2 | rdn | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4048f5c2 | rup | 0xffffffff40800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4048f5c2 | rmm | 0xffffffff40400000 | 0x01  | froundnx-s_op |
      | fround.s   | 0xffffffffc3f0787f | rne | 0xffffffffc3f08000 | 0x00  | fround-s_op   |
      | froundnx.s | 0xffffffffc3f0787f | rne | 0xffffffffc3f08000 | 0x01  | froundnx-s_op |

    Examples: integers
      | insn       | a                  | rm  | result             | flags | rule          |
      | fround.s   | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffc0e00000 | rne | 0xffffffffc0e00000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff42c80000 | rne | 0xffffffff42c80000 | 0x00  | fround-s_op   |
      | froundnx.s | 0xffffffff3f800000 | rne | 0xffffffff3f800000 | 0x00  | froundnx-s_op |
      | froundnx.s | 0xffffffffc0e00000 | rne | 0xffffffffc0e00000 | 0x00  | froundnx-s_op |
      | froundnx.s | 0xffffffff42c80000 | rne | 0xffffffff42c80000 | 0x00  | froundnx-s_op |

    Examples: large numbers
      | insn       | a                  | rm  | result             | flags | rule          |
      | fround.s   | 0xffffffff4b000000 | rne | 0xffffffff4b000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4affffff | rne | 0xffffffff4b000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4b000001 | rne | 0xffffffff4b000001 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff4a800001 | rne | 0xffffffff4a800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff7f7fffff | rne | 0xffffffff7f7fffff | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffffff7fffff | rne | 0xffffffffff7fffff | 0x00  | fround-s_op   |
      | froundnx.s | 0xffffffff4b000000 | rne | 0xffffffff4b000000 | 0x00  | froundnx-s_op |
      | froundnx.s | 0xffffffff4affffff | rne | 0xffffffff4b000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff4b000001 | rne | 0xffffffff4b000001 | 0x00  | froundnx-s_op |
      | froundnx.s | 0xffffffff4a800001 | rne | 0xffffffff4a800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff7f7fffff | rne | 0xffffffff7f7fffff | 0x00  | froundnx-s_op |
      | froundnx.s | 0xffffffffff7fffff | rne | 0xffffffffff7fffff | 0x00  | froundnx-s_op |

    Examples: subnormal numbers
      | insn       | a                  | rm  | result             | flags | rule          |
      | fround.s   | 0xffffffff00000001 | rne | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff00000001 | rdn | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff00000001 | rup | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff007fffff | rne | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff007fffff | rdn | 0xffffffff00000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff007fffff | rup | 0xffffffff3f800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff80000001 | rne | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff80000001 | rdn | 0xffffffffbf800000 | 0x00  | fround-s_op   |
      | fround.s   | 0xffffffff80000001 | rup | 0xffffffff80000000 | 0x00  | fround-s_op   |
      | froundnx.s | 0xffffffff00000001 | rne | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff00000001 | rdn | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff00000001 | rup | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff007fffff | rne | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff007fffff | rdn | 0xffffffff00000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff007fffff | rup | 0xffffffff3f800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff80000001 | rne | 0xffffffff80000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff80000001 | rdn | 0xffffffffbf800000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0xffffffff80000001 | rup | 0xffffffff80000000 | 0x01  | froundnx-s_op |

    Examples: zeros and infinities
      | insn       | a                  | rm  | result             | flags | rule              |
      | fround.s   | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | fround-s_zero_inf |
      | fround.s   | 0xffffffff80000000 | rne | 0xffffffff80000000 | 0x00  | fround-s_zero_inf |
      | fround.s   | 0xffffffff7f800000 | rne | 0xffffffff7f800000 | 0x00  | fround-s_zero_inf |
      | fround.s   | 0xffffffffff800000 | rne | 0xffffffffff800000 | 0x00  | fround-s_zero_inf |
      | froundnx.s | 0xffffffff00000000 | rne | 0xffffffff00000000 | 0x00  | froundnx-s_op     |
      | froundnx.s | 0xffffffff80000000 | rne | 0xffffffff80000000 | 0x00  | froundnx-s_op     |
      | froundnx.s | 0xffffffff7f800000 | rne | 0xffffffff7f800000 | 0x00  | froundnx-s_op     |
      | froundnx.s | 0xffffffffff800000 | rne | 0xffffffffff800000 | 0x00  | froundnx-s_op     |

    Examples: NaNs
      | insn       | a                  | rm  | result             | flags | rule            |
      | fround.s   | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x00  | fround-s_nan_nv |
      | fround.s   | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | fround-s_nan_nv |
      | fround.s   | 0xffffffff7f800001 | rne | 0xffffffff7fc00000 | 0x10  | fround-s_nan_nv |
      | fround.s   | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | fround-s_nan_nv |
      | froundnx.s | 0xffffffff7fc00000 | rne | 0xffffffff7fc00000 | 0x00  | froundnx-s_op   |
      | froundnx.s | 0xffffffffffc00001 | rne | 0xffffffff7fc00000 | 0x00  | froundnx-s_op   |
      | froundnx.s | 0xffffffff7f800001 | rne | 0xffffffff7fc00000 | 0x10  | froundnx-s_op   |
      | froundnx.s | 0xffffffffff800001 | rne | 0xffffffff7fc00000 | 0x10  | froundnx-s_op   |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffff40200000 and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> and fcsr = <after> [<rule>]

    Examples:
      | insn       | fcsr | result             | after | rule          |
      | fround.s   | 0x00 | 0xffffffff40000000 | 0x00  | fround-s_op   |
      | fround.s   | 0x20 | 0xffffffff40000000 | 0x20  | fround-s_op   |
      | fround.s   | 0x40 | 0xffffffff40000000 | 0x40  | fround-s_op   |
      | fround.s   | 0x60 | 0xffffffff40400000 | 0x60  | fround-s_op   |
      | fround.s   | 0x80 | 0xffffffff40400000 | 0x80  | fround-s_op   |
      | froundnx.s | 0x00 | 0xffffffff40000000 | 0x01  | froundnx-s_op |
      | froundnx.s | 0x20 | 0xffffffff40000000 | 0x21  | froundnx-s_op |
      | froundnx.s | 0x40 | 0xffffffff40000000 | 0x41  | froundnx-s_op |
      | froundnx.s | 0x60 | 0xffffffff40400000 | 0x61  | froundnx-s_op |
      | froundnx.s | 0x80 | 0xffffffff40400000 | 0x81  | froundnx-s_op |
