@ext:Push
Feature: Pushing manifests
  A manifest is pushed to a tag or to its digest, and stored byte for byte.

  Background:
    Given repository = fresh("images")
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

  @rule:manifest-put @rule:manifest-put-location @rule:manifest-bytes
  Scenario: A manifest is pushed to a tag
    Given manifest = image(annotations = {"org.example.what": "pushed to a tag"})
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201 [manifest-put]
    And the header Location is present [manifest-put]
    When it goes on only where the header Location is present
    And place is the header Location
    And the client sends:
      """
      GET {place}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 200 [manifest-put-location]
    And the body is manifest [manifest-put-location, manifest-bytes]

  @rule:manifest-put @rule:manifest-put-reference @rule:manifest-put-digest
  Scenario: A manifest is pushed to its digest
    Given manifest = image(annotations = {"org.example.what": "pushed to its digest"})
    And digest = sha256(manifest)
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201 [manifest-put, manifest-put-reference]
    And the answer is one that client_digest allows [manifest-put-digest]
    When the client sends:
      """
      GET /v2/{repository}/manifests/{digest}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 200 [manifest-put-reference]
    And the body is manifest [manifest-bytes]

  @rule:manifest-put-digest
  Scenario: A manifest is not stored under the digest of another
    Given manifest = image(annotations = {"org.example.what": "pushed to a digest that is not its own"})
    And other_digest = sha256(OTHER)
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{other_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the answer is one that refused allows
    When the client sends:
      """
      GET /v2/{repository}/manifests/{other_digest}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 404

  @rule:manifest-bytes
  Scenario: White space and the order of keys stay
    Given manifest = SPACED
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    When it goes on only where the status is 201
    And the client sends:
      """
      GET /v2/{repository}/manifests/v1
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the body is manifest

  @rule:manifest-type-parameters
  Scenario: Parameters of the type are passed over
    Given manifest = image(annotations = {"org.example.what": "of a type with a parameter"})
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json; charset=utf-8

      {manifest}
      """
    Then the status is 201

  @rule:subject-unknown
  Scenario: A manifest is accepted before its subject
    Given manifest = BILL
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201

  @rule:manifest-no-layers
  Scenario: A manifest may name no layers
    Given manifest = image()
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201

  @rule:reference-missing-code
  Scenario: A manifest whose layer is not there is accepted, or refused with MANIFEST_BLOB_UNKNOWN
    Given manifest = image(layers = [generate(7, 10)])
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the answer is one that stored_or_blob_unknown allows

  @rule:reference-missing-code
  Scenario: An index whose manifest is not there is accepted, or refused with MANIFEST_BLOB_UNKNOWN
    Given listing = index([descriptor(IMAGE, OTHER)])
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    Then the answer is one that stored_or_blob_unknown allows

  @rule:manifest-put @rule:manifest-get
  Scenario: An index of a manifest is pushed and pulled
    Given manifest = OTHER
    And listing = index([descriptor(IMAGE, OTHER)])
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/other
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    When the client sends:
      """
      PUT /v2/{repository}/manifests/list
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    Then the status is 201 [manifest-put]
    When the client sends:
      """
      GET /v2/{repository}/manifests/list
      Accept: application/vnd.oci.image.index.v1+json
      """
    Then the body is listing [manifest-get]
    And the header Content-Type matches "^application/vnd\.oci\.image\.index\.v1\+json *(;.*)?$" [manifest-type-as-pushed]

  @rule:manifest-get @rule:manifest-put
  Scenario: A tag leads to what was pushed to it last
    Given manifest = OTHER
    And newer = SUBJECT
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    When the client sends:
      """
      PUT /v2/{repository}/manifests/v1
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {newer}
      """
    Then the status is 201 [manifest-put]
    When the client sends:
      """
      GET /v2/{repository}/manifests/v1
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the body is newer [manifest-get]

  @rule:manifest-4-megabytes
  Scenario: A manifest of four megabytes is accepted
    Given manifest = large(4000000)
    When the client sends:
      """
      PUT /v2/{repository}/manifests/large
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201
