@ext:Zama16b
Feature: Misaligned accesses within 16 aligned bytes
  Main memory has a misaligned atomicity granule of 16 bytes: a load, a store or an AMO that lies within
  one raises no exception because of its alignment, and is atomic.

  @rule:zama16b_pma_mag_req @rule:pma_mag_op_within
  Scenario Outline: A misaligned <insn> at <at> loads
    Given test data + 64 holds 0x8e7154371afde0c3 and test data + 72 holds 0x76593c1f02e5c8ab
    And a1 = test data + <at>
    When the hart executes "<insn> a2, 0(a1)"
    Then a2 = <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | at | value              |
      | lh   | 65 | 0xfffffffffffffde0 |
      | lh   | 67 | 0x000000000000371a |
      | lh   | 71 | 0xffffffffffffab8e |
      | lh   | 73 | 0xffffffffffffe5c8 |
      | lh   | 77 | 0x000000000000593c |
      | lhu  | 65 | 0x000000000000fde0 |
      | lhu  | 67 | 0x000000000000371a |
      | lhu  | 71 | 0x000000000000ab8e |
      | lhu  | 73 | 0x000000000000e5c8 |
      | lhu  | 77 | 0x000000000000593c |
      | lw   | 65 | 0x00000000371afde0 |
      | lw   | 66 | 0x0000000054371afd |
      | lw   | 67 | 0x000000007154371a |
      | lw   | 69 | 0xffffffffab8e7154 |
      | lw   | 70 | 0xffffffffc8ab8e71 |
      | lw   | 71 | 0xffffffffe5c8ab8e |
      | lw   | 73 | 0x000000001f02e5c8 |
      | lw   | 74 | 0x000000003c1f02e5 |
      | lw   | 75 | 0x00000000593c1f02 |
      | lwu  | 65 | 0x00000000371afde0 |
      | lwu  | 66 | 0x0000000054371afd |
      | lwu  | 67 | 0x000000007154371a |
      | lwu  | 69 | 0x00000000ab8e7154 |
      | lwu  | 70 | 0x00000000c8ab8e71 |
      | lwu  | 71 | 0x00000000e5c8ab8e |
      | lwu  | 73 | 0x000000001f02e5c8 |
      | lwu  | 74 | 0x000000003c1f02e5 |
      | lwu  | 75 | 0x00000000593c1f02 |
      | ld   | 65 | 0xab8e7154371afde0 |
      | ld   | 66 | 0xc8ab8e7154371afd |
      | ld   | 67 | 0xe5c8ab8e7154371a |
      | ld   | 68 | 0x02e5c8ab8e715437 |
      | ld   | 71 | 0x593c1f02e5c8ab8e |

  @rule:zama16b_pma_mag_req @rule:pma_mag_op_within
  Scenario Outline: A misaligned <insn> at <at> stores
    Given test data + 64 holds 0x8e7154371afde0c3 and test data + 72 holds 0x76593c1f02e5c8ab
    And a0 = 0x8182838485868788 and a1 = test data + <at>
    When the hart executes "<insn> a0, 0(a1)"
    Then test data + 64 holds <low>
    And test data + 72 holds <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn | at | low                | high               |
      | sh   | 65 | 0x8e7154371a8788c3 | 0x76593c1f02e5c8ab |
      | sh   | 67 | 0x8e71548788fde0c3 | 0x76593c1f02e5c8ab |
      | sh   | 71 | 0x887154371afde0c3 | 0x76593c1f02e5c887 |
      | sh   | 73 | 0x8e7154371afde0c3 | 0x76593c1f028788ab |
      | sh   | 77 | 0x8e7154371afde0c3 | 0x7687881f02e5c8ab |
      | sw   | 65 | 0x8e715485868788c3 | 0x76593c1f02e5c8ab |
      | sw   | 66 | 0x8e7185868788e0c3 | 0x76593c1f02e5c8ab |
      | sw   | 67 | 0x8e85868788fde0c3 | 0x76593c1f02e5c8ab |
      | sw   | 69 | 0x868788371afde0c3 | 0x76593c1f02e5c885 |
      | sw   | 70 | 0x878854371afde0c3 | 0x76593c1f02e58586 |
      | sw   | 71 | 0x887154371afde0c3 | 0x76593c1f02858687 |
      | sw   | 73 | 0x8e7154371afde0c3 | 0x76593c85868788ab |
      | sw   | 74 | 0x8e7154371afde0c3 | 0x765985868788c8ab |
      | sw   | 75 | 0x8e7154371afde0c3 | 0x7685868788e5c8ab |
      | sd   | 65 | 0x82838485868788c3 | 0x76593c1f02e5c881 |
      | sd   | 66 | 0x838485868788e0c3 | 0x76593c1f02e58182 |
      | sd   | 67 | 0x8485868788fde0c3 | 0x76593c1f02818283 |
      | sd   | 68 | 0x858687881afde0c3 | 0x76593c1f81828384 |
      | sd   | 69 | 0x868788371afde0c3 | 0x76593c8182838485 |
      | sd   | 70 | 0x878854371afde0c3 | 0x7659818283848586 |
      | sd   | 71 | 0x887154371afde0c3 | 0x7681828384858687 |

  @rule:zama16b_pma_mag_req @rule:pma_mag_op_within @ext:Zaamo
  Scenario Outline: A misaligned <insn> at <at> is carried out
    Given test data + 64 holds 0x8e7154371afde0c3 and test data + 72 holds 0x76593c1f02e5c8ab
    And a0 = <operand> and a1 = test data + <at>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 64 holds <low>
    And test data + 72 holds <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | at | operand            | loaded             | low                | high               |
      | amoadd.w  | 65 | 0x1234567880000001 | 0x00000000371afde0 | 0x8e7154b71afde1c3 | 0x76593c1f02e5c8ab |
      | amoadd.d  | 65 | 0x8000000000000011 | 0xab8e7154371afde0 | 0x8e7154371afdf1c3 | 0x76593c1f02e5c82b |
      | amoswap.w | 66 | 0x1234567880000001 | 0x0000000054371afd | 0x8e7180000001e0c3 | 0x76593c1f02e5c8ab |
      | amoswap.d | 66 | 0x8000000000000011 | 0xc8ab8e7154371afd | 0x000000000011e0c3 | 0x76593c1f02e58000 |
      | amoxor.w  | 67 | 0x1234567880000001 | 0x000000007154371a | 0x8ef154371bfde0c3 | 0x76593c1f02e5c8ab |
      | amoxor.d  | 67 | 0x8000000000000011 | 0xe5c8ab8e7154371a | 0x8e7154370bfde0c3 | 0x76593c1f0265c8ab |
      | amoand.w  | 69 | 0x1234567880000001 | 0xffffffffab8e7154 | 0x000000371afde0c3 | 0x76593c1f02e5c880 |
      | amoand.d  | 68 | 0x8000000000000011 | 0x02e5c8ab8e715437 | 0x000000111afde0c3 | 0x76593c1f00000000 |
      | amoor.w   | 70 | 0x1234567880000001 | 0xffffffffc8ab8e71 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | amoor.d   | 69 | 0x8000000000000011 | 0x1f02e5c8ab8e7154 | 0x8e7155371afde0c3 | 0x76593c9f02e5c8ab |
      | amomin.w  | 71 | 0x1234567880000001 | 0xffffffffe5c8ab8e | 0x017154371afde0c3 | 0x76593c1f02800000 |
      | amomin.d  | 70 | 0x8000000000000011 | 0x3c1f02e5c8ab8e71 | 0x001154371afde0c3 | 0x7659800000000000 |
      | amomaxu.w | 74 | 0x1234567880000001 | 0x000000003c1f02e5 | 0x8e7154371afde0c3 | 0x765980000001c8ab |
      | amomaxu.d | 71 | 0x8000000000000011 | 0x593c1f02e5c8ab8e | 0x117154371afde0c3 | 0x7680000000000000 |
      | amomax.w  | 75 | 0x1234567880000001 | 0x00000000593c1f02 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | amomax.d  | 68 | 0x8000000000000011 | 0x02e5c8ab8e715437 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | amominu.w | 73 | 0x1234567880000001 | 0x000000001f02e5c8 | 0x8e7154371afde0c3 | 0x76593c1f02e5c8ab |
      | amominu.d | 67 | 0x8000000000000011 | 0xe5c8ab8e7154371a | 0x0000000011fde0c3 | 0x76593c1f02800000 |

  @rule:pma_mag_op_rsrv @ext:Zalrsc
  Scenario Outline: A misaligned <insn> raises an exception all the same
    Given test data + 64 holds 5
    And a0 = 1 and a1 = test data + <at>
    When the hart executes "<insn>"
    Then a <kind> address misaligned or <kind> access fault exception is taken
    And nothing changes

    Examples:
      | insn              | at | kind      |
      | lr.w a2, (a1)     | 66 | load      |
      | lr.d a2, (a1)     | 68 | load      |
      | sc.w a2, a0, (a1) | 66 | store/AMO |
      | sc.d a2, a0, (a1) | 68 | store/AMO |

  Scenario Outline: <insn> does what the standard defines at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows [zama16b_pma_mag_req]

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

    @ext:Zaamo
    Examples: atomic operations
      | insn      |
      | amoadd.w  |
      | amoswap.d |
