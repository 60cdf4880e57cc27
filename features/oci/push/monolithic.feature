@ext:Push
Feature: Pushing a blob whole
  A blob is pushed with a POST that begins an upload and a PUT that ends it, or with one POST.

  Background:
    Given repository = fresh("monolithic")
    And blob = generate(fresh("bytes"), 2000)
    And digest = sha256(blob)
    And other_digest = sha256(generate(3, 2000))

  @rule:upload-start
  Scenario: An upload begins
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    Then the status is 202
    And the header Location is present

  @rule:upload-session
  Scenario: Two uploads have two Locations
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And first is the header Location
    And the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    Then the answer's headers.location.0 is not first

  @rule:upload-session
  Scenario: The Location of an upload holds a UUID, or what serves as one
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    Then the answer follows a reading of "uuid-of-a-session" by session_form

  @rule:upload-put @rule:upload-put-location
  Scenario: A blob is put
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the status is 201 [upload-put]
    And the header Location is present [upload-put]
    When it goes on only where the header Location is present
    And place is the header Location
    When the client sends:
      """
      GET {place}
      """
    Then the answer is one that found allows [upload-put-location]
    When it goes on only where the status is 200
    Then the body is blob [upload-put-location]

  @rule:upload-put
  Scenario: An empty blob is put
    Given no_bytes = ""
    And empty_digest = sha256("")
    And the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}?digest={empty_digest}
      Content-Type: application/octet-stream
      """
    Then the status is 201
    When the client sends:
      """
      GET /v2/{repository}/blobs/{empty_digest}
      """
    When it goes on only where the status is 200
    Then the body is no_bytes

  @rule:digest-true
  Scenario: A blob of another digest is not stored
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}?digest={other_digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the answer is one that refused allows
    When the client sends:
      """
      GET /v2/{repository}/blobs/{other_digest}
      """
    Then the status is 404

  @rule:digest-true
  Scenario Outline: A blob is not stored under what is no digest: <digest>
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}?digest=<digest>
      Content-Type: application/octet-stream

      {blob}
      """
    Then the answer is one that refused allows

    Examples:
      | digest                                                                  |
      | sha256:abc                                                              |
      | sha256                                                                  |
      | abc                                                                     |
      | sha256:GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG |

  @rule:chunk-close-digest
  Scenario: An upload does not end without a digest
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the answer is one that refused allows

  @rule:single-post-201 @rule:single-post-202
  Scenario: A blob is pushed in one POST
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the answer is one that single_post allows [single-post-201, single-post-202]
    When it goes on only where the status is 201
    Then the header Location is present [single-post-201]

  @rule:single-post-location
  Scenario: A blob that was pushed in one POST is where its Location says
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    And it goes on only where the status is 201
    And it goes on only where the header Location is present
    And place is the header Location
    And the client sends:
      """
      GET {place}
      """
    Then the answer is one that found allows [single-post-location]
    When it goes on only where the status is 200
    Then the body is blob [single-post-location]

  @rule:single-post-202
  Scenario: A single POST that is answered 202 has begun an upload
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    When it goes on only where the status is 202
    And upload is the header Location
    When the client sends:
      """
      PUT {upload}?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the status is 201

  @rule:digest-true
  Scenario: A single POST stores nothing of another digest
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/?digest={other_digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the answer is one that not_stored allows
    When the client sends:
      """
      GET /v2/{repository}/blobs/{other_digest}
      """
    Then the status is 404

  @rule:unknown-upload-put
  Scenario: The end of an upload that never began is refused
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PUT /v2/{repository}/blobs/uploads/00000000-0000-4000-8000-000000000001?digest={digest}
      Content-Type: application/octet-stream

      {blob}
      """
    Then the status is 404 or 400

  @rule:unknown-upload-get
  Scenario: An upload that never began is answered 404
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      GET /v2/{repository}/blobs/uploads/00000000-0000-4000-8000-000000000002
      """
    Then the status is 404

  @rule:unknown-upload-patch
  Scenario: A chunk for an upload that never began is refused
    Given the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      """
    And upload is the header Location
    When the client sends:
      """
      PATCH /v2/{repository}/blobs/uploads/00000000-0000-4000-8000-000000000003
      Content-Type: application/octet-stream
      Content-Range: 0-1999

      {blob}
      """
    Then the status is 404 or 416
