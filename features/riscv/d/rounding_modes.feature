@ext:D
Feature: Rounding modes of arithmetic in binary64
  The rm field holds the mode, or 111: then frm does. Five modes both ways, where each differs from another.

  Scenario Outline: <insn> rounds by its own field, not by frm
    Given fa0 = 0x3ff0000000000000 and fa1 = 0x4008000000000000 and ft0 = 0x4000000000000000 and ft1 = 0x3c90000000000000 and ft2 = 0x3ff0000000000001
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, F_rm_field]
    And fflags = 1 [<rule>]

    Examples:
      | insn                             | fcsr | result             | rule        |
      | fadd.d fa2, fa0, ft1, rne        | 0x40 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1, rtz        | 0x60 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1, rdn        | 0x80 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1, rup        | 0x00 | 0x3ff0000000000001 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1, rmm        | 0x20 | 0x3ff0000000000000 | fadd-d_op   |
      | fsub.d fa2, fa0, ft1, rne        | 0x40 | 0x3ff0000000000000 | fsub-d_op   |
      | fsub.d fa2, fa0, ft1, rtz        | 0x60 | 0x3fefffffffffffff | fsub-d_op   |
      | fsub.d fa2, fa0, ft1, rdn        | 0x80 | 0x3fefffffffffffff | fsub-d_op   |
      | fsub.d fa2, fa0, ft1, rup        | 0x00 | 0x3ff0000000000000 | fsub-d_op   |
      | fsub.d fa2, fa0, ft1, rmm        | 0x20 | 0x3ff0000000000000 | fsub-d_op   |
      | fmul.d fa2, ft2, ft2, rne        | 0x40 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2, rtz        | 0x60 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2, rdn        | 0x80 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2, rup        | 0x00 | 0x3ff0000000000003 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2, rmm        | 0x20 | 0x3ff0000000000002 | fmul-d_op   |
      | fdiv.d fa2, fa0, fa1, rne        | 0x40 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1, rtz        | 0x60 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1, rdn        | 0x80 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1, rup        | 0x00 | 0x3fd5555555555556 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1, rmm        | 0x20 | 0x3fd5555555555555 | fdiv-d_op   |
      | fsqrt.d fa2, ft0, rne            | 0x40 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fsqrt.d fa2, ft0, rtz            | 0x60 | 0x3ff6a09e667f3bcc | fsqrt-d_op  |
      | fsqrt.d fa2, ft0, rdn            | 0x80 | 0x3ff6a09e667f3bcc | fsqrt-d_op  |
      | fsqrt.d fa2, ft0, rup            | 0x00 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fsqrt.d fa2, ft0, rmm            | 0x20 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1, rne  | 0x40 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1, rtz  | 0x60 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1, rdn  | 0x80 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1, rup  | 0x00 | 0x3ff0000000000002 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1, rmm  | 0x20 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1, rne  | 0x40 | 0x3ff0000000000001 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1, rtz  | 0x60 | 0x3ff0000000000000 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1, rdn  | 0x80 | 0x3ff0000000000000 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1, rup  | 0x00 | 0x3ff0000000000001 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1, rmm  | 0x20 | 0x3ff0000000000001 | fmsub-d_op  |
      | fnmsub.d fa2, fa0, ft2, ft1, rne | 0x40 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1, rtz | 0x60 | 0xbff0000000000000 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1, rdn | 0x80 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1, rup | 0x00 | 0xbff0000000000000 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1, rmm | 0x20 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1, rne | 0x40 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1, rtz | 0x60 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1, rdn | 0x80 | 0xbff0000000000002 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1, rup | 0x00 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1, rmm | 0x20 | 0xbff0000000000001 | fnmadd-d_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0x3ff0000000000000 and fa1 = 0x4008000000000000 and ft0 = 0x4000000000000000 and ft1 = 0x3c90000000000000 and ft2 = 0x3ff0000000000001
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn                        | fcsr | result             | rule        |
      | fadd.d fa2, fa0, ft1        | 0x00 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1        | 0x20 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1        | 0x40 | 0x3ff0000000000000 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1        | 0x60 | 0x3ff0000000000001 | fadd-d_op   |
      | fadd.d fa2, fa0, ft1        | 0x80 | 0x3ff0000000000000 | fadd-d_op   |
      | fsub.d fa2, fa0, ft1        | 0x00 | 0x3ff0000000000000 | fsub-d_op   |
      | fsub.d fa2, fa0, ft1        | 0x20 | 0x3fefffffffffffff | fsub-d_op   |
      | fsub.d fa2, fa0, ft1        | 0x40 | 0x3fefffffffffffff | fsub-d_op   |
      | fsub.d fa2, fa0, ft1        | 0x60 | 0x3ff0000000000000 | fsub-d_op   |
      | fsub.d fa2, fa0, ft1        | 0x80 | 0x3ff0000000000000 | fsub-d_op   |
      | fmul.d fa2, ft2, ft2        | 0x00 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2        | 0x20 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2        | 0x40 | 0x3ff0000000000002 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2        | 0x60 | 0x3ff0000000000003 | fmul-d_op   |
      | fmul.d fa2, ft2, ft2        | 0x80 | 0x3ff0000000000002 | fmul-d_op   |
      | fdiv.d fa2, fa0, fa1        | 0x00 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1        | 0x20 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1        | 0x40 | 0x3fd5555555555555 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1        | 0x60 | 0x3fd5555555555556 | fdiv-d_op   |
      | fdiv.d fa2, fa0, fa1        | 0x80 | 0x3fd5555555555555 | fdiv-d_op   |
      | fsqrt.d fa2, ft0            | 0x00 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fsqrt.d fa2, ft0            | 0x20 | 0x3ff6a09e667f3bcc | fsqrt-d_op  |
      | fsqrt.d fa2, ft0            | 0x40 | 0x3ff6a09e667f3bcc | fsqrt-d_op  |
      | fsqrt.d fa2, ft0            | 0x60 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fsqrt.d fa2, ft0            | 0x80 | 0x3ff6a09e667f3bcd | fsqrt-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1  | 0x00 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1  | 0x20 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1  | 0x40 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1  | 0x60 | 0x3ff0000000000002 | fmadd-d_op  |
      | fmadd.d fa2, fa0, ft2, ft1  | 0x80 | 0x3ff0000000000001 | fmadd-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1  | 0x00 | 0x3ff0000000000001 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1  | 0x20 | 0x3ff0000000000000 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1  | 0x40 | 0x3ff0000000000000 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1  | 0x60 | 0x3ff0000000000001 | fmsub-d_op  |
      | fmsub.d fa2, fa0, ft2, ft1  | 0x80 | 0x3ff0000000000001 | fmsub-d_op  |
      | fnmsub.d fa2, fa0, ft2, ft1 | 0x00 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1 | 0x20 | 0xbff0000000000000 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1 | 0x40 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1 | 0x60 | 0xbff0000000000000 | fnmsub-d_op |
      | fnmsub.d fa2, fa0, ft2, ft1 | 0x80 | 0xbff0000000000001 | fnmsub-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1 | 0x00 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1 | 0x20 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1 | 0x40 | 0xbff0000000000002 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1 | 0x60 | 0xbff0000000000001 | fnmadd-d_op |
      | fnmadd.d fa2, fa0, ft2, ft1 | 0x80 | 0xbff0000000000001 | fnmadd-d_op |
