Feature: The signature is what makes an ID token believable

  @JWT-1
  Scenario: A forged ID token is refused that has the id of a genuine one
    Given a package with a trusted publisher
    When the attacker presents a genuine ID token of their own, and then a forged one with the same id
    Then it is refused
    But its twin is accepted

  @JWT-1
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                                      |
      | whose RSA signature has a padding that names another digest |

    Examples:
      | defect                                                                    |
      | whose RSA signature has a padding with a length in BER instead of DER     |
      | whose RSA signature has a padding with content in the digest's parameters |
      | whose RSA signature has a padding without the digest's identifier         |
      | whose RSA signature has a padding with rubbish behind the digest          |
      | whose RSA signature has a padding with a wrong filling octet              |
      | whose RSA signature has a padding of the kind for encryption              |
      | whose RSA signature has a padding without its separator                   |
      | whose signature differs in a bit of its first octet                       |
      | whose signature differs in its last bit                                   |
      | whose signature lacks its last octet                                      |
      | whose signature has an octet too many at its end                          |
      | whose signature has a zero octet before it                                |
      | whose signature lacks the zero octet that it begins with                  |
      | whose signature is not below the modulus                                  |
      | whose signature consists of zeros                                         |
      | whose signature is written backwards                                      |
      | without a signature                                                       |
      | with a random signature                                                   |
      | whose payload was changed under the signature                             |
      | whose header was changed under the signature                              |
      | that an attacker signed, under the issuer's key id                        |
      | that an attacker signed, under a key id of their own                      |

  @JWT-1
  Scenario: A genuine ID token does not vouch for an unsigned one that comes along as its actor's
    Given a package with a trusted publisher
    When a workload without a policy presents its ID token, and one of the trusted workload's that nobody signed as its actor's
    Then it is refused, or called a client's mistake
    But its twin is accepted
