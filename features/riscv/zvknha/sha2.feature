@ext:Zvknha
Feature: Vector SHA-256
  An element group of four words is half a state {f, e, b, a} or {h, g, d, c}, or four words of the message, in
  the order of their indexes from right to left.

  @rule:vsha2ch-vv_op @rule:vsha2cl-vv_op @rule:vsha2ms-vv_op @rule:Zvknha_sha256 @rule:Zvknha_sha256_egw128b_elem32b @rule:Zvknha_vl
  Scenario: SHA-256 of the message abc, as FIPS 180 has it
    v8 to v11 hold the message, v16 to v31 the constants, v5 {f, e, b, a} and v4 {h, g, d, c} of the state; v0 takes the
    first of four words from another group.
    Given vl = 4 under e32, m1, ta, ma
    And v0 = e8: 1
    And v4 = e32: 0x5be0cd19 0x1f83d9ab 0xa54ff53a 0x3c6ef372
    And v5 = e32: 0x9b05688c 0x510e527f 0xbb67ae85 0x6a09e667
    And v8 = e32: 0x61626380 0x00000000 0x00000000 0x00000000
    And v9 = e32: 0x00000000 0x00000000 0x00000000 0x00000000
    And v10 = e32: 0x00000000 0x00000000 0x00000000 0x00000000
    And v11 = e32: 0x00000000 0x00000000 0x00000000 0x00000018
    And v16 = e32: 0x428a2f98 0x71374491 0xb5c0fbcf 0xe9b5dba5
    And v17 = e32: 0x3956c25b 0x59f111f1 0x923f82a4 0xab1c5ed5
    And v18 = e32: 0xd807aa98 0x12835b01 0x243185be 0x550c7dc3
    And v19 = e32: 0x72be5d74 0x80deb1fe 0x9bdc06a7 0xc19bf174
    And v20 = e32: 0xe49b69c1 0xefbe4786 0x0fc19dc6 0x240ca1cc
    And v21 = e32: 0x2de92c6f 0x4a7484aa 0x5cb0a9dc 0x76f988da
    And v22 = e32: 0x983e5152 0xa831c66d 0xb00327c8 0xbf597fc7
    And v23 = e32: 0xc6e00bf3 0xd5a79147 0x06ca6351 0x14292967
    And v24 = e32: 0x27b70a85 0x2e1b2138 0x4d2c6dfc 0x53380d13
    And v25 = e32: 0x650a7354 0x766a0abb 0x81c2c92e 0x92722c85
    And v26 = e32: 0xa2bfe8a1 0xa81a664b 0xc24b8b70 0xc76c51a3
    And v27 = e32: 0xd192e819 0xd6990624 0xf40e3585 0x106aa070
    And v28 = e32: 0x19a4c116 0x1e376c08 0x2748774c 0x34b0bcb5
    And v29 = e32: 0x391c0cb3 0x4ed8aa4a 0x5b9cca4f 0x682e6ff3
    And v30 = e32: 0x748f82ee 0x78a5636f 0x84c87814 0x8cc70208
    And v31 = e32: 0x90befffa 0xa4506ceb 0xbef9a3f7 0xc67178f2
    When the hart executes
      """
      vmv.v.v v6, v4
      vmv.v.v v7, v5
      vadd.vv v12, v8, v16
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v10, v9, v0
      vsha2ms.vv v8, v13, v11
      vadd.vv v12, v9, v17
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v11, v10, v0
      vsha2ms.vv v9, v13, v8
      vadd.vv v12, v10, v18
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v8, v11, v0
      vsha2ms.vv v10, v13, v9
      vadd.vv v12, v11, v19
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v9, v8, v0
      vsha2ms.vv v11, v13, v10
      vadd.vv v12, v8, v20
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v10, v9, v0
      vsha2ms.vv v8, v13, v11
      vadd.vv v12, v9, v21
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v11, v10, v0
      vsha2ms.vv v9, v13, v8
      vadd.vv v12, v10, v22
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v8, v11, v0
      vsha2ms.vv v10, v13, v9
      vadd.vv v12, v11, v23
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v9, v8, v0
      vsha2ms.vv v11, v13, v10
      vadd.vv v12, v8, v24
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v10, v9, v0
      vsha2ms.vv v8, v13, v11
      vadd.vv v12, v9, v25
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v11, v10, v0
      vsha2ms.vv v9, v13, v8
      vadd.vv v12, v10, v26
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v8, v11, v0
      vsha2ms.vv v10, v13, v9
      vadd.vv v12, v11, v27
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vmerge.vvm v13, v9, v8, v0
      vsha2ms.vv v11, v13, v10
      vadd.vv v12, v8, v28
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vadd.vv v12, v9, v29
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vadd.vv v12, v10, v30
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vadd.vv v12, v11, v31
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v5, v4, v12
      vadd.vv v4, v4, v6
      vadd.vv v5, v5, v7
      """
    Then v5 = e32: 0x96177a9c 0xb00361a3 0x8f01cfea 0xba7816bf
    And v4 = e32: 0xf20015ad 0xb410ff61 0x5dae2223 0x414140de
    And no trap is taken

  @rule:vsha2ms-vv_op
  Scenario: The next four words of a schedule
    The second word of vs1 is not used.
    Given vl = 4 under e32, m1, ta, ma
    And v8 = e32: 0x3e9d7b78 0x0183fc00 0x12dcbfdb 0xe2e2c38e
    And v9 = e32: 0xc8215c1a 0xec8726cb 0x702138a4 0xd3b7973b
    And v10 = e32: 0x93f5997f 0x5a5a5a5a 0xaff4ffc1 0xf10a5c62
    When the hart executes "vsha2ms.vv v8, v9, v10"
    Then v8 = e32: 0x0a8b3996 0x72af830a 0x9409e33e 0x24641522
    And no trap is taken
    And nothing else changes but v8 and vs

  @rule:vsha2cl-vv_op @rule:vsha2ch-vv_op
  Scenario: The low words of vs1 make two rounds, and the high words two others
    Given vl = 4 under e32, m1, ta, ma
    And v4 = e32: 0x9b27a401 0x0c657a79 0xe5030380 0x85a07b5f
    And v5 = e32: 0x32ca2d8c 0x1cc92596 0x8e04ecb9 0x8c87346b
    And v6 = e32: 0x9b27a401 0x0c657a79 0xe5030380 0x85a07b5f
    And v12 = e32: 0x243185be 0x550c7dc3 0x5a5a5a5a 0xa5a5a5a5
    And v13 = e32: 0x5a5a5a5a 0xa5a5a5a5 0x243185be 0x550c7dc3
    When the hart executes
      """
      vsha2cl.vv v4, v5, v12
      vsha2ch.vv v6, v5, v13
      """
    Then v4 = e32: 0x436b23e8 0x816fd6e9 0x4798a3f4 0xf71fc5a9
    And v6 = e32: 0x436b23e8 0x816fd6e9 0x4798a3f4 0xf71fc5a9
    And no trap is taken
    And nothing else changes but v4 and v6 and vs

  @rule:Zvknha_vl
  Scenario: Only the second of two groups, from vstart = 4 where the hart can begin there
    Given vl = 8 under e32, m2, tu, ma
    And v8 = e32: 1 2 3 4 0x3e9d7b78 0x0183fc00 0x12dcbfdb 0xe2e2c38e
    And v10 = e32: 5 6 7 8 0xc8215c1a 0xec8726cb 0x702138a4 0xd3b7973b
    And v12 = e32: 5 6 7 8 0x93f5997f 0x5a5a5a5a 0xaff4ffc1 0xf10a5c62
    And vstart = 4
    When the hart executes "vsha2ms.vv v8, v10, v12"
    Then v8 = e32: old old old old 0x0a8b3996|old 0x72af830a|old 0x9409e33e|old 0x24641522|old
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v8 and v9 and vs
    And every outcome is one the specification allows

  Scenario Outline: With vstart = 4 "<insn>" leaves the first of two groups alone, or cannot begin there
    Given vl = 8 under e32, m2, tu, ma
    And vstart = 4
    When the hart executes "<insn>"
    Then v16 = e32: old old old old ? ? ? ? [vstart_op, vector_prestart_element, Zvknha_sha256_egw128b_elem32b]
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v16 and v17 and vs
    And every outcome is one the specification allows

    Examples:
      | insn                    |
      | vsha2ch.vv v16, v8, v10 |
      | vsha2cl.vv v16, v8, v10 |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vsha2ms.vv |
      | vsha2ch.vv |
      | vsha2cl.vv |
