package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.ServerFault;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every change of a claim is refused by the strict behaviour, and let through or fatal once a knob is turned. */
class KnobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {aud: PYPI}                        | WRONG_AUDIENCE  | {audience: {match: caseFolded}}
        {aud: pypi.evil}                   | WRONG_AUDIENCE  | {audience: {match: prefix}}
        {aud: testpypi}                    | WRONG_AUDIENCE  | {audience: {match: suffix}}
        {aud: a-pypi-b}                    | WRONG_AUDIENCE  | {audience: {match: contains}}
        {aud: py}                          | WRONG_AUDIENCE  | {audience: {match: contained}}
        {aud: pypi/}                       | WRONG_AUDIENCE  | {audience: {match: slashTolerant}}
        {aud: 'https://pypi'}              | WRONG_AUDIENCE  | {audience: {match: sameHost}}
        {aud: 'https://pypi'}              | WRONG_AUDIENCE  | {audience: {match: schemeIgnored}}
        {aud: api.pypi}                    | WRONG_AUDIENCE  | {audience: {match: subdomain}}
        {aud: 'x,pypi'}                    | WRONG_AUDIENCE  | {audience: {match: listed}}
        {aud: ' pypi'}                     | WRONG_AUDIENCE  | {audience: {match: trimmed}}
        {aud: other}                       | WRONG_AUDIENCE  | {audience: {match: ignored}}
        {aud: 5}                           | WRONG_AUDIENCE  | {audience: {match: ignored}}
        {aud: other}                       | WRONG_AUDIENCE  | {audience: {alsoAccepted: [other]}}
        {aud: [pypi]}                      | WRONG_AUDIENCE  | {audience: {list: single}}
        {aud: [pypi, other]}               | WRONG_AUDIENCE  | {audience: {list: first}}
        {aud: [other, pypi]}               | WRONG_AUDIENCE  | {audience: {list: any}}
        {aud: (absent)}                    | BAD_REGISTERED_CLAIM | {audience: {missing: accepted}, registeredClaims: {required: []}}
        {aud: (absent)}                    | BAD_REGISTERED_CLAIM | {registeredClaims: {required: []}, audience: {missing: accepted}}
        {aud: other}                       | WRONG_AUDIENCE  | {checks: [parse, issuer, policy]}
        {exp: 1787313569}                  | EXPIRED         | {times: {expiry: ignored}}
        {exp: 1787313570}                  | EXPIRED         | {times: {leewaySeconds: 31}}
        {exp: '1787313900'}                | BAD_REGISTERED_CLAIM | {times: {form: numberOrText}, replay: {oddExpiry: accepted}}
        {exp: 1787313900.5}                | BAD_REGISTERED_CLAIM | {times: {form: number}, replay: {oddExpiry: accepted}}
        {exp: soon}                        | BAD_REGISTERED_CLAIM | {times: {unreadable: asAbsent}, replay: {oddExpiry: accepted}}
        {exp: (absent)}                    | BAD_REGISTERED_CLAIM | {registeredClaims: {required: []}, replay: {oddExpiry: accepted}}
        {nbf: 1787313631}                  | NOT_YET_VALID   | {times: {notBefore: ignored}}
        {nbf: 1787313631}                  | NOT_YET_VALID   | {times: {leewaySeconds: 31}}
        {nbf: null}                        | BAD_REGISTERED_CLAIM | {times: {unreadable: asAbsent}}
        {iat: 1787313631}                  | NOT_YET_VALID   | {times: {issuedAt: ignored}}
        {iat: (absent)}                    | BAD_REGISTERED_CLAIM | {registeredClaims: {required: []}}
        {exp: 1787314501}                  | LIFETIME_TOO_LONG | {times: {maximumLifetimeSeconds: 901}}
        {exp: 4102444800}                  | LIFETIME_TOO_LONG | {times: {maximumLifetimeSeconds: unlimited}}
        {sub: (absent)}                    | BAD_REGISTERED_CLAIM | {registeredClaims: {required: []}}
        {sub: ''}                          | BAD_REGISTERED_CLAIM | {registeredClaims: {empty: accepted}}
        {sub: [x]}                         | BAD_REGISTERED_CLAIM | {registeredClaims: {wrongType: accepted}}
        {jti: 7}                           | BAD_REGISTERED_CLAIM | {registeredClaims: {wrongType: accepted}, replay: {missingId: accepted}}
        {jti: (absent)}                    | BAD_REGISTERED_CLAIM | {registeredClaims: {required: []}, replay: {key: tokenText}, providers: {github: {requiredClaims: []}}}
        {repository: OCTO/widget}          | NO_POLICY       | {providers: {github: {claims: {repository: {match: caseFolded}}}}}
        {repository: octo/widget-evil}     | NO_POLICY       | {providers: {github: {claims: {repository: {match: prefix}}}}}
        {repository: evil-octo/widget}     | NO_POLICY       | {providers: {github: {claims: {repository: {match: suffix}}}}}
        {repository: octo/wıdget}          | NO_POLICY       | {providers: {github: {claims: {repository: {match: ignored}}}}}
        {repository: octo/wídget}          | NO_POLICY       | {providers: {github: {claims: {repository: {match: unicodeFolded}}}}}
        {repository: 'octo/%77idget'}      | NO_POLICY       | {providers: {github: {claims: {repository: {match: percentDecoded}}}}}
        {repository: octo/ŷidget}          | NO_POLICY       | {providers: {github: {claims: {repository: {match: eightBit}}}}}
        {repository: evil/widget}          | NO_POLICY       | {providers: {github: {claims: {repository: {part: afterFirstSlash, expected: '{repository}'}}}}}
        {repository: a/b/widget}           | NO_POLICY       | {providers: {github: {claims: {repository: {part: afterLastSlash, expected: '{repository}'}}}}}
        {repository: octo/gadget}          | NO_POLICY       | {providers: {github: {claims: {repository: {part: beforeFirstSlash, expected: '{owner}'}}}}}
        {repository: octo/gadget}          | NO_POLICY       | {providers: {github: {claims: {repository: {part: beforeLastSlash, expected: '{owner}'}}}}}
        {repository: (absent)}             | MISSING_CLAIM   | {providers: {github: {requiredClaims: [], claims: {repository: {missing: accepted}}}}}
        {repository: ''}                   | CLAIM_MISMATCH  | {providers: {github: {claims: {repository: {missing: accepted}}}}}
        {repository: [octo/widget]}        | CLAIM_MISMATCH  | {providers: {github: {claims: {repository: {wrongType: accepted}}}}}
        {repository_owner: evil}           | CLAIM_MISMATCH  | {providers: {github: {claims: {owner: {match: ignored}}}}}
        {repository_owner_id: '1002'}      | CLAIM_MISMATCH  | {providers: {github: {pins: {ownerId: {source: notPinned}}}}}
        {repository_owner_id: '10019'}     | CLAIM_MISMATCH  | {providers: {github: {pins: {ownerId: {match: prefix}}}}}
        {repository_owner_id: 1001}        | CLAIM_MISMATCH  | {providers: {github: {pins: {ownerId: {wrongType: accepted}}}}}
        {repository_owner_id: ''}          | CLAIM_MISMATCH  | {providers: {github: {pins: {ownerId: {missing: accepted}}}}}
        {repository_id: '2002'}            | CLAIM_MISMATCH  | {providers: {github: {pins: {repositoryId: null}}}}
        {repository_id: '2002'}            | CLAIM_MISMATCH  | {providers: {github: {pins: {repositoryId: {source: lockedOnFirstUse}}}}}
        {event_name: pull_request_target}  | REFUSED_TRIGGER | {providers: {github: {trigger: {refused: [workflow_run]}}}}
        {event_name: Pull_Request_Target}  | REFUSED_TRIGGER | {providers: {github: {trigger: {match: exact}}}}
        {event_name: workflow_run}         | REFUSED_TRIGGER | {providers: {github: {trigger: {refused: []}}}}
        {event_name: ''}                   | CLAIM_MISMATCH  | {providers: {github: {trigger: {missing: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/evil.yml@refs/heads/main} | NO_POLICY | {providers: {github: {workflow: {match: ignored, locationMatch: ignored, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/RELEASE.yml@refs/heads/main} | NO_POLICY | {providers: {github: {workflow: {match: caseFolded, locationMatch: caseFolded, reusable: accepted}}}}
        {workflow_ref: evil/widget/.github/workflows/release.yml@refs/heads/main} | CLAIM_MISMATCH | {providers: {github: {workflow: {locationMatch: ignored, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/release.yml@refs/heads/evil} | CLAIM_MISMATCH | {providers: {github: {workflow: {ref: ignored, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/evil.yml@refs/heads/main} | NO_POLICY | {providers: {github: {workflow: {claim: job_workflow_ref, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/release.yml@evil.yml@refs/heads/main} | NO_POLICY | {providers: {github: {workflow: {file: beforeFirstAt, ref: ignored, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/evil.yml@x/release.yml@y} | NO_POLICY | {providers: {github: {workflow: {file: beforeLastAt, locationMatch: ignored, reusable: accepted}}}}
        {workflow_ref: octo/widget/.github/workflows/evil.yml@release.yml} | NO_POLICY | {providers: {github: {workflow: {file: whole, match: contains, locationMatch: ignored, reusable: accepted}}}}
        {workflow_ref: ''}                 | CLAIM_MISMATCH  | {providers: {github: {workflow: {match: ignored, locationMatch: ignored, reusable: accepted}}}}
        {ref: '', sha: ''}                 | CLAIM_MISMATCH  | {providers: {github: {workflow: {ref: ignored}}}}
        {sha: ''}                          | ``              | {}
        {job_workflow_ref: other/shared/.github/workflows/build.yml@v1} | CLAIM_MISMATCH | {providers: {github: {workflow: {reusable: accepted}}}}
        {job_workflow_ref: octo/widget/.github/workflows/build.yml@v1}  | CLAIM_MISMATCH | {providers: {github: {workflow: {reusable: sameRepository}}}}
        {runner_environment: self-hosted}  | ``              | {}
        {brand_new: 1}                     | ``              | {}
        {environment: production}          | ``              | {}
        {enterprise: acme}                 | ``              | {providers: {github: {unknownClaims: refused}}}
        {sub: 'repo:octo@1001/widget@2001:ref:x'} | ``       | {providers: {github: {subject: {form: either}}}}
        """)
    void theStrictBehaviourRefusesWhatATurnedKnobLetsThrough(String different, String reason, String change) {
        var claims = CoreScene.yaml(different);

        assertThat(refusal(CoreScene.strict(), claims)).isEqualTo(reason);
        assertThat(refusal(CoreScene.with(change), claims)).isEmpty();
        assertThat(CoreScene.with(change)
                        .withPolicy("widget")
                        .granted(CoreScene.strict().claims()))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {runner_environment: self-hosted}  | CLAIM_MISMATCH  | {providers: {github: {runner: {allowed: [github-hosted]}}}}
        {runner_environment: ''}           | CLAIM_MISMATCH  | {providers: {github: {runner: {allowed: [github-hosted]}}}}
        {event_name: schedule}             | REFUSED_TRIGGER | {providers: {github: {trigger: {allowed: [push]}}}}
        {brand_new: 1}                     | CLAIM_MISMATCH  | {providers: {github: {unknownClaims: refused}}}
        {environment: production}          | CLAIM_MISMATCH  | {providers: {github: {environment: {notConfigured: refused}}}}
        {environment: production}          | NO_POLICY       | {providers: {github: {environment: {notConfigured: refused, stage: lookup}}}}
        {sub: 'repo:octo@1001/widget@2001:ref:x'} | CLAIM_MISMATCH | {providers: {github: {subject: {form: classic}}}}
        {sub: 'repo:octo/widget:ref:x'}    | CLAIM_MISMATCH  | {providers: {github: {subject: {form: immutable}}}}
        {sub: 'custom'}                    | CLAIM_MISMATCH  | {providers: {github: {subject: {form: either}}}}
        {iat: 1787313000}                  | LIFETIME_TOO_LONG | {times: {maximumLifetimeSeconds: 899}}
        {ref_path: x}                      | NOT_ENABLED     | {switches: {disabledProviders: [github]}}
        {ref_path: x}                      | NOT_ENABLED     | {switches: {trustedPublishing: false}}
        {sha: ''}                          | CLAIM_MISMATCH  | {providers: {github: {workflow: {refPresence: all}}}}
        """)
    void otherKnobsMakeItStricter(String different, String reason, String change) {
        var claims = CoreScene.yaml(different);

        assertThat(refusal(CoreScene.strict(), claims)).isEmpty();
        assertThat(refusal(CoreScene.with(change), claims)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {iss: [x]}                         | {issuers: {nonText: serverError}}
        {exp: '1787313900'}                | {times: {form: numberOrText}, replay: {oddExpiry: serverError}}
        {exp: soon}                        | {times: {unreadable: serverError}}
        {sub: 5}                           | {registeredClaims: {wrongType: serverError}}
        {aud: (absent)}                    | {registeredClaims: {required: []}, audience: {missing: serverError}}
        {jti: (absent)}                    | {registeredClaims: {required: []}, replay: {missingId: serverError}, providers: {github: {requiredClaims: []}}}
        {repository: 5}                    | {providers: {github: {claims: {repository: {wrongType: serverError}}}}}
        {repository: octo}                 | {providers: {github: {claims: {repository: {part: afterFirstSlash, oddShape: serverError}}}}}
        {repository_owner_id: 1001}        | {providers: {github: {pins: {ownerId: {wrongType: serverError}}}}}
        """)
    void otherKnobsMakeItCrash(String different, String change) {
        var claims = CoreScene.yaml(different);

        assertThat(refusal(CoreScene.strict(), claims)).isNotEmpty();
        assertThatThrownBy(() -> refusal(CoreScene.with(change), claims)).isInstanceOf(ServerFault.class);
    }

    private static String refusal(CoreScene scene, JsonNode different) {
        scene.withPolicy("widget");
        var changes = new ObjectMapper().convertValue(different, new TypeReference<Map<String, Object>>() {});
        return scene.refusal(scene.claims(changes)).map(Reason::name).orElse("");
    }
}
