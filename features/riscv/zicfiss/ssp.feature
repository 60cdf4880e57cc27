@ext:Zicfiss @env:machine
Feature: The shadow stack pointer
  ssp is an unprivileged CSR at 0x011. Below machine mode SSE of the envcfg registers lets it be accessed,
  also without supervisor mode. It holds multiples of 8, or of 4 where a mode can have 32 bits.

  @rule:csr_ssp @rule:Zicfiss_ssp_hs_modes
  Scenario Outline: ssp holds <written> in <mode>
    Given the hart runs in <mode>
    And envcfg has SSE = 1
    And a0 = <written>
    When the hart executes "csrw ssp, a0; csrr a1, 0x011"
    Then a1 = a0
    And no trap is taken

    Examples:
      | written            | mode         |
      | 0                  | user mode    |
      | 8                  | user mode    |
      | 0x123456789abcdef0 | user mode    |
      | -8                 | user mode    |
      | 2^63               | user mode    |
      | 0x123456789abcdef0 | machine mode |
      | -8                 | machine mode |

  @rule:csr_ssp
  Scenario Outline: The lowest bits of ssp read as zero after writing <written>
    Given envcfg has SSE = 1
    And a0 = <written>
    When the hart executes "csrw ssp, a0; csrr a1, ssp"
    Then a1 = <read>
    And no trap is taken

    Examples:
      | written | read       |
      | 1       | 0          |
      | 2       | 0          |
      | 3       | 0          |
      | 4       | 0 or 4     |
      | 7       | 0 or 4     |
      | -1      | -8 or -4   |

  @rule:Zicfilp_ssp_below_m_mode
  Scenario Outline: <insn> in user mode is illegal while SSE is clear
    Given the hart runs in user mode
    And envcfg has SSE = 0
    And a0 = 8
    When the hart executes "<insn>"
    Then an illegal instruction exception is taken
    And nothing changes

    Examples:
      | insn               |
      | csrrs a1, ssp, x0  |
      | csrrs x0, ssp, x0  |
      | csrrw x0, ssp, a0  |
      | csrrw a1, ssp, a0  |
      | csrrc a1, ssp, a0  |
      | csrrwi x0, ssp, 8  |
      | csrrsi a1, ssp, 0  |
      | csrrci a1, ssp, 8  |

  @rule:Zicfiss_ssp_hs_modes
  Scenario: Machine mode may access ssp while SSE is clear
    Given the hart runs in machine mode
    And envcfg has SSE = 0
    And a0 = 0x1000
    When the hart executes "csrw ssp, a0; csrr a1, ssp"
    Then a1 = 0x1000
    And no trap is taken
