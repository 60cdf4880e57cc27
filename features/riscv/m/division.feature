@ext:M
Feature: Integer division and remainder
  Quotients round towards zero and remainders keep the sign of the dividend. Division by zero and
  the one signed overflow have fixed results and never trap.

  Scenario Outline: <insn> of <a> by <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: signed quotients round towards zero
      | insn | a                  | b                  | result               | rules  |
      | div  | 20                 | 6                  | 3                    | div_op |
      | div  | -20                | 6                  | -3                   | div_op |
      | div  | 20                 | -6                 | -3                   | div_op |
      | div  | -20                | -6                 | 3                    | div_op |
      | div  | 1                  | 2                  | 0                    | div_op |
      | div  | -1                 | 2                  | 0                    | div_op |
      | div  | 1                  | -2                 | 0                    | div_op |
      | div  | 0                  | -5                 | 0                    | div_op |
      | div  | 5                  | 5                  | 1                    | div_op |
      | div  | 2^63 - 1           | -1                 | -9223372036854775807 | div_op |
      | div  | -2^63              | 1                  | -9223372036854775808 | div_op |
      | div  | -2^63              | 2                  | -4611686018427387904 | div_op |
      | div  | -2^63              | -2                 | 4611686018427387904  | div_op |
      | div  | -2^63              | -2^63              | 1                    | div_op |
      | div  | -2^63              | 2^63 - 1           | -1                   | div_op |
      | div  | 2^63 - 1           | -2^63              | 0                    | div_op |
      | div  | 2^31               | -1                 | -2147483648          | div_op |
      | div  | -2^31              | -1                 | 2147483648           | div_op |
      | div  | 0x123456789abcdef0 | 0xfffffffffffff123 | -344748611685621     | div_op |

    Examples: unsigned quotients
      | insn | a                  | b                  | result             | rules   |
      | divu | 20                 | 6                  | 3                  | divu_op |
      | divu | -20                | 6                  | 0x2aaaaaaaaaaaaaa7 | divu_op |
      | divu | 20                 | -6                 | 0                  | divu_op |
      | divu | 0xffffffffffffffff | 0xffffffffffffffff | 1                  | divu_op |
      | divu | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | divu_op |
      | divu | 0xfffffffffffffffe | 0xffffffffffffffff | 0                  | divu_op |
      | divu | 2^63               | 0xffffffffffffffff | 0                  | divu_op |
      | divu | 2^63               | 2                  | 0x4000000000000000 | divu_op |
      | divu | 0xffffffffffffffff | 2^63               | 1                  | divu_op |
      | divu | 0xfedcba9876543210 | 0x12345            | 0x0000e0004fa01c4d | divu_op |

    Examples: signed remainders take the dividend's sign
      | insn | a                  | b                  | result              | rules                   |
      | rem  | 20                 | 6                  | 2                   | rem_op, rem_result_sign |
      | rem  | -20                | 6                  | -2                  | rem_op, rem_result_sign |
      | rem  | 20                 | -6                 | 2                   | rem_op, rem_result_sign |
      | rem  | -20                | -6                 | -2                  | rem_op, rem_result_sign |
      | rem  | 1                  | -2                 | 1                   | rem_op, rem_result_sign |
      | rem  | -1                 | 2                  | -1                  | rem_op, rem_result_sign |
      | rem  | -1                 | -2                 | -1                  | rem_op, rem_result_sign |
      | rem  | -2^63              | 2^63 - 1           | -1                  | rem_op, rem_result_sign |
      | rem  | 2^63 - 1           | -2^63              | 9223372036854775807 | rem_op, rem_result_sign |
      | rem  | -2^63              | 3                  | -2                  | rem_op, rem_result_sign |
      | rem  | -2^63              | -3                 | -2                  | rem_op, rem_result_sign |
      | rem  | 0x123456789abcdef0 | 0xfffffffffffff123 | 2415                | rem_op, rem_result_sign |

    Examples: a division without a remainder leaves zero, whatever the signs
      | insn | a     | b     | result | rules  |
      | rem  | 20    | 5     | 0      | rem_op |
      | rem  | -20   | 5     | 0      | rem_op |
      | rem  | 20    | -5    | 0      | rem_op |
      | rem  | -20   | -5    | 0      | rem_op |
      | rem  | -1    | 1     | 0      | rem_op |
      | rem  | -1    | -1    | 0      | rem_op |
      | rem  | 0     | -7    | 0      | rem_op |
      | rem  | -2^63 | 2     | 0      | rem_op |
      | rem  | -2^63 | 1     | 0      | rem_op |
      | rem  | -2^63 | -2^63 | 0      | rem_op |

    Examples: unsigned remainders
      | insn | a                  | b                  | result             | rules   |
      | remu | 20                 | 6                  | 2                  | remu_op |
      | remu | -20                | 6                  | 2                  | remu_op |
      | remu | 20                 | -6                 | 20                 | remu_op |
      | remu | 0xffffffffffffffff | 0xffffffffffffffff | 0                  | remu_op |
      | remu | 0xfffffffffffffffe | 0xffffffffffffffff | 0xfffffffffffffffe | remu_op |
      | remu | 2^63               | 0xffffffffffffffff | 0x8000000000000000 | remu_op |
      | remu | 0xffffffffffffffff | 2^63               | 0x7fffffffffffffff | remu_op |
      | remu | 0xfedcba9876543210 | 0x12345            | 0x0000000000010a4f | remu_op |

  Scenario Outline: <insn> of <dividend> by zero gives <result>
    Given a0 = <dividend> and a1 = 0
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples: the quotient has all bits set
      | insn | dividend           | result             | rule        |
      | div  | 1                  | -1                 | div_by_zero |
      | div  | -1                 | -1                 | div_by_zero |
      | div  | 0                  | -1                 | div_by_zero |
      | div  | -2^63              | -1                 | div_by_zero |
      | div  | 2^63 - 1           | -1                 | div_by_zero |
      | divu | 1                  | 0xffffffffffffffff | div_by_zero |
      | divu | 0                  | 0xffffffffffffffff | div_by_zero |
      | divu | 0xffffffffffffffff | 0xffffffffffffffff | div_by_zero |
      | divu | 2^63               | 0xffffffffffffffff | div_by_zero |

    Examples: the remainder is the dividend
      | insn | dividend           | result             | rule        |
      | rem  | 1                  | 1                  | rem_by_zero |
      | rem  | -1                 | -1                 | rem_by_zero |
      | rem  | 0                  | 0                  | rem_by_zero |
      | rem  | -2^63              | -2^63              | rem_by_zero |
      | rem  | 0x123456789abcdef0 | 0x123456789abcdef0 | rem_by_zero |
      | remu | 1                  | 1                  | rem_by_zero |
      | remu | 0                  | 0                  | rem_by_zero |
      | remu | 0xffffffffffffffff | 0xffffffffffffffff | rem_by_zero |
      | remu | 2^63               | 2^63               | rem_by_zero |

  Scenario Outline: <insn> by the register x0 is a division by zero
    Given a0 = 0x8000000012345678
    When the hart executes "<insn> a2, a0, x0"
    Then a2 = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | result             | rule        |
      | div  | -1                 | div_by_zero |
      | divu | -1                 | div_by_zero |
      | rem  | 0x8000000012345678 | rem_by_zero |
      | remu | 0x8000000012345678 | rem_by_zero |

  @rule:signed_div_overflow
  Scenario Outline: The most negative integer by -1: <insn> gives <result>
    Given a0 = -2^63 and a1 = -1
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | result |
      | div  | -2^63  |
      | rem  | 0      |

  Scenario Outline: Unsigned <insn> of the same bits does not overflow
    Given a0 = 2^63 and a1 = -1
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | result | rule    |
      | divu | 0      | divu_op |
      | remu | 2^63   | remu_op |

  @rule:div_op @rule:rem_op
  Scenario Outline: Dividend <a> is divisor <b> times quotient plus remainder
    The sequence that the manual recommends when both results are wanted.
    Given a0 = <a> and a1 = <b>
    When the hart executes "div a2, a0, a1; rem a3, a0, a1; mul a4, a2, a1; add a4, a4, a3"
    Then a4 = <a>

    Examples:
      | a                  | b      |
      | 100                | 7      |
      | -100               | 7      |
      | 100                | -7     |
      | -2^63              | 7      |
      | 2^63 - 1           | -2^31  |
      | 0xfedcba9876543210 | 0x1234 |

  Scenario Outline: <insn> with rd = <alias> takes its sources before it writes its result
    Given a0 = -47 and a1 = 5
    When the hart executes "<insn> <alias>, a0, a1"
    Then <alias> = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | alias | result             | rule    |
      | div  | a0    | -9                 | div_op  |
      | div  | a1    | -9                 | div_op  |
      | divu | a0    | 0x3333333333333329 | divu_op |
      | divu | a1    | 0x3333333333333329 | divu_op |
      | rem  | a0    | -2                 | rem_op  |
      | rem  | a1    | -2                 | rem_op  |
      | remu | a0    | 4                  | remu_op |
      | remu | a1    | 4                  | remu_op |

  Scenario Outline: <insn> by zero with rd = <alias> writes rd
    Given a0 = -47 and a1 = 0
    When the hart executes "<insn> <alias>, a0, a1"
    Then <alias> = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | alias | result | rule        |
      | div  | a0    | -1     | div_by_zero |
      | div  | a1    | -1     | div_by_zero |
      | divu | a0    | -1     | div_by_zero |
      | divu | a1    | -1     | div_by_zero |
      | rem  | a0    | -47    | rem_by_zero |
      | rem  | a1    | -47    | rem_by_zero |
      | remu | a0    | -47    | rem_by_zero |
      | remu | a1    | -47    | rem_by_zero |

  Scenario Outline: <insn> of a register by itself may overwrite it
    Given a0 = <value>
    When the hart executes "<insn> a0, a0, a0"
    Then a0 = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | value | result | rule        |
      | div  | -9    | 1      | div_op      |
      | divu | -9    | 1      | divu_op     |
      | rem  | -9    | 0      | rem_op      |
      | remu | -9    | 0      | remu_op     |
      | div  | 0     | -1     | div_by_zero |
      | divu | 0     | -1     | div_by_zero |
      | rem  | 0     | 0      | rem_by_zero |
      | remu | 0     | 0      | rem_by_zero |

  Scenario Outline: <insn> of <a> by <b> into x0 changes nothing
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> x0, a0, a1; mv a2, x0"
    Then a2 = 0 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn | a     | b  | rule                |
      | div  | 100   | 7  | div_op              |
      | divu | 100   | 7  | divu_op             |
      | rem  | 100   | 7  | rem_op              |
      | remu | 100   | 7  | remu_op             |
      | div  | 100   | 0  | div_by_zero         |
      | divu | 100   | 0  | div_by_zero         |
      | rem  | 100   | 0  | rem_by_zero         |
      | remu | 100   | 0  | rem_by_zero         |
      | div  | -2^63 | -1 | signed_div_overflow |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | div  |
      | divu |
      | rem  |
      | remu |
