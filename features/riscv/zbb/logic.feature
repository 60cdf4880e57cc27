@ext:Zbb|Zbkb
Feature: Logic with an inverted operand
  The operand that is inverted is rs2; of xnor, the result is.

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: it is rs2 that is inverted
      | insn | a                  | b                  | result             | rules   |
      | andn | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0x0000ff000000ff00 | andn_op |
      | andn | 0                  | 0                  | 0                  | andn_op |
      | andn | 0xffffffffffffffff | 0                  | 0xffffffffffffffff | andn_op |
      | andn | 0                  | 0xffffffffffffffff | 0                  | andn_op |
      | andn | 0xffffffffffffffff | 0xffffffffffffffff | 0                  | andn_op |
      | andn | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x0020446088a8cce0 | andn_op |
      | andn | 0xffffffff         | 0x80000000         | 0x7fffffff         | andn_op |
      | orn  | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0xff00ffffff00ffff | orn_op  |
      | orn  | 0                  | 0                  | 0xffffffffffffffff | orn_op  |
      | orn  | 0xffffffffffffffff | 0                  | 0xffffffffffffffff | orn_op  |
      | orn  | 0                  | 0xffffffffffffffff | 0                  | orn_op  |
      | orn  | 0xffffffffffffffff | 0xffffffffffffffff | 0xffffffffffffffff | orn_op  |
      | orn  | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x1337577f9bbfdfff | orn_op  |
      | orn  | 0xffffffff         | 0x80000000         | 0xffffffffffffffff | orn_op  |
      | xnor | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0xff0000ffff0000ff | xnor_op |
      | xnor | 0                  | 0                  | 0xffffffffffffffff | xnor_op |
      | xnor | 0xffffffffffffffff | 0                  | 0                  | xnor_op |
      | xnor | 0                  | 0xffffffffffffffff | 0                  | xnor_op |
      | xnor | 0xffffffffffffffff | 0xffffffffffffffff | 0xffffffffffffffff | xnor_op |
      | xnor | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x1317131f1317131f | xnor_op |
      | xnor | 0xffffffff         | 0x80000000         | 0xffffffff80000000 | xnor_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | andn |
      | orn  |
      | xnor |
