@ext:Strict
Feature: What the grammar has not

  @rule:refuses_others
  Scenario: Texts that do not conform
    When the implementation is asked to parse each row of table("refused")
    Then the answer's refused is True
