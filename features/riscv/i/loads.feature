@ext:I
Feature: Loads
  A load copies a value from memory to rd: sign-extended, or zero-extended when its name ends in u.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | lb   |
      | lh   |
      | lw   |
      | ld   |
      | lbu  |
      | lhu  |
      | lwu  |

  Scenario Outline: <insn> of <memory> gives <result>
    Given a1 = test data + 8 and test data + 8 holds <memory>
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <result> [<rule>]
    And test data is unchanged [load_op]
    And nothing else changes [load_op]
    And no trap is taken [ldst_no_exc_aligned]

    Examples:
      | insn | memory             | result             | rule         |
      | lb   | 0x1122334455667780 | 0xffffffffffffff80 | lb_rv64i_op  |
      | lb   | 0xffffffffffffff7f | 0x7f               | lb_rv64i_op  |
      | lbu  | 0x1122334455667780 | 0x80               | lbu_rv64i_op |
      | lbu  | 0xffffffffffffffff | 0xff               | lbu_rv64i_op |
      | lh   | 0x1122334455668000 | 0xffffffffffff8000 | lh_op_rv64i  |
      | lh   | 0xffffffffffff7fff | 0x7fff             | lh_op_rv64i  |
      | lhu  | 0x1122334455668000 | 0x8000             | lhu_rv64i_op |
      | lhu  | 0xffffffffffffffff | 0xffff             | lhu_rv64i_op |
      | lw   | 0x1122334480000000 | 0xffffffff80000000 | lw_op_rv64i  |
      | lw   | 0xffffffff7fffffff | 0x7fffffff         | lw_op_rv64i  |
      | lwu  | 0x1122334480000000 | 0x80000000         | lwu_op       |
      | lwu  | 0xffffffffffffffff | 0xffffffff         | lwu_op       |
      | ld   | 0x8000000000000001 | 0x8000000000000001 | ld_op_rv64i  |

  @rule:ldst_ea
  Scenario Outline: The effective address is rs1 plus the sign-extended offset <offset>
    Given a1 = test data + <base> and test data + 256 holds 0x1122334455667788
    When the hart executes "ld a2, <offset>(a1); addi a3, a1, <offset>"
    Then a2 = 0x1122334455667788 and a3 = test data + 256

    Examples:
      | base | offset |
      | 256  | 0      |
      | 248  | 8      |
      | 264  | -8     |
      | 2304 | -2048  |
      | 0    | 256    |

  @rule:ldst_ea
  Scenario: The effective address is reached with the largest offset
    Given a1 = test data - 1791 and test data + 256 holds byte 0x5a
    When the hart executes "lbu a2, 2047(a1)"
    Then a2 = 0x5a
    And nothing else changes

  @rule:ldst_ea @rule:load_op
  Scenario Outline: <insn> may overwrite its own address register
    Given a1 = test data + 8 and test data + 8 holds 0x7172737475767778
    When the hart executes "<insn> a1, 0(a1)"
    Then a1 = <result>
    And nothing else changes
    And no trap is taken

    Examples:
      | insn | result             |
      | lb   | 0x78               |
      | lh   | 0x7778             |
      | lw   | 0x75767778         |
      | ld   | 0x7172737475767778 |

  @rule:load_exc_x0
  Scenario Outline: <insn> to x0 still faults
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes "<insn> x0, 0(a1)"
    Then a load access fault exception is taken
    And tval = test data + 64 or 0
    And nothing changes

    Examples:
      | insn |
      | lb   |
      | lbu  |
      | lh   |
      | lhu  |
      | lw   |
      | lwu  |
      | ld   |

  @rule:load_exc_x0
  Scenario Outline: <insn> to x0 of readable memory changes nothing
    Given a1 = test data + 64
    When the hart executes "<insn> x0, 0(a1)"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn |
      | lb   |
      | lbu  |
      | lh   |
      | lhu  |
      | lw   |
      | lwu  |
      | ld   |

  @rule:pmp_load_fault @rule:mcause_exccode_ld_ldrsv
  Scenario Outline: <insn> of memory that may not be read changes nothing but the trap record
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a1 = test data + <at>
    When the hart executes "<insn> a2, <offset>(a1)"
    Then a load access fault exception is taken
    And tval = test data + <address> or 0
    And nothing changes

    Examples:
      | insn | at  | offset | address |
      | lb   | 64  | 0      | 64      |
      | lbu  | 63  | 1      | 64      |
      | lb   | 129 | -2     | 127     |
      | lh   | 126 | 0      | 126     |
      | lhu  | 64  | 0      | 64      |
      | lw   | 128 | -4     | 124     |
      | lwu  | 64  | 8      | 72      |
      | ld   | 0   | 64     | 64      |
      | ld   | 120 | 0      | 120     |

  @rule:pmp_rwx_check
  Scenario Outline: <insn> beside memory that may not be read is done
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a1 = test data + <at> and test data + 56 holds 0x0102030405060708 and test data + 128 holds 0x1112131415161718
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <result>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | at  | result             |
      | ld   | 56  | 0x0102030405060708 |
      | lw   | 60  | 0x01020304         |
      | lb   | 63  | 1                  |
      | ld   | 128 | 0x1112131415161718 |
      | lb   | 128 | 0x18               |
