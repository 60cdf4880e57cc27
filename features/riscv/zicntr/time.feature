@ext:Zicntr @claim:TIME_CSR_IMPLEMENTED
Feature: Wall-clock time
  time can be read like the other counters, where the hart has the CSR: many leave it to firmware. It
  never runs backwards, and it passes.

  @rule:zicntr_rdtime_op
  Scenario Outline: <form> reads time in user mode
    Given the hart runs in user mode
    And user mode may read only time
    And a0 = -1
    When the hart executes "<form>"
    Then no trap is taken [zicntr_rdtime_op, <rule>]
    And a0 != -1 [zicntr_rdtime_op, <rule>]
    And nothing else changes [zicntr_rdtime_op, <rule>]

    Examples:
      | form               | rule                      |
      | rdtime a0          | zihpm_op_sz_mode_acc_priv |
      | .word 0xc0102573   | zihpm_op_sz_mode_acc_priv |
      | csrrs a0, time, x0 | mcounteren_set_nxt_priv   |
      | csrrc a0, time, x0 | zicsr_rs1_x0              |
      | csrrsi a0, time, 0 | zicsr_uimm_zero           |
      | csrrci a0, time, 0 | zicsr_uimm_zero           |

  @rule:zicntr_rdtime_op
  Scenario: Machine mode may read time where user mode may not
    Given the hart runs in machine mode
    And user mode may read no counter
    And a0 = -1
    When the hart executes "csrrs a0, time, x0"
    Then no trap is taken [M_access_all_lower_priv_CSRs, mcounteren_op]
    And a0 != -1 [zicntr_rdtime_op]
    And nothing else changes

  @rule:zicntr_rdtime_op
  Scenario: time never runs backwards
    Given the hart runs in user mode
    And user mode may read only time
    When the hart executes
      """
      li t0, 1000
      li a3, 0
      rdtime a0
      again:
      rdtime a1
      sltu a2, a1, a0
      or a3, a3, a2
      mv a0, a1
      addi t0, t0, -1
      bnez t0, again
      """
    Then a3 = 0
    And no trap is taken

  @rule:zicntr_rdtime_op
  Scenario: time advances while the hart waits for it
    The hart looks at most ten million times.
    Given the hart runs in user mode
    And user mode may read only time
    When the hart executes
      """
      li t0, 10000000
      rdtime a0
      again:
      rdtime a1
      bne a0, a1, passed
      addi t0, t0, -1
      bnez t0, again
      passed:
      """
    Then a0 < a1
    And no trap is taken

  @rule:zicntr_rdtime_op
  Scenario: The time before a fence of input is no later than the time after it
    Given the hart runs in user mode
    And user mode may read only time
    When the hart executes "rdtime a0; fence i, i; rdtime a1"
    Then a0 <= a1 [zicsr_fence_ordering, zicntr_rdtime_op]
    And no trap is taken
    And nothing else changes but a1
