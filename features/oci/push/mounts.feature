@ext:Push
Feature: Mounting a blob from another repository
  What one repository has need not be pushed to another. Where that cannot be done, an upload
  begins instead.

  Background:
    Given repository = fresh("mounts")
    And blob = generate(fresh("bytes"), 1500)
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
    And other = fresh("mounts-into")

  @rule:mount-201 @rule:mount-202
  Scenario: A blob is mounted, or an upload begins
    When the client sends:
      """
      POST /v2/{other}/blobs/uploads/?mount={digest}&from={repository}
      """
    Then the answer is one that mounted allows [mount-201, mount-202]
    When it goes on only where the status is 201
    Then the header Location is present [mount-201]

  @rule:mount-location
  Scenario: A mounted blob is where its Location says
    When the client sends:
      """
      POST /v2/{other}/blobs/uploads/?mount={digest}&from={repository}
      """
    And it goes on only where the status is 201
    And it goes on only where the header Location is present
    And place is the header Location
    And the client sends:
      """
      GET {place}
      """
    Then the answer is one that found allows [mount-location]
    When it goes on only where the status is 200
    Then the body is blob [mount-location]

  @rule:mount-201 @rule:mount-202
  Scenario: A blob that its repository does not have is not mounted
    Given nowhere_digest = NOWHERE
    When the client sends:
      """
      POST /v2/{other}/blobs/uploads/?mount={nowhere_digest}&from={repository}
      """
    Then the status is not 201 [mount-201]
    And the status is 202 [mount-202]

  @rule:mount-202-session
  Scenario: A mount that is answered 202 has begun an upload
    Given new = generate(fresh("new-bytes"), 1500)
    And new_digest = sha256(new)
    When the client sends:
      """
      POST /v2/{other}/blobs/uploads/?mount={new_digest}&from={repository}
      """
    When it goes on only where the status is 202
    And upload_2 is the header Location
    And the client sends:
      """
      PUT {upload_2}?digest={new_digest}
      Content-Type: application/octet-stream

      {new}
      """
    Then the status is 201

  @rule:mount-location
  Scenario: A mounted blob is in the repository that it was mounted into
    When the client sends:
      """
      POST /v2/{other}/blobs/uploads/?mount={digest}&from={repository}
      """
    When it goes on only where the status is 201
    And the client sends:
      """
      HEAD /v2/{other}/blobs/{digest}
      """
    Then the answer is one that found allows
