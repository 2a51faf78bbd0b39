package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.Reason;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed a token, and whose policies that opens. */
class IssuerTest {

    /** Policies of GitLab's in the words of GitHub's, so that only the issuer tells them apart. */
    private static final String LIKE_GITHUB = """
            {issuers: {separatesPolicies: %s}, providers: {gitlab: {
              requiredClaims: [], claims: {project: {claim: repository, expected: '{owner}/{repository}'}},
              pins: {projectId: {source: notPinned}, namespaceId: {source: notPinned}},
              workflow: {claim: workflow_ref, file: longestBeforeAt, refClaims: [ref], callingClaim: workflow_ref,
                calledClaim: workflow_ref, location: '{owner}/{repository}/.github/workflows/{workflow}'}}}}
            """;

    private static String ofOtherIssuer(CoreScene scene) {
        return TestIssuer.sign(
                Scene.OTHER_KEY,
                Map.of("alg", "RS256", "kid", "second"),
                Scene.write(scene.claims(Map.of("iss", CoreScene.OTHER_ISSUER))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPolicyIsOpenedByItsOwnIssuerOnlyUnlessIssuersAreNotSeparated(boolean separates) {
        var linked = CoreScene.with(LIKE_GITHUB.formatted(separates)).withPolicy("widget");
        var pending = CoreScene.with(LIKE_GITHUB.formatted(separates));
        pending.pending("alice", "newborn");

        for (var scene : List.of(linked, pending)) {
            if (separates) {
                assertThat(scene.refusalOf(ofOtherIssuer(scene))).contains(Reason.NO_POLICY);
            } else {
                assertThat(scene.refusalOf(ofOtherIssuer(scene))).isEmpty();
            }
            assertThat(scene.refusal(scene.claims())).isEmpty();
        }
    }

    @Test
    void theFirstOfSeveralIssuersIsTakenOnlyWhereTheBehaviourTakesIt() {
        var strict = CoreScene.strict().withPolicy("widget");
        var lax = CoreScene.with("{issuers: {nonText: firstElement, recheckedAfterVerification: false},"
                        + " registeredClaims: {text: []}}")
                .withPolicy("widget");
        var issuers = Map.of("iss", List.of(CoreScene.ISSUER, "https://evil.test"));
        var number = Map.of("iss", 7);

        assertThat(strict.refusal(strict.claims(issuers))).contains(Reason.UNKNOWN_ISSUER);
        assertThat(lax.refusal(lax.claims(issuers))).isEmpty();
        assertThat(lax.refusal(lax.claims(number))).contains(Reason.UNKNOWN_ISSUER);
    }

    @Test
    void anIssuerThatChangesBetweenTwoReadingsIsNoticedUnlessNobodyLooksAgain() {
        var change = "{parsing: {duplicateMembers: firstWinsForIssuer}, issuers: {recheckedAfterVerification: %s}}";
        for (var rechecked : List.of(true, false)) {
            var scene = CoreScene.with(change.formatted(rechecked)).withPolicy("widget");
            var sound = Scene.write(scene.claims());
            var doubled = sound.substring(0, sound.length() - 1) + ",\"iss\":\"https://evil.test\"}";
            var token = TestIssuer.sign(Scene.KEY, Map.of("alg", "RS256", "kid", "first"), doubled);

            if (rechecked) {
                assertThat(scene.refusalOf(token)).contains(Reason.BAD_REGISTERED_CLAIM);
            } else {
                assertThat(scene.refusalOf(token)).isEmpty();
            }
        }
    }

    @Test
    void keysAreUsedEvenIfNoneIsEverFetchedForAnUnknownKeyId() {
        var scene = CoreScene.with("{keys: {unknownKeyId: refused, staleKeys: used}}")
                .withPolicy("widget");
        assertThat(scene.refusal(scene.claims())).as("fetched").isEmpty();
        assertThat(scene.refusal(scene.claims())).as("kept").isEmpty();

        scene.advance(61);
        scene.problem(CoreScene.ISSUER + "/keys", FetchProblem.UNREACHABLE);
        assertThat(scene.refusal(scene.claims())).as("stale").isEmpty();
    }

    @Test
    void oneLockForAllIssuersFindsTheSameKeys() {
        var scene = CoreScene.with("{keys: {fetchLock: global}}").withPolicy("widget");

        assertThat(scene.refusal(scene.claims())).isEmpty();
    }

    @Test
    void aKeyMustBeMeantForVerifying() {
        for (var operation : List.of(KeyOperation.VERIFY, KeyOperation.ENCRYPT)) {
            var scene = CoreScene.strict().withPolicy("widget");
            scene.issuer(
                    CoreScene.ISSUER,
                    new RSAKey.Builder(Scene.KEY.toRSAKey().toPublicJWK())
                            .keyOperations(Set.of(operation))
                            .build());

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(operation == KeyOperation.VERIFY);
        }
    }

    @Test
    void aCertificateInTheHeaderIsWorthNothingUnlessItIsBelieved() throws Exception {
        var attackers = Scene.OTHER_KEY;
        var name = new X500Name("CN=attacker");
        var certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(CoreScene.NOW),
                        Date.from(CoreScene.NOW.plusSeconds(1)),
                        name,
                        attackers.toRSAPublicKey())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(attackers.toRSAPrivateKey()))
                .getEncoded();
        var text = Base64.getEncoder().encodeToString(certificate);
        var address = "https://evil.test/certificate";
        for (var header : List.of(Map.of("x5c", List.of(text)), Map.of("x5u", (Object) address))) {
            var parameter = header.keySet().iterator().next();
            var members = new LinkedHashMap<String, Object>(Map.of("alg", "RS256", "kid", "first"));
            members.putAll(header);
            var strict = CoreScene.strict().withPolicy("widget");
            var gullible = CoreScene.with(
                            "{keys: {sources: [header%s, discovery]}}".formatted(parameter.replace('x', 'X')))
                    .withPolicy("widget");
            gullible.document(address, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");

            assertThat(strict.refusalOf(TestIssuer.sign(attackers, members, Scene.write(strict.claims()))))
                    .contains(Reason.BAD_SIGNATURE);
            assertThat(gullible.refusalOf(TestIssuer.sign(attackers, members, Scene.write(gullible.claims()))))
                    .isEmpty();
        }
    }

    @Test
    void anotherCurveKeyOrAnotherKindOfKeyDoesNotFit() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        var other = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        var scene = CoreScene.with("{signature: {algorithms: [RS256, ES256]}}").withPolicy("widget");
        scene.issuer(CoreScene.ISSUER, key.toPublicJWK());
        var jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("first").build(),
                new Payload(Scene.write(scene.claims())));
        jws.sign(new ECDSASigner(other));

        assertThat(scene.refusalOf(jws.serialize())).contains(Reason.BAD_SIGNATURE);
        assertThat(scene.refusal(scene.claims())).contains(Reason.BAD_SIGNATURE);
    }
}
