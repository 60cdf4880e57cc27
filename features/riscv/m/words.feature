@ext:M
Feature: Division of words
  DIVW, DIVUW, REMW and REMUW look at the low 32 bits of their sources only, and always sign-extend
  the 32-bit result: also when it is unsigned, and also on a division by zero.

  Scenario Outline: <insn> of <a> by <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: signed quotients round towards zero
      | insn | a          | b          | result      | rules   |
      | divw | 20         | 6          | 3           | divw_op |
      | divw | -20        | 6          | -3          | divw_op |
      | divw | 20         | -6         | -3          | divw_op |
      | divw | -20        | -6         | 3           | divw_op |
      | divw | -1         | 2          | 0           | divw_op |
      | divw | 0xffffffff | 1          | -1          | divw_op |
      | divw | 0x80000000 | 1          | -2147483648 | divw_op |
      | divw | 0x80000000 | 2          | -1073741824 | divw_op |
      | divw | 0x7fffffff | 0xffffffff | -2147483647 | divw_op |
      | divw | 0x7fffffff | 0x80000000 | 0           | divw_op |
      | divw | 0x80000000 | 0x80000000 | 1           | divw_op |

    Examples: unsigned quotients, sign-extended
      | insn  | a          | b          | result             | rules    |
      | divuw | 20         | 6          | 3                  | divuw_op |
      | divuw | -20        | 6          | 715827879          | divuw_op |
      | divuw | 0xffffffff | 1          | -1                 | divuw_op |
      | divuw | 0x80000000 | 1          | -2147483648        | divuw_op |
      | divuw | 0xffffffff | 2          | 0x000000007fffffff | divuw_op |
      | divuw | 0x80000000 | 0xffffffff | 0                  | divuw_op |
      | divuw | 0xffffffff | 0x80000000 | 1                  | divuw_op |

    Examples: signed remainders take the dividend's sign
      | insn | a          | b          | result             | rules                     |
      | remw | 20         | 6          | 2                  | remw_op, remw_result_sign |
      | remw | -20        | 6          | -2                 | remw_op, remw_result_sign |
      | remw | 20         | -6         | 2                  | remw_op, remw_result_sign |
      | remw | -20        | -6         | -2                 | remw_op, remw_result_sign |
      | remw | 0xffffffff | 2          | -1                 | remw_op, remw_result_sign |
      | remw | 0x80000000 | 0x7fffffff | -1                 | remw_op, remw_result_sign |
      | remw | 0x7fffffff | 0x80000000 | 0x000000007fffffff | remw_op, remw_result_sign |
      | remw | -20        | 5          | 0                  | remw_op, remw_result_sign |
      | remw | 0x80000000 | 2          | 0                  | remw_op, remw_result_sign |

    Examples: unsigned remainders, sign-extended
      | insn  | a          | b          | result             | rules                       |
      | remuw | 20         | 6          | 2                  | remuw_op, remuw_result_sign |
      | remuw | -20        | 6          | 2                  | remuw_op, remuw_result_sign |
      | remuw | 0x80000000 | 0xffffffff | -2147483648        | remuw_op, remuw_result_sign |
      | remuw | 0xfffffffe | 0xffffffff | -2                 | remuw_op, remuw_result_sign |
      | remuw | 0xffffffff | 0x80000000 | 0x000000007fffffff | remuw_op, remuw_result_sign |

    Examples: the upper halves of the sources do not matter
      | insn  | a                  | b                  | result | rules                       |
      | divw  | 0x5555555500000014 | 0xaaaaaaaa00000006 | 3      | divw_op                     |
      | divw  | 0x00000001ffffffec | 0xffffffff00000006 | -3     | divw_op                     |
      | divuw | 0x5555555500000014 | 0xaaaaaaaa00000006 | 3      | divuw_op                    |
      | divuw | 0xffffffff00000014 | 0x0000000700000006 | 3      | divuw_op                    |
      | remw  | 0x5555555500000014 | 0xaaaaaaaa00000006 | 2      | remw_op, remw_result_sign   |
      | remw  | 0x00000001ffffffec | 0xffffffff00000006 | -2     | remw_op, remw_result_sign   |
      | remuw | 0x5555555500000014 | 0xaaaaaaaa00000006 | 2      | remuw_op, remuw_result_sign |
      | remuw | 0xffffffff00000014 | 0x0000000700000006 | 2      | remuw_op, remuw_result_sign |

  Scenario Outline: <insn> of <a> by <b>, whose low word is zero, gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the quotient has all bits set
      | insn  | a          | b                  | result | rules       |
      | divw  | 1          | 0                  | -1     | div_by_zero |
      | divw  | 0          | 0                  | -1     | div_by_zero |
      | divw  | 0x80000000 | 0                  | -1     | div_by_zero |
      | divw  | 5          | 0x0000000500000000 | -1     | div_by_zero |
      | divuw | 1          | 0                  | -1     | div_by_zero |
      | divuw | 0          | 0                  | -1     | div_by_zero |
      | divuw | 0xffffffff | 0                  | -1     | div_by_zero |
      | divuw | 5          | 0xffffffff00000000 | -1     | div_by_zero |

    Examples: the remainder is the dividend's low word, sign-extended
      | insn  | a                  | b                  | result             | rules                          |
      | remw  | 1                  | 0                  | 1                  | rem_by_zero, remw_result_sign  |
      | remw  | -1                 | 0                  | -1                 | rem_by_zero, remw_result_sign  |
      | remw  | 0x80000000         | 0                  | 0xffffffff80000000 | rem_by_zero, remw_result_sign  |
      | remw  | 0x7fffffff80000001 | 0                  | 0xffffffff80000001 | rem_by_zero, remw_result_sign  |
      | remw  | 0xffffffff00000005 | 0x0000000500000000 | 5                  | rem_by_zero, remw_result_sign  |
      | remuw | 1                  | 0                  | 1                  | rem_by_zero, remuw_result_sign |
      | remuw | 0x00000000ffffffff | 0                  | -1                 | rem_by_zero, remuw_result_sign |
      | remuw | 0x80000000         | 0                  | 0xffffffff80000000 | rem_by_zero, remuw_result_sign |
      | remuw | 0x7fffffff80000001 | 0                  | 0xffffffff80000001 | rem_by_zero, remuw_result_sign |
      | remuw | 0xffffffff00000005 | 0x0000000500000000 | 5                  | rem_by_zero, remuw_result_sign |

  @rule:signed_div_overflow
  Scenario Outline: The most negative word <a> by the word <b>, minus one: <insn> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | a                  | b                  | result |
      | divw | -2^31              | -1                 | -2^31  |
      | remw | -2^31              | -1                 | 0      |
      | divw | 0x80000000         | 0xffffffff         | -2^31  |
      | remw | 0x80000000         | 0xffffffff         | 0      |
      | divw | 0x1234567880000000 | 0x00000000ffffffff | -2^31  |
      | remw | 0x1234567880000000 | 0x00000000ffffffff | 0      |

  Scenario Outline: <insn> with rd = <alias> takes its sources before it writes its result
    Given a0 = -47 and a1 = 5
    When the hart executes "<insn> <alias>, a0, a1"
    Then <alias> = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn  | alias | result    | rule     |
      | divw  | a0    | -9        | divw_op  |
      | divw  | a1    | -9        | divw_op  |
      | divuw | a0    | 858993449 | divuw_op |
      | divuw | a1    | 858993449 | divuw_op |
      | remw  | a0    | -2        | remw_op  |
      | remw  | a1    | -2        | remw_op  |
      | remuw | a0    | 4         | remuw_op |
      | remuw | a1    | 4         | remuw_op |

  Scenario Outline: <insn> of <a> by <b> into x0 changes nothing
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> x0, a0, a1; mv a2, x0"
    Then a2 = 0 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn  | a     | b  | rule                |
      | divw  | 100   | 7  | divw_op             |
      | divuw | 100   | 7  | divuw_op            |
      | remw  | 100   | 7  | remw_op             |
      | remuw | 100   | 7  | remuw_op            |
      | divw  | 100   | 0  | div_by_zero         |
      | divuw | 100   | 0  | div_by_zero         |
      | remw  | 100   | 0  | rem_by_zero         |
      | remuw | 100   | 0  | rem_by_zero         |
      | divw  | -2^31 | -1 | signed_div_overflow |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | divw  |
      | divuw |
      | remw  |
      | remuw |
