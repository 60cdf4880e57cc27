@ext:Zfa
Feature: Narrower values in wide registers: Zfa
  An operand that is not boxed is the canonical NaN, which is quiet.

  Scenario Outline: <insn> takes <a>, which is not boxed, for the canonical NaN
    Given fa0 = <a> and fa1 = 0xffffffff3f800000 and fa2 = 0
    When the hart executes "<insn>"
    Then <rd> = <result> [fp_nan-boxing]
    And fflags = 0 [fp_nan-boxing]

    Examples:
      | insn                  | a                  | rd  | result             |
      | fminm.s fa2, fa0, fa1 | 0x000000003f800000 | fa2 | 0xffffffff7fc00000 |
      | fminm.s fa2, fa0, fa1 | 0xfffffffe3f800000 | fa2 | 0xffffffff7fc00000 |
      | fminm.s fa2, fa0, fa1 | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 |
      | fmaxm.s fa2, fa0, fa1 | 0x000000003f800000 | fa2 | 0xffffffff7fc00000 |
      | fmaxm.s fa2, fa0, fa1 | 0xfffffffe3f800000 | fa2 | 0xffffffff7fc00000 |
      | fmaxm.s fa2, fa0, fa1 | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 |
      | fleq.s a2, fa0, fa1   | 0x000000003f800000 | a2  | 0                  |
      | fleq.s a2, fa0, fa1   | 0xfffffffe3f800000 | a2  | 0                  |
      | fleq.s a2, fa0, fa1   | 0x0000000000000000 | a2  | 0                  |
      | fltq.s a2, fa0, fa1   | 0x000000003f800000 | a2  | 0                  |
      | fltq.s a2, fa0, fa1   | 0xfffffffe3f800000 | a2  | 0                  |
      | fltq.s a2, fa0, fa1   | 0x0000000000000000 | a2  | 0                  |
      | fround.s fa2, fa0     | 0x000000003f800000 | fa2 | 0xffffffff7fc00000 |
      | fround.s fa2, fa0     | 0xfffffffe3f800000 | fa2 | 0xffffffff7fc00000 |
      | fround.s fa2, fa0     | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 |
      | froundnx.s fa2, fa0   | 0x000000003f800000 | fa2 | 0xffffffff7fc00000 |
      | froundnx.s fa2, fa0   | 0xfffffffe3f800000 | fa2 | 0xffffffff7fc00000 |
      | froundnx.s fa2, fa0   | 0x0000000000000000 | fa2 | 0xffffffff7fc00000 |
