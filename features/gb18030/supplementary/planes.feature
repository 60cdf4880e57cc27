@ext:Supplementary
Feature: The supplementary planes
  From 90308130 on, codes and characters count together.

  @rule:supplementary_linear
  Scenario: The ends of each plane, and a sample between
    When the implementation is asked to decode each row of supplementary_codes()
    Then the answer's text is row.text

  @rule:supplementary_linear
  Scenario: The ideographs that six two-byte codes were made for
    When the implementation is asked to decode each row of private_ideographs()
    Then the answer's text is row.text

  @effort:exhaustive @rule:supplementary_linear
  Scenario: All 1,048,576 codes
    When the implementation is asked to decode each row of supplementary_texts()
    Then the answer's text is row.text

  @rule:supplementary_linear
  Scenario Outline: <code> is U+<character>
    When the implementation is asked to decode(bytes = "<code>")
    Then the answer's text is "<character>"

    Examples: The first, the last, and where a byte carries
      | code     | character |
      | 90308130 | 10000     |
      | 90308139 | 10009     |
      | 90308230 | 1000A     |
      | 9030fe39 | 104EB     |
      | 90318130 | 104EC     |
      | 9039fe39 | 13137     |
      | 91308130 | 13138     |
      | e3329a34 | 10FFFE    |
      | e3329a35 | 10FFFF    |
