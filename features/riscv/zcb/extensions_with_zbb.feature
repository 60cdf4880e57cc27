@ext:Zcb @ext:Zbb
Feature: Compressed sign and zero extension
  They exist where Zbb does, whose instructions they stand for.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a0"
    Then a0 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn     | a                  | result             | rule        |
      | c.sext.b | 0x7f               | 0x7f               | c-sext-b_op |
      | c.sext.b | 0x80               | 0xffffffffffffff80 | c-sext-b_op |
      | c.sext.b | 0xffffffffffffff7f | 0x7f               | c-sext-b_op |
      | c.sext.b | 0x123456789abcdef0 | 0xfffffffffffffff0 | c-sext-b_op |
      | c.zext.h | 0x7fff             | 0x7fff             | c-zext-h_op |
      | c.zext.h | 0x8000             | 0x8000             | c-zext-h_op |
      | c.zext.h | 0xffffffffffffffff | 0xffff             | c-zext-h_op |
      | c.zext.h | 0xffffffffffff0000 | 0                  | c-zext-h_op |
      | c.sext.h | 0x7fff             | 0x7fff             | c-sext-h_op |
      | c.sext.h | 0x8000             | 0xffffffffffff8000 | c-sext-h_op |
      | c.sext.h | 0xffffffffffff7fff | 0x7fff             | c-sext-h_op |
      | c.sext.h | 0x18000            | 0xffffffffffff8000 | c-sext-h_op |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a5 = 0xfedcba9887654321
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>" [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code   | meaning       | rule        |
      | 0x9d65 | sext.b a0, a0 | c-sext-b_op |
      | 0x9fe5 | sext.b a5, a5 | c-sext-b_op |
      | 0x9d69 | zext.h a0, a0 | c-zext-h_op |
      | 0x9fe9 | zext.h a5, a5 | c-zext-h_op |
      | 0x9d6d | sext.h a0, a0 | c-sext-h_op |
      | 0x9fed | sext.h a5, a5 | c-sext-h_op |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | c.sext.b |
      | c.zext.h |
      | c.sext.h |
