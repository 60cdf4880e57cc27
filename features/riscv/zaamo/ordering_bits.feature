@ext:Zaamo
Feature: The ordering bits of an AMO
  aq and rl constrain what other harts may observe. To the hart itself every combination of them
  does the same.

  @rule:a_aq_rl_bits @rule:amo_release_consistency
  Scenario Outline: <insn> does on its own hart what <plain> does
    Given test data + 24 holds 0x80000000fffffff0
    And a0 = 0x7fffffff00000021 and a1 = test data + 24
    When the hart executes "<insn> a2, a0, (a1)"
    Then it does the same as "<plain> a2, a0, (a1)"

    Examples:
      | insn           | plain     |
      | amoswap.w.aq   | amoswap.w |
      | amoswap.w.rl   | amoswap.w |
      | amoswap.w.aqrl | amoswap.w |
      | amoadd.w.aq    | amoadd.w  |
      | amoadd.w.rl    | amoadd.w  |
      | amoadd.w.aqrl  | amoadd.w  |
      | amoxor.w.aq    | amoxor.w  |
      | amoxor.w.rl    | amoxor.w  |
      | amoxor.w.aqrl  | amoxor.w  |
      | amoand.w.aq    | amoand.w  |
      | amoand.w.rl    | amoand.w  |
      | amoand.w.aqrl  | amoand.w  |
      | amoor.w.aq     | amoor.w   |
      | amoor.w.rl     | amoor.w   |
      | amoor.w.aqrl   | amoor.w   |
      | amomin.w.aq    | amomin.w  |
      | amomin.w.rl    | amomin.w  |
      | amomin.w.aqrl  | amomin.w  |
      | amomax.w.aq    | amomax.w  |
      | amomax.w.rl    | amomax.w  |
      | amomax.w.aqrl  | amomax.w  |
      | amominu.w.aq   | amominu.w |
      | amominu.w.rl   | amominu.w |
      | amominu.w.aqrl | amominu.w |
      | amomaxu.w.aq   | amomaxu.w |
      | amomaxu.w.rl   | amomaxu.w |
      | amomaxu.w.aqrl | amomaxu.w |
      | amoswap.d.aq   | amoswap.d |
      | amoswap.d.rl   | amoswap.d |
      | amoswap.d.aqrl | amoswap.d |
      | amoadd.d.aq    | amoadd.d  |
      | amoadd.d.rl    | amoadd.d  |
      | amoadd.d.aqrl  | amoadd.d  |
      | amoxor.d.aq    | amoxor.d  |
      | amoxor.d.rl    | amoxor.d  |
      | amoxor.d.aqrl  | amoxor.d  |
      | amoand.d.aq    | amoand.d  |
      | amoand.d.rl    | amoand.d  |
      | amoand.d.aqrl  | amoand.d  |
      | amoor.d.aq     | amoor.d   |
      | amoor.d.rl     | amoor.d   |
      | amoor.d.aqrl   | amoor.d   |
      | amomin.d.aq    | amomin.d  |
      | amomin.d.rl    | amomin.d  |
      | amomin.d.aqrl  | amomin.d  |
      | amomax.d.aq    | amomax.d  |
      | amomax.d.rl    | amomax.d  |
      | amomax.d.aqrl  | amomax.d  |
      | amominu.d.aq   | amominu.d |
      | amominu.d.rl   | amominu.d |
      | amominu.d.aqrl | amominu.d |
      | amomaxu.d.aq   | amomaxu.d |
      | amomaxu.d.rl   | amomaxu.d |
      | amomaxu.d.aqrl | amomaxu.d |
