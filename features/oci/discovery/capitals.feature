@ext:Discovery
Feature: The order of tags with capitals
  "Lexical order" can be read in two ways where there are capitals.

  Background:
    Given repository = fresh("capitals")
    And config = EMPTY
    And config_digest = sha256(EMPTY)
    And the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    And the client has sent:
      """
      PUT {upload}?digest={config_digest}
      Content-Type: application/octet-stream

      {config}
      """
    And manifest = SUBJECT
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/b2
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/a
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/B
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """

  @rule:tags-order
  Scenario: Capitals among the tags come in one of two orders
    When the client sends:
      """
      GET /v2/{repository}/tags/list
      """
    And it goes on only where the header Link is absent
    Then the answer follows a reading of "order-of-tags" by capital_order
