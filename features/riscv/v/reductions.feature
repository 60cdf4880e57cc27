@ext:V
Feature: Vector reductions
  The scalar in element 0 of vs1 is combined with every active element of vs2, and goes to element 0 of vd.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn          |
      | vredsum.vs    |
      | vredmaxu.vs   |
      | vredmax.vs    |
      | vredminu.vs   |
      | vredmin.vs    |
      | vredand.vs    |
      | vredor.vs     |
      | vredxor.vs    |
      | vwredsumu.vs  |
      | vwredsum.vs   |
      | vfredosum.vs  |
      | vfredusum.vs  |
      | vfredmax.vs   |
      | vfredmin.vs   |
      | vfwredosum.vs |
      | vfwredusum.vs |

  Scenario Outline: <insn> of <a> and the scalar <s> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and v24 = <sew>: <s>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = <sew>: <result> old [<insn>_op, <insn>_overflow, vreduction_scalar, vreduction_tail_agnostic]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs [<insn>_op, vreduction_scalar]

    Examples: all elements, and the tail of vd as it was
      | insn     | sew | vl | a                                           | s                  | result             |
      | vredsum  | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x04               |
      | vredsum  | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0xc1               |
      | vredsum  | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x8002             |
      | vredsum  | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x9b8b             |
      | vredsum  | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x12345668         |
      | vredsum  | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xfb6f4fc2         |
      | vredsum  | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0xfffffffffffffffe |
      | vredsum  | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0x0123456789abcdfe |
      | vredmaxu | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0xff               |
      | vredmaxu | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0xf7               |
      | vredmaxu | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0xffff             |
      | vredmaxu | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x4f0f             |
      | vredmaxu | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0xfffffff0         |
      | vredmaxu | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xffdc0ff1         |
      | vredmaxu | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0xffffffffffffffff |
      | vredmaxu | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0xfedcba9876543210 |
      | vredmax  | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x7f               |
      | vredmax  | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0x33               |
      | vredmax  | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x7fff             |
      | vredmax  | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x4f0f             |
      | vredmax  | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x7fffffff         |
      | vredmax  | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xffdc0ff1         |
      | vredmax  | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0x7fffffffffffffff |
      | vredmax  | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0x0123456789abcdff |
      | vredminu | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x01               |
      | vredminu | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0x33               |
      | vredminu | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x0003             |
      | vredminu | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x0f0f             |
      | vredminu | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x00000001         |
      | vredminu | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xfedc0ff0         |
      | vredminu | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0x7fffffffffffffff |
      | vredminu | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0x0123456789abcdef |
      | vredmin  | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x80               |
      | vredmin  | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0xb3               |
      | vredmin  | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x8000             |
      | vredmin  | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x0f0f             |
      | vredmin  | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x80000000         |
      | vredmin  | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xfedc0ff0         |
      | vredmin  | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0x8000000000000000 |
      | vredmin  | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0xfedcba9876543210 |
      | vredand  | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x00               |
      | vredand  | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0x31               |
      | vredand  | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x0000             |
      | vredand  | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x0f0f             |
      | vredand  | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x00000000         |
      | vredand  | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xfedc0ff0         |
      | vredand  | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0x0000000000000000 |
      | vredand  | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0x0000000000000000 |
      | vredor   | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0xff               |
      | vredor   | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0xf7               |
      | vredor   | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0xffff             |
      | vredor   | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x5f3f             |
      | vredor   | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0xffffffff         |
      | vredor   | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xffff0fff         |
      | vredor   | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0xffffffffffffffff |
      | vredor   | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0xffffffffffffffff |
      | vredxor  | e8  | 4  | 0x7f 0x80 0xff 0x01                         | 0x05               | 0x04               |
      | vredxor  | e8  | 4  | 0xf1 0xb3 0x33 0xf7                         | 0xf3               | 0x75               |
      | vredxor  | e16 | 4  | 0x7fff 0x8001 0xffff 0x0003                 | 0x8000             | 0x8002             |
      | vredxor  | e16 | 4  | 0x0f1f 0x1f0f 0x0f3f 0x4f0f                 | 0x0f0f             | 0x5f2f             |
      | vredxor  | e32 | 4  | 0x00000001 0x80000000 0xfffffff0 0x12345678 | 0x7fffffff         | 0x12345676         |
      | vredxor  | e32 | 4  | 0xfedc0fff 0xfedf0ff0 0xffdc0ff1 0xfefc0ff2 | 0xfedc0ff0         | 0xffff0ffc         |
      | vredxor  | e64 | 2  | 0x8000000000000000 0x7fffffffffffffff       | 0xffffffffffffffff | 0x0000000000000000 |
      | vredxor  | e64 | 2  | 0xfedcba9876543210 0x0123456789abcdff       | 0x0123456789abcdef | 0xfedcba9876543200 |

  Scenario Outline: <insn> of no active element gives the scalar
    Given vl = 3 under e32, m1, tu, mu
    And v0 = e8: 0xf8 and v16 = e32: 1 0x80000000 0x7fffffff 5 and v24 = e32: 0x12345678 9 9 9
    When the hart executes "<insn> v8, v16, v24, v0.t"
    Then v8 = e32: 0x12345678 old old old [<rule>, vreduction_scalar]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs [<rule>]

    Examples:
      | insn        | rule        |
      | vredsum.vs  | vredsum_op  |
      | vredmaxu.vs | vredmaxu_op |
      | vredmax.vs  | vredmax_op  |
      | vredminu.vs | vredminu_op |
      | vredmin.vs  | vredmin_op  |
      | vredand.vs  | vredand_op  |
      | vredor.vs   | vredor_op   |
      | vredxor.vs  | vredxor_op  |

  Scenario Outline: <insn> leaves out what is masked
    Given vl = 4 under e32, m1, tu, mu
    And v0 = e8: 0x0a and v16 = e32: 0x01234567 0x80000003 0xffffffff 0x00000006 and v24 = e32: 0x00000004
    When the hart executes "<insn> v8, v16, v24, v0.t"
    Then v8 = e32: <result> old old old [<rule>, vreduction_scalar]
    And no trap is taken [<rule>]
    And nothing else changes but v8 and vs [<rule>]

    Examples: elements 1 and 3 are active
      | insn        | result     | rule        |
      | vredsum.vs  | 0x8000000d | vredsum_op  |
      | vredmaxu.vs | 0x80000003 | vredmaxu_op |
      | vredmax.vs  | 0x00000006 | vredmax_op  |
      | vredminu.vs | 0x00000004 | vredminu_op |
      | vredmin.vs  | 0x80000003 | vredmin_op  |
      | vredand.vs  | 0x00000000 | vredand_op  |
      | vredor.vs   | 0x80000007 | vredor_op   |
      | vredxor.vs  | 0x80000001 | vredxor_op  |

  Scenario Outline: <insn> with vl = 0 leaves everything as it is
    Given vl = 0 under <type>, ta, ma
    And v16 = e32: 1 2 3 4 and v24 = e32: 5 6 7 8
    When the hart executes "<insn> v8, v16, v24"
    Then v8 is unchanged [vreduction_vl_0]
    And no trap is taken [vreduction_vl_0]
    And nothing else changes but vs and fs [vreduction_vl_0]

    Examples:
      | insn          | type    |
      | vredsum.vs    | e32, m1 |
      | vredmaxu.vs   | e32, m1 |
      | vredmax.vs    | e32, m1 |
      | vredminu.vs   | e32, m1 |
      | vredmin.vs    | e32, m1 |
      | vredand.vs    | e32, m1 |
      | vredor.vs     | e32, m1 |
      | vredxor.vs    | e32, m1 |
      | vwredsumu.vs  | e32, m1 |
      | vwredsum.vs   | e32, m1 |
      | vfredosum.vs  | e32, m1 |
      | vfredusum.vs  | e32, m1 |
      | vfredmax.vs   | e32, m1 |
      | vfredmin.vs   | e32, m1 |
      | vfwredosum.vs | e32, m1 |
      | vfwredusum.vs | e32, m1 |

  Scenario Outline: <insn> with vstart = 1 is illegal
    Given vl = 4 under e32, m1, ta, ma
    And vstart = 1
    When the hart executes "<insn> v8, v16, v24"
    Then an illegal instruction exception is taken [vreduction_vstart_n0_ill]
    And v8 is unchanged [vreduction_vstart_n0_ill]

    Examples:
      | insn          |
      | vredsum.vs    |
      | vredmaxu.vs   |
      | vredmax.vs    |
      | vredminu.vs   |
      | vredmin.vs    |
      | vredand.vs    |
      | vredor.vs     |
      | vredxor.vs    |
      | vwredsumu.vs  |
      | vwredsum.vs   |
      | vfredosum.vs  |
      | vfredusum.vs  |
      | vfredmax.vs   |
      | vfredmin.vs   |
      | vfwredosum.vs |
      | vfwredusum.vs |

  Scenario Outline: <insn> that has been executed with vstart = 0 is illegal with vstart = 1
    Given vl = 4 under e32, m1, tu, mu
    And v8 = e32: 0 and v16 = e32: 0 0 0 0 and v24 = e32: 0 and a2 = 3
    When the hart executes
      """
      again:
      <insn> v8, v16, v24
      addi a2, a2, -1
      sltiu a3, a2, 1
      csrw vstart, a3
      bge a2, x0, again
      """
    Then an illegal instruction exception is taken at label again [vreduction_vstart_n0_ill]
    And a2 = 0 [vreduction_vstart_n0_ill]
    And vstart = 1 [vstart_unmodified]

    Examples: the fourth time
      | insn         |
      | vredsum.vs   |
      | vredmaxu.vs  |
      | vwredsum.vs  |
      | vfredosum.vs |
      | vfredusum.vs |
      | vfredmin.vs  |

  Scenario Outline: A reduction may write its own sources: <insn> <operands>
    Given vl = 4 under e32, m1, tu, mu
    And v0 = e32: 0x0000000b and v16 = e32: 1 2 3 4 and v24 = e32: 100
    When the hart executes "vredsum.vs <operands>"
    Then <vd> = e32: <result> old old old [vreduction_vd_overlap_vs]
    And no trap is taken [vreduction_vd_overlap_vs]
    And nothing else changes but <vd> and vs [vreduction_vd_overlap_vs]

    Examples:
      | operands           | vd  | result | insn       |
      | v16, v16, v24      | v16 | 110    | vredsum.vs |
      | v24, v16, v24      | v24 | 110    | vredsum.vs |
      | v16, v16, v16      | v16 | 11     | vredsum.vs |
      | v0, v16, v24, v0.t | v0  | 107    | vredsum.vs |

  Scenario: Scalars are in one register at any LMUL
    Given vl = 8 under e32, m4, tu, mu
    And v16 = e32: 1 2 3 4 5 6 7 8 and v25 = e32: 100
    When the hart executes "vredsum.vs v9, v16, v25"
    Then v9 = e32: 136 old old old [vreduction_scalar, vredsum_op]
    And no trap is taken [vreduction_scalar]
    And nothing else changes but v9 and vs [vreduction_scalar]

  Scenario Outline: <insn> of <a> and the wide scalar <s> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and v24 = <wide>: <s>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = <wide>: <result> old [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs [<insn>_op]

    Examples:
      | insn      | sew | wide | vl | a                           | s                  | result             |
      | vwredsumu | e8  | e16  | 4  | 0xff 0x80 0x7f 0x01         | 0x1234             | 0x1433             |
      | vwredsumu | e8  | e16  | 4  | 0x01 0xff 0x02 0x03         | 0xffff             | 0x0104             |
      | vwredsumu | e16 | e32  | 4  | 0xffff 0x8000 0x7fff 0x0001 | 0x00010000         | 0x0002ffff         |
      | vwredsumu | e16 | e32  | 2  | 0xffff 0xffff               | 0xffffffff         | 0x0001fffd         |
      | vwredsumu | e32 | e64  | 2  | 0xffffffff 0x80000000       | 0x00000000ffffffff | 0x000000027ffffffe |
      | vwredsumu | e32 | e64  | 2  | 0x00000001 0x7fffffff       | 0xffffffffffffffff | 0x000000007fffffff |
      | vwredsum  | e8  | e16  | 4  | 0xff 0x80 0x7f 0x01         | 0x1234             | 0x1233             |
      | vwredsum  | e8  | e16  | 4  | 0x01 0xff 0x02 0x03         | 0xffff             | 0x0004             |
      | vwredsum  | e16 | e32  | 4  | 0xffff 0x8000 0x7fff 0x0001 | 0x00010000         | 0x0000ffff         |
      | vwredsum  | e16 | e32  | 2  | 0xffff 0xffff               | 0xffffffff         | 0xfffffffd         |
      | vwredsum  | e32 | e64  | 2  | 0xffffffff 0x80000000       | 0x00000000ffffffff | 0x000000007ffffffe |
      | vwredsum  | e32 | e64  | 2  | 0x00000001 0x7fffffff       | 0xffffffffffffffff | 0x000000007fffffff |

  Scenario Outline: <insn> of <a> and the scalar <s> under frm <frm> gives <result>
    Given vl = <vl> under <sew>, m1, tu, mu
    And v16 = <sew>: <a> and v24 = <sew>: <s> and frm = <frm>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = <sew>: <result> old [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: the same for every order of the unordered sum
      | insn      | sew | frm | vl | a                                     | s                  | result             | flags |
      | vfredosum | e32 | 0   | 2  | 0x33800000 0x33800000                 | 0x3f800000         | 0x3f800000         | 0x01  |
      | vfredosum | e32 | 0   | 2  | 0x33800000 0x3f800000                 | 0x33800000         | 0x3f800001         | 0x00  |
      | vfredosum | e32 | 0   | 1  | 0x80000000                            | 0x00000000         | 0x00000000         | 0x00  |
      | vfredosum | e32 | 0   | 1  | 0x80000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 1   | 2  | 0x33800000 0x33800000                 | 0x3f800000         | 0x3f800000         | 0x01  |
      | vfredosum | e32 | 1   | 2  | 0x33800000 0x3f800000                 | 0x33800000         | 0x3f800001         | 0x00  |
      | vfredosum | e32 | 1   | 1  | 0x80000000                            | 0x00000000         | 0x00000000         | 0x00  |
      | vfredosum | e32 | 1   | 1  | 0x80000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 2   | 2  | 0x33800000 0x33800000                 | 0x3f800000         | 0x3f800000         | 0x01  |
      | vfredosum | e32 | 2   | 2  | 0x33800000 0x3f800000                 | 0x33800000         | 0x3f800001         | 0x00  |
      | vfredosum | e32 | 2   | 1  | 0x80000000                            | 0x00000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 2   | 1  | 0x80000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 3   | 2  | 0x33800000 0x33800000                 | 0x3f800000         | 0x3f800002         | 0x01  |
      | vfredosum | e32 | 3   | 2  | 0x33800000 0x3f800000                 | 0x33800000         | 0x3f800001         | 0x00  |
      | vfredosum | e32 | 3   | 1  | 0x80000000                            | 0x00000000         | 0x00000000         | 0x00  |
      | vfredosum | e32 | 3   | 1  | 0x80000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 4   | 2  | 0x33800000 0x33800000                 | 0x3f800000         | 0x3f800002         | 0x01  |
      | vfredosum | e32 | 4   | 2  | 0x33800000 0x3f800000                 | 0x33800000         | 0x3f800001         | 0x00  |
      | vfredosum | e32 | 4   | 1  | 0x80000000                            | 0x00000000         | 0x00000000         | 0x00  |
      | vfredosum | e32 | 4   | 1  | 0x80000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredosum | e32 | 0   | 2  | 0x40000000 0x40400000                 | 0x3f800000         | 0x40c00000         | 0x00  |
      | vfredosum | e32 | 0   | 2  | 0x7f7fffff 0xff7fffff                 | 0x7f7fffff         | 0x7f800000         | 0x05  |
      | vfredosum | e32 | 0   | 2  | 0x7f7fffff 0x7f7fffff                 | 0xff7fffff         | 0x7f7fffff         | 0x00  |
      | vfredosum | e32 | 0   | 1  | 0xff800000                            | 0x7f800000         | 0x7fc00000         | 0x10  |
      | vfredosum | e32 | 0   | 1  | 0x7f800001                            | 0x3f800000         | 0x7fc00000         | 0x10  |
      | vfredosum | e32 | 0   | 1  | 0x3f800000                            | 0x7f800001         | 0x7fc00000         | 0x10  |
      | vfredosum | e32 | 0   | 2  | 0x7fc00005 0x40000000                 | 0x3f800000         | 0x7fc00000         | 0x00  |
      | vfredusum | e32 | 0   | 2  | 0x40000000 0x40400000                 | 0x3f800000         | 0x40c00000         | 0x00  |
      | vfredusum | e32 | 0   | 2  | 0xff800000 0x3f800000                 | 0x7f800000         | 0x7fc00000         | 0x10  |
      | vfredusum | e32 | 0   | 2  | 0x7f800001 0x3f800000                 | 0x3f800000         | 0x7fc00000         | 0x10  |
      | vfredusum | e32 | 0   | 2  | 0x40a00000 0x3f000000                 | 0xc0a00000         | 0x3f000000         | 0x00  |
      | vfredusum | e32 | 0   | 2  | 0x7fc00005 0x40000000                 | 0x3f800000         | 0x7fc00000         | 0x00  |
      | vfredmin  | e32 | 0   | 2  | 0x40000000 0xc0400000                 | 0x3f800000         | 0xc0400000         | 0x00  |
      | vfredmax  | e32 | 0   | 2  | 0x40000000 0xc0400000                 | 0x3f800000         | 0x40000000         | 0x00  |
      | vfredmin  | e32 | 0   | 1  | 0x80000000                            | 0x00000000         | 0x80000000         | 0x00  |
      | vfredmax  | e32 | 0   | 1  | 0x80000000                            | 0x00000000         | 0x00000000         | 0x00  |
      | vfredmin  | e32 | 0   | 1  | 0x00000000                            | 0x80000000         | 0x80000000         | 0x00  |
      | vfredmax  | e32 | 0   | 1  | 0x00000000                            | 0x80000000         | 0x00000000         | 0x00  |
      | vfredmin  | e32 | 0   | 2  | 0x40800000 0x40400000                 | 0x7fc00005         | 0x40400000         | 0x00  |
      | vfredmax  | e32 | 0   | 2  | 0x40800000 0x40400000                 | 0x7fc00005         | 0x40800000         | 0x00  |
      | vfredmin  | e32 | 0   | 2  | 0x7fc00005 0x40400000                 | 0x40800000         | 0x40400000         | 0x00  |
      | vfredmax  | e32 | 0   | 2  | 0x7fc00005 0x40400000                 | 0x40800000         | 0x40800000         | 0x00  |
      | vfredmin  | e32 | 0   | 1  | 0xffc00005                            | 0x7fc00005         | 0x7fc00000         | 0x00  |
      | vfredmax  | e32 | 0   | 1  | 0xffc00005                            | 0x7fc00005         | 0x7fc00000         | 0x00  |
      | vfredmin  | e32 | 0   | 2  | 0x7f800001 0x40000000                 | 0x3f800000         | 0x3f800000         | 0x10  |
      | vfredmax  | e32 | 0   | 2  | 0x7f800001 0x40000000                 | 0x3f800000         | 0x40000000         | 0x10  |
      | vfredmin  | e32 | 0   | 2  | 0x40000000 0xff800000                 | 0x7f800001         | 0xff800000         | 0x10  |
      | vfredmax  | e32 | 0   | 2  | 0x40000000 0xff800000                 | 0x7f800001         | 0x40000000         | 0x10  |
      | vfredmin  | e32 | 0   | 2  | 0x7f7fffff 0x00000001                 | 0x7f800000         | 0x00000001         | 0x00  |
      | vfredmax  | e32 | 0   | 2  | 0x7f7fffff 0x00000001                 | 0x7f800000         | 0x7f800000         | 0x00  |
      | vfredosum | e64 | 0   | 2  | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfredosum | e64 | 0   | 2  | 0x3ca0000000000000 0x3ff0000000000000 | 0x3ca0000000000000 | 0x3ff0000000000001 | 0x00  |
      | vfredosum | e64 | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredosum | e64 | 0   | 1  | 0x8000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 1   | 2  | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfredosum | e64 | 1   | 2  | 0x3ca0000000000000 0x3ff0000000000000 | 0x3ca0000000000000 | 0x3ff0000000000001 | 0x00  |
      | vfredosum | e64 | 1   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredosum | e64 | 1   | 1  | 0x8000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 2   | 2  | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfredosum | e64 | 2   | 2  | 0x3ca0000000000000 0x3ff0000000000000 | 0x3ca0000000000000 | 0x3ff0000000000001 | 0x00  |
      | vfredosum | e64 | 2   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 2   | 1  | 0x8000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 3   | 2  | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000002 | 0x01  |
      | vfredosum | e64 | 3   | 2  | 0x3ca0000000000000 0x3ff0000000000000 | 0x3ca0000000000000 | 0x3ff0000000000001 | 0x00  |
      | vfredosum | e64 | 3   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredosum | e64 | 3   | 1  | 0x8000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 4   | 2  | 0x3ca0000000000000 0x3ca0000000000000 | 0x3ff0000000000000 | 0x3ff0000000000002 | 0x01  |
      | vfredosum | e64 | 4   | 2  | 0x3ca0000000000000 0x3ff0000000000000 | 0x3ca0000000000000 | 0x3ff0000000000001 | 0x00  |
      | vfredosum | e64 | 4   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredosum | e64 | 4   | 1  | 0x8000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredosum | e64 | 0   | 2  | 0x4000000000000000 0x4008000000000000 | 0x3ff0000000000000 | 0x4018000000000000 | 0x00  |
      | vfredosum | e64 | 0   | 2  | 0x7fefffffffffffff 0xffefffffffffffff | 0x7fefffffffffffff | 0x7ff0000000000000 | 0x05  |
      | vfredosum | e64 | 0   | 2  | 0x7fefffffffffffff 0x7fefffffffffffff | 0xffefffffffffffff | 0x7fefffffffffffff | 0x00  |
      | vfredosum | e64 | 0   | 1  | 0xfff0000000000000                    | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfredosum | e64 | 0   | 1  | 0x7ff0000000000001                    | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfredosum | e64 | 0   | 1  | 0x3ff0000000000000                    | 0x7ff0000000000001 | 0x7ff8000000000000 | 0x10  |
      | vfredosum | e64 | 0   | 2  | 0x7ff8000000000005 0x4000000000000000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfredusum | e64 | 0   | 2  | 0x4000000000000000 0x4008000000000000 | 0x3ff0000000000000 | 0x4018000000000000 | 0x00  |
      | vfredusum | e64 | 0   | 2  | 0xfff0000000000000 0x3ff0000000000000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfredusum | e64 | 0   | 2  | 0x7ff0000000000001 0x3ff0000000000000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfredusum | e64 | 0   | 2  | 0x4014000000000000 0x3fe0000000000000 | 0xc014000000000000 | 0x3fe0000000000000 | 0x00  |
      | vfredusum | e64 | 0   | 2  | 0x7ff8000000000005 0x4000000000000000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 2  | 0x4000000000000000 0xc008000000000000 | 0x3ff0000000000000 | 0xc008000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 2  | 0x4000000000000000 0xc008000000000000 | 0x3ff0000000000000 | 0x4000000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 1  | 0x8000000000000000                    | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 1  | 0x0000000000000000                    | 0x8000000000000000 | 0x8000000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 1  | 0x0000000000000000                    | 0x8000000000000000 | 0x0000000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 2  | 0x4010000000000000 0x4008000000000000 | 0x7ff8000000000005 | 0x4008000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 2  | 0x4010000000000000 0x4008000000000000 | 0x7ff8000000000005 | 0x4010000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 2  | 0x7ff8000000000005 0x4008000000000000 | 0x4010000000000000 | 0x4008000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 2  | 0x7ff8000000000005 0x4008000000000000 | 0x4010000000000000 | 0x4010000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 1  | 0xfff8000000000005                    | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x00  |
      | vfredmax  | e64 | 0   | 1  | 0xfff8000000000005                    | 0x7ff8000000000005 | 0x7ff8000000000000 | 0x00  |
      | vfredmin  | e64 | 0   | 2  | 0x7ff0000000000001 0x4000000000000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x10  |
      | vfredmax  | e64 | 0   | 2  | 0x7ff0000000000001 0x4000000000000000 | 0x3ff0000000000000 | 0x4000000000000000 | 0x10  |
      | vfredmin  | e64 | 0   | 2  | 0x4000000000000000 0xfff0000000000000 | 0x7ff0000000000001 | 0xfff0000000000000 | 0x10  |
      | vfredmax  | e64 | 0   | 2  | 0x4000000000000000 0xfff0000000000000 | 0x7ff0000000000001 | 0x4000000000000000 | 0x10  |
      | vfredmin  | e64 | 0   | 2  | 0x7fefffffffffffff 0x0000000000000001 | 0x7ff0000000000000 | 0x0000000000000001 | 0x00  |
      | vfredmax  | e64 | 0   | 2  | 0x7fefffffffffffff 0x0000000000000001 | 0x7ff0000000000000 | 0x7ff0000000000000 | 0x00  |

  Scenario Outline: <insn> leaves out what is masked, its exceptions too
    Given vl = 2 under e32, m1, tu, mu
    And v0 = e8: <mask> and v16 = e32: <a> and v24 = e32: <s>
    When the hart executes "<insn>.vs v8, v16, v24, v0.t"
    Then v8 = e32: <result> old [<insn>_op, vreduction_scalar]
    And fflags = <flags> [<insn>_op, fflags_op_V_fp]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: element 1 is active, 0 is masked and 2 is tail
      | insn      | mask | a                                | s          | result     | flags |
      | vfredosum | 0x02 | 0x7f800001 0x40000000 0x7f800001 | 0x40400000 | 0x40a00000 | 0x00  |
      | vfredusum | 0x02 | 0x7f800001 0x40000000 0x7f800001 | 0x40400000 | 0x40a00000 | 0x00  |
      | vfredmin  | 0x02 | 0x7f800001 0x40000000 0x7f800001 | 0x40400000 | 0x40000000 | 0x00  |
      | vfredmax  | 0x02 | 0x7f800001 0x40000000 0x7f800001 | 0x40400000 | 0x40400000 | 0x00  |

  Scenario Outline: <insn> of no active element gives the scalar <s>
    Given vl = 2 under e32, m1, tu, mu
    And v0 = e8: 0xfc and v16 = e32: 0x7f800001 0x7f800001 and v24 = <wide>: <s> and frm = 2
    When the hart executes "<insn>.vs v8, v16, v24, v0.t"
    Then v8 = <wide>: <result> old [<insn>_op, vreduction_scalar]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]

    Examples: no sum is made
      | insn       | wide | s                  | result             | flags |
      | vfredosum  | e32  | 0x3f800001         | 0x3f800001         | 0x00  |
      | vfredosum  | e32  | 0x80000000         | 0x80000000         | 0x00  |
      | vfredmin   | e32  | 0x3f800001         | 0x3f800001         | 0x00  |
      | vfredmin   | e32  | 0x80000000         | 0x80000000         | 0x00  |
      | vfredmax   | e32  | 0x3f800001         | 0x3f800001         | 0x00  |
      | vfredmax   | e32  | 0x80000000         | 0x80000000         | 0x00  |
      | vfwredosum | e64  | 0x8000000000000000 | 0x8000000000000000 | 0x00  |

    Examples: a NaN is copied as it is
      | insn       | wide | s                  | result             | flags |
      | vfredosum  | e32  | 0xffc12345         | 0xffc12345         | 0x00  |
      | vfredosum  | e32  | 0x7f800001         | 0x7f800001         | 0x00  |
      | vfredmin   | e32  | 0xffc12345         | 0xffc12345         | 0x00  |
      | vfredmin   | e32  | 0x7f800001         | 0x7f800001         | 0x00  |
      | vfredmax   | e32  | 0xffc12345         | 0xffc12345         | 0x00  |
      | vfredmax   | e32  | 0x7f800001         | 0x7f800001         | 0x00  |
      | vfwredosum | e64  | 0x7ff0000000000001 | 0x7ff0000000000001 | 0x00  |

  Scenario Outline: vfredusum.vs under frm <frm>: <s> and <a> give <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: <a> and v24 = e32: <s> and frm = <frm>
    When the hart executes "vfredusum.vs v8, v16, v24"
    Then v8 = e32: <result> old [vfredusum_additive_impl]
    And fflags = 0 [vfredusum_additive_impl]
    And no trap is taken [vfredusum_additive_impl]

    Examples: zeros keep their sign, whatever identities come in
      | frm | vl | a                     | s          | result     |
      | 0   | 2  | 0x80000000 0x80000000 | 0x80000000 | 0x80000000 |
      | 1   | 2  | 0x80000000 0x80000000 | 0x80000000 | 0x80000000 |
      | 3   | 1  | 0x80000000            | 0x80000000 | 0x80000000 |
      | 4   | 2  | 0x80000000 0x80000000 | 0x80000000 | 0x80000000 |
      | 2   | 2  | 0x00000000 0x00000000 | 0x00000000 | 0x00000000 |
      | 2   | 1  | 0x00000000            | 0x00000000 | 0x00000000 |
      | 2   | 1  | 0x00000000            | 0x80000000 | 0x80000000 |
      | 0   | 1  | 0x80000000            | 0x00000000 | 0x00000000 |

  Scenario Outline: vfredusum.vs under frm <frm> with a mask of <mask>: <s> and <a> give <result>
    Given vl = 4 under e32, m1, tu, mu
    And v0 = e8: <mask> and v16 = e32: <a> 0x3f800000 0x40000000 <z> and v24 = e32: <s> and frm = <frm>
    When the hart executes "vfredusum.vs v8, v16, v24, v0.t"
    Then v8 = e32: <result> old [vfredusum_additive_impl]
    And fflags = 0 [vfredusum_additive_impl]
    And no trap is taken [vfredusum_additive_impl]

    Examples: zeros keep their sign beside elements that are masked
      | frm | mask   | a          | z          | s          | result     |
      | 2   | 0b0001 | 0x00000000 | 0x40400000 | 0x00000000 | 0x00000000 |
      | 2   | 0b1001 | 0x00000000 | 0x00000000 | 0x00000000 | 0x00000000 |
      | 2   | 0b1000 | 0x40400000 | 0x00000000 | 0x00000000 | 0x00000000 |
      | 2   | 0b0000 | 0x40400000 | 0x40400000 | 0x00000000 | 0x00000000 |
      | 2   | 0b0001 | 0x80000000 | 0x40400000 | 0x80000000 | 0x80000000 |
      | 0   | 0b0001 | 0x80000000 | 0x40400000 | 0x80000000 | 0x80000000 |
      | 1   | 0b1000 | 0x40400000 | 0x80000000 | 0x80000000 | 0x80000000 |
      | 3   | 0b0000 | 0x40400000 | 0x40400000 | 0x80000000 | 0x80000000 |
      | 4   | 0b1001 | 0x80000000 | 0x80000000 | 0x80000000 | 0x80000000 |

  # Nodes may round to a wider format first: towards one side that comes to the same.
  Scenario Outline: Under frm <frm> the one active element of <insn>, <a>, and the scalar <s> give <result>
    Given vl = 4 under e32, m1, tu, mu
    And v0 = e8: 0b0100 and v16 = e32: 0x7f800001 0x3f800000 <a> 0x40000000 and v24 = <wide>: <s> and frm = <frm>
    When the hart executes "<insn>.vs v8, v16, v24, v0.t"
    Then v8 = <wide>: <result> old [<insn>_op, V_fp_frm]
    And fflags = 0 or 1 [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: there is one sum
      | insn       | frm | a          | wide | s                  | result             |
      | vfredusum  | 1   | 0x33800000 | e32  | 0x3f800000         | 0x3f800000         |
      | vfredusum  | 2   | 0x33800000 | e32  | 0x3f800000         | 0x3f800000         |
      | vfredusum  | 3   | 0x33800000 | e32  | 0x3f800000         | 0x3f800001         |
      | vfredusum  | 1   | 0xb0800000 | e32  | 0x3f800000         | 0x3f7fffff         |
      | vfredusum  | 2   | 0xb0800000 | e32  | 0x3f800000         | 0x3f7fffff         |
      | vfredusum  | 3   | 0xb0800000 | e32  | 0x3f800000         | 0x3f800000         |
      | vfwredusum | 1   | 0x25000000 | e64  | 0x3ff0000000000000 | 0x3ff0000000000000 |
      | vfwredusum | 2   | 0x25000000 | e64  | 0x3ff0000000000000 | 0x3ff0000000000000 |
      | vfwredusum | 3   | 0x25000000 | e64  | 0x3ff0000000000000 | 0x3ff0000000000001 |
      | vfwredusum | 1   | 0xa1800000 | e64  | 0x3ff0000000000000 | 0x3fefffffffffffff |
      | vfwredusum | 2   | 0xa1800000 | e64  | 0x3ff0000000000000 | 0x3fefffffffffffff |
      | vfwredusum | 3   | 0xa1800000 | e64  | 0x3ff0000000000000 | 0x3ff0000000000000 |

  Scenario: vfredusum.vs gives the same sum of the same elements
    Given vl = 4 under e32, m1, ta, ma
    And v16 = e32: 0x3f800000 0x33800000 0xbf7fffff 0x34000001 and v24 = e32: 0x4b800001
    When the hart executes
      """
      vfredusum.vs v8, v16, v24
      vfredusum.vs v9, v16, v24
      vmv.x.s a0, v8
      vmv.x.s a1, v9
      xor a2, a0, a1
      """
    Then a2 = 0 [vfredusum_redtree]
    And no trap is taken [vfredusum_redtree]

  Scenario Outline: <insn> of <a> and the wide scalar <s> under frm <frm> gives <result>
    Given vl = <vl> under e32, m1, tu, mu
    And v16 = e32: <a> and v24 = e64: <s> and frm = <frm>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = e64: <result> old [<insn>_op]
    And fflags = <flags> [<insn>_op]
    And no trap is taken [<insn>_op]
    And nothing else changes but v8 and vs and fs [<insn>_op]

    Examples: elements are widened
      | insn       | frm | vl | a                     | s                  | result             | flags |
      | vfwredosum | 0   | 2  | 0x40000000 0xc0a00000 | 0x3ff0000000000000 | 0xc000000000000000 | 0x00  |
      | vfwredosum | 0   | 2  | 0x41000000 0x3f000000 | 0x3fd0000000000000 | 0x4021800000000000 | 0x00  |
      | vfwredosum | 0   | 2  | 0xff800000 0x3f800000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfwredosum | 0   | 2  | 0x7f800001 0x3f800000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfwredosum | 0   | 2  | 0x3f800000 0x3f800000 | 0x7ff8000000000003 | 0x7ff8000000000000 | 0x00  |
      | vfwredosum | 0   | 2  | 0x7fc00003 0x3f800000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfwredosum | 0   | 2  | 0x7f7fffff 0x7f7fffff | 0x0000000000000000 | 0x47ffffffe0000000 | 0x00  |
      | vfwredosum | 0   | 2  | 0x25000000 0x25000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfwredosum | 1   | 2  | 0x25000000 0x25000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfwredosum | 2   | 2  | 0x25000000 0x25000000 | 0x3ff0000000000000 | 0x3ff0000000000000 | 0x01  |
      | vfwredosum | 3   | 2  | 0x25000000 0x25000000 | 0x3ff0000000000000 | 0x3ff0000000000002 | 0x01  |
      | vfwredosum | 4   | 2  | 0x25000000 0x25000000 | 0x3ff0000000000000 | 0x3ff0000000000002 | 0x01  |
      | vfwredusum | 0   | 2  | 0x40000000 0xc0a00000 | 0x3ff0000000000000 | 0xc000000000000000 | 0x00  |
      | vfwredusum | 0   | 2  | 0x41000000 0x3f000000 | 0x3fd0000000000000 | 0x4021800000000000 | 0x00  |
      | vfwredusum | 0   | 2  | 0xff800000 0x3f800000 | 0x7ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfwredusum | 0   | 2  | 0x7f800001 0x3f800000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x10  |
      | vfwredusum | 0   | 2  | 0x3f800000 0x3f800000 | 0x7ff8000000000003 | 0x7ff8000000000000 | 0x00  |
      | vfwredusum | 0   | 2  | 0x7fc00003 0x3f800000 | 0x3ff0000000000000 | 0x7ff8000000000000 | 0x00  |
      | vfwredusum | 0   | 2  | 0x7f7fffff 0x7f7fffff | 0x0000000000000000 | 0x47ffffffe0000000 | 0x00  |
