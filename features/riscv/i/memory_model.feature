@ext:I
Feature: The memory model of two harts
  Two harts run at the same time, many times over, from the same registers. Each scenario names a final
  state that RVWMO forbids: for accesses of the same place, for fences, and for syntactic dependencies,
  which order even where the value does not depend on anything. That it was not seen in so many
  repetitions is evidence, and no proof. Where a hart ends with nops, they leave time to show what it
  holds back.

  @rule:rvwmo_ppo @rule:rvwmo_ld_val_axiom
  Scenario Outline: CoRR: two <load> of one place never see a new value and then the old one
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      """
    And hart 1 executes
      """
      <load> a0, 0(s0)
      <load> a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | load | store |
      | ld   | sd    |
      | lw   | sw    |
      | lhu  | sh    |
      | lbu  | sb    |

  @rule:rvwmo_ppo @rule:rvwmo_ld_val_axiom
  Scenario Outline: CoRR: of three stores by <store>, <load> never sees an earlier one after a later one
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      <store> t2, 0(s0)
      li t3, 3
      <store> t3, 0(s0)
      """
    And hart 1 executes
      """
      <load> a0, 0(s0)
      <load> a1, 0(s0)
      <load> a2, 0(s0)
      sltu a3, a1, a0
      sltu a4, a2, a1
      or a3, a3, a4
      """
    Then always hart 1: a3 = 0

    Examples:
      | load | store |
      | ld   | sd    |
      | lw   | sw    |
      | lbu  | sb    |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: CoWW: of two <store> to one place the second one stays
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      <store> t2, 0(s0)
      """
    And hart 1 executes
      """
      <load> a0, 0(s0)
      """
    Then always test data + 64 holds 2 and hart 1: a0 = 0 or 1 or 2

    Examples:
      | load | store |
      | ld   | sd    |
      | lw   | sw    |
      | lh   | sh    |
      | lb   | sb    |

  @rule:rvwmo_ppo @rule:rvwmo_ld_val_axiom
  Scenario: CoRW1: a load does not see the store of its own hart that comes after it
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      sd t1, 0(s0)
      """
    And hart 1 executes
      """
      sd t2, 0(s0)
      """
    Then never hart 0: a0 = 1

  @rule:rvwmo_ppo @rule:rvwmo_ld_val_axiom
  Scenario: CoRW2: a store after a load that saw the other store is the later one
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      sd t1, 0(s0)
      """
    And hart 1 executes
      """
      sd t2, 0(s0)
      """
    Then never hart 0: a0 = 2 and test data + 64 holds 2

  @rule:rvwmo_ld_val_axiom @rule:rvwmo_ppo
  Scenario: CoWR: a load after a store of its own hart sees it, or a later one
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      ld a0, 0(s0)
      """
    And hart 1 executes
      """
      sd t2, 0(s0)
      """
    Then always hart 0: a0 = 1 or 2
    And never hart 0: a0 = 2 and test data + 64 holds 1

  @rule:rvwmo_single_hart_op @rule:rvwmo_ld_val_axiom
  Scenario Outline: A hart sees its own <store> of parts of a place in program order
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t2, 0(s0)
      <load> a0, 0(s0)
      <store> t1, 0(s0)
      <load> a1, 0(s0)
      <store> x0, 0(s0)
      <load> a2, 0(s0)
      """
    And hart 1 executes
      """
      sd t1, 8(s0)
      ld a0, 0(s0)
      """
    Then always hart 0: a0 = 2 and a1 = 1 and a2 = 0

    Examples:
      | load | store |
      | ld   | sd    |
      | lw   | sw    |
      | lh   | sh    |
      | lb   | sb    |

  @rule:rvwmo_single_hart_op @rule:rvwmo_ld_val_axiom
  Scenario: A hart sees narrow stores over a wide one in program order, whatever the other hart does
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      li t3, -1
      sd t3, 0(s0)
      sb x0, 3(s0)
      sh x0, 6(s0)
      ld a0, 0(s0)
      lwu a1, 4(s0)
      """
    And hart 1 executes
      """
      sd t1, 0(s1)
      sd t2, 0(s1)
      """
    Then always hart 0: a0 = 0x0000ffff00ffffff and a1 = 0x0000ffff

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: MP: a message is there before its flag, with fence <write> and fence <read>, of <size>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      fence <write>
      <store> t1, 0(s1)
      """
    And hart 1 executes
      """
      <load> a0, 0(s1)
      fence <read>
      <load> a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | size  | store | load | write  | read   |
      | words | sw    | lw   | w, w   | r, r   |
      | words | sw    | lw   | rw, rw | rw, rw |
      | bytes | sb    | lb   | w, w   | r, r   |
      | bytes | sb    | lb   | rw, rw | rw, rw |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: SB: of two stores by <store>, each before a load of the other place, one is seen
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <store> t1, 0(s0)
      fence rw, rw
      <load> a0, 0(s1)
      """
    And hart 1 executes
      """
      <store> t1, 0(s1)
      fence rw, rw
      <load> a0, 0(s0)
      """
    Then never hart 0: a0 = 0 and hart 1: a0 = 0

    Examples:
      | store | load |
      | sd    | ld   |
      | sw    | lw   |
      | sh    | lh   |
      | sb    | lb   |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: LB: no two loads by <load> see stores that come after them
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      <load> a0, 0(s0)
      fence rw, rw
      <store> t1, 0(s1)
      """
    And hart 1 executes
      """
      <load> a0, 0(s1)
      fence rw, rw
      <store> t1, 0(s0)
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

    Examples:
      | store | load |
      | sd    | ld   |
      | sw    | lw   |
      | sb    | lb   |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: R: who stores last over a flag, with fence <one> and fence <two>, sees the message
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence <one>
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      sd t2, 0(s1)
      fence <two>
      ld a0, 0(s0)
      """
    Then never hart 1: a0 = 0 and test data + 192 holds 2

    Examples:
      | one    | two    |
      | w, w   | w, r   |
      | rw, rw | rw, rw |
      | rw, w  | w, rw  |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: S: a store after a flag that was seen, with fence <one> and fence <two>, comes later
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t2, 0(s0)
      fence <one>
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence <two>
      sd t1, 0(s0)
      """
    Then never hart 1: a0 = 1 and test data + 64 holds 2

    Examples:
      | one    | two    |
      | w, w   | r, w   |
      | rw, rw | rw, rw |
      | w, rw  | r, rw  |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: 2+2W: of two pairs of stores in opposite orders, with fence <sets>, not both first ones are last
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence <sets>
      sd t2, 0(s1)
      """
    And hart 1 executes
      """
      sd t1, 0(s1)
      fence <sets>
      sd t2, 0(s0)
      """
    Then never test data + 64 holds 1 and test data + 192 holds 1

    Examples:
      | sets   |
      | w, w   |
      | rw, w  |
      | rw, rw |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: MP with an address dependency: a load at an address made of the flag sees the message, made by <make>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      <make>
      add t3, s0, t4
      ld a1, 0(t3)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | make                            |
      | xor t4, a0, a0                  |
      | andi t4, a0, 0                  |
      | sub t4, a0, a0                  |
      | slli t4, a0, 63; slli t4, t4, 1 |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: S with an address dependency: a store at an address made of the flag comes after the message
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t2, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      xor t4, a0, a0
      add t3, s0, t4
      sd t1, 0(t3)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and test data + 64 holds 2

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: LB with data dependencies: no value comes out of thin air, made by <make>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      <make>
      addi t4, t4, 1
      sd t4, 0(s1)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      <make>
      addi t4, t4, 1
      sd t4, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

    Examples:
      | make           |
      | xor t4, a0, a0 |
      | andi t4, a0, 0 |
      | sub t4, a0, a0 |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: S with a data dependency: a store of what the flag was comes after the message
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t2, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      xor t4, a0, a0
      addi t4, t4, 1
      sd t4, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and test data + 64 holds 2

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: LB with control dependencies: no two loads see stores behind a branch <branch> on them
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      <branch>
      there:
      sd t1, 0(s1)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      <branch>
      there:
      sd t1, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

    Examples:
      | branch            |
      | bnez a0, there    |
      | beqz a0, there    |
      | blt a0, t1, there |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: S with a control dependency: a store behind a branch on the flag comes after the message
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t2, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      beqz a0, there
      there:
      sd t1, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and test data + 64 holds 2

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: MP through a place of its own: a load of what was stored because of the flag comes after the flag
    The store depends on the first load, and the second load returns what it wrote.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      sd a0, 0(s2)
      ld a1, 0(s2)
      xor t4, a1, a1
      add t3, s0, t4
      ld a2, 0(t3)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and a1 = 1 and a2 = 0

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario Outline: MP through a place of its own: so does one of a constant made of the flag by <make>
    The value that is stored does not depend on the flag; syntactically it does.
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      <make>
      sd t4, 0(s2)
      ld a1, 0(s2)
      xor t4, a1, a1
      add t3, s0, t4
      ld a2, 0(t3)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 1: a0 = 1 and a2 = 0

    Examples:
      | make           |
      | xor t4, a0, a0 |
      | andi t4, a0, 0 |
      | sub t4, a0, a0 |

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: LB past an access whose address depends: a store after it comes after the load
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      xor t4, a0, a0
      add t3, s2, t4
      ld a1, 0(t3)
      sd t1, 0(s1)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      xor t4, a0, a0
      add t3, s2, t4
      ld a1, 0(t3)
      sd t1, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

  @rule:rvwmo_ppo @rule:rvwmo_obeyed
  Scenario: LB past a store whose address depends: a store after it comes after the load
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      ld a0, 0(s0)
      xor t4, a0, a0
      add t3, s2, t4
      sd x0, 0(t3)
      sd t1, 0(s1)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      xor t4, a0, a0
      add t3, s2, t4
      sd x0, 8(t3)
      sd t1, 0(s0)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    Then never hart 0: a0 = 1 and hart 1: a0 = 1

  @rule:rvwmo_single_copy_atomic @rule:rvwmo_aligned_memop
  Scenario Outline: A <size> is stored and loaded whole
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      li t3, <one>
      li t4, <two>
      <store> t3, 0(s0)
      <store> t4, 0(s0)
      <store> t3, 0(s0)
      """
    And hart 1 executes
      """
      <load> a0, 0(s0)
      <load> a1, 0(s0)
      <load> a2, 0(s0)
      """
    Then always hart 1: a0 = 0 or <one> or <two> and a1 = 0 or <one> or <two> and a2 = 0 or <one> or <two>

    Examples:
      | size       | load | store | one                | two                |
      | doubleword | ld   | sd    | 0x0123456789abcdef | 0x76543210fedcba98 |
      | word       | lw   | sw    | 0x01234567         | 0x76543210         |
      | halfword   | lh   | sh    | 0x0123             | 0x7654             |

  @ext:V @rule:rvwmo_v_multi_memops
  Scenario: MP: all elements of a vector store are there before the flag behind a fence
    Given two harts
    And mstatus = 0x600
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 88 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      vsetivli x0, 4, e64, m2, ta, ma
      vmv.v.i v8, 1
      vse64.v v8, (s0)
      fence w, w
      sd t1, 0(s1)
      nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop; nop
      """
    And hart 1 executes
      """
      li t0, 40
      again:
      ld a0, 0(s1)
      bnez a0, seen
      addi t0, t0, -1
      bnez t0, again
      seen:
      fence r, r
      ld a1, 0(s0)
      ld a2, 24(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And never hart 1: a0 = 1 and a2 = 0

  @ext:V @rule:rvwmo_v_multi_memops
  Scenario: MP: all elements of a vector load behind the flag and a fence see the message
    Given two harts
    And mstatus = 0x600
    And s0 = test data + 64 and s1 = test data + 192 and s2 = test data + 320 and t1 = 1 and t2 = 2
    And test data + 64 holds 0 and test data + 88 holds 0 and test data + 192 holds 0 and test data + 320 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      sd t1, 24(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, r
      vsetivli x0, 4, e64, m2, ta, ma
      vle64.v v8, (s0)
      vmv.x.s a1, v8
      vslidedown.vi v10, v8, 3
      vmv.x.s a2, v10
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And never hart 1: a0 = 1 and a2 = 0
