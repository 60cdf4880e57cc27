@ext:TwoByte
Feature: The areas of the two-byte codes
  Every code of each area, but those that a later edition changed or that are disputed: these have scenarios of
  their own.

  Scenario Outline: The codes of <area> have their characters
    When the implementation is asked to decode each row of two_byte_codes(<areas>)
    Then the answer's text is row.text [<rule>]

    Examples:
      | area                  | areas                     | rule                |
      | area 1, symbols       | "1"                       | two_byte_area_1     |
      | area 2, GB 2312       | "2"                       | two_byte_area_2     |
      | area 3                | "3"                       | two_byte_area_3     |
      | area 4                | "4"                       | two_byte_area_4     |
      | area 5, symbols       | "5"                       | two_byte_area_5     |
      | the user-defined ones | "user1", "user2", "user3" | two_byte_user_areas |

  @rule:two_byte_structure
  Scenario Outline: <code>, at the edge of the structure, is U+<character>
    When the implementation is asked to decode(bytes = "<code>")
    Then the answer's text is "<character>"

    Examples: The corners of what two bytes can be
      | code | character |
      | 8140 | 4E02      |
      | 817e | 4E8A      |
      | 8180 | 4E90      |
      | 81fe | 4FA2      |
      | fe7d | 464C      |
      | fea1 | E468      |
      | fefe | E4C5      |
      | fe40 | FA0C      |
      | a140 | E4C6      |
      | a1a1 | 3000      |
      | aaa1 | E000      |
      | f8a1 | E234      |
      | f7fe | 9F44      |
