@ext:Zihintpause
Feature: The pause hint
  PAUSE advises the hart to slow down for a while. The while is bounded, and nothing else happens.

  @rule:pause_op
  Scenario: pause changes nothing
    When the hart executes "pause"
    Then nothing changes
    And no trap is taken

  @rule:pause_op
  Scenario: The hart goes on after many pauses
    Given a0 = 0
    When the hart executes
      """
      li t0, 100
      again:
      pause
      addi a0, a0, 1
      addi t0, t0, -1
      bnez t0, again
      """
    Then a0 = 100
    And t0 = 0
    And no trap is taken
    And nothing else changes

  @rule:pause_op
  Scenario: The loads and stores around a pause are carried out
    Given a0 = 42 and a1 = test data
    When the hart executes "sd a0, 0(a1); pause; ld a2, 0(a1); pause; sd a2, 8(a1)"
    Then a2 = 42
    And test data holds 42
    And test data + 8 holds 42
    And no trap is taken
    And nothing else changes

  @rule:pause_enc_fence @rule:pause_enc
  Scenario: The code 0x0100000f, a fence of earlier writes against nothing, is pause
    When the hart executes ".word 0x0100000f"
    Then it does the same as "pause"
    And nothing changes
    And no trap is taken

  Scenario: pause does what the standard defines
    When the hart executes every encoding of "pause"
    Then every outcome is one the specification allows
