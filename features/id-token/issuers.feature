Feature: Two supported issuers have nothing to do with each other

  @JWT-17 @smoke
  Scenario: A policy names one of two supported issuers, and that one works
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    When that workload asks to publish the other package
    Then it is accepted

  @JWT-17
  Scenario: A policy is matched by ID tokens of its own issuer only
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    And that workload was accepted before
    When the other issuer's ID token for the trusted workload is presented
    Then it is refused
    But its twin is accepted

  @JWT-17
  Scenario: One supported issuer's key is worthless for another
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    And that workload was accepted before
    When an ID token that names the trusted issuer but is signed by the other is presented
    Then it is refused
    But its twin is accepted

  @JWT-17
  Scenario: One supported issuer's key is worthless for another although it has the same name
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    And that workload was accepted with a key that has the name of the trusted issuer's
    When an ID token that names the trusted issuer but is signed with that key is presented
    Then it is refused
    But its twin is accepted

  @JWT-15 @alone
  Scenario: One supported issuer's new key works within minutes although unknown key ids of another keep coming
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    And that workload was accepted before
    When the other issuer signs with a new key, while every ten seconds an ID token with an unknown key id arrives
    And that workload asks to publish the other package
    Then it is accepted

  @JWT-9
  Scenario: An id that one issuer's token has used up is still free at another issuer
    Given a package with a trusted publisher
    And another package that trusts a workload at another supported issuer
    And that workload was accepted before
    And an ID token that was accepted before
    When the other issuer's ID token with the same id is presented for the other package
    Then it is accepted
