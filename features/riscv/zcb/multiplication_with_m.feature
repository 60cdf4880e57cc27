@ext:Zcb @ext:M
Feature: Compressed multiplication
  It exists where M does, and gives the low 64 bits of the product.

  Scenario Outline: c.mul of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "c.mul a0, a1"
    Then a0 = <result> [c-mul_op]
    And no trap is taken [c-mul_op]
    And nothing else changes [c-mul_op]

    Examples:
      | a                  | b                  | result             |
      | 3                  | 5                  | 15                 |
      | 0xffffffffffffffff | 7                  | 0xfffffffffffffff9 |
      | 0xffffffffffffffff | 0xffffffffffffffff | 1                  |
      | 0x8000000000000000 | 2                  | 0                  |
      | 0x8000000000000000 | 0x8000000000000000 | 0                  |
      | 0xffffffff         | 0xffffffff         | 0xfffffffe00000001 |
      | 0x0000000100000000 | 0x0000000100000000 | 0                  |
      | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x236d88fe5618cf00 |
      | 0                  | 0xffffffffffffffff | 0                  |

  @rule:c-mul_op
  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 3 and a5 = -7
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>"
    And no trap is taken

    Examples:
      | code   | meaning        |
      | 0x9d4d | mul a0, a0, a1 |
      | 0x9fc9 | mul a5, a5, a0 |
      | 0x9d49 | mul a0, a0, a0 |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | c.mul |
