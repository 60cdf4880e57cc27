@ext:Zvkned
Feature: Vector AES
  An element group of four words is a state or a round key of AES, its first byte the lowest.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vaesef.vv  |
      | vaesef.vs  |
      | vaesem.vv  |
      | vaesem.vs  |
      | vaesdf.vv  |
      | vaesdf.vs  |
      | vaesdm.vv  |
      | vaesdm.vs  |
      | vaesz.vs   |
      | vaeskf1.vi |
      | vaeskf2.vi |
