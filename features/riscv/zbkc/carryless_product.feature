@ext:Zbkc
Feature: Carry-less multiplication
  The product of two polynomials over GF(2) of 64 bits has 127: sums are exclusive ors. clmul gives the
  low 64 of 128 bits and clmulh the high 64, of which the first is always zero.

  Scenario Outline: <insn> of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the low half
      | insn  | a                  | b                  | result             | rules                              |
      | clmul | 3                  | 3                  | 5                  | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 1                  | 0x8000000000000000 | 0x8000000000000000 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 2                  | 0x8000000000000000 | 0                  | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0xffffffffffffffff | 0xffffffffffffffff | 0x5555555555555555 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0xffffffffffffffff | 2                  | 0xfffffffffffffffe | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0x8000000000000000 | 0x8000000000000000 | 0                  | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0x8000000000000000 | 1                  | 0x8000000000000000 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0xffffffff         | 0xffffffff         | 0x5555555555555555 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0x0000000100000000 | 0x0000000100000000 | 0                  | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x0a0789828c810f00 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0x5555555555555555 | 0xaaaaaaaaaaaaaaaa | 0x2222222222222222 | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0                  | 0xffffffffffffffff | 0                  | clmul_op, zbc_clmul_clmulh_results |
      | clmul | 0xffffffffffffffff | 1                  | 0xffffffffffffffff | clmul_op, zbc_clmul_clmulh_results |

    Examples: the high half
      | insn   | a                  | b                  | result             | rules                               |
      | clmulh | 3                  | 3                  | 0                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 1                  | 0x8000000000000000 | 0                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 2                  | 0x8000000000000000 | 1                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0xffffffffffffffff | 0xffffffffffffffff | 0x5555555555555555 | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0xffffffffffffffff | 2                  | 1                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0x8000000000000000 | 0x8000000000000000 | 0x4000000000000000 | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0x8000000000000000 | 1                  | 0                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0xffffffff         | 0xffffffff         | 0                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0x0000000100000000 | 0x0000000100000000 | 1                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x0e038d8688850b04 | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0x5555555555555555 | 0xaaaaaaaaaaaaaaaa | 0x2222222222222222 | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0                  | 0xffffffffffffffff | 0                  | clmulh_op, zbc_clmul_clmulh_results |
      | clmulh | 0xffffffffffffffff | 1                  | 0                  | clmulh_op, zbc_clmul_clmulh_results |

  @rule:zbc_clmul_clmulh_results
  Scenario Outline: The factors <a> and <b> can change places
    Given a0 = <a> and a1 = <b>
    When the hart executes "clmul a2, a0, a1; clmul a3, a1, a0; clmulh a4, a0, a1; clmulh a5, a1, a0"
    Then a2 = a3 and a4 = a5
    And nothing else changes but a3 and a5

    Examples:
      | a                  | b                  |
      | 0x123456789abcdef0 | 0xfedcba9876543210 |
      | 2^63               | 0xffffffffffffffff |
      | 3                  | 0x8000000000000001 |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning           | result             | encoding   | operation |
      | 0x0ab51633 | clmul a2, a0, a1  | 0x0a0789828c810f00 | clmul_enc  | clmul_op  |
      | 0x0ab53633 | clmulh a2, a0, a1 | 0x0e038d8688850b04 | clmulh_enc | clmulh_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | clmul  |
      | clmulh |
