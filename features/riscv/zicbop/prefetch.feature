@ext:Zicbop
Feature: Prefetch hints
  A prefetch says that a cache block will be used soon. Whatever its address, it changes no state and
  raises no exception.

  Scenario Outline: <insn> <offset>(a1) changes nothing
    Given a1 = test data + 64
    When the hart executes "<insn> <offset>(a1)"
    Then nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn       | offset | rule          |
      | prefetch.i | 0      | prefetch-i_op |
      | prefetch.i | 32     | prefetch-i_op |
      | prefetch.i | 64     | prefetch-i_op |
      | prefetch.i | -32    | prefetch-i_op |
      | prefetch.i | 2016   | prefetch-i_op |
      | prefetch.i | -2048  | prefetch-i_op |
      | prefetch.r | 0      | prefetch-r_op |
      | prefetch.r | 32     | prefetch-r_op |
      | prefetch.r | 64     | prefetch-r_op |
      | prefetch.r | -32    | prefetch-r_op |
      | prefetch.r | 2016   | prefetch-r_op |
      | prefetch.r | -2048  | prefetch-r_op |
      | prefetch.w | 0      | prefetch-w_op |
      | prefetch.w | 32     | prefetch-w_op |
      | prefetch.w | 64     | prefetch-w_op |
      | prefetch.w | -32    | prefetch-w_op |
      | prefetch.w | 2016   | prefetch-w_op |
      | prefetch.w | -2048  | prefetch-w_op |

  Scenario Outline: <insn> of the address <address> raises nothing
    Given a1 = <address>
    When the hart executes "<insn> 0(a1)"
    Then nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | insn       | address        | rule          |
      | prefetch.i | test data + 67 | prefetch-i_op |
      | prefetch.i | 0              | prefetch-i_op |
      | prefetch.i | 1              | prefetch-i_op |
      | prefetch.i | -1             | prefetch-i_op |
      | prefetch.i | -64            | prefetch-i_op |
      | prefetch.i | 2^63           | prefetch-i_op |
      | prefetch.i | 2^56 + 4       | prefetch-i_op |
      | prefetch.r | test data + 67 | prefetch-r_op |
      | prefetch.r | 0              | prefetch-r_op |
      | prefetch.r | 1              | prefetch-r_op |
      | prefetch.r | -1             | prefetch-r_op |
      | prefetch.r | -64            | prefetch-r_op |
      | prefetch.r | 2^63           | prefetch-r_op |
      | prefetch.r | 2^56 + 4       | prefetch-r_op |
      | prefetch.w | test data + 67 | prefetch-w_op |
      | prefetch.w | 0              | prefetch-w_op |
      | prefetch.w | 1              | prefetch-w_op |
      | prefetch.w | -1             | prefetch-w_op |
      | prefetch.w | -64            | prefetch-w_op |
      | prefetch.w | 2^63           | prefetch-w_op |
      | prefetch.w | 2^56 + 4       | prefetch-w_op |

  @rule:cbp_unperm_noexcep
  Scenario Outline: <insn> of memory that user mode may not <access> raises nothing
    Given the hart runs in user mode
    And user mode may not <access> test data + 64 to test data + 127
    And a1 = test data + <at>
    When the hart executes "<insn> 32(a1)"
    Then no trap is taken
    And nothing changes

    Examples:
      | insn       | access          | at |
      | prefetch.i | read            | 32 |
      | prefetch.i | read            | 81 |
      | prefetch.i | write           | 32 |
      | prefetch.i | write           | 81 |
      | prefetch.i | execute         | 32 |
      | prefetch.i | execute         | 81 |
      | prefetch.i | read or execute | 32 |
      | prefetch.i | read or execute | 81 |
      | prefetch.r | read            | 32 |
      | prefetch.r | read            | 81 |
      | prefetch.r | write           | 32 |
      | prefetch.r | write           | 81 |
      | prefetch.r | execute         | 32 |
      | prefetch.r | execute         | 81 |
      | prefetch.r | read or execute | 32 |
      | prefetch.r | read or execute | 81 |
      | prefetch.w | read            | 32 |
      | prefetch.w | read            | 81 |
      | prefetch.w | write           | 32 |
      | prefetch.w | write           | 81 |
      | prefetch.w | execute         | 32 |
      | prefetch.w | execute         | 81 |
      | prefetch.w | read or execute | 32 |
      | prefetch.w | read or execute | 81 |

  Scenario Outline: The code <code> is <insn> and changes nothing
    Given a1 = test data + 64
    When the hart executes ".word <code>"
    Then it does the same as "<insn> <offset>(a1)"
    And nothing changes [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code       | insn       | offset | rule          |
      | 0x0005e013 | prefetch.i | 0      | prefetch-i_op |
      | 0x3e05e013 | prefetch.i | 992    | prefetch-i_op |
      | 0xc005e013 | prefetch.i | -1024  | prefetch-i_op |
      | 0x0015e013 | prefetch.r | 0      | prefetch-r_op |
      | 0x3e15e013 | prefetch.r | 992    | prefetch-r_op |
      | 0xc015e013 | prefetch.r | -1024  | prefetch-r_op |
      | 0x0035e013 | prefetch.w | 0      | prefetch-w_op |
      | 0x3e35e013 | prefetch.w | 992    | prefetch-w_op |
      | 0xc035e013 | prefetch.w | -1024  | prefetch-w_op |

  Scenario Outline: The loads and stores around <insn> are carried out
    Given a0 = 42 and a1 = test data + 64
    When the hart executes "sd a0, 0(a1); <insn> 0(a1); ld a2, 0(a1); <insn> 0(a1); sd a2, 8(a1)"
    Then a2 = 42 [<rule>]
    And test data + 64 holds 42 [<rule>]
    And test data + 72 holds 42 [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes [<rule>]

    Examples:
      | insn       | rule          |
      | prefetch.i | prefetch-i_op |
      | prefetch.r | prefetch-r_op |
      | prefetch.w | prefetch-w_op |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn       |
      | prefetch.i |
      | prefetch.r |
      | prefetch.w |
