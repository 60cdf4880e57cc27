@ext:Zihintntl
Feature: Non-temporal locality hints
  An NTL hint speaks of the memory access after it. It changes no state, and not what that access does.

  Scenario Outline: <hint> changes nothing
    When the hart executes "<hint>"
    Then nothing changes [NTL_target_definition]
    And no trap is taken [NTL_target_definition, <rule>]

    Examples:
      | hint     | rule         |
      | ntl.p1   | NTL-P1_enc   |
      | ntl.pall | NTL-PALL_enc |
      | ntl.s1   | NTL-S1_enc   |
      | ntl.all  | NTL-ALL_enc  |

  Scenario Outline: The code <code> is <hint>
    Given x<register> = -1
    When the hart executes ".word <code>"
    Then it does the same as "<hint>"
    And nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code       | hint     | register | rule         |
      | 0x00200033 | ntl.p1   | 2        | NTL-P1_enc   |
      | 0x00300033 | ntl.pall | 3        | NTL-PALL_enc |
      | 0x00400033 | ntl.s1   | 4        | NTL-S1_enc   |
      | 0x00500033 | ntl.all  | 5        | NTL-ALL_enc  |

  Scenario Outline: <access> after <hint> does what it does without
    Given test data + 64 holds 0x8877665544332211 and test data + 72 holds 5
    And a0 = 0x1122334455667788 and a1 = test data + 64 and a3 = 3
    When the hart executes "<hint>; <access>"
    Then it does the same as "nop; <access>" [NTL_target_definition]

    Examples:
      | hint     | access        |
      | ntl.p1   | lb a2, 3(a1)  |
      | ntl.pall | lbu a2, 3(a1) |
      | ntl.s1   | lh a2, 2(a1)  |
      | ntl.all  | lhu a2, 6(a1) |
      | ntl.p1   | lw a2, 4(a1)  |
      | ntl.pall | lwu a2, 4(a1) |
      | ntl.s1   | ld a2, 0(a1)  |
      | ntl.all  | sb a0, 3(a1)  |
      | ntl.p1   | sh a0, 2(a1)  |
      | ntl.pall | sw a0, 4(a1)  |
      | ntl.s1   | sd a0, 0(a1)  |
      | ntl.p1   | ld a2, 8(a1)  |
      | ntl.p1   | sd a0, 8(a1)  |
      | ntl.pall | ld a2, 8(a1)  |
      | ntl.pall | sd a0, 8(a1)  |
      | ntl.s1   | ld a2, 8(a1)  |
      | ntl.s1   | sd a0, 8(a1)  |
      | ntl.all  | ld a2, 8(a1)  |
      | ntl.all  | sd a0, 8(a1)  |

  @ext:Zaamo
  Scenario Outline: <access> after <hint> is atomic as ever, and does the same
    Given test data + 64 holds 0x8877665544332211 and test data + 72 holds 5
    And a0 = 0x1122334455667788 and a1 = test data + 64 and a3 = 3
    When the hart executes "<hint>; <access>"
    Then it does the same as "nop; <access>" [NTL_target_definition]

    Examples:
      | hint     | access                 |
      | ntl.p1   | amoadd.d a2, a0, (a1)  |
      | ntl.p1   | amoswap.w a2, a0, (a1) |
      | ntl.pall | amoadd.d a2, a0, (a1)  |
      | ntl.pall | amoswap.w a2, a0, (a1) |
      | ntl.s1   | amoadd.d a2, a0, (a1)  |
      | ntl.s1   | amoswap.w a2, a0, (a1) |
      | ntl.all  | amoadd.d a2, a0, (a1)  |
      | ntl.all  | amoswap.w a2, a0, (a1) |

  Scenario Outline: A load that faults after <hint> faults as it does without
    Given the hart runs in user mode
    And user mode may not read test data + 64 to test data + 127
    And a1 = test data + 64
    When the hart executes
      """
      <hint>
      target:
      ld a2, 0(a1)
      """
    Then a load access fault exception is taken at label target [NTL_target_definition]
    And tval = test data + 64 or 0 [mtval_vaddr_wr1]
    And nothing changes [NTL_target_definition]

    Examples:
      | hint     |
      | ntl.p1   |
      | ntl.pall |
      | ntl.s1   |
      | ntl.all  |

  @ext:Zalrsc @rule:NTL-LR_SC_exception
  Scenario Outline: A constrained loop with <hint> before LR and SC succeeds
    Given test data + 64 holds 10
    And a0 = 3 and a1 = test data + 64
    When the hart executes
      """
      li t0, 1000
      retry:
      <hint>
      lr.d a2, (a1)
      add a4, a2, a0
      <hint>
      sc.d a3, a4, (a1)
      beqz a3, exit
      addi t0, t0, -1
      bnez t0, retry
      exit:
      """
    Then a3 = 0
    And test data + 64 holds 13
    And no trap is taken

    Examples:
      | hint     |
      | ntl.p1   |
      | ntl.pall |
      | ntl.s1   |
      | ntl.all  |

  Scenario Outline: <hint> does what the standard defines
    When the hart executes every encoding of "<hint>"
    Then every outcome is one the specification allows

    Examples:
      | hint     |
      | ntl.p1   |
      | ntl.pall |
      | ntl.s1   |
      | ntl.all  |
