Feature: The issuer is compared exactly

  @JWT-4
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                               |
      | whose issuer is the right one with a slash behind it |

    Examples:
      | defect                                                                                         |
      | whose issuer is the right one with two slashes behind it                                       |
      | whose issuer is the right one with an empty query                                              |
      | whose issuer is the right one with a query                                                     |
      | whose issuer is the right one with an empty fragment                                           |
      | whose issuer is the right one with a fragment                                                  |
      | whose issuer is the right one with a blank behind it                                           |
      | whose issuer is the right one with a blank before it                                           |
      | whose issuer is the right one with a line break behind it                                      |
      | whose issuer is the right one with a NUL behind it                                             |
      | whose issuer is the right one with a dot segment                                               |
      | whose issuer is the right one with its scheme in capitals                                      |
      | whose issuer is the right one with its host in another spelling                                |
      | whose issuer is the right one with a dot behind its host                                       |
      | whose issuer is the right one with a percent-encoded character                                 |
      | whose issuer is the right one with its port in another spelling                                |
      | whose issuer is the right one with another scheme                                              |
      | whose issuer is the right one without its scheme                                               |
      | whose issuer is the right one with an enterprise's path                                        |
      | whose issuer is the right one with a path of two segments                                      |
      | whose issuer is the right one with an encoded slash and a path                                 |
      | whose issuer is a subdomain of the right one                                                   |
      | whose issuer is the Punycode of a look-alike                                                   |
      | whose issuer is empty                                                                          |
      | whose issuer is a property of every JavaScript object                                          |
      | whose issuer is 10 000 characters long                                                         |
      | whose issuer has a letter or digit of another script that looks the same in it                 |
      | whose issuer has an invisible character in it                                                  |
      | whose issuer has full-width characters, which Unicode normalisation makes plain, in it         |
      | whose issuer is null                                                                           |
      | whose issuer is a number                                                                       |
      | whose issuer is a boolean                                                                      |
      | whose issuer is an object that holds the right one                                             |
      | whose issuer is a list with the right one                                                      |
      | whose issuer is a list of an attacker and the right one                                        |
      | whose issuer is a list of the right one and an attacker                                        |
      | without an issuer                                                                              |
      | of an attacker's whose issuer is the attacker's own host                                       |
      | of an attacker's whose issuer is the attacker's host with the right issuer as user name        |
      | of an attacker's whose issuer is the attacker's host with the right issuer as fragment         |
      | of an attacker's whose issuer is the attacker's host with the right issuer as path             |
      | of an attacker's whose issuer is the attacker's host with the right issuer in the query        |
      | of an attacker's whose issuer is the attacker's host with the right issuer as subdomain        |
      | of an attacker's whose issuer is the attacker's host behind an encoded dot                     |
      | of an attacker's whose issuer is the attacker's host behind a backslash                        |
      | that its issuer signed, whose issuer is the attacker's own host                                |
      | that its issuer signed, whose issuer is the attacker's host with the right issuer as user name |
      | that its issuer signed, whose issuer is the attacker's host with the right issuer as fragment  |
      | that its issuer signed, whose issuer is the attacker's host with the right issuer as path      |
      | that its issuer signed, whose issuer is the attacker's host with the right issuer in the query |
      | that its issuer signed, whose issuer is the attacker's host with the right issuer as subdomain |
      | that its issuer signed, whose issuer is the attacker's host behind an encoded dot              |
      | that its issuer signed, whose issuer is the attacker's host behind a backslash                 |
      | of an attacker's whose issuer is on the verifier's own machine                                 |
      | of an attacker's whose issuer is on the verifier's own machine (IPv6)                          |
      | of an attacker's whose issuer is on the verifier's own machine (written as one number)         |
      | of an attacker's whose issuer is a cloud's metadata service                                    |
      | of an attacker's whose issuer is in a private network                                          |
      | of an attacker's whose issuer is an internal name                                              |
      | of an attacker's whose issuer is a local file                                                  |
      | of an attacker's whose issuer is behind another protocol                                       |
      | of an attacker's that names the attacker and then the right issuer                             |
      | of an attacker's that names the right issuer and then the attacker                             |

  @JWT-5
  Scenario: An unsupported issuer is never contacted
    Given a package with a trusted publisher
    When an ID token of an issuer that nobody supports is presented
    Then it is refused
    And the unsupported issuer was never contacted
    But its twin is accepted

  @JWT-5
  Scenario Outline: The host of an attacker that a token names is never contacted: <defect>
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    And the attacker's host was never contacted
    But its twin is accepted

    Examples:
      | defect                                                                              |
      | of an attacker's whose issuer is the attacker's own host                            |
      | of an attacker's whose issuer is the attacker's host with the right issuer as path  |
      | of an attacker's whose issuer is the attacker's host with the right issuer in the query |
