@ext:Malformed
Feature: What is no code
  To bytes that are no code an implementation says so, by an error or by a replacement in their place. To give them
  a character, or to leave them out without a word, is to accept them.

  Scenario Outline: <what>
    When the implementation is asked to decode each row of <rows>
    Then the answer follows a reading of "what-is-no-code" by refusal [<rule>]

    Examples:
      | what                                                 | rows               | rule                |
      | 80 and FF begin no code                              | bad_leads()        | malformed_lead      |
      | What may not follow a first byte                     | bad_seconds()      | malformed_second    |
      | What may not follow a digit                          | bad_thirds()       | malformed_third     |
      | What may not end a code of four bytes                | bad_fourths()      | malformed_fourth    |
      | A code that ends too early                           | cut_codes()        | truncated           |
      | After the Basic Multilingual Plane there is a gap    | gap_codes()        | reserved_gap        |
      | After E3329A35 there is nothing                      | codes_after_last() | reserved_after_last |

  @rule:malformed_lead @rule:malformed_second @rule:malformed_third @rule:malformed_fourth @rule:reserved_gap @rule:reserved_after_last
  Scenario: Between good codes it stays none
    When the implementation is asked to decode each row of among_good_codes()
    Then the answer follows a reading of "what-is-no-code" by refusal

  @ext:FourByte @ext:Supplementary
  Scenario Outline: <code>, the last before that, is U+<character>
    When the implementation is asked to decode(bytes = "<code>")
    Then the answer's text is "<character>" [<rule>]

    Examples:
      | code     | character | rule                |
      | 8431a439 | FFFF      | reserved_gap        |
      | 90308130 | 10000     | reserved_gap        |
      | e3329a35 | 10FFFF    | reserved_after_last |
