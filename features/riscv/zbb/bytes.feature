@ext:Zbb|Zbkb
Feature: Bytes of a register
  orc.b shows which bytes are zero; rev8 reverses their order.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    @ext:Zbb
    Examples: each byte answers for itself
      | insn  | a                  | result             | rules                         |
      | orc.b | 0                  | 0                  | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0xffffffffffffffff | 0xffffffffffffffff | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 1                  | 0xff               | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x80               | 0xff               | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x100              | 0xff00             | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x0180000000008000 | 0xffff00000000ff00 | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x8040201008040201 | 0xffffffffffffffff | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x0102030405060708 | 0xffffffffffffffff | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x00ff00ff00ff00ff | 0x00ff00ff00ff00ff | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x1000000000000000 | 0xff00000000000000 | orc_b_op, zbb_orc_b_semantics |
      | orc.b | 0x0000000100000000 | 0x000000ff00000000 | orc_b_op, zbb_orc_b_semantics |

    Examples: bytes change places, bits within them do not
      | insn | a                  | result             | rules   |
      | rev8 | 0x0123456789abcdef | 0xefcdab8967452301 | rev8_op |
      | rev8 | 1                  | 0x0100000000000000 | rev8_op |
      | rev8 | 0x80               | 0x8000000000000000 | rev8_op |
      | rev8 | 0x8000000000000000 | 0x80               | rev8_op |
      | rev8 | 0xff               | 0xff00000000000000 | rev8_op |
      | rev8 | 0xffffffff         | 0xffffffff00000000 | rev8_op |
      | rev8 | 0x0000000100000000 | 0x1000000          | rev8_op |
      | rev8 | 0                  | 0                  | rev8_op |

  @rule:rev8_op
  Scenario Outline: Reversing the bytes of <value> twice gives it back
    Given a0 = <value>
    When the hart executes "rev8 a2, a0; rev8 a2, a2"
    Then a2 = a0
    And nothing else changes

    Examples:
      | value              |
      | 0x0123456789abcdef |
      | 0x8000000000000001 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | rev8 |

    @ext:Zbb
    Examples: of Zbb alone
      | insn  |
      | orc.b |
