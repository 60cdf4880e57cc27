@ext:Edition2022
Feature: What later editions changed
  The private-use characters of 19 two-byte codes gave way to those that Unicode has had since: one in 2005, 18
  in 2022.

  @rule:changed_2022
  Scenario: The 18 codes have the characters of 2022
    When the implementation is asked to decode each row of changed_codes()
    Then the answer's text is row.text

  @rule:changed_2022
  Scenario: Vertical punctuation in a text
    When the implementation is asked to decode(bytes = "d6d0a6d9b9faa6db")
    Then the answer's text is "4E2D FE10 56FD FE11"

  @rule:changed_2005
  Scenario: A8BC is U+1E3F since 2005
    When the implementation is asked to decode(bytes = "a8bc")
    Then the answer's text is "1E3F"

  @ext:FourByte @rule:changed_2005
  Scenario: 8135F437 is U+E7C7 since 2005
    When the implementation is asked to decode(bytes = "8135f437")
    Then the answer's text is "E7C7"

  @ext:FourByte @rule:changed_2005
  Scenario: The neighbours of what changed in 2005 did not
    When the implementation is asked to decode(bytes = "a8bba8bd8135f4368135f438")
    Then the answer's text is "0251 0144 1E3E 1E40"
