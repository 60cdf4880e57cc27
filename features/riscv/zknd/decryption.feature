@ext:Zknd
Feature: AES decryption
  The equivalent inverse cipher of FIPS 197, section 5.3.5: a round is InvShiftRows, InvSubBytes and
  InvMixColumns, and the round keys between the first and the last go through InvMixColumns too.

  Scenario Outline: <insn> of the state <a>, <b> gives the half <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: round 1 of the equivalent inverse cipher of FIPS 197, appendix C.1
      | insn     | a                  | b                  | result             | rules       |
      | aes64ds  | 0x274eef89a7fdd57a | 0x9ff59f3d0b10ca2b | 0x9e77b5f23d7c6ebd | aes64ds_op  |
      | aes64ds  | 0x9ff59f3d0b10ca2b | 0x274eef89a7fdd57a | 0x89b6108b6e21610b | aes64ds_op  |
      | aes64dsm | 0x274eef89a7fdd57a | 0x9ff59f3d0b10ca2b | 0x43352ff71fb97347 | aes64dsm_op |
      | aes64dsm | 0x9ff59f3d0b10ca2b | 0x274eef89a7fdd57a | 0x2ccfe6a18e01cb61 | aes64dsm_op |

    Examples: the final round: InvShiftRows and InvSubBytes
      | insn    | a                  | b                  | result             | rules      |
      | aes64ds | 0                  | 0                  | 0x5252525252525252 | aes64ds_op |
      | aes64ds | 0xffffffffffffffff | 0xffffffffffffffff | 0x7d7d7d7d7d7d7d7d | aes64ds_op |
      | aes64ds | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x0f939cc139fdc017 | aes64ds_op |
      | aes64ds | 0x5353535353535353 | 0                  | 0x5252505050525250 | aes64ds_op |
      | aes64ds | 0                  | 0x5252525252525252 | 0x4848525252484852 | aes64ds_op |
      | aes64ds | 1                  | 0                  | 0x5252525252525209 | aes64ds_op |
      | aes64ds | 0                  | 1                  | 0x5252525252525252 | aes64ds_op |
      | aes64ds | 0x0000010000000000 | 0                  | 0x5252525252525252 | aes64ds_op |
      | aes64ds | 0                  | 0x1000000          | 0x0952525252525252 | aes64ds_op |
      | aes64ds | 0x8000000000000000 | 0                  | 0x525252523a525252 | aes64ds_op |
      | aes64ds | 0x0706050403020100 | 0x0f0e0d0c0b0a0908 | 0x9ed7093038a3f352 | aes64ds_op |
      | aes64ds | 0x6363636363636363 | 0                  | 0x5252000000525200 | aes64ds_op |
      | aes64ds | 0                  | 0x0000010000000000 | 0x5252525252520952 | aes64ds_op |

    Examples: the middle rounds: InvMixColumns as well
      | insn     | a                  | b                  | result             | rules       |
      | aes64dsm | 0                  | 0                  | 0x5252525252525252 | aes64dsm_op |
      | aes64dsm | 0xffffffffffffffff | 0xffffffffffffffff | 0x7d7d7d7d7d7d7d7d | aes64dsm_op |
      | aes64dsm | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x61706bbb2760f8ac | aes64dsm_op |
      | aes64dsm | 0x5353535353535353 | 0                  | 0x5e5a5c58585e5a5c | aes64dsm_op |
      | aes64dsm | 0                  | 0x5252525252525252 | 0x14200e3a3a14200e | aes64dsm_op |
      | aes64dsm | 1                  | 0                  | 0x525252525190e77d | aes64dsm_op |
      | aes64dsm | 0                  | 1                  | 0x5252525252525252 | aes64dsm_op |
      | aes64dsm | 0x0000010000000000 | 0                  | 0x5252525252525252 | aes64dsm_op |
      | aes64dsm | 0                  | 0x1000000          | 0x7d5190e752525252 | aes64dsm_op |
      | aes64dsm | 0x8000000000000000 | 0                  | 0x525252525487ec57 | aes64dsm_op |
      | aes64dsm | 0x0706050403020100 | 0x0f0e0d0c0b0a0908 | 0x6e29192e1c96a313 | aes64dsm_op |
      | aes64dsm | 0x6363636363636363 | 0                  | 0xa501f75353a501f7 | aes64dsm_op |
      | aes64dsm | 0                  | 0x0000010000000000 | 0x5252525290e77d51 | aes64dsm_op |

  Scenario Outline: <insn> of <a> gives <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: both columns, each by itself
      | insn    | a                  | result             | rules      |
      | aes64im | 0                  | 0                  | aes64im_op |
      | aes64im | 1                  | 0xb0d090e          | aes64im_op |
      | aes64im | 0x100              | 0xd090e0b          | aes64im_op |
      | aes64im | 0x10000            | 0x90e0b0d          | aes64im_op |
      | aes64im | 0x1000000          | 0xe0b0d09          | aes64im_op |
      | aes64im | 0x0000000100000000 | 0x0b0d090e00000000 | aes64im_op |
      | aes64im | 0x8000000000000000 | 0x41f7daec00000000 | aes64im_op |
      | aes64im | 0x80808080         | 0x80808080         | aes64im_op |
      | aes64im | 0xffffffffffffffff | 0xffffffffffffffff | aes64im_op |
      | aes64im | 0x123456789abcdef0 | 0x851bd1470d9359cf | aes64im_op |
      | aes64im | 0x9a19cbe0e5816604 | 0xae52b4e0305dbfd4 | aes64im_op |

  @rule:aes64ds_op @rule:aes64dsm_op @rule:aes64im_op
  Scenario: Decryption of the AES-128 example vector of FIPS 197, appendix C.1
    The round keys are kept in memory, and used from the last to the first.
    Given a0 = 0x30047b6ad8e0c469 and a1 = 0x5ac5b47080b7cdd8
    And t0 = 0x0706050403020100 and t1 = 0x0f0e0d0c0b0a0908
    And a4 = test data
    When the hart executes
      """
      sd t0, 0(a4); sd t1, 8(a4)
      aes64ks1i t4, t1, 0; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 16(a4); sd t1, 24(a4)
      aes64ks1i t4, t1, 1; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 32(a4); sd t1, 40(a4)
      aes64ks1i t4, t1, 2; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 48(a4); sd t1, 56(a4)
      aes64ks1i t4, t1, 3; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 64(a4); sd t1, 72(a4)
      aes64ks1i t4, t1, 4; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 80(a4); sd t1, 88(a4)
      aes64ks1i t4, t1, 5; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 96(a4); sd t1, 104(a4)
      aes64ks1i t4, t1, 6; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 112(a4); sd t1, 120(a4)
      aes64ks1i t4, t1, 7; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 128(a4); sd t1, 136(a4)
      aes64ks1i t4, t1, 8; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 144(a4); sd t1, 152(a4)
      aes64ks1i t4, t1, 9; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; sd t0, 160(a4); sd t1, 168(a4)
      xor a0, a0, t0; xor a1, a1, t1
      addi a5, a4, 144
      round:
      ld t0, 0(a5); ld t1, 8(a5)
      aes64im t0, t0; aes64im t1, t1
      aes64dsm a2, a0, a1; aes64dsm a3, a1, a0
      xor a0, a2, t0; xor a1, a3, t1
      addi a5, a5, -16
      bne a5, a4, round
      ld t0, 0(a4); ld t1, 8(a4)
      aes64ds a2, a0, a1; aes64ds a3, a1, a0
      xor a0, a2, t0; xor a1, a3, t1
      """
    Then a0 = 0x7766554433221100 and a1 = 0xffeeddccbbaa9988
    And no trap is taken
    And every outcome is one the specification allows

  @rule:zknd_shared_instr
  Scenario Outline: The key schedule is there for decryption: <insn>
    Given a0 = 0x3c4fcf098815f7ab and a1 = 0xa6d2ae2816157e2b
    When the hart executes "<insn>"
    Then a2 = <result>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn                 | result             |
      | aes64ks1i a2, a0, 0  | 0x01eb848b01eb848b |
      | aes64ks1i a2, a0, 10 | 0xeb848a01eb848a01 |
      | aes64ks2 a2, a0, a1  | 0x8c881f0a2a5ab122 |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples:
      | code       | meaning             | result             | encoding     | operation   |
      | 0x3ab50633 | aes64ds a2, a0, a1  | 0x0f939cc139fdc017 | aes64ds_enc  | aes64ds_op  |
      | 0x3eb50633 | aes64dsm a2, a0, a1 | 0x61706bbb2760f8ac | aes64dsm_enc | aes64dsm_op |
      | 0x30051613 | aes64im a2, a0      | 0x851bd1470d9359cf | aes64im_enc  | aes64im_op  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | aes64ds  |
      | aes64dsm |
      | aes64im  |
