@ext:V
Feature: Segment loads and stores
  A segment is a few fields side by side in memory: a pixel, a complex number. Field 0 of all segments goes to
  or comes from the first register group, field 1 the next, and so on.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn           |
      | vlsegNe8.v     |
      | vlsegNe16.v    |
      | vlsegNe32.v    |
      | vlsegNe64.v    |
      | vlssegNe8.v    |
      | vlssegNe16.v   |
      | vlssegNe32.v   |
      | vlssegNe64.v   |
      | vluxsegNei8.v  |
      | vluxsegNei16.v |
      | vluxsegNei32.v |
      | vluxsegNei64.v |
      | vloxsegNei8.v  |
      | vloxsegNei16.v |
      | vloxsegNei32.v |
      | vloxsegNei64.v |
      | vssegNe8.v     |
      | vssegNe16.v    |
      | vssegNe32.v    |
      | vssegNe64.v    |
      | vsssegNe8.v    |
      | vsssegNe16.v   |
      | vsssegNe32.v   |
      | vsssegNe64.v   |
      | vsuxsegNei8.v  |
      | vsuxsegNei16.v |
      | vsuxsegNei32.v |
      | vsuxsegNei64.v |
      | vsoxsegNei8.v  |
      | vsoxsegNei16.v |
      | vsoxsegNei32.v |
      | vsoxsegNei64.v |

  Scenario Outline: A misaligned <insn> is done, or raises a misaligned exception
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn           |
      | vlsegNe16.v    |
      | vlsegNe32.v    |
      | vlsegNe64.v    |
      | vssegNe16.v    |
      | vssegNe32.v    |
      | vssegNe64.v    |
      | vlssegNe16.v   |
      | vlssegNe32.v   |
      | vlssegNe64.v   |
      | vsssegNe16.v   |
      | vsssegNe32.v   |
      | vsssegNe64.v   |
      | vluxsegNei8.v  |
      | vluxsegNei16.v |
      | vluxsegNei32.v |
      | vluxsegNei64.v |
      | vloxsegNei8.v  |
      | vloxsegNei16.v |
      | vloxsegNei32.v |
      | vloxsegNei64.v |
      | vsuxsegNei8.v  |
      | vsuxsegNei16.v |
      | vsuxsegNei32.v |
      | vsuxsegNei64.v |
      | vsoxsegNei8.v  |
      | vsoxsegNei16.v |
      | vsoxsegNei32.v |
      | vsoxsegNei64.v |
      | vlsegNe16ff.v  |
      | vlsegNe32ff.v  |
      | vlsegNe64ff.v  |

  # Byte i behind test data + 64 is 0x80 + i in the scenarios that follow.
  @rule:vector_ls_seg_unit_stride_op
  Scenario Outline: <insn> under <type> splits <vl> segments into groups that begin at <r0>
    Given vl = <vl> under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    When the hart executes "<insn> <r0>, (a1)"
    Then <r0> = <first> [vector_ls_seg_unit_stride_op, vector_ls_seg_unit_stride_vd_vs3, vector_ls_seg_op, NFIELDS, vector_ls_nf_op]
    And <r1> = <second> [vector_ls_seg_unit_stride_op, vector_ls_seg_op, NFIELDS, vector_ls_nf_op]
    And <rn> = <last> [vector_ls_seg_unit_stride_op, vector_ls_seg_op, NFIELDS, vector_ls_nf_op]
    And no trap is taken [NFIELDS]
    And nothing else changes but <registers> and vs [NFIELDS, vector_ls_nf_op]

    Examples: fields of one register
      | insn        | type    | vl | r0 | first                                      | r1 | second                                     | rn  | last                                       | registers                                                 |
      | vlseg2e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x82 0x84 old                     | v9 | e8: 0x81 0x83 0x85 old                     | v9  | e8: 0x81 0x83 0x85 old                     | v8 and v9                                                 |
      | vlseg3e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x83 0x86 old                     | v9 | e8: 0x81 0x84 0x87 old                     | v10 | e8: 0x82 0x85 0x88 old                     | v8 and v9 and v10                                         |
      | vlseg4e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x84 0x88 old                     | v9 | e8: 0x81 0x85 0x89 old                     | v11 | e8: 0x83 0x87 0x8b old                     | v8 and v9 and v10 and v11                                 |
      | vlseg5e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x85 0x8a old                     | v9 | e8: 0x81 0x86 0x8b old                     | v12 | e8: 0x84 0x89 0x8e old                     | v8 and v9 and v10 and v11 and v12                         |
      | vlseg6e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x86 0x8c old                     | v9 | e8: 0x81 0x87 0x8d old                     | v13 | e8: 0x85 0x8b 0x91 old                     | v8 and v9 and v10 and v11 and v12 and v13                 |
      | vlseg7e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x87 0x8e old                     | v9 | e8: 0x81 0x88 0x8f old                     | v14 | e8: 0x86 0x8d 0x94 old                     | v8 and v9 and v10 and v11 and v12 and v13 and v14         |
      | vlseg8e8.v  | e8, m1  | 3  | v8 | e8: 0x80 0x88 0x90 old                     | v9 | e8: 0x81 0x89 0x91 old                     | v15 | e8: 0x87 0x8f 0x97 old                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vlseg2e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8584 old                     | v9 | e16: 0x8382 0x8786 old                     | v9  | e16: 0x8382 0x8786 old                     | v8 and v9                                                 |
      | vlseg3e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8786 old                     | v9 | e16: 0x8382 0x8988 old                     | v10 | e16: 0x8584 0x8b8a old                     | v8 and v9 and v10                                         |
      | vlseg4e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8988 old                     | v9 | e16: 0x8382 0x8b8a old                     | v11 | e16: 0x8786 0x8f8e old                     | v8 and v9 and v10 and v11                                 |
      | vlseg5e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8b8a old                     | v9 | e16: 0x8382 0x8d8c old                     | v12 | e16: 0x8988 0x9392 old                     | v8 and v9 and v10 and v11 and v12                         |
      | vlseg6e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8d8c old                     | v9 | e16: 0x8382 0x8f8e old                     | v13 | e16: 0x8b8a 0x9796 old                     | v8 and v9 and v10 and v11 and v12 and v13                 |
      | vlseg7e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x8f8e old                     | v9 | e16: 0x8382 0x9190 old                     | v14 | e16: 0x8d8c 0x9b9a old                     | v8 and v9 and v10 and v11 and v12 and v13 and v14         |
      | vlseg8e16.v | e16, m1 | 2  | v8 | e16: 0x8180 0x9190 old                     | v9 | e16: 0x8382 0x9392 old                     | v15 | e16: 0x8f8e 0x9f9e old                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vlseg2e32.v | e32, m1 | 2  | v8 | e32: 0x83828180 0x8b8a8988 old             | v9 | e32: 0x87868584 0x8f8e8d8c old             | v9  | e32: 0x87868584 0x8f8e8d8c old             | v8 and v9                                                 |
      | vlseg3e32.v | e32, m1 | 2  | v8 | e32: 0x83828180 0x8f8e8d8c old             | v9 | e32: 0x87868584 0x93929190 old             | v10 | e32: 0x8b8a8988 0x97969594 old             | v8 and v9 and v10                                         |
      | vlseg4e32.v | e32, m1 | 2  | v8 | e32: 0x83828180 0x93929190 old             | v9 | e32: 0x87868584 0x97969594 old             | v11 | e32: 0x8f8e8d8c 0x9f9e9d9c old             | v8 and v9 and v10 and v11                                 |
      | vlseg5e32.v | e32, m1 | 1  | v8 | e32: 0x83828180 old                        | v9 | e32: 0x87868584 old                        | v12 | e32: 0x93929190 old                        | v8 and v9 and v10 and v11 and v12                         |
      | vlseg6e32.v | e32, m1 | 1  | v8 | e32: 0x83828180 old                        | v9 | e32: 0x87868584 old                        | v13 | e32: 0x97969594 old                        | v8 and v9 and v10 and v11 and v12 and v13                 |
      | vlseg7e32.v | e32, m1 | 1  | v8 | e32: 0x83828180 old                        | v9 | e32: 0x87868584 old                        | v14 | e32: 0x9b9a9998 old                        | v8 and v9 and v10 and v11 and v12 and v13 and v14         |
      | vlseg8e32.v | e32, m1 | 1  | v8 | e32: 0x83828180 old                        | v9 | e32: 0x87868584 old                        | v15 | e32: 0x9f9e9d9c old                        | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vlseg2e64.v | e64, m1 | 2  | v8 | e64: 0x8786858483828180 0x9796959493929190 | v9 | e64: 0x8f8e8d8c8b8a8988 0x9f9e9d9c9b9a9998 | v9  | e64: 0x8f8e8d8c8b8a8988 0x9f9e9d9c9b9a9998 | v8 and v9                                                 |
      | vlseg3e64.v | e64, m1 | 1  | v8 | e64: 0x8786858483828180 old                | v9 | e64: 0x8f8e8d8c8b8a8988 old                | v10 | e64: 0x9796959493929190 old                | v8 and v9 and v10                                         |
      | vlseg4e64.v | e64, m1 | 1  | v8 | e64: 0x8786858483828180 old                | v9 | e64: 0x8f8e8d8c8b8a8988 old                | v11 | e64: 0x9f9e9d9c9b9a9998 old                | v8 and v9 and v10 and v11                                 |

    Examples: fields of other groups
      | insn        | type    | vl | r0  | first                                      | r1  | second                                     | rn  | last                                       | registers                                                   |
      | vlseg3e8.v  | e8, m2  | 3  | v10 | e8: 0x80 0x83 0x86                         | v12 | e8: 0x81 0x84 0x87                         | v14 | e8: 0x82 0x85 0x88                         | v10 and v11 and v12 and v13 and v14 and v15                 |
      | vlseg4e16.v | e16, m2 | 3  | v8  | e16: 0x8180 0x8988 0x9190                  | v10 | e16: 0x8382 0x8b8a 0x9392                  | v14 | e16: 0x8786 0x8f8e 0x9796                  | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15   |
      | vlseg2e8.v  | e8, m4  | 3  | v4  | e8: 0x80 0x82 0x84                         | v8  | e8: 0x81 0x83 0x85                         | v8  | e8: 0x81 0x83 0x85                         | v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11       |
      | vlseg2e32.v | e16, m1 | 3  | v10 | e32: 0x83828180 0x8b8a8988 0x93929190      | v12 | e32: 0x87868584 0x8f8e8d8c 0x97969594      | v12 | e32: 0x87868584 0x8f8e8d8c 0x97969594      | v10 and v11 and v12 and v13                                 |
      | vlseg2e16.v | e8, m2  | 3  | v20 | e16: 0x8180 0x8584 0x8988                  | v24 | e16: 0x8382 0x8786 0x8b8a                  | v24 | e16: 0x8382 0x8786 0x8b8a                  | v20 and v21 and v22 and v23 and v24 and v25 and v26 and v27 |
      | vlseg3e8.v  | e32, m1 | 3  | v9  | e8: 0x80 0x83 0x86                         | v10 | e8: 0x81 0x84 0x87                         | v11 | e8: 0x82 0x85 0x88                         | v9 and v10 and v11                                          |
      | vlseg3e16.v | e64, m2 | 2  | v29 | e16: 0x8180 0x8786                         | v30 | e16: 0x8382 0x8988                         | v31 | e16: 0x8584 0x8b8a                         | v29 and v30 and v31                                         |
      | vlseg8e8.v  | e8, m1  | 3  | v24 | e8: 0x80 0x88 0x90                         | v25 | e8: 0x81 0x89 0x91                         | v31 | e8: 0x87 0x8f 0x97                         | v24 and v25 and v26 and v27 and v28 and v29 and v30 and v31 |
      | vlseg7e8.v  | e8, m1  | 3  | v25 | e8: 0x80 0x87 0x8e                         | v26 | e8: 0x81 0x88 0x8f                         | v31 | e8: 0x86 0x8d 0x94                         | v25 and v26 and v27 and v28 and v29 and v30 and v31         |
      | vlseg2e64.v | e64, m1 | 2  | v30 | e64: 0x8786858483828180 0x9796959493929190 | v31 | e64: 0x8f8e8d8c8b8a8988 0x9f9e9d9c9b9a9998 | v31 | e64: 0x8f8e8d8c8b8a8988 0x9f9e9d9c9b9a9998 | v30 and v31                                                 |
      | vlseg5e8.v  | e16, m2 | 3  | v7  | e8: 0x80 0x85 0x8a                         | v8  | e8: 0x81 0x86 0x8b                         | v11 | e8: 0x84 0x89 0x8e                         | v7 and v8 and v9 and v10 and v11                            |
      | vlseg2e8.v  | e8, mf4 | 3  | v8  | e8: 0x80 0x82 0x84                         | v9  | e8: 0x81 0x83 0x85                         | v9  | e8: 0x81 0x83 0x85                         | v8 and v9                                                   |
      | vlseg2e32.v | e32, m4 | 3  | v24 | e32: 0x83828180 0x8b8a8988 0x93929190      | v28 | e32: 0x87868584 0x8f8e8d8c 0x97969594      | v28 | e32: 0x87868584 0x8f8e8d8c 0x97969594      | v24 and v25 and v26 and v27 and v28 and v29 and v30 and v31 |

  @rule:vector_ls_seg_op
  Scenario Outline: The mask of <insn> counts segments
    Given vl = 8 under <type>, tu, <ma>
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v0 = e8: 0b00101001
    When the hart executes "<insn> v8, (a1), v0.t"
    Then v8 = <even> [vector_ls_seg_op, vector_masked_inactive_behavior, vector_inactive_element]
    And v9 = <odd> [vector_ls_seg_op, vector_masked_inactive_behavior, vector_inactive_element]
    And no trap is taken
    And nothing else changes but v8 and v9 and vs

    Examples:
      | insn        | type    | ma | even                                                              | odd                                                               |
      | vlseg2e16.v | e16, m1 | mu | e16: 0x8180 old old 0x8d8c old 0x9594 old old                     | e16: 0x8382 old old 0x8f8e old 0x9796 old old                     |
      | vlseg2e16.v | e16, m1 | ma | e16: 0x8180 old\|-1 old\|-1 0x8d8c old\|-1 0x9594 old\|-1 old\|-1 | e16: 0x8382 old\|-1 old\|-1 0x8f8e old\|-1 0x9796 old\|-1 old\|-1 |
      | vlseg2e8.v  | e8, m1  | mu | e8: 0x80 old old 0x86 old 0x8a old old old                        | e8: 0x81 old old 0x87 old 0x8b old old old                        |

  @rule:vector_ls_seg_constant_stride_op
  Scenario Outline: <insn> with a stride of <stride> from test data + <base>
    Given vl = <vl> under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And a1 = test data + <base> and a2 = <stride>
    When the hart executes "<insn> v8, (a1), a2"
    Then v8 = <first> and <rn> = <last> [vector_ls_seg_constant_stride_op, vector_ls_seg_unit_stride_vd_vs3]
    And no trap is taken
    And nothing else changes but <registers> and vs

    Examples:
      | insn         | type    | vl | base | stride | first                                      | rn  | last                                       | registers                                                 |
      | vlsseg2e8.v  | e8, m1  | 3  | 64   | 4      | e8: 0x80 0x84 0x88                         | v9  | e8: 0x81 0x85 0x89                         | v8 and v9                                                 |
      | vlsseg2e8.v  | e8, m1  | 3  | 64   | 1      | e8: 0x80 0x81 0x82                         | v9  | e8: 0x81 0x82 0x83                         | v8 and v9                                                 |
      | vlsseg2e8.v  | e8, m1  | 3  | 74   | -3     | e8: 0x8a 0x87 0x84                         | v9  | e8: 0x8b 0x88 0x85                         | v8 and v9                                                 |
      | vlsseg3e8.v  | e8, m1  | 3  | 64   | 0      | e8: 0x80 0x80 0x80                         | v10 | e8: 0x82 0x82 0x82                         | v8 and v9 and v10                                         |
      | vlsseg8e8.v  | e8, m1  | 3  | 64   | 8      | e8: 0x80 0x88 0x90                         | v15 | e8: 0x87 0x8f 0x97                         | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 |
      | vlsseg2e16.v | e16, m1 | 3  | 64   | 8      | e16: 0x8180 0x8988 0x9190                  | v9  | e16: 0x8382 0x8b8a 0x9392                  | v8 and v9                                                 |
      | vlsseg3e16.v | e16, m1 | 3  | 84   | -6     | e16: 0x9594 0x8f8e 0x8988                  | v10 | e16: 0x9998 0x9392 0x8d8c                  | v8 and v9 and v10                                         |
      | vlsseg4e16.v | e16, m1 | 2  | 64   | 12     | e16: 0x8180 0x8d8c                         | v11 | e16: 0x8786 0x9392                         | v8 and v9 and v10 and v11                                 |
      | vlsseg2e32.v | e32, m1 | 3  | 64   | 12     | e32: 0x83828180 0x8f8e8d8c 0x9b9a9998      | v9  | e32: 0x87868584 0x93929190 0x9f9e9d9c      | v8 and v9                                                 |
      | vlsseg2e32.v | e32, m1 | 3  | 80   | -8     | e32: 0x93929190 0x8b8a8988 0x83828180      | v9  | e32: 0x97969594 0x8f8e8d8c 0x87868584      | v8 and v9                                                 |
      | vlsseg2e64.v | e64, m1 | 2  | 64   | 16     | e64: 0x8786858483828180 0x9796959493929190 | v9  | e64: 0x8f8e8d8c8b8a8988 0x9f9e9d9c9b9a9998 | v8 and v9                                                 |
      | vlsseg2e64.v | e64, m1 | 2  | 80   | -16    | e64: 0x9796959493929190 0x8786858483828180 | v9  | e64: 0x9f9e9d9c9b9a9998 0x8f8e8d8c8b8a8988 | v8 and v9                                                 |
      | vlsseg2e32.v | e16, m1 | 3  | 64   | 8      | e32: 0x83828180 0x8b8a8988 0x93929190      | v10 | e32: 0x87868584 0x8f8e8d8c 0x97969594      | v8 and v9 and v10 and v11                                 |
      | vlsseg3e8.v  | e32, m1 | 3  | 64   | 5      | e8: 0x80 0x85 0x8a                         | v10 | e8: 0x82 0x87 0x8c                         | v8 and v9 and v10                                         |

  @rule:vector_ls_seg_indexed_op
  Scenario Outline: <insn> under <type> takes segments from the byte offsets <index>
    Given vl = 3 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v16 = <index>
    When the hart executes "<insn> v8, (a1), v16"
    Then v8 = <first> and <rn> = <last> [vector_ls_seg_indexed_op, vector_ls_seg_indexed_EEW_op, vector_ls_seg_indexed_EMUL_op, <rule>]
    And no trap is taken [<rule>]
    And nothing else changes but <registers> and vs

    Examples:
      | insn           | type    | index        | first                                                         | rn  | last                                                          | registers                                                 | rule                                   |
      | vluxseg2ei8.v  | e8, m1  | e8: 6 0 6    | e8: 0x86 0x80 0x86                                            | v9  | e8: 0x87 0x81 0x87                                            | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg3ei8.v  | e16, m1 | e8: 10 0 4   | e16: 0x8b8a 0x8180 0x8584                                     | v10 | e16: 0x8f8e 0x8584 0x8988                                     | v8 and v9 and v10                                         | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg2ei8.v  | e32, m1 | e8: 24 0 8   | e32: 0x9b9a9998 0x83828180 0x8b8a8988                         | v9  | e32: 0x9f9e9d9c 0x87868584 0x8f8e8d8c                         | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg2ei16.v | e8, m1  | e16: 9 1 4   | e8: 0x89 0x81 0x84                                            | v9  | e8: 0x8a 0x82 0x85                                            | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg4ei16.v | e16, m1 | e16: 8 0 16  | e16: 0x8988 0x8180 0x9190                                     | v11 | e16: 0x8f8e 0x8786 0x9796                                     | v8 and v9 and v10 and v11                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg2ei32.v | e16, m1 | e32: 12 0 28 | e16: 0x8d8c 0x8180 0x9d9c                                     | v9  | e16: 0x8f8e 0x8382 0x9f9e                                     | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg2ei32.v | e32, m1 | e32: 12 0 24 | e32: 0x8f8e8d8c 0x83828180 0x9b9a9998                         | v9  | e32: 0x93929190 0x87868584 0x9f9e9d9c                         | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg2ei64.v | e8, m1  | e64: 30 0 4  | e8: 0x9e 0x80 0x84                                            | v9  | e8: 0x9f 0x81 0x85                                            | v8 and v9                                                 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vluxseg8ei16.v | e8, m1  | e16: 16 0 8  | e8: 0x90 0x80 0x88                                            | v15 | e8: 0x97 0x87 0x8f                                            | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vluxseg4ei64.v | e8, m1  | e64: 3 0 11  | e8: 0x83 0x80 0x8b                                            | v11 | e8: 0x86 0x83 0x8e                                            | v8 and v9 and v10 and v11                                 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vluxseg2ei32.v | e64, m2 | e32: 16 0 8  | e64: 0x9796959493929190 0x8786858483828180 0x8f8e8d8c8b8a8988 | v10 | e64: 0x9f9e9d9c9b9a9998 0x8f8e8d8c8b8a8988 0x9796959493929190 | v8 and v9 and v10 and v11                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vluxseg4ei8.v  | e16, m2 | e8: 4 0 8    | e16: 0x8584 0x8180 0x8988                                     | v14 | e16: 0x8b8a 0x8786 0x8f8e                                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei8.v  | e8, m1  | e8: 6 0 6    | e8: 0x86 0x80 0x86                                            | v9  | e8: 0x87 0x81 0x87                                            | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg3ei8.v  | e16, m1 | e8: 10 0 4   | e16: 0x8b8a 0x8180 0x8584                                     | v10 | e16: 0x8f8e 0x8584 0x8988                                     | v8 and v9 and v10                                         | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei8.v  | e32, m1 | e8: 24 0 8   | e32: 0x9b9a9998 0x83828180 0x8b8a8988                         | v9  | e32: 0x9f9e9d9c 0x87868584 0x8f8e8d8c                         | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei16.v | e8, m1  | e16: 9 1 4   | e8: 0x89 0x81 0x84                                            | v9  | e8: 0x8a 0x82 0x85                                            | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg4ei16.v | e16, m1 | e16: 8 0 16  | e16: 0x8988 0x8180 0x9190                                     | v11 | e16: 0x8f8e 0x8786 0x9796                                     | v8 and v9 and v10 and v11                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei32.v | e16, m1 | e32: 12 0 28 | e16: 0x8d8c 0x8180 0x9d9c                                     | v9  | e16: 0x8f8e 0x8382 0x9f9e                                     | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei32.v | e32, m1 | e32: 12 0 24 | e32: 0x8f8e8d8c 0x83828180 0x9b9a9998                         | v9  | e32: 0x93929190 0x87868584 0x9f9e9d9c                         | v8 and v9                                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg2ei64.v | e8, m1  | e64: 30 0 4  | e8: 0x9e 0x80 0x84                                            | v9  | e8: 0x9f 0x81 0x85                                            | v8 and v9                                                 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vloxseg8ei16.v | e8, m1  | e16: 16 0 8  | e8: 0x90 0x80 0x88                                            | v15 | e8: 0x97 0x87 0x8f                                            | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vloxseg4ei64.v | e8, m1  | e64: 3 0 11  | e8: 0x83 0x80 0x8b                                            | v11 | e8: 0x86 0x83 0x8e                                            | v8 and v9 and v10 and v11                                 | vector_ls_seg_indexed_EMUL_NFIELDS_val |
      | vloxseg2ei32.v | e64, m2 | e32: 16 0 8  | e64: 0x9796959493929190 0x8786858483828180 0x8f8e8d8c8b8a8988 | v10 | e64: 0x9f9e9d9c9b9a9998 0x8f8e8d8c8b8a8988 0x9796959493929190 | v8 and v9 and v10 and v11                                 | vector_ls_seg_unit_stride_vd_vs3       |
      | vloxseg4ei8.v  | e16, m2 | e8: 4 0 8    | e16: 0x8584 0x8180 0x8988                                     | v14 | e16: 0x8b8a 0x8786 0x8f8e                                     | v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 | vector_ls_seg_unit_stride_vd_vs3       |

  @rule:vector_ls_seg_unit_stride_op
  Scenario Outline: "<insn>" under <type> joins <vl> segments
    Given vl = <vl> under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And <source>
    When the hart executes "<insn>"
    Then test data + 64 holds <m0> and test data + 72 holds <m1> and test data + 80 holds <m2> and test data + 88 holds <m3> [vector_ls_seg_unit_stride_op, vector_ls_seg_unit_stride_vd_vs3, vector_ls_seg_op, NFIELDS, vector_ls_nf_op]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn                 | type    | vl | source                                                                                                                                                                                                                            | m0                 | m1                 | m2                 | m3                 |
      | vsseg2e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23                                                                                                                                                                               | 0x8786231322122111 | 0x8f8e8d8c8b8a8988 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg3e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33                                                                                                                                                  | 0x2313322212312111 | 0x8f8e8d8c8b8a8933 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg4e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43                                                                                                                     | 0x4232221241312111 | 0x8f8e8d8c43332313 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg5e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 and v12 = e8: 0x51 0x52 0x53                                                                                        | 0x3222125141312111 | 0x8f53433323135242 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg6e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 and v12 = e8: 0x51 0x52 0x53 and v13 = e8: 0x61 0x62 0x63                                                           | 0x2212615141312111 | 0x4333231362524232 | 0x9796959493926353 | 0x9f9e9d9c9b9a9998 |
      | vsseg7e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 and v12 = e8: 0x51 0x52 0x53 and v13 = e8: 0x61 0x62 0x63 and v14 = e8: 0x71 0x72 0x73                              | 0x1271615141312111 | 0x2313726252423222 | 0x9796957363534333 | 0x9f9e9d9c9b9a9998 |
      | vsseg8e8.v v8, (a1)  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 and v12 = e8: 0x51 0x52 0x53 and v13 = e8: 0x61 0x62 0x63 and v14 = e8: 0x71 0x72 0x73 and v15 = e8: 0x81 0x82 0x83 | 0x8171615141312111 | 0x8272625242322212 | 0x8373635343332313 | 0x9f9e9d9c9b9a9998 |
      | vsseg2e16.v v8, (a1) | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323                                                                                                                                                                 | 0x2222121221211111 | 0x8f8e8d8c23231313 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg3e16.v v8, (a1) | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323 and v10 = e16: 0x3131 0x3232 0x3333                                                                                                                             | 0x1212313121211111 | 0x2323131332322222 | 0x9796959493923333 | 0x9f9e9d9c9b9a9998 |
      | vsseg2e32.v v8, (a1) | e32, m1 | 3  | v8 = e32: 0x11111111 0x12121212 0x13131313 and v9 = e32: 0x21212121 0x22222222 0x23232323                                                                                                                                         | 0x2121212111111111 | 0x2222222212121212 | 0x2323232313131313 | 0x9f9e9d9c9b9a9998 |
      | vsseg4e32.v v8, (a1) | e32, m1 | 2  | v8 = e32: 0x11111111 0x12121212 and v9 = e32: 0x21212121 0x22222222 and v10 = e32: 0x31313131 0x32323232 and v11 = e32: 0x41414141 0x42424242                                                                                     | 0x2121212111111111 | 0x4141414131313131 | 0x2222222212121212 | 0x4242424232323232 |
      | vsseg2e64.v v8, (a1) | e64, m1 | 2  | v8 = e64: 0x1111111111111111 0x1212121212121212 and v9 = e64: 0x2121212121212121 0x2222222222222222                                                                                                                               | 0x1111111111111111 | 0x2121212121212121 | 0x1212121212121212 | 0x2222222222222222 |
      | vsseg3e8.v v8, (a1)  | e8, m2  | 3  | v8 = e8: 0x11 0x12 0x13 and v10 = e8: 0x21 0x22 0x23 and v12 = e8: 0x31 0x32 0x33                                                                                                                                                 | 0x2313322212312111 | 0x8f8e8d8c8b8a8933 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | vsseg2e32.v v8, (a1) | e16, m1 | 3  | v8 = e32: 0x11111111 0x12121212 0x13131313 and v10 = e32: 0x21212121 0x22222222 0x23232323                                                                                                                                        | 0x2121212111111111 | 0x2222222212121212 | 0x2323232313131313 | 0x9f9e9d9c9b9a9998 |

  @rule:vector_ls_seg_constant_stride_op
  Scenario Outline: "<insn>" puts segments <stride> bytes apart
    Given vl = <vl> under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And a1 = test data + <base> and a2 = <stride> and <source>
    When the hart executes "<insn>"
    Then test data + 64 holds <m0> and test data + 72 holds <m1> and test data + 80 holds <m2> and test data + 88 holds <m3>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | base | stride | insn                      | type    | vl | source                                                                                                        | m0                 | m1                 | m2                 | m3                 |
      | 64   | 5      | vssseg2e8.v v8, (a1), a2  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23                                                           | 0x8722128483822111 | 0x8f8e8d8c23138988 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | 80   | -4     | vssseg3e8.v v8, (a1), a2  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33                              | 0x8786858483828180 | 0x8f3222128b332313 | 0x9796959493312111 | 0x9f9e9d9c9b9a9998 |
      | 64   | 12     | vssseg2e16.v v8, (a1), a2 | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323                                             | 0x8786858421211111 | 0x222212128b8a8988 | 0x9796959493929190 | 0x9f9e9d9c23231313 |
      | 72   | -8     | vssseg4e16.v v8, (a1), a2 | e16, m1 | 2  | v8 = e16: 0x1111 0x1212 and v9 = e16: 0x2121 0x2222 and v10 = e16: 0x3131 0x3232 and v11 = e16: 0x4141 0x4242 | 0x4242323222221212 | 0x4141313121211111 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | 80   | -8     | vssseg2e32.v v8, (a1), a2 | e32, m1 | 3  | v8 = e32: 0x11111111 0x12121212 0x13131313 and v9 = e32: 0x21212121 0x22222222 0x23232323                     | 0x2323232313131313 | 0x2222222212121212 | 0x2121212111111111 | 0x9f9e9d9c9b9a9998 |
      | 80   | -16    | vssseg2e64.v v8, (a1), a2 | e64, m1 | 2  | v8 = e64: 0x1111111111111111 0x1212121212121212 and v9 = e64: 0x2121212121212121 0x2222222222222222           | 0x1212121212121212 | 0x2222222222222222 | 0x1111111111111111 | 0x2121212121212121 |

  @rule:vector_ls_seg_indexed_op
  Scenario Outline: "<insn>" puts segments at the byte offsets <index>
    Given vl = <vl> under <type>, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v16 = <index>
    And <source>
    When the hart executes "<insn>"
    Then test data + 64 holds <m0> and test data + 72 holds <m1> and test data + 80 holds <m2> and test data + 88 holds <m3> [vector_ls_seg_indexed_op, vector_ls_seg_indexed_EEW_op, vector_ls_seg_indexed_EMUL_op]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | index       | insn                         | type    | vl | source                                                                                                        | m0                 | m1                 | m2                 | m3                 |
      | e8: 9 0 4   | vsuxseg2ei8.v v8, (a1), v16  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23                                                           | 0x8786231383822212 | 0x8f8e8d8c8b211188 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | e8: 12 0 6  | vsuxseg3ei8.v v8, (a1), v16  | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323 and v10 = e16: 0x3131 0x3232 0x3333         | 0x1313323222221212 | 0x2121111133332323 | 0x9796959493923131 | 0x9f9e9d9c9b9a9998 |
      | e16: 16 0 8 | vsuxseg2ei16.v v8, (a1), v16 | e32, m1 | 3  | v8 = e32: 0x11111111 0x12121212 0x13131313 and v9 = e32: 0x21212121 0x22222222 0x23232323                     | 0x2222222212121212 | 0x2323232313131313 | 0x2121212111111111 | 0x9f9e9d9c9b9a9998 |
      | e32: 28 0 5 | vsuxseg4ei32.v v8, (a1), v16 | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 | 0x3323138442322212 | 0x8f8e8d8c8b8a8943 | 0x9796959493929190 | 0x413121119b9a9998 |
      | e64: 20 0 8 | vsuxseg2ei64.v v8, (a1), v16 | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323                                             | 0x8786858422221212 | 0x8f8e8d8c23231313 | 0x2121111193929190 | 0x9f9e9d9c9b9a9998 |
      | e64: 7 0 12 | vsuxseg4ei64.v v8, (a1), v16 | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 | 0x1186858442322212 | 0x433323138b413121 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | e8: 9 0 4   | vsoxseg2ei8.v v8, (a1), v16  | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23                                                           | 0x8786231383822212 | 0x8f8e8d8c8b211188 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |
      | e8: 12 0 6  | vsoxseg3ei8.v v8, (a1), v16  | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323 and v10 = e16: 0x3131 0x3232 0x3333         | 0x1313323222221212 | 0x2121111133332323 | 0x9796959493923131 | 0x9f9e9d9c9b9a9998 |
      | e16: 16 0 8 | vsoxseg2ei16.v v8, (a1), v16 | e32, m1 | 3  | v8 = e32: 0x11111111 0x12121212 0x13131313 and v9 = e32: 0x21212121 0x22222222 0x23232323                     | 0x2222222212121212 | 0x2323232313131313 | 0x2121212111111111 | 0x9f9e9d9c9b9a9998 |
      | e32: 28 0 5 | vsoxseg4ei32.v v8, (a1), v16 | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 | 0x3323138442322212 | 0x8f8e8d8c8b8a8943 | 0x9796959493929190 | 0x413121119b9a9998 |
      | e64: 20 0 8 | vsoxseg2ei64.v v8, (a1), v16 | e16, m1 | 3  | v8 = e16: 0x1111 0x1212 0x1313 and v9 = e16: 0x2121 0x2222 0x2323                                             | 0x8786858422221212 | 0x8f8e8d8c23231313 | 0x2121111193929190 | 0x9f9e9d9c9b9a9998 |
      | e64: 7 0 12 | vsoxseg4ei64.v v8, (a1), v16 | e8, m1  | 3  | v8 = e8: 0x11 0x12 0x13 and v9 = e8: 0x21 0x22 0x23 and v10 = e8: 0x31 0x32 0x33 and v11 = e8: 0x41 0x42 0x43 | 0x1186858442322212 | 0x433323138b413121 | 0x9796959493929190 | 0x9f9e9d9c9b9a9998 |

  @rule:vector_ls_stride_ordered_op @rule:vector_ls_indexed_ordered_RVWMO
  Scenario: Of what an ordered indexed segment store puts in one place the last segment stays
    Given vl = 3 under e8, m1, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v8 = e8: 1 2 3 and v9 = e8: 0x11 0x12 0x13 and v16 = e8: 0 0 0
    When the hart executes "vsoxseg2ei8.v v8, (a1), v16"
    Then test data + 64 holds 0x8786858483821303
    And nothing else changes but vs

  @rule:vector_ls_seg_op @rule:vector_masked_memory_access
  Scenario: The mask of a segment store counts segments
    Given vl = 3 under e8, m1, ta, ma
    And a1 = test data + 64 and test data + 64 holds 0x8786858483828180 and test data + 72 holds 0x8f8e8d8c8b8a8988
    And test data + 80 holds 0x9796959493929190 and test data + 88 holds 0x9f9e9d9c9b9a9998
    And v0 = e8: 0b11111101 and v8 = e8: 1 2 3 4 and v9 = e8: 0x11 0x12 0x13 0x14
    When the hart executes "vsseg2e8.v v8, (a1), v0.t"
    Then test data + 64 holds 0x8786130383821101
    And nothing else changes but vs
