@ext:Zifencei
Feature: Fetching instructions that were just written
  After FENCE.I a hart fetches what it has stored before, whoever it was stored by and whether or not
  the old instruction was fetched before. Without FENCE.I nothing is promised.

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

    Examples: the whole instruction, and the part of it that differs
      | writer | operands  | value              |
      | sw     | a0, 0(a1) | 0x00200613         |
      | sh     | a0, 2(a1) | 0x0020             |
      | sb     | a0, 2(a1) | 0x20               |
      | sd     | a0, 0(a1) | 0x0000806700200613 |

  @rule:fence_i_op
  Scenario: Code that has run is replaced byte by byte
    Given a1 = label patch
    When the hart executes
      """
      jal ra, patch
      mv a3, a2
      li a0, 0x13
      sb a0, 0(a1)
      li a0, 0x06
      sb a0, 1(a1)
      li a0, 0x20
      sb a0, 2(a1)
      sb x0, 3(a1)
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
      | writer | operands  | value      |
      | sw     | a0, 0(a1) | 0x00200613 |
      | sh     | a0, 2(a1) | 0x0020     |
      | sb     | a0, 2(a1) | 0x20       |

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
      | writer | operands  | value      |
      | sw     | a0, 0(a1) | 0x00200613 |

  @rule:fence_i_op
  Scenario: Code is replaced several times in a loop
    The immediate grows by one each time: 1, 2, 3, 4 and 5 make 15.
    Given a0 = 0x00100000 and a1 = label patch
    When the hart executes
      """
      li t0, 5
      li a3, 0
      next:
      jal ra, patch
      add a3, a3, a2
      lw a4, 0(a1)
      add a4, a4, a0
      sw a4, 0(a1)
      fence.i
      addi t0, t0, -1
      bnez t0, next
      j end
      .balign 8
      patch:
      addi a2, x0, 1
      ret
      end:
      """
    Then a3 = 15
    And no trap is taken

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
      | writer | first        | second       |
      | sd     | sd a0, 0(a1) | nop          |
      | sw     | sw a4, 0(a1) | sw a5, 4(a1) |

  @rule:fence_i_op
  Scenario: A function in data that has been called is replaced
    Given a0 = 0x00200613 and a1 = test data + 64
    And the code "addi a2, x0, 1; ret" lies at test data + 64
    When the hart executes
      """
      fence.i
      jalr ra, 0(a1)
      mv a3, a2
      sw a0, 0(a1)
      fence.i
      jalr ra, 0(a1)
      """
    Then a3 = 1
    And a2 = 2
    And no trap is taken

  @rule:fence_i_op
  Scenario: fence.i alone changes nothing
    When the hart executes "fence.i"
    Then nothing changes
    And no trap is taken

  @rule:fence_i_rsv
  Scenario: The unused fields of fence.i are ignored
    When the hart executes every encoding of "fence.i"
    Then every outcome is one the specification allows [fence_i_rsv]

  @rule:fence_i_rsv
  Scenario Outline: The code <code>, with <fields>, changes nothing
    When the hart executes ".word <code>"
    Then nothing changes
    And no trap is taken

    Examples:
      | code       | fields                           |
      | 0x0000108f | rd = x1                          |
      | 0x0000150f | rd = a0                          |
      | 0x0005100f | rs1 = a0                         |
      | 0x000f900f | rs1 = t6                         |
      | 0x0010100f | funct12 = 1                      |
      | 0x8000100f | funct12 = 0x800                  |
      | 0xfff0100f | funct12 = 0xfff                  |
      | 0xffff9f8f | all bits of all three fields set |

  @rule:fence_i_rsv @rule:fence_i_op
  Scenario Outline: The code <code>, with <fields>, is a fence for fetches all the same
    Given a0 = 0x00200613 and a1 = label patch
    When the hart executes
      """
      jal ra, patch
      mv a3, a2
      sw a0, 0(a1)
      .word <code>
      jal ra, patch
      j end
      .balign 8
      patch:
      addi a2, x0, 1
      ret
      end:
      """
    Then a3 = 1 [fence_i_op]
    And a2 = 2
    And no trap is taken

    Examples:
      | code       | fields                           |
      | 0x0000150f | rd = a0                          |
      | 0x0005900f | rs1 = a1                         |
      | 0xfff0100f | funct12 = 0xfff                  |
      | 0xffff9f8f | all bits of all three fields set |
