@ext:Zabha
Feature: The registers of byte and halfword AMOs
  Address and operand are what rs1 and rs2 hold before the instruction, whatever rd is; memory is
  updated also when nobody asks for the old value.

  @rule:Zabha_rd_sign_extension
  Scenario Outline: <insn> with rd = rs2 operates with what the registers held before
    Given test data + 9 holds byte 0x77 and test data + 8 holds <size> <old>
    And a0 = 0x123 and a1 = test data + 8
    When the hart executes "<insn> a0, a0, (a1)"
    Then test data + 8 holds <size> <new>
    And a0 = <loaded>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | size     | old    | loaded             | new    |
      | amoswap.b | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amoadd.b  | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amoxor.b  | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amoand.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x0    |
      | amoor.b   | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amomin.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x90   |
      | amomax.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amominu.b | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amomaxu.b | byte     | 0x90   | 0xffffffffffffff90 | 0x90   |
      | amoswap.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amoadd.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amoxor.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amoand.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x0    |
      | amoor.h   | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amomin.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9010 |
      | amomax.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amominu.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amomaxu.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x9010 |

  @rule:Zabha_rd_sign_extension
  Scenario Outline: <insn> with rd = rs1 operates with what the registers held before
    Given test data + 9 holds byte 0x77 and test data + 8 holds <size> <old>
    And a0 = 0x123 and a1 = test data + 8
    When the hart executes "<insn> a1, a0, (a1)"
    Then test data + 8 holds <size> <new>
    And a1 = <loaded>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | size     | old    | loaded             | new    |
      | amoswap.b | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amoadd.b  | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amoxor.b  | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amoand.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x0    |
      | amoor.b   | byte     | 0x90   | 0xffffffffffffff90 | 0xb3   |
      | amomin.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x90   |
      | amomax.b  | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amominu.b | byte     | 0x90   | 0xffffffffffffff90 | 0x23   |
      | amomaxu.b | byte     | 0x90   | 0xffffffffffffff90 | 0x90   |
      | amoswap.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amoadd.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amoxor.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amoand.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x0    |
      | amoor.h   | halfword | 0x9010 | 0xffffffffffff9010 | 0x9133 |
      | amomin.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x9010 |
      | amomax.h  | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amominu.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x123  |
      | amomaxu.h | halfword | 0x9010 | 0xffffffffffff9010 | 0x9010 |

  @rule:Zabha_rd_sign_extension
  Scenario Outline: <insn> with rd = x0 operates with what the registers held before
    Given test data + 9 holds byte 0x77 and test data + 8 holds <size> <old>
    And a0 = 0x123 and a1 = test data + 8
    When the hart executes "<insn> x0, a0, (a1)"
    Then test data + 8 holds <size> <new>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | size     | old    | new    |
      | amoswap.b | byte     | 0x90   | 0x23   |
      | amoadd.b  | byte     | 0x90   | 0xb3   |
      | amoxor.b  | byte     | 0x90   | 0xb3   |
      | amoand.b  | byte     | 0x90   | 0x0    |
      | amoor.b   | byte     | 0x90   | 0xb3   |
      | amomin.b  | byte     | 0x90   | 0x90   |
      | amomax.b  | byte     | 0x90   | 0x23   |
      | amominu.b | byte     | 0x90   | 0x23   |
      | amomaxu.b | byte     | 0x90   | 0x90   |
      | amoswap.h | halfword | 0x9010 | 0x123  |
      | amoadd.h  | halfword | 0x9010 | 0x9133 |
      | amoxor.h  | halfword | 0x9010 | 0x9133 |
      | amoand.h  | halfword | 0x9010 | 0x0    |
      | amoor.h   | halfword | 0x9010 | 0x9133 |
      | amomin.h  | halfword | 0x9010 | 0x9010 |
      | amomax.h  | halfword | 0x9010 | 0x123  |
      | amominu.h | halfword | 0x9010 | 0x123  |
      | amomaxu.h | halfword | 0x9010 | 0x9010 |

  @rule:Zabha_rd_sign_extension
  Scenario Outline: <insn>.aq, <insn>.rl and <insn>.aqrl do on their own hart what <insn> does
    Given test data + 24 holds 0x80f1e2d3c4b5a697
    And a0 = 0x7fffffff00000021 and a1 = test data + 26
    When the hart executes "<insn>.aq a2, a0, (a1)"
    Then it does the same as "<insn> a2, a0, (a1)"
    When the hart executes "<insn>.rl a2, a0, (a1)"
    Then it does the same as "<insn> a2, a0, (a1)"
    When the hart executes "<insn>.aqrl a2, a0, (a1)"
    Then it does the same as "<insn> a2, a0, (a1)"

    Examples:
      | insn      |
      | amoswap.b |
      | amoadd.b  |
      | amoxor.b  |
      | amoand.b  |
      | amoor.b   |
      | amomin.b  |
      | amomax.b  |
      | amominu.b |
      | amomaxu.b |
      | amoswap.h |
      | amoadd.h  |
      | amoxor.h  |
      | amoand.h  |
      | amoor.h   |
      | amomin.h  |
      | amomax.h  |
      | amominu.h |
      | amomaxu.h |
