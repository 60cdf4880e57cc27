@ext:Zfa @ext:Zfh
Feature: Rounding to an integer in binary16
  Whatever the size, the result is an integer of the same format; fround never says that it changed anything,
  froundnx does.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | fround.h   |
      | froundnx.h |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: fractions
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.h   | 0xffffffffffff3800 | rne | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3800 | rtz | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3800 | rdn | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3800 | rup | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3800 | rmm | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3e00 | rne | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3e00 | rtz | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3e00 | rdn | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3e00 | rup | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3e00 | rmm | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4100 | rne | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4100 | rtz | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4100 | rdn | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4100 | rup | 0xffffffffffff4200 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4100 | rmm | 0xffffffffffff4200 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffb800 | rne | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffb800 | rtz | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffb800 | rdn | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffb800 | rup | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffb800 | rmm | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffbe00 | rne | 0xffffffffffffc000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffbe00 | rtz | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffbe00 | rdn | 0xffffffffffffc000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffbe00 | rup | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffbe00 | rmm | 0xffffffffffffc000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3400 | rne | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3400 | rtz | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3400 | rdn | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3400 | rup | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff3400 | rmm | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffba00 | rne | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffba00 | rtz | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffba00 | rdn | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffba00 | rup | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffba00 | rmm | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4247 | rne | 0xffffffffffff4200 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4247 | rtz | 0xffffffffffff4200 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4247 | rdn | 0xffffffffffff4200 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4247 | rup | 0xffffffffffff4400 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff4247 | rmm | 0xffffffffffff4200 | 0x00  | fround-h   |
      | froundnx.h | 0xffffffffffff3800 | rne | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3800 | rtz | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3800 | rdn | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3800 | rup | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3800 | rmm | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3e00 | rne | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3e00 | rtz | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3e00 | rdn | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3e00 | rup | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3e00 | rmm | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4100 | rne | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4100 | rtz | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4100 | rdn | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4100 | rup | 0xffffffffffff4200 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4100 | rmm | 0xffffffffffff4200 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffb800 | rne | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffb800 | rtz | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffb800 | rdn | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffb800 | rup | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffb800 | rmm | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffbe00 | rne | 0xffffffffffffc000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffbe00 | rtz | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffbe00 | rdn | 0xffffffffffffc000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffbe00 | rup | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffbe00 | rmm | 0xffffffffffffc000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3400 | rne | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3400 | rtz | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3400 | rdn | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3400 | rup | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff3400 | rmm | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffba00 | rne | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffba00 | rtz | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffba00 | rdn | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffba00 | rup | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffffba00 | rmm | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4247 | rne | 0xffffffffffff4200 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4247 | rtz | 0xffffffffffff4200 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4247 | rdn | 0xffffffffffff4200 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4247 | rup | 0xffffffffffff4400 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff4247 | rmm | 0xffffffffffff4200 | 0x01  | froundnx-h |

    Examples: integers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.h   | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffffc700 | rne | 0xffffffffffffc700 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff5640 | rne | 0xffffffffffff5640 | 0x00  | fround-h   |
      | froundnx.h | 0xffffffffffff3c00 | rne | 0xffffffffffff3c00 | 0x00  | froundnx-h |
      | froundnx.h | 0xffffffffffffc700 | rne | 0xffffffffffffc700 | 0x00  | froundnx-h |
      | froundnx.h | 0xffffffffffff5640 | rne | 0xffffffffffff5640 | 0x00  | froundnx-h |

    Examples: large numbers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.h   | 0xffffffffffff6400 | rne | 0xffffffffffff6400 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff63ff | rne | 0xffffffffffff6400 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff6401 | rne | 0xffffffffffff6401 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff6001 | rne | 0xffffffffffff6000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff7bff | rne | 0xffffffffffff7bff | 0x00  | fround-h   |
      | fround.h   | 0xfffffffffffffbff | rne | 0xfffffffffffffbff | 0x00  | fround-h   |
      | froundnx.h | 0xffffffffffff6400 | rne | 0xffffffffffff6400 | 0x00  | froundnx-h |
      | froundnx.h | 0xffffffffffff63ff | rne | 0xffffffffffff6400 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff6401 | rne | 0xffffffffffff6401 | 0x00  | froundnx-h |
      | froundnx.h | 0xffffffffffff6001 | rne | 0xffffffffffff6000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff7bff | rne | 0xffffffffffff7bff | 0x00  | froundnx-h |
      | froundnx.h | 0xfffffffffffffbff | rne | 0xfffffffffffffbff | 0x00  | froundnx-h |

    Examples: subnormal numbers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.h   | 0xffffffffffff0001 | rne | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff0001 | rdn | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff0001 | rup | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff03ff | rne | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff03ff | rdn | 0xffffffffffff0000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff03ff | rup | 0xffffffffffff3c00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff8001 | rne | 0xffffffffffff8000 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff8001 | rdn | 0xffffffffffffbc00 | 0x00  | fround-h   |
      | fround.h   | 0xffffffffffff8001 | rup | 0xffffffffffff8000 | 0x00  | fround-h   |
      | froundnx.h | 0xffffffffffff0001 | rne | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff0001 | rdn | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff0001 | rup | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff03ff | rne | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff03ff | rdn | 0xffffffffffff0000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff03ff | rup | 0xffffffffffff3c00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff8001 | rne | 0xffffffffffff8000 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff8001 | rdn | 0xffffffffffffbc00 | 0x01  | froundnx-h |
      | froundnx.h | 0xffffffffffff8001 | rup | 0xffffffffffff8000 | 0x01  | froundnx-h |

    Examples: zeros and infinities
      | insn       | a                  | rm  | result             | flags | rule              |
      | fround.h   | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | fround-s_zero_inf |
      | fround.h   | 0xffffffffffff8000 | rne | 0xffffffffffff8000 | 0x00  | fround-s_zero_inf |
      | fround.h   | 0xffffffffffff7c00 | rne | 0xffffffffffff7c00 | 0x00  | fround-s_zero_inf |
      | fround.h   | 0xfffffffffffffc00 | rne | 0xfffffffffffffc00 | 0x00  | fround-s_zero_inf |
      | froundnx.h | 0xffffffffffff0000 | rne | 0xffffffffffff0000 | 0x00  | froundnx-h        |
      | froundnx.h | 0xffffffffffff8000 | rne | 0xffffffffffff8000 | 0x00  | froundnx-h        |
      | froundnx.h | 0xffffffffffff7c00 | rne | 0xffffffffffff7c00 | 0x00  | froundnx-h        |
      | froundnx.h | 0xfffffffffffffc00 | rne | 0xfffffffffffffc00 | 0x00  | froundnx-h        |

    Examples: NaNs
      | insn       | a                  | rm  | result             | flags | rule            |
      | fround.h   | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x00  | fround-s_nan_nv |
      | fround.h   | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | fround-s_nan_nv |
      | fround.h   | 0xffffffffffff7c01 | rne | 0xffffffffffff7e00 | 0x10  | fround-s_nan_nv |
      | fround.h   | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | fround-s_nan_nv |
      | froundnx.h | 0xffffffffffff7e00 | rne | 0xffffffffffff7e00 | 0x00  | froundnx-h      |
      | froundnx.h | 0xfffffffffffffe01 | rne | 0xffffffffffff7e00 | 0x00  | froundnx-h      |
      | froundnx.h | 0xffffffffffff7c01 | rne | 0xffffffffffff7e00 | 0x10  | froundnx-h      |
      | froundnx.h | 0xfffffffffffffc01 | rne | 0xffffffffffff7e00 | 0x10  | froundnx-h      |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffffffff4100 and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> and fcsr = <after> [<rule>]

    Examples:
      | insn       | fcsr | result             | after | rule       |
      | fround.h   | 0x00 | 0xffffffffffff4000 | 0x00  | fround-h   |
      | fround.h   | 0x20 | 0xffffffffffff4000 | 0x20  | fround-h   |
      | fround.h   | 0x40 | 0xffffffffffff4000 | 0x40  | fround-h   |
      | fround.h   | 0x60 | 0xffffffffffff4200 | 0x60  | fround-h   |
      | fround.h   | 0x80 | 0xffffffffffff4200 | 0x80  | fround-h   |
      | froundnx.h | 0x00 | 0xffffffffffff4000 | 0x01  | froundnx-h |
      | froundnx.h | 0x20 | 0xffffffffffff4000 | 0x21  | froundnx-h |
      | froundnx.h | 0x40 | 0xffffffffffff4000 | 0x41  | froundnx-h |
      | froundnx.h | 0x60 | 0xffffffffffff4200 | 0x61  | froundnx-h |
      | froundnx.h | 0x80 | 0xffffffffffff4200 | 0x81  | froundnx-h |
