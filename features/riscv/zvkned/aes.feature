@ext:Zvkned
Feature: Vector AES
  An element group of four words is a state or a round key of AES, its first byte the lowest.

  @rule:vaesef_final @rule:vaesef_ops @rule:vaesef_xor_form @rule:vaesem_mid @rule:vaesem_ops @rule:vaesem_xor_form @rule:vaesz_round0 @rule:vaesz_vs2_rk @rule:vaeskf1_round @rule:vaeskf1_wordgen @rule:veccrypto_vsins_vs2 @rule:veccrypto_vsins_vd @rule:Zvkned_egw128b_elem32b @rule:Zvkned_vl @rule:veccrypto_eeweqsew
  Scenario: Encryption and key expansion of appendices A.1 and B of FIPS 197
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    When the hart executes
      """
      vaeskf1.vi v2, v1, 1
      vaeskf1.vi v3, v2, 2
      vaeskf1.vi v4, v3, 3
      vaeskf1.vi v5, v4, 4
      vaeskf1.vi v6, v5, 5
      vaeskf1.vi v7, v6, 6
      vaeskf1.vi v8, v7, 7
      vaeskf1.vi v9, v8, 8
      vaeskf1.vi v10, v9, 9
      vaeskf1.vi v11, v10, 10
      vaesz.vs v16, v1
      vaesem.vs v16, v2
      vaesem.vs v16, v3
      vaesem.vs v16, v4
      vaesem.vs v16, v5
      vaesem.vs v16, v6
      vaesem.vs v16, v7
      vaesem.vs v16, v8
      vaesem.vs v16, v9
      vaesem.vs v16, v10
      vaesef.vs v16, v11
      """
    Then v2 = e8: 0xa0 0xfa 0xfe 0x17 0x88 0x54 0x2c 0xb1 0x23 0xa3 0x39 0x39 0x2a 0x6c 0x76 0x05
    And v11 = e8: 0xd0 0x14 0xf9 0xa8 0xc9 0xee 0x25 0x89 0xe1 0x3f 0x0c 0xc8 0xb6 0x63 0x0c 0xa6
    And v16 = e8: 0x39 0x25 0x84 0x1d 0x02 0xdc 0x09 0xfb 0xdc 0x11 0x85 0x97 0x19 0x6a 0x0b 0x32
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11 and vs

  @rule:vaesdf_final @rule:vaesdf_ops @rule:vaesdf_xor_form @rule:vaesdm_mid @rule:vaesdm_ops @rule:vaesdm_xor_form @rule:vaesdm_invmix @rule:vaesz_round0 @rule:Zvkned_egw128b_elem32b
  Scenario: Decryption of appendix B of FIPS 197
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x39 0x25 0x84 0x1d 0x02 0xdc 0x09 0xfb 0xdc 0x11 0x85 0x97 0x19 0x6a 0x0b 0x32
    When the hart executes
      """
      vaeskf1.vi v2, v1, 1
      vaeskf1.vi v3, v2, 2
      vaeskf1.vi v4, v3, 3
      vaeskf1.vi v5, v4, 4
      vaeskf1.vi v6, v5, 5
      vaeskf1.vi v7, v6, 6
      vaeskf1.vi v8, v7, 7
      vaeskf1.vi v9, v8, 8
      vaeskf1.vi v10, v9, 9
      vaeskf1.vi v11, v10, 10
      vaesz.vs v16, v11
      vaesdm.vs v16, v10
      vaesdm.vs v16, v9
      vaesdm.vs v16, v8
      vaesdm.vs v16, v7
      vaesdm.vs v16, v6
      vaesdm.vs v16, v5
      vaesdm.vs v16, v4
      vaesdm.vs v16, v3
      vaesdm.vs v16, v2
      vaesdf.vs v16, v1
      """
    Then v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11 and vs

  @rule:vaesef_xor_form @rule:vaesem_xor_form @rule:vaesem_ops @rule:vaesef_ops
  Scenario: Each group has its own key in the .vv forms
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    When the hart executes
      """
      vaeskf1.vi v2, v1, 1
      vaeskf1.vi v3, v2, 2
      vaeskf1.vi v4, v3, 3
      vaeskf1.vi v5, v4, 4
      vaeskf1.vi v6, v5, 5
      vaeskf1.vi v7, v6, 6
      vaeskf1.vi v8, v7, 7
      vaeskf1.vi v9, v8, 8
      vaeskf1.vi v10, v9, 9
      vaeskf1.vi v11, v10, 10
      vaesz.vs v16, v1
      vaesem.vv v16, v2
      vaesem.vv v16, v3
      vaesem.vv v16, v4
      vaesem.vv v16, v5
      vaesem.vv v16, v6
      vaesem.vv v16, v7
      vaesem.vv v16, v8
      vaesem.vv v16, v9
      vaesem.vv v16, v10
      vaesef.vv v16, v11
      """
    Then v16 = e8: 0x39 0x25 0x84 0x1d 0x02 0xdc 0x09 0xfb 0xdc 0x11 0x85 0x97 0x19 0x6a 0x0b 0x32
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11 and vs

  @rule:vaesdf_xor_form @rule:vaesdm_xor_form @rule:vaesdm_invmix @rule:vaesdm_ops @rule:vaesdf_ops
  Scenario: Decryption with the .vv forms
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x39 0x25 0x84 0x1d 0x02 0xdc 0x09 0xfb 0xdc 0x11 0x85 0x97 0x19 0x6a 0x0b 0x32
    When the hart executes
      """
      vaeskf1.vi v2, v1, 1
      vaeskf1.vi v3, v2, 2
      vaeskf1.vi v4, v3, 3
      vaeskf1.vi v5, v4, 4
      vaeskf1.vi v6, v5, 5
      vaeskf1.vi v7, v6, 6
      vaeskf1.vi v8, v7, 7
      vaeskf1.vi v9, v8, 8
      vaeskf1.vi v10, v9, 9
      vaeskf1.vi v11, v10, 10
      vaesz.vs v16, v11
      vaesdm.vv v16, v10
      vaesdm.vv v16, v9
      vaesdm.vv v16, v8
      vaesdm.vv v16, v7
      vaesdm.vv v16, v6
      vaesdm.vv v16, v5
      vaesdm.vv v16, v4
      vaesdm.vv v16, v3
      vaesdm.vv v16, v2
      vaesdf.vv v16, v1
      """
    Then v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11 and vs

  @rule:vaeskf2_round @rule:vaeskf2_wordgen @rule:vaeskf2_rcon_lsw @rule:vaeskf2_rcon_func @rule:vaeskf2_uimm_src
  Scenario: The cipher with a key of 256 bits of appendix C.3 of FIPS 197
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e8: 0x00 0x01 0x02 0x03 0x04 0x05 0x06 0x07 0x08 0x09 0x0a 0x0b 0x0c 0x0d 0x0e 0x0f
    And v2 = e8: 0x10 0x11 0x12 0x13 0x14 0x15 0x16 0x17 0x18 0x19 0x1a 0x1b 0x1c 0x1d 0x1e 0x1f
    And v16 = e8: 0x00 0x11 0x22 0x33 0x44 0x55 0x66 0x77 0x88 0x99 0xaa 0xbb 0xcc 0xdd 0xee 0xff
    When the hart executes
      """
      vmv.v.v v3, v1
      vaeskf2.vi v3, v2, 2
      vmv.v.v v4, v2
      vaeskf2.vi v4, v3, 3
      vmv.v.v v5, v3
      vaeskf2.vi v5, v4, 4
      vmv.v.v v6, v4
      vaeskf2.vi v6, v5, 5
      vmv.v.v v7, v5
      vaeskf2.vi v7, v6, 6
      vmv.v.v v8, v6
      vaeskf2.vi v8, v7, 7
      vmv.v.v v9, v7
      vaeskf2.vi v9, v8, 8
      vmv.v.v v10, v8
      vaeskf2.vi v10, v9, 9
      vmv.v.v v11, v9
      vaeskf2.vi v11, v10, 10
      vmv.v.v v12, v10
      vaeskf2.vi v12, v11, 11
      vmv.v.v v13, v11
      vaeskf2.vi v13, v12, 12
      vmv.v.v v14, v12
      vaeskf2.vi v14, v13, 13
      vmv.v.v v15, v13
      vaeskf2.vi v15, v14, 14
      vaesz.vs v16, v1
      vaesem.vs v16, v2
      vaesem.vs v16, v3
      vaesem.vs v16, v4
      vaesem.vs v16, v5
      vaesem.vs v16, v6
      vaesem.vs v16, v7
      vaesem.vs v16, v8
      vaesem.vs v16, v9
      vaesem.vs v16, v10
      vaesem.vs v16, v11
      vaesem.vs v16, v12
      vaesem.vs v16, v13
      vaesem.vs v16, v14
      vaesef.vs v16, v15
      """
    Then v15 = e8: 0x24 0xfc 0x79 0xcc 0xbf 0x09 0x79 0xe9 0x37 0x1a 0xc2 0x3c 0x6d 0x68 0xde 0x36
    And v16 = e8: 0x8e 0xa2 0xb7 0xca 0x51 0x67 0x45 0xbf 0xea 0xfc 0x49 0x90 0x4b 0x49 0x60 0x89
    And no trap is taken
    And nothing else changes but v16 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and v10 and v11 and v12 and v13 and v14 and v15 and vs

  Scenario Outline: <insn> takes <i> as round <round>
    Given vl = 4 under e32, m1, ta, ma
    And v8 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    And v17 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34
    When the hart executes "<insn> v16, v8, <i>; <insn> v17, v8, <round>; vmsne.vv v18, v16, v17; vcpop.m a0, v18"
    Then a0 = 0 [<rules>]
    And no trap is taken [<rules>]

    Examples:
      | insn       | i  | round | rules                              |
      | vaeskf1.vi | 0  | 8     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 16 | 8     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 11 | 3     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 27 | 3     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 12 | 4     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 28 | 4     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 13 | 5     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 29 | 5     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 14 | 6     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 30 | 6     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 15 | 7     | vaeskf1_uimm_map                   |
      | vaeskf1.vi | 31 | 7     | vaeskf1_uimm_map, vaeskf1_uimm_src |
      | vaeskf1.vi | 17 | 1     | vaeskf1_uimm_src                   |
      | vaeskf1.vi | 26 | 10    | vaeskf1_uimm_src                   |
      | vaeskf2.vi | 0  | 8     | vaeskf2_uimm_map                   |
      | vaeskf2.vi | 16 | 8     | vaeskf2_uimm_map, vaeskf2_uimm_src |
      | vaeskf2.vi | 1  | 9     | vaeskf2_uimm_map                   |
      | vaeskf2.vi | 17 | 9     | vaeskf2_uimm_map, vaeskf2_uimm_src |
      | vaeskf2.vi | 15 | 7     | vaeskf2_uimm_map                   |
      | vaeskf2.vi | 31 | 7     | vaeskf2_uimm_map, vaeskf2_uimm_src |
      | vaeskf2.vi | 18 | 2     | vaeskf2_uimm_src                   |
      | vaeskf2.vi | 29 | 13    | vaeskf2_uimm_src                   |

  @rule:veccrypto_vsins_vs2 @rule:veccrypto_vsins_vd @rule:vaesz_vs2_rk @rule:Zvkned_vl
  Scenario: One key for two groups, whatever is in the other groups of vs2
    Given vl = 8 under e32, m2, ta, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34 0x00 0x11 0x22 0x33 0x44 0x55 0x66 0x77 0x88 0x99 0xaa 0xbb 0xcc 0xdd 0xee 0xff
    When the hart executes "vaesz.vs v16, v1"
    Then v16 = e8: 0x19 0x3d 0xe3 0xbe 0xa0 0xf4 0xe2 0x2b 0x9a 0xc6 0x8d 0x2a 0xe9 0xf8 0x48 0x08 0x2b 0x6f 0x37 0x25 0x6c 0xfb 0xb4 0xd1 0x23 0x6e 0xbf 0x33 0xc5 0x12 0xa1 0xc3
    And no trap is taken
    And nothing else changes but v16 and v17 and vs

  @rule:Zvkned_vl @rule:Zvkned_egw128b_elem32b
  Scenario: Only the second of two groups, from vstart = 4 where the hart can begin there
    Given vl = 8 under e32, m2, tu, ma
    And v1 = e8: 0x2b 0x7e 0x15 0x16 0x28 0xae 0xd2 0xa6 0xab 0xf7 0x15 0x88 0x09 0xcf 0x4f 0x3c
    And v16 = e8: 0x32 0x43 0xf6 0xa8 0x88 0x5a 0x30 0x8d 0x31 0x31 0x98 0xa2 0xe0 0x37 0x07 0x34 0x00 0x11 0x22 0x33 0x44 0x55 0x66 0x77 0x88 0x99 0xaa 0xbb 0xcc 0xdd 0xee 0xff
    And vstart = 4
    When the hart executes "vaesz.vs v16, v1"
    Then v16 = e32: old old old old 0x25376f2b|old 0xd1b4fb6c|old 0x33bf6e23|old 0xc3a112c5|old
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

  Scenario Outline: With vstart = 4 "<insn>" leaves the first of two groups alone, or cannot begin there
    Given vl = 8 under e32, m2, tu, ma
    And vstart = 4
    When the hart executes "<insn>"
    Then v16 = e32: old old old old ? ? ? ? [vstart_op, vector_prestart_element, Zvkned_egw128b_elem32b]
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

    Examples:
      | insn                  |
      | vaesef.vv v16, v8     |
      | vaesef.vs v16, v8     |
      | vaesem.vv v16, v8     |
      | vaesem.vs v16, v8     |
      | vaesdf.vv v16, v8     |
      | vaesdf.vs v16, v8     |
      | vaesdm.vv v16, v8     |
      | vaesdm.vs v16, v8     |
      | vaeskf1.vi v16, v8, 3 |
      | vaeskf2.vi v16, v8, 3 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vaesef.vv  |
      | vaesef.vs  |
      | vaesem.vv  |
      | vaesem.vs  |
      | vaesdf.vv  |
      | vaesdf.vs  |
      | vaesdm.vv  |
      | vaesdm.vs  |
      | vaesz.vs   |
      | vaeskf1.vi |
      | vaeskf2.vi |
