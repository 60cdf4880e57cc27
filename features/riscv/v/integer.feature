@ext:V
Feature: Vector integer arithmetic
  Elements are added, subtracted, widened, narrowed, shifted, merged and moved, each alone. The first source is
  vs2; the second is vs1, a scalar register or an immediate.

  Scenario Outline: <insn> of <sew> elements <a> and <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: sums and differences wrap
      | insn    | sew | a                                                                           | b                                         | result                                                                      | rules   |
      | vadd.vv | e8  | 5 0x7f 0x80 0xff                                                            | 3 1 0xff 2                                | 8 0x80 0x7f 1                                                               | vadd_op |
      | vadd.vv | e16 | 0x7fff 0x8000 0xffff 0x1234                                                 | 1 0xffff 1 0x4321                         | 0x8000 0x7fff 0 0x5555                                                      | vadd_op |
      | vadd.vv | e32 | 0x7fffffff 0x80000000 0xffffffff 0x12345678                                 | 1 0xffffffff 1 0x11111111                 | 0x80000000 0x7fffffff 0 0x23456789                                          | vadd_op |
      | vadd.vv | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0x123456789abcdef0 | 1 0xffffffffffffffff 1 0xfedcba9876543210 | 0x8000000000000000 0x7fffffffffffffff 0 0x1111111111111100                  | vadd_op |
      | vsub.vv | e8  | 5 0x7f 0x80 0xff                                                            | 3 1 0xff 2                                | 2 0x7e 0x81 0xfd                                                            | vsub_op |
      | vsub.vv | e16 | 0x7fff 0x8000 0xffff 0x1234                                                 | 1 0xffff 1 0x4321                         | 0x7ffe 0x8001 0xfffe 0xcf13                                                 | vsub_op |
      | vsub.vv | e32 | 0x7fffffff 0x80000000 0xffffffff 0x12345678                                 | 1 0xffffffff 1 0x11111111                 | 0x7ffffffe 0x80000001 0xfffffffe 0x1234567                                  | vsub_op |
      | vsub.vv | e64 | 0x7fffffffffffffff 0x8000000000000000 0xffffffffffffffff 0x123456789abcdef0 | 1 0xffffffffffffffff 1 0xfedcba9876543210 | 0x7ffffffffffffffe 0x8000000000000001 0xfffffffffffffffe 0x13579be02468ace0 | vsub_op |

    Examples: bits
      | insn    | sew | a                                                          | b                                                                          | result                                                                      | rules   |
      | vand.vv | e8  | 15 85 0x80 0xff                                            | 60 0xff 0x7f 0xa5                                                          | 12 85 0 0xa5                                                                | vand_op |
      | vand.vv | e64 | 0x123456789abcdef0 0 0xffffffffffffffff 0xff00ff00ff00ff00 | 0xfedcba9876543210 0xffffffff00000000 0x5555555555555555 0xff00ff00ff00ff0 | 0x1214121812141210 0 0x5555555555555555 0xf000f000f000f00                   | vand_op |
      | vor.vv  | e8  | 15 85 0x80 0xff                                            | 60 0xff 0x7f 0xa5                                                          | 63 0xff 0xff 0xff                                                           | vor_op  |
      | vor.vv  | e64 | 0x123456789abcdef0 0 0xffffffffffffffff 0xff00ff00ff00ff00 | 0xfedcba9876543210 0xffffffff00000000 0x5555555555555555 0xff00ff00ff00ff0 | 0xfefcfef8fefcfef0 0xffffffff00000000 0xffffffffffffffff 0xfff0fff0fff0fff0 | vor_op  |
      | vxor.vv | e8  | 15 85 0x80 0xff                                            | 60 0xff 0x7f 0xa5                                                          | 51 0xaa 0xff 90                                                             | vxor_op |
      | vxor.vv | e64 | 0x123456789abcdef0 0 0xffffffffffffffff 0xff00ff00ff00ff00 | 0xfedcba9876543210 0xffffffff00000000 0x5555555555555555 0xff00ff00ff00ff0 | 0xece8ece0ece8ece0 0xffffffff00000000 0xaaaaaaaaaaaaaaaa 0xf0f0f0f0f0f0f0f0 | vxor_op |

    Examples: shifts: the amount is the low bits of the element of vs1
      | insn    | sew | a                                                                           | b                          | result                                                                      | rules               |
      | vsll.vv | e8  | 0x81 0x81 0x81 0x7e                                                         | 1 7 0xff 8                 | 2 0x80 0x80 0x7e                                                            | vsll_op, vsll_shamt |
      | vsll.vv | e16 | 0x8001 0x8001 0x8001 0x7ffe                                                 | 1 15 0xfff4 16             | 2 0x8000 16 0x7ffe                                                          | vsll_op, vsll_shamt |
      | vsll.vv | e32 | 0x80000001 0x80000001 0x80000001 0x7ffffffe                                 | 1 31 0xffffffe4 32         | 2 0x80000000 16 0x7ffffffe                                                  | vsll_op, vsll_shamt |
      | vsll.vv | e64 | 0x8000000000000001 0x8000000000000001 0x8000000000000001 0x7ffffffffffffffe | 1 63 0xffffffffffffffc4 64 | 2 0x8000000000000000 16 0x7ffffffffffffffe                                  | vsll_op, vsll_shamt |
      | vsrl.vv | e8  | 0x81 0x81 0x81 0x7e                                                         | 1 7 0xff 8                 | 64 1 1 0x7e                                                                 | vsrl_op, vsrl_shamt |
      | vsrl.vv | e16 | 0x8001 0x8001 0x8001 0x7ffe                                                 | 1 15 0xfff4 16             | 0x4000 1 0x800 0x7ffe                                                       | vsrl_op, vsrl_shamt |
      | vsrl.vv | e32 | 0x80000001 0x80000001 0x80000001 0x7ffffffe                                 | 1 31 0xffffffe4 32         | 0x40000000 1 0x8000000 0x7ffffffe                                           | vsrl_op, vsrl_shamt |
      | vsrl.vv | e64 | 0x8000000000000001 0x8000000000000001 0x8000000000000001 0x7ffffffffffffffe | 1 63 0xffffffffffffffc4 64 | 0x4000000000000000 1 0x800000000000000 0x7ffffffffffffffe                   | vsrl_op, vsrl_shamt |
      | vsra.vv | e8  | 0x81 0x81 0x81 0x7e                                                         | 1 7 0xff 8                 | 0xc0 0xff 0xff 0x7e                                                         | vsra_op, vsra_shamt |
      | vsra.vv | e16 | 0x8001 0x8001 0x8001 0x7ffe                                                 | 1 15 0xfff4 16             | 0xc000 0xffff 0xf800 0x7ffe                                                 | vsra_op, vsra_shamt |
      | vsra.vv | e32 | 0x80000001 0x80000001 0x80000001 0x7ffffffe                                 | 1 31 0xffffffe4 32         | 0xc0000000 0xffffffff 0xf8000000 0x7ffffffe                                 | vsra_op, vsra_shamt |
      | vsra.vv | e64 | 0x8000000000000001 0x8000000000000001 0x8000000000000001 0x7ffffffffffffffe | 1 63 0xffffffffffffffc4 64 | 0xc000000000000000 0xffffffffffffffff 0xf800000000000000 0x7ffffffffffffffe | vsra_op, vsra_shamt |

    Examples: the lesser and the greater
      | insn     | sew | a                                                          | b                                                                           | result                                                                      | rules    |
      | vminu.vv | e8  | 0 0x7f 0x80 0xff                                           | 0xff 0x80 0x7f 0xff                                                         | 0 0x7f 0x7f 0xff                                                            | vminu_op |
      | vminu.vv | e64 | 0 0x7fffffffffffffff 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffff | 0 0x7fffffffffffffff 0x7fffffffffffffff 0xfffffffffffffffe                  | vminu_op |
      | vmin.vv  | e8  | 0 0x7f 0x80 0xff                                           | 0xff 0x80 0x7f 0xff                                                         | 0xff 0x80 0x80 0xff                                                         | vmin_op  |
      | vmin.vv  | e64 | 0 0x7fffffffffffffff 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffff | 0xffffffffffffffff 0x8000000000000000 0x8000000000000000 0xfffffffffffffffe | vmin_op  |
      | vmaxu.vv | e8  | 0 0x7f 0x80 0xff                                           | 0xff 0x80 0x7f 0xff                                                         | 0xff 0x80 0x80 0xff                                                         | vmaxu_op |
      | vmaxu.vv | e64 | 0 0x7fffffffffffffff 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffff | 0xffffffffffffffff 0x8000000000000000 0x8000000000000000 0xffffffffffffffff | vmaxu_op |
      | vmax.vv  | e8  | 0 0x7f 0x80 0xff                                           | 0xff 0x80 0x7f 0xff                                                         | 0 0x7f 0x7f 0xff                                                            | vmax_op  |
      | vmax.vv  | e64 | 0 0x7fffffffffffffff 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffff | 0 0x7fffffffffffffff 0x7fffffffffffffff 0xffffffffffffffff                  | vmax_op  |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: elements are the low bits of the register
      | insn     | sew | a                                            | b                  | result                                                                      | rules               |
      | vadd.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0xa0 15 32                                                             | vadd_op             |
      | vadd.vx  | e32 | 0 16 0x7fffffff 0x90000000                   | 0xfedcba9876543210 | 0x76543210 0x76543220 0xf654320f 0x6543210                                  | vadd_op             |
      | vadd.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543220 0x7edcba987654320f 0x8edcba9876543210 | vadd_op             |
      | vsub.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x70 0x80 0xef 0                                                            | vsub_op             |
      | vsub.vx  | e32 | 0 16 0x7fffffff 0x90000000                   | 0xfedcba9876543210 | 0x89abcdf0 0x89abce00 0x9abcdef 0x19abcdf0                                  | vsub_op             |
      | vsub.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0x123456789abcdf0 0x123456789abce00 0x8123456789abcdef 0x9123456789abcdf0   | vsub_op             |
      | vrsub.vx | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0x80 17 0                                                              | vrsub_op            |
      | vrsub.vx | e32 | 0 16 0x7fffffff 0x90000000                   | 0xfedcba9876543210 | 0x76543210 0x76543200 0xf6543211 0xe6543210                                 | vrsub_op            |
      | vrsub.vx | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543200 0x7edcba9876543211 0x6edcba9876543210 | vrsub_op            |
      | vand.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0 16 16 0x90                                                                | vand_op             |
      | vand.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0 16 0x7edcba9876543210 0x9000000000000000                                  | vand_op             |
      | vor.vx   | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0x90 0xff 0x90                                                         | vor_op              |
      | vor.vx   | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543210 0xffffffffffffffff 0xfedcba9876543210 | vor_op              |
      | vxor.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0x80 0xef 0                                                            | vxor_op             |
      | vxor.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543200 0x8123456789abcdef 0x6edcba9876543210 | vxor_op             |
      | vminu.vx | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0 16 0x7f 0x90                                                              | vminu_op            |
      | vminu.vx | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0 16 0x7fffffffffffffff 0x9000000000000000                                  | vminu_op            |
      | vmin.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0x90 0x90 0x90                                                         | vmin_op             |
      | vmin.vx  | e32 | 0 16 0x7fffffff 0x90000000                   | 0xfedcba9876543210 | 0 16 0x76543210 0x90000000                                                  | vmin_op             |
      | vmin.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543210 0xfedcba9876543210 0x9000000000000000 | vmin_op             |
      | vmaxu.vx | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0x90 0x90 0x90 0x90                                                         | vmaxu_op            |
      | vmaxu.vx | e32 | 0 16 0x7fffffff 0x90000000                   | 0xfedcba9876543210 | 0x76543210 0x76543210 0x7fffffff 0x90000000                                 | vmaxu_op            |
      | vmaxu.vx | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0xfedcba9876543210 0xfedcba9876543210 0xfedcba9876543210 0xfedcba9876543210 | vmaxu_op            |
      | vmax.vx  | e8  | 0 16 0x7f 0x90                               | 0xfedcba9876543290 | 0 16 0x7f 0x90                                                              | vmax_op             |
      | vmax.vx  | e64 | 0 16 0x7fffffffffffffff 0x9000000000000000   | 0xfedcba9876543210 | 0 16 0x7fffffffffffffff 0xfedcba9876543210                                  | vmax_op             |
      | vsll.vx  | e8  | 1 0x81 0x80 0xfe                             | 0xffffffffffffff0d | 32 32 0 0xc0                                                                | vsll_op, vsll_shamt |
      | vsll.vx  | e16 | 1 0x81 0x8000 0xfffe                         | 0xffffffffffffff19 | 0x200 0x200 0 0xfc00                                                        | vsll_op, vsll_shamt |
      | vsll.vx  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 0xffffffffffffff31 | 0x20000 0x1020000 0 0xfffc0000                                              | vsll_op, vsll_shamt |
      | vsll.vx  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffff61 | 0x200000000 0x10200000000 0 0xfffffffc00000000                              | vsll_op, vsll_shamt |
      | vsrl.vx  | e8  | 1 0x81 0x80 0xfe                             | 0xffffffffffffff0d | 0 4 4 7                                                                     | vsrl_op, vsrl_shamt |
      | vsrl.vx  | e16 | 1 0x81 0x8000 0xfffe                         | 0xffffffffffffff19 | 0 0 64 0x7f                                                                 | vsrl_op, vsrl_shamt |
      | vsrl.vx  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 0xffffffffffffff31 | 0 0 0x4000 0x7fff                                                           | vsrl_op, vsrl_shamt |
      | vsrl.vx  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffff61 | 0 0 0x40000000 0x7fffffff                                                   | vsrl_op, vsrl_shamt |
      | vsra.vx  | e8  | 1 0x81 0x80 0xfe                             | 0xffffffffffffff0d | 0 0xfc 0xfc 0xff                                                            | vsra_op, vsra_shamt |
      | vsra.vx  | e16 | 1 0x81 0x8000 0xfffe                         | 0xffffffffffffff19 | 0 0 0xffc0 0xffff                                                           | vsra_op, vsra_shamt |
      | vsra.vx  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 0xffffffffffffff31 | 0 0 0xffffc000 0xffffffff                                                   | vsra_op, vsra_shamt |
      | vsra.vx  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 0xffffffffffffff61 | 0 0 0xffffffffc0000000 0xffffffffffffffff                                   | vsra_op, vsra_shamt |

  Scenario Outline: <insn> of <sew> elements <a> and the immediate <i> gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    When the hart executes "<insn> v24, v8, <i>"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: immediates have signs, amounts have none
      | insn     | sew | a                                            | i   | result                                                                      | rules               |
      | vadd.vi  | e8  | 0 1 0x80 0xff                                | -16 | 0xf0 0xf1 0x70 0xef                                                         | vadd_op             |
      | vadd.vi  | e16 | 0 1 0x8000 0xffff                            | 15  | 15 16 0x800f 14                                                             | vadd_op             |
      | vadd.vi  | e32 | 0 1 0x80000000 0xffffffff                    | -1  | 0xffffffff 0 0x7fffffff 0xfffffffe                                          | vadd_op             |
      | vadd.vi  | e64 | 0 1 0x8000000000000000 0xffffffffffffffff    | -16 | 0xfffffffffffffff0 0xfffffffffffffff1 0x7ffffffffffffff0 0xffffffffffffffef | vadd_op             |
      | vrsub.vi | e8  | 0 1 0x80 0xff                                | -16 | 0xf0 0xef 0x70 0xf1                                                         | vrsub_op            |
      | vrsub.vi | e16 | 0 1 0x8000 0xffff                            | 15  | 15 14 0x800f 16                                                             | vrsub_op            |
      | vrsub.vi | e32 | 0 1 0x80000000 0xffffffff                    | -1  | 0xffffffff 0xfffffffe 0x7fffffff 0                                          | vrsub_op            |
      | vrsub.vi | e64 | 0 1 0x8000000000000000 0xffffffffffffffff    | -16 | 0xfffffffffffffff0 0xffffffffffffffef 0x7ffffffffffffff0 0xfffffffffffffff1 | vrsub_op            |
      | vand.vi  | e8  | 0 1 0x80 0xff                                | -16 | 0 0 0x80 0xf0                                                               | vand_op             |
      | vand.vi  | e16 | 0 1 0x8000 0xffff                            | 15  | 0 1 0 15                                                                    | vand_op             |
      | vand.vi  | e32 | 0 1 0x80000000 0xffffffff                    | -1  | 0 1 0x80000000 0xffffffff                                                   | vand_op             |
      | vand.vi  | e64 | 0 1 0x8000000000000000 0xffffffffffffffff    | -16 | 0 0 0x8000000000000000 0xfffffffffffffff0                                   | vand_op             |
      | vor.vi   | e8  | 0 1 0x80 0xff                                | -16 | 0xf0 0xf1 0xf0 0xff                                                         | vor_op              |
      | vor.vi   | e16 | 0 1 0x8000 0xffff                            | 15  | 15 15 0x800f 0xffff                                                         | vor_op              |
      | vor.vi   | e32 | 0 1 0x80000000 0xffffffff                    | -1  | 0xffffffff 0xffffffff 0xffffffff 0xffffffff                                 | vor_op              |
      | vor.vi   | e64 | 0 1 0x8000000000000000 0xffffffffffffffff    | -16 | 0xfffffffffffffff0 0xfffffffffffffff1 0xfffffffffffffff0 0xffffffffffffffff | vor_op              |
      | vxor.vi  | e8  | 0 1 0x80 0xff                                | -16 | 0xf0 0xf1 0x70 15                                                           | vxor_op             |
      | vxor.vi  | e16 | 0 1 0x8000 0xffff                            | 15  | 15 14 0x800f 0xfff0                                                         | vxor_op             |
      | vxor.vi  | e32 | 0 1 0x80000000 0xffffffff                    | -1  | 0xffffffff 0xfffffffe 0x7fffffff 0                                          | vxor_op             |
      | vxor.vi  | e64 | 0 1 0x8000000000000000 0xffffffffffffffff    | -16 | 0xfffffffffffffff0 0xfffffffffffffff1 0x7ffffffffffffff0 15                 | vxor_op             |
      | vsll.vi  | e8  | 1 0x81 0x80 0xfe                             | 15  | 0x80 0x80 0 0                                                               | vsll_op, vsll_shamt |
      | vsll.vi  | e16 | 1 0x81 0x8000 0xfffe                         | 31  | 0x8000 0x8000 0 0                                                           | vsll_op, vsll_shamt |
      | vsll.vi  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 31  | 0x80000000 0x80000000 0 0                                                   | vsll_op, vsll_shamt |
      | vsll.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 31  | 0x80000000 0x4080000000 0 0xffffffff00000000                                | vsll_op, vsll_shamt |
      | vsll.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 16  | 0x10000 0x810000 0 0xfffffffffffe0000                                       | vsll_op, vsll_shamt |
      | vsrl.vi  | e8  | 1 0x81 0x80 0xfe                             | 15  | 0 1 1 1                                                                     | vsrl_op, vsrl_shamt |
      | vsrl.vi  | e16 | 1 0x81 0x8000 0xfffe                         | 31  | 0 0 1 1                                                                     | vsrl_op, vsrl_shamt |
      | vsrl.vi  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 31  | 0 0 1 1                                                                     | vsrl_op, vsrl_shamt |
      | vsrl.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 31  | 0 0 0x100000000 0x1ffffffff                                                 | vsrl_op, vsrl_shamt |
      | vsrl.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 16  | 0 0 0x800000000000 0xffffffffffff                                           | vsrl_op, vsrl_shamt |
      | vsra.vi  | e8  | 1 0x81 0x80 0xfe                             | 15  | 0 0xff 0xff 0xff                                                            | vsra_op, vsra_shamt |
      | vsra.vi  | e16 | 1 0x81 0x8000 0xfffe                         | 31  | 0 0 0xffff 0xffff                                                           | vsra_op, vsra_shamt |
      | vsra.vi  | e32 | 1 0x81 0x80000000 0xfffffffe                 | 31  | 0 0 0xffffffff 0xffffffff                                                   | vsra_op, vsra_shamt |
      | vsra.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 31  | 0 0 0xffffffff00000000 0xffffffffffffffff                                   | vsra_op, vsra_shamt |
      | vsra.vi  | e64 | 1 0x81 0x8000000000000000 0xfffffffffffffffe | 16  | 0 0 0xffff800000000000 0xffffffffffffffff                                   | vsra_op, vsra_shamt |

  Scenario Outline: <insn> of <a> and <b> in <sew> elements gives <result> in <wide>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <sewa>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: both sources are widened
      | insn      | sew | sewa | wide | a                                  | b                                  | result                                             | rules     |
      | vwaddu.vv | e8  | e8   | e16  | 0x7f 0x80 0xff 0                   | 0x7f 0x80 1 0xff                   | 0xfe 0x100 0x100 0xff                              | vwaddu_op |
      | vwaddu.vv | e16 | e16  | e32  | 0x7fff 0x8000 0xffff 0             | 0x7fff 0x8000 1 0xffff             | 0xfffe 0x10000 0x10000 0xffff                      | vwaddu_op |
      | vwaddu.vv | e32 | e32  | e64  | 0x7fffffff 0x80000000 0xffffffff 0 | 0x7fffffff 0x80000000 1 0xffffffff | 0xfffffffe 0x100000000 0x100000000 0xffffffff      | vwaddu_op |
      | vwadd.vv  | e8  | e8   | e16  | 0x7f 0x80 0xff 0                   | 0x7f 0x80 1 0xff                   | 0xfe 0xff00 0 0xffff                               | vwadd_op  |
      | vwadd.vv  | e16 | e16  | e32  | 0x7fff 0x8000 0xffff 0             | 0x7fff 0x8000 1 0xffff             | 0xfffe 0xffff0000 0 0xffffffff                     | vwadd_op  |
      | vwadd.vv  | e32 | e32  | e64  | 0x7fffffff 0x80000000 0xffffffff 0 | 0x7fffffff 0x80000000 1 0xffffffff | 0xfffffffe 0xffffffff00000000 0 0xffffffffffffffff | vwadd_op  |
      | vwsubu.vv | e8  | e8   | e16  | 0x7f 0x80 0xff 0                   | 0x7f 0x80 1 0xff                   | 0 0 0xfe 0xff01                                    | vwsubu_op |
      | vwsubu.vv | e16 | e16  | e32  | 0x7fff 0x8000 0xffff 0             | 0x7fff 0x8000 1 0xffff             | 0 0 0xfffe 0xffff0001                              | vwsubu_op |
      | vwsubu.vv | e32 | e32  | e64  | 0x7fffffff 0x80000000 0xffffffff 0 | 0x7fffffff 0x80000000 1 0xffffffff | 0 0 0xfffffffe 0xffffffff00000001                  | vwsubu_op |
      | vwsub.vv  | e8  | e8   | e16  | 0x7f 0x80 0xff 0                   | 0x7f 0x80 1 0xff                   | 0 0 0xfffe 1                                       | vwsub_op  |
      | vwsub.vv  | e16 | e16  | e32  | 0x7fff 0x8000 0xffff 0             | 0x7fff 0x8000 1 0xffff             | 0 0 0xfffffffe 1                                   | vwsub_op  |
      | vwsub.vv  | e32 | e32  | e64  | 0x7fffffff 0x80000000 0xffffffff 0 | 0x7fffffff 0x80000000 1 0xffffffff | 0 0 0xfffffffffffffffe 1                           | vwsub_op  |

    Examples: vs2 is wide already
      | insn      | sew | sewa | wide | a                                                           | b                                  | result                                                                      | rules     |
      | vwaddu.wv | e8  | e16  | e16  | 0x7f12 0x8012 0xff12 18                                     | 0x7f 0x80 1 0xff                   | 0x7f91 0x8092 0xff13 0x111                                                  | vwaddu_op |
      | vwaddu.wv | e16 | e32  | e32  | 0x7fff0012 0x80000012 0xffff0012 18                         | 0x7fff 0x8000 1 0xffff             | 0x7fff8011 0x80008012 0xffff0013 0x10011                                    | vwaddu_op |
      | vwaddu.wv | e32 | e64  | e64  | 0x7fffffff00000012 0x8000000000000012 0xffffffff00000012 18 | 0x7fffffff 0x80000000 1 0xffffffff | 0x7fffffff80000011 0x8000000080000012 0xffffffff00000013 0x100000011        | vwaddu_op |
      | vwadd.wv  | e8  | e16  | e16  | 0x7f12 0x8012 0xff12 18                                     | 0x7f 0x80 1 0xff                   | 0x7f91 0x7f92 0xff13 17                                                     | vwadd_op  |
      | vwadd.wv  | e16 | e32  | e32  | 0x7fff0012 0x80000012 0xffff0012 18                         | 0x7fff 0x8000 1 0xffff             | 0x7fff8011 0x7fff8012 0xffff0013 17                                         | vwadd_op  |
      | vwadd.wv  | e32 | e64  | e64  | 0x7fffffff00000012 0x8000000000000012 0xffffffff00000012 18 | 0x7fffffff 0x80000000 1 0xffffffff | 0x7fffffff80000011 0x7fffffff80000012 0xffffffff00000013 17                 | vwadd_op  |
      | vwsubu.wv | e8  | e16  | e16  | 0x7f12 0x8012 0xff12 18                                     | 0x7f 0x80 1 0xff                   | 0x7e93 0x7f92 0xff11 0xff13                                                 | vwsubu_op |
      | vwsubu.wv | e16 | e32  | e32  | 0x7fff0012 0x80000012 0xffff0012 18                         | 0x7fff 0x8000 1 0xffff             | 0x7ffe8013 0x7fff8012 0xffff0011 0xffff0013                                 | vwsubu_op |
      | vwsubu.wv | e32 | e64  | e64  | 0x7fffffff00000012 0x8000000000000012 0xffffffff00000012 18 | 0x7fffffff 0x80000000 1 0xffffffff | 0x7ffffffe80000013 0x7fffffff80000012 0xffffffff00000011 0xffffffff00000013 | vwsubu_op |
      | vwsub.wv  | e8  | e16  | e16  | 0x7f12 0x8012 0xff12 18                                     | 0x7f 0x80 1 0xff                   | 0x7e93 0x8092 0xff11 19                                                     | vwsub_op  |
      | vwsub.wv  | e16 | e32  | e32  | 0x7fff0012 0x80000012 0xffff0012 18                         | 0x7fff 0x8000 1 0xffff             | 0x7ffe8013 0x80008012 0xffff0011 19                                         | vwsub_op  |
      | vwsub.wv  | e32 | e64  | e64  | 0x7fffffff00000012 0x8000000000000012 0xffffffff00000012 18 | 0x7fffffff 0x80000000 1 0xffffffff | 0x7ffffffe80000013 0x8000000080000012 0xffffffff00000011 19                 | vwsub_op  |

  Scenario Outline: <insn> of <a> and the register <b> in <sew> elements gives <result> in <wide>
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <sewa>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = <wide>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn      | sew | sewa | wide | a                                         | b                  | result                                                                      | rules     |
      | vwaddu.vx | e8  | e8   | e16  | 0 1 0x80 0xff                             | 0xffffffffffffff80 | 0x80 0x81 0x100 0x17f                                                       | vwaddu_op |
      | vwaddu.wx | e8  | e16  | e16  | 0 1 0x8000 0xffff                         | 0xffffffffffffff80 | 0x80 0x81 0x8080 0x7f                                                       | vwaddu_op |
      | vwaddu.vx | e16 | e16  | e32  | 0 1 0x8000 0xffff                         | 0x18000            | 0x8000 0x8001 0x10000 0x17fff                                               | vwaddu_op |
      | vwaddu.wx | e16 | e32  | e32  | 0 1 0x80000000 0xffffffff                 | 0x18000            | 0x8000 0x8001 0x80008000 0x7fff                                             | vwaddu_op |
      | vwaddu.vx | e32 | e32  | e64  | 0 1 0x80000000 0xffffffff                 | 0x7fffffff80000000 | 0x80000000 0x80000001 0x100000000 0x17fffffff                               | vwaddu_op |
      | vwaddu.wx | e32 | e64  | e64  | 0 1 0x8000000000000000 0xffffffffffffffff | 0x7fffffff80000000 | 0x80000000 0x80000001 0x8000000080000000 0x7fffffff                         | vwaddu_op |
      | vwadd.vx  | e8  | e8   | e16  | 0 1 0x80 0xff                             | 0xffffffffffffff80 | 0xff80 0xff81 0xff00 0xff7f                                                 | vwadd_op  |
      | vwadd.wx  | e8  | e16  | e16  | 0 1 0x8000 0xffff                         | 0xffffffffffffff80 | 0xff80 0xff81 0x7f80 0xff7f                                                 | vwadd_op  |
      | vwadd.vx  | e16 | e16  | e32  | 0 1 0x8000 0xffff                         | 0x18000            | 0xffff8000 0xffff8001 0xffff0000 0xffff7fff                                 | vwadd_op  |
      | vwadd.wx  | e16 | e32  | e32  | 0 1 0x80000000 0xffffffff                 | 0x18000            | 0xffff8000 0xffff8001 0x7fff8000 0xffff7fff                                 | vwadd_op  |
      | vwadd.vx  | e32 | e32  | e64  | 0 1 0x80000000 0xffffffff                 | 0x7fffffff80000000 | 0xffffffff80000000 0xffffffff80000001 0xffffffff00000000 0xffffffff7fffffff | vwadd_op  |
      | vwadd.wx  | e32 | e64  | e64  | 0 1 0x8000000000000000 0xffffffffffffffff | 0x7fffffff80000000 | 0xffffffff80000000 0xffffffff80000001 0x7fffffff80000000 0xffffffff7fffffff | vwadd_op  |
      | vwsubu.vx | e8  | e8   | e16  | 0 1 0x80 0xff                             | 0xffffffffffffff80 | 0xff80 0xff81 0 0x7f                                                        | vwsubu_op |
      | vwsubu.wx | e8  | e16  | e16  | 0 1 0x8000 0xffff                         | 0xffffffffffffff80 | 0xff80 0xff81 0x7f80 0xff7f                                                 | vwsubu_op |
      | vwsubu.vx | e16 | e16  | e32  | 0 1 0x8000 0xffff                         | 0x18000            | 0xffff8000 0xffff8001 0 0x7fff                                              | vwsubu_op |
      | vwsubu.wx | e16 | e32  | e32  | 0 1 0x80000000 0xffffffff                 | 0x18000            | 0xffff8000 0xffff8001 0x7fff8000 0xffff7fff                                 | vwsubu_op |
      | vwsubu.vx | e32 | e32  | e64  | 0 1 0x80000000 0xffffffff                 | 0x7fffffff80000000 | 0xffffffff80000000 0xffffffff80000001 0 0x7fffffff                          | vwsubu_op |
      | vwsubu.wx | e32 | e64  | e64  | 0 1 0x8000000000000000 0xffffffffffffffff | 0x7fffffff80000000 | 0xffffffff80000000 0xffffffff80000001 0x7fffffff80000000 0xffffffff7fffffff | vwsubu_op |
      | vwsub.vx  | e8  | e8   | e16  | 0 1 0x80 0xff                             | 0xffffffffffffff80 | 0x80 0x81 0 0x7f                                                            | vwsub_op  |
      | vwsub.wx  | e8  | e16  | e16  | 0 1 0x8000 0xffff                         | 0xffffffffffffff80 | 0x80 0x81 0x8080 0x7f                                                       | vwsub_op  |
      | vwsub.vx  | e16 | e16  | e32  | 0 1 0x8000 0xffff                         | 0x18000            | 0x8000 0x8001 0 0x7fff                                                      | vwsub_op  |
      | vwsub.wx  | e16 | e32  | e32  | 0 1 0x80000000 0xffffffff                 | 0x18000            | 0x8000 0x8001 0x80008000 0x7fff                                             | vwsub_op  |
      | vwsub.vx  | e32 | e32  | e64  | 0 1 0x80000000 0xffffffff                 | 0x7fffffff80000000 | 0x80000000 0x80000001 0 0x7fffffff                                          | vwsub_op  |
      | vwsub.wx  | e32 | e64  | e64  | 0 1 0x8000000000000000 0xffffffffffffffff | 0x7fffffff80000000 | 0x80000000 0x80000001 0x8000000080000000 0x7fffffff                         | vwsub_op  |

  Scenario Outline: <insn> of <a> in <from> elements gives <result> in <sew>
    Given vl = 4 under <sew>, m8, tu, mu
    And v8 = <from>: <a>
    When the hart executes "<insn> v24, v8"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn      | sew | from | a                                   | result                                              | rules                                          |
      | vzext.vf2 | e16 | e8   | 0x80 0x7f 0xff 90                   | 0x80 0x7f 0xff 90                                   | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vzext.vf2 | e32 | e16  | 0x8000 0x7fff 0xffff 90             | 0x8000 0x7fff 0xffff 90                             | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vzext.vf2 | e64 | e32  | 0x80000000 0x7fffffff 0xffffffff 90 | 0x80000000 0x7fffffff 0xffffffff 90                 | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vsext.vf2 | e16 | e8   | 0x80 0x7f 0xff 90                   | 0xff80 0x7f 0xffff 90                               | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |
      | vsext.vf2 | e32 | e16  | 0x8000 0x7fff 0xffff 90             | 0xffff8000 0x7fff 0xffffffff 90                     | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |
      | vsext.vf2 | e64 | e32  | 0x80000000 0x7fffffff 0xffffffff 90 | 0xffffffff80000000 0x7fffffff 0xffffffffffffffff 90 | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |
      | vzext.vf4 | e32 | e8   | 0x80 0x7f 0xff 90                   | 0x80 0x7f 0xff 90                                   | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vzext.vf4 | e64 | e16  | 0x8000 0x7fff 0xffff 90             | 0x8000 0x7fff 0xffff 90                             | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vsext.vf4 | e32 | e8   | 0x80 0x7f 0xff 90                   | 0xffffff80 0x7f 0xffffffff 90                       | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |
      | vsext.vf4 | e64 | e16  | 0x8000 0x7fff 0xffff 90             | 0xffffffffffff8000 0x7fff 0xffffffffffffffff 90     | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |
      | vzext.vf8 | e64 | e8   | 0x80 0x7f 0xff 90                   | 0x80 0x7f 0xff 90                                   | vzext_op, vzext_vs_eew_emul, vzext_vd_eew_emul |
      | vsext.vf8 | e64 | e8   | 0x80 0x7f 0xff 90                   | 0xffffffffffffff80 0x7f 0xffffffffffffffff 90       | vsext_op, vsext_vs_eew_emul, vsext_vd_eew_emul |

  Scenario Outline: <insn> of <sew> elements <a> and <b> with <mask> in v0 gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And v0 = e8: <mask>
    When the hart executes "<insn> v24, v8, v16, v0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples: every element is written
      | insn     | sew | a                                         | b                                         | mask | result                                                     | rules                                              |
      | vadc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0x0  | 0 0xff 0 4                                                 | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0xf  | 1 0 1 5                                                    | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0x5  | 1 0xff 1 4                                                 | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e16 | 0 0xffff 0x8000 5                         | 0 0 0x8000 0xffff                         | 0x5  | 1 0xffff 1 4                                               | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e32 | 0 0xffffffff 0x80000000 5                 | 0 0 0x80000000 0xffffffff                 | 0x5  | 1 0xffffffff 1 4                                           | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0x0  | 0 0xffffffffffffffff 0 4                                   | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0xf  | 1 0 1 5                                                    | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0x5  | 1 0xffffffffffffffff 1 4                                   | vadc_op, vadc_carry_v0, vadc_masked_write_all_elem |
      | vsbc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0x0  | 0 0xff 0 6                                                 | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0xf  | 0xff 0xfe 0xff 5                                           | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e8  | 0 0xff 0x80 5                             | 0 0 0x80 0xff                             | 0x5  | 0xff 0xff 0xff 6                                           | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e16 | 0 0xffff 0x8000 5                         | 0 0 0x8000 0xffff                         | 0x5  | 0xffff 0xffff 0xffff 6                                     | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e32 | 0 0xffffffff 0x80000000 5                 | 0 0 0x80000000 0xffffffff                 | 0x5  | 0xffffffff 0xffffffff 0xffffffff 6                         | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0x0  | 0 0xffffffffffffffff 0 6                                   | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0xf  | 0xffffffffffffffff 0xfffffffffffffffe 0xffffffffffffffff 5 | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |
      | vsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 | 0 0 0x8000000000000000 0xffffffffffffffff | 0x5  | 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 6 | vsbc_op, vsbc_carry_v0, vsbc_masked_write_all_elem |

  Scenario Outline: <insn> of <sew> elements <a> and <b> with <mask> in v0 gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    And v0 = e8: <mask>
    When the hart executes "<insn> v24, v8, v16, v0"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples: carries and borrows out of every element
      | insn      | sew | a                                                                                   | b                                                                                                    | mask | result | rules                                                                   |
      | vmadc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0    | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0xff | 0xbe   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0x55 | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e16 | 0 0xffff 0x8000 5 0xffff 0 1 0x7fff                                                 | 0 0 0x8000 0xffff 0xffff 0xffff 1 0x8000                                                             | 0x55 | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e32 | 0 0xffffffff 0x80000000 5 0xffffffff 0 1 0x7fffffff                                 | 0 0 0x80000000 0xffffffff 0xffffffff 0xffffffff 1 0x80000000                                         | 0x55 | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0    | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0xff | 0xbe   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0x55 | 0x1c   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmsbc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0    | 0xa8   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0xff | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e8  | 0 0xff 0x80 5 0xff 0 1 0x7f                                                         | 0 0 0x80 0xff 0xff 0xff 1 0x80                                                                       | 0x55 | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e16 | 0 0xffff 0x8000 5 0xffff 0 1 0x7fff                                                 | 0 0 0x8000 0xffff 0xffff 0xffff 1 0x8000                                                             | 0x55 | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e32 | 0 0xffffffff 0x80000000 5 0xffffffff 0 1 0x7fffffff                                 | 0 0 0x80000000 0xffffffff 0xffffffff 0xffffffff 1 0x80000000                                         | 0x55 | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0    | 0xa8   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0xff | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vvm | e64 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff | 0 0 0x8000000000000000 0xffffffffffffffff 0xffffffffffffffff 0xffffffffffffffff 1 0x8000000000000000 | 0x55 | 0xfd   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |

  Scenario Outline: <insn> of <sew> elements <a> and <b> without a carry in gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: 0 0 <min> -1 -1 -1 1 <min>
    And a0 = -1
    And v0 = e8: 0xff
    When the hart executes "<insn> v24, v8, <b>"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn     | sew | min                | a                                                                                    | b   | result | rules                      |
      | vmadc.vv | e8  | 0x80               | 0 0xff 0x80 5 0xff 0 1 0x7f                                                          | v16 | 0x1c   | vmadc_op                   |
      | vmadc.vx | e8  | 0x80               | 0 0xff 0x80 5 0xff 0 1 0x7f                                                          | a0  | 0xde   | vmadc_op                   |
      | vmadc.vv | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff  | v16 | 0x1c   | vmadc_op                   |
      | vmadc.vx | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff  | a0  | 0xde   | vmadc_op                   |
      | vmadc.vi | e8  | 0x80               | 0 0xff 0x80 5 0xff 16 1 0x7f                                                         | -16 | 0xb6   | vmadc_op                   |
      | vmadc.vi | e8  | 0x80               | 0 0xff 0x80 5 0xff 16 1 0x7f                                                         | 1   | 0x12   | vmadc_op                   |
      | vmadc.vi | e8  | 0x80               | 0 0xff 0x80 5 0xff 16 1 0x7f                                                         | 15  | 0x12   | vmadc_op                   |
      | vmadc.vi | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 16 1 0x7fffffffffffffff | -16 | 0xb6   | vmadc_op                   |
      | vmadc.vi | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 16 1 0x7fffffffffffffff | 1   | 0x12   | vmadc_op                   |
      | vmadc.vi | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 16 1 0x7fffffffffffffff | 15  | 0x12   | vmadc_op                   |
      | vmsbc.vv | e8  | 0x80               | 0 0xff 0x80 5 0xff 0 1 0x7f                                                          | v16 | 0xa8   | vmsbc_op, vmsbc_borrow_neg |
      | vmsbc.vx | e8  | 0x80               | 0 0xff 0x80 5 0xff 0 1 0x7f                                                          | a0  | 0xed   | vmsbc_op, vmsbc_borrow_neg |
      | vmsbc.vv | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff  | v16 | 0xa8   | vmsbc_op, vmsbc_borrow_neg |
      | vmsbc.vx | e64 | 0x8000000000000000 | 0 0xffffffffffffffff 0x8000000000000000 5 0xffffffffffffffff 0 1 0x7fffffffffffffff  | a0  | 0xed   | vmsbc_op, vmsbc_borrow_neg |

  Scenario Outline: <insn> of <sew> elements <a> and <b> with every other carry gives <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: <a>
    And a0 = 0xffffffffffffff81
    And v0 = e8: 0x5
    When the hart executes "<insn> v24, v8, <b>, v0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn     | sew | a                         | b   | result                                                                      | rules                  |
      | vadc.vxm | e8  | 0 0xff 16 5               | a0  | 0x82 0x80 0x92 0x86                                                         | vadc_op, vadc_carry_v0 |
      | vadc.vxm | e64 | 0 0xffffffffffffffff 16 5 | a0  | 0xffffffffffffff82 0xffffffffffffff80 0xffffffffffffff92 0xffffffffffffff86 | vadc_op, vadc_carry_v0 |
      | vadc.vim | e8  | 0 0xff 16 5               | -16 | 0xf1 0xef 1 0xf5                                                            | vadc_op, vadc_carry_v0 |
      | vadc.vim | e64 | 0 0xffffffffffffffff 16 5 | -16 | 0xfffffffffffffff1 0xffffffffffffffef 1 0xfffffffffffffff5                  | vadc_op, vadc_carry_v0 |
      | vadc.vim | e8  | 0 0xff 16 5               | 15  | 16 14 32 20                                                                 | vadc_op, vadc_carry_v0 |
      | vadc.vim | e64 | 0 0xffffffffffffffff 16 5 | 15  | 16 14 32 20                                                                 | vadc_op, vadc_carry_v0 |
      | vsbc.vxm | e8  | 0 0xff 16 5               | a0  | 0x7e 0x7e 0x8e 0x84                                                         | vsbc_op, vsbc_carry_v0 |
      | vsbc.vxm | e64 | 0 0xffffffffffffffff 16 5 | a0  | 0x7e 0x7e 0x8e 0x84                                                         | vsbc_op, vsbc_carry_v0 |

  Scenario Outline: <insn> of <sew> elements <a> and <b> with carries 0x6b gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    And a0 = 0xffffffffffffff81
    And v0 = e8: 0x6b
    When the hart executes "<insn> v24, v8, <b>, v0"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn      | sew | a                                                                           | b  | result | rules                                                                   |
      | vmadc.vxm | e8  | 0 0xff 0x80 0x7f 1 0xfe 0xff 0x81                                           | a0 | 0xee   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vxm | e64 | 0 0xffffffffffffffff 0x80 0x7f 1 0xfffffffffffffffe 0xffffffffffffffff 0x81 | a0 | 0xee   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vim | e8  | 0 0xff 0x80 0x7f 1 0xfe 0xff 0x81                                           | -1 | 0xff   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vim | e64 | 0 0xffffffffffffffff 0x80 0x7f 1 0xfffffffffffffffe 0xffffffffffffffff 0x81 | -1 | 0xff   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vim | e8  | 0 0xff 0x80 0x7f 1 0xfe 0xff 0x81                                           | 0  | 0x42   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmadc.vim | e64 | 0 0xffffffffffffffff 0x80 0x7f 1 0xfffffffffffffffe 0xffffffffffffffff 0x81 | 0  | 0x42   | vmadc_op, vmadc_carry_v0, vmadc_masked_write_all_elem                   |
      | vmsbc.vxm | e8  | 0 0xff 0x80 0x7f 1 0xfe 0xff 0x81                                           | a0 | 0x1d   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |
      | vmsbc.vxm | e64 | 0 0xffffffffffffffff 0x80 0x7f 1 0xfffffffffffffffe 0xffffffffffffffff 0x81 | a0 | 0x9d   | vmsbc_op, vmsbc_carry_v0, vmsbc_masked_write_all_elem, vmsbc_borrow_neg |

  Scenario Outline: <insn> has carries in its body, whatever its tail is
    Given vl = 8 under e8, m1, tu, mu
    And v8 = e8: 255 254 253 252 0 1 2 3 255 255 0 0 255 255 0 0
    And v16 = e8: 1 1 4 3 0 1 3 2 255 255 255 255 0 0 0 0
    And v24 = e8: 255 255
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = e8: <result> ? [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn     | result | rules               |
      | vmadc.vv | 0x5    | vmadc_tail_agnostic |
      | vmsbc.vv | 0x40   | vmsbc_tail_agnostic |

  Scenario Outline: <insn> of <a> by <amount> (<b>, <x>) gives <result> in <sew> elements
    Given vl = 4 under <sew>, m1, tu, mu
    And v8 = <wide>: <a>
    And v16 = <sew>: <b>
    And a0 = <x>
    When the hart executes "<insn> v24, v8, <amount>"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples: one bit more of the amount counts, and immediates have no sign
      | insn     | sew | wide | a                                                                           | amount | b                  | x                  | result                                      | rules                 |
      | vnsrl.wv | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | v16    | 4 8 15 0xf9        | 0                  | 18 0xff 1 63                                | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | a0     | 0 0 0 0            | 0xffffffffffffff13 | 36 0xff 0 0xff                              | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | a0     | 0 0 0 0            | 0x8                | 0x81 0xff 0x80 0x7f                         | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 1      | 0 0 0 0            | 0                  | 0x91 0xff 0 0xff                            | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 16     | 0 0 0 0            | 0                  | 35 0xfe 0 0xff                              | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 31     | 0 0 0 0            | 0                  | 1 1 1 0                                     | vnsrl_op, vnsrl_shamt |
      | vnsrl.wv | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | v16    | 4 16 31 0xfff1     | 0                  | 0x3456 0xffff 1 0x3fff                      | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | a0     | 0 0 0 0            | 0xffffffffffffff23 | 0x68ac 0xffff 0 0xffff                      | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | a0     | 0 0 0 0            | 0x10               | 0x8123 0xffff 0x8000 0x7fff                 | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 1      | 0 0 0 0            | 0                  | 0xa2b3 0xffff 0 0xffff                      | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 16     | 0 0 0 0            | 0                  | 0x8123 0xffff 0x8000 0x7fff                 | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 31     | 0 0 0 0            | 0                  | 1 1 1 0                                     | vnsrl_op, vnsrl_shamt |
      | vnsrl.wv | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | v16    | 4 32 63 0xffffffe1 | 0                  | 0x789abcde 0xffffffff 1 0x3fffffff          | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | a0     | 0 0 0 0            | 0xffffffffffffff43 | 0xf13579bd 0xffffffff 0 0xffffffff          | vnsrl_op, vnsrl_shamt |
      | vnsrl.wx | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | a0     | 0 0 0 0            | 0x20               | 0x81234567 0xffffffff 0x80000000 0x7fffffff | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 1      | 0 0 0 0            | 0                  | 0xc4d5e6f7 0xffffffff 0 0xffffffff          | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 16     | 0 0 0 0            | 0                  | 0x456789ab 0xffffffff 0 0xffffffff          | vnsrl_op, vnsrl_shamt |
      | vnsrl.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 31     | 0 0 0 0            | 0                  | 0x2468acf 0xffffffff 0 0xffffffff           | vnsrl_op, vnsrl_shamt |
      | vnsra.wv | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | v16    | 4 8 15 0xf9        | 0                  | 18 0xff 0xff 63                             | vnsra_op, vnsra_shamt |
      | vnsra.wx | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | a0     | 0 0 0 0            | 0xffffffffffffff13 | 36 0xff 0 0xff                              | vnsra_op, vnsra_shamt |
      | vnsra.wx | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | a0     | 0 0 0 0            | 0x8                | 0x81 0xff 0x80 0x7f                         | vnsra_op, vnsra_shamt |
      | vnsra.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 1      | 0 0 0 0            | 0                  | 0x91 0xff 0 0xff                            | vnsra_op, vnsra_shamt |
      | vnsra.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 16     | 0 0 0 0            | 0                  | 35 0xfe 0 0xff                              | vnsra_op, vnsra_shamt |
      | vnsra.wi | e8  | e16  | 0x8123 0xfffe 0x8000 0x7fff                                                 | 31     | 0 0 0 0            | 0                  | 0xff 0xff 0xff 0                            | vnsra_op, vnsra_shamt |
      | vnsra.wv | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | v16    | 4 16 31 0xfff1     | 0                  | 0x3456 0xffff 0xffff 0x3fff                 | vnsra_op, vnsra_shamt |
      | vnsra.wx | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | a0     | 0 0 0 0            | 0xffffffffffffff23 | 0x68ac 0xffff 0 0xffff                      | vnsra_op, vnsra_shamt |
      | vnsra.wx | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | a0     | 0 0 0 0            | 0x10               | 0x8123 0xffff 0x8000 0x7fff                 | vnsra_op, vnsra_shamt |
      | vnsra.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 1      | 0 0 0 0            | 0                  | 0xa2b3 0xffff 0 0xffff                      | vnsra_op, vnsra_shamt |
      | vnsra.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 16     | 0 0 0 0            | 0                  | 0x8123 0xffff 0x8000 0x7fff                 | vnsra_op, vnsra_shamt |
      | vnsra.wi | e16 | e32  | 0x81234567 0xfffffffe 0x80000000 0x7fffffff                                 | 31     | 0 0 0 0            | 0                  | 0xffff 0xffff 0xffff 0                      | vnsra_op, vnsra_shamt |
      | vnsra.wv | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | v16    | 4 32 63 0xffffffe1 | 0                  | 0x789abcde 0xffffffff 0xffffffff 0x3fffffff | vnsra_op, vnsra_shamt |
      | vnsra.wx | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | a0     | 0 0 0 0            | 0xffffffffffffff43 | 0xf13579bd 0xffffffff 0 0xffffffff          | vnsra_op, vnsra_shamt |
      | vnsra.wx | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | a0     | 0 0 0 0            | 0x20               | 0x81234567 0xffffffff 0x80000000 0x7fffffff | vnsra_op, vnsra_shamt |
      | vnsra.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 1      | 0 0 0 0            | 0                  | 0xc4d5e6f7 0xffffffff 0 0xffffffff          | vnsra_op, vnsra_shamt |
      | vnsra.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 16     | 0 0 0 0            | 0                  | 0x456789ab 0xffffffff 0 0xffffffff          | vnsra_op, vnsra_shamt |
      | vnsra.wi | e32 | e64  | 0x8123456789abcdef 0xfffffffffffffffe 0x8000000000000000 0x7fffffffffffffff | 31     | 0 0 0 0            | 0                  | 0x2468acf 0xffffffff 0 0xffffffff           | vnsra_op, vnsra_shamt |

  Scenario Outline: <insn> in <sew> elements takes <b> where the mask 0x6 is set: <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v8 = <sew>: 1 2 3 4
    And v16 = <sew>: 5 6 7 8
    And a0 = 0xffffffffffffff80
    And v0 = e8: 0x6
    When the hart executes "<insn> v24, v8, <b>, v0"
    Then v24 = <sew>: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn       | sew | b   | result                                    | rules                      |
      | vmerge.vvm | e8  | v16 | 1 6 7 4                                   | vmerge_op, vmerge_all_elem |
      | vmerge.vxm | e8  | a0  | 1 0x80 0x80 4                             | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e8  | -16 | 1 0xf0 0xf0 4                             | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e8  | 15  | 1 15 15 4                                 | vmerge_op, vmerge_all_elem |
      | vmerge.vvm | e16 | v16 | 1 6 7 4                                   | vmerge_op, vmerge_all_elem |
      | vmerge.vxm | e16 | a0  | 1 0xff80 0xff80 4                         | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e16 | -16 | 1 0xfff0 0xfff0 4                         | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e16 | 15  | 1 15 15 4                                 | vmerge_op, vmerge_all_elem |
      | vmerge.vvm | e32 | v16 | 1 6 7 4                                   | vmerge_op, vmerge_all_elem |
      | vmerge.vxm | e32 | a0  | 1 0xffffff80 0xffffff80 4                 | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e32 | -16 | 1 0xfffffff0 0xfffffff0 4                 | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e32 | 15  | 1 15 15 4                                 | vmerge_op, vmerge_all_elem |
      | vmerge.vvm | e64 | v16 | 1 6 7 4                                   | vmerge_op, vmerge_all_elem |
      | vmerge.vxm | e64 | a0  | 1 0xffffffffffffff80 0xffffffffffffff80 4 | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e64 | -16 | 1 0xfffffffffffffff0 0xfffffffffffffff0 4 | vmerge_op, vmerge_all_elem |
      | vmerge.vim | e64 | 15  | 1 15 15 4                                 | vmerge_op, vmerge_all_elem |

  @rule:vmerge_all_elem @rule:vmerge_op
  Scenario: A merge begins at vstart, where it can, and ends at vl
    Given vl = 3 under e16, m1, tu, mu
    And v8 = e16: 1 2 3 4
    And v16 = e16: 5 6 7 8
    And v0 = e8: 0xaa
    And vstart = 1
    When the hart executes "vmerge.vvm v24, v8, v16, v0"
    Then v24 = e16: old 6|old 3|old old
    And vstart = 0 or 1 [vstart_update, vstart_unmodified]
    And nothing else changes but v24 and vs
    And every outcome is one the specification allows

  @rule:vmerge_op
  Scenario: A merge may overwrite its source
    Given vl = 4 under e8, m1, tu, mu
    And v8 = e8: 1 2 3 4
    And v16 = e8: 5 6 7 8
    And v0 = e8: 0x9 0 0 0
    When the hart executes "vmerge.vim v8, v8, -1, v0"
    Then v8 = e8: -1 2 3 -1
    And no trap is taken
    And nothing else changes but v8 and vs

  Scenario Outline: <insn> in <sew> elements copies <result>
    Given vl = 4 under <sew>, m2, tu, mu
    And v16 = <sew>: 5 -6 7 -8
    And a0 = 0x123456789abcdef0
    When the hart executes "<insn>"
    Then v24 = <sew>: <result> [vmv_op]
    And no trap is taken [vmv_op]
    And nothing else changes but v24 and v25 and vs [vmv_op]

    Examples:
      | insn             | sew | result                                                                      |
      | vmv.v.v v24, v16 | e8  | 5 -6 7 -8                                                                   |
      | vmv.v.v v24, v16 | e16 | 5 -6 7 -8                                                                   |
      | vmv.v.v v24, v16 | e32 | 5 -6 7 -8                                                                   |
      | vmv.v.v v24, v16 | e64 | 5 -6 7 -8                                                                   |
      | vmv.v.x v24, a0  | e8  | 0xf0 0xf0 0xf0 0xf0                                                         |
      | vmv.v.x v24, a0  | e16 | 0xdef0 0xdef0 0xdef0 0xdef0                                                 |
      | vmv.v.x v24, a0  | e32 | 0x9abcdef0 0x9abcdef0 0x9abcdef0 0x9abcdef0                                 |
      | vmv.v.x v24, a0  | e64 | 0x123456789abcdef0 0x123456789abcdef0 0x123456789abcdef0 0x123456789abcdef0 |
      | vmv.v.i v24, -16 | e8  | -16 -16 -16 -16                                                             |
      | vmv.v.i v24, -16 | e64 | -16 -16 -16 -16                                                             |
      | vmv.v.i v24, 15  | e8  | 15 15 15 15                                                                 |
      | vmv.v.i v24, 15  | e64 | 15 15 15 15                                                                 |

  Scenario Outline: <insn> under a mask leaves other elements alone
    Given vl = 4 under e32, m1, tu, mu
    And v8 = e32: 1 5 -1 0
    And v16 = e32: 1 2 3 6
    And a0 = -1
    And v0 = e8: 0xa
    When the hart executes "<insn>, v0.t"
    Then v24 = e32: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn                 | result        | rules    |
      | vadd.vv v24, v8, v16 | old 7 old 6   | vadd_op  |
      | vsub.vv v24, v8, v16 | old 3 old -6  | vsub_op  |
      | vrsub.vi v24, v8, 1  | old -4 old 1  | vrsub_op |
      | vand.vx v24, v8, a0  | old 5 old 0   | vand_op  |
      | vsll.vi v24, v8, 3   | old 40 old 0  | vsll_op  |
      | vmaxu.vx v24, v8, a0 | old -1 old -1 | vmaxu_op |
      | vmin.vv v24, v8, v16 | old 2 old 0   | vmin_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vadd.vv    |
      | vadd.vx    |
      | vadd.vi    |
      | vsub.vv    |
      | vsub.vx    |
      | vrsub.vx   |
      | vrsub.vi   |
      | vwaddu.vv  |
      | vwaddu.vx  |
      | vwaddu.wv  |
      | vwaddu.wx  |
      | vwadd.vv   |
      | vwadd.vx   |
      | vwadd.wv   |
      | vwadd.wx   |
      | vwsubu.vv  |
      | vwsubu.vx  |
      | vwsubu.wv  |
      | vwsubu.wx  |
      | vwsub.vv   |
      | vwsub.vx   |
      | vwsub.wv   |
      | vwsub.wx   |
      | vzext.vf2  |
      | vzext.vf4  |
      | vzext.vf8  |
      | vsext.vf2  |
      | vsext.vf4  |
      | vsext.vf8  |
      | vadc.vvm   |
      | vadc.vxm   |
      | vadc.vim   |
      | vsbc.vvm   |
      | vsbc.vxm   |
      | vmadc.vvm  |
      | vmadc.vxm  |
      | vmadc.vim  |
      | vmadc.vv   |
      | vmadc.vx   |
      | vmadc.vi   |
      | vmsbc.vvm  |
      | vmsbc.vxm  |
      | vmsbc.vv   |
      | vmsbc.vx   |
      | vand.vv    |
      | vand.vx    |
      | vand.vi    |
      | vor.vv     |
      | vor.vx     |
      | vor.vi     |
      | vxor.vv    |
      | vxor.vx    |
      | vxor.vi    |
      | vsll.vv    |
      | vsll.vx    |
      | vsll.vi    |
      | vsrl.vv    |
      | vsrl.vx    |
      | vsrl.vi    |
      | vsra.vv    |
      | vsra.vx    |
      | vsra.vi    |
      | vnsrl.wv   |
      | vnsrl.wx   |
      | vnsrl.wi   |
      | vnsra.wv   |
      | vnsra.wx   |
      | vnsra.wi   |
      | vminu.vv   |
      | vminu.vx   |
      | vmin.vv    |
      | vmin.vx    |
      | vmaxu.vv   |
      | vmaxu.vx   |
      | vmax.vv    |
      | vmax.vx    |
      | vmerge.vvm |
      | vmerge.vxm |
      | vmerge.vim |
      | vmv.v.v    |
      | vmv.v.x    |
      | vmv.v.i    |
