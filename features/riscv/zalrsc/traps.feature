@ext:Zalrsc
Feature: LR and SC that trap
  Both need a naturally aligned address, always. An SC has the permissions of a store even when it
  would fail; an LR those of a load. What traps neither loads nor stores nor reserves.

  @rule:LR_SC_ALIGNMENT
  Scenario Outline: <lr> at an address that is <past> past a multiple of its size traps
    Given a1 = test data + <offset>
    When the hart executes "<lr> a2, (a1)"
    Then a load address misaligned or load access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | lr   | past | offset |
      | lr.w | 1    | 17     |
      | lr.w | 2    | 18     |
      | lr.w | 3    | 255    |
      | lr.d | 1    | 17     |
      | lr.d | 2    | 18     |
      | lr.d | 4    | 20     |
      | lr.d | 4    | 252    |
      | lr.d | 7    | 23     |

  @rule:LR_SC_ALIGNMENT
  Scenario Outline: <sc> without a reservation, <past> past a multiple of its size, traps
    Given a0 = 1 and a1 = test data + <offset> and a2 = test data + 256
    When the hart executes
      """
      <sc> t1, zero, (a2)
      here:
      <sc> a3, a0, (a1)
      """
    Then a store/AMO address misaligned or store/AMO access fault exception is taken at label here
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes but t1 and test data + 256

    Examples:
      | sc   | past | offset |
      | sc.w | 1    | 17     |
      | sc.w | 2    | 18     |
      | sc.w | 3    | 255    |
      | sc.d | 1    | 17     |
      | sc.d | 2    | 18     |
      | sc.d | 4    | 20     |
      | sc.d | 4    | 252    |
      | sc.d | 7    | 23     |

  @rule:LR_SC_ALIGNMENT
  Scenario Outline: <sc> within the bytes that <lr> reserved, but misaligned, traps
    Given a0 = 1 and a1 = test data + 16 and a2 = test data + <offset>
    When the hart executes
      """
      <lr> a4, (a1)
      here:
      <sc> a3, a0, (a2)
      """
    Then a store/AMO address misaligned or store/AMO access fault exception is taken at label here
    And nothing changes but a4

    Examples:
      | lr   | sc   | offset |
      | lr.w | sc.w | 17     |
      | lr.w | sc.w | 18     |
      | lr.d | sc.w | 18     |
      | lr.d | sc.d | 20     |
      | lr.d | sc.d | 17     |

  @rule:LR_SC_ALIGNMENT
  Scenario Outline: <insn> does what the standard defines at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn |
      | lr.w |
      | lr.d |
      | sc.w |
      | sc.d |

  @rule:LR_SC_ALIGNMENT
  Scenario: Words need the alignment of words only
    Given test data + 8 holds 0x8000000011111111
    And a0 = 7 and a1 = test data + 12
    When the hart executes "lr.w a2, (a1); sc.w a3, a0, (a1)"
    Then no trap is taken
    And a2 = 0xffffffff80000000

  @rule:sc_success_conditions @rule:sc_intervening_sc_fail
  Scenario Outline: A misaligned <lr> that traps leaves nothing for <sc> to use, even <after>
    In machine mode the program catches the exception itself and tries the SC afterwards. Should mtvec
    not take the address of the handler, the program ends without an SC, with the code of a failure.
    Given the hart runs in machine mode
    And test data + 16 holds 0x1111111122222222
    And a0 = 0x55 and a1 = test data + 16 and a2 = test data + 256 and a4 = test data + <offset> and a5 = label handler
    When the hart executes
      """
      li a3, 1
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      sc.d t2, zero, (a2)
      <touch>
      <lr> t4, (a4)
      j attempt
      .balign 4
      handler:
      attempt:
      <sc> a3, a0, (a1)
      restore:
      csrw mtvec, t0
      """
    Then a3 != 0
    And test data + 16 holds 0x1111111122222222

    Examples:
      | lr   | sc   | offset | touch        | after               |
      | lr.d | sc.d | 17     | ld t3, 0(a1) | after a load there  |
      | lr.w | sc.w | 17     | nop          | without further ado |

  @rule:sc_retire_permission
  Scenario Outline: <sc> to memory that user mode may not write traps, with a valid reservation
    Given test data + 64 holds 5
    And the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 5 and a1 = test data + 64
    When the hart executes
      """
      <lr> a2, (a1)
      here:
      <sc> a3, a0, (a1)
      """
    Then a store/AMO access fault exception is taken at label here
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And a2 = 5
    And nothing else changes

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:sc_retire_permission
  Scenario Outline: <sc> to memory that user mode may not write traps, without a reservation
    An SC that would fail does not retire either unless it passes the permission checks.
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 5 and a1 = test data + 64 and a2 = test data + 32
    When the hart executes
      """
      <sc> t1, zero, (a2)
      here:
      <sc> a3, a0, (a1)
      """
    Then a store/AMO access fault exception is taken at label here
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes but t1 and test data + 32

    Examples:
      | sc   |
      | sc.w |
      | sc.d |

  @rule:pmp_load_fault
  Scenario Outline: <lr> from memory that user mode may not read is a load access fault
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes "<lr> a2, (a1)"
    Then a load access fault exception is taken
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | lr   |
      | lr.w |
      | lr.d |
