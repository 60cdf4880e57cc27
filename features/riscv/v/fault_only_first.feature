@ext:V
Feature: Fault-only-first loads
  They are for loops that find out only from the data where to end: a fault of the first element is one, any
  other only shortens vl. They may shorten it without a fault too, but not to nothing.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn          |
      | vle8ff.v      |
      | vle16ff.v     |
      | vle32ff.v     |
      | vle64ff.v     |
      | vlsegNe8ff.v  |
      | vlsegNe16ff.v |
      | vlsegNe32ff.v |
      | vlsegNe64ff.v |

  Scenario Outline: A misaligned <insn> is done, or raises a misaligned exception
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vle16ff.v |
      | vle32ff.v |
      | vle64ff.v |

  @rule:vector_ff_no_exception
  Scenario Outline: <insn> loads <what> from one to all of its elements where no access faults
    Given vl = 3 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds <memory> and test data + 72 holds 0x8f8e8d8c8b8a8988
    When the hart executes "<insn> v8, (a1)"
    Then v8 = <result> [vector_ff_trigger, vector_ls_unit_stride_op, vector_ls_EEW]
    And vl = 1 or 2 or 3 [vector_ff_no_exception, vl_acc]
    And no trap is taken [vector_ff_trigger]
    And nothing else changes but <registers> and vs

    Examples:
      | insn          | what           | type    | memory             | result                          | registers         |
      | vle8ff.v      | zeros as       | e8, m1  | 0                  | e8: 0 ? ? old old               | v8                |
      | vle8ff.v      | bytes as       | e8, m1  | 0x8786858483828180 | e8: 0x80 ? ? old old            | v8                |
      | vle16ff.v     | halfwords as   | e16, m1 | 0x8786858483828180 | e16: 0x8180 ? ? old             | v8                |
      | vle16ff.v     | zeros as       | e16, m1 | 0                  | e16: 0 ? ? old                  | v8                |
      | vle32ff.v     | words as       | e32, m1 | 0x8786858483828180 | e32: 0x83828180 ? ? old         | v8                |
      | vle32ff.v     | zeros as       | e8, mf4 | 0                  | e32: 0 ? ? old                  | v8                |
      | vle64ff.v     | doublewords as | e64, m2 | 0x8786858483828180 | e64: 0x8786858483828180 ? ? old | v8 and v9         |
      | vlseg2e8ff.v  | segments as    | e8, m1  | 0x8786858483828180 | e8: 0x80 ? ? old old            | v8 and v9         |
      | vlseg3e16ff.v | segments as    | e16, m1 | 0x8786858483828180 | e16: 0x8180 ? ? old             | v8 and v9 and v10 |

  @rule:vector_ff_no_exception
  Scenario Outline: <insn> with vl = 1 does its one element
    Given vl = 1 under <type>, tu, mu
    And a1 = test data + 64 and test data + 64 holds <memory>
    When the hart executes "<insn> v8, (a1)"
    Then v8 = <result> and vl = 1
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | insn      | type    | memory             | result                      |
      | vle8ff.v  | e8, m1  | 0                  | e8: 0 old                   |
      | vle8ff.v  | e8, m1  | 0x8786858483828180 | e8: 0x80 old                |
      | vle16ff.v | e16, m1 | 0x8786858483828180 | e16: 0x8180 old             |
      | vle32ff.v | e32, m1 | 0                  | e32: 0 old                  |
      | vle64ff.v | e64, m1 | 0x8786858483828180 | e64: 0x8786858483828180 old |

  @rule:vector_ff_op
  Scenario Outline: A fault at element 0 of <insn> traps, and leaves vl
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = <vl> under <type>, tu, mu
    And a1 = test data + <base>
    When the hart executes "<insn> v8, (a1)"
    Then a load access fault exception is taken [vector_ff_op, vector_ff_trigger, <rule>]
    And vl = <vl> and vstart = 0 [vector_ff_op, <rule>]
    And nothing else changes but <registers> and vs

    Examples:
      | insn          | type    | vl | base | registers         | rule                            |
      | vle8ff.v      | e8, m1  | 4  | 64   | v8                | vector_ff_trigger               |
      | vle8ff.v      | e8, m1  | 1  | 127  | v8                | vector_ff_trigger               |
      | vle16ff.v     | e16, m1 | 4  | 126  | v8                | vector_ff_trigger               |
      | vle32ff.v     | e32, m1 | 3  | 96   | v8                | vector_ff_trigger               |
      | vle64ff.v     | e64, m1 | 2  | 64   | v8                | vector_ff_trigger               |
      | vlseg2e8ff.v  | e8, m1  | 3  | 64   | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e8ff.v  | e8, m1  | 3  | 63   | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg3e8ff.v  | e8, m1  | 3  | 62   | v8 and v9 and v10 | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e32ff.v | e32, m1 | 3  | 60   | v8 and v9         | vector_ls_seg_ff_unit_stride_op |

  @rule:vector_ff_op
  Scenario Outline: A fault at element <at> of <insn> only shortens vl
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = <vl> under <type>, tu, mu
    And a1 = test data + <base> and test data + 48 holds 0x8786858483828180 and test data + 56 holds 0x8f8e8d8c8b8a8988
    When the hart executes "<insn> v8, (a1)"
    Then no trap is taken [vector_ff_op, vector_ff_trigger, <rule>]
    And vl = <shorter> [vector_ff_op, <rule>]
    And v8 = <result> [vector_ff_op, <rule>]
    And nothing else changes but <registers> and vs

    Examples:
      | insn          | type    | vl | base | at | shorter     | result                    | registers         | rule                            |
      | vle8ff.v      | e8, m1  | 4  | 63   | 1  | 1           | e8: 0x8f ? ? ? old        | v8                | vl_acc                          |
      | vle8ff.v      | e8, m1  | 4  | 62   | 2  | 1 or 2      | e8: 0x8e ? ? ? old        | v8                | vl_acc                          |
      | vle8ff.v      | e8, m1  | 4  | 61   | 3  | 1 or 2 or 3 | e8: 0x8d ? ? ? old        | v8                | vl_acc                          |
      | vle16ff.v     | e16, m1 | 4  | 62   | 1  | 1           | e16: 0x8f8e ? ? ? old     | v8                | vl_acc                          |
      | vle16ff.v     | e16, m1 | 4  | 60   | 2  | 1 or 2      | e16: 0x8d8c ? ? ? old     | v8                | vl_acc                          |
      | vle32ff.v     | e32, m1 | 3  | 60   | 1  | 1           | e32: 0x8f8e8d8c ? ? old   | v8                | vl_acc                          |
      | vle32ff.v     | e8, mf4 | 3  | 56   | 2  | 1 or 2      | e32: 0x8b8a8988 ? ? old   | v8                | vl_acc                          |
      | vle64ff.v     | e64, m1 | 2  | 56   | 1  | 1           | e64: 0x8f8e8d8c8b8a8988 ? | v8                | vl_acc                          |
      | vlseg2e8ff.v  | e8, m1  | 4  | 62   | 1  | 1           | e8: 0x8e ? ? ? old        | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e8ff.v  | e8, m1  | 4  | 61   | 1  | 1           | e8: 0x8d ? ? ? old        | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg3e8ff.v  | e8, m1  | 4  | 56   | 2  | 1 or 2      | e8: 0x88 ? ? ? old        | v8 and v9 and v10 | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e16ff.v | e16, m1 | 4  | 60   | 1  | 1           | e16: 0x8d8c ? ? ? old     | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e32ff.v | e32, m1 | 3  | 56   | 1  | 1           | e32: 0x8b8a8988 ? ? old   | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e32ff.v | e32, m1 | 3  | 52   | 1  | 1           | e32: 0x87868584 ? ? old   | v8 and v9         | vector_ls_seg_ff_unit_stride_op |
      | vlseg2e64ff.v | e64, m1 | 2  | 48   | 1  | 1           | e64: 0x8786858483828180 ? | v8 and v9         | vector_ls_seg_ff_unit_stride_op |

  @rule:vector_masked_memory_access
  Scenario Outline: Of vle8ff.v with a mask of <mask> only active elements fault
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And vl = 4 under e8, m1, tu, mu
    And a1 = test data + <base> and v0 = e8: <mask>
    When the hart executes "vle8ff.v v8, (a1), v0.t"
    Then no trap is taken [vector_masked_memory_access, vector_inactive_element, vector_ff_trigger]
    And vl = <vl> [vector_ff_op, vector_ff_no_exception]
    And nothing else changes but v8 and vs

    Examples:
      | base | mask   | vl               |
      | 64   | 0b0000 | 1 or 2 or 3 or 4 |
      | 64   | 0b0010 | 1                |
      | 64   | 0b1100 | 1 or 2           |
      | 63   | 0b0001 | 1 or 2 or 3 or 4 |
      | 62   | 0b1011 | 1 or 2 or 3      |
      | 126  | 0b1100 | 1 or 2 or 3 or 4 |
