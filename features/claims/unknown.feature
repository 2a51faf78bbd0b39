Feature: Claims nobody asked for do no harm

  @CLM-7
  Scenario Outline: An ID token <defect> is accepted
    Given a package with a trusted publisher for the environment "release"
    When the workload presents an ID token <defect>
    Then it is accepted

    @smoke
    Examples: representative
      | defect                                 |
      | with an unknown claim that is a string |

    Examples:
      | defect                                                  |
      | with an unknown claim that is a number                  |
      | with an unknown claim that is a boolean                 |
      | with an unknown claim that is null                      |
      | with an unknown claim that is a list                    |
      | with an unknown claim that is an object                 |
      | with an unknown claim that is in many scripts           |
      | with an unknown claim that is named `__proto__`         |
      | with an unknown claim that is named `constructor`       |
      | with an unknown claim that is named `class`             |
      | with an unknown claim that is named `@type`             |
      | with an unknown claim that is named `$ref`              |
      | with a claim `ISS` beside the right `iss`               |
      | with a claim `Aud` beside the right `aud`               |
      | with a claim `repositorу` beside the right `repository` |
      | with a custom property of its repository                |
