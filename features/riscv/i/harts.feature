@ext:I
Feature: What a fence orders for another hart
  Two harts run at the same time, many times over, from the same registers. Each scenario names a
  final state that the memory model forbids because of the fences, and without them would permit.
  That it was not seen in so many repetitions is evidence, and no proof: a hart may never reorder
  what it must not, or have had no occasion to.

  @rule:fence_op
  Scenario Outline: A message is there before its flag, with fence <w> and fence <r>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence <w>
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence <r>
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And no trap is taken

    Examples:
      | w          | r          |
      | w, w       | r, r       |
      | rw, w      | r, rw      |
      | w, rw      | rw, r      |
      | rw, rw     | rw, rw     |
      | iorw, iorw | iorw, iorw |

  @rule:fence_op
  Scenario Outline: Of two stores, each before a load of the other's, one is seen, with fence <sets>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence <sets>
      ld a0, 0(s1)
      """
    And hart 1 executes
      """
      sd t1, 0(s1)
      fence <sets>
      ld a0, 0(s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0
    And no trap is taken

    Examples:
      | sets       |
      | w, r       |
      | rw, r      |
      | w, rw      |
      | rw, rw     |
      | iorw, iorw |

  @rule:fence_op
  Scenario Outline: No two loads see stores that come after them, with fence <sets>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      fence <sets>
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence <sets>
      sd t1, 0(s0)
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1
    And no trap is taken

    Examples:
      | sets   |
      | r, w   |
      | rw, w  |
      | r, rw  |
      | rw, rw |

  @rule:fence_op
  Scenario: Of two pairs of stores in opposite orders, not both first ones are last
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t2, 0(s1)
      """
    And hart 1 executes
      """
      sd t1, 0(s1)
      fence w, w
      sd t2, 0(s0)
      """
    Then never test data + 64 holds 1 and test data + 192 holds 1

  @rule:fence_op
  Scenario: Who stores last over a flag sees the message that came before it
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      sd t2, 0(s1)
      fence w, r
      ld a0, 0(s0)
      """
    Then never hart 1: a0 = 0 and test data + 192 holds 2

  @rule:fence_op
  Scenario: A store after a flag that was seen comes after the store before the flag
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t2, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, w
      sd t1, 0(s0)
      """
    Then never hart 1: a0 = 1 and test data + 64 holds 2

  @rule:fence-tso_op
  Scenario: A message is there before its flag, with fence.tso
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence.tso
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence.tso
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And no trap is taken

  @rule:fence-tso_op
  Scenario: No two loads see stores that come after them, with fence.tso
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      fence.tso
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence.tso
      sd t1, 0(s0)
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1
    And no trap is taken

  @rule:ldst_atomicity_for_aligned
  Scenario Outline: <load> never sees half of what <store> stores at offset <offset>
    One hart stores all zeros and all ones in turn; the other sees the one or the other.
    Given two harts
    And s0 = test data + <offset> and t1 = -1
    And test data + 64 holds 0 and test data + 120 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      <store> x0, 0(s0)
      <store> t1, 0(s0)
      <store> x0, 0(s0)
      <store> t1, 0(s0)
      """
    And hart 1 executes
      """
      <load> a0, 0(s0)
      <load> a1, 0(s0)
      <load> a2, 0(s0)
      <load> a3, 0(s0)
      """
    Then always hart 1: a0 = 0 or -1 and a1 = 0 or -1 and a2 = 0 or -1 and a3 = 0 or -1

    Examples:
      | load | store | offset |
      | ld   | sd    | 64     |
      | ld   | sd    | 120    |
      | lw   | sw    | 64     |
      | lw   | sw    | 124    |
      | lh   | sh    | 64     |
      | lh   | sh    | 126    |

  @rule:ldst_atomicity_for_aligned
  Scenario Outline: Of two <store> to one place, all of one stays
    Given two harts
    And s0 = test data + 64 and t1 = -1
    And test data + 64 holds 0x123456789abcdef0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      <store> t1, 0(s0)
      """
    And hart 1 executes
      """
      <store> x0, 0(s0)
      <store> x0, 0(s0)
      """
    Then always test data + 64 holds <size> 0 or <ones>

    Examples:
      | store | size       | ones       |
      | sd    | doubleword | -1         |
      | sw    | word       | 0xffffffff |
      | sh    | halfword   | 0xffff     |
