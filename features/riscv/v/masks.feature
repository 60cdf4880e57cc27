@ext:V
Feature: Vector mask instructions
  Masks are combined, counted, searched and numbered, one bit for each element, in one register at any LMUL.

  Scenario Outline: <insn> does what its row defines
    When the hart executes "<insn>" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn      |
      | vmand.mm  |
      | vmnand.mm |
      | vmandn.mm |
      | vmxor.mm  |
      | vmor.mm   |
      | vmnor.mm  |
      | vmorn.mm  |
      | vmxnor.mm |
      | vcpop.m   |
      | vfirst.m  |
      | vmsbf.m   |
      | vmsif.m   |
      | vmsof.m   |
      | viota.m   |
      | vid.v     |

  Scenario Outline: <insn> with rd = x0 does what its row defines
    When the hart executes "<insn>" with rd = x0 over its edge values
    Then every outcome is one the specification allows

    Examples:
      | insn     |
      | vcpop.m  |
      | vfirst.m |
