@ext:Zicsr @env:machine
Feature: CSR accesses in program order
  A hart sees its own CSR accesses in program order: a read returns what was before it, a write is
  there for the next instruction, and an explicit write wins over what the instruction would have
  changed by itself.

  Background:
    Given the hart runs in machine mode

  @rule:zicsr_order @rule:zicsr_side_effects_synchronous
  Scenario: Reads see the writes before them and not those after them
    Given mscratch = 1
    And a0 = 2 and a1 = 3
    When the hart executes
      """
      csrrw a2, mscratch, a0
      csrrw a3, mscratch, a1
      csrrs a4, mscratch, a0
      csrrci a5, mscratch, 1
      csrrs a6, mscratch, x0
      """
    Then a2 = 1
    And a3 = 2
    And a4 = 3
    And a5 = 3
    And a6 = 2
    And mscratch = 2
    And nothing else changes

  @rule:zicsr_order
  Scenario: A CSR holds what was computed just before, and is read for use just after
    Given mscratch = 5
    And a0 = 7 and a1 = test data
    When the hart executes
      """
      slli a0, a0, 3
      csrrw a2, mscratch, a0
      add a3, a2, a0
      sd a3, 0(a1)
      ld a4, 0(a1)
      csrrw a5, mscratch, a4
      add a5, a5, a4
      """
    Then a2 = 5
    And a3 = 61
    And a5 = 117
    And mscratch = 61

  @rule:zicsr_order @rule:zicsr_side_effects_synchronous
  Scenario: The next instruction already behaves as a CSR write says
    mret goes to the address written to mepc just before it, in machine mode.
    Given a0 = label there and a1 = 0x1800
    When the hart executes
      """
      csrs mstatus, a1
      csrw mepc, a0
      mret
      li a2, 1
      j end
      .balign 4
      there:
      li a2, 2
      end:
      """
    Then a2 = 2
    And no trap is taken

  @rule:zicsr_order
  Scenario Outline: An explicit write of <counter> suppresses the count of its own instruction
    The next instruction reads what was written; the one after it reads one instruction more.
    Given a0 = <value>
    When the hart executes "csrw minstret, a0; csrr a1, minstret; csrr a2, minstret; sub a2, a2, a1"
    Then a1 = <value>
    And a2 = 1

    Examples:
      | counter  | value       |
      | minstret | 0           |
      | minstret | 1000        |
      | minstret | 0xfffffffe  |
      | minstret | 0x123456789 |

  @rule:zicsr_order
  Scenario: A read of a counter returns its value before the reading instruction
    Given a0 = 100
    When the hart executes "csrrw x0, minstret, a0; csrrw a1, minstret, a0; csrr a2, minstret"
    Then a1 = 100
    And a2 = 100
