@ext:Zicsr @env:machine
Feature: Reading and writing a CSR in one instruction
  Each CSR instruction reads the old value into rd and writes the CSR in one step: it swaps, sets
  bits or clears bits, with a register or with a zero-extended five-bit immediate. Shown on mscratch,
  whose 64 bits can all be written and mean nothing to the hart.

  Background:
    Given the hart runs in machine mode

  @rule:csrrw_op
  Scenario Outline: csrrw swaps <old> for <new>
    Given mscratch = <old>
    And a0 = <new>
    When the hart executes "csrrw a1, mscratch, a0"
    Then a1 = <old>
    And mscratch = <new>
    And no trap is taken
    And nothing else changes

    Examples:
      | old                | new                |
      | 0                  | -1                 |
      | -1                 | 0                  |
      | 0x123456789abcdef0 | 0xfedcba9876543210 |
      | 0x8000000000000000 | 0x0000000080000000 |
      | 5                  | 5                  |

  @rule:csrrs_op
  Scenario Outline: csrrs sets the bits <mask> in <old>
    Given mscratch = <old>
    And a0 = <mask>
    When the hart executes "csrrs a1, mscratch, a0"
    Then a1 = <old>
    And mscratch = <new>
    And no trap is taken
    And nothing else changes

    Examples:
      | old                | mask               | new                |
      | 0                  | 0x8000000000000001 | 0x8000000000000001 |
      | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0xffffff00ffffff00 |
      | 0x123456789abcdef0 | -1                 | -1                 |
      | -1                 | 1                  | -1                 |
      | 0x0f               | 0xf0               | 0xff               |
      | 0x123456789abcdef0 | 0                  | 0x123456789abcdef0 |

  @rule:csrrc_op
  Scenario Outline: csrrc clears the bits <mask> in <old>
    Given mscratch = <old>
    And a0 = <mask>
    When the hart executes "csrrc a1, mscratch, a0"
    Then a1 = <old>
    And mscratch = <new>
    And no trap is taken
    And nothing else changes

    Examples:
      | old                | mask               | new                |
      | -1                 | 0x8000000000000001 | 0x7ffffffffffffffe |
      | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0x0000ff000000ff00 |
      | 0x123456789abcdef0 | -1                 | 0                  |
      | 0                  | -1                 | 0                  |
      | 0xff               | 0x0f               | 0xf0               |
      | 0x123456789abcdef0 | 0                  | 0x123456789abcdef0 |

  Scenario Outline: <insn> with <uimm> turns <old> into <new>: the immediate is zero-extended
    Given mscratch = <old>
    When the hart executes "<insn> a1, mscratch, <uimm>"
    Then a1 = <old> [<rule>]
    And mscratch = <new> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    @rule:csrrwi_op
    Examples:
      | insn   | uimm | old                | new                | rule      |
      | csrrwi | 0    | -1                 | 0                  | csrrwi_op |
      | csrrwi | 1    | -1                 | 1                  | csrrwi_op |
      | csrrwi | 16   | -1                 | 16                 | csrrwi_op |
      | csrrwi | 31   | 0x8000000000000000 | 31                 | csrrwi_op |
      | csrrwi | 10   | 0x123456789abcdef0 | 10                 | csrrwi_op |

    @rule:csrrsi_op
    Examples:
      | insn   | uimm | old                | new                | rule      |
      | csrrsi | 1    | 0                  | 1                  | csrrsi_op |
      | csrrsi | 31   | 0                  | 31                 | csrrsi_op |
      | csrrsi | 16   | 0x123456789abcde00 | 0x123456789abcde10 | csrrsi_op |
      | csrrsi | 21   | 10                 | 31                 | csrrsi_op |

    @rule:csrrci_op
    Examples:
      | insn   | uimm | old                | new                | rule      |
      | csrrci | 1    | -1                 | -2                 | csrrci_op |
      | csrrci | 31   | -1                 | -32                | csrrci_op |
      | csrrci | 16   | 0x123456789abcdeff | 0x123456789abcdeef | csrrci_op |
      | csrrci | 21   | 31                 | 10                 | csrrci_op |

  Scenario Outline: <insn> with rd = rs1 takes the mask before it writes the old value
    Given mscratch = 0x0ff0
    And a0 = 0x00ff
    When the hart executes "<insn> a0, mscratch, a0"
    Then a0 = 0x0ff0 [<rule>]
    And mscratch = <new> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn  | new    | rule     |
      | csrrw | 0x00ff | csrrw_op |
      | csrrs | 0x0fff | csrrs_op |
      | csrrc | 0x0f00 | csrrc_op |

  Scenario Outline: <insn> into x0 still writes the CSR
    Given mscratch = 0x0ff0
    And a0 = 0x00ff
    When the hart executes "<insn> x0, mscratch, <source>; mv a1, x0"
    Then mscratch = <new> [<rule>]
    And a1 = 0 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn   | source | new    | rule      |
      | csrrw  | a0     | 0x00ff | csrrw_op  |
      | csrrs  | a0     | 0x0fff | csrrs_op  |
      | csrrc  | a0     | 0x0f00 | csrrc_op  |
      | csrrwi | 21     | 21     | csrrwi_op |
      | csrrsi | 21     | 0x0ff5 | csrrsi_op |
      | csrrci | 16     | 0x0fe0 | csrrci_op |

  @rule:zicsr_rs1_x0
  Scenario Outline: <insn> with rs1 = x0 reads and does not write
    Given mscratch = 0x123456789abcdef0
    When the hart executes "<insn> a1, mscratch, x0"
    Then a1 = 0x123456789abcdef0
    And mscratch = 0x123456789abcdef0
    And no trap is taken
    And nothing else changes

    Examples:
      | insn  |
      | csrrs |
      | csrrc |

  @rule:zicsr_rs1_x0
  Scenario: csrrw with rs1 = x0 writes zero
    Given mscratch = 0x123456789abcdef0
    When the hart executes "csrrw a1, mscratch, x0"
    Then a1 = 0x123456789abcdef0
    And mscratch = 0
    And no trap is taken
    And nothing else changes

  @rule:zicsr_uimm_zero
  Scenario Outline: <insn> with an immediate of zero reads and does not write
    Given mscratch = 0x123456789abcdef0
    When the hart executes "<insn> a1, mscratch, 0"
    Then a1 = 0x123456789abcdef0
    And mscratch = 0x123456789abcdef0
    And no trap is taken
    And nothing else changes

    Examples:
      | insn   |
      | csrrsi |
      | csrrci |

  Scenario Outline: <pseudo> is <insn>
    Given mscratch = 0x0ff0
    And a0 = 0x00ff
    When the hart executes "<pseudo>"
    Then it does the same as "<insn>" [<rule>]
    And mscratch = <new> [<rule>]

    Examples:
      | pseudo             | insn                    | new    | rule      |
      | csrr a1, mscratch  | csrrs a1, mscratch, x0  | 0x0ff0 | csrrs_op  |
      | csrw mscratch, a0  | csrrw x0, mscratch, a0  | 0x00ff | csrrw_op  |
      | csrs mscratch, a0  | csrrs x0, mscratch, a0  | 0x0fff | csrrs_op  |
      | csrc mscratch, a0  | csrrc x0, mscratch, a0  | 0x0f00 | csrrc_op  |
      | csrwi mscratch, 9  | csrrwi x0, mscratch, 9  | 9      | csrrwi_op |
      | csrsi mscratch, 9  | csrrsi x0, mscratch, 9  | 0x0ff9 | csrrsi_op |
      | csrci mscratch, 16 | csrrci x0, mscratch, 16 | 0x0fe0 | csrrci_op |

  @rule:csrrs_op @rule:csrrc_op
  Scenario Outline: <insn> zero-extends a CSR that is narrower than a register
    mvendorid has 32 bits.
    When the hart executes "<insn> a0, mvendorid, x0; srli a1, a0, 32"
    Then a1 = 0 [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn  | rule     |
      | csrrs | csrrs_op |
      | csrrc | csrrc_op |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | csrrw  |
      | csrrs  |
      | csrrc  |
      | csrrwi |
      | csrrsi |
      | csrrci |
