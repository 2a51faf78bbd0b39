Feature: Huge and deeply nested tokens are survived

  @RES-4
  Scenario Outline: An ID token <defect> gets an orderly answer
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is answered in an orderly way

    Examples:
      | defect                                   |
      | whose header is nested 1000 levels deep  |
      | whose payload is nested 1000 levels deep |

  @RES-4
  Scenario Outline: An ID token <defect> is survived
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is survived

    Examples:
      | defect                                     |
      | with a claim of 64 KiB                     |
      | with a claim of 1 MiB                      |
      | with a claim of 100 000 elements           |
      | with a header of 64 KiB                    |
      | whose payload is nested 100000 levels deep |
      | whose header is nested 100000 levels deep  |
      | with a claim of 10 MiB                     |
      | with a million dots                        |
