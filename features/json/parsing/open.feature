@ext:Grammar
Feature: What is left open
  Parsers differ here, and none of them is wrong.

  @rule:accepts_grammar
  Scenario: Two members of one name
    When the implementation is asked to parse(text = hex('{"a":1,"a":2}'))
    Then the answer follows a reading of "duplicate-names" by which_member

  @rule:numbers
  Scenario: A number beyond every double
    When the implementation is asked to parse(text = hex("1e400"))
    Then the answer follows a reading of "large-numbers" by which_number

  @rule:accepts_grammar
  Scenario: A byte order mark before a text
    When the implementation is asked to parse(text = "efbbbf" + hex("[1]"))
    Then the answer follows a reading of "byte-order-mark" by which_mark
