@ext:D @env:machine
Feature: The status of the floating-point unit: binary64
  Instructions of every format are illegal while FS is Off, and make it Dirty when they change something.

  @rule:mstatus_fs_vs_xs_off_op
  Scenario Outline: <insn> is illegal while FS is Off
    Given the floating-point unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                       |
      | fadd.d fa2, fa0, fa1       |
      | fmadd.d fa2, fa0, fa1, fa2 |
      | fsgnj.d fa2, fa0, fa1      |
      | fle.d a2, fa0, fa1         |
      | fclass.d a2, fa0           |
      | fcvt.lu.d a2, fa0          |
      | fcvt.d.l fa2, a0           |
      | fcvt.s.d fa2, fa0          |
      | fcvt.d.s fa2, fa0          |
      | fmv.x.d a2, fa0            |
      | fmv.d.x fa2, a0            |
      | fld fa2, 0(a1)             |
      | fsd fa2, 0(a1)             |

  @rule:mstatus_fs_op @rule:mstatus_fs_vs_xs_clean_op
  Scenario Outline: <insn> makes FS Dirty
    Given fs = 2 and fa0 = 0x3ff0000000000000 and fa1 = 0x4008000000000000 and ft0 = 0x3fe0000000000001 and ft1 = 0x7ff0000000000001 and fa2 = 0 and a0 = 5 and a1 = test data + 8
    When the hart executes "<insn>"
    Then fs = 3
    And no trap is taken

    Examples:
      | insn                  |
      | fadd.d fa2, fa0, fa1  |
      | fld fa2, 0(a1)        |
      | fmv.d.x fa2, a0       |
      | fcvt.d.w fa2, a0      |
      | fcvt.lu.d a2, ft0     |
      | fcvt.w.d a2, ft0      |
      | feq.d a2, ft1, ft1    |
      | fcvt.s.d fa2, ft0     |
      | fsgnj.d fa2, ft0, ft0 |
