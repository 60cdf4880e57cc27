@ext:Zbs
Feature: Single-bit instructions
  One bit of rs1 is cleared, set, inverted or extracted: the one whose index six bits of rs2, or of an
  immediate, say.

  Scenario Outline: <insn> of <a> at index <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the bit is clear
      | insn | a | b  | result             | rules                                 |
      | bclr | 0 | 0  | 0                  | bclr_op, zbs_single_bit_functionality |
      | bclr | 0 | 31 | 0                  | bclr_op, zbs_single_bit_functionality |
      | bclr | 0 | 32 | 0                  | bclr_op, zbs_single_bit_functionality |
      | bclr | 0 | 63 | 0                  | bclr_op, zbs_single_bit_functionality |
      | bset | 0 | 0  | 1                  | bset_op, zbs_single_bit_functionality |
      | bset | 0 | 31 | 0x80000000         | bset_op, zbs_single_bit_functionality |
      | bset | 0 | 32 | 0x0000000100000000 | bset_op, zbs_single_bit_functionality |
      | bset | 0 | 63 | 0x8000000000000000 | bset_op, zbs_single_bit_functionality |
      | binv | 0 | 0  | 1                  | binv_op, zbs_single_bit_functionality |
      | binv | 0 | 31 | 0x80000000         | binv_op, zbs_single_bit_functionality |
      | binv | 0 | 32 | 0x0000000100000000 | binv_op, zbs_single_bit_functionality |
      | binv | 0 | 63 | 0x8000000000000000 | binv_op, zbs_single_bit_functionality |
      | bext | 0 | 0  | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0 | 31 | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0 | 32 | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0 | 63 | 0                  | bext_op, zbs_single_bit_functionality |

    Examples: the bit is set
      | insn | a                  | b  | result             | rules                                 |
      | bclr | 0xffffffffffffffff | 0  | 0xfffffffffffffffe | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xffffffffffffffff | 31 | 0xffffffff7fffffff | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xffffffffffffffff | 32 | 0xfffffffeffffffff | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xffffffffffffffff | 63 | 0x7fffffffffffffff | bclr_op, zbs_single_bit_functionality |
      | bset | 0xffffffffffffffff | 0  | 0xffffffffffffffff | bset_op, zbs_single_bit_functionality |
      | bset | 0xffffffffffffffff | 31 | 0xffffffffffffffff | bset_op, zbs_single_bit_functionality |
      | bset | 0xffffffffffffffff | 32 | 0xffffffffffffffff | bset_op, zbs_single_bit_functionality |
      | bset | 0xffffffffffffffff | 63 | 0xffffffffffffffff | bset_op, zbs_single_bit_functionality |
      | binv | 0xffffffffffffffff | 0  | 0xfffffffffffffffe | binv_op, zbs_single_bit_functionality |
      | binv | 0xffffffffffffffff | 31 | 0xffffffff7fffffff | binv_op, zbs_single_bit_functionality |
      | binv | 0xffffffffffffffff | 32 | 0xfffffffeffffffff | binv_op, zbs_single_bit_functionality |
      | binv | 0xffffffffffffffff | 63 | 0x7fffffffffffffff | binv_op, zbs_single_bit_functionality |
      | bext | 0xffffffffffffffff | 0  | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xffffffffffffffff | 31 | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xffffffffffffffff | 32 | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xffffffffffffffff | 63 | 1                  | bext_op, zbs_single_bit_functionality |

    Examples: six bits of the index count
      | insn | a                  | b                  | result             | rules                                 |
      | bclr | 0x8000000180000001 | 64                 | 0x8000000180000000 | bclr_op, zbs_single_bit_functionality |
      | bclr | 0x8000000180000001 | 65                 | 0x8000000180000001 | bclr_op, zbs_single_bit_functionality |
      | bclr | 0x8000000180000001 | 96                 | 0x8000000080000001 | bclr_op, zbs_single_bit_functionality |
      | bclr | 0x8000000180000001 | 0x7f               | 0x0000000180000001 | bclr_op, zbs_single_bit_functionality |
      | bclr | 0x8000000180000001 | 0xffffffffffffffff | 0x0000000180000001 | bclr_op, zbs_single_bit_functionality |
      | bclr | 0x8000000180000001 | 0x0000000100000000 | 0x8000000180000000 | bclr_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 64                 | 0x8000000180000001 | bset_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 65                 | 0x8000000180000003 | bset_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 96                 | 0x8000000180000001 | bset_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 0x7f               | 0x8000000180000001 | bset_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 0xffffffffffffffff | 0x8000000180000001 | bset_op, zbs_single_bit_functionality |
      | bset | 0x8000000180000001 | 0x0000000100000000 | 0x8000000180000001 | bset_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 64                 | 0x8000000180000000 | binv_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 65                 | 0x8000000180000003 | binv_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 96                 | 0x8000000080000001 | binv_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 0x7f               | 0x0000000180000001 | binv_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 0xffffffffffffffff | 0x0000000180000001 | binv_op, zbs_single_bit_functionality |
      | binv | 0x8000000180000001 | 0x0000000100000000 | 0x8000000180000000 | binv_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 64                 | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 65                 | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 96                 | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 0x7f               | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 0xffffffffffffffff | 1                  | bext_op, zbs_single_bit_functionality |
      | bext | 0x8000000180000001 | 0x0000000100000000 | 1                  | bext_op, zbs_single_bit_functionality |

    Examples: neighbours stay as they are
      | insn | a                  | b  | result             | rules                                 |
      | bclr | 0xa5a5a5a55a5a5a5a | 7  | 0xa5a5a5a55a5a5a5a | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xa5a5a5a55a5a5a5a | 8  | 0xa5a5a5a55a5a5a5a | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xa5a5a5a55a5a5a5a | 33 | 0xa5a5a5a55a5a5a5a | bclr_op, zbs_single_bit_functionality |
      | bclr | 0xa5a5a5a55a5a5a5a | 62 | 0xa5a5a5a55a5a5a5a | bclr_op, zbs_single_bit_functionality |
      | bset | 0xa5a5a5a55a5a5a5a | 7  | 0xa5a5a5a55a5a5ada | bset_op, zbs_single_bit_functionality |
      | bset | 0xa5a5a5a55a5a5a5a | 8  | 0xa5a5a5a55a5a5b5a | bset_op, zbs_single_bit_functionality |
      | bset | 0xa5a5a5a55a5a5a5a | 33 | 0xa5a5a5a75a5a5a5a | bset_op, zbs_single_bit_functionality |
      | bset | 0xa5a5a5a55a5a5a5a | 62 | 0xe5a5a5a55a5a5a5a | bset_op, zbs_single_bit_functionality |
      | binv | 0xa5a5a5a55a5a5a5a | 7  | 0xa5a5a5a55a5a5ada | binv_op, zbs_single_bit_functionality |
      | binv | 0xa5a5a5a55a5a5a5a | 8  | 0xa5a5a5a55a5a5b5a | binv_op, zbs_single_bit_functionality |
      | binv | 0xa5a5a5a55a5a5a5a | 33 | 0xa5a5a5a75a5a5a5a | binv_op, zbs_single_bit_functionality |
      | binv | 0xa5a5a5a55a5a5a5a | 62 | 0xe5a5a5a55a5a5a5a | binv_op, zbs_single_bit_functionality |
      | bext | 0xa5a5a5a55a5a5a5a | 7  | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xa5a5a5a55a5a5a5a | 8  | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xa5a5a5a55a5a5a5a | 33 | 0                  | bext_op, zbs_single_bit_functionality |
      | bext | 0xa5a5a5a55a5a5a5a | 62 | 0                  | bext_op, zbs_single_bit_functionality |

  Scenario Outline: <insn> of <a> at the immediate index <index> gives <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0, <index>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the ends and the middle of a register
      | insn  | a                  | index | result             | rules                                  |
      | bclri | 0xa5a5a5a55a5a5a5a | 0     | 0xa5a5a5a55a5a5a5a | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xa5a5a5a55a5a5a5a | 1     | 0xa5a5a5a55a5a5a58 | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xa5a5a5a55a5a5a5a | 31    | 0xa5a5a5a55a5a5a5a | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xa5a5a5a55a5a5a5a | 32    | 0xa5a5a5a45a5a5a5a | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xa5a5a5a55a5a5a5a | 62    | 0xa5a5a5a55a5a5a5a | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xa5a5a5a55a5a5a5a | 63    | 0x25a5a5a55a5a5a5a | bclri_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 0     | 0xa5a5a5a55a5a5a5b | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 1     | 0xa5a5a5a55a5a5a5a | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 31    | 0xa5a5a5a5da5a5a5a | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 32    | 0xa5a5a5a55a5a5a5a | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 62    | 0xe5a5a5a55a5a5a5a | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xa5a5a5a55a5a5a5a | 63    | 0xa5a5a5a55a5a5a5a | bseti_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 0     | 0xa5a5a5a55a5a5a5b | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 1     | 0xa5a5a5a55a5a5a58 | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 31    | 0xa5a5a5a5da5a5a5a | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 32    | 0xa5a5a5a45a5a5a5a | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 62    | 0xe5a5a5a55a5a5a5a | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xa5a5a5a55a5a5a5a | 63    | 0x25a5a5a55a5a5a5a | binvi_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 0     | 0                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 1     | 1                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 31    | 0                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 32    | 1                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 62    | 0                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xa5a5a5a55a5a5a5a | 63    | 1                  | bexti_op, zbs_single_bit_functionality |

    Examples: all bits clear, and all set
      | insn  | a                  | index | result             | rules                                  |
      | bclri | 0                  | 31    | 0                  | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xffffffffffffffff | 31    | 0xffffffff7fffffff | bclri_op, zbs_single_bit_functionality |
      | bclri | 0                  | 63    | 0                  | bclri_op, zbs_single_bit_functionality |
      | bclri | 0xffffffffffffffff | 63    | 0x7fffffffffffffff | bclri_op, zbs_single_bit_functionality |
      | bseti | 0                  | 31    | 0x80000000         | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xffffffffffffffff | 31    | 0xffffffffffffffff | bseti_op, zbs_single_bit_functionality |
      | bseti | 0                  | 63    | 0x8000000000000000 | bseti_op, zbs_single_bit_functionality |
      | bseti | 0xffffffffffffffff | 63    | 0xffffffffffffffff | bseti_op, zbs_single_bit_functionality |
      | binvi | 0                  | 31    | 0x80000000         | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xffffffffffffffff | 31    | 0xffffffff7fffffff | binvi_op, zbs_single_bit_functionality |
      | binvi | 0                  | 63    | 0x8000000000000000 | binvi_op, zbs_single_bit_functionality |
      | binvi | 0xffffffffffffffff | 63    | 0x7fffffffffffffff | binvi_op, zbs_single_bit_functionality |
      | bexti | 0                  | 31    | 0                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xffffffffffffffff | 31    | 1                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0                  | 63    | 0                  | bexti_op, zbs_single_bit_functionality |
      | bexti | 0xffffffffffffffff | 63    | 1                  | bexti_op, zbs_single_bit_functionality |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0xa5a5a5a55a5a5a5a and a1 = 34
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning          | result             | encoding  | operation |
      | 0x48b51633 | bclr a2, a0, a1  | 0xa5a5a5a15a5a5a5a | bclr_enc  | bclr_op   |
      | 0x28b51633 | bset a2, a0, a1  | 0xa5a5a5a55a5a5a5a | bset_enc  | bset_op   |
      | 0x68b51633 | binv a2, a0, a1  | 0xa5a5a5a15a5a5a5a | binv_enc  | binv_op   |
      | 0x48b55633 | bext a2, a0, a1  | 1                  | bext_enc  | bext_op   |
      | 0x48251613 | bclri a2, a0, 2  | 0xa5a5a5a55a5a5a5a | bclri_enc | bclri_op  |
      | 0x4a251613 | bclri a2, a0, 34 | 0xa5a5a5a15a5a5a5a | bclri_enc | bclri_op  |
      | 0x28251613 | bseti a2, a0, 2  | 0xa5a5a5a55a5a5a5e | bseti_enc | bseti_op  |
      | 0x2a251613 | bseti a2, a0, 34 | 0xa5a5a5a55a5a5a5a | bseti_enc | bseti_op  |
      | 0x68251613 | binvi a2, a0, 2  | 0xa5a5a5a55a5a5a5e | binvi_enc | binvi_op  |
      | 0x6a251613 | binvi a2, a0, 34 | 0xa5a5a5a15a5a5a5a | binvi_enc | binvi_op  |
      | 0x48255613 | bexti a2, a0, 2  | 0                  | bexti_enc | bexti_op  |
      | 0x4a255613 | bexti a2, a0, 34 | 1                  | bexti_enc | bexti_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | bclr  |
      | bclri |
      | bext  |
      | bexti |
      | binv  |
      | binvi |
      | bset  |
      | bseti |
