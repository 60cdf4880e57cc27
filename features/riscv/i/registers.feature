@ext:I
Feature: Registers
  Thirty-one registers of 64 bits, x0 that is always zero, and pc.

  @rule:x0eq0
  Scenario Outline: <insn> with rd = x0 does not change x0
    Given a0 = test data + 8 and a1 = 3 and test data + 8 holds -1
    When the hart executes
      """
      <insn>
      mv a2, x0
      add a3, x0, x0
      sltu a4, x0, a1
      next:
      """
    Then a2 = 0 and a3 = 0 and a4 = 1
    And no trap is taken
    And nothing else changes

    Examples:
      | insn             |
      | lui x0, 0xfffff  |
      | auipc x0, 1      |
      | addi x0, a0, 1   |
      | ori x0, x0, -1   |
      | slli x0, a1, 3   |
      | add x0, a0, a1   |
      | sub x0, a1, a0   |
      | sltu x0, x0, a1  |
      | addw x0, a0, a1  |
      | sraiw x0, a0, 1  |
      | lb x0, 0(a0)     |
      | lbu x0, 0(a0)    |
      | lh x0, 0(a0)     |
      | lw x0, 0(a0)     |
      | lwu x0, 0(a0)    |
      | ld x0, 0(a0)     |
      | jal x0, .+4      |

  @rule:x0eq0
  Scenario: A jump that links to x0 does not change x0
    Given a0 = label there
    When the hart executes
      """
      jalr x0, 0(a0)
      ecall
      there:
      mv a2, x0
      add a3, a2, x0
      """
    Then a2 = 0 and a3 = 0
    And no trap is taken

  @rule:x0eq0
  Scenario: x0 as a source of stores, branches and addresses is zero
    Given a0 = test data + 8 and test data + 8 holds -1
    When the hart executes
      """
      lui x0, 0xfffff
      sd x0, 0(a0)
      li a2, 1
      bne x0, x0, wrong
      bltu x0, x0, wrong
      beqz x0, done
      wrong:
      li a2, 2
      done:
      """
    Then a2 = 1 and test data + 8 holds 0
    And no trap is taken

  @rule:x0eq0
  Scenario Outline: <insn> with rd = x0 changes nothing
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows
    And nothing changes

    Examples:
      | insn |
      | add  |
      | addi |
      | lui  |

  @rule:rv64i_xreg_sz
  Scenario Outline: <reg> holds 64 bits, apart from all other registers
    Given <reg> = <value>
    When the hart executes "nop"
    Then <reg> = <value>
    And nothing changes

    Examples:
      | reg | value              |
      | x1  | 0x8000000000000001 |
      | x2  | 0x8000000000000002 |
      | x3  | 0x8000000000000003 |
      | x4  | 0x8000000000000004 |
      | x5  | 0x8000000000000005 |
      | x6  | 0x8000000000000006 |
      | x7  | 0x8000000000000007 |
      | x8  | 0x8000000000000008 |
      | x9  | 0x8000000000000009 |
      | x10 | 0x800000000000000a |
      | x11 | 0x800000000000000b |
      | x12 | 0x800000000000000c |
      | x13 | 0x800000000000000d |
      | x14 | 0x800000000000000e |
      | x15 | 0x800000000000000f |
      | x16 | 0x8000000000000010 |
      | x17 | 0x8000000000000011 |
      | x18 | 0x8000000000000012 |
      | x19 | 0x8000000000000013 |
      | x20 | 0x8000000000000014 |
      | x21 | 0x8000000000000015 |
      | x22 | 0x8000000000000016 |
      | x23 | 0x8000000000000017 |
      | x24 | 0x8000000000000018 |
      | x25 | 0x8000000000000019 |
      | x26 | 0x800000000000001a |
      | x27 | 0x800000000000001b |
      | x28 | 0x800000000000001c |
      | x29 | 0x800000000000001d |
      | x30 | 0x800000000000001e |
      | x31 | 0x800000000000001f |

  @rule:rv64i_xreg_sz
  Scenario Outline: Every bit of a register can be set and cleared: <value>
    Given a0 = <value> and a1 = test data + 16
    When the hart executes "mv a2, a0; not a3, a0; sd a0, 0(a1); ld a4, 0(a1)"
    Then a2 = <value> and a4 = <value> and test data + 16 holds <value>
    And a3 = <inverse>

    Examples:
      | value              | inverse            |
      | 0xaaaaaaaa55555555 | 0x55555555aaaaaaaa |
      | 0x55555555aaaaaaaa | 0xaaaaaaaa55555555 |
      | 0                  | -1                 |
      | -1                 | 0                  |
      | 0x123456789abcdef0 | 0xedcba9876543210f |

  @rule:nop_op
  Scenario: nop changes nothing
    When the hart executes "nop"
    Then nothing changes
    And no trap is taken

  @rule:nop_enc
  Scenario: nop is addi x0, x0, 0, the word 0x00000013
    When the hart executes ".word 0x00000013"
    Then nothing changes
    And no trap is taken
    And it does the same as "nop"
    And it does the same as "addi x0, x0, 0"

  @rule:nop_op
  Scenario: Many nops change nothing
    When the hart executes
      """
      nop; nop; nop; nop; nop; nop; nop; nop
      nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then nothing changes
    And no trap is taken
