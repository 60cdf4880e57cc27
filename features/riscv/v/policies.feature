@ext:V
Feature: Prestart, active, inactive and tail elements
  The elements from vstart to vl - 1 are the body, and those of the body that the mask selects are active. The
  others are undisturbed, or agnostic if vtype says so: then each keeps its value or becomes all ones.

  @rule:vreg_mask_op @rule:vreg_agnostic_op
  Scenario Outline: <policy> decides about inactive and tail elements under <type>
    Given vl = 3 under <type>, <policy>
    And v0 = e8: 0b11111101 and v16 = <source>
    When the hart executes "vadd.vi v8, v16, 10, v0.t"
    Then v8 = <result> [vreg_mask_op, vreg_agnostic_op, vtype_vta_op, vtype_vma_op, vtype_vta_val, vtype_vma_val, vmask_op, vector_inactive_element, vector_tail_element, vreg_vmask, V_masked, vreg_flmul_op]
    And no trap is taken
    And nothing else changes but <registers> and vs

    Examples:
      | policy | type     | source           | result                                     | registers                                                 |
      | tu, mu | e8, m1   | e8: 1 2 3 4 5    | e8: 11 old 13 old old                      | v8                                                        |
      | tu, mu | e16, m1  | e16: 1 2 3 4 5   | e16: 11 old 13 old old                     | v8                                                        |
      | tu, mu | e32, m1  | e32: 1 2 3 4     | e32: 11 old 13 old                         | v8                                                        |
      | tu, mu | e64, m2  | e64: 1 2 3 4     | e64: 11 old 13 old                         | v8 and v9                                                 |
      | tu, mu | e16, mf2 | e16: 1 2 3 4 5 6 | e16: 11 old 13 old old old                 | v8                                                        |
      | tu, mu | e8, mf4  | e8: 1 2 3 4 5 6  | e8: 11 old 13 old old old                  | v8                                                        |
      | tu, mu | e32, m8  | e32: 1 2 3 4     | e32: 11 old 13 old                         | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | tu, ma | e8, m1   | e8: 1 2 3 4 5    | e8: 11 old\|-1 13 old old                  | v8                                                        |
      | tu, ma | e16, m1  | e16: 1 2 3 4 5   | e16: 11 old\|-1 13 old old                 | v8                                                        |
      | tu, ma | e32, m1  | e32: 1 2 3 4     | e32: 11 old\|-1 13 old                     | v8                                                        |
      | tu, ma | e64, m2  | e64: 1 2 3 4     | e64: 11 old\|-1 13 old                     | v8 and v9                                                 |
      | tu, ma | e16, mf2 | e16: 1 2 3 4 5 6 | e16: 11 old\|-1 13 old old old             | v8                                                        |
      | tu, ma | e8, mf4  | e8: 1 2 3 4 5 6  | e8: 11 old\|-1 13 old old old              | v8                                                        |
      | tu, ma | e32, m8  | e32: 1 2 3 4     | e32: 11 old\|-1 13 old                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | ta, mu | e8, m1   | e8: 1 2 3 4 5    | e8: 11 old 13 old\|-1 old\|-1              | v8                                                        |
      | ta, mu | e16, m1  | e16: 1 2 3 4 5   | e16: 11 old 13 old\|-1 old\|-1             | v8                                                        |
      | ta, mu | e32, m1  | e32: 1 2 3 4     | e32: 11 old 13 old\|-1                     | v8                                                        |
      | ta, mu | e64, m2  | e64: 1 2 3 4     | e64: 11 old 13 old\|-1                     | v8 and v9                                                 |
      | ta, mu | e16, mf2 | e16: 1 2 3 4 5 6 | e16: 11 old 13 old\|-1 old\|-1 old\|-1     | v8                                                        |
      | ta, mu | e8, mf4  | e8: 1 2 3 4 5 6  | e8: 11 old 13 old\|-1 old\|-1 old\|-1      | v8                                                        |
      | ta, mu | e32, m8  | e32: 1 2 3 4     | e32: 11 old 13 old\|-1                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | ta, ma | e8, m1   | e8: 1 2 3 4 5    | e8: 11 old\|-1 13 old\|-1 old\|-1          | v8                                                        |
      | ta, ma | e16, m1  | e16: 1 2 3 4 5   | e16: 11 old\|-1 13 old\|-1 old\|-1         | v8                                                        |
      | ta, ma | e32, m1  | e32: 1 2 3 4     | e32: 11 old\|-1 13 old\|-1                 | v8                                                        |
      | ta, ma | e64, m2  | e64: 1 2 3 4     | e64: 11 old\|-1 13 old\|-1                 | v8 and v9                                                 |
      | ta, ma | e16, mf2 | e16: 1 2 3 4 5 6 | e16: 11 old\|-1 13 old\|-1 old\|-1 old\|-1 | v8                                                        |
      | ta, ma | e8, mf4  | e8: 1 2 3 4 5 6  | e8: 11 old\|-1 13 old\|-1 old\|-1 old\|-1  | v8                                                        |
      | ta, ma | e32, m8  | e32: 1 2 3 4     | e32: 11 old\|-1 13 old\|-1                 | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |

  @rule:vector_tail_element
  Scenario Outline: Undisturbed elements of "<insn>" are as they were, everywhere
    Given vl = 3 under <type>, tu, mu
    And v0 = e8: 0b11111101 and v8 = e64: 0x0102030405060708 0x1112131415161718 and v16 = e64: 0x1122334455667788 0 and v24 = e64: 0 0
    When the hart executes "<insn>"
    Then v8 = e64: <low> <high> [vreg_mask_op, vector_tail_element, vector_inactive_element]
    And nothing else changes but vs

    Examples:
      | insn                       | type     | low                | high               |
      | vadd.vv v8, v16, v24       | e8, m1   | 0x0102030405667788 | 0x1112131415161718 |
      | vadd.vv v8, v16, v24, v0.t | e8, m1   | 0x0102030405660788 | 0x1112131415161718 |
      | vadd.vv v8, v16, v24       | e16, m1  | 0x0102334455667788 | 0x1112131415161718 |
      | vadd.vv v8, v16, v24, v0.t | e16, m1  | 0x0102334405067788 | 0x1112131415161718 |
      | vadd.vv v8, v16, v24       | e32, m1  | 0x1122334455667788 | 0x1112131400000000 |
      | vadd.vv v8, v16, v24, v0.t | e32, m1  | 0x0102030455667788 | 0x1112131400000000 |
      | vor.vv v8, v16, v24        | e8, mf4  | 0x0102030405667788 | 0x1112131415161718 |
      | vid.v v8                   | e8, m1   | 0x0102030405020100 | 0x1112131415161718 |
      | vid.v v8, v0.t             | e8, m1   | 0x0102030405020700 | 0x1112131415161718 |
      | vmv.v.i v8, -1             | e16, m1  | 0x0102ffffffffffff | 0x1112131415161718 |
      | vmv.v.v v8, v16            | e16, mf2 | 0x0102334455667788 | 0x1112131415161718 |
      | vmerge.vim v8, v16, 3, v0  | e8, m1   | 0x0102030405037703 | 0x1112131415161718 |
      | vslide1down.vx v8, v16, x0 | e8, m1   | 0x0102030405006677 | 0x1112131415161718 |

  @rule:vreg_agnostic_op
  Scenario Outline: Agnostic tail elements of "<insn>" are as they were, or ones
    Given vl = 2 under <type>, ta, ma
    And v16 = e64: 0x1122334455667788 0 and v24 = e64: 0 0
    When the hart executes "<insn>"
    Then v8 = <result>
    And nothing else changes but <registers> and vs

    Examples:
      | insn                 | type     | registers | result                                                          |
      | vid.v v8             | e8, m1   | v8        | e8: 0 1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1 |
      | vid.v v8             | e16, m1  | v8        | e16: 0 1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1        |
      | vid.v v8             | e32, m1  | v8        | e32: 0 1 old\|-1 old\|-1                                        |
      | vid.v v8             | e64, m2  | v8 and v9 | e64: 0 1 old\|-1 old\|-1                                        |
      | vid.v v8             | e8, mf8  | v8        | e8: 0 1 old\|-1 old\|-1 old\|-1 old\|-1 old\|-1                 |
      | vid.v v8             | e16, mf2 | v8        | e16: 0 1 old\|-1 old\|-1 old\|-1 old\|-1                        |
      | vadd.vv v8, v16, v24 | e32, m1  | v8        | e32: 0x55667788 0x11223344 old\|-1 old\|-1                      |
      | vzext.vf2 v8, v16    | e32, m1  | v8        | e32: 0x7788 0x5566 old\|-1 old\|-1                              |

  # Not even agnostic elements change.
  @rule:vstart_vl_dep
  Scenario Outline: "<insn>" with vl = 0 changes no vector register
    Given vl = 0 under e8, m1, ta, ma
    And a0 = 5 and v0 = e8: 0xff
    When the hart executes "<insn>"
    Then no trap is taken
    And nothing changes but vs

    Examples:
      | insn                       |
      | vadd.vv v8, v16, v24       |
      | vadd.vv v8, v16, v24, v0.t |
      | vid.v v8                   |
      | vmv.v.i v8, 3              |
      | vmv.s.x v8, a0             |
      | vmseq.vv v8, v16, v24      |
      | vmand.mm v8, v16, v24      |
      | vmsbf.m v8, v16            |
      | viota.m v8, v16            |
      | vredsum.vs v8, v16, v24    |
      | vslideup.vi v8, v16, 1     |
      | vslidedown.vi v8, v16, 1   |
      | vslide1up.vx v8, v16, a0   |
      | vrgather.vv v8, v16, v24   |
      | vcompress.vm v8, v16, v24  |
      | vwadd.vv v8, v16, v24      |
      | vnsrl.wi v8, v16, 1        |
      | vmerge.vim v8, v16, 3, v0  |

  # An implementation may refuse a vstart that it would never leave: then everything stays as it is.
  @rule:vstart_vl_dep
  Scenario Outline: "<insn>" with vstart = <vstart> and vl = 2 changes no vector register
    Given vl = 2 under e8, m1, ta, ma
    And vstart = <vstart> and a0 = 5
    When the hart executes "<insn>"
    Then vstart = 0 or <vstart> [vstart_update, vstart_unmodified]
    And nothing else changes but vs [vstart_vl_dep]

    Examples:
      | insn                   | vstart |
      | vadd.vv v8, v16, v24   | 2      |
      | vadd.vv v8, v16, v24   | 3      |
      | vid.v v8               | 5      |
      | vmv.v.i v8, 3          | 2      |
      | vmv.s.x v8, a0         | 2      |
      | vmseq.vv v8, v16, v24  | 2      |
      | vslideup.vi v8, v16, 1 | 2      |

  @rule:vector_prestart_element
  Scenario Outline: "<insn>" with vstart = <vstart> leaves elements before it alone
    Given vl = 4 under e16, m1, tu, mu
    And vstart = <vstart> and v16 = e16: 1 2 3 4
    When the hart executes "<insn>"
    Then v8 = <result> [vstart_op, vector_prestart_element]
    And vstart = 0 or <vstart> [vstart_update, vstart_unmodified]
    And nothing else changes but vs

    Examples:
      | insn                | vstart | result                               |
      | vadd.vi v8, v16, 10 | 1      | e16: old old\|12 old\|13 old\|14 old |
      | vadd.vi v8, v16, 10 | 3      | e16: old old old old\|14 old         |
      | vid.v v8            | 2      | e16: old old old\|2 old\|3 old       |
      | vmv.v.i v8, 7       | 1      | e16: old old\|7 old\|7 old\|7 old    |

  @rule:vstart_vl_scalar_indp
  Scenario Outline: "<insn>" writes its scalar though vl = 0
    Given vl = 0 under e16, m1, ta, ma
    And v16 = e16: 0x8001 7 and fa0 = 0 and a2 = 5
    When the hart executes "<insn>"
    Then <result>
    And no trap is taken
    And nothing else changes but vs and fs

    Examples:
      | insn             | result                  |
      | vmv.x.s a2, v16  | a2 = 0xffffffffffff8001 |
      | vcpop.m a2, v16  | a2 = 0                  |
      | vfirst.m a2, v16 | a2 = -1                 |

  @rule:vstart_vl_scalar_indp
  Scenario: vfmv.f.s writes its scalar though vl = 0
    Given vl = 0 under e64, m1, ta, ma
    And v16 = e64: 0x3ff0000000000000 and fa0 = 0
    When the hart executes "vfmv.f.s fa0, v16"
    Then fa0 = 0x3ff0000000000000
    And nothing else changes but vs and fs

  @rule:vreg_mask_sz
  Scenario Outline: Bit <n> of the mask is for element <n> under <type>
    Given vl = <vl> under <type>, tu, mu
    And v0 = <mask>
    When the hart executes "vmv.v.i v8, 5; vadd.vi v8, v8, 1, v0.t"
    Then v8 = <result> [vreg_mask_sz, vreg_mask_vtype_indp, vreg_mask_LMUL_indp, vreg_vmask, V_masked]
    And no trap is taken

    Examples:
      | n  | vl | type    | mask             | result                |
      | 0  | 3  | e8, m1  | e8: 1 0 0 0 0    | e8: 6 5 5 old         |
      | 2  | 3  | e8, m1  | e8: 4 0 0 0 0    | e8: 5 5 6 old         |
      | 9  | 11 | e8, m1  | e8: 0 2 0 0 0    | e8 from 8: 5 6 5 old  |
      | 2  | 3  | e32, m1 | e8: 4 0 0 0 0    | e32: 5 5 6 old        |
      | 7  | 8  | e64, m8 | e8: 0x80 0 0 0 0 | e64 from 5: 5 5 6     |
      | 17 | 19 | e32, m8 | e8: 0 0 2 0 0    | e32 from 16: 5 6 5    |
      | 33 | 35 | e16, m8 | e8: 0 0 0 0 2    | e16 from 32: 5 6 5    |
      | 65 | 67 | e8, m8  | e64: 0 2         | e8 from 64: 5 6 5 old |

  @rule:vreg_agnostic_op
  Scenario Outline: The tail of the mask that <insn> writes is agnostic even where vtype says undisturbed
    Given vl = 3 under e8, m1, tu, mu
    And v8 = e8: <before> and v16 = e8: 1 2 1 1 1 1 1 1
    When the hart executes "vmseq.vi v8, v16, 1"
    Then v8 = e8: <after> ?
    And nothing else changes but v8 and vs [vreg_agnostic_op]

    Examples: bits 3 to 7 are ones or as they were; the operation gives ones too
      | insn     | before     | after |
      | vmseq.vi | 0b11111010 | 0xfd  |
