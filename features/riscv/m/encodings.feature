@ext:M
Feature: The encodings of multiplication and division
  Each instruction as a number: funct7 is 1, funct3 tells them apart, the opcode is OP for doublewords
  and OP-32 for words. No two of them give the same result for these operands.

  Scenario Outline: The code <code> is <insn> a2, a0, a1
    Given a0 = 0xfedcba98f6543210 and a1 = 0x9234567801234567
    When the hart executes ".word <code>"
    Then a2 = <result> [<insn>_enc]
    And no trap is taken [<insn>_enc]
    And nothing else changes [<insn>_enc]

    Examples:
      | insn   | code       | result             |
      | mul    | 0x02b50633 | 0x30832724b58e7470 |
      | mulh   | 0x02b51633 | 0x007cec45cb5f6aa4 |
      | mulhsu | 0x02b52633 | 0xff59a6dec1b39cb4 |
      | mulhu  | 0x02b53633 | 0x918dfd56c2d6e21b |
      | div    | 0x02b54633 | 0x0000000000000000 |
      | divu   | 0x02b55633 | 0x0000000000000001 |
      | rem    | 0x02b56633 | 0xfedcba98f6543210 |
      | remu   | 0x02b57633 | 0x6ca86420f530eca9 |
      | mulw   | 0x02b5063b | 0xffffffffb58e7470 |
      | divw   | 0x02b5463b | 0xfffffffffffffff8 |
      | divuw  | 0x02b5563b | 0x00000000000000d8 |
      | remw   | 0x02b5663b | 0xffffffffff6e5d48 |
      | remuw  | 0x02b5763b | 0x000000000091a328 |
