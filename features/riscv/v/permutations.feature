@ext:V
Feature: Vector permutations
  Elements go to and from scalars, up and down, to where an index says, together, and as whole registers.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn            |
      | vmv.x.s         |
      | vmv.s.x         |
      | vfmv.f.s        |
      | vfmv.s.f        |
      | vslideup.vx     |
      | vslideup.vi     |
      | vslidedown.vx   |
      | vslidedown.vi   |
      | vslide1up.vx    |
      | vfslide1up.vf   |
      | vslide1down.vx  |
      | vfslide1down.vf |
      | vrgather.vv     |
      | vrgatherei16.vv |
      | vrgather.vx     |
      | vrgather.vi     |
      | vcompress.vm    |
      | vmv1r.v         |
      | vmv2r.v         |
      | vmv4r.v         |
      | vmv8r.v         |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn    |
      | vmv.x.s |

  Scenario Outline: vmv.x.s of <a>, <sew> wide, gives <result>
    Given vl = <vl> under <type>, ta, ma
    And v17 = <sew>: <a> 5 and a0 = 0x123
    When the hart executes "vmv.x.s a0, v17"
    Then a0 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs [<rules>]

    Examples: sign-extended, at any LMUL, with any vl
      | sew | type    | vl | a                  | result             | rules                                       |
      | e8  | e8, m1  | 2  | 0x80               | 0xffffffffffffff80 | vmv-x-s_op                                  |
      | e8  | e8, mf8 | 1  | 0x7f               | 0x7f               | vmv-x-s_op                                  |
      | e16 | e16, m2 | 2  | 0x8001             | 0xffffffffffff8001 | vmv-x-s_op, vmv-x-s_ignoreLMUL              |
      | e32 | e32, m4 | 2  | 0x80000000         | 0xffffffff80000000 | vmv-x-s_op, vmv-x-s_ignoreLMUL              |
      | e32 | e32, m8 | 2  | 0x7fffffff         | 0x7fffffff         | vmv-x-s_op, vmv-x-s_ignoreLMUL              |
      | e64 | e64, m1 | 1  | 0x8000000000000001 | 0x8000000000000001 | vmv-x-s_op                                  |
      | e64 | e64, m8 | 0  | 0x123456789abcdef0 | 0x123456789abcdef0 | vmv-x-s_op, vmv-x-s_vl0, vmv-x-s_ignoreLMUL |
      | e32 | e32, m1 | 0  | 0xfffffffe         | -2                 | vmv-x-s_vl0                                 |

  Scenario Outline: <insn> does its work with vl = 0
    Given vl = 0 under e32, m1, ta, ma
    And v16 = e32: 0x3f800000 7 and a0 = 0x123
    When the hart executes "<insn> <operands>"
    Then <rd> = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs and fs [<rules>]

    Examples: vstart is not below vl
      | insn     | operands | rd  | result             | rules                             |
      | vmv.x.s  | a0, v16  | a0  | 0x3f800000         | vmv-x-s_vl0, vmv-x-s_vstart_ge_vl |
      | vfmv.f.s | fa0, v16 | fa0 | 0xffffffff3f800000 | vfmv-f-s_op                       |

  Scenario Outline: <insn> does its work with vstart = <vstart> and vl = <vl>, if it can begin there
    Given vl = <vl> under e32, m1, ta, ma
    And vstart = <vstart> and v16 = e32: 0x3f800000 7 and a0 = 0x123
    When the hart executes "<insn> <operands>"
    Then every outcome is one the specification allows [<rules>]

    Examples: at or beyond vl
      | insn     | operands | vl | vstart | rules                |
      | vmv.x.s  | a0, v16  | 2  | 2      | vmv-x-s_vstart_ge_vl |
      | vmv.x.s  | a0, v16  | 1  | 3      | vmv-x-s_vstart_ge_vl |
      | vfmv.f.s | fa0, v16 | 2  | 2      | vfmv-f-s_op          |

  Scenario Outline: vmv.s.x of <a> under <type> gives <result>
    Given vl = <vl> under <type>, tu, mu
    And a0 = <a>
    When the hart executes "vmv.s.x v9, a0"
    Then v9 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v9 and vs [<rules>]

    Examples: the low bits, into element 0 only
      | sew | type    | vl | a                  | result                 | rules                          |
      | e8  | e8, m1  | 4  | 0x1234567890abcdef | 0xef old old old old   | vmv-s-x_op                     |
      | e16 | e16, m2 | 4  | 0x1234567890abcdef | 0xcdef old old old     | vmv-s-x_op, vmv-s-x_ignoreLMUL |
      | e32 | e32, m4 | 1  | 0x1234567890abcdef | 0x90abcdef old old old | vmv-s-x_op, vmv-s-x_ignoreLMUL |
      | e64 | e64, m8 | 1  | 0x1234567890abcdef | 0x1234567890abcdef old | vmv-s-x_op, vmv-s-x_ignoreLMUL |
      | e64 | e64, m1 | 2  | -1                 | -1 old                 | vmv-s-x_op                     |

  Scenario Outline: <insn> with an agnostic tail gives <result>
    Given vl = 4 under e32, m1, ta, ma
    And a0 = 5 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn> v8, <scalar>"
    Then v8 = e32: <result> old|-1 old|-1 old|-1 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: what is not element 0 is tail
      | insn     | scalar | result     | rule        |
      | vmv.s.x  | a0     | 5          | vmv-s-x_op  |
      | vfmv.s.f | fa0    | 0x3f800000 | vfmv-s-f_op |

  Scenario Outline: <insn> <operands> does nothing with vl = 0
    Given vl = 0 under e32, m1, ta, ma
    And a0 = 1 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn> <operands>"
    Then v8 is unchanged [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but vs and fs [<rule>]

    Examples: vstart is not below vl
      | insn            | operands     | rule                      |
      | vmv.s.x         | v8, a0       | vmv-s-x_vstart_ge_vl      |
      | vfmv.s.f        | v8, fa0      | vfmv-s-f_vstart_ge_vl     |
      | vslideup.vx     | v8, v16, a0  | vslideup_vstart_ge_vl     |
      | vslideup.vi     | v8, v16, 1   | vslideup_vstart_ge_vl     |
      | vslidedown.vx   | v8, v16, a0  | vslidedown_vstart_ge_vl   |
      | vslidedown.vi   | v8, v16, 1   | vslidedown_vstart_ge_vl   |
      | vslide1up.vx    | v8, v16, a0  | vslide1up_vstart_ge_vl    |
      | vslide1down.vx  | v8, v16, a0  | vslide1down_vstart_ge_vl  |
      | vfslide1up.vf   | v8, v16, fa0 | vfslide1up_vstart_ge_vl   |
      | vfslide1down.vf | v8, v16, fa0 | vfslide1down_vstart_ge_vl |

  Scenario Outline: <insn> <operands> does nothing with vstart = <vstart> and vl = 2, or cannot begin there
    Given vl = 2 under e32, m1, ta, ma
    And vstart = <vstart> and a0 = 1 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn> <operands>"
    Then every outcome is one the specification allows [<rule>]

    Examples: vstart is not below vl
      | insn            | operands     | vstart | rule                      |
      | vmv.s.x         | v8, a0       | 2      | vmv-s-x_vstart_ge_vl      |
      | vmv.s.x         | v8, a0       | 3      | vmv-s-x_vstart_ge_vl      |
      | vfmv.s.f        | v8, fa0      | 2      | vfmv-s-f_vstart_ge_vl     |
      | vfmv.s.f        | v8, fa0      | 3      | vfmv-s-f_vstart_ge_vl     |
      | vslideup.vx     | v8, v16, a0  | 2      | vslideup_vstart_ge_vl     |
      | vslideup.vx     | v8, v16, a0  | 3      | vslideup_vstart_ge_vl     |
      | vslideup.vi     | v8, v16, 1   | 2      | vslideup_vstart_ge_vl     |
      | vslideup.vi     | v8, v16, 1   | 3      | vslideup_vstart_ge_vl     |
      | vslidedown.vx   | v8, v16, a0  | 2      | vslidedown_vstart_ge_vl   |
      | vslidedown.vx   | v8, v16, a0  | 3      | vslidedown_vstart_ge_vl   |
      | vslidedown.vi   | v8, v16, 1   | 2      | vslidedown_vstart_ge_vl   |
      | vslidedown.vi   | v8, v16, 1   | 3      | vslidedown_vstart_ge_vl   |
      | vslide1up.vx    | v8, v16, a0  | 2      | vslide1up_vstart_ge_vl    |
      | vslide1up.vx    | v8, v16, a0  | 3      | vslide1up_vstart_ge_vl    |
      | vslide1down.vx  | v8, v16, a0  | 2      | vslide1down_vstart_ge_vl  |
      | vslide1down.vx  | v8, v16, a0  | 3      | vslide1down_vstart_ge_vl  |
      | vfslide1up.vf   | v8, v16, fa0 | 2      | vfslide1up_vstart_ge_vl   |
      | vfslide1up.vf   | v8, v16, fa0 | 3      | vfslide1up_vstart_ge_vl   |
      | vfslide1down.vf | v8, v16, fa0 | 2      | vfslide1down_vstart_ge_vl |
      | vfslide1down.vf | v8, v16, fa0 | 3      | vfslide1down_vstart_ge_vl |

  Scenario Outline: vfmv.f.s of <a>, <sew> wide, gives <result>
    Given vl = 1 under <type>, ta, ma
    And v17 = <sew>: <a>
    When the hart executes "vfmv.f.s fa0, v17"
    Then fa0 = <result> [<rules>]
    And fflags = 0 [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs and fs [<rules>]

    Examples: no bit changes, not of a NaN either
      | sew | type    | a                  | result             | rules                            |
      | e32 | e32, m1 | 0x3f800000         | 0xffffffff3f800000 | vfmv-f-s_op                      |
      | e32 | e32, m8 | 0x7f800001         | 0xffffffff7f800001 | vfmv-f-s_op, vfmv-f-s_ignoreLMUL |
      | e32 | e32, m2 | 0xffc12345         | 0xffffffffffc12345 | vfmv-f-s_op, vfmv-f-s_ignoreLMUL |
      | e64 | e64, m1 | 0x3ff0000000000000 | 0x3ff0000000000000 | vfmv-f-s_op                      |
      | e64 | e64, m4 | 0x7ff0000000000001 | 0x7ff0000000000001 | vfmv-f-s_op, vfmv-f-s_ignoreLMUL |

  Scenario Outline: vfmv.s.f of <a> under <type> gives <result>
    Given vl = 2 under <type>, tu, mu
    And fa0 = <a>
    When the hart executes "vfmv.s.f v9, fa0"
    Then v9 = <sew>: <result> [<rules>]
    And fflags = 0 [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v9 and vs and fs [<rules>]

    Examples: into element 0 only
      | sew | type    | a                  | result                 | rules                                                          |
      | e32 | e32, m1 | 0xffffffff3f800000 | 0x3f800000 old old old | vfmv-s-f_op                                                    |
      | e32 | e32, m8 | 0xffffffff7f800001 | 0x7f800001 old old old | vfmv-s-f_op, vfmv-s-f_ignoreLMUL                               |
      | e32 | e32, m2 | 0x000000003f800000 | 0x7fc00000 old old old | vfmv-s-f_op, vfop_freg_NaNbox_lsb_sewbits, vfmv-s-f_ignoreLMUL |
      | e64 | e64, m1 | 0x3ff0000000000001 | 0x3ff0000000000001 old | vfmv-s-f_op                                                    |
      | e64 | e64, m4 | 0x7ff0000000000001 | 0x7ff0000000000001 old | vfmv-s-f_op, vfmv-s-f_ignoreLMUL                               |

  Scenario Outline: vslideup.vx by <offset> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and a0 = <offset>
    When the hart executes "vslideup.vx v8, v16, a0"
    Then v8 = e32: <result> [vslideup_op]
    And no trap is taken [vslideup_op]
    And nothing else changes but v8 and vs and fs [vslideup_op]

    Examples: what is below the offset stays, and all its bits count
      | vl | offset             | result          |
      | 4  | 0                  | 10 11 12 13     |
      | 4  | 1                  | old 10 11 12    |
      | 4  | 2                  | old old 10 11   |
      | 4  | 3                  | old old old 10  |
      | 4  | 4                  | old old old old |
      | 3  | 0                  | 10 11 12 old    |
      | 3  | 1                  | old 10 11 old   |
      | 3  | 2                  | old old 10 old  |
      | 3  | 3                  | old old old old |
      | 3  | 4                  | old old old old |
      | 4  | 2^32               | old old old old |
      | 4  | 2^63               | old old old old |
      | 4  | -1                 | old old old old |
      | 4  | 0xffffffff00000001 | old old old old |
      | 4  | 256                | old old old old |
      | 4  | 2^8 + 1            | old old old old |

  Scenario Outline: vslideup.vi by <offset> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4
    When the hart executes "vslideup.vi v8, v16, <offset>"
    Then v8 = e32: <result> [vslideup_op]
    And no trap is taken [vslideup_op]
    And nothing else changes but v8 and vs and fs [vslideup_op]

    Examples: an unsigned immediate
      | vl | offset | result          |
      | 4  | 0      | 10 11 12 13     |
      | 4  | 1      | old 10 11 12    |
      | 4  | 3      | old old old 10  |
      | 4  | 4      | old old old old |
      | 4  | 31     | old old old old |
      | 3  | 0      | 10 11 12 old    |
      | 3  | 1      | old 10 11 old   |
      | 3  | 3      | old old old old |
      | 3  | 4      | old old old old |
      | 3  | 31     | old old old old |

  Scenario Outline: vslidedown.vx by <offset> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and a0 = <offset>
    When the hart executes "vslidedown.vx v8, v16, a0"
    Then v8 = e32: <result> [vslidedown_op]
    And no trap is taken [vslidedown_op]
    And nothing else changes but v8 and vs and fs [vslidedown_op]

    Examples: elements past vl are read too
      | vl | offset | result         |
      | 4  | 0      | 10 11 12 13    |
      | 3  | 0      | 10 11 12 old   |
      | 3  | 1      | 11 12 13 old   |
      | 2  | 2      | 12 13 old old  |
      | 1  | 3      | 13 old old old |
      | 2  | 1      | 11 12 old old  |

    Examples: zeros come from VLMAX on, and all bits of the offset count
      | vl | offset             | result    |
      | 3  | 2^16               | 0 0 0 old |
      | 3  | 2^32               | 0 0 0 old |
      | 3  | 2^63               | 0 0 0 old |
      | 3  | -1                 | 0 0 0 old |
      | 3  | 0x1000000000000001 | 0 0 0 old |

  Scenario Outline: vslidedown.vi by <offset> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4
    When the hart executes "vslidedown.vi v8, v16, <offset>"
    Then v8 = e32: <result> [vslidedown_op]
    And no trap is taken [vslidedown_op]
    And nothing else changes but v8 and vs and fs [vslidedown_op]

    Examples: an immediate
      | vl | offset | result         |
      | 4  | 0      | 10 11 12 13    |
      | 3  | 0      | 10 11 12 old   |
      | 3  | 1      | 11 12 13 old   |
      | 2  | 2      | 12 13 old old  |
      | 1  | 3      | 13 old old old |
      | 2  | 1      | 11 12 old old  |

  Scenario: The immediate of vslidedown.vi is unsigned
    Given vl = 2 under e8, m2, tu, mu
    And v16 = e8 from 20: 7 8 9
    When the hart executes "vslidedown.vi v8, v16, 21"
    Then v8 = e8: 8 9 old old [vslidedown_op]
    And no trap is taken [vslidedown_op]
    And nothing else changes but v8 and v9 and vs [vslidedown_op]

  Scenario: The immediate of vslideup.vi is unsigned
    Given vl = 20 under e8, m2, tu, mu
    And v16 = e8: 1 2 3 4
    When the hart executes "vslideup.vi v8, v16, 17"
    Then v8 = e8: old old old old old old old old old old old old old old old old old 1 2 3 old old [vslideup_op]
    And no trap is taken [vslideup_op]
    And nothing else changes but v8 and v9 and vs [vslideup_op]

  Scenario: vslidedown may write its own source
    Given vl = 3 under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13
    When the hart executes "vslidedown.vi v16, v16, 1"
    Then v16 = e32: 11 12 13 old [vslidedown_op]
    And no trap is taken [vslidedown_op]
    And nothing else changes but v16 and vs [vslidedown_op]

  Scenario Outline: <insn> of <scalar> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and a0 = 0x1234567890abcdef and fa0 = 0xffffffff7f800001 and fa1 = 0x000000003f800000
    When the hart executes "<insn> v8, v16, <scalar>"
    Then v8 = e32: <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: the scalar comes in at one end
      | insn            | scalar | vl | result                 | rule                                            |
      | vslide1up.vx    | a0     | 4  | 0x90abcdef 10 11 12    | vslide1up-vx_op                                 |
      | vslide1down.vx  | a0     | 4  | 11 12 13 0x90abcdef    | vslide1down-vx_op                               |
      | vfslide1up.vf   | fa0    | 4  | 0x7f800001 10 11 12    | vslide1up-vf_op                                 |
      | vfslide1down.vf | fa0    | 4  | 11 12 13 0x7f800001    | vslide1down-vf_op                               |
      | vfslide1up.vf   | fa1    | 4  | 0x7fc00000 10 11 12    | vslide1up-vf_op, vfop_freg_NaNbox_lsb_sewbits   |
      | vfslide1down.vf | fa1    | 4  | 11 12 13 0x7fc00000    | vslide1down-vf_op, vfop_freg_NaNbox_lsb_sewbits |
      | vslide1up.vx    | a0     | 3  | 0x90abcdef 10 11 old   | vslide1up-vx_op                                 |
      | vslide1down.vx  | a0     | 3  | 11 12 0x90abcdef old   | vslide1down-vx_op                               |
      | vfslide1up.vf   | fa0    | 3  | 0x7f800001 10 11 old   | vslide1up-vf_op                                 |
      | vfslide1down.vf | fa0    | 3  | 11 12 0x7f800001 old   | vslide1down-vf_op                               |
      | vfslide1up.vf   | fa1    | 3  | 0x7fc00000 10 11 old   | vslide1up-vf_op, vfop_freg_NaNbox_lsb_sewbits   |
      | vfslide1down.vf | fa1    | 3  | 11 12 0x7fc00000 old   | vslide1down-vf_op, vfop_freg_NaNbox_lsb_sewbits |
      | vslide1up.vx    | a0     | 1  | 0x90abcdef old old old | vslide1up-vx_op                                 |
      | vslide1down.vx  | a0     | 1  | 0x90abcdef old old old | vslide1down-vx_op                               |
      | vfslide1up.vf   | fa0    | 1  | 0x7f800001 old old old | vslide1up-vf_op                                 |
      | vfslide1down.vf | fa0    | 1  | 0x7f800001 old old old | vslide1down-vf_op                               |
      | vfslide1up.vf   | fa1    | 1  | 0x7fc00000 old old old | vslide1up-vf_op, vfop_freg_NaNbox_lsb_sewbits   |
      | vfslide1down.vf | fa1    | 1  | 0x7fc00000 old old old | vslide1down-vf_op, vfop_freg_NaNbox_lsb_sewbits |

  Scenario Outline: <insn> of 64 bits gives <result>
    Given vl = 2 under e64, m1, tu, mu
    And v16 = e64: 10 11 and a0 = 0xfedcba9876543210 and fa0 = 0x7ff0000000000001
    When the hart executes "<insn> v8, v16, <scalar>"
    Then v8 = e64: <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: the whole scalar
      | insn            | scalar | result                | rule              |
      | vslide1up.vx    | a0     | 0xfedcba9876543210 10 | vslide1up-vx_op   |
      | vslide1down.vx  | a0     | 11 0xfedcba9876543210 | vslide1down-vx_op |
      | vfslide1up.vf   | fa0    | 0x7ff0000000000001 10 | vslide1up-vf_op   |
      | vfslide1down.vf | fa0    | 11 0x7ff0000000000001 | vslide1down-vf_op |

  Scenario Outline: <insn> <operands> under the mask <mask>, <policy>, gives <result>
    Given vl = 4 under e32, m1, tu, <policy>
    And v0 = e8: <mask> and v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and a0 = 1 and fa0 = 0xffffffff3f800000
    When the hart executes "<insn> <operands>, v0.t"
    Then v8 = e32: <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: undisturbed
      | insn            | operands     | policy | mask | result                | rule              |
      | vslideup.vx     | v8, v16, a0  | mu     | 0x05 | old old 11 old        | vslideup_mask     |
      | vslideup.vx     | v8, v16, a0  | mu     | 0x0a | old 10 old 12         | vslideup_mask     |
      | vslideup.vi     | v8, v16, 1   | mu     | 0x05 | old old 11 old        | vslideup_mask     |
      | vslideup.vi     | v8, v16, 1   | mu     | 0x0a | old 10 old 12         | vslideup_mask     |
      | vslidedown.vx   | v8, v16, a0  | mu     | 0x05 | 11 old 13 old         | vslidedown_mask   |
      | vslidedown.vx   | v8, v16, a0  | mu     | 0x0a | old 12 old ?          | vslidedown_mask   |
      | vslidedown.vi   | v8, v16, 1   | mu     | 0x05 | 11 old 13 old         | vslidedown_mask   |
      | vslidedown.vi   | v8, v16, 1   | mu     | 0x0a | old 12 old ?          | vslidedown_mask   |
      | vslide1up.vx    | v8, v16, a0  | mu     | 0x05 | 1 old 11 old          | vslide1up_mask    |
      | vslide1up.vx    | v8, v16, a0  | mu     | 0x0a | old 10 old 12         | vslide1up_mask    |
      | vslide1down.vx  | v8, v16, a0  | mu     | 0x05 | 11 old 13 old         | vslide1down_mask  |
      | vslide1down.vx  | v8, v16, a0  | mu     | 0x0a | old 12 old 1          | vslide1down_mask  |
      | vfslide1up.vf   | v8, v16, fa0 | mu     | 0x05 | 0x3f800000 old 11 old | vfslide1up_mask   |
      | vfslide1up.vf   | v8, v16, fa0 | mu     | 0x0a | old 10 old 12         | vfslide1up_mask   |
      | vfslide1down.vf | v8, v16, fa0 | mu     | 0x05 | 11 old 13 old         | vfslide1down_mask |
      | vfslide1down.vf | v8, v16, fa0 | mu     | 0x0a | old 12 old 0x3f800000 | vfslide1down_mask |

    Examples: agnostic
      | insn            | operands     | policy | mask | result                        | rule              |
      | vslideup.vx     | v8, v16, a0  | ma     | 0x05 | old old\|-1 11 old\|-1        | vslideup_mask     |
      | vslideup.vx     | v8, v16, a0  | ma     | 0x0a | old 10 old\|-1 12             | vslideup_mask     |
      | vslideup.vi     | v8, v16, 1   | ma     | 0x05 | old old\|-1 11 old\|-1        | vslideup_mask     |
      | vslideup.vi     | v8, v16, 1   | ma     | 0x0a | old 10 old\|-1 12             | vslideup_mask     |
      | vslidedown.vx   | v8, v16, a0  | ma     | 0x05 | 11 old\|-1 13 old\|-1         | vslidedown_mask   |
      | vslidedown.vx   | v8, v16, a0  | ma     | 0x0a | old\|-1 12 old\|-1 ?          | vslidedown_mask   |
      | vslidedown.vi   | v8, v16, 1   | ma     | 0x05 | 11 old\|-1 13 old\|-1         | vslidedown_mask   |
      | vslidedown.vi   | v8, v16, 1   | ma     | 0x0a | old\|-1 12 old\|-1 ?          | vslidedown_mask   |
      | vslide1up.vx    | v8, v16, a0  | ma     | 0x05 | 1 old\|-1 11 old\|-1          | vslide1up_mask    |
      | vslide1up.vx    | v8, v16, a0  | ma     | 0x0a | old\|-1 10 old\|-1 12         | vslide1up_mask    |
      | vslide1down.vx  | v8, v16, a0  | ma     | 0x05 | 11 old\|-1 13 old\|-1         | vslide1down_mask  |
      | vslide1down.vx  | v8, v16, a0  | ma     | 0x0a | old\|-1 12 old\|-1 1          | vslide1down_mask  |
      | vfslide1up.vf   | v8, v16, fa0 | ma     | 0x05 | 0x3f800000 old\|-1 11 old\|-1 | vfslide1up_mask   |
      | vfslide1up.vf   | v8, v16, fa0 | ma     | 0x0a | old\|-1 10 old\|-1 12         | vfslide1up_mask   |
      | vfslide1down.vf | v8, v16, fa0 | ma     | 0x05 | 11 old\|-1 13 old\|-1         | vfslide1down_mask |
      | vfslide1down.vf | v8, v16, fa0 | ma     | 0x0a | old\|-1 12 old\|-1 0x3f800000 | vfslide1down_mask |

  Scenario Outline: <insn> of the indices <indices> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and v24 = <iew>: <indices>
    When the hart executes "<insn> v8, v16, v24"
    Then v8 = e32: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v8 and vs [<rules>]

    Examples: the source is read past vl, up to VLMAX
      | insn            | vl | iew | indices               | result          | rules                                                                                                                      |
      | vrgather.vv     | 4  | e32 | 3 0 2 2               | 13 10 12 12     | vrgather-vv_op_vrgatherei16-vv_op, vrgather-vv_sew_lmul, vrgather_vs_ignore_vl, vrgather_vl, vrgather_tail                 |
      | vrgather.vv     | 3  | e32 | 3 3 1 0               | 13 13 11 old    | vrgather-vv_op_vrgatherei16-vv_op, vrgather-vv_sew_lmul, vrgather_vs_ignore_vl, vrgather_vl, vrgather_tail                 |
      | vrgather.vv     | 2  | e32 | 0xffffffff 0x80000000 | 0 0 old old     | vrgather-vv_op_vrgatherei16-vv_op, vrgather-vv_sew_lmul, vrgather_vs2_uint, vrgather_id_ge_VLMAX                           |
      | vrgather.vv     | 2  | e32 | 0x00010000 2          | 0 12 old old    | vrgather-vv_op_vrgatherei16-vv_op, vrgather-vv_sew_lmul, vrgather_vs2_uint, vrgather_id_ge_VLMAX                           |
      | vrgather.vv     | 0  | e32 | 0 0                   | old old old old | vrgather-vv_op_vrgatherei16-vv_op, vrgather-vv_sew_lmul, vrgather_vs_ignore_vl, vrgather_vl, vrgather_tail                 |
      | vrgatherei16.vv | 4  | e16 | 3 0 2 2               | 13 10 12 12     | vrgather-vv_op_vrgatherei16-vv_op, vrgatherei16-vv_sew_lmul, vrgatherei16_vs_ignore_vl, vrgatherei16_vl, vrgatherei16_tail |
      | vrgatherei16.vv | 3  | e16 | 3 3 1 0               | 13 13 11 old    | vrgather-vv_op_vrgatherei16-vv_op, vrgatherei16-vv_sew_lmul, vrgatherei16_vs_ignore_vl, vrgatherei16_vl, vrgatherei16_tail |
      | vrgatherei16.vv | 2  | e16 | 0xffff 0x8000         | 0 0 old old     | vrgather-vv_op_vrgatherei16-vv_op, vrgatherei16-vv_sew_lmul, vrgatherei16_vs2_uint, vrgatherei16_id_ge_VLMAX               |
      | vrgatherei16.vv | 1  | e16 | 2                     | 12 old old old  | vrgather-vv_op_vrgatherei16-vv_op, vrgatherei16-vv_sew_lmul, vrgatherei16_vs_ignore_vl, vrgatherei16_vl, vrgatherei16_tail |

  Scenario Outline: <insn> under the mask <mask>, <policy>, gives <result>
    Given vl = 3 under e32, m1, <tail>, <policy>
    And v0 = e8: <mask>
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and v24 = <iew>: 3 2 1
    When the hart executes "<insn> v8, v16, v24, v0.t"
    Then v8 = e32: <result> [<k>_mask, <k>_tail]
    And no trap is taken [<k>_mask]
    And nothing else changes but v8 and vs [<k>_mask]

    Examples: elements 0 to 2, and the tail
      | insn            | iew | tail | policy | mask | result                     | k            |
      | vrgather.vv     | e32 | tu   | mu     | 0x05 | 13 old 11 old              | vrgather     |
      | vrgather.vv     | e32 | tu   | ma     | 0x05 | 13 old\|-1 11 old          | vrgather     |
      | vrgather.vv     | e32 | ta   | mu     | 0x02 | old 12 old old\|-1         | vrgather     |
      | vrgather.vv     | e32 | ta   | ma     | 0x02 | old\|-1 12 old\|-1 old\|-1 | vrgather     |
      | vrgatherei16.vv | e16 | tu   | mu     | 0x05 | 13 old 11 old              | vrgatherei16 |
      | vrgatherei16.vv | e16 | tu   | ma     | 0x05 | 13 old\|-1 11 old          | vrgatherei16 |
      | vrgatherei16.vv | e16 | ta   | mu     | 0x02 | old 12 old old\|-1         | vrgatherei16 |
      | vrgatherei16.vv | e16 | ta   | ma     | 0x02 | old\|-1 12 old\|-1 old\|-1 | vrgatherei16 |

  Scenario: vrgatherei16.vv under e8 takes a group of indices twice as large
    Given vl = 4 under e8, m1, tu, mu
    And v16 = e8: 10 11 12 13 14 15 16 17 and v24 = e16: 7 0x0100 0xff00 2
    When the hart executes "vrgatherei16.vv v8, v16, v24"
    Then v8 = e8: 17 ? 0 12 old [vrgatherei16-vv_sew_lmul, vrgatherei16_vs2_uint]
    And no trap is taken [vrgatherei16-vv_sew_lmul]
    And nothing else changes but v8 and vs [vrgatherei16-vv_sew_lmul]

  Scenario: vrgatherei16.vv under e64, m2 takes half a register of indices
    Given vl = 3 under e64, m2, tu, mu
    And v16 = e64: 10 11 12 13 and v25 = e16: 3 2 0xffff 1
    When the hart executes "vrgatherei16.vv v8, v16, v25"
    Then v8 = e64: 13 12 0 old [vrgatherei16-vv_sew_lmul, vrgatherei16_vs_ignore_vl]
    And no trap is taken [vrgatherei16-vv_sew_lmul]
    And nothing else changes but v8 and v9 and vs [vrgatherei16-vv_sew_lmul]

  Scenario Outline: <insn> of <index> with a0 = <a> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4 and a0 = <a>
    When the hart executes "<insn> v8, v16, <index>"
    Then v8 = e32: <result> [vrgather-<form>_op]
    And no trap is taken [vrgather-<form>_op]
    And nothing else changes but v8 and vs [vrgather-<form>_op]

    Examples: all bits of the scalar count
      | insn        | index | vl | a                  | form | result       |
      | vrgather.vx | a0    | 3  | 0                  | vx   | 10 10 10 old |
      | vrgather.vx | a0    | 3  | 2                  | vx   | 12 12 12 old |
      | vrgather.vx | a0    | 3  | 3                  | vx   | 13 13 13 old |
      | vrgather.vx | a0    | 3  | 2^32               | vx   | 0 0 0 old    |
      | vrgather.vx | a0    | 3  | 0x0000000100000002 | vx   | 0 0 0 old    |
      | vrgather.vx | a0    | 3  | -1                 | vx   | 0 0 0 old    |
      | vrgather.vx | a0    | 3  | 2^63               | vx   | 0 0 0 old    |
      | vrgather.vx | a0    | 3  | 2^63 + 1           | vx   | 0 0 0 old    |
      | vrgather.vi | 0     | 3  | 9                  | vi   | 10 10 10 old |
      | vrgather.vi | 1     | 3  | 9                  | vi   | 11 11 11 old |
      | vrgather.vi | 3     | 3  | 9                  | vi   | 13 13 13 old |

  Scenario: The immediate of vrgather.vi is unsigned
    Given vl = 2 under e8, m2, tu, mu
    And v16 = e8 from 17: 7
    When the hart executes "vrgather.vi v8, v16, 17"
    Then v8 = e8: 7 7 old [vrgather-vi_op]
    And no trap is taken [vrgather-vi_op]
    And nothing else changes but v8 and v9 and vs [vrgather-vi_op]

  Scenario Outline: <insn> under a mask gives <result>
    Given vl = 4 under e32, m1, tu, <policy>
    And v0 = e8: 0x06 and v16 = e32: 10 11 12 13 and a0 = 3
    When the hart executes "<insn> v8, v16, <index>, v0.t"
    Then v8 = e32: <result> [vrgather_mask]
    And no trap is taken [vrgather_mask]
    And nothing else changes but v8 and vs [vrgather_mask]

    Examples: elements 1 and 2 are active
      | insn        | index | policy | result                |
      | vrgather.vx | a0    | mu     | old 13 13 old         |
      | vrgather.vi | 3     | mu     | old 13 13 old         |
      | vrgather.vx | a0    | ma     | old\|-1 13 13 old\|-1 |
      | vrgather.vi | 3     | ma     | old\|-1 13 13 old\|-1 |

  Scenario Outline: vcompress.vm of the elements <mask> up to <vl> gives <result>
    Given vl = <vl> under e32, m1, <policy>, mu
    And v0 = e8: 0 and v16 = e32: 10 11 12 13 and v24 = e8: <mask>
    When the hart executes "vcompress.vm v8, v16, v24"
    Then v8 = e32: <result> [vcompress_op, vcompress_enc]
    And no trap is taken [vcompress_op]
    And nothing else changes but v8 and vs [vcompress_op]

    Examples: v0 is no mask here; what follows is tail
      | vl | policy | mask | result                          |
      | 4  | tu     | 0x0f | 10 11 12 13                     |
      | 4  | tu     | 0x0a | 11 13 old old                   |
      | 4  | tu     | 0x08 | 13 old old old                  |
      | 4  | tu     | 0x00 | old old old old                 |
      | 3  | tu     | 0x0f | 10 11 12 old                    |
      | 2  | tu     | 0xfe | 11 old old old                  |
      | 0  | tu     | 0xff | old old old old                 |
      | 4  | ta     | 0x0a | 11 13 old\|-1 old\|-1           |
      | 3  | ta     | 0x0d | 10 12 old\|-1 old\|-1           |
      | 4  | ta     | 0x00 | old\|-1 old\|-1 old\|-1 old\|-1 |

  Scenario: vcompress.vm packs as the example of the manual does
    Given vl = 9 under e8, m1, tu, ma
    And v0 = e8: 0xa5 0x01 and v1 = e8: 0 1 2 3 4 5 6 7 8 and v2 = e8: 9 8 7 6 5 4 3 2 1
    When the hart executes "vcompress.vm v2, v1, v0"
    Then v2 = e8: 0 2 5 7 8 4 3 2 1 old [vcompress_op]
    And no trap is taken [vcompress_op]
    And nothing else changes but v2 and vs [vcompress_op]

  Scenario Outline: vcompress.vm with vstart = <vstart> is illegal
    Given vl = 4 under e32, m1, ta, ma
    And vstart = <vstart>
    When the hart executes "vcompress.vm v8, v16, v24"
    Then an illegal instruction exception is taken [vcompress_vstart_n0_ill]
    And v8 is unchanged [vcompress_vstart_n0_ill]

    Examples:
      | vstart |
      | 1      |
      | 3      |

  Scenario Outline: vmv<n>r.v copies <n> registers under <type>, vl = <vl>
    Given vl = <vl> under <type>, ta, ma
    And v16 = e64: 0x0123456789abcdef 0xfedcba9876543210
    When the hart executes "<insn> v8, v16"
    Then v8 = e64: 0x0123456789abcdef 0xfedcba9876543210 [vmv-nr-r_op]
    And vs = 3 [vmv-nr-r_op]
    And no trap is taken [vmv-nr-r_op]
    And nothing else changes but <written> [vmv-nr-r_op, vmv-nr-r_enc, vmv-nr-r_vreg_constr]

    Examples: vl and LMUL do not matter
      | n | insn    | type    | vl | written                                                          |
      | 1 | vmv1r.v | e8, m1  | 0  | v8 and vs                                                        |
      | 1 | vmv1r.v | e32, m1 | 1  | v8 and vs                                                        |
      | 1 | vmv1r.v | e64, m8 | 3  | v8 and vs                                                        |
      | 2 | vmv2r.v | e8, m1  | 0  | v8 and v9 and vs                                                 |
      | 2 | vmv2r.v | e32, m1 | 1  | v8 and v9 and vs                                                 |
      | 2 | vmv2r.v | e64, m8 | 3  | v8 and v9 and vs                                                 |
      | 4 | vmv4r.v | e8, m1  | 0  | v8 and v9 and v10 and v11 and vs                                 |
      | 4 | vmv4r.v | e32, m1 | 1  | v8 and v9 and v10 and v11 and vs                                 |
      | 4 | vmv4r.v | e64, m8 | 3  | v8 and v9 and v10 and v11 and vs                                 |
      | 8 | vmv8r.v | e8, m1  | 0  | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 and vs |
      | 8 | vmv8r.v | e32, m1 | 1  | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 and vs |
      | 8 | vmv8r.v | e64, m8 | 3  | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 and vs |

  Scenario Outline: vmv<n>r.v under <type> begins at vstart = <vstart>, where it can
    Given vl = 1 under <type>, ta, ma
    And vstart = <vstart> and v16 = e32: 10 11 12 13 and v8 = e32: 1 2 3 4
    When the hart executes "vmv<n>r.v v8, v16"
    Then every outcome is one the specification allows [vmv-nr-r_op]

    Examples: elements of SEW, beyond vl too
      | n | type    | vstart |
      | 1 | e32, m1 | 1      |
      | 1 | e32, m1 | 3      |
      | 1 | e64, m1 | 1      |
      | 2 | e32, m2 | 2      |
      | 4 | e32, m4 | 3      |
      | 8 | e64, m8 | 1      |
      | 1 | e8, m1  | 4      |

  Scenario: Far up, mask bit i is still that of element i of vslideup.vx
    Given vl = 80 under e8, m8, tu, mu
    And v0 = e8 from 8: 0x5a 0x00 and v16 = e8: 10 11 12 13 14 15 16 17 and a0 = 64
    When the hart executes "vslideup.vx v8, v16, a0, v0.t"
    Then v8 = e8 from 64: old 11 old 13 14 old 16 old old old old old old old old old old [vslideup_mask, vslideup_op]
    And no trap is taken [vslideup_mask]
    And nothing else changes but v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 and vs [vslideup_mask]

  Scenario: vmv.s.x makes the state of vectors Dirty
    Given vl = 1 under e32, m1, tu, mu
    And v8 = e32: 1 and a0 = 2
    When the hart executes "vmv.s.x v8, a0"
    Then v8 = e32: 2 old [vmv-s-x_op]
    And vs = 3 [mstatus_vs_op_initial_clean]
    And no trap is taken [vmv-s-x_op]
