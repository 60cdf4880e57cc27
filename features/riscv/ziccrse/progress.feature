@ext:Zalrsc @ext:Ziccrse
Feature: LR/SC loops in main memory succeed in the end
  Cacheable and coherent main memory has eventual success of constrained LR/SC loops.

  @rule:ziccrse_pma_rsrv_req @rule:constrained_lrsc_forward_progress
  Scenario Outline: A constrained loop of <lr> and <sc> succeeds at offset <at>
    Given test data + <at> holds <size> 10
    And a0 = 3 and a1 = test data + <at>
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      add a4, a2, a0
      <sc> a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      exit:
      """
    Then a3 = 0
    And a2 = 10
    And test data + <at> holds <size> 13
    And no trap is taken

    Examples:
      | lr   | sc   | at  | size       |
      | lr.w | sc.w | 0   | word       |
      | lr.w | sc.w | 4   | word       |
      | lr.w | sc.w | 60  | word       |
      | lr.w | sc.w | 64  | word       |
      | lr.w | sc.w | 124 | word       |
      | lr.w | sc.w | 252 | word       |
      | lr.w | sc.w | 508 | word       |
      | lr.d | sc.d | 0   | doubleword |
      | lr.d | sc.d | 8   | doubleword |
      | lr.d | sc.d | 56  | doubleword |
      | lr.d | sc.d | 64  | doubleword |
      | lr.d | sc.d | 120 | doubleword |
      | lr.d | sc.d | 248 | doubleword |
      | lr.d | sc.d | 504 | doubleword |

  @rule:ziccrse_pma_rsrv_req @rule:constrained_lrsc_forward_progress
  Scenario Outline: A loop of sixteen instructions around <lr> and <sc> succeeds at offset <at>
    Given test data + <at> holds <size> 10
    And a0 = 3 and a1 = test data + <at>
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      add a4, a2, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      add a4, a4, a0
      <sc> a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      exit:
      """
    Then a3 = 0
    And a2 = 10
    And test data + <at> holds <size> 43
    And no trap is taken

    Examples:
      | lr   | sc   | at  | size       |
      | lr.w | sc.w | 4   | word       |
      | lr.w | sc.w | 124 | word       |
      | lr.d | sc.d | 64  | doubleword |
      | lr.d | sc.d | 248 | doubleword |

  @rule:ziccrse_pma_rsrv_req @rule:constrained_lrsc_forward_progress
  Scenario Outline: Two harts that increment with <lr> and <sc> both succeed ten times
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds 0
    When hart 0 executes
      """
      li t0, 2000
      li a3, 0
      li t1, 10
      again:
      <lr> a0, (s0)
      addi a0, a0, 1
      <sc> a1, a0, (s0)
      beqz a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      addi a3, a3, 1
      bne a3, t1, again
      end:
      """
    And hart 1 executes
      """
      li t0, 2000
      li a3, 0
      li t1, 10
      again:
      <lr> a0, (s0)
      addi a0, a0, 1
      <sc> a1, a0, (s0)
      beqz a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      addi a3, a3, 1
      bne a3, t1, again
      end:
      """
    Then always hart 0: a3 = 10 and hart 1: a3 = 10 and test data + 64 holds 20

    Examples:
      | lr   | sc   |
      | lr.d | sc.d |
      | lr.w | sc.w |

  @rule:ziccrse_pma_rsrv_req
  Scenario: Two harts that increment neighbours of one reservation set both succeed ten times
    Given two harts
    And test data + 64 holds 0 and test data + 72 holds 0 and s0 = test data + 64 and s1 = test data + 72
    When hart 0 executes
      """
      li t0, 2000
      li a3, 0
      li t1, 10
      again:
      lr.d a0, (s0)
      addi a0, a0, 1
      sc.d a1, a0, (s0)
      beqz a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      addi a3, a3, 1
      bne a3, t1, again
      end:
      """
    And hart 1 executes
      """
      li t0, 2000
      li a3, 0
      li t1, 10
      again:
      lr.d a0, (s1)
      addi a0, a0, 1
      sc.d a1, a0, (s1)
      beqz a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      addi a3, a3, 1
      bne a3, t1, again
      end:
      """
    Then always hart 0: a3 = 10 and hart 1: a3 = 10 and test data + 64 holds 10 and test data + 72 holds 10
