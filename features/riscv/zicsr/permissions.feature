@ext:Zicsr
Feature: CSRs that may not be written, or not be seen
  The number of a CSR says whether it can be written, and which mode it takes to touch it. Writing a
  read-only CSR is illegal, also when it would not change the value; not writing it is not.

  Scenario Outline: <insn> does not write, and so may read a read-only CSR
    Given the hart runs in machine mode
    And a0 = -1
    When the hart executes "<insn>"
    Then no trap is taken [<rules>]
    And a0 != -1 [<rules>]
    And nothing else changes [<rules>]

    Examples:
      | insn                  | rules                               |
      | csrrs a0, mhartid, x0 | zicsr_rs1_x0, zicsr_side_effects    |
      | csrrc a0, mhartid, x0 | zicsr_rs1_x0, zicsr_side_effects    |
      | csrrsi a0, mhartid, 0 | zicsr_uimm_zero, zicsr_side_effects |
      | csrrci a0, mhartid, 0 | zicsr_uimm_zero, zicsr_side_effects |

  Scenario Outline: <insn> writes, and so may not touch a read-only CSR
    Also a register that holds zero writes, and so does an unwanted result.
    Given the hart runs in machine mode
    And a1 = 0 and a2 = 1
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken [<rules>]
    And nothing changes [<rules>]

    Examples:
      | insn                   | rules                                                         |
      | csrrw a0, mhartid, a2  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrw a0, mhartid, x0  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0                     |
      | csrrw x0, mhartid, x0  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0                     |
      | csrrs a0, mhartid, a2  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrs a0, mhartid, a1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0, zicsr_side_effects |
      | csrrs x0, mhartid, a1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0, zicsr_side_effects |
      | csrrc a0, mhartid, a2  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrc a0, mhartid, a1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0, zicsr_side_effects |
      | csrrc x0, mhartid, a1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_rs1_x0, zicsr_side_effects |
      | csrrwi a0, mhartid, 0  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrwi x0, mhartid, 0  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrwi x0, mhartid, 5  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrsi a0, mhartid, 1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrsi x0, mhartid, 31 | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrci a0, mhartid, 1  | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |
      | csrrci x0, mhartid, 31 | Zicsr_illegal_acc, Zicsr_rw, zicsr_side_effects               |

  @rule:Zicsr_illegal_acc
  Scenario Outline: <csr> is read-only
    Given the hart runs in machine mode
    And a0 = 0
    When the hart executes "csrrw x0, <csr>, a0"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | csr       |
      | mvendorid |
      | marchid   |
      | mimpid    |
      | mhartid   |

  @rule:Zicsr_illegal_mode @rule:Zicsr_access
  Scenario Outline: User mode may not execute <insn>
    Given the hart runs in user mode
    And a0 = 0
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples: every instruction, writing or not
      | insn               |
      | csrrw a1, mepc, a0 |
      | csrrw x0, mepc, a0 |
      | csrrw x0, mepc, x0 |
      | csrrs a1, mepc, a0 |
      | csrrs a1, mepc, x0 |
      | csrrs x0, mepc, x0 |
      | csrrc a1, mepc, a0 |
      | csrrc a1, mepc, x0 |
      | csrrc x0, mepc, x0 |
      | csrrwi a1, mepc, 0 |
      | csrrwi x0, mepc, 1 |
      | csrrsi a1, mepc, 0 |
      | csrrsi a1, mepc, 1 |
      | csrrsi x0, mepc, 0 |
      | csrrci a1, mepc, 0 |
      | csrrci a1, mepc, 1 |
      | csrrci x0, mepc, 0 |

    Examples: every machine-mode CSR that a hart with user mode has
      | insn                     |
      | csrrs a1, mstatus, x0    |
      | csrrs a1, misa, x0       |
      | csrrs a1, mie, x0        |
      | csrrs a1, mtvec, x0      |
      | csrrs a1, mcounteren, x0 |
      | csrrs a1, mcause, x0     |
      | csrrs a1, mtval, x0      |
      | csrrs a1, mip, x0        |
      | csrrs a1, mcycle, x0     |
      | csrrs a1, minstret, x0   |
      | csrrs a1, mvendorid, x0  |
      | csrrs a1, marchid, x0    |
      | csrrs a1, mimpid, x0     |
      | csrrs a1, mhartid, x0    |
      | csrrs a1, pmpcfg0, x0    |
      | csrrs a1, pmpaddr0, x0   |

    Examples: a refusal comes also where machine mode could not write either
      | insn                    |
      | csrrw x0, mhartid, a0   |
      | csrrwi x0, mvendorid, 1 |

  @rule:Zicsr_illegal_mode @rule:Zicsr_access
  Scenario Outline: User mode may not execute <insn>, and mscratch keeps its value
    Given the hart runs in user mode
    And mscratch = 0x55
    And a0 = 7
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And mscratch = 0x55
    And nothing else changes

    Examples:
      | insn                   |
      | csrrw a1, mscratch, a0 |
      | csrrw x0, mscratch, a0 |
      | csrrs a1, mscratch, x0 |
      | csrrs a1, mscratch, a0 |
      | csrrci a1, mscratch, 0 |
      | csrrwi x0, mscratch, 0 |

  @rule:mtval_instr_bits
  Scenario Outline: The trap value of a refused <insn> is the instruction, or zero
    Given the hart runs in machine mode
    And a2 = 1
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken [Zicsr_illegal_acc]
    And tval = <code> or 0

    Examples:
      | insn                   | code       |
      | csrrw a0, mhartid, a2  | 0xf1461573 |
      | csrrs a0, mhartid, a2  | 0xf1462573 |
      | csrrc a0, mhartid, a2  | 0xf1463573 |
      | csrrwi a0, mhartid, 0  | 0xf1405573 |
      | csrrsi a0, mhartid, 17 | 0xf148e573 |
      | csrrci a0, mhartid, 31 | 0xf14ff573 |
