@ext:Encoding
Feature: Private-use characters into codes
  The way back of what is disputed. An implementation is of a class here too.

  @rule:encode_partners
  Scenario: The private-use characters that the 18 two-byte codes had until 2022
    When the implementation is asked to encode each row of changed_partners()
    Then the answer follows a reading of "changed-2022-partners" by partner_encoded

  @rule:encode_private_use
  Scenario: The private-use characters of six two-byte codes
    When the implementation is asked to encode each row of private_codes()
    Then the answer follows a reading of "six-private-use-codes" by private_encoded

  @ext:Supplementary @rule:encode_supplementary
  Scenario: The ideographs that these six were made for
    When the implementation is asked to encode each row of private_ideographs()
    Then the answer follows a reading of "six-private-use-codes" by ideograph_encoded

  @rule:encode_private_use
  Scenario: U+E5E5, the private-use character of A3A0
    When the implementation is asked to encode(text = "E5E5")
    Then the answer follows a reading of "a3a0" by e5e5_encoded

  @rule:encode_two_byte
  Scenario: The ideographic space is A1A1, whatever A3A0 is
    When the implementation is asked to encode(text = "3000")
    Then the answer's bytes is "a1a1"
