@ext:I
Feature: Shifts
  Shift amounts are six bits wide on RV64; the instructions on words take five.

  @rule:sll_sh_amt_rv64i @rule:srl_sh_amt_rv64i @rule:sra_sh_amt_rv64i
  Scenario Outline: An amount of <amount> counts as <low>: only six bits of rs2 are considered
    Given a0 = 0x8000000000000001 and a1 = <amount>
    When the hart executes "sll a2, a0, a1; srl a3, a0, a1; sra a4, a0, a1"
    Then a2 = <left> [sll_sh_amt_rv64i]
    And a3 = <right> [srl_sh_amt_rv64i]
    And a4 = <arithmetic> [sra_sh_amt_rv64i]
    And nothing else changes

    Examples:
      | amount             | low | left               | right              | arithmetic         |
      | 0                  | 0   | 0x8000000000000001 | 0x8000000000000001 | 0x8000000000000001 |
      | 1                  | 1   | 2                  | 0x4000000000000000 | 0xc000000000000000 |
      | 31                 | 31  | 0x80000000         | 0x100000000        | 0xffffffff00000000 |
      | 32                 | 32  | 0x100000000        | 0x80000000         | 0xffffffff80000000 |
      | 33                 | 33  | 0x200000000        | 0x40000000         | 0xffffffffc0000000 |
      | 63                 | 63  | 0x8000000000000000 | 1                  | -1                 |
      | 64                 | 0   | 0x8000000000000001 | 0x8000000000000001 | 0x8000000000000001 |
      | 65                 | 1   | 2                  | 0x4000000000000000 | 0xc000000000000000 |
      | -1                 | 63  | 0x8000000000000000 | 1                  | -1                 |
      | 0x100000000        | 0   | 0x8000000000000001 | 0x8000000000000001 | 0x8000000000000001 |
      | 0x8000000000000020 | 32  | 0x100000000        | 0x80000000         | 0xffffffff80000000 |

  @rule:slli_op @rule:srli_op @rule:srai_op
  Scenario Outline: Immediate shifts by <amount>
    Given a0 = 0x8000000180000001
    When the hart executes "slli a2, a0, <amount>; srli a3, a0, <amount>; srai a4, a0, <amount>"
    Then a2 = <left> [slli_op]
    And a3 = <right> [srli_op]
    And a4 = <arithmetic> [srai_op]
    And nothing else changes

    Examples:
      | amount | left               | right              | arithmetic         |
      | 0      | 0x8000000180000001 | 0x8000000180000001 | 0x8000000180000001 |
      | 1      | 0x0000000300000002 | 0x40000000c0000000 | 0xc0000000c0000000 |
      | 31     | 0xc000000080000000 | 0x0000000100000003 | 0xffffffff00000003 |
      | 32     | 0x8000000100000000 | 0x0000000080000001 | 0xffffffff80000001 |
      | 63     | 0x8000000000000000 | 1                  | -1                 |

  @rule:srai_op
  Scenario Outline: srai by <amount> copies a clear sign bit too
    Given a0 = 0x7fffffffffffffff
    When the hart executes "srai a2, a0, <amount>"
    Then a2 = <result>

    Examples:
      | amount | result             |
      | 1      | 0x3fffffffffffffff |
      | 32     | 0x7fffffff         |
      | 62     | 1                  |
      | 63     | 0                  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | slli |
      | srli |
      | srai |
      | sll  |
      | srl  |
      | sra  |
