Feature: Required claims are there, and of the right type

  @JWT-12
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                           |
      | that says `ISS` instead of `iss` |

    Examples:
      | defect                                                                |
      | that says `iss` with an invisible character instead of `iss`          |
      | that says `iss` with a Cyrillic letter instead of `iss`               |
      | that says `Aud` instead of `aud`                                      |
      | that says `aud` with a Cyrillic letter instead of `aud`               |
      | that says `EXP` instead of `exp`                                      |
      | that says `exp` with a blank instead of `exp`                         |
      | that says `Repository` instead of `repository`                        |
      | that says `repository` with a Cyrillic letter instead of `repository` |
      | whose expiry is null                                                  |
      | whose expiry is a string                                              |
      | whose expiry is a date in words                                       |
      | whose expiry is a boolean                                             |
      | whose expiry is a list                                                |
      | whose expiry is an object                                             |
      | whose expiry is negative                                              |
      | whose expiry is zero                                                  |
      | whose expiry is beyond any range                                      |
      | that never expires                                                    |
      | whose start of validity is a string                                   |
      | whose start of validity is a list                                     |
      | whose start of validity is a boolean                                  |
      | that does not say when it was issued                                  |
      | whose time of issue is a string                                       |
      | whose time of issue is null                                           |
      | whose time of issue is a list                                         |
      | whose time of issue is a boolean                                      |
      | whose time of issue is in milliseconds                                |
      | without an id                                                         |
      | whose own id is empty                                                 |
      | whose own id is null                                                  |
      | whose own id is a number                                              |
      | whose own id is a boolean                                             |
      | whose own id is a list                                                |
      | whose own id is an object                                             |
