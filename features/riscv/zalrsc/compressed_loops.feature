@ext:Zca @ext:Zalrsc
Feature: Compressed instructions in constrained LR/SC loops
  What the base instructions may do between an LR and its SC, their compressed forms may do too.

  @rule:constrained_lrsc_forward_progress
  Scenario Outline: A loop with <insn> between <lr> and <sc> succeeds
    Given test data + 8 holds 10
    And a0 = 3 and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      <insn>
      over:
      <sc> a3, a2, (a1)
      c.beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      exit:
      """
    Then a3 = 0
    And test data + 8 holds <new>

    Examples:
      | lr   | sc   | insn            | new |
      | lr.d | sc.d | c.addi a2, 5    | 15  |
      | lr.d | sc.d | c.add a2, a0    | 13  |
      | lr.d | sc.d | c.sub a2, a0    | 7   |
      | lr.d | sc.d | c.slli a2, 3    | 80  |
      | lr.d | sc.d | c.li a2, -1     | -1  |
      | lr.d | sc.d | c.mv a2, a0     | 3   |
      | lr.d | sc.d | c.j over        | 10  |
      | lr.d | sc.d | c.bnez a2, over | 10  |
      | lr.d | sc.d | c.beqz a2, over | 10  |
      | lr.w | sc.w | c.addiw a2, 5   | 15  |
      | lr.w | sc.w | c.xor a2, a0    | 9   |
