@ext:V
Feature: Vector integer multiplication and division
  Products keep a half of their bits, or all of them in elements of twice the width; multiply-adds overwrite
  the addend or a factor.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn        |
      | vmul.vv     |
      | vmul.vx     |
      | vmulh.vv    |
      | vmulh.vx    |
      | vmulhu.vv   |
      | vmulhu.vx   |
      | vmulhsu.vv  |
      | vmulhsu.vx  |
      | vdivu.vv    |
      | vdivu.vx    |
      | vdiv.vv     |
      | vdiv.vx     |
      | vremu.vv    |
      | vremu.vx    |
      | vrem.vv     |
      | vrem.vx     |
      | vwmul.vv    |
      | vwmul.vx    |
      | vwmulu.vv   |
      | vwmulu.vx   |
      | vwmulsu.vv  |
      | vwmulsu.vx  |
      | vmacc.vv    |
      | vmacc.vx    |
      | vnmsac.vv   |
      | vnmsac.vx   |
      | vmadd.vv    |
      | vmadd.vx    |
      | vnmsub.vv   |
      | vnmsub.vx   |
      | vwmaccu.vv  |
      | vwmaccu.vx  |
      | vwmacc.vv   |
      | vwmacc.vx   |
      | vwmaccsu.vv |
      | vwmaccsu.vx |
      | vwmaccus.vx |
