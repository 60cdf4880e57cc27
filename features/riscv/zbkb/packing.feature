@ext:Zbkb
Feature: Packing
  The low halves of two registers become one doubleword, their low bytes one halfword, or their low
  halfwords one word, which is sign-extended. rs1 comes first, in the low bits.

  Scenario Outline: <insn> of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: rs1 lies below rs2
      | insn  | a                  | b                  | result             | rules    |
      | pack  | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x765432109abcdef0 | pack_op  |
      | packh | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x10f0             | packh_op |
      | packw | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x3210def0         | packw_op |

    Examples: the upper bits of both make no difference
      | insn  | a                  | b                  | result             | rules    |
      | pack  | 0xdeadbeef00000001 | 0xffffffff80000000 | 0x8000000000000001 | pack_op  |
      | pack  | 0xffffffff00000000 | 0xffffffff00000000 | 0                  | pack_op  |
      | packh | 0xffffffffffffff01 | 0xffffffffffffff80 | 0x8001             | packh_op |
      | packh | 0x1234567890abcd00 | 0xffffffffffffff00 | 0                  | packh_op |
      | packw | 0xffffffffffff0001 | 0xffffffffffff7fff | 0x7fff0001         | packw_op |
      | packw | 0xdeadbeefdead0000 | 0xdeadbeefdead0000 | 0                  | packw_op |

    Examples: only packw extends a sign
      | insn  | a          | b          | result             | rules    |
      | pack  | 0x80000000 | 0x80000000 | 0x8000000080000000 | pack_op  |
      | packh | 0x80       | 0x80       | 0x8080             | packh_op |
      | packw | 0x8000     | 0x8000     | 0xffffffff80008000 | packw_op |
      | packw | 0xffff     | 0x7fff     | 0x7fffffff         | packw_op |
      | packw | 0          | 0x8000     | 0xffffffff80000000 | packw_op |
      | packh | 0xff       | 0xff       | 0xffff             | packh_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | pack  |
      | packh |
      | packw |
