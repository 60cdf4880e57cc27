@ext:Encoding
Feature: Surrogates are no characters

  @rule:no_surrogates
  Scenario Outline: U+<point>, a surrogate by itself, has no code
    When the implementation is asked to encode(text = "<point>")
    Then the answer follows a reading of "what-is-no-code" by refusal

    Examples:
      | point |
      | D800  |
      | DBFF  |
      | DC00  |
      | DFFF  |

  @rule:no_surrogates
  Scenario Outline: U+<point>, a surrogate between characters, has no code either
    When the implementation is asked to encode(text = "0041 <point> 0042")
    Then the answer follows a reading of "what-is-no-code" by refusal

    Examples:
      | point |
      | D800  |
      | DFFF  |

  @ext:FourByte @rule:encode_four_byte
  Scenario Outline: U+<point>, next to the surrogates, has <code>
    When the implementation is asked to encode(text = "<point>")
    Then the answer's bytes is "<code>"

    Examples:
      | point | code     |
      | D7FF  | 8336c738 |
      | E76C  | 8336c739 |
