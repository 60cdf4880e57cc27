@ext:Zalrsc
Feature: LR and SC of two harts
  Another hart's store between an LR and its SC makes the SC fail; a loop that tries again succeeds
  in the end. The harts tell each other where they are by flags, behind fences; a hart that waits in
  vain gives up, and then nothing is asked.

  @rule:sc_other_hart_store_fail @rule:sc_success_conditions
  Scenario Outline: <sc> fails when another hart executed <store> since <lr>
    The last examples store what was there already: it is the store that counts, not its value.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 7
    And test data + 64 holds 0x0807060504030201 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      li t0, 200
      <lr> a0, (s0)
      fence rw, rw
      sd t1, 0(s1)
      wait:
      ld a2, 0(s2)
      bnez a2, stored
      addi t0, t0, -1
      bnez t0, wait
      stored:
      fence rw, rw
      <sc> a3, t1, (s0)
      """
    And hart 1 executes
      """
      li t0, 200
      ld t3, 0(s0)
      wait:
      ld a2, 0(s1)
      bnez a2, now
      addi t0, t0, -1
      bnez t0, wait
      j end
      now:
      <store>
      fence w, w
      sd t1, 0(s2)
      end:
      """
    Then never hart 0: a2 = 1 and a3 = 0

    Examples:
      | lr   | sc   | store         |
      | lr.d | sc.d | sd t2, 0(s0)  |
      | lr.w | sc.w | sw t2, 0(s0)  |
      | lr.d | sc.d | sb t2, 7(s0)  |
      | lr.w | sc.w | sh t2, 2(s0)  |
      | lr.d | sc.d | sd t3, 0(s0)  |
      | lr.w | sc.w | sw t3, 0(s0)  |

  @rule:sc_other_hart_store_fail @rule:sc_success_conditions
  Scenario Outline: <sc> fails when another hart's <sc> succeeded since <lr>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 7
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      li t0, 200
      <lr> a0, (s0)
      fence rw, rw
      sd t1, 0(s1)
      wait:
      ld a2, 0(s2)
      bnez a2, stored
      addi t0, t0, -1
      bnez t0, wait
      stored:
      fence rw, rw
      <sc> a3, t1, (s0)
      """
    And hart 1 executes
      """
      li t0, 200
      wait:
      ld a2, 0(s1)
      bnez a2, now
      addi t0, t0, -1
      bnez t0, wait
      j end
      now:
      <lr> a0, (s0)
      <sc> a1, t2, (s0)
      bnez a1, end
      fence w, w
      sd t1, 0(s2)
      end:
      """
    Then never hart 0: a2 = 1 and a3 = 0

    Examples:
      | lr   | sc   |
      | lr.d | sc.d |
      | lr.w | sc.w |

  @rule:sc_success_conditions @rule:constrained_lrsc_forward_progress
  Scenario Outline: Ten increments of each hart by <lr> and <sc> are all made, and none is lost
    Each hart gives up after two thousand attempts that failed.
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
    Then never hart 0: a3 = 10 and hart 1: a3 = 10 and test data + 64 holds 10 or 11 or 12 or 13 or 14 or 15 or 16 or 17 or 18 or 19 [sc_success_conditions]
    And always hart 0: a3 = 10 and hart 1: a3 = 10 [constrained_lrsc_forward_progress]

    Examples:
      | lr   | sc   |
      | lr.d | sc.d |
      | lr.w | sc.w |

  @rule:sc_not_observable_before_lr
  Scenario Outline: <lr> does not load what another hart stored because it saw the <sc>
    Hart 1 stores 2 only when it has seen the 1 that the SC stores.
    Given two harts
    And s0 = test data + 64 and t1 = 1 and t2 = 2
    And test data + 64 holds 0
    When hart 0 executes
      """
      <lr> a0, (s0)
      <sc> a3, t1, (s0)
      """
    And hart 1 executes
      """
      li t0, 20
      wait:
      <load> a0, 0(s0)
      beq a0, t1, seen
      addi t0, t0, -1
      bnez t0, wait
      j end
      seen:
      <store> t2, 0(s0)
      end:
      """
    Then never hart 0: a0 = 2

    Examples:
      | lr   | sc   | load | store |
      | lr.d | sc.d | ld   | sd    |
      | lr.w | sc.w | lw   | sw    |
