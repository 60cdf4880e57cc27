@ext:Zbb
Feature: Counting bits
  Leading zeros are counted from the most significant bit, trailing zeros from the least. Of zero,
  every bit is one: 64, or 32 of a word, of which the upper half of the register is no part.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: there is no bit to find
      | insn  | a | result | rules                                 |
      | clz   | 0 | 64     | clz_op                                |
      | ctz   | 0 | 64     | ctz_op                                |
      | cpop  | 0 | 0      | cpop_op                               |
      | clzw  | 0 | 32     | clzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0 | 32     | ctzw_op, bitmanip_w_suffix_semantics  |
      | cpopw | 0 | 0      | cpopw_op, bitmanip_w_suffix_semantics |

    Examples: every bit is set
      | insn  | a                  | result | rules                                 |
      | clz   | 0xffffffffffffffff | 0      | clz_op                                |
      | ctz   | 0xffffffffffffffff | 0      | ctz_op                                |
      | cpop  | 0xffffffffffffffff | 64     | cpop_op                               |
      | clzw  | 0xffffffffffffffff | 0      | clzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0xffffffffffffffff | 0      | ctzw_op, bitmanip_w_suffix_semantics  |
      | cpopw | 0xffffffffffffffff | 32     | cpopw_op, bitmanip_w_suffix_semantics |

    Examples: leading zeros
      | insn | a                  | result | rules  |
      | clz  | 1                  | 63     | clz_op |
      | clz  | 2                  | 62     | clz_op |
      | clz  | 0x80000000         | 32     | clz_op |
      | clz  | 0xffffffff         | 32     | clz_op |
      | clz  | 0x0000000100000000 | 31     | clz_op |
      | clz  | 0x7fffffffffffffff | 1      | clz_op |
      | clz  | 0x8000000000000000 | 0      | clz_op |
      | clz  | 0x0000800000000000 | 16     | clz_op |
      | clz  | 0x01fdb97530eca864 | 7      | clz_op |

    Examples: trailing zeros
      | insn | a                  | result | rules  |
      | ctz  | 1                  | 0      | ctz_op |
      | ctz  | 2                  | 1      | ctz_op |
      | ctz  | 12                 | 2      | ctz_op |
      | ctz  | 0x80000000         | 31     | ctz_op |
      | ctz  | 0x0000000100000000 | 32     | ctz_op |
      | ctz  | 0x8000000000000000 | 63     | ctz_op |
      | ctz  | 0xfffffffffffffffe | 1      | ctz_op |
      | ctz  | 0xfffffffe00000000 | 33     | ctz_op |
      | ctz  | 0x123456789abcdef0 | 4      | ctz_op |

    Examples: set bits
      | insn | a                  | result | rules   |
      | cpop | 1                  | 1      | cpop_op |
      | cpop | 0x8000000000000000 | 1      | cpop_op |
      | cpop | 0x8000000000000001 | 2      | cpop_op |
      | cpop | 0xffffffff         | 32     | cpop_op |
      | cpop | 0xffffffff00000000 | 32     | cpop_op |
      | cpop | 0x5555555555555555 | 32     | cpop_op |
      | cpop | 0xaaaaaaaaaaaaaaaa | 32     | cpop_op |
      | cpop | 0x7fffffffffffffff | 63     | cpop_op |
      | cpop | 0x123456789abcdef0 | 32     | cpop_op |

    Examples: a word counts alone, whatever lies above it
      | insn  | a                  | result | rules                                 |
      | clzw  | 0xffffffff00000000 | 32     | clzw_op, bitmanip_w_suffix_semantics  |
      | clzw  | 0xffffffff00000001 | 31     | clzw_op, bitmanip_w_suffix_semantics  |
      | clzw  | 1                  | 31     | clzw_op, bitmanip_w_suffix_semantics  |
      | clzw  | 0x7fffffff         | 1      | clzw_op, bitmanip_w_suffix_semantics  |
      | clzw  | 0x80000000         | 0      | clzw_op, bitmanip_w_suffix_semantics  |
      | clzw  | 0x1234567800010000 | 15     | clzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0xffffffff00000000 | 32     | ctzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0x0000000100000000 | 32     | ctzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0x80000000         | 31     | ctzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0xffffffff80000000 | 31     | ctzw_op, bitmanip_w_suffix_semantics  |
      | ctzw  | 0x1234567800010000 | 16     | ctzw_op, bitmanip_w_suffix_semantics  |
      | cpopw | 0xffffffff00000000 | 0      | cpopw_op, bitmanip_w_suffix_semantics |
      | cpopw | 0xffffffff         | 32     | cpopw_op, bitmanip_w_suffix_semantics |
      | cpopw | 0x80000000         | 1      | cpopw_op, bitmanip_w_suffix_semantics |
      | cpopw | 0xffffffff80000001 | 2      | cpopw_op, bitmanip_w_suffix_semantics |
      | cpopw | 0x5555555555555555 | 16     | cpopw_op, bitmanip_w_suffix_semantics |

  @rule:bitmanip_w_suffix_semantics
  Scenario Outline: <insn> does not see the upper half of its source
    Given a0 = 0xdeadbeef00a5f000 and a3 = 0x0000000000a5f000 and a4 = 0xffffffff00a5f000
    When the hart executes "<insn> a2, a0; <insn> a5, a3; <insn> a6, a4"
    Then a2 = a5 and a5 = a6
    And nothing else changes but a5 and a6

    Examples:
      | insn  |
      | clzw  |
      | ctzw  |
      | cpopw |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | clz   |
      | clzw  |
      | ctz   |
      | ctzw  |
      | cpop  |
      | cpopw |
