@ext:A
Feature: The memory model and atomic operations of two harts
  An AMO is a load and a store at once; a successful SC follows its LR without another hart's store to the
  same place in between; an SC that fails is no memory operation.

  @rule:rvwmo_aligned_amo_memop @rule:rvwmo_obeyed
  Scenario Outline: A store falls before or after <amo>, not between its load and its store
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      li t3, 1
      <amo> a0, t3, (s0)
      """
    And hart 1 executes
      """
      li t3, 16
      <store> t3, 0(s0)
      """
    Then always test data + 64 holds 16 or 17
    And always hart 0: a0 = 0 or 16
    And never hart 0: a0 = 0 and test data + 64 holds 17
    And never hart 0: a0 = 16 and test data + 64 holds 16

    Examples:
      | amo      | store |
      | amoadd.d | sd    |
      | amoadd.w | sw    |
      | amoor.d  | sd    |
      | amoxor.w | sw    |

  @rule:rvwmo_aligned_amo_memop @rule:rvwmo_obeyed
  Scenario: Of the old values of two swaps one is the other's new value
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      amoswap.d a0, t1, (s0)
      """
    And hart 1 executes
      """
      amoswap.d a0, t2, (s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0
    And never hart 0: a0 = 2 and test data + 64 holds 2
    And never hart 1: a0 = 1 and test data + 64 holds 1

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: What an AMO stored and a load of its hart returned comes before what follows that load
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      amoswap.d x0, t1, (s0)
      ld a0, 0(s0)
      fence r, r
      ld a1, 0(s1)
      """
    And hart 1 executes
      """
      amoswap.d x0, t1, (s1)
      ld a0, 0(s1)
      fence r, r
      ld a1, 0(s0)
      """
    Then never hart 0: a0 = 1 and a1 = 0 and hart 1: a0 = 1 and a1 = 0

  @rule:rvwmo_atomicity_axiom @rule:rvwmo_obeyed
  Scenario Outline: No store of another hart falls between <lr> and <sc> that succeeds
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <lr> a0, (s0)
      addi a2, a0, 1
      <sc> a3, a2, (s0)
      """
    And hart 1 executes
      """
      li t3, 16
      <store> t3, 0(s0)
      """
    Then never hart 0: a3 = 0 and test data + 64 holds 1
    And never hart 0: a0 = 0 and a3 = 0 and test data + 64 holds 17
    And never hart 0: a0 = 16 and a3 = 0 and test data + 64 holds 16

    Examples:
      | lr   | sc   | store |
      | lr.d | sc.d | sd    |
      | lr.w | sc.w | sw    |

  @rule:rvwmo_atomicity_axiom @rule:rvwmo_obeyed
  Scenario Outline: Of <lr> and <sc> of both harts that succeed, one sees what the other stored
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <lr> a0, (s0)
      <sc> a3, t1, (s0)
      """
    And hart 1 executes
      """
      <lr> a0, (s0)
      <sc> a3, t2, (s0)
      """
    Then never hart 0: a0 = 0 and a3 = 0 and hart 1: a0 = 0 and a3 = 0
    And never hart 0: a0 = 2 and a3 = 0 and test data + 64 holds 2

    Examples:
      | lr   | sc   |
      | lr.d | sc.d |
      | lr.w | sc.w |

  @rule:rvwmo_atomicity_axiom @rule:rvwmo_obeyed
  Scenario Outline: An AMO of another hart never falls between <lr> and <sc> that succeeds
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <lr> a0, (s0)
      addi a2, a0, 1
      <sc> a3, a2, (s0)
      """
    And hart 1 executes
      """
      li t3, 16
      <amo> a0, t3, (s0)
      """
    Then never hart 0: a3 = 0 and test data + 64 holds 1
    And never hart 0: a3 = 0 and hart 1: a0 = 0 and test data + 64 holds 16

    Examples:
      | lr   | sc   | amo      |
      | lr.d | sc.d | amoadd.d |
      | lr.w | sc.w | amoadd.w |

  @rule:rvwmo_sc_fail_no_memop
  Scenario Outline: What a failing <sc> would store is never seen
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <sc> a2, x0, (s2)
      <sc> a3, t1, (s0)
      """
    And hart 1 executes
      """
      ld a0, 0(s0)
      ld a1, 0(s0)
      """
    Then always hart 1: a0 = 0 and a1 = 0 and test data + 64 holds 0

    Examples:
      | sc   |
      | sc.d |
      | sc.w |

  @rule:rvwmo_sc_fail_no_memop
  Scenario: A load sees past a failing SC of its hart to what memory holds
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sc.d a2, x0, (s2)
      sc.d a3, t1, (s0)
      ld a0, 0(s0)
      """
    And hart 1 executes
      """
      sd t2, 0(s0)
      """
    Then always hart 0: a0 = 0 or 2 and test data + 64 holds 2
