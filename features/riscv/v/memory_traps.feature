@ext:V
Feature: Traps in the middle of vector loads and stores
  An access that faults leaves its element's number in vstart. Elements before it are done; those of a load from
  it on may hold anything if they are active; the instruction goes on from there when it is executed again.

  @rule:vstart_op_V_trap
  Scenario Outline: "<insn>" from test data + <base> faults at element <at>, at test data + <address>
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = <vl> under <type>, tu, mu
    And a1 = test data + <base> and a2 = <stride> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    And v16 = <index>
    When the hart executes "<insn>"
    Then a load access fault exception is taken
    And vstart = <at> and vl = <vl>
    And tval = test data + <address> or 0 [mtval_vaddr_wr1]
    And v8 = <result>
    And nothing else changes but <registers> and vs

    Examples: unit-stride
      | insn             | type    | vl | base | stride | index | at | address | result                                           | registers |
      | vle8.v v8, (a1)  | e8, m1  | 5  | 64   | 0      | e8: 0 | 0  | 64      | e8: ? ? ? ? ? old old                            | v8        |
      | vle8.v v8, (a1)  | e8, m1  | 5  | 63   | 0      | e8: 0 | 1  | 64      | e8: 0x8f ? ? ? ? old old                         | v8        |
      | vle8.v v8, (a1)  | e8, m1  | 5  | 61   | 0      | e8: 0 | 3  | 64      | e8: 0x8d 0x8e 0x8f ? ? old old                   | v8        |
      | vle8.v v8, (a1)  | e8, m1  | 5  | 60   | 0      | e8: 0 | 4  | 64      | e8: 0x8c 0x8d 0x8e 0x8f ? old old                | v8        |
      | vle16.v v8, (a1) | e16, m1 | 5  | 64   | 0      | e8: 0 | 0  | 64      | e16: ? ? ? ? ? old old                           | v8        |
      | vle16.v v8, (a1) | e16, m1 | 5  | 60   | 0      | e8: 0 | 2  | 64      | e16: 0x8d8c 0x8f8e ? ? ? old                     | v8        |
      | vle16.v v8, (a1) | e8, m1  | 5  | 62   | 0      | e8: 0 | 1  | 64      | e16: 0x8f8e ? ? ? ? old                          | v8 and v9 |
      | vle32.v v8, (a1) | e32, m1 | 3  | 56   | 0      | e8: 0 | 2  | 64      | e32: 0x8b8a8988 0x8f8e8d8c ? old                 | v8        |
      | vle32.v v8, (a1) | e32, m1 | 4  | 52   | 0      | e8: 0 | 3  | 64      | e32: 0x87868584 0x8b8a8988 0x8f8e8d8c ?          | v8        |
      | vle64.v v8, (a1) | e64, m2 | 3  | 48   | 0      | e8: 0 | 2  | 64      | e64: 0x8786858483828180 0x8f8e8d8c8b8a8988 ? old | v8 and v9 |
      | vlm.v v8, (a1)   | e8, m2  | 32 | 62   | 0      | e8: 0 | 2  | 64      | e8: 0x8e 0x8f ? ? ?                              | v8        |

    Examples: constant stride
      | insn                  | type    | vl | base | stride | index | at | address | result                          | registers |
      | vlse8.v v8, (a1), a2  | e8, m1  | 4  | 48   | 8      | e8: 0 | 2  | 64      | e8: 0x80 0x88 ? ? old           | v8        |
      | vlse8.v v8, (a1), a2  | e8, m1  | 3  | 128  | -16    | e8: 0 | 1  | 112     | e8: ? ? ? old                   | v8        |
      | vlse8.v v8, (a1), a2  | e8, m1  | 3  | 80   | 0      | e8: 0 | 0  | 80      | e8: ? ? ? old                   | v8        |
      | vlse16.v v8, (a1), a2 | e16, m1 | 4  | 54   | 4      | e8: 0 | 3  | 66      | e16: 0x8786 0x8b8a 0x8f8e ? old | v8        |
      | vlse32.v v8, (a1), a2 | e32, m1 | 3  | 56   | 16     | e8: 0 | 1  | 72      | e32: 0x8b8a8988 ? ? old         | v8        |

    Examples: indexed, in order
      | insn                     | type    | vl | base | stride | index         | at | address | result                           | registers |
      | vloxei8.v v8, (a1), v16  | e8, m1  | 4  | 48   | 0      | e8: 3 0 40 1  | 2  | 88      | e8: 0x83 0x80 ? ? old            | v8        |
      | vloxei16.v v8, (a1), v16 | e16, m1 | 4  | 48   | 0      | e16: 16 0 2 4 | 0  | 64      | e16: ? ? ? ? old                 | v8        |
      | vloxei32.v v8, (a1), v16 | e32, m1 | 3  | 48   | 0      | e32: 12 0 16  | 2  | 64      | e32: 0x8f8e8d8c 0x83828180 ? old | v8        |
      | vloxei64.v v8, (a1), v16 | e8, m1  | 3  | 64   | 0      | e64: -1 -2 63 | 2  | 127     | e8: 0x8f 0x8e ? old              | v8        |
      | vluxei8.v v8, (a1), v16  | e8, m1  | 4  | 48   | 0      | e8: 3 0 40 1  | 2  | 88      | e8: 0x83 0x80 ? ? old            | v8        |
      | vluxei32.v v8, (a1), v16 | e32, m1 | 3  | 48   | 0      | e32: 12 0 16  | 2  | 64      | e32: 0x8f8e8d8c 0x83828180 ? old | v8        |

  @rule:vector_ls_seg_vstart_dep
  Scenario Outline: "<insn>" from test data + <base> faults in segment <at>
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = <vl> under <type>, tu, mu
    And a1 = test data + <base> and a2 = <stride> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    When the hart executes "<insn>"
    Then a load access fault exception is taken [vector_ls_seg_op]
    And vstart = <at> and vl = <vl> [vector_ls_seg_vstart_dep, vstart_op_V_trap]
    And v8 = <first> and v9 = <second> [vector_ls_seg_op]
    And nothing else changes but <registers> and vs

    Examples:
      | insn                      | type    | vl | base | stride | at | first                     | second                    | registers         |
      | vlseg2e8.v v8, (a1)       | e8, m1  | 3  | 60   | 0      | 2  | e8: 0x8c 0x8e ? old       | e8: 0x8d 0x8f ? old       | v8 and v9         |
      | vlseg2e8.v v8, (a1)       | e8, m1  | 3  | 61   | 0      | 1  | e8: 0x8d ? ? old          | e8: 0x8e ? ? old          | v8 and v9         |
      | vlseg2e8.v v8, (a1)       | e8, m1  | 3  | 63   | 0      | 0  | e8: ? ? ? old             | e8: ? ? ? old             | v8 and v9         |
      | vlseg3e16.v v8, (a1)      | e16, m1 | 3  | 52   | 0      | 2  | e16: 0x8584 0x8b8a ? old  | e16: 0x8786 0x8d8c ? old  | v8 and v9 and v10 |
      | vlseg2e32.v v8, (a1)      | e32, m1 | 3  | 56   | 0      | 1  | e32: 0x8b8a8988 ? ? old   | e32: 0x8f8e8d8c ? ? old   | v8 and v9         |
      | vlsseg2e16.v v8, (a1), a2 | e16, m1 | 3  | 48   | 8      | 2  | e16: 0x8180 0x8988 ? old  | e16: 0x8382 0x8b8a ? old  | v8 and v9         |
      | vlseg2e64.v v8, (a1)      | e64, m1 | 2  | 48   | 0      | 1  | e64: 0x8786858483828180 ? | e64: 0x8f8e8d8c8b8a8988 ? | v8 and v9         |
      | vlseg2e64.v v8, (a1)      | e64, m1 | 2  | 56   | 0      | 0  | e64: ? ?                  | e64: ? ?                  | v8 and v9         |

  @rule:vector_masked_memory_access
  Scenario Outline: With a mask of <mask> "<insn>" faults at element <at>
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = 5 under e8, m1, tu, mu
    And a1 = test data + 61 and v0 = e8: <mask> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    And v16 = e8: 0 1 2 3 4
    When the hart executes "<insn>, v0.t"
    Then a load access fault exception is taken
    And vstart = <at> [vstart_op_V_trap]
    And v8 = <result> [vector_masked_inactive_behavior]
    And nothing else changes but v8 and vs

    Examples:
      | insn                    | mask    | at | result                      |
      | vle8.v v8, (a1)         | 0b11111 | 3  | e8: 0x8d 0x8e 0x8f ? ? old  |
      | vle8.v v8, (a1)         | 0b10101 | 4  | e8: 0x8d old 0x8f old ? old |
      | vle8.v v8, (a1)         | 0b01010 | 3  | e8: old 0x8e old ? old old  |
      | vle8.v v8, (a1)         | 0b10000 | 4  | e8: old old old old ? old   |
      | vloxei8.v v8, (a1), v16 | 0b10101 | 4  | e8: 0x8d old 0x8f old ? old |

  @rule:vector_masked_memory_access
  Scenario Outline: "<insn>" with no active element where it may not go does not fault
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = 5 under e8, m1, tu, mu
    And a1 = test data + <base> and v0 = e8: <mask> and v16 = e8: 0 1 2 3 4
    When the hart executes "<insn>, v0.t"
    Then no trap is taken [vector_masked_memory_access, vector_inactive_element, vmask_op]
    And vstart = 0 and vl = 5
    And nothing else changes but v8 and v9 and vs and test data + 56

    Examples:
      | insn                    | base | mask       |
      | vle8.v v8, (a1)         | 64   | 0          |
      | vle8.v v8, (a1)         | 61   | 0b11100111 |
      | vle8.v v8, (a1)         | 64   | 0b11100000 |
      | vlse8.v v8, (a1), x0    | 64   | 0b11100000 |
      | vluxei8.v v8, (a1), v16 | 61   | 0b00000101 |
      | vlseg2e8.v v8, (a1)     | 60   | 0b00000011 |
      | vse8.v v8, (a1)         | 64   | 0          |
      | vse8.v v8, (a1)         | 61   | 0b11100111 |
      | vsse8.v v8, (a1), x0    | 64   | 0b11100000 |
      | vsoxei8.v v8, (a1), v16 | 61   | 0b00000101 |
      | vsseg2e8.v v8, (a1)     | 60   | 0b00000011 |

  @rule:vector_tail_element
  Scenario Outline: The tail of "<insn>" does not fault
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = <vl> under e8, m1, ta, ma
    And a1 = test data + <base> and v16 = e8: 0 1 2 3 4
    When the hart executes "<insn>"
    Then no trap is taken

    Examples:
      | insn                    | vl | base |
      | vle8.v v8, (a1)         | 3  | 61   |
      | vle8.v v8, (a1)         | 1  | 63   |
      | vle8.v v8, (a1)         | 0  | 64   |
      | vle8ff.v v8, (a1)       | 0  | 64   |
      | vlm.v v8, (a1)          | 8  | 63   |
      | vluxei8.v v8, (a1), v16 | 3  | 61   |
      | vlseg2e8.v v8, (a1)     | 2  | 60   |
      | vse8.v v8, (a1)         | 3  | 61   |
      | vse8.v v8, (a1)         | 0  | 64   |
      | vsm.v v8, (a1)          | 8  | 63   |
      | vsoxei8.v v8, (a1), v16 | 3  | 61   |

  @rule:vector_ls_seg_wholereg_EEW
  Scenario Outline: <insn> from 8 bytes before forbidden memory faults at element <at>
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = 1 under e8, m1, tu, mu
    And a1 = test data + 56 and test data + 56 holds 0x8f8e8d8c8b8a8988
    When the hart executes "<insn> v8, (a1)"
    Then a load access fault exception is taken
    And vstart = <at> [vector_ls_seg_wholereg_EEW, vstart_op_V_trap]
    And v8 = e64: 0x8f8e8d8c8b8a8988 ? [vector_ls_seg_wholereg_evl]
    And nothing else changes but v8 and v9 and vs

    Examples:
      | insn      | at |
      | vl1re8.v  | 8  |
      | vl1re16.v | 4  |
      | vl1re32.v | 2  |
      | vl1re64.v | 1  |
      | vl2re32.v | 2  |

  @rule:vstart_op_V_trap
  Scenario Outline: "<insn>" to test data + <base> faults at element <at>
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And vl = <vl> under <type>, ta, ma
    And a1 = test data + <base> and a2 = <stride> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    And v8 = <source> and v16 = <index>
    When the hart executes "<insn>"
    Then a store/AMO access fault exception is taken
    And vstart = <at> and vl = <vl>
    And tval = test data + <address> or 0 [mtval_vaddr_wr1]
    And test data + 56 holds <after> [<rule>]
    And nothing else changes but vs and test data + 128

    Examples:
      | insn                     | type    | vl | base | stride | source       | index       | at | address | after              | rule                               |
      | vse8.v v8, (a1)          | e8, m1  | 4  | 64   | 0      | e8: 1 2 3 4  | e8: 0       | 0  | 64      | 0x8f8e8d8c8b8a8988 | vector_ls_unit_stride_op           |
      | vse8.v v8, (a1)          | e8, m1  | 4  | 61   | 0      | e8: 1 2 3 4  | e8: 0       | 3  | 64      | 0x0302018c8b8a8988 | vector_ls_unit_stride_op           |
      | vse16.v v8, (a1)         | e16, m1 | 4  | 60   | 0      | e16: 1 2 3 4 | e8: 0       | 2  | 64      | 0x000200018b8a8988 | vector_ls_unit_stride_op           |
      | vse32.v v8, (a1)         | e32, m1 | 3  | 60   | 0      | e32: 1 2 3 4 | e8: 0       | 1  | 64      | 0x000000018b8a8988 | vector_ls_unit_stride_op           |
      | vse64.v v8, (a1)         | e64, m1 | 2  | 56   | 0      | e64: 1 2     | e8: 0       | 1  | 64      | 0x0000000000000001 | vector_ls_unit_stride_op           |
      | vsm.v v8, (a1)           | e8, m2  | 32 | 62   | 0      | e8: 1 2 3 4  | e8: 0       | 2  | 64      | 0x02018d8c8b8a8988 | vector_ls_unit_stride_mask         |
      | vsse8.v v8, (a1), a2     | e8, m1  | 3  | 56   | 4      | e8: 1 2 3 4  | e8: 0       | 2  | 64      | 0x8f8e8d028b8a8901 | vector_ls_constant_stride_op       |
      | vsse8.v v8, (a1), a2     | e8, m1  | 3  | 128  | -1     | e8: 1 2 3 4  | e8: 0       | 1  | 127     | 0x8f8e8d8c8b8a8988 | vector_ls_constant_stride_op       |
      | vsoxei8.v v8, (a1), v16  | e8, m1  | 3  | 56   | 0      | e8: 1 2 3 4  | e8: 3 0 8   | 2  | 64      | 0x8f8e8d8c018a8902 | vector_ls_indexed_op               |
      | vsoxei16.v v8, (a1), v16 | e16, m1 | 3  | 56   | 0      | e16: 1 2 3 4 | e16: 2 2 8  | 2  | 64      | 0x8f8e8d8c00028988 | vector_ls_stride_ordered_op        |
      | vsuxei8.v v8, (a1), v16  | e8, m1  | 3  | 56   | 0      | e8: 1 2 3 4  | e8: 3 0 8   | 2  | 64      | 0x8f8e8d8c018a8902 | vector_ls_stride_unordered_precise |
      | vsuxei32.v v8, (a1), v16 | e8, m1  | 3  | 56   | 0      | e8: 1 2 3 4  | e32: 7 1 15 | 2  | 71      | 0x018e8d8c8b8a0288 | vector_ls_stride_unordered_precise |

  @rule:vector_ls_seg_vstart_dep
  Scenario: A segment store leaves the number of the segment that faults
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And vl = 3 under e8, m1, ta, ma
    And a1 = test data + 60 and v8 = e8: 1 2 3 and v9 = e8: 0x11 0x12 0x13
    When the hart executes "vsseg2e8.v v8, (a1)"
    Then a store/AMO access fault exception is taken
    And vstart = 2
    And test data + 60 holds word 0x12021101
    And nothing else changes but vs

  @rule:vstart_op
  Scenario Outline: "<insn>" goes on from element <vstart>
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = 4 under <type>, tu, mu
    And a1 = test data + 48 and a2 = 4 and vstart = <vstart> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    And v16 = e8: 0 4 8 12 and v0 = e8: 0b1111
    When the hart executes "<insn>"
    Then v8 = <result> [vstart_op, vector_prestart_element]
    And vstart = 0 [vstart_update]
    And no trap is taken [vstart_op]
    And nothing else changes but v9 and vs

    Examples:
      | insn                    | type    | vstart | result                             |
      | vle8.v v8, (a1)         | e8, m1  | 1      | e8: old 0x81 0x82 0x83 old         |
      | vle8.v v8, (a1)         | e8, m1  | 3      | e8: old old old 0x83 old           |
      | vle8.v v8, (a1), v0.t   | e8, m1  | 2      | e8: old old 0x82 0x83 old          |
      | vle16.v v8, (a1)        | e16, m1 | 2      | e16: old old 0x8584 0x8786 old     |
      | vle32.v v8, (a1)        | e32, m1 | 2      | e32: old old 0x8b8a8988 0x8f8e8d8c |
      | vlse8.v v8, (a1), a2    | e8, m1  | 1      | e8: old 0x84 0x88 0x8c old         |
      | vloxei8.v v8, (a1), v16 | e8, m1  | 2      | e8: old old 0x88 0x8c old          |
      | vluxei8.v v8, (a1), v16 | e16, m1 | 3      | e16: old old old 0x8d8c old        |
      | vlseg2e8.v v8, (a1)     | e8, m1  | 1      | e8: old 0x82 0x84 0x86 old         |

  @rule:vstart_op
  Scenario Outline: "<insn>" goes on from element <vstart>, and stores nothing before it
    Given the hart runs in user mode
    And user mode may not read or write test data + 64 to test data + 127
    And vl = 4 under <type>, ta, ma
    And a1 = test data + 48 and a2 = 2 and vstart = <vstart> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    And v16 = e8: 0 4 2 6 and v8 = <source>
    When the hart executes "<insn>"
    Then test data + 48 holds <after> [vstart_op, vector_prestart_element]
    And vstart = 0 [vstart_update]
    And no trap is taken [vstart_op]
    And nothing else changes but vs

    Examples:
      | insn                    | type    | vstart | source       | after              |
      | vse8.v v8, (a1)         | e8, m1  | 1      | e8: 1 2 3 4  | 0x8786858404030280 |
      | vse8.v v8, (a1)         | e8, m1  | 3      | e8: 1 2 3 4  | 0x8786858404828180 |
      | vse16.v v8, (a1)        | e16, m1 | 2      | e16: 1 2 3 4 | 0x0004000383828180 |
      | vsse8.v v8, (a1), a2    | e8, m1  | 2      | e8: 1 2 3 4  | 0x8704850383828180 |
      | vsoxei8.v v8, (a1), v16 | e8, m1  | 1      | e8: 1 2 3 4  | 0x8704850283038180 |
      | vsuxei8.v v8, (a1), v16 | e8, m1  | 2      | e8: 1 2 3 4  | 0x8704858483038180 |
