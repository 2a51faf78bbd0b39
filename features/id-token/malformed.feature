Feature: Malformed input gets a clean refusal

  @JWT-13
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused cleanly
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                 |
      | whose header is a list |

    Examples:
      | defect                                                                                                     |
      | whose header is a string                                                                                   |
      | whose header is a number                                                                                   |
      | whose header is null                                                                                       |
      | whose header is an empty object                                                                            |
      | whose header is empty                                                                                      |
      | whose header is no JSON                                                                                    |
      | whose header is followed by something                                                                      |
      | that is empty                                                                                              |
      | that has no dots                                                                                           |
      | that has two parts                                                                                         |
      | that has four parts                                                                                        |
      | that has five parts                                                                                        |
      | without a header                                                                                           |
      | without its payload                                                                                        |
      | that consists of dots                                                                                      |
      | with a dot before it                                                                                       |
      | with a dot behind it                                                                                       |
      | written twice                                                                                              |
      | with commas instead of dots                                                                                |
      | whose payload comes before its header                                                                      |
      | with a blank before it                                                                                     |
      | with a blank behind it                                                                                     |
      | with a tab behind it                                                                                       |
      | with a line break before it                                                                                |
      | with a line break behind it                                                                                |
      | with a blank behind its first dot                                                                          |
      | with a NUL behind it                                                                                       |
      | with an invisible character behind it                                                                      |
      | with "Bearer" before it                                                                                    |
      | in quotation marks                                                                                         |
      | inside a JSON object                                                                                       |
      | inside a JSON list                                                                                         |
      | with blanks inside its header, which the signature covers                                                  |
      | with line breaks inside its header, which the signature covers                                             |
      | with characters that base64url does not know inside its header, which the signature covers                 |
      | with blanks inside its payload, which the signature covers                                                 |
      | with tabs inside its payload, which the signature covers                                                   |
      | with line breaks inside its payload, which the signature covers                                            |
      | with characters that base64url does not know inside its payload, which the signature covers                |
      | with blanks inside its signature, which the signature covers                                               |
      | with line breaks inside its signature, which the signature covers                                          |
      | with characters that base64url does not know inside its signature, which the signature covers              |
      | whose header is padded with equals signs, while the signature covers it as it should be                    |
      | whose payload is padded with equals signs, while the signature covers it as it should be                   |
      | whose header is in the standard base64 alphabet, while the signature covers it as it should be             |
      | whose payload is in the standard base64 alphabet, while the signature covers it as it should be            |
      | whose payload is in both base64 alphabets, while the signature covers it as it should be                   |
      | whose header is encoded with unused bits that are not zero, while the signature covers it as it should be  |
      | whose payload is encoded with unused bits that are not zero, while the signature covers it as it should be |
      | whose signature is padded with equals signs                                                                |
      | whose signature is padded with four equals signs                                                           |
      | whose signature is in the standard base64 alphabet                                                         |
      | whose signature is in both base64 alphabets                                                                |
      | whose signature is encoded with unused bits that are not zero                                              |
      | whose signature is of a length that base64 never has                                                       |
      | whose signature is percent-encoded                                                                         |
      | whose signature is encoded twice                                                                           |
      | whose payload is padded with four equals signs                                                             |
      | whose payload is of a length that base64 never has                                                         |
      | whose payload is percent-encoded                                                                           |
      | whose payload is encoded twice                                                                             |
      | whose payload is not encoded                                                                               |
      | in the general JSON serialisation                                                                          |
      | in the general JSON serialisation, with an attacker's signature before the issuer's                        |
      | in the flattened JSON serialisation                                                                        |
      | in the flattened JSON serialisation, with an unprotected header that says `none`                           |
      | that one parser reads as JSON, and another as a compact token with other claims                            |
      | whose payload is a list with the right object                                                              |
      | whose payload is a string                                                                                  |
      | whose payload is a number                                                                                  |
      | whose payload is null                                                                                      |
      | whose payload is a boolean                                                                                 |
      | whose payload is empty                                                                                     |
      | whose payload says nothing                                                                                 |
      | whose payload is no JSON                                                                                   |
      | whose payload is followed by something                                                                     |
      | whose payload is followed by another object                                                                |
      | whose payload is followed by a NUL                                                                         |
      | whose payload begins with a comment                                                                        |
      | whose payload begins with a byte order mark                                                                |
      | whose payload is in quotation marks                                                                        |
      | whose payload is in UTF-16                                                                                 |
      | whose payload is not valid UTF-8                                                                           |
      | whose payload has a NaN in it                                                                              |
      | whose payload has an Infinity in it                                                                        |
      | whose payload has a number with leading zeros                                                              |
      | whose payload has a hexadecimal number                                                                     |
      | whose payload has a string in single quotation marks                                                       |
      | whose payload has a string without quotation marks                                                         |
      | whose payload has a comma too many                                                                         |
      | whose payload has a tab in a string                                                                        |
      | whose payload has an escape that JSON does not know                                                        |

  @JWT-13
  Scenario Outline: An ID token <defect> gets an orderly answer
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is answered in an orderly way

    Examples:
      | defect                                                                                  |
      | whose RSA signature has a padding without the NULL of the digest's identifier           |
      | whose certificate thumbprint is an attacker's                                           |
      | whose certificate thumbprint is that of another key of the issuer's                     |
      | whose certificate thumbprint (SHA-256) is nobody's                                      |
      | whose `jku`, `jwk` and `x5u` are all null                                               |
      | whose audience is a list with the right one twice                                       |
      | without a key id                                                                        |
      | without a key id, signed with another published key                                     |
      | that says both `none` and, later, RS256, and is signed                                  |
      | that names two keys, an unknown one first                                               |
      | whose type is access token                                                              |
      | whose type is logout token                                                              |
      | whose type is proof of possession                                                       |
      | whose type is JSON serialisation                                                        |
      | whose type is a number                                                                  |
      | whose header says it is compressed                                                      |
      | whose header is padded with equals signs, which the signature covers                    |
      | whose payload is padded with equals signs, which the signature covers                   |
      | whose header is in the standard base64 alphabet, which the signature covers             |
      | whose payload is in the standard base64 alphabet, which the signature covers            |
      | whose payload is in both base64 alphabets, which the signature covers                   |
      | whose header is encoded with unused bits that are not zero, which the signature covers  |
      | whose payload is encoded with unused bits that are not zero, which the signature covers |
      | whose payload has half a character in it                                                |
      | that says `iss` twice, wrong the first time                                             |
      | that says `aud` twice, wrong the first time                                             |
      | that says `exp` twice, wrong the first time                                             |
      | that says `repository` twice, wrong the first time                                      |
      | that says `event_name` twice, wrong the first time                                      |
      | that says `iss` twice, wrong the first time and with the name escaped                   |
      | that says `aud` twice, wrong the first time and with the name escaped                   |
      | that says `exp` twice, wrong the first time and with the name escaped                   |
      | that says `repository` twice, wrong the first time and with the name escaped            |
      | that says `event_name` twice, wrong the first time and with the name escaped            |
      | with an unknown claim that holds a name twice                                           |
      | with an unknown claim whose number is beyond any range                                  |
      | with an unknown claim whose number is minus zero                                        |
      | with an unknown claim whose number is beyond a double's precision                       |
      | with an unknown claim whose number is written with an exponent                          |
      | with an unknown claim whose number is 400 digits long                                   |
      | whose audience is a list with the right one                                             |
      | that expired a second ago                                                               |
      | whose expiry is in milliseconds, which is far in the future when read as seconds        |
      | whose expiry has a fraction                                                             |
      | that stays valid for an hour                                                            |
      | that expires before it was issued                                                       |
      | that expires before it becomes valid                                                    |
      | that became valid only after it was issued                                              |
      | whose start of validity is null                                                         |
      | whose start of validity is negative                                                     |
      | whose start of validity is zero                                                         |
      | whose start of validity is a fraction                                                   |
      | without a start of validity                                                             |
      | whose time of issue is a fraction                                                       |
      | whose time of issue is a day ago while it is still valid                                |
      | whose list of critical members is empty                                                 |
      | whose list of critical members names `alg`, which must not be in it                     |
      | whose list of critical members is null                                                  |
      | whose own id is a blank                                                                 |
      | whose own id is 10 000 characters long                                                  |
      | whose own id is followed by a NUL                                                       |
      | without a subject                                                                       |
      | whose subject is empty                                                                  |
      | whose subject is null                                                                   |
      | whose subject is a number                                                               |
      | whose subject is a list                                                                 |
      | whose subject is somebody else's                                                        |
      | whose subject is one in which an environment imitates a branch                          |
      | whose subject is of a form with hyphens that no provider uses                           |
      | whose workflow file has the right name in somebody else's repository                    |
      | whose workflow file comes from another ref than the job's                               |
      | whose ref and commit are both empty                                                     |
      | that calls its branch a tag                                                             |
      | from a branch that is named like a tag                                                  |
