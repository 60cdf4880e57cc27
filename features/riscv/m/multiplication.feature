@ext:M
Feature: Integer multiplication
  MUL gives the low half of a product; MULH, MULHSU and MULHU give its high half, and differ only in
  which of the factors they take as signed. No product traps.

  @rule:mul_op
  Scenario Outline: mul gives the low 64 bits of <a> times <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "mul a2, a0, a1"
    Then a2 = <low>
    And no trap is taken
    And nothing else changes

    Examples: small factors of every sign
      | a  | b  | low |
      | 0  | 0  | 0   |
      | 1  | 1  | 1   |
      | 7  | 6  | 42  |
      | -7 | 6  | -42 |
      | 7  | -6 | -42 |
      | -7 | -6 | 42  |
      | -1 | -1 | 1   |
      | 0  | -1 | 0   |

    Examples: products wider than 64 bits keep their low half
      | a                  | b                  | low                |
      | 2^32               | 2^32               | 0                  |
      | 2^32 + 1           | 2^32 + 1           | 0x0000000200000001 |
      | 2^63               | 2                  | 0                  |
      | 2^63               | -1                 | 0x8000000000000000 |
      | 2^63               | 2^63               | 0                  |
      | 2^63 - 1           | 2^63 - 1           | 0x0000000000000001 |
      | 0xffffffff         | 0xffffffff         | 0xfffffffe00000001 |
      | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x236d88fe5618cf00 |
      | 0xaaaaaaaaaaaaaaaa | 3                  | 0xfffffffffffffffe |

  @rule:mulh_op
  Scenario Outline: mulh gives the high 64 bits of signed <a> times signed <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "mulh a2, a0, a1"
    Then a2 = <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | a                  | b                  | high               |
      | 0                  | -1                 | 0                  |
      | 1                  | 1                  | 0                  |
      | 1                  | -1                 | -1                 |
      | -1                 | 1                  | -1                 |
      | -1                 | -1                 | 0                  |
      | 2^32               | 2^32               | 1                  |
      | -2^32              | 2^32               | -1                 |
      | -2^63              | -2^63              | 0x4000000000000000 |
      | -2^63              | -1                 | 0                  |
      | -1                 | -2^63              | 0                  |
      | -2^63              | 1                  | -1                 |
      | -2^63              | 2^63 - 1           | 0xc000000000000000 |
      | 2^63 - 1           | -2^63              | 0xc000000000000000 |
      | 2^63 - 1           | 2^63 - 1           | 0x3fffffffffffffff |
      | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xffeb49923cc09532 |

  @rule:mulhu_op
  Scenario Outline: mulhu gives the high 64 bits of unsigned <a> times unsigned <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "mulhu a2, a0, a1"
    Then a2 = <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | a                  | b                  | high               |
      | 0                  | 0xffffffffffffffff | 0                  |
      | 1                  | 0xffffffffffffffff | 0                  |
      | 2                  | 0xffffffffffffffff | 1                  |
      | 0xffffffffffffffff | 2                  | 1                  |
      | 0xffffffffffffffff | 0xffffffffffffffff | 0xfffffffffffffffe |
      | 2^63               | 2^63               | 0x4000000000000000 |
      | 2^63               | 2                  | 1                  |
      | 2^63               | 0xffffffffffffffff | 0x7fffffffffffffff |
      | 2^32               | 2^32               | 1                  |
      | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x121fa00ad77d7422 |

  @rule:mulhsu_op
  Scenario Outline: mulhsu gives the high 64 bits of signed <a> times unsigned <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "mulhsu a2, a0, a1"
    Then a2 = <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | a                  | b                  | high               |
      | 1                  | 0xffffffffffffffff | 0                  |
      | -1                 | 1                  | -1                 |
      | -1                 | 0                  | 0                  |
      | 0                  | 0xffffffffffffffff | 0                  |
      | -1                 | 0xffffffffffffffff | -1                 |
      | 2                  | 0xffffffffffffffff | 1                  |
      | -2                 | 0xffffffffffffffff | -2                 |
      | 2^63 - 1           | 0xffffffffffffffff | 0x7ffffffffffffffe |
      | -2^63              | 0xffffffffffffffff | 0x8000000000000000 |
      | -2^63              | 2^63               | 0xc000000000000000 |
      | 2^63 - 1           | 2^63               | 0x3fffffffffffffff |
      | -1                 | 2^63               | -1                 |
      | 0xfedcba9876543210 | 0x123456789abcdef0 | 0xffeb49923cc09532 |
      | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x121fa00ad77d7422 |

  @rule:mulw_op
  Scenario Outline: mulw sign-extends the low 32 bits of <a> times <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "mulw a2, a0, a1"
    Then a2 = <product>
    And no trap is taken
    And nothing else changes

    Examples: the product of the low words
      | a          | b          | product     |
      | 7          | 6          | 42          |
      | -7         | 6          | -42         |
      | -1         | -1         | 1           |
      | 0x7fffffff | 2          | -2          |
      | 0x80000000 | 1          | -2147483648 |
      | 0x80000000 | -1         | -2147483648 |
      | 0x80000000 | 0x80000000 | 0           |
      | 0x10000    | 0x8000     | -2147483648 |
      | 0x10000    | 0x10000    | 0           |
      | 0xffffffff | 0x7fffffff | -2147483647 |
      | 0x12345678 | 0x9abcdef0 | 606937216   |

    Examples: the upper halves of the sources do not matter
      | a                  | b                  | product |
      | 0xdeadbeef00000003 | 0x5555555500000005 | 15      |
      | 0x0000000100000000 | 0x0000000100000000 | 0       |
      | 0xffffffff00000002 | 0x000000007fffffff | -2      |
      | 0x80000000ffffffff | 0x7fffffff00000001 | -1      |

  @rule:mul_op @rule:mulh_op
  Scenario: The two halves of one product fit together
    The sequence that the manual recommends for a full product; rdh differs from both sources.
    Given a0 = 0x8000000000000001 and a1 = -3
    When the hart executes "mulh a2, a0, a1; mul a3, a0, a1"
    Then a2 = 1 [mulh_op]
    And a3 = 0x7ffffffffffffffd [mul_op]
    And nothing else changes

  @rule:mulhu_op @rule:mulhsu_op
  Scenario: The unsigned and the mixed high halves of the same bits differ
    Given a0 = -2 and a1 = -3
    When the hart executes "mulhu a2, a0, a1; mulhsu a3, a0, a1; mulhsu a4, a1, a0"
    Then a2 = 0xfffffffffffffffb [mulhu_op]
    And a3 = -2 [mulhsu_op]
    And a4 = -3 [mulhsu_op]
    And nothing else changes

  Scenario Outline: <insn> takes its factors before it writes its result
    Given a0 = -3 and a1 = 5
    When the hart executes "<insn> a0, a0, a1"
    Then a0 = <first> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn   | first | rule      |
      | mul    | -15   | mul_op    |
      | mulh   | -1    | mulh_op   |
      | mulhsu | -1    | mulhsu_op |
      | mulhu  | 4     | mulhu_op  |
      | mulw   | -15   | mulw_op   |

  Scenario Outline: <insn> of a register with itself may overwrite it
    Given a0 = <value>
    When the hart executes "<insn> a0, a0, a0"
    Then a0 = <square> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn   | value    | square             | rule      |
      | mul    | 2^32 + 1 | 0x0000000200000001 | mul_op    |
      | mulh   | -2^63    | 0x4000000000000000 | mulh_op   |
      | mulhsu | -2       | -2                 | mulhsu_op |
      | mulhu  | -2       | -4                 | mulhu_op  |
      | mulw   | 0xffff   | -131071            | mulw_op   |

  Scenario Outline: <insn> into x0 changes nothing
    Given a0 = -2^63 and a1 = -1
    When the hart executes "<insn> x0, a0, a1; mv a2, x0"
    Then a2 = 0 [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn   | rule      |
      | mul    | mul_op    |
      | mulh   | mulh_op   |
      | mulhsu | mulhsu_op |
      | mulhu  | mulhu_op  |
      | mulw   | mulw_op   |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | mul    |
      | mulh   |
      | mulhsu |
      | mulhu  |
      | mulw   |
