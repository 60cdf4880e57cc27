@ext:Zfa @ext:D
Feature: Rounding to an integer in binary64
  Whatever the size, the result is an integer of the same format; fround never says that it changed anything,
  froundnx does.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | fround.d   |
      | froundnx.d |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: fractions
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.d   | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fe0000000000000 | rup | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fe0000000000000 | rmm | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3ff8000000000000 | rne | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3ff8000000000000 | rtz | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3ff8000000000000 | rdn | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3ff8000000000000 | rup | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3ff8000000000000 | rmm | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4004000000000000 | rne | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4004000000000000 | rtz | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4004000000000000 | rdn | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4004000000000000 | rup | 0x4008000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4004000000000000 | rmm | 0x4008000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe0000000000000 | rne | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe0000000000000 | rtz | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe0000000000000 | rdn | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe0000000000000 | rup | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe0000000000000 | rmm | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbff8000000000000 | rne | 0xc000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbff8000000000000 | rtz | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbff8000000000000 | rdn | 0xc000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbff8000000000000 | rup | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbff8000000000000 | rmm | 0xc000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fd0000000000000 | rne | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fd0000000000000 | rtz | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fd0000000000000 | rdn | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fd0000000000000 | rup | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x3fd0000000000000 | rmm | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe8000000000000 | rne | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe8000000000000 | rtz | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe8000000000000 | rdn | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe8000000000000 | rup | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xbfe8000000000000 | rmm | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x40091eb851eb851e | rne | 0x4008000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x40091eb851eb851e | rtz | 0x4008000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x40091eb851eb851e | rdn | 0x4008000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x40091eb851eb851e | rup | 0x4010000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x40091eb851eb851e | rmm | 0x4008000000000000 | 0x00  | fround-d   |
      | froundnx.d | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fe0000000000000 | rup | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fe0000000000000 | rmm | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3ff8000000000000 | rne | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3ff8000000000000 | rtz | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3ff8000000000000 | rdn | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3ff8000000000000 | rup | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3ff8000000000000 | rmm | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4004000000000000 | rne | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4004000000000000 | rtz | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4004000000000000 | rdn | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4004000000000000 | rup | 0x4008000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4004000000000000 | rmm | 0x4008000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe0000000000000 | rne | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe0000000000000 | rtz | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe0000000000000 | rdn | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe0000000000000 | rup | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe0000000000000 | rmm | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbff8000000000000 | rne | 0xc000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbff8000000000000 | rtz | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbff8000000000000 | rdn | 0xc000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbff8000000000000 | rup | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbff8000000000000 | rmm | 0xc000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fd0000000000000 | rne | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fd0000000000000 | rtz | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fd0000000000000 | rdn | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fd0000000000000 | rup | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x3fd0000000000000 | rmm | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe8000000000000 | rne | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe8000000000000 | rtz | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe8000000000000 | rdn | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe8000000000000 | rup | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0xbfe8000000000000 | rmm | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x40091eb851eb851e | rne | 0x4008000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x40091eb851eb851e | rtz | 0x4008000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x40091eb851eb851e | rdn | 0x4008000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x40091eb851eb851e | rup | 0x4010000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x40091eb851eb851e | rmm | 0x4008000000000000 | 0x01  | froundnx-d |

    Examples: integers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.d   | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0xc01c000000000000 | rne | 0xc01c000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4059000000000000 | rne | 0x4059000000000000 | 0x00  | fround-d   |
      | froundnx.d | 0x3ff0000000000000 | rne | 0x3ff0000000000000 | 0x00  | froundnx-d |
      | froundnx.d | 0xc01c000000000000 | rne | 0xc01c000000000000 | 0x00  | froundnx-d |
      | froundnx.d | 0x4059000000000000 | rne | 0x4059000000000000 | 0x00  | froundnx-d |

    Examples: large numbers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.d   | 0x4330000000000000 | rne | 0x4330000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x432fffffffffffff | rne | 0x4330000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x4330000000000001 | rne | 0x4330000000000001 | 0x00  | fround-d   |
      | fround.d   | 0x4320000000000001 | rne | 0x4320000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x7fefffffffffffff | rne | 0x7fefffffffffffff | 0x00  | fround-d   |
      | fround.d   | 0xffefffffffffffff | rne | 0xffefffffffffffff | 0x00  | fround-d   |
      | froundnx.d | 0x4330000000000000 | rne | 0x4330000000000000 | 0x00  | froundnx-d |
      | froundnx.d | 0x432fffffffffffff | rne | 0x4330000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x4330000000000001 | rne | 0x4330000000000001 | 0x00  | froundnx-d |
      | froundnx.d | 0x4320000000000001 | rne | 0x4320000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x7fefffffffffffff | rne | 0x7fefffffffffffff | 0x00  | froundnx-d |
      | froundnx.d | 0xffefffffffffffff | rne | 0xffefffffffffffff | 0x00  | froundnx-d |

    Examples: subnormal numbers
      | insn       | a                  | rm  | result             | flags | rule       |
      | fround.d   | 0x0000000000000001 | rne | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x0000000000000001 | rdn | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x0000000000000001 | rup | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x000fffffffffffff | rne | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x000fffffffffffff | rdn | 0x0000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x000fffffffffffff | rup | 0x3ff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x8000000000000001 | rne | 0x8000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x8000000000000001 | rdn | 0xbff0000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x8000000000000001 | rup | 0x8000000000000000 | 0x00  | fround-d   |
      | froundnx.d | 0x0000000000000001 | rne | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x0000000000000001 | rdn | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x0000000000000001 | rup | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x000fffffffffffff | rne | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x000fffffffffffff | rdn | 0x0000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x000fffffffffffff | rup | 0x3ff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x8000000000000001 | rne | 0x8000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x8000000000000001 | rdn | 0xbff0000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x8000000000000001 | rup | 0x8000000000000000 | 0x01  | froundnx-d |

    Examples: zeros and infinities
      | insn       | a                  | rm  | result             | flags | rule              |
      | fround.d   | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fround-s_zero_inf |
      | fround.d   | 0x8000000000000000 | rne | 0x8000000000000000 | 0x00  | fround-s_zero_inf |
      | fround.d   | 0x7ff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | fround-s_zero_inf |
      | fround.d   | 0xfff0000000000000 | rne | 0xfff0000000000000 | 0x00  | fround-s_zero_inf |
      | froundnx.d | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | froundnx-d        |
      | froundnx.d | 0x8000000000000000 | rne | 0x8000000000000000 | 0x00  | froundnx-d        |
      | froundnx.d | 0x7ff0000000000000 | rne | 0x7ff0000000000000 | 0x00  | froundnx-d        |
      | froundnx.d | 0xfff0000000000000 | rne | 0xfff0000000000000 | 0x00  | froundnx-d        |

    Examples: NaNs
      | insn       | a                  | rm  | result             | flags | rule            |
      | fround.d   | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x00  | fround-s_nan_nv |
      | fround.d   | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | fround-s_nan_nv |
      | fround.d   | 0x7ff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fround-s_nan_nv |
      | fround.d   | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | fround-s_nan_nv |
      | froundnx.d | 0x7ff8000000000000 | rne | 0x7ff8000000000000 | 0x00  | froundnx-d      |
      | froundnx.d | 0xfff8000000000001 | rne | 0x7ff8000000000000 | 0x00  | froundnx-d      |
      | froundnx.d | 0x7ff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | froundnx-d      |
      | froundnx.d | 0xfff0000000000001 | rne | 0x7ff8000000000000 | 0x10  | froundnx-d      |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0x4004000000000000 and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> and fcsr = <after> [<rule>]

    Examples:
      | insn       | fcsr | result             | after | rule       |
      | fround.d   | 0x00 | 0x4000000000000000 | 0x00  | fround-d   |
      | fround.d   | 0x20 | 0x4000000000000000 | 0x20  | fround-d   |
      | fround.d   | 0x40 | 0x4000000000000000 | 0x40  | fround-d   |
      | fround.d   | 0x60 | 0x4008000000000000 | 0x60  | fround-d   |
      | fround.d   | 0x80 | 0x4008000000000000 | 0x80  | fround-d   |
      | froundnx.d | 0x00 | 0x4000000000000000 | 0x01  | froundnx-d |
      | froundnx.d | 0x20 | 0x4000000000000000 | 0x21  | froundnx-d |
      | froundnx.d | 0x40 | 0x4000000000000000 | 0x41  | froundnx-d |
      | froundnx.d | 0x60 | 0x4008000000000000 | 0x61  | froundnx-d |
      | froundnx.d | 0x80 | 0x4008000000000000 | 0x81  | froundnx-d |
