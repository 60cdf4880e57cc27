@ext:Zvknha
Feature: Vector SHA-256
  An element group of four words is half a state {f, e, b, a} or {h, g, d, c}, or four words of the message, in
  the order of their indexes from right to left.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vsha2ms.vv |
      | vsha2ch.vv |
      | vsha2cl.vv |
