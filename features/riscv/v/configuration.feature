@ext:V
Feature: Configuration
  vsetvli, vsetivli and vsetvl say how the vector registers are divided from now on, vtype, and how many
  elements the program would like to work on, the AVL. They answer how many it gets, vl: at most VLMAX.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vsetvli  |
      | vsetivli |
      | vsetvl   |

  @rule:vset_op
  Scenario Outline: vsetivli to <sew> and <lmul> is supported and makes vtype <vtype>
    Given vl = 3 under e8, m1, ta, ma
    When the hart executes "vsetivli a2, 1, <sew>, <lmul>, tu, mu"
    Then a2 = 1 and vl = 1 [<rules>]
    And vtype = <vtype> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs

    Examples: whole registers
      | sew | lmul | vtype | rules          |
      | e8  | m1   | 0x0   | vtype_lmul_val |
      | e8  | m2   | 0x1   | vtype_lmul_val |
      | e8  | m4   | 0x2   | vtype_lmul_val |
      | e8  | m8   | 0x3   | vtype_lmul_val |
      | e16 | m1   | 0x8   | vtype_lmul_val |
      | e16 | m2   | 0x9   | vtype_lmul_val |
      | e16 | m4   | 0xa   | vtype_lmul_val |
      | e16 | m8   | 0xb   | vtype_lmul_val |
      | e32 | m1   | 0x10  | vtype_lmul_val |
      | e32 | m2   | 0x11  | vtype_lmul_val |
      | e32 | m4   | 0x12  | vtype_lmul_val |
      | e32 | m8   | 0x13  | vtype_lmul_val |
      | e64 | m1   | 0x18  | vtype_lmul_val |
      | e64 | m2   | 0x19  | vtype_lmul_val |
      | e64 | m4   | 0x1a  | vtype_lmul_val |
      | e64 | m8   | 0x1b  | vtype_lmul_val |

    Examples: fractions of one
      | sew | lmul | vtype | rules                          |
      | e8  | mf8  | 0x5   | vtype_lmul_fval, vtype_sew_val |
      | e8  | mf4  | 0x6   | vtype_lmul_fval, vtype_sew_val |
      | e8  | mf2  | 0x7   | vtype_lmul_fval, vtype_sew_val |
      | e16 | mf4  | 0xe   | vtype_lmul_fval, vtype_sew_val |
      | e16 | mf2  | 0xf   | vtype_lmul_fval, vtype_sew_val |
      | e32 | mf2  | 0x17  | vtype_lmul_fval, vtype_sew_val |

  Scenario Outline: vsetivli to <sew> and <lmul> makes vsew <vsew> and vlmul <vlmul>
    Should the type not be supported, which other scenarios look at, there is nothing to see here.
    Given vl = 3 under e8, m1, ta, ma
    And a4 = <vlmul> and a5 = <vsew>
    When the hart executes
      """
      vsetivli a2, 1, <sew>, <lmul>, ta, ma
      csrr a3, vtype
      bltz a3, done
      andi a4, a3, 7
      srli a5, a3, 3
      andi a5, a5, 7
      done:
      """
    Then a4 = <vlmul> [vtype_vlmul_sz]
    And a5 = <vsew> [vtype_vsew_sz]

    Examples:
      | sew | lmul | vsew | vlmul |
      | e8  | mf8  | 0    | 5     |
      | e8  | mf4  | 0    | 6     |
      | e8  | mf2  | 0    | 7     |
      | e8  | m1   | 0    | 0     |
      | e8  | m2   | 0    | 1     |
      | e8  | m4   | 0    | 2     |
      | e8  | m8   | 0    | 3     |
      | e16 | mf4  | 1    | 6     |
      | e16 | mf2  | 1    | 7     |
      | e16 | m1   | 1    | 0     |
      | e16 | m2   | 1    | 1     |
      | e16 | m4   | 1    | 2     |
      | e16 | m8   | 1    | 3     |
      | e32 | mf2  | 2    | 7     |
      | e32 | m1   | 2    | 0     |
      | e32 | m2   | 2    | 1     |
      | e32 | m4   | 2    | 2     |
      | e32 | m8   | 2    | 3     |
      | e64 | m1   | 3    | 0     |
      | e64 | m2   | 3    | 1     |
      | e64 | m4   | 3    | 2     |
      | e64 | m8   | 3    | 3     |

  @rule:vtype_acc
  Scenario Outline: Tail policy <ta> and mask policy <ma> make vtype <vtype>
    Given vl = 3 under e8, m1, <before>
    And a0 = 4 and a1 = <vtype>
    When the hart executes "<insn>"
    Then vtype = <vtype> [vtype_acc, vtype_vta_sz, vtype_vma_sz, vtype_vta_val, vtype_vma_val]
    And a2 = 4 and vl = 4 [vset_op]
    And nothing else changes but vs [vset_op]

    Examples:
      | ta | ma | vtype | before | insn                            |
      | tu | mu | 0x10  | ta, ma | vsetvli a2, a0, e32, m1, tu, mu |
      | tu | mu | 0x10  | ta, ma | vsetivli a2, 4, e32, m1, tu, mu |
      | tu | mu | 0x10  | ta, ma | vsetvl a2, a0, a1               |
      | ta | mu | 0x50  | tu, ma | vsetvli a2, a0, e32, m1, ta, mu |
      | ta | mu | 0x50  | tu, ma | vsetivli a2, 4, e32, m1, ta, mu |
      | ta | mu | 0x50  | tu, ma | vsetvl a2, a0, a1               |
      | tu | ma | 0x90  | ta, mu | vsetvli a2, a0, e32, m1, tu, ma |
      | tu | ma | 0x90  | ta, mu | vsetivli a2, 4, e32, m1, tu, ma |
      | tu | ma | 0x90  | ta, mu | vsetvl a2, a0, a1               |
      | ta | ma | 0xd0  | tu, mu | vsetvli a2, a0, e32, m1, ta, ma |
      | ta | ma | 0xd0  | tu, mu | vsetivli a2, 4, e32, m1, ta, ma |
      | ta | ma | 0xd0  | tu, mu | vsetvl a2, a0, a1               |

  @rule:VLMAX
  Scenario Outline: With <sew> and <lmul> the longest vl is LMUL * VLEN / SEW
    Given vl = 3 under e8, m1, ta, ma
    When the hart executes "vsetvli a2, x0, <sew>, <lmul>, ta, ma; csrr a3, vlenb; <scale>; csrr a4, vl"
    Then a2 = a3 [VLMAX, LMUL, vtype_vsew_op, vsetvl_op, vl_val]
    And a4 = a2 [vset_op]
    And a2 != 0 [VLMAX]

    Examples:
      | sew | lmul | scale          |
      | e8  | mf8  | srli a3, a3, 3 |
      | e8  | mf4  | srli a3, a3, 2 |
      | e8  | mf2  | srli a3, a3, 1 |
      | e8  | m1   | slli a3, a3, 0 |
      | e8  | m2   | slli a3, a3, 1 |
      | e8  | m4   | slli a3, a3, 2 |
      | e8  | m8   | slli a3, a3, 3 |
      | e16 | mf4  | srli a3, a3, 3 |
      | e16 | mf2  | srli a3, a3, 2 |
      | e16 | m1   | srli a3, a3, 1 |
      | e16 | m2   | slli a3, a3, 0 |
      | e16 | m4   | slli a3, a3, 1 |
      | e16 | m8   | slli a3, a3, 2 |
      | e32 | mf2  | srli a3, a3, 3 |
      | e32 | m1   | srli a3, a3, 2 |
      | e32 | m2   | srli a3, a3, 1 |
      | e32 | m4   | slli a3, a3, 0 |
      | e32 | m8   | slli a3, a3, 1 |
      | e64 | m1   | srli a3, a3, 3 |
      | e64 | m2   | srli a3, a3, 2 |
      | e64 | m4   | srli a3, a3, 1 |
      | e64 | m8   | slli a3, a3, 0 |

  @rule:vl_val
  Scenario Outline: An AVL of <avl> that fits is what vl becomes
    Given vl = 3 under e8, m1, ta, ma
    And a0 = <avl> and a1 = <vtype>
    When the hart executes "<insn>"
    Then a2 = <avl> and vl = <avl> [vl_val, vsetvl_op, vsetivli_op]
    And vtype = <vtype> [vtype_acc]
    And nothing else changes but vs [vset_op]

    Examples: AVL in a register
      | avl | vtype | insn                            |
      | 0   | 0xd0  | vsetvli a2, a0, e32, m1, ta, ma |
      | 1   | 0xd0  | vsetvli a2, a0, e32, m1, ta, ma |
      | 3   | 0xd0  | vsetvli a2, a0, e32, m1, ta, ma |
      | 4   | 0xd0  | vsetvli a2, a0, e32, m1, ta, ma |
      | 17  | 0xc1  | vsetvli a2, a0, e8, m2, ta, ma  |
      | 127 | 0xc3  | vsetvli a2, a0, e8, m8, ta, ma  |
      | 128 | 0xc3  | vsetvli a2, a0, e8, m8, ta, ma  |
      | 2   | 0xc5  | vsetvli a2, a0, e8, mf8, ta, ma |
      | 0   | 0xd8  | vsetvl a2, a0, a1               |
      | 2   | 0xd8  | vsetvl a2, a0, a1               |
      | 16  | 0x1b  | vsetvl a2, a0, a1               |

    Examples: AVL as an immediate, which has no sign
      | avl | vtype | insn                            |
      | 0   | 0xc1  | vsetivli a2, 0, e8, m2, ta, ma  |
      | 1   | 0xc1  | vsetivli a2, 1, e8, m2, ta, ma  |
      | 15  | 0xc1  | vsetivli a2, 15, e8, m2, ta, ma |
      | 16  | 0xc1  | vsetivli a2, 16, e8, m2, ta, ma |
      | 31  | 0xc1  | vsetivli a2, 31, e8, m2, ta, ma |

  @rule:vl_val @rule:vsetvl_op
  Scenario Outline: An AVL of <avl> gives VLMAX
    Given vl = 3 under e8, m1, ta, ma
    And a0 = <avl> and a1 = 0xd0
    When the hart executes "<insn>; csrr a3, vlenb; srli a3, a3, 2; csrr a4, vl"
    Then a2 = a3
    And a4 = a3

    Examples:
      | avl                | insn                            |
      | 0xffffffffffffffff | vsetvli a2, a0, e32, m1, ta, ma |
      | 0x8000000000000000 | vsetvli a2, a0, e32, m1, ta, ma |
      | 0x7fffffffffffffff | vsetvli a2, a0, e32, m1, ta, ma |
      | 0x0000000100000000 | vsetvli a2, a0, e32, m1, ta, ma |
      | 0x0000000100000001 | vsetvli a2, a0, e32, m1, ta, ma |
      | 0xffffffff         | vsetvli a2, a0, e32, m1, ta, ma |
      | 0x10000            | vsetvli a2, a0, e32, m1, ta, ma |
      | 0xffffffffffffffff | vsetvl a2, a0, a1               |
      | 0x8000000000000001 | vsetvl a2, a0, a1               |
      | 0xffffffff00000000 | vsetvl a2, a0, a1               |

  @rule:vl_val
  Scenario Outline: <what> elements of which one instruction can do <most> give vl = VLMAX
    Given vl = 3 under e8, m1, ta, ma
    When the hart executes "csrr a0, vlenb; <avl>; vsetvli a2, a0, e32, m1, ta, ma; csrr a3, vlenb; srli a3, a3, 2"
    Then a2 = a3

    Examples:
      | what        | most  | avl                                            |
      | VLMAX       | VLMAX | srli a0, a0, 2                                 |
      | 2*VLMAX     | VLMAX | srli a0, a0, 1                                 |
      | 2*VLMAX + 1 | VLMAX | srli a0, a0, 1; addi a0, a0, 1                 |
      | 2*VLMAX - 1 | VLMAX | srli a0, a0, 1; addi a0, a0, -1                |
      | 3*VLMAX     | VLMAX | srli a1, a0, 2; slli a0, a1, 1; add a0, a0, a1 |

  @rule:vl_val
  Scenario Outline: <what> elements give at least half of them, at most VLMAX, and the same each time
    Given vl = 3 under e8, m1, ta, ma
    When the hart executes
      """
      csrr a3, vlenb
      <avl>
      vsetvli a2, a0, e8, m1, ta, ma
      addi a4, a0, 1
      srli a4, a4, 1
      vsetvli t0, x0, e8, m1, ta, ma
      vsetvli a5, a0, e8, m1, ta, ma
      """
    Then a4 <= a2
    And a2 <= a3
    And a5 = a2

    Examples:
      | what        | avl                             |
      | VLMAX + 1   | addi a0, a3, 1                  |
      | VLMAX + 2   | addi a0, a3, 2                  |
      | 1.5*VLMAX   | srli a0, a3, 1; add a0, a0, a3  |
      | 2*VLMAX - 2 | slli a0, a3, 1; addi a0, a0, -2 |

  @rule:vl_val
  Scenario: The vl that was got is got again when it is asked for
    Given vl = 3 under e8, m1, ta, ma
    When the hart executes "csrr a0, vlenb; addi a0, a0, 3; vsetvli a2, a0, e8, m1, ta, ma; vsetvli a3, a2, e8, m1, ta, ma"
    Then a3 = a2

  @rule:vsetvl_op
  Scenario Outline: With rd and rs1 both x0, <insn> keeps vl, and changes only vtype
    Given vl = 3 under e32, m1, ta, ma
    And a1 = <vtype>
    When the hart executes "<insn>"
    Then vl = 3 and vtype = <vtype>
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | vtype | insn                             |
      | 0x10  | vsetvli x0, x0, e32, m1, tu, mu  |
      | 0x0f  | vsetvli x0, x0, e16, mf2, tu, mu |
      | 0xd9  | vsetvli x0, x0, e64, m2, ta, ma  |
      | 0x46  | vsetvli x0, x0, e8, mf4, ta, mu  |
      | 0x10  | vsetvl x0, x0, a1                |
      | 0x99  | vsetvl x0, x0, a1                |

  @rule:vset_op
  Scenario Outline: "<insn>" sets vl to <vl>, whatever register rd is
    Given vl = 3 under e8, m1, ta, ma
    And a0 = 4 and a1 = 0xd0
    When the hart executes "<insn>"
    Then vl = <vl> and vtype = 0xd0
    And <results>
    And nothing else changes but vs

    Examples:
      | insn                            | vl | results              |
      | vsetvli x0, a0, e32, m1, ta, ma | 4  | a0 = 4               |
      | vsetivli x0, 2, e32, m1, ta, ma | 2  | a0 = 4               |
      | vsetvl x0, a0, a1               | 4  | a0 = 4               |
      | vsetvli a0, a0, e32, m1, ta, ma | 4  | a0 = 4               |
      | vsetvl a0, a0, a1               | 4  | a0 = 4 and a1 = 0xd0 |
      | vsetvl a1, a0, a1               | 4  | a1 = 4 and a0 = 4    |
      | vsetivli a0, 3, e32, m1, ta, ma | 3  | a0 = 3               |

  @rule:vstart_update
  Scenario Outline: "<insn>" leaves vstart zero
    Given vl = 4 under e8, m1, ta, ma
    And vstart = 2 and a0 = 3 and a1 = 0xc0
    When the hart executes "<insn>"
    Then vstart = 0

    Examples:
      | insn                           |
      | vsetvli a2, a0, e8, m1, ta, ma |
      | vsetivli a2, 4, e8, m1, ta, ma |
      | vsetvl a2, a0, a1              |
      | vsetvli x0, x0, e8, m1, ta, ma |

  # An implementation may also raise an illegal-instruction exception instead of setting vill; then all is as before.
  @rule:vtype_vill_set
  Scenario Outline: vsetvl to <vtype>, <what>, is not supported
    Given vl = 5 under e8, m1, tu, mu
    And a0 = 3 and a1 = <vtype> and a2 = 7
    When the hart executes "vsetvl a2, a0, a1"
    Then vtype = 0x8000000000000000 or 0 [vtype_vill_set, vtype_vill_sz]
    And vl = 0 or 5 [vtype_vstart_op]
    And a2 = 0 or 7 [vtype_vstart_op]
    And nothing else changes but vs

    Examples:
      | vtype              | what                  |
      | 0x8000000000000000 | vill                  |
      | 0x8000000000000010 | vill with a good type |
      | 0x100              | bit 8                 |
      | 0x200              | bit 9                 |
      | 0x400              | bit 10                |
      | 0x800              | bit 11                |
      | 0x1000             | bit 12                |
      | 0x8000             | bit 15                |
      | 0x80000000         | bit 31                |
      | 0x100000000        | bit 32                |
      | 0x4000000000000000 | bit 62                |
      | 0x20               | vsew 100              |
      | 0x28               | vsew 101              |
      | 0x30               | vsew 110              |
      | 0x38               | vsew 111              |
      | 0x04               | vlmul 100             |
      | 0xdc               | vlmul 100 with SEW 64 |

  @rule:vtype_vill_op
  Scenario Outline: After vill "<insn>" is illegal, and leaves vstart
    Given vtype = 0x8000000000000000 and vl = 0 and vstart = 3
    And a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken [vtype_vill_op]
    And nothing changes [vtype_vill_op, vstart_unmodified]

    Examples:
      | insn                    |
      | vadd.vv v8, v16, v24    |
      | vadd.vi v8, v16, 1      |
      | vmul.vx v8, v16, a1     |
      | vmand.mm v8, v16, v24   |
      | vmseq.vv v8, v16, v24   |
      | vcpop.m a2, v16         |
      | vfirst.m a2, v16        |
      | vmv.x.s a2, v16         |
      | vmv.s.x v8, a1          |
      | vmv.v.i v8, 1           |
      | vid.v v8                |
      | vslideup.vi v8, v16, 1  |
      | vredsum.vs v8, v16, v24 |
      | vle8.v v8, (a1)         |
      | vse8.v v8, (a1)         |
      | vle8ff.v v8, (a1)       |
      | vlm.v v8, (a1)          |
      | vsm.v v8, (a1)          |
      | vlse16.v v8, (a1), x0   |
      | vluxei8.v v8, (a1), v16 |
      | vlseg2e8.v v8, (a1)     |

  @rule:vtype_vill_op
  Scenario Outline: "<insn>" does not depend on vtype, and works after vill
    Given vtype = 0x8000000000000000 and vl = 0 and vstart = 0
    And a0 = 4 and a1 = test data
    When the hart executes "<insn>"
    Then no trap is taken
    And <result>

    Examples:
      | insn                            | result                     |
      | vsetvli a2, a0, e32, m1, ta, ma | vl = 4 and vtype = 0xd0    |
      | vsetivli a2, 4, e32, m1, ta, ma | vl = 4 and vtype = 0xd0    |
      | vl1re8.v v8, (a1)               | vtype = 0x8000000000000000 |
      | vl1re64.v v8, (a1)              | vtype = 0x8000000000000000 |
      | vs1r.v v8, (a1)                 | vtype = 0x8000000000000000 |
      | csrr a2, vl                     | a2 = 0                     |
      | csrr a2, vtype                  | a2 = 0x8000000000000000    |

  @rule:vtype_op
  Scenario Outline: "vsetivli x0, 2, <type>" makes vadd.vi add to elements of <sew> bits
    Given vl = 4 under e8, m1, tu, mu
    And v8 = e64: -1 -1
    When the hart executes "vsetivli x0, 2, <type>, m1, tu, mu; vadd.vi v8, v8, 1"
    Then v8 = e64: <low> <high> [vtype_op, vtype_vsew_op, vl_op]
    And nothing else changes but vs and vl and vtype

    Examples:
      | type | sew | low                | high |
      | e8   | 8   | 0xffffffffffff0000 | -1   |
      | e16  | 16  | 0xffffffff00000000 | -1   |
      | e32  | 32  | 0                  | -1   |
      | e64  | 64  | 0                  | 0    |
