@ext:Push
Feature: Pushing a blob in chunks
  A blob is pushed in chunks, in order; each is answered with how far the upload is. A PUT ends
  it.

  Background:
    Given repository = fresh("chunks")
    And chunk_size = ics.parameter("CHUNK_SIZE", 1024)
    And blob = generate(fresh("bytes"), 3 * chunk_size)
    And digest = sha256(blob)
    And first = part(blob, 0, chunk_size)
    And second = part(blob, chunk_size, 2 * chunk_size)
    And third = part(blob, 2 * chunk_size, 3 * chunk_size)
    And first_range = "0-%d" % (chunk_size - 1)
    And second_range = "%d-%d" % (chunk_size, 2 * chunk_size - 1)
    And third_range = "%d-%d" % (2 * chunk_size, 3 * chunk_size - 1)
    And long_end = 2 * chunk_size - 1
    And whole = 3 * chunk_size
    And the client has sent:
      """
      POST /v2/{repository}/blobs/uploads/
      Content-Length: 0
      """
    And upload is the header Location

  @rule:chunk-202 @rule:chunk-end @rule:chunk-inclusive @rule:chunk-first @rule:chunk-range-form
  Scenario: The first chunk is accepted
    When the client sends:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    Then the status is 202 [chunk-202, chunk-inclusive, chunk-first, chunk-range-form]
    And the header Location is present [chunk-202]
    And the header Range is present [chunk-202]
    When it goes on only where the header Range is present
    Then the header Range is first_range [chunk-end]

  @rule:chunk-202 @rule:chunk-end @rule:chunk-order @rule:chunk-inclusive
  Scenario: The second chunk is accepted where the first one led
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    Then the status is 202 [chunk-202, chunk-order, chunk-inclusive]
    And the header Location is present [chunk-202]
    And the header Range is present [chunk-202]
    When it goes on only where the header Range is present
    Then the header Range is "0-%d" % (2 * chunk_size - 1) [chunk-end]

  @rule:chunk-close @rule:chunk-close-location @rule:chunk-final
  Scenario: The last chunk comes in a PATCH, and an empty PUT ends the upload
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    And the client has sent:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    And upload_3 is the header Location
    And the client has sent:
      """
      PATCH {upload_3}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    And upload_4 is the header Location
    When the client sends:
      """
      PUT {upload_4}?digest={digest}
      Content-Type: application/octet-stream
      """
    Then the status is 201 [chunk-close, chunk-final]
    And the header Location is present [chunk-close]
    When it goes on only where the header Location is present
    And place is the header Location
    When the client sends:
      """
      GET {place}
      """
    Then the answer is one that found allows [chunk-close-location]
    When it goes on only where the status is 200
    Then the body is blob [chunk-close-location]

  @rule:chunk-close @rule:chunk-close-location @rule:chunk-final
  Scenario: The last chunk comes in the PUT that ends the upload
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    And the client has sent:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    And upload_3 is the header Location
    When the client sends:
      """
      PUT {upload_3}?digest={digest}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    Then the status is 201 [chunk-close, chunk-final]
    And the header Location is present [chunk-close]
    When it goes on only where the header Location is present
    And place is the header Location
    When the client sends:
      """
      GET {place}
      """
    Then the answer is one that found allows [chunk-close-location]
    When it goes on only where the status is 200
    Then the body is blob [chunk-close-location]

  @rule:chunk-416 @rule:chunk-first
  Scenario: A first chunk that does not begin at 0 is answered 416
    When the client sends:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    Then the status is 416

  @rule:chunk-416 @rule:chunk-order
  Scenario: A chunk that came already is answered 416
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    Then the status is 416

  @rule:chunk-416 @rule:chunk-order
  Scenario: A chunk that leaves a gap is answered 416
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    Then the status is 416

  @rule:chunk-416 @rule:chunk-order
  Scenario: A last chunk that leaves a gap is answered 416 or 400
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PUT {upload_2}?digest={digest}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    Then the status is 416 or 400

  @rule:error-code-known
  Scenario: What the refusal of a chunk is called
    When the client sends:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    And it goes on only where the status is 416
    Then the answer follows a reading of "codes-beyond-the-table" by code_of

  @rule:chunk-416 @rule:status-204 @rule:chunk-close
  Scenario: An upload goes on after a chunk that was refused
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    Then the status is 416 [chunk-416]
    When it goes on only where the status is 416
    And the client sends:
      """
      GET {upload_2}
      """
    Then the status is 204 [status-204]
    When it goes on only where the status is 204
    And upload_3 is the header Location
    And the client sends:
      """
      PATCH {upload_3}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    Then the status is 202 [chunk-202]
    When it goes on only where the status is 202
    And upload_4 is the header Location
    And the client sends:
      """
      PUT {upload_4}?digest={digest}
      Content-Type: application/octet-stream
      Content-Range: {third_range}

      {third}
      """
    Then the status is 201 [chunk-close]

  @rule:status-204 @rule:status-end
  Scenario: An upload says how far it is
    Given the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      GET {upload_2}
      """
    Then the status is 204 [status-204]
    And the header Location is present [status-204]
    And the header Range is present [status-204]
    When it goes on only where the header Range is present
    Then the header Range is first_range [status-end]

  @rule:chunk-close-needed
  Scenario: A blob is not there before its upload has ended
    Given first_digest = sha256(first)
    And the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      GET /v2/{repository}/blobs/{first_digest}
      """
    Then the status is 404

  @rule:chunk-close-digest
  Scenario: An upload does not end with the digest of its last chunk
    Given last_digest = sha256(second)
    And the client has sent:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: {first_range}

      {first}
      """
    And upload_2 is the header Location
    When the client sends:
      """
      PUT {upload_2}?digest={last_digest}
      Content-Type: application/octet-stream
      Content-Range: {second_range}

      {second}
      """
    Then the answer is one that refused allows

  @rule:chunk-end
  Scenario: A chunk whose range is longer than it is refused, or its end is told
    When the client sends:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: 0-{long_end}

      {first}
      """
    Then the answer is one that chunk_or_refused allows
    When it goes on only where the status is 202
    Then the header Range is first_range

  @rule:chunk-end
  Scenario: A Content-Range of another form is refused, or passed over
    When the client sends:
      """
      PATCH {upload}
      Content-Type: application/octet-stream
      Content-Range: bytes {first_range}/{whole}

      {first}
      """
    Then the answer is one that chunk_or_refused allows
    When it goes on only where the status is 202
    Then the header Range is first_range

  @rule:chunk-minimum
  Scenario: A registry that wants chunks of some size says a number
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      Content-Length: 0
      """
    When it goes on only where the header OCI-Chunk-Min-Length is present
    Then the header OCI-Chunk-Min-Length matches "^[0-9]+$"

  @rule:chunk-minimum
  Scenario: A registry that asks for no size accepts a chunk of one byte
    Given byte = part(blob, 0, 1)
    When the client sends:
      """
      POST /v2/{repository}/blobs/uploads/
      Content-Length: 0
      """
    When it goes on only where the header OCI-Chunk-Min-Length is absent
    And upload_2 is the header Location
    And the client sends:
      """
      PATCH {upload_2}
      Content-Type: application/octet-stream
      Content-Range: 0-0

      {byte}
      """
    Then the status is 202
