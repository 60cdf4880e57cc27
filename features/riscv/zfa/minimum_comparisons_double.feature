@ext:Zfa @ext:D
Feature: Minimum, maximum and quiet comparisons in binary64
  fminm and fmaxm give the canonical NaN for any NaN; fleq and fltq are invalid for signaling NaNs only.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fminm.d |
      | fmaxm.d |
      | fleq.d  |
      | fltq.d  |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn    | a                  | b                  | result             | flags | rule       |
      | fminm.d | 0x3ff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0xbff0000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x0000000000000000 | 0x8000000000000000 | 0x8000000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x8000000000000000 | 0x0000000000000000 | 0x8000000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0xfff0000000000000 | 0xbff0000000000000 | 0xfff0000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x3ff0000000000000 | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0xfff8000000000000 | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fminm-d_op |
      | fminm.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  | fminm-d_op |
      | fminm.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0x7ff8000000000000 | 0x10  | fminm-d_op |
      | fminm.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x10  | fminm-d_op |
      | fminm.d | 0x7ff8000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  | fminm-d_op |
      | fmaxm.d | 0x3ff0000000000000 | 0x4000000000000000 | 0x4000000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x0000000000000000 | 0x8000000000000000 | 0x0000000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x8000000000000000 | 0x0000000000000000 | 0x0000000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x7ff0000000000000 | 0x3ff0000000000000 | 0x7ff0000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0xfff0000000000000 | 0xbff0000000000000 | 0xbff0000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x3ff0000000000000 | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0xfff8000000000000 | 0x7ff8000000000001 | 0x7ff8000000000000 | 0x00  | fmaxm-d_op |
      | fmaxm.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  | fmaxm-d_op |
      | fmaxm.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0x7ff8000000000000 | 0x10  | fmaxm-d_op |
      | fmaxm.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x7ff8000000000000 | 0x10  | fmaxm-d_op |
      | fmaxm.d | 0x7ff8000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x00  | fmaxm-d_op |

  Scenario Outline: <insn> compares <a> and <b>: <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | result | flags | rule      |
      | fleq.d | 0x3ff0000000000000 | 0x4000000000000000 | 1      | 0x00  | fleq-d_op |
      | fleq.d | 0x4000000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fleq-d_op |
      | fleq.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | fleq-d_op |
      | fleq.d | 0x0000000000000000 | 0x8000000000000000 | 1      | 0x00  | fleq-d_op |
      | fleq.d | 0xbff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | fleq-d_op |
      | fleq.d | 0x7ff0000000000000 | 0x7ff0000000000000 | 1      | 0x00  | fleq-d_op |
      | fleq.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fleq-d_op |
      | fleq.d | 0x3ff0000000000000 | 0xfff8000000000001 | 0      | 0x00  | fleq-d_op |
      | fleq.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0      | 0x00  | fleq-d_op |
      | fleq.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0      | 0x10  | fleq-d_op |
      | fleq.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0      | 0x10  | fleq-d_op |
      | fleq.d | 0x7ff8000000000000 | 0x7ff0000000000001 | 0      | 0x10  | fleq-d_op |
      | fltq.d | 0x3ff0000000000000 | 0x4000000000000000 | 1      | 0x00  | fltq-d_op |
      | fltq.d | 0x4000000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x0000000000000000 | 0x8000000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0xbff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | fltq-d_op |
      | fltq.d | 0x7ff0000000000000 | 0x7ff0000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x3ff0000000000000 | 0xfff8000000000001 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0      | 0x00  | fltq-d_op |
      | fltq.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0      | 0x10  | fltq-d_op |
      | fltq.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0      | 0x10  | fltq-d_op |
      | fltq.d | 0x7ff8000000000000 | 0x7ff0000000000001 | 0      | 0x10  | fltq-d_op |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn   |
      | fleq.d |
      | fltq.d |

  Scenario Outline: <insn> to x0 of <a> and <b> leaves x0 zero, and sets its flag
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> x0, fa0, fa1; addi a2, x0, 7"
    Then a2 = 7 [<rule>]
    And fflags = <flags> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | flags | rule      |
      | fleq.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x00  | fleq-d_op |
      | fleq.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0x10  | fleq-d_op |
      | fltq.d | 0x3ff0000000000000 | 0x7ff0000000000001 | 0x10  | fltq-d_op |
      | fltq.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0x00  | fltq-d_op |
