Feature: What an issuer publishes beside its keys neither harms nor helps

  @JWT-15 @alone
  Scenario Outline: An issuer that also publishes <something> stays usable
    Given a package with a trusted publisher
    And an issuer that also publishes <something>
    When the workload asks to publish
    Then it is accepted, for the issuer is sound

    @smoke
    Examples: representative
      | something                |
      | a key of an unknown kind |

    Examples:
      | something                   |
      | an elliptic-curve key       |
      | a point off its curve       |
      | a key without a kind        |
      | a key without a name        |
      | a key with its private half |
      | a key of 16384 bits         |
      | a shared secret             |
      | an RSA key without a modulus |
      | an RSA key whose modulus is no base64url |

  @JWT-13 @alone
  Scenario: Two keys of one name cause no crash
    Given a package with a trusted publisher
    And an issuer that also publishes two keys of one name
    When the workload asks to publish
    Then it is answered in an orderly way

  @JWT-1 @alone
  Scenario Outline: A published key <flaw> verifies nothing
    Given a package with a trusted publisher
    When an ID token is presented that was signed with a published key <flaw>
    Then it is refused
    But its twin is accepted

    Examples:
      | flaw                                       |
      | that is meant for encryption               |
      | whose operations do not include verifying  |

  @JWT-2 @alone
  Scenario Outline: A published key <flaw> verifies nothing
    Given a package with a trusted publisher
    When an ID token is presented that was signed with a published key <flaw>
    Then it is refused
    But its twin is accepted

    Examples:
      | flaw                                |
      | that is meant for another algorithm |
      | of 1024 bits                        |

  @JWT-2 @alone
  Scenario: A shared secret that an issuer publishes verifies nothing
    Given a package with a trusted publisher
    And an issuer that also publishes a shared secret
    When the workload presents an ID token whose key id is an asterisk, signed with the word "secret"
    Then it is refused
    But its twin is accepted

  @JWT-3 @alone
  Scenario Outline: A <document> behind a redirect to somebody else is not believed
    Given a package with a trusted publisher
    And an issuer whose <document> is replaced by a redirect to an attacker's
    When the attacker presents an ID token that is signed with the key behind the redirect
    Then it is not believed
    But once the issuer has recovered, it is accepted

    Examples:
      | document           |
      | discovery document |
      | key set            |

  @JWT-14 @alone
  Scenario: A discovery document that names its issuer with a slash behind is not believed
    Given a package with a trusted publisher
    And an issuer whose discovery document names it with a slash behind
    When the workload asks to publish
    Then it is not believed
    But once the discovery document is right, it is accepted

  @JWT-15 @alone
  Scenario: After two changes of the key in a row the newest works within minutes
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer changes its key twice in quick succession
    Then the newest key works within minutes

  @JWT-15 @alone
  Scenario: A key that was used before it was published works soon afterwards
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer signs with a new key, and publishes it afterwards
    Then the new key works within an hour

  @JWT-15 @alone
  Scenario: A new key works within minutes although unknown key ids keep coming
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer signs with a new key, while every ten seconds an ID token with an unknown key id arrives
    Then it is accepted

  @JWT-15 @alone
  Scenario Outline: A new key works that its issuer publishes at another address, with <what> at the old one
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer moves its key set, leaves <what> where it was, and signs with a new key
    Then the new key works within a day

    Examples:
      | what         |
      | nothing      |
      | the old keys |

  @JWT-16 @alone
  Scenario: A withdrawn key does not live on at an address where its issuer publishes no more
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer moves its key set, leaves the old keys where it was, and replaces its key
    And an ID token signed with the withdrawn key is presented, and if need be again a day later
    Then it is refused
    But its twin is accepted

  @JWT-16 @alone
  Scenario: A withdrawn key does not live on because it is used
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer replaces its key
    And an ID token signed with the withdrawn key is presented every hour, and if need be for more than a day
    Then it is refused
    But its twin is accepted

  @JWT-16 @alone
  Scenario: A key stops working when another takes its name
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer puts another key under the name of its key
    And an ID token signed with the withdrawn key is presented, and if need be again a day later
    Then it is refused
    But its twin is accepted
