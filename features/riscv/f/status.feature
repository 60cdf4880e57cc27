@ext:F @env:machine
Feature: The status of the floating-point unit
  mstatus.FS: while it is Off, floating-point instructions and CSRs are illegal. Whatever changes a register or
  fcsr makes it Dirty, in every mode; what changes neither may.

  @rule:mstatus_fs_vs_xs_off_op
  Scenario Outline: <insn> is illegal in machine mode while FS is Off
    Given the hart runs in machine mode
    And the floating-point unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                       |
      | fadd.s fa2, fa0, fa1       |
      | fsqrt.s fa2, fa0           |
      | fmadd.s fa2, fa0, fa1, fa2 |
      | fsgnj.s fa2, fa0, fa1      |
      | fmin.s fa2, fa0, fa1       |
      | feq.s a2, fa0, fa1         |
      | fclass.s a2, fa0           |
      | fcvt.w.s a2, fa0           |
      | fcvt.s.w fa2, a0           |
      | fmv.x.w a2, fa0            |
      | fmv.w.x fa2, a0            |
      | flw fa2, 0(a1)             |
      | fsw fa2, 0(a1)             |
      | csrr a2, fcsr              |
      | csrr a2, frm               |
      | csrr a2, fflags            |
      | csrw fcsr, a0              |
      | csrwi frm, 1               |
      | csrs fflags, x0            |
      | csrrw x0, fcsr, x0         |

  @rule:mstatus_fs_vs_xs_off_op
  Scenario Outline: <insn> is illegal in user mode while FS is Off
    Given the hart runs in user mode
    And the floating-point unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                       |
      | fadd.s fa2, fa0, fa1       |
      | fsqrt.s fa2, fa0           |
      | fmadd.s fa2, fa0, fa1, fa2 |
      | fmv.x.w a2, fa0            |
      | fmv.w.x fa2, a0            |
      | flw fa2, 0(a1)             |
      | fsw fa2, 0(a1)             |
      | csrr a2, fcsr              |
      | csrr a2, frm               |

  @rule:mstatus_fs_op @rule:mstatus_fs_vs_xs_initial_op
  Scenario Outline: <insn> changes <what>, and FS from Initial to Dirty, in machine mode
    Given the hart runs in machine mode
    And fs = 1 and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff3f000000 and ft1 = 0xffffffff7f800001 and fa2 = 0 and a0 = 5 and a1 = test data + 8
    When the hart executes "<insn>"
    Then fs = 3
    And no trap is taken

    Examples:
      | insn                       | what       |
      | fadd.s fa2, fa0, fa1       | a register |
      | fsqrt.s fa2, fa1           | a register |
      | fmadd.s fa2, fa0, fa1, fa1 | a register |
      | fsgnjn.s fa2, fa0, fa0     | a register |
      | fmax.s fa2, fa0, fa1       | a register |
      | fcvt.s.w fa2, a0           | a register |
      | fmv.w.x fa2, a0            | a register |
      | flw fa2, 0(a1)             | a register |
      | fcvt.w.s a2, ft0           | a flag     |
      | fcvt.lu.s a2, ft0          | a flag     |
      | feq.s a2, ft1, fa0         | a flag     |
      | flt.s x0, ft1, fa0         | a flag     |
      | csrw fcsr, a0              | fcsr       |
      | csrwi frm, 3               | frm        |
      | csrsi fflags, 2            | fflags     |

  @rule:mstatus_fs_op @rule:mstatus_fs_vs_xs_clean_op
  Scenario Outline: <insn> changes <what>, and FS from Clean to Dirty, in machine mode
    Given the hart runs in machine mode
    And fs = 2 and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff3f000000 and ft1 = 0xffffffff7f800001 and fa2 = 0 and a0 = 5 and a1 = test data + 8
    When the hart executes "<insn>"
    Then fs = 3
    And no trap is taken

    Examples:
      | insn                       | what       |
      | fadd.s fa2, fa0, fa1       | a register |
      | fsqrt.s fa2, fa1           | a register |
      | fmadd.s fa2, fa0, fa1, fa1 | a register |
      | fsgnjn.s fa2, fa0, fa0     | a register |
      | fmax.s fa2, fa0, fa1       | a register |
      | fcvt.s.w fa2, a0           | a register |
      | fmv.w.x fa2, a0            | a register |
      | flw fa2, 0(a1)             | a register |
      | fcvt.w.s a2, ft0           | a flag     |
      | fcvt.lu.s a2, ft0          | a flag     |
      | feq.s a2, ft1, fa0         | a flag     |
      | flt.s x0, ft1, fa0         | a flag     |
      | csrw fcsr, a0              | fcsr       |
      | csrwi frm, 3               | frm        |
      | csrsi fflags, 2            | fflags     |

  @rule:mstatus_fs_op @rule:mstatus_fs_vs_xs_clean_op @rule:mstatus_fs_vs_xs_update_indep_priv
  Scenario Outline: <insn> changes <what>, and FS from Clean to Dirty, in user mode
    Given the hart runs in user mode
    And fs = 2 and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff3f000000 and ft1 = 0xffffffff7f800001 and fa2 = 0 and a0 = 5 and a1 = test data + 8
    When the hart executes "<insn>"
    Then fs = 3
    And no trap is taken

    Examples:
      | insn                       | what       |
      | fadd.s fa2, fa0, fa1       | a register |
      | fsqrt.s fa2, fa1           | a register |
      | fmadd.s fa2, fa0, fa1, fa1 | a register |
      | fsgnjn.s fa2, fa0, fa0     | a register |
      | fmax.s fa2, fa0, fa1       | a register |
      | fcvt.s.w fa2, a0           | a register |
      | fmv.w.x fa2, a0            | a register |
      | flw fa2, 0(a1)             | a register |
      | fcvt.w.s a2, ft0           | a flag     |
      | fcvt.lu.s a2, ft0          | a flag     |
      | feq.s a2, ft1, fa0         | a flag     |
      | flt.s x0, ft1, fa0         | a flag     |
      | csrw fcsr, a0              | fcsr       |
      | csrwi frm, 3               | frm        |
      | csrsi fflags, 2            | fflags     |

  @rule:mstatus_sd_op
  Scenario: SD says that FS is Dirty
    Given the hart runs in machine mode
    And fs = 2 and fa0 = 0xffffffff3f800000
    When the hart executes "csrr a2, mstatus; fadd.s fa2, fa0, fa0; csrr a3, mstatus; srli a2, a2, 63; srli a3, a3, 63"
    Then a3 = 1

  @rule:mstatus_fs_wr
  Scenario: Writes of FS change no floating-point register
    Given the hart runs in machine mode
    And fa0 = 0x123456789abcdef0 and fcsr = 0x95
    When the hart executes
      """
      li t0, 0x6000
      csrc mstatus, t0
      li t1, 0x2000
      csrs mstatus, t1
      csrs mstatus, t0
      csrr a2, fcsr
      """
    Then fa0 = 0x123456789abcdef0 and fcsr = 0x95 and a2 = 0x95

  @rule:mstatus_fs_acc
  Scenario Outline: FS can be written to <n>, and is not zero for ever
    Given the hart runs in machine mode
    When the hart executes
      """
      li t0, 0x6000
      csrc mstatus, t0
      li t1, <bits>
      csrs mstatus, t1
      csrr a2, mstatus
      srli a2, a2, 13
      andi a2, a2, 3
      """
    Then a2 = <n> or 3

    Examples:
      | n | bits   |
      | 1 | 0x2000 |
      | 2 | 0x4000 |
      | 3 | 0x6000 |

  @rule:mstatus_fs_op
  Scenario: FS stays Off when it is written so
    Given the hart runs in machine mode
    When the hart executes
      """
      li t0, 0x6000
      csrc mstatus, t0
      csrr a2, mstatus
      srli a2, a2, 13
      andi a2, a2, 3
      """
    Then a2 = 0
