@ext:Zca
Feature: Compressed jumps and branches
  Targets are any even distance away; a compressed call links to the instruction two bytes on; an
  indirect jump goes where the register says, with bit 0 cleared and nothing added.

  @rule:c-j_op @rule:Zca_offsets_mul2
  Scenario Outline: c.j jumps <distance> bytes ahead
    When the hart executes
      """
      c.j ahead
      .space <gap>
      ahead:
      li a0, 1
      """
    Then a0 = 1
    And no trap is taken
    And nothing else changes

    Examples:
      | distance | gap  |
      | 4        | 2    |
      | 6        | 4    |
      | 8        | 6    |
      | 16       | 14   |
      | 32       | 30   |
      | 64       | 62   |
      | 128      | 126  |
      | 256      | 254  |
      | 512      | 510  |
      | 1024     | 1022 |
      | 1366     | 1364 |
      | 2046     | 2044 |

  @rule:c-j_op @rule:Zca_offsets_mul2
  Scenario Outline: c.j jumps <distance> bytes back
    When the hart executes
      """
      j start
      back:
      li a0, 1
      j end
      .space <gap>
      start:
      c.j back
      end:
      """
    Then a0 = 1
    And no trap is taken
    And nothing else changes

    Examples:
      | distance | gap  |
      | 8        | 0    |
      | 10       | 2    |
      | 256      | 248  |
      | 1030     | 1022 |
      | 2048     | 2040 |

  Scenario Outline: <branch> of <value>, <distance> bytes ahead: <taken>
    Given a1 = <value>
    When the hart executes
      """
      <branch> a1, ahead
      li a0, 1
      j end
      .space <gap>
      ahead:
      li a0, 2
      end:
      """
    Then a0 = <a0> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples: taken
      | branch | value | distance | gap | taken | a0 | rule      |
      | c.beqz | 0     | 10       | 0   | taken | 2  | c-beqz_op |
      | c.beqz | 0     | 12       | 2   | taken | 2  | c-beqz_op |
      | c.beqz | 0     | 32       | 22  | taken | 2  | c-beqz_op |
      | c.beqz | 0     | 64       | 54  | taken | 2  | c-beqz_op |
      | c.beqz | 0     | 128      | 118 | taken | 2  | c-beqz_op |
      | c.beqz | 0     | 254      | 244 | taken | 2  | c-beqz_op |
      | c.bnez | 1     | 10       | 0   | taken | 2  | c-bnez_op |
      | c.bnez | -1    | 16       | 6   | taken | 2  | c-bnez_op |
      | c.bnez | 2^63  | 128      | 118 | taken | 2  | c-bnez_op |
      | c.bnez | 2^32  | 254      | 244 | taken | 2  | c-bnez_op |

    Examples: not taken
      | branch | value | distance | gap | taken     | a0 | rule      |
      | c.beqz | 1     | 16       | 6   | not taken | 1  | c-beqz_op |
      | c.beqz | -1    | 16       | 6   | not taken | 1  | c-beqz_op |
      | c.beqz | 2^63  | 16       | 6   | not taken | 1  | c-beqz_op |
      | c.beqz | 2^32  | 254      | 244 | not taken | 1  | c-beqz_op |
      | c.bnez | 0     | 10       | 0   | not taken | 1  | c-bnez_op |
      | c.bnez | 0     | 254      | 244 | not taken | 1  | c-bnez_op |

  Scenario Outline: <branch> of <value> <distance> bytes back
    Given a1 = <value>
    When the hart executes
      """
      j start
      back:
      li a0, 2
      j end
      .space <gap>
      start:
      <branch> a1, back
      end:
      """
    Then a0 = 2 [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | branch | value | distance | gap | rule      |
      | c.beqz | 0     | 8        | 0   | c-beqz_op |
      | c.beqz | 0     | 10       | 2   | c-beqz_op |
      | c.beqz | 0     | 256      | 248 | c-beqz_op |
      | c.bnez | 7     | 8        | 0   | c-bnez_op |
      | c.bnez | 7     | 130      | 122 | c-bnez_op |
      | c.bnez | 7     | 256      | 248 | c-bnez_op |

  @rule:c-jr_op
  Scenario Outline: c.jr <register> goes to the address in it, whatever follows in the code
    The halfword after c.jr would be an immediate in a 32-bit instruction.
    Given <register> = label there
    When the hart executes
      """
      c.jr <register>
      .half <next>
      .half 0
      li a0, 1
      j end
      .half 0
      there:
      li a0, 2
      end:
      """
    Then a0 = 2
    And no trap is taken
    And nothing else changes

    Examples:
      | register | next   |
      | a1       | 0x0000 |
      | a1       | 0x0040 |
      | a1       | 0x0020 |
      | a1       | 0xffff |
      | a1       | 0x7ff0 |
      | ra       | 0x0045 |
      | t0       | 0x0045 |
      | sp       | 0x0045 |
      | t6       | 0x0045 |

  @rule:c-jr_op
  Scenario: c.jr ignores bit 0 of the register
    Given a1 = label there
    When the hart executes
      """
      ori a1, a1, 1
      c.jr a1
      .half 0
      there:
      li a0, 2
      """
    Then a0 = 2
    And no trap is taken

  @rule:c-jalr_op
  Scenario Outline: c.jalr <register> links to the instruction two bytes on
    Given <register> = label there
    When the hart executes
      """
      c.jalr <register>
      next:
      .half <following>
      .half 0
      there:
      li a0, 2
      """
    Then a0 = 2
    And ra = label next
    And no trap is taken
    And nothing else changes

    Examples:
      | register | following |
      | a1       | 0x0000    |
      | a1       | 0x0040    |
      | a1       | 0xffff    |
      | ra       | 0x0000    |
      | ra       | 0x0045    |
      | t0       | 0x0045    |
      | t6       | 0x0045    |

  @rule:c-jalr_op
  Scenario: c.jalr ignores bit 0 of the register
    Given a1 = label there
    When the hart executes
      """
      ori a1, a1, 1
      c.jalr a1
      next:
      .half 0
      there:
      li a0, 2
      """
    Then a0 = 2
    And ra = label next
    And no trap is taken

  @rule:c-jalr_op @rule:c-jr_op
  Scenario: A compressed call and a compressed return
    Given t0 = label function
    When the hart executes
      """
      c.li a0, 1
      c.jalr t0
      c.addi a0, 10
      c.j end
      function:
      c.slli a0, 3
      c.jr ra
      end:
      """
    Then a0 = 18
    And no trap is taken
    And nothing else changes but ra

  Scenario Outline: The code <code> is <what>
    Given a0 = label there
    When the hart executes
      """
      .half <code>
      next:
      .half 0x0000
      there:
      li a2, 2
      """
    Then a2 = 2 [<rule>]
    And <link>
    And no trap is taken [<rule>]

    Examples: a source register of x0 turns c.mv into c.jr and c.add into c.jalr
      | code   | what      | link                           | rule      |
      | 0x8502 | c.jr a0   | nothing else changes [c-mv_jr] | c-mv_jr   |
      | 0x9502 | c.jalr a0 | ra = label next [c-add_val]    | c-add_val |

    Examples: jumps and branches, as numbers
      | code   | what      | link                             | rule      |
      | 0xa011 | c.j .+4   | nothing else changes [c-j_op]    | c-j_op    |
      | 0xe111 | c.bnez a0 | nothing else changes [c-bnez_op] | c-bnez_op |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | c.j    |
      | c.beqz |
      | c.bnez |
      | c.jr   |
      | c.jalr |
