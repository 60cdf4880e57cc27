@ext:Pull
Feature: Refusals
  A refusal may have any body. One in JSON has the form that clients know, and codes that they
  know.

  @rule:error-json @rule:error-code-characters @rule:error-code-known @rule:error-message
  Scenario: Errors in JSON are as clients know them
    When the implementation is asked to request each row of refusals()
    Then the answer is one that well_refused allows

  @rule:warning-form @rule:warning-size
  Scenario: Warnings are as clients know them
    When the implementation is asked to request each row of ordinary()
    Then the answer is one that well_warned allows
