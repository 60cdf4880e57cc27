@ext:I
Feature: Fences
  On one hart a fence orders what is in order already: it changes nothing. Fields that it does not
  use are ignored, and reserved settings of fm act as a plain fence.

  Scenario Outline: <insn> changes nothing
    When the hart executes every encoding of "<insn>"
    Then every outcome is one the specification allows
    And nothing changes

    Examples:
      | insn      |
      | fence     |
      | fence.tso |

  @rule:fence_unused_flds_rsv
  Scenario Outline: A fence with <what> is a fence
    When the hart executes ".word <word>"
    Then no trap is taken
    And nothing changes

    Examples:
      | word       | what                                  |
      | 0x0ff0008f | rd = x1                               |
      | 0x0ff0800f | rs1 = x1                              |
      | 0x0fff8f8f | rd and rs1 = x31                      |
      | 0x7b21008f | rd, rs1 and fm set, as a core refused |
      | 0x8330850f | fence.tso with rd and rs1 set         |

  @rule:fence_op
  Scenario Outline: Memory is as the program order says around fence <sets>
    Given a0 = 5 and a1 = test data + 8 and test data + 8 holds 1 and test data + 16 holds 2
    When the hart executes "sd a0, 0(a1); fence <sets>; ld a2, 0(a1); ld a3, 8(a1); fence <sets>; sd a2, 8(a1)"
    Then a2 = 5 and a3 = 2 and test data + 8 holds 5 and test data + 16 holds 5
    And nothing else changes
    And no trap is taken

    Examples:
      | sets       |
      | rw, rw     |
      | w, w       |
      | r, rw      |
      | w, r       |
      | iorw, iorw |

  @rule:fence-tso_op
  Scenario: Memory is as the program order says around fence.tso
    Given a0 = 5 and a1 = test data + 8 and test data + 8 holds 1
    When the hart executes "sd a0, 0(a1); fence.tso; ld a2, 0(a1)"
    Then a2 = 5 and test data + 8 holds 5
    And nothing else changes
    And no trap is taken
