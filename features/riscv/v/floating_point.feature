@ext:V
Feature: Vector floating point
  Every active element is computed as the scalar instruction would, rounded by frm. Its exceptions accrue in
  fflags; those of inactive elements and of the tail do not.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn        |
      | vfadd.vv    |
      | vfadd.vf    |
      | vfsub.vv    |
      | vfsub.vf    |
      | vfrsub.vf   |
      | vfmul.vv    |
      | vfmul.vf    |
      | vfdiv.vv    |
      | vfdiv.vf    |
      | vfrdiv.vf   |
      | vfwadd.vv   |
      | vfwadd.vf   |
      | vfwadd.wv   |
      | vfwadd.wf   |
      | vfwsub.vv   |
      | vfwsub.vf   |
      | vfwsub.wv   |
      | vfwsub.wf   |
      | vfwmul.vv   |
      | vfwmul.vf   |
      | vfmacc.vv   |
      | vfmacc.vf   |
      | vfmadd.vv   |
      | vfmadd.vf   |
      | vfnmacc.vv  |
      | vfnmacc.vf  |
      | vfnmadd.vv  |
      | vfnmadd.vf  |
      | vfmsac.vv   |
      | vfmsac.vf   |
      | vfmsub.vv   |
      | vfmsub.vf   |
      | vfnmsac.vv  |
      | vfnmsac.vf  |
      | vfnmsub.vv  |
      | vfnmsub.vf  |
      | vfwmacc.vv  |
      | vfwmacc.vf  |
      | vfwnmacc.vv |
      | vfwnmacc.vf |
      | vfwmsac.vv  |
      | vfwmsac.vf  |
      | vfwnmsac.vv |
      | vfwnmsac.vf |
      | vfsqrt.v    |
      | vfrsqrt7.v  |
      | vfrec7.v    |
      | vfmin.vv    |
      | vfmin.vf    |
      | vfmax.vv    |
      | vfmax.vf    |
      | vfsgnj.vv   |
      | vfsgnj.vf   |
      | vfsgnjn.vv  |
      | vfsgnjn.vf  |
      | vfsgnjx.vv  |
      | vfsgnjx.vf  |
      | vfclass.v   |
      | vmfeq.vv    |
      | vmfeq.vf    |
      | vmfne.vv    |
      | vmfne.vf    |
      | vmflt.vv    |
      | vmflt.vf    |
      | vmfle.vv    |
      | vmfle.vf    |
      | vmfgt.vf    |
      | vmfge.vf    |
      | vfmerge.vfm |
      | vfmv.v.f    |
