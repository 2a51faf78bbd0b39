Feature: A package can be born through a pending publisher

  @PEN-1 @smoke
  Scenario: The first version of a new package
    Given a pending publisher for a package that does not exist
    When its workload publishes the first version
    Then it is accepted
    And readers see the version

  @PEN-2 @smoke
  Scenario: A pending publisher becomes a normal one
    Given a pending publisher for a package that does not exist
    When its workload publishes the first version
    And its workload publishes a second version
    Then it is accepted
    And the package belongs to whoever configured the pending publisher

  @PEN-2
  Scenario: The new package trusts the workload that gave birth to it
    Given a pending publisher for a package that does not exist
    When its workload publishes the first version
    And its workload asks to publish
    Then it is accepted

  @PEN-2
  Scenario: A pending publisher is used up by the birth of its package
    Given a pending publisher for a package that does not exist
    And its workload publishes the first version
    And it is accepted from then on
    When the maintainer removes the trusted publisher
    And its workload asks to publish
    Then it is refused

  @PEN-2
  Scenario: A refused token does not give birth to the package
    Given a pending publisher for a package that does not exist
    When the same job runs from another workflow file
    Then it is refused
    And the package does not exist
    But its twin is accepted

  @PEN-2
  Scenario: An exchange alone does not give birth to the package
    Given a pending publisher for a package that does not exist
    When its workload exchanges an ID token and publishes nothing
    Then the package does not exist

  @PEN-2
  Scenario: A first version that is no package leaves none behind
    Given a pending publisher for a package that does not exist
    When its workload publishes a file that is no archive as the first version
    Then it is refused
    And the package does not exist
    But its twin is accepted

  @PEN-3 @smoke
  Scenario: A pending publisher opens no other name
    Given a pending publisher for a package that does not exist
    When its workload publishes a package of another new name
    Then it is refused
    But its twin is accepted

  @PEN-3
  Scenario: A pending publisher opens no other name that the exchange asks for
    Given a pending publisher for a package that does not exist
    When its workload asks to publish a package of another new name
    Then it is refused
    But its twin is accepted

  @PEN-4 @smoke
  Scenario: A pending publisher does not reserve the name
    Given a pending publisher for a package that does not exist
    When somebody else registers the name
    Then it is accepted

  @PEN-4
  Scenario: A pending publisher does not survive somebody else's registration
    Given a pending publisher for a package that does not exist
    And another pending publisher of the same kind that is accepted
    When somebody else registers the name
    And its workload asks to publish
    Then it is refused

  @PEN-4
  Scenario: A registry token of a pending publisher does not survive somebody else's registration
    Given a pending publisher for a package that does not exist
    And a registry token of its workload
    And another pending publisher of the same kind whose workload publishes a version
    When somebody else registers the name
    And the registry token from before publishes the package
    Then it is refused

  @PEN-4
  Scenario: A pending publisher for somebody else's package opens nothing
    Given a package with a trusted publisher
    And the workload was accepted before
    When somebody else enters a pending publisher for its name, and their workload publishes
    Then it is refused
    But its own publisher is accepted as before

  @PEN-4
  Scenario: A birth lets in nobody else who waited for the name
    Given a pending publisher for a package that does not exist
    And somebody else's pending publisher for the same name
    When its workload publishes the first version
    And the other one's workload publishes it
    Then it is refused
    But its twin is accepted

  @PEN-4
  Scenario: A birth lets in no registry token of somebody else who waited for the name
    Given a pending publisher for a package that does not exist
    And a registry token of somebody else's workload that waits for the same name
    When its workload publishes the first version
    And the other one's registry token publishes it
    Then it is refused
    But its twin is accepted

  @PEN-4
  Scenario: A newborn package is not somebody else's who waited for its name before
    Given a pending publisher for a package that somebody else waits for
    When its workload publishes the first version
    Then it is accepted
    And the package belongs to whoever configured the pending publisher
