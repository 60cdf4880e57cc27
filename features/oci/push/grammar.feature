@ext:Push
Feature: Names and tags
  Names of repositories and tags have a grammar. What fits is accepted, what does not is refused.

  Background:
    Given repository = fresh("grammar")
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
    And manifest = image(annotations = {"org.example.what": "a name"})
    And name = fresh("names")

  @rule:name-grammar
  Scenario Outline: A repository may be called <name>
    When the client sends:
      """
      POST /v2/{name}/<name>/blobs/uploads/
      """
    Then the status is 202

    Examples:
      | name         |
      | a            |
      | 0            |
      | a/b/c/d      |
      | a.b          |
      | a_b          |
      | a__b         |
      | a-b          |
      | a---b        |
      | a__b/c-d/e.f |

  @rule:name-grammar
  Scenario Outline: A repository may not be called <name>
    When the client sends:
      """
      POST /v2/{name}/<name>/blobs/uploads/
      """
    Then the answer is one that not_taken allows

    Examples:
      | name  |
      | A     |
      | aB    |
      | a..b  |
      | a___b |
      | a._b  |
      | -a    |
      | a-    |
      | .a    |
      | a/_b  |
      | a%20b |

  @rule:tag-grammar @rule:reference-form
  Scenario Outline: A tag of <length> characters, <tag> and so on, is accepted
    Given tag = ("<tag>" * 128)[:<length>]
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{tag}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201
    When the client sends:
      """
      GET /v2/{repository}/manifests/{tag}
      Accept: application/vnd.oci.image.manifest.v1+json
      """
    Then the status is 200
    And the body is manifest

    Examples:
      | tag       | length |
      | a         | 1      |
      | _         | 1      |
      | 0         | 1      |
      | Z         | 1      |
      | v1.0-rc_1 | 9      |
      | a.        | 128    |
      | 9-_       | 128    |

  @rule:tag-grammar
  Scenario: A tag of a fallback list is accepted
    Given digest = sha256(manifest)
    And tag = digest.replace(":", "-")
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{tag}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the status is 201

  @rule:tag-grammar @rule:reference-form @rule:reference-no-other @rule:manifest-put-reference
  Scenario Outline: A tag of <length> characters, <tag> and so on, is refused
    Given tag = ("<tag>" * 129)[:<length>]
    When the client sends:
      """
      PUT /v2/{repository}/manifests/{tag}
      Content-Type: application/vnd.oci.image.manifest.v1+json

      {manifest}
      """
    Then the answer is one that not_taken allows

    Examples:
      | tag        | length |
      | a          | 129    |
      | .a         | 2      |
      | -a         | 2      |
      | a+b        | 3      |
      | a~         | 2      |
      | a%20b      | 5      |
      | sha256:abc | 10     |
