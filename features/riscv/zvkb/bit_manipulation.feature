@ext:Zvkb
Feature: Vector bit manipulation for cryptography
  Bits and bytes are reversed, elements rotated, and operands inverted.

  Scenario Outline: <insn> of <sew> elements <a> and <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn     | sew | a                                                          | b                                          | result                                                     | rules                  |
      | vandn.vv | e8  | 0xf0 0x7f 1 0x81                                           | 90 0 0xff 1                                | 0xa0 0x7f 0 0x80                                           | vandn_op, vandn-vv_vs1 |
      | vandn.vv | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0xf05a 0 0xffff 1                          | 0xea0 0x7fff 0 0x8000                                      | vandn_op, vandn-vv_vs1 |
      | vandn.vv | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0xff0ff05a 0 0xffffffff 1                  | 0xb00ea0 0x7fffffff 0 0x80000000                           | vandn_op, vandn-vv_vs1 |
      | vandn.vv | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xff00ff00ff0ff05a 0 0xffffffffffffffff 1  | 0x34007800b00ea0 0x7fffffffffffffff 0 0x8000000000000000   | vandn_op, vandn-vv_vs1 |
      | vrol.vv  | e8  | 0xf0 0x7f 1 0x81                                           | 16 1 7 0xf9                                | 0xf0 0xfe 0x80 3                                           | vrol_op                |
      | vrol.vv  | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0x3210 1 15 0xfff1                         | 0xdef0 0xfffe 0x8000 3                                     | vrol_op                |
      | vrol.vv  | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0x76543210 1 31 0xffffffe1                 | 0xdef09abc 0xfffffffe 0x80000000 3                         | vrol_op                |
      | vrol.vv  | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xfedcba9876543210 1 63 0xffffffffffffffc1 | 0x56789abcdef01234 0xfffffffffffffffe 0x8000000000000000 3 | vrol_op                |
      | vror.vv  | e8  | 0xf0 0x7f 1 0x81                                           | 16 1 7 0xf9                                | 0xf0 0xbf 2 0xc0                                           | vror_op                |
      | vror.vv  | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0x3210 1 15 0xfff1                         | 0xdef0 0xbfff 2 0xc000                                     | vror_op                |
      | vror.vv  | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0x76543210 1 31 0xffffffe1                 | 0xdef09abc 0xbfffffff 2 0xc0000000                         | vror_op                |
      | vror.vv  | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xfedcba9876543210 1 63 0xffffffffffffffc1 | 0xdef0123456789abc 0xbfffffffffffffff 2 0xc000000000000000 | vror_op                |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn     | sew | a                                                          | b                  | result                                                                    | rules                  |
      | vandn.vx | e8  | 0xf0 0x7f 1 0x81                                           | 0x55ffffffffffff8f | 0x70 0x70 0 0                                                             | vandn_op, vandn-vx_rs1 |
      | vandn.vx | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0x55ffffffffffff8f | 0x70 0x70 0 0                                                             | vandn_op, vandn-vx_rs1 |
      | vandn.vx | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0x55ffffffffffff8f | 0x70 0x70 0 0                                                             | vandn_op, vandn-vx_rs1 |
      | vandn.vx | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xff00ff00ffffff8f | 0x34007800000070 0xff00ff00000070 0 0                                     | vandn_op, vandn-vx_rs1 |
      | vrol.vx  | e8  | 0xf0 0x7f 1 0x81                                           | 0xffffffffffffff0d | 30 0xef 32 48                                                             | vrol_op                |
      | vrol.vx  | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0xffffffffffffff15 | 0xde1b 0xffef 32 48                                                       | vrol_op                |
      | vrol.vx  | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0xffffffffffffff25 | 0x579bde13 0xffffffef 32 48                                               | vrol_op                |
      | vrol.vx  | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xffffffffffffff45 | 0x468acf13579bde02 0xffffffffffffffef 32 48                               | vrol_op                |
      | vror.vx  | e8  | 0xf0 0x7f 1 0x81                                           | 0xffffffffffffff0d | 0x87 0xfb 8 12                                                            | vror_op                |
      | vror.vx  | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0xffffffffffffff15 | 0x86f7 0xfbff 0x800 0xc00                                                 | vror_op                |
      | vror.vx  | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0xffffffffffffff25 | 0x84d5e6f7 0xfbffffff 0x8000000 0xc000000                                 | vror_op                |
      | vror.vx  | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0xffffffffffffff45 | 0x8091a2b3c4d5e6f7 0xfbffffffffffffff 0x800000000000000 0xc00000000000000 | vror_op                |

  Scenario Outline: vror.vi of <sew> elements <a> by <i> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    When the hart executes "vror.vi v24, v8, <i>"
    Then v24 = <sew>: <result> [vror_op]
    And no trap is taken [vror_op]
    And nothing else changes but v24 and v25 and vs [vror_op]

    Examples: the immediate has six bits
      | sew | a                                                          | i  | result                                                                     |
      | e8  | 0xf0 0x7f 1 0x81                                           | 0  | 0xf0 0x7f 1 0x81                                                           |
      | e8  | 0xf0 0x7f 1 0x81                                           | 1  | 0x78 0xbf 0x80 0xc0                                                        |
      | e8  | 0xf0 0x7f 1 0x81                                           | 7  | 0xe1 0xfe 2 3                                                              |
      | e8  | 0xf0 0x7f 1 0x81                                           | 31 | 0xe1 0xfe 2 3                                                              |
      | e8  | 0xf0 0x7f 1 0x81                                           | 32 | 0xf0 0x7f 1 0x81                                                           |
      | e8  | 0xf0 0x7f 1 0x81                                           | 63 | 0xe1 0xfe 2 3                                                              |
      | e8  | 0xf0 0x7f 1 0x81                                           | 11 | 30 0xef 32 48                                                              |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 0  | 0xdef0 0x7fff 1 0x8001                                                     |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 1  | 0x6f78 0xbfff 0x8000 0xc000                                                |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 15 | 0xbde1 0xfffe 2 3                                                          |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 31 | 0xbde1 0xfffe 2 3                                                          |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 32 | 0xdef0 0x7fff 1 0x8001                                                     |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 63 | 0xbde1 0xfffe 2 3                                                          |
      | e16 | 0xdef0 0x7fff 1 0x8001                                     | 19 | 0x1bde 0xefff 0x2000 0x3000                                                |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 0  | 0x9abcdef0 0x7fffffff 1 0x80000001                                         |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 1  | 0x4d5e6f78 0xbfffffff 0x80000000 0xc0000000                                |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 31 | 0x3579bde1 0xfffffffe 2 3                                                  |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 32 | 0x9abcdef0 0x7fffffff 1 0x80000001                                         |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 63 | 0x3579bde1 0xfffffffe 2 3                                                  |
      | e32 | 0x9abcdef0 0x7fffffff 1 0x80000001                         | 35 | 0x13579bde 0xefffffff 0x20000000 0x30000000                                |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 0  | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001                 |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 1  | 0x91a2b3c4d5e6f78 0xbfffffffffffffff 0x8000000000000000 0xc000000000000000 |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 63 | 0x2468acf13579bde0 0xfffffffffffffffe 2 3                                  |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 31 | 0x3579bde02468acf1 0xfffffffeffffffff 0x200000000 0x300000000              |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 32 | 0x9abcdef012345678 0xffffffff7fffffff 0x100000000 0x180000000              |
      | e64 | 0x123456789abcdef0 0x7fffffffffffffff 1 0x8000000000000001 | 36 | 0x89abcdef01234567 0xfffffffff7ffffff 0x10000000 0x18000000                |

  Scenario Outline: <insn> of <sew> elements <a> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    When the hart executes "<insn> v24, v8"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn     | sew | a                                                         | result                                                       | rules       |
      | vbrev8.v | e8  | 0xef 1 0x80 0xf0                                          | 0xf7 0x80 1 15                                               | vbrev8-v_op |
      | vrev8.v  | e8  | 0xef 1 0x80 0xf0                                          | 0xef 1 0x80 0xf0                                             | vrev8-v_op  |
      | vbrev8.v | e16 | 0xcdef 1 0x8000 0xd0f0                                    | 0xb3f7 0x80 0x100 0xb0f                                      | vbrev8-v_op |
      | vrev8.v  | e16 | 0xcdef 1 0x8000 0xd0f0                                    | 0xefcd 0x100 0x80 0xf0d0                                     | vrev8-v_op  |
      | vbrev8.v | e32 | 0x89abcdef 1 0x80000000 0x10b0d0f0                        | 0x91d5b3f7 0x80 0x1000000 0x80d0b0f                          | vbrev8-v_op |
      | vrev8.v  | e32 | 0x89abcdef 1 0x80000000 0x10b0d0f0                        | 0xefcdab89 0x1000000 0x80 0xf0d0b010                         | vrev8-v_op  |
      | vbrev8.v | e64 | 0x123456789abcdef 1 0x8000000000000000 0x9070503010b0d0f0 | 0x80c4a2e691d5b3f7 0x80 0x100000000000000 0x90e0a0c080d0b0f  | vbrev8-v_op |
      | vrev8.v  | e64 | 0x123456789abcdef 1 0x8000000000000000 0x9070503010b0d0f0 | 0xefcdab8967452301 0x100000000000000 0x80 0xf0d0b01030507090 | vrev8-v_op  |

  Scenario Outline: <insn> under a mask leaves other elements alone
    Given vl = 4 under e16, m1, tu, mu
    And v8 = e16: 1 2 3 4
    And v16 = e16: 1 2 3 4
    And v0 = e8: 0x6
    When the hart executes "<insn>, v0.t"
    Then v24 = e16: old <result> old [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn                  | result      | rules       |
      | vandn.vv v24, v8, v16 | 0 0         | vandn_op    |
      | vbrev8.v v24, v8      | 0x40 0xc0   | vbrev8-v_op |
      | vrev8.v v24, v8       | 0x200 0x300 | vrev8-v_op  |
      | vrol.vv v24, v8, v16  | 8 24        | vrol_op     |
      | vror.vi v24, v8, 1    | 1 0x8001    | vror_op     |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vandn.vv |
      | vandn.vx |
      | vbrev8.v |
      | vrev8.v  |
      | vrol.vv  |
      | vrol.vx  |
      | vror.vv  |
      | vror.vx  |
      | vror.vi  |
