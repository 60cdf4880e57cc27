@ext:TwoByte
Feature: Two-byte codes of private-use characters
  Where tables disagree on purpose an implementation is not right or wrong: it is of a class.

  @rule:two_byte_private_use
  Scenario: The six codes that were made for ideographs Unicode did not have
    When the implementation is asked to decode each row of private_codes()
    Then the answer follows a reading of "six-private-use-codes" by private_decoded

  @rule:two_byte_user_areas
  Scenario: A3A0, which text on the web has for a space
    When the implementation is asked to decode(bytes = "a3a0")
    Then the answer follows a reading of "a3a0" by a3a0_decoded

  @rule:two_byte_user_areas
  Scenario: The neighbours of A3A0 are private-use in order
    When the implementation is asked to decode(bytes = "a39fa440a39e")
    Then the answer's text is "E5E4 E5E6 E5E3"
