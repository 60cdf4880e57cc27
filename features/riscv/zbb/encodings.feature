@ext:Zbb|Zbkb
Feature: Encodings of basic bit manipulation
  Codes read from the manual's tables, with rd = a2, rs1 = a0 and rs2 = a1.

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x8000f0008badf0a0 and a1 = 0x123456789abcde25
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples: of Zbkb too
      | code       | meaning         | result             | encoding  | operation |
      | 0x40b57633 | andn a2, a0, a1 | 0x8000a00001012080 | andn_enc  | andn_op   |
      | 0x40b56633 | orn a2, a0, a1  | 0xedcbf987efeff1fa | orn_enc   | orn_op    |
      | 0x40b54633 | xnor a2, a0, a1 | 0x6dcb5987eeeed17a | xnor_enc  | xnor_op   |
      | 0x60b51633 | rol a2, a0, a1  | 0x75be1410001e0011 | rol_enc   | rol_op    |
      | 0x60b5163b | rolw a2, a0, a1 | 0x75be1411         | rolw_enc  | rolw_op   |
      | 0x60b55633 | ror a2, a0, a1  | 0x045d6f8504000780 | ror_enc   | ror_op    |
      | 0x60b5563b | rorw a2, a0, a1 | 0x45d6f85          | rorw_enc  | rorw_op   |
      | 0x6b855613 | rev8 a2, a0     | 0xa0f0ad8b00f00080 | rev8_enc  | rev8_op   |
      | 0x60555613 | rori a2, a0, 5  | 0x04000780045d6f85 | rori_enc  | rori_op   |
      | 0x62555613 | rori a2, a0, 37 | 0x045d6f8504000780 | rori_enc  | rori_op   |
      | 0x6055561b | roriw a2, a0, 5 | 0x45d6f85          | roriw_enc | roriw_op  |

    @ext:Zbb
    Examples: of Zbb alone
      | code       | meaning         | result             | encoding   | operation |
      | 0x60051613 | clz a2, a0      | 0                  | clz_enc    | clz_op    |
      | 0x6005161b | clzw a2, a0     | 0                  | clzw_enc   | clzw_op   |
      | 0x60151613 | ctz a2, a0      | 5                  | ctz_enc    | ctz_op    |
      | 0x6015161b | ctzw a2, a0     | 5                  | ctzw_enc   | ctzw_op   |
      | 0x60251613 | cpop a2, a0     | 20                 | cpop_enc   | cpop_op   |
      | 0x6025161b | cpopw a2, a0    | 15                 | cpopw_enc  | cpopw_op  |
      | 0x0ab56633 | max a2, a0, a1  | 0x123456789abcde25 | max_enc    | max_op    |
      | 0x0ab57633 | maxu a2, a0, a1 | 0x8000f0008badf0a0 | maxu_enc   | maxu_op   |
      | 0x0ab54633 | min a2, a0, a1  | 0x8000f0008badf0a0 | min_enc    | min_op    |
      | 0x0ab55633 | minu a2, a0, a1 | 0x123456789abcde25 | minu_enc   | minu_op   |
      | 0x60451613 | sext.b a2, a0   | 0xffffffffffffffa0 | sext_b_enc | sext_b_op |
      | 0x60551613 | sext.h a2, a0   | 0xfffffffffffff0a0 | sext_h_enc | sext_h_op |
      | 0x0805463b | zext.h a2, a0   | 0xf0a0             | zext_h_enc | zext_h_op |
      | 0x28755613 | orc.b a2, a0    | 0xff00ff00ffffffff | orc_b_enc  | orc_b_op  |
