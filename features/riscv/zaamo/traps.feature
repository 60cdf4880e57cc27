@ext:Zaamo
Feature: AMOs that trap
  An AMO needs a naturally aligned address, and it reads and writes: whatever is wrong with its
  address, the exception is a store/AMO exception, and nothing is read or written.

  @rule:amo_alignment
  Scenario Outline: <insn> at an address that is <past> past a multiple of its size traps
    The address crosses a multiple of 64, so that no misaligned atomicity granule holds it.
    Given a0 = 1 and a1 = test data + <offset>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples: words
      | insn      | past | offset |
      | amoswap.w | 1    | 61     |
      | amoswap.w | 2    | 62     |
      | amoswap.w | 3    | 255    |
      | amoadd.w  | 1    | 61     |
      | amoadd.w  | 2    | 254    |
      | amoadd.w  | 3    | 63     |
      | amoxor.w  | 2    | 62     |
      | amoand.w  | 2    | 62     |
      | amoor.w   | 2    | 62     |
      | amomin.w  | 2    | 62     |
      | amomax.w  | 2    | 62     |
      | amominu.w | 2    | 62     |
      | amomaxu.w | 2    | 62     |

    Examples: doublewords
      | insn      | past | offset |
      | amoswap.d | 1    | 57     |
      | amoswap.d | 2    | 58     |
      | amoswap.d | 4    | 60     |
      | amoswap.d | 7    | 255    |
      | amoadd.d  | 4    | 252    |
      | amoadd.d  | 6    | 62     |
      | amoxor.d  | 4    | 60     |
      | amoand.d  | 4    | 60     |
      | amoor.d   | 4    | 60     |
      | amomin.d  | 4    | 60     |
      | amomax.d  | 4    | 60     |
      | amominu.d | 4    | 60     |
      | amomaxu.d | 4    | 60     |

  @rule:amo_alignment
  Scenario Outline: <insn> into x0 at a misaligned address traps too
    Given a0 = 1 and a1 = test data + 61
    When the hart executes "<insn> x0, a0, (a1)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And nothing changes

    Examples:
      | insn      |
      | amoadd.w  |
      | amoadd.d  |
      | amoswap.w |
      | amoswap.d |

  @rule:amo_alignment
  Scenario: Words need the alignment of words only
    Given test data holds 0x0000000500000000
    And a0 = 1 and a1 = test data + 4
    When the hart executes "amoadd.w a2, a0, (a1)"
    Then a2 = 5
    And no trap is taken

  @rule:amo_alignment
  Scenario Outline: <insn> does what the standard defines at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | amoswap.w |
      | amoadd.w  |
      | amoxor.w  |
      | amoand.w  |
      | amoor.w   |
      | amomin.w  |
      | amomax.w  |
      | amominu.w |
      | amomaxu.w |
      | amoswap.d |
      | amoadd.d  |
      | amoxor.d  |
      | amoand.d  |
      | amoor.d   |
      | amomin.d  |
      | amomax.d  |
      | amominu.d |
      | amomaxu.d |

  @rule:mcause_exccode_st_sc_amo @rule:pmp_store_fault
  Scenario Outline: <insn> to memory that user mode may not write is a store/AMO access fault
    Also when the operation would not change the value.
    Given test data + 64 holds 0
    And the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = <operand> and a1 = test data + 64
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn      | operand |
      | amoswap.w | 5       |
      | amoadd.w  | 0       |
      | amoxor.w  | 0       |
      | amoand.w  | -1      |
      | amoor.w   | 0       |
      | amomin.w  | 0       |
      | amomax.w  | 0       |
      | amominu.w | 0       |
      | amomaxu.w | 0       |
      | amoswap.d | 5       |
      | amoadd.d  | 0       |
      | amoxor.d  | 0       |
      | amoand.d  | -1      |
      | amoor.d   | 0       |
      | amomin.d  | 0       |
      | amomax.d  | 0       |
      | amominu.d | 0       |
      | amomaxu.d | 0       |

  @rule:mcause_exccode_st_sc_amo @rule:pmp_store_fault
  Scenario Outline: <insn> to memory that user mode may neither read nor write is a store/AMO access fault
    An AMO reads before it writes, but it never raises a load exception.
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a0 = 1 and a1 = test data + 64
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn      |
      | amoswap.w |
      | amoadd.w  |
      | amomaxu.w |
      | amoswap.d |
      | amoadd.d  |
      | amomaxu.d |

  @rule:pmp_store_fault
  Scenario: An AMO beside the forbidden region is carried out
    Given test data + 56 holds 41
    And the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 1 and a1 = test data + 56
    When the hart executes "amoadd.d a2, a0, (a1)"
    Then a2 = 41
    And test data + 56 holds 42
    And no trap is taken
    And nothing else changes
