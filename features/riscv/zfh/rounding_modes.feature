@ext:Zfh
Feature: Rounding modes of arithmetic in binary16
  The rm field holds the mode, or 111: then frm does. Five modes both ways, where each differs from another.

  Scenario Outline: <insn> rounds by its own field, not by frm
    Given fa0 = 0xffffffffffff3c00 and fa1 = 0xffffffffffff4200 and ft0 = 0xffffffffffff4000 and ft1 = 0xffffffffffff0c00 and ft2 = 0xffffffffffff3c01
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, F_rm_field]
    And fflags = 1 [<rule>]

    Examples:
      | insn                             | fcsr | result             | rule        |
      | fadd.h fa2, fa0, ft1, rne        | 0x40 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1, rtz        | 0x60 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1, rdn        | 0x80 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1, rup        | 0x00 | 0xffffffffffff3c01 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1, rmm        | 0x20 | 0xffffffffffff3c00 | fadd-h_op   |
      | fsub.h fa2, fa0, ft1, rne        | 0x40 | 0xffffffffffff3c00 | fsub-h_op   |
      | fsub.h fa2, fa0, ft1, rtz        | 0x60 | 0xffffffffffff3bff | fsub-h_op   |
      | fsub.h fa2, fa0, ft1, rdn        | 0x80 | 0xffffffffffff3bff | fsub-h_op   |
      | fsub.h fa2, fa0, ft1, rup        | 0x00 | 0xffffffffffff3c00 | fsub-h_op   |
      | fsub.h fa2, fa0, ft1, rmm        | 0x20 | 0xffffffffffff3c00 | fsub-h_op   |
      | fmul.h fa2, ft2, ft2, rne        | 0x40 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2, rtz        | 0x60 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2, rdn        | 0x80 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2, rup        | 0x00 | 0xffffffffffff3c03 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2, rmm        | 0x20 | 0xffffffffffff3c02 | fmul-h_op   |
      | fdiv.h fa2, fa0, fa1, rne        | 0x40 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1, rtz        | 0x60 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1, rdn        | 0x80 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1, rup        | 0x00 | 0xffffffffffff3556 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1, rmm        | 0x20 | 0xffffffffffff3555 | fdiv-h_op   |
      | fsqrt.h fa2, ft0, rne            | 0x40 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0, rtz            | 0x60 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0, rdn            | 0x80 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0, rup            | 0x00 | 0xffffffffffff3da9 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0, rmm            | 0x20 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1, rne  | 0x40 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1, rtz  | 0x60 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1, rdn  | 0x80 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1, rup  | 0x00 | 0xffffffffffff3c02 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1, rmm  | 0x20 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1, rne  | 0x40 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1, rtz  | 0x60 | 0xffffffffffff3c00 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1, rdn  | 0x80 | 0xffffffffffff3c00 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1, rup  | 0x00 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1, rmm  | 0x20 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fnmsub.h fa2, fa0, ft2, ft1, rne | 0x40 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1, rtz | 0x60 | 0xffffffffffffbc00 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1, rdn | 0x80 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1, rup | 0x00 | 0xffffffffffffbc00 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1, rmm | 0x20 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1, rne | 0x40 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1, rtz | 0x60 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1, rdn | 0x80 | 0xffffffffffffbc02 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1, rup | 0x00 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1, rmm | 0x20 | 0xffffffffffffbc01 | fnmadd-h_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffffffff3c00 and fa1 = 0xffffffffffff4200 and ft0 = 0xffffffffffff4000 and ft1 = 0xffffffffffff0c00 and ft2 = 0xffffffffffff3c01
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn                        | fcsr | result             | rule        |
      | fadd.h fa2, fa0, ft1        | 0x00 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1        | 0x20 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1        | 0x40 | 0xffffffffffff3c00 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1        | 0x60 | 0xffffffffffff3c01 | fadd-h_op   |
      | fadd.h fa2, fa0, ft1        | 0x80 | 0xffffffffffff3c00 | fadd-h_op   |
      | fsub.h fa2, fa0, ft1        | 0x00 | 0xffffffffffff3c00 | fsub-h_op   |
      | fsub.h fa2, fa0, ft1        | 0x20 | 0xffffffffffff3bff | fsub-h_op   |
      | fsub.h fa2, fa0, ft1        | 0x40 | 0xffffffffffff3bff | fsub-h_op   |
      | fsub.h fa2, fa0, ft1        | 0x60 | 0xffffffffffff3c00 | fsub-h_op   |
      | fsub.h fa2, fa0, ft1        | 0x80 | 0xffffffffffff3c00 | fsub-h_op   |
      | fmul.h fa2, ft2, ft2        | 0x00 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2        | 0x20 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2        | 0x40 | 0xffffffffffff3c02 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2        | 0x60 | 0xffffffffffff3c03 | fmul-h_op   |
      | fmul.h fa2, ft2, ft2        | 0x80 | 0xffffffffffff3c02 | fmul-h_op   |
      | fdiv.h fa2, fa0, fa1        | 0x00 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1        | 0x20 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1        | 0x40 | 0xffffffffffff3555 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1        | 0x60 | 0xffffffffffff3556 | fdiv-h_op   |
      | fdiv.h fa2, fa0, fa1        | 0x80 | 0xffffffffffff3555 | fdiv-h_op   |
      | fsqrt.h fa2, ft0            | 0x00 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0            | 0x20 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0            | 0x40 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0            | 0x60 | 0xffffffffffff3da9 | fsqrt-h_op  |
      | fsqrt.h fa2, ft0            | 0x80 | 0xffffffffffff3da8 | fsqrt-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1  | 0x00 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1  | 0x20 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1  | 0x40 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1  | 0x60 | 0xffffffffffff3c02 | fmadd-h_op  |
      | fmadd.h fa2, fa0, ft2, ft1  | 0x80 | 0xffffffffffff3c01 | fmadd-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1  | 0x00 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1  | 0x20 | 0xffffffffffff3c00 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1  | 0x40 | 0xffffffffffff3c00 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1  | 0x60 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fmsub.h fa2, fa0, ft2, ft1  | 0x80 | 0xffffffffffff3c01 | fmsub-h_op  |
      | fnmsub.h fa2, fa0, ft2, ft1 | 0x00 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1 | 0x20 | 0xffffffffffffbc00 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1 | 0x40 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1 | 0x60 | 0xffffffffffffbc00 | fnmsub-h_op |
      | fnmsub.h fa2, fa0, ft2, ft1 | 0x80 | 0xffffffffffffbc01 | fnmsub-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1 | 0x00 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1 | 0x20 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1 | 0x40 | 0xffffffffffffbc02 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1 | 0x60 | 0xffffffffffffbc01 | fnmadd-h_op |
      | fnmadd.h fa2, fa0, ft2, ft1 | 0x80 | 0xffffffffffffbc01 | fnmadd-h_op |
