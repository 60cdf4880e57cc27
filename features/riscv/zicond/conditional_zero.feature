@ext:Zicond
Feature: Conditional zeroing
  The value in rs1 goes to rd, or zero does, as rs2 is zero or not. All 64 bits of the condition count.

  Scenario Outline: <insn> of <a> on condition <b> is <result>
    Given a0 = <a> and a1 = <b>
    When the hart executes "<insn> a2, a0, a1"
    Then a2 = <result> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples: zero if the condition is zero
      | insn      | a                  | b                  | result             | rule         |
      | czero.eqz | 0x123456789abcdef0 | 0                  | 0                  | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 1                  | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0xffffffffffffffff | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0x8000000000000000 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0x0000000100000000 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0x80000000         | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0x8000             | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0x100              | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0x123456789abcdef0 | 0xffffffff00000000 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz | 0                  | 0                  | 0                  | czero-eqz_op |
      | czero.eqz | 0                  | 1                  | 0                  | czero-eqz_op |
      | czero.eqz | 0xffffffffffffffff | 0                  | 0                  | czero-eqz_op |
      | czero.eqz | 0xffffffffffffffff | 2                  | 0xffffffffffffffff | czero-eqz_op |
      | czero.eqz | 0x8000000000000000 | 0                  | 0                  | czero-eqz_op |
      | czero.eqz | 0x8000000000000000 | 0x8000000000000000 | 0x8000000000000000 | czero-eqz_op |
      | czero.eqz | 0xffffffff         | 0                  | 0                  | czero-eqz_op |
      | czero.eqz | 0xffffffff         | 1                  | 0xffffffff         | czero-eqz_op |

    Examples: zero if the condition is not zero
      | insn      | a                  | b                  | result             | rule         |
      | czero.nez | 0x123456789abcdef0 | 0                  | 0x123456789abcdef0 | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 1                  | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0xffffffffffffffff | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0x8000000000000000 | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0x0000000100000000 | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0x80000000         | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0x8000             | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0x100              | 0                  | czero-nez_op |
      | czero.nez | 0x123456789abcdef0 | 0xffffffff00000000 | 0                  | czero-nez_op |
      | czero.nez | 0                  | 0                  | 0                  | czero-nez_op |
      | czero.nez | 0                  | 1                  | 0                  | czero-nez_op |
      | czero.nez | 0xffffffffffffffff | 0                  | 0xffffffffffffffff | czero-nez_op |
      | czero.nez | 0xffffffffffffffff | 2                  | 0                  | czero-nez_op |
      | czero.nez | 0x8000000000000000 | 0                  | 0x8000000000000000 | czero-nez_op |
      | czero.nez | 0x8000000000000000 | 0x8000000000000000 | 0                  | czero-nez_op |
      | czero.nez | 0xffffffff         | 0                  | 0xffffffff         | czero-nez_op |
      | czero.nez | 0xffffffff         | 1                  | 0                  | czero-nez_op |

  Scenario Outline: <insn> with the condition <condition> leaves <result> in <rd>
    Destination and sources are the same register, or x0, in every way.
    Given a0 = 0x123456789abcdef0 and a1 = <condition>
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn                 | condition          | rd | result             | rule         |
      | czero.eqz a0, a0, a1 | 0                  | a0 | 0                  | czero-eqz_op |
      | czero.eqz a1, a0, a1 | 0                  | a1 | 0                  | czero-eqz_op |
      | czero.eqz a2, x0, a1 | 0                  | a2 | 0                  | czero-eqz_op |
      | czero.eqz a2, a0, x0 | 0                  | a2 | 0                  | czero-eqz_op |
      | czero.eqz a2, a1, a1 | 0                  | a2 | 0                  | czero-eqz_op |
      | czero.eqz a1, a1, a1 | 0                  | a1 | 0                  | czero-eqz_op |
      | czero.eqz a0, a0, a0 | 0                  | a0 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz a0, a0, a1 | 0x8000000000000000 | a0 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz a1, a0, a1 | 0x8000000000000000 | a1 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.eqz a2, x0, a1 | 0x8000000000000000 | a2 | 0                  | czero-eqz_op |
      | czero.eqz a2, a0, x0 | 0x8000000000000000 | a2 | 0                  | czero-eqz_op |
      | czero.eqz a2, a1, a1 | 0x8000000000000000 | a2 | 0x8000000000000000 | czero-eqz_op |
      | czero.eqz a1, a1, a1 | 0x8000000000000000 | a1 | 0x8000000000000000 | czero-eqz_op |
      | czero.eqz a0, a0, a0 | 0x8000000000000000 | a0 | 0x123456789abcdef0 | czero-eqz_op |
      | czero.nez a0, a0, a1 | 0                  | a0 | 0x123456789abcdef0 | czero-nez_op |
      | czero.nez a1, a0, a1 | 0                  | a1 | 0x123456789abcdef0 | czero-nez_op |
      | czero.nez a2, x0, a1 | 0                  | a2 | 0                  | czero-nez_op |
      | czero.nez a2, a0, x0 | 0                  | a2 | 0x123456789abcdef0 | czero-nez_op |
      | czero.nez a2, a1, a1 | 0                  | a2 | 0                  | czero-nez_op |
      | czero.nez a1, a1, a1 | 0                  | a1 | 0                  | czero-nez_op |
      | czero.nez a0, a0, a0 | 0                  | a0 | 0                  | czero-nez_op |
      | czero.nez a0, a0, a1 | 0x8000000000000000 | a0 | 0                  | czero-nez_op |
      | czero.nez a1, a0, a1 | 0x8000000000000000 | a1 | 0                  | czero-nez_op |
      | czero.nez a2, x0, a1 | 0x8000000000000000 | a2 | 0                  | czero-nez_op |
      | czero.nez a2, a0, x0 | 0x8000000000000000 | a2 | 0x123456789abcdef0 | czero-nez_op |
      | czero.nez a2, a1, a1 | 0x8000000000000000 | a2 | 0                  | czero-nez_op |
      | czero.nez a1, a1, a1 | 0x8000000000000000 | a1 | 0                  | czero-nez_op |
      | czero.nez a0, a0, a0 | 0x8000000000000000 | a0 | 0                  | czero-nez_op |

  Scenario Outline: <insn> with rd = x0 on condition <condition> changes nothing
    Given a0 = 0x123456789abcdef0 and a1 = <condition>
    When the hart executes "<insn> x0, a0, a1"
    Then nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn      | condition | rule         |
      | czero.eqz | 0         | czero-eqz_op |
      | czero.eqz | 1         | czero-eqz_op |
      | czero.nez | 0         | czero-nez_op |
      | czero.nez | 1         | czero-nez_op |

  @rule:czero-eqz_op @rule:czero-nez_op
  Scenario Outline: A selection without a branch, on condition <condition>
    Given a0 = 111 and a1 = 222 and a3 = <condition>
    When the hart executes "czero.eqz a2, a0, a3; czero.nez a4, a1, a3; add a2, a2, a4"
    Then a2 = <result>
    And nothing else changes but a4

    Examples:
      | condition | result |
      | 0         | 222    |
      | 1         | 111    |
      | 2^32      | 111    |
      | -1        | 111    |

  Scenario Outline: The code <code> is <meaning>
    Given a0 = 0x123456789abcdef0 and a1 = 7
    When the hart executes ".word <code>"
    Then a2 = <result> [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code       | meaning              | result             | rule         |
      | 0x0eb55633 | czero.eqz a2, a0, a1 | 0x123456789abcdef0 | czero-eqz_op |
      | 0x0eb57633 | czero.nez a2, a0, a1 | 0                  | czero-nez_op |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | czero.eqz |
      | czero.nez |
