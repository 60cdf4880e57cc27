@ext:Zama16b
Feature: Misaligned accesses of two harts within 16 aligned bytes
  What one hart stores is seen whole by the other, though neither address is aligned.

  @rule:zama16b_atomic_ops @rule:rvwmo_misaligned_in_atomic_pma
  Scenario Outline: <load> at <at> never sees half of what <store> stores
    Given two harts
    And s0 = test data + <at> and t1 = -1
    And test data + 64 holds 0 and test data + 72 holds 0
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
    And no trap is taken

    Examples:
      | load | store | at |
      | ld   | sd    | 65 |
      | ld   | sd    | 68 |
      | ld   | sd    | 71 |
      | lw   | sw    | 66 |
      | lw   | sw    | 70 |
      | lw   | sw    | 71 |
      | lh   | sh    | 65 |
      | lh   | sh    | 71 |

  @rule:zama16b_atomic_ops @rule:rvwmo_misaligned_in_atomic_pma @ext:Zaamo
  Scenario Outline: Twenty <amo> of each hart at <at> add up
    Given two harts
    And s0 = test data + <at>
    And test data + 64 holds 0 and test data + 72 holds 0
    When hart 0 executes
      """
      li t1, <addend>
      li t0, 20
      again:
      <amo> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    And hart 1 executes
      """
      li t1, <addend>
      li t0, 20
      again:
      <amo> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    Then always test data + 64 holds <low> and test data + 72 holds <high>
    And no trap is taken

    Examples: 40 times the addend, from the byte at the address on
      | amo      | at | addend     | low                | high               |
      | amoadd.w | 66 | 0x01000001 | 0x0000280000280000 | 0                  |
      | amoadd.w | 70 | 0x01000001 | 0x0028000000000000 | 0x0000000000002800 |
      | amoadd.d | 68 | 0x10000001 | 0x8000002800000000 | 0x0000000000000002 |
      | amoadd.d | 71 | 0x01000001 | 0x2800000000000000 | 0x0000000000280000 |

  @rule:zama16b_atomic_ops
  Scenario Outline: Of two <store> at <at>, all of one stays
    Given two harts
    And s0 = test data + <at> and t1 = -1
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
    Then always test data + <at> holds <size> 0 or <ones>

    Examples:
      | store | at | size     | ones       |
      | sw    | 65 | word     | 0xffffffff |
      | sw    | 67 | word     | 0xffffffff |
      | sh    | 65 | halfword | 0xffff     |
      | sh    | 69 | halfword | 0xffff     |
