@ext:I
Feature: HINT instructions
  A HINT is an ordinary instruction whose result goes to x0, or a fence that orders nothing. It
  changes nothing but pc.

  @rule:hints_op @rule:hints_enc
  Scenario Outline: <insn> with rd = x0 changes nothing
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then nothing changes
    And no trap is taken
    And every outcome is one the specification allows

    Examples: for standard use
      | insn  |
      | lui   |
      | auipc |
      | addi  |
      | andi  |
      | ori   |
      | xori  |
      | addiw |
      | add   |
      | sub   |
      | and   |
      | or    |
      | xor   |
      | sll   |
      | srl   |
      | sra   |
      | addw  |
      | subw  |
      | sllw  |
      | srlw  |
      | sraw  |

    Examples: for custom use
      | insn  |
      | slti  |
      | sltiu |
      | slli  |
      | srli  |
      | srai  |
      | slliw |
      | srliw |
      | sraiw |
      | slt   |
      | sltu  |

  @rule:hints_op @rule:hints_enc
  Scenario Outline: The fence <word> with <what> changes nothing
    When the hart executes ".word <word>"
    Then nothing changes
    And no trap is taken

    Examples:
      | word       | what                             |
      | 0x0000000f | both sets empty                  |
      | 0x0010000f | an empty predecessor set         |
      | 0x00f0000f | an empty predecessor set, iorw   |
      | 0x0100000f | an empty successor set, pause    |
      | 0x0300000f | an empty successor set, rw       |
      | 0x0000008f | both sets empty, rd = x1         |
      | 0x0000800f | both sets empty, rs1 = x1        |
      | 0x0300850f | an empty successor set, rd, rs1  |

  @rule:hints_op
  Scenario Outline: <name> changes nothing
    When the hart executes "<insn>"
    Then nothing changes
    And no trap is taken

    Examples:
      | name      | insn           |
      | ntl.p1    | add x0, x0, x2 |
      | ntl.pall  | add x0, x0, x3 |
      | ntl.s1    | add x0, x0, x4 |
      | ntl.all   | add x0, x0, x5 |
