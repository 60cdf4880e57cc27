@ext:Zcb @ext:Zba
Feature: Compressed zero extension of a word
  It exists where Zba does: it stands for add.uw with zero.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a0"
    Then a0 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn     | a                  | result     | rule        |
      | c.zext.w | 0x7fffffff         | 0x7fffffff | c-zext-w_op |
      | c.zext.w | 0x80000000         | 0x80000000 | c-zext-w_op |
      | c.zext.w | 0xffffffffffffffff | 0xffffffff | c-zext-w_op |
      | c.zext.w | 0xffffffff00000000 | 0          | c-zext-w_op |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a5 = 0xfedcba9887654321
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>" [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code   | meaning           | rule        |
      | 0x9d71 | add.uw a0, a0, x0 | c-zext-w_op |
      | 0x9ff1 | add.uw a5, a5, x0 | c-zext-w_op |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | c.zext.w |
