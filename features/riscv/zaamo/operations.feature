@ext:Zaamo
Feature: Atomic memory operations
  An AMO loads a value from the address in rs1, places it in rd, and stores back the result of a
  binary operation on that value and rs2: a doubleword, or a word that rd receives sign-extended
  and for which the upper half of rs2 is ignored.

  @rule:amo_operand_size
  Scenario Outline: amo<op>.d with <operand> turns <old> into <new>
    Given test data + 16 holds <old>
    And a0 = <operand> and a1 = test data + 16
    When the hart executes "amo<op>.d a2, a0, (a1)"
    Then a2 = <old>
    And test data + 16 holds <new>
    And no trap is taken
    And nothing else changes

    Examples: swap, add and the bitwise operations
      | op   | old                | operand            | new                |
      | swap | 0x123456789abcdef0 | 0xfedcba9876543210 | 0xfedcba9876543210 |
      | swap | -1                 | 0                  | 0                  |
      | add  | 1                  | 2                  | 3                  |
      | add  | 0xffffffff         | 1                  | 0x100000000        |
      | add  | -1                 | 1                  | 0                  |
      | add  | 2^63 - 1           | 1                  | 2^63               |
      | add  | 0x123456789abcdef0 | 0xfedcba9876543210 | 0x1111111111111100 |
      | xor  | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0x00ffff0000ffff00 |
      | and  | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0xff000000ff000000 |
      | or   | 0xff00ff00ff00ff00 | 0xffff0000ffff0000 | 0xffffff00ffffff00 |

    Examples: minimum and maximum, signed and unsigned
      | op   | old      | operand  | new      |
      | min  | 5        | -5       | -5       |
      | min  | -5       | 5        | -5       |
      | min  | -5       | -6       | -6       |
      | min  | 2^63 - 1 | -2^63    | -2^63    |
      | min  | 7        | 7        | 7        |
      | max  | 5        | -5       | 5        |
      | max  | -5       | 5        | 5        |
      | max  | -5       | -6       | -5       |
      | max  | -2^63    | 2^63 - 1 | 2^63 - 1 |
      | max  | -1       | 0        | 0        |
      | minu | 5        | -5       | 5        |
      | minu | -5       | 5        | 5        |
      | minu | 2^63     | 2^63 - 1 | 2^63 - 1 |
      | minu | -1       | -2       | -2       |
      | minu | 0        | -1       | 0        |
      | maxu | 5        | -5       | -5       |
      | maxu | -5       | 5        | -5       |
      | maxu | 2^63     | 2^63 - 1 | 2^63     |
      | maxu | -1       | -2       | -1       |
      | maxu | 0        | -1       | -1       |

    Examples: a doubleword is compared whole, not by its low word
      | op   | old                | operand            | new                |
      | min  | 0x00000001ffffffff | 0x0000000200000000 | 0x00000001ffffffff |
      | max  | 0x00000001ffffffff | 0x0000000200000000 | 0x0000000200000000 |
      | minu | 0x00000001ffffffff | 0x8000000000000000 | 0x00000001ffffffff |
      | maxu | 0x00000001ffffffff | 0x8000000000000000 | 0x8000000000000000 |

  @rule:amo_operand_size
  Scenario Outline: amo<op>.w with <operand> turns the word <old> into <new> and leaves <loaded> in rd
    The other half of the doubleword around the word keeps its value.
    Given test data + 16 holds <before>
    And a0 = <operand> and a1 = test data + 16
    When the hart executes "amo<op>.w a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples: swap, add and the bitwise operations
      | op   | old        | before             | operand    | loaded             | new        | after              |
      | swap | 0x12345678 | 0x5a5a5a5a12345678 | 0xfedcba98 | 0x0000000012345678 | 0xfedcba98 | 0x5a5a5a5afedcba98 |
      | swap | 0x89abcdef | 0x5a5a5a5a89abcdef | 0x76543210 | 0xffffffff89abcdef | 0x76543210 | 0x5a5a5a5a76543210 |
      | add  | 0x00000001 | 0x5a5a5a5a00000001 | 2          | 0x0000000000000001 | 0x00000003 | 0x5a5a5a5a00000003 |
      | add  | 0xffffffff | 0x5a5a5a5affffffff | 1          | 0xffffffffffffffff | 0x00000000 | 0x5a5a5a5a00000000 |
      | add  | 0x7fffffff | 0x5a5a5a5a7fffffff | 1          | 0x000000007fffffff | 0x80000000 | 0x5a5a5a5a80000000 |
      | add  | 0x80000000 | 0x5a5a5a5a80000000 | -1         | 0xffffffff80000000 | 0x7fffffff | 0x5a5a5a5a7fffffff |
      | xor  | 0xff00ff00 | 0x5a5a5a5aff00ff00 | 0xffff0000 | 0xffffffffff00ff00 | 0x00ffff00 | 0x5a5a5a5a00ffff00 |
      | and  | 0xff00ff00 | 0x5a5a5a5aff00ff00 | 0xffff0000 | 0xffffffffff00ff00 | 0xff000000 | 0x5a5a5a5aff000000 |
      | or   | 0xff00ff00 | 0x5a5a5a5aff00ff00 | 0xffff0000 | 0xffffffffff00ff00 | 0xffffff00 | 0x5a5a5a5affffff00 |

    Examples: minimum and maximum, signed and unsigned
      | op   | old        | before             | operand    | loaded             | new        | after              |
      | min  | 0x00000005 | 0xa5a5a5a500000005 | -5         | 0x0000000000000005 | 0xfffffffb | 0xa5a5a5a5fffffffb |
      | min  | 0xfffffffb | 0x5a5a5a5afffffffb | 5          | 0xfffffffffffffffb | 0xfffffffb | 0x5a5a5a5afffffffb |
      | min  | 0x7fffffff | 0xa5a5a5a57fffffff | 0x80000000 | 0x000000007fffffff | 0x80000000 | 0xa5a5a5a580000000 |
      | max  | 0x00000005 | 0xa5a5a5a500000005 | -5         | 0x0000000000000005 | 0x00000005 | 0xa5a5a5a500000005 |
      | max  | 0xfffffffb | 0x5a5a5a5afffffffb | 5          | 0xfffffffffffffffb | 0x00000005 | 0x5a5a5a5a00000005 |
      | max  | 0x80000000 | 0x5a5a5a5a80000000 | 0x7fffffff | 0xffffffff80000000 | 0x7fffffff | 0x5a5a5a5a7fffffff |
      | minu | 0x00000005 | 0xa5a5a5a500000005 | -5         | 0x0000000000000005 | 0x00000005 | 0xa5a5a5a500000005 |
      | minu | 0xfffffffb | 0xa5a5a5a5fffffffb | 5          | 0xfffffffffffffffb | 0x00000005 | 0xa5a5a5a500000005 |
      | minu | 0x80000000 | 0x5a5a5a5a80000000 | 0x7fffffff | 0xffffffff80000000 | 0x7fffffff | 0x5a5a5a5a7fffffff |
      | maxu | 0x00000005 | 0xa5a5a5a500000005 | -5         | 0x0000000000000005 | 0xfffffffb | 0xa5a5a5a5fffffffb |
      | maxu | 0xfffffffb | 0xa5a5a5a5fffffffb | 5          | 0xfffffffffffffffb | 0xfffffffb | 0xa5a5a5a5fffffffb |
      | maxu | 0x7fffffff | 0x5a5a5a5a7fffffff | 0x80000000 | 0x000000007fffffff | 0x80000000 | 0x5a5a5a5a80000000 |

    Examples: the upper half of rs2 is ignored
      | op   | old        | before             | operand            | loaded             | new        | after              |
      | swap | 0x00000001 | 0x5a5a5a5a00000001 | 0xdeadbeef00000002 | 0x0000000000000001 | 0x00000002 | 0x5a5a5a5a00000002 |
      | add  | 0x00000001 | 0x5a5a5a5a00000001 | 0xffffffff00000002 | 0x0000000000000001 | 0x00000003 | 0x5a5a5a5a00000003 |
      | xor  | 0x00000001 | 0x5a5a5a5a00000001 | 0xffffffff00000003 | 0x0000000000000001 | 0x00000002 | 0x5a5a5a5a00000002 |
      | and  | 0xf0f0f0f0 | 0x5a5a5a5af0f0f0f0 | 0x00000000ffffffff | 0xfffffffff0f0f0f0 | 0xf0f0f0f0 | 0x5a5a5a5af0f0f0f0 |
      | or   | 0x00000001 | 0x5a5a5a5a00000001 | 0xffffffff00000002 | 0x0000000000000001 | 0x00000003 | 0x5a5a5a5a00000003 |
      | min  | 0x00000005 | 0x5a5a5a5a00000005 | 0x8000000000000007 | 0x0000000000000005 | 0x00000005 | 0x5a5a5a5a00000005 |
      | min  | 0x00000005 | 0x5a5a5a5a00000005 | 0x00000000fffffffe | 0x0000000000000005 | 0xfffffffe | 0x5a5a5a5afffffffe |
      | max  | 0x00000005 | 0x5a5a5a5a00000005 | 0x0000000100000003 | 0x0000000000000005 | 0x00000005 | 0x5a5a5a5a00000005 |
      | max  | 0x00000005 | 0x5a5a5a5a00000005 | 0x00000000fffffffe | 0x0000000000000005 | 0x00000005 | 0x5a5a5a5a00000005 |
      | minu | 0x00000005 | 0x5a5a5a5a00000005 | 0x0000000100000003 | 0x0000000000000005 | 0x00000003 | 0x5a5a5a5a00000003 |
      | maxu | 0x00000005 | 0x5a5a5a5a00000005 | 0x0000000100000003 | 0x0000000000000005 | 0x00000005 | 0x5a5a5a5a00000005 |
      | maxu | 0xfffffff0 | 0x5a5a5a5afffffff0 | 0xffffffff00000007 | 0xfffffffffffffff0 | 0xfffffff0 | 0x5a5a5a5afffffff0 |

  @rule:amo_operand_size
  Scenario Outline: amo<op>.w on the upper word of a doubleword leaves the lower word alone
    Given test data + 16 holds 0x80000000fffffffe
    And a0 = 0x7fffffff00000003 and a1 = test data + 20
    When the hart executes "amo<op>.w a2, a0, (a1)"
    Then a2 = 0xffffffff80000000
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | op   | after              |
      | swap | 0x00000003fffffffe |
      | add  | 0x80000003fffffffe |
      | xor  | 0x80000003fffffffe |
      | and  | 0x00000000fffffffe |
      | or   | 0x80000003fffffffe |
      | min  | 0x80000000fffffffe |
      | max  | 0x00000003fffffffe |
      | minu | 0x00000003fffffffe |
      | maxu | 0x80000000fffffffe |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | amoswap.w |
      | amoadd.w  |
      | amoxor.w  |
      | amoand.w  |
      | amoor.w   |
      | amomin.w  |
      | amomax.w  |
      | amominu.w |
      | amomaxu.w |
      | amoswap.d |
      | amoadd.d  |
      | amoxor.d  |
      | amoand.d  |
      | amoor.d   |
      | amomin.d  |
      | amomax.d  |
      | amominu.d |
      | amomaxu.d |
