@ext:I
Feature: Unconditional jumps
  jal and jalr go to their target and write the address of the following instruction to rd.

  @rule:jal_op @rule:jal_target
  Scenario: jal forward skips what lies between
    When the hart executes
      """
      jal ra, there
      next:
      li a0, 1
      li a1, 1
      there:
      li a2, 1
      """
    Then ra = label next [jal_op]
    And a2 = 1 [jal_target]
    And nothing else changes
    And no trap is taken

  @rule:jal_op @rule:jal_target
  Scenario: jal backward
    When the hart executes
      """
      jal x0, start
      back:
      li a2, 7
      jal x0, done
      start:
      jal t0, back
      next:
      li a3, 1
      done:
      """
    Then t0 = label next [jal_op]
    And a2 = 7 [jal_target]
    And nothing else changes
    And no trap is taken

  @rule:jal_target
  Scenario Outline: jal reaches <distance> bytes forward
    When the hart executes
      """
      jal ra, far
      .zero <distance> - 4
      far:
      li a2, 1
      """
    Then a2 = 1
    And ra = code + 4
    And no trap is taken

    Examples:
      | distance |
      | 2048     |
      | 4096     |
      | 0x80000  |
      | 1048572  |

  @rule:jalr_target
  Scenario Outline: jalr adds <imm> to rs1
    Given a0 = label there - <imm>
    When the hart executes
      """
      jalr ra, <imm>(a0)
      next:
      li a1, 1
      there:
      li a2, 1
      """
    Then a2 = 1
    And ra = label next
    And nothing else changes
    And no trap is taken

    Examples:
      | imm   |
      | 0     |
      | 4     |
      | 2047  |
      | 2044  |
      | 1024  |

  @rule:jalr_target
  Scenario Outline: jalr adds the negative immediate -<imm> to rs1
    Given a0 = label there + <imm>
    When the hart executes
      """
      jalr ra, -<imm>(a0)
      next:
      li a1, 1
      there:
      li a2, 1
      """
    Then a2 = 1
    And ra = label next
    And nothing else changes
    And no trap is taken

    Examples:
      | imm  |
      | 4    |
      | 1    |
      | 2047 |
      | 2048 |

  @rule:jalr_target
  Scenario Outline: jalr clears bit 0 of the sum: <what>
    Given a0 = label there + <add>
    When the hart executes
      """
      jalr ra, <imm>(a0)
      li a1, 1
      there:
      li a2, 1
      """
    Then a2 = 1
    And nothing else changes but ra
    And no trap is taken

    Examples:
      | what                          | add | imm |
      | the register is odd           | 1   | 0   |
      | the immediate is odd          | 0   | 1   |
      | the sum of two odd is even    | -1  | 1   |
      | the sum is odd, the imm minus | 2   | -1  |

  @rule:jalr_op @rule:jalr_target
  Scenario: jalr with rd = rs1 jumps by the old value and then links
    Given a0 = label there
    When the hart executes
      """
      jalr a0, 0(a0)
      next:
      li a1, 1
      there:
      li a2, 1
      """
    Then a0 = label next [jalr_op]
    And a2 = 1 [jalr_target]
    And nothing else changes
    And no trap is taken

  @rule:jalr_op
  Scenario Outline: jalr links to <rd>, any register
    Given a0 = label there
    When the hart executes
      """
      jalr <rd>, 0(a0)
      next:
      li a1, 1
      there:
      """
    Then <rd> = label next
    And nothing else changes
    And no trap is taken

    Examples:
      | rd |
      | ra |
      | t0 |
      | sp |
      | s1 |
      | t6 |

  @rule:jal_op @rule:jalr_op @rule:jalr_target
  Scenario: A call returns to the instruction after it
    When the hart executes
      """
      jal ra, function
      li a1, 2
      jal x0, done
      function:
      li a0, 1
      jalr x0, 0(ra)
      li a0, 3
      done:
      """
    Then a0 = 1 and a1 = 2
    And nothing else changes but ra
    And no trap is taken

  @rule:no_cti_delay_slots
  Scenario Outline: The instruction behind <jump> is not executed
    Given a0 = label there
    When the hart executes
      """
      <jump>
      addi a1, a1, 1
      addi a2, a2, 1
      there:
      """
    Then a1 is unchanged
    And a2 is unchanged
    And no trap is taken

    Examples:
      | jump                |
      | jal x0, there       |
      | jal ra, there       |
      | jalr x0, 0(a0)      |
      | jalr ra, 0(a0)      |
      | beq x0, x0, there   |
      | bgeu a0, x0, there  |

  @rule:jump_misaligned_c_no_exception
  Scenario Outline: <jump> to a target at 2 modulo 4 takes no exception when IALIGN is 16
    Given a0 = label there
    When the hart executes
      """
      <jump>
      .half 0
      there:
      li a2, 1
      """
    Then a2 = 1
    And no trap is taken

    Examples:
      | jump           |
      | jal x0, there  |
      | jal ra, there  |
      | jalr x0, 0(a0) |
      | jalr ra, 0(a0) |

  @rule:jump_misaligned_exception @rule:taken_cti_misaligned_exc
  Scenario Outline: <jump> to a target at 2 modulo 4 is an exception of the jump when IALIGN is 32
    Given a0 = code + 10
    When the hart executes "<jump>; nop; nop"
    Then an instruction address misaligned exception is taken at code
    And tval = code + 10 or 0
    And nothing changes

    Examples:
      | jump           |
      | jal x0, .+10   |
      | jal ra, .+10   |
      | jalr x0, 0(a0) |
      | jalr ra, 0(a0) |
      | jalr a0, 0(a0) |
      | jalr ra, 1(a0) |

  @rule:ia_fault_exc_on_target
  Scenario Outline: A target that may not be fetched is reported at the target, after <jump> has linked
    Given the hart runs in user mode
    And user mode may not execute test data + 64 to test data + 127
    And a0 = test data + 64
    When the hart executes
      """
      <jump>
      next:
      """
    Then an instruction access fault exception is taken at test data + 64
    And tval = test data + 64 or 0
    And <link>
    And nothing else changes

    Examples:
      | jump           | link            |
      | jalr ra, 0(a0) | ra = label next |
      | jalr a0, 0(a0) | a0 = label next |
      | jalr x0, 0(a0) | a0 is unchanged |
      | jalr t0, 1(a0) | t0 = label next |

  @rule:ia_fault_exc_on_target
  Scenario Outline: A target in the program that may not be fetched is reported there: <jump>
    Given the hart runs in user mode
    And user mode may not execute the 8 bytes at label far
    When the hart executes
      """
      <jump>
      next:
      nop
      .balign 8
      far:
      nop
      nop
      """
    Then an instruction access fault exception is taken at label far
    And tval = label far or 0
    And <link>

    Examples:
      | jump              | link            |
      | jal ra, far       | ra = label next |
      | jal x0, far       | nothing changes |
      | beq x0, x0, far   | nothing changes |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | jal  |
      | jalr |
