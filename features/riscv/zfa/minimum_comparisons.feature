@ext:Zfa
Feature: Minimum, maximum and quiet comparisons in binary32
  fminm and fmaxm give the canonical NaN for any NaN; fleq and fltq are invalid for signaling NaNs only.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fminm.s |
      | fmaxm.s |
      | fleq.s  |
      | fltq.s  |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn    | a                  | b                  | result             | flags | rule       |
      | fminm.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff3f800000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0xffffffffbf800000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff80000000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff80000000 | 0xffffffff00000000 | 0xffffffff80000000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffffff800000 | 0xffffffffbf800000 | 0xffffffffff800000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff3f800000 | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffffffc00000 | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fminm-s_op |
      | fminm.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0x10  | fminm-s_op |
      | fminm.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffff7fc00000 | 0x10  | fminm-s_op |
      | fminm.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x10  | fminm-s_op |
      | fminm.s | 0xffffffff7fc00000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | 0x00  | fminm-s_op |
      | fmaxm.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff40000000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff00000000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff80000000 | 0xffffffff00000000 | 0xffffffff00000000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff7f800000 | 0xffffffff3f800000 | 0xffffffff7f800000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffffff800000 | 0xffffffffbf800000 | 0xffffffffbf800000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff3f800000 | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffffffc00000 | 0xffffffff7fc00001 | 0xffffffff7fc00000 | 0x00  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0x10  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffff7fc00000 | 0x10  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0x10  | fmaxm-s_op |
      | fmaxm.s | 0xffffffff7fc00000 | 0xffffffff7f800000 | 0xffffffff7fc00000 | 0x00  | fmaxm-s_op |

  Scenario Outline: <insn> compares <a> and <b>: <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | result | flags | rule      |
      | fleq.s | 0xffffffff3f800000 | 0xffffffff40000000 | 1      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 1      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff00000000 | 0xffffffff80000000 | 1      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 1      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff7f800000 | 0xffffffff7f800000 | 1      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff3f800000 | 0xffffffffffc00001 | 0      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0      | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0      | 0x10  | fleq-s_op |
      | fleq.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0      | 0x10  | fleq-s_op |
      | fleq.s | 0xffffffff7fc00000 | 0xffffffff7f800001 | 0      | 0x10  | fleq-s_op |
      | fltq.s | 0xffffffff3f800000 | 0xffffffff40000000 | 1      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff00000000 | 0xffffffff80000000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 1      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff7f800000 | 0xffffffff7f800000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff3f800000 | 0xffffffffffc00001 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0      | 0x00  | fltq-s_op |
      | fltq.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0      | 0x10  | fltq-s_op |
      | fltq.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0      | 0x10  | fltq-s_op |
      | fltq.s | 0xffffffff7fc00000 | 0xffffffff7f800001 | 0      | 0x10  | fltq-s_op |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn   |
      | fleq.s |
      | fltq.s |

  Scenario Outline: <insn> to x0 of <a> and <b> leaves x0 zero, and sets its flag
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> x0, fa0, fa1; addi a2, x0, 7"
    Then a2 = 7 [<rule>]
    And fflags = <flags> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn   | a                  | b                  | flags | rule      |
      | fleq.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0x00  | fleq-s_op |
      | fleq.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0x10  | fleq-s_op |
      | fltq.s | 0xffffffff3f800000 | 0xffffffff7f800001 | 0x10  | fltq-s_op |
      | fltq.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0x00  | fltq-s_op |
