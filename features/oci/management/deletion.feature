@ext:Management
Feature: Deletion
  Tags, manifests and blobs can be deleted, where a registry offers it.

  Background:
    Given repository = fresh("deletion")
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
    And digest = sha256(SUBJECT)
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/v2
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And blob = generate(fresh("bytes"), 700)
    And blob_digest = sha256(blob)
    And the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload_2 is the header Location
    And the client has sent:
      """
      PUT {upload_2}?digest={blob_digest}
      Content-Type: application/octet-stream

      {blob}
      """

  @rule:delete-tag @rule:delete-tag-disabled
  Scenario: A tag is deleted, or that is not offered
    When the client sends:
      """
      DELETE /v2/{repository}/manifests/v1
      """
    Then the answer is one that tag_deletion allows

  @rule:delete-tag-gone
  Scenario: A deleted tag is gone
    When the client sends:
      """
      DELETE /v2/{repository}/manifests/v1
      """
    When it goes on only where the status is 202
    And the client sends:
      """
      GET /v2/{repository}/manifests/v1
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

  @rule:delete-manifest @rule:delete-manifest-disabled
  Scenario: A manifest is deleted, or that is not offered
    When the client sends:
      """
      DELETE /v2/{repository}/manifests/{digest}
      """
    Then the answer is one that manifest_deletion allows

  @rule:delete-manifest-gone
  Scenario: A deleted manifest is gone
    When the client sends:
      """
      DELETE /v2/{repository}/manifests/{digest}
      """
    When it goes on only where the status is 202
    And the client sends:
      """
      GET /v2/{repository}/manifests/{digest}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

  @rule:delete-manifest-gone
  Scenario Outline: The tags of a deleted manifest are gone: <tag>
    When the client sends:
      """
      DELETE /v2/{repository}/manifests/{digest}
      """
    When it goes on only where the status is 202
    And the client sends:
      """
      GET /v2/{repository}/manifests/<tag>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

    Examples:
      | tag |
      | v1  |
      | v2  |

  @rule:delete-manifest-404
  Scenario: A manifest in no repository is answered 404, where deletion is offered
    Given nowhere = fresh("deletion-nowhere")
    When the client sends:
      """
      DELETE /v2/{nowhere}/manifests/{digest}
      """
    Then the status is 404 or 400 or 405

  @rule:delete-blob @rule:delete-blob-disabled
  Scenario: A blob is deleted, or that is not offered
    When the client sends:
      """
      DELETE /v2/{repository}/blobs/{blob_digest}
      """
    Then the answer is one that blob_deletion allows

  @rule:delete-blob
  Scenario: A deleted blob is gone
    When the client sends:
      """
      DELETE /v2/{repository}/blobs/{blob_digest}
      """
    When it goes on only where the status is 202
    And the client sends:
      """
      GET /v2/{repository}/blobs/{blob_digest}
      """
    Then the status is 404

  @rule:delete-blob-404
  Scenario: A blob that is not there is answered 404, where deletion is offered
    Given nowhere_digest = NOWHERE
    When the client sends:
      """
      DELETE /v2/{repository}/blobs/{nowhere_digest}
      """
    Then the status is 404 or 400 or 405
