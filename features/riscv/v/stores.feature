@ext:V
Feature: Vector stores
  The mirror of vector loads: nothing but active elements reaches memory, and no vector register changes.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vse8.v     |
      | vse16.v    |
      | vse32.v    |
      | vse64.v    |
      | vsm.v      |
      | vsse8.v    |
      | vsse16.v   |
      | vsse32.v   |
      | vsse64.v   |
      | vsuxei8.v  |
      | vsuxei16.v |
      | vsuxei32.v |
      | vsuxei64.v |
      | vsoxei8.v  |
      | vsoxei16.v |
      | vsoxei32.v |
      | vsoxei64.v |
      | vs1r.v     |
      | vs2r.v     |
      | vs4r.v     |
      | vs8r.v     |

  Scenario Outline: A misaligned <insn> is done, or raises a misaligned exception
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vse16.v    |
      | vse32.v    |
      | vse64.v    |
      | vsse16.v   |
      | vsse32.v   |
      | vsse64.v   |
      | vsuxei8.v  |
      | vsuxei16.v |
      | vsuxei32.v |
      | vsuxei64.v |
      | vsoxei8.v  |
      | vsoxei16.v |
      | vsoxei32.v |
      | vsoxei64.v |

  # Byte i behind test data + 64 is 0x80 + i in the scenarios that follow.
  @rule:vector_ls_unit_stride_op
  Scenario Outline: <insn> under <type> stores elements of the width in its name
    Given vl = 3 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And v8 = <source>
    When the hart executes "<insn> v8, (a1)"
    Then test data + 64 holds <low> and test data + 72 holds <high> [vector_ls_unit_stride_op, vector_ls_strided_EEW, vector_ls_EEW, vector_ls_EMUL, vector_ls_base, vector_load_store_semantics, vl_op, vector_ls_ins_req]
    And no trap is taken [vector_ls_ins_req]
    And nothing else changes but vs and test data + 80 [vector_tail_element]

    Examples: EEW = SEW
      | insn    | type     | source                                         | low                | high               |
      | vse8.v  | e8, m1   | e8: 1 2 3 4                                    | 0x8786858483030201 | 0x8f8e8d8c8b8a8988 |
      | vse16.v | e16, m1  | e16: 0x1111 0x2222 0x3333 4                    | 0x8786333322221111 | 0x8f8e8d8c8b8a8988 |
      | vse32.v | e32, m1  | e32: 0x11111111 0x22222222 0x33333333 4        | 0x2222222211111111 | 0x8f8e8d8c33333333 |
      | vse64.v | e64, m2  | e64: 0x1111111111111111 0x2222222222222222 3 4 | 0x1111111111111111 | 0x2222222222222222 |
      | vse8.v  | e8, mf4  | e8: 1 2 3 4                                    | 0x8786858483030201 | 0x8f8e8d8c8b8a8988 |
      | vse16.v | e16, mf2 | e16: 0x1111 0x2222 0x3333 4                    | 0x8786333322221111 | 0x8f8e8d8c8b8a8988 |
      | vse32.v | e32, m8  | e32: 0x11111111 0x22222222 0x33333333 4        | 0x2222222211111111 | 0x8f8e8d8c33333333 |

    Examples: EEW other than SEW
      | insn    | type    | source                                         | low                | high               |
      | vse8.v  | e32, m1 | e8: 1 2 3 4                                    | 0x8786858483030201 | 0x8f8e8d8c8b8a8988 |
      | vse8.v  | e64, m2 | e8: 1 2 3 4                                    | 0x8786858483030201 | 0x8f8e8d8c8b8a8988 |
      | vse16.v | e8, m1  | e16: 0x1111 0x2222 0x3333 4                    | 0x8786333322221111 | 0x8f8e8d8c8b8a8988 |
      | vse16.v | e64, m4 | e16: 0x1111 0x2222 0x3333 4                    | 0x8786333322221111 | 0x8f8e8d8c8b8a8988 |
      | vse32.v | e8, mf4 | e32: 0x11111111 0x22222222 0x33333333 4        | 0x2222222211111111 | 0x8f8e8d8c33333333 |
      | vse64.v | e32, m1 | e64: 0x1111111111111111 0x2222222222222222 3 4 | 0x1111111111111111 | 0x2222222222222222 |

  @rule:vector_masked_memory_access
  Scenario Outline: "<insn>" with a mask of 0b101 stores elements 0 and 2 of three
    Given vl = 3 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And v0 = e8: 0xfd and v16 = e8: 0 4 8 and v8 = <source>
    When the hart executes "<insn>, v0.t"
    Then test data + 64 holds <low> and test data + 72 holds <high> [vector_masked_memory_access, vreg_vmask, vmask_op, vector_inactive_element, vreg_mask_sz]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                    | type    | source                         | low                | high               |
      | vse8.v v8, (a1)         | e8, m1  | e8: 1 2 3 4                    | 0x8786858483038101 | 0x8f8e8d8c8b8a8988 |
      | vse16.v v8, (a1)        | e16, m1 | e16: 0x1111 0x2222 0x3333 4    | 0x8786333383821111 | 0x8f8e8d8c8b8a8988 |
      | vse32.v v8, (a1)        | e32, m1 | e32: 0x11111111 2 0x33333333 4 | 0x8786858411111111 | 0x8f8e8d8c33333333 |
      | vse16.v v8, (a1)        | e32, m1 | e16: 0x1111 0x2222 0x3333 4    | 0x8786333383821111 | 0x8f8e8d8c8b8a8988 |
      | vsuxei8.v v8, (a1), v16 | e16, m1 | e16: 0x1111 0x2222 0x3333 4    | 0x8786858483821111 | 0x8f8e8d8c8b8a3333 |
      | vsoxei8.v v8, (a1), v16 | e16, m1 | e16: 0x1111 0x2222 0x3333 4    | 0x8786858483821111 | 0x8f8e8d8c8b8a3333 |

  @rule:vector_ls_constant_stride_op
  Scenario Outline: <insn> with a stride of <stride> from test data + <base>
    Given vl = 3 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And a1 = test data + <base> and a2 = <stride> and v8 = <source>
    When the hart executes "<insn> v8, (a1), a2"
    Then test data + 64 holds <low> and test data + 72 holds <high> [vector_ls_constant_stride_op, vector_ls_base_stride_regtype, vector_ls_strided_EEW, <rule>]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn     | type    | base | stride | source                                  | low                | high               | rule                 |
      | vsse8.v  | e8, m1  | 64   | 1      | e8: 1 2 3 4                             | 0x8786858483030201 | 0x8f8e8d8c8b8a8988 | vector_ls_EEW        |
      | vsse8.v  | e8, m1  | 64   | 3      | e8: 1 2 3 4                             | 0x8703858402828101 | 0x8f8e8d8c8b8a8988 | vector_ls_EEW        |
      | vsse8.v  | e8, m1  | 72   | -1     | e8: 1 2 3 4                             | 0x0203858483828180 | 0x8f8e8d8c8b8a8901 | vector_ls_neg_stride |
      | vsse16.v | e16, m1 | 64   | 6      | e16: 0x1111 0x2222 0x3333 4             | 0x2222858483821111 | 0x8f8e33338b8a8988 | vector_ls_EEW        |
      | vsse16.v | e16, m1 | 74   | -4     | e16: 0x1111 0x2222 0x3333 4             | 0x2222858433338180 | 0x8f8e8d8c11118988 | vector_ls_neg_stride |
      | vsse16.v | e8, m1  | 64   | 2      | e16: 0x1111 0x2222 0x3333 4             | 0x8786333322221111 | 0x8f8e8d8c8b8a8988 | vector_ls_EMUL       |
      | vsse32.v | e32, m1 | 72   | -4     | e32: 0x11111111 0x22222222 0x33333333 4 | 0x2222222233333333 | 0x8f8e8d8c11111111 | vector_ls_neg_stride |
      | vsse32.v | e64, m2 | 64   | 4      | e32: 0x11111111 0x22222222 0x33333333 4 | 0x2222222211111111 | 0x8f8e8d8c33333333 | vector_ls_EMUL       |

  @rule:vector_ls_zero_stride
  Scenario Outline: "<insn>" stores all to one place, where any of the elements may be in the end
    Given vl = 3 under e8, m1, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And a2 = 0 and v8 = e8: 1 2 3 4 and v16 = e8: 0 0 0
    When the hart executes "<insn>"
    Then test data + 64 holds byte 1 or 2 or 3
    And test data + 65 holds byte 0x81
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                    |
      | vsse8.v v8, (a1), a2    |
      | vsse8.v v8, (a1), x0    |
      | vsuxei8.v v8, (a1), v16 |

  @rule:vector_ls_stride_ordered_op @rule:vector_ls_indexed_ordered_RVWMO
  Scenario Outline: Of what <insn> stores to one place the last element stays
    Given vl = 4 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And v8 = <source> and v16 = <index>
    When the hart executes "<insn> v8, (a1), v16"
    Then test data + 64 holds <low>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn       | type    | source                           | index        | low                |
      | vsoxei8.v  | e8, m1  | e8: 1 2 3 4                      | e8: 0 0 0 0  | 0x8786858483828104 |
      | vsoxei8.v  | e8, m1  | e8: 1 2 3 4                      | e8: 0 1 0 1  | 0x8786858483820403 |
      | vsoxei16.v | e16, m1 | e16: 0x1111 0x2222 0x3333 0x4444 | e16: 4 4 4 2 | 0x8786333344448180 |
      | vsoxei32.v | e32, m1 | e32: 1 2 3 4                     | e32: 4 0 4 4 | 0x0000000400000002 |
      | vsoxei64.v | e64, m2 | e64: 1 2 3 4                     | e64: 0 0 0 0 | 4                  |

  @rule:vector_ls_indexed_op
  Scenario Outline: <insn> under <type> takes <index> as offsets in bytes, without sign, from test data + <base>
    Given vl = 3 under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And a1 = test data + <base> and v16 = <index> and v8 = <source>
    When the hart executes "<insn> v8, (a1), v16"
    Then test data + 64 holds <low> and test data + 72 holds <high> [vector_ls_indexed_op, vector_ls_indexed_EEW, vector_ls_bytewise, vector_ls_XLEN_dep, vector_ls_indexed_EMUL, vector_ls_base]
    And no trap is taken
    And nothing else changes but vs and test data + 192

    Examples: unordered
      | insn       | type    | base            | index                                 | source                                         | low                | high               |
      | vsuxei8.v  | e8, m1  | 64              | e8: 5 0 2                             | e8: 1 2 3 4                                    | 0x8786018483038102 | 0x8f8e8d8c8b8a8988 |
      | vsuxei8.v  | e8, m1  | -64             | e8: 0x88 0x80 0x8f                    | e8: 1 2 3 4                                    | 0x8786858483828102 | 0x038e8d8c8b8a8901 |
      | vsuxei8.v  | e16, m1 | 64              | e8: 6 0 10                            | e16: 0x1111 0x2222 0x3333 4                    | 0x1111858483822222 | 0x8f8e8d8c33338988 |
      | vsuxei8.v  | e32, m1 | -64             | e8: 0x84 0x8c 0x80                    | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |
      | vsuxei16.v | e8, m1  | 64              | e16: 5 0 15                           | e8: 1 2 3 4                                    | 0x8786018483828102 | 0x038e8d8c8b8a8988 |
      | vsuxei16.v | e16, m1 | 64 - 0x8000     | e16: 0x8006 0x8000 0x800a             | e16: 0x1111 0x2222 0x3333 4                    | 0x1111858483822222 | 0x8f8e8d8c33338988 |
      | vsuxei16.v | e64, m2 | 64 - 0xff00     | e16: 0xff08 0xff00 0xff80             | e64: 0x1111111111111111 0x2222222222222222 3 4 | 0x2222222222222222 | 0x1111111111111111 |
      | vsuxei32.v | e8, m1  | 64              | e32: 9 8 0                            | e8: 1 2 3 4                                    | 0x8786858483828103 | 0x8f8e8d8c8b8a0102 |
      | vsuxei32.v | e32, m1 | 64 - 0x80000000 | e32: 0x80000004 0x8000000c 0x80000000 | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |
      | vsuxei64.v | e8, m1  | 64              | e64: 9 8 0                            | e8: 1 2 3 4                                    | 0x8786858483828103 | 0x8f8e8d8c8b8a0102 |
      | vsuxei64.v | e32, m1 | 128             | e64: -60 -52 -64                      | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |

    Examples: ordered
      | insn       | type    | base            | index                                 | source                                         | low                | high               |
      | vsoxei8.v  | e8, m1  | 64              | e8: 5 0 2                             | e8: 1 2 3 4                                    | 0x8786018483038102 | 0x8f8e8d8c8b8a8988 |
      | vsoxei8.v  | e8, m1  | -64             | e8: 0x88 0x80 0x8f                    | e8: 1 2 3 4                                    | 0x8786858483828102 | 0x038e8d8c8b8a8901 |
      | vsoxei8.v  | e16, m1 | 64              | e8: 6 0 10                            | e16: 0x1111 0x2222 0x3333 4                    | 0x1111858483822222 | 0x8f8e8d8c33338988 |
      | vsoxei8.v  | e32, m1 | -64             | e8: 0x84 0x8c 0x80                    | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |
      | vsoxei16.v | e8, m1  | 64              | e16: 5 0 15                           | e8: 1 2 3 4                                    | 0x8786018483828102 | 0x038e8d8c8b8a8988 |
      | vsoxei16.v | e16, m1 | 64 - 0x8000     | e16: 0x8006 0x8000 0x800a             | e16: 0x1111 0x2222 0x3333 4                    | 0x1111858483822222 | 0x8f8e8d8c33338988 |
      | vsoxei16.v | e64, m2 | 64 - 0xff00     | e16: 0xff08 0xff00 0xff80             | e64: 0x1111111111111111 0x2222222222222222 3 4 | 0x2222222222222222 | 0x1111111111111111 |
      | vsoxei32.v | e8, m1  | 64              | e32: 9 8 0                            | e8: 1 2 3 4                                    | 0x8786858483828103 | 0x8f8e8d8c8b8a0102 |
      | vsoxei32.v | e32, m1 | 64 - 0x80000000 | e32: 0x80000004 0x8000000c 0x80000000 | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |
      | vsoxei64.v | e8, m1  | 64              | e64: 9 8 0                            | e8: 1 2 3 4                                    | 0x8786858483828103 | 0x8f8e8d8c8b8a0102 |
      | vsoxei64.v | e32, m1 | 128             | e64: -60 -52 -64                      | e32: 0x11111111 0x22222222 0x33333333 4        | 0x1111111133333333 | 0x222222228b8a8988 |

  @rule:vector_ls_unit_stride_mask
  Scenario Outline: vsm.v with vl = <vl> under <type> stores <bytes> whole bytes
    Given vl = <vl> under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And <vs3> = e8: 0x1a 0x2b 0x3c 0x4d
    When the hart executes "vsm.v <vs3>, (a1)"
    Then test data + 64 holds <low>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | vl | type    | bytes | vs3 | low                |
      | 0  | e8, m1  | 0     | v8  | 0x8786858483828180 |
      | 1  | e8, m1  | 1     | v8  | 0x878685848382811a |
      | 8  | e8, m1  | 1     | v8  | 0x878685848382811a |
      | 9  | e8, m1  | 2     | v8  | 0x8786858483822b1a |
      | 9  | e64, m8 | 2     | v9  | 0x8786858483822b1a |
      | 16 | e64, m8 | 2     | v31 | 0x8786858483822b1a |
      | 17 | e32, m8 | 3     | v0  | 0x87868584833c2b1a |
      | 2  | e64, m1 | 1     | v1  | 0x878685848382811a |
      | 2  | e8, mf8 | 1     | v3  | 0x878685848382811a |

  @rule:vector_ls_seg_wholereg_evl
  Scenario Outline: vs1r.v stores all of a register with vl = <vl> under <type>
    Given vl = <vl> under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And v9 = e64: 0x1122334455667788 0x99aabbccddeeff00
    When the hart executes "vs1r.v v9, (a1)"
    Then test data + 64 holds 0x1122334455667788 and test data + 72 holds 0x99aabbccddeeff00 [vector_ls_seg_wholereg_evl, vector_ls_seg_wholereg_op, vector_wholels_nf_op]
    And no trap is taken
    And vl = <vl> [vector_ls_seg_wholereg_evl]

    Examples:
      | vl | type     |
      | 0  | e8, m1   |
      | 1  | e64, m1  |
      | 2  | e16, mf4 |
      | 3  | e8, m8   |

  @rule:vector_ls_seg_wholereg_op_cont
  Scenario: vs2r.v puts the second register behind the first
    Given vl = 0 under e8, m1, ta, ma
    And a1 = test data and v8 = e64: 0x1122334455667788 and v9 = e64: 0x99aabbccddeeff00
    When the hart executes "vs2r.v v8, (a1); csrr a2, vlenb; add a2, a2, a1; ld a3, 0(a2)"
    Then test data + 0 holds 0x1122334455667788 and a3 = 0x99aabbccddeeff00 [vector_ls_seg_wholereg_op_cont, vector_ls_seg_wholereg_op, vector_wholels_nf_op]

  @rule:vector_ls_base
  Scenario Outline: "<insn>" takes its base from the register it names
    Given vl = 1 under e8, m1, ta, ma
    And test data + 64 holds 0 and v8 = e8: 0xa5 and v16 = e8: 0
    And x1 = test data + 64 and x2 = test data + 64 and x30 = test data + 64 and x31 = test data + 64
    When the hart executes "<insn>"
    Then test data + 64 holds 0xa5
    And nothing else changes but vs

    Examples:
      | insn                     |
      | vse8.v v8, (x1)          |
      | vse8.v v8, (x2)          |
      | vse8.v v8, (x31)         |
      | vsse8.v v8, (x30), x31   |
      | vsuxei8.v v8, (x31), v16 |
      | vsm.v v8, (x30)          |
