@ext:B
Feature: The composition of B
  B is another name for Zba, Zbb and Zbs together.

  @rule:b_extension_composition
  Scenario: Instructions of all three are there
    Given a0 = 0xffffffff80000000 and a1 = 36
    When the hart executes "sh3add.uw a2, a0, a1; clz a3, a0; ror a4, a0, a1; zext.h a5, a1; bext a6, a0, a1"
    Then a2 = 0x400000024 and a3 = 0 and a4 = 0xf80000000fffffff and a5 = 36 and a6 = 1
    And no trap is taken
