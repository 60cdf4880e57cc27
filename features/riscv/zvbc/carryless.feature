@ext:Zvbc
Feature: Vector carry-less multiplication
  Elements of 64 bits are polynomials over GF(2); a product has 127 bits, one instruction for each half.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vclmul.vv  |
      | vclmul.vx  |
      | vclmulh.vv |
      | vclmulh.vx |
