@ext:Zca
Feature: The registers of compressed formats
  A three-bit register field names one of x8 to x15; a five-bit field any register.

  @rule:Zca_regs8
  Scenario Outline: Field value <field> names <register> in the CIW, CL, CS, CA and CB formats
    In turn c.addi4spn, c.lw, c.sw, c.xor and c.andi, as numbers in which only the register fields vary.
    Given test data holds 0x1111111122222222 and test data + 8 holds 0x3333333344444444
    And sp = 1020 and x<base> = test data and <register> = test data + 8
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>"

    Examples: CIW, the destination
      | field | register | base | code   | meaning         |
      | 000   | x8       | 9    | 0x0040 | addi x8, x2, 4  |
      | 001   | x9       | 8    | 0x0044 | addi x9, x2, 4  |
      | 010   | x10      | 8    | 0x0048 | addi x10, x2, 4 |
      | 011   | x11      | 8    | 0x004c | addi x11, x2, 4 |
      | 100   | x12      | 8    | 0x0050 | addi x12, x2, 4 |
      | 101   | x13      | 8    | 0x0054 | addi x13, x2, 4 |
      | 110   | x14      | 8    | 0x0058 | addi x14, x2, 4 |
      | 111   | x15      | 8    | 0x005c | addi x15, x2, 4 |

    Examples: CL, the destination
      | field | register | base | code   | meaning       |
      | 000   | x8       | 9    | 0x4080 | lw x8, 0(x9)  |
      | 001   | x9       | 8    | 0x4004 | lw x9, 0(x8)  |
      | 010   | x10      | 8    | 0x4008 | lw x10, 0(x8) |
      | 011   | x11      | 8    | 0x400c | lw x11, 0(x8) |
      | 100   | x12      | 8    | 0x4010 | lw x12, 0(x8) |
      | 101   | x13      | 8    | 0x4014 | lw x13, 0(x8) |
      | 110   | x14      | 8    | 0x4018 | lw x14, 0(x8) |
      | 111   | x15      | 8    | 0x401c | lw x15, 0(x8) |

    Examples: CL, the base
      | field | register | base | code   | meaning       |
      | 000   | x8       | 9    | 0x4004 | lw x9, 0(x8)  |
      | 001   | x9       | 8    | 0x4080 | lw x8, 0(x9)  |
      | 010   | x10      | 8    | 0x4100 | lw x8, 0(x10) |
      | 011   | x11      | 8    | 0x4180 | lw x8, 0(x11) |
      | 100   | x12      | 8    | 0x4200 | lw x8, 0(x12) |
      | 101   | x13      | 8    | 0x4280 | lw x8, 0(x13) |
      | 110   | x14      | 8    | 0x4300 | lw x8, 0(x14) |
      | 111   | x15      | 8    | 0x4380 | lw x8, 0(x15) |

    Examples: CS, the source
      | field | register | base | code   | meaning       |
      | 000   | x8       | 9    | 0xc080 | sw x8, 0(x9)  |
      | 001   | x9       | 8    | 0xc004 | sw x9, 0(x8)  |
      | 010   | x10      | 8    | 0xc008 | sw x10, 0(x8) |
      | 011   | x11      | 8    | 0xc00c | sw x11, 0(x8) |
      | 100   | x12      | 8    | 0xc010 | sw x12, 0(x8) |
      | 101   | x13      | 8    | 0xc014 | sw x13, 0(x8) |
      | 110   | x14      | 8    | 0xc018 | sw x14, 0(x8) |
      | 111   | x15      | 8    | 0xc01c | sw x15, 0(x8) |

    Examples: CA, the first source
      | field | register | base | code   | meaning          |
      | 000   | x8       | 9    | 0x8c25 | xor x8, x8, x9   |
      | 001   | x9       | 8    | 0x8ca1 | xor x9, x9, x8   |
      | 010   | x10      | 8    | 0x8d21 | xor x10, x10, x8 |
      | 011   | x11      | 8    | 0x8da1 | xor x11, x11, x8 |
      | 100   | x12      | 8    | 0x8e21 | xor x12, x12, x8 |
      | 101   | x13      | 8    | 0x8ea1 | xor x13, x13, x8 |
      | 110   | x14      | 8    | 0x8f21 | xor x14, x14, x8 |
      | 111   | x15      | 8    | 0x8fa1 | xor x15, x15, x8 |

    Examples: CA, the second source
      | field | register | base | code   | meaning         |
      | 000   | x8       | 9    | 0x8ca1 | xor x9, x9, x8  |
      | 001   | x9       | 8    | 0x8c25 | xor x8, x8, x9  |
      | 010   | x10      | 8    | 0x8c29 | xor x8, x8, x10 |
      | 011   | x11      | 8    | 0x8c2d | xor x8, x8, x11 |
      | 100   | x12      | 8    | 0x8c31 | xor x8, x8, x12 |
      | 101   | x13      | 8    | 0x8c35 | xor x8, x8, x13 |
      | 110   | x14      | 8    | 0x8c39 | xor x8, x8, x14 |
      | 111   | x15      | 8    | 0x8c3d | xor x8, x8, x15 |

    Examples: CB, the source and destination
      | field | register | base | code   | meaning           |
      | 000   | x8       | 9    | 0x8871 | andi x8, x8, 28   |
      | 001   | x9       | 8    | 0x88f1 | andi x9, x9, 28   |
      | 010   | x10      | 8    | 0x8971 | andi x10, x10, 28 |
      | 011   | x11      | 8    | 0x89f1 | andi x11, x11, 28 |
      | 100   | x12      | 8    | 0x8a71 | andi x12, x12, 28 |
      | 101   | x13      | 8    | 0x8af1 | andi x13, x13, 28 |
      | 110   | x14      | 8    | 0x8b71 | andi x14, x14, 28 |
      | 111   | x15      | 8    | 0x8bf1 | andi x15, x15, 28 |

  @rule:c-mv_op
  Scenario Outline: A five-bit field of c.mv names any register: <register>
    Given <register> = 0x123456789abcdef0
    When the hart executes "c.mv a0, <register>"
    Then a0 = 0x123456789abcdef0
    And nothing else changes

    Examples:
      | register |
      | ra       |
      | sp       |
      | gp       |
      | tp       |
      | t0       |
      | s0       |
      | a5       |
      | a6       |
      | s11      |
      | t3       |
      | t6       |
