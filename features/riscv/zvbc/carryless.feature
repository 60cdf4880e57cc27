@ext:Zvbc
Feature: Vector carry-less multiplication
  Elements of 64 bits are polynomials over GF(2); a product has 127 bits, one instruction for each half.

  Scenario Outline: <insn>.vv of <a> and <b> gives <result>
    Given vl = 4 under e64, m2, tu, mu
    And v8 = e64: <a>
    And v16 = e64: <b>
    When the hart executes "<insn>.vv v24, v8, v16"
    Then v24 = e64: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn    | a                                                          | b                                                                   | result                                                     | rules      |
      | vclmul  | 1 0xffffffffffffffff 0x123456789abcdef0 0x8000000000000000 | 2 0xffffffffffffffff 0xfedcba9876543210 0x8000000000000000          | 2 0x5555555555555555 0xa0789828c810f00 0                   | vclmul_op  |
      | vclmul  | 0x7b5b546573745665 0xffffffff00000000 3 0                  | 0x63746f725d53475d 0xffffffff 0x8000000000000000 0xffffffffffffffff | 0x3e00dba05bd238c9 0x5555555500000000 0x8000000000000000 0 | vclmul_op  |
      | vclmulh | 1 0xffffffffffffffff 0x123456789abcdef0 0x8000000000000000 | 2 0xffffffffffffffff 0xfedcba9876543210 0x8000000000000000          | 0 0x5555555555555555 0xe038d8688850b04 0x4000000000000000  | vclmulh_op |
      | vclmulh | 0x7b5b546573745665 0xffffffff00000000 3 0                  | 0x63746f725d53475d 0xffffffff 0x8000000000000000 0xffffffffffffffff | 0x1127a41fdf07af62 0x55555555 1 0                          | vclmulh_op |

  Scenario Outline: <insn>.vx of <a> and the register <b> gives <result>
    Given vl = 4 under e64, m2, tu, mu
    And v8 = e64: <a>
    And a0 = <b>
    When the hart executes "<insn>.vx v24, v8, a0"
    Then v24 = e64: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and v25 and vs [<rules>]

    Examples:
      | insn    | a                                                          | b                  | result                                                                      | rules      |
      | vclmul  | 1 0xffffffffffffffff 5 0x8000000000000000                  | 0x8000000000000001 | 0x8000000000000001 0x7fffffffffffffff 0x8000000000000005 0x8000000000000000 | vclmul_op  |
      | vclmul  | 1 0xffffffffffffffff 0x123456789abcdef0 0x8000000000000000 | 0xfedcba9876543210 | 0xfedcba9876543210 0x55b469882dcc11f0 0xa0789828c810f00 0                   | vclmul_op  |
      | vclmulh | 1 0xffffffffffffffff 5 0x8000000000000000                  | 0x8000000000000001 | 0 0x7fffffffffffffff 2 0x4000000000000000                                   | vclmulh_op |
      | vclmulh | 1 0xffffffffffffffff 0x123456789abcdef0 0x8000000000000000 | 0xfedcba9876543210 | 0 0x55b469882dcc11f0 0xe038d8688850b04 0x7f6e5d4c3b2a1908                   | vclmulh_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vclmul.vv  |
      | vclmul.vx  |
      | vclmulh.vv |
      | vclmulh.vx |
