@ext:Zvkb
Feature: Vector bit manipulation for cryptography
  Bits and bytes are reversed, elements rotated, and operands inverted.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vandn.vv |
      | vandn.vx |
      | vbrev8.v |
      | vrev8.v  |
      | vrol.vv  |
      | vrol.vx  |
      | vror.vv  |
      | vror.vx  |
      | vror.vi  |
