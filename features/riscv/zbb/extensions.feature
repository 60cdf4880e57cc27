@ext:Zbb
Feature: Sign and zero extension
  The low byte or halfword fills the register: with copies of its sign, or with zeros.

  Scenario Outline: <insn> of <a> is <result>
    Given a0 = <a>
    When the hart executes "<insn> a2, a0"
    Then a2 = <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes [<rules>]

    Examples: the sign bit decides
      | insn   | a      | result             | rules                                                                      |
      | sext.b | 0x7f   | 0x7f               | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.b | 0x80   | 0xffffffffffffff80 | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.b | 0xff   | 0xffffffffffffffff | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.b | 0      | 0                  | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0x7fff | 0x7fff             | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0x8000 | 0xffffffffffff8000 | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0xffff | 0xffffffffffffffff | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0x80   | 0x80               | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0x7fff | 0x7fff             | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0x8000 | 0x8000             | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0xffff | 0xffff             | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0x80   | 0x80               | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |

    Examples: the bits above make no difference
      | insn   | a                  | result             | rules                                                                      |
      | sext.b | 0xffffffffffffff7f | 0x7f               | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.b | 0x1234567890abcd7f | 0x7f               | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.b | 0xffffffffffffff00 | 0                  | sext_b_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0xffffffffffff7fff | 0x7fff             | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0x123456789abc7fff | 0x7fff             | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | sext.h | 0x18000            | 0xffffffffffff8000 | sext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0xffffffffffffffff | 0xffff             | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0x123456789abc8000 | 0x8000             | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |
      | zext.h | 0xffffffffffff0000 | 0                  | zext_h_op, zbb_sign_zero_extension_function, bitmanip_bhw_suffix_semantics |

  @rule:zext_h_enc @rule:zext_h_op
  Scenario Outline: The code <code> is zext.h <rd>, <rs1>
    It is the code that packw has with rs2 = x0, and is there without Zbkb.
    Given <rs1> = 0xdeadbeefcafe9001
    When the hart executes ".word <code>"
    Then <rd> = 0x9001
    And no trap is taken

    Examples:
      | code       | rd | rs1 |
      | 0x0805463b | a2 | a0  |
      | 0x0806463b | a2 | a2  |
      | 0x080fcf3b | t5 | t6  |

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn   |
      | sext.b |
      | sext.h |
      | zext.h |
