@ext:V
Feature: Vector loads
  Unit-stride loads take adjacent elements, constant-stride loads elements that are a number of bytes apart, and
  indexed loads elements whose offsets are in a vector. Whole-register loads and mask loads disregard vtype.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vle8.v     |
      | vle16.v    |
      | vle32.v    |
      | vle64.v    |
      | vlm.v      |
      | vlse8.v    |
      | vlse16.v   |
      | vlse32.v   |
      | vlse64.v   |
      | vluxei8.v  |
      | vluxei16.v |
      | vluxei32.v |
      | vluxei64.v |
      | vloxei8.v  |
      | vloxei16.v |
      | vloxei32.v |
      | vloxei64.v |
      | vl1re8.v   |
      | vl1re16.v  |
      | vl1re32.v  |
      | vl1re64.v  |
      | vl2re8.v   |
      | vl2re16.v  |
      | vl2re32.v  |
      | vl2re64.v  |
      | vl4re8.v   |
      | vl4re16.v  |
      | vl4re32.v  |
      | vl4re64.v  |
      | vl8re8.v   |
      | vl8re16.v  |
      | vl8re32.v  |
      | vl8re64.v  |

  Scenario Outline: A misaligned <insn> is done, or raises a misaligned exception
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vle16.v    |
      | vle32.v    |
      | vle64.v    |
      | vlse16.v   |
      | vlse32.v   |
      | vlse64.v   |
      | vluxei8.v  |
      | vluxei16.v |
      | vluxei32.v |
      | vluxei64.v |
      | vloxei8.v  |
      | vloxei16.v |
      | vloxei32.v |
      | vloxei64.v |
      | vl1re16.v  |
      | vl1re32.v  |
      | vl1re64.v  |
      | vl2re16.v  |
      | vl2re32.v  |
      | vl2re64.v  |
      | vl4re16.v  |
      | vl4re32.v  |
      | vl4re64.v  |
      | vl8re16.v  |
      | vl8re32.v  |
      | vl8re64.v  |

  # Byte i behind test data + 64 is 0x80 + i in the scenarios that follow.
  @rule:vector_ls_unit_stride_op
  Scenario Outline: <insn> under <type> loads elements of the width in its name
    Given vl = 3 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    When the hart executes "<insn> v8, (a1)"
    Then v8 = <result> [vector_ls_unit_stride_op, vector_ls_strided_EEW, vector_ls_EEW, vector_ls_EMUL, vector_ls_base, vector_load_store_semantics, <rules>]
    And no trap is taken [vector_ls_ins_req]
    And nothing else changes but vs [vl_op, vector_tail_element]

    Examples: EEW = SEW
      | insn    | type     | result                                                            | rules           |
      | vle8.v  | e8, m1   | e8: 0x80 0x81 0x82 old                                            | vreg_lmul1_op   |
      | vle16.v | e16, m1  | e16: 0x8180 0x8382 0x8584 old                                     | vreg_lmul1_op   |
      | vle32.v | e32, m1  | e32: 0x83828180 0x87868584 0x8b8a8988 old                         | vreg_lmul1_op   |
      | vle64.v | e64, m2  | e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 0x9796959493929190 old | vreg_lmulge2_op |
      | vle8.v  | e8, mf4  | e8: 0x80 0x81 0x82 old old old                                    | vreg_flmul_op   |
      | vle16.v | e16, mf2 | e16: 0x8180 0x8382 0x8584 old old old                             | vreg_flmul_op   |
      | vle32.v | e32, m8  | e32: 0x83828180 0x87868584 0x8b8a8988 old                         | vreg_lmulge2_op |

    Examples: EEW other than SEW: as many elements, a group of EEW * LMUL / SEW registers
      | insn    | type    | result                                                            | rules                               |
      | vle8.v  | e32, m1 | e8: 0x80 0x81 0x82 old old                                        | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle8.v  | e64, m2 | e8: 0x80 0x81 0x82 old old                                        | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle8.v  | e16, m8 | e8: 0x80 0x81 0x82 old old                                        | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle16.v | e8, m1  | e16: 0x8180 0x8382 0x8584 old                                     | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle16.v | e64, m4 | e16: 0x8180 0x8382 0x8584 old                                     | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle32.v | e8, mf4 | e32: 0x83828180 0x87868584 0x8b8a8988 old                         | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle32.v | e64, m2 | e32: 0x83828180 0x87868584 0x8b8a8988 old                         | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle64.v | e32, m1 | e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 0x9796959493929190 old | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |
      | vle64.v | e8, mf4 | e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 0x9796959493929190 old | EEW_SEW_LMUL_dep, EMUL_SEW_LMUL_dep |

  @rule:vector_masked_inactive_behavior
  Scenario Outline: <insn> under <policy> with a mask of 0b101 loads elements 0 and 2 of three
    Given vl = 3 under <type>, <policy>
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v0 = e8: 0xfd and v16 = e8: 0 4 8
    When the hart executes "<insn>, v0.t"
    Then v8 = <result> [vector_masked_inactive_behavior, vreg_vmask, vmask_op, vreg_mask_sz, vtype_vma_op, vtype_vta_op, vreg_mask_op, vreg_agnostic_op, vector_inactive_element, vector_tail_element]
    And no trap is taken
    And nothing else changes but v8 and vs

    Examples:
      | insn                    | type    | policy | result                                     |
      | vle8.v v8, (a1)         | e8, m1  | tu, mu | e8: 0x80 old 0x82 old old                  |
      | vle8.v v8, (a1)         | e8, m1  | ta, mu | e8: 0x80 old 0x82 old\|-1 old\|-1          |
      | vle8.v v8, (a1)         | e8, m1  | tu, ma | e8: 0x80 old\|-1 0x82 old old              |
      | vle8.v v8, (a1)         | e8, m1  | ta, ma | e8: 0x80 old\|-1 0x82 old\|-1 old\|-1      |
      | vle32.v v8, (a1)        | e32, m1 | tu, mu | e32: 0x83828180 old 0x8b8a8988 old         |
      | vle32.v v8, (a1)        | e32, m1 | ta, ma | e32: 0x83828180 old\|-1 0x8b8a8988 old\|-1 |
      | vle16.v v8, (a1)        | e32, m1 | tu, mu | e16: 0x8180 old 0x8584 old old             |
      | vlse16.v v8, (a1), x0   | e16, m1 | tu, mu | e16: 0x8180 old 0x8180 old old             |
      | vlse16.v v8, (a1), x0   | e16, m1 | ta, ma | e16: 0x8180 old\|-1 0x8180 old\|-1 old\|-1 |
      | vluxei8.v v8, (a1), v16 | e16, m1 | tu, mu | e16: 0x8180 old 0x8988 old old             |
      | vloxei8.v v8, (a1), v16 | e16, m1 | ta, ma | e16: 0x8180 old\|-1 0x8988 old\|-1 old\|-1 |

  @rule:vector_ls_constant_stride_op
  Scenario Outline: <insn> with a stride of <stride>
    Given vl = 3 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And a2 = <stride> and a1 = test data + <base>
    When the hart executes "<insn> v8, (a1), a2"
    Then v8 = <result> [vector_ls_constant_stride_op, vector_ls_base_stride_regtype, vector_ls_strided_EEW, <rule>]
    And no trap is taken [vector_ls_constant_stride_op]
    And nothing else changes but vs [vector_ls_constant_stride_op]

    Examples:
      | insn     | type    | base | stride | result                                                            | rule                  |
      | vlse8.v  | e8, m1  | 64   | 1      | e8: 0x80 0x81 0x82 old                                            | vector_ls_EEW         |
      | vlse8.v  | e8, m1  | 64   | 3      | e8: 0x80 0x83 0x86 old                                            | vector_ls_EEW         |
      | vlse8.v  | e8, m1  | 72   | -1     | e8: 0x88 0x87 0x86 old                                            | vector_ls_neg_stride  |
      | vlse8.v  | e8, m1  | 80   | -5     | e8: 0x90 0x8b 0x86 old                                            | vector_ls_neg_stride  |
      | vlse8.v  | e8, m1  | 69   | 0      | e8: 0x85 0x85 0x85 old                                            | vector_ls_zero_stride |
      | vlse16.v | e16, m1 | 64   | 6      | e16: 0x8180 0x8786 0x8d8c old                                     | vector_ls_EEW         |
      | vlse16.v | e16, m1 | 74   | -4     | e16: 0x8b8a 0x8786 0x8382 old                                     | vector_ls_neg_stride  |
      | vlse16.v | e8, m1  | 64   | 2      | e16: 0x8180 0x8382 0x8584 old                                     | vector_ls_EMUL        |
      | vlse32.v | e32, m1 | 72   | -4     | e32: 0x8b8a8988 0x87868584 0x83828180 old                         | vector_ls_neg_stride  |
      | vlse32.v | e32, m1 | 64   | 12     | e32: 0x83828180 0x8f8e8d8c 0x9b9a9998 old                         | vector_ls_EEW         |
      | vlse32.v | e32, m1 | 68   | 0      | e32: 0x87868584 0x87868584 0x87868584 old                         | vector_ls_zero_stride |
      | vlse64.v | e64, m2 | 80   | -8     | e64: 0x9796959493929190 0x8f8e8d8c8b8a8988 0x8786858483828180 old | vector_ls_neg_stride  |
      | vlse64.v | e32, m1 | 64   | 8      | e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 0x9796959493929190 old | vector_ls_EMUL        |
      | vlse8.v  | e64, m2 | 64   | 8      | e8: 0x80 0x88 0x90 old                                            | vector_ls_EMUL        |

  @rule:vector_ls_zero_stride
  Scenario: A stride of x0 loads one element again and again
    Given vl = 3 under e16, m1, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    When the hart executes "vlse16.v v8, (a1), x0"
    Then v8 = e16: 0x8180 0x8180 0x8180 old
    And nothing else changes but vs

  @rule:vector_ls_indexed_op
  Scenario Outline: <insn> under <type> takes <index> as offsets in bytes, without sign, from test data + <base>
    Given vl = 3 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And a1 = test data + <base> and v16 = <index>
    When the hart executes "<insn> v8, (a1), v16"
    Then v8 = <result> [vector_ls_indexed_op, vector_ls_indexed_EEW, vector_ls_bytewise, vector_ls_XLEN_dep, vector_ls_indexed_EMUL, vector_ls_base]
    And no trap is taken [vector_ls_indexed_op]
    And nothing else changes but vs [vector_ls_indexed_op]

    Examples: unordered
      | insn       | type    | base            | index                                 | result                                                            |
      | vluxei8.v  | e8, m1  | 64              | e8: 0 7 3                             | e8: 0x80 0x87 0x83 old                                            |
      | vluxei8.v  | e8, m1  | -64             | e8: 0x80 0x8a 0x9f                    | e8: 0x80 0x8a 0x9f old                                            |
      | vluxei8.v  | e16, m1 | 64              | e8: 2 0 10                            | e16: 0x8382 0x8180 0x8b8a old                                     |
      | vluxei8.v  | e32, m1 | -64             | e8: 0x84 0x80 0x90                    | e32: 0x87868584 0x83828180 0x93929190 old                         |
      | vluxei8.v  | e64, m2 | -64             | e8: 0x80 0x90 0x88                    | e64: 0x8786858483828180 0x9796959493929190 0x8f8e8d8c8b8a8988 old |
      | vluxei16.v | e8, m1  | 64              | e16: 9 1 1                            | e8: 0x89 0x81 0x81 old                                            |
      | vluxei16.v | e16, m1 | 64              | e16: 4 0 12                           | e16: 0x8584 0x8180 0x8d8c old                                     |
      | vluxei16.v | e16, m1 | 64 - 0x8000     | e16: 0x8000 0x8004 0x8002             | e16: 0x8180 0x8584 0x8382 old                                     |
      | vluxei16.v | e64, m2 | 64 - 0xff00     | e16: 0xff00 0xff10 0xff08             | e64: 0x8786858483828180 0x9796959493929190 0x8f8e8d8c8b8a8988 old |
      | vluxei32.v | e8, m1  | 64              | e32: 9 1 31                           | e8: 0x89 0x81 0x9f old                                            |
      | vluxei32.v | e32, m1 | 64 - 0x80000000 | e32: 0x80000000 0x80000008 0x80000004 | e32: 0x83828180 0x8b8a8988 0x87868584 old                         |
      | vluxei32.v | e64, m2 | 64              | e32: 16 8 0                           | e64: 0x9796959493929190 0x8f8e8d8c8b8a8988 0x8786858483828180 old |
      | vluxei64.v | e8, m1  | 64              | e64: 9 1 31                           | e8: 0x89 0x81 0x9f old                                            |
      | vluxei64.v | e16, m1 | 80              | e64: -16 -2 2                         | e16: 0x8180 0x8f8e 0x9392 old                                     |
      | vluxei64.v | e64, m2 | 88              | e64: 0 -8 -24                         | e64: 0x9f9e9d9c9b9a9998 0x9796959493929190 0x8786858483828180 old |

    Examples: ordered
      | insn       | type    | base            | index                                 | result                                                            |
      | vloxei8.v  | e8, m1  | 64              | e8: 0 7 3                             | e8: 0x80 0x87 0x83 old                                            |
      | vloxei8.v  | e8, m1  | -64             | e8: 0x80 0x8a 0x9f                    | e8: 0x80 0x8a 0x9f old                                            |
      | vloxei8.v  | e16, m1 | 64              | e8: 2 0 10                            | e16: 0x8382 0x8180 0x8b8a old                                     |
      | vloxei8.v  | e32, m1 | -64             | e8: 0x84 0x80 0x90                    | e32: 0x87868584 0x83828180 0x93929190 old                         |
      | vloxei8.v  | e64, m2 | -64             | e8: 0x80 0x90 0x88                    | e64: 0x8786858483828180 0x9796959493929190 0x8f8e8d8c8b8a8988 old |
      | vloxei16.v | e8, m1  | 64              | e16: 9 1 1                            | e8: 0x89 0x81 0x81 old                                            |
      | vloxei16.v | e16, m1 | 64              | e16: 4 0 12                           | e16: 0x8584 0x8180 0x8d8c old                                     |
      | vloxei16.v | e16, m1 | 64 - 0x8000     | e16: 0x8000 0x8004 0x8002             | e16: 0x8180 0x8584 0x8382 old                                     |
      | vloxei16.v | e64, m2 | 64 - 0xff00     | e16: 0xff00 0xff10 0xff08             | e64: 0x8786858483828180 0x9796959493929190 0x8f8e8d8c8b8a8988 old |
      | vloxei32.v | e8, m1  | 64              | e32: 9 1 31                           | e8: 0x89 0x81 0x9f old                                            |
      | vloxei32.v | e32, m1 | 64 - 0x80000000 | e32: 0x80000000 0x80000008 0x80000004 | e32: 0x83828180 0x8b8a8988 0x87868584 old                         |
      | vloxei32.v | e64, m2 | 64              | e32: 16 8 0                           | e64: 0x9796959493929190 0x8f8e8d8c8b8a8988 0x8786858483828180 old |
      | vloxei64.v | e8, m1  | 64              | e64: 9 1 31                           | e8: 0x89 0x81 0x9f old                                            |
      | vloxei64.v | e16, m1 | 80              | e64: -16 -2 2                         | e16: 0x8180 0x8f8e 0x9392 old                                     |
      | vloxei64.v | e64, m2 | 88              | e64: 0 -8 -24                         | e64: 0x9f9e9d9c9b9a9998 0x9796959493929190 0x8786858483828180 old |

  @rule:vreg_overlap_legal
  Scenario Outline: <insn> may load over its indexes, <how>
    Given vl = 3 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And <register> = <index>
    When the hart executes "<insn> v8, (a1), <register>"
    Then v8 = <result> [vreg_overlap_legal, vector_ls_indexed_op]
    And no trap is taken [vreg_overlap_legal]
    And nothing else changes but v8 and v9 and vs [vreg_overlap_legal]

    Examples:
      | insn       | type     | register | index       | result                                                        | how                              |
      | vluxei8.v  | e8, m1   | v8       | e8: 5 0 9   | e8: 0x85 0x80 0x89                                            | which are as wide                |
      | vluxei16.v | e16, m1  | v8       | e16: 4 0 8  | e16: 0x8584 0x8180 0x8988                                     | which are as wide                |
      | vloxei32.v | e32, m2  | v8       | e32: 4 0 8  | e32: 0x87868584 0x83828180 0x8b8a8988                         | which are as wide                |
      | vluxei16.v | e8, m1   | v8       | e16: 5 0 9  | e8: 0x85 0x80 0x89                                            | the low end of a wider group     |
      | vloxei32.v | e16, m1  | v8       | e32: 4 0 8  | e16: 0x8584 0x8180 0x8988                                     | the low end of a wider group     |
      | vluxei64.v | e16, mf2 | v8       | e64: 4 0 8  | e16: 0x8584 0x8180 0x8988                                     | the low end of a wider group     |
      | vluxei8.v  | e16, m2  | v9       | e8: 4 0 8   | e16: 0x8584 0x8180 0x8988                                     | the high end of a narrower group |
      | vloxei32.v | e64, m2  | v9       | e32: 8 0 16 | e64: 0x8f8e8d8c8b8a8988 0x8786858483828180 0x9796959493929190 | the high end of a narrower group |

  @rule:vector_ls_unit_stride_mask
  Scenario Outline: vlm.v with vl = <vl> under <type> loads <bytes> bytes
    Given vl = <vl> under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    When the hart executes "vlm.v <vd>, (a1)"
    Then <vd> = <result> [vector_ls_unit_stride_mask, vreg_mask_LMUL_indp, vreg_mask_vtype_indp]
    And no trap is taken [vector_ls_unit_stride_mask]
    And nothing else changes but <vd> and vs [vector_ls_unit_stride_mask]

    Examples:
      | vl | type    | bytes | vd  | result                     |
      | 1  | e8, m1  | 1     | v8  | e8: 0x80 old\|-1 old\|-1   |
      | 8  | e8, m1  | 1     | v8  | e8: 0x80 old\|-1 old\|-1   |
      | 9  | e8, m1  | 2     | v8  | e8: 0x80 0x81 old\|-1      |
      | 16 | e64, m8 | 2     | v9  | e8: 0x80 0x81 old\|-1      |
      | 9  | e64, m8 | 2     | v9  | e8: 0x80 0x81 old\|-1      |
      | 17 | e32, m8 | 3     | v31 | e8: 0x80 0x81 0x82 old\|-1 |
      | 3  | e8, mf4 | 1     | v0  | e8: 0x80 old\|-1           |
      | 2  | e64, m1 | 1     | v1  | e8: 0x80 old\|-1           |

  @rule:vector_ls_seg_wholereg_evl
  Scenario Outline: <insn> loads all of a register, whatever vl and vtype
    Given vl = <vl> under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    When the hart executes "<insn> v8, (a1)"
    Then v8 = e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 [vector_ls_seg_wholereg_evl, vector_ls_seg_wholereg_EEW, vector_ls_seg_wholereg_op, vector_wholels_nf_op, vector_ls_nf_op]
    And no trap is taken [vector_ls_seg_wholereg_evl]
    And nothing else changes but <registers> and vs [vector_ls_seg_wholereg_op, vector_wholels_nf_op]

    Examples:
      | insn      | vl | type     | registers                                                 |
      | vl1re8.v  | 0  | e8, m1   | v8                                                        |
      | vl1re16.v | 1  | e64, m1  | v8                                                        |
      | vl1re32.v | 0  | e16, mf4 | v8                                                        |
      | vl1re64.v | 3  | e8, m8   | v8                                                        |
      | vl2re8.v  | 0  | e8, m1   | v8 and v9                                                 |
      | vl2re16.v | 1  | e64, m1  | v8 and v9                                                 |
      | vl2re32.v | 0  | e16, mf4 | v8 and v9                                                 |
      | vl2re64.v | 3  | e8, m8   | v8 and v9                                                 |
      | vl4re8.v  | 0  | e8, m1   | v8 and v9 and v10 and v11                                 |
      | vl4re16.v | 1  | e64, m1  | v8 and v9 and v10 and v11                                 |
      | vl4re32.v | 0  | e16, mf4 | v8 and v9 and v10 and v11                                 |
      | vl4re64.v | 3  | e8, m8   | v8 and v9 and v10 and v11                                 |
      | vl8re8.v  | 0  | e8, m1   | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vl8re16.v | 1  | e64, m1  | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vl8re32.v | 0  | e16, mf4 | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vl8re64.v | 3  | e8, m8   | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |

  @rule:vector_ls_seg_wholereg_op_cont
  Scenario Outline: <insn> puts what is <last> registers behind the base into <reg>
    Given vl = 0 under e8, m1, tu, mu
    And a1 = test data
    When the hart executes
      """
      <insn> v8, (a1)
      csrr a2, vlenb
      <scale>
      add a2, a2, a1
      ld a3, 0(a2)
      vsetivli x0, 1, e64, m1, ta, ma
      vmv.x.s a4, <reg>
      """
    Then a4 = a3

    Examples:
      | insn      | last | scale                          | reg |
      | vl2re8.v  | 1    | slli a2, a2, 0                 | v9  |
      | vl2re64.v | 1    | slli a2, a2, 0                 | v9  |
      | vl4re16.v | 3    | slli a4, a2, 1; add a2, a2, a4 | v11 |
      | vl4re32.v | 2    | slli a2, a2, 1                 | v10 |
      | vl8re8.v  | 7    | slli a4, a2, 3; sub a2, a4, a2 | v15 |
      | vl8re64.v | 4    | slli a2, a2, 2                 | v12 |

  @rule:vstart_vl_dep
  Scenario Outline: <insn> with no element to load does nothing
    Given vl = 0 under e8, m1, ta, ma
    And a1 = test data + 64
    When the hart executes "<insn>"
    Then no trap is taken
    And nothing changes but vs

    Examples:
      | insn                    |
      | vle8.v v8, (a1)         |
      | vle64.v v8, (a1)        |
      | vle8ff.v v8, (a1)       |
      | vlm.v v8, (a1)          |
      | vlse8.v v8, (a1), x0    |
      | vluxei8.v v8, (a1), v16 |
      | vloxei8.v v8, (a1), v16 |
      | vlseg3e8.v v8, (a1)     |

  # An implementation may refuse a vstart that it would never leave: then everything stays as it is.
  @rule:vstart_vl_dep
  Scenario Outline: <insn> with vstart >= vl does not even touch an agnostic tail
    Given vl = 2 under e8, m1, ta, ma
    And a1 = test data + 64 and vstart = <vstart> and v0 = e8: 0xff
    When the hart executes "<insn>"
    Then vstart = 0 or <vstart> [vstart_update, vstart_unmodified]
    And v8 is unchanged [vstart_vl_dep]
    And nothing else changes but vs [vstart_vl_dep]

    Examples:
      | insn                    | vstart |
      | vle8.v v8, (a1)         | 2      |
      | vle8.v v8, (a1)         | 3      |
      | vle8.v v8, (a1), v0.t   | 5      |
      | vle32.v v8, (a1)        | 2      |
      | vlse8.v v8, (a1), x0    | 3      |
      | vluxei8.v v8, (a1), v16 | 2      |
      | vlseg2e8.v v8, (a1)     | 2      |
      | vlm.v v8, (a1)          | 1      |

  # Whole registers count vstart in elements of the width in their name. An implementation may refuse it.
  @rule:vector_ls_seg_wholereg_evl
  Scenario Outline: <insn> begins at element <vstart> though vl is 1
    Given vl = 1 under e8, m1, tu, mu
    And a1 = test data + 64 and vstart = <vstart> and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    When the hart executes "<insn> v8, (a1)"
    Then v8 = <result> [vector_ls_seg_wholereg_evl, vector_ls_seg_wholereg_EEW, vector_prestart_element]
    And vstart = 0 or <vstart> [vstart_update, vstart_unmodified]
    And nothing else changes but v8 and vs

    Examples:
      | insn      | vstart | result                                       |
      | vl1re8.v  | 14     | e8 from 12: old old old\|0x8e old\|0x8f      |
      | vl1re16.v | 6      | e16 from 4: old old old\|0x8d8c old\|0x8f8e  |
      | vl1re32.v | 2      | e32: old old old\|0x8b8a8988 old\|0x8f8e8d8c |
      | vl1re64.v | 1      | e64: old old\|0x8f8e8d8c8b8a8988             |

  @rule:vector_ls_program_order
  Scenario Outline: What "<store>" stores "<load>" loads
    Given vl = 2 under e32, m1, tu, mu
    And a1 = test data + 64 and a0 = 0x1122334455667788 and v16 = e32: 0x01020304 0x05060708 and v24 = e32: 4 0
    When the hart executes "<store>; <load>"
    Then <result>

    Examples:
      | store                     | load                     | result                          |
      | sd a0, 0(a1)              | vle32.v v8, (a1)         | v8 = e32: 0x55667788 0x11223344 |
      | vse32.v v16, (a1)         | ld a2, 0(a1)             | a2 = 0x0506070801020304         |
      | vse32.v v16, (a1)         | vle32.v v8, (a1)         | v8 = e32: 0x01020304 0x05060708 |
      | vse32.v v16, (a1)         | vluxei32.v v8, (a1), v24 | v8 = e32: 0x05060708 0x01020304 |
      | vsuxei32.v v16, (a1), v24 | vle32.v v8, (a1)         | v8 = e32: 0x05060708 0x01020304 |
      | vsoxei32.v v16, (a1), v24 | ld a2, 0(a1)             | a2 = 0x0102030405060708         |
      | vs1r.v v16, (a1)          | vle32.v v8, (a1)         | v8 = e32: 0x01020304 0x05060708 |
