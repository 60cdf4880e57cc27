@ext:V
Feature: Vector floating point
  Every active element is computed as the scalar instruction would, rounded by frm. Its exceptions accrue in
  fflags; those of inactive elements and of the tail do not.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn        |
      | vfadd.vv    |
      | vfadd.vf    |
      | vfsub.vv    |
      | vfsub.vf    |
      | vfrsub.vf   |
      | vfmul.vv    |
      | vfmul.vf    |
      | vfdiv.vv    |
      | vfdiv.vf    |
      | vfrdiv.vf   |
      | vfwadd.vv   |
      | vfwadd.vf   |
      | vfwadd.wv   |
      | vfwadd.wf   |
      | vfwsub.vv   |
      | vfwsub.vf   |
      | vfwsub.wv   |
      | vfwsub.wf   |
      | vfwmul.vv   |
      | vfwmul.vf   |
      | vfmacc.vv   |
      | vfmacc.vf   |
      | vfmadd.vv   |
      | vfmadd.vf   |
      | vfnmacc.vv  |
      | vfnmacc.vf  |
      | vfnmadd.vv  |
      | vfnmadd.vf  |
      | vfmsac.vv   |
      | vfmsac.vf   |
      | vfmsub.vv   |
      | vfmsub.vf   |
      | vfnmsac.vv  |
      | vfnmsac.vf  |
      | vfnmsub.vv  |
      | vfnmsub.vf  |
      | vfwmacc.vv  |
      | vfwmacc.vf  |
      | vfwnmacc.vv |
      | vfwnmacc.vf |
      | vfwmsac.vv  |
      | vfwmsac.vf  |
      | vfwnmsac.vv |
      | vfwnmsac.vf |
      | vfsqrt.v    |
      | vfrsqrt7.v  |
      | vfrec7.v    |
      | vfmin.vv    |
      | vfmin.vf    |
      | vfmax.vv    |
      | vfmax.vf    |
      | vfsgnj.vv   |
      | vfsgnj.vf   |
      | vfsgnjn.vv  |
      | vfsgnjn.vf  |
      | vfsgnjx.vv  |
      | vfsgnjx.vf  |
      | vfclass.v   |
      | vmfeq.vv    |
      | vmfeq.vf    |
      | vmfne.vv    |
      | vmfne.vf    |
      | vmflt.vv    |
      | vmflt.vf    |
      | vmfle.vv    |
      | vmfle.vf    |
      | vmfgt.vf    |
      | vmfge.vf    |
      | vfmerge.vfm |
      | vfmv.v.f    |

  Scenario Outline: <insn>.vv of elements of 32 bits, rounded by <mode>, gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: <a> and v24 = e32: <b> and frm = <frm>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e32: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op, fflags_op_V_fp]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: exact results
      | insn  | mode | frm | vl | a                                           | b                                           | result                                      | flags |
      | vfadd | rne  | 0   | 4  | 0x3fc00000 0xc0400000 0x40c00000 0xc1000000 | 0x40100000 0x3f800000 0x3f000000 0xc0000000 | 0x40700000 0xc0000000 0x40d00000 0xc1200000 | 0x00  |
      | vfadd | rne  | 0   | 4  | 0x00000000 0x80000000 0x3f800000 0xff800000 | 0x40a00000 0x40a00000 0x7f800000 0x40000000 | 0x40a00000 0x40a00000 0x7f800000 0xff800000 | 0x00  |
      | vfsub | rne  | 0   | 4  | 0x3fc00000 0xc0400000 0x40c00000 0xc1000000 | 0x40100000 0x3f800000 0x3f000000 0xc0000000 | 0xbf400000 0xc0800000 0x40b00000 0xc0c00000 | 0x00  |
      | vfsub | rne  | 0   | 4  | 0x00000000 0x80000000 0x3f800000 0xff800000 | 0x40a00000 0x40a00000 0x7f800000 0x40000000 | 0xc0a00000 0xc0a00000 0xff800000 0xff800000 | 0x00  |
      | vfmul | rne  | 0   | 4  | 0x3fc00000 0xc0400000 0x40c00000 0xc1000000 | 0x40100000 0x3f800000 0x3f000000 0xc0000000 | 0x40580000 0xc0400000 0x40400000 0x41800000 | 0x00  |
      | vfmul | rne  | 0   | 4  | 0x00000000 0x80000000 0x3f800000 0xff800000 | 0x40a00000 0x40a00000 0x7f800000 0x40000000 | 0x00000000 0x80000000 0x7f800000 0xff800000 | 0x00  |
      | vfdiv | rne  | 0   | 4  | 0x3fc00000 0xc0400000 0x40c00000 0xc1000000 | 0x40100000 0x3f800000 0x3f000000 0xc0000000 | 0x3f2aaaab 0xc0400000 0x41400000 0x40800000 | 0x01  |
      | vfdiv | rne  | 0   | 4  | 0x00000000 0x80000000 0x3f800000 0xff800000 | 0x40a00000 0x40a00000 0x7f800000 0x40000000 | 0x00000000 0x80000000 0x00000000 0xff800000 | 0x00  |

    Examples: results that are rounded
      | insn  | mode | frm | vl | a                                           | b                                           | result                                      | flags |
      | vfadd | rne  | 0   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f800000 0xbf7fffff 0x41200000 0x40800001 | 0x01  |
      | vfadd | rtz  | 1   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f800000 0xbf7fffff 0x41200000 0x40800000 | 0x01  |
      | vfadd | rdn  | 2   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f800000 0xbf7fffff 0x41200000 0x40800000 | 0x01  |
      | vfadd | rup  | 3   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f800001 0xbf7fffff 0x41200001 0x40800001 | 0x01  |
      | vfadd | rmm  | 4   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f800001 0xbf7fffff 0x41200001 0x40800001 | 0x01  |
      | vfsub | rne  | 0   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f7fffff 0xbf800000 0xc0800001 0xc0000000 | 0x01  |
      | vfsub | rtz  | 1   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f7fffff 0xbf800000 0xc0800001 0xc0000000 | 0x01  |
      | vfsub | rdn  | 2   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f7fffff 0xbf800001 0xc0800001 0xc0000001 | 0x01  |
      | vfsub | rup  | 3   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f7fffff 0xbf800000 0xc0800001 0xc0000000 | 0x01  |
      | vfsub | rmm  | 4   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x3f7fffff 0xbf800001 0xc0800001 0xc0000001 | 0x01  |
      | vfmul | rne  | 0   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x33800000 0xb3800000 0x41a80001 0x40400003 | 0x01  |
      | vfmul | rtz  | 1   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x33800000 0xb3800000 0x41a80000 0x40400002 | 0x01  |
      | vfmul | rdn  | 2   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x33800000 0xb3800000 0x41a80000 0x40400002 | 0x01  |
      | vfmul | rup  | 3   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x33800000 0xb3800000 0x41a80001 0x40400003 | 0x01  |
      | vfmul | rmm  | 4   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x33800000 0xb3800000 0x41a80001 0x40400003 | 0x01  |
      | vfdiv | rne  | 0   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x4b800000 0xcb800000 0x3edb6db6 0x3eaaaaab | 0x01  |
      | vfdiv | rtz  | 1   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x4b800000 0xcb800000 0x3edb6db5 0x3eaaaaab | 0x01  |
      | vfdiv | rdn  | 2   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x4b800000 0xcb800000 0x3edb6db5 0x3eaaaaab | 0x01  |
      | vfdiv | rup  | 3   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x4b800000 0xcb800000 0x3edb6db6 0x3eaaaaac | 0x01  |
      | vfdiv | rmm  | 4   | 4  | 0x3f800000 0xbf800000 0x40400000 0x3f800001 | 0x33800000 0x33800000 0x40e00001 0x40400001 | 0x4b800000 0xcb800000 0x3edb6db6 0x3eaaaaab | 0x01  |

    Examples: infinities, NaNs, zeros, overflow and underflow
      | insn  | mode | frm | vl | a          | b          | result     | flags |
      | vfadd | rne  | 0   | 1  | 0x7f800000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfadd | rdn  | 2   | 1  | 0x7f800000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfadd | rne  | 0   | 1  | 0x7f800001 | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfadd | rdn  | 2   | 1  | 0x7f800001 | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfadd | rne  | 0   | 1  | 0x7fc00005 | 0x3f800000 | 0x7fc00000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x7fc00005 | 0x3f800000 | 0x7fc00000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x3f800000 | 0x7fc00005 | 0x7fc00000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x3f800000 | 0x7fc00005 | 0x7fc00000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x7f7fffff | 0x7f7fffff | 0x7f800000 | 0x05  |
      | vfadd | rdn  | 2   | 1  | 0x7f7fffff | 0x7f7fffff | 0x7f7fffff | 0x05  |
      | vfadd | rne  | 0   | 1  | 0x80000000 | 0x80000000 | 0x80000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x80000000 | 0x80000000 | 0x80000000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x40000000 | 0xc0000000 | 0x00000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x40000000 | 0xc0000000 | 0x80000000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x7f800000 | 0x7f800000 | 0x7fc00000 | 0x10  |
      | vfsub | rdn  | 2   | 1  | 0x7f800000 | 0x7f800000 | 0x7fc00000 | 0x10  |
      | vfsub | rne  | 0   | 1  | 0x3f800000 | 0x7f800001 | 0x7fc00000 | 0x10  |
      | vfsub | rdn  | 2   | 1  | 0x3f800000 | 0x7f800001 | 0x7fc00000 | 0x10  |
      | vfsub | rne  | 0   | 1  | 0x7fc00005 | 0x7f800000 | 0x7fc00000 | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x7fc00005 | 0x7f800000 | 0x7fc00000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x7f7fffff | 0xff7fffff | 0x7f800000 | 0x05  |
      | vfsub | rdn  | 2   | 1  | 0x7f7fffff | 0xff7fffff | 0x7f7fffff | 0x05  |
      | vfsub | rne  | 0   | 1  | 0x80000000 | 0x00000000 | 0x80000000 | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x80000000 | 0x00000000 | 0x80000000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x00800000 | 0x00000001 | 0x007fffff | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x00800000 | 0x00000001 | 0x007fffff | 0x00  |
      | vfmul | rne  | 0   | 1  | 0x7f800000 | 0x00000000 | 0x7fc00000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x7f800000 | 0x00000000 | 0x7fc00000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x80000000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x80000000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x7f800001 | 0x7fc00005 | 0x7fc00000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x7f800001 | 0x7fc00005 | 0x7fc00000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x7fc00005 | 0x7f800000 | 0x7fc00000 | 0x00  |
      | vfmul | rdn  | 2   | 1  | 0x7fc00005 | 0x7f800000 | 0x7fc00000 | 0x00  |
      | vfmul | rne  | 0   | 1  | 0x7f7fffff | 0x40000000 | 0x7f800000 | 0x05  |
      | vfmul | rdn  | 2   | 1  | 0x7f7fffff | 0x40000000 | 0x7f7fffff | 0x05  |
      | vfmul | rne  | 0   | 1  | 0x00000001 | 0x3f000000 | 0x00000000 | 0x03  |
      | vfmul | rdn  | 2   | 1  | 0x00000001 | 0x3f000000 | 0x00000000 | 0x03  |
      | vfmul | rne  | 0   | 1  | 0x00800001 | 0x3f7fffff | 0x00800000 | 0x01  |
      | vfmul | rdn  | 2   | 1  | 0x00800001 | 0x3f7fffff | 0x00800000 | 0x01  |
      | vfmul | rne  | 0   | 1  | 0x80000000 | 0x40400000 | 0x80000000 | 0x00  |
      | vfmul | rdn  | 2   | 1  | 0x80000000 | 0x40400000 | 0x80000000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x00000000 | 0x00000000 | 0x7fc00000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x00000000 | 0x00000000 | 0x7fc00000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x7f800000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x7f800000 | 0xff800000 | 0x7fc00000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x3f800000 | 0x80000000 | 0xff800000 | 0x08  |
      | vfdiv | rdn  | 2   | 1  | 0x3f800000 | 0x80000000 | 0xff800000 | 0x08  |
      | vfdiv | rne  | 0   | 1  | 0xbf800000 | 0x00000000 | 0xff800000 | 0x08  |
      | vfdiv | rdn  | 2   | 1  | 0xbf800000 | 0x00000000 | 0xff800000 | 0x08  |
      | vfdiv | rne  | 0   | 1  | 0x7f800000 | 0x00000000 | 0x7f800000 | 0x00  |
      | vfdiv | rdn  | 2   | 1  | 0x7f800000 | 0x00000000 | 0x7f800000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x7fc00005 | 0x00000000 | 0x7fc00000 | 0x00  |
      | vfdiv | rdn  | 2   | 1  | 0x7fc00005 | 0x00000000 | 0x7fc00000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x7f800001 | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x7f800001 | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x7f7fffff | 0x3f7fffff | 0x7f800000 | 0x05  |
      | vfdiv | rdn  | 2   | 1  | 0x7f7fffff | 0x3f7fffff | 0x7f7fffff | 0x05  |
      | vfdiv | rne  | 0   | 1  | 0x00800000 | 0x40400000 | 0x002aaaab | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x00800000 | 0x40400000 | 0x002aaaaa | 0x03  |
      | vfdiv | rne  | 0   | 1  | 0x00000001 | 0x40000000 | 0x00000000 | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x00000001 | 0x40000000 | 0x00000000 | 0x03  |
      | vfdiv | rne  | 0   | 1  | 0x00800000 | 0x3f800001 | 0x007fffff | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x00800000 | 0x3f800001 | 0x007fffff | 0x03  |

  Scenario Outline: <insn>.vv of elements of 64 bits, rounded by <mode>, gives <result>
    Given vl = <vl> under e64, m1, tu, mu
    And v16 = e64: <a> and v24 = e64: <b> and frm = <frm>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e64: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op, fflags_op_V_fp]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: exact results
      | insn  | mode | frm | vl | a                                     | b                                     | result                                | flags |
      | vfadd | rne  | 0   | 2  | 0x3ff8000000000000 0xc008000000000000 | 0x4002000000000000 0x3ff0000000000000 | 0x400e000000000000 0xc000000000000000 | 0x00  |
      | vfadd | rne  | 0   | 2  | 0x4018000000000000 0xc020000000000000 | 0x3fe0000000000000 0xc000000000000000 | 0x401a000000000000 0xc024000000000000 | 0x00  |
      | vfadd | rne  | 0   | 2  | 0x0000000000000000 0x8000000000000000 | 0x4014000000000000 0x4014000000000000 | 0x4014000000000000 0x4014000000000000 | 0x00  |
      | vfadd | rne  | 0   | 2  | 0x3ff0000000000000 0xfff0000000000000 | 0x7ff0000000000000 0x4000000000000000 | 0x7ff0000000000000 0xfff0000000000000 | 0x00  |
      | vfsub | rne  | 0   | 2  | 0x3ff8000000000000 0xc008000000000000 | 0x4002000000000000 0x3ff0000000000000 | 0xbfe8000000000000 0xc010000000000000 | 0x00  |
      | vfsub | rne  | 0   | 2  | 0x4018000000000000 0xc020000000000000 | 0x3fe0000000000000 0xc000000000000000 | 0x4016000000000000 0xc018000000000000 | 0x00  |
      | vfsub | rne  | 0   | 2  | 0x0000000000000000 0x8000000000000000 | 0x4014000000000000 0x4014000000000000 | 0xc014000000000000 0xc014000000000000 | 0x00  |
      | vfsub | rne  | 0   | 2  | 0x3ff0000000000000 0xfff0000000000000 | 0x7ff0000000000000 0x4000000000000000 | 0xfff0000000000000 0xfff0000000000000 | 0x00  |
      | vfmul | rne  | 0   | 2  | 0x3ff8000000000000 0xc008000000000000 | 0x4002000000000000 0x3ff0000000000000 | 0x400b000000000000 0xc008000000000000 | 0x00  |
      | vfmul | rne  | 0   | 2  | 0x4018000000000000 0xc020000000000000 | 0x3fe0000000000000 0xc000000000000000 | 0x4008000000000000 0x4030000000000000 | 0x00  |
      | vfmul | rne  | 0   | 2  | 0x0000000000000000 0x8000000000000000 | 0x4014000000000000 0x4014000000000000 | 0x0000000000000000 0x8000000000000000 | 0x00  |
      | vfmul | rne  | 0   | 2  | 0x3ff0000000000000 0xfff0000000000000 | 0x7ff0000000000000 0x4000000000000000 | 0x7ff0000000000000 0xfff0000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 2  | 0x3ff8000000000000 0xc008000000000000 | 0x4002000000000000 0x3ff0000000000000 | 0x3fe5555555555555 0xc008000000000000 | 0x01  |
      | vfdiv | rne  | 0   | 2  | 0x4018000000000000 0xc020000000000000 | 0x3fe0000000000000 0xc000000000000000 | 0x4028000000000000 0x4010000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 2  | 0x0000000000000000 0x8000000000000000 | 0x4014000000000000 0x4014000000000000 | 0x0000000000000000 0x8000000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 2  | 0x3ff0000000000000 0xfff0000000000000 | 0x7ff0000000000000 0x4000000000000000 | 0x0000000000000000 0xfff0000000000000 | 0x00  |

    Examples: results that are rounded
      | insn  | mode | frm | vl | a                                     | b                                     | result                                | flags |
      | vfadd | rne  | 0   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 0xbfefffffffffffff | 0x01  |
      | vfadd | rtz  | 1   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 0xbfefffffffffffff | 0x01  |
      | vfadd | rdn  | 2   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 0xbfefffffffffffff | 0x01  |
      | vfadd | rup  | 3   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000001 0xbfefffffffffffff | 0x01  |
      | vfadd | rmm  | 4   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000001 0xbfefffffffffffff | 0x01  |
      | vfadd | rne  | 0   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4024000000000000 0x4010000000000001 | 0x01  |
      | vfadd | rtz  | 1   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4024000000000000 0x4010000000000000 | 0x01  |
      | vfadd | rdn  | 2   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4024000000000000 0x4010000000000000 | 0x01  |
      | vfadd | rup  | 3   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4024000000000001 0x4010000000000001 | 0x01  |
      | vfadd | rmm  | 4   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4024000000000001 0x4010000000000001 | 0x01  |
      | vfsub | rne  | 0   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3fefffffffffffff 0xbff0000000000000 | 0x01  |
      | vfsub | rtz  | 1   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3fefffffffffffff 0xbff0000000000000 | 0x01  |
      | vfsub | rdn  | 2   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3fefffffffffffff 0xbff0000000000001 | 0x01  |
      | vfsub | rup  | 3   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3fefffffffffffff 0xbff0000000000000 | 0x01  |
      | vfsub | rmm  | 4   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3fefffffffffffff 0xbff0000000000001 | 0x01  |
      | vfsub | rne  | 0   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0xc010000000000001 0xc000000000000000 | 0x01  |
      | vfsub | rtz  | 1   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0xc010000000000001 0xc000000000000000 | 0x01  |
      | vfsub | rdn  | 2   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0xc010000000000001 0xc000000000000001 | 0x01  |
      | vfsub | rup  | 3   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0xc010000000000001 0xc000000000000000 | 0x01  |
      | vfsub | rmm  | 4   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0xc010000000000001 0xc000000000000001 | 0x01  |
      | vfmul | rne  | 0   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ca0000000000000 0xbca0000000000000 | 0x00  |
      | vfmul | rtz  | 1   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ca0000000000000 0xbca0000000000000 | 0x00  |
      | vfmul | rdn  | 2   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ca0000000000000 0xbca0000000000000 | 0x00  |
      | vfmul | rup  | 3   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ca0000000000000 0xbca0000000000000 | 0x00  |
      | vfmul | rmm  | 4   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ca0000000000000 0xbca0000000000000 | 0x00  |
      | vfmul | rne  | 0   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4035000000000001 0x4008000000000003 | 0x01  |
      | vfmul | rtz  | 1   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4035000000000000 0x4008000000000002 | 0x01  |
      | vfmul | rdn  | 2   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4035000000000000 0x4008000000000002 | 0x01  |
      | vfmul | rup  | 3   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4035000000000001 0x4008000000000003 | 0x01  |
      | vfmul | rmm  | 4   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x4035000000000001 0x4008000000000003 | 0x01  |
      | vfdiv | rne  | 0   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x4340000000000000 0xc340000000000000 | 0x00  |
      | vfdiv | rtz  | 1   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x4340000000000000 0xc340000000000000 | 0x00  |
      | vfdiv | rdn  | 2   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x4340000000000000 0xc340000000000000 | 0x00  |
      | vfdiv | rup  | 3   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x4340000000000000 0xc340000000000000 | 0x00  |
      | vfdiv | rmm  | 4   | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x3ca0000000000000 0x3ca0000000000000 | 0x4340000000000000 0xc340000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x3fdb6db6db6db6da 0x3fd5555555555556 | 0x01  |
      | vfdiv | rtz  | 1   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x3fdb6db6db6db6da 0x3fd5555555555555 | 0x01  |
      | vfdiv | rdn  | 2   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x3fdb6db6db6db6da 0x3fd5555555555555 | 0x01  |
      | vfdiv | rup  | 3   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x3fdb6db6db6db6db 0x3fd5555555555556 | 0x01  |
      | vfdiv | rmm  | 4   | 2  | 0x4008000000000000 0x3ff0000000000001 | 0x401c000000000001 0x4008000000000001 | 0x3fdb6db6db6db6da 0x3fd5555555555556 | 0x01  |

    Examples: infinities, NaNs, zeros, overflow and underflow
      | insn  | mode | frm | vl | a                  | b                  | result             | flags |
      | vfadd | rne  | 0   | 1  | 0x7ff0000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfadd | rdn  | 2   | 1  | 0x7ff0000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfadd | rne  | 0   | 1  | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfadd | rdn  | 2   | 1  | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfadd | rne  | 0   | 1  | 0x7ff8000000000005 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x7ff8000000000005 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x3ff0000000000000 | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x3ff0000000000000 | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x7fefffffffffffff | 0x7fefffffffffffff | 0x7ff0000000000000 | 0x05  |
      | vfadd | rdn  | 2   | 1  | 0x7fefffffffffffff | 0x7fefffffffffffff | 0x7fefffffffffffff | 0x05  |
      | vfadd | rne  | 0   | 1  | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfadd | rne  | 0   | 1  | 0x4000000000000000 | 0xc000000000000000 | 0x0000000000000000 | 0x00  |
      | vfadd | rdn  | 2   | 1  | 0x4000000000000000 | 0xc000000000000000 | 0x8000000000000000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x7ff0000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfsub | rdn  | 2   | 1  | 0x7ff0000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfsub | rne  | 0   | 1  | 0x3ff0000000000000 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  |
      | vfsub | rdn  | 2   | 1  | 0x3ff0000000000000 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  |
      | vfsub | rne  | 0   | 1  | 0x7ff8000000000005 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x7ff8000000000005 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x7fefffffffffffff | 0xffefffffffffffff | 0x7ff0000000000000 | 0x05  |
      | vfsub | rdn  | 2   | 1  | 0x7fefffffffffffff | 0xffefffffffffffff | 0x7fefffffffffffff | 0x05  |
      | vfsub | rne  | 0   | 1  | 0x8000000000000000 | 0x0000000000000000 | 0x8000000000000000 | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x8000000000000000 | 0x0000000000000000 | 0x8000000000000000 | 0x00  |
      | vfsub | rne  | 0   | 1  | 0x0010000000000000 | 0x0000000000000001 | 0x000fffffffffffff | 0x00  |
      | vfsub | rdn  | 2   | 1  | 0x0010000000000000 | 0x0000000000000001 | 0x000fffffffffffff | 0x00  |
      | vfmul | rne  | 0   | 1  | 0x7ff0000000000000 | 0x0000000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x7ff0000000000000 | 0x0000000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x8000000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x8000000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x7ff0000000000001 | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rdn  | 2   | 1  | 0x7ff0000000000001 | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x10  |
      | vfmul | rne  | 0   | 1  | 0x7ff8000000000005 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfmul | rdn  | 2   | 1  | 0x7ff8000000000005 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfmul | rne  | 0   | 1  | 0x7fefffffffffffff | 0x4000000000000000 | 0x7ff0000000000000 | 0x05  |
      | vfmul | rdn  | 2   | 1  | 0x7fefffffffffffff | 0x4000000000000000 | 0x7fefffffffffffff | 0x05  |
      | vfmul | rne  | 0   | 1  | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | 0x03  |
      | vfmul | rdn  | 2   | 1  | 0x0000000000000001 | 0x3fe0000000000000 | 0x0000000000000000 | 0x03  |
      | vfmul | rne  | 0   | 1  | 0x0010000000000001 | 0x3fefffffffffffff | 0x0010000000000000 | 0x01  |
      | vfmul | rdn  | 2   | 1  | 0x0010000000000001 | 0x3fefffffffffffff | 0x0010000000000000 | 0x01  |
      | vfmul | rne  | 0   | 1  | 0x8000000000000000 | 0x4008000000000000 | 0x8000000000000000 | 0x00  |
      | vfmul | rdn  | 2   | 1  | 0x8000000000000000 | 0x4008000000000000 | 0x8000000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x0000000000000000 | 0x0000000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x0000000000000000 | 0x0000000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x7ff0000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x7ff0000000000000 | 0xfff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x3ff0000000000000 | 0x8000000000000000 | 0xfff0000000000000 | 0x08  |
      | vfdiv | rdn  | 2   | 1  | 0x3ff0000000000000 | 0x8000000000000000 | 0xfff0000000000000 | 0x08  |
      | vfdiv | rne  | 0   | 1  | 0xbff0000000000000 | 0x0000000000000000 | 0xfff0000000000000 | 0x08  |
      | vfdiv | rdn  | 2   | 1  | 0xbff0000000000000 | 0x0000000000000000 | 0xfff0000000000000 | 0x08  |
      | vfdiv | rne  | 0   | 1  | 0x7ff0000000000000 | 0x0000000000000000 | 0x7ff0000000000000 | 0x00  |
      | vfdiv | rdn  | 2   | 1  | 0x7ff0000000000000 | 0x0000000000000000 | 0x7ff0000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x7ff8000000000005 | 0x0000000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfdiv | rdn  | 2   | 1  | 0x7ff8000000000005 | 0x0000000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfdiv | rne  | 0   | 1  | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rdn  | 2   | 1  | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfdiv | rne  | 0   | 1  | 0x7fefffffffffffff | 0x3fefffffffffffff | 0x7ff0000000000000 | 0x05  |
      | vfdiv | rdn  | 2   | 1  | 0x7fefffffffffffff | 0x3fefffffffffffff | 0x7fefffffffffffff | 0x05  |
      | vfdiv | rne  | 0   | 1  | 0x0010000000000000 | 0x4008000000000000 | 0x0005555555555555 | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x0010000000000000 | 0x4008000000000000 | 0x0005555555555555 | 0x03  |
      | vfdiv | rne  | 0   | 1  | 0x0000000000000001 | 0x4000000000000000 | 0x0000000000000000 | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x0000000000000001 | 0x4000000000000000 | 0x0000000000000000 | 0x03  |
      | vfdiv | rne  | 0   | 1  | 0x0010000000000000 | 0x3ff0000000000001 | 0x000fffffffffffff | 0x03  |
      | vfdiv | rdn  | 2   | 1  | 0x0010000000000000 | 0x3ff0000000000001 | 0x000fffffffffffff | 0x03  |

  Scenario Outline: <insn>.vf of <scalar> and <b> gives <result>
    Given vl = 2 under <sew>, m1, tu, mu
    And v16 = <sew>: <b> and fa0 = <scalar> and frm = <frm>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = <sew>: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: scalars of SEW
      | insn   | sew | frm | scalar             | b                                     | result                                | flags |
      | vfadd  | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0x41480000 0xbfc00000                 | 0x00  |
      | vfadd  | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0x41200000 0x40c00000                 | 0x01  |
      | vfadd  | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0x3f800000 0xc0000000                 | 0x00  |
      | vfadd  | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0x4029000000000000 0xbff8000000000000 | 0x00  |
      | vfadd  | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0x4024000000000000 0x4018000000000000 | 0x01  |
      | vfadd  | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x00  |
      | vfsub  | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0x40f00000 0xc0d00000                 | 0x00  |
      | vfsub  | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0xc07fffff 0xc1000000                 | 0x01  |
      | vfsub  | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0x3f800000 0xc0000000                 | 0x00  |
      | vfsub  | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0x401e000000000000 0xc01a000000000000 | 0x00  |
      | vfsub  | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0xc00fffffffffffff 0xc020000000000000 | 0x01  |
      | vfsub  | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x00  |
      | vfrsub | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0xc0f00000 0x40d00000                 | 0x00  |
      | vfrsub | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0x407fffff 0x40ffffff                 | 0x01  |
      | vfrsub | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0xbf800000 0x40000000                 | 0x00  |
      | vfrsub | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0xc01e000000000000 0x401a000000000000 | 0x00  |
      | vfrsub | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0x400fffffffffffff 0x401fffffffffffff | 0x01  |
      | vfrsub | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0xbff0000000000000 0x4000000000000000 | 0x00  |
      | vfmul  | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0x41c80000 0xc1200000                 | 0x00  |
      | vfmul  | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0x41a80000 0xc0dffffe                 | 0x01  |
      | vfmul  | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0x80000000 0x00000000                 | 0x00  |
      | vfmul  | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0x4039000000000000 0xc024000000000000 | 0x00  |
      | vfmul  | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0x4035000000000000 0xc01bfffffffffffe | 0x01  |
      | vfmul  | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x00  |
      | vfdiv  | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0x40800000 0xbfcccccd                 | 0x01  |
      | vfdiv  | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0x3edb6db8 0xbe124923                 | 0x01  |
      | vfdiv  | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0xff800000 0x7f800000                 | 0x08  |
      | vfdiv  | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0x4010000000000000 0xbff999999999999a | 0x01  |
      | vfdiv  | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0x3fdb6db6db6db6dc 0xbfc2492492492491 | 0x01  |
      | vfdiv  | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0xfff0000000000000 0x7ff0000000000000 | 0x08  |
      | vfrdiv | e32 | 0   | 0xffffffff40200000 | 0x41200000 0xc0800000                 | 0x3e800000 0xbf200000                 | 0x00  |
      | vfrdiv | e32 | 2   | 0xffffffff40e00000 | 0x40400001 0xbf7ffffd                 | 0x40155554 0xc0e00003                 | 0x01  |
      | vfrdiv | e32 | 0   | 0xffffffff80000000 | 0x3f800000 0xc0000000                 | 0x80000000 0x00000000                 | 0x00  |
      | vfrdiv | e64 | 0   | 0x4004000000000000 | 0x4024000000000000 0xc010000000000000 | 0x3fd0000000000000 0xbfe4000000000000 | 0x00  |
      | vfrdiv | e64 | 2   | 0x401c000000000000 | 0x4008000000000001 0xbfeffffffffffffd | 0x4002aaaaaaaaaaa9 0xc01c000000000003 | 0x01  |
      | vfrdiv | e64 | 0   | 0x8000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x00  |

  Scenario Outline: <insn>.vf with a scalar that is not NaN-boxed gives NaNs
    Given vl = 2 under <sew>, m1, tu, mu
    And v16 = <sew>: <b> and fa0 = <scalar> and frm = <frm>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = <sew>: <result> [<insn>_op, vfop_freg_NaNbox_lsb_sewbits]
    And fflags = <flags> [<insn>_op, vfop_freg_NaNbox_lsb_sewbits]
    And no trap is taken [<insn>_op]

    Examples: quiet NaNs raise nothing
      | insn   | sew | frm | scalar             | b                     | result                | flags |
      | vfadd  | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfadd  | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfadd  | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfsub  | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfsub  | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfsub  | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrsub | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrsub | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrsub | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfmul  | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfmul  | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfmul  | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfdiv  | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfdiv  | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfdiv  | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrdiv | e32 | 0   | 0x3ff0000000000000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrdiv | e32 | 0   | 0x000000003f800000 | 0x00000000 0x7f800000 | 0x7fc00000 0x7fc00000 | 0x00  |
      | vfrdiv | e32 | 0   | 0xfffffffe3f800000 | 0x3f800000 0x40000000 | 0x7fc00000 0x7fc00000 | 0x00  |

  Scenario Outline: <insn>.vv of <a>, <b> and <c> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v24 = <sew>: <a> and v16 = <sew>: <b> and v8 = <sew>: <c> and frm = <frm>
    When the hart executes "<insn>.vv v8, v24, v16"
    Then v8 = <sew>: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: a is of vs1, b of vs2 and c of vd
      | insn    | sew | frm | vl | a                                     | b                                     | c                                     | result                                | flags |
      | vfmacc  | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0x41800000 0xc2100000                 | 0x00  |
      | vfmacc  | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0x40000c00 0x39801001                 | 0x01  |
      | vfmacc  | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40800000 0x41000003                 | 0x01  |
      | vfmacc  | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40800001 0x41000004                 | 0x01  |
      | vfmacc  | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfmacc  | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmacc  | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0x7fc00000 0x00000000                 | 0x10  |
      | vfmacc  | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfmacc  | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmacc  | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0x4030000000000000 0xc042000000000000 | 0x00  |
      | vfmacc  | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0x4000000003000000 0x3e40000008000001 | 0x01  |
      | vfmacc  | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4010000000000000 0x4020000000000003 | 0x01  |
      | vfmacc  | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4010000000000001 0x4020000000000004 | 0x01  |
      | vfmacc  | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfmacc  | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfmacc  | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x7ff8000000000000 0x0000000000000000 | 0x10  |
      | vfmacc  | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfmacc  | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmacc | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0xc1800000 0x42100000                 | 0x00  |
      | vfnmacc | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0xc0000c00 0xb9801001                 | 0x01  |
      | vfnmacc | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0800001 0xc1000004                 | 0x01  |
      | vfnmacc | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0800000 0xc1000003                 | 0x01  |
      | vfnmacc | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfnmacc | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmacc | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0x7fc00000 0x00000000                 | 0x10  |
      | vfnmacc | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfnmacc | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmacc | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0xc030000000000000 0x4042000000000000 | 0x00  |
      | vfnmacc | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0xc000000003000000 0xbe40000008000001 | 0x01  |
      | vfnmacc | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc010000000000001 0xc020000000000004 | 0x01  |
      | vfnmacc | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc010000000000000 0xc020000000000003 | 0x01  |
      | vfnmacc | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmacc | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmacc | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x7ff8000000000000 0x0000000000000000 | 0x10  |
      | vfnmacc | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmacc | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfmsac  | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0xc0800000 0xc2080000                 | 0x00  |
      | vfmsac  | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0x39800800 0x40000401                 | 0x01  |
      | vfmsac  | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xbffffffe 0x41b00001                 | 0x01  |
      | vfmsac  | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xbffffffd 0x41b00002                 | 0x01  |
      | vfmsac  | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfmsac  | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmsac  | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0x7f800000 0x00000000                 | 0x00  |
      | vfmsac  | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfmsac  | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmsac  | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0xc010000000000000 0xc041000000000000 | 0x00  |
      | vfmsac  | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0x3e40000002000000 0x4000000001000001 | 0x01  |
      | vfmsac  | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xbffffffffffffffe 0x4036000000000001 | 0x01  |
      | vfmsac  | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xbffffffffffffffd 0x4036000000000002 | 0x01  |
      | vfmsac  | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfmsac  | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfmsac  | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x7ff0000000000000 0x0000000000000000 | 0x00  |
      | vfmsac  | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfmsac  | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmsac | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0x40800000 0x42080000                 | 0x00  |
      | vfnmsac | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0xb9800800 0xc0000401                 | 0x01  |
      | vfnmsac | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x3ffffffd 0xc1b00002                 | 0x01  |
      | vfnmsac | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x3ffffffe 0xc1b00001                 | 0x01  |
      | vfnmsac | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfnmsac | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmsac | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0xff800000 0x80000000                 | 0x00  |
      | vfnmsac | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfnmsac | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmsac | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0x4010000000000000 0x4041000000000000 | 0x00  |
      | vfnmsac | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0xbe40000002000000 0xc000000001000001 | 0x01  |
      | vfnmsac | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x3ffffffffffffffd 0xc036000000000002 | 0x01  |
      | vfnmsac | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x3ffffffffffffffe 0xc036000000000001 | 0x01  |
      | vfnmsac | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmsac | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmsac | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x00  |
      | vfnmsac | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmsac | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfmadd  | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0x41b80000 0x41400000                 | 0x00  |
      | vfmadd  | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0x40000c00 0xb97fe000                 | 0x01  |
      | vfmadd  | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40800001 0xc1800000                 | 0x01  |
      | vfmadd  | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40800001 0xc17fffff                 | 0x01  |
      | vfmadd  | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x00  |
      | vfmadd  | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7f800000                            | 0x00  |
      | vfmadd  | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0xff800000 0x00000000                 | 0x00  |
      | vfmadd  | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfmadd  | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmadd  | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0x4037000000000000 0x4028000000000000 | 0x00  |
      | vfmadd  | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0x4000000003000000 0xbe3ffffff0000000 | 0x01  |
      | vfmadd  | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4010000000000001 0xc030000000000000 | 0x01  |
      | vfmadd  | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4010000000000001 0xc02fffffffffffff | 0x01  |
      | vfmadd  | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfmadd  | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff0000000000000                    | 0x00  |
      | vfmadd  | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0xfff0000000000000 0x0000000000000000 | 0x00  |
      | vfmadd  | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfmadd  | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmadd | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0xc1b80000 0xc1400000                 | 0x00  |
      | vfnmadd | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0xc0000c00 0x397fe000                 | 0x01  |
      | vfnmadd | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0800001 0x417fffff                 | 0x01  |
      | vfnmadd | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0800001 0x41800000                 | 0x01  |
      | vfnmadd | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x00  |
      | vfnmadd | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0xff800000                            | 0x00  |
      | vfnmadd | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0x7f800000 0x00000000                 | 0x00  |
      | vfnmadd | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfnmadd | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmadd | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0xc037000000000000 0xc028000000000000 | 0x00  |
      | vfnmadd | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0xc000000003000000 0x3e3ffffff0000000 | 0x01  |
      | vfnmadd | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc010000000000001 0x402fffffffffffff | 0x01  |
      | vfnmadd | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc010000000000001 0x4030000000000000 | 0x01  |
      | vfnmadd | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmadd | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0xfff0000000000000                    | 0x00  |
      | vfnmadd | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x7ff0000000000000 0x0000000000000000 | 0x00  |
      | vfnmadd | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmadd | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfmsub  | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0x41880000 0xc0000000                 | 0x00  |
      | vfmsub  | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0x39800800 0xc0000400                 | 0x01  |
      | vfmsub  | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40000001 0xc1d00001                 | 0x01  |
      | vfmsub  | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0x40000001 0xc1d00000                 | 0x01  |
      | vfmsub  | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x00  |
      | vfmsub  | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0xff800000                            | 0x00  |
      | vfmsub  | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0xff800000 0x80000000                 | 0x00  |
      | vfmsub  | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfmsub  | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfmsub  | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0x4031000000000000 0xc000000000000000 | 0x00  |
      | vfmsub  | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0x3e40000002000000 0xc000000001000000 | 0x01  |
      | vfmsub  | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4000000000000001 0xc03a000000000001 | 0x01  |
      | vfmsub  | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0x4000000000000001 0xc03a000000000000 | 0x01  |
      | vfmsub  | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfmsub  | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0xfff0000000000000                    | 0x00  |
      | vfmsub  | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x00  |
      | vfmsub  | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfmsub  | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |
      | vfnmsub | e32 | 0   | 2  | 0x40000000 0xc0a00000                 | 0x40400000 0x40e00000                 | 0x41200000 0xbf800000                 | 0xc1880000 0x40000000                 | 0x00  |
      | vfnmsub | e32 | 0   | 2  | 0x3f800800 0x3f800800                 | 0x3f800800 0x3f800001                 | 0x3f800800 0xbf800000                 | 0xb9800800 0x40000400                 | 0x01  |
      | vfnmsub | e32 | 2   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0000001 0x41d00000                 | 0x01  |
      | vfnmsub | e32 | 3   | 2  | 0x3f800001 0x40400001                 | 0x3f800001 0x40a00001                 | 0x40400000 0xc0dfffff                 | 0xc0000001 0x41d00001                 | 0x01  |
      | vfnmsub | e32 | 0   | 1  | 0x7f800000                            | 0x00000000                            | 0x7fc00005                            | 0x7fc00000                            | 0x00  |
      | vfnmsub | e32 | 0   | 1  | 0x00000000                            | 0x7f800000                            | 0x3f800000                            | 0x7f800000                            | 0x00  |
      | vfnmsub | e32 | 0   | 2  | 0x7f800000 0x3f800000                 | 0x40000000 0x00000000                 | 0xff800000 0x80000000                 | 0x7f800000 0x00000000                 | 0x00  |
      | vfnmsub | e32 | 0   | 1  | 0x7fc00005                            | 0x3f800000                            | 0x3f800000                            | 0x7fc00000                            | 0x00  |
      | vfnmsub | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001                            | 0x3f800000                            | 0x7fc00000                            | 0x10  |
      | vfnmsub | e64 | 0   | 2  | 0x4000000000000000 0xc014000000000000 | 0x4008000000000000 0x401c000000000000 | 0x4024000000000000 0xbff0000000000000 | 0xc031000000000000 0x4000000000000000 | 0x00  |
      | vfnmsub | e64 | 0   | 2  | 0x3ff0000002000000 0x3ff0000002000000 | 0x3ff0000002000000 0x3ff0000000000001 | 0x3ff0000002000000 0xbff0000000000000 | 0xbe40000002000000 0x4000000001000000 | 0x01  |
      | vfnmsub | e64 | 2   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc000000000000001 0x403a000000000000 | 0x01  |
      | vfnmsub | e64 | 3   | 2  | 0x3ff0000000000001 0x4008000000000001 | 0x3ff0000000000001 0x4014000000000001 | 0x4008000000000000 0xc01bffffffffffff | 0xc000000000000001 0x403a000000000001 | 0x01  |
      | vfnmsub | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x0000000000000000                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmsub | e64 | 0   | 1  | 0x0000000000000000                    | 0x7ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff0000000000000                    | 0x00  |
      | vfnmsub | e64 | 0   | 2  | 0x7ff0000000000000 0x3ff0000000000000 | 0x4000000000000000 0x0000000000000000 | 0xfff0000000000000 0x8000000000000000 | 0x7ff0000000000000 0x0000000000000000 | 0x00  |
      | vfnmsub | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x3ff0000000000000                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfnmsub | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001                    | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x10  |

  Scenario Outline: <insn>.vf of <a>, <b> and <c> gives <result>
    Given vl = 2 under <sew>, m1, tu, mu
    And fa0 = <a> and v16 = <sew>: <b> and v8 = <sew>: <c>
    When the hart executes "<insn>.vf v8, fa0, v16"
    Then v8 = <sew>: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: a is the scalar
      | insn    | sew | a                  | b                                     | c                                     | result                                | flags |
      | vfmacc  | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0x40b00000 0xc1380001                 | 0x01  |
      | vfmacc  | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0x4016000000000000 0xc027000000000001 | 0x01  |
      | vfmacc  | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfnmacc | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0xc0b00000 0x41380001                 | 0x01  |
      | vfnmacc | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0xc016000000000000 0x4027000000000001 | 0x01  |
      | vfnmacc | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfmsac  | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0xc1680000 0xc1180001                 | 0x01  |
      | vfmsac  | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0xc02d000000000000 0xc023000000000001 | 0x01  |
      | vfmsac  | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfnmsac | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0x41680000 0x41180001                 | 0x01  |
      | vfnmsac | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0x402d000000000000 0x4023000000000001 | 0x01  |
      | vfnmsac | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfmadd  | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0xc1400000 0x41080000                 | 0x01  |
      | vfmadd  | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0xc028000000000000 0x4021000000000000 | 0x01  |
      | vfmadd  | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfnmadd | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0x41400000 0xc1080000                 | 0x01  |
      | vfnmadd | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0x4028000000000000 0xc021000000000000 | 0x01  |
      | vfnmadd | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfmsub  | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0xc1900000 0xc0b00001                 | 0x00  |
      | vfmsub  | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0xc032000000000000 0xc016000000000001 | 0x00  |
      | vfmsub  | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |
      | vfnmsub | e32 | 0xffffffffbfc00000 | 0x40400000 0x40e00001                 | 0x41200000 0xbf800000                 | 0x41900000 0x40b00001                 | 0x00  |
      | vfnmsub | e64 | 0xbff8000000000000 | 0x4008000000000000 0x401c000000000001 | 0x4024000000000000 0xbff0000000000000 | 0x4032000000000000 0x4016000000000001 | 0x00  |
      | vfnmsub | e32 | 0x0000000040000000 | 0x40000000 0x3f800000                 | 0x3f800000 0x3f800000                 | 0x7fc00000 0x7fc00000                 | 0x00  |

  Scenario Outline: <insn>.vv of <a> and <b> gives <result>
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e32: <a> and v24 = e32: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: sources of SEW
      | insn   | a                     | b                     | result                                | flags | rule      |
      | vfwadd | 0x3fc00000 0xc0400000 | 0x3e800000 0x40a00000 | 0x3ffc000000000000 0x4000000000000000 | 0x00  | vfwadd_op |
      | vfwadd | 0x3f800000 0x7f7fffff | 0x00000001 0x7f7fffff | 0x3ff0000000000000 0x47ffffffe0000000 | 0x01  | vfwadd_op |
      | vfwadd | 0x7f800000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff0000000000000 0x7ff8000000000000 | 0x10  | vfwadd_op |
      | vfwadd | 0x3f800001 0xbf7fffff | 0x32800000 0x40e00001 | 0x3ff0000024000000 0x4018000024000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x3fc00000 0xc0400000 | 0x3e800000 0x40a00000 | 0x3ff4000000000000 0xc020000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x3f800000 0x7f7fffff | 0x00000001 0x7f7fffff | 0x3ff0000000000000 0x0000000000000000 | 0x01  | vfwadd_op |
      | vfwsub | 0x7f800000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  | vfwadd_op |
      | vfwsub | 0x3f800001 0xbf7fffff | 0x32800000 0x40e00001 | 0x3ff000001c000000 0xc02000000e000000 | 0x00  | vfwadd_op |
      | vfwmul | 0x3fc00000 0xc0400000 | 0x3e800000 0x40a00000 | 0x3fd8000000000000 0xc02e000000000000 | 0x00  | vfwmul_op |
      | vfwmul | 0x3f800000 0x7f7fffff | 0x00000001 0x7f7fffff | 0x36a0000000000000 0x4fefffffc0000020 | 0x00  | vfwmul_op |
      | vfwmul | 0x7f800000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff0000000000000 0x7ff8000000000000 | 0x10  | vfwmul_op |
      | vfwmul | 0x3f800001 0xbf7fffff | 0x32800000 0x40e00001 | 0x3e50000020000000 0xc01c000003ffffe0 | 0x00  | vfwmul_op |

  Scenario Outline: <insn>.vf of <a> and <b> gives <result>
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e32: <a> and fa0 = <b>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: a scalar of SEW
      | insn   | a                     | b                  | result                                | flags | rule      |
      | vfwadd | 0x40400000 0xc0a00000 | 0xffffffffc0e00000 | 0xc010000000000000 0xc028000000000000 | 0x00  | vfwadd_op |
      | vfwadd | 0x40400000 0xc0a00000 | 0xffffffff80000000 | 0x4008000000000000 0xc014000000000000 | 0x00  | vfwadd_op |
      | vfwadd | 0x40400000 0xc0a00000 | 0x0000000040e00000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x40400000 0xc0a00000 | 0xffffffffc0e00000 | 0x4024000000000000 0x4000000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x40400000 0xc0a00000 | 0xffffffff80000000 | 0x4008000000000000 0xc014000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x40400000 0xc0a00000 | 0x0000000040e00000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x00  | vfwadd_op |
      | vfwmul | 0x40400000 0xc0a00000 | 0xffffffffc0e00000 | 0xc035000000000000 0x4041800000000000 | 0x00  | vfwmul_op |
      | vfwmul | 0x40400000 0xc0a00000 | 0xffffffff80000000 | 0x8000000000000000 0x0000000000000000 | 0x00  | vfwmul_op |
      | vfwmul | 0x40400000 0xc0a00000 | 0x0000000040e00000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x00  | vfwmul_op |

  Scenario Outline: <insn>.wv of <a> and <b> gives <result>
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e64: <a> and v24 = e32: <b>
    When the hart executes "<insn>.wv v8, v16, v24"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: a first source of 2*SEW
      | insn   | a                                     | b                     | result                                | flags | rule      |
      | vfwadd | 0x4024000000000000 0xc008000000000000 | 0x3f800000 0x40200000 | 0x4026000000000000 0xbfe0000000000000 | 0x00  | vfwadd_op |
      | vfwadd | 0x3ff0000000000000 0xbff0000000000000 | 0x21800000 0x9c800000 | 0x3ff0000000000000 0xbff0000000000000 | 0x01  | vfwadd_op |
      | vfwadd | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0x7f800001 | 0x7ff0000000000000 0x7ff8000000000000 | 0x10  | vfwadd_op |
      | vfwadd | 0x7ff0000000000001 0x0000000000000000 | 0x3f800000 0x80000000 | 0x7ff8000000000000 0x0000000000000000 | 0x10  | vfwadd_op |
      | vfwsub | 0x4024000000000000 0xc008000000000000 | 0x3f800000 0x40200000 | 0x4022000000000000 0xc016000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x3ff0000000000000 0xbff0000000000000 | 0x21800000 0x9c800000 | 0x3ff0000000000000 0xbff0000000000000 | 0x01  | vfwadd_op |
      | vfwsub | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  | vfwadd_op |
      | vfwsub | 0x7ff0000000000001 0x0000000000000000 | 0x3f800000 0x80000000 | 0x7ff8000000000000 0x0000000000000000 | 0x10  | vfwadd_op |

  Scenario Outline: <insn>.wf of <a> and <b> gives <result>
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e64: <a> and fa0 = <b>
    When the hart executes "<insn>.wf v8, v16, fa0"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: a first source of 2*SEW and a scalar
      | insn   | a                                     | b                  | result                                | flags | rule      |
      | vfwadd | 0x402a000000000000 0xc018000000000000 | 0xffffffffc0e00000 | 0x4018000000000000 0xc02a000000000000 | 0x00  | vfwadd_op |
      | vfwadd | 0x402a000000000000 0xc018000000000000 | 0xffffffff80000001 | 0x402a000000000000 0xc018000000000000 | 0x01  | vfwadd_op |
      | vfwadd | 0x402a000000000000 0xc018000000000000 | 0x0000000040e00000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x402a000000000000 0xc018000000000000 | 0xffffffffc0e00000 | 0x4034000000000000 0x3ff0000000000000 | 0x00  | vfwadd_op |
      | vfwsub | 0x402a000000000000 0xc018000000000000 | 0xffffffff80000001 | 0x402a000000000000 0xc018000000000000 | 0x01  | vfwadd_op |
      | vfwsub | 0x402a000000000000 0xc018000000000000 | 0x0000000040e00000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x00  | vfwadd_op |

  Scenario Outline: <insn>.vv of <a>, <b> and a <c> of twice the width gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v24 = e32: <a> and v16 = e32: <b> and v8 = e64: <c> and frm = <frm>
    When the hart executes "<insn>.vv v8, v24, v16"
    Then v8 = e64: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and v9 and vs and fs [<insn>_op]

    Examples: a product of SEW and an addend of 2*SEW
      | insn     | frm | vl | a                     | b                     | c                                     | result                                | flags |
      | vfwmacc  | 0   | 2  | 0x40000000 0xc0a00000 | 0x40400000 0x40e00000 | 0x4024000000000000 0xbff0000000000000 | 0x4030000000000000 0xc042000000000000 | 0x00  |
      | vfwmacc  | 2   | 2  | 0x3f800001 0x40400001 | 0x3f800001 0xc09fffff | 0x3c30000000000000 0x3c30000000000000 | 0x3ff0000040000040 0xc02dfffff7ffffc0 | 0x01  |
      | vfwmacc  | 0   | 2  | 0x7f7fffff 0x00000001 | 0x7f7fffff 0x00000001 | 0x3ff0000000000000 0x0000000000000000 | 0x4fefffffc0000020 0x2d50000000000000 | 0x01  |
      | vfwmacc  | 0   | 2  | 0x00000000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x3ff0000000000000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  |
      | vfwmacc  | 0   | 1  | 0x7fc00001            | 0x3f800000            | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfwnmacc | 0   | 2  | 0x40000000 0xc0a00000 | 0x40400000 0x40e00000 | 0x4024000000000000 0xbff0000000000000 | 0xc030000000000000 0x4042000000000000 | 0x00  |
      | vfwnmacc | 2   | 2  | 0x3f800001 0x40400001 | 0x3f800001 0xc09fffff | 0x3c30000000000000 0x3c30000000000000 | 0xbff0000040000041 0x402dfffff7ffffbf | 0x01  |
      | vfwnmacc | 0   | 2  | 0x7f7fffff 0x00000001 | 0x7f7fffff 0x00000001 | 0x3ff0000000000000 0x0000000000000000 | 0xcfefffffc0000020 0xad50000000000000 | 0x01  |
      | vfwnmacc | 0   | 2  | 0x00000000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x3ff0000000000000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  |
      | vfwnmacc | 0   | 1  | 0x7fc00001            | 0x3f800000            | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfwmsac  | 0   | 2  | 0x40000000 0xc0a00000 | 0x40400000 0x40e00000 | 0x4024000000000000 0xbff0000000000000 | 0xc010000000000000 0xc041000000000000 | 0x00  |
      | vfwmsac  | 2   | 2  | 0x3f800001 0x40400001 | 0x3f800001 0xc09fffff | 0x3c30000000000000 0x3c30000000000000 | 0x3ff000004000003f 0xc02dfffff7ffffc1 | 0x01  |
      | vfwmsac  | 0   | 2  | 0x7f7fffff 0x00000001 | 0x7f7fffff 0x00000001 | 0x3ff0000000000000 0x0000000000000000 | 0x4fefffffc0000020 0x2d50000000000000 | 0x01  |
      | vfwmsac  | 0   | 2  | 0x00000000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x3ff0000000000000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  |
      | vfwmsac  | 0   | 1  | 0x7fc00001            | 0x3f800000            | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |
      | vfwnmsac | 0   | 2  | 0x40000000 0xc0a00000 | 0x40400000 0x40e00000 | 0x4024000000000000 0xbff0000000000000 | 0x4010000000000000 0x4041000000000000 | 0x00  |
      | vfwnmsac | 2   | 2  | 0x3f800001 0x40400001 | 0x3f800001 0xc09fffff | 0x3c30000000000000 0x3c30000000000000 | 0xbff0000040000040 0x402dfffff7ffffc0 | 0x01  |
      | vfwnmsac | 0   | 2  | 0x7f7fffff 0x00000001 | 0x7f7fffff 0x00000001 | 0x3ff0000000000000 0x0000000000000000 | 0xcfefffffc0000020 0xad50000000000000 | 0x01  |
      | vfwnmsac | 0   | 2  | 0x00000000 0x3f800000 | 0x7f800000 0x7f800001 | 0x7ff8000000000000 0x3ff0000000000000 | 0x7ff8000000000000 0x7ff8000000000000 | 0x10  |
      | vfwnmsac | 0   | 1  | 0x7fc00001            | 0x3f800000            | 0x3ff0000000000000                    | 0x7ff8000000000000                    | 0x00  |

  Scenario Outline: <insn>.vf of <a>, <b> and a <c> of twice the width gives <result>
    Given vl = 2 under e32, m1, tu, mu
    And fa0 = <a> and v16 = e32: <b> and v8 = e64: <c>
    When the hart executes "<insn>.vf v8, fa0, v16"
    Then v8 = e64: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and v9 and vs and fs [<insn>_op]

    Examples: a is the scalar
      | insn     | a                  | b                     | c                                     | result                                | flags |
      | vfwmacc  | 0xffffffffbfc00000 | 0x40400000 0xc0e00000 | 0x4059000000000000 0xc059000000000000 | 0x4057e00000000000 0xc056600000000000 | 0x00  |
      | vfwnmacc | 0xffffffffbfc00000 | 0x40400000 0xc0e00000 | 0x4059000000000000 0xc059000000000000 | 0xc057e00000000000 0x4056600000000000 | 0x00  |
      | vfwmsac  | 0xffffffffbfc00000 | 0x40400000 0xc0e00000 | 0x4059000000000000 0xc059000000000000 | 0xc05a200000000000 0x405ba00000000000 | 0x00  |
      | vfwnmsac | 0xffffffffbfc00000 | 0x40400000 0xc0e00000 | 0x4059000000000000 0xc059000000000000 | 0x405a200000000000 0xc05ba00000000000 | 0x00  |

  Scenario Outline: <insn> raises nothing for inactive elements and the tail
    Given vl = 3 under e32, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e32: <a> and v24 = e32: <b> and v8 = e32: <c>
    When the hart executes "<insn> v8, <operands>, v0.t"
    Then v8 = e32: <result> [fflags_op_V_fp, <rule>]
    And fflags = <flags> [fflags_op_V_fp]
    And no trap is taken [fflags_op_V_fp]
    And nothing else changes but v8 and vs and fs [fflags_op_V_fp]

    Examples: elements 0 and 2 are active, 1 is not and 3 is tail
      | insn       | operands | a                                           | b                                           | c                                           | result                        | flags | rule        |
      | vfadd.vv   | v16, v24 | 0x3f800000 0x7f800001 0x40000000 0x7f800001 | 0x3f800000 0x7f800001 0x40000000 0x7f800001 | 1 2 3 4                                     | 0x40000000 old 0x40800000 old | 0x00  | vfadd_op    |
      | vfdiv.vv   | v16, v24 | 0x3f800000 0x3f800000 0x40000000 0          | 0x3f800000 0 0x40000000 0                   | 1 2 3 4                                     | 0x3f800000 old 0x3f800000 old | 0x00  | vfdiv_op    |
      | vfdiv.vv   | v16, v24 | 0x3f800000 0x3f800000 0x40000000 0          | 0x3f800000 0 0 0                            | 1 2 3 4                                     | 0x3f800000 old 0x7f800000 old | 0x08  | vfdiv_op    |
      | vfmul.vv   | v16, v24 | 0x3f800000 0x7f7fffff 0x40000000 0x00000001 | 0x3f800000 0x7f7fffff 0x40000000 0x00000001 | 1 2 3 4                                     | 0x3f800000 old 0x40800000 old | 0x00  | vfmul_op    |
      | vfmacc.vv  | v16, v24 | 0x3f800000 0x7f800001 0x40000000 0x7f800001 | 0x3f800000 0x7f800001 0x40000000 0x7f800001 | 0x3f800000 0x7f800001 0x3f800000 0x7f800001 | 0x40000000 old 0x40a00000 old | 0x00  | vfmacc_op   |
      | vfmin.vv   | v16, v24 | 0x3f800000 0x7f800001 0x40000000 0x7f800001 | 0x3f800000 0x7f800001 0x40800000 0x7f800001 | 1 2 3 4                                     | 0x3f800000 old 0x40000000 old | 0x00  | vfmin_op    |
      | vfsqrt.v   | v16      | 0x40800000 0xbf800000 0x41800000 0xbf800000 | 0                                           | 1 2 3 4                                     | 0x40000000 old 0x40800000 old | 0x00  | vfsqrt_op   |
      | vfrec7.v   | v16      | 0x3f800000 0 0x40000000 0x00000001          | 0                                           | 1 2 3 4                                     | 0x3f7f0000 old 0x3eff0000 old | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | v16      | 0x3f800000 0 0x40800000 0xbf800000          | 0                                           | 1 2 3 4                                     | 0x3f7f0000 old 0x3eff0000 old | 0x00  | vfrsqrt7_op |

  Scenario Outline: <insn> of <a> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = <sew>: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: square roots, rounded by frm
      | insn     | sew | frm | vl | a                                     | result                                | flags | rule      |
      | vfsqrt.v | e32 | 0   | 2  | 0x40800000 0x41100000                 | 0x40000000 0x40400000                 | 0x00  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0x40000000                            | 0x3fb504f3                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 1   | 1  | 0x40000000                            | 0x3fb504f3                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 3   | 1  | 0x40000000                            | 0x3fb504f4                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 2   | 1  | 0x41700000                            | 0x4077def5                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 3   | 1  | 0x41700000                            | 0x4077def6                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 4   | 1  | 0x41700000                            | 0x4077def6                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 2  | 0x00000001 0x3e800000                 | 0x1a3504f3 0x3f000000                 | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 2  | 0x80000000 0x00000000                 | 0x80000000 0x00000000                 | 0x00  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0x7f800000                            | 0x7f800000                            | 0x00  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0xff800000                            | 0x7fc00000                            | 0x10  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0xbf800000                            | 0x7fc00000                            | 0x10  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0x7fc00005                            | 0x7fc00000                            | 0x00  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0x7f800001                            | 0x7fc00000                            | 0x10  | vfsqrt_op |
      | vfsqrt.v | e32 | 0   | 1  | 0x3f7fffff                            | 0x3f7fffff                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e32 | 3   | 1  | 0x3f7fffff                            | 0x3f800000                            | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 2  | 0x4010000000000000 0x4022000000000000 | 0x4000000000000000 0x4008000000000000 | 0x00  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0x4000000000000000                    | 0x3ff6a09e667f3bcd                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 1   | 1  | 0x4000000000000000                    | 0x3ff6a09e667f3bcc                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 3   | 1  | 0x4000000000000000                    | 0x3ff6a09e667f3bcd                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 2   | 1  | 0x402e000000000000                    | 0x400efbdeb14f4ed9                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 3   | 1  | 0x402e000000000000                    | 0x400efbdeb14f4eda                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 4   | 1  | 0x402e000000000000                    | 0x400efbdeb14f4eda                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 2  | 0x0000000000000001 0x3fd0000000000000 | 0x1e60000000000000 0x3fe0000000000000 | 0x00  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 2  | 0x8000000000000000 0x0000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x00  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0x7ff0000000000000                    | 0x7ff0000000000000                    | 0x00  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0xfff0000000000000                    | 0x7ff8000000000000                    | 0x10  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0xbff0000000000000                    | 0x7ff8000000000000                    | 0x10  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x00  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0x7ff0000000000001                    | 0x7ff8000000000000                    | 0x10  | vfsqrt_op |
      | vfsqrt.v | e64 | 0   | 1  | 0x3fefffffffffffff                    | 0x3fefffffffffffff                    | 0x01  | vfsqrt_op |
      | vfsqrt.v | e64 | 3   | 1  | 0x3fefffffffffffff                    | 0x3ff0000000000000                    | 0x01  | vfsqrt_op |

    Examples: estimates, which frm does not round
      | insn       | sew | frm | vl | a                                     | result                                | flags | rule        |
      | vfrsqrt7.v | e32 | 0   | 2  | 0x00718abc 0x7f765432                 | 0x5f080000 0x1f820000                 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e32 | 0   | 2  | 0x00718abc 0x7f765432                 | 0x7e900000 0x00214000                 | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | e32 | 1   | 2  | 0x00718abc 0x7f765432                 | 0x5f080000 0x1f820000                 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e32 | 1   | 2  | 0x00718abc 0x7f765432                 | 0x7e900000 0x00214000                 | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | e32 | 2   | 2  | 0x00718abc 0x7f765432                 | 0x5f080000 0x1f820000                 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e32 | 2   | 2  | 0x00718abc 0x7f765432                 | 0x7e900000 0x00214000                 | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | e32 | 3   | 2  | 0x00718abc 0x7f765432                 | 0x5f080000 0x1f820000                 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e32 | 3   | 2  | 0x00718abc 0x7f765432                 | 0x7e900000 0x00214000                 | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | e32 | 4   | 2  | 0x00718abc 0x7f765432                 | 0x5f080000 0x1f820000                 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e32 | 4   | 2  | 0x00718abc 0x7f765432                 | 0x7e900000 0x00214000                 | 0x00  | vfrec7_op   |
      | vfrsqrt7.v | e32 | 0   | 1  | 0                                     | 0x7f800000                            | 0x08  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0x80000000                            | 0xff800000                            | 0x08  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0x7f800000                            | 0                                     | 0x00  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0xff800000                            | 0x7fc00000                            | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0xbf800000                            | 0x7fc00000                            | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0x80000001                            | 0x7fc00000                            | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0xffc12345                            | 0x7fc00000                            | 0x00  | vfrsqrt7_op |
      | vfrsqrt7.v | e32 | 0   | 1  | 0x7f812345                            | 0x7fc00000                            | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e64 | 0   | 1  | 0                                     | 0x7ff0000000000000                    | 0x08  | vfrsqrt7_op |
      | vfrsqrt7.v | e64 | 0   | 1  | 0xbff0000000000000                    | 0x7ff8000000000000                    | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e64 | 0   | 1  | 0x7ff0000000000001                    | 0x7ff8000000000000                    | 0x10  | vfrsqrt7_op |
      | vfrsqrt7.v | e64 | 0   | 1  | 0x7ff8000000000001                    | 0x7ff8000000000000                    | 0x00  | vfrsqrt7_op |
      | vfrsqrt7.v | e64 | 0   | 2  | 0x3ff0000000000000 0x4010000000000000 | 0x3fefe00000000000 0x3fdfe00000000000 | 0x00  | vfrsqrt7_op |
      | vfrec7.v   | e64 | 0   | 2  | 0x3ff0000000000000 0xc000000000000000 | 0x3fefe00000000000 0xbfdfe00000000000 | 0x00  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 1  | 0                                     | 0x7f800000                            | 0x08  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 1  | 0x80000000                            | 0xff800000                            | 0x08  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 2  | 0x7f800000 0xff800000                 | 0 0x80000000                          | 0x00  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 1  | 0xffc12345                            | 0x7fc00000                            | 0x00  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 1  | 0x7f812345                            | 0x7fc00000                            | 0x10  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 2  | 0x00000001 0x801fffff                 | 0x7f800000 0xff800000                 | 0x05  | vfrec7_op   |
      | vfrec7.v   | e32 | 1   | 2  | 0x00000001 0x801fffff                 | 0x7f7fffff 0xff7fffff                 | 0x05  | vfrec7_op   |
      | vfrec7.v   | e32 | 2   | 2  | 0x00000001 0x801fffff                 | 0x7f7fffff 0xff800000                 | 0x05  | vfrec7_op   |
      | vfrec7.v   | e32 | 3   | 2  | 0x00000001 0x801fffff                 | 0x7f800000 0xff7fffff                 | 0x05  | vfrec7_op   |
      | vfrec7.v   | e32 | 4   | 2  | 0x00000001 0x801fffff                 | 0x7f800000 0xff800000                 | 0x05  | vfrec7_op   |
      | vfrec7.v   | e64 | 1   | 1  | 0x0000000000000001                    | 0x7fefffffffffffff                    | 0x05  | vfrec7_op   |
      | vfrec7.v   | e64 | 0   | 1  | 0x0000000000000001                    | 0x7ff0000000000000                    | 0x05  | vfrec7_op   |
      | vfrec7.v   | e64 | 0   | 1  | 0x8000000000000000                    | 0xfff0000000000000                    | 0x08  | vfrec7_op   |
      | vfrec7.v   | e32 | 0   | 2  | 0x00200000 0x7f7fffff                 | 0x7f7f0000 0x00200000                 | 0x00  | vfrec7_op   |

    Examples: classes
      | insn      | sew | frm | vl | a                                           | result                  | flags | rule       |
      | vfclass.v | e32 | 0   | 4  | 0xff800000 0xbf800000 0x80000001 0x80000000 | 0x001 0x002 0x004 0x008 | 0x00  | vfclass_op |
      | vfclass.v | e32 | 0   | 4  | 0x00000000 0x00000001 0x3f800000 0x7f800000 | 0x010 0x020 0x040 0x080 | 0x00  | vfclass_op |
      | vfclass.v | e32 | 0   | 4  | 0x7f800001 0x7fc00005 0xffc00005 0xff800001 | 0x100 0x200 0x200 0x100 | 0x00  | vfclass_op |
      | vfclass.v | e32 | 0   | 4  | 0x007fffff 0x00800000 0x7f7fffff 0x807fffff | 0x020 0x040 0x040 0x004 | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0xfff0000000000000 0xbff0000000000000       | 0x001 0x002             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x8000000000000001 0x8000000000000000       | 0x004 0x008             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x0000000000000000 0x0000000000000001       | 0x010 0x020             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x3ff0000000000000 0x7ff0000000000000       | 0x040 0x080             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x7ff0000000000001 0x7ff8000000000005       | 0x100 0x200             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0xfff8000000000005 0xfff0000000000001       | 0x200 0x100             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x000fffffffffffff 0x0010000000000000       | 0x020 0x040             | 0x00  | vfclass_op |
      | vfclass.v | e64 | 0   | 2  | 0x7fefffffffffffff 0x800fffffffffffff       | 0x040 0x004             | 0x00  | vfclass_op |

  Scenario Outline: <insn>.vv of the elements <a> and <b> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and v24 = <sew>: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = <sew>: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: minimum, maximum and signs
      | insn    | sew | vl | a                                     | b                                     | result                                | flags |
      | vfmin   | e32 | 2  | 0x3f800000 0xbf800000                 | 0x40000000 0xc0000000                 | 0x3f800000 0xc0000000                 | 0x00  |
      | vfmin   | e32 | 2  | 0x00000000 0x80000000                 | 0x80000000 0x00000000                 | 0x80000000 0x80000000                 | 0x00  |
      | vfmin   | e32 | 2  | 0x7fc00005 0x40400000                 | 0xbf800000 0x7fc00005                 | 0xbf800000 0x40400000                 | 0x00  |
      | vfmin   | e32 | 1  | 0x7fc00005                            | 0xffc00005                            | 0x7fc00000                            | 0x00  |
      | vfmin   | e32 | 1  | 0x7f800001                            | 0xbf800000                            | 0xbf800000                            | 0x10  |
      | vfmin   | e32 | 1  | 0x3f800000                            | 0xff800001                            | 0x3f800000                            | 0x10  |
      | vfmin   | e32 | 1  | 0x7f800001                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfmin   | e32 | 2  | 0x7f800000 0xff800000                 | 0xff800000 0x7f7fffff                 | 0xff800000 0xff800000                 | 0x00  |
      | vfmin   | e32 | 2  | 0x00000001 0x00800000                 | 0x80000001 0x007fffff                 | 0x80000001 0x007fffff                 | 0x00  |
      | vfmin   | e64 | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x4000000000000000 0xc000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x00  |
      | vfmin   | e64 | 2  | 0x0000000000000000 0x8000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x8000000000000000 0x8000000000000000 | 0x00  |
      | vfmin   | e64 | 2  | 0x7ff8000000000005 0x4008000000000000 | 0xbff0000000000000 0x7ff8000000000005 | 0xbff0000000000000 0x4008000000000000 | 0x00  |
      | vfmin   | e64 | 1  | 0x7ff8000000000005                    | 0xfff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfmin   | e64 | 1  | 0x7ff0000000000001                    | 0xbff0000000000000                    | 0xbff0000000000000                    | 0x10  |
      | vfmin   | e64 | 1  | 0x3ff0000000000000                    | 0xfff0000000000001                    | 0x3ff0000000000000                    | 0x10  |
      | vfmin   | e64 | 1  | 0x7ff0000000000001                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfmin   | e64 | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0xfff0000000000000 0x7fefffffffffffff | 0xfff0000000000000 0xfff0000000000000 | 0x00  |
      | vfmin   | e64 | 2  | 0x0000000000000001 0x0010000000000000 | 0x8000000000000001 0x000fffffffffffff | 0x8000000000000001 0x000fffffffffffff | 0x00  |
      | vfmax   | e32 | 2  | 0x3f800000 0xbf800000                 | 0x40000000 0xc0000000                 | 0x40000000 0xbf800000                 | 0x00  |
      | vfmax   | e32 | 2  | 0x00000000 0x80000000                 | 0x80000000 0x00000000                 | 0x00000000 0x00000000                 | 0x00  |
      | vfmax   | e32 | 2  | 0x7fc00005 0x40400000                 | 0xbf800000 0x7fc00005                 | 0xbf800000 0x40400000                 | 0x00  |
      | vfmax   | e32 | 1  | 0x7fc00005                            | 0xffc00005                            | 0x7fc00000                            | 0x00  |
      | vfmax   | e32 | 1  | 0x7f800001                            | 0xbf800000                            | 0xbf800000                            | 0x10  |
      | vfmax   | e32 | 1  | 0x3f800000                            | 0xff800001                            | 0x3f800000                            | 0x10  |
      | vfmax   | e32 | 1  | 0x7f800001                            | 0x7fc00005                            | 0x7fc00000                            | 0x10  |
      | vfmax   | e32 | 2  | 0x7f800000 0xff800000                 | 0xff800000 0x7f7fffff                 | 0x7f800000 0x7f7fffff                 | 0x00  |
      | vfmax   | e32 | 2  | 0x00000001 0x00800000                 | 0x80000001 0x007fffff                 | 0x00000001 0x00800000                 | 0x00  |
      | vfmax   | e64 | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x4000000000000000 0xc000000000000000 | 0x4000000000000000 0xbff0000000000000 | 0x00  |
      | vfmax   | e64 | 2  | 0x0000000000000000 0x8000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x0000000000000000 0x0000000000000000 | 0x00  |
      | vfmax   | e64 | 2  | 0x7ff8000000000005 0x4008000000000000 | 0xbff0000000000000 0x7ff8000000000005 | 0xbff0000000000000 0x4008000000000000 | 0x00  |
      | vfmax   | e64 | 1  | 0x7ff8000000000005                    | 0xfff8000000000005                    | 0x7ff8000000000000                    | 0x00  |
      | vfmax   | e64 | 1  | 0x7ff0000000000001                    | 0xbff0000000000000                    | 0xbff0000000000000                    | 0x10  |
      | vfmax   | e64 | 1  | 0x3ff0000000000000                    | 0xfff0000000000001                    | 0x3ff0000000000000                    | 0x10  |
      | vfmax   | e64 | 1  | 0x7ff0000000000001                    | 0x7ff8000000000005                    | 0x7ff8000000000000                    | 0x10  |
      | vfmax   | e64 | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0xfff0000000000000 0x7fefffffffffffff | 0x7ff0000000000000 0x7fefffffffffffff | 0x00  |
      | vfmax   | e64 | 2  | 0x0000000000000001 0x0010000000000000 | 0x8000000000000001 0x000fffffffffffff | 0x0000000000000001 0x0010000000000000 | 0x00  |
      | vfsgnj  | e32 | 2  | 0x3f800000 0xbf800000                 | 0x40000000 0xc0000000                 | 0x3f800000 0xbf800000                 | 0x00  |
      | vfsgnj  | e32 | 2  | 0x00000000 0x80000000                 | 0x80000000 0x00000000                 | 0x80000000 0x00000000                 | 0x00  |
      | vfsgnj  | e32 | 2  | 0x7fc00005 0x40400000                 | 0xbf800000 0x7fc00005                 | 0xffc00005 0x40400000                 | 0x00  |
      | vfsgnj  | e32 | 1  | 0x7fc00005                            | 0xffc00005                            | 0xffc00005                            | 0x00  |
      | vfsgnj  | e32 | 1  | 0x7f800001                            | 0xbf800000                            | 0xff800001                            | 0x00  |
      | vfsgnj  | e32 | 1  | 0x3f800000                            | 0xff800001                            | 0xbf800000                            | 0x00  |
      | vfsgnj  | e32 | 1  | 0x7f800001                            | 0x7fc00005                            | 0x7f800001                            | 0x00  |
      | vfsgnj  | e32 | 2  | 0x7f800000 0xff800000                 | 0xff800000 0x7f7fffff                 | 0xff800000 0x7f800000                 | 0x00  |
      | vfsgnj  | e32 | 2  | 0x00000001 0x00800000                 | 0x80000001 0x007fffff                 | 0x80000001 0x00800000                 | 0x00  |
      | vfsgnj  | e64 | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x4000000000000000 0xc000000000000000 | 0x3ff0000000000000 0xbff0000000000000 | 0x00  |
      | vfsgnj  | e64 | 2  | 0x0000000000000000 0x8000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x00  |
      | vfsgnj  | e64 | 2  | 0x7ff8000000000005 0x4008000000000000 | 0xbff0000000000000 0x7ff8000000000005 | 0xfff8000000000005 0x4008000000000000 | 0x00  |
      | vfsgnj  | e64 | 1  | 0x7ff8000000000005                    | 0xfff8000000000005                    | 0xfff8000000000005                    | 0x00  |
      | vfsgnj  | e64 | 1  | 0x7ff0000000000001                    | 0xbff0000000000000                    | 0xfff0000000000001                    | 0x00  |
      | vfsgnj  | e64 | 1  | 0x3ff0000000000000                    | 0xfff0000000000001                    | 0xbff0000000000000                    | 0x00  |
      | vfsgnj  | e64 | 1  | 0x7ff0000000000001                    | 0x7ff8000000000005                    | 0x7ff0000000000001                    | 0x00  |
      | vfsgnj  | e64 | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0xfff0000000000000 0x7fefffffffffffff | 0xfff0000000000000 0x7ff0000000000000 | 0x00  |
      | vfsgnj  | e64 | 2  | 0x0000000000000001 0x0010000000000000 | 0x8000000000000001 0x000fffffffffffff | 0x8000000000000001 0x0010000000000000 | 0x00  |
      | vfsgnjn | e32 | 2  | 0x3f800000 0xbf800000                 | 0x40000000 0xc0000000                 | 0xbf800000 0x3f800000                 | 0x00  |
      | vfsgnjn | e32 | 2  | 0x00000000 0x80000000                 | 0x80000000 0x00000000                 | 0x00000000 0x80000000                 | 0x00  |
      | vfsgnjn | e32 | 2  | 0x7fc00005 0x40400000                 | 0xbf800000 0x7fc00005                 | 0x7fc00005 0xc0400000                 | 0x00  |
      | vfsgnjn | e32 | 1  | 0x7fc00005                            | 0xffc00005                            | 0x7fc00005                            | 0x00  |
      | vfsgnjn | e32 | 1  | 0x7f800001                            | 0xbf800000                            | 0x7f800001                            | 0x00  |
      | vfsgnjn | e32 | 1  | 0x3f800000                            | 0xff800001                            | 0x3f800000                            | 0x00  |
      | vfsgnjn | e32 | 1  | 0x7f800001                            | 0x7fc00005                            | 0xff800001                            | 0x00  |
      | vfsgnjn | e32 | 2  | 0x7f800000 0xff800000                 | 0xff800000 0x7f7fffff                 | 0x7f800000 0xff800000                 | 0x00  |
      | vfsgnjn | e32 | 2  | 0x00000001 0x00800000                 | 0x80000001 0x007fffff                 | 0x00000001 0x80800000                 | 0x00  |
      | vfsgnjn | e64 | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x4000000000000000 0xc000000000000000 | 0xbff0000000000000 0x3ff0000000000000 | 0x00  |
      | vfsgnjn | e64 | 2  | 0x0000000000000000 0x8000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x0000000000000000 0x8000000000000000 | 0x00  |
      | vfsgnjn | e64 | 2  | 0x7ff8000000000005 0x4008000000000000 | 0xbff0000000000000 0x7ff8000000000005 | 0x7ff8000000000005 0xc008000000000000 | 0x00  |
      | vfsgnjn | e64 | 1  | 0x7ff8000000000005                    | 0xfff8000000000005                    | 0x7ff8000000000005                    | 0x00  |
      | vfsgnjn | e64 | 1  | 0x7ff0000000000001                    | 0xbff0000000000000                    | 0x7ff0000000000001                    | 0x00  |
      | vfsgnjn | e64 | 1  | 0x3ff0000000000000                    | 0xfff0000000000001                    | 0x3ff0000000000000                    | 0x00  |
      | vfsgnjn | e64 | 1  | 0x7ff0000000000001                    | 0x7ff8000000000005                    | 0xfff0000000000001                    | 0x00  |
      | vfsgnjn | e64 | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0xfff0000000000000 0x7fefffffffffffff | 0x7ff0000000000000 0xfff0000000000000 | 0x00  |
      | vfsgnjn | e64 | 2  | 0x0000000000000001 0x0010000000000000 | 0x8000000000000001 0x000fffffffffffff | 0x0000000000000001 0x8010000000000000 | 0x00  |
      | vfsgnjx | e32 | 2  | 0x3f800000 0xbf800000                 | 0x40000000 0xc0000000                 | 0x3f800000 0x3f800000                 | 0x00  |
      | vfsgnjx | e32 | 2  | 0x00000000 0x80000000                 | 0x80000000 0x00000000                 | 0x80000000 0x80000000                 | 0x00  |
      | vfsgnjx | e32 | 2  | 0x7fc00005 0x40400000                 | 0xbf800000 0x7fc00005                 | 0xffc00005 0x40400000                 | 0x00  |
      | vfsgnjx | e32 | 1  | 0x7fc00005                            | 0xffc00005                            | 0xffc00005                            | 0x00  |
      | vfsgnjx | e32 | 1  | 0x7f800001                            | 0xbf800000                            | 0xff800001                            | 0x00  |
      | vfsgnjx | e32 | 1  | 0x3f800000                            | 0xff800001                            | 0xbf800000                            | 0x00  |
      | vfsgnjx | e32 | 1  | 0x7f800001                            | 0x7fc00005                            | 0x7f800001                            | 0x00  |
      | vfsgnjx | e32 | 2  | 0x7f800000 0xff800000                 | 0xff800000 0x7f7fffff                 | 0xff800000 0xff800000                 | 0x00  |
      | vfsgnjx | e32 | 2  | 0x00000001 0x00800000                 | 0x80000001 0x007fffff                 | 0x80000001 0x00800000                 | 0x00  |
      | vfsgnjx | e64 | 2  | 0x3ff0000000000000 0xbff0000000000000 | 0x4000000000000000 0xc000000000000000 | 0x3ff0000000000000 0x3ff0000000000000 | 0x00  |
      | vfsgnjx | e64 | 2  | 0x0000000000000000 0x8000000000000000 | 0x8000000000000000 0x0000000000000000 | 0x8000000000000000 0x8000000000000000 | 0x00  |
      | vfsgnjx | e64 | 2  | 0x7ff8000000000005 0x4008000000000000 | 0xbff0000000000000 0x7ff8000000000005 | 0xfff8000000000005 0x4008000000000000 | 0x00  |
      | vfsgnjx | e64 | 1  | 0x7ff8000000000005                    | 0xfff8000000000005                    | 0xfff8000000000005                    | 0x00  |
      | vfsgnjx | e64 | 1  | 0x7ff0000000000001                    | 0xbff0000000000000                    | 0xfff0000000000001                    | 0x00  |
      | vfsgnjx | e64 | 1  | 0x3ff0000000000000                    | 0xfff0000000000001                    | 0xbff0000000000000                    | 0x00  |
      | vfsgnjx | e64 | 1  | 0x7ff0000000000001                    | 0x7ff8000000000005                    | 0x7ff0000000000001                    | 0x00  |
      | vfsgnjx | e64 | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0xfff0000000000000 0x7fefffffffffffff | 0xfff0000000000000 0xfff0000000000000 | 0x00  |
      | vfsgnjx | e64 | 2  | 0x0000000000000001 0x0010000000000000 | 0x8000000000000001 0x000fffffffffffff | 0x8000000000000001 0x0010000000000000 | 0x00  |

  Scenario Outline: <insn>.vf of <a> and <scalar> gives <result>
    Given vl = 2 under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and fa0 = <scalar>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = <sew>: <result> [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: with a scalar
      | insn    | sew | scalar             | a                                     | result                                | flags |
      | vfmin   | e32 | 0xffffffffc0000000 | 0x3f800000 0xc0a00000                 | 0xc0000000 0xc0a00000                 | 0x00  |
      | vfmin   | e32 | 0x00000000bf800000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0xc0a00000                 | 0x00  |
      | vfmin   | e64 | 0xc000000000000000 | 0x3ff0000000000000 0xc014000000000000 | 0xc000000000000000 0xc014000000000000 | 0x00  |
      | vfmax   | e32 | 0xffffffffc0000000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0xc0000000                 | 0x00  |
      | vfmax   | e32 | 0x00000000bf800000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0xc0a00000                 | 0x00  |
      | vfmax   | e64 | 0xc000000000000000 | 0x3ff0000000000000 0xc014000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x00  |
      | vfsgnj  | e32 | 0xffffffffc0000000 | 0x3f800000 0xc0a00000                 | 0xbf800000 0xc0a00000                 | 0x00  |
      | vfsgnj  | e32 | 0x00000000bf800000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0x40a00000                 | 0x00  |
      | vfsgnj  | e64 | 0xc000000000000000 | 0x3ff0000000000000 0xc014000000000000 | 0xbff0000000000000 0xc014000000000000 | 0x00  |
      | vfsgnjn | e32 | 0xffffffffc0000000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0x40a00000                 | 0x00  |
      | vfsgnjn | e32 | 0x00000000bf800000 | 0x3f800000 0xc0a00000                 | 0xbf800000 0xc0a00000                 | 0x00  |
      | vfsgnjn | e64 | 0xc000000000000000 | 0x3ff0000000000000 0xc014000000000000 | 0x3ff0000000000000 0x4014000000000000 | 0x00  |
      | vfsgnjx | e32 | 0xffffffffc0000000 | 0x3f800000 0xc0a00000                 | 0xbf800000 0x40a00000                 | 0x00  |
      | vfsgnjx | e32 | 0x00000000bf800000 | 0x3f800000 0xc0a00000                 | 0x3f800000 0xc0a00000                 | 0x00  |
      | vfsgnjx | e64 | 0xc000000000000000 | 0x3ff0000000000000 0xc014000000000000 | 0xbff0000000000000 0x4014000000000000 | 0x00  |

  Scenario Outline: <insn>.vv of <a> and <b> gives the mask <result>
    Given vl = 8 under e32, m2, ta, ma
    And v16 = e32: <a> and v24 = e32: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e8: <result> [<insn>_op, <insn>_vd_single_vreg]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op, <insn>_vd_single_vreg]

    Examples: numbers
      | insn  | a                                                                                       | b                                                                                       | result | flags |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x9c   | 0x00  |
      | vmfeq | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x9c   | 0x00  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x63   | 0x00  |
      | vmfne | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x63   | 0x00  |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x21   | 0x00  |
      | vmflt | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x42   | 0x00  |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0xbd   | 0x00  |
      | vmfle | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xde   | 0x00  |

  Scenario Outline: <insn>.vv of <a> and <b>, with NaNs, gives the mask <result>
    Given vl = 8 under e32, m2, ta, ma
    And v16 = e32: <a> and v24 = e32: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e8: <result> [<rules>]
    And fflags = <flags> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v8 and vs and fs [<rules>]

    Examples: NaNs
      | insn  | a                                                                                       | b                                                                                       | result | flags | rules                                           |
      | vmfeq | 0x7fc00005 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x0a   | 0x00  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x00  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x7f800001 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x0a   | 0x10  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0x7f800001 | 0x1c   | 0x10  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x00  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfne | 0x7fc00005 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0xf5   | 0x00  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0xff   | 0x00  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x7f800001 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0xf5   | 0x10  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0x7f800001 | 0xe3   | 0x10  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0xff   | 0x00  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmflt | 0x7fc00005 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x50   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x7f800001 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x50   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0x7f800001 | 0x21   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmfle | 0x7fc00005 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x5a   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x7f800001 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0xbf800000 | 0x5a   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x40000000 0x3f800000 0x80000000 0x00000000 0x7f800000 0x7f7fffff 0x00000000 0x7f800001 | 0x3d   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 0x7fc00005 | 0x00   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |

  Scenario Outline: <insn>.vf of <a> and <scalar> gives the mask <result>
    Given vl = 8 under e32, m2, ta, ma
    And v16 = e32: <a> and fa0 = <scalar>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = e8: <result> [<rules>, <insn>_vd_single_vreg]
    And fflags = <flags> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v8 and vs and fs [<rules>, <insn>_vd_single_vreg]

    Examples: with a scalar
      | insn  | a                                                                                       | scalar             | result | flags | rules                                           |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0x01   | 0x00  | vmfeq_op                                        |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0x0c   | 0x00  | vmfeq_op                                        |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0x10   | 0x00  | vmfeq_op                                        |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0x00   | 0x00  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0x00   | 0x10  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfeq | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0x00   | 0x00  | vmfeq_op, vmfeq_vdval0_NaN, vmfeq_sNaN_invalid  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0xfe   | 0x00  | vmfne_op                                        |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0xf3   | 0x00  | vmfne_op                                        |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0xef   | 0x00  | vmfne_op                                        |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0xff   | 0x00  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0xff   | 0x10  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmfne | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0xff   | 0x00  | vmfne_op, vmfne_vdval1_NaN, vmfne_sNaN_invalid  |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0xec   | 0x00  | vmflt_op                                        |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0xa0   | 0x00  | vmflt_op                                        |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0xef   | 0x00  | vmflt_op                                        |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0x00   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0x00   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmflt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0x00   | 0x10  | vmflt_op, vmflt_vdval0_NaN, vmflt_sqNaN_invalid |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0xed   | 0x00  | vmfle_op                                        |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0xac   | 0x00  | vmfle_op                                        |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0xff   | 0x00  | vmfle_op                                        |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0x00   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0x00   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfle | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0x00   | 0x10  | vmfle_op, vmfle_vdval0_NaN, vmfle_sqNaN_invalid |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0x12   | 0x00  | vmfgt_op                                        |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0x53   | 0x00  | vmfgt_op                                        |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0x00   | 0x00  | vmfgt_op                                        |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0x00   | 0x10  | vmfgt_op, vmfgt_vdval0_NaN, vmfgt_sqNaN_invalid |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0x00   | 0x10  | vmfgt_op, vmfgt_vdval0_NaN, vmfgt_sqNaN_invalid |
      | vmfgt | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0x00   | 0x10  | vmfgt_op, vmfgt_vdval0_NaN, vmfgt_sqNaN_invalid |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff3f800000 | 0x13   | 0x00  | vmfge_op                                        |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff80000000 | 0x5f   | 0x00  | vmfge_op                                        |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800000 | 0x10   | 0x00  | vmfge_op                                        |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7fc00005 | 0x00   | 0x10  | vmfge_op, vmfge_vdval0_NaN, vmfge_sqNaN_invalid |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0xffffffff7f800001 | 0x00   | 0x10  | vmfge_op, vmfge_vdval0_NaN, vmfge_sqNaN_invalid |
      | vmfge | 0x3f800000 0x40000000 0x00000000 0x80000000 0x7f800000 0xff800000 0x00000001 0xbf800000 | 0x000000003f800000 | 0x00   | 0x10  | vmfge_op, vmfge_vdval0_NaN, vmfge_sqNaN_invalid |

  Scenario Outline: <insn> masked by v0 writes v0
    Given vl = 8 under e32, m2, ta, mu
    And v0 = e8: 0x5a and v16 = e32: 0x3f800000 0x3f800000 0x40000000 0x40000000 0xbf800000 0xbf800000 0 0 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn>.vf v0, v16, fa0, v0.t"
    Then v0 = e8: <result> [<insn>_vd_eq_v0]
    And no trap is taken [<insn>_vd_eq_v0]
    And nothing else changes but v0 and vs and fs [<insn>_vd_eq_v0]

    Examples: elements 1, 3, 4 and 6 are active
      | insn  | result |
      | vmfeq | 0x02   |
      | vmfne | 0x58   |
      | vmflt | 0x50   |
      | vmfle | 0x52   |
      | vmfgt | 0x08   |
      | vmfge | 0x0a   |

  Scenario Outline: What <insn> writes to the elements below vl does not depend on the tail policy
    Given vl = 8 under e32, m2, tu, mu
    And v8 = e8: 0xff 0xff and v16 = e32: 0x3f800000 0x3f800000 0x40000000 0x40000000 0xbf800000 0xbf800000 0 0 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = e8: <result> ? [<insn>_tail_agnostic]
    And no trap is taken [<insn>_tail_agnostic]
    And nothing else changes but v8 and vs and fs [<insn>_tail_agnostic]

    Examples: comparisons
      | insn  | result |
      | vmfeq | 0x03   |
      | vmfne | 0xfc   |
      | vmflt | 0xf0   |
      | vmfle | 0xf3   |
      | vmfgt | 0x0c   |
      | vmfge | 0x0f   |

  Scenario: vfmerge.vfm takes the scalar where the mask is set, and writes every element
    Given vl = 3 under e32, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e32: 0x7f800001 2 3 4 and v8 = e32: 9 9 9 9 and fa0 = 0xffffffff7f800003
    When the hart executes "vfmerge.vfm v8, v16, fa0, v0"
    Then v8 = e32: 0x7f800003 2 0x7f800003 old [vfmerge_op, vfmerge_all_elem]
    And fflags = 0 [vfmerge_op]
    And no trap is taken [vfmerge_op]
    And nothing else changes but v8 and vs and fs [vfmerge_op]

  Scenario: vfmerge.vfm begins at vstart, where it can
    Given vl = 4 under e32, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e32: 1 2 3 4 and v8 = e32: 9 9 9 9 and fa0 = 0xffffffff40000000 and vstart = 2
    When the hart executes "vfmerge.vfm v8, v16, fa0, v0"
    Then every outcome is one the specification allows [vfmerge_all_elem]

  Scenario: vfmerge.vfm takes a scalar that is not NaN-boxed for the canonical NaN
    Given vl = 2 under e32, m1, tu, mu
    And v0 = e8: 0x02 and v16 = e32: 1 2 and fa0 = 0x0000000040000000
    When the hart executes "vfmerge.vfm v8, v16, fa0, v0"
    Then v8 = e32: 1 0x7fc00000 [vfmerge_op, vfop_freg_NaNbox_lsb_sewbits]
    And fflags = 0 [vfmerge_op]
    And no trap is taken [vfmerge_op]

  Scenario Outline: vfmv.v.f of <scalar> fills <sew>
    Given vl = <vl> under <sew>, m1, tu, mu
    And fa0 = <scalar>
    When the hart executes "vfmv.v.f v8, fa0"
    Then v8 = <sew>: <result> [vfmv_op]
    And fflags = 0 [vfmv_op]
    And no trap is taken [vfmv_op]
    And nothing else changes but v8 and vs and fs [vfmv_op]

    Examples:
      | sew | vl | scalar             | result                                |
      | e32 | 3  | 0xffffffff3f800001 | 0x3f800001 0x3f800001 0x3f800001 old  |
      | e32 | 1  | 0xffffffff7f800001 | 0x7f800001 old old old                |
      | e32 | 2  | 0x3ff0000000000000 | 0x7fc00000 0x7fc00000 old old         |
      | e64 | 1  | 0x3ff0000000000001 | 0x3ff0000000000001 old                |
      | e64 | 2  | 0x7ff0000000000001 | 0x7ff0000000000001 0x7ff0000000000001 |
      | e64 | 0  | 0x3ff0000000000001 | old old                               |

  Scenario: Flags accrue: those that were set stay
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e32: 0x3f800000 0x3f800000 and v24 = e32: 0x33800000 0x3f800000 and fflags = 0x0a
    When the hart executes "vfadd.vv v8, v16, v24"
    Then v8 = e32: 0x3f800000 0x40000000 [vfadd_op]
    And fflags = 0x0b [fflags_op_V_fp]
    And no trap is taken [fflags_op_V_fp]
