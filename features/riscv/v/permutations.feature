@ext:V
Feature: Vector permutations
  Elements move: to and from scalars, up and down, to where an index says, together, and as whole registers.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn            |
      | vmv.x.s         |
      | vmv.s.x         |
      | vfmv.f.s        |
      | vfmv.s.f        |
      | vslideup.vx     |
      | vslideup.vi     |
      | vslidedown.vx   |
      | vslidedown.vi   |
      | vslide1up.vx    |
      | vfslide1up.vf   |
      | vslide1down.vx  |
      | vfslide1down.vf |
      | vrgather.vv     |
      | vrgatherei16.vv |
      | vrgather.vx     |
      | vrgather.vi     |
      | vcompress.vm    |
      | vmv1r.v         |
      | vmv2r.v         |
      | vmv4r.v         |
      | vmv8r.v         |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn    |
      | vmv.x.s |
