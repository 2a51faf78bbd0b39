Feature: Ids and names are compared as they stand

  @CLM-11
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                              |
      | whose `repository_id` is the right id behind a zero |

    Examples:
      | defect                                                                            |
      | whose `repository_id` is the right id behind a plus sign                          |
      | whose `repository_id` is the right id behind a blank                              |
      | whose `repository_id` is the right id in Arabic-Indic digits                      |
      | whose `repository_id` is the right id plus two to the 32                          |
      | whose `repository_id` is the right id plus two to the 64                          |
      | whose `repository_id` is the right id with a fraction of zero                     |
      | whose `repository_owner_id` is the right id behind a zero                         |
      | whose `repository_owner_id` is the right id behind a plus sign                    |
      | whose `repository_owner_id` is the right id behind a blank                        |
      | whose `repository_owner_id` is the right id in Arabic-Indic digits                |
      | whose `repository_owner_id` is the right id plus two to the 32                    |
      | whose `repository_owner_id` is the right id plus two to the 64                    |
      | whose `repository_owner_id` is the right id with a fraction of zero               |
      | whose workflow file is the right one with another and an @ before it              |
      | whose workflow file is the right one with an @ and another behind it              |
      | whose workflow file is one that ends with the right one                           |
      | whose workflow file is one that begins with the right one                         |
      | whose workflow file is the right one in a folder                                  |
      | whose workflow file is the right one by way of its folder's parent                |
      | whose workflow file is the right one in a folder that looks like the right one    |
      | whose workflow file is the right one behind a backslash                           |
      | whose workflow file is the right one with an encoded dot                          |
      | whose workflow file is the right one with its suffix in capitals                  |
      | whose workflow file is a suffix alone                                             |
      | whose workflow file is the right one with a blank behind it                       |
      | whose workflow file is another, on a branch called like the path of the right one |
      | whose workflow file is another, on a branch called like the right one behind an @ |
      | whose workflow file is another, on a branch called like the right one             |

  @CLM-11
  Scenario Outline: A job in an environment is refused that would be the right one <if>
    Given a package with a trusted publisher for the environment "<right>"
    When the same job runs in the environment "<other>"
    Then it is refused
    But its twin is accepted

    Examples:
      | if                                         | right       | other       |
      | if a percent sign announced a character    | release     | %72elease   |
      | if an underscore were a hyphen             | pre-release | pre_release |
      | if a hyphen were an underscore             | pre_release | pre-release |
      | if a dot were a hyphen                     | pre-release | pre.release |
      | if a character had no more than eight bits | release     | Ųelease     |

  @CLM-11
  Scenario Outline: A job from a workflow file is refused that would be the right one <if>
    Given a package with a trusted publisher for the workflow file "<right>"
    When the same job runs from the file "<other>"
    Then it is refused
    But its twin is accepted

    Examples:
      | if                                         | right           | other           |
      | if a percent sign announced a character    | release.yml     | %72elease.yml   |
      | if an underscore were a hyphen             | pre-release.yml | pre_release.yml |
      | if a hyphen were an underscore             | pre_release.yml | pre-release.yml |
      | if a character had no more than eight bits | release.yml     | Ųelease.yml     |

  @CLM-11
  Scenario Outline: A job in a repository is refused that would be the right one <if>
    Given a package with a trusted publisher for the repository "<right>"
    When the same job runs in the repository "<other>"
    Then it is refused
    But its twin is accepted

    Examples:
      | if                             | right     | other     |
      | if an underscore were a hyphen | my-widget | my_widget |
      | if a hyphen were an underscore | my_widget | my-widget |
      | if a dot were a hyphen         | my-widget | my.widget |
