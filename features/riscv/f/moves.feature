@ext:F
Feature: Moves of binary32 between register files
  The bits are not looked at: a NaN keeps its payload and is not quieted, what stands above the value is ignored
  on the way out, and ones are written there on the way in.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fmv.x.w |
      | fmv.w.x |

  @rule:fmv-x-w_op
  Scenario: fmv.x.w with rd = x0 changes nothing
    Given fa0 = 0xffffffff7f800001
    When the hart executes "fmv.x.w x0, fa0"
    Then nothing changes but fs
    And no trap is taken

  Scenario Outline: fmv.x.w of <register> gives <result>
    Given fa0 = <register> and fcsr = 0x20
    When the hart executes "fmv.x.w a2, fa0"
    Then a2 = <result> [fmv-x-w_op, FP_transfer_instrs_narrow_transfer_out]
    And fcsr = 0x20 [fmv-x-w_op]
    And nothing else changes but fs [fmv-x-w_op]

    Examples:
      | register           | result             |
      | 0xffffffff00000000 | 0x0000000000000000 |
      | 0xffffffff80000000 | 0xffffffff80000000 |
      | 0xffffffff7f800000 | 0x000000007f800000 |
      | 0xffffffff7f800001 | 0x000000007f800001 |
      | 0xffffffff7fc00005 | 0x000000007fc00005 |
      | 0xffffffffff800001 | 0xffffffffff800001 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
      | 0xffffffff00000001 | 0x0000000000000001 |
      | 0x0123456789abcdef | 0xffffffff89abcdef |
      | 0x0000000080000000 | 0xffffffff80000000 |
      | 0x000000007fffffff | 0x000000007fffffff |
      | 0x7ff000007f800001 | 0x000000007f800001 |

  Scenario Outline: fmv.w.x of <register> gives <result>
    Given a0 = <register> and fcsr = 0x20
    When the hart executes "fmv.w.x fa2, a0"
    Then fa2 = <result> [fmv-w-x_op, FP_transfer_instrs_narrow_transfer_in]
    And fcsr = 0x20 [fmv-w-x_op]
    And nothing else changes but fs [fmv-w-x_op]

    Examples:
      | register           | result             |
      | 0x0000000000000000 | 0xffffffff00000000 |
      | 0x0000000000000001 | 0xffffffff00000001 |
      | 0x000000007f800000 | 0xffffffff7f800000 |
      | 0x000000007f800001 | 0xffffffff7f800001 |
      | 0x000000007fc00005 | 0xffffffff7fc00005 |
      | 0x000000007fffffff | 0xffffffff7fffffff |
      | 0x0000000080000000 | 0xffffffff80000000 |
      | 0x0000000089abcdef | 0xffffffff89abcdef |
      | 0x00000000ff800001 | 0xffffffffff800001 |
      | 0x00000000ffffffff | 0xffffffffffffffff |
      | 0x0123456789abcdef | 0xffffffff89abcdef |
      | 0xffffffff80000000 | 0xffffffff80000000 |
      | 0xffffffff89abcdef | 0xffffffff89abcdef |
      | 0xffffffffff800001 | 0xffffffffff800001 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
