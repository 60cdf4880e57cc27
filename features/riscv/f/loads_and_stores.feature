@ext:F
Feature: Loads and stores of binary32
  Bits are moved, not numbers: payloads of NaNs are kept and no flag is set. A narrower value is boxed when it
  is loaded, and taken from the low bits, boxed or not, when it is stored.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | flw  |
      | fsw  |

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> is done, or raises one of the exceptions permitted
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows [MISALIGNED_LDST_EXC_TYPE]

    Examples:
      | insn |
      | flw  |
      | fsw  |

  Scenario Outline: flw loads <what> as it is, and boxes it
    Given a1 = test data + 16 and test data + 16 holds 0x1122334455667788
    And test data + 16 holds word <memory> and fcsr = 0x20
    When the hart executes "flw fa2, 0(a1)"
    Then fa2 = <result> [flw_op, flw_bits_maintained, FP_transfer_instrs_narrow_transfer_in]
    And fcsr = 0x20 [flw_op]
    And test data is unchanged [flw_op]
    And nothing else changes but fs [flw_op]

    Examples:
      | what                       | memory     | result             |
      | one                        | 0x3f800000 | 0xffffffff3f800000 |
      | -0                         | 0x80000000 | 0xffffffff80000000 |
      | a quiet NaN with a payload | 0x7fc00005 | 0xffffffff7fc00005 |
      | a signaling NaN            | 0x7f800001 | 0xffffffff7f800001 |
      | a negative signaling NaN   | 0xff800001 | 0xffffffffff800001 |
      | all ones                   | 0xffffffff | 0xffffffffffffffff |
      | a subnormal number         | 0x00000001 | 0xffffffff00000001 |

  Scenario Outline: fsw stores the low bits of <register> as they are
    Given a1 = test data + 16 and test data + 16 holds 0x5a5a5a5a5a5a5a5a and fa2 = <register> and fcsr = 0x20
    When the hart executes "fsw fa2, 4(a1)"
    Then test data + 16 holds <after> [fsw_op, fsw_bits_maintained, FP_transfer_instrs_narrow_transfer_out]
    And nothing else changes but fs [fsw_op]

    Examples:
      | register           | after              |
      | 0xffffffff3f800000 | 0x3f8000005a5a5a5a |
      | 0xffffffff80000000 | 0x800000005a5a5a5a |
      | 0xffffffff7fc00005 | 0x7fc000055a5a5a5a |
      | 0xffffffff7f800001 | 0x7f8000015a5a5a5a |
      | 0xffffffffff800001 | 0xff8000015a5a5a5a |
      | 0xffffffffffffffff | 0xffffffff5a5a5a5a |
      | 0xffffffff00000001 | 0x000000015a5a5a5a |
      | 0x0123456789abcdef | 0x89abcdef5a5a5a5a |
      | 0x0000000000000000 | 0x000000005a5a5a5a |
      | 0x7ff800007f800001 | 0x7f8000015a5a5a5a |

  Scenario Outline: <insn> reaches rs1 plus the signed offset <offset>
    Given a1 = test data + <base> and test data + 256 holds 0x1122334455667788 and fa2 = -1
    When the hart executes "<insn> fa2, <offset>(a1)"
    Then <what> [<insn>_op]
    And nothing else changes but fs [<insn>_op]

    Examples:
      | insn | base | offset | what                                     |
      | flw  | 256  | 0      | fa2 = 0xffffffff55667788                 |
      | flw  | 248  | 8      | fa2 = 0xffffffff55667788                 |
      | flw  | 2304 | -2048  | fa2 = 0xffffffff55667788                 |
      | flw  | 264  | -8     | fa2 = 0xffffffff55667788                 |
      | fsw  | 256  | 0      | test data + 256 holds 0x11223344ffffffff |
      | fsw  | 248  | 8      | test data + 256 holds 0x11223344ffffffff |
      | fsw  | 2304 | -2048  | test data + 256 holds 0x11223344ffffffff |
      | fsw  | 264  | -8     | test data + 256 holds 0x11223344ffffffff |

  Scenario Outline: <insn> of memory that may not be <verb> changes nothing but the trap record, and perhaps FS
    Given the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a1 = test data + 64 and fa2 = 5
    When the hart executes "<insn> fa2, 0(a1)"
    Then a <fault> exception is taken [<rule>]
    And nothing changes but fs [<insn>_op]

    Examples:
      | insn | verb    | access | fault                  | rule            |
      | flw  | read    | read   | load access fault      | pmp_load_fault  |
      | fsw  | written | write  | store/AMO access fault | pmp_store_fault |
