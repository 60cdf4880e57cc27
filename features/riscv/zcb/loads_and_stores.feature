@ext:Zcb
Feature: Compressed loads and stores of bytes and halfwords
  The registers are x8 to x15. A byte lies up to three bytes behind the base, a halfword up to two.

  Scenario Outline: <short> at base <base> loads <value>
    Given test data + 8 holds 0xf1e2d3c4b5a69788
    And a1 = test data + <base>
    When the hart executes "<short>"
    Then <rd> = <value> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | short           | base | rd | value              | rule     |
      | c.lbu a0, 0(a1) | 8    | a0 | 0x88               | c-lbu_op |
      | c.lbu a0, 1(a1) | 8    | a0 | 0x97               | c-lbu_op |
      | c.lbu a0, 2(a1) | 8    | a0 | 0xa6               | c-lbu_op |
      | c.lbu a0, 3(a1) | 8    | a0 | 0xb5               | c-lbu_op |
      | c.lbu a0, 0(a1) | 12   | a0 | 0xc4               | c-lbu_op |
      | c.lbu a0, 1(a1) | 12   | a0 | 0xd3               | c-lbu_op |
      | c.lbu a0, 2(a1) | 12   | a0 | 0xe2               | c-lbu_op |
      | c.lbu a0, 3(a1) | 12   | a0 | 0xf1               | c-lbu_op |
      | c.lbu a1, 2(a1) | 8    | a1 | 0xa6               | c-lbu_op |
      | c.lhu a0, 0(a1) | 8    | a0 | 0x9788             | c-lhu_op |
      | c.lhu a0, 2(a1) | 8    | a0 | 0xb5a6             | c-lhu_op |
      | c.lhu a0, 0(a1) | 12   | a0 | 0xd3c4             | c-lhu_op |
      | c.lhu a0, 2(a1) | 12   | a0 | 0xf1e2             | c-lhu_op |
      | c.lhu a1, 2(a1) | 8    | a1 | 0xb5a6             | c-lhu_op |
      | c.lh a0, 0(a1)  | 8    | a0 | 0xffffffffffff9788 | c-lh_op  |
      | c.lh a0, 2(a1)  | 8    | a0 | 0xffffffffffffb5a6 | c-lh_op  |
      | c.lh a0, 0(a1)  | 12   | a0 | 0xffffffffffffd3c4 | c-lh_op  |
      | c.lh a0, 2(a1)  | 12   | a0 | 0xfffffffffffff1e2 | c-lh_op  |
      | c.lh a1, 2(a1)  | 8    | a1 | 0xffffffffffffb5a6 | c-lh_op  |

  Scenario Outline: <insn> of <value> gives <result>
    Given test data + 8 holds halfword <value> and a1 = test data + 8
    When the hart executes "<insn> a0, 0(a1)"
    Then a0 = <result> [<rule>]
    And nothing else changes [<rule>]

    Examples: only c.lh extends a sign
      | insn  | value  | result             | rule     |
      | c.lbu | 0xff80 | 0x80               | c-lbu_op |
      | c.lbu | 0xff7f | 0x7f               | c-lbu_op |
      | c.lhu | 0x8000 | 0x8000             | c-lhu_op |
      | c.lhu | 0x7fff | 0x7fff             | c-lhu_op |
      | c.lh  | 0x8000 | 0xffffffffffff8000 | c-lh_op  |
      | c.lh  | 0x7fff | 0x7fff             | c-lh_op  |

  Scenario Outline: <short> at base <base> leaves <after>
    Given test data + 8 holds 0x5a5a5a5a5a5a5a5a
    And a0 = 0x8877665544332211 and a1 = test data + <base>
    When the hart executes "<short>"
    Then test data + 8 holds <after> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | short          | base | after              | rule    |
      | c.sb a0, 0(a1) | 8    | 0x5a5a5a5a5a5a5a11 | c-sb_op |
      | c.sb a0, 1(a1) | 8    | 0x5a5a5a5a5a5a115a | c-sb_op |
      | c.sb a0, 2(a1) | 8    | 0x5a5a5a5a5a115a5a | c-sb_op |
      | c.sb a0, 3(a1) | 8    | 0x5a5a5a5a115a5a5a | c-sb_op |
      | c.sb a0, 0(a1) | 12   | 0x5a5a5a115a5a5a5a | c-sb_op |
      | c.sb a0, 1(a1) | 12   | 0x5a5a115a5a5a5a5a | c-sb_op |
      | c.sb a0, 2(a1) | 12   | 0x5a115a5a5a5a5a5a | c-sb_op |
      | c.sb a0, 3(a1) | 12   | 0x115a5a5a5a5a5a5a | c-sb_op |
      | c.sh a0, 0(a1) | 8    | 0x5a5a5a5a5a5a2211 | c-sh_op |
      | c.sh a0, 2(a1) | 8    | 0x5a5a5a5a22115a5a | c-sh_op |
      | c.sh a0, 0(a1) | 12   | 0x5a5a22115a5a5a5a | c-sh_op |
      | c.sh a0, 2(a1) | 12   | 0x22115a5a5a5a5a5a | c-sh_op |

  Scenario Outline: The code <code> is <meaning>
    Given test data + 8 holds 0xf1e2d3c4b5a69788 and a1 = test data + 8
    And a0 = 0x8877665544332211 and a5 = 1 and s0 = 0x123456789abcdef0
    When the hart executes ".half <code>"
    Then it does the same as "<meaning>" [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code   | meaning           | rule        |
      | 0x8188 | lbu a0, 0(a1)     | c-lbu_op    |
      | 0x81c8 | lbu a0, 1(a1)     | c-lbu_op    |
      | 0x81a8 | lbu a0, 2(a1)     | c-lbu_op    |
      | 0x81e8 | lbu a0, 3(a1)     | c-lbu_op    |
      | 0x8588 | lhu a0, 0(a1)     | c-lhu_op    |
      | 0x85a8 | lhu a0, 2(a1)     | c-lhu_op    |
      | 0x85c8 | lh a0, 0(a1)      | c-lh_op     |
      | 0x85e8 | lh a0, 2(a1)      | c-lh_op     |
      | 0x81dc | lbu a5, 1(a1)     | c-lbu_op    |
      | 0x8988 | sb a0, 0(a1)      | c-sb_op     |
      | 0x89c8 | sb a0, 1(a1)      | c-sb_op     |
      | 0x89a8 | sb a0, 2(a1)      | c-sb_op     |
      | 0x89e8 | sb a0, 3(a1)      | c-sb_op     |
      | 0x8d88 | sh a0, 0(a1)      | c-sh_op     |
      | 0x8da8 | sh a0, 2(a1)      | c-sh_op     |
      | 0x8da0 | sh s0, 2(a1)      | c-sh_op     |
      | 0x9d61 | andi a0, a0, 0xff | c-zext-b_op |
      | 0x9d75 | xori a0, a0, -1   | c-not_op    |
      | 0x9ff5 | xori a5, a5, -1   | c-not_op    |
      | 0x9c61 | andi s0, s0, 0xff | c-zext-b_op |

  Scenario Outline: <insn> does what its expansion does
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn  |
      | c.lbu |
      | c.lhu |
      | c.lh  |
      | c.sb  |
      | c.sh  |

  Scenario Outline: <insn> does what its expansion does at misaligned addresses
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows

    Examples:
      | insn  |
      | c.lhu |
      | c.lh  |
      | c.sh  |
