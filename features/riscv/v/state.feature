@ext:V @env:machine
Feature: The status of the vector unit
  mstatus.VS: while it is Off, vector instructions and CSRs are illegal. Whatever changes vector state makes it
  Dirty, in every mode; what does not may.

  @rule:mstatus_vs_op_off
  Scenario Outline: "<insn>" is illegal in machine mode while VS is Off
    Given the hart runs in machine mode
    And the vector unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                           |
      | vsetvli a2, a0, e8, m1, ta, ma |
      | vsetivli a2, 1, e8, m1, ta, ma |
      | vsetvl a2, a0, x0              |
      | vadd.vv v8, v16, v24           |
      | vadd.vx v8, v16, a0            |
      | vadd.vi v8, v16, 1             |
      | vmul.vv v8, v16, v24           |
      | vmseq.vi v8, v16, 1            |
      | vmand.mm v8, v16, v24          |
      | vcpop.m a2, v16                |
      | vmv.x.s a2, v16                |
      | vmv.s.x v8, a0                 |
      | vmv1r.v v8, v16                |
      | vredsum.vs v8, v16, v24        |
      | vfadd.vv v8, v16, v24          |
      | vfmv.f.s fa0, v16              |
      | vle8.v v8, (a1)                |
      | vse8.v v8, (a1)                |
      | vle8ff.v v8, (a1)              |
      | vlse8.v v8, (a1), a0           |
      | vluxei8.v v8, (a1), v16        |
      | vsoxei8.v v8, (a1), v16        |
      | vlseg2e8.v v8, (a1)            |
      | vl1re8.v v8, (a1)              |
      | vs1r.v v8, (a1)                |
      | vlm.v v8, (a1)                 |
      | vsm.v v8, (a1)                 |
      | csrr a2, vl                    |
      | csrr a2, vtype                 |
      | csrr a2, vlenb                 |
      | csrr a2, vstart                |
      | csrr a2, vxrm                  |
      | csrr a2, vxsat                 |
      | csrr a2, vcsr                  |
      | csrw vstart, x0                |
      | csrwi vxrm, 1                  |
      | csrw vxsat, a0                 |
      | csrw vcsr, a0                  |

  @rule:mstatus_vs_op_off
  Scenario Outline: "<insn>" is illegal in user mode while VS is Off
    Given the hart runs in user mode
    And the vector unit is off
    And a0 = 1 and a1 = test data + 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn                           |
      | vsetvli a2, a0, e8, m1, ta, ma |
      | vsetivli a2, 1, e8, m1, ta, ma |
      | vsetvl a2, a0, x0              |
      | vadd.vv v8, v16, v24           |
      | vadd.vx v8, v16, a0            |
      | vadd.vi v8, v16, 1             |
      | vmul.vv v8, v16, v24           |
      | vmseq.vi v8, v16, 1            |
      | vmand.mm v8, v16, v24          |
      | vcpop.m a2, v16                |
      | vmv.x.s a2, v16                |
      | vmv.s.x v8, a0                 |
      | vmv1r.v v8, v16                |
      | vredsum.vs v8, v16, v24        |
      | vfadd.vv v8, v16, v24          |
      | vfmv.f.s fa0, v16              |
      | vle8.v v8, (a1)                |
      | vse8.v v8, (a1)                |
      | vle8ff.v v8, (a1)              |
      | vlse8.v v8, (a1), a0           |
      | vluxei8.v v8, (a1), v16        |
      | vsoxei8.v v8, (a1), v16        |
      | vlseg2e8.v v8, (a1)            |
      | vl1re8.v v8, (a1)              |
      | vs1r.v v8, (a1)                |
      | vlm.v v8, (a1)                 |
      | vsm.v v8, (a1)                 |
      | csrr a2, vl                    |
      | csrr a2, vtype                 |
      | csrr a2, vlenb                 |
      | csrr a2, vstart                |
      | csrr a2, vxrm                  |
      | csrr a2, vxsat                 |
      | csrr a2, vcsr                  |
      | csrw vstart, x0                |
      | csrwi vxrm, 1                  |
      | csrw vxsat, a0                 |
      | csrw vcsr, a0                  |

  @rule:mstatus_vs_op_initial_clean
  Scenario Outline: "<insn>" changes <what>, and VS from Initial to Dirty, in machine mode
    Given the hart runs in machine mode
    And vl = 3 under e8, m1, tu, mu
    And vs = 1 and vcsr = 0 and v8 = e8: 1 2 3 4 and v16 = e8: 9 8 7 0xff and v24 = e8: 7 7 7 7
    And a0 = 5 and a1 = test data + 8 and test data + 8 holds 0x1122334455667788
    When the hart executes "<insn>"
    Then vs = 3
    And no trap is taken

    Examples:
      | insn                            | what                 |
      | vadd.vv v8, v16, v24            | a register           |
      | vmv.v.i v8, 9                   | a register           |
      | vmv.s.x v8, a0                  | a register           |
      | vmv1r.v v8, v16                 | a register           |
      | vmv8r.v v8, v16                 | a register           |
      | vid.v v8                        | a register           |
      | vredmaxu.vs v8, v16, v24        | a register           |
      | vmseq.vv v8, v16, v24           | a register           |
      | vmxnor.mm v8, v8, v8            | a register           |
      | vslide1down.vx v8, v16, a0      | a register           |
      | vle8.v v8, (a1)                 | a register           |
      | vle8ff.v v8, (a1)               | a register           |
      | vlm.v v8, (a1)                  | a register           |
      | vl1re8.v v8, (a1)               | a register           |
      | vlse8.v v8, (a1), x0            | a register           |
      | vlseg2e8.v v8, (a1)             | a register           |
      | vsaddu.vi v24, v16, -1          | a register and vxsat |
      | vsetvli x0, a1, e16, m1, ta, ma | vl and vtype         |
      | vsetivli x0, 2, e8, m1, tu, mu  | vl                   |
      | vsetvli x0, x0, e8, m1, ta, ma  | vtype                |
      | csrwi vstart, 1                 | vstart               |
      | csrwi vxrm, 2                   | vxrm                 |
      | csrsi vxsat, 1                  | vxsat                |
      | csrw vcsr, a0                   | vcsr                 |

  @rule:mstatus_vs_op_initial_clean
  Scenario Outline: "<insn>" changes <what>, and VS from Clean to Dirty, in machine mode
    Given the hart runs in machine mode
    And vl = 3 under e8, m1, tu, mu
    And vs = 2 and vcsr = 0 and v8 = e8: 1 2 3 4 and v16 = e8: 9 8 7 0xff and v24 = e8: 7 7 7 7
    And a0 = 5 and a1 = test data + 8 and test data + 8 holds 0x1122334455667788
    When the hart executes "<insn>"
    Then vs = 3
    And no trap is taken

    Examples:
      | insn                            | what                 |
      | vadd.vv v8, v16, v24            | a register           |
      | vmv.v.i v8, 9                   | a register           |
      | vmv.s.x v8, a0                  | a register           |
      | vmv1r.v v8, v16                 | a register           |
      | vmv8r.v v8, v16                 | a register           |
      | vid.v v8                        | a register           |
      | vredmaxu.vs v8, v16, v24        | a register           |
      | vmseq.vv v8, v16, v24           | a register           |
      | vmxnor.mm v8, v8, v8            | a register           |
      | vslide1down.vx v8, v16, a0      | a register           |
      | vle8.v v8, (a1)                 | a register           |
      | vle8ff.v v8, (a1)               | a register           |
      | vlm.v v8, (a1)                  | a register           |
      | vl1re8.v v8, (a1)               | a register           |
      | vlse8.v v8, (a1), x0            | a register           |
      | vlseg2e8.v v8, (a1)             | a register           |
      | vsaddu.vi v24, v16, -1          | a register and vxsat |
      | vsetvli x0, a1, e16, m1, ta, ma | vl and vtype         |
      | vsetivli x0, 2, e8, m1, tu, mu  | vl                   |
      | vsetvli x0, x0, e8, m1, ta, ma  | vtype                |
      | csrwi vstart, 1                 | vstart               |
      | csrwi vxrm, 2                   | vxrm                 |
      | csrsi vxsat, 1                  | vxsat                |
      | csrw vcsr, a0                   | vcsr                 |

  @rule:mstatus_vs_op_initial_clean
  Scenario Outline: "<insn>" changes <what>, and VS from Initial to Dirty, in user mode
    Given the hart runs in user mode
    And vl = 3 under e8, m1, tu, mu
    And vs = 1 and vcsr = 0 and v8 = e8: 1 2 3 4 and v16 = e8: 9 8 7 0xff and v24 = e8: 7 7 7 7
    And a0 = 5 and a1 = test data + 8 and test data + 8 holds 0x1122334455667788
    When the hart executes "<insn>"
    Then vs = 3
    And no trap is taken

    Examples:
      | insn                            | what                 |
      | vadd.vv v8, v16, v24            | a register           |
      | vmv.v.i v8, 9                   | a register           |
      | vmv.s.x v8, a0                  | a register           |
      | vmv1r.v v8, v16                 | a register           |
      | vmv8r.v v8, v16                 | a register           |
      | vid.v v8                        | a register           |
      | vredmaxu.vs v8, v16, v24        | a register           |
      | vmseq.vv v8, v16, v24           | a register           |
      | vmxnor.mm v8, v8, v8            | a register           |
      | vslide1down.vx v8, v16, a0      | a register           |
      | vle8.v v8, (a1)                 | a register           |
      | vle8ff.v v8, (a1)               | a register           |
      | vlm.v v8, (a1)                  | a register           |
      | vl1re8.v v8, (a1)               | a register           |
      | vlse8.v v8, (a1), x0            | a register           |
      | vlseg2e8.v v8, (a1)             | a register           |
      | vsaddu.vi v24, v16, -1          | a register and vxsat |
      | vsetvli x0, a1, e16, m1, ta, ma | vl and vtype         |
      | vsetivli x0, 2, e8, m1, tu, mu  | vl                   |
      | vsetvli x0, x0, e8, m1, ta, ma  | vtype                |
      | csrwi vstart, 1                 | vstart               |
      | csrwi vxrm, 2                   | vxrm                 |
      | csrsi vxsat, 1                  | vxsat                |
      | csrw vcsr, a0                   | vcsr                 |

  @rule:mstatus_vs_op_initial_clean
  Scenario Outline: "<insn>" changes <what>, and VS from Clean to Dirty, in user mode
    Given the hart runs in user mode
    And vl = 3 under e8, m1, tu, mu
    And vs = 2 and vcsr = 0 and v8 = e8: 1 2 3 4 and v16 = e8: 9 8 7 0xff and v24 = e8: 7 7 7 7
    And a0 = 5 and a1 = test data + 8 and test data + 8 holds 0x1122334455667788
    When the hart executes "<insn>"
    Then vs = 3
    And no trap is taken

    Examples:
      | insn                            | what                 |
      | vadd.vv v8, v16, v24            | a register           |
      | vmv.v.i v8, 9                   | a register           |
      | vmv.s.x v8, a0                  | a register           |
      | vmv1r.v v8, v16                 | a register           |
      | vmv8r.v v8, v16                 | a register           |
      | vid.v v8                        | a register           |
      | vredmaxu.vs v8, v16, v24        | a register           |
      | vmseq.vv v8, v16, v24           | a register           |
      | vmxnor.mm v8, v8, v8            | a register           |
      | vslide1down.vx v8, v16, a0      | a register           |
      | vle8.v v8, (a1)                 | a register           |
      | vle8ff.v v8, (a1)               | a register           |
      | vlm.v v8, (a1)                  | a register           |
      | vl1re8.v v8, (a1)               | a register           |
      | vlse8.v v8, (a1), x0            | a register           |
      | vlseg2e8.v v8, (a1)             | a register           |
      | vsaddu.vi v24, v16, -1          | a register and vxsat |
      | vsetvli x0, a1, e16, m1, ta, ma | vl and vtype         |
      | vsetivli x0, 2, e8, m1, tu, mu  | vl                   |
      | vsetvli x0, x0, e8, m1, ta, ma  | vtype                |
      | csrwi vstart, 1                 | vstart               |
      | csrwi vxrm, 2                   | vxrm                 |
      | csrsi vxsat, 1                  | vxsat                |
      | csrw vcsr, a0                   | vcsr                 |

  @rule:mstatus_sd_op_vs
  Scenario: SD says that VS is Dirty
    Given the hart runs in machine mode
    And vl = 3 under e8, m1, tu, mu
    And vs = 2
    When the hart executes "vmv.v.i v8, 9; csrr a3, mstatus; srli a2, a3, 9; andi a2, a2, 3; srli a3, a3, 63"
    Then a2 = 3
    And a3 = 1
