@ext:Zvksed
Feature: Vector SM4
  An element group of four words is a block, or four round keys.

  @rule:vsm4k-vi_op @rule:vsm4r_op @rule:Zvksed_egw128b_elem32b @rule:Zvksed_vl
  Scenario: Encryption of the example of GB/T 32907-2016, appendix A.1, with vsm4r.vs
    The key in v1 is that of the example and the system parameter; the words of the result come in reverse.
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e32: 0xa292ffa1 0xdf01febf 0x99a12b0f 0xc42410cc
    And v16 = e32: 0x01234567 0x89abcdef 0xfedcba98 0x76543210
    When the hart executes
      """
      vsm4k.vi v2, v1, 0
      vsm4k.vi v3, v2, 1
      vsm4k.vi v4, v3, 2
      vsm4k.vi v5, v4, 3
      vsm4k.vi v6, v5, 4
      vsm4k.vi v7, v6, 5
      vsm4k.vi v8, v7, 6
      vsm4k.vi v9, v8, 7
      vsm4r.vs v16, v2
      vsm4r.vs v16, v3
      vsm4r.vs v16, v4
      vsm4r.vs v16, v5
      vsm4r.vs v16, v6
      vsm4r.vs v16, v7
      vsm4r.vs v16, v8
      vsm4r.vs v16, v9
      """
    Then v2 = e32: 0xf12186f9 0x41662b61 0x5a6ab19a 0x7ba92077
    And v16 = e32: 0x536e4246 0x86b3e94f 0xd206965e 0x681edf34
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and vs

  @rule:vsm4k-vi_op @rule:vsm4r_op @rule:Zvksed_egw128b_elem32b @rule:Zvksed_vl
  Scenario: Encryption of the example of GB/T 32907-2016, appendix A.1, with vsm4r.vv
    The key in v1 is that of the example and the system parameter; the words of the result come in reverse.
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e32: 0xa292ffa1 0xdf01febf 0x99a12b0f 0xc42410cc
    And v16 = e32: 0x01234567 0x89abcdef 0xfedcba98 0x76543210
    When the hart executes
      """
      vsm4k.vi v2, v1, 0
      vsm4k.vi v3, v2, 1
      vsm4k.vi v4, v3, 2
      vsm4k.vi v5, v4, 3
      vsm4k.vi v6, v5, 4
      vsm4k.vi v7, v6, 5
      vsm4k.vi v8, v7, 6
      vsm4k.vi v9, v8, 7
      vsm4r.vv v16, v2
      vsm4r.vv v16, v3
      vsm4r.vv v16, v4
      vsm4r.vv v16, v5
      vsm4r.vv v16, v6
      vsm4r.vv v16, v7
      vsm4r.vv v16, v8
      vsm4r.vv v16, v9
      """
    Then v2 = e32: 0xf12186f9 0x41662b61 0x5a6ab19a 0x7ba92077
    And v16 = e32: 0x536e4246 0x86b3e94f 0xd206965e 0x681edf34
    And no trap is taken
    And nothing else changes but v16 and v2 and v3 and v4 and v5 and v6 and v7 and v8 and v9 and vs

  @rule:vsm4r_op
  Scenario: Decryption of the example of GB/T 32907-2016, with the round keys turned round
    Given vl = 4 under e32, m1, ta, ma
    And v1 = e32: 0xa292ffa1 0xdf01febf 0x99a12b0f 0xc42410cc
    And v16 = e32: 0x681edf34 0xd206965e 0x86b3e94f 0x536e4246
    And v17 = e32: 3 2 1 0
    When the hart executes
      """
      vsm4k.vi v2, v1, 0
      vsm4k.vi v3, v2, 1
      vsm4k.vi v4, v3, 2
      vsm4k.vi v5, v4, 3
      vsm4k.vi v6, v5, 4
      vsm4k.vi v7, v6, 5
      vsm4k.vi v8, v7, 6
      vsm4k.vi v9, v8, 7
      vrgather.vv v20, v2, v17
      vrgather.vv v21, v3, v17
      vrgather.vv v22, v4, v17
      vrgather.vv v23, v5, v17
      vrgather.vv v24, v6, v17
      vrgather.vv v25, v7, v17
      vrgather.vv v26, v8, v17
      vrgather.vv v27, v9, v17
      vsm4r.vs v16, v27
      vsm4r.vs v16, v26
      vsm4r.vs v16, v25
      vsm4r.vs v16, v24
      vsm4r.vs v16, v23
      vsm4r.vs v16, v22
      vsm4r.vs v16, v21
      vsm4r.vs v16, v20
      """
    Then v16 = e32: 0x76543210 0xfedcba98 0x89abcdef 0x01234567
    And no trap is taken

  Scenario Outline: vsm4k.vi takes <i> as group <group>
    Given vl = 4 under e32, m1, ta, ma
    And v8 = e32: 0xa292ffa1 0xdf01febf 0x99a12b0f 0xc42410cc
    When the hart executes "vsm4k.vi v16, v8, <i>; vsm4k.vi v17, v8, <group>; vmsne.vv v18, v16, v17; vcpop.m a0, v18"
    Then a0 = 0 [vsm4k-vi_op]
    And no trap is taken [vsm4k-vi_op]

    Examples: bits 4:3 are ignored
      | i  | group |
      | 8  | 0     |
      | 17 | 1     |
      | 31 | 7     |
      | 13 | 5     |

  @rule:Zvksed_vl @rule:Zvksed_egw128b_elem32b
  Scenario: One round key for the second of two groups, from vstart = 4 where the hart can begin there
    Given vl = 8 under e32, m2, tu, ma
    And v1 = e32: 0xf12186f9 0x41662b61 0x5a6ab19a 0x7ba92077
    And v16 = e32: 0x01234567 0x89abcdef 0xfedcba98 0x76543210 0x01234567 0x89abcdef 0xfedcba98 0x76543210
    And vstart = 4
    When the hart executes "vsm4r.vs v16, v1"
    Then v16 = e32: old old old old 0x27fad345|old 0xa18b4cb2|old 0x11c1e22a|old 0xcc13e2ee|old
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

  @rule:vsm4k-vi_op @rule:Zvksed_vl @rule:Zvksed_egw128b_elem32b
  Scenario: Round keys of the second of two groups, from vstart = 4 where the hart can begin there
    Given vl = 8 under e32, m2, tu, ma
    And v8 = e32: 1 2 3 4 0xa292ffa1 0xdf01febf 0x99a12b0f 0xc42410cc
    And vstart = 4
    When the hart executes "vsm4k.vi v16, v8, 0"
    Then v16 = e32: old old old old 0xf12186f9|old 0x41662b61|old 0x5a6ab19a|old 0x7ba92077|old [vstart_op, vector_prestart_element, Zvksed_egw128b_elem32b]
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

  Scenario Outline: With vstart = 4 "<insn>" leaves the first of two groups alone, or cannot begin there
    Given vl = 8 under e32, m2, tu, ma
    And vstart = 4
    When the hart executes "<insn>"
    Then v16 = e32: old old old old ? ? ? ? [vstart_op, vector_prestart_element, Zvksed_egw128b_elem32b]
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

    Examples:
      | insn             |
      | vsm4r.vv v16, v8 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vsm4k.vi |
      | vsm4r.vv |
      | vsm4r.vs |
