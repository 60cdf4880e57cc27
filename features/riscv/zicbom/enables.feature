@ext:Zic64b @ext:Zicbom
Feature: When cache-block management may execute
  Below machine mode CBCFE of the envcfg registers decides about cbo.clean and cbo.flush, and CBIE about
  cbo.inval: 0 makes it illegal, 1 a flush, 3 an invalidation. Machine mode may always.

  Scenario Outline: <insn> is illegal in user mode where envcfg has <fields>
    Given the hart runs in user mode
    And envcfg has <fields>
    And a1 = test data + 70
    When the hart executes "<insn> (a1)"
    Then an illegal instruction exception is taken [<rule>]
    And tval = <code> or 0 [mtval_instr_bits]
    And nothing changes [<rule>]

    Examples:
      | insn      | fields                              | code       | rule                |
      | cbo.clean | CBCFE = 0                           | 0x0015a00f | cbo-clean_cbo-flush |
      | cbo.clean | CBCFE = 0 and CBIE = 3 and CBZE = 1 | 0x0015a00f | cbo-clean_cbo-flush |
      | cbo.clean | CBCFE = 0 and CBIE = 1              | 0x0015a00f | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 0                           | 0x0025a00f | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 0 and CBIE = 3 and CBZE = 1 | 0x0025a00f | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 0 and CBIE = 1              | 0x0025a00f | cbo-clean_cbo-flush |
      | cbo.inval | CBIE = 0                            | 0x0005a00f | cbo-inval           |
      | cbo.inval | CBIE = 0 and CBCFE = 1 and CBZE = 1 | 0x0005a00f | cbo-inval           |

  Scenario Outline: <insn> executes in user mode where envcfg has <fields>
    The block is not looked at: an invalidation may lose what was never cleaned.
    Given the hart runs in user mode
    And envcfg has <fields>
    And a1 = test data + 64
    When the hart executes "<insn> (a1)"
    Then no trap is taken [<rule>]

    Examples:
      | insn      | fields                              | rule                |
      | cbo.clean | CBCFE = 1                           | cbo-clean_cbo-flush |
      | cbo.clean | CBCFE = 1 and CBIE = 0 and CBZE = 0 | cbo-clean_cbo-flush |
      | cbo.clean | CBCFE = 1 and CBIE = 3 and CBZE = 1 | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 1                           | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 1 and CBIE = 0 and CBZE = 0 | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 1 and CBIE = 3 and CBZE = 1 | cbo-clean_cbo-flush |
      | cbo.inval | CBIE = 1                            | cbo-inval           |
      | cbo.inval | CBIE = 1 and CBCFE = 0 and CBZE = 0 | cbo-inval           |
      | cbo.inval | CBIE = 3                            | cbo-inval           |
      | cbo.inval | CBIE = 3 and CBCFE = 1 and CBZE = 1 | cbo-inval           |

  @rule:cbo-inval
  Scenario: Where CBIE is 1 cbo.inval loses nothing, also what was not cleaned
    Given the hart runs in user mode
    And envcfg has CBIE = 1
    And a0 = 0x1122334455667788 and a1 = test data + 64
    When the hart executes "sd a0, 8(a1); cbo.inval (a1); ld a2, 8(a1)"
    Then a2 = a0
    And test data + 72 holds 0x1122334455667788
    And no trap is taken
    And nothing else changes

  Scenario Outline: <insn> executes in machine mode where envcfg has <fields>
    Given the hart runs in machine mode
    And envcfg has <fields>
    And a1 = test data + 64
    When the hart executes "<insn> (a1)"
    Then no trap is taken [<rule>]

    Examples:
      | insn      | fields                 | rule                |
      | cbo.clean | CBCFE = 0 and CBIE = 0 | cbo-clean_cbo-flush |
      | cbo.clean | CBCFE = 1 and CBIE = 3 | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 0 and CBIE = 0 | cbo-clean_cbo-flush |
      | cbo.flush | CBCFE = 1 and CBIE = 3 | cbo-clean_cbo-flush |
      | cbo.inval | CBCFE = 0 and CBIE = 0 | cbo-inval           |
      | cbo.inval | CBCFE = 1 and CBIE = 3 | cbo-inval           |
