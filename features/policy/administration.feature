Feature: Only those with rights over a package configure it

  @POL-7 @smoke
  Scenario: Somebody without rights cannot add a trusted publisher
    Given a package without a trusted publisher
    When a stranger configures a trusted publisher for it
    Then it is refused
    But its twin is accepted

  @POL-7
  Scenario: Somebody without rights cannot remove a trusted publisher
    Given a package with a trusted publisher
    When a stranger removes the trusted publisher
    Then it is refused
    But its twin is accepted

  @POL-7
  Scenario: Somebody without rights cannot remove a trusted publisher by way of a package of their own
    Given a package with a trusted publisher
    And somebody else's package
    When a stranger removes the trusted publisher by way of a package of their own
    Then the trusted publisher still works
    But its twin is accepted

  @POL-7
  Scenario Outline: Somebody without rights cannot <act>
    Given a package with a trusted publisher
    When a stranger tries to <act>
    Then it is refused
    But its twin is accepted

    Examples:
      | act                          |
      | add an owner                 |
      | switch long-lived tokens off |

  @POL-7
  Scenario: Somebody without rights cannot remove a package
    Given a package with a trusted publisher
    When a stranger removes the package
    Then the trusted publisher still works
    But its twin is accepted

  @POL-8
  Scenario Outline: An ID token cannot <act>
    Given a package with a trusted publisher
    When somebody uses an ID token of its workload to <act>
    Then it is refused
    But its twin is accepted

    Examples:
      | act                       |
      | add a trusted publisher   |
      | add an owner              |
      | create a long-lived token |

  @POL-8
  Scenario Outline: A registry token cannot <act>
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody uses the registry token to <act>
    Then it is refused
    But its twin is accepted

    Examples:
      | act                       |
      | add a trusted publisher   |
      | remove a trusted publisher |
      | add an owner              |
      | create a long-lived token |

  @POL-8
  Scenario Outline: A registry token that is sent as with an upload cannot <act>
    Given a package with a trusted publisher
    And a registry token of its workload
    When somebody sends the registry token as with an upload to <act>
    Then it is refused
    But its twin is accepted

    Examples:
      | act                        |
      | add a trusted publisher    |
      | remove a trusted publisher |
      | add an owner               |
      | create a long-lived token  |

  @POL-9
  Scenario: A policy with a path as workflow file is refused when it is entered, or means that file
    Given a package without a trusted publisher
    When the maintainer enters a trusted publisher with a path as workflow file
    Then it is refused with an accepted twin, or lets the workload in

  @POL-9
  Scenario Outline: A policy with <nonsense> is refused when it is entered
    Given a package without a trusted publisher
    When the maintainer enters a trusted publisher with <nonsense>
    Then it is refused
    But its twin is accepted

    Examples:
      | nonsense                              |
      | a path that climbs out of the folder  |
      | a workflow file of another type       |
      | an empty workflow file                |
      | an owner that does not exist          |
      | a slash in the repository             |
      | an empty repository                   |

  @POL-9
  Scenario Outline: A policy with a star <there> is refused when it is entered, or does not mean any
    Given a package without a trusted publisher
    When the maintainer enters a trusted publisher with a star <there>
    Then it is refused with an accepted twin, or does not let in the same job <elsewhere>

    Examples:
      | there                            | elsewhere                                  |
      | as owner                         | in a repository of the same name elsewhere |
      | as repository                    | in another repository of the same owner    |
      | as workflow file                 | from another workflow file                 |
      | with a suffix as workflow file   | from another workflow file                 |
      | as environment                   | in another environment                     |

  @POL-10 @smoke
  Scenario: A package that wants trusted publishing only refuses long-lived tokens
    Given a package with a trusted publisher
    And a long-lived token of its owner that publishes it
    When the maintainer switches long-lived tokens off
    And the long-lived token publishes a version
    Then it is refused

  @POL-10
  Scenario: Until they are switched off, long-lived tokens are there to fall back on
    Given a package with a trusted publisher
    And a long-lived token of its owner that publishes it
    When the long-lived token publishes a version
    Then it is accepted

  @POL-10
  Scenario: Long-lived tokens that are switched off stay off when the last trusted publisher is removed
    Given a package with a trusted publisher
    And a long-lived token of its owner that publishes it
    When the maintainer switches long-lived tokens off
    And the maintainer removes the last trusted publisher
    And the long-lived token publishes a version
    Then it is refused

  @POL-10
  Scenario: Switching long-lived tokens off leaves trusted publishing alone
    Given a package with a trusted publisher
    And a long-lived token of its owner that publishes it
    When the maintainer switches long-lived tokens off
    And its workload publishes a version
    Then it is accepted
