@ext:Zic64b @ext:Zicboz
Feature: Zeroing memory that may not be written
  cbo.zero may access what a store may. What it may not access is a store fault, and the trap value is
  the address as rs1 holds it, not the block's.

  @rule:cbz_unperm_fault @rule:cbz_access @rule:mcause_exccode_st_sc_amo @rule:pmp_store_fault
  Scenario Outline: cbo.zero at offset <offset> of memory that user mode may not <access> is a store fault
    Given the hart runs in user mode
    And envcfg has CBZE = 1
    And user mode may not <access> test data + 64 to test data + 127
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [fault_excep_csr]
    And nothing changes

    Examples:
      | offset | access          |
      | 64     | write           |
      | 65     | write           |
      | 71     | write           |
      | 96     | write           |
      | 127    | write           |
      | 64     | read            |
      | 65     | read            |
      | 71     | read            |
      | 96     | read            |
      | 127    | read            |
      | 64     | read or execute |
      | 65     | read or execute |
      | 71     | read or execute |
      | 96     | read or execute |
      | 127    | read or execute |

  @rule:cbz_access
  Scenario Outline: cbo.zero at offset <offset> beside the forbidden block is carried out
    Given the hart runs in user mode
    And envcfg has CBZE = 1
    And user mode may not write test data + 64 to test data + 127
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then <block>
    And no trap is taken
    And nothing else changes

    Examples:
      | offset | block                                                                                                                                                                                                                       |
      | 63     | test data + 0 holds 0 and test data + 8 holds 0 and test data + 16 holds 0 and test data + 24 holds 0 and test data + 32 holds 0 and test data + 40 holds 0 and test data + 48 holds 0 and test data + 56 holds 0           |
      | 128    | test data + 128 holds 0 and test data + 136 holds 0 and test data + 144 holds 0 and test data + 152 holds 0 and test data + 160 holds 0 and test data + 168 holds 0 and test data + 176 holds 0 and test data + 184 holds 0 |

  @rule:cbz_access
  Scenario: Memory that may not be executed may be zeroed
    Given the hart runs in user mode
    And envcfg has CBZE = 1
    And user mode may not execute test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes "cbo.zero (a1)"
    Then test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0 and test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And no trap is taken
    And nothing else changes
