@ext:Zca
Feature: Compressed hints
  Code points that compute nothing are hints: whatever they advise, nothing that a program can see
  changes but the pc.

  Scenario Outline: <hint> changes nothing
    Given a0 = 0x8000000180000003 and t0 = -1
    When the hart executes "<hint>"
    Then nothing changes [<rules>]
    And no trap is taken [<rules>]

    Examples: c.nop with an immediate
      | hint      | rules                             |
      | c.nop 1   | c-nop_hint, c-addi_nop, Zca_hints |
      | c.nop 31  | c-nop_hint, c-addi_nop, Zca_hints |
      | c.nop -1  | c-nop_hint, c-addi_nop, Zca_hints |
      | c.nop -32 | c-nop_hint, c-addi_nop, Zca_hints |

    Examples: c.addi of zero
      | hint         | rules                  |
      | c.addi a0, 0 | c-addi_hint, Zca_hints |
      | c.addi t0, 0 | c-addi_hint, Zca_hints |
      | c.addi sp, 0 | c-addi_hint, Zca_hints |
      | c.addi t6, 0 | c-addi_hint, Zca_hints |

    Examples: constants for x0
      | hint              | rules                 |
      | c.li x0, 0        | c-li_hint, Zca_hints  |
      | c.li x0, 31       | c-li_hint, Zca_hints  |
      | c.li x0, -32      | c-li_hint, Zca_hints  |
      | c.lui x0, 1       | c-lui_hint, Zca_hints |
      | c.lui x0, 31      | c-lui_hint, Zca_hints |
      | c.lui x0, 0xfffff | c-lui_hint, Zca_hints |

    Examples: copies and sums for x0
      | hint         | rules                 |
      | c.mv x0, a0  | c-mv_hint, Zca_hints  |
      | c.mv x0, t0  | c-mv_hint, Zca_hints  |
      | c.mv x0, t6  | c-mv_hint, Zca_hints  |
      | c.add x0, ra | c-add_hint, Zca_hints |
      | c.add x0, sp | c-add_hint, Zca_hints |
      | c.add x0, gp | c-add_hint, Zca_hints |
      | c.add x0, tp | c-add_hint, Zca_hints |
      | c.add x0, t0 | c-add_hint, Zca_hints |
      | c.add x0, a0 | c-add_hint, Zca_hints |
      | c.add x0, t6 | c-add_hint, Zca_hints |

    Examples: shifts by zero or of x0
      | hint          | rules                  |
      | c.slli a0, 0  | c-slli_hint, Zca_hints |
      | c.slli t0, 0  | c-slli_hint, Zca_hints |
      | c.slli x0, 1  | c-slli_hint, Zca_hints |
      | c.slli x0, 63 | c-slli_hint, Zca_hints |
      | c.slli x0, 0  | c-slli_hint, Zca_hints |
      | c.srli a0, 0  | c-srli_hint, Zca_hints |
      | c.srli s0, 0  | c-srli_hint, Zca_hints |
      | c.srai a0, 0  | c-srai_hint, Zca_hints |
      | c.srai a5, 0  | c-srai_hint, Zca_hints |

  Scenario Outline: The code <code> is a hint and changes nothing
    The encodings of hints as numbers, read from the manual's table of hints.
    Given a0 = 0x8000000180000003
    When the hart executes ".half <code>"
    Then nothing changes [<rules>]
    And no trap is taken [<rules>]

    Examples:
      | code   | rules                  |
      | 0x0005 | c-addi_nop, Zca_hints  |
      | 0x107d | c-addi_nop, Zca_hints  |
      | 0x0501 | c-addi_hint, Zca_hints |
      | 0x4015 | c-li_hint, Zca_hints   |
      | 0x6005 | c-lui_hint, Zca_hints  |
      | 0x802a | c-mv_hint, Zca_hints   |
      | 0x902a | c-add_hint, Zca_hints  |
      | 0x0006 | c-slli_hint, Zca_hints |
      | 0x0502 | c-slli_hint, Zca_hints |
      | 0x8101 | c-srli_hint, Zca_hints |
      | 0x8501 | c-srai_hint, Zca_hints |

  @rule:Zca_hints
  Scenario: The hart goes on after hints, and x0 is still zero
    Given a0 = 5
    When the hart executes "c.li x0, 7; c.mv x0, a0; c.add x0, a0; c.lui x0, 3; c.slli x0, 4; c.mv a1, a0; add a2, x0, x0"
    Then a1 = 5
    And a2 = 0
    And no trap is taken
    And nothing else changes

  Scenario Outline: Every code point of <insn> is carried out
    When the hart executes every encoding of "<insn>"
    Then every outcome is one the specification allows

    Examples:
      | insn   |
      | c.nop  |
      | c.addi |
      | c.li   |
      | c.lui  |
      | c.mv   |
      | c.add  |
      | c.slli |
      | c.srli |
      | c.srai |
