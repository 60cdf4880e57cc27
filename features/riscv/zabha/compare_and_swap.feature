@ext:Zacas @ext:Zabha
Feature: Compare-and-swap on bytes and halfwords
  The lowest bits of rd are compared with memory, and those of rs2 stored if they are equal; the bits
  above are ignored. rd receives the old value, sign-extended.

  @rule:Zabha_amocas-BH_ignore_bits @rule:Zabha_rd_sign_extension
  Scenario Outline: amocas.<s> of <old> at <at> with <compare> and <swap> leaves <loaded> in rd
    Given test data + 16 holds <before>
    And a0 = <swap> and a1 = test data + <at> and a2 = <compare>
    When the hart executes "amocas.<s> a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | s | old    | compare            | swap               | at | before             | loaded             | after              |
      | b | 0x12   | 0x12               | 0x34               | 16 | 0x5a5a5a5a5a5a5a12 | 0x0000000000000012 | 0x5a5a5a5a5a5a5a34 |
      | b | 0x12   | 0x13               | 0x34               | 19 | 0x5a5a5a5a125a5a5a | 0x0000000000000012 | 0x5a5a5a5a125a5a5a |
      | b | 0x80   | 0x80               | 0x7f               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5a7f5a5a5a5a5a5a |
      | b | 0x80   | 0xffffffffffffff80 | 0x1                | 17 | 0x5a5a5a5a5a5a805a | 0xffffffffffffff80 | 0x5a5a5a5a5a5a015a |
      | b | 0xff   | 0xffffffffffffffff | 0x0                | 20 | 0x5a5a5aff5a5a5a5a | 0xffffffffffffffff | 0x5a5a5a005a5a5a5a |
      | b | 0xff   | 0xff               | 0xdeadbeef012345ab | 23 | 0xff5a5a5a5a5a5a5a | 0xffffffffffffffff | 0xab5a5a5a5a5a5a5a |
      | b | 0x00   | 0xdeadbeef01234500 | 0xff               | 18 | 0x5a5a5a5a5a005a5a | 0x0000000000000000 | 0x5a5a5a5a5aff5a5a |
      | b | 0x00   | 0x100              | 0xee               | 21 | 0x5a5a005a5a5a5a5a | 0x0000000000000000 | 0x5a5aee5a5a5a5a5a |
      | b | 0x7f   | 0xdeadbeef0123457f | 0xdeadbeef01234580 | 16 | 0x5a5a5a5a5a5a5a7f | 0x000000000000007f | 0x5a5a5a5a5a5a5a80 |
      | b | 0x7f   | 0xff               | 0x1                | 19 | 0x5a5a5a5a7f5a5a5a | 0x000000000000007f | 0x5a5a5a5a7f5a5a5a |
      | b | 0x01   | 0x81               | 0x2                | 22 | 0x5a015a5a5a5a5a5a | 0x0000000000000001 | 0x5a015a5a5a5a5a5a |
      | h | 0x1234 | 0x1234             | 0x5678             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5a5678 |
      | h | 0x1234 | 0x1235             | 0x5678             | 22 | 0x12345a5a5a5a5a5a | 0x0000000000001234 | 0x12345a5a5a5a5a5a |
      | h | 0x1234 | 0x1334             | 0x5678             | 20 | 0x5a5a12345a5a5a5a | 0x0000000000001234 | 0x5a5a12345a5a5a5a |
      | h | 0x8000 | 0x8000             | 0x7fff             | 18 | 0x5a5a5a5a80005a5a | 0xffffffffffff8000 | 0x5a5a5a5a7fff5a5a |
      | h | 0x8000 | 0xffffffffffff8000 | 0x1                | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a0001 |
      | h | 0xffff | 0xffffffffffffffff | 0x0                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0x00005a5a5a5a5a5a |
      | h | 0xffff | 0xffff             | 0xdeadbeef0123abcd | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5aabcd5a5a5a5a |
      | h | 0x0000 | 0xdeadbeef01230000 | 0xffff             | 18 | 0x5a5a5a5a00005a5a | 0x0000000000000000 | 0x5a5a5a5affff5a5a |
      | h | 0x0000 | 0x10000            | 0xeeee             | 16 | 0x5a5a5a5a5a5a0000 | 0x0000000000000000 | 0x5a5a5a5a5a5aeeee |
      | h | 0x7fff | 0xdeadbeef01237fff | 0xdeadbeef01238000 | 22 | 0x7fff5a5a5a5a5a5a | 0x0000000000007fff | 0x80005a5a5a5a5a5a |
      | h | 0x7fff | 0xffff             | 0x1                | 20 | 0x5a5a7fff5a5a5a5a | 0x0000000000007fff | 0x5a5a7fff5a5a5a5a |

  @rule:Zabha_amocas-BH_ignore_bits
  Scenario Outline: amocas.<s> with rd = x0 compares with zero
    Given test data + 16 holds <before>
    And a0 = 0x7766 and a1 = test data + 18
    When the hart executes "amocas.<s> x0, a0, (a1)"
    Then test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | s | before             | after              |
      | b | 0x1111111100001111 | 0x1111111100661111 |
      | b | 0x1111111100011111 | 0x1111111100011111 |
      | b | 0x1111111101001111 | 0x1111111101661111 |
      | h | 0x1111111100001111 | 0x1111111177661111 |
      | h | 0x1111111100011111 | 0x1111111100011111 |
      | h | 0x1111111101001111 | 0x1111111101001111 |

  @rule:Zabha_rs1_align_addr
  Scenario Outline: amocas.h at an odd address across a multiple of 64 traps, <whether>
    Given test data + <offset> holds byte 0
    And a0 = 1 and a1 = test data + <offset> and a2 = <compare>
    When the hart executes "amocas.h a2, a0, (a1)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | offset | compare | whether              |
      | 63     | 5       | though it would fail |
      | 127    | -1      | though it would fail |
      | 255    | 0       | wherever it is       |

  Scenario Outline: <insn> does what the standard defines <where>
    When the hart executes "<insn>" over <where>
    Then every outcome is one the specification allows

    Examples:
      | insn     | where                |
      | amocas.b | its edge addresses   |
      | amocas.h | its edge addresses   |
      | amocas.h | misaligned addresses |

  @rule:Zacas_amocas_w_permission @rule:pmp_store_fault
  Scenario Outline: amocas.<s> to memory that user mode may not write traps, <whether>
    Given test data + 64 holds 0x55
    And the hart runs in user mode
    And user mode may not write test data + 64 to test data + 127
    And a0 = 1 and a1 = test data + 64 and a2 = <compare>
    When the hart executes "amocas.<s> a2, a0, (a1)"
    Then a store/AMO access fault exception is taken
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | s | compare | whether              |
      | b | 0x55    | where it would store |
      | b | 0x54    | where it would not   |
      | h | 0x55    | where it would store |
      | h | 0x155   | where it would not   |
