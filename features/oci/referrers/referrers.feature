@ext:Referrers
Feature: Listing referrers
  What has a manifest for its subject is listed as an image index of descriptors.

  Background:
    Given repository = fresh("referrers")
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
    And subject = SUBJECT
    And subject_digest = sha256(SUBJECT)
    And bill = BILL
    And bill_digest = sha256(BILL)
    And signature = SIGNATURE
    And signature_digest = sha256(SIGNATURE)
    And listing = LISTING
    And listing_digest = sha256(LISTING)
    And stranger = STRANGER
    And stranger_digest = sha256(STRANGER)

  @rule:subject-header
  Scenario Outline: The push of <what> with a subject is answered with the subject
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{<what>_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {<what>}
      """
    Then the status is 201
    And the header OCI-Subject is subject_digest

    Examples:
      | what      |
      | bill      |
      | signature |

  @rule:referrers-200 @rule:referrers-type @rule:referrers-index @rule:referrers-of-subject
  @rule:referrers-artifact-type @rule:referrers-config-type @rule:referrers-index-no-type
  @rule:referrers-annotations @rule:referrers-new @rule:referrers-link
  Scenario: All referrers are listed as they are
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{signature_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {signature}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{listing_digest}
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{stranger_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {stranger}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    Then the status is 200 [referrers-200]
    And the header Content-Type is "application/vnd.oci.image.index.v1+json" [referrers-type]
    And the answer is one that referrer_list allows [referrers-index, referrers-of-subject, referrers-artifact-type, referrers-config-type, referrers-index-no-type, referrers-annotations, referrers-new, referrers-link]

  @rule:referrers-new
  Scenario: Referrers are listed though their subject is not there
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{signature_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {signature}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{listing_digest}
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    Then the status is 200 [referrers-200]
    And the answer is one that referrer_list allows [referrers-new]

  @rule:referrers-filter @rule:referrers-filter-header
  Scenario: Referrers of one type are listed
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{signature_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {signature}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{listing_digest}
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{stranger_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {stranger}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}?artifactType=application/vnd.example.bill.v1
      """
    Then the status is 200 [referrers-200]
    And the answer is one that filtered allows [referrers-filter, referrers-filter-header]

  @rule:referrers-filter @rule:referrers-filter-header @rule:referrers-empty
  Scenario: Of a type that nothing has, nothing is listed
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{signature_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {signature}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{listing_digest}
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{stranger_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {stranger}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}?artifactType=application/vnd.example.none.v1
      """
    Then the status is 200 [referrers-200]
    When it goes on only where the header OCI-Filters-Applied is present
    Then the answer is one that no_referrers allows [referrers-empty, referrers-filter-header]

  @rule:referrers-200 @rule:referrers-no-404 @rule:referrers-empty
  Scenario: What nothing refers to has an empty list
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    Then the status is not 404 [referrers-no-404]
    And the status is 200 [referrers-200]
    And the header Content-Type is "application/vnd.oci.image.index.v1+json" [referrers-type]
    And the answer is one that no_referrers allows [referrers-empty]

  @rule:referrers-200 @rule:referrers-no-404 @rule:referrers-empty
  Scenario: What is not there has an empty list
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{stranger_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {stranger}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    Then the status is not 404 [referrers-no-404]
    And the status is 200 [referrers-200]
    And the answer is one that no_referrers allows [referrers-empty]

  @rule:referrers-of-subject
  Scenario: What refers to it in another repository is not listed
    Given other = fresh("referrers-elsewhere")
    And the client has sent:
      """
      POST /v2/{other}/blobs/uploads/
      """
    And upload_elsewhere is the header Location
    And the client has sent:
      """
      PUT {upload_elsewhere}?digest={config_digest}
      Content-Type: application/octet-stream

      {config}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    And the client has sent:
      """
      PUT /v2/{other}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    Then the status is 200 [referrers-200]
    And the answer is one that no_referrers allows [referrers-of-subject]

  @rule:referrers-400
  Scenario Outline: What is no digest is answered 400: <digest>
    When the client sends:
      """
      GET /v2/{repository}/referrers/<digest>
      """
    Then the status is 400

    Examples:
      | digest                                                                  |
      | sha256:abc                                                              |
      | sha256                                                                  |
      | sha256:GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG |

  @rule:referrers-link-form
  Scenario: A Link leads to the referrers that are left
    Given the client has sent:
      """
      PUT /v2/{repository}/manifests/{subject_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {subject}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{bill_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {bill}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{signature_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {signature}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{listing_digest}
      Content-Type: application/vnd.oci.image.index.v1+json

      {listing}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/{stranger_digest}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {stranger}
      """
    When the client sends:
      """
      GET /v2/{repository}/referrers/{subject_digest}
      """
    And it goes on only where the header Link is present
    Then the answer is one that well_linked allows
