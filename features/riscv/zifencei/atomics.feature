@ext:Zaamo @ext:Zalrsc @ext:Zifencei
Feature: Fetching instructions that atomics have written
  AMOs and store-conditionals write memory like stores do, and FENCE.I makes what they wrote visible to
  the fetches that follow just the same.

  The instruction at patch is addi a2, x0, 1 (0x00100613); what is written makes it addi a2, x0, 2
  (0x00200613).

  @rule:fence_i_op
  Scenario Outline: Code that has run is replaced by <writer>, and runs anew
    Given a0 = <value> and a1 = label patch
    When the hart executes
      """
      jal ra, patch
      mv a3, a2
      <writer> <operands>
      fence.i
      jal ra, patch
      j end
      .balign 8
      patch:
      addi a2, x0, 1
      ret
      end:
      """
    Then a3 = 1
    And a2 = 2
    And no trap is taken

    Examples:
      | writer         | operands     | value              |
      | amoswap.w      | a4, a0, (a1) | 0x00200613         |
      | amoadd.w       | a4, a0, (a1) | 0x00100000         |
      | amoxor.w       | a4, a0, (a1) | 0x00300000         |
      | amomaxu.w      | a4, a0, (a1) | 0x00200613         |
      | amomax.w       | x0, a0, (a1) | 0x00200613         |
      | amoswap.d      | a4, a0, (a1) | 0x0000806700200613 |
      | amoadd.d       | x0, a0, (a1) | 0x00100000         |
      | amoswap.w.aqrl | a4, a0, (a1) | 0x00200613         |

  @rule:fence_i_op
  Scenario: Code that has run is replaced by a store-conditional
    Given a0 = 0x00200613 and a1 = label patch
    When the hart executes
      """
      jal ra, patch
      mv a3, a2
      li t0, 1000
      retry:
      lr.w a4, (a1)
      sc.w a5, a0, (a1)
      beqz a5, stored
      addi t0, t0, -1
      bnez t0, retry
      stored:
      fence.i
      jal ra, patch
      j end
      .balign 8
      patch:
      addi a2, x0, 1
      ret
      end:
      """
    Then a3 = 1
    And a5 = 0
    And a2 = 2
    And no trap is taken

  @rule:fence_i_op
  Scenario Outline: The instruction right behind fence.i is the one that <writer> wrote
    It was surely fetched before, as part of what follows the store.
    Given a0 = <value> and a1 = label patch
    When the hart executes
      """
      j start
      .balign 8
      start:
      <writer> <operands>
      fence.i
      patch:
      addi a2, x0, 1
      """
    Then a2 = 2
    And no trap is taken

    Examples:
      | writer    | operands     | value      |
      | amoswap.w | a4, a0, (a1) | 0x00200613 |
      | amoadd.w  | a4, a0, (a1) | 0x00100000 |

  @rule:fence_i_op
  Scenario Outline: Hot code is replaced by <writer>, and runs anew
    The old code ran a hundred times.
    Given a0 = <value> and a1 = label patch
    When the hart executes
      """
      li t0, 100
      li a3, 0
      warm:
      jal ra, patch
      add a3, a3, a2
      addi t0, t0, -1
      bnez t0, warm
      <writer> <operands>
      fence.i
      li t0, 100
      li a4, 0
      again:
      jal ra, patch
      add a4, a4, a2
      addi t0, t0, -1
      bnez t0, again
      j end
      .balign 8
      patch:
      addi a2, x0, 1
      ret
      end:
      """
    Then a3 = 100
    And a4 = 200
    And no trap is taken

    Examples:
      | writer    | operands     | value      |
      | amoswap.w | a5, a0, (a1) | 0x00200613 |
      | amoxor.w  | a5, a0, (a1) | 0x00300000 |

  @rule:fence_i_op
  Scenario Outline: A function written to data by <writer> can be called
    The function is addi a2, x0, 2 and ret.
    Given a0 = 0x0000806700200613 and a1 = test data + 64
    And a4 = 0x00200613 and a5 = 0x00008067
    When the hart executes
      """
      <first>
      <second>
      fence.i
      jalr ra, 0(a1)
      """
    Then a2 = 2
    And no trap is taken

    Examples:
      | writer    | first                  | second |
      | amoswap.d | amoswap.d x0, a0, (a1) | nop    |
