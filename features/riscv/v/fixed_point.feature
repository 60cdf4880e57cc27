@ext:V
Feature: Vector fixed-point arithmetic
  Results that do not fit saturate, and vxsat remembers it; bits that are shifted out round the result as vxrm
  says: to the nearest, up (0) or even (1), down (2), or to odd (3).

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn       |
      | vsaddu.vv  |
      | vsaddu.vx  |
      | vsaddu.vi  |
      | vsadd.vv   |
      | vsadd.vx   |
      | vsadd.vi   |
      | vssubu.vv  |
      | vssubu.vx  |
      | vssub.vv   |
      | vssub.vx   |
      | vaaddu.vv  |
      | vaaddu.vx  |
      | vaadd.vv   |
      | vaadd.vx   |
      | vasubu.vv  |
      | vasubu.vx  |
      | vasub.vv   |
      | vasub.vx   |
      | vsmul.vv   |
      | vsmul.vx   |
      | vssrl.vv   |
      | vssrl.vx   |
      | vssrl.vi   |
      | vssra.vv   |
      | vssra.vx   |
      | vssra.vi   |
      | vnclipu.wv |
      | vnclipu.wx |
      | vnclipu.wi |
      | vnclip.wv  |
      | vnclip.wx  |
      | vnclip.wi  |
