@ext:Zfh
Feature: Minimum and maximum number in binary16
  A number is preferred to a NaN, and -0 comes before +0. A signaling NaN is invalid even when a number is
  the result; a quiet one never is.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | fmin.h |
      | fmax.h |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<invalid>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn   | a                  | b                  | result             | flags | rule      | invalid   |
      | fmin.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffffc000 | 0xffffffffffffbc00 | 0xffffffffffffc000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff0001 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff8001 | 0xffffffffffff8400 | 0xffffffffffff8400 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff7c00 | 0xffffffffffff7bff | 0xffffffffffff7bff | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xfffffffffffffc00 | 0xfffffffffffffbff | 0xfffffffffffffc00 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.h | 0xffffffffffff0400 | 0xffffffffffff03ff | 0xffffffffffff03ff | 0x00  | fmin-s_op | fmin-s_op |
      | fmax.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff4000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffffc000 | 0xffffffffffffbc00 | 0xffffffffffffbc00 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff0001 | 0xffffffffffff0000 | 0xffffffffffff0001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff8001 | 0xffffffffffff8400 | 0xffffffffffff8001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff7c00 | 0xffffffffffff7bff | 0xffffffffffff7c00 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xfffffffffffffc00 | 0xfffffffffffffbff | 0xfffffffffffffbff | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.h | 0xffffffffffff0400 | 0xffffffffffff03ff | 0xffffffffffff0400 | 0x00  | fmax-s_op | fmax-s_op |

    Examples: zeros
      | insn   | a                  | b                  | result             | flags | rule                | invalid             |
      | fmin.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff8000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 0xffffffffffff8000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.h | 0xffffffffffff0000 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.h | 0xffffffffffff8000 | 0xffffffffffff8000 | 0xffffffffffff8000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmax.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff0000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.h | 0xffffffffffff0000 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.h | 0xffffffffffff8000 | 0xffffffffffff8000 | 0xffffffffffff8000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |

    Examples: one NaN
      | insn   | a                  | b                  | result             | flags | rule                 | invalid                 |
      | fmin.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xfffffffffffffe01 | 0xfffffffffffffc00 | 0xfffffffffffffc00 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7c00 | 0xffffffffffffffff | 0xffffffffffff7c00 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7e01 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7bff | 0xffffffffffff7e00 | 0xffffffffffff7bff | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xfffffffffffffe01 | 0xfffffffffffffc00 | 0xfffffffffffffc00 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7c00 | 0xffffffffffffffff | 0xffffffffffff7c00 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7e01 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7bff | 0xffffffffffff7e00 | 0xffffffffffff7bff | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |

    Examples: two NaNs
      | insn   | a                  | b                  | result             | flags | rule                  | invalid                 |
      | fmin.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7e01 | 0xffffffffffffffff | 0xffffffffffff7e00 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xfffffffffffffe01 | 0xfffffffffffffe00 | 0xffffffffffff7e00 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7fff | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7e01 | 0xffffffffffffffff | 0xffffffffffff7e00 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xfffffffffffffe01 | 0xfffffffffffffe00 | 0xffffffffffff7e00 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7fff | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |

    Examples: signaling NaNs
      | insn   | a                  | b                  | result             | flags | rule                    | invalid                 |
      | fmin.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffff3c00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7dff | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7e00 | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.h | 0xffffffffffff7c01 | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffff3c00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7dff | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7e00 | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.h | 0xffffffffffff7c01 | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
