@ext:Zaamo
Feature: AMOs of two harts on one place
  An AMO loads, computes and stores in one step: nothing that another hart does comes in between.

  @rule:amo_operand_size
  Scenario Outline: Twenty <amo> of each hart add up
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds <before>
    When hart 0 executes
      """
      li t1, 1
      li t0, 20
      again:
      <amo> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    And hart 1 executes
      """
      li t1, 1
      li t0, 20
      again:
      <amo> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    Then always test data + 64 holds <after>
    And no trap is taken

    Examples:
      | amo      | before             | after              |
      | amoadd.d | 0x00000000fffffff0 | 0x0000000100000018 |
      | amoadd.w | 0x77777777fffffff0 | 0x7777777700000018 |

  @rule:amo_operand_size
  Scenario Outline: Neither <amo> is lost
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds <before>
    When hart 0 executes
      """
      li t1, <zero>
      <amo> a0, t1, (s0)
      """
    And hart 1 executes
      """
      li t1, <one>
      <amo> a0, t1, (s0)
      """
    Then always test data + 64 holds <after>

    Examples:
      | amo       | before | zero | one | after |
      | amoor.d   | 1      | 2    | 4   | 7     |
      | amoor.w   | 1      | 2    | 4   | 7     |
      | amoand.d  | 7      | 5    | 3   | 1     |
      | amoand.w  | 7      | 5    | 3   | 1     |
      | amoxor.d  | 1      | 2    | 4   | 7     |
      | amoxor.w  | 1      | 2    | 4   | 7     |
      | amomax.d  | 1      | 2    | 4   | 4     |
      | amomax.w  | 1      | 2    | 4   | 4     |
      | amomaxu.d | 1      | 4    | 2   | 4     |
      | amomaxu.w | 1      | 4    | 2   | 4     |
      | amomin.d  | 4      | -2   | 1   | -2    |
      | amomin.w  | 4      | 2    | 1   | 1     |
      | amominu.d | 4      | 1    | 2   | 1     |
      | amominu.w | 4      | 1    | 2   | 1     |

  @rule:amo_operand_size
  Scenario Outline: Of two <amo> only one finds what was there before
    Given two harts
    And s0 = test data + 64 and t1 = 1
    And test data + 64 holds 0
    When hart 0 executes
      """
      <amo> a0, t1, (s0)
      """
    And hart 1 executes
      """
      <amo> a0, t1, (s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0
    And always hart 0: a0 = 0 or 1 and hart 1: a0 = 0 or 1

    Examples:
      | amo       |
      | amoswap.d |
      | amoswap.w |
      | amoadd.d  |
      | amoor.w   |
