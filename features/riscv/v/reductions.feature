@ext:V
Feature: Vector reductions
  The scalar in element 0 of vs1 is combined with every active element of vs2, and goes to element 0 of vd.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn          |
      | vredsum.vs    |
      | vredmaxu.vs   |
      | vredmax.vs    |
      | vredminu.vs   |
      | vredmin.vs    |
      | vredand.vs    |
      | vredor.vs     |
      | vredxor.vs    |
      | vwredsumu.vs  |
      | vwredsum.vs   |
      | vfredosum.vs  |
      | vfredusum.vs  |
      | vfredmax.vs   |
      | vfredmin.vs   |
      | vfwredosum.vs |
      | vfwredusum.vs |
