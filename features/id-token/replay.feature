Feature: An ID token works once

  @JWT-9
  Scenario: A token presented twice is refused the second time
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When the same ID token is presented again
    Then it is refused

  @JWT-9
  Scenario: Another token with the id of one used before is refused
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When another ID token with the same id is presented
    Then it is refused

  @JWT-9
  Scenario: A token that was used for one package is refused for another
    Given two packages that trust the same workload
    And an ID token that was accepted before
    When the same ID token is presented for the other package
    Then it is refused
    But a fresh ID token is accepted for the other package

  @JWT-9
  Scenario: A used token stays used when its trusted publisher is removed and added again
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When the maintainer removes the trusted publisher and adds the same again
    And the same ID token is presented again
    Then it is refused

  @JWT-9
  Scenario: A used token stays used when the registry token is handed back that it was exchanged for
    Given a package with a trusted publisher
    And an ID token that was exchanged for a registry token
    When the job hands the registry token back
    And the same ID token is presented again
    Then it is refused
    But its twin is accepted

  @JWT-9 @alone
  Scenario: A token is remembered as long as it could be accepted
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When the ID token is presented again shortly before it expires
    Then it is refused

  @JWT-9 @alone
  Scenario Outline: A used token is refused even <seconds> seconds after its expiry, whatever is allowed for clocks
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When the ID token is presented again <seconds> seconds after it expired
    Then it is refused

    Examples:
      | seconds |
      | 2       |
      | 15      |
      | 25      |

  @JWT-9
  Scenario: A used token is remembered however many others follow
    Given a package with a trusted publisher
    And an ID token that was accepted before
    When the same ID token is presented again after 150 others
    Then it is refused

  @JWT-9
  Scenario: A refused token does not use up its id
    Given a package with a trusted publisher
    When a token is refused and its sound twin has the same id
    Then it is accepted

  @JWT-10
  Scenario: Of many copies presented at once, exactly one is accepted
    Given a package with a trusted publisher
    When 20 copies of one ID token are presented at once
    Then exactly one of them is accepted
