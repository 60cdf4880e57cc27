@ext:Strict
Feature: What the grammar has not

  @rule:refuses_others
  Scenario: Texts that do not conform
    When the implementation is asked to parse each row of table("refused")
    Then the answer's refused is True

  @rule:no_bom
  Scenario: A byte order mark is ignored
    When the implementation is asked to parse(text = "efbbbf" + hex("[1]"))
    Then the answer's value is "[1]"
