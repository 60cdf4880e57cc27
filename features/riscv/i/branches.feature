@ext:I
Feature: Conditional branches
  A branch compares two registers and goes to its own address plus an offset, or on to the next
  instruction.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | beq  |
      | bne  |
      | blt  |
      | bge  |
      | bltu |
      | bgeu |

  Scenario Outline: <insn> with <a> and <b> is taken
    Given a0 = <a> and a1 = <b>
    When the hart executes
      """
      <insn> a0, a1, there
      ecall
      there: ecall
      """
    Then the hart ends at label there [<rule>]
    And nothing changes [<rule>]

    Examples:
      | insn | a        | b           | rule    |
      | beq  | -1       | -1          | beq_op  |
      | beq  | 0        | 0           | beq_op  |
      | bne  | 0        | 0x100000000 | bne_op  |
      | bne  | 1        | -1          | bne_op  |
      | blt  | -1       | 0           | blt_op  |
      | blt  | -2^63    | 2^63 - 1    | blt_op  |
      | bge  | 5        | 5           | bge_op  |
      | bge  | 0        | -1          | bge_op  |
      | bltu | 0        | -1          | bltu_op |
      | bltu | 2^63 - 1 | -2^63       | bltu_op |
      | bgeu | -1       | 0           | bgeu_op |
      | bgeu | -2^63    | 2^63 - 1    | bgeu_op |
      | bgeu | 7        | 7           | bgeu_op |

  Scenario Outline: <insn> with <a> and <b> is not taken
    Given a0 = <a> and a1 = <b>
    When the hart executes
      """
      <insn> a0, a1, there
      next: ecall
      there: ecall
      """
    Then the hart ends at label next [<rule>]
    And nothing changes [<rule>]

    Examples:
      | insn | a           | b        | rule    |
      | beq  | 0           | 1        | beq_op  |
      | beq  | 0x100000000 | 0        | beq_op  |
      | bne  | -2^63       | -2^63    | bne_op  |
      | blt  | 0           | -1       | blt_op  |
      | blt  | 5           | 5        | blt_op  |
      | bge  | -1          | 0        | bge_op  |
      | bge  | -2^63       | 2^63 - 1 | bge_op  |
      | bltu | -1          | 0        | bltu_op |
      | bltu | 7           | 7        | bltu_op |
      | bgeu | 0           | -1       | bgeu_op |

  @rule:br_target
  Scenario: A branch backward makes a loop
    Given a0 = 5 and a1 = 0
    When the hart executes
      """
      again:
      addi a1, a1, 3
      addi a0, a0, -1
      bne a0, x0, again
      """
    Then a0 = 0 and a1 = 15
    And nothing else changes
    And no trap is taken

  @rule:br_target
  Scenario Outline: A branch reaches <distance> bytes forward
    When the hart executes
      """
      beq x0, x0, far
      ecall
      .zero <distance> - 8
      far:
      li a2, 1
      """
    Then a2 = 1
    And nothing else changes
    And no trap is taken

    Examples:
      | distance |
      | 12       |
      | 2048     |
      | 4092     |

  @rule:br_target
  Scenario Outline: A branch reaches <distance> bytes backward
    When the hart executes
      """
      j start
      far:
      li a2, 1
      j done
      .zero <distance> - 8
      start:
      beq x0, x0, far
      ecall
      done:
      """
    Then a2 = 1
    And nothing else changes
    And no trap is taken

    Examples:
      | distance |
      | 16       |
      | 2048     |
      | 4096     |

  @rule:branch_misaligned_c_no_exception
  Scenario Outline: <insn> to a target at 2 modulo 4 takes no exception when IALIGN is 16
    Given a0 = <a> and a1 = <b>
    When the hart executes
      """
      <insn> a0, a1, there
      .half 0
      there:
      li a2, 1
      """
    Then a2 = 1
    And nothing else changes
    And no trap is taken

    Examples:
      | insn | a  | b |
      | beq  | 1  | 1 |
      | bne  | 1  | 2 |
      | blt  | -1 | 1 |
      | bge  | 1  | 1 |
      | bltu | 1  | 2 |
      | bgeu | -1 | 1 |

  @rule:branch_misaligned_taken_exception @rule:taken_cti_misaligned_exc
  Scenario Outline: A taken <insn> to 2 modulo 4 is an exception of the branch when IALIGN is 32
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a0, a1, .+6; nop; nop"
    Then an instruction address misaligned exception is taken at code
    And tval = code + 6 or 0
    And nothing changes

    Examples:
      | insn | a  | b |
      | beq  | 1  | 1 |
      | bne  | 1  | 2 |
      | blt  | -1 | 1 |
      | bge  | 1  | 1 |
      | bltu | 1  | 2 |
      | bgeu | -1 | 1 |

  @rule:branch_misaligned_untaken_exception @rule:cond_br_no_ia_misaligned_exc_not_taken
  Scenario Outline: An untaken <insn> whose target is at 2 modulo 4 takes no exception when IALIGN is 32
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a0, a1, .+6; nop; nop"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn | a  | b |
      | beq  | 1  | 2 |
      | bne  | 1  | 1 |
      | blt  | 1  | 1 |
      | bge  | -1 | 1 |
      | bltu | -1 | 1 |
      | bgeu | 1  | 2 |
