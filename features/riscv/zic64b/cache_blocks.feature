@ext:Zicboz @ext:Zic64b
Feature: Cache blocks of 64 bytes
  A cache block has 64 bytes and starts at a multiple of 64: zeroing shows where it ends.

  @rule:zic64b_cache_block_size
  Scenario Outline: Zeroing at offset <offset> spares the bytes <before> and <after>, and clears all between
    Given envcfg has CBZE = 1
    And test data + <before> holds byte 0xff and test data + <first> holds byte 0xff
    And test data + <last> holds byte 0xff and test data + <after> holds byte 0xff
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then test data + <before> holds byte 0xff
    And test data + <after> holds byte 0xff
    And test data + <first> holds byte 0
    And test data + <last> holds byte 0
    And no trap is taken

    Examples:
      | offset | before | first | last | after |
      | 64     | 63     | 64    | 127  | 128   |
      | 127    | 63     | 64    | 127  | 128   |
      | 128    | 127    | 128   | 191  | 192   |
      | 200    | 191    | 192   | 255  | 256   |
      | 288    | 255    | 256   | 319  | 320   |
      | 447    | 383    | 384   | 447  | 448   |
