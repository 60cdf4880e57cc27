@ext:Zalrsc
Feature: Store-conditionals that must fail
  An SC fails when the hart holds no reservation: when no LR came before it, or when another SC, to
  any address and whatever became of it, came in between. A failing SC writes a nonzero code to rd
  and nothing to memory.

  @rule:sc_w_failure @rule:sc_reservation_invalidate
  Scenario Outline: <sc> without a reservation fails
    The first SC, to a scratch doubleword, gets rid of any reservation that the hart came with.
    Given test data + 8 holds 0x1111111122222222
    And a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes "<first> t1, zero, (a2); <sc> a3, a0, (a1)"
    Then a3 != 0
    And test data + 8 holds 0x1111111122222222
    And no trap is taken

    Examples:
      | first | sc   |
      | sc.w  | sc.w |
      | sc.d  | sc.d |
      | sc.w  | sc.d |
      | sc.d  | sc.w |

  @rule:sc_intervening_sc_fail @rule:sc_reservation_invalidate @rule:sc_w_failure
  Scenario Outline: After a successful <sc> a second one to the same address fails
    Given test data + 8 holds 1
    And a0 = 0x55 and a1 = test data + 8 and a4 = 0x66
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      <sc> a3, a0, (a1)
      beqz a3, again
      addi t0, t0, -1
      bnez t0, retry
      again:
      <sc> a5, a4, (a1)
      """
    Then a5 != 0
    And test data + 8 holds 0x55

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:sc_intervening_sc_fail @rule:sc_reservation_invalidate @rule:sc_success_conditions
  Scenario Outline: An <first> to another address, successful or not, takes the reservation from <sc>
    Given test data + 8 holds 1
    And a0 = 0x55 and a1 = test data + 8 and a2 = test data + <far>
    When the hart executes
      """
      <lr> a4, (a1)
      <first> t1, zero, (a2)
      <sc> a3, a0, (a1)
      """
    Then a3 != 0
    And a4 = 1 [sc_success_conditions]
    And test data + 8 holds 1

    Examples: other addresses
      | lr   | first | sc   | far |
      | lr.w | sc.w  | sc.w | 256 |
      | lr.d | sc.d  | sc.d | 256 |
      | lr.w | sc.w  | sc.w | 504 |
      | lr.d | sc.d  | sc.d | 504 |
      | lr.w | sc.w  | sc.w | 16  |
      | lr.d | sc.d  | sc.d | 16  |
      | lr.d | sc.d  | sc.d | 0   |
      | lr.w | sc.w  | sc.w | 12  |

    Examples: another width
      | lr   | first | sc   | far |
      | lr.w | sc.d  | sc.w | 256 |
      | lr.d | sc.w  | sc.d | 256 |
      | lr.d | sc.w  | sc.d | 12  |

  @rule:sc_intervening_sc_fail @rule:sc_reservation_invalidate
  Scenario Outline: Of two <sc> in a row at most the first succeeds
    Given test data + 8 holds 1
    And a0 = 0x55 and a1 = test data + 8 and a4 = 0x66
    When the hart executes
      """
      <lr> a2, (a1)
      <sc> a3, a0, (a1)
      <sc> a5, a4, (a1)
      <sc> a6, a4, (a1)
      """
    Then a5 != 0
    And a6 != 0
    And test data + 8 holds 1 or 0x55

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:sc_reservation_invalidate @rule:sc_pairs_latest_lr
  Scenario: A reservation is used once, even if an older LR would fit the second SC
    Given test data + 8 holds 1 and test data + 256 holds 2
    And a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes
      """
      lr.d a4, (a1)
      lr.d a5, (a2)
      sc.d t1, a0, (a2)
      sc.d a3, a0, (a1)
      """
    Then a3 != 0
    And test data + 8 holds 1

  @rule:sc_w_failure
  Scenario Outline: A failing <sc> with rd = <rd> writes the failure code there
    Given test data + 8 holds 1
    And a0 = 0 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes
      """
      <sc> t1, zero, (a2)
      <sc> <rd>, a0, (a1)
      sltu a4, zero, <rd>
      """
    Then a4 = 1
    And test data + 8 holds 1

    Examples:
      | sc   | rd |
      | sc.w | a0 |
      | sc.d | a0 |

  @rule:sc_w_failure
  Scenario Outline: A failing <sc> into x0 changes nothing
    Given a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes "<sc> t1, zero, (a2); <sc> x0, a0, (a1); mv a4, x0"
    Then a4 = 0
    And nothing else changes but t1 and test data + 256

    Examples:
      | sc   |
      | sc.w |
      | sc.d |

  @rule:sc_w_failure @rule:lr_sc_rv64
  Scenario Outline: The failure code of <sc> is a proper word
    The value in rd is sign-extended; failure codes are small and positive so far.
    Given a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes "<sc> t1, zero, (a2); <sc> a3, a0, (a1); sext.w a4, a3"
    Then a3 = a4 [lr_sc_rv64]
    And a3 != 0 [sc_w_failure]

    Examples:
      | sc   |
      | sc.w |
