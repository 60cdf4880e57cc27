@ext:V
Feature: Exceptions of vector instructions
  A trap points at the instruction that caused it. What came before it is done, and what comes after it is not.

  Scenario Outline: A fault in the middle of <insn> points at the instruction, between what is done and what is not
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = 4 under e32, m1, tu, mu
    And a1 = test data + 56 and a2 = 5 and a3 = 7 and v8 = e32: 1 2 3 4 and v9 = e32: 1 1 1 1
    When the hart executes
      """
      addi a2, a2, 1
      vadd.vi v9, v9, 1
      fault:
      <insn> v8, (a1)
      vadd.vi v9, v9, 1
      addi a3, a3, 1
      """
    Then a <access> access fault exception is taken at label fault [epc_op_V_trap, V_precise_traps, Zve_precise_traps]
    And a2 = 6 and a3 = 7 [V_precise_traps, Zve_precise_traps]
    And v9 = e32: 2 2 2 2 [V_precise_traps, Zve_precise_traps]
    And vstart = 2 [vstart_op_V_trap]

    Examples:
      | insn    | access    |
      | vle32.v | load      |
      | vse32.v | store/AMO |

  Scenario: An illegal instruction is pointed at too
    Given vl = 4 under e32, m1, ta, ma
    And vstart = 2 and a2 = 5
    When the hart executes
      """
      addi a2, a2, 1
      illegal:
      vredsum.vs v8, v16, v24
      addi a2, a2, 1
      """
    Then an illegal instruction exception is taken at label illegal [epc_op_V_trap, V_precise_traps, Zve_precise_traps]
    And a2 = 6 [V_precise_traps, Zve_precise_traps]

  Scenario Outline: Only active elements of <insn> can fault
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = 4 under e32, m1, tu, mu
    And a1 = test data + 56 and v0 = e8: 0xf3 and test data + 56 holds 0x8f8e8d8c8b8a8988 and v8 = e32: 0x8b8a8988 0x8f8e8d8c 3 4
    When the hart executes "<insn> v8, (a1), v0.t"
    Then v8 = e32: 0x8b8a8988 0x8f8e8d8c 3 4 [vector_active_element]
    And no trap is taken [vector_active_element]

    Examples: elements 0 and 1 are active
      | insn    |
      | vle32.v |
      | vse32.v |

  Scenario: An active element faults where the one before it is not active
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = 4 under e32, m1, tu, mu
    And a1 = test data + 56 and v0 = e8: 0x09 and test data + 56 holds 0x8f8e8d8c8b8a8988
    When the hart executes "vle32.v v8, (a1), v0.t"
    Then a load access fault exception is taken [vector_active_element]
    And vstart = 3 [vector_active_element, vstart_op_V_trap]
    And v8 = e32: 0x8b8a8988 old old ? [vector_active_element]

  Scenario: Active elements update the destination
    Given vl = 3 under e32, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e32: 1 2 3 4 and v8 = e32: 9 9 9 9
    When the hart executes "vadd.vi v8, v16, 1, v0.t"
    Then v8 = e32: 2 old 4 old [vector_active_element]
    And no trap is taken [vector_active_element]
