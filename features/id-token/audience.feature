Feature: The audience is compared exactly

  @JWT-6
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                            |
      | whose audience is another service |

    Examples:
      | defect                                                                     |
      | whose audience is the one that the provider uses by itself                 |
      | whose audience is its own issuer                                           |
      | whose audience is Sigstore, for which jobs ask too                         |
      | whose audience is empty                                                    |
      | whose audience is null                                                     |
      | whose audience is a number                                                 |
      | whose audience is a boolean                                                |
      | whose audience is an object that holds the right one                       |
      | whose audience is an empty list                                            |
      | whose audience is a list of the right one and another                      |
      | whose audience is a list of another and the right one                      |
      | whose audience is a list in a list                                         |
      | whose audience is a list of the right one and a number                     |
      | whose audience is a string that looks like a list                          |
      | whose audience is two, separated by a comma                                |
      | whose audience is two, separated by a blank                                |
      | whose audience is two, on two lines                                        |
      | whose audience is the right one with a slash behind it                     |
      | whose audience is the right one with a path behind it                      |
      | whose audience is the right one with a fragment behind it                  |
      | whose audience is the host of the right one alone                          |
      | whose audience is the right one with a port                                |
      | whose audience is the right one with the scheme of encrypted websites      |
      | whose audience is the right one with the scheme of unencrypted websites    |
      | whose audience is the right one with "api." before its host                |
      | whose audience is one that only starts with the right one                  |
      | whose audience is one that only ends with the right one                    |
      | whose audience is one that only contains the right one                     |
      | whose audience is the right one with "test" before it                      |
      | whose audience is an asterisk                                              |
      | whose audience is a regular expression                                     |
      | whose audience is an SQL wildcard                                          |
      | whose audience is the right one with a blank before it                     |
      | whose audience is the right one with a blank behind it                     |
      | whose audience is the right one with a NUL behind it                       |
      | without an audience                                                        |
      | whose audience is the right one in another case                            |
      | whose audience lacks its last character                                    |
      | whose audience has a letter or digit of another script that looks the same |
      | whose audience has an invisible character in it                            |

  @JWT-6
  Scenario Outline: An ID token that was made for the registry's <name>, and not for its audience, is refused
    Given a package with a trusted publisher
    When an ID token is presented that was made for the registry's <name>
    Then it is refused
    But its twin is accepted

    Examples:
      | name      |
      | host name |
      | address   |

  @JWT-6
  Scenario: An ID token for another audience is refused although the request names that one
    Given a package with a trusted publisher
    When a request for a registry token names the other audience that its ID token is for
    Then it is refused, or called a client's mistake
    But its twin is accepted
