@ext:Zcd
Feature: Compressed loads and stores of doubles
  Offsets are zero-extended and scaled by eight, from the stack pointer or from one of the eight popular registers;
  the data is any of f0 to f31, or of f8 to f15.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And it does the same as its expansion

    Examples:
      | insn    |
      | c.fld   |
      | c.fsd   |
      | c.fldsp |
      | c.fsdsp |

  Scenario Outline: <short> loads <value>
    Given test data + 496 holds 0xfedcba9876543210 and test data + 8 holds 0x7ff0000000000001
    And sp = test data + <base> and a1 = test data + <base>
    When the hart executes "<short>"
    Then <rd> = <value> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | short                | base | rd   | value              | rule                 |
      | c.fld fa0, 0(a1)     | 8    | fa0  | 0x7ff0000000000001 | c-fld_op, Zc_fp_regs |
      | c.fld fs0, 8(a1)     | 0    | fs0  | 0x7ff0000000000001 | c-fld_op, Zc_fp_regs |
      | c.fld fs1, 64(a1)    | 432  | fs1  | 0xfedcba9876543210 | c-fld_op, Zc_fp_regs |
      | c.fld fa5, 128(a1)   | 368  | fa5  | 0xfedcba9876543210 | c-fld_op, Zc_fp_regs |
      | c.fld fa1, 248(a1)   | 248  | fa1  | 0xfedcba9876543210 | c-fld_op, Zc_fp_regs |
      | c.fld fa4, 16(a1)    | 480  | fa4  | 0xfedcba9876543210 | c-fld_op, Zc_fp_regs |
      | c.fld fa2, 32(a1)    | 464  | fa2  | 0xfedcba9876543210 | c-fld_op, Zc_fp_regs |
      | c.fldsp ft0, 0(sp)   | 8    | ft0  | 0x7ff0000000000001 | c-fldsp_op           |
      | c.fldsp ft11, 8(sp)  | 0    | ft11 | 0x7ff0000000000001 | c-fldsp_op           |
      | c.fldsp fa0, 64(sp)  | 432  | fa0  | 0xfedcba9876543210 | c-fldsp_op           |
      | c.fldsp fs2, 256(sp) | 240  | fs2  | 0xfedcba9876543210 | c-fldsp_op           |
      | c.fldsp fa6, 32(sp)  | 464  | fa6  | 0xfedcba9876543210 | c-fldsp_op           |
      | c.fldsp ft7, 488(sp) | 8    | ft7  | 0xfedcba9876543210 | c-fldsp_op           |
      | c.fldsp fa0, 128(sp) | 368  | fa0  | 0xfedcba9876543210 | c-fldsp_op           |

  Scenario Outline: <short> stores to offset <to>
    Given sp = test data + <base> and a1 = test data + <base> and fa0 = 0x7ff0000000000001
    When the hart executes "<short>"
    Then test data + <to> holds 0x7ff0000000000001 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | short                | base | to  | rule                 |
      | c.fsd fa0, 0(a1)     | 8    | 8   | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 8(a1)     | 8    | 16  | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 64(a1)    | 8    | 72  | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 128(a1)   | 8    | 136 | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 248(a1)   | 8    | 256 | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 16(a1)    | 8    | 24  | c-fsd_op, Zc_fp_regs |
      | c.fsd fa0, 32(a1)    | 8    | 40  | c-fsd_op, Zc_fp_regs |
      | c.fsdsp fa0, 0(sp)   | 8    | 8   | c-fsdwsp_op          |
      | c.fsdsp fa0, 8(sp)   | 8    | 16  | c-fsdwsp_op          |
      | c.fsdsp fa0, 64(sp)  | 8    | 72  | c-fsdwsp_op          |
      | c.fsdsp fa0, 256(sp) | 8    | 264 | c-fsdwsp_op          |
      | c.fsdsp fa0, 496(sp) | 8    | 504 | c-fsdwsp_op          |
      | c.fsdsp fa0, 32(sp)  | 8    | 40  | c-fsdwsp_op          |
      | c.fsdsp fa0, 128(sp) | 8    | 136 | c-fsdwsp_op          |
      | c.fsdsp fa0, 16(sp)  | 8    | 24  | c-fsdwsp_op          |

  Scenario Outline: <short> names <reg>
    Given sp = test data + 8 and a1 = test data + 8 and <reg> = 0x7ff0000000000123
    When the hart executes "<short>"
    Then test data + 8 holds 0x7ff0000000000123 [<rule>]

    Examples:
      | short              | reg | rule                 |
      | c.fsd f8, 0(a1)    | f8  | c-fsd_op, Zc_fp_regs |
      | c.fsd f9, 0(a1)    | f9  | c-fsd_op, Zc_fp_regs |
      | c.fsd f10, 0(a1)   | f10 | c-fsd_op, Zc_fp_regs |
      | c.fsd f11, 0(a1)   | f11 | c-fsd_op, Zc_fp_regs |
      | c.fsd f12, 0(a1)   | f12 | c-fsd_op, Zc_fp_regs |
      | c.fsd f13, 0(a1)   | f13 | c-fsd_op, Zc_fp_regs |
      | c.fsd f14, 0(a1)   | f14 | c-fsd_op, Zc_fp_regs |
      | c.fsd f15, 0(a1)   | f15 | c-fsd_op, Zc_fp_regs |
      | c.fsdsp f0, 0(sp)  | f0  | c-fsdwsp_op          |
      | c.fsdsp f1, 0(sp)  | f1  | c-fsdwsp_op          |
      | c.fsdsp f2, 0(sp)  | f2  | c-fsdwsp_op          |
      | c.fsdsp f3, 0(sp)  | f3  | c-fsdwsp_op          |
      | c.fsdsp f4, 0(sp)  | f4  | c-fsdwsp_op          |
      | c.fsdsp f5, 0(sp)  | f5  | c-fsdwsp_op          |
      | c.fsdsp f6, 0(sp)  | f6  | c-fsdwsp_op          |
      | c.fsdsp f7, 0(sp)  | f7  | c-fsdwsp_op          |
      | c.fsdsp f8, 0(sp)  | f8  | c-fsdwsp_op          |
      | c.fsdsp f9, 0(sp)  | f9  | c-fsdwsp_op          |
      | c.fsdsp f10, 0(sp) | f10 | c-fsdwsp_op          |
      | c.fsdsp f11, 0(sp) | f11 | c-fsdwsp_op          |
      | c.fsdsp f12, 0(sp) | f12 | c-fsdwsp_op          |
      | c.fsdsp f13, 0(sp) | f13 | c-fsdwsp_op          |
      | c.fsdsp f14, 0(sp) | f14 | c-fsdwsp_op          |
      | c.fsdsp f15, 0(sp) | f15 | c-fsdwsp_op          |
      | c.fsdsp f16, 0(sp) | f16 | c-fsdwsp_op          |
      | c.fsdsp f17, 0(sp) | f17 | c-fsdwsp_op          |
      | c.fsdsp f18, 0(sp) | f18 | c-fsdwsp_op          |
      | c.fsdsp f19, 0(sp) | f19 | c-fsdwsp_op          |
      | c.fsdsp f20, 0(sp) | f20 | c-fsdwsp_op          |
      | c.fsdsp f21, 0(sp) | f21 | c-fsdwsp_op          |
      | c.fsdsp f22, 0(sp) | f22 | c-fsdwsp_op          |
      | c.fsdsp f23, 0(sp) | f23 | c-fsdwsp_op          |
      | c.fsdsp f24, 0(sp) | f24 | c-fsdwsp_op          |
      | c.fsdsp f25, 0(sp) | f25 | c-fsdwsp_op          |
      | c.fsdsp f26, 0(sp) | f26 | c-fsdwsp_op          |
      | c.fsdsp f27, 0(sp) | f27 | c-fsdwsp_op          |
      | c.fsdsp f28, 0(sp) | f28 | c-fsdwsp_op          |
      | c.fsdsp f29, 0(sp) | f29 | c-fsdwsp_op          |
      | c.fsdsp f30, 0(sp) | f30 | c-fsdwsp_op          |
      | c.fsdsp f31, 0(sp) | f31 | c-fsdwsp_op          |

  Scenario Outline: <short> does the same as <long>
    Given sp = test data + 64 and a1 = test data + 64 and fa0 = 0x123456789abcdef0
    When the hart executes "<short>"
    Then it does the same as "<long>" [<rule>]

    Examples:
      | short               | long            | rule        |
      | c.fld fa0, 40(a1)   | fld fa0, 40(a1) | c-fld_op    |
      | c.fsd fa0, 40(a1)   | fsd fa0, 40(a1) | c-fsd_op    |
      | c.fldsp ft3, 40(sp) | fld ft3, 40(sp) | c-fldsp_op  |
      | c.fsdsp fa0, 40(sp) | fsd fa0, 40(sp) | c-fsdwsp_op |
