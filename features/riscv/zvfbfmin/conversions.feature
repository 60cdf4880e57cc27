@ext:Zvfbfmin
Feature: Vector conversions between bfloat16 and binary32
  Under SEW = 16. Narrowing rounds by frm, with subnormals and flags as every conversion; widening is exact.

  Scenario Outline: vfncvtbf16.f.f.w of <a>, rounded by mode <frm>, gives <result>
    Given vl = 4 under e16, m1, tu, mu
    And v16 = e32: <a>
    And frm = <frm> and fflags = 0
    When the hart executes "vfncvtbf16.f.f.w v8, v16"
    Then v8 = e16: <result> [vfncvtbf16-f-f-w_op]
    And fflags = <flags> [vfncvtbf16-f-f-w_op]
    And no trap is taken [vfncvtbf16-f-f-w_op]
    And nothing else changes but v8 and vs and fs [vfncvtbf16-f-f-w_op]

    Examples: exact
      | a                                           | frm | result                      | flags |
      | 0x3f800000 0xbfc00000 0x00010000 0xff800000 | 0   | 0x3f80 0xbfc0 0x0001 0xff80 | 0     |
      | 0x80000000 0x7f7f0000 0x00800000 0x40490000 | 0   | 0x8000 0x7f7f 0x0080 0x4049 | 0     |

    Examples: rounded
      | a                                           | frm | result                      | flags |
      | 0x3f808000 0x3f818000 0xbf808001 0xbf800001 | 0   | 0x3f80 0x3f82 0xbf81 0xbf80 | 0x1   |
      | 0x3f808000 0x3f818000 0xbf808001 0xbf800001 | 1   | 0x3f80 0x3f81 0xbf80 0xbf80 | 0x1   |
      | 0x3f808000 0x3f818000 0xbf808001 0xbf800001 | 2   | 0x3f80 0x3f81 0xbf81 0xbf81 | 0x1   |
      | 0x3f808000 0x3f818000 0xbf808001 0xbf800001 | 3   | 0x3f81 0x3f82 0xbf80 0xbf80 | 0x1   |
      | 0x3f808000 0x3f818000 0xbf808001 0xbf800001 | 4   | 0x3f81 0x3f82 0xbf81 0xbf80 | 0x1   |

    Examples: beyond the largest number, and below the least normal one
      | a                         | frm | result            | flags |
      | 0x7f7fffff 0xff7fffff 0 0 | 0   | 0x7f80 0xff80 0 0 | 0x5   |
      | 0x7f7fffff 0xff7fffff 0 0 | 1   | 0x7f7f 0xff7f 0 0 | 0x1   |
      | 0x7f7fffff 0xff7fffff 0 0 | 2   | 0x7f7f 0xff80 0 0 | 0x5   |
      | 0x7f7fffff 0xff7fffff 0 0 | 3   | 0x7f80 0xff7f 0 0 | 0x5   |
      | 0x7f7fffff 0xff7fffff 0 0 | 4   | 0x7f80 0xff80 0 0 | 0x5   |
      | 0x00008000 0x80018000 0 0 | 0   | 0x0000 0x8002 0 0 | 0x3   |
      | 0x00008000 0x80018000 0 0 | 1   | 0x0000 0x8001 0 0 | 0x3   |
      | 0x00008000 0x80018000 0 0 | 2   | 0x0000 0x8002 0 0 | 0x3   |
      | 0x00008000 0x80018000 0 0 | 3   | 0x0001 0x8001 0 0 | 0x3   |
      | 0x00008000 0x80018000 0 0 | 4   | 0x0001 0x8002 0 0 | 0x3   |

    Examples: NaNs
      | a                         | frm | result            | flags |
      | 0x7fc12345 0xffffffff 0 0 | 0   | 0x7fc0 0x7fc0 0 0 | 0     |
      | 0x7f800001 0xffbfffff 0 0 | 0   | 0x7fc0 0x7fc0 0 0 | 0x10  |
      | 0x7f80ffff 0x3f808000 0 0 | 0   | 0x7fc0 0x3f80 0 0 | 0x11  |

  Scenario Outline: vfwcvtbf16.f.f.v of <a> gives <result>
    Given vl = 4 under e16, m1, tu, mu
    And v16 = e16: <a>
    And fflags = 0
    When the hart executes "vfwcvtbf16.f.f.v v8, v16"
    Then v8 = e32: <result> [vfwcvtbf16-f-f-v_op]
    And fflags = <flags> [vfwcvtbf16-f-f-v_op]
    And no trap is taken [vfwcvtbf16-f-f-v_op]
    And nothing else changes but v8 and v9 and vs and fs [vfwcvtbf16-f-f-v_op]

    Examples: exact, and NaNs
      | a                           | result                                      | flags |
      | 0x3f80 0xbfc0 0x0001 0xff80 | 0x3f800000 0xbfc00000 0x00010000 0xff800000 | 0     |
      | 0x8000 0x7f7f 0x807f 0x7f80 | 0x80000000 0x7f7f0000 0x807f0000 0x7f800000 | 0     |
      | 0x7fc0 0xffff 0x7fe1 0      | 0x7fc00000 0x7fc00000 0x7fc00000 0          | 0     |
      | 0x7f81 0 0 0                | 0x7fc00000 0 0 0                            | 0x10  |

  Scenario Outline: <insn> leaves masked elements alone, and their flags
    Given vl = 4 under e16, m1, tu, mu
    And v16 = <sew>: <snan> <one> <snan> <one>
    And v0 = e8: 0xa
    And fflags = 0
    When the hart executes "<insn> v8, v16, v0.t"
    Then v8 = <to>: old <result> old <result> [<rule>]
    And fflags = 0 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples:
      | insn             | sew | snan       | one        | to  | result     | rule                |
      | vfncvtbf16.f.f.w | e32 | 0x7f800001 | 0x3f800000 | e16 | 0x3f80     | vfncvtbf16-f-f-w_op |
      | vfwcvtbf16.f.f.v | e16 | 0x7f81     | 0x3f80     | e32 | 0x3f800000 | vfwcvtbf16-f-f-v_op |

  Scenario Outline: The code <code> is <meaning>
    Given vl = 2 under e16, m1, tu, mu
    And v16 = <sew>: <a>
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And v8 = <to>: <result> [<operation>]

    Examples:
      | code       | meaning                  | sew | a                     | to  | result                | encoding             | operation           |
      | 0x4b0e9457 | vfncvtbf16.f.f.w v8, v16 | e32 | 0x3f800000 0x40000000 | e16 | 0x3f80 0x4000         | vfncvtbf16-f-f-w_enc | vfncvtbf16-f-f-w_op |
      | 0x4b069457 | vfwcvtbf16.f.f.v v8, v16 | e16 | 0x3f80 0x4000         | e32 | 0x3f800000 0x40000000 | vfwcvtbf16-f-f-v_enc | vfwcvtbf16-f-f-v_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn             |
      | vfncvtbf16.f.f.w |
      | vfwcvtbf16.f.f.v |
