Feature: A policy gives rights, and only its own

  @POL-1 @smoke
  Scenario: Without a policy nobody gets in
    Given a package without a trusted publisher
    And another package that trusts another workload
    When its workload asks to publish
    Then it is refused
    But the other package's workload is accepted
    And once a trusted publisher is configured, it is accepted

  @POL-2 @smoke
  Scenario: A policy does not cover another package of the same owner
    Given a package with a trusted publisher
    And another package of the same owner
    When the workload publishes the other package
    Then it is refused
    But its twin is accepted

  @POL-2
  Scenario: A policy does not cover another owner's package
    Given a package with a trusted publisher
    And somebody else's package
    When the workload publishes the other package
    Then it is refused
    But its twin is accepted

  @POL-3
  Scenario Outline: A workload that differs only in its <field> is refused
    Given a package with a trusted publisher for the environment "release"
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | field       | elsewhere                              |
      | repository  | in another repository of the same owner |
      | owner       | in a repository of the same name elsewhere |
      | workflow    | from another workflow file              |
      | environment | in another environment                  |

  @POL-3
  Scenario Outline: An ID token whose "<claim>" alone is somebody else's is refused
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token whose "<claim>" is somebody else's
    Then it is refused
    But its twin is accepted

    Examples:
      | claim               |
      | repository          |
      | repository_id       |
      | repository_owner    |
      | repository_owner_id |
      | workflow_ref        |
      | job_workflow_ref    |
      | environment         |

  @POL-3
  Scenario Outline: A version that belongs to a ref is not published from <elsewhere>
    Given a package with a trusted publisher
    When the workload publishes a version from <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                   |
      | the default branch                          |
      | a branch that is called like its tag        |
      | a tag with a letter before the right name   |

  @POL-3
  Scenario Outline: A job that fits each of two policies by half is refused, the second of them for <environment>
    Given a package with a trusted publisher for the environment "release"
    And another trusted publisher of it for another workflow file in <environment>
    When the same job runs in another environment
    Then it is refused
    But a job that fits either policy is accepted

    Examples:
      | environment               |
      | the environment "staging" |
      | any environment           |

  @POL-4 @smoke
  Scenario: Removing a policy stops new exchanges at once
    Given two packages that trust a workload each
    And the workload was accepted before
    When the maintainer removes the trusted publisher
    And the workload asks to publish
    Then it is refused
    But the other package's workload is accepted

  @POL-5 @smoke
  Scenario: One identity publishes several packages
    Given two packages that trust the same workload
    When the workload publishes each of them
    Then all of them are accepted

  @POL-5
  Scenario: Removing the policy of one package leaves the other package's alone
    Given two packages that trust the same workload
    And the other package's publication by the workload was accepted before
    When the maintainer removes the trusted publisher of one of them
    And the workload publishes the package that still trusts it
    Then it is accepted

  @POL-4
  Scenario: Removing the policy of one package takes effect although another still trusts the workload
    Given two packages that trust the same workload
    When the maintainer removes the trusted publisher of one of them
    And the workload publishes the package that no longer trusts it
    Then it is refused
    But its twin is accepted

  @POL-4
  Scenario: A policy that is replaced by a narrower one is gone
    Given a package with a trusted publisher
    And the workload was accepted before
    When the maintainer replaces the trusted publisher by one for the environment "release"
    And the workload asks to publish
    Then it is refused
    But the same job in the environment "release" is let in

  @POL-4
  Scenario: A policy does not outlive its package
    Given two packages that trust a workload each
    When the maintainer removes the package and somebody else takes its name
    And the workload asks to publish
    Then it is refused
    But the other package's workload is accepted
    And once the new owner trusts the workload, it is accepted

  @POL-6 @smoke
  Scenario: Several identities publish one package
    Given a package that trusts two workloads
    When each of them publishes a version
    Then all of them are accepted

  @POL-5
  Scenario: One workflow publishes every package of a monorepo
    Given 5 packages that trust the same workflow
    When the workload publishes every one of them
    Then all of them are accepted

  @POL-2
  Scenario: A package that was left out when others were configured in bulk is not covered
    Given 5 packages that trust the same workflow
    When the workload asks for the one that was left out
    Then it is refused
    But its twin is accepted
