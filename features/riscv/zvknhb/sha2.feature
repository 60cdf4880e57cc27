@ext:Zvknhb
Feature: Vector SHA-512
  An element group of four doublewords is half a state {f, e, b, a} or {h, g, d, c}, or four words of the message.

  @rule:Zvknhb_sha512_egw256b_elem64b @rule:Zvknhb_sha256_sha512 @rule:Zvknhb_vl
  Scenario: The first and the second four rounds of SHA-512 of the message abc
    Given vl = 4 under e64, m2, ta, ma
    And v4 = e64: 0x5be0cd19137e2179 0x1f83d9abfb41bd6b 0xa54ff53a5f1d36f1 0x3c6ef372fe94f82b
    And v6 = e64: 0x9b05688c2b3e6c1f 0x510e527fade682d1 0xbb67ae8584caa73b 0x6a09e667f3bcc908
    And v8 = e64: 0xa3ec9318d728ae22 0x7137449123ef65cd 0xb5c0fbcfec4d3b2f 0xe9b5dba58189dbbc
    And v10 = e64: 0x3956c25bf348b538 0x59f111f1b605d019 0x923f82a4af194f9b 0xab1c5ed5da6d8118
    When the hart executes
      """
      vsha2cl.vv v4, v6, v8
      vsha2ch.vv v6, v4, v8
      vmv.v.v v12, v4
      vmv.v.v v14, v6
      vsha2cl.vv v4, v6, v10
      vsha2ch.vv v6, v4, v10
      """
    Then v14 = e64: 0xdfa9b239f2697812 0x0b47b4bb1928990e 0xebcffc07203d91f3 0x5a83cb3e80050e82
    And v12 = e64: 0x58cb02347ab51f91 0xc3d4ebfd48650ffa 0xf6afceb8bcfcddf5 0x1320f8c9fb872cc0
    And v6 = e64: 0x5a6c781f54dcc00c 0x86f67263a0f0ec0a 0xc4875b0c7abc076b 0x8093d195e0054fa3
    And v4 = e64: 0x745aca4a342ed2e2 0x96f60209b6dc35ba 0xb680953951604860 0xaf573b02403e89cd
    And no trap is taken
    And nothing else changes but v4 and v5 and v6 and v7 and v12 and v13 and v14 and v15 and vs

  @rule:Zvknhb_sha512_egw256b_elem64b @rule:Zvknhb_sha256_sha512
  Scenario: The next four words of a schedule of SHA-512
    Given vl = 4 under e64, m2, ta, ma
    And v8 = e64: 0x549ef62639858996 0x00c0003300003c00 0x1497007a8a0e9dbc 0x62e56500cc0780f0
    And v10 = e64: 0x7760dd475a538797 0x9f44486fb1e4fbd2 0xb31b8c2b06085f2f 0x0e987660934142f6
    And v12 = e64: 0xa4af2cfd09fbb924 0x000000005a5a5a5a 0x3c74563aa2f9673e 0x6ccdcd14cc14b53f
    When the hart executes "vsha2ms.vv v8, v10, v12"
    Then v8 = e64: 0xc3f925b337f22bde 0x5bcc77a75ad95b54 0x3ec2257adca09a52 0x28246960001fc5eb
    And no trap is taken
    And nothing else changes but v8 and v9 and vs

  @rule:Zvknhb_sha256_egw128b_elem32b @rule:Zvknhb_sha256_sha512 @rule:Zvknhb_impZvknha
  Scenario: SHA-256 is there too
    Given vl = 4 under e32, m1, ta, ma
    And v8 = e32: 0x3e9d7b78 0x0183fc00 0x12dcbfdb 0xe2e2c38e
    And v9 = e32: 0xc8215c1a 0xec8726cb 0x702138a4 0xd3b7973b
    And v10 = e32: 0x93f5997f 0x3b68ba73 0xaff4ffc1 0xf10a5c62
    When the hart executes "vsha2ms.vv v8, v9, v10"
    Then v8 = e32: 0x0a8b3996 0x72af830a 0x9409e33e 0x24641522
    And no trap is taken
    And nothing else changes but v8 and vs

  @rule:Zvknhb_vl @rule:Zvknhb_sha512_egw256b_elem64b
  Scenario: Two groups of SHA-512 under vl = 8
    Given vl = 8 under e64, m4, ta, ma
    And v8 = e64: 0x549ef62639858996 0x00c0003300003c00 0x1497007a8a0e9dbc 0x62e56500cc0780f0 0x04e33a75ce2be88a 0x7d5314b3c359e0e7 0xaef7a285ff251266 0x0b8472581deea04f
    And v12 = e64: 0x7760dd475a538797 0x9f44486fb1e4fbd2 0xb31b8c2b06085f2f 0x0e987660934142f6 0xb174e26eddc7b033 0x361e80b2d00f3193 0x2e9839125df3b175 0x3319629293ad5363
    And v16 = e64: 0xa4af2cfd09fbb924 0xad289e2e0bd53186 0x3c74563aa2f9673e 0x6ccdcd14cc14b53f 0x9cbc5d89ac1b89d5 0x275e23ffeeca50b7 0x3b80d680bf69ef58 0x0d0696933945a125
    When the hart executes "vsha2ms.vv v8, v12, v16"
    Then v8 = e64: 0xc3f925b337f22bde 0x5bcc77a75ad95b54 0x3ec2257adca09a52 0x28246960001fc5eb 0x7533eabcb786ff00 0xb89826cee6fbf0e5 0x249b4fbcad623e9f 0x4aea9df2b02d6f1e
    And no trap is taken
    And nothing else changes but v8 and v9 and v10 and v11 and vs

  @rule:Zvknhb_vl @rule:Zvknhb_sha512_egw256b_elem64b
  Scenario: Only the second of two groups of SHA-512, from vstart = 4 where the hart can begin there
    Given vl = 8 under e64, m4, tu, ma
    And v8 = e64: 1 2 3 4 0x04e33a75ce2be88a 0x7d5314b3c359e0e7 0xaef7a285ff251266 0x0b8472581deea04f
    And v12 = e64: 5 6 7 8 0xb174e26eddc7b033 0x361e80b2d00f3193 0x2e9839125df3b175 0x3319629293ad5363
    And v16 = e64: 5 6 7 8 0x9cbc5d89ac1b89d5 0x275e23ffeeca50b7 0x3b80d680bf69ef58 0x0d0696933945a125
    And vstart = 4
    When the hart executes "vsha2ms.vv v8, v12, v16"
    Then v8 = e64: old old old old 0x7533eabcb786ff00|old 0xb89826cee6fbf0e5|old 0x249b4fbcad623e9f|old 0x4aea9df2b02d6f1e|old
    And vstart = 0 or 4 [vstart_update, vstart_unmodified]
    And nothing else changes but v8 and v9 and v10 and v11 and vs
    And every outcome is one the specification allows
