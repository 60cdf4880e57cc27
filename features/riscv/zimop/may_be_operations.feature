@ext:Zimop
Feature: May-be-operations
  Forty instructions that later extensions may give a meaning. Until they do, each writes zero to rd,
  whatever its sources hold. (Shadow stacks use some codes of mop.r.28 and mop.rr.7, none of which is here.)

  Scenario Outline: mop.r.<n> writes zero
    The code has rd = a2 and rs1 = a0.
    Given a0 = 0x123456789abcdef0 and a2 = -1
    When the hart executes ".word <code>"
    Then a2 = 0 [Zimop_mop-r_op]
    And no trap is taken [Zimop_mop-r_enc]
    And nothing else changes [Zimop_mop-r_op]

    Examples:
      | n  | code       |
      | 0  | 0x81c54673 |
      | 1  | 0x81d54673 |
      | 2  | 0x81e54673 |
      | 3  | 0x81f54673 |
      | 4  | 0x85c54673 |
      | 5  | 0x85d54673 |
      | 6  | 0x85e54673 |
      | 7  | 0x85f54673 |
      | 8  | 0x89c54673 |
      | 9  | 0x89d54673 |
      | 10 | 0x89e54673 |
      | 11 | 0x89f54673 |
      | 12 | 0x8dc54673 |
      | 13 | 0x8dd54673 |
      | 14 | 0x8de54673 |
      | 15 | 0x8df54673 |
      | 16 | 0xc1c54673 |
      | 17 | 0xc1d54673 |
      | 18 | 0xc1e54673 |
      | 19 | 0xc1f54673 |
      | 20 | 0xc5c54673 |
      | 21 | 0xc5d54673 |
      | 22 | 0xc5e54673 |
      | 23 | 0xc5f54673 |
      | 24 | 0xc9c54673 |
      | 25 | 0xc9d54673 |
      | 26 | 0xc9e54673 |
      | 27 | 0xc9f54673 |
      | 28 | 0xcdc54673 |
      | 29 | 0xcdd54673 |
      | 30 | 0xcde54673 |
      | 31 | 0xcdf54673 |

  Scenario Outline: mop.rr.<n> writes zero
    The code has rd = a2, rs1 = a0 and rs2 = a1.
    Given a0 = 0x123456789abcdef0 and a1 = 1 and a2 = -1
    When the hart executes ".word <code>"
    Then a2 = 0 [Zimop_mop-rr_op]
    And no trap is taken [Zimop_mop-rr_enc]
    And nothing else changes [Zimop_mop-rr_op]

    Examples:
      | n | code       |
      | 0 | 0x82b54673 |
      | 1 | 0x86b54673 |
      | 2 | 0x8ab54673 |
      | 3 | 0x8eb54673 |
      | 4 | 0xc2b54673 |
      | 5 | 0xc6b54673 |
      | 6 | 0xcab54673 |
      | 7 | 0xceb54673 |

  Scenario Outline: <insn> clears its own source
    Given a0 = 0x123456789abcdef0 and a1 = -1
    When the hart executes ".word <code>"
    Then a0 = 0 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn                | code       | rule            |
      | mop.r.0 a0, a0      | 0x81c54573 | Zimop_mop-r_op  |
      | mop.r.13 a0, a0     | 0x8dd54573 | Zimop_mop-r_op  |
      | mop.r.28 a0, a0     | 0xcdc54573 | Zimop_mop-r_op  |
      | mop.r.31 a0, a0     | 0xcdf54573 | Zimop_mop-r_op  |
      | mop.rr.0 a0, a0, a0 | 0x82a54573 | Zimop_mop-rr_op |
      | mop.rr.5 a0, a0, a0 | 0xc6a54573 | Zimop_mop-rr_op |
      | mop.rr.7 a0, a0, a0 | 0xcea54573 | Zimop_mop-rr_op |
      | mop.rr.2 a0, a1, a0 | 0x8aa5c573 | Zimop_mop-rr_op |
      | mop.rr.7 a0, a1, a0 | 0xcea5c573 | Zimop_mop-rr_op |

  Scenario Outline: <insn> changes nothing
    Given a0 = 0x123456789abcdef0 and a1 = -1
    When the hart executes ".word <code>"
    Then nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn                | code       | rule            |
      | mop.r.0 x0, a0      | 0x81c54073 | Zimop_mop-r_op  |
      | mop.r.17 x0, a0     | 0xc1d54073 | Zimop_mop-r_op  |
      | mop.r.28 x0, a0     | 0xcdc54073 | Zimop_mop-r_op  |
      | mop.rr.0 x0, a0, a1 | 0x82b54073 | Zimop_mop-rr_op |
      | mop.rr.3 x0, a0, a1 | 0x8eb54073 | Zimop_mop-rr_op |
      | mop.rr.7 x0, a0, a1 | 0xceb54073 | Zimop_mop-rr_op |

  Scenario Outline: <insn> writes zero in all of its encodings
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | mop.r.N  |
      | mop.rr.N |
