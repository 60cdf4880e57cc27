@ext:Zabha
Feature: Byte and halfword AMOs of two harts on one word
  What another hart does to the same bytes or to their neighbours never comes in between.

  @rule:rvwmo_aligned_amo_memop @rule:Zabha_rd_sign_extension
  Scenario Outline: Twenty <amo> of each hart add up, and spare the bytes around
    Given two harts
    And s0 = test data + 66
    And test data + 64 holds 0x5a5a5a5a00005a5a
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
    Then always test data + 64 holds 0x5a5a5a5a00285a5a
    And no trap is taken

    Examples:
      | amo      |
      | amoadd.b |
      | amoadd.h |

  @rule:rvwmo_aligned_amo_memop
  Scenario Outline: Neither <amo> is lost
    Given two harts
    And s0 = test data + 66
    And test data + 66 holds <size> <before>
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
    Then always test data + 66 holds <size> <after>

    Examples:
      | amo       | size     | before | zero  | one | after |
      | amoor.b   | byte     | 1      | 2     | 4   | 7     |
      | amoand.b  | byte     | 7      | 5     | 3   | 1     |
      | amoxor.b  | byte     | 1      | 2     | 4   | 7     |
      | amomax.b  | byte     | 1      | 2     | 4   | 4     |
      | amomaxu.b | byte     | 1      | 255   | 2   | 255   |
      | amomin.b  | byte     | 4      | -2    | 1   | 254   |
      | amominu.b | byte     | 4      | 1     | 2   | 1     |
      | amoor.h   | halfword | 1      | 2     | 4   | 7     |
      | amoand.h  | halfword | 7      | 5     | 3   | 1     |
      | amoxor.h  | halfword | 1      | 2     | 4   | 7     |
      | amomax.h  | halfword | 1      | 2     | 4   | 4     |
      | amomaxu.h | halfword | 1      | 65535 | 2   | 65535 |
      | amomin.h  | halfword | 4      | -2    | 1   | 65534 |
      | amominu.h | halfword | 4      | 1     | 2   | 1     |

  @rule:rvwmo_aligned_amo_memop
  Scenario Outline: <amo> of one hart and <other> of the other to the byte beside lose nothing
    Given two harts
    And s0 = test data + 64
    And test data + 64 holds 0
    When hart 0 executes
      """
      li t1, 1
      li t0, 10
      again:
      <amo> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    And hart 1 executes
      """
      li t1, 1
      addi s0, s0, <beside>
      li t0, 10
      again:
      <other> a0, t1, (s0)
      addi t0, t0, -1
      bnez t0, again
      """
    Then always test data + 64 holds <after>

    Examples:
      | amo      | other    | beside | after       |
      | amoadd.b | amoadd.b | 1      | 0x0a0a      |
      | amoadd.h | amoadd.b | 2      | 0x0a000a    |
      | amoadd.h | amoadd.h | 2      | 0x0a000a    |
      | amoadd.b | amoadd.w | 4      | 0xa0000000a |
