@ext:Zvbb
Feature: Vector bit manipulation
  Bits of elements are reversed and counted, and elements shifted into elements of twice the width.

  Scenario Outline: <insn> of <sew> elements <a> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    When the hart executes "<insn> v24, v8"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn    | sew | a                                                          | result                                                                     | rules                |
      | vbrev.v | e8  | 0 0xff 1 0x80                                              | 0 0xff 0x80 1                                                              | vbrev-v_op, Zvbb_eew |
      | vbrev.v | e8  | 0xef 48 72 0x7f                                            | 0xf7 12 18 0xfe                                                            | vbrev-v_op, Zvbb_eew |
      | vclz.v  | e8  | 0 0xff 1 0x80                                              | 8 0 7 0                                                                    | vclz-v_op, Zvbb_eew  |
      | vclz.v  | e8  | 0xef 48 72 0x7f                                            | 0 2 1 1                                                                    | vclz-v_op, Zvbb_eew  |
      | vctz.v  | e8  | 0 0xff 1 0x80                                              | 8 0 0 7                                                                    | vctz-v_op, Zvbb_eew  |
      | vctz.v  | e8  | 0xef 48 72 0x7f                                            | 0 4 3 0                                                                    | vctz-v_op, Zvbb_eew  |
      | vcpop.v | e8  | 0 0xff 1 0x80                                              | 0 8 1 1                                                                    | vcpop-v_op, Zvbb_eew |
      | vcpop.v | e8  | 0xef 48 72 0x7f                                            | 7 2 2 7                                                                    | vcpop-v_op, Zvbb_eew |
      | vbrev.v | e16 | 0 0xffff 1 0x8000                                          | 0 0xffff 0x8000 1                                                          | vbrev-v_op, Zvbb_eew |
      | vbrev.v | e16 | 0xcdef 48 0x4008 0x7fff                                    | 0xf7b3 0xc00 0x1002 0xfffe                                                 | vbrev-v_op, Zvbb_eew |
      | vclz.v  | e16 | 0 0xffff 1 0x8000                                          | 16 0 15 0                                                                  | vclz-v_op, Zvbb_eew  |
      | vclz.v  | e16 | 0xcdef 48 0x4008 0x7fff                                    | 0 10 1 1                                                                   | vclz-v_op, Zvbb_eew  |
      | vctz.v  | e16 | 0 0xffff 1 0x8000                                          | 16 0 0 15                                                                  | vctz-v_op, Zvbb_eew  |
      | vctz.v  | e16 | 0xcdef 48 0x4008 0x7fff                                    | 0 4 3 0                                                                    | vctz-v_op, Zvbb_eew  |
      | vcpop.v | e16 | 0 0xffff 1 0x8000                                          | 0 16 1 1                                                                   | vcpop-v_op, Zvbb_eew |
      | vcpop.v | e16 | 0xcdef 48 0x4008 0x7fff                                    | 12 2 2 15                                                                  | vcpop-v_op, Zvbb_eew |
      | vbrev.v | e32 | 0 0xffffffff 1 0x80000000                                  | 0 0xffffffff 0x80000000 1                                                  | vbrev-v_op, Zvbb_eew |
      | vbrev.v | e32 | 0x89abcdef 48 0x40000008 0x7fffffff                        | 0xf7b3d591 0xc000000 0x10000002 0xfffffffe                                 | vbrev-v_op, Zvbb_eew |
      | vclz.v  | e32 | 0 0xffffffff 1 0x80000000                                  | 32 0 31 0                                                                  | vclz-v_op, Zvbb_eew  |
      | vclz.v  | e32 | 0x89abcdef 48 0x40000008 0x7fffffff                        | 0 26 1 1                                                                   | vclz-v_op, Zvbb_eew  |
      | vctz.v  | e32 | 0 0xffffffff 1 0x80000000                                  | 32 0 0 31                                                                  | vctz-v_op, Zvbb_eew  |
      | vctz.v  | e32 | 0x89abcdef 48 0x40000008 0x7fffffff                        | 0 4 3 0                                                                    | vctz-v_op, Zvbb_eew  |
      | vcpop.v | e32 | 0 0xffffffff 1 0x80000000                                  | 0 32 1 1                                                                   | vcpop-v_op, Zvbb_eew |
      | vcpop.v | e32 | 0x89abcdef 48 0x40000008 0x7fffffff                        | 20 2 2 31                                                                  | vcpop-v_op, Zvbb_eew |
      | vbrev.v | e64 | 0 0xffffffffffffffff 1 0x8000000000000000                  | 0 0xffffffffffffffff 0x8000000000000000 1                                  | vbrev-v_op, Zvbb_eew |
      | vbrev.v | e64 | 0x123456789abcdef 48 0x4000000000000008 0x7fffffffffffffff | 0xf7b3d591e6a2c480 0xc00000000000000 0x1000000000000002 0xfffffffffffffffe | vbrev-v_op, Zvbb_eew |
      | vclz.v  | e64 | 0 0xffffffffffffffff 1 0x8000000000000000                  | 64 0 63 0                                                                  | vclz-v_op, Zvbb_eew  |
      | vclz.v  | e64 | 0x123456789abcdef 48 0x4000000000000008 0x7fffffffffffffff | 7 58 1 1                                                                   | vclz-v_op, Zvbb_eew  |
      | vctz.v  | e64 | 0 0xffffffffffffffff 1 0x8000000000000000                  | 64 0 0 63                                                                  | vctz-v_op, Zvbb_eew  |
      | vctz.v  | e64 | 0x123456789abcdef 48 0x4000000000000008 0x7fffffffffffffff | 0 4 3 0                                                                    | vctz-v_op, Zvbb_eew  |
      | vcpop.v | e64 | 0 0xffffffffffffffff 1 0x8000000000000000                  | 0 64 1 1                                                                   | vcpop-v_op, Zvbb_eew |
      | vcpop.v | e64 | 0x123456789abcdef 48 0x4000000000000008 0x7fffffffffffffff | 32 2 2 63                                                                  | vcpop-v_op, Zvbb_eew |

  Scenario Outline: <insn> of <sew> elements <a> by <amount> (<b>, <x>) gives <result> in <wide>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And a0 = <x>
    When the hart executes "<insn> v24, v8, <amount>"
    Then v24 = <wide>: <result> [vwsll_op]
    And no trap is taken [vwsll_op]
    And nothing else changes but v24 and v25 and vs [vwsll_op]

    Examples:
      | insn     | sew | wide | a                                  | amount | b                  | x                  | result                                                               |
      | vwsll.vv | e8  | e16  | 0xf1 0xff 1 0x80                   | v16    | 4 8 15 0xf1        | 0                  | 0xf10 0xff00 0x8000 0x100                                            |
      | vwsll.vx | e8  | e16  | 0xf1 0xff 1 0x80                   | a0     | 0 0 0 0            | 0xffffffffffffff13 | 0x788 0x7f8 8 0x400                                                  |
      | vwsll.vx | e8  | e16  | 0xf1 0xff 1 0x80                   | a0     | 0 0 0 0            | 0x8                | 0xf100 0xff00 0x100 0x8000                                           |
      | vwsll.vi | e8  | e16  | 0xf1 0xff 1 0x80                   | 1      | 0 0 0 0            | 0                  | 0x1e2 0x1fe 2 0x100                                                  |
      | vwsll.vi | e8  | e16  | 0xf1 0xff 1 0x80                   | 16     | 0 0 0 0            | 0                  | 0xf1 0xff 1 0x80                                                     |
      | vwsll.vi | e8  | e16  | 0xf1 0xff 1 0x80                   | 31     | 0 0 0 0            | 0                  | 0x8000 0x8000 0x8000 0                                               |
      | vwsll.vv | e16 | e32  | 0xdef1 0xffff 1 0x8000             | v16    | 4 16 31 0xffe1     | 0                  | 0xdef10 0xffff0000 0x80000000 0x10000                                |
      | vwsll.vx | e16 | e32  | 0xdef1 0xffff 1 0x8000             | a0     | 0 0 0 0            | 0xffffffffffffff23 | 0x6f788 0x7fff8 8 0x40000                                            |
      | vwsll.vx | e16 | e32  | 0xdef1 0xffff 1 0x8000             | a0     | 0 0 0 0            | 0x10               | 0xdef10000 0xffff0000 0x10000 0x80000000                             |
      | vwsll.vi | e16 | e32  | 0xdef1 0xffff 1 0x8000             | 1      | 0 0 0 0            | 0                  | 0x1bde2 0x1fffe 2 0x10000                                            |
      | vwsll.vi | e16 | e32  | 0xdef1 0xffff 1 0x8000             | 16     | 0 0 0 0            | 0                  | 0xdef10000 0xffff0000 0x10000 0x80000000                             |
      | vwsll.vi | e16 | e32  | 0xdef1 0xffff 1 0x8000             | 31     | 0 0 0 0            | 0                  | 0x80000000 0x80000000 0x80000000 0                                   |
      | vwsll.vv | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | v16    | 4 32 63 0xffffffc1 | 0                  | 0x9abcdef10 0xffffffff00000000 0x8000000000000000 0x100000000        |
      | vwsll.vx | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | a0     | 0 0 0 0            | 0xffffffffffffff43 | 0x4d5e6f788 0x7fffffff8 8 0x400000000                                |
      | vwsll.vx | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | a0     | 0 0 0 0            | 0x20               | 0x9abcdef100000000 0xffffffff00000000 0x100000000 0x8000000000000000 |
      | vwsll.vi | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | 1      | 0 0 0 0            | 0                  | 0x13579bde2 0x1fffffffe 2 0x100000000                                |
      | vwsll.vi | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | 16     | 0 0 0 0            | 0                  | 0x9abcdef10000 0xffffffff0000 0x10000 0x800000000000                 |
      | vwsll.vi | e32 | e64  | 0x9abcdef1 0xffffffff 1 0x80000000 | 31     | 0 0 0 0            | 0                  | 0x4d5e6f7880000000 0x7fffffff80000000 0x80000000 0x4000000000000000  |

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
      | insn            | result        | rules      |
      | vbrev.v v24, v8 | 0x4000 0xc000 | vbrev-v_op |
      | vclz.v v24, v8  | 14 14         | vclz-v_op  |
      | vctz.v v24, v8  | 1 0           | vctz-v_op  |
      | vcpop.v v24, v8 | 1 2           | vcpop-v_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vbrev.v  |
      | vclz.v   |
      | vctz.v   |
      | vcpop.v  |
      | vwsll.vv |
      | vwsll.vx |
      | vwsll.vi |
