@ext:Zic64b @ext:Zicboz
Feature: Zeroing a cache block
  cbo.zero stores zeros to all the bytes of the cache block that holds the address in rs1, which need not
  be aligned.

  @rule:cbo-zero_op @rule:cbo-zero_unaligned @rule:cbo-zero_specified_block @rule:no_addr_misaligned_excep
  Scenario Outline: cbo.zero at offset <offset> zeroes the block of bytes 128 to 191
    Given envcfg has CBZE = 1
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then test data + 128 holds 0 and test data + 136 holds 0 and test data + 144 holds 0 and test data + 152 holds 0 and test data + 160 holds 0 and test data + 168 holds 0 and test data + 176 holds 0 and test data + 184 holds 0
    And no trap is taken
    And nothing else changes

    Examples:
      | offset |
      | 128    |
      | 129    |
      | 130    |
      | 132    |
      | 136    |
      | 144    |
      | 151    |
      | 160    |
      | 161    |
      | 176    |
      | 184    |
      | 187    |
      | 190    |
      | 191    |

  @rule:cbo-zero_op @rule:cbo-zero_specified_block
  Scenario Outline: cbo.zero at offset <offset> zeroes the first block of the data, and nothing beyond
    Given envcfg has CBZE = 1
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then test data + 0 holds 0 and test data + 8 holds 0 and test data + 16 holds 0 and test data + 24 holds 0 and test data + 32 holds 0 and test data + 40 holds 0 and test data + 48 holds 0 and test data + 56 holds 0
    And no trap is taken
    And nothing else changes

    Examples:
      | offset |
      | 0      |
      | 33     |
      | 63     |

  @rule:cbo-zero_op @rule:cbo-zero_specified_block
  Scenario Outline: cbo.zero at offset <offset> zeroes the last block of the data, and nothing beyond
    Given envcfg has CBZE = 1
    And a1 = test data + <offset>
    When the hart executes "cbo.zero (a1)"
    Then test data + 448 holds 0 and test data + 456 holds 0 and test data + 464 holds 0 and test data + 472 holds 0 and test data + 480 holds 0 and test data + 488 holds 0 and test data + 496 holds 0 and test data + 504 holds 0
    And no trap is taken
    And nothing else changes

    Examples:
      | offset |
      | 448    |
      | 481    |
      | 511    |

  @rule:cbo-zero_op
  Scenario: Loads that follow see the zeros, and stores that follow stay
    Given envcfg has CBZE = 1
    And a0 = -1 and a1 = test data + 64
    When the hart executes
      """
      sd a0, 0(a1)
      sd a0, 56(a1)
      cbo.zero (a1)
      ld a2, 0(a1)
      ld a3, 56(a1)
      sb a0, 7(a1)
      ld a4, 0(a1)
      """
    Then a2 = 0 and a3 = 0 and a4 = 0xff00000000000000
    And no trap is taken

  @rule:cbo-zero_op
  Scenario: Zeroing twice is zeroing once
    Given envcfg has CBZE = 1
    And a1 = test data + 70
    When the hart executes "cbo.zero (a1); cbo.zero (a1)"
    Then test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0 and test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And no trap is taken
    And nothing else changes

  @rule:cbo-zero_specified_block
  Scenario Outline: The address is what x<register> holds
    Given envcfg has CBZE = 1
    And x<register> = test data + 100
    When the hart executes "cbo.zero (x<register>)"
    Then test data + 64 holds 0 and test data + 72 holds 0 and test data + 80 holds 0 and test data + 88 holds 0 and test data + 96 holds 0 and test data + 104 holds 0 and test data + 112 holds 0 and test data + 120 holds 0
    And no trap is taken
    And nothing else changes

    Examples:
      | register |
      | 1        |
      | 2        |
      | 5        |
      | 8        |
      | 15       |
      | 16       |
      | 31       |

  Scenario: cbo.zero does what the standard defines
    Given envcfg has CBZE = 1
    When the hart executes "cbo.zero" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

  @rule:cbo-zero_op
  Scenario: A message of zeros is there before its flag
    In machine mode, where no envcfg has a say.
    Given two harts
    And the hart runs in machine mode
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds -1 and test data + 120 holds -1 and test data + 192 holds 0
    When hart 0 executes
      """
      cbo.zero (s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, r
      ld a1, 0(s0)
      ld a2, 56(s0)
      """
    Then never hart 1: a0 = 1 and a1 != 0
    And never hart 1: a0 = 1 and a2 != 0
    And always test data + 64 holds 0 and test data + 120 holds 0
