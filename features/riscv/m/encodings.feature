@ext:M
Feature: The encodings of multiplication and division
  Each instruction as a number: funct7 is 1, funct3 tells them apart, the opcode is OP for doublewords
  and OP-32 for words. No two of them give the same result for these operands.

  Scenario Outline: The code <code> is <insn> a2, a0, a1
    Given a0 = 0x9edcba98a6543210 and a1 = 0xf1234567e9abcdef
    When the hart executes ".word <code>"
    Then a2 = <result> [<insn>_enc]
    And no trap is taken [<insn>_enc]
    And nothing else changes [<insn>_enc]

    Examples:
      | insn   | code       | result             |
      | mul    | 0x02b50633 | 0x2a66a1f2b5618cf0 |
      | mulh   | 0x02b51633 | 0x05a3aee8a18fbbf5 |
      | mulhsu | 0x02b52633 | 0xa480698147e3ee05 |
      | mulhu  | 0x02b53633 | 0x95a3aee9318fbbf4 |
      | div    | 0x02b54633 | 0x0000000000000006 |
      | divu   | 0x02b55633 | 0x0000000000000000 |
      | rem    | 0x02b56633 | 0xf8091a292c4d5e76 |
      | remu   | 0x02b57633 | 0x9edcba98a6543210 |
      | mulw   | 0x02b5063b | 0xffffffffb5618cf0 |
      | divw   | 0x02b5463b | 0x0000000000000004 |
      | divuw  | 0x02b5563b | 0x0000000000000000 |
      | remw   | 0x02b5663b | 0xffffffffffa4fa54 |
      | remuw  | 0x02b5763b | 0xffffffffa6543210 |
