@ext:Zbkb
Feature: Instructions that Zbkb shares with Zbb
  An implementation without Zbb has them too. Their sweeps are Zbb's.

  Scenario Outline: <insn> of <a> and <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: logic and rotations
      | insn | a                  | b                  | result             | rules                                                      |
      | andn | 0x123456789abcdef0 | 0xff00ff00ff00ff00 | 0x0034007800bc00f0 | andn_op                                                    |
      | orn  | 0x123456789abcdef0 | 0xff00ff00ff00ff00 | 0x12ff56ff9affdeff | orn_op                                                     |
      | xnor | 0x123456789abcdef0 | 0xff00ff00ff00ff00 | 0x12cb56879a43de0f | xnor_op                                                    |
      | rol  | 0x8123456789abcde7 | 13                 | 0x68acf13579bcf024 | rol_op, zbb_rotate_semantics                               |
      | ror  | 0x8123456789abcde7 | 13                 | 0x6f3c091a2b3c4d5e | ror_op, zbb_rotate_semantics                               |
      | rolw | 0xdeadbeef80000001 | 33                 | 3                  | rolw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |
      | rorw | 0xdeadbeef80000003 | 33                 | 0xffffffffc0000001 | rorw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |

  Scenario Outline: <insn> of <a> by <amount> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0, <amount>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: rotations by an immediate
      | insn  | a                  | amount | result             | rules                                                       |
      | rori  | 0x8123456789abcde7 | 13     | 0x6f3c091a2b3c4d5e | rori_op, zbb_rotate_semantics                               |
      | rori  | 0x8123456789abcde7 | 45     | 0x2b3c4d5e6f3c091a | rori_op, zbb_rotate_semantics                               |
      | roriw | 0xdeadbeef80000003 | 5      | 0x1c000000         | roriw_op, zbb_rotate_semantics, bitmanip_w_suffix_semantics |

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: bytes
      | insn | a                  | result             | rules   |
      | rev8 | 0x0123456789abcdef | 0xefcdab8967452301 | rev8_op |
