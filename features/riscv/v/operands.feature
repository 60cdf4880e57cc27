@ext:V
Feature: Operands of vector instructions
  The letters behind the dot name the sources: vectors, v; a scalar from an x register, x, or from an f register,
  f; an immediate, i. vs2 is written first, and is the one that is subtracted from, divided or shifted.

  @rule:vop-vv_vreg_vs2_vs1
  Scenario Outline: "<insn>" takes its operands from vs2 and vs1
    Given vl = 3 under e16, m1, tu, mu
    And v16 = e16: 100 7 0x8000 and v24 = e16: 3 9 1
    When the hart executes "<insn>"
    Then v8 = e16: <result> old
    And nothing else changes but vs

    Examples:
      | insn                  | result       |
      | vsub.vv v8, v16, v24  | 97 -2 0x7fff |
      | vsub.vv v8, v24, v16  | -97 2 0x8001 |
      | vdivu.vv v8, v16, v24 | 33 0 0x8000  |
      | vremu.vv v8, v24, v16 | 3 2 1        |
      | vsll.vv v8, v16, v24  | 800 0x0e00 0 |
      | vsrl.vv v8, v16, v24  | 12 0 0x4000  |

  @rule:vop-vx_xreg_rs1 @rule:vop-vx_rs1_trunc_lsb_sewbits
  Scenario Outline: "<insn>" of <sew> takes the low <sew> bits of <value>
    Given vl = 2 under e<sew>, m1, tu, mu
    And a0 = <value> and v16 = e<sew>: 5 -1
    When the hart executes "<insn>"
    Then v8 = e<sew>: <result> [vop-vx_xreg_rs1, vop-vx_rs1_trunc_lsb_sewbits, vop-vx_vreg_vs2]
    And nothing else changes but vs

    Examples:
      | insn                 | sew | value              | result                                |
      | vadd.vx v8, v16, a0  | 8   | 0xffffffffffffff01 | 6 0                                   |
      | vadd.vx v8, v16, a0  | 8   | 0x1234567812345680 | 0x85 0x7f                             |
      | vadd.vx v8, v16, a0  | 16  | 0xffffffffffff0100 | 0x105 0xff                            |
      | vadd.vx v8, v16, a0  | 32  | 0xffffffff00000100 | 0x105 0xff                            |
      | vadd.vx v8, v16, a0  | 64  | 0xffffffff00000100 | 0xffffffff00000105 0xffffffff000000ff |
      | vsub.vx v8, v16, a0  | 8   | 0x0000000000000102 | 3 -3                                  |
      | vrsub.vx v8, v16, a0 | 16  | 0x0000000000070002 | -3 3                                  |
      | vmaxu.vx v8, v16, a0 | 8   | 0x0000000000000107 | 7 0xff                                |
      | vmax.vx v8, v16, a0  | 16  | 0x0000000000018000 | 5 -1                                  |
      | vmv.v.x v8, a0       | 8   | 0x00000000000001ff | -1 -1                                 |
      | vmv.v.x v8, a0       | 64  | 0x8000000000000001 | 0x8000000000000001 0x8000000000000001 |

  @rule:vop-vi_imm_5bit @rule:vop-vi_vreg_vs2
  Scenario Outline: "<insn>" of <sew> sign-extends its immediate
    Given vl = 2 under e<sew>, m1, tu, mu
    And v16 = e<sew>: 0 0x55
    When the hart executes "<insn>"
    Then v8 = e<sew>: <result>
    And nothing else changes but vs

    Examples:
      | insn                 | sew | result   |
      | vadd.vi v8, v16, 15  | 8   | 15 0x64  |
      | vadd.vi v8, v16, -16 | 8   | -16 0x45 |
      | vadd.vi v8, v16, -1  | 16  | -1 0x54  |
      | vadd.vi v8, v16, -16 | 32  | -16 0x45 |
      | vadd.vi v8, v16, -16 | 64  | -16 0x45 |
      | vand.vi v8, v16, -2  | 64  | 0 0x54   |
      | vor.vi v8, v16, -16  | 32  | -16 -11  |
      | vxor.vi v8, v16, -1  | 64  | -1 -86   |
      | vrsub.vi v8, v16, -5 | 16  | -5 -90   |
      | vmv.v.i v8, -16      | 64  | -16 -16  |
      | vmv.v.i v8, 15       | 8   | 15 15    |

  @rule:vop-vi_imm_5bit
  Scenario Outline: The immediate of "<insn>" has no sign
    Given vl = 2 under e<sew>, m1, tu, mu
    And v16 = e<sew>: <source>
    When the hart executes "<insn>"
    Then v8 = e<sew>: <result>
    And nothing else changes but vs

    Examples:
      | insn                | sew | source                | result                 |
      | vsll.vi v8, v16, 31 | 64  | 1 3                   | 0x80000000 0x180000000 |
      | vsrl.vi v8, v16, 31 | 64  | -1 0x80000000         | 0x1ffffffff 1          |
      | vsra.vi v8, v16, 16 | 32  | 0x80000000 0x7fff0000 | 0xffff8000 0x7fff      |
      | vsrl.vi v8, v16, 17 | 32  | 0x80000000 0x00020000 | 0x4000 1               |
      | vsll.vi v8, v16, 9  | 8   | 1 0x81                | 2 2                    |

  @rule:vfop_freg
  Scenario Outline: "<insn>" takes its scalar from an f register
    Given vl = 2 under e<sew>, m1, tu, mu
    And fa0 = <scalar> and v16 = e<sew>: <source>
    When the hart executes "<insn>"
    Then v8 = e<sew>: <result>
    And fflags = 0
    And nothing else changes but vs and fs

    Examples:
      | insn                   | sew | scalar             | source                                | result                                |
      | vfadd.vf v8, v16, fa0  | 32  | 0xffffffff3f800000 | 0x40000000 0x3f800000                 | 0x40400000 0x40000000                 |
      | vfsub.vf v8, v16, fa0  | 32  | 0xffffffff3f800000 | 0x40000000 0x3f800000                 | 0x3f800000 0                          |
      | vfrsub.vf v8, v16, fa0 | 32  | 0xffffffff3f800000 | 0x40000000 0x3f800000                 | 0xbf800000 0                          |
      | vfadd.vf v8, v16, fa0  | 64  | 0x3ff0000000000000 | 0x4000000000000000 0x3ff0000000000000 | 0x4008000000000000 0x4000000000000000 |
      | vfmv.v.f v8, fa0       | 32  | 0xffffffff7fa00001 | 0 0                                   | 0x7fa00001 0x7fa00001                 |
      | vfmv.v.f v8, fa0       | 64  | 0x7ff4000000000001 | 0 0                                   | 0x7ff4000000000001 0x7ff4000000000001 |

  @rule:vfop_freg_NaNbox_lsb_sewbits
  Scenario Outline: "<insn>" reads the canonical NaN from <scalar>, which is not boxed
    Given vl = 2 under e32, m1, tu, mu
    And fa0 = <scalar> and v16 = e32: 0x40000000 0x3f800000
    When the hart executes "<insn>"
    Then v8 = e32: <result>
    And fflags = 0
    And nothing else changes but vs and fs

    Examples:
      | insn                   | scalar             | result                |
      | vfadd.vf v8, v16, fa0  | 0x000000003f800000 | 0x7fc00000 0x7fc00000 |
      | vfadd.vf v8, v16, fa0  | 0xfffffffe3f800000 | 0x7fc00000 0x7fc00000 |
      | vfadd.vf v8, v16, fa0  | 0x3ff0000000000000 | 0x7fc00000 0x7fc00000 |
      | vfmax.vf v8, v16, fa0  | 0x7fffffff7f800000 | 0x40000000 0x3f800000 |
      | vfmv.v.f v8, fa0       | 0x000000003f800000 | 0x7fc00000 0x7fc00000 |
      | vfsgnj.vf v8, v16, fa0 | 0x00000000bf800000 | 0x40000000 0x3f800000 |

  @rule:V_fp_frm
  Scenario Outline: With frm = <frm> 1 + 2^-24 and its negative are rounded <how>
    Given vl = 2 under e32, m1, tu, mu
    And frm = <frm> and v16 = e32: 0x3f800000 0xbf800000 and v24 = e32: 0x33800000 0xb3800000
    When the hart executes "vfadd.vv v8, v16, v24"
    Then v8 = e32: <result>
    And fflags = 1
    And nothing else changes but vs and fs

    Examples:
      | frm | how                   | result                |
      | 0   | to even               | 0x3f800000 0xbf800000 |
      | 1   | to zero               | 0x3f800000 0xbf800000 |
      | 2   | down                  | 0x3f800000 0xbf800001 |
      | 3   | up                    | 0x3f800001 0xbf800000 |
      | 4   | to nearest, from zero | 0x3f800001 0xbf800001 |

  @rule:V_masked
  Scenario Outline: "<insn>" works on active elements only
    Given vl = 4 under e16, m1, tu, mu
    And v0 = e8: 0b0110 and v16 = e16: 10 20 30 40 and v24 = e16: 1 2 3 4 and a0 = 5
    When the hart executes "<insn>, v0.t"
    Then v8 = e16: old <result> old
    And nothing else changes but vs

    Examples:
      | insn                  | result |
      | vadd.vv v8, v16, v24  | 22 33  |
      | vadd.vx v8, v16, a0   | 25 35  |
      | vadd.vi v8, v16, -3   | 17 27  |
      | vmul.vv v8, v16, v24  | 40 90  |
      | vdiv.vv v8, v16, v24  | 10 10  |
      | vsadd.vv v8, v16, v24 | 22 33  |
      | vsll.vi v8, v16, 1    | 40 60  |
