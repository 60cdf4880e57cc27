@ext:V
Feature: Vector integer comparisons
  One bit of a mask register tells how the elements of vs2 compare with those of vs1, a scalar register or an
  immediate.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vmseq.vv  |
      | vmseq.vx  |
      | vmseq.vi  |
      | vmsne.vv  |
      | vmsne.vx  |
      | vmsne.vi  |
      | vmsltu.vv |
      | vmsltu.vx |
      | vmslt.vv  |
      | vmslt.vx  |
      | vmsleu.vv |
      | vmsleu.vx |
      | vmsleu.vi |
      | vmsle.vv  |
      | vmsle.vx  |
      | vmsle.vi  |
      | vmsgtu.vx |
      | vmsgtu.vi |
      | vmsgt.vx  |
      | vmsgt.vi  |
