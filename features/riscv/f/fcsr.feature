@ext:F
Feature: The floating-point control and status register
  fcsr is the rounding mode and the accrued flags. frm and fflags are views of it: what is written to one is
  seen in the other. Flags stay until software clears them.

  Scenario Outline: <read> of fcsr = <fcsr> gives <value>
    Given fcsr = <fcsr>
    When the hart executes "csrr a2, <read>"
    Then a2 = <value> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | read   | fcsr | value | rule                      |
      | fcsr   | 0x00 | 0x00  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x1f | 0x1f  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x80 | 0x80  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x9f | 0x9f  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x4a | 0x4a  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x35 | 0x35  | fcsr_op, fcsr_acc         |
      | fcsr   | 0x21 | 0x21  | fcsr_op, fcsr_acc         |
      | frm    | 0x00 | 0x00  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x1f | 0x00  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x80 | 0x04  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x9f | 0x04  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x4a | 0x02  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x35 | 0x01  | fcsr_frm_sz, fcsr_frm_acc |
      | frm    | 0x21 | 0x01  | fcsr_frm_sz, fcsr_frm_acc |
      | fflags | 0x00 | 0x00  | fcsr_fflags_op            |
      | fflags | 0x1f | 0x1f  | fcsr_fflags_op            |
      | fflags | 0x80 | 0x00  | fcsr_fflags_op            |
      | fflags | 0x9f | 0x1f  | fcsr_fflags_op            |
      | fflags | 0x4a | 0x0a  | fcsr_fflags_op            |
      | fflags | 0x35 | 0x15  | fcsr_fflags_op            |
      | fflags | 0x21 | 0x01  | fcsr_fflags_op            |

  Scenario Outline: <op> <reg> by <n> makes fcsr = <old> into <new>
    Given fcsr = <old> and a0 = <n>
    When the hart executes "<op> <reg>, a0; csrr a2, fcsr"
    Then fcsr = <new> and a2 = <new> [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | op   | reg    | old  | n                  | new  | rule                      |
      | csrw | fcsr   | 0x15 | 0x8a               | 0x8a | fcsr_op, fcsr_acc         |
      | csrw | fcsr   | 0x9f | 0x0                | 0x00 | fcsr_op, fcsr_acc         |
      | csrw | fcsr   | 0x9f | 0x100              | 0x00 | fcsr_op, fcsr_acc         |
      | csrw | fcsr   | 0x00 | 0xffffffffffffff60 | 0x60 | fcsr_op, fcsr_acc         |
      | csrs | fcsr   | 0x11 | 0x42               | 0x53 | fcsr_op, fcsr_acc         |
      | csrc | fcsr   | 0x9f | 0x91               | 0x0e | fcsr_op, fcsr_acc         |
      | csrs | fcsr   | 0x11 | 0x100              | 0x11 | fcsr_op, fcsr_acc         |
      | csrw | frm    | 0x1f | 0x4                | 0x9f | fcsr_frm_acc, fcsr_frm_sz |
      | csrw | frm    | 0x8a | 0x1b               | 0x6a | fcsr_frm_acc, fcsr_frm_sz |
      | csrw | frm    | 0x8a | 0x0                | 0x0a | fcsr_frm_acc, fcsr_frm_sz |
      | csrs | frm    | 0x2a | 0x2                | 0x6a | fcsr_frm_acc, fcsr_frm_sz |
      | csrc | frm    | 0x7f | 0x1                | 0x5f | fcsr_frm_acc, fcsr_frm_sz |
      | csrs | frm    | 0x2a | 0x18               | 0x2a | fcsr_frm_acc, fcsr_frm_sz |
      | csrw | fflags | 0x95 | 0xa                | 0x8a | fcsr_fflags_op            |
      | csrw | fflags | 0x80 | 0xffffffffffffffff | 0x9f | fcsr_fflags_op            |
      | csrw | fflags | 0x9f | 0x0                | 0x80 | fcsr_fflags_op            |
      | csrs | fflags | 0x81 | 0x10               | 0x91 | fcsr_fflags_op            |
      | csrc | fflags | 0x9f | 0xf                | 0x90 | fcsr_fflags_op            |
      | csrw | fflags | 0x60 | 0xe0               | 0x60 | fcsr_fflags_op            |

  Scenario Outline: <pseudo> swaps
    Given fcsr = 0x75 and a0 = 0x4a
    When the hart executes "<insn>"
    Then a2 = <old> and fcsr = <new> [<rule>]

    Examples:
      | pseudo   | insn                 | old  | new  | rule           |
      | fscsr    | csrrw a2, fcsr, a0   | 0x75 | 0x4a | fcsr_acc       |
      | fsrm     | csrrw a2, frm, a0    | 0x03 | 0x55 | fcsr_frm_acc   |
      | fsrmi    | csrrwi a2, frm, 4    | 0x03 | 0x95 | fcsr_frm_acc   |
      | fsflags  | csrrw a2, fflags, a0 | 0x15 | 0x6a | fcsr_fflags_op |
      | fsflagsi | csrrwi a2, fflags, 1 | 0x15 | 0x61 | fcsr_fflags_op |

  Scenario Outline: "<insn>" turns <old> into <new>: fcsr is a CSR that any mode may write
    Given fcsr = <old>
    When the hart executes "<insn>"
    Then a2 = <old> and fcsr = <new> [<rule>]

    Examples:
      | insn                | old  | new  | rule      |
      | csrrwi a2, fcsr, 0  | 0xff | 0    | csrrwi_op |
      | csrrwi a2, fcsr, 31 | 0x60 | 0x1f | csrrwi_op |
      | csrrwi a2, fcsr, 16 | 0x0f | 0x10 | csrrwi_op |
      | csrrsi a2, fcsr, 31 | 0    | 0x1f | csrrsi_op |
      | csrrsi a2, fcsr, 16 | 0x65 | 0x75 | csrrsi_op |
      | csrrsi a2, fcsr, 1  | 0x9f | 0x9f | csrrsi_op |
      | csrrci a2, fcsr, 31 | 0xff | 0xe0 | csrrci_op |
      | csrrci a2, fcsr, 16 | 0x75 | 0x65 | csrrci_op |
      | csrrci a2, fcsr, 1  | 0x80 | 0x80 | csrrci_op |

  Scenario Outline: Bits 31:8 of fcsr ignore <n> and read zero
    Given a0 = <n>
    When the hart executes "csrw fcsr, a0; csrr a2, fcsr"
    Then a2 = <value> [fcsr_op, fscr_sz]

    Examples:
      | n                  | value |
      | 0xffffff00         | 0     |
      | 0xffffffffffffff9f | 0x9f  |
      | 0x12345600         | 0     |
      | 0x100              | 0     |
      | 0x80000080         | 0x80  |
      | 0xffffffff00000000 | 0     |

  @rule:fcsr_fflags_op
  Scenario Outline: Flags accrue: <insn> adds to fcsr = <old>
    Given fcsr = <old> and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff00000000 and ft1 = 0xffffffff7f7fffff and ft2 = 0xffffffff00000001 and ft3 = 0xffffffff7f800001
    When the hart executes "<insn>"
    Then fcsr = <new>

    Examples:
      | insn                      | old  | new  |
      | fdiv.s fa2, fa0, fa1, rne | 0x00 | 0x01 |
      | fdiv.s fa2, fa0, fa1, rne | 0x1f | 0x1f |
      | fdiv.s fa2, fa0, fa1, rne | 0x92 | 0x93 |
      | fdiv.s fa2, fa0, fa1, rne | 0x64 | 0x65 |
      | fmul.s fa2, ft2, ft2, rne | 0x00 | 0x03 |
      | fmul.s fa2, ft2, ft2, rne | 0x1f | 0x1f |
      | fmul.s fa2, ft2, ft2, rne | 0x92 | 0x93 |
      | fmul.s fa2, ft2, ft2, rne | 0x64 | 0x67 |
      | fadd.s fa2, ft1, ft1, rne | 0x00 | 0x05 |
      | fadd.s fa2, ft1, ft1, rne | 0x1f | 0x1f |
      | fadd.s fa2, ft1, ft1, rne | 0x92 | 0x97 |
      | fadd.s fa2, ft1, ft1, rne | 0x64 | 0x65 |
      | fdiv.s fa2, fa0, ft0, rne | 0x00 | 0x08 |
      | fdiv.s fa2, fa0, ft0, rne | 0x1f | 0x1f |
      | fdiv.s fa2, fa0, ft0, rne | 0x92 | 0x9a |
      | fdiv.s fa2, fa0, ft0, rne | 0x64 | 0x6c |
      | fdiv.s fa2, ft0, ft0, rne | 0x00 | 0x10 |
      | fdiv.s fa2, ft0, ft0, rne | 0x1f | 0x1f |
      | fdiv.s fa2, ft0, ft0, rne | 0x92 | 0x92 |
      | fdiv.s fa2, ft0, ft0, rne | 0x64 | 0x74 |
      | feq.s a2, ft3, fa0        | 0x00 | 0x10 |
      | feq.s a2, ft3, fa0        | 0x1f | 0x1f |
      | feq.s a2, ft3, fa0        | 0x92 | 0x92 |
      | feq.s a2, ft3, fa0        | 0x64 | 0x74 |
      | fadd.s fa2, fa0, fa0, rne | 0x00 | 0x00 |
      | fadd.s fa2, fa0, fa0, rne | 0x1f | 0x1f |
      | fadd.s fa2, fa0, fa0, rne | 0x92 | 0x92 |
      | fadd.s fa2, fa0, fa0, rne | 0x64 | 0x64 |
      | fcvt.w.s a2, ft2, rne     | 0x00 | 0x01 |
      | fcvt.w.s a2, ft2, rne     | 0x1f | 0x1f |
      | fcvt.w.s a2, ft2, rne     | 0x92 | 0x93 |
      | fcvt.w.s a2, ft2, rne     | 0x64 | 0x65 |
      | fsgnj.s fa2, ft3, ft3     | 0x00 | 0x00 |
      | fsgnj.s fa2, ft3, ft3     | 0x1f | 0x1f |
      | fsgnj.s fa2, ft3, ft3     | 0x92 | 0x92 |
      | fsgnj.s fa2, ft3, ft3     | 0x64 | 0x64 |
      | fclass.s a2, ft3          | 0x00 | 0x00 |
      | fclass.s a2, ft3          | 0x1f | 0x1f |
      | fclass.s a2, ft3          | 0x92 | 0x92 |
      | fclass.s a2, ft3          | 0x64 | 0x64 |

  @rule:fcsr_fflags_op
  Scenario: Flags of several instructions add up, and a read between them sees those before it
    Given fcsr = 0 and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and ft0 = 0xffffffff00000000
    When the hart executes
      """
      fdiv.s fa2, fa0, fa1
      csrr a2, fflags
      fdiv.s fa3, fa0, ft0
      csrr a3, fflags
      fdiv.s fa4, ft0, ft0
      csrr a4, fflags
      csrw fflags, x0
      fdiv.s fa5, fa0, fa1
      csrr a5, fflags
      """
    Then a2 = 0x01 and a3 = 0x09 and a4 = 0x19 and a5 = 0x01
    And fcsr = 1

  @rule:fcsr_frm_op @rule:F_rm_field
  Scenario: A write of frm is in force for the next instruction
    Given fcsr = 0 and fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000
    When the hart executes
      """
      csrwi frm, 1
      fdiv.s fa2, fa0, fa1
      csrwi frm, 3
      fdiv.s fa3, fa0, fa1
      csrwi fcsr, 0
      fdiv.s fa4, fa0, fa1
      csrwi frm, 2
      fdiv.s fa5, fa0, fa1, rup
      """
    Then fa2 = 0xffffffff3eaaaaaa and fa3 = 0xffffffff3eaaaaab and fa4 = 0xffffffff3eaaaaab and fa5 = 0xffffffff3eaaaaab
    And frm = 2

  @rule:fcsr_frm_op
  Scenario Outline: <insn> does not look at frm, also when it is reserved
    Given fa0 = 0xffffffff3f800000 and fa1 = 0xffffffff40400000 and a0 = <frm>
    When the hart executes "csrw frm, a0; <insn>"
    Then <rd> = <result>
    And no trap is taken

    Examples:
      | insn                      | frm | rd  | result             |
      | fdiv.s fa2, fa0, fa1, rtz | 5   | fa2 | 0xffffffff3eaaaaaa |
      | fdiv.s fa2, fa0, fa1, rtz | 7   | fa2 | 0xffffffff3eaaaaaa |
      | fsgnj.s fa2, fa0, fa1     | 5   | fa2 | 0xffffffff3f800000 |
      | fsgnj.s fa2, fa0, fa1     | 7   | fa2 | 0xffffffff3f800000 |
      | fmin.s fa2, fa0, fa1      | 5   | fa2 | 0xffffffff3f800000 |
      | fmin.s fa2, fa0, fa1      | 7   | fa2 | 0xffffffff3f800000 |
      | flt.s a2, fa0, fa1        | 5   | a2  | 1                  |
      | flt.s a2, fa0, fa1        | 7   | a2  | 1                  |
      | fclass.s a2, fa0          | 5   | a2  | 0x40               |
      | fclass.s a2, fa0          | 7   | a2  | 0x40               |
      | fmv.x.w a2, fa0           | 5   | a2  | 0x3f800000         |
      | fmv.x.w a2, fa0           | 7   | a2  | 0x3f800000         |
