@ext:I
Feature: ecall, ebreak and illegal instructions
  They transfer control to the execution environment, which finds the address of the instruction, and
  change nothing else.

  @rule:ecall_op @rule:ecall_epc_value @rule:mcause_exccode_enc
  Scenario Outline: ecall from <mode> mode names the mode in its cause
    Given the hart runs in <mode> mode
    When the hart executes "ecall"
    Then an environment call exception is taken
    And tval = 0 [mtval_other_traps_zero]
    And nothing changes

    Examples:
      | mode    |
      | user    |
      | machine |

  @rule:ecall_epc_value
  Scenario: ecall is reported at its own address, and what follows it is not executed
    When the hart executes
      """
      li a0, 1
      here: ecall
      li a0, 2
      """
    Then an environment call exception is taken at label here
    And a0 = 1
    And nothing else changes

  @rule:ecall_enc
  Scenario: The word 0x00000073 is ecall
    When the hart executes ".word 0x00000073"
    Then an environment call exception is taken
    And nothing changes

  @rule:ebreak_op @rule:ebreak_epc_value
  Scenario Outline: ebreak from <mode> mode is a breakpoint at its own address
    Given the hart runs in <mode> mode
    When the hart executes
      """
      li a0, 1
      here: ebreak
      li a0, 2
      """
    Then a breakpoint exception is taken at label here
    And tval = label here or 0 [mtval_vaddr_wr1]
    And a0 = 1
    And nothing else changes

    Examples:
      | mode    |
      | user    |
      | machine |

  @rule:ebreak_enc
  Scenario: The word 0x00100073 is ebreak
    When the hart executes ".word 0x00100073"
    Then a breakpoint exception is taken
    And nothing changes

  Scenario Outline: <insn> does what its row defines
    When the hart executes every encoding of "<insn>"
    Then every outcome is one the specification allows
    And nothing changes

    Examples:
      | insn   |
      | ecall  |
      | ebreak |

  @rule:mtval_instr_bits @rule:mcause_exccode_enc
  Scenario Outline: The word of <what> is an illegal instruction
    Given the hart runs in <mode> mode
    When the hart executes
      """
      li a0, 1
      here: .word <word>
      li a0, 2
      """
    Then an illegal instruction exception is taken at label here
    And tval = <word> or 0
    And a0 = 1
    And nothing else changes

    Examples:
      | what      | word       | mode    |
      | all ones  | 0xffffffff | user    |
      | all ones  | 0xffffffff | machine |

  @rule:mtval_instr_bits @rule:mcause_exccode_enc
  Scenario Outline: All zeros is an illegal instruction, in <mode> mode
    Its trap value, when given, is the bits of the instruction: zero too.
    Given the hart runs in <mode> mode
    When the hart executes
      """
      li a0, 1
      here: .word 0
      li a0, 2
      """
    Then an illegal instruction exception is taken at label here
    And tval = 0
    And a0 = 1
    And nothing else changes

    Examples:
      | mode    |
      | user    |
      | machine |

  @rule:exc_priority @rule:mcause_exccode_pri
  Scenario: An instruction that may not be fetched faults before it can be illegal
    Given the hart runs in user mode
    And user mode may not execute test data + 64 to test data + 127
    And test data + 64 holds word -1 and a0 = test data + 64
    When the hart executes "jalr x0, 0(a0)"
    Then an instruction access fault exception is taken at test data + 64
    And nothing changes

  @rule:exc_priority @rule:mcause_exccode_pri
  Scenario: An instruction that may not be fetched faults before the breakpoint that it would be
    Given the hart runs in user mode
    And user mode may not execute test data + 64 to test data + 127
    And the code "ebreak" lies at test data + 64
    And a0 = test data + 64
    When the hart executes "jalr x0, 0(a0)"
    Then an instruction access fault exception is taken at test data + 64
    And nothing changes

  @rule:pmp_exec_fault
  Scenario: Code up to memory that may not be executed is executed
    Given the hart runs in user mode
    And user mode may not execute test data + 64 to test data + 127
    And the code "addi a1, a1, 1" lies at test data + 60
    And a0 = test data + 60 and a1 = 5
    When the hart executes "jalr x0, 0(a0)"
    Then an instruction access fault exception is taken at test data + 64
    And a1 = 6
    And nothing else changes
