@ext:Pull
Feature: Pulling manifests
  A manifest is asked for by a tag or by its digest, and comes as it was pushed.

  Background:
    Given repository = fresh("manifests")
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
    And manifest = image(annotations = {"org.example.what": "to be pulled"})
    And digest = sha256(manifest)
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """

  @rule:manifest-get @rule:manifest-type-as-pushed @rule:manifest-type-bare
  @rule:manifest-get-digest @rule:reference-form @rule:manifest-bytes
  Scenario Outline: A manifest is pulled by its <reference>
    When the client sends:
      """
      GET /v2/{repository}/manifests/<path>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 200 [manifest-get]
    And the body is manifest [manifest-get]
    And the header Content-Type matches "^application/vnd\.oci\.image\.manifest\.v1\+json *(;.*)?$" [manifest-type-as-pushed]
    And the header Content-Type matches "^[^;]*$" [manifest-type-bare]
    And the answer is one that digest_of_body allows [manifest-get-digest]

    Examples:
      | reference | path     |
      | tag       | v1       |
      | digest    | {digest} |

  @rule:head-200 @rule:head-digest @rule:head-length
  Scenario Outline: A manifest is found by its <reference>
    When the client sends:
      """
      HEAD /v2/{repository}/manifests/<path>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 200 [head-200]
    And the header Content-Length is str(size(manifest)) [head-length]
    And the answer is one that head_digest allows [head-digest]

    Examples:
      | reference | path     |
      | tag       | v1       |
      | digest    | {digest} |

  @rule:manifest-404
  Scenario Outline: A <reference> that is not there is answered 404
    When the client sends:
      """
      GET /v2/{repository}/manifests/<path>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

    Examples:
      | reference | path                                                                    |
      | tag       | v2                                                                      |
      | digest    | sha256:0000000000000000000000000000000000000000000000000000000000000001 |

  @rule:head-404
  Scenario Outline: A HEAD of a <reference> that is not there is answered 404
    When the client sends:
      """
      HEAD /v2/{repository}/manifests/<path>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

    Examples:
      | reference | path                                                                    |
      | tag       | v2                                                                      |
      | digest    | sha256:0000000000000000000000000000000000000000000000000000000000000001 |

  @rule:manifest-404 @rule:repository-404
  Scenario: A manifest of another repository is answered 404
    Given other = fresh("manifests-elsewhere")
    When the client sends:
      """
      GET /v2/{other}/manifests/{digest}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

  @rule:manifest-404 @rule:reference-form @rule:reference-no-other
  Scenario Outline: A reference that is neither a tag nor a digest leads to nothing: <path>
    When the client sends:
      """
      GET /v2/{repository}/manifests/<path>
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the answer is one that leads_nowhere allows

    Examples:
      | path       |
      | .v1        |
      | -v1        |
      | v1+v1      |
      | sha256:abc |
