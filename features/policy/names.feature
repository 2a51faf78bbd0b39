Feature: What a forge gives out as a name can be trusted

  @POL-9
  Scenario Outline: A policy for <name> lets its workload in
    Given a package that trusts the workload of <name>
    When the workload asks to publish
    Then it is accepted

    Examples:
      | name                                    |
      | an owner and a repository with capitals |
      | a repository with a dot in its name     |
      | a workflow file with capitals           |
      | a workflow file with the longer suffix  |
      | an environment with capitals            |

  @POL-9
  Scenario Outline: A policy for <name> lets its workload in, if it can be entered
    Given a package that trusts the workload of <name>, if that can be entered
    When the workload asks to publish
    Then it is accepted

    Examples:
      | name                              |
      | an environment with a blank       |
      | an environment of 100 characters  |
      | a repository of 100 characters    |
      | a workflow file of 100 characters |

  @CLM-11
  Scenario Outline: A policy for <name> does not let in one that differs in the last character
    Given a package that trusts the workload of <name>, if that can be entered
    When the workload of another asks to publish, which differs in the last character
    Then it is refused
    But its twin is accepted

    Examples:
      | name                              |
      | an environment of 100 characters  |
      | a repository of 100 characters    |
      | a workflow file of 100 characters |
