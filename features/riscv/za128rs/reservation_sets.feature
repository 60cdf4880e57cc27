@ext:Zalrsc @ext:Za128rs
Feature: Reservation sets of at most 128 bytes
  A reservation set is contiguous, naturally aligned and at most 128 bytes long. An SC to any other place
  than the set of the latest LR fails.

  @rule:za128rs_res_set_req @rule:sc_addr_not_in_reservation_fail
  Scenario Outline: <sc> at <to> fails after <lr> at <from>
    Given test data + <to> holds 1
    And a0 = 5 and a1 = test data + <from> and a2 = test data + <to>
    When the hart executes "<lr> a4, (a1); <sc> a3, a0, (a2)"
    Then a3 != 0
    And test data + <to> holds 1
    And no trap is taken
    And nothing else changes but a4

    Examples:
      | lr   | sc   | from | to  |
      | lr.d | sc.d | 0    | 128 |
      | lr.w | sc.w | 0    | 128 |
      | lr.w | sc.w | 120  | 128 |
      | lr.d | sc.d | 120  | 128 |
      | lr.d | sc.w | 128  | 120 |
      | lr.w | sc.w | 128  | 120 |
      | lr.w | sc.d | 128  | 256 |
      | lr.d | sc.d | 128  | 256 |
      | lr.d | sc.d | 256  | 128 |
      | lr.w | sc.w | 256  | 128 |
      | lr.w | sc.w | 248  | 256 |
      | lr.d | sc.d | 248  | 256 |
      | lr.d | sc.w | 256  | 248 |
      | lr.w | sc.w | 256  | 248 |
      | lr.w | sc.d | 0    | 384 |
      | lr.d | sc.d | 0    | 384 |
      | lr.d | sc.d | 384  | 0   |
      | lr.w | sc.w | 384  | 0   |
      | lr.w | sc.w | 376  | 384 |
      | lr.d | sc.d | 376  | 384 |
      | lr.d | sc.d | 0    | 256 |
      | lr.w | sc.w | 128  | 384 |
      | lr.d | sc.d | 384  | 128 |
