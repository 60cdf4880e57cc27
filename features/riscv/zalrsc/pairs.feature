@ext:Zalrsc
Feature: Load-reserved and store-conditional
  LR loads and reserves; SC stores if the reservation still holds, and says whether it did. An SC
  may fail for no reason, so whoever needs it to succeed tries again: the loops here are constrained
  loops, which succeed eventually, and give up after a thousand attempts. The reservation set may be
  larger than what was loaded, so an SC to another address may succeed too; but then it must store.

  @rule:lr_w_op
  Scenario Outline: lr.w sign-extends the word <word> to <value>
    Given test data + 8 holds <double>
    And a1 = test data + <offset>
    When the hart executes "lr.w a0, (a1)"
    Then a0 = <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | word       | double             | offset | value              |
      | 0x00000000 | 0xffffffff00000000 | 8      | 0                  |
      | 0x00000001 | 0xffffffff00000001 | 8      | 1                  |
      | 0x7fffffff | 0xffffffff7fffffff | 8      | 0x7fffffff         |
      | 0x80000000 | 0x0000000080000000 | 8      | 0xffffffff80000000 |
      | 0xffffffff | 0x00000000ffffffff | 8      | -1                 |
      | 0x89abcdef | 0x89abcdef01234567 | 12     | 0xffffffff89abcdef |
      | 0x01234567 | 0x01234567ffffffff | 12     | 0x01234567         |

  @rule:lr_sc_rv64
  Scenario Outline: lr.d loads the doubleword <value>
    Given test data + 8 holds <value>
    And a1 = test data + 8
    When the hart executes "lr.d a0, (a1)"
    Then a0 = <value>
    And no trap is taken
    And nothing else changes

    Examples:
      | value              |
      | 0                  |
      | -1                 |
      | 0x123456789abcdef0 |
      | 0x8000000000000000 |
      | 0x00000000ffffffff |

  @rule:sc_w_success
  Scenario Outline: A successful sc.w at offset <offset> writes the low word of rs2, and zero to rd
    Given test data + 8 holds 0x1111111122222222
    And a0 = 0xdeadbeef89abcdef and a1 = test data + <offset>
    When the hart executes
      """
      li t0, 1000
      retry:
      lr.w a2, (a1)
      sc.w a3, a0, (a1)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then a3 = 0
    And test data + 8 holds <after>
    And a2 = <loaded>
    And nothing else changes but t0

    Examples:
      | offset | loaded     | after              |
      | 8      | 0x22222222 | 0x1111111189abcdef |
      | 12     | 0x11111111 | 0x89abcdef22222222 |

  @rule:lr_sc_rv64
  Scenario: A successful sc.d writes the doubleword in rs2, and zero to rd
    Given test data + 8 holds 0x1111111122222222
    And a0 = 0xdeadbeef89abcdef and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      lr.d a2, (a1)
      sc.d a3, a0, (a1)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then a3 = 0
    And test data + 8 holds 0xdeadbeef89abcdef
    And a2 = 0x1111111122222222
    And nothing else changes but t0

  @rule:sc_w_success @rule:sc_w_failure
  Scenario Outline: What <sc> did to memory agrees with what it says in rd, <why>
    Whatever the SC decides: rd is zero if and only if the store was done.
    Given test data + 8 holds 1 and test data + 256 holds 1
    And a0 = 2 and a1 = test data + 8 and a2 = test data + <offset>
    When the hart executes
      """
      <lr> t0, (a1)
      <between>
      <sc> a3, a0, (a2)
      seqz a3, a3
      ld a4, 0(a2)
      addi a4, a4, -1
      """
    Then a4 = 0 or 1
    And a3 = a4

    Examples:
      | lr   | sc   | offset | between          | why                                   |
      | lr.w | sc.w | 8      | nop              | in the simplest pair                  |
      | lr.d | sc.d | 8      | nop              | in the simplest pair                  |
      | lr.w | sc.w | 256    | nop              | at an address far from the LR's       |
      | lr.d | sc.d | 256    | nop              | at an address far from the LR's       |
      | lr.w | sc.d | 8      | nop              | when it is wider than the LR          |
      | lr.d | sc.w | 8      | nop              | when it is narrower than the LR       |
      | lr.d | sc.d | 8      | ld t1, 0(a1)     | after a load                          |
      | lr.d | sc.d | 8      | sd t0, 0(a1)     | after a store of its own hart         |
      | lr.w | sc.w | 8      | sb zero, 256(a1) | after a store of its own hart far off |
      | lr.d | sc.d | 8      | fence rw, rw     | after a fence                         |

  @rule:sc_w_success
  Scenario Outline: <sc> into x0 stores like any other
    rd cannot say whether it succeeded; memory does.
    Given test data + 8 holds 1
    And a0 = 2 and a1 = test data + 8 and a3 = 1
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      bne a2, a3, done
      <sc> x0, a0, (a1)
      addi t0, t0, -1
      bnez t0, retry
      done:
      ld a4, 0(a1)
      """
    Then a4 = 2
    And a2 = 2

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:lr_w_op
  Scenario Outline: <lr> into x0 reserves like any other
    Given test data + 8 holds 1
    And a0 = 2 and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> x0, (a1)
      <sc> a3, a0, (a1)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      mv a4, x0
      """
    Then a3 = 0
    And a4 = 0
    And test data + 8 holds 2
    And nothing else changes but t0

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:lr_w_op @rule:sc_w_success
  Scenario Outline: <lr> with rd = rs1 reserves the address that was accessed
    The loaded value happens to be an address; the reservation is not there.
    Given test data + 8 holds 0x80
    And a0 = 0x55 and a4 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      mv a1, a4
      <lr> a1, (a1)
      <sc> a3, a0, (a4)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then a1 = 0x80 [lr_w_op]
    And a3 = 0
    And test data + 8 holds 0x55 [sc_w_success]
    And nothing else changes but t0

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |

  @rule:lr_w_op @rule:sc_w_success
  Scenario: The value loaded over rs1 is the address of other data, which stays as it is
    Given test data + 256 holds 0x99
    And a0 = 0x55 and a4 = test data + 8 and a5 = test data + 256
    When the hart executes
      """
      sd a5, 0(a4)
      li t0, 1000
      retry:
      mv a1, a4
      lr.d a1, (a1)
      sc.d a3, a0, (a4)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      sub a1, a1, a5
      """
    Then a1 = 0 [lr_w_op]
    And a3 = 0
    And test data + 8 holds 0x55 [sc_w_success]
    And test data + 256 holds 0x99 [sc_w_success]

  @rule:sc_w_success
  Scenario Outline: <sc> with rd = <rd> takes its sources before it writes its result
    Given test data + 8 holds 1
    And a4 = 0x55 and a5 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      mv a0, a4
      mv a1, a5
      <lr> a2, (a5)
      <sc> <rd>, a0, (a1)
      beqz <rd>, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then <rd> = 0
    And a2 = 1
    And test data + 8 holds 0x55

    Examples:
      | lr   | sc   | rd |
      | lr.w | sc.w | a0 |
      | lr.w | sc.w | a1 |
      | lr.d | sc.d | a0 |
      | lr.d | sc.d | a1 |

  @rule:sc_pairs_latest_lr
  Scenario Outline: <sc> pairs with the latest <lr>, whatever was reserved before
    Given test data + 8 holds 1 and test data + 256 holds 2
    And a0 = 0x55 and a1 = test data + 8 and a2 = test data + 256
    When the hart executes
      """
      <first> a4, (a1)
      li t0, 1000
      retry:
      <lr> a5, (a2)
      <sc> a3, a0, (a2)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then a3 = 0
    And a5 = 2
    And test data + 256 holds 0x55
    And test data + 8 holds 1

    Examples:
      | first | lr   | sc   |
      | lr.w  | lr.w | sc.w |
      | lr.d  | lr.d | sc.d |
      | lr.d  | lr.w | sc.w |
      | lr.w  | lr.d | sc.d |

  @rule:a_aq_rl_bits
  Scenario Outline: <lr> and <sc> do on their own hart what they do without ordering bits
    Given test data + 8 holds 1
    And a0 = 0x55 and a1 = test data + 8
    When the hart executes
      """
      li t0, 1000
      retry:
      <lr> a2, (a1)
      <sc> a3, a0, (a1)
      beqz a3, done
      addi t0, t0, -1
      bnez t0, retry
      done:
      """
    Then a2 = 1
    And a3 = 0
    And test data + 8 holds 0x55
    And nothing else changes but t0

    Examples:
      | lr        | sc        |
      | lr.w.aq   | sc.w      |
      | lr.w      | sc.w.rl   |
      | lr.w.aq   | sc.w.rl   |
      | lr.w.aqrl | sc.w.aqrl |
      | lr.w.rl   | sc.w.aq   |
      | lr.d.aq   | sc.d      |
      | lr.d      | sc.d.rl   |
      | lr.d.aq   | sc.d.rl   |
      | lr.d.aqrl | sc.d.aqrl |
      | lr.d.rl   | sc.d.aq   |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | lr.w |
      | lr.d |

  Scenario Outline: <insn> alone does what the standard defines
    The reservation that it needs to succeed is missing, or is none of this program's.
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows

    Examples:
      | insn |
      | sc.w |
      | sc.d |

  @rule:sc_addr_not_in_reservation_fail @claim:LR_RESERVATION_SET_SIZE<=128
  Scenario Outline: <sc> fails outside of the reservation set
    Given a0 = 7 and a1 = test data + 64 and a2 = test data + 320
    When the hart executes
      """
      <lr> t0, (a1)
      <sc> t1, a0, (a2)
      """
    Then t1 != 0
    And test data + 320 is unchanged

    Examples:
      | lr   | sc   |
      | lr.w | sc.w |
      | lr.d | sc.d |
      | lr.w | sc.d |
      | lr.d | sc.w |
