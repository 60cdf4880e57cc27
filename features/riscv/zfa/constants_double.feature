@ext:Zfa @ext:D
Feature: Constants in binary64
  fli writes one of 32 values and sets no flag.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | fli.d |

  @rule:fli-d_op
  Scenario Outline: fli.d of entry <entry> gives <value>
    Given fcsr = 0x60
    When the hart executes "fli.d fa2, <entry>"
    Then fa2 = <result>
    And fcsr = 0x60
    And nothing else changes but fs
    And no trap is taken

    Examples:
      | entry | value                      | result             |
      | 0     | -1                         | 0xbff0000000000000 |
      | 1     | the smallest normal number | 0x0010000000000000 |
      | 2     | 1/65536                    | 0x3ef0000000000000 |
      | 3     | 1/32768                    | 0x3f00000000000000 |
      | 4     | 1/256                      | 0x3f70000000000000 |
      | 5     | 1/128                      | 0x3f80000000000000 |
      | 6     | 1/16                       | 0x3fb0000000000000 |
      | 7     | 1/8                        | 0x3fc0000000000000 |
      | 8     | 1/4                        | 0x3fd0000000000000 |
      | 9     | 5/16                       | 0x3fd4000000000000 |
      | 10    | 3/8                        | 0x3fd8000000000000 |
      | 11    | 7/16                       | 0x3fdc000000000000 |
      | 12    | 1/2                        | 0x3fe0000000000000 |
      | 13    | 5/8                        | 0x3fe4000000000000 |
      | 14    | 3/4                        | 0x3fe8000000000000 |
      | 15    | 7/8                        | 0x3fec000000000000 |
      | 16    | 1                          | 0x3ff0000000000000 |
      | 17    | 5/4                        | 0x3ff4000000000000 |
      | 18    | 3/2                        | 0x3ff8000000000000 |
      | 19    | 7/4                        | 0x3ffc000000000000 |
      | 20    | 2                          | 0x4000000000000000 |
      | 21    | 5/2                        | 0x4004000000000000 |
      | 22    | 3                          | 0x4008000000000000 |
      | 23    | 4                          | 0x4010000000000000 |
      | 24    | 8                          | 0x4020000000000000 |
      | 25    | 16                         | 0x4030000000000000 |
      | 26    | 128                        | 0x4060000000000000 |
      | 27    | 256                        | 0x4070000000000000 |
      | 28    | 32768                      | 0x40e0000000000000 |
      | 29    | 65536                      | 0x40f0000000000000 |
      | 30    | infinity                   | 0x7ff0000000000000 |
      | 31    | the canonical NaN          | 0x7ff8000000000000 |
