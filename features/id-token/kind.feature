Feature: Nothing but a plain signed token is accepted

  @JWT-19
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                                           |
      | whose list of critical members names one that nobody understands |

    Examples:
      | defect                                                                |
      | whose list of critical members names one that is not there            |
      | whose list of critical members names one twice                        |
      | whose list of critical members is no list                             |
      | whose list of critical members holds a number                         |
      | whose list of critical members names a claim                          |
      | whose payload is not encoded, as `b64` announces                      |
      | that says its payload is not encoded, although it is                  |
      | with an unencoded payload, without `b64` being critical               |
      | whose `b64` is a string                                               |
      | that contains a whole token of an attacker's                          |
      | of an attacker's that contains a whole genuine token                  |
      | that is a genuine token wrapped once more by its issuer               |
      | that is encrypted (dir)                                               |
      | that is encrypted (RSA-OAEP)                                          |
      | that is encrypted (RSA1_5)                                            |
      | that is encrypted (PBES2-HS256+A128KW)                                |
      | that is encrypted (dir) and unsigned inside                           |
      | that is encrypted (RSA-OAEP) and unsigned inside                      |
      | that is encrypted (PBES2-HS256+A128KW) and unsigned inside            |
      | that is encrypted with a password and two thousand million iterations |
      | that is encrypted (dir) and grows a thousandfold when inflated        |
      | that is encrypted (RSA-OAEP) and grows a thousandfold when inflated        |

  @JWT-19
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is accepted

    @smoke
    Examples: representative
      | defect                               |
      | with an unknown member in its header |

  @JWT-19
  Scenario Outline: An ID token <spelling> gets an orderly answer
    Given a package with a trusted publisher
    When the workload presents an ID token <spelling>
    Then it is answered in an orderly way

    Examples:
      | spelling                                |
      | that does not say what type it is       |
      | whose type is written `jwt`             |
      | whose type is written `application/jwt` |
