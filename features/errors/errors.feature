Feature: A refusal says what was wrong, and nothing else

  @ERR-1
  Scenario Outline: A refusal of a token <defect> is not dressed up as something else
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then the refusal does not blame an expired or missing registry token
    But its twin is accepted

    Examples:
      | defect                              |
      | whose payload was changed under the signature |
      | whose audience is another service   |
      | that expired an hour ago            |

  @ERR-1 @smoke
  Scenario: The cause of a refusal can be told from another
    Given a package with a trusted publisher
    When the workload is refused for its signature, its repository, its issuer and a replay
    Then the refusals can be told apart

  @ERR-1
  Scenario: A refusal repeats nothing that an unverified token claims
    Given a package with a trusted publisher
    When an attacker presents a token of their own making about a repository of their choice
    Then no answer repeats what the token claims
    But its twin is accepted

  @ERR-1
  Scenario: A workload that no policy names is not told that the package does not exist
    Given a package with a trusted publisher
    When the same job runs in another repository of the same owner
    Then the refusal does not say that there is no such package
    But its twin is accepted

  @ERR-1
  Scenario: A registry token that is not good is not told as a package that does not exist
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody publishes with the registry token changed in the middle
    Then the refusal does not say that there is no such package
    But its twin is accepted

  @ERR-2 @smoke
  Scenario: A refusal is machine-readable
    Given a package with a trusted publisher
    When the workload presents an ID token whose payload was changed under the signature
    Then the refusal carries a machine-readable code
    But its twin is accepted

  @ERR-3
  Scenario Outline: A request with <body> is a client's mistake, and answered as one
    Given a package with a trusted publisher
    When somebody sends <body> to the exchange
    Then it is refused cleanly
    But its twin is accepted

    Examples:
      | body                          |
      | an empty body                 |
      | a body that is not JSON       |
      | a JSON list                   |
      | no token                      |
      | null as token                 |
      | a number as token             |
      | an empty token                |
      | a list of tokens              |
      | half a JSON object            |

  @ERR-3
  Scenario Outline: An upload of <something odd> is a client's mistake, and answered as one
    Given a package with a trusted publisher
    When its workload uploads <something odd>
    Then it is answered as a client's mistake
    But its twin is accepted

    Examples:
      | something odd                       |
      | an empty body                       |
      | a text where a package should be    |
      | the beginning of what belongs there |
      | a form without its file             |
      | an empty file                       |
      | a file that is no archive           |

  @ERR-3
  Scenario Outline: An ID token <defect> does not crash the registry
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is answered in an orderly way

    Examples:
      | defect                                        |
      | whose header is a list                        |
      | whose payload is a list with the right object |
      | whose payload is a string                     |
      | whose payload is not valid UTF-8              |
      | whose issuer is a list with the right one     |
      | whose audience is a number                    |
      | whose expiry is a list                        |
      | whose own id is a list                        |
      | whose key id is a number                      |
      | whose algorithm is a list                     |
      | that is encrypted (dir)                       |

  @ERR-4 @smoke
  Scenario: No refusal gives a secret away
    Given a package with a trusted publisher
    When the workload is refused for its signature, its repository, its issuer and a replay
    Then no answer repeats a token
    And no answer shows the inside of the registry

  @ERR-4
  Scenario: A refusal does not tell somebody unknown whom the package trusts
    Given a package with a trusted publisher for the workflow file "ship-to-registry.yml"
    When a job of somebody unknown asks to publish
    Then no answer names the workload that the package trusts
    But its twin is accepted

  @ERR-4
  Scenario: A refusal does not tell another repository of the same owner whom the package trusts
    Given a package with a trusted publisher for the workflow file "ship-to-registry.yml"
    When another job of another repository of the same owner asks to publish
    Then no answer names the workload that the package trusts
    But its twin is accepted
