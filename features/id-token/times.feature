Feature: An ID token is good for a short time

  @JWT-7
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                       |
      | whose expiry was an hour ago |

    Examples:
      | defect                       |
      | that expired six minutes ago |
      | that expired ten minutes ago |
      | that expired an hour ago     |
      | that expired a day ago       |
      | that expired a year ago      |

  @JWT-7 @alone
  Scenario: A sound ID token is refused once its time is over
    Given a package with a trusted publisher
    When an ID token is presented that is a quarter of an hour old
    Then it is refused
    But its twin is accepted

  @JWT-8
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                 |
      | that becomes valid only in ten minutes |

    Examples:
      | defect                                 |
      | that becomes valid only in six minutes |
      | that becomes valid only in an hour     |
      | that was issued six minutes from now   |
      | that becomes valid only in a day       |
      | that was issued ten minutes from now   |
      | that was issued an hour from now       |
      | that was issued a day from now         |

  @JWT-8
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is accepted

    Examples:
      | defect                                          |
      | that was valid ten minutes before it was issued |

  @JWT-11 @alone
  Scenario Outline: An ID token <defect> is refused, or not believed for so long
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused, or no longer believed an hour later

    @smoke
    Examples: representative
      | defect                     |
      | that stays valid for a day |

    Examples:
      | defect                                |
      | that stays valid for a year           |
      | that stays valid for a thousand years |
