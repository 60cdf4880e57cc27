@ext:V
Feature: Register groups
  LMUL joins registers to groups, or leaves part of one unused. An operand of another width than SEW has as many
  elements, in a group that is larger or smaller by as much.

  @rule:vreg_lmul1_op
  Scenario Outline: Elements of <type> are packed from the low end of the register
    Given vl = <vl> under <type>, tu, mu
    And v16 = e64: 0x8877665544332211 0x00ffeeddccbbaa99
    When the hart executes "vadd.vi v8, v16, 1"
    Then v8 = e64: <low> <high> [vreg_lmul1_op, vtype_vsew_op, vop-vi_vreg_vs2]
    And nothing else changes but vs

    Examples:
      | type    | vl | low                | high               |
      | e8, m1  | 16 | 0x8978675645342312 | 0x0100efdecdbcab9a |
      | e16, m1 | 8  | 0x8878665644342212 | 0x0100eedeccbcaa9a |
      | e32, m1 | 4  | 0x8877665644332212 | 0x00ffeedeccbbaa9a |
      | e64, m1 | 2  | 0x8877665544332212 | 0x00ffeeddccbbaa9a |

  @rule:vreg_lmulge2_op
  Scenario Outline: With LMUL <lmul> element <what> of a group is element 0 of <reg>
    Given vl = 0 under e8, m1, ta, ma
    When the hart executes
      """
      vsetvli a2, x0, e16, <lmul>, ta, ma
      vid.v v8
      vsetivli x0, 1, e16, m1, ta, ma
      vmv.x.s a3, <reg>
      csrr a4, vlenb
      srli a4, a4, 1
      <scale>
      """
    Then a3 = a4

    Examples:
      | lmul | what       | reg | scale                          |
      | m2   | VLEN/SEW   | v9  | slli a4, a4, 0                 |
      | m4   | VLEN/SEW   | v9  | slli a4, a4, 0                 |
      | m4   | 2*VLEN/SEW | v10 | slli a4, a4, 1                 |
      | m4   | 3*VLEN/SEW | v11 | slli a5, a4, 1; add a4, a4, a5 |
      | m8   | VLEN/SEW   | v9  | slli a4, a4, 0                 |
      | m8   | 4*VLEN/SEW | v12 | slli a4, a4, 2                 |
      | m8   | 7*VLEN/SEW | v15 | slli a5, a4, 3; sub a4, a5, a4 |

  @rule:vtype_lmul_val
  Scenario Outline: LMUL <lmul> works on the groups of <registers>
    Given vl = <vl> under e64, <lmul>, tu, mu
    And <source> = e64: 10 20 30
    When the hart executes "vadd.vi <dest>, <source>, -1"
    Then <dest> = e64: <result>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | lmul | vl | source | dest | registers   | result      |
      | m1   | 2  | v1     | v31  | v1 and v31  | 9 19        |
      | m2   | 3  | v2     | v30  | v2 and v30  | 9 19 29 old |
      | m2   | 3  | v6     | v14  | v6 and v14  | 9 19 29 old |
      | m4   | 3  | v4     | v28  | v4 and v28  | 9 19 29 old |
      | m4   | 3  | v12    | v20  | v12 and v20 | 9 19 29 old |
      | m8   | 3  | v8     | v24  | v8 and v24  | 9 19 29 old |
      | m8   | 3  | v16    | v0   | v16 and v0  | 9 19 29 old |

  @rule:vreg_flmul_op
  Scenario Outline: LMUL <lmul> works on any registers
    Given vl = 2 under <sew>, <lmul>, tu, mu
    And <source> = <sew>: 10 20 30
    When the hart executes "vadd.vi <dest>, <source>, -1"
    Then <dest> = <sew>: 9 19 old old
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | sew | lmul | source | dest |
      | e8  | mf2  | v1     | v31  |
      | e8  | mf4  | v3     | v5   |
      | e8  | mf8  | v7     | v9   |
      | e16 | mf2  | v29    | v0   |
      | e16 | mf4  | v17    | v17  |
      | e32 | mf2  | v13    | v21  |

  @rule:vwop_vd_eew_emul
  Scenario Outline: "<insn>" under <type> widens into a group of twice the size
    Given vl = <vl> under <type>, tu, mu
    And v16 = <a> and v24 = <b>
    When the hart executes "<insn>"
    Then v8 = <result>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                   | type    | vl | a                | b               | result                              |
      | vwadd.vv v8, v16, v24  | e8, m1  | 3  | e8: 127 -128 5   | e8: 127 -128 -6 | e16: 254 -256 -1 old                |
      | vwaddu.vv v8, v16, v24 | e8, mf8 | 2  | e8: 0xff 1       | e8: 0xff 2      | e16: 0x1fe 3 old                    |
      | vwmul.vv v8, v16, v24  | e16, m1 | 3  | e16: 0x7fff -2 3 | e16: 2 3 -4     | e32: 0xfffe -6 -12 old              |
      | vwaddu.vv v8, v16, v24 | e32, m1 | 3  | e32: -1 -1 5     | e32: -1 1 6     | e64: 0x1fffffffe 0x100000000 11 old |
      | vwadd.vv v8, v16, v24  | e32, m4 | 3  | e32: -1 7 5      | e32: -1 1 6     | e64: -2 8 11 old                    |
      | vwsubu.wv v8, v16, v24 | e32, m2 | 3  | e64: 5 0 9       | e32: 1 1 -1     | e64: 4 -1 -4294967286 old           |

  @rule:vnarrowing_EEW @rule:vnarrowing_EMUL
  Scenario Outline: "<insn>" under <type> narrows a group of twice the size
    Given vl = <vl> under <type>, tu, mu
    And v16 = <wide> and v24 = <shift>
    When the hart executes "<insn>"
    Then v8 = <result> [vnarrowing_EEW, vnarrowing_EMUL, vnop_vd_eew_emul, vnop_vs2_eew_emul, vnop_vs1_eew_emul, EEW_SEW_LMUL_dep]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                  | type     | vl | wide                                       | shift        | result                         |
      | vnsrl.wi v8, v16, 4   | e8, m1   | 3  | e16: 0x1234 0xff0f 0x00f0                  | e8: 0        | e8: 0x23 0xf0 0x0f old         |
      | vnsrl.wv v8, v16, v24 | e8, m2   | 3  | e16: 0x1234 0xff0f 0x00f0                  | e8: 0 4 8    | e8: 0x34 0xf0 0 old            |
      | vnsra.wv v8, v16, v24 | e16, m1  | 3  | e32: 0x80000000 0x12345678 -1              | e16: 20 8 31 | e16: 0xf800 0x3456 -1 old      |
      | vnsra.wi v8, v16, 1   | e32, m4  | 3  | e64: 0x100000000 -2 7                      | e8: 0        | e32: 0x80000000 -1 3 old       |
      | vnsrl.wx v8, v16, x0  | e32, mf2 | 2  | e64: 0x1122334455667788 0x99aabbccddeeff00 | e8: 0        | e32: 0x55667788 0xddeeff00 old |

  @rule:vreg_overlap_legal
  Scenario Outline: "<insn>" writes <where> a source
    Given vl = <vl> under <type>, ta, ma
    And <presets>
    When the hart executes "<insn>"
    Then v8 = <result>
    And no trap is taken
    And nothing else changes but v8 and v9 and vs

    Examples:
      | insn                  | where           | type    | vl | presets                                 | result              |
      | vadd.vv v8, v8, v16   | over            | e32, m2 | 3  | v8 = e32: 1 2 3 and v16 = e32: 10 20 30 | e32: 11 22 33       |
      | vsub.vv v8, v16, v8   | over            | e32, m2 | 3  | v8 = e32: 1 2 3 and v16 = e32: 10 20 30 | e32: 9 18 27        |
      | vadd.vv v8, v8, v8    | over            | e32, m2 | 3  | v8 = e32: 1 2 3                         | e32: 2 4 6          |
      | vnsrl.wi v8, v8, 0    | the low end of  | e32, m1 | 2  | v8 = e64: 0x1122334455667788 7          | e32: 0x55667788 7   |
      | vnsrl.wi v8, v8, 0    | the low end of  | e16, m1 | 3  | v8 = e32: 0x11112222 7 -1               | e16: 0x2222 7 -1    |
      | vmseq.vi v8, v8, 1    | the low end of  | e8, m2  | 8  | v8 = e8: 1 0 1 1 0 0 1 0                | e8: 0b01001101      |
      | vwaddu.vv v8, v9, v16 | the high end of | e32, m1 | 2  | v9 = e32: -1 2 and v16 = e32: 1 20      | e64: 0x100000000 22 |
      | vzext.vf2 v8, v9      | the high end of | e16, m2 | 3  | v9 = e8: 0xff 2 3                       | e16: 0xff 2 3       |
      | vsext.vf2 v8, v9      | the high end of | e64, m2 | 3  | v9 = e32: -1 2 3                        | e64: -1 2 3         |

  @rule:vreg_mask_LMUL_indp
  Scenario Outline: "<insn>" takes masks from odd registers under e32, m8
    Given vl = 8 under e32, m8, tu, mu
    And v1 = e8: 0b00110101 and v3 = e8: 0b01010011 and v16 = e32: 5 0 5 5 0 0 0 5
    When the hart executes "<insn>"
    Then v5 = e8: <result>
    And no trap is taken
    And nothing else changes but v5 and vs

    Examples:
      | insn                | result     |
      | vmand.mm v5, v1, v3 | 0b00010001 |
      | vmxor.mm v5, v1, v3 | 0b01100110 |
      | vmseq.vi v5, v16, 5 | 0b10001101 |
      | vmsof.m v5, v1      | 0b00000001 |
      | vmsbf.m v5, v3      | 0          |

  @rule:vreg_scalar_lmul_indp
  Scenario Outline: "<insn>" takes scalars from odd registers under e32, m8
    Given vl = 3 under e32, m8, tu, mu
    And a0 = 9 and a2 = 0 and v16 = e32: 1 2 3 and v7 = e32: 100 200
    When the hart executes "<insn>"
    Then <result>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                    | result                     |
      | vmv.s.x v9, a0          | v9 = e32: 9 old old old    |
      | vmv.x.s a2, v7          | a2 = 100                   |
      | vredsum.vs v9, v16, v7  | v9 = e32: 106 old old old  |
      | vredmax.vs v31, v16, v7 | v31 = e32: 100 old old old |

  @rule:vreg_scalar_EMUL
  Scenario Outline: "<insn>" under <type> has its scalars in one register each, of any number
    Given vl = 3 under <type>, tu, mu
    And v16 = <source> and v7 = <scalar>
    When the hart executes "<insn>"
    Then v9 = <result>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                     | type    | source        | scalar   | result               |
      | vwredsum.vs v9, v16, v7  | e8, m8  | e8: 1 -2 -3   | e16: 256 | e16: 252 old         |
      | vwredsumu.vs v9, v16, v7 | e16, m4 | e16: 1 2 -1   | e32: 1   | e32: 0x10003 old     |
      | vwredsum.vs v9, v16, v7  | e32, m8 | e32: 1 2 -1   | e64: -5  | e64: -3 old          |
      | vwredsumu.vs v9, v16, v7 | e32, m2 | e32: -1 -1 -1 | e64: 3   | e64: 0x300000000 old |
