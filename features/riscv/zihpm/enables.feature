@ext:Zihpm @env:machine
Feature: Performance counters that user mode may not read
  Where the bit of a counter in mcounteren is clear, user mode may not access it in any form.

  @rule:mcounteren_clr_ill_inst_exc
  Scenario Outline: <form> is illegal where every bit is clear
    Given the hart runs in user mode
    And user mode may read no counter
    And a1 = 0
    When the hart executes "<form>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | form                       |
      | csrrs a0, hpmcounter3, x0  |
      | csrrsi a0, hpmcounter3, 0  |
      | csrrs a0, hpmcounter8, x0  |
      | csrrs x0, hpmcounter8, x0  |
      | csrrc a0, hpmcounter8, x0  |
      | csrrsi a0, hpmcounter8, 0  |
      | csrrsi x0, hpmcounter8, 0  |
      | csrrci a0, hpmcounter8, 0  |
      | csrrs a0, hpmcounter31, x0 |
      | csrrsi a0, hpmcounter31, 0 |
      | csrrci a0, hpmcounter31, 0 |
