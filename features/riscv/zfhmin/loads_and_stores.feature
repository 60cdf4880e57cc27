@ext:Zfhmin|Zfbfmin
Feature: Loads and stores of binary16
  Bits are moved, not numbers: payloads of NaNs are kept and no flag is set. A narrower value is boxed when it
  is loaded, and taken from the low bits, boxed or not, when it is stored.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | flh  |
      | fsh  |

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> is done, or raises one of the exceptions permitted
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows [MISALIGNED_LDST_EXC_TYPE]

    Examples:
      | insn |
      | flh  |
      | fsh  |

  Scenario Outline: flh loads <what> as it is, and boxes it
    Given a1 = test data + 16 and test data + 16 holds 0x1122334455667788
    And test data + 16 holds halfword <memory> and fcsr = 0x20
    When the hart executes "flh fa2, 0(a1)"
    Then fa2 = <result> [flh_op, flh_bits_maintained, FP_transfer_instrs_narrow_transfer_in]
    And fcsr = 0x20 [flh_op]
    And test data is unchanged [flh_op]
    And nothing else changes but fs [flh_op]

    Examples:
      | what                       | memory | result             |
      | one                        | 0x3c00 | 0xffffffffffff3c00 |
      | -0                         | 0x8000 | 0xffffffffffff8000 |
      | a quiet NaN with a payload | 0x7e05 | 0xffffffffffff7e05 |
      | a signaling NaN            | 0x7c01 | 0xffffffffffff7c01 |
      | a negative signaling NaN   | 0xfc01 | 0xfffffffffffffc01 |
      | all ones                   | 0xffff | 0xffffffffffffffff |
      | a subnormal number         | 0x0001 | 0xffffffffffff0001 |

  Scenario Outline: fsh stores the low bits of <register> as they are
    Given a1 = test data + 16 and test data + 16 holds 0x5a5a5a5a5a5a5a5a and fa2 = <register> and fcsr = 0x20
    When the hart executes "fsh fa2, 6(a1)"
    Then test data + 16 holds <after> [fsh_op, fsh_bits_maintained, FP_transfer_instrs_narrow_transfer_out]
    And nothing else changes but fs [fsh_op]

    Examples:
      | register           | after              |
      | 0xffffffffffff3c00 | 0x3c005a5a5a5a5a5a |
      | 0xffffffffffff8000 | 0x80005a5a5a5a5a5a |
      | 0xffffffffffff7e05 | 0x7e055a5a5a5a5a5a |
      | 0xffffffffffff7c01 | 0x7c015a5a5a5a5a5a |
      | 0xfffffffffffffc01 | 0xfc015a5a5a5a5a5a |
      | 0xffffffffffffffff | 0xffff5a5a5a5a5a5a |
      | 0xffffffffffff0001 | 0x00015a5a5a5a5a5a |
      | 0x0123456789abcdef | 0xcdef5a5a5a5a5a5a |
      | 0x0000000000000000 | 0x00005a5a5a5a5a5a |
      | 0x7ff8000000007c01 | 0x7c015a5a5a5a5a5a |

  Scenario Outline: <insn> reaches rs1 plus the signed offset <offset>
    Given a1 = test data + <base> and test data + 256 holds 0x1122334455667788 and fa2 = -1
    When the hart executes "<insn> fa2, <offset>(a1)"
    Then <what> [<insn>_op]
    And nothing else changes but fs [<insn>_op]

    Examples:
      | insn | base | offset | what                                     |
      | flh  | 256  | 0      | fa2 = 0xffffffffffff7788                 |
      | flh  | 248  | 8      | fa2 = 0xffffffffffff7788                 |
      | flh  | 2304 | -2048  | fa2 = 0xffffffffffff7788                 |
      | flh  | 264  | -8     | fa2 = 0xffffffffffff7788                 |
      | fsh  | 256  | 0      | test data + 256 holds 0x112233445566ffff |
      | fsh  | 248  | 8      | test data + 256 holds 0x112233445566ffff |
      | fsh  | 2304 | -2048  | test data + 256 holds 0x112233445566ffff |
      | fsh  | 264  | -8     | test data + 256 holds 0x112233445566ffff |

  Scenario Outline: <insn> of memory that may not be <verb> changes nothing but the trap record, and perhaps FS
    Given the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a1 = test data + 64 and fa2 = 5
    When the hart executes "<insn> fa2, 0(a1)"
    Then a <fault> exception is taken [<rule>]
    And nothing changes but fs [<insn>_op]

    Examples:
      | insn | verb    | access | fault                  | rule            |
      | flh  | read    | read   | load access fault      | pmp_load_fault  |
      | fsh  | written | write  | store/AMO access fault | pmp_store_fault |
