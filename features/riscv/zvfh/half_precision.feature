@ext:Zvfh
Feature: Vector half-precision floating point
  Every vector floating-point instruction takes elements of 16 bits, in binary16, and there are conversions
  between binary16 and integers of 8 bits.

  Scenario Outline: <insn>.vv of <a> and <b> under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and v24 = e16: <b> and frm = <frm>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: exact results
      | insn  | frm | vl | a                                                       | b                                                       | result                                                  | flags |
      | vfadd | 0   | 8  | 0x3e00 0xc200 0x4600 0xc800 0x0000 0x8000 0x3c00 0xfc00 | 0x4080 0x3c00 0x3800 0xc000 0x4500 0x4500 0x7c00 0x4000 | 0x4380 0xc000 0x4680 0xc900 0x4500 0x4500 0x7c00 0xfc00 | 0x00  |
      | vfsub | 0   | 8  | 0x3e00 0xc200 0x4600 0xc800 0x0000 0x8000 0x3c00 0xfc00 | 0x4080 0x3c00 0x3800 0xc000 0x4500 0x4500 0x7c00 0x4000 | 0xba00 0xc400 0x4580 0xc600 0xc500 0xc500 0xfc00 0xfc00 | 0x00  |
      | vfmul | 0   | 8  | 0x3e00 0xc200 0x4600 0xc800 0x0000 0x8000 0x3c00 0xfc00 | 0x4080 0x3c00 0x3800 0xc000 0x4500 0x4500 0x7c00 0x4000 | 0x42c0 0xc200 0x4200 0x4c00 0x0000 0x8000 0x7c00 0xfc00 | 0x00  |
      | vfdiv | 0   | 8  | 0x3e00 0xc200 0x4600 0xc800 0x0000 0x8000 0x3c00 0xfc00 | 0x4080 0x3c00 0x3800 0xc000 0x4500 0x4500 0x7c00 0x4000 | 0x3955 0xc200 0x4a00 0x4400 0x0000 0x8000 0x0000 0xfc00 | 0x01  |

    Examples: results that are rounded
      | insn  | frm | vl | a                           | b                           | result                      | flags |
      | vfadd | 0   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3c00 0xbbff 0x4900 0x4401 | 0x01  |
      | vfadd | 1   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3c00 0xbbff 0x4900 0x4400 | 0x01  |
      | vfadd | 2   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3c00 0xbbff 0x4900 0x4400 | 0x01  |
      | vfadd | 3   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3c01 0xbbff 0x4901 0x4401 | 0x01  |
      | vfadd | 4   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3c01 0xbbff 0x4901 0x4401 | 0x01  |
      | vfsub | 0   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3bff 0xbc00 0xc401 0xc000 | 0x01  |
      | vfsub | 1   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3bff 0xbc00 0xc401 0xc000 | 0x01  |
      | vfsub | 2   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3bff 0xbc01 0xc401 0xc001 | 0x01  |
      | vfsub | 3   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3bff 0xbc00 0xc401 0xc000 | 0x01  |
      | vfsub | 4   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x3bff 0xbc01 0xc401 0xc001 | 0x01  |
      | vfmul | 0   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x1000 0x9000 0x4d41 0x4203 | 0x01  |
      | vfmul | 1   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x1000 0x9000 0x4d40 0x4202 | 0x01  |
      | vfmul | 2   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x1000 0x9000 0x4d40 0x4202 | 0x01  |
      | vfmul | 3   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x1000 0x9000 0x4d41 0x4203 | 0x01  |
      | vfmul | 4   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x1000 0x9000 0x4d41 0x4203 | 0x01  |
      | vfdiv | 0   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x6800 0xe800 0x36da 0x3556 | 0x01  |
      | vfdiv | 1   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x6800 0xe800 0x36da 0x3555 | 0x01  |
      | vfdiv | 2   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x6800 0xe800 0x36da 0x3555 | 0x01  |
      | vfdiv | 3   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x6800 0xe800 0x36db 0x3556 | 0x01  |
      | vfdiv | 4   | 4  | 0x3c00 0xbc00 0x4200 0x3c01 | 0x1000 0x1000 0x4701 0x4201 | 0x6800 0xe800 0x36da 0x3556 | 0x01  |

    Examples: infinities, NaNs, zeros, overflow and underflow
      | insn  | frm | vl | a      | b      | result | flags |
      | vfadd | 0   | 1  | 0x7c00 | 0xfc00 | 0x7e00 | 0x10  |
      | vfadd | 0   | 1  | 0x7c01 | 0x3c00 | 0x7e00 | 0x10  |
      | vfadd | 0   | 1  | 0x7e05 | 0x3c00 | 0x7e00 | 0x00  |
      | vfadd | 0   | 1  | 0x3c00 | 0x7e05 | 0x7e00 | 0x00  |
      | vfadd | 0   | 1  | 0x7bff | 0x7bff | 0x7c00 | 0x05  |
      | vfadd | 0   | 1  | 0x8000 | 0x8000 | 0x8000 | 0x00  |
      | vfadd | 0   | 1  | 0x4000 | 0xc000 | 0x0000 | 0x00  |
      | vfsub | 0   | 1  | 0x7c00 | 0x7c00 | 0x7e00 | 0x10  |
      | vfsub | 0   | 1  | 0x3c00 | 0x7c01 | 0x7e00 | 0x10  |
      | vfsub | 0   | 1  | 0x7e05 | 0x7c00 | 0x7e00 | 0x00  |
      | vfsub | 0   | 1  | 0x7bff | 0xfbff | 0x7c00 | 0x05  |
      | vfsub | 0   | 1  | 0x8000 | 0x0000 | 0x8000 | 0x00  |
      | vfsub | 0   | 1  | 0x0400 | 0x0001 | 0x03ff | 0x00  |
      | vfmul | 0   | 1  | 0x7c00 | 0x0000 | 0x7e00 | 0x10  |
      | vfmul | 0   | 1  | 0x8000 | 0xfc00 | 0x7e00 | 0x10  |
      | vfmul | 0   | 1  | 0x7c01 | 0x7e05 | 0x7e00 | 0x10  |
      | vfmul | 0   | 1  | 0x7e05 | 0x7c00 | 0x7e00 | 0x00  |
      | vfmul | 0   | 1  | 0x7bff | 0x4000 | 0x7c00 | 0x05  |
      | vfmul | 0   | 1  | 0x0001 | 0x3800 | 0x0000 | 0x03  |
      | vfmul | 0   | 1  | 0x0401 | 0x3bff | 0x0400 | 0x01  |
      | vfmul | 0   | 1  | 0x8000 | 0x4200 | 0x8000 | 0x00  |
      | vfdiv | 0   | 1  | 0x0000 | 0x0000 | 0x7e00 | 0x10  |
      | vfdiv | 0   | 1  | 0x7c00 | 0xfc00 | 0x7e00 | 0x10  |
      | vfdiv | 0   | 1  | 0x3c00 | 0x8000 | 0xfc00 | 0x08  |
      | vfdiv | 0   | 1  | 0xbc00 | 0x0000 | 0xfc00 | 0x08  |
      | vfdiv | 0   | 1  | 0x7c00 | 0x0000 | 0x7c00 | 0x00  |
      | vfdiv | 0   | 1  | 0x7e05 | 0x0000 | 0x7e00 | 0x00  |
      | vfdiv | 0   | 1  | 0x7c01 | 0x3c00 | 0x7e00 | 0x10  |
      | vfdiv | 0   | 1  | 0x7bff | 0x3bff | 0x7c00 | 0x05  |
      | vfdiv | 0   | 1  | 0x0400 | 0x4200 | 0x0155 | 0x03  |
      | vfdiv | 0   | 1  | 0x0001 | 0x4000 | 0x0000 | 0x03  |
      | vfdiv | 0   | 1  | 0x0400 | 0x3c01 | 0x03ff | 0x03  |

  Scenario Outline: <insn>.vf of <scalar> and <b> gives <result>
    Given vl = 2 under e16, m1, tu, mu
    And v16 = e16: <b> and fa0 = <scalar> and frm = <frm>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: a scalar that is not NaN-boxed is a NaN
      | insn   | frm | scalar             | b             | result        | flags |
      | vfadd  | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0x4a40 0xbe04 | 0x00  |
      | vfadd  | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfadd  | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfadd  | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfsub  | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0x4780 0xc681 | 0x00  |
      | vfsub  | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfsub  | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfsub  | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrsub | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0xc780 0x4681 | 0x00  |
      | vfrsub | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrsub | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrsub | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfmul  | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0x4e40 0xc901 | 0x01  |
      | vfmul  | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfmul  | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfmul  | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfdiv  | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0x4400 0xbe68 | 0x00  |
      | vfdiv  | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfdiv  | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfdiv  | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrdiv | 0   | 0xffffffffffff4100 | 0x4900 0xc401 | 0x3400 0xb8ff | 0x01  |
      | vfrdiv | 0   | 0x0000000000003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrdiv | 0   | 0xffffffff00003c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |
      | vfrdiv | 0   | 0xfffffffffffe3c00 | 0x3c00 0x4000 | 0x7e00 0x7e00 | 0x00  |

  Scenario Outline: <insn>.vv of <a>, <b> and <c> under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v24 = e16: <a> and v16 = e16: <b> and v8 = e16: <c> and frm = <frm>
    When the hart executes "<insn>.vv v8, v24, v16"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: a is of vs1, b of vs2 and c of vd
      | insn    | frm | vl | a                           | b                           | c                           | result                      | flags |
      | vfmacc  | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0x4c00 0xd080 0x4018 0x2441 | 0x01  |
      | vfmacc  | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0x4400 0x4803               | 0x01  |
      | vfmacc  | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x10  |
      | vfmacc  | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfnmacc | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0xcc00 0x5080 0xc018 0xa441 | 0x01  |
      | vfnmacc | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0xc401 0xc804               | 0x01  |
      | vfnmacc | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x10  |
      | vfnmacc | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfmsac  | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0xc400 0xd040 0x2410 0x4009 | 0x01  |
      | vfmsac  | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0xbffe 0x4d81               | 0x01  |
      | vfmsac  | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x10  |
      | vfmsac  | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfnmsac | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0x4400 0x5040 0xa410 0xc009 | 0x01  |
      | vfnmsac | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0x3ffd 0xcd82               | 0x01  |
      | vfnmsac | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x10  |
      | vfnmsac | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfmadd  | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0x4dc0 0x4a00 0x4018 0xa380 | 0x01  |
      | vfmadd  | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0x4401 0xcc00               | 0x01  |
      | vfmadd  | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x00  |
      | vfmadd  | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfnmadd | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0xcdc0 0xca00 0xc018 0x2380 | 0x01  |
      | vfnmadd | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0xc401 0x4bff               | 0x01  |
      | vfnmadd | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x00  |
      | vfnmadd | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfmsub  | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0x4c40 0xc000 0x2410 0xc008 | 0x01  |
      | vfmsub  | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0x4001 0xce81               | 0x01  |
      | vfmsub  | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x00  |
      | vfmsub  | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |
      | vfnmsub | 0   | 4  | 0x4000 0xc500 0x3c10 0x3c10 | 0x4200 0x4700 0x3c10 0x3c01 | 0x4900 0xbc00 0x3c10 0xbc00 | 0xcc40 0x4000 0xa410 0x4008 | 0x01  |
      | vfnmsub | 2   | 2  | 0x3c01 0x4201               | 0x3c01 0x4501               | 0x4200 0xc6ff               | 0xc001 0x4e80               | 0x01  |
      | vfnmsub | 0   | 1  | 0x7c00                      | 0x0000                      | 0x7e05                      | 0x7e00                      | 0x00  |
      | vfnmsub | 0   | 1  | 0x3c00                      | 0x7c01                      | 0x3c00                      | 0x7e00                      | 0x10  |

  Scenario Outline: <insn>.vv of <a> and <b> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and v24 = e16: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e32: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and v9 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: binary32 from binary16
      | insn   | vl | a                           | b                           | result                                      | flags |
      | vfwadd | 4  | 0x3e00 0xc200 0x7bff 0x0001 | 0x3400 0x4500 0x7bff 0x0001 | 0x3fe00000 0x40000000 0x47ffe000 0x34000000 | 0x00  |
      | vfwadd | 1  | 0x7c00                      | 0x7c00                      | 0x7f800000                                  | 0x00  |
      | vfwadd | 1  | 0x7c01                      | 0x3c00                      | 0x7fc00000                                  | 0x10  |
      | vfwadd | 1  | 0x7e05                      | 0x7c00                      | 0x7fc00000                                  | 0x00  |
      | vfwsub | 4  | 0x3e00 0xc200 0x7bff 0x0001 | 0x3400 0x4500 0x7bff 0x0001 | 0x3fa00000 0xc1000000 0x00000000 0x00000000 | 0x00  |
      | vfwsub | 1  | 0x7c00                      | 0x7c00                      | 0x7fc00000                                  | 0x10  |
      | vfwsub | 1  | 0x7c01                      | 0x3c00                      | 0x7fc00000                                  | 0x10  |
      | vfwsub | 1  | 0x7e05                      | 0x7c00                      | 0x7fc00000                                  | 0x00  |
      | vfwmul | 4  | 0x3e00 0xc200 0x7bff 0x0001 | 0x3400 0x4500 0x7bff 0x0001 | 0x3ec00000 0xc1700000 0x4f7fc004 0x27800000 | 0x00  |
      | vfwmul | 1  | 0x7c00                      | 0x7c00                      | 0x7f800000                                  | 0x00  |
      | vfwmul | 1  | 0x7c01                      | 0x3c00                      | 0x7fc00000                                  | 0x10  |
      | vfwmul | 1  | 0x7e05                      | 0x7c00                      | 0x7fc00000                                  | 0x00  |

  Scenario Outline: <insn>.vv of <a>, <b> and a <c> of twice the width under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v24 = e16: <a> and v16 = e16: <b> and v8 = e32: <c> and frm = <frm>
    When the hart executes "<insn>.vv v8, v24, v16"
    Then v8 = e32: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and v9 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: an addend of binary32
      | insn     | frm | vl | a                    | b                    | c                                | result                           | flags |
      | vfwmacc  | 0   | 3  | 0x4000 0xc500 0x7bff | 0x4200 0x4700 0x7bff | 0x41200000 0xbf800000 0x3f800000 | 0x41800000 0xc2100000 0x4f7fc004 | 0x01  |
      | vfwmacc  | 2   | 2  | 0x3c01 0x4201        | 0x3c01 0xc4ff        | 0x30800000 0x30800000            | 0x3f804008 0xc16ff7f8            | 0x01  |
      | vfwmacc  | 0   | 1  | 0x0000               | 0x7c00               | 0x7fc00000                       | 0x7fc00000                       | 0x10  |
      | vfwnmacc | 0   | 3  | 0x4000 0xc500 0x7bff | 0x4200 0x4700 0x7bff | 0x41200000 0xbf800000 0x3f800000 | 0xc1800000 0x42100000 0xcf7fc004 | 0x01  |
      | vfwnmacc | 2   | 2  | 0x3c01 0x4201        | 0x3c01 0xc4ff        | 0x30800000 0x30800000            | 0xbf804009 0x416ff7f7            | 0x01  |
      | vfwnmacc | 0   | 1  | 0x0000               | 0x7c00               | 0x7fc00000                       | 0x7fc00000                       | 0x10  |
      | vfwmsac  | 0   | 3  | 0x4000 0xc500 0x7bff | 0x4200 0x4700 0x7bff | 0x41200000 0xbf800000 0x3f800000 | 0xc0800000 0xc2080000 0x4f7fc004 | 0x01  |
      | vfwmsac  | 2   | 2  | 0x3c01 0x4201        | 0x3c01 0xc4ff        | 0x30800000 0x30800000            | 0x3f804007 0xc16ff7f9            | 0x01  |
      | vfwmsac  | 0   | 1  | 0x0000               | 0x7c00               | 0x7fc00000                       | 0x7fc00000                       | 0x10  |
      | vfwnmsac | 0   | 3  | 0x4000 0xc500 0x7bff | 0x4200 0x4700 0x7bff | 0x41200000 0xbf800000 0x3f800000 | 0x40800000 0x42080000 0xcf7fc004 | 0x01  |
      | vfwnmsac | 2   | 2  | 0x3c01 0x4201        | 0x3c01 0xc4ff        | 0x30800000 0x30800000            | 0xbf804008 0x416ff7f8            | 0x01  |
      | vfwnmsac | 0   | 1  | 0x0000               | 0x7c00               | 0x7fc00000                       | 0x7fc00000                       | 0x10  |

  Scenario Outline: <insn> of <a> under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: square roots, estimates and classes
      | insn       | frm | vl | a                                                       | result                                          | flags |
      | vfsqrt.v   | 0   | 4  | 0x4400 0x4880 0x3400 0x0000                             | 0x4000 0x4200 0x3800 0x0000                     | 0x00  |
      | vfsqrt.v   | 1   | 1  | 0x4000                                                  | 0x3da8                                          | 0x01  |
      | vfsqrt.v   | 3   | 1  | 0x4000                                                  | 0x3da9                                          | 0x01  |
      | vfsqrt.v   | 0   | 1  | 0x0001                                                  | 0x0c00                                          | 0x00  |
      | vfsqrt.v   | 0   | 1  | 0xbc00                                                  | 0x7e00                                          | 0x10  |
      | vfsqrt.v   | 0   | 1  | 0x7c01                                                  | 0x7e00                                          | 0x10  |
      | vfsqrt.v   | 0   | 1  | 0x7e05                                                  | 0x7e00                                          | 0x00  |
      | vfsqrt.v   | 0   | 2  | 0x7c00 0x8000                                           | 0x7c00 0x8000                                   | 0x00  |
      | vfrsqrt7.v | 0   | 3  | 0x3c00 0x4400 0x7c00                                    | 0x3bf8 0x37f8 0x0000                            | 0x00  |
      | vfrsqrt7.v | 0   | 2  | 0x0000 0x8000                                           | 0x7c00 0xfc00                                   | 0x08  |
      | vfrsqrt7.v | 0   | 1  | 0xbc00                                                  | 0x7e00                                          | 0x10  |
      | vfrsqrt7.v | 0   | 1  | 0x7c01                                                  | 0x7e00                                          | 0x10  |
      | vfrsqrt7.v | 0   | 1  | 0x7e01                                                  | 0x7e00                                          | 0x00  |
      | vfrec7.v   | 0   | 4  | 0x3c00 0xc000 0x7c00 0xfc00                             | 0x3bf8 0xb7f8 0x0000 0x8000                     | 0x00  |
      | vfrec7.v   | 0   | 2  | 0x0000 0x8000                                           | 0x7c00 0xfc00                                   | 0x08  |
      | vfrec7.v   | 0   | 2  | 0x0001 0x80ff                                           | 0x7c00 0xfc00                                   | 0x05  |
      | vfrec7.v   | 1   | 2  | 0x0001 0x80ff                                           | 0x7bff 0xfbff                                   | 0x05  |
      | vfrec7.v   | 2   | 2  | 0x0001 0x80ff                                           | 0x7bff 0xfc00                                   | 0x05  |
      | vfrec7.v   | 3   | 2  | 0x0001 0x80ff                                           | 0x7c00 0xfbff                                   | 0x05  |
      | vfrec7.v   | 0   | 1  | 0x7d00                                                  | 0x7e00                                          | 0x10  |
      | vfclass.v  | 0   | 8  | 0xfc00 0xbc00 0x8001 0x8000 0x0000 0x0001 0x3c00 0x7c00 | 0x001 0x002 0x004 0x008 0x010 0x020 0x040 0x080 | 0x00  |
      | vfclass.v  | 0   | 2  | 0x7c01 0x7e05                                           | 0x100 0x200                                     | 0x00  |

  Scenario Outline: <insn>.vv of the elements <a> and <b> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and v24 = e16: <b>
    When the hart executes "<insn>.vv v8, v16, v24"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: minimum, maximum and signs
      | insn    | vl | a                                         | b                                         | result                                    | flags |
      | vfmin   | 6  | 0x3c00 0xbc00 0x0000 0x8000 0x7c00 0x0001 | 0x4000 0xc000 0x8000 0x0000 0xfc00 0x8001 | 0x3c00 0xc000 0x8000 0x8000 0xfc00 0x8001 | 0x00  |
      | vfmin   | 3  | 0x7e05 0x4200 0x7e05                      | 0xbc00 0xfe05 0x7e05                      | 0xbc00 0x4200 0x7e00                      | 0x00  |
      | vfmin   | 1  | 0x7c01                                    | 0xbc00                                    | 0xbc00                                    | 0x10  |
      | vfmax   | 6  | 0x3c00 0xbc00 0x0000 0x8000 0x7c00 0x0001 | 0x4000 0xc000 0x8000 0x0000 0xfc00 0x8001 | 0x4000 0xbc00 0x0000 0x0000 0x7c00 0x0001 | 0x00  |
      | vfmax   | 3  | 0x7e05 0x4200 0x7e05                      | 0xbc00 0xfe05 0x7e05                      | 0xbc00 0x4200 0x7e00                      | 0x00  |
      | vfmax   | 1  | 0x7c01                                    | 0xbc00                                    | 0xbc00                                    | 0x10  |
      | vfsgnj  | 6  | 0x3c00 0xbc00 0x0000 0x8000 0x7c00 0x0001 | 0x4000 0xc000 0x8000 0x0000 0xfc00 0x8001 | 0x3c00 0xbc00 0x8000 0x0000 0xfc00 0x8001 | 0x00  |
      | vfsgnj  | 3  | 0x7e05 0x4200 0x7e05                      | 0xbc00 0xfe05 0x7e05                      | 0xfe05 0xc200 0x7e05                      | 0x00  |
      | vfsgnj  | 1  | 0x7c01                                    | 0xbc00                                    | 0xfc01                                    | 0x00  |
      | vfsgnjn | 6  | 0x3c00 0xbc00 0x0000 0x8000 0x7c00 0x0001 | 0x4000 0xc000 0x8000 0x0000 0xfc00 0x8001 | 0xbc00 0x3c00 0x0000 0x8000 0x7c00 0x0001 | 0x00  |
      | vfsgnjn | 3  | 0x7e05 0x4200 0x7e05                      | 0xbc00 0xfe05 0x7e05                      | 0x7e05 0x4200 0xfe05                      | 0x00  |
      | vfsgnjn | 1  | 0x7c01                                    | 0xbc00                                    | 0x7c01                                    | 0x00  |
      | vfsgnjx | 6  | 0x3c00 0xbc00 0x0000 0x8000 0x7c00 0x0001 | 0x4000 0xc000 0x8000 0x0000 0xfc00 0x8001 | 0x3c00 0x3c00 0x8000 0x8000 0xfc00 0x8001 | 0x00  |
      | vfsgnjx | 3  | 0x7e05 0x4200 0x7e05                      | 0xbc00 0xfe05 0x7e05                      | 0xfe05 0xc200 0x7e05                      | 0x00  |
      | vfsgnjx | 1  | 0x7c01                                    | 0xbc00                                    | 0xfc01                                    | 0x00  |

  Scenario Outline: <insn>.vf of <a> and <scalar> gives the mask <result>
    Given vl = 8 under e16, m1, ta, ma
    And v16 = e16: <a> and fa0 = <scalar>
    When the hart executes "<insn>.vf v8, v16, fa0"
    Then v8 = e8: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: comparisons
      | insn  | a                                                       | scalar             | result | flags |
      | vmfeq | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0x01   | 0x00  |
      | vmfeq | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0x0c   | 0x00  |
      | vmfeq | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0x00   | 0x00  |
      | vmfeq | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0x00   | 0x10  |
      | vmfeq | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0x00   | 0x00  |
      | vmfne | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0xfe   | 0x00  |
      | vmfne | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0xf3   | 0x00  |
      | vmfne | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0xff   | 0x00  |
      | vmfne | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0xff   | 0x10  |
      | vmfne | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0xff   | 0x00  |
      | vmflt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0xec   | 0x00  |
      | vmflt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0xa0   | 0x00  |
      | vmflt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0x00   | 0x10  |
      | vmflt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0x00   | 0x10  |
      | vmflt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0x00   | 0x10  |
      | vmfle | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0xed   | 0x00  |
      | vmfle | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0xac   | 0x00  |
      | vmfle | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0x00   | 0x10  |
      | vmfle | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0x00   | 0x10  |
      | vmfle | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0x00   | 0x10  |
      | vmfgt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0x12   | 0x00  |
      | vmfgt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0x53   | 0x00  |
      | vmfgt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0x00   | 0x10  |
      | vmfgt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0x00   | 0x10  |
      | vmfgt | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0x00   | 0x10  |
      | vmfge | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff3c00 | 0x13   | 0x00  |
      | vmfge | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff8000 | 0x5f   | 0x00  |
      | vmfge | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7e05 | 0x00   | 0x10  |
      | vmfge | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0xffffffffffff7c01 | 0x00   | 0x10  |
      | vmfge | 0x3c00 0x4000 0x0000 0x8000 0x7c00 0xfc00 0x0001 0xbc00 | 0x0000000000003c00 | 0x00   | 0x10  |

  Scenario Outline: <insn> converts <a> under frm <frm> and gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [Zvfh_instr]
    And fflags = <flags> [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and vs and fs [Zvfh_instr]

    Examples: binary16 and integers of 16 bits
      | insn             | frm | vl | a             | result        | flags |
      | vfcvt.xu.f.v     | 0   | 2  | 0x4100 0x4200 | 0x0002 0x0003 | 0x01  |
      | vfcvt.xu.f.v     | 3   | 2  | 0x4100 0x4300 | 0x0003 0x0004 | 0x01  |
      | vfcvt.xu.f.v     | 2   | 1  | 0xc100        | 0x0000        | 0x10  |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7bff        | 0xffe0        | 0x00  |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7c00        | 0xffff        | 0x10  |
      | vfcvt.xu.f.v     | 0   | 1  | 0xfc00        | 0x0000        | 0x10  |
      | vfcvt.xu.f.v     | 0   | 1  | 0x7e05        | 0xffff        | 0x10  |
      | vfcvt.xu.f.v     | 0   | 1  | 0xf800        | 0x0000        | 0x10  |
      | vfcvt.xu.f.v     | 0   | 1  | 0xb800        | 0x0000        | 0x01  |
      | vfcvt.x.f.v      | 0   | 2  | 0x4100 0x4200 | 0x0002 0x0003 | 0x01  |
      | vfcvt.x.f.v      | 3   | 2  | 0x4100 0x4300 | 0x0003 0x0004 | 0x01  |
      | vfcvt.x.f.v      | 2   | 1  | 0xc100        | 0xfffd        | 0x01  |
      | vfcvt.x.f.v      | 0   | 1  | 0x7bff        | 0x7fff        | 0x10  |
      | vfcvt.x.f.v      | 0   | 1  | 0x7c00        | 0x7fff        | 0x10  |
      | vfcvt.x.f.v      | 0   | 1  | 0xfc00        | 0x8000        | 0x10  |
      | vfcvt.x.f.v      | 0   | 1  | 0x7e05        | 0x7fff        | 0x10  |
      | vfcvt.x.f.v      | 0   | 1  | 0xf800        | 0x8000        | 0x00  |
      | vfcvt.x.f.v      | 0   | 1  | 0xb800        | 0x0000        | 0x01  |
      | vfcvt.rtz.xu.f.v | 0   | 2  | 0x4100 0x4200 | 0x0002 0x0003 | 0x01  |
      | vfcvt.rtz.xu.f.v | 3   | 2  | 0x4100 0x4300 | 0x0002 0x0003 | 0x01  |
      | vfcvt.rtz.xu.f.v | 2   | 1  | 0xc100        | 0x0000        | 0x10  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7bff        | 0xffe0        | 0x00  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7c00        | 0xffff        | 0x10  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xfc00        | 0x0000        | 0x10  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0x7e05        | 0xffff        | 0x10  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xf800        | 0x0000        | 0x10  |
      | vfcvt.rtz.xu.f.v | 0   | 1  | 0xb800        | 0x0000        | 0x01  |
      | vfcvt.rtz.x.f.v  | 0   | 2  | 0x4100 0x4200 | 0x0002 0x0003 | 0x01  |
      | vfcvt.rtz.x.f.v  | 3   | 2  | 0x4100 0x4300 | 0x0002 0x0003 | 0x01  |
      | vfcvt.rtz.x.f.v  | 2   | 1  | 0xc100        | 0xfffe        | 0x01  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7bff        | 0x7fff        | 0x10  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7c00        | 0x7fff        | 0x10  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xfc00        | 0x8000        | 0x10  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0x7e05        | 0x7fff        | 0x10  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xf800        | 0x8000        | 0x00  |
      | vfcvt.rtz.x.f.v  | 0   | 1  | 0xb800        | 0x0000        | 0x01  |
      | vfcvt.f.xu.v     | 0   | 2  | 0x0001 0x0000 | 0x3c00 0x0000 | 0x00  |
      | vfcvt.f.xu.v     | 0   | 2  | 0x0801 0x0803 | 0x6800 0x6802 | 0x01  |
      | vfcvt.f.xu.v     | 1   | 2  | 0x0801 0x0803 | 0x6800 0x6801 | 0x01  |
      | vfcvt.f.xu.v     | 3   | 2  | 0x0801 0x0803 | 0x6801 0x6802 | 0x01  |
      | vfcvt.f.xu.v     | 4   | 2  | 0x0801 0x0803 | 0x6801 0x6802 | 0x01  |
      | vfcvt.f.xu.v     | 0   | 1  | 0xffff        | 0x7c00        | 0x05  |
      | vfcvt.f.xu.v     | 1   | 1  | 0xffff        | 0x7bff        | 0x01  |
      | vfcvt.f.xu.v     | 0   | 1  | 0x8000        | 0x7800        | 0x00  |
      | vfcvt.f.x.v      | 0   | 2  | 0x0001 0x0000 | 0x3c00 0x0000 | 0x00  |
      | vfcvt.f.x.v      | 0   | 2  | 0x0801 0x0803 | 0x6800 0x6802 | 0x01  |
      | vfcvt.f.x.v      | 1   | 2  | 0x0801 0x0803 | 0x6800 0x6801 | 0x01  |
      | vfcvt.f.x.v      | 3   | 2  | 0x0801 0x0803 | 0x6801 0x6802 | 0x01  |
      | vfcvt.f.x.v      | 4   | 2  | 0x0801 0x0803 | 0x6801 0x6802 | 0x01  |
      | vfcvt.f.x.v      | 0   | 1  | 0xffff        | 0xbc00        | 0x00  |
      | vfcvt.f.x.v      | 1   | 1  | 0xffff        | 0xbc00        | 0x00  |
      | vfcvt.f.x.v      | 0   | 1  | 0x8000        | 0xf800        | 0x00  |

  Scenario Outline: <insn> of <a> under frm <frm>, SEW 8, gives <result>
    Given vl = <vl> under e8, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e8: <result> [Zvfh_instr]
    And fflags = <flags> [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and vs and fs [Zvfh_instr]

    Examples: binary16 becomes integers of 8 bits
      | insn              | frm | vl | a             | result    | flags |
      | vfncvt.xu.f.w     | 0   | 2  | 0x4100 0x4200 | 0x02 0x03 | 0x01  |
      | vfncvt.xu.f.w     | 3   | 2  | 0x4100 0x4300 | 0x03 0x04 | 0x01  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x5bf8        | 0xff      | 0x00  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x5c00        | 0xff      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x57f0        | 0x7f      | 0x00  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x5800        | 0x80      | 0x00  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x5bfc        | 0xff      | 0x10  |
      | vfncvt.xu.f.w     | 1   | 1  | 0x5bfc        | 0xff      | 0x01  |
      | vfncvt.xu.f.w     | 0   | 1  | 0xd800        | 0x00      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0xd808        | 0x00      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x7c00        | 0xff      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0xfc00        | 0x00      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x7e05        | 0xff      | 0x10  |
      | vfncvt.xu.f.w     | 0   | 1  | 0x7c01        | 0xff      | 0x10  |
      | vfncvt.x.f.w      | 0   | 2  | 0x4100 0x4200 | 0x02 0x03 | 0x01  |
      | vfncvt.x.f.w      | 3   | 2  | 0x4100 0x4300 | 0x03 0x04 | 0x01  |
      | vfncvt.x.f.w      | 0   | 1  | 0x5bf8        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x5c00        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x57f0        | 0x7f      | 0x00  |
      | vfncvt.x.f.w      | 0   | 1  | 0x5800        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x5bfc        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 1   | 1  | 0x5bfc        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0xd800        | 0x80      | 0x00  |
      | vfncvt.x.f.w      | 0   | 1  | 0xd808        | 0x80      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x7c00        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0xfc00        | 0x80      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x7e05        | 0x7f      | 0x10  |
      | vfncvt.x.f.w      | 0   | 1  | 0x7c01        | 0x7f      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 2  | 0x4100 0x4200 | 0x02 0x03 | 0x01  |
      | vfncvt.rtz.xu.f.w | 3   | 2  | 0x4100 0x4300 | 0x02 0x03 | 0x01  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x5bf8        | 0xff      | 0x00  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x5c00        | 0xff      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x57f0        | 0x7f      | 0x00  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x5800        | 0x80      | 0x00  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x5bfc        | 0xff      | 0x01  |
      | vfncvt.rtz.xu.f.w | 1   | 1  | 0x5bfc        | 0xff      | 0x01  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xd800        | 0x00      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xd808        | 0x00      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x7c00        | 0xff      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0xfc00        | 0x00      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x7e05        | 0xff      | 0x10  |
      | vfncvt.rtz.xu.f.w | 0   | 1  | 0x7c01        | 0xff      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 2  | 0x4100 0x4200 | 0x02 0x03 | 0x01  |
      | vfncvt.rtz.x.f.w  | 3   | 2  | 0x4100 0x4300 | 0x02 0x03 | 0x01  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x5bf8        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x5c00        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x57f0        | 0x7f      | 0x00  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x5800        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x5bfc        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 1   | 1  | 0x5bfc        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xd800        | 0x80      | 0x00  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xd808        | 0x80      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x7c00        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0xfc00        | 0x80      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x7e05        | 0x7f      | 0x10  |
      | vfncvt.rtz.x.f.w  | 0   | 1  | 0x7c01        | 0x7f      | 0x10  |

  Scenario Outline: <insn> of <a>, SEW 8, gives <result>
    Given vl = <vl> under e8, m1, tu, mu
    And v16 = e8: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [Zvfh_instr]
    And fflags = <flags> [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and v9 and vs and fs [Zvfh_instr]

    Examples: integers of 8 bits become binary16
      | insn          | frm | vl | a                        | result                             | flags |
      | vfwcvt.f.xu.v | 0   | 5  | 0x00 0x01 0x7f 0x80 0xff | 0x0000 0x3c00 0x57f0 0x5800 0x5bf8 | 0x00  |
      | vfwcvt.f.x.v  | 0   | 5  | 0x00 0x01 0x7f 0x80 0xff | 0x0000 0x3c00 0x57f0 0xd800 0xbc00 | 0x00  |

  Scenario Outline: <insn> of <a> under frm <frm>, SEW 16, gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e32: <result> [Zvfh_instr]
    And fflags = <flags> [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and v9 and vs and fs [Zvfh_instr]

    Examples: binary16 becomes integers of 32 bits
      | insn              | frm | vl | a             | result                | flags |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x4100 0x4200 | 0x00000002 0x00000003 | 0x01  |
      | vfwcvt.xu.f.v     | 2   | 1  | 0xc300        | 0x00000000            | 0x10  |
      | vfwcvt.xu.f.v     | 0   | 2  | 0x7bff 0x0001 | 0x0000ffe0 0x00000000 | 0x01  |
      | vfwcvt.xu.f.v     | 0   | 1  | 0xfc00        | 0x00000000            | 0x10  |
      | vfwcvt.xu.f.v     | 0   | 1  | 0x7e05        | 0xffffffff            | 0x10  |
      | vfwcvt.x.f.v      | 0   | 2  | 0x4100 0x4200 | 0x00000002 0x00000003 | 0x01  |
      | vfwcvt.x.f.v      | 2   | 1  | 0xc300        | 0xfffffffc            | 0x01  |
      | vfwcvt.x.f.v      | 0   | 2  | 0x7bff 0x0001 | 0x0000ffe0 0x00000000 | 0x01  |
      | vfwcvt.x.f.v      | 0   | 1  | 0xfc00        | 0x80000000            | 0x10  |
      | vfwcvt.x.f.v      | 0   | 1  | 0x7e05        | 0x7fffffff            | 0x10  |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x4100 0x4200 | 0x00000002 0x00000003 | 0x01  |
      | vfwcvt.rtz.xu.f.v | 2   | 1  | 0xc300        | 0x00000000            | 0x10  |
      | vfwcvt.rtz.xu.f.v | 0   | 2  | 0x7bff 0x0001 | 0x0000ffe0 0x00000000 | 0x01  |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0xfc00        | 0x00000000            | 0x10  |
      | vfwcvt.rtz.xu.f.v | 0   | 1  | 0x7e05        | 0xffffffff            | 0x10  |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x4100 0x4200 | 0x00000002 0x00000003 | 0x01  |
      | vfwcvt.rtz.x.f.v  | 2   | 1  | 0xc300        | 0xfffffffd            | 0x01  |
      | vfwcvt.rtz.x.f.v  | 0   | 2  | 0x7bff 0x0001 | 0x0000ffe0 0x00000000 | 0x01  |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0xfc00        | 0x80000000            | 0x10  |
      | vfwcvt.rtz.x.f.v  | 0   | 1  | 0x7e05        | 0x7fffffff            | 0x10  |

  Scenario Outline: <insn> of the integers <a> under frm <frm>, SEW 16, gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e32: <a> and frm = <frm>
    When the hart executes "<insn> v8, v16"
    Then v8 = e16: <result> [Zvfh_instr]
    And fflags = <flags> [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and vs and fs [Zvfh_instr]

    Examples: integers of 32 bits become binary16
      | insn          | frm | vl | a                     | result        | flags |
      | vfncvt.f.xu.w | 0   | 2  | 0x00000001 0x00000801 | 0x3c00 0x6800 | 0x01  |
      | vfncvt.f.xu.w | 3   | 2  | 0x00000801 0x00000803 | 0x6801 0x6802 | 0x01  |
      | vfncvt.f.xu.w | 0   | 1  | 0x0000ffef            | 0x7bff        | 0x01  |
      | vfncvt.f.xu.w | 0   | 1  | 0x0000fff0            | 0x7c00        | 0x05  |
      | vfncvt.f.xu.w | 1   | 1  | 0xffffffff            | 0x7bff        | 0x05  |
      | vfncvt.f.xu.w | 2   | 1  | 0x80000000            | 0x7bff        | 0x05  |
      | vfncvt.f.x.w  | 0   | 2  | 0x00000001 0x00000801 | 0x3c00 0x6800 | 0x01  |
      | vfncvt.f.x.w  | 3   | 2  | 0x00000801 0x00000803 | 0x6801 0x6802 | 0x01  |
      | vfncvt.f.x.w  | 0   | 1  | 0x0000ffef            | 0x7bff        | 0x01  |
      | vfncvt.f.x.w  | 0   | 1  | 0x0000fff0            | 0x7c00        | 0x05  |
      | vfncvt.f.x.w  | 1   | 1  | 0xffffffff            | 0xbc00        | 0x00  |
      | vfncvt.f.x.w  | 2   | 1  | 0x80000000            | 0xfc00        | 0x05  |

  Scenario Outline: <insn>.vs of <a> and the scalar <s> under frm <frm> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and v24 = e16: <s> and frm = <frm>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = e16: <result> old [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: reductions
      | insn      | frm | vl | a             | s      | result | flags |
      | vfredosum | 0   | 2  | 0x1000 0x1000 | 0x3c00 | 0x3c00 | 0x01  |
      | vfredosum | 0   | 1  | 0x8000        | 0x0000 | 0x0000 | 0x00  |
      | vfredosum | 1   | 2  | 0x1000 0x1000 | 0x3c00 | 0x3c00 | 0x01  |
      | vfredosum | 1   | 1  | 0x8000        | 0x0000 | 0x0000 | 0x00  |
      | vfredosum | 2   | 2  | 0x1000 0x1000 | 0x3c00 | 0x3c00 | 0x01  |
      | vfredosum | 2   | 1  | 0x8000        | 0x0000 | 0x8000 | 0x00  |
      | vfredosum | 3   | 2  | 0x1000 0x1000 | 0x3c00 | 0x3c02 | 0x01  |
      | vfredosum | 3   | 1  | 0x8000        | 0x0000 | 0x0000 | 0x00  |
      | vfredosum | 4   | 2  | 0x1000 0x1000 | 0x3c00 | 0x3c02 | 0x01  |
      | vfredosum | 4   | 1  | 0x8000        | 0x0000 | 0x0000 | 0x00  |
      | vfredosum | 0   | 2  | 0x4000 0x4200 | 0x3c00 | 0x4600 | 0x00  |
      | vfredosum | 0   | 1  | 0xfc00        | 0x7c00 | 0x7e00 | 0x10  |
      | vfredosum | 0   | 1  | 0x7c01        | 0x3c00 | 0x7e00 | 0x10  |
      | vfredusum | 0   | 2  | 0x4000 0x4200 | 0x3c00 | 0x4600 | 0x00  |
      | vfredusum | 0   | 1  | 0xfc00        | 0x7c00 | 0x7e00 | 0x10  |
      | vfredusum | 0   | 1  | 0x7c01        | 0x3c00 | 0x7e00 | 0x10  |
      | vfredmin  | 0   | 2  | 0x4000 0xc200 | 0x3c00 | 0xc200 | 0x00  |
      | vfredmin  | 0   | 1  | 0x8000        | 0x0000 | 0x8000 | 0x00  |
      | vfredmin  | 0   | 2  | 0x4400 0x4200 | 0x7e05 | 0x4200 | 0x00  |
      | vfredmin  | 0   | 2  | 0x7c01 0x4000 | 0x3c00 | 0x3c00 | 0x10  |
      | vfredmax  | 0   | 2  | 0x4000 0xc200 | 0x3c00 | 0x4000 | 0x00  |
      | vfredmax  | 0   | 1  | 0x8000        | 0x0000 | 0x0000 | 0x00  |
      | vfredmax  | 0   | 2  | 0x4400 0x4200 | 0x7e05 | 0x4400 | 0x00  |
      | vfredmax  | 0   | 2  | 0x7c01 0x4000 | 0x3c00 | 0x4000 | 0x10  |

  Scenario Outline: <insn>.vs of <a> and the wide scalar <s> gives <result>
    Given vl = <vl> under e16, m1, tu, mu
    And v16 = e16: <a> and v24 = e32: <s> and frm = <frm>
    When the hart executes "<insn>.vs v8, v16, v24"
    Then v8 = e32: <result> old [Zvfh_instr, Zvfh_eew16]
    And fflags = <flags> [Zvfh_instr, Zvfh_eew16]
    And no trap is taken [Zvfh_instr, Zvfh_eew16]
    And nothing else changes but v8 and vs and fs [Zvfh_instr, Zvfh_eew16]

    Examples: widening sums
      | insn       | frm | vl | a             | s          | result     | flags |
      | vfwredosum | 0   | 2  | 0x4000 0xc500 | 0x3f800000 | 0xc0000000 | 0x00  |
      | vfwredosum | 0   | 1  | 0xfc00        | 0x7f800000 | 0x7fc00000 | 0x10  |
      | vfwredosum | 0   | 1  | 0x7c01        | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfwredosum | 0   | 2  | 0x7bff 0x7bff | 0x00000000 | 0x47ffe000 | 0x00  |
      | vfwredusum | 0   | 2  | 0x4000 0xc500 | 0x3f800000 | 0xc0000000 | 0x00  |
      | vfwredusum | 0   | 1  | 0xfc00        | 0x7f800000 | 0x7fc00000 | 0x10  |
      | vfwredusum | 0   | 1  | 0x7c01        | 0x3f800000 | 0x7fc00000 | 0x10  |
      | vfwredusum | 0   | 2  | 0x7bff 0x7bff | 0x00000000 | 0x47ffe000 | 0x00  |

  Scenario Outline: <insn> of <scalar> gives <result>
    Given vl = 3 under e16, m1, tu, mu
    And v0 = e8: 0x05 and v16 = e16: 1 2 3 4 and fa0 = <scalar>
    When the hart executes "<insn>"
    Then v8 = e16: <result> [Zvfh_instr, Zvfh_eew16]
    And fflags = 0 [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but v8 and vs and fs [Zvfh_instr]

    Examples: scalars of 16 bits
      | insn                         | scalar             | result                   |
      | vfmv.v.f v8, fa0             | 0xffffffffffff7c01 | 0x7c01 0x7c01 0x7c01 old |
      | vfmv.v.f v8, fa0             | 0x0000000000003c00 | 0x7e00 0x7e00 0x7e00 old |
      | vfmv.s.f v8, fa0             | 0xffffffffffff3c01 | 0x3c01 old old old       |
      | vfmerge.vfm v8, v16, fa0, v0 | 0xffffffffffff3c01 | 0x3c01 2 0x3c01 old      |
      | vfslide1up.vf v8, v16, fa0   | 0xffffffffffff3c01 | 0x3c01 1 2 old           |
      | vfslide1down.vf v8, v16, fa0 | 0xffffffffffff3c01 | 2 3 0x3c01 old           |
      | vfslide1down.vf v8, v16, fa0 | 0xfffffffffffe3c01 | 2 3 0x7e00 old           |

  Scenario: vfmv.f.s of 16 bits boxes its element
    Given vl = 1 under e16, m1, ta, ma
    And v16 = e16: 0x7c01 9
    When the hart executes "vfmv.f.s fa0, v16"
    Then fa0 = 0xffffffffffff7c01 [Zvfh_instr]
    And fflags = 0 [Zvfh_instr]
    And no trap is taken [Zvfh_instr]
    And nothing else changes but vs and fs [Zvfh_instr]
