Feature: Trouble elsewhere is survived

  @RES-1
  Scenario Outline: While the issuer <is in trouble>, nobody gets in, and afterwards it works again
    Given a package with a trusted publisher
    And an issuer that <is in trouble>
    When the workload asks to publish
    Then it is not accepted
    But once the issuer has recovered, it is accepted

    Examples:
      | is in trouble             |
      | cannot be reached         |
      | answers with errors       |
      | answers with garbage      |
      | answers with a web page   |
      | publishes no keys         |

  @RES-2 @smoke
  Scenario: Unknown key ids do not become a flood
    Given a package with a trusted publisher
    And the workload was accepted before
    When 40 ID tokens with unknown key ids are presented
    Then the issuer was asked for its keys only a handful of times

  @RES-3 @smoke
  Scenario: A slow issuer does not hang the registry
    Given a package with a trusted publisher
    And an issuer that does not answer
    When the workload asks to publish
    Then everybody else is served meanwhile

  @RES-4
  Scenario Outline: <something huge> is survived
    Given a package with a trusted publisher
    When somebody sends <something huge> to the exchange
    Then it is not accepted
    But its twin is accepted

    Examples:
      | something huge        |
      | a token of a mebibyte |
      | deeply nested JSON    |

  @RES-5 @smoke
  Scenario: Parallel exchanges all work
    Given a package with a trusted publisher
    When 50 ID tokens are presented at once
    Then every one of them works
