@ext:Zic64b @ext:Zicbom
Feature: Cleaning, flushing and invalidating a cache block
  To the hart that executes them, a clean and a flush change nothing: its stores stay. An invalidate may
  lose what was stored since the block was last cleaned or flushed, so nothing that was cleaned before.

  Scenario Outline: <insn> at offset <offset> changes nothing
    Given envcfg has CBCFE = 1 and CBIE = 1
    And a1 = test data + <offset>
    When the hart executes "<insn> (a1)"
    Then nothing changes [<rules>]
    And no trap is taken [<rules>, no_addr_misaligned_excep]

    Examples:
      | insn      | offset | rules                             |
      | cbo.clean | 64     | cbo-clean_op                      |
      | cbo.clean | 65     | cbo-clean_op                      |
      | cbo.clean | 71     | cbo-clean_op                      |
      | cbo.clean | 96     | cbo-clean_op                      |
      | cbo.clean | 127    | cbo-clean_op                      |
      | cbo.clean | 0      | cbo-clean_op                      |
      | cbo.clean | 511    | cbo-clean_op                      |
      | cbo.flush | 64     | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 65     | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 71     | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 96     | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 127    | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 0      | cbo-flush_op, cbo-flush_unaligned |
      | cbo.flush | 511    | cbo-flush_op, cbo-flush_unaligned |
      | cbo.inval | 64     | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 65     | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 71     | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 96     | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 127    | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 0      | cbo-inval, cbo-inval_unaligned    |
      | cbo.inval | 511    | cbo-inval, cbo-inval_unaligned    |

  Scenario Outline: Stores before <insn> stay
    Given envcfg has CBCFE = 1 and CBIE = 1
    And a0 = 0x1122334455667788 and a1 = test data + 64
    When the hart executes
      """
      sd a0, 0(a1)
      sd a0, 56(a1)
      <insn> (a1)
      ld a2, 0(a1)
      ld a3, 56(a1)
      sb x0, 1(a1)
      ld a4, 0(a1)
      """
    Then a2 = a0 [<rule>]
    And a3 = a0 [<rule>]
    And a4 = 0x1122334455660088 [<rule>]
    And test data + 64 holds 0x1122334455660088 [<rule>]
    And no trap is taken

    Examples:
      | insn      | rule         |
      | cbo.clean | cbo-clean_op |
      | cbo.flush | cbo-flush_op |
      | cbo.inval | cbo-inval    |

  @rule:cmo_invalidate_load_values @rule:cbo-inval_op
  Scenario Outline: What <clean> wrote back is there after cbo.inval, <mode>
    The whole block is written and cleaned, so that the invalidation has nothing to lose.
    Given the hart runs in <mode>
    And envcfg has CBCFE = 1 and CBIE = 3
    And a0 = 0x1122334455667788 and a1 = test data + <offset> and a5 = test data + 64
    When the hart executes
      """
      sd a0, 0(a5)
      sd a0, 8(a5)
      sd a0, 16(a5)
      sd a0, 24(a5)
      sd a0, 32(a5)
      sd a0, 40(a5)
      sd a0, 48(a5)
      sd a0, 56(a5)
      <clean> (a1)
      cbo.inval (a1)
      ld a2, 0(a5)
      ld a3, 32(a5)
      ld a4, 56(a5)
      """
    Then a2 = a0 and a3 = a0 and a4 = a0
    And test data + 64 holds 0x1122334455667788
    And test data + 72 holds 0x1122334455667788
    And test data + 80 holds 0x1122334455667788
    And test data + 88 holds 0x1122334455667788
    And test data + 96 holds 0x1122334455667788
    And test data + 104 holds 0x1122334455667788
    And test data + 112 holds 0x1122334455667788
    And test data + 120 holds 0x1122334455667788
    And no trap is taken
    And nothing else changes

    Examples:
      | clean     | mode         | offset |
      | cbo.clean | user mode    | 64     |
      | cbo.flush | user mode    | 64     |
      | cbo.clean | user mode    | 99     |
      | cbo.flush | user mode    | 127    |
      | cbo.clean | machine mode | 64     |
      | cbo.flush | machine mode | 111    |

  Scenario Outline: <insn> does what the standard defines
    Given envcfg has CBCFE = 1 and CBIE = 1
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | cbo.clean |
      | cbo.flush |
      | cbo.inval |
