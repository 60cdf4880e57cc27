@ext:Ziccif
Feature: Instruction fetches of two harts' code
  One hart changes code that the other executes, without fence.i in between. A naturally aligned fetch is
  atomic, so what is executed is the old instruction or the new one, and never a part of each.

  @rule:ziccif_if_atomicity @ext:Zifencei
  Scenario Outline: An aligned instruction that <store> replaces at offset <at> is executed old or new
    The old instruction puts 0x111 into a0, the new one 0x222 into a1: their halves would say otherwise.
    Given two harts
    And the code "addi a0, x0, 0x111; jalr x0, 0(ra)" lies at test data + <at>
    And s0 = test data + <at> and t1 = 0x22200593
    When hart 0 executes
      """
      nop
      nop
      sw t1, 0(s0)
      """
    And hart 1 executes
      """
      fence.i
      li t0, 6
      li a2, 0
      li a3, 0
      again:
      li a0, 0
      li a1, 0
      jalr ra, 0(s0)
      or a2, a2, a0
      or a3, a3, a1
      addi t0, t0, -1
      bnez t0, again
      """
    Then always hart 1: a2 = 0 or 0x111 and a3 = 0 or 0x222
    And never hart 1: a2 = 0 and a3 = 0
    And no trap is taken

    Examples:
      | store | at  |
      | sw    | 64  |
      | sw    | 68  |
      | sw    | 124 |
      | sw    | 252 |

  @rule:ziccif_fetch_mechanism @rule:ziccif_if_atomicity @ext:Zifencei
  Scenario Outline: An instruction across a multiple of 4 at <at> may be cut short by a compressed jump
    The halfword that is stored over its first half is c.jr ra.
    Given two harts
    And the code "addi a0, x0, 0x111; jalr x0, 0(ra)" lies at test data + <at>
    And s0 = test data + <at> and t1 = 0x8082
    When hart 0 executes
      """
      nop
      nop
      sh t1, 0(s0)
      """
    And hart 1 executes
      """
      fence.i
      li t0, 6
      li a2, 0
      again:
      li a0, 0
      jalr ra, 0(s0)
      or a2, a2, a0
      addi t0, t0, -1
      bnez t0, again
      """
    Then always hart 1: a2 = 0 or 0x111
    And no trap is taken

    Examples:
      | at  |
      | 66  |
      | 70  |
      | 126 |

  @rule:ziccif_if_atomicity
  Scenario: An aligned instruction that keeps changing is executed as the one or the other
    One puts 0x111 into a0, the other 0x222 into a1. Whichever of them a fetch finds is right, so that no
    fence.i is needed. Hart 1 tells where the instruction is.
    Given two harts
    And s1 = test data + 192 and t1 = 0x22200593 and t2 = 0x11100513
    And test data + 192 holds 0
    When hart 0 executes
      """
      li t0, 60
      wait:
      ld s0, 0(s1)
      bnez s0, found
      addi t0, t0, -1
      bnez t0, wait
      j over
      found:
      sw t1, 0(s0)
      sw t2, 0(s0)
      sw t1, 0(s0)
      sw t2, 0(s0)
      over:
      """
    And hart 1 executes
      """
      la s0, target
      sd s0, 0(s1)
      li t0, 12
      li a2, 0
      li a3, 0
      again:
      li a0, 0
      li a1, 0
      j target
      .balign 4
      target:
      addi a0, x0, 0x111
      or a2, a2, a0
      or a3, a3, a1
      addi t0, t0, -1
      bnez t0, again
      """
    Then always hart 1: a2 = 0 or 0x111 and a3 = 0 or 0x222
    And never hart 1: a2 = 0 and a3 = 0
    And no trap is taken

  @ext:Zca @ext:Ziccif @rule:ziccif_fetch_mechanism @rule:ziccif_if_atomicity
  Scenario: An instruction across a multiple of 4 that keeps turning into a compressed jump is executed whole or not at all
    What keeps changing is its first half, between that of addi and c.jr ra.
    Given two harts
    And s1 = test data + 192 and t1 = 0x8082 and t2 = 0x0513
    And test data + 192 holds 0
    When hart 0 executes
      """
      li t0, 60
      wait:
      ld s0, 0(s1)
      bnez s0, found
      addi t0, t0, -1
      bnez t0, wait
      j over
      found:
      sh t1, 0(s0)
      sh t2, 0(s0)
      sh t1, 0(s0)
      sh t2, 0(s0)
      over:
      """
    And hart 1 executes
      """
      la s0, target
      sd s0, 0(s1)
      li t0, 12
      li a2, 0
      again:
      li a0, 0
      jal ra, target
      or a2, a2, a0
      addi t0, t0, -1
      bnez t0, again
      j over
      .balign 4
      c.nop
      target:
      addi a0, x0, 0x111
      jalr x0, 0(ra)
      over:
      """
    Then always hart 1: a2 = 0 or 0x111
    And no trap is taken

  @rule:ziccif_pma_application @rule:ziccif_fetch_mechanism
  Scenario: An instruction is executed though the bytes behind it may not be
    Given the hart runs in user mode
    And user mode may not execute the 8 bytes at label guarded
    When the hart executes
      """
      li a0, 1
      j last
      .balign 8
      behind:
      addi a0, a0, 1
      j over
      .balign 8
      nop
      last:
      j behind
      guarded:
      .word 0
      .word 0
      over:
      """
    Then a0 = 2
    And no trap is taken

  @ext:Zca @ext:Ziccif @rule:ziccif_pma_application @rule:ziccif_fetch_mechanism
  Scenario: A compressed instruction is executed though the bytes behind it may not be
    Given the hart runs in user mode
    And user mode may not execute the 8 bytes at label guarded
    When the hart executes
      """
      li a0, 1
      j last
      .balign 8
      behind:
      addi a0, a0, 1
      j over
      .balign 8
      nop
      c.nop
      last:
      c.j behind
      guarded:
      .word 0
      .word 0
      over:
      """
    Then a0 = 2
    And no trap is taken

  @rule:ziccif_if_atomicity @ext:Zifencei
  Scenario Outline: Main memory can be fetched from at offset <at>
    Given the code "addi a0, x0, 7; jalr x0, 0(ra)" lies at test data + <at>
    And a1 = test data + <at>
    When the hart executes "fence.i; jalr ra, 0(a1); addi a0, a0, 1"
    Then a0 = 8
    And no trap is taken

    Examples:
      | at  |
      | 0   |
      | 60  |
      | 124 |
      | 500 |
