@ext:OneByte
Feature: One-byte codes

  @rule:one_byte_ascii
  Scenario: A byte from 00 to 7F is the character of the same number
    When the implementation is asked to decode each row of one_byte_codes()
    Then the answer's text is row.text

  @rule:one_byte_ascii
  Scenario: One-byte codes follow each other
    When the implementation is asked to decode(bytes = "000948656c6c6f2c207e7f")
    Then the answer's text is "0000 0009 0048 0065 006C 006C 006F 002C 0020 007E 007F"

  @rule:one_byte_ascii
  Scenario: The codes of escape sequences and of byte order marks of others are characters as any
    When the implementation is asked to decode(bytes = "1b24290e0f")
    Then the answer's text is "001B 0024 0029 000E 000F"
