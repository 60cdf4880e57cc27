@ext:Zfa @ext:Zfh|Zvfh
Feature: Constants in binary16
  fli writes one of 32 values and sets no flag.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | fli.h |

  @rule:fli-h_op
  Scenario Outline: fli.h of entry <entry> gives <value>
    Given fcsr = 0x60
    When the hart executes "fli.h fa2, <entry>"
    Then fa2 = <result>
    And fcsr = 0x60
    And nothing else changes but fs
    And no trap is taken

    Examples:
      | entry | value                         | result             |
      | 0     | -1                            | 0xffffffffffffbc00 |
      | 1     | the smallest normal number    | 0xffffffffffff0400 |
      | 2     | 1/65536                       | 0xffffffffffff0100 |
      | 3     | 1/32768                       | 0xffffffffffff0200 |
      | 4     | 1/256                         | 0xffffffffffff1c00 |
      | 5     | 1/128                         | 0xffffffffffff2000 |
      | 6     | 1/16                          | 0xffffffffffff2c00 |
      | 7     | 1/8                           | 0xffffffffffff3000 |
      | 8     | 1/4                           | 0xffffffffffff3400 |
      | 9     | 5/16                          | 0xffffffffffff3500 |
      | 10    | 3/8                           | 0xffffffffffff3600 |
      | 11    | 7/16                          | 0xffffffffffff3700 |
      | 12    | 1/2                           | 0xffffffffffff3800 |
      | 13    | 5/8                           | 0xffffffffffff3900 |
      | 14    | 3/4                           | 0xffffffffffff3a00 |
      | 15    | 7/8                           | 0xffffffffffff3b00 |
      | 16    | 1                             | 0xffffffffffff3c00 |
      | 17    | 5/4                           | 0xffffffffffff3d00 |
      | 18    | 3/2                           | 0xffffffffffff3e00 |
      | 19    | 7/4                           | 0xffffffffffff3f00 |
      | 20    | 2                             | 0xffffffffffff4000 |
      | 21    | 5/2                           | 0xffffffffffff4100 |
      | 22    | 3                             | 0xffffffffffff4200 |
      | 23    | 4                             | 0xffffffffffff4400 |
      | 24    | 8                             | 0xffffffffffff4800 |
      | 25    | 16                            | 0xffffffffffff4c00 |
      | 26    | 128                           | 0xffffffffffff5800 |
      | 27    | 256                           | 0xffffffffffff5c00 |
      | 28    | 32768                         | 0xffffffffffff7800 |
      | 29    | 65536, which is infinity here | 0xffffffffffff7c00 |
      | 30    | infinity                      | 0xffffffffffff7c00 |
      | 31    | the canonical NaN             | 0xffffffffffff7e00 |
