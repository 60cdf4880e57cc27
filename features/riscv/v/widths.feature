@ext:V
Feature: What V has
  Elements of 8, 16, 32 and 64 bits for integers, of 32 and 64 bits for floating point.

  Scenario Outline: <insn> works on elements of <sew>
    Given vl = 2 under <sew>, m1, tu, mu
    And v16 = <sew>: 6 7 and v24 = <sew>: 1 -1 and a0 = 1
    When the hart executes "<insn> v8, v16, <operand>"
    Then v8 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v8 and <state> [<rules>]

    Examples: integers
      | insn           | sew | operand | result | state                 | rules                                                |
      | vadd.vv        | e8  | v24     | 7 6    | vs                    | V_supported_eew, Zve_eew, V_instr                    |
      | vadd.vv        | e16 | v24     | 7 6    | vs                    | V_supported_eew, Zve_eew, V_instr                    |
      | vadd.vv        | e32 | v24     | 7 6    | vs                    | V_supported_eew, Zve_eew, V_instr                    |
      | vadd.vv        | e64 | v24     | 7 6    | vs                    | V_supported_eew, V_instr, Zve64_eew64_nsupport_vmulh |
      | vmul.vv        | e64 | v24     | 6 -7   | vs                    | V_instr, Zve64_eew64_nsupport_vmulh                  |
      | vmulh.vv       | e64 | v24     | 0 -1   | vs                    | V_instr                                              |
      | vmulhu.vv      | e64 | v24     | 0 6    | vs                    | V_instr                                              |
      | vmulhsu.vv     | e64 | v24     | 0 6    | vs                    | V_instr                                              |
      | vdivu.vv       | e64 | v24     | 6 0    | vs                    | V_instr, Zve64_eew64_nsupport_vmulh                  |
      | vsaddu.vv      | e64 | v24     | 7 -1   | vs and vxsat and vcsr | V_instr, Zve64_eew64_nsupport_vsmul                  |
      | vssubu.vv      | e64 | v24     | 5 0    | vs and vxsat and vcsr | V_instr, Zve64_eew64_nsupport_vsmul                  |
      | vsmul.vv       | e64 | v24     | 0 0    | vs and vxsat and vcsr | V_instr                                              |
      | vslide1up.vx   | e32 | a0      | 1 6    | vs                    | V_instr, Zve32x_Zve64x_nsupport_freg                 |
      | vslide1down.vx | e32 | a0      | 7 1    | vs                    | V_instr, Zve32x_Zve64x_nsupport_freg                 |
      | vrgather.vv    | e32 | v24     | 7 0    | vs                    | V_instr, Zve32x_Zve64x_nsupport_freg                 |
      | vrgather.vx    | e32 | a0      | 7 7    | vs                    | V_instr, Zve32x_Zve64x_nsupport_freg                 |

  Scenario Outline: <insn> works on elements of <sew>, in floating point
    Given vl = 2 under <sew>, m1, tu, mu
    And v16 = <wide>: <a> and v24 = <sew>: <b>
    When the hart executes "<insn> v8, v16<operand>"
    Then v8 = <to>: <result> [V_dependent_F_D]
    And fflags = 0 [V_dependent_F_D]
    And no trap is taken [V_dependent_F_D]

    Examples: binary32 and binary64, widening, conversions and reductions
      | insn         | sew | wide | to  | operand | a                                     | b                                     | result                                |
      | vfadd.vv     | e32 | e32  | e32 | , v24   | 0x3f800000 0x40000000                 | 0x3f800000 0xc0000000                 | 0x40000000 0                          |
      | vfadd.vv     | e64 | e64  | e64 | , v24   | 0x3ff0000000000000 0x4000000000000000 | 0x3ff0000000000000 0xc000000000000000 | 0x4000000000000000 0                  |
      | vfwadd.vv    | e32 | e32  | e64 | , v24   | 0x3f800000 0x40000000                 | 0x3f800000 0xc0000000                 | 0x4000000000000000 0                  |
      | vfwcvt.f.f.v | e32 | e32  | e64 |         | 0x3f800000 0x40000000                 | 0                                     | 0x3ff0000000000000 0x4000000000000000 |
      | vfncvt.f.f.w | e32 | e64  | e32 |         | 0x3ff0000000000000 0x4000000000000000 | 0                                     | 0x3f800000 0x40000000                 |
      | vfredosum.vs | e32 | e32  | e32 | , v24   | 0x3f800000 0x40000000                 | 0x3f800000                            | 0x40800000 old                        |
      | vfredosum.vs | e64 | e64  | e64 | , v24   | 0x3ff0000000000000 0x4000000000000000 | 0x3ff0000000000000                    | 0x4010000000000000 old                |

  Scenario: Widening sums go from binary32 to binary64
    Given vl = 2 under e32, m1, tu, mu
    And v16 = e32: 0x3f800000 0x40000000 and v24 = e64: 0x3ff0000000000000
    When the hart executes "vfwredosum.vs v8, v16, v24"
    Then v8 = e64: 0x4010000000000000 old [V_dependent_F_D]
    And fflags = 0 [V_dependent_F_D]
    And no trap is taken [V_dependent_F_D]

  Scenario Outline: <insn> rounds by vxrm = <vxrm>, then saturates
    Given vl = 2 under e16, m1, tu, mu
    And v16 = e32: <a> and vxrm = <vxrm> and vxsat = 0
    When the hart executes "<insn> v8, v16, <shift>"
    Then v8 = e16: <result> [vnclipu_vnclip_rounding]
    And vxsat = <sat> [vnclipu_vnclip_rounding]
    And no trap is taken [vnclipu_vnclip_rounding]

    Examples: half a unit, with an even and an odd number before it
      | insn       | vxrm | a               | shift | result        | sat |
      | vnclipu.wi | 0    | 0x28 0x38       | 4     | 0x0003 0x0004 | 0   |
      | vnclipu.wi | 1    | 0x28 0x38       | 4     | 0x0002 0x0004 | 0   |
      | vnclipu.wi | 2    | 0x28 0x38       | 4     | 0x0002 0x0003 | 0   |
      | vnclipu.wi | 3    | 0x28 0x38       | 4     | 0x0003 0x0003 | 0   |
      | vnclipu.wi | 0    | 0x2c 0x21       | 4     | 0x0003 0x0002 | 0   |
      | vnclipu.wi | 1    | 0x2c 0x21       | 4     | 0x0003 0x0002 | 0   |
      | vnclipu.wi | 2    | 0x2c 0x21       | 4     | 0x0002 0x0002 | 0   |
      | vnclipu.wi | 3    | 0x2c 0x21       | 4     | 0x0003 0x0003 | 0   |
      | vnclipu.wi | 0    | 0xffff8 0xfffe8 | 4     | 0xffff 0xffff | 1   |
      | vnclipu.wi | 1    | 0xffff8 0xfffe8 | 4     | 0xffff 0xfffe | 1   |
      | vnclipu.wi | 2    | 0xffff8 0xfffe8 | 4     | 0xffff 0xfffe | 0   |
      | vnclipu.wi | 3    | 0xffff8 0xfffe8 | 4     | 0xffff 0xffff | 0   |
      | vnclip.wi  | 0    | 0x28 0x38       | 4     | 0x0003 0x0004 | 0   |
      | vnclip.wi  | 1    | 0x28 0x38       | 4     | 0x0002 0x0004 | 0   |
      | vnclip.wi  | 2    | 0x28 0x38       | 4     | 0x0002 0x0003 | 0   |
      | vnclip.wi  | 3    | 0x28 0x38       | 4     | 0x0003 0x0003 | 0   |
      | vnclip.wi  | 0    | 0x2c 0x21       | 4     | 0x0003 0x0002 | 0   |
      | vnclip.wi  | 1    | 0x2c 0x21       | 4     | 0x0003 0x0002 | 0   |
      | vnclip.wi  | 2    | 0x2c 0x21       | 4     | 0x0002 0x0002 | 0   |
      | vnclip.wi  | 3    | 0x2c 0x21       | 4     | 0x0003 0x0003 | 0   |
      | vnclip.wi  | 0    | 0x7fff8 0x7ffe8 | 4     | 0x7fff 0x7fff | 1   |
      | vnclip.wi  | 1    | 0x7fff8 0x7ffe8 | 4     | 0x7fff 0x7ffe | 1   |
      | vnclip.wi  | 2    | 0x7fff8 0x7ffe8 | 4     | 0x7fff 0x7ffe | 0   |
      | vnclip.wi  | 3    | 0x7fff8 0x7ffe8 | 4     | 0x7fff 0x7fff | 0   |
      | vnclip.wi  | 0    | -40 -524296     | 4     | -2 -32768     | 0   |
      | vnclip.wi  | 1    | -40 -524296     | 4     | -2 -32768     | 0   |
      | vnclip.wi  | 2    | -40 -524296     | 4     | -3 -32768     | 1   |
      | vnclip.wi  | 3    | -40 -524296     | 4     | -3 -32768     | 1   |

  Scenario: misa tells of V
    Given the hart runs in machine mode
    When the hart executes
      """
      csrr a0, misa
      srli a1, a0, 21
      andi a1, a1, 1
      seqz a0, a0
      or a2, a0, a1
      """
    Then a2 = 1 [misa_v_op]
    And no trap is taken [misa_v_op]

  Scenario Outline: A few more than VLMAX under <type> sets a vl of whole element groups
    When the hart executes
      """
      vsetvli a0, x0, <type>, ta, ma
      addi a1, a0, 3
      vsetvli a2, a1, <type>, ta, ma
      andi a3, a2, 3
      snez a3, a3
      xor a4, a0, a2
      snez a4, a4
      and a5, a3, a4
      """
    Then a5 = 0 [egs_vl_avl]
    And a2 != 0 [egs_vl_avl]
    And no trap is taken [egs_vl_avl]

    Examples:
      | type    |
      | e32, m1 |
      | e32, m2 |
      | e32, m8 |
      | e64, m4 |
