@ext:I
Feature: Stores
  A store copies the low bits of rs2 to memory, and writes no byte besides.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | sb   |
      | sh   |
      | sw   |
      | sd   |

  Scenario Outline: <insn> at <offset> writes its own bytes and leaves their neighbours
    Given a0 = 0x8182838485868788 and a1 = test data + 8
    And test data holds 0 and test data + 8 holds 0 and test data + 16 holds 0
    When the hart executes "<insn> a0, <offset>(a1)"
    Then test data + 8 holds <memory> [<rule>]
    And nothing else changes [store_op]
    And no trap is taken [ldst_no_exc_aligned]

    Examples:
      | insn | offset | memory             | rule        |
      | sb   | 0      | 0x0000000000000088 | sb_op_rv64i |
      | sb   | 1      | 0x0000000000008800 | sb_op_rv64i |
      | sb   | 2      | 0x0000000000880000 | sb_op_rv64i |
      | sb   | 3      | 0x0000000088000000 | sb_op_rv64i |
      | sb   | 4      | 0x0000008800000000 | sb_op_rv64i |
      | sb   | 5      | 0x0000880000000000 | sb_op_rv64i |
      | sb   | 6      | 0x0088000000000000 | sb_op_rv64i |
      | sb   | 7      | 0x8800000000000000 | sb_op_rv64i |
      | sh   | 0      | 0x0000000000008788 | sh_op_rv64i |
      | sh   | 2      | 0x0000000087880000 | sh_op_rv64i |
      | sh   | 4      | 0x0000878800000000 | sh_op_rv64i |
      | sh   | 6      | 0x8788000000000000 | sh_op_rv64i |
      | sw   | 0      | 0x0000000085868788 | sw_op_rv64i |
      | sw   | 4      | 0x8586878800000000 | sw_op_rv64i |
      | sd   | 0      | 0x8182838485868788 | sd_op_rv64i |

  @rule:ldst_ea
  Scenario Outline: A store goes to rs1 plus the sign-extended offset <offset>
    Given a0 = 0x1122334455667788 and a1 = test data + <base>
    When the hart executes "sd a0, <offset>(a1)"
    Then test data + 256 holds 0x1122334455667788
    And nothing else changes

    Examples:
      | base | offset |
      | 256  | 0      |
      | 248  | 8      |
      | 264  | -8     |
      | 2304 | -2048  |
      | 0    | 256    |

  @rule:store_op
  Scenario: A store of its own address register stores the address
    Given a1 = test data + 24
    When the hart executes "sd a1, 0(a1)"
    Then test data + 24 holds test data + 24
    And nothing else changes

  @rule:ldst_endian_byte_op
  Scenario Outline: A byte stored at <offset> is the byte loaded from there
    Given a0 = 0xff5a and a1 = test data + 32
    When the hart executes "sb a0, <offset>(a1); lbu a2, <offset>(a1)"
    Then a2 = 0x5a
    And nothing else changes but test data + 32

    Examples:
      | offset |
      | 0      |
      | 1      |
      | 2      |
      | 3      |
      | 4      |
      | 5      |
      | 6      |
      | 7      |

  @rule:ldst_little_endian_op
  Scenario: A doubleword is stored with its least-significant byte first
    Given a0 = 0x0807060504030201 and a1 = test data + 32
    When the hart executes
      """
      sd  a0, 0(a1)
      lbu s2, 0(a1)
      lbu s3, 1(a1)
      lbu s4, 2(a1)
      lbu s5, 3(a1)
      lbu s6, 4(a1)
      lbu s7, 5(a1)
      lbu s8, 6(a1)
      lbu s9, 7(a1)
      """
    Then s2 = 1 and s3 = 2 and s4 = 3 and s5 = 4 and s6 = 5 and s7 = 6 and s8 = 7 and s9 = 8
    And no trap is taken

  @rule:ldst_little_endian_op
  Scenario: Bytes are loaded as halfwords, words and doublewords with the lowest address least significant
    Given a1 = test data + 32
    When the hart executes
      """
      li a0, 0x11
      sb a0, 0(a1)
      li a0, 0x22
      sb a0, 1(a1)
      li a0, 0x33
      sb a0, 2(a1)
      li a0, 0x44
      sb a0, 3(a1)
      li a0, 0x55
      sb a0, 4(a1)
      li a0, 0x66
      sb a0, 5(a1)
      li a0, 0x77
      sb a0, 6(a1)
      li a0, 0x88
      sb a0, 7(a1)
      ld  a2, 0(a1)
      lwu a3, 0(a1)
      lwu a4, 4(a1)
      lhu a5, 0(a1)
      lhu a6, 6(a1)
      """
    Then a2 = 0x8877665544332211 and a3 = 0x44332211 and a4 = 0x88776655 and a5 = 0x2211 and a6 = 0x8877
    And no trap is taken

  @rule:ldst_little_endian_op
  Scenario: Halfwords and words are stored with their least-significant byte first
    Given a0 = 0x44332211 and a1 = test data + 32
    When the hart executes "sw a0, 0(a1); sh a0, 4(a1); sh a0, 6(a1); ld a2, 0(a1); lbu a3, 0(a1); lbu a4, 5(a1)"
    Then a2 = 0x2211221144332211 and a3 = 0x11 and a4 = 0x22
    And no trap is taken

  @rule:pmp_store_fault @rule:mcause_exccode_st_sc_amo
  Scenario Outline: <insn> to memory that may not be written writes nothing
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = -1 and a1 = test data + <at>
    When the hart executes "<insn> a0, <offset>(a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + <address> or 0
    And nothing changes

    Examples:
      | insn | at  | offset | address |
      | sb   | 64  | 0      | 64      |
      | sb   | 129 | -2     | 127     |
      | sh   | 126 | 0      | 126     |
      | sw   | 60  | 4      | 64      |
      | sd   | 0   | 64     | 64      |
      | sd   | 120 | 0      | 120     |

  @rule:pmp_rwx_check
  Scenario Outline: <insn> beside memory that may not be written is done
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 0x1122334455667788 and a1 = test data + <at>
    And test data + 56 holds 0 and test data + 128 holds 0
    When the hart executes "<insn> a0, 0(a1)"
    Then test data + <place> holds <memory>
    And nothing else changes
    And no trap is taken

    Examples:
      | insn | at  | place | memory             |
      | sd   | 56  | 56    | 0x1122334455667788 |
      | sb   | 63  | 56    | 0x8800000000000000 |
      | sd   | 128 | 128   | 0x1122334455667788 |
      | sb   | 128 | 128   | 0x88               |

  @rule:pmp_rwx_check
  Scenario: Memory that may be read but not written is read
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a1 = test data + 64 and test data + 64 holds 0x99
    When the hart executes "ld a2, 0(a1)"
    Then a2 = 0x99
    And nothing else changes
    And no trap is taken

  @rule:trap_def_M_mode
  Scenario: A store that faults stops the program there
    Given the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 7 and a1 = test data + 64
    When the hart executes
      """
      sd a0, -8(a1)
      fault: sd a0, 0(a1)
      sd a0, -16(a1)
      li a0, 8
      """
    Then a store/AMO access fault exception is taken at label fault
    And test data + 56 holds 7
    And nothing else changes
