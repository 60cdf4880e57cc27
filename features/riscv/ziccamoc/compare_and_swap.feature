@ext:Zacas @ext:Ziccamoc
Feature: Main memory supports compare-and-swap
  Cacheable and coherent main memory supports amocas of every width.

  @rule:ziccamoc_pma_amo_req
  Scenario Outline: <insn> works at offset <at> of main memory
    Given test data + <at> holds 5 and test data + <upper> holds 6
    And a0 = 7 and a1 = <high> and a2 = 5 and a3 = 6 and a4 = test data + <at>
    When the hart executes "<insn> a2, a0, (a4)"
    Then a2 = 5
    And test data + <at> holds 7
    And test data + <upper> holds <high>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn     | at  | upper | high |
      | amocas.w | 0   | 8     | 6    |
      | amocas.w | 504 | 496   | 6    |
      | amocas.d | 64  | 72    | 6    |
      | amocas.d | 248 | 256   | 6    |
      | amocas.q | 0   | 8     | 9    |
      | amocas.q | 48  | 56    | 9    |
      | amocas.q | 496 | 504   | 9    |

  @rule:ziccamoc_pma_amo_req @ext:Zabha
  Scenario Outline: <insn> works at offset <at> of main memory too
    Given test data + <at> holds <size> 5
    And a0 = 7 and a2 = 5 and a4 = test data + <at>
    When the hart executes "<insn> a2, a0, (a4)"
    Then a2 = 5
    And test data + <at> holds <size> 7
    And no trap is taken
    And nothing else changes

    Examples:
      | insn     | at  | size     |
      | amocas.b | 63  | byte     |
      | amocas.b | 511 | byte     |
      | amocas.h | 64  | halfword |
      | amocas.h | 510 | halfword |
