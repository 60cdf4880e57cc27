@ext:Zicntr @env:machine
Feature: Which counters user mode may read
  mcounteren has a bit for each counter. Where it is clear, user mode may not access the counter in any
  form; where it is set, it may, whatever the other bits are. Machine mode may always.

  @rule:mcounteren_clr_ill_inst_exc
  Scenario Outline: <form> is illegal where the bit of <counter> is clear and the others are set
    Given the hart runs in user mode
    And user mode may read only <others>
    And a1 = 0
    When the hart executes "<form>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | counter | others            | form                  |
      | cycle   | time and instret  | csrrs a0, cycle, x0   |
      | cycle   | time and instret  | csrrs x0, cycle, x0   |
      | cycle   | time and instret  | csrrc a0, cycle, x0   |
      | cycle   | time and instret  | csrrsi a0, cycle, 0   |
      | cycle   | time and instret  | csrrsi x0, cycle, 0   |
      | cycle   | time and instret  | csrrci a0, cycle, 0   |
      | cycle   | time and instret  | csrrw x0, cycle, a1   |
      | cycle   | time and instret  | csrrwi x0, cycle, 0   |
      | cycle   | time and instret  | csrrs a0, cycle, a1   |
      | cycle   | time and instret  | csrrc a0, cycle, a1   |
      | time    | cycle and instret | csrrs a0, time, x0    |
      | time    | cycle and instret | csrrs x0, time, x0    |
      | time    | cycle and instret | csrrc a0, time, x0    |
      | time    | cycle and instret | csrrsi a0, time, 0    |
      | time    | cycle and instret | csrrsi x0, time, 0    |
      | time    | cycle and instret | csrrci a0, time, 0    |
      | time    | cycle and instret | csrrw x0, time, a1    |
      | time    | cycle and instret | csrrwi x0, time, 0    |
      | time    | cycle and instret | csrrs a0, time, a1    |
      | time    | cycle and instret | csrrc a0, time, a1    |
      | instret | cycle and time    | csrrs a0, instret, x0 |
      | instret | cycle and time    | csrrs x0, instret, x0 |
      | instret | cycle and time    | csrrc a0, instret, x0 |
      | instret | cycle and time    | csrrsi a0, instret, 0 |
      | instret | cycle and time    | csrrsi x0, instret, 0 |
      | instret | cycle and time    | csrrci a0, instret, 0 |
      | instret | cycle and time    | csrrw x0, instret, a1 |
      | instret | cycle and time    | csrrwi x0, instret, 0 |
      | instret | cycle and time    | csrrs a0, instret, a1 |
      | instret | cycle and time    | csrrc a0, instret, a1 |

  @rule:mcounteren_clr_ill_inst_exc
  Scenario Outline: <form> is illegal where every bit is clear
    Given the hart runs in user mode
    And user mode may read no counter
    And a1 = 0
    When the hart executes "<form>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | form                  |
      | csrrs a0, cycle, x0   |
      | csrrsi a0, cycle, 0   |
      | csrrci x0, cycle, 0   |
      | csrrs a0, time, x0    |
      | csrrsi a0, time, 0    |
      | csrrs a0, instret, x0 |
      | csrrsi a0, instret, 0 |

  @rule:mcounteren_set_nxt_priv
  Scenario Outline: User mode may read <counter> where its bit alone is set
    Given the hart runs in user mode
    And user mode may read only <counter>
    And a0 = -1
    When the hart executes "<form>"
    Then no trap is taken
    And a0 != -1
    And nothing else changes

    Examples:
      | counter | form                  |
      | cycle   | csrrs a0, cycle, x0   |
      | cycle   | csrrsi a0, cycle, 0   |
      | instret | csrrs a0, instret, x0 |
      | instret | csrrc a0, instret, x0 |

  @rule:M_access_all_lower_priv_CSRs @rule:mcounteren_op
  Scenario Outline: Machine mode may read <counter> where every bit is clear
    Given the hart runs in machine mode
    And user mode may read no counter
    And a0 = -1
    When the hart executes "csrrs a0, <counter>, x0"
    Then no trap is taken
    And a0 != -1
    And nothing else changes

    Examples:
      | counter |
      | cycle   |
      | instret |

  @rule:mcounteren_inc_inaccessible
  Scenario: instret counts also while user mode may not read it
    In machine mode the program closes the counter, executes five instructions and opens it again.
    Given the hart runs in machine mode
    When the hart executes
      """
      csrrw t0, mcounteren, x0
      rdinstret a0
      nop
      nop
      nop
      nop
      nop
      rdinstret a1
      csrw mcounteren, t0
      sub a1, a1, a0
      """
    Then a1 = 6
    And no trap is taken
