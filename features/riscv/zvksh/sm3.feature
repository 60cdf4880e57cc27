@ext:Zvksh
Feature: Vector SM3
  An element group of eight words is a state or half of a message, its words big-endian.

  @rule:vsm3c-vi_op @rule:vsm3me-vv_op @rule:Zvksh_egw256b_elem32b @rule:Zvksh_vl
  Scenario: The hash of the first example of GB/T 32905-2016, appendix A.1: abc
    v4 holds the state, its first word lowest; v8 and v10 the words of the message.
    Given vl = 8 under e32, m2, ta, ma
    And v4 = e8: 0x73 0x80 0x16 0x6f 0x49 0x14 0xb2 0xb9 0x17 0x24 0x42 0xd7 0xda 0x8a 0x06 0x00 0xa9 0x6f 0x30 0xbc 0x16 0x31 0x38 0xaa 0xe3 0x8d 0xee 0x4d 0xb0 0xfb 0x0e 0x4e
    And v8 = e8: 0x61 0x62 0x63 0x80 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00
    And v10 = e8: 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x18
    When the hart executes
      """
      vmv.v.v v6, v4
      vsm3c.vi v4, v8, 0
      vslidedown.vi v12, v8, 2
      vsm3c.vi v4, v12, 1
      vslidedown.vi v12, v8, 4
      vslideup.vi v12, v10, 4
      vsm3c.vi v4, v12, 2
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 3
      vsm3me.vv v8, v10, v8
      vsm3c.vi v4, v10, 4
      vslidedown.vi v12, v10, 2
      vsm3c.vi v4, v12, 5
      vslidedown.vi v12, v10, 4
      vslideup.vi v12, v8, 4
      vsm3c.vi v4, v12, 6
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 7
      vsm3me.vv v10, v8, v10
      vsm3c.vi v4, v8, 8
      vslidedown.vi v12, v8, 2
      vsm3c.vi v4, v12, 9
      vslidedown.vi v12, v8, 4
      vslideup.vi v12, v10, 4
      vsm3c.vi v4, v12, 10
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 11
      vsm3me.vv v8, v10, v8
      vsm3c.vi v4, v10, 12
      vslidedown.vi v12, v10, 2
      vsm3c.vi v4, v12, 13
      vslidedown.vi v12, v10, 4
      vslideup.vi v12, v8, 4
      vsm3c.vi v4, v12, 14
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 15
      vsm3me.vv v10, v8, v10
      vsm3c.vi v4, v8, 16
      vslidedown.vi v12, v8, 2
      vsm3c.vi v4, v12, 17
      vslidedown.vi v12, v8, 4
      vslideup.vi v12, v10, 4
      vsm3c.vi v4, v12, 18
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 19
      vsm3me.vv v8, v10, v8
      vsm3c.vi v4, v10, 20
      vslidedown.vi v12, v10, 2
      vsm3c.vi v4, v12, 21
      vslidedown.vi v12, v10, 4
      vslideup.vi v12, v8, 4
      vsm3c.vi v4, v12, 22
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 23
      vsm3me.vv v10, v8, v10
      vsm3c.vi v4, v8, 24
      vslidedown.vi v12, v8, 2
      vsm3c.vi v4, v12, 25
      vslidedown.vi v12, v8, 4
      vslideup.vi v12, v10, 4
      vsm3c.vi v4, v12, 26
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 27
      vsm3me.vv v8, v10, v8
      vsm3c.vi v4, v10, 28
      vslidedown.vi v12, v10, 2
      vsm3c.vi v4, v12, 29
      vslidedown.vi v12, v10, 4
      vslideup.vi v12, v8, 4
      vsm3c.vi v4, v12, 30
      vslidedown.vi v14, v12, 2
      vsm3c.vi v4, v14, 31
      vxor.vv v4, v4, v6
      """
    Then v4 = e8: 0x66 0xc7 0xf0 0xf4 0x62 0xee 0xed 0xd9 0xd1 0xf2 0xd4 0x6b 0xdc 0x10 0xe4 0xe2 0x41 0x67 0xc4 0x87 0x5c 0xf2 0xf7 0xa2 0x29 0x7d 0xa0 0x2b 0x8f 0x4b 0xa8 0xe0
    And no trap is taken

  @rule:vsm3me-vv_op @rule:Zvksh_vl @rule:Zvksh_egw256b_elem32b
  Scenario: Words 16 to 23 of the message abc in the second of two groups, from vstart = 8 where the hart can begin there
    Given vl = 16 under e32, m4, tu, ma
    And v12 = e32 from 8: 0x80636261 0 0 0 0 0 0 0
    And v8 = e32 from 8: 0 0 0 0 0 0 0 0x18000000
    And vstart = 8
    When the hart executes "vsm3me.vv v4, v8, v12"
    Then v4 = e32: old old old old old old old old [vstart_op, vector_prestart_element, Zvksh_egw256b_elem32b]
    And v4 = e32 from 8: 0x00e29290|old 0|old 0x06060c00|old 0xed709c71|old 0|old 0x1f800180|old 0xa97d9f93|old 0|old
    And vstart = 0 or 8 [vstart_update, vstart_unmodified]
    And nothing else changes but v4 and v5 and v6 and v7 and vs
    And every outcome is one the specification allows

  Scenario Outline: With vstart = 8 "<insn>" leaves the first of two groups alone, or cannot begin there
    Given vl = 16 under e32, m4, tu, ma
    And vstart = 8
    When the hart executes "<insn>"
    Then v16 = e32: old old old old old old old old ? ? ? ? ? ? ? ? [vstart_op, vector_prestart_element, Zvksh_egw256b_elem32b]
    And vstart = 0 or 8 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and v18 and v19 and vs
    And every outcome is one the specification allows

    Examples:
      | insn                |
      | vsm3c.vi v16, v8, 5 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vsm3me.vv |
      | vsm3c.vi  |
