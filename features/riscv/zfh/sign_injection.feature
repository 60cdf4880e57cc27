@ext:Zfh
Feature: Sign injection in binary16
  The sign bit comes from rs2, everything else from rs1. Nothing is a number here: NaNs keep their payloads,
  signaling ones too, and no flag is set.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fsgnj.h  |
      | fsgnjn.h |
      | fsgnjx.h |

  Scenario Outline: <insn> of <a> with the sign of <b> gives <result>
    Given fcsr = 0x60 and fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> fa2, fa0, fa1"
    Then fa2 = <result> [<rule>]
    And fcsr = 0x60 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn     | a                  | b                  | result             | rule        |
      | fsgnj.h  | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff3c00 | 0xffffffffffffc000 | 0xffffffffffffbc00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffffbc00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffffbc00 | 0xffffffffffff8000 | 0xffffffffffffbc00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff8000 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff8000 | 0xffffffffffff8000 | 0xffffffffffff8000 | fsgnj-h_op  |
      | fsgnj.h  | 0xfffffffffffffc00 | 0xffffffffffff0000 | 0xffffffffffff7c00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff7e00 | 0xffffffffffff8000 | 0xfffffffffffffe00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffffffff | 0xffffffffffff0000 | 0xffffffffffff7fff | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff7c01 | 0xffffffffffffbc00 | 0xfffffffffffffc01 | fsgnj-h_op  |
      | fsgnj.h  | 0xfffffffffffffc01 | 0xfffffffffffffc01 | 0xfffffffffffffc01 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff3c00 | 0xffffffffffffffff | 0xffffffffffffbc00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffffbc00 | 0xffffffffffff7e00 | 0xffffffffffff3c00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffffbc00 | fsgnj-h_op  |
      | fsgnj.h  | 0xffffffffffff0001 | 0xfffffffffffffc00 | 0xffffffffffff8001 | fsgnj-h_op  |
      | fsgnjn.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffffbc00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff3c00 | 0xffffffffffffc000 | 0xffffffffffff3c00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffffbc00 | 0xffffffffffff4000 | 0xffffffffffffbc00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffffbc00 | 0xffffffffffff8000 | 0xffffffffffff3c00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff0000 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff8000 | 0xffffffffffff8000 | 0xffffffffffff0000 | fsgnjn-h_op |
      | fsgnjn.h | 0xfffffffffffffc00 | 0xffffffffffff0000 | 0xfffffffffffffc00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff7e00 | 0xffffffffffff8000 | 0xffffffffffff7e00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffffffff | 0xffffffffffff0000 | 0xffffffffffffffff | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff7c01 | 0xffffffffffffbc00 | 0xffffffffffff7c01 | fsgnjn-h_op |
      | fsgnjn.h | 0xfffffffffffffc01 | 0xfffffffffffffc01 | 0xffffffffffff7c01 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff3c00 | 0xffffffffffffffff | 0xffffffffffff3c00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffffbc00 | 0xffffffffffff7e00 | 0xffffffffffffbc00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffff3c00 | fsgnjn-h_op |
      | fsgnjn.h | 0xffffffffffff0001 | 0xfffffffffffffc00 | 0xffffffffffff0001 | fsgnjn-h_op |
      | fsgnjx.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0xffffffffffff3c00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff3c00 | 0xffffffffffffc000 | 0xffffffffffffbc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffffbc00 | 0xffffffffffff4000 | 0xffffffffffffbc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffffbc00 | 0xffffffffffff8000 | 0xffffffffffff3c00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0xffffffffffff8000 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff8000 | 0xffffffffffff8000 | 0xffffffffffff0000 | fsgnjx-h_op |
      | fsgnjx.h | 0xfffffffffffffc00 | 0xffffffffffff0000 | 0xfffffffffffffc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff7e00 | 0xffffffffffff8000 | 0xfffffffffffffe00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffffffff | 0xffffffffffff0000 | 0xffffffffffffffff | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff7c01 | 0xffffffffffffbc00 | 0xfffffffffffffc01 | fsgnjx-h_op |
      | fsgnjx.h | 0xfffffffffffffc01 | 0xfffffffffffffc01 | 0xffffffffffff7c01 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff3c00 | 0xffffffffffffffff | 0xffffffffffffbc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffffbc00 | 0xffffffffffff7e00 | 0xffffffffffffbc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0xffffffffffffbc00 | fsgnjx-h_op |
      | fsgnjx.h | 0xffffffffffff0001 | 0xfffffffffffffc00 | 0xffffffffffff8001 | fsgnjx-h_op |

  Scenario Outline: <pseudo> is <insn>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, fa0"
    Then fa2 = <result> [<rule>]

    Examples:
      | pseudo | insn     | a                  | result             | rule        |
      | fmv.h  | fsgnj.h  | 0xfffffffffffffc01 | 0xfffffffffffffc01 | fsgnj-h_op  |
      | fneg.h | fsgnjn.h | 0xfffffffffffffc01 | 0xffffffffffff7c01 | fsgnjn-h_op |
      | fabs.h | fsgnjx.h | 0xfffffffffffffc01 | 0xffffffffffff7c01 | fsgnjx-h_op |
      | fneg.h | fsgnjn.h | 0xffffffffffff0000 | 0xffffffffffff8000 | fsgnjn-h_op |
