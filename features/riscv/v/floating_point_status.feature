@ext:V
Feature: Vector floating-point instructions and the floating-point unit
  Vector floating-point instructions need the floating-point unit on, also those that touch no f register, and those
  that change an f register or fcsr make mstatus.FS Dirty.

  @rule:mstatus_FS_off_V_fp_ill
  Scenario Outline: Without the floating-point unit <insn> is illegal
    Given vl = <vl> under e32, m1, ta, ma
    And v8 = e32: 0x3f800000 0x40000000 0x40400000 0x40800000
    And v16 = e32: 0x3f800000 0x40000000 0x40400000 0x40800000
    And the floating-point unit is off
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                         | vl |
      | vfadd.vv v24, v8, v16        | 4  |
      | vfadd.vv v24, v8, v16        | 0  |
      | vfsub.vf v24, v8, fa0        | 4  |
      | vfrsub.vf v24, v8, fa0       | 4  |
      | vfmul.vv v24, v8, v16        | 4  |
      | vfdiv.vf v24, v8, fa0        | 4  |
      | vfwadd.vv v24, v8, v16       | 4  |
      | vfwmul.vf v24, v8, fa0       | 4  |
      | vfmacc.vv v24, v8, v16       | 4  |
      | vfnmsub.vf v24, fa0, v16     | 4  |
      | vfwmacc.vv v24, v8, v16      | 4  |
      | vfsqrt.v v24, v8             | 4  |
      | vfrsqrt7.v v24, v8           | 4  |
      | vfrec7.v v24, v8             | 4  |
      | vfmin.vv v24, v8, v16        | 4  |
      | vfmax.vf v24, v8, fa0        | 4  |
      | vfsgnj.vv v24, v8, v16       | 4  |
      | vfsgnjx.vf v24, v8, fa0      | 4  |
      | vmfeq.vv v24, v8, v16        | 4  |
      | vmfge.vf v24, v8, fa0        | 4  |
      | vfclass.v v24, v8            | 4  |
      | vfmerge.vfm v24, v8, fa0, v0 | 4  |
      | vfmv.v.f v24, fa0            | 4  |
      | vfmv.v.f v24, fa0            | 0  |
      | vfcvt.x.f.v v24, v8          | 4  |
      | vfcvt.f.xu.v v24, v8         | 4  |
      | vfwcvt.f.x.v v24, v8         | 4  |
      | vfncvt.rtz.xu.f.w v24, v8    | 4  |
      | vfredusum.vs v24, v8, v16    | 4  |
      | vfredosum.vs v24, v8, v16    | 4  |
      | vfredmax.vs v24, v8, v16     | 4  |
      | vfwredosum.vs v24, v8, v16   | 4  |
      | vfmv.f.s fa1, v8             | 4  |
      | vfmv.f.s fa1, v8             | 0  |
      | vfmv.s.f v24, fa0            | 4  |
      | vfslide1up.vf v24, v8, fa0   | 4  |
      | vfslide1down.vf v24, v8, fa0 | 4  |

  @rule:mstatus_FS_off_V_fp_ill
  Scenario Outline: Without the floating-point unit <insn> is as it always is
    Given vl = 4 under e32, m1, ta, ma
    And v8 = e32: 1 2 3 4
    And v16 = e32: 5 6 7 8
    And the floating-point unit is off
    When the hart executes "<insn>"
    Then v24 = e32: <result>
    And no trap is taken

    Examples: other vector instructions do not need it
      | insn                     | result     |
      | vadd.vv v24, v8, v16     | 6 8 10 12  |
      | vmul.vv v24, v8, v16     | 5 12 21 32 |
      | vmv.v.v v24, v16         | 5 6 7 8    |
      | vslide1up.vx v24, v8, x0 | 0 1 2 3    |

  @rule:mstatus_FS_dirty_V_fp
  Scenario Outline: <insn> of <a> and <b> sets flags, and FS from <state> to Dirty
    Given vl = 2 under e32, m1, ta, ma
    And v8 = e32: 0x3f800000 <a>
    And v16 = e32: 0x3f800000 <b>
    And fs = <fs> and fcsr = 0
    When the hart executes "<insn>"
    Then fflags = <flags>
    And fs = 3
    And no trap is taken

    Examples:
      | insn                      | a          | b          | flags | fs | state   |
      | vfadd.vv v24, v8, v16     | 0x3f800000 | 0x33000000 | 0x1   | 2  | Clean   |
      | vfadd.vv v24, v8, v16     | 0x3f800000 | 0x33000000 | 0x1   | 1  | Initial |
      | vfdiv.vv v24, v8, v16     | 0x3f800000 | 0          | 0x8   | 2  | Clean   |
      | vfdiv.vv v24, v8, v16     | 0x3f800000 | 0          | 0x8   | 1  | Initial |
      | vfmul.vv v24, v8, v16     | 0x7f7fffff | 0x7f7fffff | 0x5   | 2  | Clean   |
      | vfsqrt.v v24, v8          | 0xbf800000 | 0          | 0x10  | 2  | Clean   |
      | vmflt.vv v24, v8, v16     | 0x7fc00000 | 0          | 0x10  | 2  | Clean   |
      | vmfeq.vv v24, v8, v16     | 0x7f800001 | 0          | 0x10  | 2  | Clean   |
      | vfmin.vv v24, v8, v16     | 0x7f800001 | 0          | 0x10  | 2  | Clean   |
      | vfcvt.x.f.v v24, v8       | 0x3fc00000 | 0          | 0x1   | 2  | Clean   |
      | vfcvt.xu.f.v v24, v8      | 0xbf800000 | 0          | 0x10  | 2  | Clean   |
      | vfredosum.vs v24, v8, v16 | 0x33000000 | 0          | 0x1   | 2  | Clean   |

  @rule:mstatus_FS_dirty_V_fp
  Scenario Outline: An f register that vfmv.f.s changes makes FS Dirty from <state>
    Given vl = 2 under e32, m1, ta, ma
    And v8 = e32: 0x3f800000 0x40000000
    And fs = <fs> and fa1 = 0
    When the hart executes "vfmv.f.s fa1, v8"
    Then fa1 = 0xffffffff3f800000
    And fs = 3
    And no trap is taken

    Examples:
      | fs | state   |
      | 1  | Initial |
      | 2  | Clean   |
