@ext:Zfhmin @env:machine
Feature: The status of the floating-point unit: binary16
  Instructions of every format are illegal while FS is Off, and make it Dirty when they change something.

  @rule:mstatus_fs_vs_xs_off_op
  Scenario Outline: <insn> is illegal while FS is Off
    Given the floating-point unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn              |
      | flh fa2, 0(a1)    |
      | fsh fa2, 0(a1)    |
      | fmv.x.h a2, fa0   |
      | fmv.h.x fa2, a0   |
      | fcvt.h.s fa2, fa0 |
      | fcvt.s.h fa2, fa0 |

  @rule:mstatus_fs_op @rule:mstatus_fs_vs_xs_clean_op
  Scenario Outline: <insn> makes FS Dirty
    Given fs = 2 and fa0 = 0x3ff0000000000000 and fa1 = 0x4008000000000000 and ft0 = 0x3fe0000000000001 and ft1 = 0x7ff0000000000001 and fa2 = 0 and a0 = 5 and a1 = test data + 8
    When the hart executes "<insn>"
    Then fs = 3
    And no trap is taken

    Examples:
      | insn              |
      | flh fa2, 0(a1)    |
      | fmv.h.x fa2, a0   |
      | fcvt.h.s fa2, fa0 |
      | fcvt.s.h fa2, fa0 |
