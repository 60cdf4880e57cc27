@ext:D
Feature: Comparisons and classes in binary64
  Comparing a NaN with anything is false. feq minds signaling NaNs only; flt and fle mind any. The zeros are
  equal, and every value is of one class.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | feq.d    |
      | flt.d    |
      | fle.d    |
      | fclass.d |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | feq.d    |
      | flt.d    |
      | fle.d    |
      | fclass.d |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn  | a                  | b                  | result | flags | rule     |
      | feq.d | 0x3ff0000000000000 | 0x4000000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x4000000000000000 | 0x3ff0000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | feq-d_op |
      | feq.d | 0xbff0000000000000 | 0x3ff0000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0xc000000000000000 | 0xbff0000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0xbff0000000000000 | 0xc000000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x3ff0000000000000 | 0x3ff0000000000001 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x0000000000000000 | 0x8000000000000000 | 1      | 0x00  | feq-d_op |
      | feq.d | 0x8000000000000000 | 0x0000000000000000 | 1      | 0x00  | feq-d_op |
      | feq.d | 0x0000000000000001 | 0x0000000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x8000000000000001 | 0x0000000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x8000000000000001 | 0x8000000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x000fffffffffffff | 0x0010000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x7fefffffffffffff | 0x7ff0000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x7ff0000000000000 | 0x7ff0000000000000 | 1      | 0x00  | feq-d_op |
      | feq.d | 0xfff0000000000000 | 0xffefffffffffffff | 0      | 0x00  | feq-d_op |
      | feq.d | 0xfff0000000000000 | 0x7ff0000000000000 | 0      | 0x00  | feq-d_op |
      | feq.d | 0x7ff0000000000000 | 0x7fefffffffffffff | 0      | 0x00  | feq-d_op |
      | flt.d | 0x3ff0000000000000 | 0x4000000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x4000000000000000 | 0x3ff0000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0xbff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0xc000000000000000 | 0xbff0000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0xbff0000000000000 | 0xc000000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0x3ff0000000000000 | 0x3ff0000000000001 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x0000000000000000 | 0x8000000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0x8000000000000000 | 0x0000000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0x0000000000000001 | 0x0000000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0x8000000000000001 | 0x0000000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x8000000000000001 | 0x8000000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x000fffffffffffff | 0x0010000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x7fefffffffffffff | 0x7ff0000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x7ff0000000000000 | 0x7ff0000000000000 | 0      | 0x00  | flt-d_op |
      | flt.d | 0xfff0000000000000 | 0xffefffffffffffff | 1      | 0x00  | flt-d_op |
      | flt.d | 0xfff0000000000000 | 0x7ff0000000000000 | 1      | 0x00  | flt-d_op |
      | flt.d | 0x7ff0000000000000 | 0x7fefffffffffffff | 0      | 0x00  | flt-d_op |
      | fle.d | 0x3ff0000000000000 | 0x4000000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x4000000000000000 | 0x3ff0000000000000 | 0      | 0x00  | fle-d_op |
      | fle.d | 0x3ff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0xbff0000000000000 | 0x3ff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0xc000000000000000 | 0xbff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0xbff0000000000000 | 0xc000000000000000 | 0      | 0x00  | fle-d_op |
      | fle.d | 0x3ff0000000000000 | 0x3ff0000000000001 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x0000000000000000 | 0x8000000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x8000000000000000 | 0x0000000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x0000000000000001 | 0x0000000000000000 | 0      | 0x00  | fle-d_op |
      | fle.d | 0x8000000000000001 | 0x0000000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x8000000000000001 | 0x8000000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x000fffffffffffff | 0x0010000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x7fefffffffffffff | 0x7ff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x7ff0000000000000 | 0x7ff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0xfff0000000000000 | 0xffefffffffffffff | 1      | 0x00  | fle-d_op |
      | fle.d | 0xfff0000000000000 | 0x7ff0000000000000 | 1      | 0x00  | fle-d_op |
      | fle.d | 0x7ff0000000000000 | 0x7fefffffffffffff | 0      | 0x00  | fle-d_op |

    Examples: NaNs
      | insn  | a                  | b                  | result | flags | rule      |
      | feq.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0      | 0x00  | feq-d_NaN |
      | feq.d | 0x3ff0000000000000 | 0x7ff8000000000000 | 0      | 0x00  | feq-d_NaN |
      | feq.d | 0xfff8000000000001 | 0xffffffffffffffff | 0      | 0x00  | feq-d_NaN |
      | feq.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0      | 0x00  | feq-d_NaN |
      | feq.d | 0x7ff0000000000000 | 0x7ff8000000000000 | 0      | 0x00  | feq-d_NaN |
      | feq.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0      | 0x10  | feq-d_NaN |
      | feq.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0      | 0x10  | feq-d_NaN |
      | feq.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0      | 0x10  | feq-d_NaN |
      | feq.d | 0x7ff8000000000000 | 0x7ff7ffffffffffff | 0      | 0x10  | feq-d_NaN |
      | flt.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x3ff0000000000000 | 0x7ff8000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0xfff8000000000001 | 0xffffffffffffffff | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x7ff0000000000000 | 0x7ff8000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0      | 0x10  | flt-d_NaN |
      | flt.d | 0x7ff8000000000000 | 0x7ff7ffffffffffff | 0      | 0x10  | flt-d_NaN |
      | fle.d | 0x7ff8000000000000 | 0x3ff0000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x3ff0000000000000 | 0x7ff8000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0xfff8000000000001 | 0xffffffffffffffff | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x7ff8000000000000 | 0x7ff8000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x7ff0000000000000 | 0x7ff8000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x7ff0000000000001 | 0x3ff0000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x3ff0000000000000 | 0xfff0000000000001 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x7ff0000000000001 | 0x7ff8000000000000 | 0      | 0x10  | fle-d_NaN |
      | fle.d | 0x7ff8000000000000 | 0x7ff7ffffffffffff | 0      | 0x10  | fle-d_NaN |

  Scenario Outline: <insn> to x0 still accrues its flag
    Given fa0 = 0x7ff0000000000001 and fa1 = 0x3ff0000000000000
    When the hart executes "<insn> x0, fa0, fa1"
    Then fflags = 0x10 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn  | rule      |
      | feq.d | feq-d_NaN |
      | flt.d | flt-d_NaN |
      | fle.d | fle-d_NaN |

  @rule:fclass-d_op
  Scenario Outline: fclass.d of <a> gives <result>
    Given fa0 = <a>
    When the hart executes "fclass.d a2, fa0"
    Then a2 = <result>
    And fflags = 0
    And nothing else changes but fs

    Examples:
      | a                  | result |
      | 0xfff0000000000000 | 0x001  |
      | 0xffefffffffffffff | 0x002  |
      | 0xbff0000000000000 | 0x002  |
      | 0x8010000000000000 | 0x002  |
      | 0x800fffffffffffff | 0x004  |
      | 0x8000000000000001 | 0x004  |
      | 0x8000000000000000 | 0x008  |
      | 0x0000000000000000 | 0x010  |
      | 0x0000000000000001 | 0x020  |
      | 0x0000000000000003 | 0x020  |
      | 0x000fffffffffffff | 0x020  |
      | 0x0010000000000000 | 0x040  |
      | 0x3ff0000000000000 | 0x040  |
      | 0x7fefffffffffffff | 0x040  |
      | 0x7ff0000000000000 | 0x080  |
      | 0x7ff0000000000001 | 0x100  |
      | 0x7ff7ffffffffffff | 0x100  |
      | 0xfff0000000000001 | 0x100  |
      | 0x7ff8000000000000 | 0x200  |
      | 0x7ff8000000000001 | 0x200  |
      | 0xffffffffffffffff | 0x200  |
