@ext:Zbkx
Feature: Crossbar permutations
  rs1 is a table of bytes or of 4-bit elements, rs2 holds indexes into it. A register has eight bytes:
  the indexes from 8 to 255 give zero. It has sixteen 4-bit elements, which all indexes reach.

  Scenario Outline: <insn> of table <a> at indexes <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: a byte for every index
      | insn   | a                  | b                  | result             | rules                                                      |
      | xperm8 | 0x8877665544332211 | 0x0706050403020100 | 0x8877665544332211 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x0001020304050607 | 0x1122334455667788 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0                  | 0x1111111111111111 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x0707070707070707 | 0x8888888888888888 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x0203020302030203 | 0x3344334433443344 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |

    Examples: indexes outside of the table of bytes
      | insn   | a                  | b                  | result             | rules                                                      |
      | xperm8 | 0x8877665544332211 | 0x0808080808080808 | 0                  | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x0f0e0d0c0b0a0908 | 0                  | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x8081828384858687 | 0                  | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x1011121314151617 | 0                  | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0xff07ff06ff05ff04 | 0x0088007700660055 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x8000000000000000 | 0x0011111111111111 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0x8877665544332211 | 0x4702000000000008 | 0x0033111111111100 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0xffffffffffffffff | 0x708              | 0xffffffffffffff00 | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm8 | 0xffffffffffffffff | 0x0080ff4020100807 | 0xff000000000000ff | xperm8_op, zbkx_lookup_table_model, zbkx_indexing_behavior |

    Examples: a 4-bit element for every index
      | insn   | a                  | b                  | result             | rules                                                      |
      | xperm4 | 0xfedcba9876543210 | 0                  | 0                  | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0xfedcba9876543210 | 0xfedcba9876543210 | 0xfedcba9876543210 | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0xfedcba9876543210 | 0x0123456789abcdef | 0x0123456789abcdef | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0xfedcba9876543210 | 0xffffffffffffffff | 0xffffffffffffffff | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0xfedcba9876543210 | 0x8888888877777777 | 0x8888888877777777 | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0x8000000000000001 | 0xf00000000000000f | 0x8111111111111118 | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0x8000000000000001 | 0x0fffffffffffffff | 0x1888888888888888 | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0x8000000000000001 | 0x1111111111111111 | 0                  | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |
      | xperm4 | 0x8000000000000001 | 0x0e1f2d3c4b5a6978 | 0x1008000000000000 | xperm4_op, zbkx_lookup_table_model, zbkx_indexing_behavior |

  @rule:zbkx_lookup_table_model
  Scenario: A 4-bit S-box is one table lookup
    The S-box of PRESENT, of sixteen elements at once, and then its inverse.
    Given a0 = 0x21748fe3da09b65c and a1 = 0x0123456789abcdef and a3 = 0xa970364bd21c8fe5
    When the hart executes "xperm4 a2, a0, a1; xperm4 a4, a3, a2"
    Then a2 = 0xc56b90ad3ef84712 [xperm4_op]
    And a4 = 0x0123456789abcdef [xperm4_op]

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x8877665544332211 and a1 = 0x0702010809fe0300
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning           | result             | encoding   | operation |
      | 0x28b52633 | xperm4 a2, a0, a1 | 0x1412111515881211 | xperm4_enc | xperm4_op |
      | 0x28b54633 | xperm8 a2, a0, a1 | 0x8833220000004411 | xperm8_enc | xperm8_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | xperm4 |
      | xperm8 |
