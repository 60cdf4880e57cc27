@ext:Zfa
Feature: Constants in binary32
  fli writes one of 32 values and sets no flag.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | fli.s |

  @rule:fli-s_op
  Scenario Outline: fli.s of entry <entry> gives <value>
    Given fcsr = 0x60
    When the hart executes "fli.s fa2, <entry>"
    Then fa2 = <result>
    And fcsr = 0x60
    And nothing else changes but fs
    And no trap is taken

    Examples:
      | entry | value                      | result             |
      | 0     | -1                         | 0xffffffffbf800000 |
      | 1     | the smallest normal number | 0xffffffff00800000 |
      | 2     | 1/65536                    | 0xffffffff37800000 |
      | 3     | 1/32768                    | 0xffffffff38000000 |
      | 4     | 1/256                      | 0xffffffff3b800000 |
      | 5     | 1/128                      | 0xffffffff3c000000 |
      | 6     | 1/16                       | 0xffffffff3d800000 |
      | 7     | 1/8                        | 0xffffffff3e000000 |
      | 8     | 1/4                        | 0xffffffff3e800000 |
      | 9     | 5/16                       | 0xffffffff3ea00000 |
      | 10    | 3/8                        | 0xffffffff3ec00000 |
      | 11    | 7/16                       | 0xffffffff3ee00000 |
      | 12    | 1/2                        | 0xffffffff3f000000 |
      | 13    | 5/8                        | 0xffffffff3f200000 |
      | 14    | 3/4                        | 0xffffffff3f400000 |
      | 15    | 7/8                        | 0xffffffff3f600000 |
      | 16    | 1                          | 0xffffffff3f800000 |
      | 17    | 5/4                        | 0xffffffff3fa00000 |
      | 18    | 3/2                        | 0xffffffff3fc00000 |
      | 19    | 7/4                        | 0xffffffff3fe00000 |
      | 20    | 2                          | 0xffffffff40000000 |
      | 21    | 5/2                        | 0xffffffff40200000 |
      | 22    | 3                          | 0xffffffff40400000 |
      | 23    | 4                          | 0xffffffff40800000 |
      | 24    | 8                          | 0xffffffff41000000 |
      | 25    | 16                         | 0xffffffff41800000 |
      | 26    | 128                        | 0xffffffff43000000 |
      | 27    | 256                        | 0xffffffff43800000 |
      | 28    | 32768                      | 0xffffffff47000000 |
      | 29    | 65536                      | 0xffffffff47800000 |
      | 30    | infinity                   | 0xffffffff7f800000 |
      | 31    | the canonical NaN          | 0xffffffff7fc00000 |
