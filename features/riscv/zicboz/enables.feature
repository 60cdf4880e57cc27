@ext:Zic64b @ext:Zicboz
Feature: When cbo.zero may execute
  Below machine mode CBZE of the envcfg registers decides, and no other field does; machine mode may
  always.

  @rule:cbo-zero_basedon_xenvcfg-CBZE
  Scenario Outline: cbo.zero is illegal in user mode where envcfg has CBZE = 0 and <others>
    Given the hart runs in user mode
    And envcfg has CBZE = 0 and <others>
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then an illegal instruction exception is taken
    And tval = 0x0045a00f or 0 [mtval_instr_bits]
    And nothing changes

    Examples:
      | others                 | offset |
      | CBIE = 0               | 64     |
      | CBIE = 3 and CBCFE = 1 | 64     |
      | CBIE = 1               | 101    |
      | CBCFE = 1              | 127    |

  @rule:cbo-zero_basedon_xenvcfg-CBZE
  Scenario: It is illegal even where a store could not be made
    Given the hart runs in user mode
    And envcfg has CBZE = 0
    And user mode may not read or write test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes "cbo.zero (a1)"
    Then an illegal instruction exception is taken
    And nothing changes

  @rule:cbo-zero_basedon_xenvcfg-CBZE
  Scenario Outline: cbo.zero executes in user mode where envcfg has CBZE = 1 and <others>
    Given the hart runs in user mode
    And envcfg has CBZE = 1 and <others>
    And a1 = test data + 64
    When the hart executes "cbo.zero (a1)"
    Then no trap is taken
    And test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0 and test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And nothing else changes

    Examples:
      | others                 |
      | CBIE = 0               |
      | CBIE = 0 and CBCFE = 0 |
      | CBIE = 3 and CBCFE = 1 |

  @rule:cbo-zero_basedon_xenvcfg-CBZE
  Scenario Outline: cbo.zero executes in machine mode whether CBZE = <bit>
    Given the hart runs in machine mode
    And envcfg has CBZE = <bit>
    And a1 = test data + 64
    When the hart executes "cbo.zero (a1)"
    Then no trap is taken
    And test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0 and test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And nothing else changes

    Examples:
      | bit |
      | 0   |
      | 1   |
