@ext:V
Feature: Vector conversions
  Between floating-point values and integers of one width, of twice and of half the width: rounded by frm, or to
  zero, or to odd, and clipped where an integer does not hold the value.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn              |
      | vfcvt.xu.f.v      |
      | vfcvt.x.f.v       |
      | vfcvt.rtz.xu.f.v  |
      | vfcvt.rtz.x.f.v   |
      | vfcvt.f.xu.v      |
      | vfcvt.f.x.v       |
      | vfwcvt.xu.f.v     |
      | vfwcvt.x.f.v      |
      | vfwcvt.rtz.xu.f.v |
      | vfwcvt.rtz.x.f.v  |
      | vfwcvt.f.xu.v     |
      | vfwcvt.f.x.v      |
      | vfwcvt.f.f.v      |
      | vfncvt.xu.f.w     |
      | vfncvt.x.f.w      |
      | vfncvt.rtz.xu.f.w |
      | vfncvt.rtz.x.f.w  |
      | vfncvt.f.xu.w     |
      | vfncvt.f.x.w      |
      | vfncvt.f.f.w      |
      | vfncvt.rod.f.f.w  |

  Scenario Outline: <insn> of <a> under frm <frm>, 32 bits wide, gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e32: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: one width
      | insn             | frm | vl | a                     | result                | flags | rule     |
      | vfcvt.xu.f.v     | 0   | 2  | 0x40400000 0x00000000 | 0x00000003 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 2  | 0x40200000 0xc0200000 | 0x00000002 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 2  | 0x40200000 0xc0200000 | 0x00000002 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 2  | 0x40200000 0xc0200000 | 0x00000002 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 2  | 0x40200000 0xc0200000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 2  | 0x40200000 0xc0200000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 2  | 0x40600000 0xc0600000 | 0x00000004 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 2  | 0x40600000 0xc0600000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 2  | 0x40600000 0xc0600000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 2  | 0x40600000 0xc0600000 | 0x00000004 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 2  | 0x40600000 0xc0600000 | 0x00000004 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7f800000            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xff800000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7fc00005            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xff800001            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 1  | 0xbf000000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 1  | 0xbf000000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x80000000            | 0x00000000            | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 1  | 0x00000001            | 0x00000001            | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x4f000000            | 0x80000000            | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xcf000000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x4f7fffff            | 0xffffff00            | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x4f800000            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x40400000 0x00000000 | 0x00000003 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x40200000 0xc0200000 | 0x00000002 0xfffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 2  | 0x40200000 0xc0200000 | 0x00000002 0xfffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 2  | 0x40200000 0xc0200000 | 0x00000002 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 2  | 0x40200000 0xc0200000 | 0x00000003 0xfffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 2  | 0x40200000 0xc0200000 | 0x00000003 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x40600000 0xc0600000 | 0x00000004 0xfffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 2  | 0x40600000 0xc0600000 | 0x00000003 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 2  | 0x40600000 0xc0600000 | 0x00000003 0xfffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 2  | 0x40600000 0xc0600000 | 0x00000004 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 2  | 0x40600000 0xc0600000 | 0x00000004 0xfffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x7f800000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xff800000            | 0x80000000            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x7fc00005            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xff800001            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 1  | 0xbf000000            | 0xffffffff            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 1  | 0xbf000000            | 0xffffffff            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x80000000            | 0x00000000            | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 1  | 0x00000001            | 0x00000001            | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x4f000000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xcf000000            | 0x80000000            | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x4f7fffff            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x4f800000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x40400000 0x00000000 | 0x00000003 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x40200000 0xc0200000 | 0x00000002 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 2  | 0x40200000 0xc0200000 | 0x00000002 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x40600000 0xc0600000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 2  | 0x40600000 0xc0600000 | 0x00000003 0x00000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7f800000            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xff800000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7fc00005            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xff800001            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x80000000            | 0x00000000            | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x4f000000            | 0x80000000            | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xcf000000            | 0x00000000            | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x4f7fffff            | 0xffffff00            | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x4f800000            | 0xffffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x40400000 0x00000000 | 0x00000003 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x40200000 0xc0200000 | 0x00000002 0xfffffffe | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 2  | 0x40200000 0xc0200000 | 0x00000002 0xfffffffe | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x40600000 0xc0600000 | 0x00000003 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 2  | 0x40600000 0xc0600000 | 0x00000003 0xfffffffd | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7f800000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xff800000            | 0x80000000            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7fc00005            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xff800001            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 1  | 0xbf000000            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x80000000            | 0x00000000            | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 1  | 0x00000001            | 0x00000000            | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x4f000000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xcf000000            | 0x80000000            | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x4f7fffff            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x4f800000            | 0x7fffffff            | 0x10  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 2  | 0x00000001 0x00000000 | 0x3f800000 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800001 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800001 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 2  | 0x01000001 0x01000003 | 0x4b800001 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 4   | 2  | 0x01000001 0x01000003 | 0x4b800001 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 1  | 0xffffffff            | 0x4f800000            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 1  | 0xffffffff            | 0x4f7fffff            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 1  | 0xffffffff            | 0x4f7fffff            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 1  | 0xffffffff            | 0x4f800000            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 4   | 1  | 0xffffffff            | 0x4f800000            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 1  | 0x80000000            | 0x4f000000            | 0x00  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 1  | 0xfefffffd            | 0x4f7effff            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 1  | 0xfefffffd            | 0x4f7effff            | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 1  | 0xfefffffd            | 0x4f7f0000            | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 2  | 0x00000001 0x00000000 | 0x3f800000 0x00000000 | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800001 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 2  | 0x01000001 0x01000003 | 0x4b800000 0x4b800001 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 2  | 0x01000001 0x01000003 | 0x4b800001 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 4   | 2  | 0x01000001 0x01000003 | 0x4b800001 0x4b800002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 1  | 0xffffffff            | 0xbf800000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 1  | 0xffffffff            | 0xbf800000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 1  | 0xffffffff            | 0xbf800000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 1  | 0xffffffff            | 0xbf800000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 4   | 1  | 0xffffffff            | 0xbf800000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 1  | 0x80000000            | 0xcf000000            | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 1  | 0xfefffffd            | 0xcb800001            | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 1  | 0xfefffffd            | 0xcb800002            | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 1  | 0xfefffffd            | 0xcb800001            | 0x01  | vfcvt_op |

  Scenario Outline: <insn> of <a> under frm <frm>, 64 bits wide, gives <result>
    Given vl = <vl> under e64, m1, tu, mu
    And v16 = e64: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: one width
      | insn             | frm | vl | a                                     | result                                | flags | rule     |
      | vfcvt.xu.f.v     | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7ff0000000000000                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xfff0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7ff8000000000005                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xfff0000000000001                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 1   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 2   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 4   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 3   | 1  | 0x0000000000000001                    | 0x0000000000000001                    | 0x01  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x43e0000000000000                    | 0x8000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0xc3e0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x43efffffffffffff                    | 0xfffffffffffff800                    | 0x00  | vfcvt_op |
      | vfcvt.xu.f.v     | 0   | 1  | 0x43f0000000000000                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000003 0xfffffffffffffffe | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0xfffffffffffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0xfffffffffffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000004 0xfffffffffffffffc | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x7ff0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xfff0000000000000                    | 0x8000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x7ff8000000000005                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xfff0000000000001                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 1   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 2   | 1  | 0xbfe0000000000000                    | 0xffffffffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 4   | 1  | 0xbfe0000000000000                    | 0xffffffffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 3   | 1  | 0x0000000000000001                    | 0x0000000000000001                    | 0x01  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x43e0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0xc3e0000000000000                    | 0x8000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x43efffffffffffff                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.x.f.v      | 0   | 1  | 0x43f0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7ff0000000000000                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xfff0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7ff8000000000005                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xfff0000000000001                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 3   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x43e0000000000000                    | 0x8000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xc3e0000000000000                    | 0x0000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x43efffffffffffff                    | 0xfffffffffffff800                    | 0x00  | vfcvt_op |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x43f0000000000000                    | 0xffffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7ff0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xfff0000000000000                    | 0x8000000000000000                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7ff8000000000005                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xfff0000000000001                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 1  | 0xbfe0000000000000                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 3   | 1  | 0x0000000000000001                    | 0x0000000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x43e0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xc3e0000000000000                    | 0x8000000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x43efffffffffffff                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x43f0000000000000                    | 0x7fffffffffffffff                    | 0x10  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 2  | 0x0000000000000001 0x0000000000000000 | 0x3ff0000000000000 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000001 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000001 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000001 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 4   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000001 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 1  | 0xffffffffffffffff                    | 0x43f0000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 1  | 0xffffffffffffffff                    | 0x43efffffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 1  | 0xffffffffffffffff                    | 0x43efffffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 1  | 0xffffffffffffffff                    | 0x43f0000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 4   | 1  | 0xffffffffffffffff                    | 0x43f0000000000000                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 0   | 1  | 0x8000000000000000                    | 0x43e0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.xu.v     | 1   | 1  | 0xffdffffffffffffd                    | 0x43effbffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 2   | 1  | 0xffdffffffffffffd                    | 0x43effbffffffffff                    | 0x01  | vfcvt_op |
      | vfcvt.f.xu.v     | 3   | 1  | 0xffdffffffffffffd                    | 0x43effc0000000000                    | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 2  | 0x0000000000000001 0x0000000000000000 | 0x3ff0000000000000 0x0000000000000000 | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000001 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000000 0x4340000000000001 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000001 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 4   | 2  | 0x0020000000000001 0x0020000000000003 | 0x4340000000000001 0x4340000000000002 | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 1  | 0xffffffffffffffff                    | 0xbff0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 1  | 0xffffffffffffffff                    | 0xbff0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 1  | 0xffffffffffffffff                    | 0xbff0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 1  | 0xffffffffffffffff                    | 0xbff0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 4   | 1  | 0xffffffffffffffff                    | 0xbff0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 0   | 1  | 0x8000000000000000                    | 0xc3e0000000000000                    | 0x00  | vfcvt_op |
      | vfcvt.f.x.v      | 1   | 1  | 0xffdffffffffffffd                    | 0xc340000000000001                    | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 2   | 1  | 0xffdffffffffffffd                    | 0xc340000000000002                    | 0x01  | vfcvt_op |
      | vfcvt.f.x.v      | 3   | 1  | 0xffdffffffffffffd                    | 0xc340000000000001                    | 0x01  | vfcvt_op |

  Scenario Outline: <insn> of <a> under frm <frm>, from 32 to 64 bits, gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e64: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: twice the width
      | insn              | frm | vl | a                     | result                                | flags | rule      |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x40400000 0x00000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 1   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 2   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 3   | 2  | 0x40200000 0xc0200000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 4   | 2  | 0x40200000 0xc0200000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 1   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 2   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 3   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 4   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x7f800000            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0xff800000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x7fc00005            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0xff800001            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 1   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 2   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 4   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x80000000            | 0x0000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 3   | 1  | 0x00000001            | 0x0000000000000001                    | 0x01  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x5f000000            | 0x8000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0xdf000000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x5f7fffff            | 0xffffff0000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x5f800000            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x4f800000 0xcf000000 | 0x0000000100000000 0x0000000000000000 | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 2  | 0x40400000 0x00000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 1   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 2   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 3   | 2  | 0x40200000 0xc0200000 | 0x0000000000000003 0xfffffffffffffffe | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 4   | 2  | 0x40200000 0xc0200000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0xfffffffffffffffc | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 1   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 2   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0xfffffffffffffffc | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 3   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 4   | 2  | 0x40600000 0xc0600000 | 0x0000000000000004 0xfffffffffffffffc | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x7f800000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0xff800000            | 0x8000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x7fc00005            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0xff800001            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 1   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 2   | 1  | 0xbf000000            | 0xffffffffffffffff                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 4   | 1  | 0xbf000000            | 0xffffffffffffffff                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x80000000            | 0x0000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 3   | 1  | 0x00000001            | 0x0000000000000001                    | 0x01  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x5f000000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0xdf000000            | 0x8000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x5f7fffff            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 1  | 0x5f800000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.x.f.v      | 0   | 2  | 0x4f800000 0xcf000000 | 0x0000000100000000 0xffffffff80000000 | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x40400000 0x00000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 3   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 3   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0x0000000000000000 | 0x11  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x7f800000            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0xff800000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x7fc00005            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0xff800001            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 3   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x80000000            | 0x0000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 3   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x5f000000            | 0x8000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0xdf000000            | 0x0000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x5f7fffff            | 0xffffff0000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x5f800000            | 0xffffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x4f800000 0xcf000000 | 0x0000000100000000 0x0000000000000000 | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x40400000 0x00000000 | 0x0000000000000003 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 3   | 2  | 0x40200000 0xc0200000 | 0x0000000000000002 0xfffffffffffffffe | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 3   | 2  | 0x40600000 0xc0600000 | 0x0000000000000003 0xfffffffffffffffd | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x7f800000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0xff800000            | 0x8000000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x7fc00005            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0xff800001            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 3   | 1  | 0xbf000000            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x80000000            | 0x0000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 3   | 1  | 0x00000001            | 0x0000000000000000                    | 0x01  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x5f000000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0xdf000000            | 0x8000000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x5f7fffff            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x5f800000            | 0x7fffffffffffffff                    | 0x10  | vfwcvt_op |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x4f800000 0xcf000000 | 0x0000000100000000 0xffffffff80000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.xu.v     | 2   | 2  | 0x00000001 0xffffffff | 0x3ff0000000000000 0x41efffffffe00000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.xu.v     | 2   | 2  | 0x80000000 0x7fffffff | 0x41e0000000000000 0x41dfffffffc00000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.xu.v     | 2   | 2  | 0xfedcba98 0x00000000 | 0x41efdb9753000000 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v      | 2   | 2  | 0x00000001 0xffffffff | 0x3ff0000000000000 0xbff0000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v      | 2   | 2  | 0x80000000 0x7fffffff | 0xc1e0000000000000 0x41dfffffffc00000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v      | 2   | 2  | 0xfedcba98 0x00000000 | 0xc172345680000000 0x0000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 2  | 0x3f800000 0xbec00000 | 0x3ff0000000000000 0xbfd8000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 2  | 0x7f800000 0xff800000 | 0x7ff0000000000000 0xfff0000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 1  | 0x7fc00005            | 0x7ff8000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 1  | 0xffc00005            | 0x7ff8000000000000                    | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 1  | 0x7f800001            | 0x7ff8000000000000                    | 0x10  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 2  | 0x00000001 0x80000000 | 0x36a0000000000000 0x8000000000000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.f.v      | 0   | 2  | 0x7f7fffff 0x007fffff | 0x47efffffe0000000 0x380fffffc0000000 | 0x00  | vfwcvt_op |

  Scenario Outline: <insn> of <a>, from 16 to 32 bits, gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e32: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and v9 and vs and fs [<rule>]

    Examples: integers of 16 bits become binary32
      | insn          | frm | vl | a             | result                | flags | rule      |
      | vfwcvt.f.xu.v | 0   | 2  | 0x0001 0xffff | 0x3f800000 0x477fff00 | 0x00  | vfwcvt_op |
      | vfwcvt.f.xu.v | 0   | 2  | 0x8000 0x7fff | 0x47000000 0x46fffe00 | 0x00  | vfwcvt_op |
      | vfwcvt.f.xu.v | 0   | 2  | 0xfedc 0x0000 | 0x477edc00 0x00000000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v  | 0   | 2  | 0x0001 0xffff | 0x3f800000 0xbf800000 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v  | 0   | 2  | 0x8000 0x7fff | 0xc7000000 0x46fffe00 | 0x00  | vfwcvt_op |
      | vfwcvt.f.x.v  | 0   | 2  | 0xfedc 0x0000 | 0xc3920000 0x00000000 | 0x00  | vfwcvt_op |

  Scenario Outline: <insn> of <a> under frm <frm>, from 64 to 32 bits, gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e64: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e32: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: half the width
      | insn              | frm | vl | a                                     | result                | flags | rule      |
      | vfncvt.xu.f.w     | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x00000003 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 1   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 2   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 4   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 1   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 2   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 4   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x7ff0000000000000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0xfff0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x7ff8000000000005                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0xfff0000000000001                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 1   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 2   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 4   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x8000000000000000                    | 0x00000000            | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 3   | 1  | 0x0000000000000001                    | 0x00000001            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x41e0000000000000                    | 0x80000000            | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0xc1e0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x41efffffffe00000                    | 0xffffffff            | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x41f0000000000000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 1   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 2   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 3   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 4   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x00000000 0x00000000 | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 1   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x00000000 0x00000000 | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 2   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x00000000 0x00000000 | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x00000003 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0xfffffffe | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 1   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0xfffffffe | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 2   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000003 0xfffffffe | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 4   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000003 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0xfffffffc | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 1   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 2   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0xfffffffc | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 4   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000004 0xfffffffc | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x7ff0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0xfff0000000000000                    | 0x80000000            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x7ff8000000000005                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0xfff0000000000001                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 1   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 2   | 1  | 0xbfe0000000000000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 4   | 1  | 0xbfe0000000000000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x8000000000000000                    | 0x00000000            | 0x00  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 3   | 1  | 0x0000000000000001                    | 0x00000001            | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x41e0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0xc1e0000000000000                    | 0x80000000            | 0x00  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x41efffffffe00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x41f0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 1   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 2   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 3   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 4   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x80000000 0x80000000 | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 1   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x80000000 0x80000000 | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 2   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x80000000 0x80000000 | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x00000003 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0x00000000 | 0x11  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x7ff0000000000000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xfff0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x7ff8000000000005                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xfff0000000000001                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x8000000000000000                    | 0x00000000            | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x41e0000000000000                    | 0x80000000            | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xc1e0000000000000                    | 0x00000000            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x41efffffffe00000                    | 0xffffffff            | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x41f0000000000000                    | 0xffffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 1  | 0x41effffffff00000                    | 0xffffffff            | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x00000000 0x00000000 | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x00000000 0x00000000 | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0x4008000000000000 0x0000000000000000 | 0x00000003 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0xfffffffe | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 2  | 0x4004000000000000 0xc004000000000000 | 0x00000002 0xfffffffe | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 2  | 0x400c000000000000 0xc00c000000000000 | 0x00000003 0xfffffffd | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x7ff0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xfff0000000000000                    | 0x80000000            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x7ff8000000000005                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xfff0000000000001                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 1  | 0xbfe0000000000000                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x8000000000000000                    | 0x00000000            | 0x00  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 1  | 0x0000000000000001                    | 0x00000000            | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x41e0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xc1e0000000000000                    | 0x80000000            | 0x00  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x41efffffffe00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x41f0000000000000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 1  | 0x41effffffff00000                    | 0x7fffffff            | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x80000000 0x80000000 | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 2  | 0xc1e0000000000000 0xc1e0000000100000 | 0x80000000 0x80000000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 0   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0x5f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 1   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0x5f7fffff | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 2   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0x5f7fffff | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 3   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0x5f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 4   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0x5f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 0   | 2  | 0x8000000000000000 0x0000000001000001 | 0x5f000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 1   | 2  | 0x8000000000000000 0x0000000001000001 | 0x5f000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 2   | 2  | 0x8000000000000000 0x0000000001000001 | 0x5f000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 3   | 2  | 0x8000000000000000 0x0000000001000001 | 0x5f000000 0x4b800001 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 4   | 2  | 0x8000000000000000 0x0000000001000001 | 0x5f000000 0x4b800001 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 0   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0x5f7edcbb 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 1   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0x5f7edcba 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 2   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0x5f7edcba 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 3   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0x5f7edcbb 0x4f800001 | 0x01  | vfncvt_op |
      | vfncvt.f.xu.w     | 4   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0x5f7edcbb 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 0   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0xbf800000 | 0x00  | vfncvt_op |
      | vfncvt.f.x.w      | 1   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0xbf800000 | 0x00  | vfncvt_op |
      | vfncvt.f.x.w      | 2   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0xbf800000 | 0x00  | vfncvt_op |
      | vfncvt.f.x.w      | 3   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0xbf800000 | 0x00  | vfncvt_op |
      | vfncvt.f.x.w      | 4   | 2  | 0x0000000000000001 0xffffffffffffffff | 0x3f800000 0xbf800000 | 0x00  | vfncvt_op |
      | vfncvt.f.x.w      | 0   | 2  | 0x8000000000000000 0x0000000001000001 | 0xdf000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 1   | 2  | 0x8000000000000000 0x0000000001000001 | 0xdf000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 2   | 2  | 0x8000000000000000 0x0000000001000001 | 0xdf000000 0x4b800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 3   | 2  | 0x8000000000000000 0x0000000001000001 | 0xdf000000 0x4b800001 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 4   | 2  | 0x8000000000000000 0x0000000001000001 | 0xdf000000 0x4b800001 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 0   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0xdb91a2b4 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 1   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0xdb91a2b3 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 2   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0xdb91a2b4 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 3   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0xdb91a2b3 0x4f800001 | 0x01  | vfncvt_op |
      | vfncvt.f.x.w      | 4   | 2  | 0xfedcba9876543210 0x0000000100000001 | 0xdb91a2b4 0x4f800000 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0xbfd8000000000000 0x4014000000000000 | 0xbec00000 0x40a00000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800000 0xbf800002 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800000 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800000 0xbf800002 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800001 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800001 0xbf800002 | 0x01  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800001 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x3ff0000010000000 0xbff0000030000000 | 0x3f800001 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800000 0xbf800000 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800000 0xbf800000 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800000 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800001 0xbf800000 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800000 0xbf800000 | 0x01  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800001 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x3ff0000000000001 0xbff0000000000001 | 0x3f800001 0xbf800001 | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f800000 0xff800000 | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f7fffff 0xff7fffff | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f7fffff 0xff800000 | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f800000 0xff7fffff | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f800000 0xff800000 | 0x05  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f7fffff 0xff7fffff | 0x05  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7f7fffff 0xff7fffff | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000000 0x80000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000000 0x80000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000000 0x80000001 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000001 0x80000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000000 0x80000000 | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000001 0x80000001 | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x0000000000000001 0x8000000000000001 | 0x00000001 0x80000001 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 1  | 0x380fffffe0000000                    | 0x00800000            | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 1  | 0x380fffffe0000000                    | 0x007fffff            | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 1  | 0x380fffffe0000000                    | 0x007fffff            | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 1  | 0x380fffffe0000000                    | 0x00800000            | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 1  | 0x380fffffe0000000                    | 0x00800000            | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 1  | 0x380fffffe0000000                    | 0x007fffff            | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 1  | 0x380fffffe0000000                    | 0x007fffff            | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 1  | 0x3800000000000000                    | 0x00400000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000000 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000001 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000001 | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000001 | 0x03  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x36a0000000000000 0x3690000000000000 | 0x00000001 0x00000001 | 0x03  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f800000 | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f7fffff | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f7fffff | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f800000 | 0x05  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f800000 | 0x05  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f7fffff | 0x01  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x47efffffe0000000 0x47effffff0000000 | 0x7f7fffff 0x7f7fffff | 0x01  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x7ff0000000000000 0xfff0000000000000 | 0x7f800000 0xff800000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 1  | 0x7ff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 1  | 0xfff8000000000005                    | 0x7fc00000            | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 1  | 0x7ff0000000000001                    | 0x7fc00000            | 0x10  | vfncvt_op |
      | vfncvt.f.f.w      | 0   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 1   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 2   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 3   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.f.f.w      | 4   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 0   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |
      | vfncvt.rod.f.f.w  | 3   | 2  | 0x8000000000000000 0x0000000000000000 | 0x80000000 0x00000000 | 0x00  | vfncvt_op |

  Scenario Outline: <insn> of <a> under frm <frm>, from 32 to 16 bits, gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e32: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs and fs [<rule>]

    Examples: binary32 becomes integers of 16 bits
      | insn              | frm | vl | a                     | result        | flags | rule      |
      | vfncvt.xu.f.w     | 0   | 2  | 0x40200000 0xc0000000 | 0x0002 0x0000 | 0x11  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x477fff00            | 0xffff        | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x47000000            | 0x8000        | 0x00  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x47800000            | 0xffff        | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0xc7000100            | 0x0000        | 0x10  | vfncvt_op |
      | vfncvt.xu.f.w     | 3   | 1  | 0x477ffe80            | 0xffff        | 0x01  | vfncvt_op |
      | vfncvt.xu.f.w     | 0   | 1  | 0x46ffff00            | 0x8000        | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 2  | 0x40200000 0xc0000000 | 0x0002 0xfffe | 0x01  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x477fff00            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x47000000            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x47800000            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0xc7000100            | 0x8000        | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 3   | 1  | 0x477ffe80            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.x.f.w      | 0   | 1  | 0x46ffff00            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0x40200000 0xc0000000 | 0x0002 0x0000 | 0x11  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x477fff00            | 0xffff        | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x47000000            | 0x8000        | 0x00  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x47800000            | 0xffff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xc7000100            | 0x0000        | 0x10  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 3   | 1  | 0x477ffe80            | 0xfffe        | 0x01  | vfncvt_op |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x46ffff00            | 0x7fff        | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0x40200000 0xc0000000 | 0x0002 0xfffe | 0x01  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x477fff00            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x47000000            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x47800000            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xc7000100            | 0x8000        | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 3   | 1  | 0x477ffe80            | 0x7fff        | 0x10  | vfncvt_op |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x46ffff00            | 0x7fff        | 0x01  | vfncvt_op |

  Scenario Outline: <insn> raises nothing for inactive elements and the tail
    Given vl = 2 under e32, m1, tu, mu
    And v0 = e8: 0x01 and v16 = <source>: <a> and v8 = <result width>: 7 7
    When the hart executes "<insn> v8, v16, v0.t"
    Then v8 = <result width>: <result> old [fflags_op_V_fp, <rule>]
    And fflags = 0 [fflags_op_V_fp, <rule>]
    And no trap is taken [fflags_op_V_fp]

    Examples: element 0 is active, the others would be invalid
      | insn             | source | result width | a                                     | result             | rule      |
      | vfwcvt.f.f.v     | e32    | e64          | 0x3f800000 0x7f800001                 | 0x3ff0000000000000 | vfwcvt_op |
      | vfwcvt.x.f.v     | e32    | e64          | 0x3f800000 0x7f800001                 | 1                  | vfwcvt_op |
      | vfncvt.f.f.w     | e64    | e32          | 0x3ff0000000000000 0x7ff0000000000001 | 0x3f800000         | vfncvt_op |
      | vfncvt.rod.f.f.w | e64    | e32          | 0x3ff0000000000000 0x7ff0000000000001 | 0x3f800000         | vfncvt_op |
      | vfncvt.xu.f.w    | e64    | e32          | 0x3ff0000000000000 0xbff0000000000000 | 1                  | vfncvt_op |
      | vfcvt.x.f.v      | e32    | e32          | 0x3f800000 0x7f800001                 | 1                  | vfcvt_op  |
      | vfcvt.f.x.v      | e32    | e32          | 1 0x7fffffff                          | 0x3f800000         | vfcvt_op  |

  Scenario Outline: <insn> takes any register where one width suffices
    Given vl = 2 under e32, m1, ta, ma
    And v17 = e32: <a>
    When the hart executes "<insn> v9, v17"
    Then v9 = e32: <result> [vfcvt_op]
    And no trap is taken [vfcvt_op]

    Examples: odd registers at LMUL 1
      | insn             | a                     | result                |
      | vfcvt.x.f.v      | 0x40a00000 0xc0a00000 | 5 -5                  |
      | vfcvt.xu.f.v     | 0x40a00000 0x40400000 | 5 3                   |
      | vfcvt.rtz.x.f.v  | 0x40a00000 0xc0a00000 | 5 -5                  |
      | vfcvt.rtz.xu.f.v | 0x40a00000 0x40400000 | 5 3                   |
      | vfcvt.f.x.v      | 5 -5                  | 0x40a00000 0xc0a00000 |
      | vfcvt.f.xu.v     | 5 3                   | 0x40a00000 0x40400000 |

  Scenario: A widening conversion may overlap the highest register of its destination
    Given vl = 2 under e32, m1, tu, mu
    And v9 = e32: 0x3f800000 0xc0000000
    When the hart executes "vfwcvt.f.f.v v8, v9"
    Then v8 = e64: 0x3ff0000000000000 0xc000000000000000 [vfwcvt_op]
    And no trap is taken [vfwcvt_op]

  Scenario: A narrowing conversion may overlap the lowest register of its source
    Given vl = 2 under e32, m1, tu, mu
    And v8 = e64: 0x3ff0000000000000 0xc000000000000000
    When the hart executes "vfncvt.f.f.w v8, v8"
    Then v8 = e32: 0x3f800000 0xc0000000 [vfncvt_op]
    And no trap is taken [vfncvt_op]
