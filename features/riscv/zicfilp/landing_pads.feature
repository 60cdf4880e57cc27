@ext:Zicfilp @env:machine
Feature: Landing pads
  Where landing pads are enabled, an indirect call or jump must land on lpad. Jumps through x1, x5 and x7
  are returns or guarded by software, and direct jumps and branches know their targets: they need none.

  @rule:Zicflip_lpad_expected @rule:Zicflip_elp_lpad_expected
  Scenario Outline: An indirect jump through x<rs1> that lands on anything but lpad is a fault
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x<rs1> = label target
    When the hart executes
      """
      jalr x0, 0(x<rs1>)
      .balign 4
      target:
      nop
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes

    Examples:
      | rs1 |
      | 2   |
      | 3   |
      | 4   |
      | 6   |
      | 8   |
      | 9   |
      | 10  |
      | 11  |
      | 12  |
      | 13  |
      | 14  |
      | 15  |
      | 16  |
      | 17  |
      | 18  |
      | 19  |
      | 20  |
      | 21  |
      | 22  |
      | 23  |
      | 24  |
      | 25  |
      | 26  |
      | 27  |
      | 28  |
      | 29  |
      | 30  |
      | 31  |

  @rule:Zicflip_lpad_expected @rule:Zicflip_lpad_enabled_instr_allowed
  Scenario Outline: An indirect jump through x<rs1> that lands on lpad goes on
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x<rs1> = label target
    When the hart executes
      """
      jalr x0, 0(x<rs1>)
      .balign 4
      target:
      lpad 0
      nop
      """
    Then no trap is taken
    And nothing changes

    Examples:
      | rs1 |
      | 2   |
      | 3   |
      | 4   |
      | 6   |
      | 8   |
      | 10  |
      | 15  |
      | 16  |
      | 30  |
      | 31  |

  @rule:Zicflip_lpad_expected @rule:Zicflip_elp_lpad_expected
  Scenario Outline: <jump> is an indirect call or jump: at <instruction> it is a fault
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And a1 = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      <instruction>
      done:
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes but ra and t0 and t2

    Examples:
      | jump            | instruction      |
      | jalr ra, 0(a1)  | nop              |
      | jalr t0, 0(a1)  | addi a0, a0, 1   |
      | jalr t2, 0(a1)  | auipc a0, 0      |
      | jalr x0, 0(a1)  | lui x0, 0        |
      | jalr x0, 0(a1)  | jal x0, done     |
      | jalr x0, 0(a1)  | jalr x0, 4(a1)   |
      | jalr x0, 0(a1)  | ecall            |
      | jalr x0, 0(a1)  | ebreak           |
      | jalr x0, 0(a1)  | sd a1, 0(a1)     |
      | jalr x0, 0(a1)  | auipc ra, 0      |

  @ext:Zca @ext:Zicfilp @rule:Zicflip_lpad_expected @rule:Zicflip_elp_lpad_expected
  Scenario Outline: <jump> expects a landing pad, and <instruction> is none
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And a1 = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      <instruction>
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes but ra

    Examples:
      | jump           | instruction |
      | c.jr a1        | nop         |
      | c.jalr a1      | nop         |
      | c.jr a1        | c.nop       |
      | jalr x0, 0(a1) | c.nop       |
      | jalr x0, 0(a1) | c.ebreak    |

  @ext:Zca @ext:Zicfilp @rule:Zicflip_lpad_expected @rule:Zicflip_lpad_exception
  Scenario Outline: <jump> to lpad goes on
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And a1 = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      lpad 0
      """
    Then no trap is taken
    And nothing changes but ra

    Examples:
      | jump      |
      | c.jr a1   |
      | c.jalr a1 |

  Scenario Outline: <jump> needs no landing pad
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And <register> = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      addi a0, x0, 7
      """
    Then no trap is taken [<rule>]
    And a0 = 7 [<rule>]

    Examples: returns, and calls through a link register
      | jump           | register | rule                  |
      | jalr x0, 0(x1) | x1       | Zicflip_lpad_expected |
      | jalr x0, 0(x5) | x5       | Zicflip_lpad_expected |
      | jalr x1, 0(x5) | x5       | Zicflip_lpad_expected |
      | jalr x5, 0(x1) | x1       | Zicflip_lpad_expected |
      | jalr x1, 0(x1) | x1       | Zicflip_lpad_expected |

    Examples: software-guarded branches
      | jump           | register | rule                         |
      | jalr x0, 0(x7) | x7       | Zicflip_indirect_branch_lpad |
      | jalr x1, 0(x7) | x7       | Zicflip_indirect_branch_lpad |
      | jalr x7, 0(x7) | x7       | Zicflip_indirect_branch_lpad |
      | jalr a2, 0(x7) | x7       | Zicflip_indirect_branch_lpad |

  @ext:Zca @ext:Zicfilp
  Scenario Outline: <jump>, compressed, needs no landing pad
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And <register> = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      addi a0, x0, 7
      """
    Then no trap is taken [<rule>]
    And a0 = 7 [<rule>]

    Examples:
      | jump      | register | rule                         |
      | c.jr x1   | x1       | Zicflip_lpad_expected        |
      | c.jr x5   | x5       | Zicflip_lpad_expected        |
      | c.jalr x5 | x5       | Zicflip_lpad_expected        |
      | c.jr x7   | x7       | Zicflip_indirect_branch_lpad |
      | c.jalr x7 | x7       | Zicflip_indirect_branch_lpad |

  @rule:Zicflip_lpad_expected
  Scenario Outline: <jump> is direct and needs no landing pad
    Given the hart runs in user mode
    And envcfg has LPE = 1
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      addi a0, x0, 7
      """
    Then no trap is taken
    And a0 = 7

    Examples:
      | jump              |
      | jal x0, target    |
      | jal ra, target    |
      | jal a2, target    |
      | beq x0, x0, target |

  @rule:Zicflip_lpad_exception
  Scenario: After a landing pad nothing is expected any more
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 4
      target:
      lpad 0
      addi a0, x0, 7
      j over
      over:
      addi a0, a0, 1
      """
    Then a0 = 8
    And no trap is taken
    And nothing else changes

  @rule:Zicflip_lpad_enabled_instr_allowed
  Scenario Outline: lpad <label> that is not expected does nothing, whatever x7 holds
    Given the hart runs in user mode
    And envcfg has LPE = <enabled>
    And x7 = 0x12345000
    When the hart executes "lpad <label>"
    Then no trap is taken
    And nothing changes

    Examples:
      | label   | enabled |
      | 0       | 1       |
      | 0x12345 | 1       |
      | 0x54321 | 1       |
      | 0xfffff | 1       |
      | 0       | 0       |
      | 0x54321 | 0       |

  @rule:Zicflip_lpad_enabled_instr_allowed @rule:Zicflip_lpad_expected
  Scenario Outline: Where landing pads are not enabled, <jump> may land on anything
    Given the hart runs in user mode
    And envcfg has LPE = 0
    And a1 = label target
    When the hart executes
      """
      <jump>
      .balign 4
      target:
      addi a0, x0, 7
      """
    Then no trap is taken
    And a0 = 7

    Examples:
      | jump           |
      | jalr x0, 0(a1) |
      | jalr ra, 0(a1) |

  @rule:Zicflip_lpad_enabled_instr_allowed @rule:Zicflip_lpad_enc
  Scenario Outline: Where landing pads are not enabled, lpad <label> as a target does nothing
    Given the hart runs in user mode
    And envcfg has LPE = 0
    And x7 = 0x12345000 and a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 4
      target:
      lpad <label>
      """
    Then no trap is taken
    And nothing changes

    Examples:
      | label   |
      | 0       |
      | 0x54321 |

  @rule:Zicflip_lpad_enc
  Scenario Outline: The code <code> is lpad <label>
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x7 = <label> and a1 = label target
    When the hart executes
      """
      slli x7, x7, 12
      jalr x0, 0(a1)
      .balign 4
      target:
      .word <code>
      addi a0, x0, 7
      """
    Then a0 = 7
    And no trap is taken
    And nothing else changes but x7

    Examples:
      | code       | label   |
      | 0x00000017 | 0       |
      | 0x00001017 | 1       |
      | 0x80000017 | 0x80000 |
      | 0xfffff017 | 0xfffff |

  Scenario: lpad does what the standard defines
    Given envcfg has LPE = 1
    When the hart executes "lpad" over its edge values
    Then every outcome is one the specification allows [Zicflip_lpad_enabled_instr_allowed]

  Scenario Outline: jalr does what the standard defines with LPE = <enabled>
    Given envcfg has LPE = <enabled>
    When the hart executes "jalr" over its edge values
    Then every outcome is one the specification allows [Zicflip_lpad_expected]

    Examples:
      | enabled |
      | 0       |
      | 1       |
