@ext:Zfa @ext:D
Feature: Modular conversion to integers
  fcvtmod.w.d truncates, whatever frm says, and keeps the low 32 bits of what may be a much larger integer. Its
  flags are those of the clipping conversion.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn        |
      | fcvtmod.w.d |

  Scenario Outline: fcvtmod.w.d of <a> gives <result>
    Given fa0 = <a> and fcsr = 0x60
    When the hart executes "fcvtmod.w.d a2, fa0, rtz"
    Then a2 = <result> [fcvtmod-w-d_op, fcvtmod-w-d_rsw]
    And fcsr = 0x60 + <flags> [fcvtmod-w-d_flags]
    And no trap is taken [fcvtmod-w-d_rsw]
    And nothing else changes but fs [fcvtmod-w-d_op]

    Examples:
      | a                  | result             | flags |
      | 0x0000000000000000 | 0x0000000000000000 | 0x00  |
      | 0x3ff0000000000000 | 0x0000000000000001 | 0x00  |
      | 0xbff0000000000000 | 0xffffffffffffffff | 0x00  |
      | 0x3ffe666666666666 | 0x0000000000000001 | 0x01  |
      | 0xbffe666666666666 | 0xffffffffffffffff | 0x01  |
      | 0x41dfffffffc00000 | 0x000000007fffffff | 0x00  |
      | 0x41e0000000000000 | 0xffffffff80000000 | 0x10  |
      | 0x41dfffffffe00000 | 0x000000007fffffff | 0x01  |
      | 0xc1e0000000000000 | 0xffffffff80000000 | 0x00  |
      | 0xc1e0000000200000 | 0x000000007fffffff | 0x10  |
      | 0x41f0000000000000 | 0x0000000000000000 | 0x10  |
      | 0x41f0000000500000 | 0x0000000000000005 | 0x10  |
      | 0xc1f0000000500000 | 0xfffffffffffffffb | 0x10  |
      | 0x41f0000000580000 | 0x0000000000000005 | 0x10  |
      | 0x4330000000000003 | 0x0000000000000003 | 0x10  |
      | 0x4340000000000001 | 0x0000000000000002 | 0x10  |
      | 0x43e0000000000000 | 0x0000000000000000 | 0x10  |
      | 0x4520000000000000 | 0x0000000000000000 | 0x10  |
      | 0x4530000000000000 | 0x0000000000000000 | 0x10  |
      | 0x4538000000000000 | 0x0000000000000000 | 0x10  |
      | 0xc530000000000000 | 0x0000000000000000 | 0x10  |
      | 0x3fd5555555555555 | 0x0000000000000000 | 0x01  |
      | 0x41efffffffe00000 | 0xffffffffffffffff | 0x10  |
      | 0x41fffffffff00000 | 0xffffffffffffffff | 0x10  |
      | 0x8000000000000000 | 0x0000000000000000 | 0x00  |
      | 0x0000000000000001 | 0x0000000000000000 | 0x01  |
      | 0x7fefffffffffffff | 0x0000000000000000 | 0x10  |
      | 0x7ff0000000000000 | 0x0000000000000000 | 0x10  |
      | 0xfff0000000000000 | 0x0000000000000000 | 0x10  |
      | 0x7ff8000000000000 | 0x0000000000000000 | 0x10  |
      | 0x7ff0000000000001 | 0x0000000000000000 | 0x10  |
      | 0xfff8000000000000 | 0x0000000000000000 | 0x10  |

  Scenario: fcvtmod.w.d with rd = x0 does what its row defines
    When the hart executes "fcvtmod.w.d" with rd = x0 over its edge values
    Then every outcome is one the specification allows

  Scenario Outline: fcvtmod.w.d to x0 of <a> leaves x0 zero, and sets its flags
    Given fa0 = <a>
    When the hart executes "fcvtmod.w.d x0, fa0, rtz; addi a2, x0, 7"
    Then a2 = 7 [fcvtmod-w-d_op]
    And fflags = <flags> [fcvtmod-w-d_flags]
    And no trap is taken [fcvtmod-w-d_op]
    And nothing else changes but fs [fcvtmod-w-d_op]

    Examples:
      | a                  | flags |
      | 0x3ff0000000000000 | 0x00  |
      | 0x3ffe666666666666 | 0x01  |
      | 0x41f0000000500000 | 0x10  |
