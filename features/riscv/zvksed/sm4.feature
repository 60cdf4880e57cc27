@ext:Zvksed
Feature: Vector SM4
  An element group of four words is a block, or four round keys.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vsm4k.vi |
      | vsm4r.vv |
      | vsm4r.vs |
