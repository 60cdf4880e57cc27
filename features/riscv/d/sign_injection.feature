@ext:D
Feature: Sign injection in binary64
  The sign bit comes from rs2, everything else from rs1. Nothing is a number here: NaNs keep their payloads,
  signaling ones too, and no flag is set.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fsgnj.d  |
      | fsgnjn.d |
      | fsgnjx.d |

  Scenario Outline: <insn> of <a> with the sign of <b> gives <result>
    Given fcsr = 0x60 and fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fcsr = 0x60 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn     | a                  | b                  | result             | rule        |
      | fsgnj.d  | 0x3ff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x3ff0000000000000 | 0xc000000000000000 | 0xbff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0xbff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0xbff0000000000000 | 0x8000000000000000 | 0xbff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x0000000000000000 | 0x8000000000000000 | 0x8000000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0xfff0000000000000 | 0x0000000000000000 | 0x7ff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x7ff8000000000000 | 0x8000000000000000 | 0xfff8000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0xffffffffffffffff | 0x0000000000000000 | 0x7fffffffffffffff | fsgnj-d_op  |
      | fsgnj.d  | 0x7ff0000000000001 | 0xbff0000000000000 | 0xfff0000000000001 | fsgnj-d_op  |
      | fsgnj.d  | 0xfff0000000000001 | 0xfff0000000000001 | 0xfff0000000000001 | fsgnj-d_op  |
      | fsgnj.d  | 0x3ff0000000000000 | 0xffffffffffffffff | 0xbff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0xbff0000000000000 | 0x7ff8000000000000 | 0x3ff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x3ff0000000000000 | 0xfff0000000000001 | 0xbff0000000000000 | fsgnj-d_op  |
      | fsgnj.d  | 0x0000000000000001 | 0xfff0000000000000 | 0x8000000000000001 | fsgnj-d_op  |
      | fsgnjn.d | 0x3ff0000000000000 | 0x4000000000000000 | 0xbff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x3ff0000000000000 | 0xc000000000000000 | 0x3ff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0xbff0000000000000 | 0x4000000000000000 | 0xbff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0xbff0000000000000 | 0x8000000000000000 | 0x3ff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x0000000000000000 | 0x8000000000000000 | 0x0000000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x8000000000000000 | 0x8000000000000000 | 0x0000000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0xfff0000000000000 | 0x0000000000000000 | 0xfff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x7ff8000000000000 | 0x8000000000000000 | 0x7ff8000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0xffffffffffffffff | 0x0000000000000000 | 0xffffffffffffffff | fsgnjn-d_op |
      | fsgnjn.d | 0x7ff0000000000001 | 0xbff0000000000000 | 0x7ff0000000000001 | fsgnjn-d_op |
      | fsgnjn.d | 0xfff0000000000001 | 0xfff0000000000001 | 0x7ff0000000000001 | fsgnjn-d_op |
      | fsgnjn.d | 0x3ff0000000000000 | 0xffffffffffffffff | 0x3ff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0xbff0000000000000 | 0x7ff8000000000000 | 0xbff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0x3ff0000000000000 | fsgnjn-d_op |
      | fsgnjn.d | 0x0000000000000001 | 0xfff0000000000000 | 0x0000000000000001 | fsgnjn-d_op |
      | fsgnjx.d | 0x3ff0000000000000 | 0x4000000000000000 | 0x3ff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x3ff0000000000000 | 0xc000000000000000 | 0xbff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0xbff0000000000000 | 0x4000000000000000 | 0xbff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0xbff0000000000000 | 0x8000000000000000 | 0x3ff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x0000000000000000 | 0x8000000000000000 | 0x8000000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x8000000000000000 | 0x8000000000000000 | 0x0000000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0xfff0000000000000 | 0x0000000000000000 | 0xfff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x7ff8000000000000 | 0x8000000000000000 | 0xfff8000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0xffffffffffffffff | 0x0000000000000000 | 0xffffffffffffffff | fsgnjx-d_op |
      | fsgnjx.d | 0x7ff0000000000001 | 0xbff0000000000000 | 0xfff0000000000001 | fsgnjx-d_op |
      | fsgnjx.d | 0xfff0000000000001 | 0xfff0000000000001 | 0x7ff0000000000001 | fsgnjx-d_op |
      | fsgnjx.d | 0x3ff0000000000000 | 0xffffffffffffffff | 0xbff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0xbff0000000000000 | 0x7ff8000000000000 | 0xbff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0xbff0000000000000 | fsgnjx-d_op |
      | fsgnjx.d | 0x0000000000000001 | 0xfff0000000000000 | 0x8000000000000001 | fsgnjx-d_op |

  Scenario Outline: <pseudo> is <insn>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, fa0"
    Then fa2 = <result> [<rule>]

    Examples:
      | pseudo | insn     | a                  | result             | rule        |
      | fmv.d  | fsgnj.d  | 0xfff0000000000001 | 0xfff0000000000001 | fsgnj-d_op  |
      | fneg.d | fsgnjn.d | 0xfff0000000000001 | 0x7ff0000000000001 | fsgnjn-d_op |
      | fabs.d | fsgnjx.d | 0xfff0000000000001 | 0x7ff0000000000001 | fsgnjx-d_op |
      | fneg.d | fsgnjn.d | 0x0000000000000000 | 0x8000000000000000 | fsgnjn-d_op |
