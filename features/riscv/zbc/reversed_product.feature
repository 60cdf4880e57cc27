@ext:Zbc
Feature: Reversed carry-less multiplication
  clmulr gives bits 126 to 63 of the carry-less product, one bit lower than clmulh: the product of the
  factors with their bits in reverse order, in reverse order.

  Scenario Outline: <insn> of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: bits 126 to 63
      | insn   | a                  | b                  | result             | rules                         |
      | clmulr | 3                  | 3                  | 0                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 1                  | 0x8000000000000000 | 1                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 2                  | 0x8000000000000000 | 2                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0xffffffffffffffff | 0xffffffffffffffff | 0xaaaaaaaaaaaaaaaa | clmulr_op, zbc_clmulr_results |
      | clmulr | 0xffffffffffffffff | 2                  | 3                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | clmulr_op, zbc_clmulr_results |
      | clmulr | 0x8000000000000000 | 1                  | 1                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0xffffffff         | 0xffffffff         | 0                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0x0000000100000000 | 0x0000000100000000 | 2                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x1c071b0d110a1608 | clmulr_op, zbc_clmulr_results |
      | clmulr | 0x5555555555555555 | 0xaaaaaaaaaaaaaaaa | 0x4444444444444444 | clmulr_op, zbc_clmulr_results |
      | clmulr | 0                  | 0xffffffffffffffff | 0                  | clmulr_op, zbc_clmulr_results |
      | clmulr | 0xffffffffffffffff | 1                  | 1                  | clmulr_op, zbc_clmulr_results |

  @rule:clmulr_op @rule:zbc_clmulr_results
  Scenario Outline: clmulr of <a> and <b> is clmulh one bit further to the left
    Given a0 = <a> and a1 = <b>
    When the hart executes
      """
      clmulr a2, a0, a1
      clmulh a3, a0, a1
      clmul a4, a0, a1
      slli a3, a3, 1
      srli a4, a4, 63
      or a3, a3, a4
      """
    Then a2 = a3

    Examples:
      | a                  | b                  |
      | 0x123456789abcdef0 | 0xfedcba9876543210 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
      | 2^63               | 1                  |
      | 2^63               | 2^63               |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning           | result             | encoding   | operation |
      | 0x0ab52633 | clmulr a2, a0, a1 | 0x1c071b0d110a1608 | clmulr_enc | clmulr_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | clmulr |
