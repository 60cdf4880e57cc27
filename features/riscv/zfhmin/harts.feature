@ext:Zfhmin|Zfbfmin @env:machine
Feature: Loads and stores of binary16 by two harts
  A naturally aligned access is atomic. Each hart turns its floating-point unit on.

  Scenario Outline: <load> never sees half of what <store> stores at offset <offset>
    One hart stores all zeros and all ones in turn; the other sees the one or the other.
    Given the hart runs in machine mode
    And two harts
    And s0 = test data + <offset> and t1 = -1
    And test data + 64 holds 0 and test data + 120 holds 0
    When hart 0 executes
      """
      li t0, 0x2000
      csrs mstatus, t0
      fmv.h.x ft1, t1
      fmv.h.x ft0, x0
      <store> <ones>, 0(s0)
      <store> <zeros>, 0(s0)
      <store> <ones>, 0(s0)
      <store> <zeros>, 0(s0)
      <store> <ones>, 0(s0)
      """
    And hart 1 executes
      """
      li t0, 0x2000
      csrs mstatus, t0
      <load> <r0>, 0(s0)
      <load> <r1>, 0(s0)
      <load> <r2>, 0(s0)
      <move0>
      <move1>
      <move2>
      """
    Then always hart 1: a0 = 0 or -1 and a1 = 0 or -1 and a2 = 0 or -1 [<rule>]

    Examples:
      | load | store | offset | ones | zeros | r0  | r1  | r2  | move0           | move1           | move2           | rule                               |
      | flh  | sh    | 64     | t1   | x0    | ft0 | ft1 | ft2 | fmv.x.h a0, ft0 | fmv.x.h a1, ft1 | fmv.x.h a2, ft2 | flh_atomic_align                   |
      | flh  | sh    | 126    | t1   | x0    | ft0 | ft1 | ft2 | fmv.x.h a0, ft0 | fmv.x.h a1, ft1 | fmv.x.h a2, ft2 | flh_atomic_align                   |
      | lh   | fsh   | 64     | ft1  | ft0   | a0  | a1  | a2  | nop             | nop             | nop             | fsh_atomic_align                   |
      | lh   | fsh   | 126    | ft1  | ft0   | a0  | a1  | a2  | nop             | nop             | nop             | fsh_atomic_align                   |
      | flh  | fsh   | 64     | ft1  | ft0   | ft0 | ft1 | ft2 | fmv.x.h a0, ft0 | fmv.x.h a1, ft1 | fmv.x.h a2, ft2 | flh_atomic_align, fsh_atomic_align |
