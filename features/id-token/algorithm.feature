Feature: Only the algorithm that the issuer uses is accepted

  @JWT-2
  Scenario Outline: An ID token <defect> is refused
    Given a package with a trusted publisher
    When the workload presents an ID token <defect>
    Then it is refused
    But its twin is accepted

    @smoke
    Examples: representative
      | defect                                     |
      | that calls itself unsigned (`none`) and is |

    Examples:
      | defect                                                                                                    |
      | that calls itself unsigned (`None`) and is                                                                |
      | that calls itself unsigned (`NONE`) and is                                                                |
      | that calls itself unsigned (`nOnE`) and is                                                                |
      | that calls itself unsigned (`noNE`) and is                                                                |
      | that calls itself unsigned (`none`) under the signature of the sound token                                |
      | that calls itself unsigned (`None`) under the signature of the sound token                                |
      | that calls itself unsigned (`NONE`) under the signature of the sound token                                |
      | that calls itself unsigned (`nOnE`) under the signature of the sound token                                |
      | that calls itself unsigned (`noNE`) under the signature of the sound token                                |
      | that calls itself unsigned (`none`) and has a random signature                                            |
      | that calls itself unsigned (`None`) and has a random signature                                            |
      | that calls itself unsigned (`NONE`) and has a random signature                                            |
      | that calls itself unsigned (`nOnE`) and has a random signature                                            |
      | that calls itself unsigned (`noNE`) and has a random signature                                            |
      | that calls itself unsigned (`none`) although its issuer signed it                                         |
      | that calls itself unsigned (`None`) although its issuer signed it                                         |
      | that calls itself unsigned (`NONE`) although its issuer signed it                                         |
      | that calls itself unsigned (`nOnE`) although its issuer signed it                                         |
      | that calls itself unsigned (`noNE`) although its issuer signed it                                         |
      | that does not say how it is signed                                                                        |
      | whose algorithm is empty                                                                                  |
      | whose algorithm is null                                                                                   |
      | whose algorithm is a number                                                                               |
      | whose algorithm is a boolean                                                                              |
      | whose algorithm is a list                                                                                 |
      | whose algorithm is an object                                                                              |
      | whose algorithm is written in lower case                                                                  |
      | whose algorithm is followed by a blank                                                                    |
      | whose algorithm is followed by a NUL character                                                            |
      | whose algorithm is written as Java calls it                                                               |
      | whose algorithm is one that nobody knows                                                                  |
      | that was signed with HS256 and the issuer's public key (PEM) as the secret                                |
      | that was signed with HS256 and the issuer's public key (PEM without its last line break) as the secret    |
      | that was signed with HS256 and the issuer's public key (PEM behind a blank, CVE-2026-34950) as the secret |
      | that was signed with HS256 and the issuer's public key (PEM with CR LF) as the secret                     |
      | that was signed with HS256 and the issuer's public key (base64 of its DER form) as the secret             |
      | that was signed with HS256 and the issuer's public key (DER) as the secret                                |
      | that was signed with HS256 and the issuer's public key (PKCS#1 PEM) as the secret                         |
      | that was signed with HS256 and the issuer's public key (PKCS#1 DER) as the secret                         |
      | that was signed with HS256 and the issuer's public key (its JWK) as the secret                            |
      | that was signed with HS256 and the issuer's public key (its modulus) as the secret                        |
      | that was signed with HS256 and the issuer's public key (the text of `n`, CVE-2026-22817) as the secret    |
      | that was signed with HS256 and the issuer's public key (its certificate in PEM) as the secret             |
      | that was signed with HS256 and the issuer's public key (its certificate in DER) as the secret             |
      | that was signed with HS256 and the issuer's public key (the text of `x5c`) as the secret                  |
      | that was signed with HS384 and the issuer's public key as the secret                                      |
      | that was signed with HS512 and the issuer's public key as the secret                                      |
      | that was signed with HS256 and nothing as the secret                                                      |
      | that was signed with HS256 and one zero octet as the secret                                               |
      | that was signed with HS256 and the word "secret" as the secret                                            |
      | that was signed with HS256 and the key id as the secret                                                   |
      | that its issuer's key signed with RS384, which is not the key's algorithm                                 |
      | that its issuer's key signed with RS512, which is not the key's algorithm                                 |
      | that its issuer's key signed with PS256, which is not the key's algorithm                                 |
      | that its issuer's key signed with PS384, which is not the key's algorithm                                 |
      | that its issuer's key signed with PS512, which is not the key's algorithm                                 |
      | that its issuer's key signed with RS1, which is not the key's algorithm                                   |
      | that its issuer's key signed with PS256 while it says RS256                                               |
      | that its issuer's key signed with RS256 while it says RS384                                               |
      | that its issuer's key signed with RS256 while it says PS256                                               |
      | that its issuer's key signed with RS256 while it says ES256                                               |
      | that its issuer's key signed with RS256 while it says HS256                                               |
      | that an attacker signed with an EC key of their own                                                       |
      | that an attacker signed with an EC key of their own, written as ASN.1                                     |
      | whose ES256 signature is r = 0, s = 0, which nobody computed                                              |
      | whose ES256 signature is r = 0, s = 1, which nobody computed                                              |
      | whose ES256 signature is r = 1, s = 0, which nobody computed                                              |
      | whose ES256 signature is r = 1, s = 1, which nobody computed                                              |
      | whose ES256 signature is r = n-1, s = n-1, which nobody computed                                          |
      | whose ES256 signature is r = n, s = n, which nobody computed                                              |
      | whose ES256 signature is r = n, s = 0, which nobody computed                                              |
      | whose ES256 signature is r = 0, s = n, which nobody computed                                              |
      | whose ES256 signature is r = 1, s = n, which nobody computed                                              |
      | whose ES256 signature is r = n, s = 1, which nobody computed                                              |
      | whose ES256 signature is r = n+1, s = n+1, which nobody computed                                          |
      | whose ES256 signature is r = max, s = max, which nobody computed                                          |
      | whose ES256 signature is r = 1, s = n-1, which nobody computed                                            |
      | whose ES256 signature has 0 octets instead of 64                                                          |
      | whose ES256 signature has 63 octets instead of 64                                                         |
      | whose ES256 signature has 65 octets instead of 64                                                         |
      | whose ES256 signature has 128 octets instead of 64                                                        |
      | that an attacker signed with an Ed25519 key of their own                                                  |
      | that says ES256K and has a random signature                                                               |
