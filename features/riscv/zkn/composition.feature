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
  Scenario Outline: <insn> writes its destination alone
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210 and a2 = -1
    When the hart executes "<insn>"
    Then nothing changes but a2

    Examples:
      | insn                 |
      | aes64esm a2, a0, a1  |
      | aes64dsm a2, a0, a1  |
      | aes64ks1i a2, a0, 3  |
      | aes64ks2 a2, a0, a1  |
      | aes64im a2, a0       |
      | sha256sig0 a2, a0    |
      | sha512sum1 a2, a0    |

  @rule:zk_scalar_xreg_op
  Scenario Outline: <insn> reads its sources alone: the result does not depend on what the destination and other registers held
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210
    And a2 = -1 and a3 = 0x0123456701234567 and a4 = 5 and a5 = 0x7777777777777777 and a6 = 0
    When the hart executes "<insn> a2, <sources>; addi a4, a4, 2; not a5, a5; <insn> a3, <sources>; xor a6, a2, a3"
    Then a6 = 0

    Examples:
      | insn       | sources |
      | aes64es    | a0, a1  |
      | aes64esm   | a0, a1  |
      | aes64ds    | a0, a1  |
      | aes64dsm   | a0, a1  |
      | aes64ks1i  | a0, 3   |
      | aes64ks2   | a0, a1  |
      | aes64im    | a0      |
      | sha256sig0 | a0      |
      | sha256sum1 | a0      |
      | sha512sig1 | a0      |
      | sha512sum1 | a0      |
