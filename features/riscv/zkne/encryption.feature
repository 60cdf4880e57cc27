@ext:Zkne
Feature: AES encryption
  Two registers hold the state: byte 0 is the least significant of the first, as FIPS 197 writes it
  from the left. One instruction gives one half of the next state; with its sources in reverse order
  it gives the other half.

  Scenario Outline: <insn> of the state <a>, <b> gives the half <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: round 1 of the example of FIPS 197, appendix B
      | insn     | a                  | b                  | result             | rules       |
      | aes64es  | 0x2be2f4a0bee33d19 | 0x0848f8e92a8dc69a | 0xae52b4e0305dbfd4 | aes64es_op  |
      | aes64es  | 0x0848f8e92a8dc69a | 0x2be2f4a0bee33d19 | 0xe598271ef11141b8 | aes64es_op  |
      | aes64esm | 0x2be2f4a0bee33d19 | 0x0848f8e92a8dc69a | 0x9a19cbe0e5816604 | aes64esm_op |
      | aes64esm | 0x0848f8e92a8dc69a | 0x2be2f4a0bee33d19 | 0x4c2606287ad3f848 | aes64esm_op |

    Examples: the final round: ShiftRows and SubBytes
      | insn    | a                  | b                  | result             | rules      |
      | aes64es | 0                  | 0                  | 0x6363636363636363 | aes64es_op |
      | aes64es | 0xffffffffffffffff | 0xffffffffffffffff | 0x1616161616161616 | aes64es_op |
      | aes64es | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xb88623bcbb20b18c | aes64es_op |
      | aes64es | 0x5353535353535353 | 0                  | 0xed6363ed6363eded | aes64es_op |
      | aes64es | 0                  | 0x5252525252525252 | 0x6300006300006363 | aes64es_op |
      | aes64es | 1                  | 0                  | 0x636363636363637c | aes64es_op |
      | aes64es | 0                  | 1                  | 0x6363636363636363 | aes64es_op |
      | aes64es | 0x0000010000000000 | 0                  | 0x6363636363637c63 | aes64es_op |
      | aes64es | 0                  | 0x1000000          | 0x6363636363636363 | aes64es_op |
      | aes64es | 0x8000000000000000 | 0                  | 0x6363636363636363 | aes64es_op |
      | aes64es | 0x0706050403020100 | 0x0f0e0d0c0b0a0908 | 0x7bab01f276676b63 | aes64es_op |

    Examples: the middle rounds: MixColumns as well
      | insn     | a                  | b                  | result             | rules       |
      | aes64esm | 0                  | 0                  | 0x6363636363636363 | aes64esm_op |
      | aes64esm | 0xffffffffffffffff | 0xffffffffffffffff | 0x1616161616161616 | aes64esm_op |
      | aes64esm | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x115bd33873ab2e50 | aes64esm_op |
      | aes64esm | 0x5353535353535353 | 0                  | 0xed6463ea6463eaed | aes64esm_op |
      | aes64esm | 0                  | 0x5252525252525252 | 0x63c600a5c600a563 | aes64esm_op |
      | aes64esm | 1                  | 0                  | 0x63636363427c7c5d | aes64esm_op |
      | aes64esm | 0                  | 1                  | 0x6363636363636363 | aes64esm_op |
      | aes64esm | 0x0000010000000000 | 0                  | 0x636363637c7c5d42 | aes64esm_op |
      | aes64esm | 0                  | 0x1000000          | 0x6363636363636363 | aes64esm_op |
      | aes64esm | 0x8000000000000000 | 0                  | 0x6363636363636363 | aes64esm_op |
      | aes64esm | 0x0706050403020100 | 0x0f0e0d0c0b0a0908 | 0x51336d2c455c6a6a | aes64esm_op |

  @rule:aes64es_op @rule:aes64esm_op @rule:aes64ks1i_op @rule:aes64ks2_op
  Scenario: AES-128 of the example vector of FIPS 197, appendix C.1
    Given a0 = 0x7766554433221100 and a1 = 0xffeeddccbbaa9988
    And t0 = 0x0706050403020100 and t1 = 0x0f0e0d0c0b0a0908
    When the hart executes
      """
      xor a0, a0, t0; xor a1, a1, t1
      aes64ks1i t4, t1, 0; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 1; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 2; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 3; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 4; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 5; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 6; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 7; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 8; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 9; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64es a2, a0, a1; aes64es a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      """
    Then a0 = 0x30047b6ad8e0c469 and a1 = 0x5ac5b47080b7cdd8
    And no trap is taken
    And every outcome is one the specification allows

  @rule:aes64es_op @rule:aes64esm_op @rule:aes64ks1i_op @rule:aes64ks2_op
  Scenario: AES-192 of the example vector of FIPS 197, appendix C.2
    Given a0 = 0x7766554433221100 and a1 = 0xffeeddccbbaa9988
    And t0 = 0x0706050403020100 and t1 = 0x0f0e0d0c0b0a0908 and t2 = 0x1716151413121110
    When the hart executes
      """
      xor a0, a0, t0; xor a1, a1, t1
      mv t3, t2
      aes64ks1i t4, t2, 0; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t3; xor a1, a3, t0
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t1; xor a1, a3, t2
      aes64ks1i t4, t2, 1; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      mv t3, t2
      aes64ks1i t4, t2, 2; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t3; xor a1, a3, t0
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t1; xor a1, a3, t2
      aes64ks1i t4, t2, 3; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      mv t3, t2
      aes64ks1i t4, t2, 4; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t3; xor a1, a3, t0
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t1; xor a1, a3, t2
      aes64ks1i t4, t2, 5; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      mv t3, t2
      aes64ks1i t4, t2, 6; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t3; xor a1, a3, t0
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t1; xor a1, a3, t2
      aes64ks1i t4, t2, 7; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1; aes64ks2 t2, t1, t2
      aes64es a2, a0, a1; aes64es a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      """
    Then a0 = 0xe0df4c86a47ca9dd and a1 = 0x91710deca070af6e
    And no trap is taken
    And every outcome is one the specification allows

  @rule:aes64es_op @rule:aes64esm_op @rule:aes64ks1i_op @rule:aes64ks2_op
  Scenario: AES-256 of the example vector of FIPS 197, appendix C.3
    Given a0 = 0x7766554433221100 and a1 = 0xffeeddccbbaa9988
    And t0 = 0x0706050403020100 and t1 = 0x0f0e0d0c0b0a0908 and t2 = 0x1716151413121110 and t3 = 0x1f1e1d1c1b1a1918
    When the hart executes
      """
      xor a0, a0, t0; xor a1, a1, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 0; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 1; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 2; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 3; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 4; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 5; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      aes64ks1i t4, t1, 10; aes64ks2 t2, t4, t2; aes64ks2 t3, t2, t3
      aes64esm a2, a0, a1; aes64esm a3, a1, a0; xor a0, a2, t2; xor a1, a3, t3
      aes64ks1i t4, t3, 6; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64es a2, a0, a1; aes64es a3, a1, a0; xor a0, a2, t0; xor a1, a3, t1
      """
    Then a0 = 0xbf456751cab7a28e and a1 = 0x8960494b9049fcea
    And no trap is taken
    And every outcome is one the specification allows

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | aes64es  |
      | aes64esm |
