@ext:V
Feature: Vector CSRs
  vstart, vxrm, vxsat and vcsr can be written by software; vl, vtype and vlenb are only read, and change by
  vset* and fault-only-first loads. vxrm and vxsat are fields of vcsr.

  @rule:vxrm_acc @rule:vxsat_acc
  Scenario Outline: "<insn>" makes vcsr <vcsr>
    Given vl = 2 under e8, m1, ta, ma
    And vcsr = <before> and a0 = <value>
    When the hart executes "<insn>"
    Then vcsr = <vcsr> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but vs [<rules>]

    Examples:
      | before | value | insn           | vcsr | rules                              |
      | 7      | 0     | csrw vxrm, a0  | 1    | vxrm_acc, vxrm_sz, vcsr_vxrm_op    |
      | 0      | 1     | csrw vxrm, a0  | 2    | vxrm_acc, vxrm_val, vcsr_vxrm_op   |
      | 0      | 2     | csrw vxrm, a0  | 4    | vxrm_acc, vxrm_val, vcsr_vxrm_op   |
      | 0      | 3     | csrw vxrm, a0  | 6    | vxrm_acc, vxrm_val, vcsr_vxrm_op   |
      | 1      | 3     | csrw vxrm, a0  | 7    | vxrm_acc, vxrm_sz, vcsr_vxrm_op    |
      | 0      | 0     | csrwi vxrm, 3  | 6    | vxrm_acc, vxrm_val, vcsr_vxrm_op   |
      | 2      | 2     | csrs vxrm, a0  | 6    | vxrm_acc, vcsr_vxrm_op             |
      | 7      | 1     | csrc vxrm, a0  | 5    | vxrm_acc, vcsr_vxrm_op             |
      | 0      | 1     | csrw vxsat, a0 | 1    | vxsat_acc, vxsat_sz, vcsr_vxsat_op |
      | 6      | 1     | csrw vxsat, a0 | 7    | vxsat_acc, vxsat_sz, vcsr_vxsat_op |
      | 7      | 0     | csrw vxsat, a0 | 6    | vxsat_acc, vxsat_sz, vcsr_vxsat_op |
      | 7      | 0     | csrci vxsat, 1 | 6    | vxsat_acc, vcsr_vxsat_op           |
      | 0      | 0     | csrsi vxsat, 1 | 1    | vxsat_acc, vcsr_vxsat_op           |

  @rule:vcsr_vxrm_acc @rule:vcsr_vxsat_acc
  Scenario Outline: "<insn>" of <value> after <before> makes vxrm <vxrm> and vxsat <vxsat>
    Given vl = 2 under e8, m1, ta, ma
    And vcsr = <before> and a0 = <value>
    When the hart executes "<insn>"
    Then vxrm = <vxrm> [vcsr_vxrm_acc]
    And vxsat = <vxsat> [vcsr_vxsat_acc]
    And no trap is taken
    And nothing else changes but vs and vcsr

    Examples:
      | before | value | insn          | vxrm | vxsat |
      | 0      | 7     | csrw vcsr, a0 | 3    | 1     |
      | 7      | 0     | csrw vcsr, a0 | 0    | 0     |
      | 7      | 2     | csrw vcsr, a0 | 1    | 0     |
      | 0      | 4     | csrw vcsr, a0 | 2    | 0     |
      | 6      | 1     | csrw vcsr, a0 | 0    | 1     |
      | 1      | 4     | csrs vcsr, a0 | 2    | 1     |
      | 7      | 5     | csrc vcsr, a0 | 1    | 0     |
      | 0      | 0     | csrwi vcsr, 3 | 1    | 1     |

  @rule:vcsr_vxrm_acc @rule:vcsr_vxsat_acc
  Scenario Outline: "csrw vcsr, a0" of <vcsr> makes vxrm <vxrm> and vxsat <vxsat>
    Given vl = 2 under e8, m1, ta, ma
    And a0 = <vcsr>
    When the hart executes "csrw vcsr, a0; csrr a2, vxrm; csrr a3, vxsat"
    Then a2 = <vxrm> [vcsr_vxrm_acc, vxrm_acc, vxrm_sz]
    And a3 = <vxsat> [vcsr_vxsat_acc, vxsat_acc, vxsat_sz]

    Examples:
      | vcsr | vxrm | vxsat |
      | 0    | 0    | 0     |
      | 1    | 0    | 1     |
      | 2    | 1    | 0     |
      | 3    | 1    | 1     |
      | 4    | 2    | 0     |
      | 5    | 2    | 1     |
      | 6    | 3    | 0     |
      | 7    | 3    | 1     |

  @rule:vcsr_vxrm_op @rule:vcsr_vxsat_op
  Scenario Outline: vxrm = <vxrm> and vxsat = <vxsat> are fields of vcsr
    Given vl = 2 under e8, m1, ta, ma
    And a0 = <vxrm> and a1 = <vxsat> and vcsr = <before>
    When the hart executes "csrw vxrm, a0; csrw vxsat, a1; csrr a4, vcsr; srli a2, a4, 1; andi a2, a2, 3; andi a3, a4, 1; srli a4, a4, 3"
    Then a2 = <vxrm> [vcsr_vxrm_op]
    And a3 = <vxsat> [vcsr_vxsat_op]
    And a4 = 0
    And no trap is taken

    Examples:
      | vxrm | vxsat | before |
      | 0    | 0     | 7      |
      | 0    | 1     | 6      |
      | 1    | 0     | 5      |
      | 1    | 1     | 4      |
      | 2    | 0     | 3      |
      | 2    | 1     | 2      |
      | 3    | 0     | 1      |
      | 3    | 1     | 0      |

  @rule:vxrm_op
  Scenario Outline: vxrm = <vxrm> rounds <what>
    Given vl = 4 under e8, m1, tu, mu
    And vxrm = <vxrm> and v16 = e8: 0x09 0x0a 0x0b 0x0e
    When the hart executes "vssrl.vi v8, v16, 2"
    Then v8 = e8: <results> [vxrm_op, vxrm_val]
    And nothing else changes but vs

    Examples: quarters of 9, 10, 11 and 14
      | vxrm | what            | results |
      | 0    | to nearest up   | 2 3 3 4 |
      | 1    | to nearest even | 2 2 3 4 |
      | 2    | down            | 2 2 2 3 |
      | 3    | to odd          | 3 3 3 3 |

  @rule:vxsat_op
  Scenario Outline: An addition that saturates <what> sets vxsat, and later ones leave it set
    Given vl = 2 under e8, m1, tu, mu
    And vxsat = <before> and v16 = e8: <value> 1
    When the hart executes "vsadd.vi v8, v16, 1"
    Then vxsat = <after> [vxsat_op]
    And v8 = e8: <result> 2 [vxsat_op]
    And nothing else changes but vs

    Examples:
      | what    | before | value | result | after |
      | nothing | 0      | 0x7e  | 0x7f   | 0     |
      | nothing | 1      | 0x7e  | 0x7f   | 1     |
      | once    | 0      | 0x7f  | 0x7f   | 1     |
      | once    | 1      | 0x7f  | 0x7f   | 1     |

  @rule:vstart_acc
  Scenario Outline: "<insn>" makes vstart <after>
    Given vl = 4 under e8, m1, ta, ma
    And vstart = <before> and a0 = <value>
    When the hart executes "<insn>"
    Then vstart = <after> [vstart_acc, vstart_sz]
    And no trap is taken
    And nothing else changes but vs

    Examples:
      | before | value | insn             | after |
      | 0      | 1     | csrw vstart, a0  | 1     |
      | 0      | 127   | csrw vstart, a0  | 127   |
      | 127    | 0     | csrw vstart, a0  | 0     |
      | 5      | 2     | csrs vstart, a0  | 7     |
      | 7      | 2     | csrc vstart, a0  | 5     |
      | 7      | 0     | csrwi vstart, 31 | 31    |

  @rule:vstart_sz_writable
  Scenario: The largest vstart is VLEN - 1
    Given vl = 4 under e8, m1, ta, ma
    When the hart executes "addi a0, x0, -1; csrw vstart, a0; csrr a2, vstart; csrw vstart, x0; csrr a3, vlenb; slli a3, a3, 3; addi a3, a3, -1"
    Then a2 = a3 [vstart_sz_writable, vstart_sz]

  @rule:vlenb_op
  Scenario: vlenb is a power of two, and the bytes of a vector register
    Given vl = 4 under e8, m1, ta, ma
    When the hart executes "csrr a2, vlenb; vsetvli a3, x0, e8, m1, ta, ma; addi a4, a2, -1; and a4, a4, a2; addi a5, x0, 16"
    Then a2 = a3 [vlenb_op, vlenb_acc]
    And a4 = 0 [vlenb_op]
    And a5 <= a2 [vlenb_op]

  @rule:vl_acc @rule:vlenb_acc @rule:vtype_sz
  Scenario Outline: "<insn>" would write a CSR that is read-only
    Given vl = 4 under e8, m1, ta, ma
    And a0 = 1
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken [<rule>]
    And nothing changes [<rule>]

    Examples:
      | insn                | rule      |
      | csrw vl, a0         | vl_acc    |
      | csrw vl, x0         | vl_acc    |
      | csrs vl, a0         | vl_acc    |
      | csrwi vl, 4         | vl_acc    |
      | csrrc a2, vl, a0    | vl_acc    |
      | csrw vtype, a0      | vtype_sz  |
      | csrs vtype, a0      | vtype_sz  |
      | csrwi vtype, 0      | vtype_sz  |
      | csrw vlenb, a0      | vlenb_acc |
      | csrsi vlenb, 1      | vlenb_acc |
      | csrrw a2, vlenb, x0 | vlenb_acc |

  @rule:vl_acc @rule:vtype_sz
  Scenario Outline: "<insn>" reads <value>
    Given vl = 5 under e16, m2, tu, ma
    When the hart executes "<insn>"
    Then a2 = <value> [<rule>]
    And no trap is taken [<rule>]
    And nothing else changes but vs [<rule>]

    Examples:
      | insn                | value | rule     |
      | csrr a2, vl         | 5     | vl_acc   |
      | csrrs a2, vl, x0    | 5     | vl_acc   |
      | csrrci a2, vl, 0    | 5     | vl_acc   |
      | csrr a2, vtype      | 0x89  | vtype_sz |
      | csrrc a2, vtype, x0 | 0x89  | vtype_sz |

  @rule:vtype_sz
  Scenario: vtype is XLEN bits wide: vill is the sign of what is read, and the only bit that is set
    Given vtype = 0x8000000000000000 and vl = 0
    When the hart executes "csrr a2, vtype; slli a3, a2, 1; srli a2, a2, 63"
    Then a2 = 1
    And a3 = 0
    And no trap is taken

  @rule:vreg_count
  Scenario Outline: <reg> is a vector register of its own
    Given vl = 4 under e32, m1, tu, mu
    And v7 = e32: 5 -6 7 -8
    When the hart executes "vmv.v.v <reg>, v7"
    Then <reg> = e32: 5 -6 7 -8
    And nothing else changes but vs

    Examples:
      | reg |
      | v0  |
      | v1  |
      | v2  |
      | v3  |
      | v4  |
      | v5  |
      | v6  |
      | v7  |
      | v8  |
      | v9  |
      | v10 |
      | v11 |
      | v12 |
      | v13 |
      | v14 |
      | v15 |
      | v16 |
      | v17 |
      | v18 |
      | v19 |
      | v20 |
      | v21 |
      | v22 |
      | v23 |
      | v24 |
      | v25 |
      | v26 |
      | v27 |
      | v28 |
      | v29 |
      | v30 |
      | v31 |
