@ext:D
Feature: Loads and stores of binary64
  Bits are moved, not numbers: payloads of NaNs are kept and no flag is set. A double may be a boxed narrower
  value, which survives.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | fld  |
      | fsd  |

  @rule:MISALIGNED_LDST_EXC_TYPE
  Scenario Outline: A misaligned <insn> is done, or raises one of the exceptions permitted
    When the hart executes "<insn>" over misaligned addresses
    Then every outcome is one the specification allows [MISALIGNED_LDST_EXC_TYPE]

    Examples:
      | insn |
      | fld  |
      | fsd  |

  Scenario Outline: fld loads <what> as it is
    Given a1 = test data + 16 and test data + 16 holds 0x1122334455667788
    And test data + 16 holds doubleword <memory> and fcsr = 0x20
    When the hart executes "fld fa2, 0(a1)"
    Then fa2 = <result> [fld_op, fld_bits_maintained]
    And fcsr = 0x20 [fld_op]
    And test data is unchanged [fld_op]
    And nothing else changes but fs [fld_op]

    Examples:
      | what                       | memory             | result             |
      | one                        | 0x3ff0000000000000 | 0x3ff0000000000000 |
      | -0                         | 0x8000000000000000 | 0x8000000000000000 |
      | a quiet NaN with a payload | 0x7ff8000000000005 | 0x7ff8000000000005 |
      | a signaling NaN            | 0x7ff0000000000001 | 0x7ff0000000000001 |
      | a negative signaling NaN   | 0xfff0000000000001 | 0xfff0000000000001 |
      | all ones                   | 0xffffffffffffffff | 0xffffffffffffffff |
      | a subnormal number         | 0x0000000000000001 | 0x0000000000000001 |

  Scenario Outline: fsd stores the low bits of <register> as they are
    Given a1 = test data + 16 and test data + 16 holds 0x5a5a5a5a5a5a5a5a and fa2 = <register> and fcsr = 0x20
    When the hart executes "fsd fa2, 0(a1)"
    Then test data + 16 holds <after> [fsd_op, fsd_bits_maintained]
    And nothing else changes but fs [fsd_op]

    Examples:
      | register           | after              |
      | 0x3ff0000000000000 | 0x3ff0000000000000 |
      | 0x8000000000000000 | 0x8000000000000000 |
      | 0x7ff8000000000005 | 0x7ff8000000000005 |
      | 0x7ff0000000000001 | 0x7ff0000000000001 |
      | 0xfff0000000000001 | 0xfff0000000000001 |
      | 0xffffffffffffffff | 0xffffffffffffffff |
      | 0x0000000000000001 | 0x0000000000000001 |

  Scenario Outline: <insn> reaches rs1 plus the signed offset <offset>
    Given a1 = test data + <base> and test data + 256 holds 0x1122334455667788 and fa2 = -1
    When the hart executes "<insn> fa2, <offset>(a1)"
    Then <what> [<insn>_op]
    And nothing else changes but fs [<insn>_op]

    Examples:
      | insn | base | offset | what                                     |
      | fld  | 256  | 0      | fa2 = 0x1122334455667788                 |
      | fld  | 248  | 8      | fa2 = 0x1122334455667788                 |
      | fld  | 2304 | -2048  | fa2 = 0x1122334455667788                 |
      | fld  | 264  | -8     | fa2 = 0x1122334455667788                 |
      | fsd  | 256  | 0      | test data + 256 holds 0xffffffffffffffff |
      | fsd  | 248  | 8      | test data + 256 holds 0xffffffffffffffff |
      | fsd  | 2304 | -2048  | test data + 256 holds 0xffffffffffffffff |
      | fsd  | 264  | -8     | test data + 256 holds 0xffffffffffffffff |

  Scenario Outline: <insn> of memory that may not be <verb> changes nothing but the trap record, and perhaps FS
    Given the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a1 = test data + 64 and fa2 = 5
    When the hart executes "<insn> fa2, 0(a1)"
    Then a <fault> exception is taken [<rule>]
    And nothing changes but fs [<insn>_op]

    Examples:
      | insn | verb    | access | fault                  | rule            |
      | fld  | read    | read   | load access fault      | pmp_load_fault  |
      | fsd  | written | write  | store/AMO access fault | pmp_store_fault |
