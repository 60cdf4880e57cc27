@ext:Zca
Feature: Fetching an instruction whose second half is out of bounds
  A 32-bit instruction at 2 modulo 4 may have its halves on either side of a boundary of protection.
  When the second half may not be executed the instruction as a whole does not execute: the
  exception is reported at its beginning, and the trap value, when given, is the half at fault.

  @rule:pmp_exec_fault @rule:mepc_varlen_wr
  Scenario: The second half may not be executed
    The instruction is addi a0, a0, 1, written as two halves.
    Given the hart runs in user mode
    And user mode may not execute the 8 bytes at label second
    When the hart executes
      """
      j first
      .half 0x0001
      first:
      .half 0x0513
      second:
      .half 0x0015
      .half 0x0001
      """
    Then an instruction access fault exception is taken at label first
    And tval = label second or label first or 0 [mepc_varlen_wr]
    And nothing changes

  @rule:pmp_exec_fault @rule:mepc_varlen_wr
  Scenario: A compressed instruction before the boundary is carried out
    Given the hart runs in user mode
    And user mode may not execute the 8 bytes at label second
    And a0 = 5
    When the hart executes
      """
      j first
      .half 0x0001
      first:
      c.addi a0, 1
      second:
      c.addi a0, 1
      c.addi a0, 1
      """
    Then an instruction access fault exception is taken at label second
    And tval = label second or 0 [mepc_varlen_wr]
    And a0 = 6 [pmp_exec_fault]
    And nothing else changes
