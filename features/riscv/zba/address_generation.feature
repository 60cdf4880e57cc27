@ext:Zba
Feature: Address generation
  An index, scaled by 1, 2, 4 or 8, is added to a base: the index is in rs1 and the base in rs2. Where
  the name ends in .uw the index is an unsigned word. What does not fit in 64 bits is lost.

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the index is scaled, the base is not
      | insn   | a                  | b                  | result             | rules     |
      | sh1add | 5                  | 0x3e8              | 0x3f2              | sh1add_op |
      | sh2add | 5                  | 0x3e8              | 0x3fc              | sh2add_op |
      | sh3add | 5                  | 0x3e8              | 0x410              | sh3add_op |
      | sh1add | 0x3e8              | 5                  | 0x7d5              | sh1add_op |
      | sh2add | 0x3e8              | 5                  | 0xfa5              | sh2add_op |
      | sh3add | 0x3e8              | 5                  | 0x1f45             | sh3add_op |
      | sh1add | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x23456789abcdeff0 | sh1add_op |
      | sh2add | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x47ae147ae147add0 | sh2add_op |
      | sh3add | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x907f6e5d4c3b2990 | sh3add_op |
      | sh1add | 0                  | 0x8000000000000000 | 0x8000000000000000 | sh1add_op |
      | sh2add | 0                  | 0xffffffffffffffff | 0xffffffffffffffff | sh2add_op |
      | sh3add | 0xffffffffffffffff | 0                  | 0xfffffffffffffff8 | sh3add_op |

    Examples: an index that is negative counts downwards
      | insn   | a                  | b                  | result             | rules     |
      | sh1add | 0xffffffffffffffff | 0x64               | 98                 | sh1add_op |
      | sh2add | 0xffffffffffffffff | 0x64               | 96                 | sh2add_op |
      | sh3add | 0xffffffffffffffff | 0x64               | 92                 | sh3add_op |
      | sh1add | 0xffffffff80000000 | 0x0000000400000000 | 0x0000000300000000 | sh1add_op |
      | sh2add | 0xffffffff80000000 | 0x0000000400000000 | 0x0000000200000000 | sh2add_op |
      | sh3add | 0xffffffff80000000 | 0x0000000400000000 | 0                  | sh3add_op |

    Examples: bits that leave at the top are lost
      | insn   | a                  | b                  | result             | rules     |
      | sh1add | 0x8000000000000000 | 7                  | 7                  | sh1add_op |
      | sh2add | 0xc000000000000000 | 7                  | 7                  | sh2add_op |
      | sh3add | 0xe000000000000000 | 7                  | 7                  | sh3add_op |
      | sh1add | 0x7fffffffffffffff | 0xffffffffffffffff | 0xfffffffffffffffd | sh1add_op |
      | sh2add | 0x6000000000000001 | 0x8000000000000000 | 4                  | sh2add_op |
      | sh3add | 0x2fffffffffffffff | 0x8000000000000008 | 0                  | sh3add_op |

    Examples: an unsigned word as index: its upper half makes no difference, its sign bit is no sign
      | insn      | a                  | b                  | result             | rules                                      |
      | add.uw    | 0xffffffff80000000 | 0                  | 0x80000000         | add_uw_op, bitmanip_uw_suffix_semantics    |
      | add.uw    | 0xdeadbeef00000001 | 0x64               | 0x65               | add_uw_op, bitmanip_uw_suffix_semantics    |
      | add.uw    | 0xffffffff         | 1                  | 0x0000000100000000 | add_uw_op, bitmanip_uw_suffix_semantics    |
      | add.uw    | 0xffffffffffffffff | 0xffffffffffffffff | 0xfffffffe         | add_uw_op, bitmanip_uw_suffix_semantics    |
      | sh1add.uw | 0xffffffff80000000 | 0                  | 0x0000000100000000 | sh1add_uw_op, bitmanip_uw_suffix_semantics |
      | sh1add.uw | 0xdeadbeef00000001 | 0x64               | 0x66               | sh1add_uw_op, bitmanip_uw_suffix_semantics |
      | sh1add.uw | 0xffffffff         | 1                  | 0x00000001ffffffff | sh1add_uw_op, bitmanip_uw_suffix_semantics |
      | sh1add.uw | 0xffffffffffffffff | 0xffffffffffffffff | 0x00000001fffffffd | sh1add_uw_op, bitmanip_uw_suffix_semantics |
      | sh2add.uw | 0xffffffff80000000 | 0                  | 0x0000000200000000 | sh2add_uw_op, bitmanip_uw_suffix_semantics |
      | sh2add.uw | 0xdeadbeef00000001 | 0x64               | 0x68               | sh2add_uw_op, bitmanip_uw_suffix_semantics |
      | sh2add.uw | 0xffffffff         | 1                  | 0x00000003fffffffd | sh2add_uw_op, bitmanip_uw_suffix_semantics |
      | sh2add.uw | 0xffffffffffffffff | 0xffffffffffffffff | 0x00000003fffffffb | sh2add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0xffffffff80000000 | 0                  | 0x0000000400000000 | sh3add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0xdeadbeef00000001 | 0x64               | 0x6c               | sh3add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0xffffffff         | 1                  | 0x00000007fffffff9 | sh3add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0xffffffffffffffff | 0xffffffffffffffff | 0x00000007fffffff7 | sh3add_uw_op, bitmanip_uw_suffix_semantics |

    Examples: the base of an unsigned word is not cut
      | insn      | a                  | b                  | result             | rules                                      |
      | add.uw    | 1                  | 0xffffffff         | 0x0000000100000000 | add_uw_op, bitmanip_uw_suffix_semantics    |
      | add.uw    | 0xffffffff         | 0xffffffff00000001 | 0                  | add_uw_op, bitmanip_uw_suffix_semantics    |
      | add.uw    | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xfedcba9911111100 | add_uw_op, bitmanip_uw_suffix_semantics    |
      | sh1add.uw | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xfedcba99abcdeff0 | sh1add_uw_op, bitmanip_uw_suffix_semantics |
      | sh2add.uw | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xfedcba9ae147add0 | sh2add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xfedcba9d4c3b2990 | sh3add_uw_op, bitmanip_uw_suffix_semantics |
      | sh3add.uw | 0x20000000         | 0xffffffff00000000 | 0                  | sh3add_uw_op, bitmanip_uw_suffix_semantics |

  Scenario Outline: slli.uw of <a> by <amount> gives <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0, <amount>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the shifted word keeps all of its bits up to bit 63
      | insn    | a                  | amount | result             | rules                                    |
      | slli.uw | 0xffffffff80000001 | 0      | 0x80000001         | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffff80000001 | 1      | 0x0000000100000002 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffff80000001 | 31     | 0x4000000080000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffff80000001 | 32     | 0x8000000100000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffff80000001 | 33     | 0x0000000200000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffff80000001 | 63     | 0x8000000000000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffffffffffff | 0      | 0xffffffff         | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffffffffffff | 16     | 0x0000ffffffff0000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffffffffffff | 32     | 0xffffffff00000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xffffffffffffffff | 48     | 0xffff000000000000 | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0x0000000100000000 | 0      | 0                  | slli_uw_op, bitmanip_uw_suffix_semantics |
      | slli.uw | 0xdeadbeef00000000 | 5      | 0                  | slli_uw_op, bitmanip_uw_suffix_semantics |

  @rule:add_uw_op @rule:bitmanip_uw_suffix_semantics
  Scenario Outline: Adding an unsigned word to zero is zext.w of <value>
    Given a0 = <value>
    When the hart executes "add.uw a2, a0, x0"
    Then a2 = <result>
    And nothing else changes

    Examples:
      | value              | result     |
      | 0xffffffffffffffff | 0xffffffff |
      | 0x8000000080000000 | 0x80000000 |
      | 0xffffffff00000000 | 0          |

  @rule:bitmanip_uw_suffix_semantics
  Scenario Outline: <insn> does not see the upper half of rs1
    Given a0 = 0xdeadbeef8badf00d and a1 = 0x123456789abcdef0 and a3 = 0x000000008badf00d
    When the hart executes "<insn> a2, a0, <other>; <insn> a4, a3, <other>"
    Then a2 = a4
    And nothing else changes but a4

    Examples:
      | insn      | other |
      | add.uw    | a1    |
      | sh1add.uw | a1    |
      | sh2add.uw | a1    |
      | sh3add.uw | a1    |
      | slli.uw   | 17    |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0xffffffff80000001 and a1 = 0x3e8
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning              | result             | encoding      | operation    |
      | 0x08b5063b | add.uw a2, a0, a1    | 0x800003e9         | add_uw_enc    | add_uw_op    |
      | 0x20b52633 | sh1add a2, a0, a1    | 0xffffffff000003ea | sh1add_enc    | sh1add_op    |
      | 0x20b54633 | sh2add a2, a0, a1    | 0xfffffffe000003ec | sh2add_enc    | sh2add_op    |
      | 0x20b56633 | sh3add a2, a0, a1    | 0xfffffffc000003f0 | sh3add_enc    | sh3add_op    |
      | 0x20b5263b | sh1add.uw a2, a0, a1 | 0x00000001000003ea | sh1add_uw_enc | sh1add_uw_op |
      | 0x20b5463b | sh2add.uw a2, a0, a1 | 0x00000002000003ec | sh2add_uw_enc | sh2add_uw_op |
      | 0x20b5663b | sh3add.uw a2, a0, a1 | 0x00000004000003f0 | sh3add_uw_enc | sh3add_uw_op |
      | 0x0875161b | slli.uw a2, a0, 7    | 0x0000004000000080 | slli_uw_enc   | slli_uw_op   |
      | 0x0a85161b | slli.uw a2, a0, 40   | 0x0000010000000000 | slli_uw_enc   | slli_uw_op   |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | add.uw    |
      | sh1add    |
      | sh2add    |
      | sh3add    |
      | sh1add.uw |
      | sh2add.uw |
      | sh3add.uw |
      | slli.uw   |
