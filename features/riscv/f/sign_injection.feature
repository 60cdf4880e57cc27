@ext:F
Feature: Sign injection in binary32
  The sign bit comes from rs2, everything else from rs1. Nothing is a number here: NaNs keep their payloads,
  signaling ones too, and no flag is set.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fsgnj.s  |
      | fsgnjn.s |
      | fsgnjx.s |

  Scenario Outline: <insn> of <a> with the sign of <b> gives <result>
    Given fcsr = 0x60 and fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fcsr = 0x60 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn     | a                  | b                  | result             | rule        |
      | fsgnj.s  | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff3f800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff3f800000 | 0xffffffffc0000000 | 0xffffffffbf800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffbf800000 | 0xffffffff40000000 | 0xffffffff3f800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffbf800000 | 0xffffffff80000000 | 0xffffffffbf800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff80000000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff80000000 | 0xffffffff80000000 | 0xffffffff80000000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffff800000 | 0xffffffff00000000 | 0xffffffff7f800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff7fc00000 | 0xffffffff80000000 | 0xffffffffffc00000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffffffffff | 0xffffffff00000000 | 0xffffffff7fffffff | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff7f800001 | 0xffffffffbf800000 | 0xffffffffff800001 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffff800001 | 0xffffffffff800001 | 0xffffffffff800001 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff3f800000 | 0xffffffffffffffff | 0xffffffffbf800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffffbf800000 | 0xffffffff7fc00000 | 0xffffffff3f800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffffbf800000 | fsgnj-s_op  |
      | fsgnj.s  | 0xffffffff00000001 | 0xffffffffff800000 | 0xffffffff80000001 | fsgnj-s_op  |
      | fsgnjn.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffffbf800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff3f800000 | 0xffffffffc0000000 | 0xffffffff3f800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffbf800000 | 0xffffffff40000000 | 0xffffffffbf800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffbf800000 | 0xffffffff80000000 | 0xffffffff3f800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff00000000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff80000000 | 0xffffffff80000000 | 0xffffffff00000000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffff800000 | 0xffffffff00000000 | 0xffffffffff800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff7fc00000 | 0xffffffff80000000 | 0xffffffff7fc00000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffffffffff | 0xffffffff00000000 | 0xffffffffffffffff | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff7f800001 | 0xffffffffbf800000 | 0xffffffff7f800001 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffff800001 | 0xffffffffff800001 | 0xffffffff7f800001 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff3f800000 | 0xffffffffffffffff | 0xffffffff3f800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffffbf800000 | 0xffffffff7fc00000 | 0xffffffffbf800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffff3f800000 | fsgnjn-s_op |
      | fsgnjn.s | 0xffffffff00000001 | 0xffffffffff800000 | 0xffffffff00000001 | fsgnjn-s_op |
      | fsgnjx.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0xffffffff3f800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff3f800000 | 0xffffffffc0000000 | 0xffffffffbf800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffbf800000 | 0xffffffff40000000 | 0xffffffffbf800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffbf800000 | 0xffffffff80000000 | 0xffffffff3f800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff00000000 | 0xffffffff80000000 | 0xffffffff80000000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff80000000 | 0xffffffff80000000 | 0xffffffff00000000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffff800000 | 0xffffffff00000000 | 0xffffffffff800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff7fc00000 | 0xffffffff80000000 | 0xffffffffffc00000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffffffffff | 0xffffffff00000000 | 0xffffffffffffffff | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff7f800001 | 0xffffffffbf800000 | 0xffffffffff800001 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffff800001 | 0xffffffffff800001 | 0xffffffff7f800001 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff3f800000 | 0xffffffffffffffff | 0xffffffffbf800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffffbf800000 | 0xffffffff7fc00000 | 0xffffffffbf800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0xffffffffbf800000 | fsgnjx-s_op |
      | fsgnjx.s | 0xffffffff00000001 | 0xffffffffff800000 | 0xffffffff80000001 | fsgnjx-s_op |

  Scenario Outline: <pseudo> is <insn>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, fa0"
    Then fa2 = <result> [<rule>]

    Examples:
      | pseudo | insn     | a                  | result             | rule        |
      | fmv.s  | fsgnj.s  | 0xffffffffff800001 | 0xffffffffff800001 | fsgnj-s_op  |
      | fneg.s | fsgnjn.s | 0xffffffffff800001 | 0xffffffff7f800001 | fsgnjn-s_op |
      | fabs.s | fsgnjx.s | 0xffffffffff800001 | 0xffffffff7f800001 | fsgnjx-s_op |
      | fneg.s | fsgnjn.s | 0xffffffff00000000 | 0xffffffff80000000 | fsgnjn-s_op |
