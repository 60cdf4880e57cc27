@ext:Zkn
Feature: The NIST algorithm suite
  Zkn is another name for Zbkb, Zbkc, Zbkx, Zkne, Zknd and Zknh together.

  @rule:zkn_impl_all
  Scenario: Instructions of all six are there
    Given a0 = 0x0706050403020100 and a1 = 0x0f0e0d0c0b0a0908
    When the hart executes
      """
      brev8 a2, a0
      clmul a3, a0, a1
      xperm8 a4, a1, a0
      aes64es a5, a0, a1
      aes64ds a6, a0, a1
      sha512sum0 a7, a0
      """
    Then a2 = 0xe060a020c0408000 and a3 = 0x003d082400190800 and a4 = 0x0f0e0d0c0b0a0908
    And a5 = 0x7bab01f276676b63 and a6 = 0x9ed7093038a3f352 and a7 = 0x38e6944271afdd0b
    And no trap is taken

  @rule:zk_scalar_xreg_op
  Scenario Outline: <insn> reads its sources and writes its destination alone
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210 and a2 = -1
    When the hart executes "<insn>"
    Then nothing changes but a2
    And no trap is taken

    Examples:
      | insn                 |
      | aes64esm a2, a0, a1  |
      | aes64dsm a2, a0, a1  |
      | aes64ks1i a2, a0, 3  |
      | aes64ks2 a2, a0, a1  |
      | aes64im a2, a0       |
      | sha256sig0 a2, a0    |
      | sha512sum1 a2, a0    |
