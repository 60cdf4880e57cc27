@ext:Zfh
Feature: Conversion between binary16 and integers
  A number is rounded to an integer by rm, and clipped when it does not fit: that is invalid, and nothing
  else is said of it. An integer is rounded to the format.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | fcvt.w.h  |
      | fcvt.wu.h |
      | fcvt.l.h  |
      | fcvt.lu.h |
      | fcvt.h.w  |
      | fcvt.h.wu |
      | fcvt.h.l  |
      | fcvt.h.lu |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | fcvt.w.h  |
      | fcvt.wu.h |
      | fcvt.l.h  |
      | fcvt.lu.h |

  Scenario Outline: <insn> of <a>, rounded by <rm>, gives <result>
    Given fa0 = <a>
    When the hart executes "<insn> a2, fa0, <rm>"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: whole numbers
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.h  | 0xffffffffffff0000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3c00 | rne | 0x0000000000000001 | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4700 | rne | 0x0000000000000007 | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff5640 | rne | 0x0000000000000064 | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff8000 | rne | 0x0000000000000000 | 0x00  | fcvt-w-h_op  |
      | fcvt.wu.h | 0xffffffffffff0000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3c00 | rne | 0x0000000000000001 | 0x00  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4700 | rne | 0x0000000000000007 | 0x00  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff5640 | rne | 0x0000000000000064 | 0x00  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff8000 | rne | 0x0000000000000000 | 0x00  | fcvt-wu-h_op |
      | fcvt.l.h  | 0xffffffffffff0000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3c00 | rne | 0x0000000000000001 | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4700 | rne | 0x0000000000000007 | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff5640 | rne | 0x0000000000000064 | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff8000 | rne | 0x0000000000000000 | 0x00  | fcvt-l-h_op  |
      | fcvt.lu.h | 0xffffffffffff0000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3c00 | rne | 0x0000000000000001 | 0x00  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4700 | rne | 0x0000000000000007 | 0x00  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff5640 | rne | 0x0000000000000064 | 0x00  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff8000 | rne | 0x0000000000000000 | 0x00  | fcvt-lu-h_op |
      | fcvt.w.h  | 0xffffffffffffbc00 | rne | 0xffffffffffffffff | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffd640 | rne | 0xffffffffffffff9c | 0x00  | fcvt-w-h_op  |
      | fcvt.l.h  | 0xffffffffffffbc00 | rne | 0xffffffffffffffff | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffd640 | rne | 0xffffffffffffff9c | 0x00  | fcvt-l-h_op  |

    Examples: halves
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.h  | 0xffffffffffff3800 | rne | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3e00 | rne | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4100 | rne | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb800 | rne | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3800 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3e00 | rtz | 0x0000000000000001 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4100 | rtz | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb800 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3800 | rdn | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3e00 | rdn | 0x0000000000000001 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4100 | rdn | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb800 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3800 | rup | 0x0000000000000001 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3e00 | rup | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4100 | rup | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb800 | rup | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3800 | rmm | 0x0000000000000001 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff3e00 | rmm | 0x0000000000000002 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4100 | rmm | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb800 | rmm | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.wu.h | 0xffffffffffff3800 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3e00 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4100 | rne | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb800 | rne | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3800 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3e00 | rtz | 0x0000000000000001 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4100 | rtz | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb800 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3800 | rdn | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3e00 | rdn | 0x0000000000000001 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4100 | rdn | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb800 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3800 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3e00 | rup | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4100 | rup | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb800 | rup | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3800 | rmm | 0x0000000000000001 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff3e00 | rmm | 0x0000000000000002 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4100 | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb800 | rmm | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.l.h  | 0xffffffffffff3800 | rne | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3e00 | rne | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4100 | rne | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb800 | rne | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3800 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3e00 | rtz | 0x0000000000000001 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4100 | rtz | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb800 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3800 | rdn | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3e00 | rdn | 0x0000000000000001 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4100 | rdn | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb800 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3800 | rup | 0x0000000000000001 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3e00 | rup | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4100 | rup | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb800 | rup | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3800 | rmm | 0x0000000000000001 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff3e00 | rmm | 0x0000000000000002 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4100 | rmm | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb800 | rmm | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.lu.h | 0xffffffffffff3800 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3e00 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4100 | rne | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb800 | rne | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3800 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3e00 | rtz | 0x0000000000000001 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4100 | rtz | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb800 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3800 | rdn | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3e00 | rdn | 0x0000000000000001 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4100 | rdn | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb800 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3800 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3e00 | rup | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4100 | rup | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb800 | rup | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3800 | rmm | 0x0000000000000001 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff3e00 | rmm | 0x0000000000000002 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4100 | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb800 | rmm | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.w.h  | 0xffffffffffffbe00 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffc100 | rne | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffbe00 | rtz | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffc100 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffbe00 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffc100 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffbe00 | rup | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffc100 | rup | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffbe00 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffc100 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-w-h_op  |
      | fcvt.l.h  | 0xffffffffffffbe00 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffc100 | rne | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffbe00 | rtz | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffc100 | rtz | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffbe00 | rdn | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffc100 | rdn | 0xfffffffffffffffd | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffbe00 | rup | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffc100 | rup | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffbe00 | rmm | 0xfffffffffffffffe | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffc100 | rmm | 0xfffffffffffffffd | 0x01  | fcvt-l-h_op  |

    Examples: fractions
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.h  | 0xffffffffffff4247 | rne | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4247 | rtz | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4247 | rdn | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4247 | rup | 0x0000000000000004 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff4247 | rmm | 0x0000000000000003 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb4cc | rne | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb4cc | rtz | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb4cc | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb4cc | rup | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffb4cc | rmm | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff0001 | rup | 0x0000000000000001 | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff8001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff8001 | rtz | 0x0000000000000000 | 0x01  | fcvt-w-h_op  |
      | fcvt.wu.h | 0xffffffffffff4247 | rne | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4247 | rtz | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4247 | rdn | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4247 | rup | 0x0000000000000004 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff4247 | rmm | 0x0000000000000003 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb4cc | rne | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb4cc | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb4cc | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb4cc | rup | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffb4cc | rmm | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff0001 | rup | 0x0000000000000001 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff8001 | rdn | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff8001 | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.l.h  | 0xffffffffffff4247 | rne | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4247 | rtz | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4247 | rdn | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4247 | rup | 0x0000000000000004 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff4247 | rmm | 0x0000000000000003 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb4cc | rne | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb4cc | rtz | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb4cc | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb4cc | rup | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffb4cc | rmm | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff0001 | rup | 0x0000000000000001 | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff8001 | rdn | 0xffffffffffffffff | 0x01  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff8001 | rtz | 0x0000000000000000 | 0x01  | fcvt-l-h_op  |
      | fcvt.lu.h | 0xffffffffffff4247 | rne | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4247 | rtz | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4247 | rdn | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4247 | rup | 0x0000000000000004 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff4247 | rmm | 0x0000000000000003 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb4cc | rne | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb4cc | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb4cc | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb4cc | rup | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffb4cc | rmm | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff0001 | rup | 0x0000000000000001 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff8001 | rdn | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff8001 | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |

    Examples: limits
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.h  | 0xffffffffffff7bff | rtz | 0x000000000000ffe0 | 0x00  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xfffffffffffffbff | rtz | 0xffffffffffff0020 | 0x00  | fcvt-w-h_op  |
      | fcvt.wu.h | 0xffffffffffff7bff | rtz | 0x000000000000ffe0 | 0x00  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffbbff | rtz | 0x0000000000000000 | 0x01  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffbc00 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffc000 | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xfffffffffffffbff | rtz | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.l.h  | 0xffffffffffff7bff | rtz | 0x000000000000ffe0 | 0x00  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xfffffffffffffbff | rtz | 0xffffffffffff0020 | 0x00  | fcvt-l-h_op  |
      | fcvt.lu.h | 0xffffffffffff7bff | rtz | 0x000000000000ffe0 | 0x00  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffbbff | rtz | 0x0000000000000000 | 0x01  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffbc00 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffc000 | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xfffffffffffffbff | rtz | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |

    Examples: infinities and NaNs
      | insn      | a                  | rm  | result             | flags | rule         |
      | fcvt.w.h  | 0xffffffffffff7c00 | rne | 0x000000007fffffff | 0x10  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xfffffffffffffc00 | rne | 0xffffffff80000000 | 0x10  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff7e00 | rne | 0x000000007fffffff | 0x10  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffffffff | rne | 0x000000007fffffff | 0x10  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xffffffffffff7c01 | rne | 0x000000007fffffff | 0x10  | fcvt-w-h_op  |
      | fcvt.w.h  | 0xfffffffffffffc01 | rne | 0x000000007fffffff | 0x10  | fcvt-w-h_op  |
      | fcvt.wu.h | 0xffffffffffff7c00 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xfffffffffffffc00 | rne | 0x0000000000000000 | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff7e00 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xffffffffffff7c01 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-h_op |
      | fcvt.wu.h | 0xfffffffffffffc01 | rne | 0xffffffffffffffff | 0x10  | fcvt-wu-h_op |
      | fcvt.l.h  | 0xffffffffffff7c00 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xfffffffffffffc00 | rne | 0x8000000000000000 | 0x10  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff7e00 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffffffff | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xffffffffffff7c01 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-h_op  |
      | fcvt.l.h  | 0xfffffffffffffc01 | rne | 0x7fffffffffffffff | 0x10  | fcvt-l-h_op  |
      | fcvt.lu.h | 0xffffffffffff7c00 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xfffffffffffffc00 | rne | 0x0000000000000000 | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff7e00 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffffffff | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xffffffffffff7c01 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-h_op |
      | fcvt.lu.h | 0xfffffffffffffc01 | rne | 0xffffffffffffffff | 0x10  | fcvt-lu-h_op |

  Scenario Outline: <insn> rounds by frm, which fcsr = <fcsr> holds
    Given fa0 = 0xffffffffffff4100 and a0 = 2051 and fcsr = <fcsr>
    When the hart executes "<insn>"
    Then <rd> = <result> [<rule>, fcsr_frm_op]
    And fcsr = <fcsr> + 1 [<rule>]

    Examples:
      | insn              | fcsr | rd  | result             | rule         |
      | fcvt.w.h a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-w-h_op  |
      | fcvt.w.h a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-w-h_op  |
      | fcvt.w.h a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-w-h_op  |
      | fcvt.w.h a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-w-h_op  |
      | fcvt.w.h a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-w-h_op  |
      | fcvt.wu.h a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-wu-h_op |
      | fcvt.wu.h a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-wu-h_op |
      | fcvt.wu.h a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-wu-h_op |
      | fcvt.wu.h a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-wu-h_op |
      | fcvt.wu.h a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-wu-h_op |
      | fcvt.l.h a2, fa0  | 0x00 | a2  | 0x0000000000000002 | fcvt-l-h_op  |
      | fcvt.l.h a2, fa0  | 0x20 | a2  | 0x0000000000000002 | fcvt-l-h_op  |
      | fcvt.l.h a2, fa0  | 0x40 | a2  | 0x0000000000000002 | fcvt-l-h_op  |
      | fcvt.l.h a2, fa0  | 0x60 | a2  | 0x0000000000000003 | fcvt-l-h_op  |
      | fcvt.l.h a2, fa0  | 0x80 | a2  | 0x0000000000000003 | fcvt-l-h_op  |
      | fcvt.lu.h a2, fa0 | 0x00 | a2  | 0x0000000000000002 | fcvt-lu-h_op |
      | fcvt.lu.h a2, fa0 | 0x20 | a2  | 0x0000000000000002 | fcvt-lu-h_op |
      | fcvt.lu.h a2, fa0 | 0x40 | a2  | 0x0000000000000002 | fcvt-lu-h_op |
      | fcvt.lu.h a2, fa0 | 0x60 | a2  | 0x0000000000000003 | fcvt-lu-h_op |
      | fcvt.lu.h a2, fa0 | 0x80 | a2  | 0x0000000000000003 | fcvt-lu-h_op |
      | fcvt.h.w fa2, a0  | 0x00 | fa2 | 0xffffffffffff6802 | fcvt-h-w_op  |
      | fcvt.h.w fa2, a0  | 0x20 | fa2 | 0xffffffffffff6801 | fcvt-h-w_op  |
      | fcvt.h.w fa2, a0  | 0x40 | fa2 | 0xffffffffffff6801 | fcvt-h-w_op  |
      | fcvt.h.w fa2, a0  | 0x60 | fa2 | 0xffffffffffff6802 | fcvt-h-w_op  |
      | fcvt.h.w fa2, a0  | 0x80 | fa2 | 0xffffffffffff6802 | fcvt-h-w_op  |
      | fcvt.h.wu fa2, a0 | 0x00 | fa2 | 0xffffffffffff6802 | fcvt-h-wu_op |
      | fcvt.h.wu fa2, a0 | 0x20 | fa2 | 0xffffffffffff6801 | fcvt-h-wu_op |
      | fcvt.h.wu fa2, a0 | 0x40 | fa2 | 0xffffffffffff6801 | fcvt-h-wu_op |
      | fcvt.h.wu fa2, a0 | 0x60 | fa2 | 0xffffffffffff6802 | fcvt-h-wu_op |
      | fcvt.h.wu fa2, a0 | 0x80 | fa2 | 0xffffffffffff6802 | fcvt-h-wu_op |
      | fcvt.h.l fa2, a0  | 0x00 | fa2 | 0xffffffffffff6802 | fcvt-h-l_op  |
      | fcvt.h.l fa2, a0  | 0x20 | fa2 | 0xffffffffffff6801 | fcvt-h-l_op  |
      | fcvt.h.l fa2, a0  | 0x40 | fa2 | 0xffffffffffff6801 | fcvt-h-l_op  |
      | fcvt.h.l fa2, a0  | 0x60 | fa2 | 0xffffffffffff6802 | fcvt-h-l_op  |
      | fcvt.h.l fa2, a0  | 0x80 | fa2 | 0xffffffffffff6802 | fcvt-h-l_op  |
      | fcvt.h.lu fa2, a0 | 0x00 | fa2 | 0xffffffffffff6802 | fcvt-h-lu_op |
      | fcvt.h.lu fa2, a0 | 0x20 | fa2 | 0xffffffffffff6801 | fcvt-h-lu_op |
      | fcvt.h.lu fa2, a0 | 0x40 | fa2 | 0xffffffffffff6801 | fcvt-h-lu_op |
      | fcvt.h.lu fa2, a0 | 0x60 | fa2 | 0xffffffffffff6802 | fcvt-h-lu_op |
      | fcvt.h.lu fa2, a0 | 0x80 | fa2 | 0xffffffffffff6802 | fcvt-h-lu_op |

  Scenario Outline: <insn> of <n>, rounded by <rm>, gives <result>
    Given a0 = <n>
    When the hart executes "<insn> fa2, a0, <rm>"
    Then fa2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: small numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.h.w  | 0x0000000000000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000001 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000ffffffff | rne | 0xffffffffffffbc00 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.wu | 0x0000000000000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000001 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x00000000ffffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.l  | 0x0000000000000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000001 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xffffffffffffffff | rne | 0xffffffffffffbc00 | 0x00  | fcvt-h-l_op  |
      | fcvt.h.lu | 0x0000000000000000 | rne | 0xffffffffffff0000 | 0x00  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000001 | rne | 0xffffffffffff3c00 | 0x00  | fcvt-h-lu_op |
      | fcvt.h.lu | 0xffffffffffffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |

    Examples: what stands above the word is ignored
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.h.w  | 0x1234567800000005 | rne | 0xffffffffffff4500 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0xffffffff00000005 | rne | 0xffffffffffff4500 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000080000000 | rne | 0xfffffffffffffc00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.wu | 0x1234567800000005 | rne | 0xffffffffffff4500 | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0xffffffff00000005 | rne | 0xffffffffffff4500 | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000080000000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |

    Examples: large numbers
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.h.w  | 0x000000007fffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000007fffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000007fffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000080000000 | rtz | 0xfffffffffffffbff | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000080000000 | rup | 0xfffffffffffffbff | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000ffffffff | rtz | 0xffffffffffffbc00 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000ffffffff | rup | 0xffffffffffffbc00 | 0x00  | fcvt-h-w_op  |
      | fcvt.h.wu | 0x000000007fffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000007fffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000007fffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000080000000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000080000000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x00000000ffffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x00000000ffffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.l  | 0x7fffffffffffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x7fffffffffffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x7fffffffffffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x8000000000000000 | rne | 0xfffffffffffffc00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x8000000000000000 | rtz | 0xfffffffffffffbff | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x8000000000000000 | rup | 0xfffffffffffffbff | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xffffffffffffffff | rtz | 0xffffffffffffbc00 | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xffffffffffffffff | rup | 0xffffffffffffbc00 | 0x00  | fcvt-h-l_op  |
      | fcvt.h.lu | 0x7fffffffffffffff | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x7fffffffffffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x7fffffffffffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x8000000000000000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x8000000000000000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x8000000000000000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0xffffffffffffffff | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0xffffffffffffffff | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |

    Examples: half way between two neighbours
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.h.w  | 0x0000000000000801 | rne | 0xffffffffffff6800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000801 | rtz | 0xffffffffffff6800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000801 | rdn | 0xffffffffffff6800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000801 | rup | 0xffffffffffff6801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000801 | rmm | 0xffffffffffff6801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000fffff7ff | rne | 0xffffffffffffe800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000fffff7ff | rtz | 0xffffffffffffe800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000fffff7ff | rdn | 0xffffffffffffe801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000fffff7ff | rup | 0xffffffffffffe800 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x00000000fffff7ff | rmm | 0xffffffffffffe801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000803 | rne | 0xffffffffffff6802 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000803 | rtz | 0xffffffffffff6801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000803 | rdn | 0xffffffffffff6801 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000803 | rup | 0xffffffffffff6802 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000000803 | rmm | 0xffffffffffff6802 | 0x01  | fcvt-h-w_op  |
      | fcvt.h.wu | 0x0000000000000801 | rne | 0xffffffffffff6800 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000801 | rtz | 0xffffffffffff6800 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000801 | rdn | 0xffffffffffff6800 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000801 | rup | 0xffffffffffff6801 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000801 | rmm | 0xffffffffffff6801 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000803 | rne | 0xffffffffffff6802 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000803 | rtz | 0xffffffffffff6801 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000803 | rdn | 0xffffffffffff6801 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000803 | rup | 0xffffffffffff6802 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000000803 | rmm | 0xffffffffffff6802 | 0x01  | fcvt-h-wu_op |
      | fcvt.h.l  | 0x0000000000000801 | rne | 0xffffffffffff6800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000801 | rtz | 0xffffffffffff6800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000801 | rdn | 0xffffffffffff6800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000801 | rup | 0xffffffffffff6801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000801 | rmm | 0xffffffffffff6801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xfffffffffffff7ff | rne | 0xffffffffffffe800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xfffffffffffff7ff | rtz | 0xffffffffffffe800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xfffffffffffff7ff | rdn | 0xffffffffffffe801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xfffffffffffff7ff | rup | 0xffffffffffffe800 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0xfffffffffffff7ff | rmm | 0xffffffffffffe801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000803 | rne | 0xffffffffffff6802 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000803 | rtz | 0xffffffffffff6801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000803 | rdn | 0xffffffffffff6801 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000803 | rup | 0xffffffffffff6802 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000000803 | rmm | 0xffffffffffff6802 | 0x01  | fcvt-h-l_op  |
      | fcvt.h.lu | 0x0000000000000801 | rne | 0xffffffffffff6800 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000801 | rtz | 0xffffffffffff6800 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000801 | rdn | 0xffffffffffff6800 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000801 | rup | 0xffffffffffff6801 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000801 | rmm | 0xffffffffffff6801 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000803 | rne | 0xffffffffffff6802 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000803 | rtz | 0xffffffffffff6801 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000803 | rdn | 0xffffffffffff6801 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000803 | rup | 0xffffffffffff6802 | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000000803 | rmm | 0xffffffffffff6802 | 0x01  | fcvt-h-lu_op |

    Examples: overflow
      | insn      | n                  | rm  | result             | flags | rule         |
      | fcvt.h.w  | 0x000000000000ffe0 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000ffe0 | rtz | 0xffffffffffff7bff | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000ffe0 | rup | 0xffffffffffff7bff | 0x00  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000ffef | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000ffef | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000ffef | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000fff0 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000fff0 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x000000000000fff0 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000010000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000010000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-w_op  |
      | fcvt.h.w  | 0x0000000000010000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-w_op  |
      | fcvt.h.wu | 0x000000000000ffe0 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000ffe0 | rtz | 0xffffffffffff7bff | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000ffe0 | rup | 0xffffffffffff7bff | 0x00  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000ffef | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000ffef | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000ffef | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000fff0 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000fff0 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x000000000000fff0 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000010000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000010000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-wu_op |
      | fcvt.h.wu | 0x0000000000010000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-wu_op |
      | fcvt.h.l  | 0x000000000000ffe0 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000ffe0 | rtz | 0xffffffffffff7bff | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000ffe0 | rup | 0xffffffffffff7bff | 0x00  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000ffef | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000ffef | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000ffef | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000fff0 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000fff0 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x000000000000fff0 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000010000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000010000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-l_op  |
      | fcvt.h.l  | 0x0000000000010000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-l_op  |
      | fcvt.h.lu | 0x000000000000ffe0 | rne | 0xffffffffffff7bff | 0x00  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000ffe0 | rtz | 0xffffffffffff7bff | 0x00  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000ffe0 | rup | 0xffffffffffff7bff | 0x00  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000ffef | rne | 0xffffffffffff7bff | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000ffef | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000ffef | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000fff0 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000fff0 | rtz | 0xffffffffffff7bff | 0x01  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x000000000000fff0 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000010000 | rne | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000010000 | rtz | 0xffffffffffff7bff | 0x05  | fcvt-h-lu_op |
      | fcvt.h.lu | 0x0000000000010000 | rup | 0xffffffffffff7c00 | 0x05  | fcvt-h-lu_op |

  @rule:fcvt-h-w_op
  Scenario: fcvt.h.w of x0 is +0 in every mode, and sets no flag
    Given fcsr = 0x40
    When the hart executes "fcvt.h.w fa2, x0"
    Then fa2 = 0xffffffffffff0000
    And fcsr = 0x40
