@ext:Zca
Feature: Compressed instructions that trap
  Sixteen zero bits are an illegal instruction for good, so that running into empty memory is
  noticed; c.ebreak does what ebreak does.

  @rule:Zca_illegal
  Scenario Outline: A halfword of zeros is illegal, followed by <what>
    When the hart executes
      """
      .half 0x0000
      .half <next>
      """
    Then an illegal instruction exception is taken at code
    And nothing changes

    Examples:
      | next   | what               |
      | 0x0000 | another            |
      | 0x0001 | c.nop              |
      | 0xffff | a halfword of ones |
      | 0x0513 | half of an addi    |

  @rule:Zca_illegal
  Scenario: A halfword of zeros is illegal at 2 modulo 4
    Given the code starts at 2 modulo 4
    When the hart executes
      """
      .half 0x0000
      .half 0x0001
      """
    Then an illegal instruction exception is taken at code
    And nothing changes

  @rule:Zca_illegal
  Scenario: Running into zeros traps there, after what came before
    Given a0 = 1
    When the hart executes
      """
      c.addi a0, 1
      addi a0, a0, 1
      here:
      .half 0
      """
    Then an illegal instruction exception is taken at label here
    And a0 = 3
    And nothing else changes

  @rule:c-ebreak_op
  Scenario: c.ebreak raises a breakpoint exception
    When the hart executes
      """
      c.nop
      here:
      c.ebreak
      c.li a0, 1
      """
    Then a breakpoint exception is taken at label here
    And nothing changes

  @rule:c-ebreak_op
  Scenario: The trap value of c.ebreak is its address or zero
    When the hart executes
      """
      c.nop
      here:
      c.ebreak
      """
    Then a breakpoint exception is taken at label here
    And tval = label here or 0 [mtval_vaddr_wr1]

  @rule:c-ebreak
  Scenario: The code point of c.jalr with x0 is c.ebreak
    When the hart executes ".half 0x9002"
    Then a breakpoint exception is taken at code
    And nothing changes

  Scenario: c.ebreak does what its expansion does
    When the hart executes "c.ebreak" over its edge values
    Then every outcome is one the specification allows
