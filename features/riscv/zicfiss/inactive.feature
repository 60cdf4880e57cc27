@ext:Zicfiss
Feature: Shadow stack instructions while the shadow stack is not active
  It is active in no mode without supervisor mode, never in machine mode, and not where SSE is clear. Then
  its instructions are the may-be-operations that they are encoded as: they write zero to rd, if anything.

  Scenario Outline: <insn> in <mode> does nothing
    Given the hart runs in <mode>
    And envcfg has SSE = 0
    And ra = 0x1234 and t0 = 0x5678
    When the hart executes "<insn>"
    Then no trap is taken [Zicfiss_enc, <rule>]
    And nothing changes [Zicfiss_enc, <rule>]

    Examples:
      | insn        | mode         | rule                 |
      | sspush.x1   | user mode    | Zicfiss_sspush_enc   |
      | sspush.x1   | machine mode | Zicfiss_sspush_enc   |
      | sspush.x5   | user mode    | Zicfiss_sspush_enc   |
      | sspush.x5   | machine mode | Zicfiss_sspush_enc   |
      | sspopchk.x1 | user mode    | Zicfiss_sspopchk_enc |
      | sspopchk.x1 | machine mode | Zicfiss_sspopchk_enc |
      | sspopchk.x5 | user mode    | Zicfiss_sspopchk_enc |
      | sspopchk.x5 | machine mode | Zicfiss_sspopchk_enc |

  @ext:Zcmop @ext:Zicfiss
  Scenario Outline: <insn> does nothing
    Given envcfg has SSE = 0
    And ra = 0x1234 and t0 = 0x5678
    When the hart executes "<insn>"
    Then no trap is taken [Zicfiss_enc, <rule>]
    And nothing changes [Zicfiss_enc, <rule>]

    Examples:
      | insn          | rule                 |
      | c.sspush.x1   | Zicfiss_sspush_enc   |
      | c.sspopchk.x5 | Zicfiss_sspopchk_enc |

  @rule:Zicfiss_ssrdp_enc @rule:Zicfiss_enc
  Scenario Outline: ssrdp <rd> in <mode> gives zero
    Given the hart runs in <mode>
    And envcfg has SSE = 0
    And <rd> = -1
    When the hart executes "ssrdp <rd>"
    Then <rd> = 0
    And no trap is taken
    And nothing else changes

    Examples:
      | rd | mode         |
      | ra | user mode    |
      | ra | machine mode |
      | t0 | user mode    |
      | t0 | machine mode |
      | a0 | user mode    |
      | a0 | machine mode |
      | t6 | user mode    |
      | t6 | machine mode |

  Scenario Outline: The code <code> is <insn>
    Given envcfg has SSE = 0
    And ra = 0x1234 and t0 = 0x5678
    When the hart executes ".word <code>"
    Then it does the same as "<insn>" [<rule>]
    And no trap is taken [<rule>]

    Examples:
      | code       | insn        | rule                 |
      | 0xce104073 | sspush.x1   | Zicfiss_sspush_enc   |
      | 0xce504073 | sspush.x5   | Zicfiss_sspush_enc   |
      | 0xcdc0c073 | sspopchk.x1 | Zicfiss_sspopchk_enc |
      | 0xcdc2c073 | sspopchk.x5 | Zicfiss_sspopchk_enc |
      | 0xcdc040f3 | ssrdp ra    | Zicfiss_ssrdp_enc    |
      | 0xcdc04573 | ssrdp a0    | Zicfiss_ssrdp_enc    |

  @rule:Zicfiss_smode_xsse
  Scenario Outline: With SSE = <enabled>, <insn> does what the standard defines
    Without supervisor mode nothing; with it, a shadow stack without translation is a store fault.
    Given envcfg has SSE = <enabled>
    When the hart executes every encoding of "<insn>"
    Then every outcome is one the specification allows [Zicfiss_smode_xsse, satp_mode_bare, Zicfiss_enc]

    Examples:
      | insn        | enabled |
      | sspush.x1   | 0       |
      | sspush.x1   | 1       |
      | sspush.x5   | 0       |
      | sspush.x5   | 1       |
      | sspopchk.x1 | 0       |
      | sspopchk.x1 | 1       |
      | sspopchk.x5 | 0       |
      | sspopchk.x5 | 1       |

  Scenario Outline: With SSE = <enabled>, ssrdp does what the standard defines
    Given envcfg has SSE = <enabled>
    When the hart executes "ssrdp" over its edge values
    Then every outcome is one the specification allows

    Examples:
      | enabled |
      | 0       |
      | 1       |

  Scenario Outline: With SSE = <enabled>, <insn> does what the standard defines at any address
    Given envcfg has SSE = <enabled>
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows [Zicfiss_smode_xsse, satp_mode_bare]

    Examples:
      | insn        | enabled |
      | ssamoswap.w | 0       |
      | ssamoswap.w | 1       |
      | ssamoswap.d | 0       |
      | ssamoswap.d | 1       |

  @ext:Zcmop @ext:Zicfiss
  Scenario Outline: <insn> is what it expands to
    Given envcfg has SSE = 0
    When the hart executes every encoding of "<insn>"
    Then every outcome is one the specification allows
    And it does the same as its expansion

    Examples:
      | insn          |
      | c.sspush.x1   |
      | c.sspopchk.x5 |

  @rule:Zicfiss_enc
  Scenario Outline: <insn> is illegal while SSE is clear
    Given the hart runs in user mode
    And envcfg has SSE = 0
    And test data + 64 holds 5
    And a0 = 7 and a1 = test data + 64
    When the hart executes "<insn> a2, a0, (a1)"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn             |
      | ssamoswap.w      |
      | ssamoswap.d      |
      | ssamoswap.d.aqrl |

  Scenario Outline: <insn> in <mode> with SSE = <enabled> never swaps, and raises what the standard says
    Given the hart runs in <mode>
    And envcfg has SSE = <enabled>
    And test data + 64 holds 5
    And a0 = 7 and a1 = test data + 64
    When the hart executes "<insn> a2, a0, (a1)"
    Then an illegal instruction or store/AMO access fault exception is taken [Zicfiss_smode_xsse, satp_mode_bare]
    And nothing changes [Zicfiss_smode_xsse, satp_mode_bare]
    And every outcome is one the specification allows [Zicfiss_smode_xsse, satp_mode_bare]

    Examples:
      | insn        | mode         | enabled |
      | ssamoswap.w | user mode    | 0       |
      | ssamoswap.w | user mode    | 1       |
      | ssamoswap.w | machine mode | 0       |
      | ssamoswap.w | machine mode | 1       |
      | ssamoswap.d | user mode    | 0       |
      | ssamoswap.d | user mode    | 1       |
      | ssamoswap.d | machine mode | 0       |
      | ssamoswap.d | machine mode | 1       |
