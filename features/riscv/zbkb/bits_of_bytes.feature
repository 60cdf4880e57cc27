@ext:Zbkb
Feature: Bits of bytes in reverse order
  brev8 reverses the bits within each byte and leaves the bytes where they are.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: each byte for itself
      | insn  | a                  | result             | rules    |
      | brev8 | 0                  | 0                  | brev8_op |
      | brev8 | 0xffffffffffffffff | 0xffffffffffffffff | brev8_op |
      | brev8 | 1                  | 0x80               | brev8_op |
      | brev8 | 0x80               | 1                  | brev8_op |
      | brev8 | 0x8000000000000001 | 0x0100000000000080 | brev8_op |
      | brev8 | 0x0102040810204080 | 0x8040201008040201 | brev8_op |
      | brev8 | 0x0123456789abcdef | 0x80c4a2e691d5b3f7 | brev8_op |
      | brev8 | 0xf00f             | 0xff0              | brev8_op |
      | brev8 | 0x00ff00ff00ff00ff | 0x00ff00ff00ff00ff | brev8_op |

  @rule:brev8_op
  Scenario: Reversing twice gives the value back
    Given a0 = 0x0123456789abcde1
    When the hart executes "brev8 a2, a0; brev8 a2, a2"
    Then a2 = a0
    And nothing else changes

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef1 and a1 = 0xfedcba987654b2c3
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning          | result             | encoding  | operation |
      | 0x08b54633 | pack a2, a0, a1  | 0x7654b2c39abcdef1 | pack_enc  | pack_op   |
      | 0x08b57633 | packh a2, a0, a1 | 0xc3f1             | packh_enc | packh_op  |
      | 0x08b5463b | packw a2, a0, a1 | 0xffffffffb2c3def1 | packw_enc | packw_op  |
      | 0x68755613 | brev8 a2, a0     | 0x482c6a1e593d7b8f | brev8_enc | brev8_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | brev8 |
