@ext:V
Feature: Vector fixed-point arithmetic
  Results that do not fit saturate, and vxsat remembers it; bits that are shifted out round the result
  as vxrm tells, to the nearest, up (0) or even (1), down (2), or to odd (3).

  Scenario Outline: <insn> of <sew> elements <a> and <b> gives <result>, vxsat <sat>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And vxsat = 0
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs and vxsat [<rules>]

    Examples:
      | insn      | sew | a                                                          | b                                                                           | result                                                                      | sat | rules                        |
      | vsaddu.vv | e8  | 0x7f 0x80 0xff 0                                           | 1 0xff 1 0x80                                                               | 0x80 0xff 0xff 0x80                                                         | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e8  | 1 0xff 0x80 0                                              | 0xff 0x7f 0x7f 0xff                                                         | 0xff 0xff 0xff 0xff                                                         | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e8  | 5 0x7f 0x7f 0xff                                           | 3 0 0x80 1                                                                  | 8 0x7f 0xff 0xff                                                            | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e8  | 0xfe 0x7f 0x7e 9                                           | 1 0 1 9                                                                     | 0xff 0x7f 0x7f 18                                                           | 0   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e16 | 0x7fff 0x8000 0xffff 0                                     | 1 0xffff 1 0x8000                                                           | 0x8000 0xffff 0xffff 0x8000                                                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e16 | 1 0xffff 0x8000 0                                          | 0xffff 0x7fff 0x7fff 0xffff                                                 | 0xffff 0xffff 0xffff 0xffff                                                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e16 | 5 0x7fff 0x7fff 0xffff                                     | 3 0 0x8000 1                                                                | 8 0x7fff 0xffff 0xffff                                                      | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e32 | 0x7fffffff 0x80000000 0xffffffff 0                         | 1 0xffffffff 1 0x80000000                                                   | 0x80000000 0xffffffff 0xffffffff 0x80000000                                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e32 | 1 0xffffffff 0x80000000 0                                  | 0xffffffff 0x7fffffff 0x7fffffff 0xffffffff                                 | 0xffffffff 0xffffffff 0xffffffff 0xffffffff                                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e32 | 5 0x7fffffff 0x7fffffff 0xffffffff                         | 3 0 0x80000000 1                                                            | 8 0x7fffffff 0xffffffff 0xffffffff                                          | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0 | 1 0xffffffffffffffff 1 0x8000000000000000                                   | 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0x8000000000000000 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e64 | 1 0xffffffffffffffff 0x8000000000000000 0                  | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e64 | 5 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 3 0 0x8000000000000000 1                                                    | 8 0x7fffffffffffffff 0xffffffffffffffff 0xffffffffffffffff                  | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vv | e64 | 0xfffffffffffffffe 0x7fffffffffffffff 0x7ffffffffffffffe 9 | 1 0 1 9                                                                     | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 18                 | 0   | vsaddu_op, vxsat_op_vsaddsub |
      | vsadd.vv  | e8  | 0x7f 0x80 0xff 0                                           | 1 0xff 1 0x80                                                               | 0x7f 0x80 0 0x80                                                            | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e8  | 1 0xff 0x80 0                                              | 0xff 0x7f 0x7f 0xff                                                         | 0 0x7e 0xff 0xff                                                            | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e8  | 5 0x7f 0x7f 0xff                                           | 3 0 0x80 1                                                                  | 8 0x7f 0xff 0                                                               | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e8  | 0xfe 0x7f 0x7e 9                                           | 1 0 1 9                                                                     | 0xff 0x7f 0x7f 18                                                           | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e16 | 0x7fff 0x8000 0xffff 0                                     | 1 0xffff 1 0x8000                                                           | 0x7fff 0x8000 0 0x8000                                                      | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e32 | 0x7fffffff 0x80000000 0xffffffff 0                         | 1 0xffffffff 1 0x80000000                                                   | 0x7fffffff 0x80000000 0 0x80000000                                          | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0 | 1 0xffffffffffffffff 1 0x8000000000000000                                   | 0x7fffffffffffffff 0x8000000000000000 0 0x8000000000000000                  | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e64 | 1 0xffffffffffffffff 0x8000000000000000 0                  | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 0 0x7ffffffffffffffe 0xffffffffffffffff 0xffffffffffffffff                  | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e64 | 5 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 3 0 0x8000000000000000 1                                                    | 8 0x7fffffffffffffff 0xffffffffffffffff 0                                   | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vv  | e64 | 0xfffffffffffffffe 0x7fffffffffffffff 0x7ffffffffffffffe 9 | 1 0 1 9                                                                     | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 18                 | 0   | vsadd_op, vxsat_op_vsaddsub  |
      | vssubu.vv | e8  | 0x7f 0x80 0xff 0                                           | 1 0xff 1 0x80                                                               | 0x7e 0 0xfe 0                                                               | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e8  | 1 0xff 0x80 0                                              | 0xff 0x7f 0x7f 0xff                                                         | 0 0x80 1 0                                                                  | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e8  | 5 0x7f 0x7f 0xff                                           | 3 0 0x80 1                                                                  | 2 0x7f 0 0xfe                                                               | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e8  | 0xfe 0x7f 0x7e 9                                           | 1 0 1 9                                                                     | 0xfd 0x7f 0x7d 0                                                            | 0   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e16 | 0x7fff 0x8000 0xffff 0                                     | 1 0xffff 1 0x8000                                                           | 0x7ffe 0 0xfffe 0                                                           | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e16 | 1 0xffff 0x8000 0                                          | 0xffff 0x7fff 0x7fff 0xffff                                                 | 0 0x8000 1 0                                                                | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e16 | 5 0x7fff 0x7fff 0xffff                                     | 3 0 0x8000 1                                                                | 2 0x7fff 0 0xfffe                                                           | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e32 | 0x7fffffff 0x80000000 0xffffffff 0                         | 1 0xffffffff 1 0x80000000                                                   | 0x7ffffffe 0 0xfffffffe 0                                                   | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e32 | 1 0xffffffff 0x80000000 0                                  | 0xffffffff 0x7fffffff 0x7fffffff 0xffffffff                                 | 0 0x80000000 1 0                                                            | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e32 | 5 0x7fffffff 0x7fffffff 0xffffffff                         | 3 0 0x80000000 1                                                            | 2 0x7fffffff 0 0xfffffffe                                                   | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0 | 1 0xffffffffffffffff 1 0x8000000000000000                                   | 0x7ffffffffffffffe 0 0xfffffffffffffffe 0                                   | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e64 | 1 0xffffffffffffffff 0x8000000000000000 0                  | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 0 0x8000000000000000 1 0                                                    | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e64 | 5 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 3 0 0x8000000000000000 1                                                    | 2 0x7fffffffffffffff 0 0xfffffffffffffffe                                   | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vv | e64 | 0xfffffffffffffffe 0x7fffffffffffffff 0x7ffffffffffffffe 9 | 1 0 1 9                                                                     | 0xfffffffffffffffd 0x7fffffffffffffff 0x7ffffffffffffffd 0                  | 0   | vssubu_op, vxsat_op_vsaddsub |
      | vssub.vv  | e8  | 0x7f 0x80 0xff 0                                           | 1 0xff 1 0x80                                                               | 0x7e 0x81 0xfe 0x7f                                                         | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e8  | 1 0xff 0x80 0                                              | 0xff 0x7f 0x7f 0xff                                                         | 2 0x80 0x80 1                                                               | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e8  | 5 0x7f 0x7f 0xff                                           | 3 0 0x80 1                                                                  | 2 0x7f 0x7f 0xfe                                                            | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e8  | 0xfe 0x7f 0x7e 9                                           | 1 0 1 9                                                                     | 0xfd 0x7f 0x7d 0                                                            | 0   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e16 | 0x7fff 0x8000 0xffff 0                                     | 1 0xffff 1 0x8000                                                           | 0x7ffe 0x8001 0xfffe 0x7fff                                                 | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e16 | 1 0xffff 0x8000 0                                          | 0xffff 0x7fff 0x7fff 0xffff                                                 | 2 0x8000 0x8000 1                                                           | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e16 | 5 0x7fff 0x7fff 0xffff                                     | 3 0 0x8000 1                                                                | 2 0x7fff 0x7fff 0xfffe                                                      | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e32 | 0x7fffffff 0x80000000 0xffffffff 0                         | 1 0xffffffff 1 0x80000000                                                   | 0x7ffffffe 0x80000001 0xfffffffe 0x7fffffff                                 | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e32 | 1 0xffffffff 0x80000000 0                                  | 0xffffffff 0x7fffffff 0x7fffffff 0xffffffff                                 | 2 0x80000000 0x80000000 1                                                   | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e32 | 5 0x7fffffff 0x7fffffff 0xffffffff                         | 3 0 0x80000000 1                                                            | 2 0x7fffffff 0x7fffffff 0xfffffffe                                          | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0 | 1 0xffffffffffffffff 1 0x8000000000000000                                   | 0x7ffffffffffffffe 0x8000000000000001 0xfffffffffffffffe 0x7fffffffffffffff | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e64 | 1 0xffffffffffffffff 0x8000000000000000 0                  | 0xffffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 2 0x8000000000000000 0x8000000000000000 1                                   | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e64 | 5 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff | 3 0 0x8000000000000000 1                                                    | 2 0x7fffffffffffffff 0x7fffffffffffffff 0xfffffffffffffffe                  | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vv  | e64 | 0xfffffffffffffffe 0x7fffffffffffffff 0x7ffffffffffffffe 9 | 1 0 1 9                                                                     | 0xfffffffffffffffd 0x7fffffffffffffff 0x7ffffffffffffffd 0                  | 0   | vssub_op, vxsat_op_vsaddsub  |

  Scenario Outline: <insn> of <sew> elements <a> and <b> (<x>) gives <result>, vxsat <sat>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <x>
    And vxsat = 0
    When the hart executes "<insn> v24, v8, <b>"
    Then v24 = <sew>: <result> [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs and vxsat [<rules>]

    Examples:
      | insn      | sew | a                                                          | b   | x                  | result                                                                      | sat | rules                        |
      | vsaddu.vx | e8  | 0 1 0x7f 0x80                                              | a0  | 0x780              | 0x80 0x81 0xff 0xff                                                         | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vx | e8  | 0 1 0x7f 0x80                                              | a0  | 0x1                | 1 2 0x80 0x81                                                               | 0   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vx | e32 | 0 1 0x7fffffff 0x80000000                                  | a0  | 0x100000001        | 1 2 0x80000000 0x80000001                                                   | 0   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vx | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0x8000000000000000 | 0x8000000000000000 0x8000000000000001 0xffffffffffffffff 0xffffffffffffffff | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vx | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0xffffffffffffffff | 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vi | e8  | 0 0xf1 0x7f 0x80                                           | -16 | 0                  | 0xf0 0xff 0xff 0xff                                                         | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vi | e16 | 0 0xfff1 0x7fff 0x8000                                     | 15  | 0                  | 15 0xffff 0x800e 0x800f                                                     | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vi | e32 | 0 0xfffffff1 0x7fffffff 0x80000000                         | -1  | 0                  | 0xffffffff 0xffffffff 0xffffffff 0xffffffff                                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vi | e64 | 0 0xfffffffffffffff1 0x7fffffffffffffff 0x8000000000000000 | 15  | 0                  | 15 0xffffffffffffffff 0x800000000000000e 0x800000000000000f                 | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsaddu.vi | e64 | 0 0xfffffffffffffff1 0x7fffffffffffffff 0x8000000000000000 | -16 | 0                  | 0xfffffffffffffff0 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff | 1   | vsaddu_op, vxsat_op_vsaddsub |
      | vsadd.vx  | e8  | 0 1 0x7f 0x80                                              | a0  | 0x780              | 0x80 0x81 0xff 0x80                                                         | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vx  | e8  | 0 1 0x7f 0x80                                              | a0  | 0x1                | 1 2 0x7f 0x81                                                               | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vx  | e32 | 0 1 0x7fffffff 0x80000000                                  | a0  | 0x100000001        | 1 2 0x7fffffff 0x80000001                                                   | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vx  | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0x8000000000000000 | 0x8000000000000000 0x8000000000000001 0xffffffffffffffff 0x8000000000000000 | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vx  | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0xffffffffffffffff | 0xffffffffffffffff 0 0x7ffffffffffffffe 0x8000000000000000                  | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vi  | e8  | 0 0xf1 0x7f 0x80                                           | -16 | 0                  | 0xf0 0xe1 0x6f 0x80                                                         | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vi  | e16 | 0 0xfff1 0x7fff 0x8000                                     | 15  | 0                  | 15 0 0x7fff 0x800f                                                          | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vi  | e32 | 0 0xfffffff1 0x7fffffff 0x80000000                         | -1  | 0                  | 0xffffffff 0xfffffff0 0x7ffffffe 0x80000000                                 | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vi  | e64 | 0 0xfffffffffffffff1 0x7fffffffffffffff 0x8000000000000000 | 15  | 0                  | 15 0 0x7fffffffffffffff 0x800000000000000f                                  | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vsadd.vi  | e64 | 0 0xfffffffffffffff1 0x7fffffffffffffff 0x8000000000000000 | -16 | 0                  | 0xfffffffffffffff0 0xffffffffffffffe1 0x7fffffffffffffef 0x8000000000000000 | 1   | vsadd_op, vxsat_op_vsaddsub  |
      | vssubu.vx | e8  | 0 1 0x7f 0x80                                              | a0  | 0x780              | 0 0 0 0                                                                     | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vx | e8  | 0 1 0x7f 0x80                                              | a0  | 0x1                | 0 0 0x7e 0x7f                                                               | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vx | e32 | 0 1 0x7fffffff 0x80000000                                  | a0  | 0x100000001        | 0 0 0x7ffffffe 0x7fffffff                                                   | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vx | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0x8000000000000000 | 0 0 0 0                                                                     | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssubu.vx | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0xffffffffffffffff | 0 0 0 0                                                                     | 1   | vssubu_op, vxsat_op_vsaddsub |
      | vssub.vx  | e8  | 0 1 0x7f 0x80                                              | a0  | 0x780              | 0x7f 0x7f 0x7f 0                                                            | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vx  | e8  | 0 1 0x7f 0x80                                              | a0  | 0x1                | 0xff 0 0x7e 0x80                                                            | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vx  | e32 | 0 1 0x7fffffff 0x80000000                                  | a0  | 0x100000001        | 0xffffffff 0 0x7ffffffe 0x80000000                                          | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vx  | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0x8000000000000000 | 0x7fffffffffffffff 0x7fffffffffffffff 0x7fffffffffffffff 0                  | 1   | vssub_op, vxsat_op_vsaddsub  |
      | vssub.vx  | e64 | 0 1 0x7fffffffffffffff 0x8000000000000000                  | a0  | 0xffffffffffffffff | 1 2 0x7fffffffffffffff 0x8000000000000001                                   | 1   | vssub_op, vxsat_op_vsaddsub  |

  Scenario Outline: <insn> leaves vxsat set where nothing saturates, and clear where only other elements would
    Given vl = 2 under e8, m1, tu, mu
    And v8 = <wide>: <a>
    And v16 = e8: <b>
    And v0 = e8: 0x1
    And vxsat = <sat>
    When the hart executes "<insn> v24, v8, v16, v0.t"
    Then v24 = e8: <result> old old [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples: the second element is masked off, the third beyond vl
      | insn       | wide | a                | b            | sat | result | rules             |
      | vsaddu.vv  | e8   | 1 -1 -1          | 1 1 1        | 0   | 2 old  | vxsat_op_vsaddsub |
      | vsaddu.vv  | e8   | 1 -1 -1          | 1 1 1        | 1   | 2 old  | vxsat_op_vsaddsub |
      | vsadd.vv   | e8   | 1 127 127        | 1 1 1        | 0   | 2 old  | vxsat_op_vsaddsub |
      | vsadd.vv   | e8   | 1 127 127        | 1 1 1        | 1   | 2 old  | vxsat_op_vsaddsub |
      | vssubu.vv  | e8   | 1 0 0            | 1 1 1        | 0   | 0 old  | vxsat_op_vsaddsub |
      | vssubu.vv  | e8   | 1 0 0            | 1 1 1        | 1   | 0 old  | vxsat_op_vsaddsub |
      | vssub.vv   | e8   | 1 -128 -128      | 1 1 1        | 0   | 0 old  | vxsat_op_vsaddsub |
      | vssub.vv   | e8   | 1 -128 -128      | 1 1 1        | 1   | 0 old  | vxsat_op_vsaddsub |
      | vsmul.vv   | e8   | 64 -128 -128     | 64 -128 -128 | 0   | 32 old | vxsat_op_vsmul    |
      | vsmul.vv   | e8   | 64 -128 -128     | 64 -128 -128 | 1   | 32 old | vxsat_op_vsmul    |
      | vnclipu.wv | e16  | 8 0x7fff 0x7fff  | 2 0 0        | 0   | 2 old  | vxsat_op_vnclip_u |
      | vnclipu.wv | e16  | 8 0x7fff 0x7fff  | 2 0 0        | 1   | 2 old  | vxsat_op_vnclip_u |
      | vnclip.wv  | e16  | -8 0x7fff 0x7fff | 2 0 0        | 0   | -2 old | vxsat_op_vnclip_u |
      | vnclip.wv  | e16  | -8 0x7fff 0x7fff | 2 0 0        | 1   | -2 old | vxsat_op_vnclip_u |

  Scenario Outline: <insn> of <sew> elements <a> and <b>, vxrm <vxrm>, gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And vxrm = <vxrm>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: halves of sums and differences with all their bits
      | insn      | sew | a                                         | b                                         | vxrm | result                                    | rules     |
      | vaaddu.vv | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 0    | 3 3 0xbf 0xff                             | vaaddu_op |
      | vaaddu.vv | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 1    | 2 2 0xbf 0xfe                             | vaaddu_op |
      | vaaddu.vv | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 2    | 2 2 0xbf 0xfe                             | vaaddu_op |
      | vaaddu.vv | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 3    | 3 3 0xbf 0xff                             | vaaddu_op |
      | vaaddu.vv | e16 | 3 1 0x7fff 0xfffe                         | 2 4 0xffff 0xffff                         | 1    | 2 2 0xbfff 0xfffe                         | vaaddu_op |
      | vaaddu.vv | e32 | 3 1 0x7fffffff 0xfffffffe                 | 2 4 0xffffffff 0xffffffff                 | 1    | 2 2 0xbfffffff 0xfffffffe                 | vaaddu_op |
      | vaaddu.vv | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 0    | 3 3 0xbfffffffffffffff 0xffffffffffffffff | vaaddu_op |
      | vaaddu.vv | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 1    | 2 2 0xbfffffffffffffff 0xfffffffffffffffe | vaaddu_op |
      | vaaddu.vv | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 2    | 2 2 0xbfffffffffffffff 0xfffffffffffffffe | vaaddu_op |
      | vaaddu.vv | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 3    | 3 3 0xbfffffffffffffff 0xffffffffffffffff | vaaddu_op |
      | vaadd.vv  | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 0    | 3 3 63 0xff                               | vaadd_op  |
      | vaadd.vv  | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 1    | 2 2 63 0xfe                               | vaadd_op  |
      | vaadd.vv  | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 2    | 2 2 63 0xfe                               | vaadd_op  |
      | vaadd.vv  | e8  | 3 1 0x7f 0xfe                             | 2 4 0xff 0xff                             | 3    | 3 3 63 0xff                               | vaadd_op  |
      | vaadd.vv  | e16 | 3 1 0x7fff 0xfffe                         | 2 4 0xffff 0xffff                         | 1    | 2 2 0x3fff 0xfffe                         | vaadd_op  |
      | vaadd.vv  | e32 | 3 1 0x7fffffff 0xfffffffe                 | 2 4 0xffffffff 0xffffffff                 | 1    | 2 2 0x3fffffff 0xfffffffe                 | vaadd_op  |
      | vaadd.vv  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 0    | 3 3 0x3fffffffffffffff 0xffffffffffffffff | vaadd_op  |
      | vaadd.vv  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 1    | 2 2 0x3fffffffffffffff 0xfffffffffffffffe | vaadd_op  |
      | vaadd.vv  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 2    | 2 2 0x3fffffffffffffff 0xfffffffffffffffe | vaadd_op  |
      | vaadd.vv  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 2 4 0xffffffffffffffff 0xffffffffffffffff | 3    | 3 3 0x3fffffffffffffff 0xffffffffffffffff | vaadd_op  |
      | vasubu.vv | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 0    | 3 2 0 0x81                                | vasubu_op |
      | vasubu.vv | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 1    | 2 2 0 0x80                                | vasubu_op |
      | vasubu.vv | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 2    | 2 1 0xff 0x80                             | vasubu_op |
      | vasubu.vv | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 3    | 3 1 0xff 0x81                             | vasubu_op |
      | vasubu.vv | e16 | 6 4 0x7fff 0                              | 1 1 0x8000 0xffff                         | 1    | 2 2 0 0x8000                              | vasubu_op |
      | vasubu.vv | e32 | 6 4 0x7fffffff 0                          | 1 1 0x80000000 0xffffffff                 | 1    | 2 2 0 0x80000000                          | vasubu_op |
      | vasubu.vv | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 0    | 3 2 0 0x8000000000000001                  | vasubu_op |
      | vasubu.vv | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 1    | 2 2 0 0x8000000000000000                  | vasubu_op |
      | vasubu.vv | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 2    | 2 1 0xffffffffffffffff 0x8000000000000000 | vasubu_op |
      | vasubu.vv | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 3    | 3 1 0xffffffffffffffff 0x8000000000000001 | vasubu_op |
      | vasub.vv  | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 0    | 3 2 0x80 1                                | vasub_op  |
      | vasub.vv  | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 1    | 2 2 0x80 0                                | vasub_op  |
      | vasub.vv  | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 2    | 2 1 0x7f 0                                | vasub_op  |
      | vasub.vv  | e8  | 6 4 0x7f 0                                | 1 1 0x80 0xff                             | 3    | 3 1 0x7f 1                                | vasub_op  |
      | vasub.vv  | e16 | 6 4 0x7fff 0                              | 1 1 0x8000 0xffff                         | 1    | 2 2 0x8000 0                              | vasub_op  |
      | vasub.vv  | e32 | 6 4 0x7fffffff 0                          | 1 1 0x80000000 0xffffffff                 | 1    | 2 2 0x80000000 0                          | vasub_op  |
      | vasub.vv  | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 0    | 3 2 0x8000000000000000 1                  | vasub_op  |
      | vasub.vv  | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 1    | 2 2 0x8000000000000000 0                  | vasub_op  |
      | vasub.vv  | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 2    | 2 1 0x7fffffffffffffff 0                  | vasub_op  |
      | vasub.vv  | e64 | 6 4 0x7fffffffffffffff 0                  | 1 1 0x8000000000000000 0xffffffffffffffff | 3    | 3 1 0x7fffffffffffffff 1                  | vasub_op  |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b>, vxrm <vxrm>, gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    And vxrm = <vxrm>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn      | sew | a                                         | b                  | vxrm | result                                                                      | rules     |
      | vaaddu.vx | e8  | 3 1 0x7f 0xfe                             | 0x180              | 0    | 66 65 0x80 0xbf                                                             | vaaddu_op |
      | vaaddu.vx | e8  | 3 1 0x7f 0xfe                             | 0x180              | 1    | 66 64 0x80 0xbf                                                             | vaaddu_op |
      | vaaddu.vx | e8  | 3 1 0x7f 0xfe                             | 0x180              | 2    | 65 64 0x7f 0xbf                                                             | vaaddu_op |
      | vaaddu.vx | e8  | 3 1 0x7f 0xfe                             | 0x180              | 3    | 65 65 0x7f 0xbf                                                             | vaaddu_op |
      | vaaddu.vx | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 0    | 0x40000000000000c2 0x40000000000000c1 0x80000000000000c0 0xc0000000000000bf | vaaddu_op |
      | vaaddu.vx | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 1    | 0x40000000000000c2 0x40000000000000c0 0x80000000000000c0 0xc0000000000000bf | vaaddu_op |
      | vaaddu.vx | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 2    | 0x40000000000000c1 0x40000000000000c0 0x80000000000000bf 0xc0000000000000bf | vaaddu_op |
      | vaaddu.vx | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 3    | 0x40000000000000c1 0x40000000000000c1 0x80000000000000bf 0xc0000000000000bf | vaaddu_op |
      | vaadd.vx  | e8  | 3 1 0x7f 0xfe                             | 0x180              | 0    | 0xc2 0xc1 0 0xbf                                                            | vaadd_op  |
      | vaadd.vx  | e8  | 3 1 0x7f 0xfe                             | 0x180              | 1    | 0xc2 0xc0 0 0xbf                                                            | vaadd_op  |
      | vaadd.vx  | e8  | 3 1 0x7f 0xfe                             | 0x180              | 2    | 0xc1 0xc0 0xff 0xbf                                                         | vaadd_op  |
      | vaadd.vx  | e8  | 3 1 0x7f 0xfe                             | 0x180              | 3    | 0xc1 0xc1 0xff 0xbf                                                         | vaadd_op  |
      | vaadd.vx  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 0    | 0xc0000000000000c2 0xc0000000000000c1 0xc0 0xc0000000000000bf               | vaadd_op  |
      | vaadd.vx  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 1    | 0xc0000000000000c2 0xc0000000000000c0 0xc0 0xc0000000000000bf               | vaadd_op  |
      | vaadd.vx  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 2    | 0xc0000000000000c1 0xc0000000000000c0 0xbf 0xc0000000000000bf               | vaadd_op  |
      | vaadd.vx  | e64 | 3 1 0x7fffffffffffffff 0xfffffffffffffffe | 0x8000000000000180 | 3    | 0xc0000000000000c1 0xc0000000000000c1 0xbf 0xc0000000000000bf               | vaadd_op  |
      | vasubu.vx | e8  | 6 4 0x7f 0                                | 0x180              | 0    | 0xc3 0xc2 0 0xc0                                                            | vasubu_op |
      | vasubu.vx | e8  | 6 4 0x7f 0                                | 0x180              | 1    | 0xc3 0xc2 0 0xc0                                                            | vasubu_op |
      | vasubu.vx | e8  | 6 4 0x7f 0                                | 0x180              | 2    | 0xc3 0xc2 0xff 0xc0                                                         | vasubu_op |
      | vasubu.vx | e8  | 6 4 0x7f 0                                | 0x180              | 3    | 0xc3 0xc2 0xff 0xc0                                                         | vasubu_op |
      | vasubu.vx | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 0    | 0xbfffffffffffff43 0xbfffffffffffff42 0xffffffffffffff40 0xbfffffffffffff40 | vasubu_op |
      | vasubu.vx | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 1    | 0xbfffffffffffff43 0xbfffffffffffff42 0xffffffffffffff40 0xbfffffffffffff40 | vasubu_op |
      | vasubu.vx | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 2    | 0xbfffffffffffff43 0xbfffffffffffff42 0xffffffffffffff3f 0xbfffffffffffff40 | vasubu_op |
      | vasubu.vx | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 3    | 0xbfffffffffffff43 0xbfffffffffffff42 0xffffffffffffff3f 0xbfffffffffffff40 | vasubu_op |
      | vasub.vx  | e8  | 6 4 0x7f 0                                | 0x180              | 0    | 67 66 0x80 64                                                               | vasub_op  |
      | vasub.vx  | e8  | 6 4 0x7f 0                                | 0x180              | 1    | 67 66 0x80 64                                                               | vasub_op  |
      | vasub.vx  | e8  | 6 4 0x7f 0                                | 0x180              | 2    | 67 66 0x7f 64                                                               | vasub_op  |
      | vasub.vx  | e8  | 6 4 0x7f 0                                | 0x180              | 3    | 67 66 0x7f 64                                                               | vasub_op  |
      | vasub.vx  | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 0    | 0x3fffffffffffff43 0x3fffffffffffff42 0x7fffffffffffff40 0x3fffffffffffff40 | vasub_op  |
      | vasub.vx  | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 1    | 0x3fffffffffffff43 0x3fffffffffffff42 0x7fffffffffffff40 0x3fffffffffffff40 | vasub_op  |
      | vasub.vx  | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 2    | 0x3fffffffffffff43 0x3fffffffffffff42 0x7fffffffffffff3f 0x3fffffffffffff40 | vasub_op  |
      | vasub.vx  | e64 | 6 4 0x7fffffffffffffff 0                  | 0x8000000000000180 | 3    | 0x3fffffffffffff43 0x3fffffffffffff42 0x7fffffffffffff3f 0x3fffffffffffff40 | vasub_op  |

  Scenario Outline: <insn> of <sew> fractions <a> and <b>, vxrm <vxrm>, gives <result>, vxsat <sat>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And vxrm = <vxrm> and vxsat = 0
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs and vxsat [<rules>]

    Examples: only the square of the least fraction saturates
      | insn     | sew | a                                                                           | b                                                                           | vxrm | result                                                                      | sat | rules                    |
      | vsmul.vv | e8  | 0x80 0x80 64 0xff                                                           | 0x80 0x7f 64 0xff                                                           | 0    | 0x7f 0x81 32 0                                                              | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0x80 64 0xff                                                           | 0x80 0x7f 64 0xff                                                           | 1    | 0x7f 0x81 32 0                                                              | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0x80 64 0xff                                                           | 0x80 0x7f 64 0xff                                                           | 2    | 0x7f 0x81 32 0                                                              | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0x80 64 0xff                                                           | 0x80 0x7f 64 0xff                                                           | 3    | 0x7f 0x81 32 1                                                              | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 3 5 0xfd 7                                                                  | 64 64 64 64                                                                 | 0    | 2 3 0xff 4                                                                  | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 3 5 0xfd 7                                                                  | 64 64 64 64                                                                 | 1    | 2 2 0xfe 4                                                                  | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 3 5 0xfd 7                                                                  | 64 64 64 64                                                                 | 2    | 1 2 0xfe 3                                                                  | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 3 5 0xfd 7                                                                  | 64 64 64 64                                                                 | 3    | 1 3 0xff 3                                                                  | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0xc0 1 0x7f                                                            | 64 64 0x80 0x7f                                                             | 0    | 0xc0 0xe0 0xff 0x7e                                                         | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0xc0 1 0x7f                                                            | 64 64 0x80 0x7f                                                             | 1    | 0xc0 0xe0 0xff 0x7e                                                         | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0xc0 1 0x7f                                                            | 64 64 0x80 0x7f                                                             | 2    | 0xc0 0xe0 0xff 0x7e                                                         | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e8  | 0x80 0xc0 1 0x7f                                                            | 64 64 0x80 0x7f                                                             | 3    | 0xc0 0xe0 0xff 0x7f                                                         | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e16 | 0x8000 0x8000 0x4000 0xffff                                                 | 0x8000 0x7fff 0x4000 0xffff                                                 | 0    | 0x7fff 0x8001 0x2000 0                                                      | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e16 | 3 5 0xfffd 7                                                                | 0x4000 0x4000 0x4000 0x4000                                                 | 0    | 2 3 0xffff 4                                                                | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e16 | 0x8000 0xc000 1 0x7fff                                                      | 0x4000 0x4000 0x8000 0x7fff                                                 | 0    | 0xc000 0xe000 0xffff 0x7ffe                                                 | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e32 | 0x80000000 0x80000000 0x40000000 0xffffffff                                 | 0x80000000 0x7fffffff 0x40000000 0xffffffff                                 | 0    | 0x7fffffff 0x80000001 0x20000000 0                                          | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e32 | 3 5 0xfffffffd 7                                                            | 0x40000000 0x40000000 0x40000000 0x40000000                                 | 0    | 2 3 0xffffffff 4                                                            | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e32 | 0x80000000 0xc0000000 1 0x7fffffff                                          | 0x40000000 0x40000000 0x80000000 0x7fffffff                                 | 0    | 0xc0000000 0xe0000000 0xffffffff 0x7ffffffe                                 | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0x8000000000000000 0x4000000000000000 0xffffffffffffffff | 0x8000000000000000 0x7fffffffffffffff 0x4000000000000000 0xffffffffffffffff | 0    | 0x7fffffffffffffff 0x8000000000000001 0x2000000000000000 0                  | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0x8000000000000000 0x4000000000000000 0xffffffffffffffff | 0x8000000000000000 0x7fffffffffffffff 0x4000000000000000 0xffffffffffffffff | 1    | 0x7fffffffffffffff 0x8000000000000001 0x2000000000000000 0                  | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0x8000000000000000 0x4000000000000000 0xffffffffffffffff | 0x8000000000000000 0x7fffffffffffffff 0x4000000000000000 0xffffffffffffffff | 2    | 0x7fffffffffffffff 0x8000000000000001 0x2000000000000000 0                  | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0x8000000000000000 0x4000000000000000 0xffffffffffffffff | 0x8000000000000000 0x7fffffffffffffff 0x4000000000000000 0xffffffffffffffff | 3    | 0x7fffffffffffffff 0x8000000000000001 0x2000000000000000 1                  | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 3 5 0xfffffffffffffffd 7                                                    | 0x4000000000000000 0x4000000000000000 0x4000000000000000 0x4000000000000000 | 0    | 2 3 0xffffffffffffffff 4                                                    | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 3 5 0xfffffffffffffffd 7                                                    | 0x4000000000000000 0x4000000000000000 0x4000000000000000 0x4000000000000000 | 1    | 2 2 0xfffffffffffffffe 4                                                    | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 3 5 0xfffffffffffffffd 7                                                    | 0x4000000000000000 0x4000000000000000 0x4000000000000000 0x4000000000000000 | 2    | 1 2 0xfffffffffffffffe 3                                                    | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 3 5 0xfffffffffffffffd 7                                                    | 0x4000000000000000 0x4000000000000000 0x4000000000000000 0x4000000000000000 | 3    | 1 3 0xffffffffffffffff 3                                                    | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0xc000000000000000 1 0x7fffffffffffffff                  | 0x4000000000000000 0x4000000000000000 0x8000000000000000 0x7fffffffffffffff | 0    | 0xc000000000000000 0xe000000000000000 0xffffffffffffffff 0x7ffffffffffffffe | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0xc000000000000000 1 0x7fffffffffffffff                  | 0x4000000000000000 0x4000000000000000 0x8000000000000000 0x7fffffffffffffff | 1    | 0xc000000000000000 0xe000000000000000 0xffffffffffffffff 0x7ffffffffffffffe | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0xc000000000000000 1 0x7fffffffffffffff                  | 0x4000000000000000 0x4000000000000000 0x8000000000000000 0x7fffffffffffffff | 2    | 0xc000000000000000 0xe000000000000000 0xffffffffffffffff 0x7ffffffffffffffe | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vv | e64 | 0x8000000000000000 0xc000000000000000 1 0x7fffffffffffffff                  | 0x4000000000000000 0x4000000000000000 0x8000000000000000 0x7fffffffffffffff | 3    | 0xc000000000000000 0xe000000000000000 0xffffffffffffffff 0x7fffffffffffffff | 0   | vsmul_op, vxsat_op_vsmul |

  Scenario Outline: <insn> of <sew> fractions <a> and the register <b>, vxrm <vxrm>, gives <result>, vxsat <sat>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    And vxrm = <vxrm> and vxsat = 0
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <sew>: <result> [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs and vxsat [<rules>]

    Examples:
      | insn     | sew | a                                                          | b                  | vxrm | result                                                                      | sat | rules                    |
      | vsmul.vx | e8  | 0x80 0x7f 5 0xc0                                           | 0xff               | 0    | 1 0xff 0 1                                                                  | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e8  | 0x80 0x7f 5 0xc0                                           | 0x7700000000000080 | 0    | 0x7f 0x81 0xfb 64                                                           | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e16 | 0x8000 0x7fff 5 0xc000                                     | 0xffff             | 0    | 1 0xffff 0 1                                                                | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e16 | 0x8000 0x7fff 5 0xc000                                     | 0x7700000000008000 | 0    | 0x7fff 0x8001 0xfffb 0x4000                                                 | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e32 | 0x80000000 0x7fffffff 5 0xc0000000                         | 0xffffffff         | 0    | 1 0xffffffff 0 1                                                            | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e32 | 0x80000000 0x7fffffff 5 0xc0000000                         | 0x7700000080000000 | 0    | 0x7fffffff 0x80000001 0xfffffffb 0x40000000                                 | 1   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e64 | 0x8000000000000000 0x7fffffffffffffff 5 0xc000000000000000 | 0xffffffffffffffff | 0    | 1 0xffffffffffffffff 0 1                                                    | 0   | vsmul_op, vxsat_op_vsmul |
      | vsmul.vx | e64 | 0x8000000000000000 0x7fffffffffffffff 5 0xc000000000000000 | 0x8000000000000000 | 0    | 0x7fffffffffffffff 0x8000000000000001 0xfffffffffffffffb 0x4000000000000000 | 1   | vsmul_op, vxsat_op_vsmul |

  Scenario Outline: <insn> of <sew> elements <a> by <amount> (<b>, <x>), vxrm <vxrm>, gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And a0 = <x>
    And vxrm = <vxrm>
    When the hart executes "<insn> v24, v8, <amount>"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn     | sew | a                                           | amount | b                         | x                  | vxrm | result                                    | rules                 |
      | vssrl.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 0    | 3 4 2 65                                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 1    | 2 4 2 64                                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 2    | 2 3 1 64                                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 3    | 3 3 1 65                                  | vssrl_op, vssrl_shamt |
      | vssrl.vx | e8  | 10 14 0xff 0x81                             | a0     | 0 0 0 0                   | 0xffffffffffffff0b | 1    | 1 2 32 16                                 | vssrl_op, vssrl_shamt |
      | vssrl.vi | e8  | 10 14 0xff 0x81                             | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0x80 65                               | vssrl_op, vssrl_shamt |
      | vssrl.vi | e8  | 10 14 0xff 0x81                             | 7      | 0 0 0 0                   | 0                  | 1    | 0 0 2 1                                   | vssrl_op, vssrl_shamt |
      | vssrl.vi | e8  | 10 14 0xff 0x81                             | 17     | 0 0 0 0                   | 0                  | 3    | 5 7 0x7f 65                               | vssrl_op, vssrl_shamt |
      | vssrl.vv | e16 | 10 14 0xffff 0x8001                         | v16    | 2 2 15 0xfff1             | 0                  | 3    | 3 3 1 0x4001                              | vssrl_op, vssrl_shamt |
      | vssrl.vx | e16 | 10 14 0xffff 0x8001                         | a0     | 0 0 0 0                   | 0xffffffffffffff13 | 1    | 1 2 0x2000 0x1000                         | vssrl_op, vssrl_shamt |
      | vssrl.vi | e16 | 10 14 0xffff 0x8001                         | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0x8000 0x4001                         | vssrl_op, vssrl_shamt |
      | vssrl.vi | e16 | 10 14 0xffff 0x8001                         | 15     | 0 0 0 0                   | 0                  | 1    | 0 0 2 1                                   | vssrl_op, vssrl_shamt |
      | vssrl.vi | e16 | 10 14 0xffff 0x8001                         | 17     | 0 0 0 0                   | 0                  | 3    | 5 7 0x7fff 0x4001                         | vssrl_op, vssrl_shamt |
      | vssrl.vv | e32 | 10 14 0xffffffff 0x80000001                 | v16    | 2 2 31 0xffffffe1         | 0                  | 3    | 3 3 1 0x40000001                          | vssrl_op, vssrl_shamt |
      | vssrl.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 0    | 1 2 0x20000000 0x10000000                 | vssrl_op, vssrl_shamt |
      | vssrl.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 1    | 1 2 0x20000000 0x10000000                 | vssrl_op, vssrl_shamt |
      | vssrl.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 2    | 1 1 0x1fffffff 0x10000000                 | vssrl_op, vssrl_shamt |
      | vssrl.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 3    | 1 1 0x1fffffff 0x10000001                 | vssrl_op, vssrl_shamt |
      | vssrl.vi | e32 | 10 14 0xffffffff 0x80000001                 | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0x80000000 0x40000001                 | vssrl_op, vssrl_shamt |
      | vssrl.vi | e32 | 10 14 0xffffffff 0x80000001                 | 31     | 0 0 0 0                   | 0                  | 1    | 0 0 2 1                                   | vssrl_op, vssrl_shamt |
      | vssrl.vi | e32 | 10 14 0xffffffff 0x80000001                 | 17     | 0 0 0 0                   | 0                  | 3    | 1 1 0x7fff 0x4001                         | vssrl_op, vssrl_shamt |
      | vssrl.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 0    | 3 4 2 0x4000000000000001                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 1    | 2 4 2 0x4000000000000000                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 2    | 2 3 1 0x4000000000000000                  | vssrl_op, vssrl_shamt |
      | vssrl.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 3    | 3 3 1 0x4000000000000001                  | vssrl_op, vssrl_shamt |
      | vssrl.vx | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | a0     | 0 0 0 0                   | 0xffffffffffffff43 | 1    | 1 2 0x2000000000000000 0x1000000000000000 | vssrl_op, vssrl_shamt |
      | vssrl.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0x8000000000000000 0x4000000000000001 | vssrl_op, vssrl_shamt |
      | vssrl.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 31     | 0 0 0 0                   | 0                  | 1    | 0 0 0x200000000 0x100000000               | vssrl_op, vssrl_shamt |
      | vssrl.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 17     | 0 0 0 0                   | 0                  | 3    | 1 1 0x7fffffffffff 0x400000000001         | vssrl_op, vssrl_shamt |
      | vssra.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 0    | 3 4 0 0xc1                                | vssra_op, vssra_shamt |
      | vssra.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 1    | 2 4 0 0xc0                                | vssra_op, vssra_shamt |
      | vssra.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 2    | 2 3 0xff 0xc0                             | vssra_op, vssra_shamt |
      | vssra.vv | e8  | 10 14 0xff 0x81                             | v16    | 2 2 7 0xf9                | 0                  | 3    | 3 3 0xff 0xc1                             | vssra_op, vssra_shamt |
      | vssra.vx | e8  | 10 14 0xff 0x81                             | a0     | 0 0 0 0                   | 0xffffffffffffff0b | 1    | 1 2 0 0xf0                                | vssra_op, vssra_shamt |
      | vssra.vi | e8  | 10 14 0xff 0x81                             | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0 0xc1                                | vssra_op, vssra_shamt |
      | vssra.vi | e8  | 10 14 0xff 0x81                             | 7      | 0 0 0 0                   | 0                  | 1    | 0 0 0 0xff                                | vssra_op, vssra_shamt |
      | vssra.vi | e8  | 10 14 0xff 0x81                             | 17     | 0 0 0 0                   | 0                  | 3    | 5 7 0xff 0xc1                             | vssra_op, vssra_shamt |
      | vssra.vv | e16 | 10 14 0xffff 0x8001                         | v16    | 2 2 15 0xfff1             | 0                  | 3    | 3 3 0xffff 0xc001                         | vssra_op, vssra_shamt |
      | vssra.vx | e16 | 10 14 0xffff 0x8001                         | a0     | 0 0 0 0                   | 0xffffffffffffff13 | 1    | 1 2 0 0xf000                              | vssra_op, vssra_shamt |
      | vssra.vi | e16 | 10 14 0xffff 0x8001                         | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0 0xc001                              | vssra_op, vssra_shamt |
      | vssra.vi | e16 | 10 14 0xffff 0x8001                         | 15     | 0 0 0 0                   | 0                  | 1    | 0 0 0 0xffff                              | vssra_op, vssra_shamt |
      | vssra.vi | e16 | 10 14 0xffff 0x8001                         | 17     | 0 0 0 0                   | 0                  | 3    | 5 7 0xffff 0xc001                         | vssra_op, vssra_shamt |
      | vssra.vv | e32 | 10 14 0xffffffff 0x80000001                 | v16    | 2 2 31 0xffffffe1         | 0                  | 3    | 3 3 0xffffffff 0xc0000001                 | vssra_op, vssra_shamt |
      | vssra.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 0    | 1 2 0 0xf0000000                          | vssra_op, vssra_shamt |
      | vssra.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 1    | 1 2 0 0xf0000000                          | vssra_op, vssra_shamt |
      | vssra.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 2    | 1 1 0xffffffff 0xf0000000                 | vssra_op, vssra_shamt |
      | vssra.vx | e32 | 10 14 0xffffffff 0x80000001                 | a0     | 0 0 0 0                   | 0xffffffffffffff23 | 3    | 1 1 0xffffffff 0xf0000001                 | vssra_op, vssra_shamt |
      | vssra.vi | e32 | 10 14 0xffffffff 0x80000001                 | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0 0xc0000001                          | vssra_op, vssra_shamt |
      | vssra.vi | e32 | 10 14 0xffffffff 0x80000001                 | 31     | 0 0 0 0                   | 0                  | 1    | 0 0 0 0xffffffff                          | vssra_op, vssra_shamt |
      | vssra.vi | e32 | 10 14 0xffffffff 0x80000001                 | 17     | 0 0 0 0                   | 0                  | 3    | 1 1 0xffffffff 0xffffc001                 | vssra_op, vssra_shamt |
      | vssra.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 0    | 3 4 0 0xc000000000000001                  | vssra_op, vssra_shamt |
      | vssra.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 1    | 2 4 0 0xc000000000000000                  | vssra_op, vssra_shamt |
      | vssra.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 2    | 2 3 0xffffffffffffffff 0xc000000000000000 | vssra_op, vssra_shamt |
      | vssra.vv | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | v16    | 2 2 63 0xffffffffffffffc1 | 0                  | 3    | 3 3 0xffffffffffffffff 0xc000000000000001 | vssra_op, vssra_shamt |
      | vssra.vx | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | a0     | 0 0 0 0                   | 0xffffffffffffff43 | 1    | 1 2 0 0xf000000000000000                  | vssra_op, vssra_shamt |
      | vssra.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 1      | 0 0 0 0                   | 0                  | 0    | 5 7 0 0xc000000000000001                  | vssra_op, vssra_shamt |
      | vssra.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 31     | 0 0 0 0                   | 0                  | 1    | 0 0 0 0xffffffff00000000                  | vssra_op, vssra_shamt |
      | vssra.vi | e64 | 10 14 0xffffffffffffffff 0x8000000000000001 | 17     | 0 0 0 0                   | 0                  | 3    | 1 1 0xffffffffffffffff 0xffffc00000000001 | vssra_op, vssra_shamt |

  Scenario Outline: <insn> of <a> by <amount> (<b>, <x>), vxrm <vxrm>, gives <result> in <sew> elements, vxsat <sat>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <wide>: <a>
    And v16 = <sew>: <b>
    And a0 = <x>
    And vxrm = <vxrm> and vxsat = 0
    When the hart executes "<insn> v24, v8, <amount>"
    Then v24 = <sew>: <result> [<rules>]
    And vxsat = <sat> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs and vxsat [<rules>]

    Examples:
      | insn       | sew | wide | a                                                           | amount | b                  | x                  | vxrm | result                              | sat | rules                                                          |
      | vnclipu.wv | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 0    | 3 0xff 1 64                         | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 1    | 2 0xff 1 64                         | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 2    | 2 0xff 1 63                         | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 3    | 3 0xff 1 63                         | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 0    | 0xff 0x80 0xff 6                    | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 1    | 0xff 0x80 0xff 6                    | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 2    | 0xff 0x7f 0xff 6                    | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 3    | 0xff 0x7f 0xff 6                    | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | a0     | 0 0 0 0            | 0xffffffffffffff18 | 0    | 0xff 0x80 0x80 0                    | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | a0     | 0 0 0 0            | 0xffffffffffffff18 | 2    | 0xff 0x7f 0x80 0                    | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 16     | 0 0 0 0            | 0                  | 0    | 0xff 0xff 0xff 85                   | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 31     | 0 0 0 0            | 0                  | 1    | 2 1 1 0                             | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 1      | 0 0 0 0            | 0                  | 3    | 0xff 0xff 0xff 43                   | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e8  | e16  | 7 96 0xff 0x80                                              | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0x7f 64                        | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e16 | e32  | 10 0xffffffff 0x80000000 0x7fffffff                         | v16    | 2 16 31 0xfff1     | 0                  | 1    | 2 0xffff 1 0x4000                   | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e16 | e32  | 0x1ffff 0xffff 0xfffeffff 6                                 | v16    | 1 1 1 0            | 0                  | 1    | 0xffff 0x8000 0xffff 6              | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | a0     | 0 0 0 0            | 0xffffffffffffff30 | 0    | 0xffff 0x8000 0x8000 0              | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | a0     | 0 0 0 0            | 0xffffffffffffff30 | 2    | 0xffff 0x7fff 0x8000 0              | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 16     | 0 0 0 0            | 0                  | 0    | 0xffff 0x8000 0x8000 0              | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 31     | 0 0 0 0            | 0                  | 1    | 2 1 1 0                             | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 1      | 0 0 0 0            | 0                  | 3    | 0xffff 0xffff 0xffff 43             | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e16 | e32  | 7 96 0xff 0x80                                              | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0x7f 64                        | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 0    | 3 0xffffffff 1 0x40000000           | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 1    | 2 0xffffffff 1 0x40000000           | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 2    | 2 0xffffffff 1 0x3fffffff           | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 3    | 3 0xffffffff 1 0x3fffffff           | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 0    | 0xffffffff 0x80000000 0xffffffff 6  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 1    | 0xffffffff 0x80000000 0xffffffff 6  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 2    | 0xffffffff 0x7fffffff 0xffffffff 6  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wv | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 3    | 0xffffffff 0x7fffffff 0xffffffff 6  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | a0     | 0 0 0 0            | 0xffffffffffffff60 | 0    | 0xffffffff 0x80000000 0x80000000 0  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wx | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | a0     | 0 0 0 0            | 0xffffffffffffff60 | 2    | 0xffffffff 0x7fffffff 0x80000000 0  | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 16     | 0 0 0 0            | 0                  | 0    | 0xffffffff 0xffffffff 0xffffffff 0  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 31     | 0 0 0 0            | 0                  | 1    | 0xffffffff 0xffffffff 0xffffffff 0  | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 1      | 0 0 0 0            | 0                  | 3    | 0xffffffff 0xffffffff 0xffffffff 43 | 1   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclipu.wi | e32 | e64  | 7 96 0xff 0x80                                              | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0x7f 64                        | 0   | vnclipu_op, vnclipu_shamt, vnclipu_overflow, vxsat_op_vnclip_u |
      | vnclip.wv  | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 0    | 3 0 0xff 64                         | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 1    | 2 0 0xff 64                         | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 2    | 2 0xff 0xff 63                      | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 10 0xffff 0x8000 0x7fff                                     | v16    | 2 8 15 0xf9        | 0                  | 3    | 3 0xff 0xff 63                      | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 0    | 0x7f 0x7f 0x80 6                    | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 1    | 0x7f 0x7f 0x80 6                    | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 2    | 0x7f 0x7f 0x80 6                    | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e8  | e16  | 0x1ff 0xff 0xfeff 6                                         | v16    | 1 1 1 0            | 0                  | 3    | 0x7f 0x7f 0x80 6                    | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | a0     | 0 0 0 0            | 0xffffffffffffff18 | 0    | 0 0x7f 0x80 0                       | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | a0     | 0 0 0 0            | 0xffffffffffffff18 | 2    | 0xff 0x7f 0x80 0                    | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 16     | 0 0 0 0            | 0                  | 0    | 0xff 0x7f 0x80 85                   | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 31     | 0 0 0 0            | 0                  | 1    | 0 1 0xff 0                          | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e8  | e16  | 0xffff 0x7fff 0x8000 85                                     | 1      | 0 0 0 0            | 0                  | 3    | 0xff 0x7f 0x80 43                   | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e8  | e16  | 7 96 0xffff 0xffb0                                          | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0xff 0xd8                      | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e16 | e32  | 10 0xffffffff 0x80000000 0x7fffffff                         | v16    | 2 16 31 0xfff1     | 0                  | 1    | 2 0 0xffff 0x4000                   | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e16 | e32  | 0x1ffff 0xffff 0xfffeffff 6                                 | v16    | 1 1 1 0            | 0                  | 1    | 0x7fff 0x7fff 0x8000 6              | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | a0     | 0 0 0 0            | 0xffffffffffffff30 | 0    | 0 0x7fff 0x8000 0                   | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | a0     | 0 0 0 0            | 0xffffffffffffff30 | 2    | 0xffff 0x7fff 0x8000 0              | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 16     | 0 0 0 0            | 0                  | 0    | 0 0x7fff 0x8000 0                   | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 31     | 0 0 0 0            | 0                  | 1    | 0 1 0xffff 0                        | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e16 | e32  | 0xffffffff 0x7fffffff 0x80000000 85                         | 1      | 0 0 0 0            | 0                  | 3    | 0xffff 0x7fff 0x8000 43             | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e16 | e32  | 7 96 0xffffffff 0xffffffb0                                  | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0xffff 0xffd8                  | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 0    | 3 0 0xffffffff 0x40000000           | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 1    | 2 0 0xffffffff 0x40000000           | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 2    | 2 0xffffffff 0xffffffff 0x3fffffff  | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 10 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff | v16    | 2 32 63 0xffffffe1 | 0                  | 3    | 3 0xffffffff 0xffffffff 0x3fffffff  | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 0    | 0x7fffffff 0x7fffffff 0x80000000 6  | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 1    | 0x7fffffff 0x7fffffff 0x80000000 6  | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 2    | 0x7fffffff 0x7fffffff 0x80000000 6  | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wv  | e32 | e64  | 0x1ffffffff 0xffffffff 0xfffffffeffffffff 6                 | v16    | 1 1 1 0            | 0                  | 3    | 0x7fffffff 0x7fffffff 0x80000000 6  | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | a0     | 0 0 0 0            | 0xffffffffffffff60 | 0    | 0 0x7fffffff 0x80000000 0           | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wx  | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | a0     | 0 0 0 0            | 0xffffffffffffff60 | 2    | 0xffffffff 0x7fffffff 0x80000000 0  | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 16     | 0 0 0 0            | 0                  | 0    | 0 0x7fffffff 0x80000000 0           | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 31     | 0 0 0 0            | 0                  | 1    | 0 0x7fffffff 0x80000000 0           | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e32 | e64  | 0xffffffffffffffff 0x7fffffffffffffff 0x8000000000000000 85 | 1      | 0 0 0 0            | 0                  | 3    | 0xffffffff 0x7fffffff 0x80000000 43 | 1   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |
      | vnclip.wi  | e32 | e64  | 7 96 0xffffffffffffffff 0xffffffffffffffb0                  | 1      | 0 0 0 0            | 0                  | 2    | 3 48 0xffffffff 0xffffffd8          | 0   | vnclip_op, vnclip_shamt, vnclip_overflow, vxsat_op_vnclip_u    |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vsaddu.vv  |
      | vsaddu.vx  |
      | vsaddu.vi  |
      | vsadd.vv   |
      | vsadd.vx   |
      | vsadd.vi   |
      | vssubu.vv  |
      | vssubu.vx  |
      | vssub.vv   |
      | vssub.vx   |
      | vaaddu.vv  |
      | vaaddu.vx  |
      | vaadd.vv   |
      | vaadd.vx   |
      | vasubu.vv  |
      | vasubu.vx  |
      | vasub.vv   |
      | vasub.vx   |
      | vsmul.vv   |
      | vsmul.vx   |
      | vssrl.vv   |
      | vssrl.vx   |
      | vssrl.vi   |
      | vssra.vv   |
      | vssra.vx   |
      | vssra.vi   |
      | vnclipu.wv |
      | vnclipu.wx |
      | vnclipu.wi |
      | vnclip.wv  |
      | vnclip.wx  |
      | vnclip.wi  |
