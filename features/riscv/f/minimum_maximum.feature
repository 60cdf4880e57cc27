@ext:F
Feature: Minimum and maximum number in binary32
  A number is preferred to a NaN, and -0 comes before +0. A signaling NaN is invalid even when a number is
  the result; a quiet one never is.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | fmin.s |
      | fmax.s |

  Scenario: A number rounded from an integer is what its register shows
    Given a0 = 0xffffffff and fa1 = 0xffffffff7fc00000
    When the hart executes "fcvt.s.wu fa0, a0, rtz; fmin.s fa2, fa0, fa1; fmax.s fa3, fa0, fa1"
    Then fa0 = 0xffffffff4f7fffff [fcvt-s-wu_op]
    And fa2 = 0xffffffff4f7fffff [fmin-s_op]
    And fa3 = 0xffffffff4f7fffff [fmax-s_op]
    And fflags = 0x01 [fcvt-s-wu_op]
    And no trap is taken

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<invalid>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn   | a                  | b                  | result             | flags | rule      | invalid   |
      | fmin.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff3f800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffffc0000000 | 0xffffffffbf800000 | 0xffffffffc0000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff00000001 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff80000001 | 0xffffffff80800000 | 0xffffffff80800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff7f800000 | 0xffffffff7f7fffff | 0xffffffff7f7fffff | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffffff800000 | 0xffffffffff7fffff | 0xffffffffff800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.s | 0xffffffff00800000 | 0xffffffff007fffff | 0xffffffff007fffff | 0x00  | fmin-s_op | fmin-s_op |
      | fmax.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff40000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0xffffffff40000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffffc0000000 | 0xffffffffbf800000 | 0xffffffffbf800000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff00000001 | 0xffffffff00000000 | 0xffffffff00000001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff80000001 | 0xffffffff80800000 | 0xffffffff80000001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff7f800000 | 0xffffffff7f7fffff | 0xffffffff7f800000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffffff800000 | 0xffffffffff7fffff | 0xffffffffff7fffff | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.s | 0xffffffff00800000 | 0xffffffff007fffff | 0xffffffff00800000 | 0x00  | fmax-s_op | fmax-s_op |

    Examples: zeros
      | insn   | a                  | b                  | result             | flags | rule                | invalid             |
      | fmin.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff80000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.s | 0xffffffff80000000 | 0xffffffff00000000 | 0xffffffff80000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.s | 0xffffffff00000000 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.s | 0xffffffff80000000 | 0xffffffff80000000 | 0xffffffff80000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmax.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff00000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.s | 0xffffffff80000000 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.s | 0xffffffff00000000 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.s | 0xffffffff80000000 | 0xffffffff80000000 | 0xffffffff80000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |

    Examples: one NaN
      | insn   | a                  | b                  | result             | flags | rule                 | invalid                 |
      | fmin.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffffffc00001 | 0xffffffffff800000 | 0xffffffffff800000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7f800000 | 0xffffffffffffffff | 0xffffffff7f800000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7fc00001 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7f7fffff | 0xffffffff7fc00000 | 0xffffffff7f7fffff | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffffffc00001 | 0xffffffffff800000 | 0xffffffffff800000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7f800000 | 0xffffffffffffffff | 0xffffffff7f800000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fc00001 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7f7fffff | 0xffffffff7fc00000 | 0xffffffff7f7fffff | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |

    Examples: two NaNs
      | insn   | a                  | b                  | result             | flags | rule                  | invalid                 |
      | fmin.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7fc00001 | 0xffffffffffffffff | 0xffffffff7fc00000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffffffc00001 | 0xffffffffffc00000 | 0xffffffff7fc00000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7fffffff | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fc00001 | 0xffffffffffffffff | 0xffffffff7fc00000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffffffc00001 | 0xffffffffffc00000 | 0xffffffff7fc00000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fffffff | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |

    Examples: signaling NaNs
      | insn   | a                  | b                  | result             | flags | rule                    | invalid                 |
      | fmin.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffff3f800000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7fbfffff | 0xffffffff7f800000 | 0xffffffff7f800000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7fc00000 | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.s | 0xffffffff7f800001 | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffff3f800000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fbfffff | 0xffffffff7f800000 | 0xffffffff7f800000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7fc00000 | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.s | 0xffffffff7f800001 | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
