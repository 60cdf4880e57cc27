@ext:Zalrsc
Feature: Constrained LR/SC loops
  A loop of at most 16 base instructions, with nothing between the LR and the SC that the manual
  excludes, succeeds eventually: here, on a hart that nobody disturbs, within a thousand attempts.

  @rule:constrained_lrsc_forward_progress
  Scenario: A compare-and-swap loop of 16 instructions succeeds
    Given test data + 8 holds 10
    And a0 = 10 and a1 = test data + 8 and a4 = 77
    When the hart executes
      """
      li t0, 1000
      retry:
      lr.d a2, (a1)
      bne a2, a0, exit
      addi t1, a2, 1
      addi t1, t1, 1
      addi t1, t1, 1
      addi t1, t1, 1
      addi t1, t1, 1
      addi t1, t1, 1
      addi t1, t1, 1
      addi t1, t1, 1
      sc.d a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      nop
      nop
      exit:
      """
    Then a3 = 0
    And a2 = 10
    And t1 = 18
    And test data + 8 holds 77
    And nothing else changes but t0

  @rule:constrained_lrsc_forward_progress
  Scenario Outline: A loop with <what> between LR and SC succeeds
    Given test data + 8 holds 10
    And a0 = 3 and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      lr.d a2, (a1)
      <one>
      <two>
      over:
      sc.d a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      exit:
      """
    Then a3 = 0
    And a2 = 10
    And test data + 8 holds <new>

    Examples:
      | what                                | one             | two               | new  |
      | an addition                         | add a4, a2, a0  | nop               | 13   |
      | a shift and an exclusive or         | slli a4, a2, 2  | xor a4, a4, a0    | 43   |
      | a word operation and a comparison   | addw a4, a2, a0 | slt a4, a0, a4    | 1    |
      | a constant                          | lui a4, 1       | addi a4, a4, -1   | 4095 |
      | a forward branch that is taken      | mv a4, a2       | blt a0, a2, over  | 10   |
      | a forward branch that is not taken  | mv a4, a0       | beq a0, a2, over  | 3    |
      | a backward branch that is not taken | mv a4, a0       | beq a0, a2, retry | 3    |
      | a forward jump                      | mv a4, a0       | j over            | 3    |

  @rule:constrained_lrsc_forward_progress
  Scenario: A loop whose retry code jumps backwards succeeds
    Given test data + 8 holds 10
    And a0 = 3 and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      lr.w a2, (a1)
      add a4, a2, a0
      sc.w a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      beqz t0, exit
      j retry
      exit:
      """
    Then a3 = 0
    And test data + 8 holds 13
    And a2 = 10
    And a4 = 13
    And nothing else changes but t0

  @rule:constrained_lrsc_forward_progress
  Scenario Outline: <count> increments in a row by <lr> and <sc> all succeed
    Given test data + 8 holds 0x00000000fffffffa
    And a1 = test data + 8
    When the hart executes
      """
      li t2, <count>
      li t0, 1000
      next:
      retry:
      <lr> a2, (a1)
      addi a2, a2, 1
      <sc> a3, a2, (a1)
      beqz a3, counted
      addi t0, t0, -1
      bnez t0, retry
      counted:
      addi t2, t2, -1
      bnez t2, next
      """
    Then a3 = 0
    And test data + 8 holds <after>

    Examples:
      | count | lr   | sc   | after              |
      | 10    | lr.d | sc.d | 0x0000000100000004 |
      | 10    | lr.w | sc.w | 0x0000000000000004 |

  @rule:constrained_lrsc_forward_progress
  Scenario: A loop that a branch leaves without storing ends too
    Given test data + 8 holds 10
    And a0 = 11 and a1 = test data + 8
    When the hart executes
      """
      li a3, 5
      retry:
      lr.d a2, (a1)
      bne a2, a0, exit
      sc.d a3, x0, (a1)
      bnez a3, retry
      exit:
      """
    Then a3 = 5
    And a2 = 10
    And nothing else changes
