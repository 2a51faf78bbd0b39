Feature: The circumstances of a run are judged as documented

  @CLM-8 @smoke
  Scenario: The policy's own workflow calls a reusable one of another repository
    Given a package with a trusted publisher
    When the same job is defined in a reusable workflow of another repository
    Then the caller's workflow is what counts, or the called one, as documented

  @CLM-8
  Scenario: The policy's own workflow calls a reusable one of its repository
    Given a package with a trusted publisher
    When the same job is defined in another workflow file of its repository
    Then the caller's workflow is what counts, or the called one, as documented

  @CLM-8
  Scenario: Another repository's workflow calls the trusted one
    Given a package with a trusted publisher
    When another repository calls the trusted workflow as a reusable one
    Then it is refused
    But its twin is accepted

  @CLM-9
  Scenario Outline: A run started by <event> is refused
    Given a package with a trusted publisher
    When the same job runs on the event <event>
    Then it is refused
    But its twin is accepted

    Examples:
      | event               |
      | pull_request_target |
      | workflow_run        |

  @CLM-9
  Scenario Outline: A run started by <event> is accepted
    Given a package with a trusted publisher
    When the same job runs on the harmless event <event>
    Then it is accepted

    Examples:
      | event             |
      | push              |
      | release           |
      | workflow_dispatch |
      | schedule          |

  @CLM-9
  Scenario Outline: A run started by <event> is judged as documented
    Given a package with a trusted publisher
    When the same job runs on the event <event>
    Then it is judged as the profile documents for the event <event>

    Examples:
      | event         |
      | pull_request  |
      | issue_comment |

  @CLM-10 @smoke
  Scenario: A self-hosted runner is judged as documented
    Given a package with a trusted publisher
    When the same job runs on a self-hosted runner
    Then it is judged as the profile documents for self-hosted runners

  @CLM-10
  Scenario Outline: An ID token whose "runner_environment" is <altered> is refused where only hosted runners are accepted
    Given a registry that accepts hosted runners only
    And a package with a trusted publisher
    When the workload presents an ID token whose "runner_environment" is <altered>
    Then it is refused
    But its twin is accepted

    Examples:
      | altered |
      | missing |
      | null    |
      | empty   |

  @CLM-11
  Scenario Outline: An ID token whose "<claim>" is <altered> is refused
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token whose "<claim>" is <altered>
    Then it is refused
    But its twin is accepted

    Examples:
      | claim               | altered                 |
      | repository          | prefixed                |
      | repository          | suffixed                |
      | repository          | spelled with look-alikes |
      | repository          | carrying an invisible character |
      | repository          | padded with blanks      |
      | repository_owner    | prefixed                |
      | repository_owner    | suffixed                |
      | repository_owner    | spelled with look-alikes |
      | repository_owner    | padded with blanks      |
      | repository_owner_id | prefixed                |
      | repository_owner_id | suffixed                |
      | repository_owner_id | padded with blanks      |
      | repository_id       | prefixed                |
      | repository_id       | suffixed                |
      | job_workflow_ref    | prefixed                |
      | job_workflow_ref    | suffixed                |
      | job_workflow_ref    | spelled with look-alikes |
      | workflow_ref        | prefixed                |
      | workflow_ref        | suffixed                |
      | workflow_ref        | spelled with look-alikes |
      | environment         | prefixed                |
      | environment         | suffixed                |
      | environment         | spelled with look-alikes |
      | environment         | padded with blanks      |
      | repository_owner    | followed by a slash and more |
      | repository          | the right one and another behind a comma |
      | repository          | another and the right one behind a comma |
      | repository          | spelled with a letter that case folding replaces |
      | repository          | spelled in full-width letters |
      | environment         | followed by a slash and more |
      | environment         | the right one and another behind a comma |
      | environment         | another and the right one behind a comma |
      | environment         | spelled with a letter that case folding replaces |
      | environment         | spelled in full-width letters |

  @CLM-11
  Scenario Outline: A job <elsewhere> is refused
    Given a package with a trusted publisher
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                                     |
      | from a workflow file with the trusted name before an @        |
      | from a branch that spells the path of the trusted workflow    |

  @CLM-11
  Scenario: A job from the trusted workflow file is accepted on a tag with an @ in its name
    Given a package with a trusted publisher
    And its workload is let in on an ordinary tag
    When the same job runs from the trusted workflow file on a tag with an @ in its name
    Then it is accepted

  @CLM-12
  Scenario Outline: The <form> form of the subject works
    Given a package with a trusted publisher
    When the workload presents an ID token with the <form> form of the subject
    Then it is accepted

    Examples:
      | form      |
      | classic   |
      | immutable |

  @CLM-11
  Scenario Outline: An ID token whose "<claim>" is in another case gets an orderly answer
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token whose "<claim>" is in another case
    Then it is answered in an orderly way

    Examples:
      | claim            |
      | repository       |
      | repository_owner |
      | workflow_ref     |
      | job_workflow_ref |
      | environment      |
