@ext:I
Feature: Integer computational instructions
  Arithmetic is two's complement on 64 bits. Overflow is ignored: it changes no flag and never traps.

  @rule:add_overflow
  Scenario Outline: add drops the carry: <a> + <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "add a2, a0, a1"
    Then a2 = <sum>
    And no trap is taken
    And nothing else changes

    Examples:
      | a                  | b                  | sum                |
      | 2^63 - 1           | 1                  | -2^63              |
      | -2^63              | -1                 | 2^63 - 1           |
      | -1                 | 1                  | 0                  |
      | 0xffffffff         | 1                  | 0x100000000        |
      | -2^63              | -2^63              | 0                  |
      | 0x7fffffffffffffff | 0x7fffffffffffffff | -2                 |

  @rule:sub_overflow
  Scenario Outline: sub drops the borrow: <a> - <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "sub a2, a0, a1"
    Then a2 = <difference>
    And no trap is taken
    And nothing else changes

    Examples:
      | a           | b        | difference |
      | -2^63       | 1        | 2^63 - 1   |
      | 2^63 - 1    | -1       | -2^63      |
      | 0           | 1        | -1         |
      | 0           | -2^63    | -2^63      |
      | 0x100000000 | 1        | 0xffffffff |

  @rule:sub_op
  Scenario: sub subtracts rs2 from rs1, not rs1 from rs2
    Given a0 = 10 and a1 = 3
    When the hart executes "sub a2, a0, a1; sub a3, a1, a0"
    Then a2 = 7 and a3 = -7

  @rule:addi_overflow
  Scenario Outline: addi drops the carry: <a> + <imm>
    Given a0 = <a>
    When the hart executes "addi a2, a0, <imm>"
    Then a2 = <sum>
    And no trap is taken
    And nothing else changes

    Examples:
      | a                  | imm   | sum                |
      | 2^63 - 1           | 1     | -2^63              |
      | -2^63              | -1    | 2^63 - 1           |
      | 2^63 - 1           | 2047  | 0x80000000000007fe |
      | -2^63              | -2048 | 0x7ffffffffffff800 |
      | 0xffffffff         | 1     | 0x100000000        |
      | 0                  | -2048 | -2048              |

  @rule:addi_op
  Scenario Outline: The 12-bit immediate <imm> is sign-extended to 64 bits
    Given a0 = 0x1000
    When the hart executes "addi a2, a0, <imm>"
    Then a2 = <sum>

    Examples:
      | imm   | sum    |
      | 2047  | 0x17ff |
      | -2048 | 0x0800 |
      | -1    | 0x0fff |
      | 0     | 0x1000 |

  @rule:sltiu_op
  Scenario Outline: sltiu compares <a> with the sign-extended <imm>, both unsigned
    Given a0 = <a>
    When the hart executes "sltiu a2, a0, <imm>"
    Then a2 = <less>
    And nothing else changes

    Examples:
      | a                  | imm   | less |
      | 0xfffffffffffffffe | -1    | 1    |
      | -1                 | -1    | 0    |
      | 0x7fffffffffffffff | -1    | 1    |
      | 0xfffffffffffff7ff | -2048 | 1    |
      | 0xfffffffffffff800 | -2048 | 0    |
      | 0                  | 1     | 1    |
      | 1                  | 1     | 0    |
      | 0xffffffff         | -1    | 1    |

  @rule:slti_op
  Scenario Outline: slti compares <a> with the sign-extended <imm>, both signed
    Given a0 = <a>
    When the hart executes "slti a2, a0, <imm>"
    Then a2 = <less>
    And nothing else changes

    Examples:
      | a          | imm   | less |
      | -2^63      | -2048 | 1    |
      | 2^63 - 1   | 2047  | 0    |
      | -1         | 0     | 1    |
      | 0          | -1    | 0    |
      | -2048      | -2048 | 0    |
      | -2049      | -2048 | 1    |
      | 0x80000000 | 0     | 0    |

  @rule:slt_op @rule:sltu_op
  Scenario Outline: <a> below <b>: <signed> signed, <unsigned> unsigned
    Given a0 = <a> and a1 = <b>
    When the hart executes "slt a2, a0, a1; sltu a3, a0, a1"
    Then a2 = <signed> [slt_op]
    And a3 = <unsigned> [sltu_op]
    And nothing else changes

    Examples:
      | a                  | b                  | signed | unsigned |
      | -1                 | 0                  | 1      | 0        |
      | 0                  | -1                 | 0      | 1        |
      | -2^63              | 2^63 - 1           | 1      | 0        |
      | 2^63 - 1           | -2^63              | 0      | 1        |
      | 5                  | 5                  | 0      | 0        |
      | 0x80000000         | 0x7fffffff         | 0      | 0        |
      | 0x00000001ffffffff | 0x0000000200000000 | 1      | 1        |
      | 0xffffffff00000000 | 0x00000000ffffffff | 1      | 0        |

  @rule:sltu_op
  Scenario Outline: sltu with rs1 = x0 tells whether <value> is other than zero
    Given a1 = <value>
    When the hart executes "sltu a2, x0, a1"
    Then a2 = <set>

    Examples:
      | value       | set |
      | 0           | 0   |
      | 1           | 1   |
      | -2^63       | 1   |
      | 0x100000000 | 1   |

  @rule:and_op @rule:or_op @rule:xor_op
  Scenario: and, or and xor work on each of the 64 bits by itself
    Given a0 = 0x0f0f0f0f33335555 and a1 = 0x00ff00ff0ff0ffff
    When the hart executes "and a2, a0, a1; or a3, a0, a1; xor a4, a0, a1"
    Then a2 = 0x000f000f03305555 [and_op]
    And a3 = 0x0fff0fff3ff3ffff [or_op]
    And a4 = 0x0ff00ff03cc3aaaa [xor_op]
    And nothing else changes

  @rule:andi_op @rule:ori_op @rule:xori_op
  Scenario: Logical immediates are sign-extended to 64 bits
    Given a0 = 0x123456789abcdef0
    When the hart executes "andi a2, a0, -16; ori a3, a0, -2048; xori a4, a0, -1"
    Then a2 = 0x123456789abcdef0 [andi_op]
    And a3 = 0xfffffffffffffef0 [ori_op]
    And a4 = 0xedcba9876543210f [xori_op]
    And nothing else changes

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples: register with immediate
      | insn  |
      | addi  |
      | slti  |
      | sltiu |
      | xori  |
      | ori   |
      | andi  |

    Examples: register with register
      | insn |
      | add  |
      | sub  |
      | slt  |
      | sltu |
      | xor  |
      | or   |
      | and  |

  @rule:R-type_operands
  Scenario Outline: <insn> reads both sources before it writes, whichever register is which
    Given a0 = 0x8000000000000014 and a1 = 3
    When the hart executes "<insn> a2, a0, a1; <insn> a0, a0, a1"
    Then a0 = a2
    And a1 is unchanged
    And nothing else changes but a2

    Examples:
      | insn |
      | add  |
      | sub  |
      | sll  |
      | slt  |
      | sltu |
      | xor  |
      | srl  |
      | sra  |
      | or   |
      | and  |
