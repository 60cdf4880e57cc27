@ext:Zvbb
Feature: Vector bit manipulation
  Bits of elements are reversed and counted, and elements shifted into elements of twice the width.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vbrev.v  |
      | vclz.v   |
      | vctz.v   |
      | vcpop.v  |
      | vwsll.vv |
      | vwsll.vx |
      | vwsll.vi |
