@ext:Zca
Feature: Compressed loads and stores
  Offsets are zero-extended and scaled by the size of the data, from the stack pointer or from one
  of the eight popular registers.

  Scenario Outline: <short> loads <value>
    Given test data + 496 holds 0xfedcba9876543210 and test data + 8 holds 0x11223344f5667788
    And sp = test data + <base> and a1 = test data + <base>
    When the hart executes "<short>"
    Then <rd> = <value> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples: words, sign-extended
      | short              | base | rd | value              | rule      |
      | c.lw a0, 0(a1)     | 8    | a0 | 0xfffffffff5667788 | c-lw_op   |
      | c.lw a0, 4(a1)     | 8    | a0 | 0x11223344         | c-lw_op   |
      | c.lw a0, 8(a1)     | 0    | a0 | 0xfffffffff5667788 | c-lw_op   |
      | c.lw a0, 64(a1)    | 432  | a0 | 0x76543210         | c-lw_op   |
      | c.lw a0, 124(a1)   | 376  | a0 | 0xfffffffffedcba98 | c-lw_op   |
      | c.lw a1, 4(a1)     | 8    | a1 | 0x11223344         | c-lw_op   |
      | c.lw s0, 16(a1)    | 480  | s0 | 0x76543210         | c-lw_op   |
      | c.lw a5, 32(a1)    | 464  | a5 | 0x76543210         | c-lw_op   |
      | c.lwsp a0, 0(sp)   | 8    | a0 | 0xfffffffff5667788 | c-lwsp_op |
      | c.lwsp t6, 4(sp)   | 8    | t6 | 0x11223344         | c-lwsp_op |
      | c.lwsp a0, 8(sp)   | 0    | a0 | 0xfffffffff5667788 | c-lwsp_op |
      | c.lwsp ra, 64(sp)  | 432  | ra | 0x76543210         | c-lwsp_op |
      | c.lwsp sp, 128(sp) | 368  | sp | 0x76543210         | c-lwsp_op |
      | c.lwsp a0, 252(sp) | 248  | a0 | 0xfffffffffedcba98 | c-lwsp_op |

    Examples: doublewords
      | short              | base | rd | value              | rule      |
      | c.ld a0, 0(a1)     | 8    | a0 | 0x11223344f5667788 | c-ld_op   |
      | c.ld a0, 8(a1)     | 0    | a0 | 0x11223344f5667788 | c-ld_op   |
      | c.ld a0, 64(a1)    | 432  | a0 | 0xfedcba9876543210 | c-ld_op   |
      | c.ld a0, 128(a1)   | 368  | a0 | 0xfedcba9876543210 | c-ld_op   |
      | c.ld s0, 248(a1)   | 248  | s0 | 0xfedcba9876543210 | c-ld_op   |
      | c.ld a1, 0(a1)     | 8    | a1 | 0x11223344f5667788 | c-ld_op   |
      | c.ldsp a0, 0(sp)   | 8    | a0 | 0x11223344f5667788 | c-ldsp_op |
      | c.ldsp t6, 8(sp)   | 0    | t6 | 0x11223344f5667788 | c-ldsp_op |
      | c.ldsp ra, 64(sp)  | 432  | ra | 0xfedcba9876543210 | c-ldsp_op |
      | c.ldsp a0, 256(sp) | 240  | a0 | 0xfedcba9876543210 | c-ldsp_op |
      | c.ldsp sp, 32(sp)  | 464  | sp | 0xfedcba9876543210 | c-ldsp_op |
      | c.ldsp a0, 488(sp) | 8    | a0 | 0xfedcba9876543210 | c-ldsp_op |

  @rule:c-ldsp_op
  Scenario: The largest offset of c.ldsp reaches 504 bytes
    Given test data + 504 holds 0xfedcba9876543210
    And sp = test data
    When the hart executes "c.ldsp t6, 504(sp)"
    Then t6 = 0xfedcba9876543210
    And nothing else changes

  Scenario Outline: <short> stores to offset <to>
    Given test data + <at> holds 0x5a5a5a5a5a5a5a5a
    And sp = test data + <base> and a1 = test data + <base>
    And a0 = 0x8877665544332211 and t6 = 0x1020304050607080
    When the hart executes "<short>"
    Then test data + <at> holds <after> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples: words
      | short              | base | to  | at  | after              | rule      |
      | c.sw a0, 0(a1)     | 8    | 8   | 8   | 0x5a5a5a5a44332211 | c-sw_op   |
      | c.sw a0, 4(a1)     | 8    | 12  | 8   | 0x443322115a5a5a5a | c-sw_op   |
      | c.sw a0, 8(a1)     | 8    | 16  | 16  | 0x5a5a5a5a44332211 | c-sw_op   |
      | c.sw a0, 64(a1)    | 8    | 72  | 72  | 0x5a5a5a5a44332211 | c-sw_op   |
      | c.sw a0, 124(a1)   | 8    | 132 | 128 | 0x443322115a5a5a5a | c-sw_op   |
      | c.swsp t6, 0(sp)   | 8    | 8   | 8   | 0x5a5a5a5a50607080 | c-swsp_op |
      | c.swsp t6, 4(sp)   | 8    | 12  | 8   | 0x506070805a5a5a5a | c-swsp_op |
      | c.swsp a0, 64(sp)  | 8    | 72  | 72  | 0x5a5a5a5a44332211 | c-swsp_op |
      | c.swsp a0, 128(sp) | 8    | 136 | 136 | 0x5a5a5a5a44332211 | c-swsp_op |
      | c.swsp a0, 252(sp) | 8    | 260 | 256 | 0x443322115a5a5a5a | c-swsp_op |
      | c.swsp x0, 8(sp)   | 8    | 16  | 16  | 0x5a5a5a5a00000000 | c-swsp_op |

    Examples: doublewords
      | short              | base | to  | at  | after              | rule      |
      | c.sd a0, 0(a1)     | 8    | 8   | 8   | 0x8877665544332211 | c-sd_op   |
      | c.sd a0, 8(a1)     | 8    | 16  | 16  | 0x8877665544332211 | c-sd_op   |
      | c.sd a0, 64(a1)    | 8    | 72  | 72  | 0x8877665544332211 | c-sd_op   |
      | c.sd a0, 248(a1)   | 8    | 256 | 256 | 0x8877665544332211 | c-sd_op   |
      | c.sdsp t6, 0(sp)   | 8    | 8   | 8   | 0x1020304050607080 | c-sdsp_op |
      | c.sdsp t6, 8(sp)   | 8    | 16  | 16  | 0x1020304050607080 | c-sdsp_op |
      | c.sdsp a0, 256(sp) | 8    | 264 | 264 | 0x8877665544332211 | c-sdsp_op |
      | c.sdsp a0, 496(sp) | 8    | 504 | 504 | 0x8877665544332211 | c-sdsp_op |
      | c.sdsp a0, 504(sp) | 0    | 504 | 504 | 0x8877665544332211 | c-sdsp_op |
      | c.sdsp x0, 32(sp)  | 0    | 32  | 32  | 0                  | c-sdsp_op |

  Scenario Outline: <short> at a base that is <rs> itself
    Given <rs> = test data + 64
    When the hart executes "<short>; <check>"
    Then a2 = 0 [<rule>]

    Examples:
      | short            | rs | check                         | rule      |
      | c.sd a1, 8(a1)   | a1 | ld a2, 8(a1); sub a2, a2, a1  | c-sd_op   |
      | c.sw a1, 8(a1)   | a1 | lw a2, 8(a1); subw a2, a2, a1 | c-sw_op   |
      | c.sdsp sp, 8(sp) | sp | ld a2, 8(sp); sub a2, a2, sp  | c-sdsp_op |
      | c.swsp sp, 8(sp) | sp | lw a2, 8(sp); subw a2, a2, sp | c-swsp_op |

  Scenario Outline: The code <code> is <meaning>
    Encodings written as numbers, each read from the manual's formats.
    Given a0 = 0x0123456789abcdef and a1 = test data + 64 and sp = test data + 64
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>" [<rule>]

    Examples:
      | code   | meaning        | rule      |
      | 0x4188 | lw a0, 0(a1)   | c-lw_op   |
      | 0x41c8 | lw a0, 4(a1)   | c-lw_op   |
      | 0x4588 | lw a0, 8(a1)   | c-lw_op   |
      | 0x51a8 | lw a0, 96(a1)  | c-lw_op   |
      | 0x6188 | ld a0, 0(a1)   | c-ld_op   |
      | 0x6588 | ld a0, 8(a1)   | c-ld_op   |
      | 0x61a8 | ld a0, 64(a1)  | c-ld_op   |
      | 0x61c8 | ld a0, 128(a1) | c-ld_op   |
      | 0xc188 | sw a0, 0(a1)   | c-sw_op   |
      | 0xc1c8 | sw a0, 4(a1)   | c-sw_op   |
      | 0xe188 | sd a0, 0(a1)   | c-sd_op   |
      | 0xe5c8 | sd a0, 136(a1) | c-sd_op   |
      | 0x4502 | lw a0, 0(sp)   | c-lwsp_op |
      | 0x4512 | lw a0, 4(sp)   | c-lwsp_op |
      | 0x450a | lw a0, 128(sp) | c-lwsp_op |
      | 0x5506 | lw a0, 96(sp)  | c-lwsp_op |
      | 0x6502 | ld a0, 0(sp)   | c-ldsp_op |
      | 0x6522 | ld a0, 8(sp)   | c-ldsp_op |
      | 0x6512 | ld a0, 256(sp) | c-ldsp_op |
      | 0x7506 | ld a0, 96(sp)  | c-ldsp_op |
      | 0xc02a | sw a0, 0(sp)   | c-swsp_op |
      | 0xc22a | sw a0, 4(sp)   | c-swsp_op |
      | 0xc12a | sw a0, 128(sp) | c-swsp_op |
      | 0xe02a | sd a0, 0(sp)   | c-sdsp_op |
      | 0xe42a | sd a0, 8(sp)   | c-sdsp_op |
      | 0xe22a | sd a0, 256(sp) | c-sdsp_op |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | c.lw   |
      | c.ld   |
      | c.sw   |
      | c.sd   |
      | c.lwsp |
      | c.ldsp |
      | c.swsp |
      | c.sdsp |

  Scenario Outline: <insn> does what its expansion does at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn   |
      | c.lw   |
      | c.ld   |
      | c.sw   |
      | c.sd   |
      | c.lwsp |
      | c.ldsp |
      | c.swsp |
      | c.sdsp |
