Feature: Keys come from the issuer, and from nowhere else

  @JWT-3
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                                        |
      | that carries an attacker's key as `jwk` and is signed with it |

    Examples:
      | defect                                                                                          |
      | that carries an attacker's key as `jwk` under the issuer's key id and is signed with it         |
      | that carries an attacker's key as `jwk`, names no key, and is signed with it                    |
      | that carries an attacker's EC key as `jwk` and is signed with it                                |
      | whose `jku` points to an attacker                                                               |
      | whose `jku` points to an attacker, with the issuer as user name                                 |
      | whose `jku` points to an attacker, with the issuer's key set as fragment                        |
      | whose `jku` points to an attacker, with the issuer's key set in the query                       |
      | whose `jku` points to an attacker through a redirect of the issuer's                            |
      | whose `jku` points to an attacker through the issuer's path                                     |
      | whose `jku` points to a cloud's metadata service                                                |
      | whose `jku` points to the verifier's own machine                                                |
      | whose `jku` points to a local file                                                              |
      | whose `jku` points nowhere                                                                      |
      | whose `x5u` points to an attacker                                                               |
      | whose `x5u` points to an attacker, with the issuer as user name                                 |
      | whose `x5u` points to an attacker, with the issuer as fragment                                  |
      | whose `x5u` points to an attacker through a redirect of the issuer's                            |
      | whose `x5u` points to a cloud's metadata service                                                |
      | whose `x5u` points to a local file                                                              |
      | that carries an attacker's certificate and is signed with its key                               |
      | that carries an attacker's certificate under the issuer's key id and is signed with its key     |
      | that carries the issuer's certificate and is signed by an attacker                              |
      | whose thumbprint, and not whose key id, names the key that it was signed with                   |
      | whose key id is a path to an empty file, signed with an empty secret                            |
      | whose key id is an absolute path to an empty file, signed with an empty secret                  |
      | whose key id is the path of the process's environment, signed with an empty secret              |
      | whose key id is a network share, signed with an empty secret                                    |
      | whose key id is a file URL, signed with an empty secret                                         |
      | whose key id is an attacker's URL, signed with an empty secret                                  |
      | whose key id is an SQL condition, signed with the word "secret"                                 |
      | whose key id is an SQL query that gives the secret, signed with the word "secret"               |
      | whose key id is an LDAP filter, signed with the word "secret"                                   |
      | whose key id is a shell command, signed with the word "secret"                                  |
      | whose key id is a shell substitution, signed with the word "secret"                             |
      | whose key id is two lines, signed with the word "secret"                                        |
      | whose key id is the issuer's with a NUL behind it, signed with the word "secret"                |
      | whose key id is the issuer's with the issuer before it, signed with the word "secret"           |
      | whose key id is an asterisk, signed with the word "secret"                                      |
      | whose key id is a property of every JavaScript object, signed with the word "secret"            |
      | without a key id, signed by an attacker                                                         |
      | whose key id is a number                                                                        |
      | whose key id is null                                                                            |
      | whose key id is a boolean                                                                       |
      | whose key id is a list with the right one                                                       |
      | whose key id is an object with the right one                                                    |
      | whose key id is empty                                                                           |
      | whose key id is one that nobody publishes                                                       |
      | whose key id is 129 characters long                                                             |
      | whose key id is 10 000 characters long                                                          |
      | whose key id is the right one with a letter before it                                           |
      | whose key id is the right one with a blank behind it                                            |
      | whose key id is the right one with an invisible character behind it                             |
      | whose key id is the right one in another case                                                   |
      | whose key id is the right one in full-width characters, which Unicode normalisation makes plain |
      | whose key id is that of another published key                                                   |
      | whose key id is that of a key that is not the issuer's                                          |

  @JWT-3
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is accepted

    Examples:
      | defect                           |
      | without a certificate thumbprint |

  @JWT-15
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is accepted

    Examples:
      | defect                                                    |
      | that its issuer signed with another of its published keys |

  @JWT-3
  Scenario Outline: A key that an ID token points to is never fetched: <defect>
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    And the attacker's host was never contacted
    But its twin is accepted

    Examples:
      | defect                               |
      | whose `jku` points to an attacker    |
      | whose `x5u` points to an attacker    |

  @JWT-14 @alone
  Scenario: A discovery document that names another issuer is not believed
    Given a package with a trusted publisher
    And an issuer whose discovery document names another issuer
    When the workload asks to publish
    Then it is not believed
    But once the discovery document is right, it is accepted

  @JWT-15 @alone
  Scenario: A new key is picked up
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer publishes a new key and signs with it
    Then the newest key works within minutes

  @JWT-16 @smoke @alone
  Scenario: A withdrawn key stops working
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer replaces its key
    And an ID token signed with the withdrawn key is presented, and if need be again a day later
    Then it is refused
    But its twin is accepted

  @JWT-16 @alone
  Scenario: A withdrawn key does not live on while its issuer cannot be reached
    Given a package with a trusted publisher
    And the workload was accepted before
    When the issuer replaces its key and cannot be reached for more than a day
    And an ID token signed with the withdrawn key is presented
    Then it is not believed
    But once the issuer has recovered, it is accepted

  @JWT-17
  Scenario: One issuer's key is worthless for another
    Given a package with a trusted publisher
    When an ID token that names the trusted issuer but is signed by another is presented
    Then it is refused
    But its twin is accepted
