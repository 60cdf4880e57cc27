@ext:D
Feature: Conversion between binary32 and binary64
  fcvt.s.d rounds by rm; fcvt.d.s is exact whatever rm says. A NaN loses sign and payload, and is invalid only
  if it signals.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | fcvt.s.d |
      | fcvt.d.s |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> fa2, fa0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: exact
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x0000000000000000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x8000000000000000 | rne | 0xffffffff80000000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000000000000 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000000000000 | rne | 0xffffffffbf800000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff8000000000000 | rne | 0xffffffff3fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe0000000 | rne | 0xffffffff7f7fffff | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x3810000000000000 | rne | 0xffffffff00800000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x36a0000000000000 | rne | 0xffffffff00000001 | 0x00  | fcvt-s-d_op |

    Examples: rounded by the mode
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x3ff0000010000000 | rne | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000010000000 | rtz | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000010000000 | rdn | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000010000000 | rup | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000010000000 | rmm | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000030000000 | rne | 0xffffffff3f800002 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000030000000 | rtz | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000030000000 | rdn | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000030000000 | rup | 0xffffffff3f800002 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000030000000 | rmm | 0xffffffff3f800002 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | rne | 0xffffffffbf800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | rtz | 0xffffffffbf800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | rdn | 0xffffffffbf800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | rup | 0xffffffffbf800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | rmm | 0xffffffffbf800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000012000000 | rne | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000012000000 | rtz | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000012000000 | rdn | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000012000000 | rup | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000012000000 | rmm | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000008000000 | rne | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000008000000 | rtz | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000008000000 | rdn | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000008000000 | rup | 0xffffffff3f800001 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3ff0000008000000 | rmm | 0xffffffff3f800000 | 0x01  | fcvt-s-d_op |

    Examples: beyond the range
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x47effffff0000000 | rne | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47effffff0000000 | rtz | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47effffff0000000 | rdn | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47effffff0000000 | rup | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47effffff0000000 | rmm | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe8000000 | rne | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe8000000 | rtz | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe8000000 | rdn | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe8000000 | rup | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47efffffe8000000 | rmm | 0xffffffff7f7fffff | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x47f0000000000000 | rne | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47f0000000000000 | rtz | 0xffffffff7f7fffff | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47f0000000000000 | rdn | 0xffffffff7f7fffff | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47f0000000000000 | rup | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x47f0000000000000 | rmm | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0xc7f0000000000000 | rne | 0xffffffffff800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0xc7f0000000000000 | rtz | 0xffffffffff7fffff | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0xc7f0000000000000 | rdn | 0xffffffffff800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0xc7f0000000000000 | rup | 0xffffffffff7fffff | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0xc7f0000000000000 | rmm | 0xffffffffff800000 | 0x05  | fcvt-s-d_op |
      | fcvt.s.d | 0x7fefffffffffffff | rne | 0xffffffff7f800000 | 0x05  | fcvt-s-d_op |

    Examples: subnormal results
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x380fffffe0000000 | rne | 0xffffffff00800000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380fffffe0000000 | rtz | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380fffffe0000000 | rdn | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380fffffe0000000 | rup | 0xffffffff00800000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380fffffe0000000 | rmm | 0xffffffff00800000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff0000000 | rne | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff0000000 | rtz | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff0000000 | rdn | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff0000000 | rup | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff0000000 | rmm | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff8000000 | rne | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff8000000 | rtz | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff8000000 | rdn | 0xffffffff007fffff | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff8000000 | rup | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x380ffffff8000000 | rmm | 0xffffffff00800000 | 0x01  | fcvt-s-d_op |
      | fcvt.s.d | 0x3690000000000000 | rne | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3690000000000000 | rtz | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3690000000000000 | rdn | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3690000000000000 | rup | 0xffffffff00000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3690000000000000 | rmm | 0xffffffff00000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3680000000000000 | rne | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3680000000000000 | rtz | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3680000000000000 | rdn | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3680000000000000 | rup | 0xffffffff00000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x3680000000000000 | rmm | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb6a8000000000000 | rne | 0xffffffff80000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb6a8000000000000 | rtz | 0xffffffff80000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb6a8000000000000 | rdn | 0xffffffff80000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb6a8000000000000 | rup | 0xffffffff80000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb6a8000000000000 | rmm | 0xffffffff80000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x36b4000000000000 | rne | 0xffffffff00000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x36b4000000000000 | rtz | 0xffffffff00000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x36b4000000000000 | rdn | 0xffffffff00000002 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x36b4000000000000 | rup | 0xffffffff00000003 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x36b4000000000000 | rmm | 0xffffffff00000003 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x0000000000000001 | rup | 0xffffffff00000001 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0x0000000000000001 | rne | 0xffffffff00000000 | 0x03  | fcvt-s-d_op |

    Examples: infinities and NaNs
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x7ff0000000000000 | rne | 0xffffffff7f800000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0xfff0000000000000 | rne | 0xffffffffff800000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x7ff8000000000000 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0xfff8000000000000 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x7ff8000000000001 | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0xffffffffffffffff | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.s.d | 0x7ff0000000000001 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-d_op |
      | fcvt.s.d | 0xfff0000000000001 | rne | 0xffffffff7fc00000 | 0x10  | fcvt-s-d_op |
      | fcvt.s.d | 0x7fffffffffffffff | rne | 0xffffffff7fc00000 | 0x00  | fcvt-s-d_op |
      | fcvt.d.s | 0xffffffff7f800000 | rne | 0x7ff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800000 | rne | 0xfff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800000 | rtz | 0xfff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800000 | rdn | 0xfff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800000 | rup | 0xfff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800000 | rmm | 0xfff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff7fc00000 | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffffc00001 | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffffffffff | rne | 0x7ff8000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff7f800001 | rne | 0x7ff8000000000000 | 0x10  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffff800001 | rne | 0x7ff8000000000000 | 0x10  | fcvt-d-s_op |

    Examples: a result that rounds to the smallest normal number may still be tiny
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.s.d | 0x380fffffefffffff | rne | 0xffffffff00800000 | 0x03  | fcvt-s-d_op |
      | fcvt.s.d | 0xb80fffffe0000000 | rne | 0xffffffff80800000 | 0x03  | fcvt-s-d_op |

    Examples: exact, subnormals too
      | insn     | a                  | rm  | result             | flags | rule        |
      | fcvt.d.s | 0xffffffff00000000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff80000000 | rne | 0x8000000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff3f800000 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800000 | rne | 0xbff0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff3f800001 | rne | 0x3ff0000020000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff7f7fffff | rne | 0x47efffffe0000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff00800000 | rne | 0x3810000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff007fffff | rne | 0x380fffffc0000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff00000001 | rne | 0x36a0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff80000001 | rne | 0xb6a0000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffff00000003 | rne | 0x36b8000000000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800001 | rne | 0xbff0000020000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800001 | rtz | 0xbff0000020000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800001 | rdn | 0xbff0000020000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800001 | rup | 0xbff0000020000000 | 0x00  | fcvt-d-s_op |
      | fcvt.d.s | 0xffffffffbf800001 | rmm | 0xbff0000020000000 | 0x00  | fcvt-d-s_op |

  Scenario Outline: <insn> rounds <a> by frm, which fcsr = <fcsr> holds
    Given fa0 = <a> and fcsr = <fcsr>
    When the hart executes "<insn> fa2, fa0"
    Then fa2 = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn     | a                  | fcsr | result             | rule        |
      | fcvt.s.d | 0xbff0000010000000 | 0x00 | 0xffffffffbf800000 | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | 0x20 | 0xffffffffbf800000 | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | 0x40 | 0xffffffffbf800001 | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | 0x60 | 0xffffffffbf800000 | fcvt-s-d_op |
      | fcvt.s.d | 0xbff0000010000000 | 0x80 | 0xffffffffbf800001 | fcvt-s-d_op |
