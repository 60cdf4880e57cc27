@ext:Zbb
Feature: Encodings of basic bit manipulation
  Codes read from the manual's tables, with rd = a2, rs1 = a0 and rs2 = a1.

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x8000f0008badf0a0 and a1 = 0x123456789abcde25
    When the hart executes ".word <code>"
    Then a2 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | code       | meaning         | result             | rule       |
      | 0x40b57633 | andn a2, a0, a1 | 0x8000a00001012080 | andn_enc   |
      | 0x40b56633 | orn a2, a0, a1  | 0xedcbf987efeff1fa | orn_enc    |
      | 0x40b54633 | xnor a2, a0, a1 | 0x6dcb5987eeeed17a | xnor_enc   |
      | 0x60051613 | clz a2, a0      | 0                  | clz_enc    |
      | 0x6005161b | clzw a2, a0     | 0                  | clzw_enc   |
      | 0x60151613 | ctz a2, a0      | 5                  | ctz_enc    |
      | 0x6015161b | ctzw a2, a0     | 5                  | ctzw_enc   |
      | 0x60251613 | cpop a2, a0     | 20                 | cpop_enc   |
      | 0x6025161b | cpopw a2, a0    | 15                 | cpopw_enc  |
      | 0x0ab56633 | max a2, a0, a1  | 0x123456789abcde25 | max_enc    |
      | 0x0ab57633 | maxu a2, a0, a1 | 0x8000f0008badf0a0 | maxu_enc   |
      | 0x0ab54633 | min a2, a0, a1  | 0x8000f0008badf0a0 | min_enc    |
      | 0x0ab55633 | minu a2, a0, a1 | 0x123456789abcde25 | minu_enc   |
      | 0x60451613 | sext.b a2, a0   | 0xffffffffffffffa0 | sext_b_enc |
      | 0x60551613 | sext.h a2, a0   | 0xfffffffffffff0a0 | sext_h_enc |
      | 0x0805463b | zext.h a2, a0   | 0xf0a0             | zext_h_enc |
      | 0x60b51633 | rol a2, a0, a1  | 0x75be1410001e0011 | rol_enc    |
      | 0x60b5163b | rolw a2, a0, a1 | 0x75be1411         | rolw_enc   |
      | 0x60b55633 | ror a2, a0, a1  | 0x045d6f8504000780 | ror_enc    |
      | 0x60b5563b | rorw a2, a0, a1 | 0x45d6f85          | rorw_enc   |
      | 0x28755613 | orc.b a2, a0    | 0xff00ff00ffffffff | orc_b_enc  |
      | 0x6b855613 | rev8 a2, a0     | 0xa0f0ad8b00f00080 | rev8_enc   |
      | 0x60555613 | rori a2, a0, 5  | 0x04000780045d6f85 | rori_enc   |
      | 0x62555613 | rori a2, a0, 37 | 0x045d6f8504000780 | rori_enc   |
      | 0x6055561b | roriw a2, a0, 5 | 0x45d6f85          | roriw_enc  |
