Feature: An identity is more than its name

  @IDN-1 @smoke
  Scenario: The new holder of a freed owner name is refused
    Given a package with a trusted publisher
    And the workload was accepted five times before
    When somebody else takes over the owner's name
    And their workload of the same names asks to publish three times
    Then it is refused each time

  @IDN-1 @alone
  Scenario: The new holder of a freed owner name is refused later, too
    Given a package with a trusted publisher
    And the workload was accepted before
    When somebody else takes over the owner's name
    And their workload of the same names asks to publish a day later, and again after a week
    Then it is refused each time

  @IDN-2 @smoke
  Scenario: A re-created repository is refused
    Given a package with a trusted publisher
    And the workload was accepted five times before
    When the repository is deleted and created anew
    And its workload of the same names asks to publish three times
    Then it is refused each time

  @IDN-2 @alone
  Scenario: A re-created repository is refused later, too
    Given a package with a trusted publisher
    And the workload was accepted before
    When the repository is deleted and created anew
    And its workload of the same names asks to publish a day later, and again after a week
    Then it is refused each time

  @IDN-2
  Scenario Outline: A repository that takes the name of a <moved> one is refused
    Given a package with a trusted publisher
    And the workload was accepted before
    When the repository is <moved> and another takes its old name
    And its workload of the same names asks to publish three times
    Then it is refused each time

    Examples:
      | moved       |
      | renamed     |
      | transferred |

  @IDN-3 @smoke
  Scenario: Ids are resolved when the policy is made, not when it is first used
    Given a package with a trusted publisher
    And a second package whose publisher is accepted
    When somebody else takes over the owner's name before the first use
    And their workload of the same names asks to publish three times
    Then it is refused each time

  @IDN-4 @smoke
  Scenario: A renamed owner's old name opens nothing for its next holder
    Given a package with a trusted publisher
    And the workload was accepted before
    When the owner is renamed and somebody else takes the old name
    And their workload of the same names asks to publish three times
    Then it is refused each time

  @IDN-4
  Scenario Outline: The workload of a <what> that was <moved> is followed or refused, and nothing breaks
    Given a package with a trusted publisher
    When the <what> is <moved>
    And its workload under the new name asks to publish
    Then it is answered in an orderly way

    Examples:
      | what       | moved       |
      | owner      | renamed     |
      | repository | renamed     |
      | repository | transferred |

  @IDN-5 @smoke
  Scenario: A policy made after a resurrection binds the new holder
    Given a package with a trusted publisher
    When somebody else takes over the owner's name
    And the maintainer replaces the trusted publisher by the same names
    And their workload of the same names asks to publish
    Then it is accepted

  @IDN-5
  Scenario: A policy made after a resurrection does not bind the old holder
    Given a package with a trusted publisher
    When somebody else takes over the owner's name
    And the maintainer replaces the trusted publisher by the same names
    And the workload of the former holder asks to publish
    Then it is refused
    But the new holder's workload is accepted

  @IDN-5
  Scenario: A policy made after a resurrection binds the new holder although another package still trusts the old one
    Given two packages that trust the same workload
    When somebody else takes over the owner's name
    And the maintainer replaces the trusted publisher by the same names
    And their workload of the same names asks to publish
    Then it is accepted

  @IDN-6 @smoke
  Scenario: A failed attempt locks nothing
    Given a package with a trusted publisher
    When a stranger's workload of the same names fails before the first use
    And the workload asks to publish
    Then it is accepted
