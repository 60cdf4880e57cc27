@ext:Zabha
Feature: Byte and halfword AMOs that trap
  Bytes are always aligned; a halfword needs an even address. What is wrong with an address, the
  exception is a store/AMO exception, and nothing is read or written.

  @rule:Zabha_rs1_align_addr
  Scenario Outline: <insn> at an odd address <past> traps
    Where misaligned atomics are supported, they are within their granule, which this address crosses.
    Given a0 = 1 and a1 = test data + <offset>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn      | past                    | offset |
      | amoswap.h | across a multiple of 64 | 63     |
      | amoadd.h  | across a multiple of 64 | 127    |
      | amoxor.h  | across a multiple of 64 | 255    |
      | amoand.h  | across a multiple of 64 | 63     |
      | amoor.h   | across a multiple of 64 | 127    |
      | amomin.h  | across a multiple of 64 | 255    |
      | amomax.h  | across a multiple of 64 | 63     |
      | amominu.h | across a multiple of 64 | 127    |
      | amomaxu.h | across a multiple of 64 | 255    |

  @rule:Zabha_rs1_align_addr
  Scenario Outline: <insn> does what the standard defines at odd addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | amoswap.h |
      | amoadd.h  |
      | amoxor.h  |
      | amoand.h  |
      | amoor.h   |
      | amomin.h  |
      | amomax.h  |
      | amominu.h |
      | amomaxu.h |

  @rule:Zabha_rs1_align_addr
  Scenario Outline: A byte at offset <offset> is aligned, whatever its address
    Given test data + <offset> holds byte 0x80
    And a0 = 1 and a1 = test data + <offset>
    When the hart executes "amoadd.b a2, a0, (a1)"
    Then a2 = -128
    And test data + <offset> holds byte 0x81
    And no trap is taken
    And nothing else changes

    Examples:
      | offset |
      | 17     |
      | 18     |
      | 19     |
      | 20     |
      | 21     |
      | 22     |
      | 23     |
      | 63     |
      | 255    |
      | 511    |

  @rule:mcause_exccode_st_sc_amo @rule:pmp_store_fault
  Scenario Outline: <insn> to memory that user mode may not <access> is a store/AMO access fault
    Also when the operation would not change the value, and never a load exception.
    Given test data + 64 holds 0
    And the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a0 = <operand> and a1 = test data + 66
    When the hart executes "<insn> a2, a0, (a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 66 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | insn      | access | operand |
      | amoswap.b | read   | 5       |
      | amoadd.b  | read   | 0       |
      | amoxor.b  | read   | 0       |
      | amoand.b  | read   | -1      |
      | amoor.b   | read   | 0       |
      | amomin.b  | read   | 0       |
      | amomax.b  | read   | 0       |
      | amominu.b | read   | 0       |
      | amomaxu.b | read   | 0       |
      | amoswap.h | read   | 5       |
      | amoadd.h  | read   | 0       |
      | amoxor.h  | read   | 0       |
      | amoand.h  | read   | -1      |
      | amoor.h   | read   | 0       |
      | amomin.h  | read   | 0       |
      | amomax.h  | read   | 0       |
      | amominu.h | read   | 0       |
      | amomaxu.h | read   | 0       |
      | amoswap.b | write  | 5       |
      | amoadd.b  | write  | 0       |
      | amoxor.b  | write  | 0       |
      | amoand.b  | write  | -1      |
      | amoor.b   | write  | 0       |
      | amomin.b  | write  | 0       |
      | amomax.b  | write  | 0       |
      | amominu.b | write  | 0       |
      | amomaxu.b | write  | 0       |
      | amoswap.h | write  | 5       |
      | amoadd.h  | write  | 0       |
      | amoxor.h  | write  | 0       |
      | amoand.h  | write  | -1      |
      | amoor.h   | write  | 0       |
      | amomin.h  | write  | 0       |
      | amomax.h  | write  | 0       |
      | amominu.h | write  | 0       |
      | amomaxu.h | write  | 0       |
