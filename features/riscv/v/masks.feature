@ext:V
Feature: Vector mask instructions
  Masks are combined, counted, searched and numbered, one bit for each element, in one register at any LMUL.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vmand.mm  |
      | vmnand.mm |
      | vmandn.mm |
      | vmxor.mm  |
      | vmor.mm   |
      | vmnor.mm  |
      | vmorn.mm  |
      | vmxnor.mm |
      | vcpop.m   |
      | vfirst.m  |
      | vmsbf.m   |
      | vmsif.m   |
      | vmsof.m   |
      | viota.m   |
      | vid.v     |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vcpop.m  |
      | vfirst.m |

  Scenario Outline: <insn>.mm combines two masks
    Given vl = 16 under e8, m1, ta, ma
    And v16 = e8: 0xac 0x0f and v24 = e8: 0x95 0x33 and v0 = e8: 0 0
    When the hart executes "<insn>.mm v8, v16, v24"
    Then v8 = e8: <result> [<insn>_op, vmask_maskreg, vmasklogical_unmasked]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs [<insn>_op, vmask_maskreg]

    Examples: vs2 is 0x0fac, vs1 is 0x3395; the mask in v0 does not matter
      | insn   | result    |
      | vmand  | 0x84 0x03 |
      | vmnand | 0x7b 0xfc |
      | vmandn | 0x28 0x0c |
      | vmxor  | 0x39 0x3c |
      | vmor   | 0xbd 0x3f |
      | vmnor  | 0x42 0xc0 |
      | vmorn  | 0xee 0xcf |
      | vmxnor | 0xc6 0xc3 |

  Scenario Outline: <insn>.mm may write its sources
    Given vl = 8 under e8, m1, ta, ma
    And v16 = e8: 0xac and v24 = e8: 0x95
    When the hart executes "<insn>.mm <vd>, v16, v24"
    Then <vd> = e8: <result> [vmask_vd_overlap_vs, <insn>_op]
    And no trap is taken [vmask_vd_overlap_vs]
    And nothing else changes but <vd> and vs [vmask_vd_overlap_vs]

    Examples: either source
      | insn   | vd  | result |
      | vmand  | v16 | 0x84   |
      | vmand  | v24 | 0x84   |
      | vmnand | v16 | 0x7b   |
      | vmnand | v24 | 0x7b   |
      | vmandn | v16 | 0x28   |
      | vmandn | v24 | 0x28   |
      | vmxor  | v16 | 0x39   |
      | vmxor  | v24 | 0x39   |
      | vmor   | v16 | 0xbd   |
      | vmor   | v24 | 0xbd   |
      | vmnor  | v16 | 0x42   |
      | vmnor  | v24 | 0x42   |
      | vmorn  | v16 | 0xee   |
      | vmorn  | v24 | 0xee   |
      | vmxnor | v16 | 0xc6   |
      | vmxnor | v24 | 0xc6   |

  Scenario Outline: <insn>.mm of a mask and itself gives <result>
    Given vl = 8 under e8, m1, ta, ma
    And v16 = e8: 0xac
    When the hart executes "<insn>.mm v16, v16, v16"
    Then v16 = e8: <result> [vmask_vd_overlap_vs, <insn>_op]
    And no trap is taken [<insn>_op]

    Examples: copies, complements, all and none
      | insn   | result |
      | vmand  | 0xac   |
      | vmnand | 0x53   |
      | vmandn | 0x00   |
      | vmxor  | 0x00   |
      | vmor   | 0xac   |
      | vmnor  | 0x53   |
      | vmorn  | 0xff   |
      | vmxnor | 0xff   |

  Scenario Outline: <insn>.mm begins at vstart, where it can
    Given vl = 8 under e8, m1, tu, mu
    And v16 = e8: 0xac and v24 = e8: 0x95 and v8 = e8: 0x55 and vstart = 4
    When the hart executes "<insn>.mm v8, v16, v24"
    Then every outcome is one the specification allows [vmask_vstart]

    Examples: elements 0 to 3 stay as they were
      | insn   |
      | vmand  |
      | vmnand |
      | vmandn |
      | vmxor  |
      | vmor   |
      | vmnor  |
      | vmorn  |
      | vmxnor |

  Scenario Outline: <insn>.mm up to vl = 5 may leave what it likes in the tail
    Given vl = 5 under e8, m1, tu, mu
    And v16 = e8: 0xac and v24 = e8: 0x95 and v8 = e8: 0x00
    When the hart executes "<insn>.mm v8, v16, v24"
    Then v8 = e8: <result> [vmasklogical_tail_agnostic, <insn>_op]
    And no trap is taken [vmasklogical_tail_agnostic]
    And nothing else changes but v8 and vs [vmasklogical_tail_agnostic]

    Examples: each tail bit is 0, as it was, or 1
      | insn   | result                                         |
      | vmand  | 0x04\|0x24\|0x44\|0x64\|0x84\|0xa4\|0xc4\|0xe4 |
      | vmnand | 0x1b\|0x3b\|0x5b\|0x7b\|0x9b\|0xbb\|0xdb\|0xfb |
      | vmandn | 0x08\|0x28\|0x48\|0x68\|0x88\|0xa8\|0xc8\|0xe8 |
      | vmxor  | 0x19\|0x39\|0x59\|0x79\|0x99\|0xb9\|0xd9\|0xf9 |
      | vmor   | 0x1d\|0x3d\|0x5d\|0x7d\|0x9d\|0xbd\|0xdd\|0xfd |
      | vmnor  | 0x02\|0x22\|0x42\|0x62\|0x82\|0xa2\|0xc2\|0xe2 |
      | vmorn  | 0x0e\|0x2e\|0x4e\|0x6e\|0x8e\|0xae\|0xce\|0xee |
      | vmxnor | 0x06\|0x26\|0x46\|0x66\|0x86\|0xa6\|0xc6\|0xe6 |

  Scenario Outline: Mask logic looks at one register under <type>
    Given vl = <vl> under <type>, ta, ma
    And v17 = e8: 0x8d and v25 = e8: 0x06
    When the hart executes "vmxor.mm v9, v17, v25"
    Then v9 = e8: <result> [instrgrp_vmask_disregard_vlmul, vmxor_op]
    And no trap is taken [instrgrp_vmask_disregard_vlmul]
    And nothing else changes but v9 and vs [instrgrp_vmask_disregard_vlmul]

    Examples: odd registers are single registers at every LMUL
      | type    | vl | result |
      | e8, m1  | 8  | 0x8b   |
      | e8, m2  | 8  | 0x8b   |
      | e16, m4 | 8  | 0x8b   |
      | e32, m8 | 8  | 0x8b   |
      | e64, m8 | 8  | 0x8b   |
      | e8, mf2 | 8  | 0x8b   |
      | e8, mf8 | 2  | ?      |

  Scenario Outline: <insn>.m of <a> under the mask <mask> gives <result>
    Given vl = <vl> under e8, m1, ta, ma
    And v17 = e8: <a> and v0 = e8: <mask> and a0 = 0x123
    When the hart executes "<insn>.m a0, v17, v0.t"
    Then a0 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs [<rules>]

    Examples: only active elements below vl count
      | insn   | vl | a    | mask | result | rules                          |
      | vcpop  | 8  | 0xb4 | 0xff | 4      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0xb4 | 0xff | 2      | vfirst_op                      |
      | vcpop  | 8  | 0xb4 | 0xf0 | 3      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0xb4 | 0xf0 | 4      | vfirst_op                      |
      | vcpop  | 8  | 0xb4 | 0x0b | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0xb4 | 0x0b | -1     | vfirst_op                      |
      | vcpop  | 8  | 0x00 | 0xff | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0x00 | 0xff | -1     | vfirst_op                      |
      | vcpop  | 5  | 0xe0 | 0xff | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 5  | 0xe0 | 0xff | -1     | vfirst_op                      |
      | vcpop  | 5  | 0xf0 | 0x1f | 1      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 5  | 0xf0 | 0x1f | 4      | vfirst_op                      |
      | vcpop  | 8  | 0x80 | 0x80 | 1      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0x80 | 0x80 | 7      | vfirst_op                      |
      | vcpop  | 1  | 0x01 | 0x01 | 1      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 1  | 0x01 | 0x01 | 0      | vfirst_op                      |
      | vcpop  | 1  | 0xfe | 0xff | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 1  | 0xfe | 0xff | -1     | vfirst_op                      |
      | vcpop  | 0  | 0xff | 0xff | 0      | vcpop_vl0                      |
      | vfirst | 0  | 0xff | 0xff | -1     | vfirst_vl0                     |

  Scenario Outline: <insn>.m of <a>, unmasked, gives <result>
    Given vl = <vl> under e8, m1, ta, ma
    And v17 = e8: <a> and v0 = e8: 0 and a0 = 0x123
    When the hart executes "<insn>.m a0, v17"
    Then a0 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs [<rules>]

    Examples: the elements below vl count
      | insn   | vl | a    | result | rules                          |
      | vcpop  | 8  | 0xb4 | 4      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0xb4 | 2      | vfirst_op                      |
      | vcpop  | 8  | 0x00 | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 8  | 0x00 | -1     | vfirst_op                      |
      | vcpop  | 5  | 0xe0 | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 5  | 0xe0 | -1     | vfirst_op                      |
      | vcpop  | 1  | 0xfe | 0      | vcpop_op, vcpop_vs_single_vreg |
      | vfirst | 1  | 0xfe | -1     | vfirst_op                      |
      | vcpop  | 0  | 0xff | 0      | vcpop_vl0                      |
      | vfirst | 0  | 0xff | -1     | vfirst_vl0                     |

  Scenario Outline: <insn>.m looks at one register under <type>
    Given vl = <vl> under <type>, ta, ma
    And v17 = e32: <a>
    When the hart executes "<insn>.m a0, v17"
    Then a0 = <result> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but vs [<insn>_op]

    Examples: whatever LMUL is
      | insn   | type     | vl | a                     | result |
      | vcpop  | e8, m8   | 33 | 0xf000000f 0x00000003 | 9      |
      | vfirst | e8, m8   | 40 | 0 0x00000080          | 39     |
      | vcpop  | e32, m8  | 32 | 0x80000001            | 2      |
      | vfirst | e32, m8  | 32 | 0x80000000            | 31     |
      | vcpop  | e16, mf4 | 2  | 0xffffffff            | 2      |
      | vfirst | e16, mf4 | 2  | 0xfffffffc            | -1     |

  Scenario Outline: <insn>.m of <a> gives <result>
    Given vl = 8 under e8, m1, ta, ma
    And v16 = e8: <a>
    When the hart executes "<insn>.m v8, v16"
    Then v8 = e8: <result> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs [<insn>_op]

    Examples: unmasked
      | insn  | a    | result |
      | vmsbf | 0x94 | 0x03   |
      | vmsif | 0x94 | 0x07   |
      | vmsof | 0x94 | 0x04   |
      | vmsbf | 0x01 | 0x00   |
      | vmsif | 0x01 | 0x01   |
      | vmsof | 0x01 | 0x01   |
      | vmsbf | 0x00 | 0xff   |
      | vmsif | 0x00 | 0xff   |
      | vmsof | 0x00 | 0x00   |
      | vmsbf | 0x80 | 0x7f   |
      | vmsif | 0x80 | 0xff   |
      | vmsof | 0x80 | 0x80   |
      | vmsbf | 0xff | 0x00   |
      | vmsif | 0xff | 0x01   |
      | vmsof | 0xff | 0x01   |

  Scenario Outline: <insn>.m of <a> under the mask <mask> marks <result>
    Given vl = 8 under e8, m1, ta, mu
    And v0 = e8: <mask> and v16 = e8: <a> and v8 = e8: 0x3c
    When the hart executes "<insn>.m v8, v16, v0.t"
    Then v8 = e8: <result> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs [<insn>_op]

    Examples: inactive elements stay as they were, 0x3c
      | insn  | a    | mask | result |
      | vmsbf | 0x94 | 0xc3 | 0x7f   |
      | vmsif | 0x94 | 0xc3 | 0xff   |
      | vmsof | 0x94 | 0xc3 | 0xbc   |
      | vmsbf | 0x9c | 0xf3 | 0x0f   |
      | vmsif | 0x9c | 0xf3 | 0x1f   |
      | vmsof | 0x9c | 0xf3 | 0x1c   |
      | vmsbf | 0x00 | 0x5a | 0x7e   |
      | vmsif | 0x00 | 0x5a | 0x7e   |
      | vmsof | 0x00 | 0x5a | 0x24   |
      | vmsbf | 0xff | 0xaa | 0x14   |
      | vmsif | 0xff | 0xaa | 0x16   |
      | vmsof | 0xff | 0xaa | 0x16   |

  Scenario Outline: <insn>.m up to vl = 5 may leave what it likes in the tail
    Given vl = 5 under e32, m2, tu, mu
    And v17 = e8: 0x08 and v9 = e8: 0x00
    When the hart executes "<insn>.m v9, v17"
    Then v9 = e8: <result> [<insn>_tail_agnostic]
    And no trap is taken [<insn>_tail_agnostic]
    And nothing else changes but v9 and vs [<insn>_tail_agnostic]

    Examples: each tail bit is 0, as it was, or 1
      | insn  | result                                         |
      | vmsbf | 0x07\|0x27\|0x47\|0x67\|0x87\|0xa7\|0xc7\|0xe7 |
      | vmsif | 0x0f\|0x2f\|0x4f\|0x6f\|0x8f\|0xaf\|0xcf\|0xef |
      | vmsof | 0x08\|0x28\|0x48\|0x68\|0x88\|0xa8\|0xc8\|0xe8 |

  Scenario Outline: <insn> with vstart = <vstart> is illegal
    Given vl = 4 under e8, m1, ta, ma
    And vstart = <vstart> and a0 = 0x123
    When the hart executes "<insn> <operands>"
    Then an illegal instruction exception is taken [<rule>]
    And <vd> is unchanged [<rule>]

    Examples: even where vstart is a legal index
      | insn     | operands | vd | vstart | rule                 |
      | vcpop.m  | a0, v16  | a0 | 1      | vcpop_vstart_n0_ill  |
      | vcpop.m  | a0, v16  | a0 | 3      | vcpop_vstart_n0_ill  |
      | vfirst.m | a0, v16  | a0 | 1      | vfirst_vstart_n0_ill |
      | vfirst.m | a0, v16  | a0 | 3      | vfirst_vstart_n0_ill |
      | vmsbf.m  | v8, v16  | v8 | 1      | vmsbf_vstart_n0_ill  |
      | vmsbf.m  | v8, v16  | v8 | 3      | vmsbf_vstart_n0_ill  |
      | vmsif.m  | v8, v16  | v8 | 1      | vmsif_vstart_n0_ill  |
      | vmsif.m  | v8, v16  | v8 | 3      | vmsif_vstart_n0_ill  |
      | vmsof.m  | v8, v16  | v8 | 1      | vmsof_vstart_n0_ill  |
      | vmsof.m  | v8, v16  | v8 | 3      | vmsof_vstart_n0_ill  |
      | viota.m  | v8, v16  | v8 | 1      | viota_vstart_n0_ill  |
      | viota.m  | v8, v16  | v8 | 3      | viota_vstart_n0_ill  |

  Scenario Outline: viota.m of <a> under the mask <mask> gives <result>
    Given vl = 8 under <sew>, m1, tu, mu
    And v0 = e8: <mask> and v16 = e8: <a>
    When the hart executes "viota.m v8, v16, v0.t"
    Then v8 = <sew>: <result> [viota_op]
    And no trap is taken [viota_op]
    And nothing else changes but v8 and vs [viota_op]

    Examples: only active elements are counted and written
      | sew | a    | mask | result                |
      | e8  | 0x95 | 0xff | 0 1 1 2 2 3 3 3       |
      | e8  | 0x95 | 0xcd | 0 old 1 2 old old 2 2 |
      | e8  | 0xff | 0xff | 0 1 2 3 4 5 6 7       |
      | e8  | 0x00 | 0xff | 0 0 0 0 0 0 0 0       |
      | e8  | 0x0f | 0xf8 | old old old 0 1 1 1 1 |
      | e16 | 0x95 | 0xff | 0 1 1 2 2 3 3 3       |
      | e16 | 0x95 | 0xcd | 0 old 1 2 old old 2 2 |
      | e16 | 0xff | 0xff | 0 1 2 3 4 5 6 7       |
      | e16 | 0x00 | 0xff | 0 0 0 0 0 0 0 0       |
      | e16 | 0x0f | 0xf8 | old old old 0 1 1 1 1 |

  Scenario Outline: viota.m of <a>, <sew> wide, gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v0 = e8: 0 and v16 = e8: <a>
    When the hart executes "viota.m v8, v16"
    Then v8 = <sew>: <result> [viota_op]
    And no trap is taken [viota_op]
    And nothing else changes but v8 and vs [viota_op]

    Examples: unmasked, and the tail as it was
      | sew | vl | a    | result                  |
      | e8  | 8  | 0x95 | 0 1 1 2 2 3 3 3 old old |
      | e16 | 7  | 0x2d | 0 1 1 2 3 3 4 old       |
      | e32 | 3  | 0x07 | 0 1 2 old               |
      | e64 | 2  | 0x03 | 0 1                     |
      | e64 | 1  | 0x03 | 0 old                   |
      | e8  | 0  | 0xff | old old old             |

  Scenario: viota.m may write a group beside its one source register
    Given vl = 8 under e32, m2, tu, mu
    And v17 = e8: 0x6b
    When the hart executes "viota.m v8, v17"
    Then v8 = e32: 0 1 2 2 3 3 4 5 [viota_op]
    And no trap is taken [viota_op]
    And nothing else changes but v8 and v9 and vs [viota_op]

  Scenario Outline: vid.v <sew> wide up to <vl> under the mask <mask> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v0 = e8: <mask>
    When the hart executes "vid.v v8<masked>"
    Then v8 = <sew>: <result> [vid_op]
    And no trap is taken [vid_op]
    And nothing else changes but v8 and vs [vid_op]

    Examples: the tail and inactive elements as they were
      | sew | vl | mask | masked | result                    |
      | e8  | 8  | 0x00 |        | 0 1 2 3 4 5 6 7 old old   |
      | e8  | 8  | 0xb2 | , v0.t | old 1 old old 4 5 old 7   |
      | e16 | 5  | 0x00 |        | 0 1 2 3 4 old old old     |
      | e32 | 4  | 0x09 | , v0.t | 0 old old 3               |
      | e64 | 2  | 0x00 |        | 0 1                       |
      | e64 | 1  | 0x00 |        | 0 old                     |
      | e8  | 0  | 0x00 |        | old old old               |

  Scenario: vid.v begins at vstart, where it can
    Given vl = 4 under e32, m1, tu, mu
    And vstart = 2
    When the hart executes "vid.v v8"
    Then every outcome is one the specification allows [vid_op]

  Scenario: vid.v leaves an agnostic tail as it was, or all ones
    Given vl = 3 under e16, m1, ta, ma
    When the hart executes "vid.v v8"
    Then v8 = e16: 0 1 2 old|-1 old|-1 old|-1 old|-1 old|-1 [vid_op]
    And no trap is taken [vid_op]
    And nothing else changes but v8 and vs [vid_op]
