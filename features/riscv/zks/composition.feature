@ext:Zks
Feature: The ShangMi algorithm suite
  Zks is another name for Zbkb, Zbkc, Zbkx, Zksed and Zksh together.

  @rule:zks_impl_all
  Scenario: Instructions of all five are there
    Given a0 = 0x0706050403020100 and a1 = 0x0f0e0d0c0b0a0908
    When the hart executes
      """
      brev8 a2, a0
      clmul a3, a0, a1
      xperm8 a4, a1, a0
      sm4ed a5, a0, a1, 2
      sm3p0 a6, a1
      """
    Then a2 = 0xe060a020c0408000 and a3 = 0x003d082400190800 and a4 = 0x0f0e0d0c0b0a0908
    And a5 = 0x0000000017465150 and a6 = 0x000000000d080f0a
    And no trap is taken
