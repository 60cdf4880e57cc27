@ext:Grammar
Feature: What the grammar has
  Every parser accepts these texts, and reads the same values from them.

  Scenario: Texts that conform
    When the implementation is asked to parse each row of table("accepted")
    Then the answer is one that same allows
