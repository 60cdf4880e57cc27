@ext:Zicntr
Feature: Cycles and retired instructions
  cycle and instret can be read in user mode where machine mode lets it. They never run backwards, and
  instret counts precisely the instructions that retire.

  Scenario Outline: <insn> reads a counter
    Given the hart runs in user mode
    And user mode may read only cycle and instret
    And a0 = -1
    When the hart executes "<insn> a0"
    Then no trap is taken [<rules>]
    And a0 != -1 [<rules>]
    And nothing else changes [<rules>]

    Examples:
      | insn      | rules                                          |
      | rdcycle   | zicntr_rdcycle_op, zihpm_op_sz_mode_acc_priv   |
      | rdinstret | zicntr_rdinstret_op, zihpm_op_sz_mode_acc_priv |

  @env:machine
  Scenario Outline: <pseudo> is csrrs of <csr> with x0
    The pseudoinstructions name CSRs 0xc00 and 0xc02; their bits are written as a number.
    Given the hart runs in user mode
    And user mode may read only cycle and instret
    And a0 = -1
    When the hart executes
      """
      .word <code>
      csrrs a1, <csr>, x0
      """
    Then a0 <= a1 [<rule>]
    And a0 != -1 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but a1 [<rule>]

    Examples:
      | pseudo    | csr     | code       | rule                |
      | rdcycle   | cycle   | 0xc0002573 | zicntr_rdcycle_op   |
      | rdinstret | instret | 0xc0202573 | zicntr_rdinstret_op |

  @env:machine
  Scenario Outline: <insn> never runs backwards in <mode> mode
    Given the hart runs in <mode> mode
    And user mode may read only cycle and instret
    When the hart executes
      """
      li t0, 1000
      li a3, 0
      <insn> a0
      again:
      <insn> a1
      sltu a2, a1, a0
      or a3, a3, a2
      mv a0, a1
      addi t0, t0, -1
      bnez t0, again
      """
    Then a3 = 0 [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn      | mode    | rule                |
      | rdcycle   | user    | zicntr_rdcycle_op   |
      | rdinstret | user    | zicntr_rdinstret_op |
      | rdcycle   | machine | zicntr_rdcycle_op   |
      | rdinstret | machine | zicntr_rdinstret_op |

  @rule:zicntr_rdcycle_op
  Scenario: cycle advances while the hart executes
    A thousand rounds of a loop take some cycles.
    Given the hart runs in machine mode
    When the hart executes
      """
      li t0, 1000
      rdcycle a0
      again:
      addi t0, t0, -1
      bnez t0, again
      rdcycle a1
      """
    Then a0 < a1
    And no trap is taken

  @rule:zicntr_rdinstret_op
  Scenario Outline: instret counts <what>
    The second reading counts the first one and what is between them, but not itself.
    Given the hart runs in machine mode
    And a1 = test data and a3 = 1
    When the hart executes
      """
      rdinstret a4
      <code>
      over:
      rdinstret a5
      sub a5, a5, a4
      """
    Then a5 = <count>
    And no trap is taken

    Examples:
      | what                          | code                                          | count |
      | one instruction               | nop                                           | 2     |
      | five instructions             | nop; nop; addi a2, a3, 1; xor a2, a2, a3; nop | 6     |
      | loads and stores              | sd a3, 0(a1); ld a2, 0(a1); lw a2, 4(a1)      | 4     |
      | a jump, and not what it skips | j over; nop; nop                              | 2     |
      | a branch that is taken        | bnez a3, over; nop; nop                       | 2     |
      | a branch that is not taken    | beqz a3, over; nop; nop                       | 4     |
      | a fence                       | fence                                         | 2     |
      | instructions that write x0    | addi x0, a3, 1; add x0, a3, a3; lui x0, 1     | 4     |
      | other CSR instructions        | rdinstret a2; rdinstret a2                    | 3     |

  @rule:zicntr_rdinstret_op @env:machine
  Scenario: instret counts in user mode too
    Given the hart runs in user mode
    And user mode may read only instret
    When the hart executes "rdinstret a4; nop; nop; nop; rdinstret a5; sub a5, a5, a4"
    Then a5 = 4
    And no trap is taken

  @rule:zicntr_rdinstret_op
  Scenario: instret counts each round of a loop
    Given the hart runs in machine mode
    When the hart executes
      """
      li t0, 100
      rdinstret a4
      again:
      addi t0, t0, -1
      bnez t0, again
      rdinstret a5
      sub a5, a5, a4
      """
    Then a5 = 201
    And no trap is taken

  @rule:zicntr_rdinstret_op
  Scenario Outline: instret counts <what>, which traps, not at all or once
    It does not retire, and so should not count; harts that count it are tolerated.
    Machine mode catches the exception itself, behind the instruction. Should mtvec not take the address
    of the handler, the program counts the two instructions that it expects, nothing else.
    Given the hart runs in machine mode
    And a0 = label handler and a1 = 1
    When the hart executes
      """
      csrrw t0, mtvec, a0
      csrr t1, mtvec
      bne t1, a0, other
      rdinstret a4
      nop
      <code>
      .balign 4
      handler:
      rdinstret a5
      j counted
      other:
      rdinstret a4
      nop
      rdinstret a5
      counted:
      csrw mtvec, t0
      sub a5, a5, a4
      """
    Then a5 = 2 or 3

    Examples:
      | what                   | code                  |
      | an environment call    | ecall                 |
      | a breakpoint           | ebreak                |
      | an illegal instruction | csrrw x0, mhartid, x0 |

  Scenario Outline: <form> reads <csr> too
    Given the hart runs in user mode
    And user mode may read only <csr>
    And a0 = -1
    When the hart executes "<form>"
    Then no trap is taken [<rules>]
    And a0 != -1 [<rules>]
    And nothing else changes [<rules>]

    Examples:
      | csr     | form                  | rules                                      |
      | cycle   | csrrs a0, cycle, x0   | zicsr_rs1_x0, zihpm_op_sz_mode_acc_priv    |
      | cycle   | csrrc a0, cycle, x0   | zicsr_rs1_x0, zihpm_op_sz_mode_acc_priv    |
      | cycle   | csrrsi a0, cycle, 0   | zicsr_uimm_zero, zihpm_op_sz_mode_acc_priv |
      | cycle   | csrrci a0, cycle, 0   | zicsr_uimm_zero, zihpm_op_sz_mode_acc_priv |
      | instret | csrrc a0, instret, x0 | zicsr_rs1_x0, zihpm_op_sz_mode_acc_priv    |
      | instret | csrrsi a0, instret, 0 | zicsr_uimm_zero, zihpm_op_sz_mode_acc_priv |
      | instret | csrrci a0, instret, 0 | zicsr_uimm_zero, zihpm_op_sz_mode_acc_priv |

  Scenario Outline: Counters are read-only in <mode> mode: <form> is illegal
    Although <mode> mode may read it.
    Given the hart runs in <mode> mode
    And user mode may read only cycle, time and instret
    And a1 = 0 and a2 = 1
    When the hart executes "<form>"
    Then an illegal instruction exception is taken [<rules>]
    And nothing changes [<rules>]

    Examples:
      | mode    | form                  | rules                                                         |
      | user    | csrrw a0, cycle, a2   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrw x0, cycle, x0   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrs a0, cycle, a1   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_rs1_x0         |
      | user    | csrrs a0, cycle, a2   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrc a0, cycle, a1   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_rs1_x0         |
      | user    | csrrc x0, cycle, a2   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrwi a0, cycle, 0   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrwi x0, cycle, 0   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | user    | csrrsi a0, cycle, 1   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_side_effects   |
      | user    | csrrsi x0, cycle, 31  | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_side_effects   |
      | user    | csrrci a0, cycle, 1   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_side_effects   |
      | user    | csrrci x0, cycle, 31  | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_side_effects   |
      | user    | csrrw x0, time, a2    | zihpm_op_sz_mode_acc_priv, time_rdonly, Zicsr_illegal_acc     |
      | user    | csrrs a0, time, a1    | zihpm_op_sz_mode_acc_priv, time_rdonly, zicsr_rs1_x0          |
      | user    | csrrsi a0, time, 1    | zihpm_op_sz_mode_acc_priv, time_rdonly, zicsr_side_effects    |
      | user    | csrrci a0, time, 16   | zihpm_op_sz_mode_acc_priv, time_rdonly, zicsr_side_effects    |
      | user    | csrrw x0, instret, a2 | zihpm_op_sz_mode_acc_priv, instret_rdonly, Zicsr_illegal_acc  |
      | user    | csrrc a0, instret, a1 | zihpm_op_sz_mode_acc_priv, instret_rdonly, zicsr_rs1_x0       |
      | user    | csrrwi x0, instret, 0 | zihpm_op_sz_mode_acc_priv, instret_rdonly, Zicsr_illegal_acc  |
      | user    | csrrsi x0, instret, 1 | zihpm_op_sz_mode_acc_priv, instret_rdonly, zicsr_side_effects |
      | machine | csrrw x0, cycle, a2   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, Zicsr_illegal_acc    |
      | machine | csrrsi a0, cycle, 1   | zihpm_op_sz_mode_acc_priv, cycle_rdonly, zicsr_side_effects   |
      | machine | csrrs a0, time, a1    | zihpm_op_sz_mode_acc_priv, time_rdonly, zicsr_rs1_x0          |
      | machine | csrrwi x0, instret, 0 | zihpm_op_sz_mode_acc_priv, instret_rdonly, Zicsr_illegal_acc  |

  @rule:zicsr_fence_ordering @env:machine
  Scenario Outline: <insn> before a fence of input is no later than <insn> after it
    Given the hart runs in user mode
    And user mode may read only cycle and instret
    When the hart executes "<insn> a0; fence i, i; <insn> a1"
    Then a0 <= a1
    And no trap is taken
    And nothing else changes but a1

    Examples:
      | insn      |
      | rdcycle   |
      | rdinstret |
