@ext:Zcmop
Feature: Compressed may-be-operations
  The eight codes that c.lui would have with an odd register from x1 to x15 and a zero immediate.
  Unless a later extension gives them a meaning they write no register.

  @rule:Zcmop_op @rule:Zcmop_enc @rule:Zcmop_enc_table @rule:Zcmop_instr_write
  Scenario Outline: The code <code>, c.mop.<n>, writes no register
    Given <register> = 0x123456789abcdef0
    When the hart executes ".half <code>"
    Then nothing changes
    And no trap is taken

    Examples:
      | n  | code   | register |
      | 1  | 0x6081 | ra       |
      | 3  | 0x6181 | gp       |
      | 5  | 0x6281 | t0       |
      | 7  | 0x6381 | t2       |
      | 9  | 0x6481 | s1       |
      | 11 | 0x6581 | a1       |
      | 13 | 0x6681 | a3       |
      | 15 | 0x6781 | a5       |

  @rule:Zcmop_op @rule:Zcmop_instr_write
  Scenario: A program goes on behind each of them
    Given a0 = 1 and a1 = 2 and a3 = 3 and a5 = 4
    When the hart executes
      """
      .half 0x6081; addi a0, a0, 1
      .half 0x6181; addi a0, a0, 3
      .half 0x6281; addi a0, a0, 5
      .half 0x6381; addi a0, a0, 7
      .half 0x6481; addi a0, a0, 9
      .half 0x6581; addi a0, a0, 11
      .half 0x6681; addi a0, a0, 13
      .half 0x6781; addi a0, a0, 15
      """
    Then a0 = 65
    And no trap is taken
    And nothing else changes

  Scenario: c.mop.N does what its row defines
    When the hart executes every encoding of "c.mop.N"
    Then every outcome is one the specification allows
