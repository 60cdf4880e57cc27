@ext:Pull
Feature: Pulling blobs
  A blob is asked for by its digest, whole or in part.

  Background:
    Given repository = fresh("blobs")
    And blob = generate(fresh("bytes"), 1024)
    And digest = sha256(blob)
    And the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    And the client has sent:
      """
      PUT {upload}?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """

  @rule:blob-get
  Scenario: A blob is pulled
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      """
    Then the answer is one that found allows
    When it goes on only where the status is 200
    Then the body is blob

  @rule:blob-get-digest
  Scenario: A blob comes with its digest
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      """
    And it goes on only where the status is 200
    Then the header Docker-Content-Digest is present

  @rule:blob-digest-true
  Scenario: The digest that comes with a blob is its own
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      """
    And it goes on only where the header Docker-Content-Digest is present
    Then the answer is one that digest_is_true allows

  @rule:blob-get
  Scenario: A blob that is elsewhere is where the redirection leads
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      """
    Then the answer is one that found allows
    When it goes on only where the status is not 200
    And place is the header Location
    When the client sends:
      """
      GET {place}
      """
    Then the status is 200
    And the body is blob

  @rule:head-200
  Scenario: A blob is found
    When the client sends:
      """
      HEAD /v2/{repository}/blobs/{digest}
      """
    Then the answer is one that found allows

  @rule:head-digest @rule:head-length
  Scenario: The answer to a HEAD of a blob has its size and digest
    When the client sends:
      """
      HEAD /v2/{repository}/blobs/{digest}
      """
    And it goes on only where the status is 200
    Then the header Content-Length is "1024" [head-length]
    And the answer is one that head_digest allows [head-digest]

  @rule:blob-404
  Scenario: A blob that is not there is answered 404
    When the client sends:
      """
      GET /v2/{repository}/blobs/sha256:0000000000000000000000000000000000000000000000000000000000000001
      """
    Then the status is 404

  @rule:head-404
  Scenario: A HEAD of a blob that is not there is answered 404
    When the client sends:
      """
      HEAD /v2/{repository}/blobs/sha256:0000000000000000000000000000000000000000000000000000000000000001
      """
    Then the status is 404

  @rule:blob-404 @rule:repository-404
  Scenario: A blob of another repository is answered 404
    Given other = fresh("blobs-elsewhere")
    When the client sends:
      """
      GET /v2/{other}/blobs/{digest}
      """
    Then the status is 404

  @rule:head-404
  Scenario: A HEAD of a blob of another repository is answered 404
    Given other = fresh("blobs-elsewhere")
    When the client sends:
      """
      HEAD /v2/{other}/blobs/{digest}
      """
    Then the status is 404

  @rule:blob-range
  Scenario Outline: A part of a blob: bytes=<range>
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      Range: bytes=<range>
      """
    When it goes on only where the status is not 301 or 302 or 303 or 307 or 308
    Then the status is 206
    When it goes on only where the status is 206
    Then the header Content-Range is "bytes <from>-<to>/1024"
    And the body is part(blob, <from>, <to> + 1)

    Examples:
      | range     | from | to   |
      | 0-99      | 0    | 99   |
      | 100-199   | 100  | 199  |
      | 1000-     | 1000 | 1023 |
      | -24       | 1000 | 1023 |
      | 1000-5000 | 1000 | 1023 |

  @rule:blob-range
  Scenario: A part behind the end of a blob is answered 416
    When the client sends:
      """
      GET /v2/{repository}/blobs/{digest}
      Range: bytes=2000-3000
      """
    When it goes on only where the status is not 301 or 302 or 303 or 307 or 308
    Then the status is 416
    And the answer's body.cut is absent
