package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.ServerFault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFetchTest {

    private static final String KEY_SET = CoreScene.ISSUER + "/keys";

    private static final String DISCOVERY = CoreScene.ISSUER + "/.well-known/openid-configuration";

    private static String signedWith(RSAKey key, CoreScene scene) {
        return signedWith(key, Map.of("alg", "RS256", "kid", key.getKeyID()), scene);
    }

    private static String signedWith(RSAKey key, Map<String, Object> header, CoreScene scene) {
        return TestIssuer.sign(key, header, Scene.write(scene.claims()));
    }

    @Test
    void keysAreFetchedOnceAndKeptForAWhile() {
        var scene = CoreScene.strict().withPolicy("widget");
        scene.granted(scene.claims());
        scene.advance(59);
        scene.granted(scene.claims());
        assertThat(scene.fetched()).filteredOn(KEY_SET::equals).hasSize(1);

        scene.advance(1);
        scene.granted(scene.claims());
        assertThat(scene.fetched()).filteredOn(KEY_SET::equals).hasSize(2);
    }

    @Test
    void aWithdrawnKeyStopsWorkingUnlessKeysAreKeptForEver() {
        for (var change : List.of("{}", "{keys: {cacheSeconds: unlimited}}")) {
            var scene = CoreScene.with(change).withPolicy("widget");
            scene.granted(scene.claims());
            scene.issuer(CoreScene.ISSUER, Scene.OTHER_KEY.toPublicJWK());
            scene.advance(61);

            assertThat(scene.refusal(scene.claims()).isPresent()).isEqualTo(change.equals("{}"));
        }
    }

    @Test
    void aNewKeyIsPickedUpAfterThePause() {
        var scene = CoreScene.with("{keys: {cacheSeconds: unlimited}}").withPolicy("widget");
        scene.granted(scene.claims());
        scene.issuer(CoreScene.ISSUER, Scene.OTHER_KEY.toPublicJWK());
        scene.advance(59);
        assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene))).contains(Reason.UNKNOWN_KEY);

        scene.advance(1);
        assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene))).isEmpty();
    }

    @Test
    void unknownKeysCauseNoFloodUnlessNothingLimitsThem() {
        var scene = CoreScene.strict().withPolicy("widget");
        var flooding = CoreScene.with("{keys: {fetchesPerPause: unlimited}}").withPolicy("widget");
        var never = CoreScene.with("{keys: {unknownKeyId: refused, fetchesPerPause: unlimited}}");
        for (var count = 0; count < 5; count++) {
            scene.refusalOf(signedWith(Scene.OTHER_KEY, scene));
            flooding.refusalOf(signedWith(Scene.OTHER_KEY, flooding));
            never.refusalOf(signedWith(Scene.OTHER_KEY, never));
        }

        assertThat(scene.fetched()).filteredOn(KEY_SET::equals).hasSize(1);
        assertThat(flooding.fetched()).filteredOn(KEY_SET::equals).hasSize(6);
        assertThat(never.fetched()).filteredOn(KEY_SET::equals).hasSize(1);
    }

    @Test
    void thePauseIsTheIssuersUnlessEachKeyIdHasItsOwn() {
        for (var pause : List.of("perIssuer", "perKeyId")) {
            var scene = CoreScene.with("{keys: {refreshPause: %s}}".formatted(pause))
                    .withPolicy("widget");
            scene.granted(scene.claims());
            for (var keyId : List.of("a", "b", "a")) {
                scene.refusalOf(signedWith(Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", keyId), scene));
            }

            assertThat(scene.fetched()).filteredOn(KEY_SET::equals).hasSize(pause.equals("perIssuer") ? 1 : 3);
        }
    }

    @Test
    void thePauseEndsThoughUnknownKeysKeepComingUnlessEachRestartsIt() {
        for (var pause : List.of("perIssuer", "restarted")) {
            var scene = CoreScene.with("{keys: {cacheSeconds: 600, refreshPause: %s}}".formatted(pause))
                    .withPolicy("widget");
            scene.granted(scene.claims());
            scene.issuer(CoreScene.ISSUER, Scene.OTHER_KEY.toPublicJWK());
            for (var count = 0; count < 3; count++) {
                scene.advance(30);
                scene.refusalOf(signedWith(Scene.KEY, Map.of("alg", "RS256", "kid", "unknown"), scene));
            }

            assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene)).isEmpty())
                    .isEqualTo(pause.equals("perIssuer"));
            scene.advance(60);
            assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene))).isEmpty();
        }
    }

    @Test
    void anUnknownKeyIdStartsItsOwnIssuersPauseUnlessAllShareOne() {
        for (var pause : List.of("perIssuer", "shared")) {
            var scene = CoreScene.with("{keys: {cacheSeconds: 600, refreshPause: %s}}".formatted(pause))
                    .withPolicy("widget");
            scene.granted(scene.claims());
            scene.refusalOf(ofOtherIssuer(Scene.OTHER_KEY, scene));
            scene.issuer(CoreScene.OTHER_ISSUER, Scene.KEY.toPublicJWK());
            scene.advance(60);
            scene.refusalOf(signedWith(Scene.KEY, Map.of("alg", "RS256", "kid", "unknown"), scene));

            assertThat(scene.refusalOf(ofOtherIssuer(Scene.KEY, scene)).equals(Optional.of(Reason.UNKNOWN_KEY)))
                    .isEqualTo(pause.equals("shared"));
        }
    }

    private static String ofOtherIssuer(RSAKey key, CoreScene scene) {
        return TestIssuer.sign(
                key,
                Map.of("alg", "RS256", "kid", key.getKeyID()),
                Scene.write(scene.claims(Map.of("iss", CoreScene.OTHER_ISSUER))));
    }

    @Test
    void aKeyThatIsPublishedLateIsPickedUpUnlessItIsUnknownForEver() {
        for (var unknown : List.of("refetched", "refetchedOnce")) {
            var scene = CoreScene.with("{keys: {unknownKeyId: %s}}".formatted(unknown))
                    .withPolicy("widget");
            scene.granted(scene.claims());
            scene.advance(60);
            assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene))).contains(Reason.UNKNOWN_KEY);
            scene.issuer(CoreScene.ISSUER, Scene.KEY.toPublicJWK(), Scene.OTHER_KEY.toPublicJWK());
            scene.advance(3600);

            assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene)).isEmpty())
                    .isEqualTo(unknown.equals("refetched"));
            assertThat(scene.refusal(scene.claims())).isEmpty();
        }
    }

    @Test
    void aKeyIdIsNotUnknownBecauseAnotherAlgorithmIsNamedWithIt() {
        var scene = CoreScene.with("{keys: {unknownKeyId: refetchedOnce}, signature: {algorithms: [RS256, RS384]}}")
                .withPolicy("widget");
        scene.issuer(
                CoreScene.ISSUER,
                new RSAKey.Builder(Scene.KEY.toPublicJWK())
                        .algorithm(JWSAlgorithm.RS256)
                        .build());
        scene.granted(scene.claims());
        scene.advance(59);
        var other = Map.<String, Object>of("alg", "RS384", "kid", Scene.KEY.getKeyID());
        scene.refusalOf(signedWith(Scene.KEY, other, scene));

        assertThat(scene.refusal(scene.claims())).isEmpty();
    }

    @Test
    void keysThatAreUsedGrowOldUnlessTheirAgeIsCountedSinceThen() {
        for (var age : List.of("sinceFetch", "sinceUse")) {
            var scene = CoreScene.with("{keys: {cacheAge: %s}}".formatted(age)).withPolicy("widget");
            scene.granted(scene.claims());
            scene.issuer(CoreScene.ISSUER, Scene.OTHER_KEY.toPublicJWK());
            scene.advance(40);
            assertThat(scene.refusal(scene.claims())).isEmpty();
            scene.advance(40);

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(age.equals("sinceUse"));
            scene.advance(60);
            assertThat(scene.refusal(scene.claims())).contains(Reason.UNKNOWN_KEY);
        }
    }

    @Test
    void failedFetchesAreLimitedToo() {
        var scene = CoreScene.strict().withPolicy("widget");
        scene.problem(DISCOVERY, FetchProblem.UNREACHABLE);
        for (var count = 0; count < 5; count++) {
            assertThat(scene.refusal(scene.claims())).contains(Reason.ISSUER_UNAVAILABLE);
        }
        assertThat(scene.fetched()).filteredOn(DISCOVERY::equals).hasSize(3);

        scene.noProblem(DISCOVERY);
        scene.advance(60);
        assertThat(scene.refusal(scene.claims())).isEmpty();
    }

    @Test
    void anOutageOverIsForgottenAtOnce() {
        var scene = CoreScene.strict().withPolicy("widget");
        scene.problem(KEY_SET, FetchProblem.UNREACHABLE);
        assertThat(scene.refusal(scene.claims())).contains(Reason.ISSUER_UNAVAILABLE);
        scene.noProblem(KEY_SET);

        assertThat(scene.refusal(scene.claims())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FetchProblem.class)
    void whatAFailureLeadsToIsUpToTheBehaviour(FetchProblem problem) {
        var name = camel(problem.name());

        assertThat(refusal("{}", problem)).contains(Reason.ISSUER_UNAVAILABLE);
        assertThat(refusal("{keys: {failures: {%s: invalidToken}}}".formatted(name), problem))
                .contains(Reason.UNKNOWN_KEY);
        assertThat(refusal("{keys: {failures: {%s: signatureSkipped}}}".formatted(name), problem))
                .isEmpty();
        var crashing = "{keys: {failures: {%s: serverError}}}".formatted(name);
        assertThatThrownBy(() -> refusal(crashing, problem)).isInstanceOf(ServerFault.class);
    }

    private static Optional<Reason> refusal(String change, FetchProblem problem) {
        var scene = CoreScene.with(change).withPolicy("widget");
        scene.problem(DISCOVERY, problem);
        return scene.refusal(scene.claims());
    }

    private static String camel(String constant) {
        var name = new StringBuilder();
        for (var word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return name.toString();
    }

    @Test
    void staleKeysHelpOnlyWhereTheBehaviourSaysSo() {
        for (var use : List.of("notUsed", "used")) {
            var scene = CoreScene.with("{keys: {staleKeys: %s}}".formatted(use)).withPolicy("widget");
            scene.granted(scene.claims());
            scene.advance(61);
            scene.problem(DISCOVERY, FetchProblem.UNREACHABLE);

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(use.equals("used"));
        }
    }

    @Test
    void staleKeysAreUsedNoLongerThanTheBehaviourSays() {
        var scene =
                CoreScene.with("{keys: {staleKeys: used, staleSeconds: 86400}}").withPolicy("widget");
        scene.granted(scene.claims());
        scene.problem(DISCOVERY, FetchProblem.UNREACHABLE);

        scene.advance(86_400);
        assertThat(scene.refusal(scene.claims())).isEmpty();
        scene.advance(1);
        assertThat(scene.refusal(scene.claims())).contains(Reason.ISSUER_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                          | NOT_JSON
        nonsense                                    | NOT_JSON
        {}                                          | INCOMPLETE
        {"jwks_uri":7}                              | INCOMPLETE
        {"issuer":"https://issuer.test","jwks_uri":"https://issuer.test/none"} | BAD_STATUS
        {"issuer":"https://issuer.test/","jwks_uri":"https://issuer.test/keys"} | WRONG_ISSUER
        {"issuer":"https://issuer.test","jwks_uri":": :"} | UNREACHABLE
        """)
    void aBadDiscoveryDocumentIsAFailureOfItsOwnKind(String document, FetchProblem problem) {
        var name = camel(problem.name());
        var scene = CoreScene.with("{keys: {discoveryIssuer: %s, failures: {%s: signatureSkipped}}}"
                        .formatted(problem == FetchProblem.WRONG_ISSUER ? "compared" : "ignored", name))
                .withPolicy("widget");
        scene.document(DISCOVERY, document);

        assertThat(scene.refusal(scene.claims())).isEmpty();
    }

    @Test
    void theDiscoveryDocumentMustNameItsIssuerUnlessThatIsIgnored() {
        for (var compared : List.of("compared", "ignored")) {
            var scene = CoreScene.with("{keys: {discoveryIssuer: %s}}".formatted(compared))
                    .withPolicy("widget");
            scene.document(DISCOVERY, Scene.write(Map.of("issuer", "https://evil.test", "jwks_uri", KEY_SET)));

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(compared.equals("ignored"));
        }
    }

    @Test
    void aKeySetOnAnotherHostIsFineUnlessItMustBeTheIssuers() {
        for (var host : List.of("any", "issuers")) {
            var scene =
                    CoreScene.with("{keys: {keySetHost: %s}}".formatted(host)).withPolicy("widget");
            scene.document(
                    DISCOVERY, Scene.write(Map.of("issuer", CoreScene.ISSUER, "jwks_uri", "https://cdn.test/keys")));
            scene.document(
                    "https://cdn.test/keys",
                    Scene.write(Map.of("keys", List.of(Scene.KEY.toPublicJWK().toJSONObject()))));

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(host.equals("any"));
        }
    }
}
