@ext:Level1
Feature: Implementation levels
  A level is a set of characters that can be written. Here they come as texts, 64 at a time, in both directions.
  The eight that moved in 2022 are Edition2022's matter.

  @rule:level_1_characters
  Scenario: Level 1 can be read
    When the implementation is asked to decode each row of level_texts("1")
    Then the answer's text is row.text

  @rule:level_1_characters
  Scenario: Level 1 can be written
    When the implementation is asked to encode each row of level_texts("1")
    Then the answer's bytes is row.bytes

  @ext:Level2 @rule:level_2_characters
  Scenario: Level 2 can be read
    When the implementation is asked to decode each row of level_texts("2")
    Then the answer's text is row.text

  @ext:Level2 @rule:level_2_characters
  Scenario: Level 2 can be written
    When the implementation is asked to encode each row of level_texts("2")
    Then the answer's bytes is row.bytes

  @ext:Level3 @rule:level_3_characters
  Scenario: Level 3 can be read
    When the implementation is asked to decode each row of level_texts("3")
    Then the answer's text is row.text

  @ext:Level3 @rule:level_3_characters
  Scenario: Level 3 can be written
    When the implementation is asked to encode each row of level_texts("3")
    Then the answer's bytes is row.bytes
