@ext:Zawrs
Feature: Waiting on a reservation set
  wrs.nto and wrs.sto stall the hart at most while its reservation is valid and no interrupt is pending;
  they may end at any time. To the program they change nothing.

  @ext:Zalrsc
  Scenario Outline: <insn> without a reservation does not wait, and changes nothing
    An SC ends whatever reservation there was.
    Given a0 = 1 and a1 = test data + 64 and a2 = test data + 256
    When the hart executes
      """
      sc.d t1, x0, (a2)
      <insn>
      addi a0, a0, 1
      """
    Then a0 = 2 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but t1 and test data + 256 [<rule>]

    Examples:
      | insn    | rule                         |
      | wrs.nto | Zawrs_wrs-nto_stall_exec     |
      | wrs.sto | Zawrs_wrs-sto_stall_duration |

  @rule:Zawrs_wrs-sto_stall_duration @ext:Zalrsc
  Scenario Outline: wrs.sto with a valid reservation ends by itself
    Given test data + 64 holds 41
    And a0 = 1 and a1 = test data + 64
    When the hart executes "<lr> a2, (a1); wrs.sto; addi a0, a0, 1"
    Then a0 = 2
    And a2 = 41
    And no trap is taken
    And nothing else changes

    Examples:
      | lr   |
      | lr.w |
      | lr.d |

  @rule:Zawrs_wrs-sto_stall_duration @ext:Zalrsc
  Scenario: Many short waits end too
    Given a0 = 0 and a1 = test data + 64
    When the hart executes
      """
      li t0, 20
      again:
      lr.d a2, (a1)
      wrs.sto
      addi a0, a0, 1
      addi t0, t0, -1
      bnez t0, again
      """
    Then a0 = 20
    And t0 = 0
    And no trap is taken

  @env:machine @rule:Zawrs_priv_illegal_instr_excp @ext:Zalrsc
  Scenario Outline: <insn> is no illegal instruction in <mode> while mstatus.TW is clear
    Given the hart runs in <mode>
    And a2 = test data + 256
    When the hart executes "sc.d t1, x0, (a2); <insn>"
    Then no trap is taken

    Examples:
      | insn    | mode         |
      | wrs.nto | user mode    |
      | wrs.sto | user mode    |
      | wrs.nto | machine mode |
      | wrs.sto | machine mode |

  @env:machine @rule:Zawrs_priv_illegal_instr_excp @ext:Zalrsc
  Scenario Outline: <insn> is no illegal instruction in <mode> though mstatus.TW is set
    Given the hart runs in <mode>
    And mstatus = 0x200000
    And a1 = test data + 64 and a2 = test data + 256
    When the hart executes "<before>; <insn>"
    Then no trap is taken

    Examples: machine mode is above the limit, and a short wait has its own
      | insn    | mode         | before            |
      | wrs.nto | machine mode | sc.d t1, x0, (a2) |
      | wrs.sto | machine mode | lr.d t1, (a1)     |
      | wrs.sto | user mode    | sc.d t1, x0, (a2) |
      | wrs.sto | user mode    | lr.d t1, (a1)     |

  @ext:Zalrsc
  Scenario Outline: A hart that waits with <wait> for another hart's store sees it
    A store before the reservation is seen by the LR, one after it ends the wait: the loop has no limit.
    Given two harts, 200 times
    And s0 = test data + 64 and t1 = 7
    And test data + 64 holds 0
    When hart 0 executes
      """
      again:
      <lr> a0, (s0)
      bnez a0, seen
      <wait>
      j again
      seen:
      """
    And hart 1 executes
      """
      nop
      nop
      nop
      nop
      <store> t1, 0(s0)
      """
    Then always hart 0: a0 = 7 [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | lr   | wait    | store | rule                         |
      | lr.d | wrs.nto | sd    | Zawrs_wrs-nto_stall_exec     |
      | lr.w | wrs.nto | sw    | Zawrs_wrs-nto_stall_exec     |
      | lr.d | wrs.nto | sb    | Zawrs_wrs-nto_stall_exec     |
      | lr.d | wrs.sto | sd    | Zawrs_wrs-sto_stall_duration |
      | lr.w | wrs.sto | sw    | Zawrs_wrs-sto_stall_duration |

  @env:machine
  Scenario: wrs.nto does what the standard defines
    With TW set a wait below machine mode has a limit, whatever reservation there is.
    Given the hart runs in user mode
    And mstatus = 0x200000
    When the hart executes every encoding of "wrs.nto"
    Then every outcome is one the specification allows

  Scenario: wrs.sto does what the standard defines
    When the hart executes every encoding of "wrs.sto"
    Then every outcome is one the specification allows

  @rule:Zawrs_wrs-nto_stall_exec @ext:Zalrsc
  Scenario: wrs.nto without a reservation does what the standard defines
    Given a2 = test data + 256
    When the hart executes "sc.d t1, x0, (a2); wrs.nto"
    Then every outcome is one the specification allows
