@ext:F
Feature: Conversion between binary32 and integers
  A number is rounded to an integer by rm, and clipped when it does not fit: that is invalid, and nothing
  else is said of it. An integer is rounded to the format.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | fcvt.w.s  |
      | fcvt.wu.s |
      | fcvt.l.s  |
      | fcvt.lu.s |
      | fcvt.s.w  |
      | fcvt.s.wu |
      | fcvt.s.l  |
      | fcvt.s.lu |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | fcvt.w.s  |
      | fcvt.wu.s |
      | fcvt.l.s  |
      | fcvt.lu.s |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> a2, fa0, <rm>"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: whole numbers
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.s  | 0xffffffff00000000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3f800000 | rne | 0x0000000000000001 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40e00000 | rne | 0x0000000000000007 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff42c80000 | rne | 0x0000000000000064 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff80000000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-s_op  |
      | fcvt.wu.s | 0xffffffff00000000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3f800000 | rne | 0x0000000000000001 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40e00000 | rne | 0x0000000000000007 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff42c80000 | rne | 0x0000000000000064 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff80000000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-s_op |
      | fcvt.l.s  | 0xffffffff00000000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3f800000 | rne | 0x0000000000000001 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40e00000 | rne | 0x0000000000000007 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff42c80000 | rne | 0x0000000000000064 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff80000000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-s_op  |
      | fcvt.lu.s | 0xffffffff00000000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3f800000 | rne | 0x0000000000000001 | 0x00  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40e00000 | rne | 0x0000000000000007 | 0x00  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff42c80000 | rne | 0x0000000000000064 | 0x00  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff80000000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-s_op |
      | fcvt.w.s  | 0xffffffffbf800000 | rne | 0xffffffffffffffff | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc2c80000 | rne | 0xffffffffffffff9c | 0x00  | fcvt-w-s_op  |
      | fcvt.l.s  | 0xffffffffbf800000 | rne | 0xffffffffffffffff | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc2c80000 | rne | 0xffffffffffffff9c | 0x00  | fcvt-l-s_op  |

    Examples: halves
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.s  | 0xffffffff3f000000 | rne | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3fc00000 | rne | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40200000 | rne | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbf000000 | rne | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3f000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3fc00000 | rtz | 0x0000000000000001 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40200000 | rtz | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbf000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3f000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3fc00000 | rdn | 0x0000000000000001 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40200000 | rdn | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbf000000 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3f000000 | rup | 0x0000000000000001 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3fc00000 | rup | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40200000 | rup | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbf000000 | rup | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3f000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff3fc00000 | rmm | 0x0000000000000002 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff40200000 | rmm | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbf000000 | rmm | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.wu.s | 0xffffffff3f000000 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3fc00000 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40200000 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf000000 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3f000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3fc00000 | rtz | 0x0000000000000001 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40200000 | rtz | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3f000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3fc00000 | rdn | 0x0000000000000001 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40200000 | rdn | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf000000 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3f000000 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3fc00000 | rup | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40200000 | rup | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf000000 | rup | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3f000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff3fc00000 | rmm | 0x0000000000000002 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff40200000 | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf000000 | rmm | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.l.s  | 0xffffffff3f000000 | rne | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3fc00000 | rne | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40200000 | rne | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbf000000 | rne | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3f000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3fc00000 | rtz | 0x0000000000000001 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40200000 | rtz | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbf000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3f000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3fc00000 | rdn | 0x0000000000000001 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40200000 | rdn | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbf000000 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3f000000 | rup | 0x0000000000000001 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3fc00000 | rup | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40200000 | rup | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbf000000 | rup | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3f000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff3fc00000 | rmm | 0x0000000000000002 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff40200000 | rmm | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbf000000 | rmm | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.lu.s | 0xffffffff3f000000 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3fc00000 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40200000 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf000000 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3f000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3fc00000 | rtz | 0x0000000000000001 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40200000 | rtz | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf000000 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3f000000 | rdn | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3fc00000 | rdn | 0x0000000000000001 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40200000 | rdn | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf000000 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3f000000 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3fc00000 | rup | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40200000 | rup | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf000000 | rup | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3f000000 | rmm | 0x0000000000000001 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff3fc00000 | rmm | 0x0000000000000002 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff40200000 | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf000000 | rmm | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.w.s  | 0xffffffffbfc00000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc0200000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbfc00000 | rtz | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc0200000 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbfc00000 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc0200000 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbfc00000 | rup | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc0200000 | rup | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbfc00000 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffc0200000 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-w-s_op  |
      | fcvt.l.s  | 0xffffffffbfc00000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc0200000 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbfc00000 | rtz | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc0200000 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbfc00000 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc0200000 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbfc00000 | rup | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc0200000 | rup | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbfc00000 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffc0200000 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-l-s_op  |

    Examples: fractions
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.s  | 0xffffffff4048f5c2 | rne | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4048f5c2 | rtz | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4048f5c2 | rdn | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4048f5c2 | rup | 0x0000000000000004 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4048f5c2 | rmm | 0x0000000000000003 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbe999999 | rne | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbe999999 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbe999999 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbe999999 | rup | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffbe999999 | rmm | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff00000001 | rup | 0x0000000000000001 | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff80000001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff80000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-s_op  |
      | fcvt.wu.s | 0xffffffff4048f5c2 | rne | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4048f5c2 | rtz | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4048f5c2 | rdn | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4048f5c2 | rup | 0x0000000000000004 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4048f5c2 | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbe999999 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbe999999 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbe999999 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbe999999 | rup | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbe999999 | rmm | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff00000001 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff80000001 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff80000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.l.s  | 0xffffffff4048f5c2 | rne | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff4048f5c2 | rtz | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff4048f5c2 | rdn | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff4048f5c2 | rup | 0x0000000000000004 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff4048f5c2 | rmm | 0x0000000000000003 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbe999999 | rne | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbe999999 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbe999999 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbe999999 | rup | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffbe999999 | rmm | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff00000001 | rup | 0x0000000000000001 | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff80000001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff80000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-s_op  |
      | fcvt.lu.s | 0xffffffff4048f5c2 | rne | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff4048f5c2 | rtz | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff4048f5c2 | rdn | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff4048f5c2 | rup | 0x0000000000000004 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff4048f5c2 | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbe999999 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbe999999 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbe999999 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbe999999 | rup | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbe999999 | rmm | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff00000001 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff80000001 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff80000001 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |

    Examples: limits
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.s  | 0xffffffff4effffff | rtz | 0x000000007fffff80 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4f000000 | rtz | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff4f000001 | rtz | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff7f7fffff | rtz | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffceffffff | rtz | 0xffffffff80000080 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffcf000000 | rtz | 0xffffffff80000000 | 0x00  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffcf000001 | rtz | 0xffffffff80000000 | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffff7fffff | rtz | 0xffffffff80000000 | 0x10  | fcvt-w-s_op  |
      | fcvt.wu.s | 0xffffffff4f7fffff | rtz | 0xffffffffffffff00 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4f800000 | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4f800001 | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff7f7fffff | rtz | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf7fffff | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffbf800000 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffc0000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffff7fffff | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.l.s  | 0xffffffff5effffff | rtz | 0x7fffff8000000000 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff5f000000 | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff5f000001 | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff7f7fffff | rtz | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffdeffffff | rtz | 0x8000008000000000 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffdf000000 | rtz | 0x8000000000000000 | 0x00  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffdf000001 | rtz | 0x8000000000000000 | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffff7fffff | rtz | 0x8000000000000000 | 0x10  | fcvt-l-s_op  |
      | fcvt.lu.s | 0xffffffff5f7fffff | rtz | 0xffffff0000000000 | 0x00  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff5f800000 | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff5f800001 | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff7f7fffff | rtz | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf7fffff | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffbf800000 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffc0000000 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffff7fffff | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.wu.s | 0xffffffff4f000000 | rne | 0xffffffff80000000 | 0x00  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff4f7fffff | rne | 0xffffffffffffff00 | 0x00  | fcvt-wu-s_op |

    Examples: infinities and NaNs
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.s  | 0xffffffff7f800000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffff800000 | rne | 0xffffffff80000000 | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff7fc00000 | rne | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffffffffff | rne | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffff7f800001 | rne | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.w.s  | 0xffffffffff800001 | rne | 0x000000007fffffff | 0x10  | fcvt-w-s_op  |
      | fcvt.wu.s | 0xffffffff7f800000 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffff800000 | rne | 0x0000000000000000 | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff7fc00000 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffff7f800001 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.wu.s | 0xffffffffff800001 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-s_op |
      | fcvt.l.s  | 0xffffffff7f800000 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffff800000 | rne | 0x8000000000000000 | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff7fc00000 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffffffffff | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffff7f800001 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.l.s  | 0xffffffffff800001 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-s_op  |
      | fcvt.lu.s | 0xffffffff7f800000 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffff800000 | rne | 0x0000000000000000 | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff7fc00000 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffff7f800001 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |
      | fcvt.lu.s | 0xffffffffff800001 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-s_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffff40200000 and a0 = 16777219 and fcsr = <fcsr>
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn              | fcsr | rd  | result             | rule         |
      | fcvt.w.s a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-w-s_op  |
      | fcvt.w.s a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-w-s_op  |
      | fcvt.w.s a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-w-s_op  |
      | fcvt.w.s a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-w-s_op  |
      | fcvt.w.s a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-w-s_op  |
      | fcvt.wu.s a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-wu-s_op |
      | fcvt.wu.s a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-wu-s_op |
      | fcvt.wu.s a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-wu-s_op |
      | fcvt.wu.s a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-wu-s_op |
      | fcvt.wu.s a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-wu-s_op |
      | fcvt.l.s a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-l-s_op  |
      | fcvt.l.s a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-l-s_op  |
      | fcvt.l.s a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-l-s_op  |
      | fcvt.l.s a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-l-s_op  |
      | fcvt.l.s a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-l-s_op  |
      | fcvt.lu.s a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-lu-s_op |
      | fcvt.lu.s a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-lu-s_op |
      | fcvt.lu.s a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-lu-s_op |
      | fcvt.lu.s a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-lu-s_op |
      | fcvt.lu.s a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-lu-s_op |
      | fcvt.s.w fa2, a0  | 0x00 | fa2 | 0xffffffff4b800002 | fcvt-s-w_op  |
      | fcvt.s.w fa2, a0  | 0x20 | fa2 | 0xffffffff4b800001 | fcvt-s-w_op  |
      | fcvt.s.w fa2, a0  | 0x40 | fa2 | 0xffffffff4b800001 | fcvt-s-w_op  |
      | fcvt.s.w fa2, a0  | 0x60 | fa2 | 0xffffffff4b800002 | fcvt-s-w_op  |
      | fcvt.s.w fa2, a0  | 0x80 | fa2 | 0xffffffff4b800002 | fcvt-s-w_op  |
      | fcvt.s.wu fa2, a0 | 0x00 | fa2 | 0xffffffff4b800002 | fcvt-s-wu_op |
      | fcvt.s.wu fa2, a0 | 0x20 | fa2 | 0xffffffff4b800001 | fcvt-s-wu_op |
      | fcvt.s.wu fa2, a0 | 0x40 | fa2 | 0xffffffff4b800001 | fcvt-s-wu_op |
      | fcvt.s.wu fa2, a0 | 0x60 | fa2 | 0xffffffff4b800002 | fcvt-s-wu_op |
      | fcvt.s.wu fa2, a0 | 0x80 | fa2 | 0xffffffff4b800002 | fcvt-s-wu_op |
      | fcvt.s.l fa2, a0  | 0x00 | fa2 | 0xffffffff4b800002 | fcvt-s-l_op  |
      | fcvt.s.l fa2, a0  | 0x20 | fa2 | 0xffffffff4b800001 | fcvt-s-l_op  |
      | fcvt.s.l fa2, a0  | 0x40 | fa2 | 0xffffffff4b800001 | fcvt-s-l_op  |
      | fcvt.s.l fa2, a0  | 0x60 | fa2 | 0xffffffff4b800002 | fcvt-s-l_op  |
      | fcvt.s.l fa2, a0  | 0x80 | fa2 | 0xffffffff4b800002 | fcvt-s-l_op  |
      | fcvt.s.lu fa2, a0 | 0x00 | fa2 | 0xffffffff4b800002 | fcvt-s-lu_op |
      | fcvt.s.lu fa2, a0 | 0x20 | fa2 | 0xffffffff4b800001 | fcvt-s-lu_op |
      | fcvt.s.lu fa2, a0 | 0x40 | fa2 | 0xffffffff4b800001 | fcvt-s-lu_op |
      | fcvt.s.lu fa2, a0 | 0x60 | fa2 | 0xffffffff4b800002 | fcvt-s-lu_op |
      | fcvt.s.lu fa2, a0 | 0x80 | fa2 | 0xffffffff4b800002 | fcvt-s-lu_op |

  Scenario Outline: <insn> of <n>, rounded by <rm>, gives <result>
    Given a0 = <n>
    When the hart executes "<insn> fa2, a0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: small numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.s.w  | 0x0000000000000000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000000000001 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000ffffffff | rne | 0xffffffffbf800000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.wu | 0x0000000000000000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000000000001 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x00000000ffffffff | rne | 0xffffffff4f800000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.l  | 0x0000000000000000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000000000001 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xffffffffffffffff | rne | 0xffffffffbf800000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.lu | 0x0000000000000000 | rne | 0xffffffff00000000 | 0x00  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000000000001 | rne | 0xffffffff3f800000 | 0x00  | fcvt-s-lu_op |
      | fcvt.s.lu | 0xffffffffffffffff | rne | 0xffffffff5f800000 | 0x01  | fcvt-s-lu_op |

    Examples: what stands above the word is ignored
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.s.w  | 0x1234567800000005 | rne | 0xffffffff40a00000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0xffffffff00000005 | rne | 0xffffffff40a00000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000080000000 | rne | 0xffffffffcf000000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.wu | 0x1234567800000005 | rne | 0xffffffff40a00000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0xffffffff00000005 | rne | 0xffffffff40a00000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000080000000 | rne | 0xffffffff4f000000 | 0x00  | fcvt-s-wu_op |

    Examples: large numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.s.w  | 0x000000007fffffff | rne | 0xffffffff4f000000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x000000007fffffff | rtz | 0xffffffff4effffff | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x000000007fffffff | rup | 0xffffffff4f000000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000080000000 | rtz | 0xffffffffcf000000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000080000000 | rup | 0xffffffffcf000000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000ffffffff | rtz | 0xffffffffbf800000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000ffffffff | rup | 0xffffffffbf800000 | 0x00  | fcvt-s-w_op  |
      | fcvt.s.wu | 0x000000007fffffff | rne | 0xffffffff4f000000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x000000007fffffff | rtz | 0xffffffff4effffff | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x000000007fffffff | rup | 0xffffffff4f000000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000080000000 | rtz | 0xffffffff4f000000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000080000000 | rup | 0xffffffff4f000000 | 0x00  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x00000000ffffffff | rtz | 0xffffffff4f7fffff | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x00000000ffffffff | rup | 0xffffffff4f800000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.l  | 0x7fffffffffffffff | rne | 0xffffffff5f000000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x7fffffffffffffff | rtz | 0xffffffff5effffff | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x7fffffffffffffff | rup | 0xffffffff5f000000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x8000000000000000 | rne | 0xffffffffdf000000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x8000000000000000 | rtz | 0xffffffffdf000000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x8000000000000000 | rup | 0xffffffffdf000000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xffffffffffffffff | rtz | 0xffffffffbf800000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xffffffffffffffff | rup | 0xffffffffbf800000 | 0x00  | fcvt-s-l_op  |
      | fcvt.s.lu | 0x7fffffffffffffff | rne | 0xffffffff5f000000 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x7fffffffffffffff | rtz | 0xffffffff5effffff | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x7fffffffffffffff | rup | 0xffffffff5f000000 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x8000000000000000 | rne | 0xffffffff5f000000 | 0x00  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x8000000000000000 | rtz | 0xffffffff5f000000 | 0x00  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x8000000000000000 | rup | 0xffffffff5f000000 | 0x00  | fcvt-s-lu_op |
      | fcvt.s.lu | 0xffffffffffffffff | rtz | 0xffffffff5f7fffff | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0xffffffffffffffff | rup | 0xffffffff5f800000 | 0x01  | fcvt-s-lu_op |

    Examples: half way between two neighbours
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.s.w  | 0x0000000001000001 | rne | 0xffffffff4b800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000001 | rtz | 0xffffffff4b800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000001 | rdn | 0xffffffff4b800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000001 | rup | 0xffffffff4b800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000001 | rmm | 0xffffffff4b800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000feffffff | rne | 0xffffffffcb800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000feffffff | rtz | 0xffffffffcb800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000feffffff | rdn | 0xffffffffcb800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000feffffff | rup | 0xffffffffcb800000 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x00000000feffffff | rmm | 0xffffffffcb800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000003 | rne | 0xffffffff4b800002 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000003 | rtz | 0xffffffff4b800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000003 | rdn | 0xffffffff4b800001 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000003 | rup | 0xffffffff4b800002 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.w  | 0x0000000001000003 | rmm | 0xffffffff4b800002 | 0x01  | fcvt-s-w_op  |
      | fcvt.s.wu | 0x0000000001000001 | rne | 0xffffffff4b800000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000001 | rtz | 0xffffffff4b800000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000001 | rdn | 0xffffffff4b800000 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000001 | rup | 0xffffffff4b800001 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000001 | rmm | 0xffffffff4b800001 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000003 | rne | 0xffffffff4b800002 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000003 | rtz | 0xffffffff4b800001 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000003 | rdn | 0xffffffff4b800001 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000003 | rup | 0xffffffff4b800002 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.wu | 0x0000000001000003 | rmm | 0xffffffff4b800002 | 0x01  | fcvt-s-wu_op |
      | fcvt.s.l  | 0x0000000001000001 | rne | 0xffffffff4b800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000001 | rtz | 0xffffffff4b800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000001 | rdn | 0xffffffff4b800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000001 | rup | 0xffffffff4b800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000001 | rmm | 0xffffffff4b800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xfffffffffeffffff | rne | 0xffffffffcb800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xfffffffffeffffff | rtz | 0xffffffffcb800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xfffffffffeffffff | rdn | 0xffffffffcb800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xfffffffffeffffff | rup | 0xffffffffcb800000 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0xfffffffffeffffff | rmm | 0xffffffffcb800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000003 | rne | 0xffffffff4b800002 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000003 | rtz | 0xffffffff4b800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000003 | rdn | 0xffffffff4b800001 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000003 | rup | 0xffffffff4b800002 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.l  | 0x0000000001000003 | rmm | 0xffffffff4b800002 | 0x01  | fcvt-s-l_op  |
      | fcvt.s.lu | 0x0000000001000001 | rne | 0xffffffff4b800000 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000001 | rtz | 0xffffffff4b800000 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000001 | rdn | 0xffffffff4b800000 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000001 | rup | 0xffffffff4b800001 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000001 | rmm | 0xffffffff4b800001 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000003 | rne | 0xffffffff4b800002 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000003 | rtz | 0xffffffff4b800001 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000003 | rdn | 0xffffffff4b800001 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000003 | rup | 0xffffffff4b800002 | 0x01  | fcvt-s-lu_op |
      | fcvt.s.lu | 0x0000000001000003 | rmm | 0xffffffff4b800002 | 0x01  | fcvt-s-lu_op |

  @rule:fcvt-s-w_op
  Scenario: fcvt.s.w of x0 is +0 in every mode, and sets no flag
    Given fcsr = 0x40
    When the hart executes "fcvt.s.w fa2, x0"
    Then fa2 = 0xffffffff00000000
    And fcsr = 0x40
