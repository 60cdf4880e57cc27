@ext:Zacas
Feature: Compare-and-swap
  amocas loads from the address in rs1, compares with rd, stores rs2 if they are equal, and places
  what it loaded in rd either way.

  @rule:Zacas_rv64_amocas-d_op
  Scenario Outline: amocas.d of <old> with <compare> and <swap> leaves <after>
    Given test data + 16 holds <old>
    And a0 = <swap> and a1 = test data + 16 and a2 = <compare>
    When the hart executes "amocas.d a2, a0, (a1)"
    Then a2 = <old>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | old                | compare            | swap               | after              |
      | 0x123456789abcdef0 | 0x123456789abcdef0 | 0x5                | 0x5                |
      | 0x123456789abcdef0 | 0x123456789abcdef1 | 0x5                | 0x123456789abcdef0 |
      | 0x123456789abcdef0 | 0x123456781abcdef0 | 0x5                | 0x123456789abcdef0 |
      | 0x123456789abcdef0 | 0x123456799abcdef0 | 0x5                | 0x123456789abcdef0 |
      | 0x123456789abcdef0 | 0x923456789abcdef0 | 0x5                | 0x123456789abcdef0 |
      | 0x0                | 0x0                | 0xffffffffffffffff | 0xffffffffffffffff |
      | 0x0                | 0xffffffffffffffff | 0x1                | 0x0                |
      | 0xffffffffffffffff | 0xffffffffffffffff | 0x0                | 0x0                |
      | 0xffffffffffffffff | 0x7fffffffffffffff | 0x0                | 0xffffffffffffffff |
      | 0xffffffffffffffff | 0xffffffff         | 0x0                | 0xffffffffffffffff |
      | 0x8000000000000000 | 0x8000000000000000 | 0x7fffffffffffffff | 0x7fffffffffffffff |
      | 0x7fffffffffffffff | 0x8000000000000000 | 0x1                | 0x7fffffffffffffff |
      | 0x80000000         | 0xffffffff80000000 | 0x1                | 0x80000000         |
      | 0xffffffff80000000 | 0xffffffff80000000 | 0x80000000         | 0x80000000         |
      | 0x7                | 0x7                | 0x7                | 0x7                |

  @rule:Zacas_rv64_amocas-w_op
  Scenario Outline: amocas.w of <old> at <at> with <compare> and <swap> leaves <loaded> in rd
    The lowest 32 bits of rd are compared, and those of rs2 stored; the other half of the doubleword
    keeps its value.
    Given test data + 16 holds <before>
    And a0 = <swap> and a1 = test data + <at> and a2 = <compare>
    When the hart executes "amocas.w a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | at | old        | compare            | swap               | before             | loaded             | after              |
      | 16 | 0x12345678 | 0x12345678         | 0x9abcdef0         | 0x5a5a5a5a12345678 | 0x0000000012345678 | 0x5a5a5a5a9abcdef0 |
      | 20 | 0x12345678 | 0x12345678         | 0x9abcdef0         | 0x123456785a5a5a5a | 0x0000000012345678 | 0x9abcdef05a5a5a5a |
      | 16 | 0x12345678 | 0x12345679         | 0x1                | 0x5a5a5a5a12345678 | 0x0000000012345678 | 0x5a5a5a5a12345678 |
      | 16 | 0x12345678 | 0x92345678         | 0x1                | 0x5a5a5a5a12345678 | 0x0000000012345678 | 0x5a5a5a5a12345678 |
      | 20 | 0x12345678 | 0x92345678         | 0x1                | 0x123456785a5a5a5a | 0x0000000012345678 | 0x123456785a5a5a5a |
      | 16 | 0x12345678 | 0xdeadbeef12345678 | 0xcafe00000001     | 0x5a5a5a5a12345678 | 0x0000000012345678 | 0x5a5a5a5a00000001 |
      | 16 | 0x80000000 | 0x80000000         | 0x7fffffff         | 0x5a5a5a5a80000000 | 0xffffffff80000000 | 0x5a5a5a5a7fffffff |
      | 20 | 0x80000000 | 0x80000000         | 0x7fffffff         | 0x800000005a5a5a5a | 0xffffffff80000000 | 0x7fffffff5a5a5a5a |
      | 16 | 0x80000000 | 0xffffffff80000000 | 0x7fffffff         | 0x5a5a5a5a80000000 | 0xffffffff80000000 | 0x5a5a5a5a7fffffff |
      | 16 | 0xffffffff | 0xffffffffffffffff | 0x0                | 0x5a5a5a5affffffff | 0xffffffffffffffff | 0x5a5a5a5a00000000 |
      | 20 | 0xffffffff | 0xffffffffffffffff | 0x0                | 0xffffffff5a5a5a5a | 0xffffffffffffffff | 0x000000005a5a5a5a |
      | 16 | 0xffffffff | 0xffffffff         | 0x0                | 0x5a5a5a5affffffff | 0xffffffffffffffff | 0x5a5a5a5a00000000 |
      | 16 | 0x00000000 | 0x100000000        | 0xffffffff         | 0x5a5a5a5a00000000 | 0x0000000000000000 | 0x5a5a5a5affffffff |
      | 20 | 0x00000000 | 0x100000000        | 0xffffffff         | 0x000000005a5a5a5a | 0x0000000000000000 | 0xffffffff5a5a5a5a |
      | 16 | 0x00000000 | 0x0                | 0xffffffff00000000 | 0x5a5a5a5a00000000 | 0x0000000000000000 | 0x5a5a5a5a00000000 |
      | 16 | 0x7fffffff | 0xffffffff         | 0x0                | 0x5a5a5a5a7fffffff | 0x000000007fffffff | 0x5a5a5a5a7fffffff |
      | 20 | 0x7fffffff | 0xffffffff         | 0x0                | 0x7fffffff5a5a5a5a | 0x000000007fffffff | 0x7fffffff5a5a5a5a |
      | 16 | 0x7fffffff | 0xffffffff7fffffff | 0x80000000         | 0x5a5a5a5a7fffffff | 0x000000007fffffff | 0x5a5a5a5a80000000 |
      | 16 | 0x00000001 | 0x8000000000000001 | 0x8000000000000002 | 0x5a5a5a5a00000001 | 0x0000000000000001 | 0x5a5a5a5a00000002 |
      | 20 | 0x00000001 | 0x8000000000000001 | 0x8000000000000002 | 0x000000015a5a5a5a | 0x0000000000000001 | 0x000000025a5a5a5a |

  Scenario Outline: <insn> with rd = x0 compares with zero
    Given test data + 16 holds <before>
    And a0 = 0x1122334455667788 and a1 = test data + 16
    When the hart executes "<insn> x0, a0, (a1)"
    Then test data + 16 holds <after> [<rule>]
    And no trap is taken
    And nothing else changes [<rule>]

    Examples:
      | insn     | before             | after              | rule                   |
      | amocas.w | 0xffffffff00000000 | 0xffffffff55667788 | Zacas_rv64_amocas-w_op |
      | amocas.w | 0x0000000000000001 | 0x0000000000000001 | Zacas_rv64_amocas-w_op |
      | amocas.d | 0x0000000000000000 | 0x1122334455667788 | Zacas_rv64_amocas-d_op |
      | amocas.d | 0xffffffff00000000 | 0xffffffff00000000 | Zacas_rv64_amocas-d_op |

  Scenario Outline: <insn> uses the values that its registers held before
    Given test data + 16 holds 0x10
    And a0 = <a0> and a1 = test data + 16 and a2 = <a2>
    When the hart executes "<insn> <operands>"
    Then <rd> = 0x10 [<rule>]
    And test data + 16 holds <after> [<rule>]
    And no trap is taken
    And nothing else changes [<rule>]

    Examples: rd = rs2: it stores what is there already, or nothing
      | insn     | operands     | rd | a0   | a2   | after | rule                   |
      | amocas.w | a0, a0, (a1) | a0 | 0x10 | 0    | 0x10  | Zacas_rv64_amocas-w_op |
      | amocas.w | a0, a0, (a1) | a0 | 0x11 | 0    | 0x10  | Zacas_rv64_amocas-w_op |
      | amocas.d | a0, a0, (a1) | a0 | 0x10 | 0    | 0x10  | Zacas_rv64_amocas-d_op |
      | amocas.d | a0, a0, (a1) | a0 | 0x11 | 0    | 0x10  | Zacas_rv64_amocas-d_op |

    Examples: rd = rs1: the address is no match
      | insn     | operands     | rd | a0   | a2   | after | rule                   |
      | amocas.w | a1, a0, (a1) | a1 | 0x77 | 0    | 0x10  | Zacas_rv64_amocas-w_op |
      | amocas.d | a1, a0, (a1) | a1 | 0x77 | 0    | 0x10  | Zacas_rv64_amocas-d_op |

    Examples: rs2 = x0 stores zero
      | insn     | operands     | rd | a0   | a2   | after | rule                   |
      | amocas.w | a2, x0, (a1) | a2 | 0x77 | 0x10 | 0     | Zacas_rv64_amocas-w_op |
      | amocas.d | a2, x0, (a1) | a2 | 0x77 | 0x10 | 0     | Zacas_rv64_amocas-d_op |

  @rule:Zacas_amocas_mem_op_success_aq_rl @rule:Zacas_amocas_mem_op_fail_aq_rl
  Scenario Outline: <insn><order> with <compare> does on its own hart what <insn> does
    Given test data + 32 holds 0x80000000fffffff0 and test data + 40 holds 0
    And a0 = 0x21 and a1 = test data + 32 and a2 = <compare> and a3 = 0
    When the hart executes "<insn><order> a2, a0, (a1)"
    Then it does the same as "<insn> a2, a0, (a1)"

    Examples:
      | insn     | order | compare            |
      | amocas.w | .aq   | 0x80000000fffffff0 |
      | amocas.w | .aq   | 1                  |
      | amocas.w | .rl   | 0x80000000fffffff0 |
      | amocas.w | .rl   | 1                  |
      | amocas.w | .aqrl | 0x80000000fffffff0 |
      | amocas.w | .aqrl | 1                  |
      | amocas.d | .aq   | 0x80000000fffffff0 |
      | amocas.d | .aq   | 1                  |
      | amocas.d | .rl   | 0x80000000fffffff0 |
      | amocas.d | .rl   | 1                  |
      | amocas.d | .aqrl | 0x80000000fffffff0 |
      | amocas.d | .aqrl | 1                  |
      | amocas.q | .aq   | 0x80000000fffffff0 |
      | amocas.q | .aq   | 1                  |
      | amocas.q | .rl   | 0x80000000fffffff0 |
      | amocas.q | .rl   | 1                  |
      | amocas.q | .aqrl | 0x80000000fffffff0 |
      | amocas.q | .aqrl | 1                  |

  Scenario Outline: A loop of <insn> makes every increment
    Given test data + 16 holds 0x00000000fffffffa
    And a1 = test data + 16
    When the hart executes
      """
      li t0, 10
      <load> a2, 0(a1)
      again:
      mv a3, a2
      addi a0, a2, 1
      <insn> a2, a0, (a1)
      bne a2, a3, again
      mv a2, a0
      addi t0, t0, -1
      bnez t0, again
      """
    Then test data + 16 holds <after> [<rule>]
    And no trap is taken

    Examples:
      | insn     | load | after              | rule                   |
      | amocas.w | lw   | 0x0000000000000004 | Zacas_rv64_amocas-w_op |
      | amocas.d | ld   | 0x0000000100000004 | Zacas_rv64_amocas-d_op |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | amocas.w |
      | amocas.d |
      | amocas.q |
