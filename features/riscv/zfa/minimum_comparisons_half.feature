@ext:Zfa @ext:Zfh
Feature: Minimum, maximum and quiet comparisons in binary16
  fminm and fmaxm give the canonical NaN for any NaN; fleq and fltq are invalid for signaling NaNs only.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fminm.h |
      | fmaxm.h |
      | fleq.h  |
      | fltq.h  |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn    | a                  | b                  | result             | flags | rule       |
      | fminm.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0xffffffffffffbc00 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff8000 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 0xffffffffffff8000 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fminm-h_op |
      | fminm.h | 0xfffffffffffffc00 | 0xffffffffffffbc00 | 0xfffffffffffffc00 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff3c00 | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fminm-h_op |
      | fminm.h | 0xfffffffffffffe00 | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fminm-h_op |
      | fminm.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0x10  | fminm-h_op |
      | fminm.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffff7e00 | 0x10  | fminm-h_op |
      | fminm.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x10  | fminm-h_op |
      | fminm.h | 0xffffffffffff7e00 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | 0x00  | fminm-h_op |
      | fmaxm.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff4000 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff0000 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 0xffffffffffff0000 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff7c00 | 0xffffffffffff3c00 | 0xffffffffffff7c00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xfffffffffffffc00 | 0xffffffffffffbc00 | 0xffffffffffffbc00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff3c00 | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xfffffffffffffe00 | 0xffffffffffff7e01 | 0xffffffffffff7e00 | 0x00  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0x10  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffff7e00 | 0x10  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0x10  | fmaxm-h_op |
      | fmaxm.h | 0xffffffffffff7e00 | 0xffffffffffff7c00 | 0xffffffffffff7e00 | 0x00  | fmaxm-h_op |

  Scenario Outline: <insn> compares <a> and <b>: <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | result | flags | rule      |
      | fleq.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 1      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 1      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 1      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 1      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 1      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | 0      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0      | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0      | 0x10  | fleq-h_op |
      | fleq.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0      | 0x10  | fleq-h_op |
      | fleq.h | 0xffffffffffff7e00 | 0xffffffffffff7c01 | 0      | 0x10  | fleq-h_op |
      | fltq.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 1      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 1      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff3c00 | 0xfffffffffffffe01 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0      | 0x00  | fltq-h_op |
      | fltq.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0      | 0x10  | fltq-h_op |
      | fltq.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0      | 0x10  | fltq-h_op |
      | fltq.h | 0xffffffffffff7e00 | 0xffffffffffff7c01 | 0      | 0x10  | fltq-h_op |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn   |
      | fleq.h |
      | fltq.h |

  Scenario Outline: <insn> to x0 of <a> and <b> leaves x0 zero, and sets its flag
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> x0, fa0, fa1; addi a2, x0, 7"
    Then a2 = 7 [<rule>]
    And fflags = <flags> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | flags | rule      |
      | fleq.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0x00  | fleq-h_op |
      | fleq.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0x10  | fleq-h_op |
      | fltq.h | 0xffffffffffff3c00 | 0xffffffffffff7c01 | 0x10  | fltq-h_op |
      | fltq.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0x00  | fltq-h_op |
