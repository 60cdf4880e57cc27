@ext:Zic64b @ext:Zicbom
Feature: Managing blocks that may not be accessed
  A management instruction may access what a load or a store may. What neither may is a store fault, and
  the trap value is the address as rs1 holds it, not the block's.

  Scenario Outline: <insn> at offset <offset> of memory that user mode may not access is a store fault
    Given the hart runs in user mode
    And envcfg has CBCFE = 1 and CBIE = <cbie>
    And user mode may not read or execute test data + 64 to test data + 127
    And a1 = test data + <offset>
    When the hart executes "<insn> (a1)"
    Then a store/AMO access fault exception is taken [cbm_unperm_fault, cbm_access, mcause_exccode_st_sc_amo, <rule>]
    And tval = test data + <offset> or 0 [fault_excep_csr]
    And nothing changes [cbm_unperm_fault, cbm_access, <rule>]

    Examples:
      | insn      | cbie | offset | rule                |
      | cbo.clean | 1    | 64     | cbo-clean_op        |
      | cbo.clean | 1    | 65     | cbo-clean_op        |
      | cbo.clean | 1    | 71     | cbo-clean_op        |
      | cbo.clean | 1    | 96     | cbo-clean_op        |
      | cbo.clean | 1    | 127    | cbo-clean_op        |
      | cbo.flush | 1    | 64     | cbo-flush_op        |
      | cbo.flush | 1    | 65     | cbo-flush_unaligned |
      | cbo.flush | 1    | 71     | cbo-flush_unaligned |
      | cbo.flush | 1    | 96     | cbo-flush_unaligned |
      | cbo.flush | 1    | 127    | cbo-flush_unaligned |
      | cbo.inval | 1    | 64     | cbo-inval           |
      | cbo.inval | 1    | 65     | cbo-inval_unaligned |
      | cbo.inval | 1    | 71     | cbo-inval_unaligned |
      | cbo.inval | 1    | 96     | cbo-inval_unaligned |
      | cbo.inval | 1    | 127    | cbo-inval_unaligned |
      | cbo.inval | 3    | 64     | cbo-inval           |
      | cbo.inval | 3    | 65     | cbo-inval_unaligned |
      | cbo.inval | 3    | 71     | cbo-inval_unaligned |
      | cbo.inval | 3    | 96     | cbo-inval_unaligned |
      | cbo.inval | 3    | 127    | cbo-inval_unaligned |

  @rule:cbm_access
  Scenario Outline: <insn> of memory that user mode may read but not write is carried out
    Given the hart runs in user mode
    And envcfg has CBCFE = 1 and CBIE = 1
    And user mode may not write test data + 64 to test data + 127
    And a1 = test data + <offset>
    When the hart executes "<insn> (a1)"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn      | offset |
      | cbo.clean | 64     |
      | cbo.clean | 99     |
      | cbo.clean | 127    |
      | cbo.flush | 64     |
      | cbo.flush | 99     |
      | cbo.flush | 127    |
      | cbo.inval | 64     |
      | cbo.inval | 99     |
      | cbo.inval | 127    |

  @rule:cbm_access
  Scenario Outline: <insn> of memory that user mode may not execute is carried out
    Given the hart runs in user mode
    And envcfg has CBCFE = 1 and CBIE = 1
    And user mode may not execute test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes "<insn> (a1)"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn      |
      | cbo.clean |
      | cbo.flush |
      | cbo.inval |

  @rule:cbm_access @rule:cbm_unperm_fault
  Scenario Outline: <insn> at offset <offset>, beside the forbidden block, is carried out
    Given the hart runs in user mode
    And envcfg has CBCFE = 1 and CBIE = 1
    And user mode may not read or execute test data + 64 to test data + 127
    And a1 = test data + <offset>
    When the hart executes "<insn> (a1)"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn      | offset |
      | cbo.clean | 63     |
      | cbo.clean | 128    |
      | cbo.flush | 63     |
      | cbo.flush | 128    |
      | cbo.inval | 63     |
      | cbo.inval | 128    |
