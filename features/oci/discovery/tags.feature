@ext:Discovery
Feature: Listing tags
  The tags of a repository are listed in order, whole or a part at a time.

  Background:
    Given repository = fresh("tags")
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
      PUT /v2/{repository}/manifests/b
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/10
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/c
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
      PUT /v2/{repository}/manifests/2
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/bb
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    And the client has sent:
      """
      PUT /v2/{repository}/manifests/0
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """

  @rule:tags-200 @rule:tags-json @rule:tags-order
  Scenario: All tags are listed
    When the client sends:
      """
      GET /v2/{repository}/tags/list
      """
    Then the status is 200 [tags-200]
    And the answer is one that tag_list allows [tags-json]
    And the answer is one that tag_order allows [tags-order]
    And the answer is one that tag_page allows [tags-json]

  @rule:tags-n @rule:tags-n-fewer @rule:tags-n-start @rule:tags-n-order
  Scenario Outline: The first <n> tags are listed
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=<n>
      """
    Then the status is 200 [tags-200]
    And the answer is one that tag_page allows [tags-n, tags-n-fewer, tags-n-start, tags-n-order]

    Examples:
      | n   |
      | 1   |
      | 2   |
      | 6   |
      | 7   |
      | 100 |

  @rule:tags-n-zero
  Scenario: No tags are listed
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=0
      """
    Then the status is 200
    And the answer is one that nothing_listed allows

  @rule:tags-last @rule:tags-last-after @rule:tags-last-order @rule:tags-n @rule:tags-n-fewer
 
  Scenario Outline: <n> tags after <last> are listed
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=<n>&last=<last>
      """
    Then the status is 200 [tags-200]
    And the answer is one that tag_page allows [tags-last, tags-last-after, tags-last-order, tags-n, tags-n-fewer]

    Examples:
      | n   | last |
      | 1   | a    |
      | 2   | a    |
      | 3   | b    |
      | 2   | bb   |
      | 5   | c    |
      | 3   | aa   |
      | 100 | zz   |

  @rule:tags-last-tag @rule:tags-last-after
  Scenario Outline: A number after which tags are listed is a tag, not a position: <last>
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=2&last=<last>
      """
    Then the status is 200 [tags-200]
    And the answer is one that tag_page allows [tags-last-tag, tags-last-after]

    Examples:
      | last |
      | 2    |
      | 10   |
      | 3    |

  @rule:tags-last-alone @rule:tags-last-after @rule:tags-last-order
  Scenario: All tags after one are listed
    When the client sends:
      """
      GET /v2/{repository}/tags/list?last=b
      """
    Then the status is 200 [tags-last-alone]
    And the answer is one that tag_page allows [tags-last-after, tags-last-order]

  @rule:tags-link-form
  Scenario: A Link leads to the tags that are left
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=2
      """
    And it goes on only where the header Link is present
    Then the answer is one that well_linked allows

  @rule:error-code-known
  Scenario: What the refusal of a number of tags that is none is called
    When the client sends:
      """
      GET /v2/{repository}/tags/list?n=two
      """
    And it goes on only where the status is not 200
    Then the answer follows a reading of "codes-beyond-the-table" by code_of
