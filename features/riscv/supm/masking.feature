@ext:Supm @env:machine
Feature: Pointer masking in user mode
  With a masking of 7 bits the upper 7 bits of an effective address are ignored: under Bare translation
  they become zero. What the address register holds does not change.

  @rule:pm_ignore_upper_bits @rule:pm_ignore_pa @rule:pm_apply_explicit @rule:pm_mode_only_dependency
  Scenario Outline: <insn> ignores the tag <tag>
    Given envcfg has PMM = 2
    And test data + 64 holds 0x80f1e2d3c4b5a697
    And a1 = <address>
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <value>
    And no trap is taken
    And nothing else changes

    Examples: every load
      | insn | tag  | address                        | value              |
      | lb   | 0x40 | test data + 0x8000000000000040 | 0xffffffffffffff97 |
      | lb   | 0x55 | test data + 0xaa00000000000040 | 0xffffffffffffff97 |
      | lbu  | 0x01 | test data + 0x200000000000040  | 0x97               |
      | lbu  | 0x7f | test data + 0xfe00000000000040 | 0x97               |
      | lh   | 0x40 | test data + 0x8000000000000040 | 0xffffffffffffa697 |
      | lh   | 0x55 | test data + 0xaa00000000000040 | 0xffffffffffffa697 |
      | lhu  | 0x01 | test data + 0x200000000000040  | 0xa697             |
      | lhu  | 0x7f | test data + 0xfe00000000000040 | 0xa697             |
      | lw   | 0x40 | test data + 0x8000000000000040 | 0xffffffffc4b5a697 |
      | lw   | 0x55 | test data + 0xaa00000000000040 | 0xffffffffc4b5a697 |
      | lwu  | 0x01 | test data + 0x200000000000040  | 0xc4b5a697         |
      | lwu  | 0x7f | test data + 0xfe00000000000040 | 0xc4b5a697         |
      | ld   | 0x40 | test data + 0x8000000000000040 | 0x80f1e2d3c4b5a697 |
      | ld   | 0x55 | test data + 0xaa00000000000040 | 0x80f1e2d3c4b5a697 |

    Examples: every bit
      | insn | tag  | address                        | value              |
      | ld   | 0x01 | test data + 0x200000000000040  | 0x80f1e2d3c4b5a697 |
      | ld   | 0x02 | test data + 0x400000000000040  | 0x80f1e2d3c4b5a697 |
      | ld   | 0x04 | test data + 0x800000000000040  | 0x80f1e2d3c4b5a697 |
      | ld   | 0x08 | test data + 0x1000000000000040 | 0x80f1e2d3c4b5a697 |
      | ld   | 0x10 | test data + 0x2000000000000040 | 0x80f1e2d3c4b5a697 |
      | ld   | 0x20 | test data + 0x4000000000000040 | 0x80f1e2d3c4b5a697 |
      | ld   | 0x40 | test data + 0x8000000000000040 | 0x80f1e2d3c4b5a697 |

  @rule:pm_ignore_upper_bits @rule:pm_apply_explicit @rule:pm_ignore_pa
  Scenario Outline: <insn> ignores the tag <tag>, and stores at the address without it
    Given envcfg has PMM = 2
    And test data + 64 holds 0x1111111111111111
    And a0 = 0x1122334455667788 and a1 = <address>
    When the hart executes "<insn> a0, 0(a1)"
    Then test data + 64 holds <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | tag  | address                        | value              |
      | sb   | 0x01 | test data + 0x200000000000040  | 0x1111111111111188 |
      | sb   | 0x40 | test data + 0x8000000000000040 | 0x1111111111111188 |
      | sb   | 0x7f | test data + 0xfe00000000000040 | 0x1111111111111188 |
      | sh   | 0x01 | test data + 0x200000000000040  | 0x1111111111117788 |
      | sh   | 0x40 | test data + 0x8000000000000040 | 0x1111111111117788 |
      | sh   | 0x7f | test data + 0xfe00000000000040 | 0x1111111111117788 |
      | sw   | 0x01 | test data + 0x200000000000040  | 0x1111111155667788 |
      | sw   | 0x40 | test data + 0x8000000000000040 | 0x1111111155667788 |
      | sw   | 0x7f | test data + 0xfe00000000000040 | 0x1111111155667788 |
      | sd   | 0x01 | test data + 0x200000000000040  | 0x1122334455667788 |
      | sd   | 0x40 | test data + 0x8000000000000040 | 0x1122334455667788 |
      | sd   | 0x7f | test data + 0xfe00000000000040 | 0x1122334455667788 |

  @ext:Zaamo @rule:pm_apply_explicit @rule:pm_ignore_pa
  Scenario Outline: <insn> ignores the tag <tag> for its load and its store
    Given envcfg has PMM = 2
    And test data + 64 holds 5
    And a0 = 7 and a1 = <address>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a2 = 5
    And test data + 64 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | tag  | address                        | after |
      | amoadd.d  | 0x01 | test data + 0x200000000000040  | 12    |
      | amoadd.d  | 0x7f | test data + 0xfe00000000000040 | 12    |
      | amoswap.w | 0x01 | test data + 0x200000000000040  | 7     |
      | amoswap.w | 0x7f | test data + 0xfe00000000000040 | 7     |
      | amomaxu.d | 0x01 | test data + 0x200000000000040  | 7     |
      | amomaxu.d | 0x7f | test data + 0xfe00000000000040 | 7     |
      | amoand.w  | 0x01 | test data + 0x200000000000040  | 5     |
      | amoand.w  | 0x7f | test data + 0xfe00000000000040 | 5     |

  @ext:Zalrsc @rule:pm_apply_explicit @rule:pm_ignore_pa
  Scenario Outline: LR and SC ignore their tags, also if these differ
    A constrained loop has the same address in both; here the SC may fail, and says so.
    Given envcfg has PMM = 2
    And test data + 64 holds 5
    And a0 = 7 and a1 = <reserved> and a2 = <stored>
    When the hart executes "<lr> a4, (a1); <sc> a3, a0, (a2); ld a5, 0(a2); snez a3, a3; sltiu a6, a5, 6; sub a6, a6, a3"
    Then a4 = 5
    And a6 = 0
    And no trap is taken

    Examples:
      | lr   | sc   | reserved                       | stored                         |
      | lr.w | sc.w | test data + 0xfe00000000000040 | test data + 0xfe00000000000040 |
      | lr.w | sc.w | test data + 0x200000000000040  | test data + 0x40               |
      | lr.w | sc.w | test data + 0x40               | test data + 0x8000000000000040 |
      | lr.d | sc.d | test data + 0xfe00000000000040 | test data + 0xfe00000000000040 |
      | lr.d | sc.d | test data + 0x200000000000040  | test data + 0x40               |
      | lr.d | sc.d | test data + 0x40               | test data + 0x8000000000000040 |

  @ext:Zacas @rule:pm_apply_explicit
  Scenario: amocas ignores the tag
    Given envcfg has PMM = 2
    And test data + 64 holds 5 and test data + 72 holds 6
    And a0 = 7 and a1 = 8 and a2 = 5 and a3 = 6 and a4 = test data + 0x5400000000000040
    When the hart executes "amocas.q a2, a0, (a4)"
    Then test data + 64 holds 7
    And test data + 72 holds 8
    And no trap is taken
    And nothing else changes

  @ext:D @rule:pm_apply_explicit
  Scenario: Floating-point loads and stores ignore the tag
    Given envcfg has PMM = 2
    And test data + 64 holds 0x4008000000000000
    And a1 = test data + 0xfe00000000000040
    When the hart executes "fld f10, 0(a1); fsd f10, 8(a1); flw f11, 4(a1); fsw f11, 16(a1)"
    Then test data + 72 holds 0x4008000000000000
    And test data + 80 holds word 0x40080000
    And no trap is taken

  @ext:V @ext:Supm @rule:pm_apply_explicit
  Scenario: Vector loads and stores ignore the tag
    Given envcfg has PMM = 2
    And test data + 64 holds 0x1122334455667788 and test data + 72 holds 0x99aabbccddeeff00
    And a1 = test data + 0x8200000000000040
    When the hart executes "vsetivli x0, 2, e64, m1, ta, ma; vle64.v v8, (a1); addi a1, a1, 16; vse64.v v8, (a1)"
    Then test data + 80 holds 0x1122334455667788
    And test data + 88 holds 0x99aabbccddeeff00
    And no trap is taken

  @ext:Zic64b @ext:Zicboz @ext:Supm @rule:pm_apply_explicit
  Scenario: cbo.zero ignores the tag
    Given envcfg has PMM = 2 and CBZE = 1
    And a1 = test data + 0xfe00000000000046
    When the hart executes "cbo.zero (a1)"
    Then test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0
    And test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And no trap is taken
    And nothing else changes

  @rule:pm_ignore_upper_bits @rule:pm_deterministic_effect
  Scenario Outline: The offset is added before the tag is ignored
    Given envcfg has PMM = 2
    And test data + 64 holds 0x5a5a5a5a12345678
    And a1 = <address>
    When the hart executes "<insn> a2, <offset>(a1)"
    Then a2 = <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | address                        | offset | value              |
      | ld   | test data + 0x6600000000000038 | 8      | 0x5a5a5a5a12345678 |
      | ld   | test data + 0x65fffffffffff848 | 2040   | 0x5a5a5a5a12345678 |
      | ld   | test data + 0x6600000000000840 | -2048  | 0x5a5a5a5a12345678 |
      | ld   | test data + 0x6600000000000048 | -8     | 0x5a5a5a5a12345678 |
      | lwu  | test data + 0x6600000000000038 | 8      | 0x12345678         |
      | lwu  | test data + 0x65fffffffffff848 | 2040   | 0x12345678         |
      | lwu  | test data + 0x6600000000000840 | -2048  | 0x12345678         |

  @ext:Zca @ext:Supm @rule:pm_apply_explicit
  Scenario Outline: The compressed <insn> ignores the tag <tag> as what it expands to does
    Given envcfg has PMM = 2
    And test data + 64 holds 0x1122334455667788
    And a0 = -1 and a1 = <address>
    When the hart executes "<insn>; ld a2, 0(a1)"
    Then a2 = <value>
    And no trap is taken

    Examples:
      | insn           | tag  | address                        | value              |
      | c.ld a0, 0(a1) | 0x01 | test data + 0x200000000000040  | 0x1122334455667788 |
      | c.ld a0, 0(a1) | 0x7f | test data + 0xfe00000000000040 | 0x1122334455667788 |
      | c.lw a0, 0(a1) | 0x01 | test data + 0x200000000000040  | 0x1122334455667788 |
      | c.lw a0, 0(a1) | 0x7f | test data + 0xfe00000000000040 | 0x1122334455667788 |
      | c.sd a0, 0(a1) | 0x01 | test data + 0x200000000000040  | 0xffffffffffffffff |
      | c.sd a0, 0(a1) | 0x7f | test data + 0xfe00000000000040 | 0xffffffffffffffff |
      | c.sw a0, 0(a1) | 0x01 | test data + 0x200000000000040  | 0x11223344ffffffff |
      | c.sw a0, 0(a1) | 0x7f | test data + 0xfe00000000000040 | 0x11223344ffffffff |

  @rule:pm_ignore_upper_bits @rule:pm_deterministic_effect
  Scenario Outline: Of <address> seven bits are ignored and no more
    The bits below them are part of the address. What is there is the platform's business; it is not what
    lies at the address without them.
    Given envcfg has PMM = 2
    And test data + 64 holds 0x5a5a5a5a12345678
    And a1 = <address> and a2 = 0
    When the hart executes "lwu a2, 0(a1)"
    Then a2 != 0x12345678

    Examples:
      | address                        |
      | test data + 0x1000000000040    |
      | test data + 0x100000000000040  |
      | test data + 0xff00000000000040 |

  @rule:pm_ignore_pa @rule:pm_csr_hw_apply
  Scenario Outline: <insn> of a physical address with bit 56 set faults with zeros above that bit
    A valid physical address has no such bit. As a virtual one it would get copies of it.
    Given envcfg has PMM = 2
    And a0 = 1 and a1 = test data + <address>
    When the hart executes "<insn>"
    Then a <kind> access fault exception is taken
    And tval = test data + 0x100000000000040 or 0

    Examples:
      | insn          | kind      | address            |
      | lwu a2, 0(a1) | load      | 0x100000000000040  |
      | lwu a2, 0(a1) | load      | 0x300000000000040  |
      | lwu a2, 0(a1) | load      | 0xff00000000000040 |
      | sb a0, 0(a1)  | store/AMO | 0x100000000000040  |
      | sb a0, 0(a1)  | store/AMO | 0xff00000000000040 |

  @claim:MISALIGNED_LDST_HW_SUPPORT @rule:pm_misaligned_equivalence
  Scenario Outline: A misaligned access at <at> ignores the tag in all its parts
    Given envcfg has PMM = 2
    And test data + 56 holds 0x8786858483828180 and test data + 64 holds 0x8f8e8d8c8b8a8988
    And a0 = 0 and a1 = <address>
    When the hart executes "ld a2, 0(a1); lw a3, 4(a1); sw a0, 3(a1); lwu a4, 3(a1)"
    Then a2 = <doubleword>
    And a3 = <word>
    And a4 = 0
    And no trap is taken

    Examples:
      | at | address                        | doubleword         | word               |
      | 57 | test data + 0xfe00000000000039 | 0x8887868584838281 | 0xffffffff88878685 |
      | 59 | test data + 0x20000000000003b  | 0x8a89888786858483 | 0xffffffff8a898887 |
      | 60 | test data + 0x800000000000003c | 0x8b8a898887868584 | 0xffffffff8b8a8988 |
      | 63 | test data + 0xaa0000000000003f | 0x8e8d8c8b8a898887 | 0xffffffff8e8d8c8b |

  @rule:pm_config_next_higher @rule:pm_auto_apply_active_mode
  Scenario Outline: Without masking the tag <tag> is part of the address
    What is there is the platform's business; it is not what lies at the address without the tag.
    Given envcfg has PMM = 0
    And test data + 64 holds 0x5a5a5a5a12345678
    And a1 = <address> and a2 = 0
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 != <value>

    Examples:
      | insn | tag  | address                        | value              |
      | ld   | 0x01 | test data + 0x200000000000040  | 0x5a5a5a5a12345678 |
      | ld   | 0x40 | test data + 0x8000000000000040 | 0x5a5a5a5a12345678 |
      | lwu  | 0x01 | test data + 0x200000000000040  | 0x12345678         |
      | lwu  | 0x7f | test data + 0xfe00000000000040 | 0x12345678         |

  @rule:pm_per_mode_control @rule:pm_auto_apply_active_mode
  Scenario Outline: User mode's masking does not concern machine mode, tag <tag>
    Given the hart runs in machine mode
    And envcfg has PMM = 2
    And test data + 64 holds 0x5a5a5a5a12345678
    And a1 = <address> and a2 = 0
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 != <value>

    Examples:
      | insn | tag  | address                        | value              |
      | ld   | 0x01 | test data + 0x200000000000040  | 0x5a5a5a5a12345678 |
      | ld   | 0x40 | test data + 0x8000000000000040 | 0x5a5a5a5a12345678 |
      | lwu  | 0x01 | test data + 0x200000000000040  | 0x12345678         |
      | lwu  | 0x7f | test data + 0xfe00000000000040 | 0x12345678         |

  @rule:pm_mprv_spvp
  Scenario Outline: <insn> of machine mode under MPRV has user mode's masking
    MPP is user mode after the mret that entered the program.
    Given the hart runs in machine mode
    And envcfg has PMM = 2
    And test data + 64 holds 0x5a5a5a5a12345678
    And a1 = test data + 0xfe00000000000040 and a2 = 0 and a3 = 0x20000 and a4 = 0x1800
    When the hart executes
      """
      csrc mstatus, a4
      csrs mstatus, a3
      <insn> a2, 0(a1)
      csrc mstatus, a3
      """
    Then <then>
    And no trap is taken

    Examples:
      | insn | then                                           |
      | ld   | a2 = 0x5a5a5a5a12345678                        |
      | lwu  | a2 = 0x12345678                                |
      | sd   | test data + 64 holds 0                         |
      | sb   | test data + 64 holds 0x5a5a5a5a12345600        |

  @rule:pm_not_apply_implicit
  Scenario Outline: A fetch is not masked: the jump with the tag <tag> ends in a fault
    Given envcfg has PMM = 2
    And the code "addi a0, x0, 7; jalr x0, 0(ra)" lies at test data + 64
    And a0 = 0 and a1 = <address>
    When the hart executes "jalr ra, 0(a1)"
    Then an instruction access fault exception is taken
    And a0 = 0

    Examples:
      | tag  | address                        |
      | 0x01 | test data + 0x200000000000040  |
      | 0x40 | test data + 0x8000000000000040 |
      | 0x7f | test data + 0xfe00000000000040 |

  @rule:pm_csr_hw_apply
  Scenario Outline: The trap value of <insn> that faults is the address without the tag
    Given the hart runs in user mode
    And envcfg has PMM = 2
    And user mode may not read test data + 64 to test data + 127
    And a0 = 1 and a1 = test data + 0xfe00000000000040
    When the hart executes "<insn>"
    Then a <kind> access fault exception is taken
    And tval = test data + 64 or 0
    And nothing changes

    Examples:
      | insn          | kind      |
      | ld a2, 0(a1)  | load      |
      | lb a2, 0(a1)  | load      |
      | lwu a2, 0(a1) | load      |
      | sd a0, 0(a1)  | store/AMO |
      | sb a0, 0(a1)  | store/AMO |

  @rule:pm_apply_explicit @rule:pm_csr_hw_apply
  Scenario: What user mode may not write it may not write with a tag either
    Given the hart runs in user mode
    And envcfg has PMM = 2
    And user mode may not write test data + 64 to test data + 127
    And a0 = 1 and a1 = test data + 0xfe00000000000040
    When the hart executes "sd a0, 0(a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 64 or 0
    And nothing changes

  @rule:pm_no_csr_sw
  Scenario: A tagged address goes into a CSR as it is, and comes back
    Given the hart runs in machine mode
    And envcfg has PMM = 2
    And mscratch = 0
    And a1 = test data + 0xfe00000000000040 and a3 = 0x20000 and a4 = 0x1800
    When the hart executes
      """
      csrc mstatus, a4
      csrs mstatus, a3
      csrw mscratch, a1
      csrr a2, mscratch
      csrc mstatus, a3
      """
    Then a2 = a1
    And no trap is taken

  @ext:Zicfiss @ext:Supm @rule:pm_no_csr_sw
  Scenario: A tagged address goes into ssp as it is, and comes back
    Given envcfg has PMM = 2 and SSE = 1
    And a1 = test data + 0xfe00000000000040
    When the hart executes "csrw ssp, a1; csrr a2, ssp"
    Then a2 = a1
    And no trap is taken

  @rule:pm_warl_unaffected
  Scenario: An address CSR holds the same whether user mode is masked or not
    Given the hart runs in machine mode
    And envcfg has PMM = 2
    And a1 = test data + 0xfe00000000000040
    When the hart executes
      """
      csrw mepc, a1
      csrr a2, mepc
      csrrw t0, menvcfg, x0
      csrw mepc, a1
      csrr a3, mepc
      csrw menvcfg, t0
      """
    Then a2 = a3
    And no trap is taken

  @rule:pmlen_illegal_warl
  Scenario Outline: Writing <written> to PMM traps nowhere and leaves a legal value
    Given the hart runs in machine mode
    When the hart executes
      """
      li t0, <written>
      slli t0, t0, 32
      csrrw t1, menvcfg, t0
      csrr a0, menvcfg
      csrw menvcfg, t1
      srli a0, a0, 32
      andi a0, a0, 3
      """
    Then a0 = 0 or 2 or 3
    And no trap is taken

    Examples:
      | written |
      | 0       |
      | 1       |
      | 2       |
      | 3       |

  Scenario Outline: With PMM = <pmm>, <insn> does what the standard defines, tag <tag>
    16 bits of masking are an option; what the hart took of the setting decides.
    Given envcfg has PMM = <pmm>
    And test data + 64 holds 0x80f1e2d3c4b5a697
    And a0 = 1 and a1 = <address>
    When the hart executes "<insn>"
    Then every outcome is one the specification allows [pm_ignore_pa, pm_deterministic_effect]

    Examples:
      | pmm | insn          | tag    | address                        |
      | 2   | ld a2, 0(a1)  | 0xfe00 | test data + 0xfe00000000000040 |
      | 2   | lh a2, 0(a1)  | 0xfe00 | test data + 0xfe00000000000040 |
      | 2   | sd a0, 0(a1)  | 0xfe00 | test data + 0xfe00000000000040 |
      | 2   | sb a0, 1(a1)  | 0xfe00 | test data + 0xfe00000000000040 |
      | 3   | ld a2, 0(a1)  | 0x1    | test data + 0x1000000000040    |
      | 3   | ld a2, 0(a1)  | 0x100  | test data + 0x100000000000040  |
      | 3   | ld a2, 0(a1)  | 0xffff | test data + 0xffff000000000040 |
      | 3   | lh a2, 0(a1)  | 0x1    | test data + 0x1000000000040    |
      | 3   | lh a2, 0(a1)  | 0x100  | test data + 0x100000000000040  |
      | 3   | lh a2, 0(a1)  | 0xffff | test data + 0xffff000000000040 |
      | 3   | lwu a2, 0(a1) | 0x1    | test data + 0x1000000000040    |
      | 3   | lwu a2, 0(a1) | 0xffff | test data + 0xffff000000000040 |
      | 3   | sd a0, 0(a1)  | 0x1    | test data + 0x1000000000040    |
      | 3   | sd a0, 0(a1)  | 0x100  | test data + 0x100000000000040  |
      | 3   | sd a0, 0(a1)  | 0xffff | test data + 0xffff000000000040 |
      | 3   | sb a0, 1(a1)  | 0x1    | test data + 0x1000000000040    |
      | 3   | sb a0, 1(a1)  | 0x100  | test data + 0x100000000000040  |
      | 3   | sb a0, 1(a1)  | 0xffff | test data + 0xffff000000000040 |

    @ext:Zaamo
    Examples: atomic operations
      | pmm | insn                  | tag    | address                        |
      | 2   | amoadd.d a2, a0, (a1) | 0xfe00 | test data + 0xfe00000000000040 |
      | 3   | amoadd.d a2, a0, (a1) | 0x1    | test data + 0x1000000000040    |
      | 3   | amoadd.d a2, a0, (a1) | 0x100  | test data + 0x100000000000040  |
      | 3   | amoadd.d a2, a0, (a1) | 0xffff | test data + 0xffff000000000040 |

    @ext:Zalrsc
    Examples: reservations
      | pmm | insn          | tag    | address                        |
      | 2   | lr.w a2, (a1) | 0xfe00 | test data + 0xfe00000000000040 |
      | 3   | lr.w a2, (a1) | 0x1    | test data + 0x1000000000040    |
      | 3   | lr.w a2, (a1) | 0x100  | test data + 0x100000000000040  |
      | 3   | lr.w a2, (a1) | 0xffff | test data + 0xffff000000000040 |
