@ext:Zaamo @ext:Zalrsc
Feature: Reservations and AMOs
  An AMO of the same hart may or may not take its reservation away; it never gives it one.

  @rule:sc_w_success @rule:sc_w_failure
  Scenario Outline: What <sc> did to memory agrees with what it says in rd, <why>
    Whatever the SC decides: rd is zero if and only if the store was done.
    Given test data + 8 holds 1 and test data + 256 holds 1
    And a0 = 2 and a1 = test data + 8 and a2 = test data + <offset>
    When the hart executes
      """
      <lr> t0, (a1)
      <between>
      <sc> a3, a0, (a2)
      seqz a3, a3
      ld a4, 0(a2)
      addi a4, a4, -1
      """
    Then a4 = 0 or 1
    And a3 = a4

    Examples:
      | lr   | sc   | offset | between                 | why                                      |
      | lr.w | sc.w | 8      | amoadd.w t1, zero, (a1) | after an AMO of its own hart             |
      | lr.d | sc.d | 8      | amoadd.d t1, zero, (a1) | after an AMO of its own hart             |
      | lr.d | sc.d | 8      | amoor.d t1, zero, (a2)  | after an AMO of its own hart to the same |
      | lr.d | sc.d | 256    | amoor.d t1, zero, (a2)  | after an AMO to where it stores          |

  @rule:sc_w_failure @rule:sc_reservation_invalidate
  Scenario Outline: <amo> leaves nothing for <sc> to use
    Given test data + 8 holds 1
    And a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes
      """
      <sc> t1, zero, (a2)
      <amo> a4, zero, (a1)
      <sc> a3, a0, (a1)
      """
    Then a3 != 0
    And a4 = 1 [sc_w_failure]
    And test data + 8 holds 1

    Examples:
      | amo      | sc   |
      | amoadd.w | sc.w |
      | amoor.d  | sc.d |
      | amoadd.w | sc.d |

  @env:machine @rule:sc_success_conditions @rule:sc_intervening_sc_fail
  Scenario Outline: A misaligned <lr> that traps leaves nothing for <sc> to use, even <after>
    In machine mode the program catches the exception itself and tries the SC afterwards. Should mtvec
    not take the address of the handler, the program ends without an SC, with the code of a failure.
    Given the hart runs in machine mode
    And test data + 16 holds 0x1111111122222222
    And a0 = 0x55 and a1 = test data + 16 and a2 = test data + 256 and a4 = test data + <offset> and a5 = label handler
    When the hart executes
      """
      li a3, 1
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      sc.d t2, zero, (a2)
      <touch>
      <lr> t4, (a4)
      j attempt
      .balign 4
      handler:
      attempt:
      <sc> a3, a0, (a1)
      restore:
      csrw mtvec, t0
      """
    Then a3 != 0
    And test data + 16 holds 0x1111111122222222

    Examples:
      | lr   | sc   | offset | touch                   | after              |
      | lr.d | sc.w | 20     | amoadd.w t3, zero, (a1) | after an AMO there |
      | lr.d | sc.d | 20     | amoor.d t3, zero, (a1)  | after an AMO there |
      | lr.w | sc.w | 18     | amoadd.w t3, zero, (a1) | after an AMO there |
      | lr.w | sc.d | 17     | amoadd.d t3, zero, (a1) | after an AMO there |
