@ext:Zca @ext:Zihintntl
Feature: Compressed non-temporal locality hints
  With compressed instructions each hint has a form of 16 bits: c.add with rd = x0.

  @rule:C-NTL_availability
  Scenario Outline: <hint> changes nothing
    When the hart executes "<hint>"
    Then nothing changes
    And no trap is taken

    Examples:
      | hint       |
      | c.ntl.p1   |
      | c.ntl.pall |
      | c.ntl.s1   |
      | c.ntl.all  |

  Scenario Outline: The code <code> is <hint>
    Given x<register> = -1
    When the hart executes ".half <code>"
    Then it does the same as "<hint>"
    And nothing changes [<rule>, C-NTL_availability]
    And no trap is taken [<rule>, C-NTL_availability]

    Examples:
      | code   | hint       | register | rule           |
      | 0x900a | c.ntl.p1   | 2        | C-NTL-P1_enc   |
      | 0x900e | c.ntl.pall | 3        | C-NTL-PALL_enc |
      | 0x9012 | c.ntl.s1   | 4        | C-NTL-S1_enc   |
      | 0x9016 | c.ntl.all  | 5        | C-NTL-ALL_enc  |

  @rule:C-NTL_availability
  Scenario Outline: <access> after <hint> does what it does without
    Given test data + 64 holds 0x8877665544332211
    And a0 = 0x1122334455667788 and a1 = test data + 64
    When the hart executes "<hint>; <access>"
    Then it does the same as "c.nop; <access>"

    Examples:
      | hint       | access         |
      | c.ntl.p1   | c.ld a2, 0(a1) |
      | c.ntl.p1   | c.sw a0, 4(a1) |
      | c.ntl.p1   | sd a0, 8(a1)   |
      | c.ntl.p1   | lb a2, 7(a1)   |
      | c.ntl.pall | c.ld a2, 0(a1) |
      | c.ntl.pall | c.sw a0, 4(a1) |
      | c.ntl.pall | sd a0, 8(a1)   |
      | c.ntl.pall | lb a2, 7(a1)   |
      | c.ntl.s1   | c.ld a2, 0(a1) |
      | c.ntl.s1   | c.sw a0, 4(a1) |
      | c.ntl.s1   | sd a0, 8(a1)   |
      | c.ntl.s1   | lb a2, 7(a1)   |
      | c.ntl.all  | c.ld a2, 0(a1) |
      | c.ntl.all  | c.sw a0, 4(a1) |
      | c.ntl.all  | sd a0, 8(a1)   |
      | c.ntl.all  | lb a2, 7(a1)   |

  @rule:C-NTL_availability
  Scenario Outline: <hint> is what it expands to
    When the hart executes every encoding of "<hint>"
    Then it does the same as its expansion
    And every outcome is one the specification allows

    Examples:
      | hint       |
      | c.ntl.p1   |
      | c.ntl.pall |
      | c.ntl.s1   |
      | c.ntl.all  |
