@ext:Zcb
Feature: Compressed inversion and the zero extension of a byte
  Destination and source are one register, of x8 to x15.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a0"
    Then a0 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn     | a                  | result             | rule        |
      | c.zext.b | 0x7f               | 0x7f               | c-zext-b_op |
      | c.zext.b | 0x80               | 0x80               | c-zext-b_op |
      | c.zext.b | 0xffffffffffffffff | 0xff               | c-zext-b_op |
      | c.zext.b | 0x123456789abcdef0 | 0xf0               | c-zext-b_op |
      | c.zext.b | 0xffffffffffffff00 | 0                  | c-zext-b_op |
      | c.not    | 0                  | 0xffffffffffffffff | c-not_op    |
      | c.not    | 0xffffffffffffffff | 0                  | c-not_op    |
      | c.not    | 0x123456789abcdef0 | 0xedcba9876543210f | c-not_op    |
      | c.not    | 0x80000000         | 0xffffffff7fffffff | c-not_op    |
      | c.not    | 1                  | 0xfffffffffffffffe | c-not_op    |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | c.zext.b |
      | c.not    |
