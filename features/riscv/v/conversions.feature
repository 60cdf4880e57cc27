@ext:V
Feature: Vector conversions
  Between floating-point values and integers of one width, of twice and of half the width: rounded by frm, or to
  zero, or to odd, and clipped where an integer does not hold the value.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn              |
      | vfcvt.xu.f.v      |
      | vfcvt.x.f.v       |
      | vfcvt.rtz.xu.f.v  |
      | vfcvt.rtz.x.f.v   |
      | vfcvt.f.xu.v      |
      | vfcvt.f.x.v       |
      | vfwcvt.xu.f.v     |
      | vfwcvt.x.f.v      |
      | vfwcvt.rtz.xu.f.v |
      | vfwcvt.rtz.x.f.v  |
      | vfwcvt.f.xu.v     |
      | vfwcvt.f.x.v      |
      | vfwcvt.f.f.v      |
      | vfncvt.xu.f.w     |
      | vfncvt.x.f.w      |
      | vfncvt.rtz.xu.f.w |
      | vfncvt.rtz.x.f.w  |
      | vfncvt.f.xu.w     |
      | vfncvt.f.x.w      |
      | vfncvt.f.f.w      |
      | vfncvt.rod.f.f.w  |
