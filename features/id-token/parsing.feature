Feature: What was verified is what is believed

  @JWT-18
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                                     |
      | that says both `none` and, later, RS256, and is not signed |

    Examples:
      | defect                                                                            |
      | that says both RS256 and, later, `none`, and is signed                            |
      | that says both RS256 and, later, `none`, and is not signed                        |
      | that says RS256 and, later and with its name escaped, `none`, and is not signed   |
      | that says, with its name escaped, `none` and later RS256, and is not signed       |
      | that names two keys, an unknown one last                                          |
      | that names the issuer's key and then an attacker's, and is signed by the attacker |
      | that says `iss` twice, wrong the second time                                      |
      | that says `aud` twice, wrong the second time                                      |
      | that says `exp` twice, wrong the second time                                      |
      | that says `repository` twice, wrong the second time                               |
      | that says `event_name` twice, wrong the second time                               |
      | that says `iss` twice, wrong the second time and with the name escaped            |
      | that says `aud` twice, wrong the second time and with the name escaped            |
      | that says `exp` twice, wrong the second time and with the name escaped            |
      | that says `repository` twice, wrong the second time and with the name escaped     |
      | that says `event_name` twice, wrong the second time and with the name escaped     |

  @JWT-18
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is accepted

    @smoke
    Examples: representative
      | defect                                      |
      | whose header members stand in another order |

    Examples:
      | defect                                      |
      | whose claims stand in another order         |
      | whose header is written in Unicode escapes  |
      | whose claims are written in Unicode escapes |
      | with white space around its JSON            |

  @JWT-18
  Scenario Outline: A genuine ID token does not vouch for a forged one that is sent <where> it
    Given two packages that trust a workload each
    When the other package's workload sends its own ID token and, <where> it, one of the first's that nobody signed
    Then it is refused, or called a client's mistake
    But its twin is accepted

    Examples:
      | where  |
      | before |
      | behind |
