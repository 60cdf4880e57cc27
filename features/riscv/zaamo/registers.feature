@ext:Zaamo
Feature: The registers of an AMO
  The address and the operand are the values that rs1 and rs2 hold before the instruction, whichever
  register receives the old value; the memory is updated also when nobody asks for the old value.

  @rule:amo_operand_size
  Scenario Outline: <insn> with rd = rs2 stores the original operand's result
    Given test data + 8 holds 0x0000000080000010
    And a0 = 3 and a1 = test data + 8
    When the hart executes "<insn> a0, a0, (a1)"
    Then a0 = <old>
    And test data + 8 holds <new>
    And nothing else changes

    Examples:
      | insn      | old                | new        |
      | amoswap.d | 0x80000010         | 3          |
      | amoadd.d  | 0x80000010         | 0x80000013 |
      | amoxor.d  | 0x80000010         | 0x80000013 |
      | amoand.d  | 0x80000010         | 0          |
      | amoor.d   | 0x80000010         | 0x80000013 |
      | amomin.d  | 0x80000010         | 3          |
      | amomax.d  | 0x80000010         | 0x80000010 |
      | amominu.d | 0x80000010         | 3          |
      | amomaxu.d | 0x80000010         | 0x80000010 |
      | amoswap.w | 0xffffffff80000010 | 3          |
      | amoadd.w  | 0xffffffff80000010 | 0x80000013 |
      | amoxor.w  | 0xffffffff80000010 | 0x80000013 |
      | amoand.w  | 0xffffffff80000010 | 0          |
      | amoor.w   | 0xffffffff80000010 | 0x80000013 |
      | amomin.w  | 0xffffffff80000010 | 0x80000010 |
      | amomax.w  | 0xffffffff80000010 | 3          |
      | amominu.w | 0xffffffff80000010 | 3          |
      | amomaxu.w | 0xffffffff80000010 | 0x80000010 |

  @rule:amo_operand_size
  Scenario Outline: <insn> with rd = rs1 stores to the original address
    Given test data + 8 holds 0x10
    And a0 = 3 and a1 = test data + 8
    When the hart executes "<insn> a1, a0, (a1)"
    Then a1 = 0x10
    And test data + 8 holds <new>
    And nothing else changes

    Examples:
      | insn      | new  |
      | amoswap.d | 3    |
      | amoadd.d  | 0x13 |
      | amoxor.d  | 0x13 |
      | amoand.d  | 0    |
      | amoor.d   | 0x13 |
      | amomin.d  | 3    |
      | amomax.d  | 0x10 |
      | amominu.d | 3    |
      | amomaxu.d | 0x10 |
      | amoswap.w | 3    |
      | amoadd.w  | 0x13 |
      | amoxor.w  | 0x13 |
      | amoand.w  | 0    |
      | amoor.w   | 0x13 |
      | amomin.w  | 3    |
      | amomax.w  | 0x10 |
      | amominu.w | 3    |
      | amomaxu.w | 0x10 |

  @rule:amo_operand_size
  Scenario Outline: <insn> into x0 still updates memory
    Given test data + 8 holds 0x10
    And a0 = 3 and a1 = test data + 8
    When the hart executes "<insn> x0, a0, (a1); mv a2, x0"
    Then test data + 8 holds <new>
    And a2 = 0
    And nothing else changes

    Examples:
      | insn      | new  |
      | amoswap.d | 3    |
      | amoadd.d  | 0x13 |
      | amoxor.d  | 0x13 |
      | amoand.d  | 0    |
      | amoor.d   | 0x13 |
      | amomin.d  | 3    |
      | amominu.d | 3    |
      | amoswap.w | 3    |
      | amoadd.w  | 0x13 |
      | amoxor.w  | 0x13 |
      | amoand.w  | 0    |
      | amoor.w   | 0x13 |
      | amomin.w  | 3    |
      | amominu.w | 3    |

  @rule:amo_operand_size
  Scenario Outline: <insn> with x0 as its operand operates with zero
    Given test data + 8 holds 0x7fffffff
    And a1 = test data + 8
    When the hart executes "<insn> a2, x0, (a1)"
    Then a2 = 0x7fffffff
    And test data + 8 holds <new>
    And nothing else changes

    Examples:
      | insn      | new        |
      | amoswap.d | 0          |
      | amoadd.d  | 0x7fffffff |
      | amoand.d  | 0          |
      | amoor.d   | 0x7fffffff |
      | amomin.d  | 0          |
      | amomaxu.d | 0x7fffffff |
      | amoswap.w | 0          |
      | amoadd.w  | 0x7fffffff |
      | amoand.w  | 0          |
      | amoor.w   | 0x7fffffff |
      | amomin.w  | 0          |
      | amomaxu.w | 0x7fffffff |

  @rule:amo_operand_size
  Scenario: The address itself may be the operand
    Given test data + 8 holds 0x10
    And a1 = test data + 8
    When the hart executes "amoswap.d a2, a1, (a1); ld a3, 0(a1); sub a3, a3, a1"
    Then a2 = 0x10
    And a3 = 0

  @rule:amo_operand_size
  Scenario: Consecutive AMOs to one location see each other's results
    Given test data + 8 holds 100
    And a0 = 5 and a1 = test data + 8
    When the hart executes
      """
      amoadd.d a2, a0, (a1)
      amoadd.d a3, a0, (a1)
      amoswap.d a4, x0, (a1)
      amomax.d a5, a0, (a1)
      ld a6, 0(a1)
      """
    Then a2 = 100
    And a3 = 105
    And a4 = 110
    And a5 = 0
    And a6 = 5
    And test data + 8 holds 5
    And nothing else changes

  @rule:amo_operand_size
  Scenario: An AMO sees the store before it, and the load after it sees the AMO
    Given a0 = 7 and a1 = test data + 8 and a2 = 35
    When the hart executes "sd a2, 0(a1); amoadd.w a3, a0, (a1); ld a4, 0(a1)"
    Then a3 = 35
    And a4 = 42
    And test data + 8 holds 42
    And nothing else changes
