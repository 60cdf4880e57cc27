@ext:I
Feature: Alignment of loads and stores
  A naturally aligned access takes no address-misaligned exception. Any other is done, or it raises
  an address-misaligned or an access-fault exception: the execution environment chooses.

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> is done, or raises one of the exceptions permitted
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows [MISALIGNED_LDST_EXC_TYPE]

    Examples:
      | insn |
      | lh   |
      | lhu  |
      | lw   |
      | lwu  |
      | ld   |
      | sh   |
      | sw   |
      | sd   |

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> gives the whole value, or none of it
    Given a1 = test data + <at> and a2 = 0x5a5a5a5a
    And test data + 8 holds 0x1716151413121110 and test data + 16 holds 0x1f1e1d1c1b1a1918
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <value> or 0x5a5a5a5a
    And nothing changes but a2

    Examples:
      | insn | at | value              |
      | lh   | 9  | 0x1211             |
      | lhu  | 15 | 0x1817             |
      | lw   | 9  | 0x14131211         |
      | lw   | 14 | 0x19181716         |
      | lwu  | 13 | 0x18171615         |
      | ld   | 9  | 0x1817161514131211 |
      | ld   | 12 | 0x1b1a191817161514 |
      | ld   | 15 | 0x1e1d1c1b1a191817 |

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> within a doubleword writes all of its bytes, or none
    Given a0 = 0x1122334455667788 and a1 = test data + <at> and test data + 8 holds 0
    When the hart executes "<insn> a0, 0(a1)"
    Then test data + 8 holds <memory> or 0
    And nothing else changes

    Examples:
      | insn | at | memory             |
      | sh   | 9  | 0x0000000000778800 |
      | sh   | 13 | 0x0077880000000000 |
      | sw   | 9  | 0x0000005566778800 |
      | sw   | 10 | 0x0000556677880000 |
      | sw   | 11 | 0x0055667788000000 |

  @rule:ldst_no_exc_aligned
  Scenario Outline: Aligned accesses within 16 bytes take no exception, from <offset> on
    Given a0 = 0x1122334455667788 and a1 = test data + <offset>
    When the hart executes
      """
      sb a0, 0(a1)
      sb a0, 1(a1)
      sb a0, 3(a1)
      sb a0, 15(a1)
      sh a0, 2(a1)
      sh a0, 6(a1)
      sh a0, 14(a1)
      sw a0, 4(a1)
      sw a0, 12(a1)
      sd a0, 8(a1)
      lb a2, 5(a1)
      lbu a2, 7(a1)
      lh a2, 10(a1)
      lhu a2, 12(a1)
      lw a2, 8(a1)
      lwu a2, 4(a1)
      ld a2, 8(a1)
      """
    Then a2 = 0x1122334455667788
    And no trap is taken

    Examples:
      | offset |
      | 0      |
      | 16     |
      | 48     |
      | 256    |
      | 496    |
