@ext:M
Feature: The encodings of multiplication and division
  Each instruction as a number: funct7 is 1, funct3 tells them apart, the opcode is OP for doublewords
  and OP-32 for words. No two of them give the same result for these operands.

  Scenario Outline: The code <code> is <insn> a2, a0, a1
    Given a0 = 0xfedcba98f6543210 and a1 = 0xe26aef49d5e6f7a4
    When the hart executes ".word <code>"
    Then a2 = <result> [<insn>_enc]
    And no trap is taken [<insn>_enc]
    And nothing else changes [<insn>_enc]

    Examples:
      | insn   | code       | result             |
      | mul    | 0x02b50633 | 0xdb31b385549d8240 |
      | mulh   | 0x02b51633 | 0x0021a87714aac50c |
      | mulhsu | 0x02b52633 | 0xfefe63100afef71c |
      | mulhu  | 0x02b53633 | 0xe1695259e0e5eec0 |
      | div    | 0x02b54633 | 0x0000000000000000 |
      | divu   | 0x02b55633 | 0x0000000000000001 |
      | rem    | 0x02b56633 | 0xfedcba98f6543210 |
      | remu   | 0x02b57633 | 0x1c71cb4f206d3a6c |
      | mulw   | 0x02b5063b | 0x00000000549d8240 |
      | divw   | 0x02b5463b | 0x0000000000000000 |
      | divuw  | 0x02b5563b | 0x0000000000000001 |
      | remw   | 0x02b5663b | 0xfffffffff6543210 |
      | remuw  | 0x02b5763b | 0x00000000206d3a6c |
