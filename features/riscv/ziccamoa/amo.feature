@ext:Zaamo @ext:Ziccamoa
Feature: Main memory supports every AMO
  Cacheable and coherent main memory supports the arithmetic AMOs, and with them the logical ones and swap.

  @rule:ziccamoa_pma_amo_req
  Scenario Outline: <insn> works at offset <at> of main memory
    Given test data + <at> holds <size> <old>
    And a0 = 0x21 and a1 = test data + <at>
    When the hart executes "<insn> a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + <at> holds <size> <new>
    And no trap is taken
    And nothing else changes

    Examples:
      | insn      | at  | size       | old                | loaded             | new                |
      | amoadd.w  | 0   | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0x11               |
      | amoadd.d  | 64  | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x8000000100000011 |
      | amoswap.w | 120 | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0x21               |
      | amoswap.d | 248 | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x21               |
      | amoxor.w  | 504 | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0xffffffd1         |
      | amoxor.d  | 8   | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x80000000ffffffd1 |
      | amoand.w  | 56  | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0x20               |
      | amoand.d  | 448 | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x20               |
      | amoor.w   | 256 | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0xfffffff1         |
      | amoor.d   | 0   | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x80000000fffffff1 |
      | amomin.w  | 64  | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0xfffffff0         |
      | amomin.d  | 120 | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x80000000fffffff0 |
      | amomaxu.w | 248 | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0xfffffff0         |
      | amomaxu.d | 504 | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x80000000fffffff0 |
      | amomax.w  | 8   | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0x21               |
      | amomax.d  | 56  | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x21               |
      | amominu.w | 448 | word       | 0xfffffff0         | 0xfffffffffffffff0 | 0x21               |
      | amominu.d | 256 | doubleword | 0x80000000fffffff0 | 0x80000000fffffff0 | 0x21               |
