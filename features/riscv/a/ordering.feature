@ext:A
Feature: What aq and rl order for another hart
  An atomic operation with aq comes before all later memory operations of its hart, one with rl
  after all earlier ones, and one with both is sequentially consistent. The other hart of each
  scenario uses fences, so that one bit at a time is looked at. A forbidden state that was not seen
  in so many repetitions is evidence, and no proof.

  @rule:a_acquire_semantics
  Scenario Outline: A load after <acquire> sees what came before the flag
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
      <acquire>
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0 [<rules>]

    Examples:
      | acquire                     | rules                                      |
      | amoswap.d.aq a0, x0, (s1)   | a_acquire_semantics, amo_release_consistency |
      | amoadd.w.aq a0, x0, (s1)    | a_acquire_semantics, amo_release_consistency |
      | amoor.d.aq a0, x0, (s1)     | a_acquire_semantics, amo_release_consistency |
      | amomaxu.w.aq a0, x0, (s1)   | a_acquire_semantics, amo_release_consistency |
      | lr.d.aq a0, (s1)            | a_acquire_semantics                        |
      | lr.w.aq a0, (s1)            | a_acquire_semantics                        |

  @rule:a_acquire_semantics
  Scenario Outline: A store after <acquire> is not seen before it
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
      <acquire>
      sd t1, 0(s0)
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

    Examples:
      | acquire                   |
      | amoor.d.aq a0, x0, (s1)   |
      | amoswap.w.aq a0, x0, (s1) |
      | lr.d.aq a0, (s1)          |

  @rule:a_release_semantics
  Scenario Outline: A store before <release> is seen by who sees the flag
    An SC may fail: then there is no flag to see.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      <before>
      sd t1, 0(s0)
      <release>
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, r
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0 [<rules>]

    Examples:
      | before          | release                   | rules                                      |
      | nop             | amoswap.d.rl x0, t1, (s1) | a_release_semantics, amo_release_consistency |
      | nop             | amoadd.w.rl t2, t1, (s1)  | a_release_semantics, amo_release_consistency |
      | nop             | amoor.d.rl t2, t1, (s1)   | a_release_semantics, amo_release_consistency |
      | nop             | amomaxu.w.rl t2, t1, (s1) | a_release_semantics, amo_release_consistency |
      | lr.d t2, (s1)   | sc.d.rl t3, t1, (s1)      | a_release_semantics                        |
      | lr.w t2, (s1)   | sc.w.rl t3, t1, (s1)      | a_release_semantics                        |

  @rule:a_release_semantics
  Scenario Outline: A load before <release> does not see what comes after the flag
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      <release>
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, w
      sd t1, 0(s0)
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

    Examples:
      | release                   |
      | amoswap.d.rl x0, t1, (s1) |
      | amoadd.w.rl t2, t1, (s1)  |

  @rule:a_seq_cst_semantics
  Scenario Outline: Of two <store>, each before <load> of the other's, one is seen
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      <store> (s0)
      <load> (s1)
      """
    And hart 1 executes
      """
      <store> (s1)
      <load> (s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0 [<rules>]

    Examples:
      | store                  | load                 | rules                                      |
      | amoswap.d.aqrl x0, t1, | amoor.d.aqrl a0, x0, | a_seq_cst_semantics, amo_release_consistency |
      | amoadd.w.aqrl t2, t1,  | amoor.w.aqrl a0, x0, | a_seq_cst_semantics, amo_release_consistency |
      | amoswap.d.aqrl x0, t1, | lr.d.aqrl a0,        | a_seq_cst_semantics                        |
      | amoswap.d.aqrl x0, t1, | ld a0,               | a_seq_cst_semantics                        |
      | sd t1,                 | amoor.d.aqrl a0, x0, | a_seq_cst_semantics                        |

  @rule:a_seq_cst_semantics
  Scenario: A message is there before its flag when both are aqrl
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      amoswap.d.aqrl x0, t1, (s1)
      """
    And hart 1 executes
      """
      amoor.d.aqrl a0, x0, (s1)
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

  @rule:amo_release_consistency
  Scenario: A lock taken with aq and given back with rl protects plain loads and stores
    Each hart adds to a counter five times; a hart that does not get the lock gives up, and a3 says so.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      li t1, 1
      li t2, 5
      li t3, 2000
      li a3, 0
      again:
      amoswap.d.aq t0, t1, (s1)
      beqz t0, mine
      addi t3, t3, -1
      bnez t3, again
      li a3, 1
      j out
      mine:
      ld a0, 0(s0)
      addi a0, a0, 1
      sd a0, 0(s0)
      amoswap.d.rl x0, x0, (s1)
      addi t2, t2, -1
      bnez t2, again
      out:
      """
    And hart 1 executes
      """
      li t1, 1
      li t2, 5
      li t3, 2000
      li a3, 0
      again:
      amoswap.d.aq t0, t1, (s1)
      beqz t0, mine
      addi t3, t3, -1
      bnez t3, again
      li a3, 1
      j out
      mine:
      ld a0, 0(s0)
      addi a0, a0, 1
      sd a0, 0(s0)
      amoswap.d.rl x0, x0, (s1)
      addi t2, t2, -1
      bnez t2, again
      out:
      """
    Then never hart 0: a3 = 0 and hart 1: a3 = 0 and test data + 64 holds 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9
