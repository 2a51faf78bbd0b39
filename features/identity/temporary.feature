Feature: A policy for a repository that cannot be looked up is temporary

  @IDN-2
  Scenario: A policy for a private repository learns the ids from its first use, and keeps them
    Given a package with a trusted publisher in a private repository
    And the workload was accepted before
    When the repository is deleted and created anew
    And its workload of the same names asks to publish
    Then it is refused

  @IDN-3
  Scenario: The new holder of an owner's name does not get into a policy that still waits for its first use
    Given a package with a trusted publisher in a private repository
    When somebody else takes over the owner's name and asks to publish before the first use
    Then it is refused
    But its twin is accepted

  @IDN-3 @alone
  Scenario: A policy for a private repository that was not used in time works no more
    Given a package with a trusted publisher in a private repository
    When the days have passed in which such a policy has to be used
    And the workload asks to publish
    Then it is refused
    But once the policy is entered anew, it is accepted

  @IDN-3 @alone
  Scenario: A policy for a private repository that was used in time goes on working
    Given a package with a trusted publisher in a private repository
    And the workload was accepted before
    When the days have passed in which such a policy has to be used
    And the workload asks to publish
    Then it is accepted

  @IDN-6
  Scenario: A failed attempt teaches a policy for a private repository nothing
    Given a package with a trusted publisher in a private repository
    When a job of another repository that has the name for a moment fails before the first use
    And the workload asks to publish
    Then it is accepted
