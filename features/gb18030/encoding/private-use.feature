@ext:Encoding
Feature: Private-use characters into codes
  The way back of what is disputed. Which way it is depends on what an implementation decodes.

  @ext:FourByte @rule:encode_partners
  Scenario: The private-use characters that the 18 two-byte codes had until 2022
    When the implementation is asked to encode each row of changed_partners()
    Then the answer follows a reading of "changed-2022-partners" by partner_encoded

  @ext:Supplementary @rule:encode_supplementary
  Scenario: The ideographs that six two-byte codes were made for
    When the implementation is asked to encode each row of private_ideographs()
    Then the answer follows a reading of "six-private-use-codes" by ideograph_encoded

  @rule:encode_private_use
  Scenario Outline: Where <code> is U+<private>, that is coded so
    When the implementation is asked to decode(bytes = "<code>")
    And it goes on only where the answer's text is "<private>"
    And the implementation is asked to encode(text = "<private>")
    Then the answer's bytes is "<code>"

    Examples:
      | code | private |
      | fe51 | E816    |
      | fe52 | E817    |
      | fe53 | E818    |
      | fe6c | E831    |
      | fe76 | E83B    |
      | fe91 | E855    |
      | a3a0 | E5E5    |

  @rule:encode_private_use
  Scenario Outline: Where <code> is U+<other>, U+<private> has no code
    When the implementation is asked to decode(bytes = "<code>")
    And it goes on only where the answer's text is "<other>"
    And the implementation is asked to encode(text = "<private>")
    Then the answer follows a reading of "what-is-no-code" by refusal

    Examples:
      | code | other | private |
      | fe51 | 20087 | E816    |
      | fe52 | 20089 | E817    |
      | fe53 | 200CC | E818    |
      | fe6c | 215D7 | E831    |
      | fe76 | 2298F | E83B    |
      | fe91 | 241FE | E855    |
      | a3a0 | 3000  | E5E5    |

  @rule:encode_two_byte
  Scenario: The ideographic space is A1A1, whatever A3A0 is
    When the implementation is asked to encode(text = "3000")
    Then the answer's bytes is "a1a1"
