@ext:D @env:machine
Feature: Loads and stores of binary64 by two harts
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
      fmv.d.x ft1, t1
      fmv.d.x ft0, x0
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
      | fld  | sd    | 64     | t1   | x0    | ft0 | ft1 | ft2 | fmv.x.d a0, ft0 | fmv.x.d a1, ft1 | fmv.x.d a2, ft2 | fld_atomic_align                   |
      | fld  | sd    | 120    | t1   | x0    | ft0 | ft1 | ft2 | fmv.x.d a0, ft0 | fmv.x.d a1, ft1 | fmv.x.d a2, ft2 | fld_atomic_align                   |
      | ld   | fsd   | 64     | ft1  | ft0   | a0  | a1  | a2  | nop             | nop             | nop             | fsd_atomic_align                   |
      | ld   | fsd   | 120    | ft1  | ft0   | a0  | a1  | a2  | nop             | nop             | nop             | fsd_atomic_align                   |
      | fld  | fsd   | 64     | ft1  | ft0   | ft0 | ft1 | ft2 | fmv.x.d a0, ft0 | fmv.x.d a1, ft1 | fmv.x.d a2, ft2 | fld_atomic_align, fsd_atomic_align |
