@ext:I
Feature: Alignment of loads and stores
  A naturally aligned access takes no address-misaligned exception. Any other is done, or it raises
  an address-misaligned or an access-fault exception: the execution environment chooses.

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> is done, or raises one of the exceptions permitted
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

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
