@ext:Zicclsm @claim:MISALIGNED_LDST_HW_SUPPORT
Feature: Misaligned loads and stores of main memory
  They are done, in user mode at least; whether by hardware or by the execution environment is nobody's
  business, so on a bare machine the implementation states that its hardware does them.

  @rule:zicclsm_misaligned_support
  Scenario Outline: <insn> at <at> loads
    Given test data + 48 holds 0xbea184674a2d10f3 and test data + 56 holds 0xa6896c4f3215f8db and test data + 64 holds 0x8e7154371afde0c3 and test data + 72 holds 0x76593c1f02e5c8ab
    And a1 = test data + <at>
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | at | value              |
      | lh   | 49 | 0x0000000000002d10 |
      | lh   | 55 | 0xffffffffffffdbbe |
      | lh   | 57 | 0x00000000000015f8 |
      | lh   | 63 | 0xffffffffffffc3a6 |
      | lh   | 71 | 0xffffffffffffab8e |
      | lhu  | 49 | 0x0000000000002d10 |
      | lhu  | 55 | 0x000000000000dbbe |
      | lhu  | 57 | 0x00000000000015f8 |
      | lhu  | 63 | 0x000000000000c3a6 |
      | lhu  | 71 | 0x000000000000ab8e |
      | lw   | 49 | 0x00000000674a2d10 |
      | lw   | 50 | 0xffffffff84674a2d |
      | lw   | 51 | 0xffffffffa184674a |
      | lw   | 53 | 0xffffffffdbbea184 |
      | lw   | 54 | 0xfffffffff8dbbea1 |
      | lw   | 55 | 0x0000000015f8dbbe |
      | lw   | 61 | 0xffffffffc3a6896c |
      | lw   | 62 | 0xffffffffe0c3a689 |
      | lw   | 63 | 0xfffffffffde0c3a6 |
      | lwu  | 49 | 0x00000000674a2d10 |
      | lwu  | 50 | 0x0000000084674a2d |
      | lwu  | 51 | 0x00000000a184674a |
      | lwu  | 53 | 0x00000000dbbea184 |
      | lwu  | 54 | 0x00000000f8dbbea1 |
      | lwu  | 55 | 0x0000000015f8dbbe |
      | lwu  | 61 | 0x00000000c3a6896c |
      | lwu  | 62 | 0x00000000e0c3a689 |
      | lwu  | 63 | 0x00000000fde0c3a6 |
      | ld   | 49 | 0xdbbea184674a2d10 |
      | ld   | 50 | 0xf8dbbea184674a2d |
      | ld   | 52 | 0x3215f8dbbea18467 |
      | ld   | 55 | 0x896c4f3215f8dbbe |
      | ld   | 57 | 0xc3a6896c4f3215f8 |
      | ld   | 58 | 0xe0c3a6896c4f3215 |
      | ld   | 60 | 0x1afde0c3a6896c4f |
      | ld   | 61 | 0x371afde0c3a6896c |
      | ld   | 62 | 0x54371afde0c3a689 |
      | ld   | 63 | 0x7154371afde0c3a6 |

  @rule:zicclsm_misaligned_support
  Scenario Outline: <insn> at <at> stores
    Given test data + 48 holds 0xbea184674a2d10f3 and test data + 56 holds 0xa6896c4f3215f8db and test data + 64 holds 0x8e7154371afde0c3 and test data + 72 holds 0x76593c1f02e5c8ab
    And a0 = 0x8182838485868788 and a1 = test data + <at>
    When the hart executes "<insn> a0, 0(a1)"
    Then test data + 48 holds <48>
    And test data + 56 holds <56>
    And test data + 64 holds <64>
    And test data + 72 holds <72>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | at | 48                 | 56                 | 64                 | 72                 |
      | sh   | 49 | 0xbea184674a8788f3 | 0xa6896c4f3215f8db | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sh   | 55 | 0x88a184674a2d10f3 | 0xa6896c4f3215f887 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sh   | 57 | 0xbea184674a2d10f3 | 0xa6896c4f328788db | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sh   | 63 | 0xbea184674a2d10f3 | 0x88896c4f3215f8db | 0x8e7154371afde087 | 0x76593c1f02e5c8ab |
      | sh   | 71 | 0xbea184674a2d10f3 | 0xa6896c4f3215f8db | 0x887154371afde0c3 | 0x76593c1f02e5c887 |
      | sw   | 49 | 0xbea18485868788f3 | 0xa6896c4f3215f8db | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 50 | 0xbea18586878810f3 | 0xa6896c4f3215f8db | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 51 | 0xbe858687882d10f3 | 0xa6896c4f3215f8db | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 53 | 0x868788674a2d10f3 | 0xa6896c4f3215f885 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 54 | 0x878884674a2d10f3 | 0xa6896c4f32158586 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 55 | 0x88a184674a2d10f3 | 0xa6896c4f32858687 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 61 | 0xbea184674a2d10f3 | 0x8687884f3215f8db | 0x8e7154371afde085 | 0x76593c1f02e5c8ab |
      | sw   | 62 | 0xbea184674a2d10f3 | 0x87886c4f3215f8db | 0x8e7154371afd8586 | 0x76593c1f02e5c8ab |
      | sw   | 63 | 0xbea184674a2d10f3 | 0x88896c4f3215f8db | 0x8e7154371a858687 | 0x76593c1f02e5c8ab |
      | sd   | 49 | 0x82838485868788f3 | 0xa6896c4f3215f881 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sd   | 50 | 0x83848586878810f3 | 0xa6896c4f32158182 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sd   | 52 | 0x858687884a2d10f3 | 0xa6896c4f81828384 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sd   | 55 | 0x88a184674a2d10f3 | 0xa681828384858687 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | sd   | 57 | 0xbea184674a2d10f3 | 0x82838485868788db | 0x8e7154371afde081 | 0x76593c1f02e5c8ab |
      | sd   | 58 | 0xbea184674a2d10f3 | 0x838485868788f8db | 0x8e7154371afd8182 | 0x76593c1f02e5c8ab |
      | sd   | 60 | 0xbea184674a2d10f3 | 0x858687883215f8db | 0x8e71543781828384 | 0x76593c1f02e5c8ab |
      | sd   | 61 | 0xbea184674a2d10f3 | 0x8687884f3215f8db | 0x8e71548182838485 | 0x76593c1f02e5c8ab |
      | sd   | 62 | 0xbea184674a2d10f3 | 0x87886c4f3215f8db | 0x8e71818283848586 | 0x76593c1f02e5c8ab |
      | sd   | 63 | 0xbea184674a2d10f3 | 0x88896c4f3215f8db | 0x8e81828384858687 | 0x76593c1f02e5c8ab |

  @rule:zicclsm_misaligned_support
  Scenario: A misaligned load sees the misaligned store before it
    Given a0 = 0x1122334455667788 and a1 = test data + 61
    When the hart executes "sd a0, 0(a1); lw a2, 2(a1); lhu a3, 6(a1); ld a4, 0(a1)"
    Then a2 = 0x33445566 and a3 = 0x1122 and a4 = a0
    And no trap is taken

  Scenario Outline: <insn> is done at every misaligned address
    When the hart executes "<insn>" over misaligned addresses
    Then no trap is taken [zicclsm_misaligned_support]
    And every outcome is one the specification allows [zicclsm_misaligned_support]

    Examples:
      | insn |
      | lh   |
      | lhu  |
      | lw   |
      | lwu  |
      | ld   |
      | sh   |
      | sw   |
      | sd   |
