@ext:Zbb
Feature: Minimum and maximum
  The result is one of the two sources, whole. max and min compare signed integers, maxu and minu
  unsigned ones.

  Scenario Outline: <insn> of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: signs disagree
      | insn | a                  | b                  | result             | rules   |
      | max  | 1                  | 0xffffffffffffffff | 1                  | max_op  |
      | max  | 0xffffffffffffffff | 1                  | 1                  | max_op  |
      | max  | 0x8000000000000000 | 0x7fffffffffffffff | 0x7fffffffffffffff | max_op  |
      | max  | 0x7fffffffffffffff | 0x8000000000000000 | 0x7fffffffffffffff | max_op  |
      | maxu | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | maxu_op |
      | maxu | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | maxu_op |
      | maxu | 0x8000000000000000 | 0x7fffffffffffffff | 0x8000000000000000 | maxu_op |
      | maxu | 0x7fffffffffffffff | 0x8000000000000000 | 0x8000000000000000 | maxu_op |
      | min  | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | min_op  |
      | min  | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | min_op  |
      | min  | 0x8000000000000000 | 0x7fffffffffffffff | 0x8000000000000000 | min_op  |
      | min  | 0x7fffffffffffffff | 0x8000000000000000 | 0x8000000000000000 | min_op  |
      | minu | 1                  | 0xffffffffffffffff | 1                  | minu_op |
      | minu | 0xffffffffffffffff | 1                  | 1                  | minu_op |
      | minu | 0x8000000000000000 | 0x7fffffffffffffff | 0x7fffffffffffffff | minu_op |
      | minu | 0x7fffffffffffffff | 0x8000000000000000 | 0x7fffffffffffffff | minu_op |

    Examples: signs agree
      | insn | a                  | b                  | result             | rules   |
      | max  | 0xffffffffffffffff | 0xfffffffffffffffe | 0xffffffffffffffff | max_op  |
      | max  | 5                  | 4                  | 5                  | max_op  |
      | maxu | 0xffffffffffffffff | 0xfffffffffffffffe | 0xffffffffffffffff | maxu_op |
      | maxu | 5                  | 4                  | 5                  | maxu_op |
      | min  | 0xffffffffffffffff | 0xfffffffffffffffe | 0xfffffffffffffffe | min_op  |
      | min  | 5                  | 4                  | 4                  | min_op  |
      | minu | 0xffffffffffffffff | 0xfffffffffffffffe | 0xfffffffffffffffe | minu_op |
      | minu | 5                  | 4                  | 4                  | minu_op |

    Examples: doublewords are compared whole, not by a half
      | insn | a                  | b                  | result             | rules   |
      | max  | 0x00000001ffffffff | 0x0000000200000000 | 0x0000000200000000 | max_op  |
      | maxu | 0x00000001ffffffff | 0x0000000200000000 | 0x0000000200000000 | maxu_op |
      | min  | 0x00000001ffffffff | 0x0000000200000000 | 0x00000001ffffffff | min_op  |
      | minu | 0x00000001ffffffff | 0x0000000200000000 | 0x00000001ffffffff | minu_op |
      | max  | 0xffffffff         | 0xffffffffffffffff | 0xffffffff         | max_op  |
      | maxu | 0xffffffff         | 0xffffffffffffffff | 0xffffffffffffffff | maxu_op |
      | min  | 0xffffffff         | 0xffffffffffffffff | 0xffffffffffffffff | min_op  |
      | minu | 0xffffffff         | 0xffffffffffffffff | 0xffffffff         | minu_op |
      | min  | 0x80000000         | 0x7fffffff         | 0x7fffffff         | min_op  |
      | max  | 0x80000000         | 0x7fffffff         | 0x80000000         | max_op  |

    Examples: both are the same
      | insn | a                  | b                  | result             | rules   |
      | max  | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | max_op  |
      | maxu | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | maxu_op |
      | min  | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | min_op  |
      | minu | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | minu_op |

  Scenario Outline: <insn> <rd>, a0, a1 replaces <a> or <b> by <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> <rd>, a0, a1"
    Then <rd> = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples: the destination is a source
      | insn | rd | a                  | b                  | result             | rule    |
      | max  | a0 | 1                  | 0xffffffffffffffff | 1                  | max_op  |
      | max  | a0 | 0xffffffffffffffff | 1                  | 1                  | max_op  |
      | max  | a1 | 1                  | 0xffffffffffffffff | 1                  | max_op  |
      | max  | a1 | 0xffffffffffffffff | 1                  | 1                  | max_op  |
      | maxu | a0 | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | maxu_op |
      | maxu | a0 | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | maxu_op |
      | maxu | a1 | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | maxu_op |
      | maxu | a1 | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | maxu_op |
      | min  | a0 | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | min_op  |
      | min  | a0 | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | min_op  |
      | min  | a1 | 1                  | 0xffffffffffffffff | 0xffffffffffffffff | min_op  |
      | min  | a1 | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | min_op  |
      | minu | a0 | 1                  | 0xffffffffffffffff | 1                  | minu_op |
      | minu | a0 | 0xffffffffffffffff | 1                  | 1                  | minu_op |
      | minu | a1 | 1                  | 0xffffffffffffffff | 1                  | minu_op |
      | minu | a1 | 0xffffffffffffffff | 1                  | 1                  | minu_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | max  |
      | maxu |
      | min  |
      | minu |
