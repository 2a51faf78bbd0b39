Feature: Every pinned claim is compared

  @CLM-1 @smoke
  Scenario: Subject, issuer and audience alone are not enough
    Given a package with a trusted publisher
    When another repository presents the subject of the trusted one
    Then it is refused
    But its twin is accepted

  @CLM-1
  Scenario: Subject, issuer and audience alone are not enough, although the trusted workload was accepted before
    Given a package with a trusted publisher for the environment "release"
    And the workload was accepted before
    When another repository presents the subject of the trusted one
    Then it is refused
    But its twin is accepted

  @CLM-2
  Scenario Outline: A job <elsewhere> is refused
    Given a package with a trusted publisher
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                    |
      | in another repository of the same owner      |
      | in a repository whose name starts the same   |
      | in a repository whose name ends the same     |
      | in a fork of the repository                  |

  @CLM-3
  Scenario Outline: A job <elsewhere> is refused
    Given a package with a trusted publisher
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                      |
      | in a repository of the same name elsewhere     |
      | under an owner whose name starts the same      |
      | under an owner whose name ends the same        |

  @CLM-4
  Scenario Outline: A job <elsewhere> is refused
    Given a package with a trusted publisher
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                                  |
      | from another workflow file                                 |
      | from a workflow file whose name ends the same              |
      | from a workflow file whose name starts the same            |
      | from another workflow file with the title of the trusted one |
      | from a workflow file with the other YAML suffix            |

  @CLM-4
  Scenario Outline: A workflow file that only a wildcard would match is refused
    Given a package with a trusted publisher for the workflow file "<trusted>"
    When the same job runs from the file "<other>"
    Then it is refused
    But its twin is accepted

    Examples:
      | trusted     | other       |
      | rel_ase.yml | release.yml |
      | rel.ase.yml | release.yml |

  @CLM-4
  Scenario: A job from another workflow file is refused although one of the same subject was accepted before
    Given a package with a trusted publisher
    And the workload was accepted before
    When the same job runs from another workflow file
    Then it is refused
    But its twin is accepted

  @CLM-5
  Scenario Outline: A job <elsewhere> is refused where the policy demands an environment
    Given a package with a trusted publisher for the environment "release"
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                      |
      | in another environment                         |
      | without an environment                         |
      | in an environment whose name starts the same   |
      | in an environment whose name ends the same     |

  @CLM-5 @smoke
  Scenario: A policy without an environment accepts any
    Given a package with a trusted publisher
    When the same job runs in another environment
    Then it is accepted

  @CLM-5
  Scenario: A job in a third environment falls to the policy that accepts any
    Given a package with a trusted publisher for the environment "release"
    And another trusted publisher of it for any environment
    When the same job runs in another environment
    Then it is accepted

  @CLM-5
  Scenario Outline: A job without an environment is not one of an environment called <name>
    Given a package that trusts the workload of an environment called <name>, if that can be entered
    When the same job runs without an environment
    Then it is refused
    But its twin is accepted

    Examples:
      | name      |
      | None      |
      | null      |
      | undefined |

  @CLM-5
  Scenario Outline: An environment that is null is not one called <name>
    Given a package that trusts the workload of an environment called <name>, if that can be entered
    When the workload presents an ID token whose "environment" is null
    Then it is refused
    But its twin is accepted

    Examples:
      | name |
      | None |
      | null |

  @CLM-5
  Scenario: A job in another environment is refused although one of the same subject was accepted before
    Given a package with a trusted publisher for the environment "release"
    And the workload was accepted before
    When the workload presents an ID token whose "environment" is somebody else's
    Then it is refused
    But its twin is accepted

  @CLM-6
  Scenario Outline: An ID token whose "<claim>" is <altered> is refused
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token whose "<claim>" is <altered>
    Then it is refused
    But its twin is accepted

    Examples:
      | claim               | altered |
      | repository          | missing |
      | repository          | empty   |
      | repository          | null    |
      | repository_owner    | missing |
      | repository_owner    | empty   |
      | repository_owner    | null    |
      | repository_owner_id | missing |
      | repository_owner_id | empty   |
      | repository_owner_id | null    |
      | repository_id       | missing |
      | repository_id       | empty   |
      | repository_id       | null    |
      | workflow_ref        | missing |
      | workflow_ref        | empty   |
      | workflow_ref        | null    |
      | job_workflow_ref    | missing |
      | job_workflow_ref    | empty   |
      | job_workflow_ref    | null    |
      | environment         | missing |
      | environment         | empty   |
      | environment         | null    |
      | event_name          | missing |
      | event_name          | null    |
      | ref                 | missing |
      | ref                 | null    |
      | sha                 | missing |
      | sha                 | null    |

  @JWT-12
  Scenario Outline: An ID token whose "<claim>" is <altered> is refused, and not converted
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token whose "<claim>" is <altered>
    Then it is refused
    But its twin is accepted

    Examples:
      | claim               | altered   |
      | repository          | a list    |
      | repository          | an object |
      | repository          | a number  |
      | repository          | true      |
      | repository_owner    | a list    |
      | repository_owner    | a number  |
      | repository_owner    | an object |
      | repository_owner    | true      |
      | repository_owner_id | a list    |
      | repository_owner_id | a number  |
      | repository_owner_id | an object |
      | repository_id       | a list    |
      | repository_id       | a number  |
      | repository_id       | an object |
      | workflow_ref        | a list    |
      | workflow_ref        | a number  |
      | job_workflow_ref    | a list    |
      | job_workflow_ref    | a number  |
      | environment         | a list    |
      | environment         | a number  |
      | environment         | an object |
      | environment         | true      |
