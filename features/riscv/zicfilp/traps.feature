@ext:Zicfilp @env:machine
Feature: Traps where a landing pad is expected
  A fault of the fetch comes first, an illegal instruction only after the landing pad fault. A trap keeps
  in mstatus.MPELP that a landing pad was expected, and mret takes it from there.

  @rule:Zicfilp_exception_priority @rule:Zicflip_elp_lpad_expected
  Scenario Outline: The illegal instruction <code> at the target is a landing pad fault
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 4
      target:
      .word <code>
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes

    Examples: two words that are illegal for ever, and a CSR of machine mode
      | code       |
      | 0x00000000 |
      | 0xffffffff |
      | 0x34059073 |

  @rule:Zicfilp_exception_priority @rule:Zicfilp_forward_traps
  Scenario Outline: <instruction> that may not be fetched is an instruction access fault
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And user mode may not execute the 8 bytes at label target
    And a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 8
      target:
      <instruction>
      """
    Then an instruction access fault exception is taken at label target
    And nothing changes

    Examples:
      | instruction |
      | nop         |
      | lpad 0      |

  @rule:Zicfilp_pelp_trap_return
  Scenario Outline: mret with MPELP set to user mode with LPE = 1 expects a landing pad: <instruction> is none
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And a2 = label target and a3 = 0x1800 and a4 = 0x20000000000
    When the hart executes
      """
      csrw mepc, a2
      csrc mstatus, a3
      csrs mstatus, a4
      mret
      .balign 4
      target:
      <instruction>
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0

    Examples:
      | instruction    |
      | nop            |
      | addi a0, a0, 1 |

  @rule:Zicfilp_pelp_trap_return
  Scenario Outline: mret with MPELP <bits> to user mode with LPE = <enabled> lands on <instruction>
    The trap that ends the case comes from user mode, as the environment call of a program does.
    Given the hart runs in machine mode
    And envcfg has LPE = <enabled>
    And a2 = label target and a3 = 0x1800 and a4 = <bits>
    When the hart executes
      """
      csrw mepc, a2
      csrc mstatus, a3
      csrs mstatus, a4
      mret
      .balign 4
      target:
      <instruction>
      addi a0, x0, 7
      """
    Then a0 = 7

    Examples:
      | bits          | enabled | instruction |
      | 0x20000000000 | 1       | lpad 0      |
      | 0x20000000000 | 0       | nop         |
      | 0             | 1       | nop         |
      | 0             | 1       | lpad 0x123  |

  @rule:Zicfilp_pelp_trap @rule:lpad_sw_exception
  Scenario Outline: A landing pad fault at <instruction> leaves MPELP set, and cause 18
    In machine mode the program enters user mode, and catches the exception itself. Should mtvec not take
    the address of the handler, nothing is learned.
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And a0 = 1 and a1 = label target and a2 = label user and a3 = 0x1800 and a4 = 18 and a5 = label handler
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      jalr x0, 0(a1)
      .balign 4
      target:
      <instruction>
      .balign 4
      handler:
      csrr a0, mstatus
      srli a0, a0, 41
      andi a0, a0, 1
      csrr a4, mcause
      restore:
      csrw mtvec, t0
      """
    Then a0 = 1
    And a4 = 18
    And no trap is taken

    Examples:
      | instruction |
      | nop         |
      | lpad 0x123  |

  @rule:Zicfilp_pelp_trap
  Scenario: A trap where no landing pad is expected leaves MPELP clear
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And a0 = 0 and a1 = label target and a2 = label user and a3 = 0x1800 and a4 = 8 and a5 = label handler
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      jalr x0, 0(a1)
      .balign 4
      target:
      lpad 0
      ecall
      .balign 4
      handler:
      csrr a0, mstatus
      srli a0, a0, 41
      andi a0, a0, 1
      csrr a4, mcause
      restore:
      csrw mtvec, t0
      """
    Then a0 = 0
    And a4 = 8
    And no trap is taken

  @rule:Zicfilp_forward_traps @rule:Zicfilp_pelp_trap
  Scenario Outline: A fetch fault at the target of <jump> leaves MPELP <set>
    The trap comes when the jump is done and before the instruction at its target.
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And user mode may not execute the 8 bytes at label target
    And a0 = <set> and a1 = label target and a2 = label user and a3 = 0x1800 and a4 = 1 and a5 = label handler and x7 = label target
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      <jump>
      .balign 8
      target:
      lpad 0
      nop
      .balign 4
      handler:
      csrr a0, mstatus
      srli a0, a0, 41
      andi a0, a0, 1
      csrr a4, mcause
      restore:
      csrw mtvec, t0
      """
    Then a0 = <set>
    And a4 = 1
    And no trap is taken

    Examples:
      | jump           | set |
      | jalr x0, 0(a1) | 1   |
      | jalr ra, 0(a1) | 1   |
      | jalr x0, 0(x7) | 0   |
      | jal x0, target | 0   |

  @ext:Zca @ext:Zicfilp @rule:Zicfilp_forward_traps @rule:Zicfilp_pelp_trap
  Scenario Outline: A fetch fault at the target of <jump> leaves MPELP set
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And user mode may not execute the 8 bytes at label target
    And a0 = 1 and a1 = label target and a2 = label user and a3 = 0x1800 and a4 = 1 and a5 = label handler
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      bne t1, a5, restore
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      <jump>
      .balign 8
      target:
      lpad 0
      nop
      .balign 4
      handler:
      csrr a0, mstatus
      srli a0, a0, 41
      andi a0, a0, 1
      csrr a4, mcause
      restore:
      csrw mtvec, t0
      """
    Then a0 = 1
    And a4 = 1
    And no trap is taken

    Examples:
      | jump      |
      | c.jr a1   |
      | c.jalr a1 |

  @rule:Zicfilp_forward_traps @rule:Zicfilp_pelp_trap @rule:Zicfilp_pelp_trap_return
  Scenario: A landing pad is still expected when the handler of a fetch fault returns
    The handler gives the program another target, which is no landing pad either. Should mtvec not take
    the address of the handler, the return is that of a handler that sets MPELP.
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And user mode may not execute the 8 bytes at label target
    And a1 = label target and a2 = label user and a3 = 0x1800 and a5 = label handler and a6 = label another and a7 = 0x20000000000
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      beq t1, a5, enter
      csrc mstatus, a3
      csrs mstatus, a7
      j handler
      enter:
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      jalr x0, 0(a1)
      .balign 8
      target:
      lpad 0
      nop
      .balign 4
      handler:
      csrw mtvec, t0
      csrw mepc, a6
      mret
      .balign 4
      another:
      nop
      """
    Then a software check exception is taken at label another
    And tval = 2 or 0

  @rule:Zicfilp_pelp_trap @rule:Zicfilp_pelp_trap_return
  Scenario: No landing pad is expected when the handler of a landing pad fault clears MPELP and returns
    The trap itself ends the expectation: only MPELP can bring it back.
    Given the hart runs in machine mode
    And envcfg has LPE = 1
    And a1 = label target and a2 = label user and a3 = 0x1800 and a5 = label handler and a6 = label another and a7 = 0x20000000000
    When the hart executes
      """
      csrrw t0, mtvec, a5
      csrr t1, mtvec
      beq t1, a5, enter
      csrc mstatus, a3
      j handler
      enter:
      csrw mepc, a2
      csrc mstatus, a3
      mret
      .balign 4
      user:
      jalr x0, 0(a1)
      .balign 4
      target:
      nop
      .balign 4
      handler:
      csrw mtvec, t0
      csrc mstatus, a7
      csrw mepc, a6
      mret
      .balign 4
      another:
      addi a0, x0, 7
      """
    Then a0 = 7

  @rule:Zicfilp_pelp_trap_return
  Scenario: mret clears MPELP
    It returns to machine mode, which reads mstatus; should landing pads be enabled there, it lands on one.
    Given the hart runs in machine mode
    And a2 = label target and a3 = 0x20000001800
    When the hart executes
      """
      csrw mepc, a2
      csrs mstatus, a3
      mret
      .balign 4
      target:
      lpad 0
      csrr a0, mstatus
      srli a0, a0, 41
      andi a0, a0, 1
      """
    Then a0 = 0
    And no trap is taken
