@ext:D
Feature: Conversion between binary64 and integers
  A number is rounded to an integer by rm, and clipped when it does not fit: that is invalid, and nothing
  else is said of it. An integer is rounded to the format.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | fcvt.w.d  |
      | fcvt.wu.d |
      | fcvt.l.d  |
      | fcvt.lu.d |
      | fcvt.d.w  |
      | fcvt.d.wu |
      | fcvt.d.l  |
      | fcvt.d.lu |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | fcvt.w.d  |
      | fcvt.wu.d |
      | fcvt.l.d  |
      | fcvt.lu.d |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> a2, fa0, <rm>"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: whole numbers
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff0000000000000 | rne | 0x0000000000000001 | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x401c000000000000 | rne | 0x0000000000000007 | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4059000000000000 | rne | 0x0000000000000064 | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x8000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff0000000000000 | rne | 0x0000000000000001 | 0x00  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x401c000000000000 | rne | 0x0000000000000007 | 0x00  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4059000000000000 | rne | 0x0000000000000064 | 0x00  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x8000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-d_op |
      | fcvt.l.d  | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff0000000000000 | rne | 0x0000000000000001 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x401c000000000000 | rne | 0x0000000000000007 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4059000000000000 | rne | 0x0000000000000064 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x8000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-d_op  |
      | fcvt.lu.d | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff0000000000000 | rne | 0x0000000000000001 | 0x00  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x401c000000000000 | rne | 0x0000000000000007 | 0x00  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4059000000000000 | rne | 0x0000000000000064 | 0x00  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x8000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-d_op |
      | fcvt.w.d  | 0xbff0000000000000 | rne | 0xffffffffffffffff | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc059000000000000 | rne | 0xffffffffffffff9c | 0x00  | fcvt-w-d_op  |
      | fcvt.l.d  | 0xbff0000000000000 | rne | 0xffffffffffffffff | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc059000000000000 | rne | 0xffffffffffffff9c | 0x00  | fcvt-l-d_op  |

    Examples: halves
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff8000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4004000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff8000000000000 | rtz | 0x0000000000000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4004000000000000 | rtz | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff8000000000000 | rdn | 0x0000000000000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4004000000000000 | rdn | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfe0000000000000 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3fe0000000000000 | rup | 0x0000000000000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff8000000000000 | rup | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4004000000000000 | rup | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfe0000000000000 | rup | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3fe0000000000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x3ff8000000000000 | rmm | 0x0000000000000002 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x4004000000000000 | rmm | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfe0000000000000 | rmm | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff8000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4004000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff8000000000000 | rtz | 0x0000000000000001 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4004000000000000 | rtz | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff8000000000000 | rdn | 0x0000000000000001 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4004000000000000 | rdn | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfe0000000000000 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3fe0000000000000 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff8000000000000 | rup | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4004000000000000 | rup | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfe0000000000000 | rup | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3fe0000000000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x3ff8000000000000 | rmm | 0x0000000000000002 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x4004000000000000 | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfe0000000000000 | rmm | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.l.d  | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff8000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4004000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff8000000000000 | rtz | 0x0000000000000001 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4004000000000000 | rtz | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff8000000000000 | rdn | 0x0000000000000001 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4004000000000000 | rdn | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfe0000000000000 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3fe0000000000000 | rup | 0x0000000000000001 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff8000000000000 | rup | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4004000000000000 | rup | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfe0000000000000 | rup | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3fe0000000000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x3ff8000000000000 | rmm | 0x0000000000000002 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x4004000000000000 | rmm | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfe0000000000000 | rmm | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.lu.d | 0x3fe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff8000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4004000000000000 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfe0000000000000 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3fe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff8000000000000 | rtz | 0x0000000000000001 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4004000000000000 | rtz | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfe0000000000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3fe0000000000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff8000000000000 | rdn | 0x0000000000000001 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4004000000000000 | rdn | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfe0000000000000 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3fe0000000000000 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff8000000000000 | rup | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4004000000000000 | rup | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfe0000000000000 | rup | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3fe0000000000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x3ff8000000000000 | rmm | 0x0000000000000002 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x4004000000000000 | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfe0000000000000 | rmm | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.w.d  | 0xbff8000000000000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc004000000000000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbff8000000000000 | rtz | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc004000000000000 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbff8000000000000 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc004000000000000 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbff8000000000000 | rup | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc004000000000000 | rup | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbff8000000000000 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc004000000000000 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-w-d_op  |
      | fcvt.l.d  | 0xbff8000000000000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc004000000000000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbff8000000000000 | rtz | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc004000000000000 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbff8000000000000 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc004000000000000 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbff8000000000000 | rup | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc004000000000000 | rup | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbff8000000000000 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc004000000000000 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-l-d_op  |

    Examples: fractions
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x40091eb851eb851e | rne | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x40091eb851eb851e | rtz | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x40091eb851eb851e | rdn | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x40091eb851eb851e | rup | 0x0000000000000004 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x40091eb851eb851e | rmm | 0x0000000000000003 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfd3333333333333 | rne | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfd3333333333333 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfd3333333333333 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfd3333333333333 | rup | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xbfd3333333333333 | rmm | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x0000000000000001 | rup | 0x0000000000000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x8000000000000001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x8000000000000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x40091eb851eb851e | rne | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x40091eb851eb851e | rtz | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x40091eb851eb851e | rdn | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x40091eb851eb851e | rup | 0x0000000000000004 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x40091eb851eb851e | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfd3333333333333 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfd3333333333333 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfd3333333333333 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfd3333333333333 | rup | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfd3333333333333 | rmm | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x0000000000000001 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x8000000000000001 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x8000000000000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.l.d  | 0x40091eb851eb851e | rne | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x40091eb851eb851e | rtz | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x40091eb851eb851e | rdn | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x40091eb851eb851e | rup | 0x0000000000000004 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x40091eb851eb851e | rmm | 0x0000000000000003 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfd3333333333333 | rne | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfd3333333333333 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfd3333333333333 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfd3333333333333 | rup | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xbfd3333333333333 | rmm | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x0000000000000001 | rup | 0x0000000000000001 | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x8000000000000001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x8000000000000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-d_op  |
      | fcvt.lu.d | 0x40091eb851eb851e | rne | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x40091eb851eb851e | rtz | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x40091eb851eb851e | rdn | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x40091eb851eb851e | rup | 0x0000000000000004 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x40091eb851eb851e | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfd3333333333333 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfd3333333333333 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfd3333333333333 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfd3333333333333 | rup | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfd3333333333333 | rmm | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x0000000000000001 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x8000000000000001 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x8000000000000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |

    Examples: limits
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x41dfffffffffffff | rtz | 0x000000007fffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41e0000000000000 | rtz | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41e0000000000001 | rtz | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x7fefffffffffffff | rtz | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1dfffffffffffff | rtz | 0xffffffff80000001 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000000000 | rtz | 0xffffffff80000000 | 0x00  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000000001 | rtz | 0xffffffff80000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xffefffffffffffff | rtz | 0xffffffff80000000 | 0x10  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x41efffffffffffff | rtz | 0xffffffffffffffff | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41f0000000000000 | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41f0000000000001 | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x7fefffffffffffff | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbfefffffffffffff | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xbff0000000000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xc000000000000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xffefffffffffffff | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.l.d  | 0x43dfffffffffffff | rtz | 0x7ffffffffffffc00 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x43e0000000000000 | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x43e0000000000001 | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x7fefffffffffffff | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc3dfffffffffffff | rtz | 0x8000000000000400 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc3e0000000000000 | rtz | 0x8000000000000000 | 0x00  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xc3e0000000000001 | rtz | 0x8000000000000000 | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xffefffffffffffff | rtz | 0x8000000000000000 | 0x10  | fcvt-l-d_op  |
      | fcvt.lu.d | 0x43efffffffffffff | rtz | 0xfffffffffffff800 | 0x00  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x43f0000000000000 | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x43f0000000000001 | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x7fefffffffffffff | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbfefffffffffffff | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xbff0000000000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xc000000000000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xffefffffffffffff | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |

    Examples: limits after rounding
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x41dfffffffe00000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dfffffffe00000 | rtz | 0x000000007fffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dfffffffe00000 | rdn | 0x000000007fffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dfffffffe00000 | rup | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dfffffffe00000 | rmm | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000100000 | rne | 0xffffffff80000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000100000 | rtz | 0xffffffff80000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000100000 | rdn | 0xffffffff80000000 | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000100000 | rup | 0xffffffff80000000 | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xc1e0000000100000 | rmm | 0xffffffff80000000 | 0x10  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x41effffffff00000 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41effffffff00000 | rtz | 0xffffffffffffffff | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41effffffff00000 | rdn | 0xffffffffffffffff | 0x01  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41effffffff00000 | rup | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x41effffffff00000 | rmm | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.w.d  | 0x41dffffffff00000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dffffffff00000 | rtz | 0x000000007fffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dffffffff00000 | rdn | 0x000000007fffffff | 0x01  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dffffffff00000 | rup | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x41dffffffff00000 | rmm | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x41dfffffffc00001 | rup | 0xffffffff80000000 | 0x01  | fcvt-wu-d_op |

    Examples: infinities and NaNs
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.d  | 0x7ff0000000000000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xfff0000000000000 | rne | 0xffffffff80000000 | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x7ff8000000000000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xffffffffffffffff | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0x7ff0000000000001 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.w.d  | 0xfff0000000000001 | rne | 0x000000007fffffff | 0x10  | fcvt-w-d_op  |
      | fcvt.wu.d | 0x7ff0000000000000 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xfff0000000000000 | rne | 0x0000000000000000 | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x7ff8000000000000 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0x7ff0000000000001 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.wu.d | 0xfff0000000000001 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-d_op |
      | fcvt.l.d  | 0x7ff0000000000000 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xfff0000000000000 | rne | 0x8000000000000000 | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x7ff8000000000000 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xffffffffffffffff | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0x7ff0000000000001 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.l.d  | 0xfff0000000000001 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-d_op  |
      | fcvt.lu.d | 0x7ff0000000000000 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xfff0000000000000 | rne | 0x0000000000000000 | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x7ff8000000000000 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0x7ff0000000000001 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |
      | fcvt.lu.d | 0xfff0000000000001 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-d_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0x4004000000000000 and a0 = 9007199254740995 and fcsr = <fcsr>
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn              | fcsr | rd  | result             | rule         |
      | fcvt.w.d a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-w-d_op  |
      | fcvt.w.d a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-w-d_op  |
      | fcvt.w.d a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-w-d_op  |
      | fcvt.w.d a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-w-d_op  |
      | fcvt.w.d a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-w-d_op  |
      | fcvt.wu.d a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-wu-d_op |
      | fcvt.wu.d a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-wu-d_op |
      | fcvt.wu.d a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-wu-d_op |
      | fcvt.wu.d a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-wu-d_op |
      | fcvt.wu.d a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-wu-d_op |
      | fcvt.l.d a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-l-d_op  |
      | fcvt.l.d a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-l-d_op  |
      | fcvt.l.d a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-l-d_op  |
      | fcvt.l.d a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-l-d_op  |
      | fcvt.l.d a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-l-d_op  |
      | fcvt.lu.d a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-lu-d_op |
      | fcvt.lu.d a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-lu-d_op |
      | fcvt.lu.d a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-lu-d_op |
      | fcvt.lu.d a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-lu-d_op |
      | fcvt.lu.d a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-lu-d_op |
      | fcvt.d.l fa2, a0  | 0x00 | fa2 | 0x4340000000000002 | fcvt-d-l_op  |
      | fcvt.d.l fa2, a0  | 0x20 | fa2 | 0x4340000000000001 | fcvt-d-l_op  |
      | fcvt.d.l fa2, a0  | 0x40 | fa2 | 0x4340000000000001 | fcvt-d-l_op  |
      | fcvt.d.l fa2, a0  | 0x60 | fa2 | 0x4340000000000002 | fcvt-d-l_op  |
      | fcvt.d.l fa2, a0  | 0x80 | fa2 | 0x4340000000000002 | fcvt-d-l_op  |
      | fcvt.d.lu fa2, a0 | 0x00 | fa2 | 0x4340000000000002 | fcvt-d-lu_op |
      | fcvt.d.lu fa2, a0 | 0x20 | fa2 | 0x4340000000000001 | fcvt-d-lu_op |
      | fcvt.d.lu fa2, a0 | 0x40 | fa2 | 0x4340000000000001 | fcvt-d-lu_op |
      | fcvt.d.lu fa2, a0 | 0x60 | fa2 | 0x4340000000000002 | fcvt-d-lu_op |
      | fcvt.d.lu fa2, a0 | 0x80 | fa2 | 0x4340000000000002 | fcvt-d-lu_op |

  Scenario Outline: <insn> of <n>, rounded by <rm>, gives <result>
    Given a0 = <n>
    When the hart executes "<insn> fa2, a0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: small numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.d.w  | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x00000000ffffffff | rne | 0xbff0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.wu | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x00000000ffffffff | rne | 0x41efffffffe00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.l  | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffffffffffffffff | rne | 0xbff0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.lu | 0x0000000000000000 | rne | 0x0000000000000000 | 0x00  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0000000000000001 | rne | 0x3ff0000000000000 | 0x00  | fcvt-d-lu_op |
      | fcvt.d.lu | 0xffffffffffffffff | rne | 0x43f0000000000000 | 0x01  | fcvt-d-lu_op |

    Examples: what stands above the word is ignored
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.d.w  | 0x1234567800000005 | rne | 0x4014000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0xffffffff00000005 | rne | 0x4014000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x0000000080000000 | rne | 0xc1e0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.wu | 0x1234567800000005 | rne | 0x4014000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0xffffffff00000005 | rne | 0x4014000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x0000000080000000 | rne | 0x41e0000000000000 | 0x00  | fcvt-d-wu_op |

    Examples: large numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.d.w  | 0x000000007fffffff | rne | 0x41dfffffffc00000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x000000007fffffff | rtz | 0x41dfffffffc00000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x000000007fffffff | rup | 0x41dfffffffc00000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x0000000080000000 | rtz | 0xc1e0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x0000000080000000 | rup | 0xc1e0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x00000000ffffffff | rtz | 0xbff0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.w  | 0x00000000ffffffff | rup | 0xbff0000000000000 | 0x00  | fcvt-d-w_op  |
      | fcvt.d.wu | 0x000000007fffffff | rne | 0x41dfffffffc00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x000000007fffffff | rtz | 0x41dfffffffc00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x000000007fffffff | rup | 0x41dfffffffc00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x0000000080000000 | rtz | 0x41e0000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x0000000080000000 | rup | 0x41e0000000000000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x00000000ffffffff | rtz | 0x41efffffffe00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.wu | 0x00000000ffffffff | rup | 0x41efffffffe00000 | 0x00  | fcvt-d-wu_op |
      | fcvt.d.l  | 0x7fffffffffffffff | rne | 0x43e0000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x7fffffffffffffff | rtz | 0x43dfffffffffffff | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x7fffffffffffffff | rup | 0x43e0000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x8000000000000000 | rne | 0xc3e0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x8000000000000000 | rtz | 0xc3e0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x8000000000000000 | rup | 0xc3e0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffffffffffffffff | rtz | 0xbff0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffffffffffffffff | rup | 0xbff0000000000000 | 0x00  | fcvt-d-l_op  |
      | fcvt.d.lu | 0x7fffffffffffffff | rne | 0x43e0000000000000 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x7fffffffffffffff | rtz | 0x43dfffffffffffff | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x7fffffffffffffff | rup | 0x43e0000000000000 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x8000000000000000 | rne | 0x43e0000000000000 | 0x00  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x8000000000000000 | rtz | 0x43e0000000000000 | 0x00  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x8000000000000000 | rup | 0x43e0000000000000 | 0x00  | fcvt-d-lu_op |
      | fcvt.d.lu | 0xffffffffffffffff | rtz | 0x43efffffffffffff | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0xffffffffffffffff | rup | 0x43f0000000000000 | 0x01  | fcvt-d-lu_op |

    Examples: half way between two neighbours
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.d.l  | 0x0020000000000001 | rne | 0x4340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000001 | rtz | 0x4340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000001 | rdn | 0x4340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000001 | rup | 0x4340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000001 | rmm | 0x4340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffdfffffffffffff | rne | 0xc340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffdfffffffffffff | rtz | 0xc340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffdfffffffffffff | rdn | 0xc340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffdfffffffffffff | rup | 0xc340000000000000 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0xffdfffffffffffff | rmm | 0xc340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000003 | rne | 0x4340000000000002 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000003 | rtz | 0x4340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000003 | rdn | 0x4340000000000001 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000003 | rup | 0x4340000000000002 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.l  | 0x0020000000000003 | rmm | 0x4340000000000002 | 0x01  | fcvt-d-l_op  |
      | fcvt.d.lu | 0x0020000000000001 | rne | 0x4340000000000000 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000001 | rtz | 0x4340000000000000 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000001 | rdn | 0x4340000000000000 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000001 | rup | 0x4340000000000001 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000001 | rmm | 0x4340000000000001 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000003 | rne | 0x4340000000000002 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000003 | rtz | 0x4340000000000001 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000003 | rdn | 0x4340000000000001 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000003 | rup | 0x4340000000000002 | 0x01  | fcvt-d-lu_op |
      | fcvt.d.lu | 0x0020000000000003 | rmm | 0x4340000000000002 | 0x01  | fcvt-d-lu_op |

  @rule:fcvt-d-w_op
  Scenario: fcvt.d.w of x0 is +0 in every mode, and sets no flag
    Given fcsr = 0x40
    When the hart executes "fcvt.d.w fa2, x0"
    Then fa2 = 0x0000000000000000
    And fcsr = 0x40

  @rule:fcvt-w-d_fcvt-wu-d_sign_ext
  Scenario Outline: <insn> of <a> sign-extends its 32 bits
    Given fa0 = <a>
    When the hart executes "<insn> a2, fa0, <rm>"
    Then a2 = <result>

    Examples:
      | insn      | a                  | rm  | result             |
      | fcvt.wu.d | 0x41efffffffe00000 | rtz | 0xffffffffffffffff |
      | fcvt.wu.d | 0x41e0000000000000 | rne | 0xffffffff80000000 |
      | fcvt.wu.d | 0x41dfffffffc00001 | rup | 0xffffffff80000000 |
      | fcvt.wu.d | 0x7ff8000000000000 | rne | 0xffffffffffffffff |
      | fcvt.w.d  | 0xc1e0000000000000 | rne | 0xffffffff80000000 |
      | fcvt.w.d  | 0xbff0000000000000 | rne | 0xffffffffffffffff |
