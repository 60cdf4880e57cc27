@ext:Zacas
Feature: Compare-and-swap that traps
  It needs a naturally aligned address and permission to write, whether it would store or not.

  @rule:Zacas_amocas_rs1_addr_alignment
  Scenario Outline: <insn> at <offset> traps, <whether>
    The address crosses a multiple of 64: no atomicity granule holds it.
    Given test data + 56 holds 0 and test data + 64 holds 0
    And a0 = 1 and a1 = test data + <offset> and a2 = <compare>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn     | offset | compare | whether              |
      | amocas.w | 61     | 0       | where it would store |
      | amocas.w | 62     | 0       | where it would store |
      | amocas.w | 63     | 1       | where it would not   |
      | amocas.d | 57     | 0       | where it would store |
      | amocas.d | 60     | 0       | where it would store |
      | amocas.d | 60     | 1       | where it would not   |
      | amocas.d | 63     | 1       | where it would not   |

  @rule:Zacas_amocas_rs1_addr_alignment
  Scenario: Words need the alignment of words only
    Given test data + 16 holds 0x0000000500000000
    And a0 = 7 and a1 = test data + 20 and a2 = 5
    When the hart executes "amocas.w a2, a0, (a1)"
    Then test data + 16 holds 0x0000000700000000
    And no trap is taken
    And nothing else changes

  @rule:Zacas_amocas_rs1_addr_alignment
  Scenario Outline: <insn> does what the standard defines at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | amocas.w |
      | amocas.d |
      | amocas.q |

  @rule:Zacas_amocas_w_permission @rule:pmp_store_fault @rule:mcause_exccode_st_sc_amo
  Scenario Outline: <insn> to memory that user mode may not <access> traps, <whether>
    Given test data + 64 holds 0x55 and test data + 72 holds 0
    And the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a0 = 1 and a1 = 0 and a2 = <compare> and a3 = 0 and a4 = test data + 64
    When the hart executes "<insn> a2, a0, (a4)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn     | access | compare | whether              |
      | amocas.w | write  | 85      | where it would store |
      | amocas.w | write  | 84      | where it would not   |
      | amocas.w | read   | 85      | where it would store |
      | amocas.w | read   | 84      | where it would not   |
      | amocas.d | write  | 85      | where it would store |
      | amocas.d | write  | 84      | where it would not   |
      | amocas.d | read   | 85      | where it would store |
      | amocas.d | read   | 84      | where it would not   |
      | amocas.q | write  | 85      | where it would store |
      | amocas.q | write  | 84      | where it would not   |
      | amocas.q | read   | 85      | where it would store |
      | amocas.q | read   | 84      | where it would not   |

  @rule:pmp_store_fault
  Scenario: A compare-and-swap beside the forbidden region is carried out
    Given test data + 56 holds 41
    And the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 42 and a1 = test data + 56 and a2 = 41
    When the hart executes "amocas.d a2, a0, (a1)"
    Then test data + 56 holds 42
    And no trap is taken
    And nothing else changes
