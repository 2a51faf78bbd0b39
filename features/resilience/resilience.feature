Feature: Trouble elsewhere is survived

  @RES-1 @alone
  Scenario Outline: While the issuer <is in trouble>, nobody gets in, and afterwards it works again
    Given a package with a trusted publisher
    And an issuer that <is in trouble>
    When the workload asks to publish
    Then it is not accepted
    But once the issuer has recovered, it is accepted again

    @smoke
    Examples: representative
      | is in trouble     |
      | cannot be reached |

    Examples:
      | is in trouble                                  |
      | answers with errors                            |
      | answers that nothing is there                  |
      | answers with garbage                           |
      | answers with a web page                        |
      | answers with nothing                           |
      | answers with half a document                   |
      | answers with deeply nested JSON                |
      | publishes no keys                              |
      | publishes a key set without a list             |
      | publishes an object instead of a list of keys  |
      | publishes its keys in a local file             |
      | does not say where its keys are                |

  @RES-2 @smoke @alone
  Scenario: Unknown key ids do not become a flood
    Given a package with a trusted publisher
    And the workload was accepted before
    When 50 ID tokens with unknown key ids are presented
    Then the issuer was asked for its keys only a handful of times

  @RES-2 @alone
  Scenario Outline: Unknown key ids do not become a flood while the issuer <is in trouble>
    Given a package with a trusted publisher
    And an issuer that <is in trouble>
    When 50 ID tokens with unknown key ids are presented
    Then the issuer was asked for its keys only a handful of times
    And once the issuer has recovered, it is accepted

    Examples:
      | is in trouble       |
      | answers with errors |
      | publishes no keys   |

  @RES-3 @alone @slow
  Scenario Outline: An issuer that <is slow> does not hang the registry
    Given a package with a trusted publisher
    And an issuer that <is slow>
    When the workload asks to publish
    Then it is not left waiting
    And once the issuer has recovered, it is accepted

    @smoke
    Examples: representative
      | is slow         |
      | does not answer |

    Examples:
      | is slow                   |
      | answers an octet a second |

  @RES-3 @alone @slow
  Scenario Outline: While one issuer does not answer, ID tokens of <others> are judged without delay
    Given a package with a trusted publisher
    When the workload asks to publish, and meanwhile ID tokens of <others> are presented
    Then these are judged without delay
    And once the issuer has recovered, it is accepted

    Examples:
      | others                         |
      | an issuer that nobody supports |
      | another supported issuer       |

  @RES-4
  Scenario Outline: <something huge> is survived
    Given a package with a trusted publisher
    When somebody sends <something huge> to the exchange
    Then it is survived
    And its twin is accepted

    Examples:
      | something huge        |
      | a token of a mebibyte |
      | deeply nested JSON    |

  @RES-4
  Scenario: A request with a body of a mebibyte is survived
    Given a package with a trusted publisher
    When somebody sends a body of a mebibyte to the exchange
    Then it is survived
    And its twin is accepted

  @RES-4 @alone
  Scenario: An issuer that answers with documents of 8 MiB is survived
    Given a package with a trusted publisher
    And an issuer that answers with documents of 8 MiB
    When the workload asks to publish
    Then it is answered in an orderly way
    And once the issuer has recovered, it is accepted

  @RES-5 @smoke
  Scenario: Parallel exchanges all work
    Given a package with a trusted publisher
    And the workload was accepted before
    When 50 ID tokens are presented at once
    Then every one of them works

  @RES-5
  Scenario: Several uploads with one registry token at once are answered in an orderly way
    Given a package with a trusted publisher
    When 4 uploads with one registry token are made at once
    Then each is answered in an orderly way
