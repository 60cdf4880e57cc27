@ext:Zca
Feature: Instructions on any halfword boundary
  With compressed instructions, 32-bit instructions may begin at any even address, and no jump can
  be misaligned any more.

  @rule:Zca_align16
  Scenario: Sixteen- and thirty-two-bit instructions mix freely
    Given a1 = test data
    When the hart executes
      """
      c.li a0, 1
      addi a0, a0, 2
      c.addi a0, 3
      addi a0, a0, 4
      addi a0, a0, 5
      c.addi a0, 6
      c.addi a0, 7
      lui a2, 0x12345
      c.sd a0, 0(a1)
      ld a3, 0(a1)
      """
    Then a0 = 28
    And a2 = 0x12345000
    And a3 = 28
    And test data holds 28
    And no trap is taken
    And nothing else changes

  @rule:Zca_align16
  Scenario: Thirty-two-bit instructions run at 2 modulo 4
    Twenty-four of them in a row, so that one crosses each boundary of 64 bytes.
    Given the code starts at 2 modulo 4
    And a0 = 0
    When the hart executes
      """
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      addi a0, a0, 1
      """
    Then a0 = 24
    And no trap is taken
    And nothing else changes

  @rule:Zca_align16
  Scenario Outline: <insn> works at 2 modulo 4
    Given the code starts at 2 modulo 4
    And test data + 16 holds 0x0123456789abcdef
    And a0 = -5 and a1 = test data + 16 and a3 = 3
    When the hart executes "<insn>"
    Then <effect>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn             | effect                                  |
      | add a2, a0, a3   | a2 = -2                                 |
      | addi a2, a0, 100 | a2 = 95                                 |
      | lui a2, 0xfffff  | a2 = -4096                              |
      | auipc a2, 0      | a2 = code                               |
      | ld a2, 0(a1)     | a2 = 0x0123456789abcdef                 |
      | lw a2, 0(a1)     | a2 = 0xffffffff89abcdef                 |
      | sd a3, 0(a1)     | test data + 16 holds 3                  |
      | sb a3, 7(a1)     | test data + 16 holds 0x0323456789abcdef |
      | slli a2, a3, 60  | a2 = 0x3000000000000000                 |
      | sltu a2, a3, a0  | a2 = 1                                  |
      | fence; li a2, 1  | a2 = 1                                  |

  @rule:Zca_align16
  Scenario: An illegal instruction at 2 modulo 4 is reported at its own address
    Given the code starts at 2 modulo 4
    And a0 = 1
    When the hart executes
      """
      addi a0, a0, 1
      c.addi a0, 1
      here:
      .half 0
      """
    Then an illegal instruction exception is taken at label here
    And a0 = 3
    And nothing else changes

  @rule:Zca_no_misaligned
  Scenario Outline: <jump> to 2 modulo 4 is no exception
    Given a1 = label there and a2 = 1
    When the hart executes
      """
      <jump>
      next:
      .half 0
      there:
      li a0, 7
      """
    Then a0 = 7
    And no trap is taken
    And nothing else changes

    Examples: the jump at 0 modulo 4, and its target, 6 bytes on, at 2 modulo 4
      | jump               |
      | jal x0, there      |
      | jalr x0, 0(a1)     |
      | beq a2, a2, there  |
      | bne a2, x0, there  |
      | blt x0, a2, there  |
      | bge a2, x0, there  |
      | bltu x0, a2, there |
      | bgeu a2, x0, there |

  @rule:Zca_no_misaligned
  Scenario Outline: <jump> to 2 modulo 4 links to the instruction behind it
    Given a1 = label there
    When the hart executes
      """
      <jump>
      next:
      .half 0
      there:
      li a0, 7
      """
    Then a0 = 7
    And ra = label next
    And no trap is taken
    And nothing else changes

    Examples:
      | jump           |
      | jal ra, there  |
      | jalr ra, 0(a1) |

  @rule:Zca_no_misaligned
  Scenario Outline: jalr with a target whose low bits are <bits> goes to the even address
    Given a1 = label there
    When the hart executes
      """
      jalr ra, <offset>(a1)
      next:
      .half 0
      there:
      li a0, 7
      """
    Then a0 = 7
    And ra = label next
    And no trap is taken

    Examples:
      | bits | offset |
      | 10   | 0      |
      | 11   | 1      |

  @rule:Zca_no_misaligned @rule:Zca_align16
  Scenario Outline: <jump> from 2 modulo 4 goes to 0 modulo 4
    Given the code starts at 2 modulo 4
    And a1 = label there and a2 = 1
    When the hart executes
      """
      <jump>
      .half 0
      there:
      li a0, 7
      """
    Then a0 = 7
    And no trap is taken
    And nothing else changes

    Examples:
      | jump              |
      | jal x0, there     |
      | jalr x0, 0(a1)    |
      | beq a2, a2, there |
      | bne a2, x0, there |
