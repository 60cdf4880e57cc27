@ext:V
Feature: Vector integer comparisons
  One bit of a mask register tells how the elements of vs2 compare with those of vs1, a scalar register or an
  immediate.

  Scenario Outline: <insn> of <sew> elements <a> and elements <b> gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    And v16 = <sew>: <b>
    When the hart executes "<insn> v24, v8, v16"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn      | sew | a                                                                                                    | b                                                                                                    | result | rules     |
      | vmseq.vv  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0x31   | vmseq_op  |
      | vmseq.vv  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0x31   | vmseq_op  |
      | vmseq.vv  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0x31   | vmseq_op  |
      | vmseq.vv  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0x31   | vmseq_op  |
      | vmsne.vv  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0xce   | vmsne_op  |
      | vmsne.vv  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0xce   | vmsne_op  |
      | vmsne.vv  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0xce   | vmsne_op  |
      | vmsne.vv  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0xce   | vmsne_op  |
      | vmsltu.vv | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0x48   | vmsltu_op |
      | vmsltu.vv | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0x48   | vmsltu_op |
      | vmsltu.vv | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0x48   | vmsltu_op |
      | vmsltu.vv | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0x48   | vmsltu_op |
      | vmslt.vv  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0x6    | vmslt_op  |
      | vmslt.vv  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0x6    | vmslt_op  |
      | vmslt.vv  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0x6    | vmslt_op  |
      | vmslt.vv  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0x6    | vmslt_op  |
      | vmsleu.vv | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0x79   | vmsleu_op |
      | vmsleu.vv | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0x79   | vmsleu_op |
      | vmsleu.vv | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0x79   | vmsleu_op |
      | vmsleu.vv | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0x79   | vmsleu_op |
      | vmsle.vv  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0 0 0x7f 0x80 5 0x7f 0xff 0xfe                                                                       | 0x37   | vmsle_op  |
      | vmsle.vv  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0 0 0x7fff 0x8000 5 0x7fff 0xffff 0xfffe                                                             | 0x37   | vmsle_op  |
      | vmsle.vv  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0 0 0x7fffffff 0x80000000 5 0x7fffffff 0xffffffff 0xfffffffe                                         | 0x37   | vmsle_op  |
      | vmsle.vv  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0 0 0x7fffffffffffffff 0x8000000000000000 5 0x7fffffffffffffff 0xffffffffffffffff 0xfffffffffffffffe | 0x37   | vmsle_op  |

  Scenario Outline: <insn> of <sew> elements <a> and the register <b> gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    And a0 = <b>
    When the hart executes "<insn> v24, v8, a0"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn      | sew | a                                                                                                    | b                  | result | rules     |
      | vmseq.vx  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x4    | vmseq_op  |
      | vmseq.vx  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x82   | vmseq_op  |
      | vmseq.vx  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x82   | vmseq_op  |
      | vmseq.vx  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x4    | vmseq_op  |
      | vmsne.vx  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0xfb   | vmsne_op  |
      | vmsne.vx  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x7d   | vmsne_op  |
      | vmsne.vx  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x7d   | vmsne_op  |
      | vmsne.vx  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0xfb   | vmsne_op  |
      | vmsltu.vx | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x79   | vmsltu_op |
      | vmsltu.vx | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x7d   | vmsltu_op |
      | vmsltu.vx | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x7d   | vmsltu_op |
      | vmsltu.vx | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x79   | vmsltu_op |
      | vmslt.vx  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x0    | vmslt_op  |
      | vmslt.vx  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x4    | vmslt_op  |
      | vmslt.vx  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x4    | vmslt_op  |
      | vmslt.vx  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x0    | vmslt_op  |
      | vmsleu.vx | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x7d   | vmsleu_op |
      | vmsleu.vx | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0xff   | vmsleu_op |
      | vmsleu.vx | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0xff   | vmsleu_op |
      | vmsleu.vx | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x7d   | vmsleu_op |
      | vmsle.vx  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x4    | vmsle_op  |
      | vmsle.vx  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x86   | vmsle_op  |
      | vmsle.vx  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x86   | vmsle_op  |
      | vmsle.vx  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x4    | vmsle_op  |
      | vmsgtu.vx | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0x82   | vmsgtu_op |
      | vmsgtu.vx | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x0    | vmsgtu_op |
      | vmsgtu.vx | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x0    | vmsgtu_op |
      | vmsgtu.vx | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0x82   | vmsgtu_op |
      | vmsgt.vx  | e8  | 0 0xff 0x80 0x7f 5 0x7f 0 0xff                                                                       | 0x5a00000000000080 | 0xfb   | vmsgt_op  |
      | vmsgt.vx  | e16 | 0 0xffff 0x8000 0x7fff 5 0x7fff 0 0xffff                                                             | 0xffffffffffffffff | 0x79   | vmsgt_op  |
      | vmsgt.vx  | e32 | 0 0xffffffff 0x80000000 0x7fffffff 5 0x7fffffff 0 0xffffffff                                         | 0xffffffffffffffff | 0x79   | vmsgt_op  |
      | vmsgt.vx  | e64 | 0 0xffffffffffffffff 0x8000000000000000 0x7fffffffffffffff 5 0x7fffffffffffffff 0 0xffffffffffffffff | 0x8000000000000000 | 0xfb   | vmsgt_op  |

  Scenario Outline: <insn> of <sew> elements <a> and the immediate <b> gives the mask <result>
    Given vl = 8 under <sew>, m4, tu, mu
    And v8 = <sew>: <a>
    When the hart executes "<insn> v24, v8, <b>"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn      | sew | a                                                                                                      | b   | result | rules     |
      | vmseq.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0x4    | vmseq_op  |
      | vmseq.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0x8    | vmseq_op  |
      | vmseq.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0x1    | vmseq_op  |
      | vmseq.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0x2    | vmseq_op  |
      | vmseq.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0x4    | vmseq_op  |
      | vmseq.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0x8    | vmseq_op  |
      | vmseq.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0x1    | vmseq_op  |
      | vmseq.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0x2    | vmseq_op  |
      | vmsne.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0xfb   | vmsne_op  |
      | vmsne.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0xf7   | vmsne_op  |
      | vmsne.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0xfe   | vmsne_op  |
      | vmsne.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0xfd   | vmsne_op  |
      | vmsne.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0xfb   | vmsne_op  |
      | vmsne.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0xf7   | vmsne_op  |
      | vmsne.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0xfe   | vmsne_op  |
      | vmsne.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0xfd   | vmsne_op  |
      | vmsleu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0xfd   | vmsleu_op |
      | vmsleu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0x9    | vmsleu_op |
      | vmsleu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0x1    | vmsleu_op |
      | vmsleu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0xff   | vmsleu_op |
      | vmsleu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0xfd   | vmsleu_op |
      | vmsleu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0x9    | vmsleu_op |
      | vmsleu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0x1    | vmsleu_op |
      | vmsleu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0xff   | vmsleu_op |
      | vmsle.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0xa4   | vmsle_op  |
      | vmsle.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0xaf   | vmsle_op  |
      | vmsle.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0xa7   | vmsle_op  |
      | vmsle.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0xa6   | vmsle_op  |
      | vmsle.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0xa4   | vmsle_op  |
      | vmsle.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0xaf   | vmsle_op  |
      | vmsle.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0xa7   | vmsle_op  |
      | vmsle.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0xa6   | vmsle_op  |
      | vmsgtu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0x2    | vmsgtu_op |
      | vmsgtu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0xf6   | vmsgtu_op |
      | vmsgtu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0xfe   | vmsgtu_op |
      | vmsgtu.vi | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0x0    | vmsgtu_op |
      | vmsgtu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0x2    | vmsgtu_op |
      | vmsgtu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0xf6   | vmsgtu_op |
      | vmsgtu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0xfe   | vmsgtu_op |
      | vmsgtu.vi | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0x0    | vmsgtu_op |
      | vmsgt.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -16 | 0x5b   | vmsgt_op  |
      | vmsgt.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 15  | 0x50   | vmsgt_op  |
      | vmsgt.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | 0   | 0x58   | vmsgt_op  |
      | vmsgt.vi  | e8  | 0 0xff 0xf0 15 16 0x80 0x7f 0xef                                                                       | -1  | 0x59   | vmsgt_op  |
      | vmsgt.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -16 | 0x5b   | vmsgt_op  |
      | vmsgt.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 15  | 0x50   | vmsgt_op  |
      | vmsgt.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | 0   | 0x58   | vmsgt_op  |
      | vmsgt.vi  | e64 | 0 0xffffffffffffffff 0xfffffffffffffff0 15 16 0x8000000000000000 0x7fffffffffffffff 0xffffffffffffffef | -1  | 0x59   | vmsgt_op  |

  Scenario Outline: <insn> into the mask that masks it gives <result>
    Given vl = 8 under e8, m1, tu, mu
    And v8 = e8: 0 0xff 0x80 0x7f 5 0x7f 0 0xff
    And v16 = e8: 0 0 0x7f 0x80 5 0x7f 0xff 0xfe
    And v0 = e8: 0x9d
    When the hart executes "<insn>, v0.t"
    Then v0 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v0 and vs [<rules>]

    Examples: inactive bits stay clear: that is a conjunction
      | insn                  | result | rules                                      |
      | vmseq.vv v0, v8, v16  | 0x11   | vmseq_vd_v0_legal, vmseq_maskundisturbed   |
      | vmsne.vv v0, v8, v16  | 0x8c   | vmsne_vd_v0_legal, vmsne_maskundisturbed   |
      | vmsltu.vv v0, v8, v16 | 8      | vmsltu_vd_v0_legal, vmsltu_maskundisturbed |
      | vmslt.vv v0, v8, v16  | 4      | vmslt_vd_v0_legal, vmslt_maskundisturbed   |
      | vmsleu.vv v0, v8, v16 | 0x19   | vmsleu_vd_v0_legal, vmsleu_maskundisturbed |
      | vmsle.vv v0, v8, v16  | 0x15   | vmsle_vd_v0_legal, vmsle_maskundisturbed   |
      | vmsgtu.vi v0, v8, 5   | 0x8c   | vmsgtu_vd_v0_legal, vmsgtu_maskundisturbed |
      | vmsgt.vi v0, v8, 5    | 8      | vmsgt_vd_v0_legal, vmsgt_maskundisturbed   |

  Scenario Outline: <insn> leaves inactive bits of another register alone: <result>
    Given vl = 8 under e8, m1, tu, mu
    And v8 = e8: 0 0xff 0x80 0x7f 5 0x7f 0 0xff
    And v16 = e8: 0 0 0x7f 0x80 5 0x7f 0xff 0xfe
    And v24 = e8: 0xc6
    And a0 = 5
    And v0 = e8: 0x63
    When the hart executes "<insn>, v0.t"
    Then v24 = e8: <result> [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn                   | result | rules     |
      | vmseq.vv v24, v8, v16  | 0xa5   | vmseq_op  |
      | vmsne.vv v24, v8, v16  | 0xc6   | vmsne_op  |
      | vmsltu.vv v24, v8, v16 | 0xc4   | vmsltu_op |
      | vmslt.vv v24, v8, v16  | 0x86   | vmslt_op  |
      | vmsleu.vv v24, v8, v16 | 0xe5   | vmsleu_op |
      | vmsle.vv v24, v8, v16  | 0xa7   | vmsle_op  |
      | vmsgtu.vx v24, v8, a0  | 0xa6   | vmsgtu_op |
      | vmsgt.vx v24, v8, a0   | 0xa4   | vmsgt_op  |

  Scenario Outline: <insn> has a result in its body, whatever its tail is
    Given vl = 8 under e8, m1, tu, mu
    And v8 = e8: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
    And v16 = e8: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
    And v24 = e8: 0xff 0xff
    And a0 = 8
    When the hart executes "<insn>"
    Then v24 = e8: <result> ? [<rules>]
    And no trap is taken [<rules>]
    And nothing else changes but v24 and vs [<rules>]

    Examples:
      | insn                   | result | rules                |
      | vmseq.vv v24, v8, v16  | 0xff   | vmseq_tail_agnostic  |
      | vmsne.vv v24, v8, v16  | 0x0    | vmsne_tail_agnostic  |
      | vmsltu.vv v24, v8, v16 | 0x0    | vmsltu_tail_agnostic |
      | vmslt.vv v24, v8, v16  | 0x0    | vmslt_tail_agnostic  |
      | vmsleu.vv v24, v8, v16 | 0xff   | vmsleu_tail_agnostic |
      | vmsle.vv v24, v8, v16  | 0xff   | vmsle_tail_agnostic  |
      | vmsgtu.vx v24, v8, a0  | 0x0    | vmsgtu_tail_agnostic |
      | vmsgt.vx v24, v8, a0   | 0x0    | vmsgt_tail_agnostic  |

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
