@ext:D
Feature: Minimum and maximum number in binary64
  A number is preferred to a NaN, and -0 comes before +0. A signaling NaN is invalid even when a number is
  the result; a quiet one never is.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | fmin.d |
      | fmax.d |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<invalid>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn   | a                  | b                  | result             | flags | rule      | invalid   |
      | fmin.d | 0x3ff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x4000000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0xc000000000000000 | 0xbff0000000000000 | 0xc000000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x0000000000000001 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x8000000000000001 | 0x8010000000000000 | 0x8010000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x7ff0000000000000 | 0x7fefffffffffffff | 0x7fefffffffffffff | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0xfff0000000000000 | 0xffefffffffffffff | 0xfff0000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmin-s_op | fmin-s_op |
      | fmin.d | 0x0010000000000000 | 0x000fffffffffffff | 0x000fffffffffffff | 0x00  | fmin-s_op | fmin-s_op |
      | fmax.d | 0x3ff0000000000000 | 0x4000000000000000 | 0x4000000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x4000000000000000 | 0x3ff0000000000000 | 0x4000000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0xc000000000000000 | 0xbff0000000000000 | 0xbff0000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x0000000000000001 | 0x0000000000000000 | 0x0000000000000001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x8000000000000001 | 0x8010000000000000 | 0x8000000000000001 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x7ff0000000000000 | 0x7fefffffffffffff | 0x7ff0000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0xfff0000000000000 | 0xffefffffffffffff | 0xffefffffffffffff | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmax-s_op | fmax-s_op |
      | fmax.d | 0x0010000000000000 | 0x000fffffffffffff | 0x0010000000000000 | 0x00  | fmax-s_op | fmax-s_op |

    Examples: zeros
      | insn   | a                  | b                  | result             | flags | rule                | invalid             |
      | fmin.d | 0x0000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.d | 0x8000000000000000 | 0x0000000000000000 | 0x8000000000000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.d | 0x0000000000000000 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmin.d | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  | fmin-s_zero_compare | fmin-s_zero_compare |
      | fmax.d | 0x0000000000000000 | 0x8000000000000000 | 0x0000000000000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.d | 0x8000000000000000 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.d | 0x0000000000000000 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |
      | fmax.d | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  | fmax-s_zero_compare | fmax-s_zero_compare |

    Examples: one NaN
      | insn   | a                  | b                  | result             | flags | rule                 | invalid                 |
      | fmin.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0xfff8000000000001 | 0xfff0000000000000 | 0xfff0000000000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff0000000000000 | 0xffffffffffffffff | 0x7ff0000000000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff8000000000001 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7fefffffffffffff | 0x7ff8000000000000 | 0x7fefffffffffffff | 0x00  | fmin-s_one_nan_input | fmin-s_signaling_nan_nv |
      | fmax.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0xfff8000000000001 | 0xfff0000000000000 | 0xfff0000000000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff0000000000000 | 0xffffffffffffffff | 0x7ff0000000000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff8000000000001 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7fefffffffffffff | 0x7ff8000000000000 | 0x7fefffffffffffff | 0x00  | fmax-s_one_nan_input | fmax-s_signaling_nan_nv |

    Examples: two NaNs
      | insn   | a                  | b                  | result             | flags | rule                  | invalid                 |
      | fmin.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff8000000000001 | 0xffffffffffffffff | 0x7ff8000000000000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0xfff8000000000001 | 0xfff8000000000000 | 0x7ff8000000000000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7fffffffffffffff | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fmin-s_both_nan_input | fmin-s_signaling_nan_nv |
      | fmax.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff8000000000001 | 0xffffffffffffffff | 0x7ff8000000000000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0xfff8000000000001 | 0xfff8000000000000 | 0x7ff8000000000000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7fffffffffffffff | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fmax-s_both_nan_input | fmax-s_signaling_nan_nv |

    Examples: signaling NaNs
      | insn   | a                  | b                  | result             | flags | rule                    | invalid                 |
      | fmin.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0x3ff0000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff7ffffffffffff | 0x7ff0000000000000 | 0x7ff0000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff8000000000000 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmin.d | 0x7ff0000000000001 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  | fmin-s_signaling_nan_nv | fmin-s_signaling_nan_nv |
      | fmax.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0x3ff0000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff7ffffffffffff | 0x7ff0000000000000 | 0x7ff0000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff8000000000000 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
      | fmax.d | 0x7ff0000000000001 | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  | fmax-s_signaling_nan_nv | fmax-s_signaling_nan_nv |
