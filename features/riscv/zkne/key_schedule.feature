@ext:Zkne|Zknd
Feature: The AES key schedule
  aes64ks1i takes the high word of rs1, the last word of a key: RotWord, SubWord and the round constant
  of a step from 0 to 9, twice in rd. Step 10 is SubWord alone, for keys of 256 bits. aes64ks2 adds
  words up.

  Scenario Outline: aes64ks1i of <a>, step <rnum>, gives <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0, <rnum>"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the key of FIPS 197, appendix A.1
      | insn      | a                  | rnum | result             | rules        |
      | aes64ks1i | 0x3c4fcf098815f7ab | 0    | 0x01eb848b01eb848b | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 1    | 0x01eb848801eb8488 | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 2    | 0x01eb848e01eb848e | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 3    | 0x01eb848201eb8482 | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 4    | 0x01eb849a01eb849a | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 5    | 0x01eb84aa01eb84aa | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 6    | 0x01eb84ca01eb84ca | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 7    | 0x01eb840a01eb840a | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 8    | 0x01eb849101eb8491 | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 9    | 0x01eb84bc01eb84bc | aes64ks1i_op |
      | aes64ks1i | 0x3c4fcf098815f7ab | 10   | 0xeb848a01eb848a01 | aes64ks1i_op |

    Examples: the low word makes no difference
      | insn      | a                  | rnum | result             | rules        |
      | aes64ks1i | 0xffffffff         | 0    | 0x6363636263636362 | aes64ks1i_op |
      | aes64ks1i | 0xffffffff         | 9    | 0x6363635563636355 | aes64ks1i_op |
      | aes64ks1i | 0xffffffff         | 10   | 0x6363636363636363 | aes64ks1i_op |
      | aes64ks1i | 0x5353535300000000 | 0    | 0xedededecedededec | aes64ks1i_op |
      | aes64ks1i | 0x5353535300000000 | 9    | 0xedededdbedededdb | aes64ks1i_op |
      | aes64ks1i | 0x5353535300000000 | 10   | 0xedededededededed | aes64ks1i_op |
      | aes64ks1i | 0x53535353ffffffff | 0    | 0xedededecedededec | aes64ks1i_op |
      | aes64ks1i | 0x53535353ffffffff | 9    | 0xedededdbedededdb | aes64ks1i_op |
      | aes64ks1i | 0x53535353ffffffff | 10   | 0xedededededededed | aes64ks1i_op |

    Examples: bytes move by one place
      | insn      | a                  | rnum | result             | rules        |
      | aes64ks1i | 0x0302010000000000 | 0    | 0x637b777d637b777d | aes64ks1i_op |
      | aes64ks1i | 0x0302010000000000 | 8    | 0x637b7767637b7767 | aes64ks1i_op |
      | aes64ks1i | 0x0302010000000000 | 10   | 0x7b777c637b777c63 | aes64ks1i_op |
      | aes64ks1i | 0x0000000100000000 | 0    | 0x7c6363627c636362 | aes64ks1i_op |
      | aes64ks1i | 0x0000000100000000 | 8    | 0x7c6363787c636378 | aes64ks1i_op |
      | aes64ks1i | 0x0000000100000000 | 10   | 0x6363637c6363637c | aes64ks1i_op |
      | aes64ks1i | 0x0100000000000000 | 0    | 0x637c6362637c6362 | aes64ks1i_op |
      | aes64ks1i | 0x0100000000000000 | 8    | 0x637c6378637c6378 | aes64ks1i_op |
      | aes64ks1i | 0x0100000000000000 | 10   | 0x7c6363637c636363 | aes64ks1i_op |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: words are added up
      | insn     | a                  | b                  | result             | rules       |
      | aes64ks2 | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x9abcdef064606468 | aes64ks2_op |
      | aes64ks2 | 0xffffffff         | 0                  | 0                  | aes64ks2_op |
      | aes64ks2 | 0xffffffff00000000 | 0                  | 0xffffffffffffffff | aes64ks2_op |
      | aes64ks2 | 0                  | 0xffffffff         | 0xffffffffffffffff | aes64ks2_op |
      | aes64ks2 | 0                  | 0xffffffff00000000 | 0xffffffff00000000 | aes64ks2_op |
      | aes64ks2 | 0xffffffffffffffff | 0xffffffffffffffff | 0xffffffff00000000 | aes64ks2_op |
      | aes64ks2 | 0x0000000100000000 | 0x0000000100000000 | 1                  | aes64ks2_op |
      | aes64ks2 | 0x8b84eb018b84eb01 | 0xa6d2ae2816157e2b | 0x3b433b029d91952a | aes64ks2_op |

  @rule:aes64ks1i_op @rule:aes64ks2_op
  Scenario: The expanded key of FIPS 197, appendix A.1
    Given t0 = 0xa6d2ae2816157e2b and t1 = 0x3c4fcf098815f7ab
    When the hart executes
      """
      aes64ks1i t4, t1, 0; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 1; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 2; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 3; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 4; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 5; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 6; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 7; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 8; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      aes64ks1i t4, t1, 9; aes64ks2 t0, t4, t0; aes64ks2 t1, t0, t1
      """
    Then t0 = 0x8925eec9a8f914d0 and t1 = 0xa60c63b6c80c3fe1
    And no trap is taken

  @rule:zkne_shared_instr
  Scenario: The key schedule is there for encryption
    Given a0 = 0x0000000100000000 and a1 = 2
    When the hart executes "aes64ks1i a2, a0, 10; aes64ks2 a3, a0, a1"
    Then a2 = 0x6363637c6363637c and a3 = 0x0000000300000003
    And no trap is taken
    And nothing else changes but a3

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 0xfedcba9876543210
    When the hart executes ".word <code>"
    Then no trap is taken [<encoding>]
    And a2 = <result> [<operation>]
    And nothing else changes [<operation>]

    Examples: of Zknd too
      | code       | meaning              | result             | encoding      | operation    |
      | 0x7eb50633 | aes64ks2 a2, a0, a1  | 0x9abcdef064606468 | aes64ks2_enc  | aes64ks2_op  |
      | 0x31051613 | aes64ks1i a2, a0, 0  | 0xbcc918b0bcc918b0 | aes64ks1i_enc | aes64ks1i_op |
      | 0x31551613 | aes64ks1i a2, a0, 5  | 0xbcc91891bcc91891 | aes64ks1i_enc | aes64ks1i_op |
      | 0x31a51613 | aes64ks1i a2, a0, 10 | 0xc918b1bcc918b1bc | aes64ks1i_enc | aes64ks1i_op |

    @ext:Zkne
    Examples: of Zkne alone
      | code       | meaning             | result             | encoding     | operation   |
      | 0x32b50633 | aes64es a2, a0, a1  | 0xb88623bcbb20b18c | aes64es_enc  | aes64es_op  |
      | 0x36b50633 | aes64esm a2, a0, a1 | 0x115bd33873ab2e50 | aes64esm_enc | aes64esm_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | aes64ks1i |
      | aes64ks2  |
