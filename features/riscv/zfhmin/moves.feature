@ext:Zfhmin|Zfbfmin
Feature: Moves of binary16 between register files
  The bits are not looked at: a NaN keeps its payload and is not quieted, what stands above the value is ignored
  on the way out, and ones are written there on the way in.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fmv.x.h |
      | fmv.h.x |

  @rule:fmv-x-h_op
  Scenario: fmv.x.h with rd = x0 changes nothing
    Given fa0 = 0xffffffffffff7c01
    When the hart executes "fmv.x.h x0, fa0"
    Then nothing changes but fs
    And no trap is taken

  Scenario Outline: fmv.x.h of <register> gives <result>
    Given fa0 = <register> and fcsr = 0x20
    When the hart executes "fmv.x.h a2, fa0"
    Then a2 = <result> [fmv-x-h_op, fmv-x-h_op_bits_preserved, fmv_half_bits_preserved, FP_transfer_instrs_narrow_transfer_out]
    And fcsr = 0x20 [fmv-x-h_op]
    And nothing else changes but fs [fmv-x-h_op]

    Examples:
      | register           | result             |
      | 0xffffffffffff0000 | 0x0000000000000000 |
      | 0xffffffffffff8000 | 0xffffffffffff8000 |
      | 0xffffffffffff7c00 | 0x0000000000007c00 |
      | 0xffffffffffff7c01 | 0x0000000000007c01 |
      | 0xffffffffffff7e05 | 0x0000000000007e05 |
      | 0xfffffffffffffc01 | 0xfffffffffffffc01 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
      | 0xffffffffffff0001 | 0x0000000000000001 |
      | 0x0123456789abcdef | 0xffffffffffffcdef |
      | 0x0000000000008000 | 0xffffffffffff8000 |
      | 0x0000000000007fff | 0x0000000000007fff |
      | 0x7ff0000000007c01 | 0x0000000000007c01 |

  Scenario Outline: fmv.h.x of <register> gives <result>
    Given a0 = <register> and fcsr = 0x20
    When the hart executes "fmv.h.x fa2, a0"
    Then fa2 = <result> [fmv-h-x_op, fmv-h-x_op_bits_preserved, fmv_half_bits_preserved, FP_transfer_instrs_narrow_transfer_in]
    And fcsr = 0x20 [fmv-h-x_op]
    And nothing else changes but fs [fmv-h-x_op]

    Examples:
      | register           | result             |
      | 0x0000000000000000 | 0xffffffffffff0000 |
      | 0x0000000000000001 | 0xffffffffffff0001 |
      | 0x0000000000007c00 | 0xffffffffffff7c00 |
      | 0x0000000000007c01 | 0xffffffffffff7c01 |
      | 0x0000000000007e05 | 0xffffffffffff7e05 |
      | 0x0000000000007fff | 0xffffffffffff7fff |
      | 0x0000000000008000 | 0xffffffffffff8000 |
      | 0x000000000000cdef | 0xffffffffffffcdef |
      | 0x000000000000fc01 | 0xfffffffffffffc01 |
      | 0x000000000000ffff | 0xffffffffffffffff |
      | 0x0123456789abcdef | 0xffffffffffffcdef |
      | 0xffffffffffff8000 | 0xffffffffffff8000 |
      | 0xffffffffffffcdef | 0xffffffffffffcdef |
      | 0xfffffffffffffc01 | 0xfffffffffffffc01 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
