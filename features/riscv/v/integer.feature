@ext:V
Feature: Vector integer arithmetic
  Elements are added, subtracted, widened, narrowed, shifted, merged and moved, each alone. The first source is
  vs2; the second is vs1, a scalar register or an immediate.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vadd.vv    |
      | vadd.vx    |
      | vadd.vi    |
      | vsub.vv    |
      | vsub.vx    |
      | vrsub.vx   |
      | vrsub.vi   |
      | vwaddu.vv  |
      | vwaddu.vx  |
      | vwaddu.wv  |
      | vwaddu.wx  |
      | vwadd.vv   |
      | vwadd.vx   |
      | vwadd.wv   |
      | vwadd.wx   |
      | vwsubu.vv  |
      | vwsubu.vx  |
      | vwsubu.wv  |
      | vwsubu.wx  |
      | vwsub.vv   |
      | vwsub.vx   |
      | vwsub.wv   |
      | vwsub.wx   |
      | vzext.vf2  |
      | vzext.vf4  |
      | vzext.vf8  |
      | vsext.vf2  |
      | vsext.vf4  |
      | vsext.vf8  |
      | vadc.vvm   |
      | vadc.vxm   |
      | vadc.vim   |
      | vsbc.vvm   |
      | vsbc.vxm   |
      | vmadc.vvm  |
      | vmadc.vxm  |
      | vmadc.vim  |
      | vmadc.vv   |
      | vmadc.vx   |
      | vmadc.vi   |
      | vmsbc.vvm  |
      | vmsbc.vxm  |
      | vmsbc.vv   |
      | vmsbc.vx   |
      | vand.vv    |
      | vand.vx    |
      | vand.vi    |
      | vor.vv     |
      | vor.vx     |
      | vor.vi     |
      | vxor.vv    |
      | vxor.vx    |
      | vxor.vi    |
      | vsll.vv    |
      | vsll.vx    |
      | vsll.vi    |
      | vsrl.vv    |
      | vsrl.vx    |
      | vsrl.vi    |
      | vsra.vv    |
      | vsra.vx    |
      | vsra.vi    |
      | vnsrl.wv   |
      | vnsrl.wx   |
      | vnsrl.wi   |
      | vnsra.wv   |
      | vnsra.wx   |
      | vnsra.wi   |
      | vminu.vv   |
      | vminu.vx   |
      | vmin.vv    |
      | vmin.vx    |
      | vmaxu.vv   |
      | vmaxu.vx   |
      | vmax.vv    |
      | vmax.vx    |
      | vmerge.vvm |
      | vmerge.vxm |
      | vmerge.vim |
      | vmv.v.v    |
      | vmv.v.x    |
      | vmv.v.i    |
