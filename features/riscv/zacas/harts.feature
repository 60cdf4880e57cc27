@ext:Zacas
Feature: Compare-and-swap of two harts
  What amocas compares and what it stores is one step: nothing that another hart does comes in between.
  A hart whose attempts fail too often gives up, and then nothing is asked.

  @rule:rvwmo_aligned_amo_memop
  Scenario Outline: Ten increments of each hart by <cas> are all made
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds 0
    When hart 0 executes
      """
      li t2, 10
      li t0, 2000
      <load> a0, 0(s0)
      again:
      mv a1, a0
      addi a2, a0, 1
      <cas> a0, a2, (s0)
      beq a0, a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      mv a0, a2
      addi t2, t2, -1
      bnez t2, again
      end:
      """
    And hart 1 executes
      """
      li t2, 10
      li t0, 2000
      <load> a0, 0(s0)
      again:
      mv a1, a0
      addi a2, a0, 1
      <cas> a0, a2, (s0)
      beq a0, a1, made
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      mv a0, a2
      addi t2, t2, -1
      bnez t2, again
      end:
      """
    Then never hart 0: t2 = 0 and hart 1: t2 = 0 and test data + 64 holds 10 or 11 or 12 or 13 or 14 or 15 or 16 or 17 or 18 or 19 [<rules>]
    And never test data + 64 holds 0 [<rules>]

    Examples:
      | cas      | load | rules                                                                              |
      | amocas.w | lw   | rvwmo_aligned_amo_memop, Zacas_rv64_amocas-w_op |
      | amocas.d | ld   | rvwmo_aligned_amo_memop, Zacas_rv64_amocas-d_op |

  @rule:Zacas_rv64_amocas-q_op
  Scenario: Ten increments of each hart by amocas.q are all made, in both halves
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds 0 and test data + 72 holds 0
    When hart 0 executes
      """
      li t2, 10
      li t0, 2000
      ld a0, 0(s0)
      ld a1, 8(s0)
      again:
      mv a4, a0
      mv a5, a1
      addi a2, a0, 1
      addi a3, a1, 3
      amocas.q a0, a2, (s0)
      bne a0, a4, lost
      beq a1, a5, made
      lost:
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      mv a0, a2
      mv a1, a3
      addi t2, t2, -1
      bnez t2, again
      end:
      """
    And hart 1 executes
      """
      li t2, 10
      li t0, 2000
      ld a0, 0(s0)
      ld a1, 8(s0)
      again:
      mv a4, a0
      mv a5, a1
      addi a2, a0, 1
      addi a3, a1, 3
      amocas.q a0, a2, (s0)
      bne a0, a4, lost
      beq a1, a5, made
      lost:
      addi t0, t0, -1
      bnez t0, again
      j end
      made:
      mv a0, a2
      mv a1, a3
      addi t2, t2, -1
      bnez t2, again
      end:
      """
    Then never hart 0: t2 = 0 and hart 1: t2 = 0 and test data + 64 holds 10 or 11 or 12 or 13 or 14 or 15 or 16 or 17 or 18 or 19
    And never hart 0: t2 = 0 and hart 1: t2 = 0 and test data + 72 holds 30 or 33 or 36 or 39 or 42 or 45 or 48 or 51 or 54 or 57

  @rule:Zacas_rv64_amocas-q_op
  Scenario: amocas.q never loads half of what another amocas.q stores
    The halves are equal at any time; the second hart's own comparison with two ones always fails.
    Given two harts
    And s0 = test data + 64 and t1 = 1
    And test data + 64 holds 0 and test data + 72 holds 0
    When hart 0 executes
      """
      li a2, -1
      li a3, -1
      li a0, 0
      li a1, 0
      amocas.q a0, a2, (s0)
      li a4, 0
      li a5, 0
      li a0, -1
      li a1, -1
      amocas.q a0, a4, (s0)
      amocas.q a4, a2, (s0)
      """
    And hart 1 executes
      """
      li a0, 1
      li a1, 1
      amocas.q a0, x0, (s0)
      li a2, 1
      li a3, 1
      amocas.q a2, x0, (s0)
      """
    Then never hart 1: a0 = 0 and a1 != 0
    And never hart 1: a0 = -1 and a1 != -1
    And never hart 1: a2 = 0 and a3 != 0
    And never hart 1: a2 = -1 and a3 != -1

  Scenario Outline: Of two <cas> that expect zero, one succeeds
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds 0 and test data + 72 holds 0
    When hart 0 executes
      """
      li a0, 0
      li a1, 0
      li a2, 1
      li a3, 0
      <cas> a0, a2, (s0)
      """
    And hart 1 executes
      """
      li a0, 0
      li a1, 0
      li a2, 2
      li a3, 0
      <cas> a0, a2, (s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0 [rvwmo_aligned_amo_memop, <rule>]
    And always test data + 64 holds 1 or 2 [rvwmo_aligned_amo_memop, <rule>]
    And always hart 0: a0 = 0 or 2 and hart 1: a0 = 0 or 1 [rvwmo_aligned_amo_memop, <rule>]

    Examples:
      | cas      | rule                   |
      | amocas.w | Zacas_rv64_amocas-w_op |
      | amocas.d | Zacas_rv64_amocas-d_op |
      | amocas.q | Zacas_rv64_amocas-q_op |

  @rule:Zacas_amocas_mem_op_success_aq_rl
  Scenario Outline: A load after a <cas> that succeeds on the flag sees what came before the flag
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li a0, 1
      <cas> a0, t1, (s1)
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | cas         |
      | amocas.d.aq |
      | amocas.w.aq |

  @rule:Zacas_amocas_mem_op_fail_aq_rl
  Scenario Outline: A load after a <cas> that fails on the flag sees what came before the flag
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li a0, 0
      <cas> a0, x0, (s1)
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | cas           |
      | amocas.d.aq   |
      | amocas.w.aq   |
      | amocas.d.aqrl |

  @rule:Zacas_amocas_mem_op_success_aq_rl
  Scenario Outline: A store before a <cas> that succeeds is seen by who sees what it stored
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      li a2, 0
      sd t1, 0(s0)
      <cas> a2, t1, (s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, r
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | cas           |
      | amocas.d.rl   |
      | amocas.w.rl   |
      | amocas.d.aqrl |

  @rule:Zacas_amocas_mem_op_success_aq_rl
  Scenario Outline: A load after <insn>.aq that succeeds sees what came before the flag
    It compares with the flag that was set, so where it returns that it has succeeded.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li a0, 1
      li a2, 2
      <insn>.aq a0, a2, (s1)
      ld a1, 0(s0)
      nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | insn     |
      | amocas.d |
      | amocas.w |

  @rule:Zacas_amocas_mem_op_fail_aq_rl
  Scenario Outline: A load after <insn>.aq that fails sees what came before the flag
    It compares with what is never there.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li a0, 5
      li a2, 2
      <insn>.aq a0, a2, (s1)
      ld a1, 0(s0)
      nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And never test data + 192 holds 2

    Examples:
      | insn     |
      | amocas.d |
      | amocas.w |

  Scenario Outline: A store after <insn>.aq that compares with <compare> is not seen before it
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      fence r, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      li a0, <compare>
      li a2, 2
      <insn>.aq a0, a2, (s1)
      sd t1, 0(s0)
      nop; nop; nop; nop; nop; nop
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1 [<rule>]

    Examples:
      | insn     | compare | rule                              |
      | amocas.d | 1       | Zacas_amocas_mem_op_success_aq_rl |
      | amocas.w | 1       | Zacas_amocas_mem_op_success_aq_rl |
      | amocas.d | 5       | Zacas_amocas_mem_op_fail_aq_rl    |
      | amocas.w | 5       | Zacas_amocas_mem_op_fail_aq_rl    |

  @rule:Zacas_amocas_mem_op_success_aq_rl
  Scenario Outline: A store before <insn>.rl that succeeds is seen by who sees the flag
    Nobody else writes the flag, so the comparison with zero succeeds.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      <insn>.rl x0, t1, (s1)
      nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      li t0, 40
      again:
      ld a0, 0(s1)
      bnez a0, seen
      addi t0, t0, -1
      bnez t0, again
      seen:
      fence r, r
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | insn     |
      | amocas.d |
      | amocas.w |
