@ext:I
Feature: Instructions on words
  They ignore the upper 32 bits of their sources and sign-extend their 32-bit result, so that bits 63
  to 31 of it are equal.

  @rule:rv64_w_sex
  Scenario Outline: <insn> does not see the upper halves of its sources
    Given a0 = 0xdeadbeef70000000 and a1 = 0x1234567800000001 and a3 = 0x70000000 and a4 = 1
    When the hart executes "<insn> a2, a0, a1; <insn> a5, a3, a4"
    Then a2 = a5
    And nothing else changes but a5

    Examples:
      | insn |
      | addw |
      | subw |
      | sllw |
      | srlw |
      | sraw |

  @rule:rv64_w_sex
  Scenario Outline: <insn> <operand> does not see the upper half of its source
    Given a0 = 0xdeadbeef8badf00d and a3 = 0x000000008badf00d and a4 = 0xffffffff8badf00d
    When the hart executes "<insn> a2, a0, <operand>; <insn> a5, a3, <operand>; <insn> a6, a4, <operand>"
    Then a2 = a5 and a5 = a6
    And nothing else changes but a6

    Examples:
      | insn  | operand |
      | addiw | -1      |
      | addiw | 2047    |
      | slliw | 0       |
      | slliw | 31      |
      | srliw | 0       |
      | srliw | 4       |
      | sraiw | 0       |
      | sraiw | 31      |

  @rule:addw_overflow
  Scenario Outline: addw ignores overflow: <a> + <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "addw a2, a0, a1"
    Then a2 = <sum>
    And no trap is taken
    And nothing else changes

    Examples:
      | a           | b  | sum        |
      | 0x7fffffff  | 1  | -2^31      |
      | -2^31       | -1 | 0x7fffffff |
      | 0xffffffff  | 1  | 0          |
      | 0x17fffffff | 1  | -2^31      |

  @rule:subw_overflow
  Scenario Outline: subw ignores overflow: <a> - <b>
    Given a0 = <a> and a1 = <b>
    When the hart executes "subw a2, a0, a1"
    Then a2 = <difference>
    And no trap is taken
    And nothing else changes

    Examples:
      | a           | b  | difference |
      | -2^31       | 1  | 0x7fffffff |
      | 0x7fffffff  | -1 | -2^31      |
      | 0x100000000 | 1  | -1         |

  @rule:addiw_overflow
  Scenario Outline: addiw ignores overflow: <a> + <imm>
    Given a0 = <a>
    When the hart executes "addiw a2, a0, <imm>"
    Then a2 = <sum>
    And no trap is taken
    And nothing else changes

    Examples:
      | a          | imm   | sum        |
      | 0x7fffffff | 1     | -2^31      |
      | -2^31      | -1    | 0x7fffffff |
      | 0x7ffffc00 | 2047  | 0xffffffff800003ff |
      | 0xffffffff | 1     | 0          |

  @rule:addiw_op
  Scenario Outline: addiw with 0 is sext.w of <value>
    Given a0 = <value>
    When the hart executes "addiw a2, a0, 0; sext.w a3, a0"
    Then a2 = <result> and a3 = <result>

    Examples:
      | value              | result     |
      | 0x80000000         | -2^31      |
      | 0x7fffffff         | 0x7fffffff |
      | 0x1234567880000000 | -2^31      |
      | 0xffffffff00000001 | 1          |

  @rule:sllw_op @rule:srlw_op @rule:sraw_op
  Scenario Outline: The amount <amount> counts as <low>: only five bits of rs2 are considered
    Given a0 = 0x0000000080000001 and a1 = <amount>
    When the hart executes "sllw a2, a0, a1; srlw a3, a0, a1; sraw a4, a0, a1"
    Then a2 = <left> [sllw_op]
    And a3 = <right> [srlw_op]
    And a4 = <arithmetic> [sraw_op]
    And nothing else changes

    Examples:
      | amount | low | left                | right               | arithmetic          |
      | 0      | 0   | 0xffffffff80000001  | 0xffffffff80000001  | 0xffffffff80000001  |
      | 1      | 1   | 2                   | 0x40000000          | 0xffffffffc0000000  |
      | 31     | 31  | 0xffffffff80000000  | 1                   | -1                  |
      | 32     | 0   | 0xffffffff80000001  | 0xffffffff80000001  | 0xffffffff80000001  |
      | 33     | 1   | 2                   | 0x40000000          | 0xffffffffc0000000  |
      | 63     | 31  | 0xffffffff80000000  | 1                   | -1                  |
      | -1     | 31  | 0xffffffff80000000  | 1                   | -1                  |

  @rule:slliw_op @rule:srliw_op @rule:sraiw_op
  Scenario Outline: Immediate shifts of a word by <amount>
    Given a0 = 0x7fffffff80000001
    When the hart executes "slliw a2, a0, <amount>; srliw a3, a0, <amount>; sraiw a4, a0, <amount>"
    Then a2 = <left> [slliw_op]
    And a3 = <right> [srliw_op]
    And a4 = <arithmetic> [sraiw_op]
    And nothing else changes

    Examples:
      | amount | left               | right              | arithmetic         |
      | 0      | 0xffffffff80000001 | 0xffffffff80000001 | 0xffffffff80000001 |
      | 1      | 2                  | 0x40000000         | 0xffffffffc0000000 |
      | 16     | 0x10000            | 0x8000             | 0xffffffffffff8000 |
      | 31     | 0xffffffff80000000 | 1                  | -1                 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | addiw |
      | slliw |
      | srliw |
      | sraiw |
      | addw  |
      | subw  |
      | sllw  |
      | srlw  |
      | sraw  |
