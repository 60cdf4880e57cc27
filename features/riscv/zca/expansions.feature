@ext:Zca
Feature: Compressed instructions and what they expand to
  Each compressed instruction is one base instruction in half the space. Every form with hand-chosen
  operands against its expansion, then every form over the edges of its own operands.

  Scenario Outline: <short> does the same as <long>
    Given a0 = 0x8000000180000003 and a1 = 0x7ffffffffffffff0 and t0 = 0x123456789abcdef0 and s0 = -1
    When the hart executes "<short>"
    Then it does the same as "<long>" [<rule>]

    Examples: constants
      | short             | long             | rule     |
      | c.li a0, 0        | addi a0, x0, 0   | c-li_op  |
      | c.li a0, 31       | addi a0, x0, 31  | c-li_op  |
      | c.li a0, -32      | addi a0, x0, -32 | c-li_op  |
      | c.li t6, -1       | addi t6, x0, -1  | c-li_op  |
      | c.li sp, 1        | addi sp, x0, 1   | c-li_op  |
      | c.lui a0, 1       | lui a0, 1        | c-lui_op |
      | c.lui a0, 31      | lui a0, 31       | c-lui_op |
      | c.lui a0, 0xfffff | lui a0, 0xfffff  | c-lui_op |
      | c.lui t6, 0xfffe0 | lui t6, 0xfffe0  | c-lui_op |
      | c.lui ra, 16      | lui ra, 16       | c-lui_op |

    Examples: a register and an immediate
      | short           | long              | rule       |
      | c.addi a0, 1    | addi a0, a0, 1    | c-addi_op  |
      | c.addi a0, -1   | addi a0, a0, -1   | c-addi_op  |
      | c.addi t0, 31   | addi t0, t0, 31   | c-addi_op  |
      | c.addi t6, -32  | addi t6, t6, -32  | c-addi_op  |
      | c.addiw a0, 0   | addiw a0, a0, 0   | c-addiw_op |
      | c.addiw a0, -4  | addiw a0, a0, -4  | c-addiw_op |
      | c.addiw t0, 31  | addiw t0, t0, 31  | c-addiw_op |
      | c.addiw t6, -32 | addiw t6, t6, -32 | c-addiw_op |
      | c.andi a0, -2   | andi a0, a0, -2   | c-andi_op  |
      | c.andi a1, 31   | andi a1, a1, 31   | c-andi_op  |
      | c.andi s0, -32  | andi s0, s0, -32  | c-andi_op  |
      | c.andi s0, 0    | andi s0, s0, 0    | c-andi_op  |

    Examples: shifts
      | short         | long            | rule      |
      | c.slli a0, 1  | slli a0, a0, 1  | c-slli_op |
      | c.slli t0, 31 | slli t0, t0, 31 | c-slli_op |
      | c.slli t0, 32 | slli t0, t0, 32 | c-slli_op |
      | c.slli t6, 63 | slli t6, t6, 63 | c-slli_op |
      | c.srli a0, 1  | srli a0, a0, 1  | c-srli_op |
      | c.srli a0, 32 | srli a0, a0, 32 | c-srli_op |
      | c.srli a0, 63 | srli a0, a0, 63 | c-srli_op |
      | c.srai a0, 1  | srai a0, a0, 1  | c-srai_op |
      | c.srai a0, 32 | srai a0, a0, 32 | c-srai_op |
      | c.srai a0, 63 | srai a0, a0, 63 | c-srai_op |
      | c.srai a1, 63 | srai a1, a1, 63 | c-srai_op |

    Examples: two registers
      | short         | long            | rule      |
      | c.mv a0, t0   | add a0, x0, t0  | c-mv_op   |
      | c.mv t6, a0   | add t6, x0, a0  | c-mv_op   |
      | c.mv a0, a0   | add a0, x0, a0  | c-mv_op   |
      | c.add a0, t0  | add a0, a0, t0  | c-add_op  |
      | c.add a0, a0  | add a0, a0, a0  | c-add_op  |
      | c.add t6, a1  | add t6, t6, a1  | c-add_op  |
      | c.sub a0, a1  | sub a0, a0, a1  | c-sub_op  |
      | c.sub a1, a0  | sub a1, a1, a0  | c-sub_op  |
      | c.sub a0, a0  | sub a0, a0, a0  | c-sub_op  |
      | c.xor a0, s0  | xor a0, a0, s0  | c-xor_op  |
      | c.or a0, a1   | or a0, a0, a1   | c-or_op   |
      | c.and a0, a1  | and a0, a0, a1  | c-and_op  |
      | c.addw a0, a1 | addw a0, a0, a1 | c-addw_op |
      | c.addw a0, a0 | addw a0, a0, a0 | c-addw_op |
      | c.subw a1, a0 | subw a1, a1, a0 | c-subw_op |
      | c.subw a0, s0 | subw a0, a0, s0 | c-subw_op |

    Examples: no operation
      | short | long           | rule     |
      | c.nop | addi x0, x0, 0 | c-nop_op |

  Scenario Outline: <short> adds to the stack pointer
    Given sp = <before>
    When the hart executes "<short>"
    Then <rd> = <after> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | short                   | before   | rd | after              | rule          |
      | c.addi16sp sp, 16       | 1024     | sp | 1040               | c-addi16sp_op |
      | c.addi16sp sp, 32       | 1024     | sp | 1056               | c-addi16sp_op |
      | c.addi16sp sp, 64       | 1024     | sp | 1088               | c-addi16sp_op |
      | c.addi16sp sp, 128      | 1024     | sp | 1152               | c-addi16sp_op |
      | c.addi16sp sp, 256      | 1024     | sp | 1280               | c-addi16sp_op |
      | c.addi16sp sp, 496      | 1024     | sp | 1520               | c-addi16sp_op |
      | c.addi16sp sp, -16      | 0        | sp | -16                | c-addi16sp_op |
      | c.addi16sp sp, -512     | 1024     | sp | 512                | c-addi16sp_op |
      | c.addi4spn a0, sp, 4    | 1024     | a0 | 1028               | c-addi4spn_op |
      | c.addi4spn a0, sp, 8    | 1024     | a0 | 1032               | c-addi4spn_op |
      | c.addi4spn a0, sp, 16   | 1024     | a0 | 1040               | c-addi4spn_op |
      | c.addi4spn a0, sp, 32   | 1024     | a0 | 1056               | c-addi4spn_op |
      | c.addi4spn a0, sp, 64   | 1024     | a0 | 1088               | c-addi4spn_op |
      | c.addi4spn a0, sp, 128  | 1024     | a0 | 1152               | c-addi4spn_op |
      | c.addi4spn a0, sp, 256  | 1024     | a0 | 1280               | c-addi4spn_op |
      | c.addi4spn a0, sp, 512  | 1024     | a0 | 1536               | c-addi4spn_op |
      | c.addi4spn s0, sp, 1020 | 1024     | s0 | 2044               | c-addi4spn_op |
      | c.addi4spn a5, sp, 1020 | 2^63 - 1 | a5 | 0x80000000000003fb | c-addi4spn_op |

  Scenario Outline: The code <code> is <meaning>
    Encodings written as numbers, each read from the manual's formats.
    Given a0 = 0xf0f0f0f0f0f0f0f0 and a1 = 0x00ff00ff00ff00ff and sp = 1024
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>" [<rule>]

    Examples:
      | code   | meaning          | rule          |
      | 0x0068 | addi a0, sp, 12  | c-addi4spn_op |
      | 0x0505 | addi a0, a0, 1   | c-addi_op     |
      | 0x157d | addi a0, a0, -1  | c-addi_op     |
      | 0x2505 | addiw a0, a0, 1  | c-addiw_op    |
      | 0x4515 | addi a0, x0, 5   | c-li_op       |
      | 0x557d | addi a0, x0, -1  | c-li_op       |
      | 0x6505 | lui a0, 1        | c-lui_op      |
      | 0x757d | lui a0, 0xfffff  | c-lui_op      |
      | 0x6105 | addi sp, sp, 32  | c-addi16sp_op |
      | 0x6141 | addi sp, sp, 16  | c-lui_rsv     |
      | 0x7139 | addi sp, sp, -64 | c-lui_rsv     |
      | 0x8105 | srli a0, a0, 1   | c-srli_op     |
      | 0x9105 | srli a0, a0, 33  | c-srli_op     |
      | 0x8505 | srai a0, a0, 1   | c-srai_op     |
      | 0x9505 | srai a0, a0, 33  | c-srai_op     |
      | 0x893d | andi a0, a0, 15  | c-andi_op     |
      | 0x8d0d | sub a0, a0, a1   | c-sub_op      |
      | 0x8d2d | xor a0, a0, a1   | c-xor_op      |
      | 0x8d4d | or a0, a0, a1    | c-or_op       |
      | 0x8d6d | and a0, a0, a1   | c-and_op      |
      | 0x9d0d | subw a0, a0, a1  | c-subw_op     |
      | 0x9d2d | addw a0, a0, a1  | c-addw_op     |
      | 0x0506 | slli a0, a0, 1   | c-slli_op     |
      | 0x1506 | slli a0, a0, 33  | c-slli_op     |
      | 0x852e | add a0, x0, a1   | c-mv_op       |
      | 0x952e | add a0, a0, a1   | c-add_op      |
      | 0x0001 | addi x0, x0, 0   | c-nop_op      |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | c.addi4spn |
      | c.addi     |
      | c.addiw    |
      | c.li       |
      | c.addi16sp |
      | c.lui      |
      | c.srli     |
      | c.srai     |
      | c.andi     |
      | c.sub      |
      | c.xor      |
      | c.or       |
      | c.and      |
      | c.subw     |
      | c.addw     |
      | c.slli     |
      | c.mv       |
      | c.add      |
      | c.nop      |
