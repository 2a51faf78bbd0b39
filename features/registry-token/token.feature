Feature: A registry token is short-lived and opens little

  @TOK-1 @smoke
  Scenario: An ID token is exchanged for a registry token
    Given a package with a trusted publisher
    When its workload exchanges an ID token
    Then it is accepted

  @TOK-2 @smoke
  Scenario: A registry token does not live longer than an hour, nor than promised
    Given a package with a trusted publisher
    When its workload asks for a registry token
    Then its announced lifetime is short and no longer than promised

  @TOK-2
  Scenario Outline: A registry token does not live longer for being asked to be <kind>
    Given a package with a trusted publisher
    When its workload asks for a registry token that is <kind>
    Then it is refused, or its announced lifetime is an hour at most
    But its twin is accepted

    Examples:
      | kind            |
      | a refresh token |
      | good for a year |

  @TOK-3 @smoke @alone
  Scenario: A registry token works until it expires, and not after
    Given a package with a trusted publisher
    And a registry token of its workload
    And the registry token publishes a version
    When the promised lifetime has passed
    And the registry token publishes another version
    Then it is refused

  @TOK-3 @alone
  Scenario: Using a registry token does not lengthen its life
    Given a package with a trusted publisher
    And a registry token of its workload
    And after half its life the registry token publishes a version
    When the other half of its life has passed
    And the registry token publishes another version
    Then it is refused

  @TOK-4 @smoke
  Scenario: A registry token publishes no other package of the same owner
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the registry token publishes the other package
    Then it is refused
    But its twin is accepted

  @TOK-4
  Scenario: A registry token publishes no other package by way of its own package's address
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the registry token uploads a version of the other package to the address of its own
    Then it is refused, or brings readers no version of the other package
    But its twin is accepted

  @TOK-4
  Scenario Outline: A registry token publishes no other package by way of that one's <file>
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the registry token uploads a version of its own package with the other package's <file>
    Then it is refused, or brings readers no version of the other package
    But its twin is accepted

    Examples:
      | file                            |
      | file                            |
      | archive under its own file name |

  @TOK-4
  Scenario Outline: A registry token publishes no other package at an address that leads there <detour>
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the registry token uploads a version of the other package to an address that leads there <detour>
    Then it brings readers no version of the other package
    But its twin is accepted

    Examples:
      | detour                                                    |
      | by way of its own package                                 |
      | by way of its own package, with the dots encoded          |
      | by way of its own package, with the slashes encoded       |
      | by way of its own package, with the slashes encoded twice |
      | by a slash too many                                       |
      | by a folder that is the same                              |
      | in capital letters                                        |

  @TOK-4
  Scenario: A registry token of a job outside the environment that one package demands is good for the others only
    Given a package with a trusted publisher for the environment "release"
    And another package that trusts the same job in any environment
    When the job publishes the former without an environment
    Then it is refused
    But its twin is accepted

  @TOK-4
  Scenario: A registry token brings no other package into being
    Given a package with a trusted publisher
    And a registry token of its workload
    When the registry token publishes a package that does not exist yet
    Then it is refused
    But its twin is accepted

  @TOK-4
  Scenario: A registry token does not widen when its publisher is added elsewhere
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the maintainer trusts the workload for the other package, too
    And the registry token publishes the other package
    Then it is refused
    But a fresh registry token is accepted

  @TOK-4
  Scenario: A registry token does not work for the next package of the same name
    Given a package with a trusted publisher
    And a registry token of its workload
    And the registry token publishes a version
    When the maintainer removes the package and somebody else takes its name
    And the registry token publishes another version
    Then it is refused

  @TOK-5
  Scenario Outline: A registry token cannot <act>
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody uses the registry token to <act>
    Then it is refused
    But its twin is accepted

    Examples:
      | act                       |
      | read the owner's event log |
      | add an owner              |
      | create a long-lived token |
      | withdraw a version        |

  @TOK-5
  Scenario: A registry token cannot be exchanged for another
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody presents the registry token at the exchange
    Then it is refused
    But its twin is accepted

  @TOK-6 @smoke
  Scenario: A registry token starts with the prefix that scanners look for
    Given a package with a trusted publisher
    When its workload asks for a registry token
    Then the registry token has the documented prefix

  @TOK-7 @smoke
  Scenario: Registry tokens are unique and unpredictable
    Given a package with a trusted publisher
    When its workload asks for eight registry tokens
    Then no registry token resembles another

  @TOK-7
  Scenario Outline: A registry token <change> is refused
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody publishes with the registry token <change>
    Then it is refused
    But its twin is accepted

    Examples:
      | change                                                           |
      | cut short by a few characters                                    |
      | changed in its last character                                    |
      | changed in the middle                                            |
      | changed in its letter case                                       |
      | cut short by its signature                                       |
      | changed to a JWT that says nobody signed it                      |
      | changed to a JWT that has the registry's public key for a secret |
      | changed to a JWT that brings the key of who signed it            |
      | changed to a JWT that somebody else signed                       |
      | changed to a JWT that ends a day later                           |

  @TOK-7
  Scenario: A registry token whose claims were changed to name another package does not publish that
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When somebody publishes the other package with the registry token, changed to a JWT that names that one
    Then it is refused
    But its twin is accepted

  @TOK-7
  Scenario: A registry token cannot be worked out from the ID token
    Given a package with a trusted publisher
    When its workload exchanges two ID tokens
    Then neither registry token follows from its ID token

  @TOK-8 @smoke
  Scenario: A registry token dies with its policy
    Given a package with a trusted publisher
    And a registry token of its workload
    And the registry token publishes a version
    When the maintainer removes the trusted publisher
    And the registry token publishes another version
    Then it is refused

  @TOK-8
  Scenario: A registry token dies with its policy although its package has another
    Given a package that trusts two workloads
    And a registry token of its workload
    And the registry token publishes a version
    When the maintainer removes the trusted publisher
    And the registry token publishes another version
    Then it is refused
    But a registry token of the other workload is accepted

  @TOK-8
  Scenario: A registry token dies for the package that no longer trusts its workload although another does
    Given two packages that trust the same workload
    And a registry token of its workload
    And the registry token publishes a version
    When the maintainer removes the trusted publisher of one of them
    And the registry token publishes another version
    Then it is refused

  @TOK-8
  Scenario: A registry token stays dead when its policy comes back
    Given a package with a trusted publisher
    And a registry token of its workload
    And the registry token publishes a version
    When the maintainer removes the trusted publisher and adds the same again
    And the registry token publishes another version
    Then it is refused
    But a fresh registry token of its workload is accepted

  @TOK-8
  Scenario: A registry token that is handed back leaves another of the same package alone
    Given a package with a trusted publisher
    And a registry token of its workload
    And another registry token of its workload
    When the job hands the older registry token back
    And the newer registry token publishes a version
    Then it is accepted, like a fresh one

  @TOK-8
  Scenario: A registry token that its job hands back opens nothing any more
    Given a package with a trusted publisher
    And a registry token of its workload
    And the registry token publishes a version
    When the job hands the registry token back
    And the registry token publishes another version
    Then it is refused

  @TOK-9 @smoke
  Scenario: An ID token cannot publish by itself
    Given a package with a trusted publisher
    When the workload publishes with its ID token
    Then it is refused
    But its twin is accepted

  @POL-1
  Scenario: A registry token is not there for the next request on its connection
    Given a package with a trusted publisher
    When somebody publishes without a token, on a connection on which a registry token published
    Then it is refused, or called a client's mistake

  @TOK-10 @smoke
  Scenario: The answer with the token is not to be cached
    Given a package with a trusted publisher
    When its workload asks for a registry token
    Then no cache may keep the answer

  @TOK-10
  Scenario: Nothing that was sent comes back in an answer
    Given a package with a trusted publisher
    And a registry token of its workload
    When the registry token publishes a version
    And the workload presents an ID token whose payload was changed under the signature
    Then no answer repeats a token

  @TOK-10
  Scenario: A registry token that is not good for a package does not come back in the answer
    Given a package with a trusted publisher
    And another package of the same owner
    And a registry token of its workload
    When the registry token publishes the other package
    Then no answer repeats a token

  @TOK-10
  Scenario: A registry token does not show up in the record of events
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody uses the registry token to read the owner's event log
    Then its twin is accepted
    And no answer repeats a token

  @TOK-11 @smoke
  Scenario: Abolished credentials are dead
    Given a package with a trusted publisher
    When somebody publishes with a credential of the kind that was abolished
    Then it is refused
    But its twin is accepted
