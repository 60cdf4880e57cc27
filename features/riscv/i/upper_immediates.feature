@ext:I
Feature: lui and auipc
  Their 20-bit immediate is the upper part of a 32-bit value, which RV64 sign-extends.

  @rule:lui_op_rv64i @rule:lui_op
  Scenario Outline: lui <imm> gives <value>
    When the hart executes "lui a2, <imm>"
    Then a2 = <value>
    And nothing else changes

    Examples:
      | imm     | value              |
      | 0       | 0                  |
      | 1       | 0x1000             |
      | 0x7ffff | 0x7ffff000         |
      | 0x80000 | 0xffffffff80000000 |
      | 0xfffff | 0xfffffffffffff000 |
      | 0x12345 | 0x12345000         |

  @rule:auipc_op_rv64i @rule:auipc_op
  Scenario Outline: auipc <imm> adds <offset> to its own address
    When the hart executes "nop; auipc a2, <imm>"
    Then a2 = code + 4 + <offset>
    And nothing else changes

    Examples:
      | imm     | offset             |
      | 0       | 0                  |
      | 1       | 0x1000             |
      | 0x7ffff | 0x7ffff000         |
      | 0x80000 | -0x80000000        |
      | 0xfffff | -0x1000            |

  @rule:pcreg_op
  Scenario: Two auipc show how far pc advances
    When the hart executes "auipc a2, 0; auipc a3, 0; sub a4, a3, a2"
    Then a2 = code and a3 = code + 4 and a4 = 4

  @rule:pcreg_op
  Scenario: auipc and the trap record name the same address
    When the hart executes
      """
      auipc a2, 0
      here: ebreak
      """
    Then a breakpoint exception is taken at label here
    And a2 = code

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | lui   |
      | auipc |
