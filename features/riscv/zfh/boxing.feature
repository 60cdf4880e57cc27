@ext:Zfh
Feature: Narrower values in wide registers: binary16
  A half stands under 48 ones; a boxed single is not a boxed half. Operations take anything else for the canonical
  NaN, quietly.

  Scenario Outline: <insn> takes <a>, which is not boxed, for the canonical NaN
    Given fa0 = <a> and fa1 = 0xffffffffffff3c00
    When the hart executes "<insn>"
    Then fa2 = 0xffffffffffff7e00 [fp_nan-boxing]
    And fflags = 0 [fp_nan-boxing]
    And no trap is taken [fp_nan-boxing]

    Examples:
      | insn                        | a                  |
      | fadd.h fa2, fa0, fa1        | 0x0000000000003c00 |
      | fadd.h fa2, fa0, fa1        | 0xfffffffffffe3c00 |
      | fadd.h fa2, fa0, fa1        | 0xffffffff3f800000 |
      | fadd.h fa2, fa0, fa1        | 0x0000000000000000 |
      | fsub.h fa2, fa1, fa0        | 0x0000000000003c00 |
      | fsub.h fa2, fa1, fa0        | 0xfffffffffffe3c00 |
      | fsub.h fa2, fa1, fa0        | 0xffffffff3f800000 |
      | fsub.h fa2, fa1, fa0        | 0x0000000000000000 |
      | fmul.h fa2, fa0, fa1        | 0x0000000000003c00 |
      | fmul.h fa2, fa0, fa1        | 0xfffffffffffe3c00 |
      | fmul.h fa2, fa0, fa1        | 0xffffffff3f800000 |
      | fmul.h fa2, fa0, fa1        | 0x0000000000000000 |
      | fdiv.h fa2, fa1, fa0        | 0x0000000000003c00 |
      | fdiv.h fa2, fa1, fa0        | 0xfffffffffffe3c00 |
      | fdiv.h fa2, fa1, fa0        | 0xffffffff3f800000 |
      | fdiv.h fa2, fa1, fa0        | 0x0000000000000000 |
      | fdiv.h fa2, fa0, fa0        | 0x0000000000003c00 |
      | fdiv.h fa2, fa0, fa0        | 0xfffffffffffe3c00 |
      | fdiv.h fa2, fa0, fa0        | 0xffffffff3f800000 |
      | fdiv.h fa2, fa0, fa0        | 0x0000000000000000 |
      | fsqrt.h fa2, fa0            | 0x0000000000003c00 |
      | fsqrt.h fa2, fa0            | 0xfffffffffffe3c00 |
      | fsqrt.h fa2, fa0            | 0xffffffff3f800000 |
      | fsqrt.h fa2, fa0            | 0x0000000000000000 |
      | fmadd.h fa2, fa0, fa1, fa1  | 0x0000000000003c00 |
      | fmadd.h fa2, fa0, fa1, fa1  | 0xfffffffffffe3c00 |
      | fmadd.h fa2, fa0, fa1, fa1  | 0xffffffff3f800000 |
      | fmadd.h fa2, fa0, fa1, fa1  | 0x0000000000000000 |
      | fmsub.h fa2, fa1, fa0, fa1  | 0x0000000000003c00 |
      | fmsub.h fa2, fa1, fa0, fa1  | 0xfffffffffffe3c00 |
      | fmsub.h fa2, fa1, fa0, fa1  | 0xffffffff3f800000 |
      | fmsub.h fa2, fa1, fa0, fa1  | 0x0000000000000000 |
      | fnmsub.h fa2, fa1, fa1, fa0 | 0x0000000000003c00 |
      | fnmsub.h fa2, fa1, fa1, fa0 | 0xfffffffffffe3c00 |
      | fnmsub.h fa2, fa1, fa1, fa0 | 0xffffffff3f800000 |
      | fnmsub.h fa2, fa1, fa1, fa0 | 0x0000000000000000 |
      | fnmadd.h fa2, fa0, fa0, fa0 | 0x0000000000003c00 |
      | fnmadd.h fa2, fa0, fa0, fa0 | 0xfffffffffffe3c00 |
      | fnmadd.h fa2, fa0, fa0, fa0 | 0xffffffff3f800000 |
      | fnmadd.h fa2, fa0, fa0, fa0 | 0x0000000000000000 |
      | fmin.h fa2, fa0, fa0        | 0x0000000000003c00 |
      | fmin.h fa2, fa0, fa0        | 0xfffffffffffe3c00 |
      | fmin.h fa2, fa0, fa0        | 0xffffffff3f800000 |
      | fmin.h fa2, fa0, fa0        | 0x0000000000000000 |
      | fsgnj.h fa2, fa0, fa1       | 0x0000000000003c00 |
      | fsgnj.h fa2, fa0, fa1       | 0xfffffffffffe3c00 |
      | fsgnj.h fa2, fa0, fa1       | 0xffffffff3f800000 |
      | fsgnj.h fa2, fa0, fa1       | 0x0000000000000000 |

  Scenario Outline: <insn> takes <a>, which is not boxed, for a quiet NaN
    Given fa0 = <a> and fa1 = 0xffffffffffff3c00
    When the hart executes "<insn>"
    Then <rd> = <result> [fp_nan-boxing]
    And fflags = <flags> [fp_nan-boxing]

    Examples:
      | insn                   | a                  | rd  | result             | flags |
      | feq.h a2, fa0, fa0     | 0x8000000000003c00 | a2  | 0                  | 0x00  |
      | feq.h a2, fa0, fa0     | 0xfffffffffffe3c00 | a2  | 0                  | 0x00  |
      | feq.h a2, fa0, fa0     | 0x0000000000000000 | a2  | 0                  | 0x00  |
      | fle.h a2, fa0, fa0     | 0x8000000000003c00 | a2  | 0                  | 0x10  |
      | fle.h a2, fa0, fa0     | 0xfffffffffffe3c00 | a2  | 0                  | 0x10  |
      | fle.h a2, fa0, fa0     | 0x0000000000000000 | a2  | 0                  | 0x10  |
      | flt.h a2, fa1, fa0     | 0x8000000000003c00 | a2  | 0                  | 0x10  |
      | flt.h a2, fa1, fa0     | 0xfffffffffffe3c00 | a2  | 0                  | 0x10  |
      | flt.h a2, fa1, fa0     | 0x0000000000000000 | a2  | 0                  | 0x10  |
      | fclass.h a2, fa0       | 0x8000000000003c00 | a2  | 0x200              | 0x00  |
      | fclass.h a2, fa0       | 0xfffffffffffe3c00 | a2  | 0x200              | 0x00  |
      | fclass.h a2, fa0       | 0x0000000000000000 | a2  | 0x200              | 0x00  |
      | fcvt.w.h a2, fa0       | 0x8000000000003c00 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.w.h a2, fa0       | 0xfffffffffffe3c00 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.w.h a2, fa0       | 0x0000000000000000 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.wu.h a2, fa0      | 0x8000000000003c00 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.wu.h a2, fa0      | 0xfffffffffffe3c00 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.wu.h a2, fa0      | 0x0000000000000000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.l.h a2, fa0       | 0x8000000000003c00 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.l.h a2, fa0       | 0xfffffffffffe3c00 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.l.h a2, fa0       | 0x0000000000000000 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.lu.h a2, fa0      | 0x8000000000003c00 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.lu.h a2, fa0      | 0xfffffffffffe3c00 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.lu.h a2, fa0      | 0x0000000000000000 | a2  | 0xffffffffffffffff | 0x10  |
      | fmin.h fa2, fa0, fa1   | 0x8000000000003c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fmin.h fa2, fa0, fa1   | 0xfffffffffffe3c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fmin.h fa2, fa0, fa1   | 0x0000000000000000 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fmax.h fa2, fa1, fa0   | 0x8000000000003c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fmax.h fa2, fa1, fa0   | 0xfffffffffffe3c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fmax.h fa2, fa1, fa0   | 0x0000000000000000 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fsgnj.h fa2, fa1, fa0  | 0x8000000000003c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fsgnj.h fa2, fa1, fa0  | 0xfffffffffffe3c00 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fsgnj.h fa2, fa1, fa0  | 0x0000000000000000 | fa2 | 0xffffffffffff3c00 | 0x00  |
      | fsgnjn.h fa2, fa1, fa0 | 0x8000000000003c00 | fa2 | 0xffffffffffffbc00 | 0x00  |
      | fsgnjn.h fa2, fa1, fa0 | 0xfffffffffffe3c00 | fa2 | 0xffffffffffffbc00 | 0x00  |
      | fsgnjn.h fa2, fa1, fa0 | 0x0000000000000000 | fa2 | 0xffffffffffffbc00 | 0x00  |
      | fsgnjx.h fa2, fa0, fa0 | 0x8000000000003c00 | fa2 | 0xffffffffffff7e00 | 0x00  |
      | fsgnjx.h fa2, fa0, fa0 | 0xfffffffffffe3c00 | fa2 | 0xffffffffffff7e00 | 0x00  |
      | fsgnjx.h fa2, fa0, fa0 | 0x0000000000000000 | fa2 | 0xffffffffffff7e00 | 0x00  |
      | fsgnjn.h fa2, fa0, fa0 | 0x8000000000003c00 | fa2 | 0xfffffffffffffe00 | 0x00  |
      | fsgnjn.h fa2, fa0, fa0 | 0xfffffffffffe3c00 | fa2 | 0xfffffffffffffe00 | 0x00  |
      | fsgnjn.h fa2, fa0, fa0 | 0x0000000000000000 | fa2 | 0xfffffffffffffe00 | 0x00  |
      | fcvt.s.h fa2, fa0      | 0x8000000000003c00 | fa2 | 0xffffffff7fc00000 | 0x00  |
      | fcvt.s.h fa2, fa0      | 0xfffffffffffe3c00 | fa2 | 0xffffffff7fc00000 | 0x00  |
      | fcvt.s.h fa2, fa0      | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 | 0x00  |

    @ext:D
    Examples: to binary64
      | insn              | a                  | rd  | result             | flags |
      | fcvt.d.h fa2, fa0 | 0x8000000000003c00 | fa2 | 0x7ff8000000000000 | 0x00  |
      | fcvt.d.h fa2, fa0 | 0xfffffffffffe3c00 | fa2 | 0x7ff8000000000000 | 0x00  |
      | fcvt.d.h fa2, fa0 | 0x0000000000000000 | fa2 | 0x7ff8000000000000 | 0x00  |
