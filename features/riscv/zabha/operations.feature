@ext:Zabha
Feature: Atomic memory operations on bytes and halfwords
  They do what the AMOs on words do: load from the address in rs1, place the value sign-extended in rd,
  and store the result of the operation with the lowest bits of rs2. The bytes around stay as they are.

  @rule:Zabha_rd_sign_extension
  Scenario Outline: amo<op>.b with <operand> on the byte <old> at <at> leaves <loaded> in rd
    Given test data + 16 holds <before>
    And a0 = <operand> and a1 = test data + <at>
    When the hart executes "amo<op>.b a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | op   | old  | operand            | at | before             | loaded             | after              |
      | swap | 0x12 | 0xfe               | 16 | 0x5a5a5a5a5a5a5a12 | 0x0000000000000012 | 0x5a5a5a5a5a5a5afe |
      | swap | 0xff | 0x1                | 19 | 0x5a5a5a5aff5a5a5a | 0xffffffffffffffff | 0x5a5a5a5a015a5a5a |
      | swap | 0x80 | 0xff               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5aff5a5a5a5a5a5a |
      | swap | 0x7f | 0x80               | 17 | 0x5a5a5a5a5a5a7f5a | 0x000000000000007f | 0x5a5a5a5a5a5a805a |
      | swap | 0x80 | 0x7f               | 20 | 0x5a5a5a805a5a5a5a | 0xffffffffffffff80 | 0x5a5a5a7f5a5a5a5a |
      | swap | 0x05 | 0x23456789abcdef05 | 23 | 0x055a5a5a5a5a5a5a | 0x0000000000000005 | 0x055a5a5a5a5a5a5a |
      | swap | 0xff | 0x0                | 18 | 0x5a5a5a5a5aff5a5a | 0xffffffffffffffff | 0x5a5a5a5a5a005a5a |
      | swap | 0x01 | 0xffffffffffffff80 | 21 | 0x5a5a015a5a5a5a5a | 0x0000000000000001 | 0x5a5a805a5a5a5a5a |
      | swap | 0xfe | 0x23456789abcdefff | 16 | 0x5a5a5a5a5a5a5afe | 0xfffffffffffffffe | 0x5a5a5a5a5a5a5aff |
      | swap | 0x00 | 0x23456789abcdef80 | 19 | 0x5a5a5a5a005a5a5a | 0x0000000000000000 | 0x5a5a5a5a805a5a5a |
      | add  | 0x12 | 0xfe               | 22 | 0x5a125a5a5a5a5a5a | 0x0000000000000012 | 0x5a105a5a5a5a5a5a |
      | add  | 0xff | 0x1                | 17 | 0x5a5a5a5a5a5aff5a | 0xffffffffffffffff | 0x5a5a5a5a5a5a005a |
      | add  | 0x80 | 0xff               | 20 | 0x5a5a5a805a5a5a5a | 0xffffffffffffff80 | 0x5a5a5a7f5a5a5a5a |
      | add  | 0x7f | 0x80               | 23 | 0x7f5a5a5a5a5a5a5a | 0x000000000000007f | 0xff5a5a5a5a5a5a5a |
      | add  | 0x80 | 0x7f               | 18 | 0x5a5a5a5a5a805a5a | 0xffffffffffffff80 | 0x5a5a5a5a5aff5a5a |
      | add  | 0x05 | 0x23456789abcdef05 | 21 | 0x5a5a055a5a5a5a5a | 0x0000000000000005 | 0x5a5a0a5a5a5a5a5a |
      | add  | 0xff | 0x0                | 16 | 0x5a5a5a5a5a5a5aff | 0xffffffffffffffff | 0x5a5a5a5a5a5a5aff |
      | add  | 0x01 | 0xffffffffffffff80 | 19 | 0x5a5a5a5a015a5a5a | 0x0000000000000001 | 0x5a5a5a5a815a5a5a |
      | add  | 0xfe | 0x23456789abcdefff | 22 | 0x5afe5a5a5a5a5a5a | 0xfffffffffffffffe | 0x5afd5a5a5a5a5a5a |
      | add  | 0x00 | 0x23456789abcdef80 | 17 | 0x5a5a5a5a5a5a005a | 0x0000000000000000 | 0x5a5a5a5a5a5a805a |
      | xor  | 0x12 | 0xfe               | 20 | 0x5a5a5a125a5a5a5a | 0x0000000000000012 | 0x5a5a5aec5a5a5a5a |
      | xor  | 0xff | 0x1                | 23 | 0xff5a5a5a5a5a5a5a | 0xffffffffffffffff | 0xfe5a5a5a5a5a5a5a |
      | xor  | 0x80 | 0xff               | 18 | 0x5a5a5a5a5a805a5a | 0xffffffffffffff80 | 0x5a5a5a5a5a7f5a5a |
      | xor  | 0x7f | 0x80               | 21 | 0x5a5a7f5a5a5a5a5a | 0x000000000000007f | 0x5a5aff5a5a5a5a5a |
      | xor  | 0x80 | 0x7f               | 16 | 0x5a5a5a5a5a5a5a80 | 0xffffffffffffff80 | 0x5a5a5a5a5a5a5aff |
      | xor  | 0x05 | 0x23456789abcdef05 | 19 | 0x5a5a5a5a055a5a5a | 0x0000000000000005 | 0x5a5a5a5a005a5a5a |
      | xor  | 0xff | 0x0                | 22 | 0x5aff5a5a5a5a5a5a | 0xffffffffffffffff | 0x5aff5a5a5a5a5a5a |
      | xor  | 0x01 | 0xffffffffffffff80 | 17 | 0x5a5a5a5a5a5a015a | 0x0000000000000001 | 0x5a5a5a5a5a5a815a |
      | xor  | 0xfe | 0x23456789abcdefff | 20 | 0x5a5a5afe5a5a5a5a | 0xfffffffffffffffe | 0x5a5a5a015a5a5a5a |
      | xor  | 0x00 | 0x23456789abcdef80 | 23 | 0x005a5a5a5a5a5a5a | 0x0000000000000000 | 0x805a5a5a5a5a5a5a |
      | and  | 0x12 | 0xfe               | 18 | 0x5a5a5a5a5a125a5a | 0x0000000000000012 | 0x5a5a5a5a5a125a5a |
      | and  | 0xff | 0x1                | 21 | 0x5a5aff5a5a5a5a5a | 0xffffffffffffffff | 0x5a5a015a5a5a5a5a |
      | and  | 0x80 | 0xff               | 16 | 0x5a5a5a5a5a5a5a80 | 0xffffffffffffff80 | 0x5a5a5a5a5a5a5a80 |
      | and  | 0x7f | 0x80               | 19 | 0x5a5a5a5a7f5a5a5a | 0x000000000000007f | 0x5a5a5a5a005a5a5a |
      | and  | 0x80 | 0x7f               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5a005a5a5a5a5a5a |
      | and  | 0x05 | 0x23456789abcdef05 | 17 | 0x5a5a5a5a5a5a055a | 0x0000000000000005 | 0x5a5a5a5a5a5a055a |
      | and  | 0xff | 0x0                | 20 | 0x5a5a5aff5a5a5a5a | 0xffffffffffffffff | 0x5a5a5a005a5a5a5a |
      | and  | 0x01 | 0xffffffffffffff80 | 23 | 0x015a5a5a5a5a5a5a | 0x0000000000000001 | 0x005a5a5a5a5a5a5a |
      | and  | 0xfe | 0x23456789abcdefff | 18 | 0x5a5a5a5a5afe5a5a | 0xfffffffffffffffe | 0x5a5a5a5a5afe5a5a |
      | and  | 0x00 | 0x23456789abcdef80 | 21 | 0x5a5a005a5a5a5a5a | 0x0000000000000000 | 0x5a5a005a5a5a5a5a |
      | or   | 0x12 | 0xfe               | 16 | 0x5a5a5a5a5a5a5a12 | 0x0000000000000012 | 0x5a5a5a5a5a5a5afe |
      | or   | 0xff | 0x1                | 19 | 0x5a5a5a5aff5a5a5a | 0xffffffffffffffff | 0x5a5a5a5aff5a5a5a |
      | or   | 0x80 | 0xff               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5aff5a5a5a5a5a5a |
      | or   | 0x7f | 0x80               | 17 | 0x5a5a5a5a5a5a7f5a | 0x000000000000007f | 0x5a5a5a5a5a5aff5a |
      | or   | 0x80 | 0x7f               | 20 | 0x5a5a5a805a5a5a5a | 0xffffffffffffff80 | 0x5a5a5aff5a5a5a5a |
      | or   | 0x05 | 0x23456789abcdef05 | 23 | 0x055a5a5a5a5a5a5a | 0x0000000000000005 | 0x055a5a5a5a5a5a5a |
      | or   | 0xff | 0x0                | 18 | 0x5a5a5a5a5aff5a5a | 0xffffffffffffffff | 0x5a5a5a5a5aff5a5a |
      | or   | 0x01 | 0xffffffffffffff80 | 21 | 0x5a5a015a5a5a5a5a | 0x0000000000000001 | 0x5a5a815a5a5a5a5a |
      | or   | 0xfe | 0x23456789abcdefff | 16 | 0x5a5a5a5a5a5a5afe | 0xfffffffffffffffe | 0x5a5a5a5a5a5a5aff |
      | or   | 0x00 | 0x23456789abcdef80 | 19 | 0x5a5a5a5a005a5a5a | 0x0000000000000000 | 0x5a5a5a5a805a5a5a |
      | min  | 0x12 | 0xfe               | 22 | 0x5a125a5a5a5a5a5a | 0x0000000000000012 | 0x5afe5a5a5a5a5a5a |
      | min  | 0xff | 0x1                | 17 | 0x5a5a5a5a5a5aff5a | 0xffffffffffffffff | 0x5a5a5a5a5a5aff5a |
      | min  | 0x80 | 0xff               | 20 | 0x5a5a5a805a5a5a5a | 0xffffffffffffff80 | 0x5a5a5a805a5a5a5a |
      | min  | 0x7f | 0x80               | 23 | 0x7f5a5a5a5a5a5a5a | 0x000000000000007f | 0x805a5a5a5a5a5a5a |
      | min  | 0x80 | 0x7f               | 18 | 0x5a5a5a5a5a805a5a | 0xffffffffffffff80 | 0x5a5a5a5a5a805a5a |
      | min  | 0x05 | 0x23456789abcdef05 | 21 | 0x5a5a055a5a5a5a5a | 0x0000000000000005 | 0x5a5a055a5a5a5a5a |
      | min  | 0xff | 0x0                | 16 | 0x5a5a5a5a5a5a5aff | 0xffffffffffffffff | 0x5a5a5a5a5a5a5aff |
      | min  | 0x01 | 0xffffffffffffff80 | 19 | 0x5a5a5a5a015a5a5a | 0x0000000000000001 | 0x5a5a5a5a805a5a5a |
      | min  | 0xfe | 0x23456789abcdefff | 22 | 0x5afe5a5a5a5a5a5a | 0xfffffffffffffffe | 0x5afe5a5a5a5a5a5a |
      | min  | 0x00 | 0x23456789abcdef80 | 17 | 0x5a5a5a5a5a5a005a | 0x0000000000000000 | 0x5a5a5a5a5a5a805a |
      | max  | 0x12 | 0xfe               | 20 | 0x5a5a5a125a5a5a5a | 0x0000000000000012 | 0x5a5a5a125a5a5a5a |
      | max  | 0xff | 0x1                | 23 | 0xff5a5a5a5a5a5a5a | 0xffffffffffffffff | 0x015a5a5a5a5a5a5a |
      | max  | 0x80 | 0xff               | 18 | 0x5a5a5a5a5a805a5a | 0xffffffffffffff80 | 0x5a5a5a5a5aff5a5a |
      | max  | 0x7f | 0x80               | 21 | 0x5a5a7f5a5a5a5a5a | 0x000000000000007f | 0x5a5a7f5a5a5a5a5a |
      | max  | 0x80 | 0x7f               | 16 | 0x5a5a5a5a5a5a5a80 | 0xffffffffffffff80 | 0x5a5a5a5a5a5a5a7f |
      | max  | 0x05 | 0x23456789abcdef05 | 19 | 0x5a5a5a5a055a5a5a | 0x0000000000000005 | 0x5a5a5a5a055a5a5a |
      | max  | 0xff | 0x0                | 22 | 0x5aff5a5a5a5a5a5a | 0xffffffffffffffff | 0x5a005a5a5a5a5a5a |
      | max  | 0x01 | 0xffffffffffffff80 | 17 | 0x5a5a5a5a5a5a015a | 0x0000000000000001 | 0x5a5a5a5a5a5a015a |
      | max  | 0xfe | 0x23456789abcdefff | 20 | 0x5a5a5afe5a5a5a5a | 0xfffffffffffffffe | 0x5a5a5aff5a5a5a5a |
      | max  | 0x00 | 0x23456789abcdef80 | 23 | 0x005a5a5a5a5a5a5a | 0x0000000000000000 | 0x005a5a5a5a5a5a5a |
      | minu | 0x12 | 0xfe               | 18 | 0x5a5a5a5a5a125a5a | 0x0000000000000012 | 0x5a5a5a5a5a125a5a |
      | minu | 0xff | 0x1                | 21 | 0x5a5aff5a5a5a5a5a | 0xffffffffffffffff | 0x5a5a015a5a5a5a5a |
      | minu | 0x80 | 0xff               | 16 | 0x5a5a5a5a5a5a5a80 | 0xffffffffffffff80 | 0x5a5a5a5a5a5a5a80 |
      | minu | 0x7f | 0x80               | 19 | 0x5a5a5a5a7f5a5a5a | 0x000000000000007f | 0x5a5a5a5a7f5a5a5a |
      | minu | 0x80 | 0x7f               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5a7f5a5a5a5a5a5a |
      | minu | 0x05 | 0x23456789abcdef05 | 17 | 0x5a5a5a5a5a5a055a | 0x0000000000000005 | 0x5a5a5a5a5a5a055a |
      | minu | 0xff | 0x0                | 20 | 0x5a5a5aff5a5a5a5a | 0xffffffffffffffff | 0x5a5a5a005a5a5a5a |
      | minu | 0x01 | 0xffffffffffffff80 | 23 | 0x015a5a5a5a5a5a5a | 0x0000000000000001 | 0x015a5a5a5a5a5a5a |
      | minu | 0xfe | 0x23456789abcdefff | 18 | 0x5a5a5a5a5afe5a5a | 0xfffffffffffffffe | 0x5a5a5a5a5afe5a5a |
      | minu | 0x00 | 0x23456789abcdef80 | 21 | 0x5a5a005a5a5a5a5a | 0x0000000000000000 | 0x5a5a005a5a5a5a5a |
      | maxu | 0x12 | 0xfe               | 16 | 0x5a5a5a5a5a5a5a12 | 0x0000000000000012 | 0x5a5a5a5a5a5a5afe |
      | maxu | 0xff | 0x1                | 19 | 0x5a5a5a5aff5a5a5a | 0xffffffffffffffff | 0x5a5a5a5aff5a5a5a |
      | maxu | 0x80 | 0xff               | 22 | 0x5a805a5a5a5a5a5a | 0xffffffffffffff80 | 0x5aff5a5a5a5a5a5a |
      | maxu | 0x7f | 0x80               | 17 | 0x5a5a5a5a5a5a7f5a | 0x000000000000007f | 0x5a5a5a5a5a5a805a |
      | maxu | 0x80 | 0x7f               | 20 | 0x5a5a5a805a5a5a5a | 0xffffffffffffff80 | 0x5a5a5a805a5a5a5a |
      | maxu | 0x05 | 0x23456789abcdef05 | 23 | 0x055a5a5a5a5a5a5a | 0x0000000000000005 | 0x055a5a5a5a5a5a5a |
      | maxu | 0xff | 0x0                | 18 | 0x5a5a5a5a5aff5a5a | 0xffffffffffffffff | 0x5a5a5a5a5aff5a5a |
      | maxu | 0x01 | 0xffffffffffffff80 | 21 | 0x5a5a015a5a5a5a5a | 0x0000000000000001 | 0x5a5a805a5a5a5a5a |
      | maxu | 0xfe | 0x23456789abcdefff | 16 | 0x5a5a5a5a5a5a5afe | 0xfffffffffffffffe | 0x5a5a5a5a5a5a5aff |
      | maxu | 0x00 | 0x23456789abcdef80 | 19 | 0x5a5a5a5a005a5a5a | 0x0000000000000000 | 0x5a5a5a5a805a5a5a |

  @rule:Zabha_rd_sign_extension
  Scenario Outline: amo<op>.h with <operand> on the halfword <old> at <at> leaves <loaded> in rd
    Given test data + 16 holds <before>
    And a0 = <operand> and a1 = test data + <at>
    When the hart executes "amo<op>.h a2, a0, (a1)"
    Then a2 = <loaded>
    And test data + 16 holds <after>
    And no trap is taken
    And nothing else changes

    Examples:
      | op   | old    | operand            | at | before             | loaded             | after              |
      | swap | 0x1234 | 0xfedc             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5afedc |
      | swap | 0xffff | 0x1                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0x00015a5a5a5a5a5a |
      | swap | 0x8000 | 0xffff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5affff5a5a5a5a |
      | swap | 0x7fff | 0x8000             | 18 | 0x5a5a5a5a7fff5a5a | 0x0000000000007fff | 0x5a5a5a5a80005a5a |
      | swap | 0x8000 | 0x7fff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a7fff |
      | swap | 0x0005 | 0x456789abcdef0005 | 22 | 0x00055a5a5a5a5a5a | 0x0000000000000005 | 0x00055a5a5a5a5a5a |
      | swap | 0xffff | 0x0                | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5a00005a5a5a5a |
      | swap | 0x0001 | 0xffffffffffff8000 | 18 | 0x5a5a5a5a00015a5a | 0x0000000000000001 | 0x5a5a5a5a80005a5a |
      | swap | 0xfffe | 0x456789abcdefffff | 16 | 0x5a5a5a5a5a5afffe | 0xfffffffffffffffe | 0x5a5a5a5a5a5affff |
      | swap | 0x0000 | 0x456789abcdef8000 | 22 | 0x00005a5a5a5a5a5a | 0x0000000000000000 | 0x80005a5a5a5a5a5a |
      | add  | 0x1234 | 0xfedc             | 20 | 0x5a5a12345a5a5a5a | 0x0000000000001234 | 0x5a5a11105a5a5a5a |
      | add  | 0xffff | 0x1                | 18 | 0x5a5a5a5affff5a5a | 0xffffffffffffffff | 0x5a5a5a5a00005a5a |
      | add  | 0x8000 | 0xffff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a7fff |
      | add  | 0x7fff | 0x8000             | 22 | 0x7fff5a5a5a5a5a5a | 0x0000000000007fff | 0xffff5a5a5a5a5a5a |
      | add  | 0x8000 | 0x7fff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5affff5a5a5a5a |
      | add  | 0x0005 | 0x456789abcdef0005 | 18 | 0x5a5a5a5a00055a5a | 0x0000000000000005 | 0x5a5a5a5a000a5a5a |
      | add  | 0xffff | 0x0                | 16 | 0x5a5a5a5a5a5affff | 0xffffffffffffffff | 0x5a5a5a5a5a5affff |
      | add  | 0x0001 | 0xffffffffffff8000 | 22 | 0x00015a5a5a5a5a5a | 0x0000000000000001 | 0x80015a5a5a5a5a5a |
      | add  | 0xfffe | 0x456789abcdefffff | 20 | 0x5a5afffe5a5a5a5a | 0xfffffffffffffffe | 0x5a5afffd5a5a5a5a |
      | add  | 0x0000 | 0x456789abcdef8000 | 18 | 0x5a5a5a5a00005a5a | 0x0000000000000000 | 0x5a5a5a5a80005a5a |
      | xor  | 0x1234 | 0xfedc             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5aece8 |
      | xor  | 0xffff | 0x1                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0xfffe5a5a5a5a5a5a |
      | xor  | 0x8000 | 0xffff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5a7fff5a5a5a5a |
      | xor  | 0x7fff | 0x8000             | 18 | 0x5a5a5a5a7fff5a5a | 0x0000000000007fff | 0x5a5a5a5affff5a5a |
      | xor  | 0x8000 | 0x7fff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5affff |
      | xor  | 0x0005 | 0x456789abcdef0005 | 22 | 0x00055a5a5a5a5a5a | 0x0000000000000005 | 0x00005a5a5a5a5a5a |
      | xor  | 0xffff | 0x0                | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5affff5a5a5a5a |
      | xor  | 0x0001 | 0xffffffffffff8000 | 18 | 0x5a5a5a5a00015a5a | 0x0000000000000001 | 0x5a5a5a5a80015a5a |
      | xor  | 0xfffe | 0x456789abcdefffff | 16 | 0x5a5a5a5a5a5afffe | 0xfffffffffffffffe | 0x5a5a5a5a5a5a0001 |
      | xor  | 0x0000 | 0x456789abcdef8000 | 22 | 0x00005a5a5a5a5a5a | 0x0000000000000000 | 0x80005a5a5a5a5a5a |
      | and  | 0x1234 | 0xfedc             | 20 | 0x5a5a12345a5a5a5a | 0x0000000000001234 | 0x5a5a12145a5a5a5a |
      | and  | 0xffff | 0x1                | 18 | 0x5a5a5a5affff5a5a | 0xffffffffffffffff | 0x5a5a5a5a00015a5a |
      | and  | 0x8000 | 0xffff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a8000 |
      | and  | 0x7fff | 0x8000             | 22 | 0x7fff5a5a5a5a5a5a | 0x0000000000007fff | 0x00005a5a5a5a5a5a |
      | and  | 0x8000 | 0x7fff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5a00005a5a5a5a |
      | and  | 0x0005 | 0x456789abcdef0005 | 18 | 0x5a5a5a5a00055a5a | 0x0000000000000005 | 0x5a5a5a5a00055a5a |
      | and  | 0xffff | 0x0                | 16 | 0x5a5a5a5a5a5affff | 0xffffffffffffffff | 0x5a5a5a5a5a5a0000 |
      | and  | 0x0001 | 0xffffffffffff8000 | 22 | 0x00015a5a5a5a5a5a | 0x0000000000000001 | 0x00005a5a5a5a5a5a |
      | and  | 0xfffe | 0x456789abcdefffff | 20 | 0x5a5afffe5a5a5a5a | 0xfffffffffffffffe | 0x5a5afffe5a5a5a5a |
      | and  | 0x0000 | 0x456789abcdef8000 | 18 | 0x5a5a5a5a00005a5a | 0x0000000000000000 | 0x5a5a5a5a00005a5a |
      | or   | 0x1234 | 0xfedc             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5afefc |
      | or   | 0xffff | 0x1                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0xffff5a5a5a5a5a5a |
      | or   | 0x8000 | 0xffff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5affff5a5a5a5a |
      | or   | 0x7fff | 0x8000             | 18 | 0x5a5a5a5a7fff5a5a | 0x0000000000007fff | 0x5a5a5a5affff5a5a |
      | or   | 0x8000 | 0x7fff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5affff |
      | or   | 0x0005 | 0x456789abcdef0005 | 22 | 0x00055a5a5a5a5a5a | 0x0000000000000005 | 0x00055a5a5a5a5a5a |
      | or   | 0xffff | 0x0                | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5affff5a5a5a5a |
      | or   | 0x0001 | 0xffffffffffff8000 | 18 | 0x5a5a5a5a00015a5a | 0x0000000000000001 | 0x5a5a5a5a80015a5a |
      | or   | 0xfffe | 0x456789abcdefffff | 16 | 0x5a5a5a5a5a5afffe | 0xfffffffffffffffe | 0x5a5a5a5a5a5affff |
      | or   | 0x0000 | 0x456789abcdef8000 | 22 | 0x00005a5a5a5a5a5a | 0x0000000000000000 | 0x80005a5a5a5a5a5a |
      | min  | 0x1234 | 0xfedc             | 20 | 0x5a5a12345a5a5a5a | 0x0000000000001234 | 0x5a5afedc5a5a5a5a |
      | min  | 0xffff | 0x1                | 18 | 0x5a5a5a5affff5a5a | 0xffffffffffffffff | 0x5a5a5a5affff5a5a |
      | min  | 0x8000 | 0xffff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a8000 |
      | min  | 0x7fff | 0x8000             | 22 | 0x7fff5a5a5a5a5a5a | 0x0000000000007fff | 0x80005a5a5a5a5a5a |
      | min  | 0x8000 | 0x7fff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5a80005a5a5a5a |
      | min  | 0x0005 | 0x456789abcdef0005 | 18 | 0x5a5a5a5a00055a5a | 0x0000000000000005 | 0x5a5a5a5a00055a5a |
      | min  | 0xffff | 0x0                | 16 | 0x5a5a5a5a5a5affff | 0xffffffffffffffff | 0x5a5a5a5a5a5affff |
      | min  | 0x0001 | 0xffffffffffff8000 | 22 | 0x00015a5a5a5a5a5a | 0x0000000000000001 | 0x80005a5a5a5a5a5a |
      | min  | 0xfffe | 0x456789abcdefffff | 20 | 0x5a5afffe5a5a5a5a | 0xfffffffffffffffe | 0x5a5afffe5a5a5a5a |
      | min  | 0x0000 | 0x456789abcdef8000 | 18 | 0x5a5a5a5a00005a5a | 0x0000000000000000 | 0x5a5a5a5a80005a5a |
      | max  | 0x1234 | 0xfedc             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5a1234 |
      | max  | 0xffff | 0x1                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0x00015a5a5a5a5a5a |
      | max  | 0x8000 | 0xffff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5affff5a5a5a5a |
      | max  | 0x7fff | 0x8000             | 18 | 0x5a5a5a5a7fff5a5a | 0x0000000000007fff | 0x5a5a5a5a7fff5a5a |
      | max  | 0x8000 | 0x7fff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a7fff |
      | max  | 0x0005 | 0x456789abcdef0005 | 22 | 0x00055a5a5a5a5a5a | 0x0000000000000005 | 0x00055a5a5a5a5a5a |
      | max  | 0xffff | 0x0                | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5a00005a5a5a5a |
      | max  | 0x0001 | 0xffffffffffff8000 | 18 | 0x5a5a5a5a00015a5a | 0x0000000000000001 | 0x5a5a5a5a00015a5a |
      | max  | 0xfffe | 0x456789abcdefffff | 16 | 0x5a5a5a5a5a5afffe | 0xfffffffffffffffe | 0x5a5a5a5a5a5affff |
      | max  | 0x0000 | 0x456789abcdef8000 | 22 | 0x00005a5a5a5a5a5a | 0x0000000000000000 | 0x00005a5a5a5a5a5a |
      | minu | 0x1234 | 0xfedc             | 20 | 0x5a5a12345a5a5a5a | 0x0000000000001234 | 0x5a5a12345a5a5a5a |
      | minu | 0xffff | 0x1                | 18 | 0x5a5a5a5affff5a5a | 0xffffffffffffffff | 0x5a5a5a5a00015a5a |
      | minu | 0x8000 | 0xffff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a8000 |
      | minu | 0x7fff | 0x8000             | 22 | 0x7fff5a5a5a5a5a5a | 0x0000000000007fff | 0x7fff5a5a5a5a5a5a |
      | minu | 0x8000 | 0x7fff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5a7fff5a5a5a5a |
      | minu | 0x0005 | 0x456789abcdef0005 | 18 | 0x5a5a5a5a00055a5a | 0x0000000000000005 | 0x5a5a5a5a00055a5a |
      | minu | 0xffff | 0x0                | 16 | 0x5a5a5a5a5a5affff | 0xffffffffffffffff | 0x5a5a5a5a5a5a0000 |
      | minu | 0x0001 | 0xffffffffffff8000 | 22 | 0x00015a5a5a5a5a5a | 0x0000000000000001 | 0x00015a5a5a5a5a5a |
      | minu | 0xfffe | 0x456789abcdefffff | 20 | 0x5a5afffe5a5a5a5a | 0xfffffffffffffffe | 0x5a5afffe5a5a5a5a |
      | minu | 0x0000 | 0x456789abcdef8000 | 18 | 0x5a5a5a5a00005a5a | 0x0000000000000000 | 0x5a5a5a5a00005a5a |
      | maxu | 0x1234 | 0xfedc             | 16 | 0x5a5a5a5a5a5a1234 | 0x0000000000001234 | 0x5a5a5a5a5a5afedc |
      | maxu | 0xffff | 0x1                | 22 | 0xffff5a5a5a5a5a5a | 0xffffffffffffffff | 0xffff5a5a5a5a5a5a |
      | maxu | 0x8000 | 0xffff             | 20 | 0x5a5a80005a5a5a5a | 0xffffffffffff8000 | 0x5a5affff5a5a5a5a |
      | maxu | 0x7fff | 0x8000             | 18 | 0x5a5a5a5a7fff5a5a | 0x0000000000007fff | 0x5a5a5a5a80005a5a |
      | maxu | 0x8000 | 0x7fff             | 16 | 0x5a5a5a5a5a5a8000 | 0xffffffffffff8000 | 0x5a5a5a5a5a5a8000 |
      | maxu | 0x0005 | 0x456789abcdef0005 | 22 | 0x00055a5a5a5a5a5a | 0x0000000000000005 | 0x00055a5a5a5a5a5a |
      | maxu | 0xffff | 0x0                | 20 | 0x5a5affff5a5a5a5a | 0xffffffffffffffff | 0x5a5affff5a5a5a5a |
      | maxu | 0x0001 | 0xffffffffffff8000 | 18 | 0x5a5a5a5a00015a5a | 0x0000000000000001 | 0x5a5a5a5a80005a5a |
      | maxu | 0xfffe | 0x456789abcdefffff | 16 | 0x5a5a5a5a5a5afffe | 0xfffffffffffffffe | 0x5a5a5a5a5a5affff |
      | maxu | 0x0000 | 0x456789abcdef8000 | 22 | 0x00005a5a5a5a5a5a | 0x0000000000000000 | 0x80005a5a5a5a5a5a |

  Scenario Outline: <insn> does what the standard defines
    When the hart executes "<insn>" over its edge addresses
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

    Examples:
      | insn      |
      | amoswap.b |
      | amoadd.b  |
      | amoxor.b  |
      | amoand.b  |
      | amoor.b   |
      | amomin.b  |
      | amomax.b  |
      | amominu.b |
      | amomaxu.b |
      | amoswap.h |
      | amoadd.h  |
      | amoxor.h  |
      | amoand.h  |
      | amoor.h   |
      | amomin.h  |
      | amomax.h  |
      | amominu.h |
      | amomaxu.h |
