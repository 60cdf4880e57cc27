@ext:D
Feature: Moves of binary64 between register files
  The bits are not looked at: a NaN keeps its payload and is not quieted.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn    |
      | fmv.x.d |
      | fmv.d.x |

  @rule:fmv-x-d_op
  Scenario: fmv.x.d with rd = x0 changes nothing
    Given fa0 = 0x7ff0000000000001
    When the hart executes "fmv.x.d x0, fa0"
    Then nothing changes but fs
    And no trap is taken

  Scenario Outline: fmv.x.d of <register> gives <result>
    Given fa0 = <register> and fcsr = 0x20
    When the hart executes "fmv.x.d a2, fa0"
    Then a2 = <result> [fmv-x-d_op, fmv-x-d_op_bits_preserved]
    And fcsr = 0x20 [fmv-x-d_op]
    And nothing else changes but fs [fmv-x-d_op]

    Examples:
      | register           | result             |
      | 0x0000000000000000 | 0x0000000000000000 |
      | 0x8000000000000000 | 0x8000000000000000 |
      | 0x7ff0000000000000 | 0x7ff0000000000000 |
      | 0x7ff0000000000001 | 0x7ff0000000000001 |
      | 0x7ff8000000000005 | 0x7ff8000000000005 |
      | 0xfff0000000000001 | 0xfff0000000000001 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
      | 0x0000000000000001 | 0x0000000000000001 |

  Scenario Outline: fmv.d.x of <register> gives <result>
    Given a0 = <register> and fcsr = 0x20
    When the hart executes "fmv.d.x fa2, a0"
    Then fa2 = <result> [fmv-d-x_op, fmv-d-x_op_bits_preserved]
    And fcsr = 0x20 [fmv-d-x_op]
    And nothing else changes but fs [fmv-d-x_op]

    Examples:
      | register           | result             |
      | 0x0000000000000000 | 0x0000000000000000 |
      | 0x0000000000000001 | 0x0000000000000001 |
      | 0x7ff0000000000000 | 0x7ff0000000000000 |
      | 0x7ff0000000000001 | 0x7ff0000000000001 |
      | 0x7ff8000000000005 | 0x7ff8000000000005 |
      | 0x8000000000000000 | 0x8000000000000000 |
      | 0xfff0000000000001 | 0xfff0000000000001 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
