Feature: A forge in trouble leaves no name without its id

  @IDN-1
  Scenario Outline: A policy that is made while the forge <is in trouble> does not go by names alone
    Given a package without a trusted publisher
    When the maintainer enters a trusted publisher while the forge <is in trouble>
    Then it is refused with an accepted twin, or lets in its workload and no new holder of the owner's name

    Examples:
      | is in trouble                          |
      | answers with errors                    |
      | answers that nothing is there          |
      | answers that it was asked too often    |
      | answers with garbage                   |
      | answers without ids                    |

    @slow
    Examples: slow
      | is in trouble   |
      | does not answer |

  @IDN-1
  Scenario Outline: The new holder of a freed owner name is refused while the forge <is in trouble>, too
    Given a package with a trusted publisher
    And the workload was accepted before
    When somebody else takes over the owner's name and asks to publish while the forge <is in trouble>
    Then it is not believed

    Examples:
      | is in trouble                       |
      | answers with errors                 |
      | answers that it was asked too often |
