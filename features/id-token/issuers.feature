Feature: Two supported issuers have nothing to do with each other

  @JWT-17 @smoke
  Scenario: A policy names one of two supported issuers, and that one works
    Given a package with a trusted publisher
    And another issuer at which the package trusts the same workload
    When the other issuer's ID token for the same workload is presented
    Then it is accepted

  @JWT-17
  Scenario: A policy is matched by ID tokens of its own issuer only
    Given a package with a trusted publisher
    And another issuer that the registry supports, too
    When the other issuer's ID token for the same workload is presented
    Then it is refused
    But its twin is accepted

  @JWT-17
  Scenario: One supported issuer's key is worthless for another
    Given a package with a trusted publisher
    And another issuer that the registry supports, too
    When an ID token that names the trusted issuer but is signed by the other is presented
    Then it is refused
    But its twin is accepted

  @JWT-17
  Scenario: One supported issuer's key is worthless for another although it has the same name
    Given a package with a trusted publisher
    And another issuer at which the package trusts the same workload
    When the other issuer signs for the trusted one with a key of the same name
    Then it is refused
    But its twin is accepted

  @JWT-9
  Scenario: An id that one issuer's token has used up is still free at another issuer
    Given a package with a trusted publisher
    And another issuer at which the package trusts the same workload
    And an ID token that was accepted before
    When the other issuer's ID token with the same id is presented
    Then it is accepted
