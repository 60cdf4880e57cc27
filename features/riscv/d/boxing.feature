@ext:D
Feature: Narrower values in wide registers
  A single stands under 32 ones. Operations take anything else for the canonical NaN, quietly; transfers look at
  the low bits only. Whatever is narrower than the register is written under ones.

  Scenario Outline: <insn> takes <a>, which is not boxed, for the canonical NaN
    Given fa0 = <a> and fa1 = 0xffffffff3f800000
    When the hart executes "<insn>"
    Then fa2 = 0xffffffff7fc00000 [fp_nan-boxing]
    And fflags = 0 [fp_nan-boxing]
    And no trap is taken [fp_nan-boxing]

    Examples:
      | insn                        | a                  |
      | fadd.s fa2, fa0, fa1        | 0x000000003f800000 |
      | fadd.s fa2, fa0, fa1        | 0xfffffffe3f800000 |
      | fadd.s fa2, fa0, fa1        | 0x0000000000000000 |
      | fsub.s fa2, fa1, fa0        | 0x000000003f800000 |
      | fsub.s fa2, fa1, fa0        | 0xfffffffe3f800000 |
      | fsub.s fa2, fa1, fa0        | 0x0000000000000000 |
      | fmul.s fa2, fa0, fa1        | 0x000000003f800000 |
      | fmul.s fa2, fa0, fa1        | 0xfffffffe3f800000 |
      | fmul.s fa2, fa0, fa1        | 0x0000000000000000 |
      | fdiv.s fa2, fa1, fa0        | 0x000000003f800000 |
      | fdiv.s fa2, fa1, fa0        | 0xfffffffe3f800000 |
      | fdiv.s fa2, fa1, fa0        | 0x0000000000000000 |
      | fdiv.s fa2, fa0, fa0        | 0x000000003f800000 |
      | fdiv.s fa2, fa0, fa0        | 0xfffffffe3f800000 |
      | fdiv.s fa2, fa0, fa0        | 0x0000000000000000 |
      | fsqrt.s fa2, fa0            | 0x000000003f800000 |
      | fsqrt.s fa2, fa0            | 0xfffffffe3f800000 |
      | fsqrt.s fa2, fa0            | 0x0000000000000000 |
      | fmadd.s fa2, fa0, fa1, fa1  | 0x000000003f800000 |
      | fmadd.s fa2, fa0, fa1, fa1  | 0xfffffffe3f800000 |
      | fmadd.s fa2, fa0, fa1, fa1  | 0x0000000000000000 |
      | fmsub.s fa2, fa1, fa0, fa1  | 0x000000003f800000 |
      | fmsub.s fa2, fa1, fa0, fa1  | 0xfffffffe3f800000 |
      | fmsub.s fa2, fa1, fa0, fa1  | 0x0000000000000000 |
      | fnmsub.s fa2, fa1, fa1, fa0 | 0x000000003f800000 |
      | fnmsub.s fa2, fa1, fa1, fa0 | 0xfffffffe3f800000 |
      | fnmsub.s fa2, fa1, fa1, fa0 | 0x0000000000000000 |
      | fnmadd.s fa2, fa0, fa0, fa0 | 0x000000003f800000 |
      | fnmadd.s fa2, fa0, fa0, fa0 | 0xfffffffe3f800000 |
      | fnmadd.s fa2, fa0, fa0, fa0 | 0x0000000000000000 |
      | fmin.s fa2, fa0, fa0        | 0x000000003f800000 |
      | fmin.s fa2, fa0, fa0        | 0xfffffffe3f800000 |
      | fmin.s fa2, fa0, fa0        | 0x0000000000000000 |
      | fsgnj.s fa2, fa0, fa1       | 0x000000003f800000 |
      | fsgnj.s fa2, fa0, fa1       | 0xfffffffe3f800000 |
      | fsgnj.s fa2, fa0, fa1       | 0x0000000000000000 |

  Scenario Outline: <insn> takes <a>, which is not boxed, for a quiet NaN
    Given fa0 = <a> and fa1 = 0xffffffff3f800000
    When the hart executes "<insn>"
    Then <rd> = <result> [fp_nan-boxing]
    And fflags = <flags> [fp_nan-boxing]

    Examples:
      | insn                   | a                  | rd  | result             | flags |
      | feq.s a2, fa0, fa0     | 0x800000003f800000 | a2  | 0                  | 0x00  |
      | feq.s a2, fa0, fa0     | 0xfffffffe3f800000 | a2  | 0                  | 0x00  |
      | feq.s a2, fa0, fa0     | 0x0000000000000000 | a2  | 0                  | 0x00  |
      | fle.s a2, fa0, fa0     | 0x800000003f800000 | a2  | 0                  | 0x10  |
      | fle.s a2, fa0, fa0     | 0xfffffffe3f800000 | a2  | 0                  | 0x10  |
      | fle.s a2, fa0, fa0     | 0x0000000000000000 | a2  | 0                  | 0x10  |
      | flt.s a2, fa1, fa0     | 0x800000003f800000 | a2  | 0                  | 0x10  |
      | flt.s a2, fa1, fa0     | 0xfffffffe3f800000 | a2  | 0                  | 0x10  |
      | flt.s a2, fa1, fa0     | 0x0000000000000000 | a2  | 0                  | 0x10  |
      | fclass.s a2, fa0       | 0x800000003f800000 | a2  | 0x200              | 0x00  |
      | fclass.s a2, fa0       | 0xfffffffe3f800000 | a2  | 0x200              | 0x00  |
      | fclass.s a2, fa0       | 0x0000000000000000 | a2  | 0x200              | 0x00  |
      | fcvt.w.s a2, fa0       | 0x800000003f800000 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.w.s a2, fa0       | 0xfffffffe3f800000 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.w.s a2, fa0       | 0x0000000000000000 | a2  | 0x7fffffff         | 0x10  |
      | fcvt.wu.s a2, fa0      | 0x800000003f800000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.wu.s a2, fa0      | 0xfffffffe3f800000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.wu.s a2, fa0      | 0x0000000000000000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.l.s a2, fa0       | 0x800000003f800000 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.l.s a2, fa0       | 0xfffffffe3f800000 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.l.s a2, fa0       | 0x0000000000000000 | a2  | 0x7fffffffffffffff | 0x10  |
      | fcvt.lu.s a2, fa0      | 0x800000003f800000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.lu.s a2, fa0      | 0xfffffffe3f800000 | a2  | 0xffffffffffffffff | 0x10  |
      | fcvt.lu.s a2, fa0      | 0x0000000000000000 | a2  | 0xffffffffffffffff | 0x10  |
      | fmin.s fa2, fa0, fa1   | 0x800000003f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fmin.s fa2, fa0, fa1   | 0xfffffffe3f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fmin.s fa2, fa0, fa1   | 0x0000000000000000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fmax.s fa2, fa1, fa0   | 0x800000003f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fmax.s fa2, fa1, fa0   | 0xfffffffe3f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fmax.s fa2, fa1, fa0   | 0x0000000000000000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fsgnj.s fa2, fa1, fa0  | 0x800000003f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fsgnj.s fa2, fa1, fa0  | 0xfffffffe3f800000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fsgnj.s fa2, fa1, fa0  | 0x0000000000000000 | fa2 | 0xffffffff3f800000 | 0x00  |
      | fsgnjn.s fa2, fa1, fa0 | 0x800000003f800000 | fa2 | 0xffffffffbf800000 | 0x00  |
      | fsgnjn.s fa2, fa1, fa0 | 0xfffffffe3f800000 | fa2 | 0xffffffffbf800000 | 0x00  |
      | fsgnjn.s fa2, fa1, fa0 | 0x0000000000000000 | fa2 | 0xffffffffbf800000 | 0x00  |
      | fsgnjx.s fa2, fa0, fa0 | 0x800000003f800000 | fa2 | 0xffffffff7fc00000 | 0x00  |
      | fsgnjx.s fa2, fa0, fa0 | 0xfffffffe3f800000 | fa2 | 0xffffffff7fc00000 | 0x00  |
      | fsgnjx.s fa2, fa0, fa0 | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 | 0x00  |
      | fsgnjn.s fa2, fa0, fa0 | 0x800000003f800000 | fa2 | 0xffffffffffc00000 | 0x00  |
      | fsgnjn.s fa2, fa0, fa0 | 0xfffffffe3f800000 | fa2 | 0xffffffffffc00000 | 0x00  |
      | fsgnjn.s fa2, fa0, fa0 | 0x0000000000000000 | fa2 | 0xffffffffffc00000 | 0x00  |
      | fcvt.d.s fa2, fa0      | 0x800000003f800000 | fa2 | 0x7ff8000000000000 | 0x00  |
      | fcvt.d.s fa2, fa0      | 0xfffffffe3f800000 | fa2 | 0x7ff8000000000000 | 0x00  |
      | fcvt.d.s fa2, fa0      | 0x0000000000000000 | fa2 | 0x7ff8000000000000 | 0x00  |

  Scenario Outline: <insn> writes ones above its result
    Given fa0 = <a> and fa1 = 0xffffffff3f800000 and fa2 = 0 and a0 = 1 and a1 = test data + 8 and test data + 8 holds 0
    When the hart executes "<insn>"
    Then fa2 = <result> [fp_nan-boxing]

    Examples:
      | insn                        | a                  | result             |
      | fadd.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff40000000 |
      | fsub.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff00000000 |
      | fmul.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fdiv.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fsqrt.s fa2, fa0            | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fmadd.s fa2, fa0, fa1, fa1  | 0xffffffff3f800000 | 0xffffffff40000000 |
      | fmsub.s fa2, fa0, fa1, fa1  | 0xffffffff3f800000 | 0xffffffff00000000 |
      | fnmsub.s fa2, fa0, fa1, fa1 | 0xffffffff3f800000 | 0xffffffff00000000 |
      | fnmadd.s fa2, fa0, fa1, fa1 | 0xffffffff3f800000 | 0xffffffffc0000000 |
      | fsgnj.s fa2, fa0, fa1       | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fsgnjn.s fa2, fa0, fa1      | 0xffffffff3f800000 | 0xffffffffbf800000 |
      | fsgnjx.s fa2, fa0, fa1      | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fmin.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fmax.s fa2, fa0, fa1        | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fcvt.s.w fa2, a0            | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fcvt.s.wu fa2, a0           | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fcvt.s.l fa2, a0            | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fcvt.s.lu fa2, a0           | 0xffffffff3f800000 | 0xffffffff3f800000 |
      | fcvt.s.d fa2, fa0           | 0x3ff0000000000000 | 0xffffffff3f800000 |

  @rule:FP_transfer_instrs_narrow_transfer_in
  Scenario Outline: <insn> makes a boxed value of fewer bits than the register has
    Given fa2 = 0 and a0 = 0x123456783f800000 and a1 = test data + 8 and test data + 8 holds 0x123456783f800000
    When the hart executes "<insn>"
    Then fa2 = 0xffffffff3f800000

    Examples:
      | insn            |
      | flw fa2, 0(a1)  |
      | fmv.w.x fa2, a0 |

  @rule:fp_nan-boxing
  Scenario: A boxed single is a negative quiet NaN as a double
    Given fa0 = 0xffffffff3f800000 and fcsr = 0
    When the hart executes "fclass.d a2, fa0; feq.d a3, fa0, fa0"
    Then a2 = 0x200 and a3 = 0 and fflags = 0

  @rule:D_fpr_regs
  Scenario Outline: f<n> has 64 bits
    Given f<n> = 0x8000000000000001 and a1 = test data + 8
    When the hart executes "fsd f<n>, 0(a1); fmv.x.d a2, f<n>; fmv.d.x f<n>, a1; fsd f<n>, 8(a1)"
    Then a2 = 0x8000000000000001 and test data + 8 holds 0x8000000000000001 and f<n> = test data + 8 and test data + 16 holds test data + 8

    Examples:
      | n  |
      | 0  |
      | 1  |
      | 2  |
      | 3  |
      | 4  |
      | 5  |
      | 6  |
      | 7  |
      | 8  |
      | 9  |
      | 10 |
      | 11 |
      | 12 |
      | 13 |
      | 14 |
      | 15 |
      | 16 |
      | 17 |
      | 18 |
      | 19 |
      | 20 |
      | 21 |
      | 22 |
      | 23 |
      | 24 |
      | 25 |
      | 26 |
      | 27 |
      | 28 |
      | 29 |
      | 30 |
      | 31 |
