@ext:Pull
Feature: The API
  Whoever wants to know whether there is a registry asks for /v2/.

  @rule:api-base
  Scenario: The API is there
    When the client sends:
      """
      GET /v2/
      """
    Then the status is 200
