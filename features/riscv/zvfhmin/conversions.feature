@ext:Zvfhmin
Feature: Vector half-precision conversions
  vfwcvt.f.f.v and vfncvt.f.f.w under SEW 16 convert between binary16 and binary32.

  Scenario Outline: <insn> of <a> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e32: <result> [vfwcvt_op]
    And fflags = <flags> [vfwcvt_op]
    And no trap is taken [vfwcvt_op]
    And nothing else changes but v8 and v9 and vs and fs [vfwcvt_op]

    Examples: binary16 becomes binary32, exactly
      | insn         | frm | vl | a                           | result                                      | flags |
      | vfwcvt.f.f.v | 0   | 4  | 0x3c00 0xb600 0x7c00 0xfc00 | 0x3f800000 0xbec00000 0x7f800000 0xff800000 | 0x00  |
      | vfwcvt.f.f.v | 0   | 4  | 0x0001 0x8000 0x7bff 0x03ff | 0x33800000 0x80000000 0x477fe000 0x387fc000 | 0x00  |
      | vfwcvt.f.f.v | 0   | 1  | 0x7e05                      | 0x7fc00000                                  | 0x00  |
      | vfwcvt.f.f.v | 0   | 1  | 0xfe05                      | 0x7fc00000                                  | 0x00  |
      | vfwcvt.f.f.v | 0   | 1  | 0x7c01                      | 0x7fc00000                                  | 0x10  |

  Scenario Outline: <insn> of <a> under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e32: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [vfncvt_op]
    And fflags = <flags> [vfncvt_op]
    And no trap is taken [vfncvt_op]
    And nothing else changes but v8 and vs and fs [vfncvt_op]

    Examples: binary32 is rounded to binary16
      | insn         | frm | vl | a                     | result        | flags |
      | vfncvt.f.f.w | 0   | 2  | 0xbec00000 0x40a00000 | 0xb600 0x4500 | 0x00  |
      | vfncvt.f.f.w | 0   | 2  | 0x3f801000 0x3f803000 | 0x3c00 0x3c02 | 0x01  |
      | vfncvt.f.f.w | 1   | 2  | 0x3f801000 0x3f803000 | 0x3c00 0x3c01 | 0x01  |
      | vfncvt.f.f.w | 2   | 2  | 0x3f801000 0x3f803000 | 0x3c00 0x3c01 | 0x01  |
      | vfncvt.f.f.w | 3   | 2  | 0x3f801000 0x3f803000 | 0x3c01 0x3c02 | 0x01  |
      | vfncvt.f.f.w | 4   | 2  | 0x3f801000 0x3f803000 | 0x3c01 0x3c02 | 0x01  |
      | vfncvt.f.f.w | 0   | 1  | 0xbf801001            | 0xbc01        | 0x01  |
      | vfncvt.f.f.w | 1   | 1  | 0xbf801001            | 0xbc00        | 0x01  |
      | vfncvt.f.f.w | 2   | 1  | 0xbf801001            | 0xbc01        | 0x01  |
      | vfncvt.f.f.w | 3   | 1  | 0xbf801001            | 0xbc00        | 0x01  |
      | vfncvt.f.f.w | 4   | 1  | 0xbf801001            | 0xbc01        | 0x01  |
      | vfncvt.f.f.w | 0   | 1  | 0x477ff000            | 0x7c00        | 0x05  |
      | vfncvt.f.f.w | 1   | 1  | 0x477ff000            | 0x7bff        | 0x01  |
      | vfncvt.f.f.w | 2   | 1  | 0x477ff000            | 0x7bff        | 0x01  |
      | vfncvt.f.f.w | 3   | 1  | 0x477ff000            | 0x7c00        | 0x05  |
      | vfncvt.f.f.w | 4   | 1  | 0x477ff000            | 0x7c00        | 0x05  |
      | vfncvt.f.f.w | 0   | 2  | 0x7f7fffff 0xff7fffff | 0x7c00 0xfc00 | 0x05  |
      | vfncvt.f.f.w | 1   | 2  | 0x7f7fffff 0xff7fffff | 0x7bff 0xfbff | 0x05  |
      | vfncvt.f.f.w | 2   | 2  | 0x7f7fffff 0xff7fffff | 0x7bff 0xfc00 | 0x05  |
      | vfncvt.f.f.w | 3   | 2  | 0x7f7fffff 0xff7fffff | 0x7c00 0xfbff | 0x05  |
      | vfncvt.f.f.w | 4   | 2  | 0x7f7fffff 0xff7fffff | 0x7c00 0xfc00 | 0x05  |
      | vfncvt.f.f.w | 0   | 1  | 0x387fffff            | 0x0400        | 0x01  |
      | vfncvt.f.f.w | 1   | 1  | 0x387fffff            | 0x03ff        | 0x03  |
      | vfncvt.f.f.w | 2   | 1  | 0x387fffff            | 0x03ff        | 0x03  |
      | vfncvt.f.f.w | 3   | 1  | 0x387fffff            | 0x0400        | 0x01  |
      | vfncvt.f.f.w | 4   | 1  | 0x387fffff            | 0x0400        | 0x01  |
      | vfncvt.f.f.w | 0   | 2  | 0x33800000 0x33000000 | 0x0001 0x0000 | 0x03  |
      | vfncvt.f.f.w | 1   | 2  | 0x33800000 0x33000000 | 0x0001 0x0000 | 0x03  |
      | vfncvt.f.f.w | 2   | 2  | 0x33800000 0x33000000 | 0x0001 0x0000 | 0x03  |
      | vfncvt.f.f.w | 3   | 2  | 0x33800000 0x33000000 | 0x0001 0x0001 | 0x03  |
      | vfncvt.f.f.w | 4   | 2  | 0x33800000 0x33000000 | 0x0001 0x0001 | 0x03  |
      | vfncvt.f.f.w | 0   | 2  | 0x7f800000 0xff800000 | 0x7c00 0xfc00 | 0x00  |
      | vfncvt.f.f.w | 0   | 1  | 0x7fc00005            | 0x7e00        | 0x00  |
      | vfncvt.f.f.w | 0   | 1  | 0x7f800001            | 0x7e00        | 0x10  |
      | vfncvt.f.f.w | 2   | 2  | 0x80000000 0x00000000 | 0x8000 0x0000 | 0x00  |
      | vfncvt.f.f.w | 0   | 1  | 0x00000001            | 0x0000        | 0x03  |
      | vfncvt.f.f.w | 1   | 1  | 0x00000001            | 0x0000        | 0x03  |
      | vfncvt.f.f.w | 2   | 1  | 0x00000001            | 0x0000        | 0x03  |
      | vfncvt.f.f.w | 3   | 1  | 0x00000001            | 0x0001        | 0x03  |
      | vfncvt.f.f.w | 4   | 1  | 0x00000001            | 0x0000        | 0x03  |

  Scenario: vfwcvt.f.f.v raises nothing for inactive elements and the tail
    Given vl = 3 under e16, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e16: 0x3c00 0x7c01 0x4000 0x7c01 and v8 = e32: 1 2 3 4
    When the hart executes "vfwcvt.f.f.v v8, v16, v0.t"
    Then v8 = e32: 0x3f800000 old 0x40000000 old [vfwcvt_op]
    And fflags = 0 [vfwcvt_op]
    And no trap is taken [vfwcvt_op]
    And nothing else changes but v8 and v9 and vs and fs [vfwcvt_op]

  Scenario: vfncvt.f.f.w raises nothing for inactive elements and the tail
    Given vl = 3 under e16, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e32: 0x3f800000 0x7f800001 0x40000000 0x7f800001 and v8 = e16: 1 2 3 4
    When the hart executes "vfncvt.f.f.w v8, v16, v0.t"
    Then v8 = e16: 0x3c00 old 0x4000 old [vfncvt_op]
    And fflags = 0 [vfncvt_op]
    And no trap is taken [vfncvt_op]
    And nothing else changes but v8 and vs and fs [vfncvt_op]
