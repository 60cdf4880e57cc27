@ext:Zfh
Feature: Comparisons and classes in binary16
  Comparing a NaN with anything is false. feq minds signaling NaNs only; flt and fle mind any. The zeros are
  equal, and every value is of one class.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn     |
      | feq.h    |
      | flt.h    |
      | fle.h    |
      | fclass.h |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | feq.h    |
      | flt.h    |
      | fle.h    |
      | fclass.h |

  Scenario Outline: <insn> of <a> and <b> gives <result>
    Given fa0 = <a> and fa1 = <b>
    When the hart executes "<insn> a2, fa0, fa1"
    Then a2 = <result> [<rule>]
    And fflags = <flags> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but fs [<rule>]

    Examples: numbers
      | insn  | a                  | b                  | result | flags | rule     |
      | feq.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 1      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffffc000 | 0xffffffffffffbc00 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffffbc00 | 0xffffffffffffc000 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff3c00 | 0xffffffffffff3c01 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 1      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 1      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff0001 | 0xffffffffffff0000 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff8001 | 0xffffffffffff0000 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff8001 | 0xffffffffffff8000 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff03ff | 0xffffffffffff0400 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff7bff | 0xffffffffffff7c00 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 1      | 0x00  | feq-h_op |
      | feq.h | 0xfffffffffffffc00 | 0xfffffffffffffbff | 0      | 0x00  | feq-h_op |
      | feq.h | 0xfffffffffffffc00 | 0xffffffffffff7c00 | 0      | 0x00  | feq-h_op |
      | feq.h | 0xffffffffffff7c00 | 0xffffffffffff7bff | 0      | 0x00  | feq-h_op |
      | flt.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffffc000 | 0xffffffffffffbc00 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffffbc00 | 0xffffffffffffc000 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff3c00 | 0xffffffffffff3c01 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff0001 | 0xffffffffffff0000 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff8001 | 0xffffffffffff0000 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff8001 | 0xffffffffffff8000 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff03ff | 0xffffffffffff0400 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff7bff | 0xffffffffffff7c00 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 0      | 0x00  | flt-h_op |
      | flt.h | 0xfffffffffffffc00 | 0xfffffffffffffbff | 1      | 0x00  | flt-h_op |
      | flt.h | 0xfffffffffffffc00 | 0xffffffffffff7c00 | 1      | 0x00  | flt-h_op |
      | flt.h | 0xffffffffffff7c00 | 0xffffffffffff7bff | 0      | 0x00  | flt-h_op |
      | fle.h | 0xffffffffffff3c00 | 0xffffffffffff4000 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff4000 | 0xffffffffffff3c00 | 0      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff3c00 | 0xffffffffffff3c00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffffbc00 | 0xffffffffffff3c00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffffc000 | 0xffffffffffffbc00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffffbc00 | 0xffffffffffffc000 | 0      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff3c00 | 0xffffffffffff3c01 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff0000 | 0xffffffffffff8000 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff8000 | 0xffffffffffff0000 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff0001 | 0xffffffffffff0000 | 0      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff8001 | 0xffffffffffff0000 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff8001 | 0xffffffffffff8000 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff03ff | 0xffffffffffff0400 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff7bff | 0xffffffffffff7c00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff7c00 | 0xffffffffffff7c00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xfffffffffffffc00 | 0xfffffffffffffbff | 1      | 0x00  | fle-h_op |
      | fle.h | 0xfffffffffffffc00 | 0xffffffffffff7c00 | 1      | 0x00  | fle-h_op |
      | fle.h | 0xffffffffffff7c00 | 0xffffffffffff7bff | 0      | 0x00  | fle-h_op |

    Examples: NaNs
      | insn  | a                  | b                  | result | flags | rule      |
      | feq.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0      | 0x00  | feq-h_NaN |
      | feq.h | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0      | 0x00  | feq-h_NaN |
      | feq.h | 0xfffffffffffffe01 | 0xffffffffffffffff | 0      | 0x00  | feq-h_NaN |
      | feq.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0      | 0x00  | feq-h_NaN |
      | feq.h | 0xffffffffffff7c00 | 0xffffffffffff7e00 | 0      | 0x00  | feq-h_NaN |
      | feq.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0      | 0x10  | feq-h_NaN |
      | feq.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0      | 0x10  | feq-h_NaN |
      | feq.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0      | 0x10  | feq-h_NaN |
      | feq.h | 0xffffffffffff7e00 | 0xffffffffffff7dff | 0      | 0x10  | feq-h_NaN |
      | flt.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xfffffffffffffe01 | 0xffffffffffffffff | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff7c00 | 0xffffffffffff7e00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0      | 0x10  | flt-h_NaN |
      | flt.h | 0xffffffffffff7e00 | 0xffffffffffff7dff | 0      | 0x10  | flt-h_NaN |
      | fle.h | 0xffffffffffff7e00 | 0xffffffffffff3c00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff3c00 | 0xffffffffffff7e00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xfffffffffffffe01 | 0xffffffffffffffff | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff7e00 | 0xffffffffffff7e00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff7c00 | 0xffffffffffff7e00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff7c01 | 0xffffffffffff3c00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff3c00 | 0xfffffffffffffc01 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff7c01 | 0xffffffffffff7e00 | 0      | 0x10  | fle-h_NaN |
      | fle.h | 0xffffffffffff7e00 | 0xffffffffffff7dff | 0      | 0x10  | fle-h_NaN |

  Scenario Outline: <insn> to x0 still accrues its flag
    Given fa0 = 0xffffffffffff7c01 and fa1 = 0xffffffffffff3c00
    When the hart executes "<insn> x0, fa0, fa1"
    Then fflags = 0x10 [<rule>]
    And nothing else changes but fs [<rule>]

    Examples:
      | insn  | rule      |
      | feq.h | feq-h_NaN |
      | flt.h | flt-h_NaN |
      | fle.h | fle-h_NaN |

  @rule:fclass-h_op
  Scenario Outline: fclass.h of <a> gives <result>
    Given fa0 = <a>
    When the hart executes "fclass.h a2, fa0"
    Then a2 = <result>
    And fflags = 0
    And nothing else changes but fs

    Examples:
      | a                  | result |
      | 0xfffffffffffffc00 | 0x001  |
      | 0xfffffffffffffbff | 0x002  |
      | 0xffffffffffffbc00 | 0x002  |
      | 0xffffffffffff8400 | 0x002  |
      | 0xffffffffffff83ff | 0x004  |
      | 0xffffffffffff8001 | 0x004  |
      | 0xffffffffffff8000 | 0x008  |
      | 0xffffffffffff0000 | 0x010  |
      | 0xffffffffffff0001 | 0x020  |
      | 0xffffffffffff0003 | 0x020  |
      | 0xffffffffffff03ff | 0x020  |
      | 0xffffffffffff0400 | 0x040  |
      | 0xffffffffffff3c00 | 0x040  |
      | 0xffffffffffff7bff | 0x040  |
      | 0xffffffffffff7c00 | 0x080  |
      | 0xffffffffffff7c01 | 0x100  |
      | 0xffffffffffff7dff | 0x100  |
      | 0xfffffffffffffc01 | 0x100  |
      | 0xffffffffffff7e00 | 0x200  |
      | 0xffffffffffff7e01 | 0x200  |
      | 0xffffffffffffffff | 0x200  |
