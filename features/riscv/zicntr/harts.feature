@ext:Zicntr @env:machine @claim:TIME_CSR_IMPLEMENTED
Feature: One time for all harts
  The clocks of two harts are never more than a tick apart: who is told the time of the other hart
  and then looks at its own clock finds it at most one tick behind. That the clocks agree better
  than the message takes, nobody can see.

  @rule:zicntr_time_hart_sync
  Scenario: Hart 1 is not behind the time that hart 0 tells it
    Given two harts
    And the hart runs in machine mode
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      rdtime a0
      fence iorw, iorw
      sd a0, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li t0, 200
      li a2, 0
      wait:
      ld a3, 0(s1)
      bnez a3, told
      addi t0, t0, -1
      bnez t0, wait
      j end
      told:
      fence iorw, iorw
      rdtime a1
      ld a0, 0(s0)
      addi a1, a1, 1
      sltu a2, a1, a0
      end:
      """
    Then never hart 1: a2 = 1
    And no trap is taken

  @rule:zicntr_time_hart_sync
  Scenario: Hart 0 is not behind the time that hart 1 tells it
    Given two harts
    And the hart runs in machine mode
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      li t0, 200
      li a2, 0
      wait:
      ld a3, 0(s1)
      bnez a3, told
      addi t0, t0, -1
      bnez t0, wait
      j end
      told:
      fence iorw, iorw
      rdtime a1
      ld a0, 0(s0)
      addi a1, a1, 1
      sltu a2, a1, a0
      end:
      """
    And hart 1 executes
      """
      rdtime a0
      fence iorw, iorw
      sd a0, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    Then never hart 0: a2 = 1
    And no trap is taken
