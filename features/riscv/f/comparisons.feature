@ext:F
Feature: Comparisons and classes in binary32
  Comparing a NaN with anything is false. feq minds signaling NaNs only; flt and fle mind any. The zeros are
  equal, and every value is of one class.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | feq.s    |
      | flt.s    |
      | fle.s    |
      | fclass.s |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | feq.s    |
      | flt.s    |
      | fle.s    |
      | fclass.s |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn  | a                  | b                  | result | flags | rule     |
      | feq.s | 0xffffffff3f800000 | 0xffffffff40000000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 1      | 0x00  | feq-s_op |
      | feq.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffffc0000000 | 0xffffffffbf800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffffbf800000 | 0xffffffffc0000000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff3f800000 | 0xffffffff3f800001 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff00000000 | 0xffffffff80000000 | 1      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff80000000 | 0xffffffff00000000 | 1      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff00000001 | 0xffffffff00000000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff80000001 | 0xffffffff00000000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff80000001 | 0xffffffff80000000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff007fffff | 0xffffffff00800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff7f7fffff | 0xffffffff7f800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff7f800000 | 0xffffffff7f800000 | 1      | 0x00  | feq-s_op |
      | feq.s | 0xffffffffff800000 | 0xffffffffff7fffff | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffffff800000 | 0xffffffff7f800000 | 0      | 0x00  | feq-s_op |
      | feq.s | 0xffffffff7f800000 | 0xffffffff7f7fffff | 0      | 0x00  | feq-s_op |
      | flt.s | 0xffffffff3f800000 | 0xffffffff40000000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffffc0000000 | 0xffffffffbf800000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffffbf800000 | 0xffffffffc0000000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff3f800000 | 0xffffffff3f800001 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff00000000 | 0xffffffff80000000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff80000000 | 0xffffffff00000000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff00000001 | 0xffffffff00000000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff80000001 | 0xffffffff00000000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff80000001 | 0xffffffff80000000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff007fffff | 0xffffffff00800000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff7f7fffff | 0xffffffff7f800000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff7f800000 | 0xffffffff7f800000 | 0      | 0x00  | flt-s_op |
      | flt.s | 0xffffffffff800000 | 0xffffffffff7fffff | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffffff800000 | 0xffffffff7f800000 | 1      | 0x00  | flt-s_op |
      | flt.s | 0xffffffff7f800000 | 0xffffffff7f7fffff | 0      | 0x00  | flt-s_op |
      | fle.s | 0xffffffff3f800000 | 0xffffffff40000000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff40000000 | 0xffffffff3f800000 | 0      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff3f800000 | 0xffffffff3f800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffffbf800000 | 0xffffffff3f800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffffc0000000 | 0xffffffffbf800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffffbf800000 | 0xffffffffc0000000 | 0      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff3f800000 | 0xffffffff3f800001 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff00000000 | 0xffffffff80000000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff80000000 | 0xffffffff00000000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff00000001 | 0xffffffff00000000 | 0      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff80000001 | 0xffffffff00000000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff80000001 | 0xffffffff80000000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff007fffff | 0xffffffff00800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff7f7fffff | 0xffffffff7f800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff7f800000 | 0xffffffff7f800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffffff800000 | 0xffffffffff7fffff | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffffff800000 | 0xffffffff7f800000 | 1      | 0x00  | fle-s_op |
      | fle.s | 0xffffffff7f800000 | 0xffffffff7f7fffff | 0      | 0x00  | fle-s_op |

    Examples: NaNs
      | insn  | a                  | b                  | result | flags | rule      |
      | feq.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0      | 0x00  | feq-s_NaN |
      | feq.s | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0      | 0x00  | feq-s_NaN |
      | feq.s | 0xffffffffffc00001 | 0xffffffffffffffff | 0      | 0x00  | feq-s_NaN |
      | feq.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0      | 0x00  | feq-s_NaN |
      | feq.s | 0xffffffff7f800000 | 0xffffffff7fc00000 | 0      | 0x00  | feq-s_NaN |
      | feq.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0      | 0x10  | feq-s_NaN |
      | feq.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0      | 0x10  | feq-s_NaN |
      | feq.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0      | 0x10  | feq-s_NaN |
      | feq.s | 0xffffffff7fc00000 | 0xffffffff7fbfffff | 0      | 0x10  | feq-s_NaN |
      | flt.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffffffc00001 | 0xffffffffffffffff | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff7f800000 | 0xffffffff7fc00000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0      | 0x10  | flt-s_NaN |
      | flt.s | 0xffffffff7fc00000 | 0xffffffff7fbfffff | 0      | 0x10  | flt-s_NaN |
      | fle.s | 0xffffffff7fc00000 | 0xffffffff3f800000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff3f800000 | 0xffffffff7fc00000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffffffc00001 | 0xffffffffffffffff | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff7fc00000 | 0xffffffff7fc00000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff7f800000 | 0xffffffff7fc00000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff7f800001 | 0xffffffff3f800000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff3f800000 | 0xffffffffff800001 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff7f800001 | 0xffffffff7fc00000 | 0      | 0x10  | fle-s_NaN |
      | fle.s | 0xffffffff7fc00000 | 0xffffffff7fbfffff | 0      | 0x10  | fle-s_NaN |

  Scenario Outline: <insn> to x0 still accrues its flag
    Given fa0 = 0xffffffff7f800001 and fa1 = 0xffffffff3f800000
    When the hart executes "<insn> x0, fa0, fa1"
    Then fflags = 0x10 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn  | rule      |
      | feq.s | feq-s_NaN |
      | flt.s | flt-s_NaN |
      | fle.s | fle-s_NaN |

  @rule:fclass-s_op
  Scenario Outline: fclass.s of <a> gives <result>
    Given fa0 = <a>
    When the hart executes "fclass.s a2, fa0"
    Then a2 = <result>
    And fflags = 0
    And nothing else changes but fs

    Examples:
      | a                  | result |
      | 0xffffffffff800000 | 0x001  |
      | 0xffffffffff7fffff | 0x002  |
      | 0xffffffffbf800000 | 0x002  |
      | 0xffffffff80800000 | 0x002  |
      | 0xffffffff807fffff | 0x004  |
      | 0xffffffff80000001 | 0x004  |
      | 0xffffffff80000000 | 0x008  |
      | 0xffffffff00000000 | 0x010  |
      | 0xffffffff00000001 | 0x020  |
      | 0xffffffff00000003 | 0x020  |
      | 0xffffffff007fffff | 0x020  |
      | 0xffffffff00800000 | 0x040  |
      | 0xffffffff3f800000 | 0x040  |
      | 0xffffffff7f7fffff | 0x040  |
      | 0xffffffff7f800000 | 0x080  |
      | 0xffffffff7f800001 | 0x100  |
      | 0xffffffff7fbfffff | 0x100  |
      | 0xffffffffff800001 | 0x100  |
      | 0xffffffff7fc00000 | 0x200  |
      | 0xffffffff7fc00001 | 0x200  |
      | 0xffffffffffffffff | 0x200  |
