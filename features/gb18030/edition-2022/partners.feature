@ext:Edition2022
Feature: The four-byte codes of the characters that moved
  Until 2022 the characters of the 18 had four-byte codes. Some say that these are now the private-use characters',
  others that they mean what they meant.

  @ext:FourByte @rule:changed_2022_partners
  Scenario: What the four-byte codes are now
    When the implementation is asked to decode each row of changed_partners()
    Then the answer follows a reading of "changed-2022-partners" by partner_decoded

  @ext:FourByte @rule:changed_2022_partners
  Scenario Outline: <code>, beside them, is U+<character>
    When the implementation is asked to decode(bytes = "<code>")
    Then the answer's text is "<character>"

    Examples:
      | code     | character |
      | 84318235 | FE0F      |
      | 84318336 | FE1A      |
      | 82359036 | 9FB3      |
      | 82359135 | 9FBC      |
