@ext:Zicfilp @env:machine
Feature: Labels of landing pads
  A landing pad with a label is only for jumps that put the label into bits 31 to 12 of x7; the other bits
  do not matter. Label zero is for every jump.

  @rule:Zicflip_lpad_label @rule:Zicflip_lpad_exception
  Scenario Outline: lpad <label> lets pass who has <x7> in x7
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x7 = <x7> and a1 = label target
    When the hart executes
      """
      jalr ra, 0(a1)
      .balign 4
      target:
      lpad <label>
      addi a0, x0, 7
      """
    Then a0 = 7
    And no trap is taken
    And nothing else changes but ra

    Examples:
      | label   | x7                 |
      | 0x12345 | 0x12345000         |
      | 0x12345 | 0x12345fff         |
      | 0x12345 | 0xffffffff12345000 |
      | 0x12345 | 0xabcdef0012345678 |
      | 0x1     | 0x1000             |
      | 0x80000 | 0x80000000         |
      | 0xfffff | 0xfffff000         |
      | 0x0     | 0x12345000         |
      | 0x0     | 0x0                |

  @rule:Zicflip_lpad_label @rule:Zicflip_lpad_exception @rule:Zicflip_elp_lpad_expected
  Scenario Outline: lpad <label> is a fault for who has <x7> in x7
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x7 = <x7> and a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 4
      target:
      lpad <label>
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes

    Examples:
      | label   | x7              |
      | 0x12345 | 0x12344000      |
      | 0x12345 | 0x92345000      |
      | 0x12345 | 0x12345         |
      | 0x12345 | 0x1234500000000 |
      | 0x1     | 0x0             |
      | 0x1     | 0xfff           |
      | 0x1     | 0x101000        |
      | 0x80000 | 0x0             |
      | 0xfffff | 0xffffe000      |
      | 0xfffff | 0x7ffff000      |

  @ext:Zca @ext:Zicfilp @rule:Zicflip_lpad_exception @rule:Zicflip_elp_lpad_expected
  Scenario Outline: lpad <label> at an address that is no multiple of 4 is a fault
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x7 = 0x12345000 and a1 = label target
    When the hart executes
      """
      jalr x0, 0(a1)
      .balign 4
      c.nop
      target:
      lpad <label>
      c.nop
      """
    Then a software check exception is taken at label target
    And tval = 2 or 0
    And nothing changes

    Examples:
      | label   |
      | 0       |
      | 0x12345 |
      | 0x54321 |

  @ext:Zca @ext:Zicfilp @rule:Zicflip_lpad_enabled_instr_allowed
  Scenario Outline: lpad <label> at an address that is no multiple of 4 does nothing where none is expected
    Given the hart runs in user mode
    And envcfg has LPE = 1
    And x7 = 0x12345000
    When the hart executes "c.nop; lpad <label>; c.nop"
    Then no trap is taken
    And nothing changes

    Examples:
      | label   |
      | 0       |
      | 0x54321 |
