@ext:Zvksh
Feature: Vector SM3
  An element group of eight words is a state or half of a message, its words big-endian.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vsm3me.vv |
      | vsm3c.vi  |
