@ext:Zvfbfwma
Feature: Vector multiply-accumulate of bfloat16 into binary32
  Products of bfloat16 elements are exact; the sum with an element of binary32 is rounded once, by frm.

  Scenario Outline: vfwmaccbf16.vv of <d>, <a> and <b>, rounded by mode <frm>, gives <result>
    Given vl = 4 under e16, m1, tu, mu
    And v8 = e32: <d>
    And v16 = e16: <a>
    And v17 = e16: <b>
    And frm = <frm> and fflags = 0
    When the hart executes "vfwmaccbf16.vv v8, v16, v17"
    Then v8 = e32: <result> [vfwmaccbf16_vv_op]
    And fflags = <flags> [vfwmaccbf16_vv_op]
    And no trap is taken [vfwmaccbf16_vv_op]
    And nothing else changes but v8 and v9 and vs and fs [vfwmaccbf16_vv_op]

    Examples:
      | d                                  | a                           | b                           | frm | result                                      | flags |
      | 0x3e800000 0 0xbf800000 0x40000000 | 0x3fc0 0x8000 0x3f80 0xbf80 | 0x4000 0x3f80 0x3f80 0x3f80 | 0   | 0x40500000 0 0 0x3f800000                   | 0     |
      | 0 0x80000000 0x00000001 0          | 0x3f81 0x8000 0x0001 0x0040 | 0x3f81 0x3f80 0x3f80 0x3f80 | 0   | 0x3f820200 0x80000000 0x00010001 0x00400000 | 0     |
      | 0x30800000 0xb0800000 0 0          | 0x3f81 0xbf81 0 0           | 0x3f81 0x3f81 0 0           | 0   | 0x3f820200 0xbf820200 0 0                   | 0x1   |
      | 0x30800000 0xb0800000 0 0          | 0x3f81 0xbf81 0 0           | 0x3f81 0x3f81 0 0           | 1   | 0x3f820200 0xbf820200 0 0                   | 0x1   |
      | 0x30800000 0xb0800000 0 0          | 0x3f81 0xbf81 0 0           | 0x3f81 0x3f81 0 0           | 2   | 0x3f820200 0xbf820201 0 0                   | 0x1   |
      | 0x30800000 0xb0800000 0 0          | 0x3f81 0xbf81 0 0           | 0x3f81 0x3f81 0 0           | 3   | 0x3f820201 0xbf820200 0 0                   | 0x1   |
      | 0x30800000 0xb0800000 0 0          | 0x3f81 0xbf81 0 0           | 0x3f81 0x3f81 0 0           | 4   | 0x3f820200 0xbf820200 0 0                   | 0x1   |
      | 0x7f7fffff 0 0 0                   | 0x7f7f 0 0 0                | 0x7f7f 0 0 0                | 0   | 0x7f800000 0 0 0                            | 0x5   |
      | 0x7f7fffff 0 0 0                   | 0x7f7f 0 0 0                | 0x7f7f 0 0 0                | 1   | 0x7f7fffff 0 0 0                            | 0x5   |
      | 0x7f800000 0 0 0                   | 0x7f80 0 0 0                | 0xbf80 0 0 0                | 0   | 0x7fc00000 0 0 0                            | 0x10  |
      | 0x3f800000 0 0 0                   | 0x7f80 0 0 0                | 0 0 0 0                     | 0   | 0x7fc00000 0 0 0                            | 0x10  |
      | 0x7fc12345 0 0 0                   | 0x3f80 0 0 0                | 0x3f80 0 0 0                | 0   | 0x7fc00000 0 0 0                            | 0     |
      | 0x3f800000 0 0 0                   | 0x7f81 0 0 0                | 0x3f80 0 0 0                | 0   | 0x7fc00000 0 0 0                            | 0x10  |
      | 0x7fc00000 0 0 0                   | 0x7f80 0 0 0                | 0 0 0 0                     | 0   | 0x7fc00000 0 0 0                            | 0x10  |

  Scenario Outline: vfwmaccbf16.vf of <d>, the register <f> and <b>, rounded by mode <frm>, gives <result>
    Given vl = 2 under e16, m1, tu, mu
    And v8 = e32: <d>
    And fa0 = <f>
    And v16 = e16: <b>
    And frm = <frm> and fflags = 0
    When the hart executes "vfwmaccbf16.vf v8, fa0, v16"
    Then v8 = e32: <result> [vfwmaccbf16_vf_op]
    And fflags = <flags> [vfwmaccbf16_vf_op]
    And no trap is taken [vfwmaccbf16_vf_op]
    And nothing else changes but v8 and vs and fs [vfwmaccbf16_vf_op]

    Examples: a scalar that is not boxed is a NaN
      | d                     | f                  | b             | frm | result                | flags |
      | 0x3e800000 0xbf800000 | 0xffffffffffff3fc0 | 0x4000 0x3f80 | 0   | 0x40500000 0x3f000000 | 0     |
      | 0x30800000 0          | 0xffffffffffff3f81 | 0x3f81 0      | 3   | 0x3f820201 0          | 0x1   |
      | 0 0x3f800000          | 0xffffffff00003f80 | 0x3f80 0      | 0   | 0x7fc00000 0x7fc00000 | 0     |
      | 0 0x3f800000          | 0x3f80             | 0x3f80 0      | 0   | 0x7fc00000 0x7fc00000 | 0     |

  Scenario Outline: The code <code> is <meaning>
    Given vl = 2 under e16, m1, tu, mu
    And v8 = e32: 0x3e800000 0
    And v16 = e16: 0x3fc0 0x3f80
    And v17 = e16: 0x4000 0x4000
    And fa0 = 0xffffffffffff4000
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And v8 = e32: 0x40500000 0x40000000 [<operation>]

    Examples:
      | code       | meaning                     | encoding                | operation         |
      | 0xef181457 | vfwmaccbf16.vv v8, v16, v17 | vfwmaccbf16_encoding_vv | vfwmaccbf16_vv_op |
      | 0xef055457 | vfwmaccbf16.vf v8, fa0, v16 | vfwmaccbf16_encoding_vf | vfwmaccbf16_vf_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn           |
      | vfwmaccbf16.vv |
      | vfwmaccbf16.vf |
