@ext:V
Feature: Vector integer multiplication and division
  Products keep a half of their bits, or all of them in elements of twice the width; multiply-adds overwrite
  the addend or a factor.

  Scenario Outline: <insn> of <sew> elements <a> and <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: halves of products
      | insn       | sew | a                                                                           | b                                                                           | result                                                                      | rules      |
      | vmul.vv    | e8  | 0x80 0xff 0x80 0xf0                                                         | 0x80 0xff 0xff 25                                                           | 0 1 0x80 0x70                                                               | vmul_op    |
      | vmul.vv    | e16 | 0x8000 0xffff 0x8000 0xdef0                                                 | 0x8000 0xffff 0xffff 0x3219                                                 | 0 1 0x8000 0xa570                                                           | vmul_op    |
      | vmul.vv    | e32 | 0x80000000 0xffffffff 0x80000000 0x9abcdef0                                 | 0x80000000 0xffffffff 0xffffffff 0x76543219                                 | 0 1 0x80000000 0xc6bca570                                                   | vmul_op    |
      | vmul.vv    | e64 | 0x8000000000000000 0xffffffffffffffff 0x8000000000000000 0x123456789abcdef0 | 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xfedcba9876543219 | 0 1 0x8000000000000000 0xc744933bc6bca570                                   | vmul_op    |
      | vmulh.vv   | e8  | 0x80 0xff 0x80 0xf0                                                         | 0x80 0xff 0xff 25                                                           | 64 0 0 0xfe                                                                 | vmulh_op   |
      | vmulh.vv   | e16 | 0x8000 0xffff 0x8000 0xdef0                                                 | 0x8000 0xffff 0xffff 0x3219                                                 | 0x4000 0 0 0xf987                                                           | vmulh_op   |
      | vmulh.vv   | e32 | 0x80000000 0xffffffff 0x80000000 0x9abcdef0                                 | 0x80000000 0xffffffff 0xffffffff 0x76543219                                 | 0x40000000 0 0 0xd131c0ea                                                   | vmulh_op   |
      | vmulh.vv   | e64 | 0x8000000000000000 0xffffffffffffffff 0x8000000000000000 0x123456789abcdef0 | 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xfedcba9876543219 | 0x4000000000000000 0 0 0xffeb49923cc09532                                   | vmulh_op   |
      | vmulhu.vv  | e8  | 0x80 0xff 0x80 0xf0                                                         | 0x80 0xff 0xff 25                                                           | 64 0xfe 0x7f 23                                                             | vmulhu_op  |
      | vmulhu.vv  | e16 | 0x8000 0xffff 0x8000 0xdef0                                                 | 0x8000 0xffff 0xffff 0x3219                                                 | 0x4000 0xfffe 0x7fff 0x2ba0                                                 | vmulhu_op  |
      | vmulhu.vv  | e32 | 0x80000000 0xffffffff 0x80000000 0x9abcdef0                                 | 0x80000000 0xffffffff 0xffffffff 0x76543219                                 | 0x40000000 0xfffffffe 0x7fffffff 0x4785f303                                 | vmulhu_op  |
      | vmulhu.vv  | e64 | 0x8000000000000000 0xffffffffffffffff 0x8000000000000000 0x123456789abcdef0 | 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xfedcba9876543219 | 0x4000000000000000 0xfffffffffffffffe 0x7fffffffffffffff 0x121fa00ad77d7422 | vmulhu_op  |
      | vmulhsu.vv | e8  | 0x80 0xff 0x80 0xf0                                                         | 0x80 0xff 0xff 25                                                           | 0xc0 0xff 0x80 0xfe                                                         | vmulhsu_op |
      | vmulhsu.vv | e16 | 0x8000 0xffff 0x8000 0xdef0                                                 | 0x8000 0xffff 0xffff 0x3219                                                 | 0xc000 0xffff 0x8000 0xf987                                                 | vmulhsu_op |
      | vmulhsu.vv | e32 | 0x80000000 0xffffffff 0x80000000 0x9abcdef0                                 | 0x80000000 0xffffffff 0xffffffff 0x76543219                                 | 0xc0000000 0xffffffff 0x80000000 0xd131c0ea                                 | vmulhsu_op |
      | vmulhsu.vv | e64 | 0x8000000000000000 0xffffffffffffffff 0x8000000000000000 0x123456789abcdef0 | 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xfedcba9876543219 | 0xc000000000000000 0xffffffffffffffff 0x8000000000000000 0x121fa00ad77d7422 | vmulhsu_op |

    Examples: quotients and remainders, by zero and with overflow too
      | insn     | sew | a                                                          | b                                         | result                                                                      | rules    |
      | vdivu.vv | e8  | 7 0x80 0x80 0xf9                                           | 0 0 0xff 2                                | 0xff 0xff 0 0x7c                                                            | vdivu_op |
      | vdivu.vv | e8  | 0xf9 7 0xff 0                                              | 0xfe 0xfe 1 5                             | 0 0 0xff 0                                                                  | vdivu_op |
      | vdivu.vv | e16 | 7 0x8000 0x8000 0xfff9                                     | 0 0 0xffff 2                              | 0xffff 0xffff 0 0x7ffc                                                      | vdivu_op |
      | vdivu.vv | e16 | 0xfff9 7 0xffff 0                                          | 0xfffe 0xfffe 1 5                         | 0 0 0xffff 0                                                                | vdivu_op |
      | vdivu.vv | e32 | 7 0x80000000 0x80000000 0xfffffff9                         | 0 0 0xffffffff 2                          | 0xffffffff 0xffffffff 0 0x7ffffffc                                          | vdivu_op |
      | vdivu.vv | e32 | 0xfffffff9 7 0xffffffff 0                                  | 0xfffffffe 0xfffffffe 1 5                 | 0 0 0xffffffff 0                                                            | vdivu_op |
      | vdivu.vv | e64 | 7 0x8000000000000000 0x8000000000000000 0xfffffffffffffff9 | 0 0 0xffffffffffffffff 2                  | 0xffffffffffffffff 0xffffffffffffffff 0 0x7ffffffffffffffc                  | vdivu_op |
      | vdivu.vv | e64 | 0xfffffffffffffff9 7 0xffffffffffffffff 0                  | 0xfffffffffffffffe 0xfffffffffffffffe 1 5 | 0 0 0xffffffffffffffff 0                                                    | vdivu_op |
      | vdiv.vv  | e8  | 7 0x80 0x80 0xf9                                           | 0 0 0xff 2                                | 0xff 0xff 0x80 0xfd                                                         | vdiv_op  |
      | vdiv.vv  | e8  | 0xf9 7 0xff 0                                              | 0xfe 0xfe 1 5                             | 3 0xfd 0xff 0                                                               | vdiv_op  |
      | vdiv.vv  | e16 | 7 0x8000 0x8000 0xfff9                                     | 0 0 0xffff 2                              | 0xffff 0xffff 0x8000 0xfffd                                                 | vdiv_op  |
      | vdiv.vv  | e16 | 0xfff9 7 0xffff 0                                          | 0xfffe 0xfffe 1 5                         | 3 0xfffd 0xffff 0                                                           | vdiv_op  |
      | vdiv.vv  | e32 | 7 0x80000000 0x80000000 0xfffffff9                         | 0 0 0xffffffff 2                          | 0xffffffff 0xffffffff 0x80000000 0xfffffffd                                 | vdiv_op  |
      | vdiv.vv  | e32 | 0xfffffff9 7 0xffffffff 0                                  | 0xfffffffe 0xfffffffe 1 5                 | 3 0xfffffffd 0xffffffff 0                                                   | vdiv_op  |
      | vdiv.vv  | e64 | 7 0x8000000000000000 0x8000000000000000 0xfffffffffffffff9 | 0 0 0xffffffffffffffff 2                  | 0xffffffffffffffff 0xffffffffffffffff 0x8000000000000000 0xfffffffffffffffd | vdiv_op  |
      | vdiv.vv  | e64 | 0xfffffffffffffff9 7 0xffffffffffffffff 0                  | 0xfffffffffffffffe 0xfffffffffffffffe 1 5 | 3 0xfffffffffffffffd 0xffffffffffffffff 0                                   | vdiv_op  |
      | vremu.vv | e8  | 7 0x80 0x80 0xf9                                           | 0 0 0xff 2                                | 7 0x80 0x80 1                                                               | vremu_op |
      | vremu.vv | e8  | 0xf9 7 0xff 0                                              | 0xfe 0xfe 1 5                             | 0xf9 7 0 0                                                                  | vremu_op |
      | vremu.vv | e16 | 7 0x8000 0x8000 0xfff9                                     | 0 0 0xffff 2                              | 7 0x8000 0x8000 1                                                           | vremu_op |
      | vremu.vv | e16 | 0xfff9 7 0xffff 0                                          | 0xfffe 0xfffe 1 5                         | 0xfff9 7 0 0                                                                | vremu_op |
      | vremu.vv | e32 | 7 0x80000000 0x80000000 0xfffffff9                         | 0 0 0xffffffff 2                          | 7 0x80000000 0x80000000 1                                                   | vremu_op |
      | vremu.vv | e32 | 0xfffffff9 7 0xffffffff 0                                  | 0xfffffffe 0xfffffffe 1 5                 | 0xfffffff9 7 0 0                                                            | vremu_op |
      | vremu.vv | e64 | 7 0x8000000000000000 0x8000000000000000 0xfffffffffffffff9 | 0 0 0xffffffffffffffff 2                  | 7 0x8000000000000000 0x8000000000000000 1                                   | vremu_op |
      | vremu.vv | e64 | 0xfffffffffffffff9 7 0xffffffffffffffff 0                  | 0xfffffffffffffffe 0xfffffffffffffffe 1 5 | 0xfffffffffffffff9 7 0 0                                                    | vremu_op |
      | vrem.vv  | e8  | 7 0x80 0x80 0xf9                                           | 0 0 0xff 2                                | 7 0x80 0 0xff                                                               | vrem_op  |
      | vrem.vv  | e8  | 0xf9 7 0xff 0                                              | 0xfe 0xfe 1 5                             | 0xff 1 0 0                                                                  | vrem_op  |
      | vrem.vv  | e16 | 7 0x8000 0x8000 0xfff9                                     | 0 0 0xffff 2                              | 7 0x8000 0 0xffff                                                           | vrem_op  |
      | vrem.vv  | e16 | 0xfff9 7 0xffff 0                                          | 0xfffe 0xfffe 1 5                         | 0xffff 1 0 0                                                                | vrem_op  |
      | vrem.vv  | e32 | 7 0x80000000 0x80000000 0xfffffff9                         | 0 0 0xffffffff 2                          | 7 0x80000000 0 0xffffffff                                                   | vrem_op  |
      | vrem.vv  | e32 | 0xfffffff9 7 0xffffffff 0                                  | 0xfffffffe 0xfffffffe 1 5                 | 0xffffffff 1 0 0                                                            | vrem_op  |
      | vrem.vv  | e64 | 7 0x8000000000000000 0x8000000000000000 0xfffffffffffffff9 | 0 0 0xffffffffffffffff 2                  | 7 0x8000000000000000 0 0xffffffffffffffff                                   | vrem_op  |
      | vrem.vv  | e64 | 0xfffffffffffffff9 7 0xffffffffffffffff 0                  | 0xfffffffffffffffe 0xfffffffffffffffe 1 5 | 0xffffffffffffffff 1 0 0                                                    | vrem_op  |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn       | sew | a                                                          | b                  | result                                                     | rules      |
      | vmul.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 0xfd 1 0x80 0x81                                           | vmul_op    |
      | vmul.vx    | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 0x8000 0x8000 0 0x8000                                     | vmul_op    |
      | vmul.vx    | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 0xfffffffd 1 0x80000000 0x80000001                         | vmul_op    |
      | vmul.vx    | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 0xfffffffffffffff7 3 0x8000000000000000 0x8000000000000003 | vmul_op    |
      | vmul.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0 0 0 0                                                    | vmul_op    |
      | vmulh.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 0xff 0 0 0xff                                              | vmulh_op   |
      | vmulh.vx   | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 0xfffe 0 0x4000 0xc000                                     | vmulh_op   |
      | vmulh.vx   | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 0xffffffff 0 0 0xffffffff                                  | vmulh_op   |
      | vmulh.vx   | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 0xffffffffffffffff 0 1 0xfffffffffffffffe                  | vmulh_op   |
      | vmulh.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0 0 0 0                                                    | vmulh_op   |
      | vmulhu.vx  | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 2 0xfe 0x7f 0x7e                                           | vmulhu_op  |
      | vmulhu.vx  | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 1 0x7fff 0x4000 0x3fff                                     | vmulhu_op  |
      | vmulhu.vx  | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 2 0xfffffffe 0x7fffffff 0x7ffffffe                         | vmulhu_op  |
      | vmulhu.vx  | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 2 0xfffffffffffffffc 0x7ffffffffffffffe 0x7ffffffffffffffd | vmulhu_op  |
      | vmulhu.vx  | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0 0 0 0                                                    | vmulhu_op  |
      | vmulhsu.vx | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 2 0xff 0x80 0x7e                                           | vmulhsu_op |
      | vmulhsu.vx | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 1 0xffff 0xc000 0x3fff                                     | vmulhsu_op |
      | vmulhsu.vx | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 2 0xffffffff 0x80000000 0x7ffffffe                         | vmulhsu_op |
      | vmulhsu.vx | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 2 0xffffffffffffffff 0x8000000000000001 0x7ffffffffffffffd | vmulhsu_op |
      | vmulhsu.vx | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0 0 0 0                                                    | vmulhsu_op |
      | vdivu.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 0 1 0 0                                                    | vdivu_op   |
      | vdivu.vx   | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 0 1 1 0                                                    | vdivu_op   |
      | vdivu.vx   | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 0 1 0 0                                                    | vdivu_op   |
      | vdivu.vx   | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 0 1 0 0                                                    | vdivu_op   |
      | vdivu.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0xff 0xff 0xff 0xff                                        | vdivu_op   |
      | vdiv.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 0xfd 1 0x80 0x81                                           | vdiv_op    |
      | vdiv.vx    | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 0 0 1 0                                                    | vdiv_op    |
      | vdiv.vx    | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 0xfffffffd 1 0x80000000 0x80000001                         | vdiv_op    |
      | vdiv.vx    | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 0xffffffffffffffff 0 0x2aaaaaaaaaaaaaaa 0xd555555555555556 | vdiv_op    |
      | vdiv.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 0xff 0xff 0xff 0xff                                        | vdiv_op    |
      | vremu.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 3 0 0x80 0x7f                                              | vremu_op   |
      | vremu.vx   | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 3 0x7fff 0 0x7fff                                          | vremu_op   |
      | vremu.vx   | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 3 0 0x80000000 0x7fffffff                                  | vremu_op   |
      | vremu.vx   | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 3 2 0x8000000000000000 0x7fffffffffffffff                  | vremu_op   |
      | vremu.vx   | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 3 0xff 0x80 0x7f                                           | vremu_op   |
      | vrem.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x1ff              | 0 0 0 0                                                    | vrem_op    |
      | vrem.vx    | e16 | 3 0xffff 0x8000 0x7fff                                     | 0x7fffffffffff8000 | 3 0xffff 0 0x7fff                                          | vrem_op    |
      | vrem.vx    | e32 | 3 0xffffffff 0x80000000 0x7fffffff                         | 0xffffffff         | 0 0 0 0                                                    | vrem_op    |
      | vrem.vx    | e64 | 3 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | 0xfffffffffffffffd | 0 0xffffffffffffffff 0xfffffffffffffffe 1                  | vrem_op    |
      | vrem.vx    | e8  | 3 0xff 0x80 0x7f                                           | 0x700              | 3 0xff 0x80 0x7f                                           | vrem_op    |

  Scenario Outline: <insn> of <sew> elements <a> and <b> gives <result> in <wide>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn       | sew | wide | a                                           | b                                           | result                                                                      | rules      |
      | vwmul.vv   | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x80 0xff 0xff 0x80                         | 0x4000 1 0x80 0xc080                                                        | vwmul_op   |
      | vwmul.vv   | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x8000 0xffff 0xffff 0x8000                 | 0x40000000 1 0x8000 0xc0008000                                              | vwmul_op   |
      | vwmul.vv   | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x80000000 0xffffffff 0xffffffff 0x80000000 | 0x4000000000000000 1 0x80000000 0xc000000080000000                          | vwmul_op   |
      | vwmulu.vv  | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x80 0xff 0xff 0x80                         | 0x4000 0xfe01 0x7f80 0x3f80                                                 | vwmulu_op  |
      | vwmulu.vv  | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x8000 0xffff 0xffff 0x8000                 | 0x40000000 0xfffe0001 0x7fff8000 0x3fff8000                                 | vwmulu_op  |
      | vwmulu.vv  | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x80000000 0xffffffff 0xffffffff 0x80000000 | 0x4000000000000000 0xfffffffe00000001 0x7fffffff80000000 0x3fffffff80000000 | vwmulu_op  |
      | vwmulsu.vv | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x80 0xff 0xff 0x80                         | 0xc000 0xff01 0x8080 0x3f80                                                 | vwmulsu_op |
      | vwmulsu.vv | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x8000 0xffff 0xffff 0x8000                 | 0xc0000000 0xffff0001 0x80008000 0x3fff8000                                 | vwmulsu_op |
      | vwmulsu.vv | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x80000000 0xffffffff 0xffffffff 0x80000000 | 0xc000000000000000 0xffffffff00000001 0x8000000080000000 0x3fffffff80000000 | vwmulsu_op |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b> gives <result> in <wide>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn       | sew | wide | a                                           | b                  | result                                                                      | rules      |
      | vwmul.vx   | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x7f000000000000fe | 0x100 2 0x100 0xff02                                                        | vwmul_op   |
      | vwmul.vx   | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x7f0000000000fffe | 0x10000 2 0x10000 0xffff0002                                                | vwmul_op   |
      | vwmul.vx   | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x7f000000fffffffe | 0x100000000 2 0x100000000 0xffffffff00000002                                | vwmul_op   |
      | vwmulu.vx  | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x7f000000000000fe | 0x7f00 0xfd02 0x7f00 0x7e02                                                 | vwmulu_op  |
      | vwmulu.vx  | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x7f0000000000fffe | 0x7fff0000 0xfffd0002 0x7fff0000 0x7ffe0002                                 | vwmulu_op  |
      | vwmulu.vx  | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x7f000000fffffffe | 0x7fffffff00000000 0xfffffffd00000002 0x7fffffff00000000 0x7ffffffe00000002 | vwmulu_op  |
      | vwmulsu.vx | e8  | e16  | 0x80 0xff 0x80 0x7f                         | 0x7f000000000000fe | 0x8100 0xff02 0x8100 0x7e02                                                 | vwmulsu_op |
      | vwmulsu.vx | e16 | e32  | 0x8000 0xffff 0x8000 0x7fff                 | 0x7f0000000000fffe | 0x80010000 0xffff0002 0x80010000 0x7ffe0002                                 | vwmulsu_op |
      | vwmulsu.vx | e32 | e64  | 0x80000000 0xffffffff 0x80000000 0x7fffffff | 0x7f000000fffffffe | 0x8000000100000000 0xffffffff00000002 0x8000000100000000 0x7ffffffe00000002 | vwmulsu_op |

  Scenario Outline: <insn> of <sew> elements: vd <d>, vs1 <s>, vs2 <t> give <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v24 = <sew>: <d>
    And v16 = <sew>: <s>
    And v8 = <sew>: <t>
    When the hart executes "<insn> v24, v16, v8"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn      | sew | d                                                           | s                                         | t                                         | result                                                     | rules     |
      | vmacc.vv  | e8  | 10 0xff 0x80 0x88                                           | 3 2 0x80 1                                | 5 7 0xff 25                               | 25 13 0 0xa1                                               | vmacc_op  |
      | vmacc.vv  | e16 | 10 0xffff 0x8000 0x7788                                     | 3 2 0x8000 0xff01                         | 5 7 0xffff 0x3219                         | 25 13 0 0x90a1                                             | vmacc_op  |
      | vmacc.vv  | e32 | 10 0xffffffff 0x80000000 0x55667788                         | 3 2 0x80000000 0xddeeff01                 | 5 7 0xffffffff 0x76543219                 | 25 13 0 0xd1df90a1                                         | vmacc_op  |
      | vmacc.vv  | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x1122334455667788 | 3 2 0x8000000000000000 0x99aabbccddeeff01 | 5 7 0xffffffffffffffff 0xfedcba9876543219 | 25 13 0 0x70bac2cd1df90a1                                  | vmacc_op  |
      | vnmsac.vv | e8  | 10 0xff 0x80 0x88                                           | 3 2 0x80 1                                | 5 7 0xff 25                               | 0xfb 0xf1 0 0x6f                                           | vnmsac_op |
      | vnmsac.vv | e16 | 10 0xffff 0x8000 0x7788                                     | 3 2 0x8000 0xff01                         | 5 7 0xffff 0x3219                         | 0xfffb 0xfff1 0 0x5e6f                                     | vnmsac_op |
      | vnmsac.vv | e32 | 10 0xffffffff 0x80000000 0x55667788                         | 3 2 0x80000000 0xddeeff01                 | 5 7 0xffffffff 0x76543219                 | 0xfffffffb 0xfffffff1 0 0xd8ed5e6f                         | vnmsac_op |
      | vnmsac.vv | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x1122334455667788 | 3 2 0x8000000000000000 0x99aabbccddeeff01 | 5 7 0xffffffffffffffff 0xfedcba9876543219 | 0xfffffffffffffffb 0xfffffffffffffff1 0 0x1b38ba5bd8ed5e6f | vnmsac_op |
      | vmadd.vv  | e8  | 10 0xff 0x80 0x88                                           | 3 2 0x80 1                                | 5 7 0xff 25                               | 35 5 0xff 0xa1                                             | vmadd_op  |
      | vmadd.vv  | e16 | 10 0xffff 0x8000 0x7788                                     | 3 2 0x8000 0xff01                         | 5 7 0xffff 0x3219                         | 35 5 0xffff 0x21a1                                         | vmadd_op  |
      | vmadd.vv  | e32 | 10 0xffffffff 0x80000000 0x55667788                         | 3 2 0x80000000 0xddeeff01                 | 5 7 0xffffffff 0x76543219                 | 35 5 0xffffffff 0x653b21a1                                 | vmadd_op  |
      | vmadd.vv  | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x1122334455667788 | 3 2 0x8000000000000000 0x99aabbccddeeff01 | 5 7 0xffffffffffffffff 0xfedcba9876543219 | 35 5 0xffffffffffffffff 0x579871c1653b21a1                 | vmadd_op  |
      | vnmsub.vv | e8  | 10 0xff 0x80 0x88                                           | 3 2 0x80 1                                | 5 7 0xff 25                               | 0xe7 9 0xff 0x91                                           | vnmsub_op |
      | vnmsub.vv | e16 | 10 0xffff 0x8000 0x7788                                     | 3 2 0x8000 0xff01                         | 5 7 0xffff 0x3219                         | 0xffe7 9 0xffff 0x4291                                     | vnmsub_op |
      | vnmsub.vv | e32 | 10 0xffffffff 0x80000000 0x55667788                         | 3 2 0x80000000 0xddeeff01                 | 5 7 0xffffffff 0x76543219                 | 0xffffffe7 9 0xffffffff 0x876d4291                         | vnmsub_op |
      | vnmsub.vv | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x1122334455667788 | 3 2 0x8000000000000000 0x99aabbccddeeff01 | 5 7 0xffffffffffffffff 0xfedcba9876543219 | 0xffffffffffffffe7 9 0xffffffffffffffff 0xa621036f876d4291 | vnmsub_op |

  Scenario Outline: <insn> of <sew> elements: vd <d>, rs1 <s>, vs2 <t> give <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v24 = <sew>: <d>
    And a0 = <s>
    And v8 = <sew>: <t>
    When the hart executes "<insn> v24, a0, v8"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn      | sew | d                                             | s                  | t                         | result                                                      | rules     |
      | vmacc.vx  | e8  | 10 0xff 0x80 0x77                             | 0x7fd              | 5 7 0xff 25               | 0xfb 0xea 0x83 44                                           | vmacc_op  |
      | vmacc.vx  | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x77 | 0xfffffffffffffffd | 5 7 0xffffffffffffffff 25 | 0xfffffffffffffffb 0xffffffffffffffea 0x8000000000000003 44 | vmacc_op  |
      | vnmsac.vx | e8  | 10 0xff 0x80 0x77                             | 0x7fd              | 5 7 0xff 25               | 25 20 0x7d 0xc2                                             | vnmsac_op |
      | vnmsac.vx | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x77 | 0xfffffffffffffffd | 5 7 0xffffffffffffffff 25 | 25 20 0x7ffffffffffffffd 0xc2                               | vnmsac_op |
      | vmadd.vx  | e8  | 10 0xff 0x80 0x77                             | 0x7fd              | 5 7 0xff 25               | 0xe7 10 0x7f 0xb4                                           | vmadd_op  |
      | vmadd.vx  | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x77 | 0xfffffffffffffffd | 5 7 0xffffffffffffffff 25 | 0xffffffffffffffe7 10 0x7fffffffffffffff 0xfffffffffffffeb4 | vmadd_op  |
      | vnmsub.vx | e8  | 10 0xff 0x80 0x77                             | 0x7fd              | 5 7 0xff 25               | 35 4 0x7f 0x7e                                              | vnmsub_op |
      | vnmsub.vx | e64 | 10 0xffffffffffffffff 0x8000000000000000 0x77 | 0xfffffffffffffffd | 5 7 0xffffffffffffffff 25 | 35 4 0x7fffffffffffffff 0x17e                               | vnmsub_op |

  Scenario Outline: <insn> of <sew> elements: vd <d> in <wide>, vs1 <s>, vs2 <t> give <result>
    Given vl = 4 under <sew>, m1, tu, mu
    And v24 = <wide>: <d>
    And v16 = <sew>: <s>
    And v8 = <sew>: <t>
    When the hart executes "<insn> v24, v16, v8"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn        | sew | wide | d                                             | s                                  | t                                           | result                                                               | rules       |
      | vwmaccu.vv  | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0xff 0xff 0x80 3                   | 0x80 0xff 0x80 0xfe                         | 0x7f80 0xfe00 0xc000 0x6e2                                           | vwmaccu_op  |
      | vwmaccu.vv  | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0xffff 0xffff 0x8000 3             | 0x8000 0xffff 0x8000 0xfffe                 | 0x7fff8000 0xfffe0000 0xc0000000 0x303e2                             | vwmaccu_op  |
      | vwmaccu.vv  | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0xffffffff 0xffffffff 0x80000000 3 | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0x7fffffff80000000 0xfffffffe00000000 0xc000000000000000 0x3000003e2 | vwmaccu_op  |
      | vwmacc.vv   | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0xff 0xff 0x80 3                   | 0x80 0xff 0x80 0xfe                         | 0x80 0 0xc000 0x3e2                                                  | vwmacc_op   |
      | vwmacc.vv   | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0xffff 0xffff 0x8000 3             | 0x8000 0xffff 0x8000 0xfffe                 | 0x8000 0 0xc0000000 0x3e2                                            | vwmacc_op   |
      | vwmacc.vv   | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0xffffffff 0xffffffff 0x80000000 3 | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0x80000000 0 0xc000000000000000 0x3e2                                | vwmacc_op   |
      | vwmaccsu.vv | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0xff 0xff 0x80 3                   | 0x80 0xff 0x80 0xfe                         | 0xff80 0xff00 0x4000 0x6e2                                           | vwmaccsu_op |
      | vwmaccsu.vv | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0xffff 0xffff 0x8000 3             | 0x8000 0xffff 0x8000 0xfffe                 | 0xffff8000 0xffff0000 0x40000000 0x303e2                             | vwmaccsu_op |
      | vwmaccsu.vv | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0xffffffff 0xffffffff 0x80000000 3 | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0xffffffff80000000 0xffffffff00000000 0x4000000000000000 0x3000003e2 | vwmaccsu_op |

  Scenario Outline: <insn> of <sew> elements: vd <d> in <wide>, rs1 <s>, vs2 <t> give <result>
    Given vl = 4 under <sew>, m1, tu, mu
    And v24 = <wide>: <d>
    And a0 = <s>
    And v8 = <sew>: <t>
    When the hart executes "<insn> v24, a0, v8"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn        | sew | wide | d                                             | s                  | t                                           | result                                                                      | rules       |
      | vwmaccu.vx  | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0x55000000000000fe | 0x80 0xff 0x80 0xfe                         | 0x7f00 0xfd01 0xff00 0xffec                                                 | vwmaccu_op  |
      | vwmaccu.vx  | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0x550000000000fffe | 0x8000 0xffff 0x8000 0xfffe                 | 0x7fff0000 0xfffd0001 0xffff0000 0xfffc03ec                                 | vwmaccu_op  |
      | vwmaccu.vx  | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0x55000000fffffffe | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0x7fffffff00000000 0xfffffffd00000001 0xffffffff00000000 0xfffffffc000003ec | vwmaccu_op  |
      | vwmacc.vx   | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0x55000000000000fe | 0x80 0xff 0x80 0xfe                         | 0x100 1 0x8100 0x3ec                                                        | vwmacc_op   |
      | vwmacc.vx   | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0x550000000000fffe | 0x8000 0xffff 0x8000 0xfffe                 | 0x10000 1 0x80010000 0x3ec                                                  | vwmacc_op   |
      | vwmacc.vx   | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0x55000000fffffffe | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0x100000000 1 0x8000000100000000 0x3ec                                      | vwmacc_op   |
      | vwmaccsu.vx | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0x55000000000000fe | 0x80 0xff 0x80 0xfe                         | 0xff00 0xfe01 0x7f00 0x1ec                                                  | vwmaccsu_op |
      | vwmaccsu.vx | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0x550000000000fffe | 0x8000 0xffff 0x8000 0xfffe                 | 0xffff0000 0xfffe0001 0x7fff0000 0xfffe03ec                                 | vwmaccsu_op |
      | vwmaccsu.vx | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0x55000000fffffffe | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0xffffffff00000000 0xfffffffe00000001 0x7fffffff00000000 0xfffffffe000003ec | vwmaccsu_op |
      | vwmaccus.vx | e8  | e16  | 0 0xffff 0x8000 0x3e8                         | 0x55000000000000fe | 0x80 0xff 0x80 0xfe                         | 0x8100 0xff01 0x100 0x1ec                                                   | vwmaccus_op |
      | vwmaccus.vx | e16 | e32  | 0 0xffffffff 0x80000000 0x3e8                 | 0x550000000000fffe | 0x8000 0xffff 0x8000 0xfffe                 | 0x80010000 0xffff0001 0x10000 0xfffe03ec                                    | vwmaccus_op |
      | vwmaccus.vx | e32 | e64  | 0 0xffffffffffffffff 0x8000000000000000 0x3e8 | 0x55000000fffffffe | 0x80000000 0xffffffff 0x80000000 0xfffffffe | 0x8000000100000000 0xffffffff00000001 0x100000000 0xfffffffe000003ec        | vwmaccus_op |

  Scenario Outline: <insn> under a mask leaves other elements alone
    Given vl = 4 under e32, m1, tu, mu
    And v8 = e32: 1 5 -1 0
    And v16 = e32: 1 2 3 6
    And v24 = e32: 300 100 200 400
    And v0 = e8: 0xa
    When the hart executes "<insn>, v0.t"
    Then v24 = e32: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn                   | result             | rules     |
      | vmul.vv v24, v8, v16   | old 10 old 0       | vmul_op   |
      | vdivu.vv v24, v8, v16  | old 2 old 0        | vdivu_op  |
      | vmacc.vv v24, v16, v8  | old 110 old 400    | vmacc_op  |
      | vmadd.vv v24, v16, v8  | old 205 old 2400   | vmadd_op  |
      | vnmsub.vv v24, v16, v8 | old -195 old -2400 | vnmsub_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn        |
      | vmul.vv     |
      | vmul.vx     |
      | vmulh.vv    |
      | vmulh.vx    |
      | vmulhu.vv   |
      | vmulhu.vx   |
      | vmulhsu.vv  |
      | vmulhsu.vx  |
      | vdivu.vv    |
      | vdivu.vx    |
      | vdiv.vv     |
      | vdiv.vx     |
      | vremu.vv    |
      | vremu.vx    |
      | vrem.vv     |
      | vrem.vx     |
      | vwmul.vv    |
      | vwmul.vx    |
      | vwmulu.vv   |
      | vwmulu.vx   |
      | vwmulsu.vv  |
      | vwmulsu.vx  |
      | vmacc.vv    |
      | vmacc.vx    |
      | vnmsac.vv   |
      | vnmsac.vx   |
      | vmadd.vv    |
      | vmadd.vx    |
      | vnmsub.vv   |
      | vnmsub.vx   |
      | vwmaccu.vv  |
      | vwmaccu.vx  |
      | vwmacc.vv   |
      | vwmacc.vx   |
      | vwmaccsu.vv |
      | vwmaccsu.vx |
      | vwmaccus.vx |
