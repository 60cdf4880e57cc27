@ext:F
Feature: Rounding modes of arithmetic in binary32
  The rm field holds the mode, or 111: then frm does. Five modes both ways, where each differs from another.

  Scenario Outline: <insn> rounds by its own field, not by frm
    Given fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff40000000 and ft1 = 0xffffffff33000000 and ft2 = 0xffffffff3f800001
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, F_rm_field]
    And fflags = 1 [<rule>]

    Examples:
      | insn                             | fcsr | result             | rule        |
      | fadd.s fa2, fa0, ft1, rne        | 0x40 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1, rtz        | 0x60 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1, rdn        | 0x80 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1, rup        | 0x00 | 0xffffffff3f800001 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1, rmm        | 0x20 | 0xffffffff3f800000 | fadd-s_op   |
      | fsub.s fa2, fa0, ft1, rne        | 0x40 | 0xffffffff3f800000 | fsub-s_op   |
      | fsub.s fa2, fa0, ft1, rtz        | 0x60 | 0xffffffff3f7fffff | fsub-s_op   |
      | fsub.s fa2, fa0, ft1, rdn        | 0x80 | 0xffffffff3f7fffff | fsub-s_op   |
      | fsub.s fa2, fa0, ft1, rup        | 0x00 | 0xffffffff3f800000 | fsub-s_op   |
      | fsub.s fa2, fa0, ft1, rmm        | 0x20 | 0xffffffff3f800000 | fsub-s_op   |
      | fmul.s fa2, ft2, ft2, rne        | 0x40 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2, rtz        | 0x60 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2, rdn        | 0x80 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2, rup        | 0x00 | 0xffffffff3f800003 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2, rmm        | 0x20 | 0xffffffff3f800002 | fmul-s_op   |
      | fdiv.s fa2, fa0, fa1, rne        | 0x40 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1, rtz        | 0x60 | 0xffffffff3eaaaaaa | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1, rdn        | 0x80 | 0xffffffff3eaaaaaa | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1, rup        | 0x00 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1, rmm        | 0x20 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fsqrt.s fa2, ft0, rne            | 0x40 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0, rtz            | 0x60 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0, rdn            | 0x80 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0, rup            | 0x00 | 0xffffffff3fb504f4 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0, rmm            | 0x20 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1, rne  | 0x40 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1, rtz  | 0x60 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1, rdn  | 0x80 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1, rup  | 0x00 | 0xffffffff3f800002 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1, rmm  | 0x20 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1, rne  | 0x40 | 0xffffffff3f800001 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1, rtz  | 0x60 | 0xffffffff3f800000 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1, rdn  | 0x80 | 0xffffffff3f800000 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1, rup  | 0x00 | 0xffffffff3f800001 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1, rmm  | 0x20 | 0xffffffff3f800001 | fmsub-s_op  |
      | fnmsub.s fa2, fa0, ft2, ft1, rne | 0x40 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1, rtz | 0x60 | 0xffffffffbf800000 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1, rdn | 0x80 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1, rup | 0x00 | 0xffffffffbf800000 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1, rmm | 0x20 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1, rne | 0x40 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1, rtz | 0x60 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1, rdn | 0x80 | 0xffffffffbf800002 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1, rup | 0x00 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1, rmm | 0x20 | 0xffffffffbf800001 | fnmadd-s_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff40000000 and ft1 = 0xffffffff33000000 and ft2 = 0xffffffff3f800001
    And fcsr = <fcsr>
    When the hart executes "<insn>"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn                        | fcsr | result             | rule        |
      | fadd.s fa2, fa0, ft1        | 0x00 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1        | 0x20 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1        | 0x40 | 0xffffffff3f800000 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1        | 0x60 | 0xffffffff3f800001 | fadd-s_op   |
      | fadd.s fa2, fa0, ft1        | 0x80 | 0xffffffff3f800000 | fadd-s_op   |
      | fsub.s fa2, fa0, ft1        | 0x00 | 0xffffffff3f800000 | fsub-s_op   |
      | fsub.s fa2, fa0, ft1        | 0x20 | 0xffffffff3f7fffff | fsub-s_op   |
      | fsub.s fa2, fa0, ft1        | 0x40 | 0xffffffff3f7fffff | fsub-s_op   |
      | fsub.s fa2, fa0, ft1        | 0x60 | 0xffffffff3f800000 | fsub-s_op   |
      | fsub.s fa2, fa0, ft1        | 0x80 | 0xffffffff3f800000 | fsub-s_op   |
      | fmul.s fa2, ft2, ft2        | 0x00 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2        | 0x20 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2        | 0x40 | 0xffffffff3f800002 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2        | 0x60 | 0xffffffff3f800003 | fmul-s_op   |
      | fmul.s fa2, ft2, ft2        | 0x80 | 0xffffffff3f800002 | fmul-s_op   |
      | fdiv.s fa2, fa0, fa1        | 0x00 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1        | 0x20 | 0xffffffff3eaaaaaa | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1        | 0x40 | 0xffffffff3eaaaaaa | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1        | 0x60 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fdiv.s fa2, fa0, fa1        | 0x80 | 0xffffffff3eaaaaab | fdiv-s_op   |
      | fsqrt.s fa2, ft0            | 0x00 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0            | 0x20 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0            | 0x40 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0            | 0x60 | 0xffffffff3fb504f4 | fsqrt-s_op  |
      | fsqrt.s fa2, ft0            | 0x80 | 0xffffffff3fb504f3 | fsqrt-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1  | 0x00 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1  | 0x20 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1  | 0x40 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1  | 0x60 | 0xffffffff3f800002 | fmadd-s_op  |
      | fmadd.s fa2, fa0, ft2, ft1  | 0x80 | 0xffffffff3f800001 | fmadd-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1  | 0x00 | 0xffffffff3f800001 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1  | 0x20 | 0xffffffff3f800000 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1  | 0x40 | 0xffffffff3f800000 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1  | 0x60 | 0xffffffff3f800001 | fmsub-s_op  |
      | fmsub.s fa2, fa0, ft2, ft1  | 0x80 | 0xffffffff3f800001 | fmsub-s_op  |
      | fnmsub.s fa2, fa0, ft2, ft1 | 0x00 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1 | 0x20 | 0xffffffffbf800000 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1 | 0x40 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1 | 0x60 | 0xffffffffbf800000 | fnmsub-s_op |
      | fnmsub.s fa2, fa0, ft2, ft1 | 0x80 | 0xffffffffbf800001 | fnmsub-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1 | 0x00 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1 | 0x20 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1 | 0x40 | 0xffffffffbf800002 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1 | 0x60 | 0xffffffffbf800001 | fnmadd-s_op |
      | fnmadd.s fa2, fa0, ft2, ft1 | 0x80 | 0xffffffffbf800001 | fnmadd-s_op |
