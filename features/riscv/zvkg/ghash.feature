@ext:Zvkg
Feature: Vector GHASH
  An element group of four words is a polynomial over GF(2) of degree 127, the bits of each byte reversed.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vghsh.vv |
      | vgmul.vv |
