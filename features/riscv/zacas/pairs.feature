@ext:Zacas
Feature: Compare-and-swap of 128 bits
  amocas.q compares 16 bytes with the register pair rd, rd + 1 and stores the pair rs2, rs2 + 1: the
  lower doubleword belongs to the even register. A pair that starts at x0 is 128 zero bits as a source,
  and takes nothing as a destination.

  @rule:Zacas_rv64_amocas-q_op
  Scenario Outline: amocas.q with <low> and <high> to compare <does>
    Given test data + 32 holds 0x1111111122222222 and test data + 40 holds 0x3333333344444444
    And a0 = 0xaaaaaaaabbbbbbbb and a1 = 0xccccccccdddddddd and a2 = <low> and a3 = <high> and a4 = test data + 32
    When the hart executes "amocas.q a2, a0, (a4)"
    Then a2 = 0x1111111122222222
    And a3 = 0x3333333344444444
    And test data + 32 holds <new low>
    And test data + 40 holds <new high>
    And no trap is taken
    And nothing else changes

    Examples:
      | low                | high               | does                      | new low            | new high           |
      | 0x1111111122222222 | 0x3333333344444444 | stores both               | 0xaaaaaaaabbbbbbbb | 0xccccccccdddddddd |
      | 0x1111111122222223 | 0x3333333344444444 | stores neither            | 0x1111111122222222 | 0x3333333344444444 |
      | 0x1111111122222222 | 0x3333333344444445 | stores neither            | 0x1111111122222222 | 0x3333333344444444 |
      | 0x9111111122222222 | 0x3333333344444444 | stores neither            | 0x1111111122222222 | 0x3333333344444444 |
      | 0x1111111122222222 | 0xb333333344444444 | stores neither            | 0x1111111122222222 | 0x3333333344444444 |
      | 0x3333333344444444 | 0x1111111122222222 | does not exchange halves  | 0x1111111122222222 | 0x3333333344444444 |
      | 0                  | 0                  | stores neither            | 0x1111111122222222 | 0x3333333344444444 |

  @rule:Zacas_rv64_amocas-q_rs2_frst_reg_x0
  Scenario Outline: amocas.q with rs2 = x0 stores zeros, and not what ra holds, <when>
    Given test data + 32 holds 5 and test data + 40 holds 6
    And ra = 0x77 and a2 = 5 and a3 = <high> and a4 = test data + 32
    When the hart executes "amocas.q a2, x0, (a4)"
    Then a2 = 5
    And a3 = 6
    And test data + 32 holds <new low>
    And test data + 40 holds <new high>
    And no trap is taken
    And nothing else changes

    Examples:
      | high | when               | new low | new high |
      | 6    | if memory is equal | 0       | 0        |
      | 7    | never otherwise    | 5       | 6        |

  @rule:Zacas_rv64_amocas-q_rs2_frst_reg_x0 @rule:Zacas_rv64_amocas-q_rd_frst_reg_x0
  Scenario Outline: amocas.q with rd = x0 compares <low> and <high> with zeros, and writes no register
    Given test data + 32 holds <low> and test data + 40 holds <high>
    And ra = <ra> and a0 = 0xaaaaaaaabbbbbbbb and a1 = 0xccccccccdddddddd and a4 = test data + 32
    When the hart executes "amocas.q x0, a0, (a4); mv a5, x0"
    Then test data + 32 holds <new low>
    And test data + 40 holds <new high>
    And a5 = 0
    And ra = <ra>
    And no trap is taken
    And nothing else changes

    Examples:
      | low | high | ra | new low            | new high           |
      | 0   | 0    | 0  | 0xaaaaaaaabbbbbbbb | 0xccccccccdddddddd |
      | 0   | 0    | 9  | 0xaaaaaaaabbbbbbbb | 0xccccccccdddddddd |
      | 0   | 9    | 9  | 0                  | 9                  |
      | 9   | 0    | 9  | 9                  | 0                  |

  @rule:Zacas_rv64_amocas-q_op
  Scenario Outline: amocas.q <operands> works with every kind of even pair
    Given test data + 48 holds 1 and test data + 56 holds 2
    And <rd> = 1 and <rd high> = 2 and <rs2> = 3 and <rs2 high> = 4 and <rs1> = test data + 48
    When the hart executes "amocas.q <operands>"
    Then test data + 48 holds 3
    And test data + 56 holds 4
    And <rd> = 1
    And <rd high> = 2
    And no trap is taken
    And nothing else changes

    Examples:
      | operands       | rd  | rd high | rs2 | rs2 high | rs1 |
      | x2, x4, (x6)   | x2  | x3      | x4  | x5       | x6  |
      | x28, x26, (x1) | x28 | x29     | x26 | x27      | x1  |
      | x16, x30, (x3) | x16 | x17     | x30 | x31      | x3  |
      | x30, x8, (x10) | x30 | x31     | x8  | x9       | x10 |

  @rule:Zacas_rv64_amocas-q_op
  Scenario: The pair that is compared may be the pair that is stored
    Given test data + 32 holds 5 and test data + 40 holds 6
    And a2 = 5 and a3 = 7 and a4 = test data + 32
    When the hart executes "amocas.q a2, a2, (a4)"
    Then a2 = 5
    And a3 = 6
    And no trap is taken
    And nothing else changes

  @rule:Zacas_rv64_amocas-q_op
  Scenario Outline: The address may be in the <half> register of the pair that receives the old value
    Given test data + 32 holds 5 and test data + 40 holds 6
    And a0 = 1 and a1 = 2 and a2 = 0 and a3 = 0 and <rs1> = test data + 32
    When the hart executes "amocas.q a2, a0, (<rs1>)"
    Then a2 = 5
    And a3 = 6
    And no trap is taken
    And nothing else changes

    Examples:
      | half  | rs1 |
      | lower | a2  |
      | upper | a3  |

  @rule:Zacas_amocas_rs1_addr_alignment
  Scenario Outline: amocas.q at <offset>, which is no multiple of 16, traps, <whether>
    All 16 bytes cross a multiple of 64, so that no misaligned atomicity granule up to 64 holds them.
    Given test data + 48 holds 0 and test data + 56 holds 0 and test data + 64 holds 0 and test data + 72 holds 0
    And a0 = 1 and a1 = 2 and a2 = <compare> and a3 = 0 and a4 = test data + <offset>
    When the hart executes "amocas.q a2, a0, (a4)"
    Then a store/AMO address misaligned or store/AMO access fault exception is taken
    And tval = test data + <offset> or 0 [mtval_vaddr_wr1]
    And nothing changes

    Examples:
      | offset | compare | whether              |
      | 49     | 0       | where it would store |
      | 52     | 0       | where it would store |
      | 56     | 0       | where it would store |
      | 56     | 1       | where it would not   |
      | 60     | 1       | where it would not   |
      | 55     | 1       | where it would not   |

  @rule:Zacas_rv64_amocas-q_frst_pair_entry_reg_even
  Scenario Outline: amocas.q of an odd pair, .word <code>, is reserved
    Given test data + 32 holds 0 and test data + 40 holds 0
    And a4 = test data + 32
    When the hart executes ".word <code>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples: rd = a3 and rs2 = a0; rd = a2 and rs2 = a1; both odd
      | code       |
      | 0x28a746af |
      | 0x28b7462f |
      | 0x28b746af |
