@ext:I
Feature: Integer computational instructions
  Every result is 64 bits wide; overflow is ignored.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn |
      | add  |
      | sub  |
