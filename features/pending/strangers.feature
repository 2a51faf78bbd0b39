Feature: A pending publisher lets nobody in but its own workload

  @CLM-2
  Scenario Outline: A pending publisher lets no job in that runs <elsewhere>
    Given a pending publisher for a package that does not exist
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                   |
      | in another repository of the same owner     |
      | in a repository whose name starts the same  |

  @CLM-3
  Scenario Outline: A pending publisher lets no job in that runs <elsewhere>
    Given a pending publisher for a package that does not exist
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                  |
      | in a repository of the same name elsewhere |

  @CLM-4
  Scenario Outline: A pending publisher lets no job in that runs <elsewhere>
    Given a pending publisher for a package that does not exist
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                       |
      | from another workflow file                      |
      | from a workflow file whose name ends the same   |
      | from a workflow file whose name starts the same |

  @CLM-5
  Scenario Outline: A pending publisher that demands an environment lets no job in that runs <elsewhere>
    Given a pending publisher for the environment "release" of a package that does not exist
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere                                    |
      | in another environment                       |
      | without an environment                       |
      | in an environment whose name starts the same |

  @CLM-5
  Scenario Outline: A package born through a pending publisher that demands an environment lets no job in that runs <elsewhere>
    Given a package born through a pending publisher for the environment "release"
    When the same job runs <elsewhere>
    Then it is refused
    But its twin is accepted

    Examples:
      | elsewhere              |
      | in another environment |
      | without an environment |

  @CLM-9
  Scenario Outline: A pending publisher judges a run started by <event> as documented
    Given a pending publisher for a package that does not exist
    When the same job runs on the event <event>
    Then it is judged as the profile documents for the event <event>

    Examples:
      | event               |
      | pull_request_target |
      | workflow_run        |

  @IDN-1
  Scenario: A pending publisher does not let the new holder of a freed owner name in
    Given a pending publisher for a package that does not exist
    And another pending publisher of the same kind that is accepted
    And its workload exchanges an ID token and publishes nothing
    When somebody else takes over the owner's name
    And their workload of the same names asks to publish
    Then it is refused

  @IDN-1
  Scenario: A package born through a pending publisher does not let the new holder of a freed owner name in
    Given a package born through a pending publisher
    And another one that was born the same way and trusts its workload
    When somebody else takes over the owner's name
    And their workload of the same names asks to publish three times
    Then it is refused each time

  @IDN-2
  Scenario: A package born through a pending publisher does not let a re-created repository in
    Given a package born through a pending publisher
    And another one that was born the same way and trusts its workload
    When the repository is deleted and created anew
    And its workload of the same names asks to publish three times
    Then it is refused each time

  @JWT-9
  Scenario: A pending publisher lets an ID token in once
    Given a pending publisher for a package that does not exist
    And its workload exchanges an ID token and publishes nothing
    When the same ID token is presented again
    Then it is refused
    But a fresh ID token is accepted
