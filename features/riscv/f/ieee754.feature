@ext:F
Feature: What IEEE 754 promises of short computations
  Every result is rounded to its format before anything looks at it, by the mode of its own instruction.

  @rule:f_ieee_compliance
  Scenario Outline: Properties that IEEE 754 promises: <what>
    Given fcsr = 0 and fa0 = <x> and fa1 = <y>
    When the hart executes
      """
      <code>
      """
    Then <rd> = <result>

    Examples:
      | what                                                    | x                  | y                  | code                                              | rd  | result             |
      | x - y is zero only if x = y, by gradual underflow       | 0xffffffff00800001 | 0xffffffff00800000 | fsub.s fa2, fa0, fa1                              | fa2 | 0xffffffff00000001 |
      | doubling and halving are exact above the subnormals     | 0xffffffff3fc00001 | 0xffffffff40000000 | fmul.s fa2, fa0, fa1; fdiv.s fa2, fa2, fa1        | fa2 | 0xffffffff3fc00001 |
      | the root of a square is the number                      | 0xffffffff3f800001 | 0xffffffff00000000 | fmul.s fa2, fa0, fa0; fsqrt.s fa2, fa2            | fa2 | 0xffffffff3f800001 |
      | 3 times a third is 1                                    | 0xffffffff3f800000 | 0xffffffff40400000 | fdiv.s fa2, fa0, fa1; fmul.s fa2, fa2, fa1        | fa2 | 0xffffffff3f800000 |
      | a fused remainder shows the error of a quotient         | 0xffffffff3f800000 | 0xffffffff40400000 | fdiv.s fa2, fa0, fa1; fnmsub.s fa3, fa2, fa1, fa0 | fa3 | 0xffffffffb3000000 |
      | the reciprocal of -0 is minus infinity                  | 0xffffffff80000000 | 0xffffffff3f800000 | fdiv.s fa2, fa1, fa0                              | fa2 | 0xffffffffff800000 |
      | an infinity compares above the largest number           | 0xffffffff7f7fffff | 0xffffffff7f800000 | flt.s a2, fa0, fa1                                | a2  | 1                  |
      | a NaN is not equal to itself                            | 0xffffffff7fc00000 | 0xffffffff00000000 | feq.s a2, fa0, fa0                                | a2  | 0                  |
      | adding is not associative: the order of the code counts | 0xffffffff3f800000 | 0xffffffff33800000 | fadd.s fa2, fa0, fa1; fadd.s fa2, fa2, fa1        | fa2 | 0xffffffff3f800000 |
      | nor in the other order                                  | 0xffffffff3f800000 | 0xffffffff33800000 | fadd.s fa2, fa1, fa1; fadd.s fa2, fa2, fa0        | fa2 | 0xffffffff3f800001 |
      | a product is rounded before the sum that follows it     | 0xffffffff3f800001 | 0xffffffffbf800002 | fmul.s fa2, fa0, fa0; fadd.s fa2, fa2, fa1        | fa2 | 0xffffffff00000000 |
      | conversion to the integers and back keeps whole numbers | 0xffffffff4b7fffff | 0xffffffff00000000 | fcvt.w.s a2, fa0; fcvt.s.w fa2, a2                | fa2 | 0xffffffff4b7fffff |

  @rule:fdiv-s_op @rule:fmul-s_op @rule:f_ieee_compliance
  Scenario: Each of two dependent operations rounds by its own mode
    Given fa0 = 0xffffffff3f9d70a4 and fa1 = 0xffffffff40400000 and fa3 = 0xffffffffbf9d70a4
    When the hart executes "fdiv.s fa2, fa0, fa1, rmm; fmul.s fa4, fa2, fa3, rdn"
    Then fa2 = 0xffffffff3ed1eb85 and fa4 = 0xffffffffbf0119cf

  @rule:f_ieee_compliance @ext:D
  Scenario: A product has no more digits than the format, as its conversion shows
    Given fa0 = 0xffffffff1cb31090
    When the hart executes "fmul.s fa2, fa0, fa0; fcvt.d.s fa3, fa2; fcvt.d.s fa4, fa0; fmul.d fa4, fa4, fa4"
    Then fa3 = 0x373f500000000000 [fmul-s_op]
    And fa2 = 0xffffffff000003ea [fmul-s_op]

  @rule:fmin-s_one_nan_input @rule:fcvt-s-wu_op @rule:f_ieee_compliance
  Scenario: A converted integer has no more digits than the format, as its minimum with a NaN shows
    Given a0 = 0x7fffffc1 and fa1 = 0xffffffff7fc00000
    When the hart executes "fcvt.s.wu fa0, a0; fmin.s fa2, fa0, fa1; fmv.x.w a2, fa0; fmv.x.w a3, fa2"
    Then fa2 = 0xffffffff4f000000 and a2 = 0x4f000000 and a3 = 0x4f000000
