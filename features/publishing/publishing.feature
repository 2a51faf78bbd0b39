Feature: What is published stays, and says where it came from

  @PUB-1 @smoke
  Scenario: A published version is there for everybody, unaltered
    Given a package with a trusted publisher
    When its workload publishes a version
    Then it is accepted
    And readers see the version
    And readers get what was published

  @PUB-1 @smoke @alone
  Scenario: From the policy to the published version no secret is stored anywhere
    Given a package with a trusted publisher
    When its workload exchanges an ID token and publishes with what it gets
    Then it is accepted
    And the registry has asked the issuer for its keys
    And readers get what was published

  @PUB-1
  Scenario: A private repository publishes, too
    Given a package with a trusted publisher
    And its repository is made private
    When its workload publishes a version
    Then it is accepted
    And readers see the version

  @PUB-1
  Scenario Outline: A version stays free though <upload> under its number was refused
    Given a package with a trusted publisher
    When <upload> under a new version's number is refused
    Then readers do not see that version
    And its workload can publish it like any other
    And readers get what was published

    Examples:
      | upload                                  |
      | an upload of another package's workload |
      | an empty file                           |
      | a file that is no archive               |

  @PUB-2 @smoke
  Scenario: A version cannot be replaced
    Given a package with a trusted publisher
    And its workload published a version
    When its workload publishes other content under the same version
    Then it is refused
    And readers still get what was published first
    But its twin is accepted

  @PUB-2
  Scenario: A registry token cannot replace what it published itself
    Given a package with a trusted publisher
    And a version that a registry token of its workload published
    When the same registry token publishes other content under that version
    Then it is refused
    And readers still get what was published first
    But its twin is accepted

  @PUB-2
  Scenario: A version that was withdrawn cannot be replaced either
    Given a package with a trusted publisher
    And its workload published a version
    When the maintainer withdraws that version, and its workload publishes other content under it
    Then it is refused
    But its twin is accepted

  @PUB-2
  Scenario Outline: A version is not replaced by way of the same number <spelling>
    Given a package with a trusted publisher
    And its workload published a version
    And the registry takes versions that are spelled <spelling>
    When its workload publishes other content under that version, spelled <spelling>
    Then it is refused, or readers still get what was published first
    But its twin is accepted

    Examples:
      | spelling                      |
      | with a zero more at its end   |
      | with a zero before it         |
      | with a v before it            |
      | with build metadata behind it |

  @PUB-2
  Scenario: Of several uploads of one version at once, readers get the only one that is taken
    Given a package with a trusted publisher
    When 4 uploads of one version with different contents are made at once
    Then only one of them is taken
    And readers get the one that was taken

  @PUB-3 @smoke
  Scenario: The source that the ID token proved is shown
    Given a package with a trusted publisher
    When its workload publishes a version
    Then readers see the repository that the ID token proved

  @PUB-3
  Scenario: The source that the ID token proved is still shown when the package trusts another repository
    Given a package with a trusted publisher
    And its workload published a version
    When the maintainer replaces the trusted publisher by one for another repository
    Then readers see the repository that the ID token proved

  @PUB-4 @smoke
  Scenario: Who published is on record
    Given a package with a trusted publisher
    When its workload publishes a version
    Then the owner's record names the workload

  @PUB-4
  Scenario: Who published is on record where a package trusts workloads of two repositories
    Given a package that trusts workloads of two repositories
    When the workload of either repository publishes a version
    Then the owner's record names with either version the workload that published it

  @PUB-4
  Scenario: Who published is still on record when the package trusts another repository
    Given a package with a trusted publisher
    And its workload published a version
    When the maintainer replaces the trusted publisher by one for another repository
    Then the owner's record names the workload
