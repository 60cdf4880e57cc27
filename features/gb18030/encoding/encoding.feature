@ext:Encoding
Feature: Characters into codes
  The way back: each character has the code that it is decoded from.

  @rule:encode_one_byte
  Scenario: U+0000 to U+007F take one byte
    When the implementation is asked to encode each row of one_byte_codes()
    Then the answer's bytes is row.bytes

  Scenario Outline: The characters of <area> take two bytes
    When the implementation is asked to encode each row of two_byte_codes(<areas>)
    Then the answer's bytes is row.bytes [<rule>]

    Examples:
      | area                  | areas                     | rule               |
      | area 1, symbols       | "1"                       | encode_two_byte    |
      | area 2, GB 2312       | "2"                       | encode_two_byte    |
      | area 3                | "3"                       | encode_two_byte    |
      | area 4                | "4"                       | encode_two_byte    |
      | area 5, symbols       | "5"                       | encode_two_byte    |
      | the user-defined ones | "user1", "user2", "user3" | encode_private_use |

  @rule:encode_changed_2022
  Scenario: The characters that moved in 2022
    When the implementation is asked to encode each row of changed_codes()
    Then the answer's bytes is row.bytes

  @rule:encode_changed_2005
  Scenario: U+1E3F is coded A8BC since 2005
    When the implementation is asked to encode(text = "1E3F")
    Then the answer's bytes is "a8bc"

  @ext:FourByte @rule:encode_changed_2005
  Scenario: U+E7C7 is coded 8135F437 since 2005
    When the implementation is asked to encode(text = "E7C7")
    Then the answer's bytes is "8135f437"

  @ext:FourByte @rule:encode_four_byte
  Scenario: The rest of the Basic Multilingual Plane takes four bytes
    When the implementation is asked to encode each row of four_byte_codes()
    Then the answer's bytes is row.bytes

  @ext:Supplementary @rule:encode_supplementary
  Scenario: The supplementary planes, a sample
    When the implementation is asked to encode each row of supplementary_codes()
    Then the answer's bytes is row.bytes

  @ext:Supplementary @effort:exhaustive @rule:encode_supplementary
  Scenario: All 1,048,576 characters of the supplementary planes, but six
    The six are the ideographs that two-byte codes were made for.
    When the implementation is asked to encode each row of supplementary_texts()
    Then the answer's bytes is row.bytes

  @rule:one_code_each
  Scenario Outline: <code> goes to its character and back
    When the implementation is asked to decode(bytes = "<code>")
    And character is the answer's text
    And the implementation is asked to encode(text = "{character}")
    Then the answer's bytes is "<code>"

    Examples: Codes of one and two bytes
      | code |
      | 00   |
      | 7f   |
      | 8140 |
      | a1a1 |
      | a2e3 |
      | a6d9 |
      | a8bc |
      | aaa1 |
      | d6d0 |
      | fe59 |
      | fe7e |
      | fefe |

  @ext:Supplementary @ext:FourByte @rule:one_code_each
  Scenario Outline: <code>, of four bytes, goes to its character and back
    When the implementation is asked to decode(bytes = "<code>")
    And character is the answer's text
    And the implementation is asked to encode(text = "{character}")
    Then the answer's bytes is "<code>"

    Examples:
      | code     |
      | 81308130 |
      | 8135f437 |
      | 84319533 |
      | 8431a437 |
      | 8431a439 |
      | 90308130 |
      | e3329a35 |

  @ext:Supplementary @ext:FourByte @rule:one_code_each
  Scenario: A text of codes of all lengths
    When the implementation is asked to encode(text = "0041 4E2D 0080 10000 56FD 007A 10FFFF FFFD")
    Then the answer's bytes is "41d6d08130813090308130b9fa7ae3329a358431a437"
