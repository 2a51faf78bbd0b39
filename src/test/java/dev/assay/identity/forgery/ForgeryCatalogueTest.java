package dev.assay.identity.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.identity.key.SigningKeys;
import java.math.BigInteger;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForgeryCatalogueTest {

    private static final ForgeryCatalogue CATALOGUE = ForgeryCatalogue.shipped();
    private static final Circumstances CIRCUMSTANCES = circumstances();
    private static final String WORKFLOW = "octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main";
    private static final TokenDraft SOUND = sound();
    private static final String SOUND_TEXT = SOUND.write(CIRCUMSTANCES).text();

    static Stream<Forgery> all() {
        return CATALOGUE.all().stream();
    }

    static Stream<Forgery> controls() {
        return all().filter(forgery -> forgery.expectation() == Expectation.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyForgeryDiffersFromTheSoundTokenAndKeepsItsSignatureWhereItShould(Forgery forgery) throws Exception {
        var forged = forgery.forge(SOUND, CIRCUMSTANCES).text();

        assertThat(forged.equals(SOUND_TEXT)).isFalse();
        if (forgery.keepsSignature(SOUND, CIRCUMSTANCES)) {
            assertThat(verifies(forged)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("controls")
    void whatMustBeAcceptedIsAcceptableToAnotherLibrary(Forgery forgery) throws Exception {
        var jwt = SignedJWT.parse(forgery.forge(SOUND, CIRCUMSTANCES).text());
        var key = jwt.getHeader().getKeyID().equals(CIRCUMSTANCES.otherKey().keyId())
                ? CIRCUMSTANCES.otherKey()
                : CIRCUMSTANCES.key();

        assertThat(jwt.verify(new RSASSAVerifier(key.publicKey()))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(CIRCUMSTANCES.issuer());
    }

    @Test
    void titlesCompleteASentence() {
        assertThat(CATALOGUE.all())
                .extracting(Forgery::title)
                .allMatch(title -> title.matches("(that|whose|with|without|in|inside|of|from|written) .*[^.]"));
    }

    @Test
    void everyForgeryCitesSomething() {
        assertThat(CATALOGUE.all()).allMatch(forgery -> !forgery.references().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = HmacSecret.class,
            names = {"SPKI_PEM", "SPKI_DER", "PKCS1_PEM", "JWK", "CERTIFICATE_PEM"})
    void publicKeyAsSecretVerifiesForWhoeverMixesThemUp(HmacSecret secret) throws Exception {
        var id = "hmac-public-key-" + secret.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var token = SignedJWT.parse(forge(id).text());

        assertThat(token.verify(new MACVerifier(secret.octets(CIRCUMSTANCES.key()))))
                .isTrue();
    }

    @Test
    void embeddedKeyVerifiesForWhoeverTrustsIt() throws Exception {
        var token = SignedJWT.parse(forge("jwk-attacker").text());

        assertThat(token.verify(new RSASSAVerifier(token.getHeader().getJWK().toRSAKey())))
                .isTrue();
    }

    @Test
    void otherRsaAlgorithmsAreCorrectlySigned() throws Exception {
        for (var algorithm : List.of("rs384", "rs512", "ps256", "ps384", "ps512")) {
            var token = SignedJWT.parse(forge("rsa-" + algorithm).text());
            assertThat(token.verify(new RSASSAVerifier(CIRCUMSTANCES.key().publicKey())))
                    .as(algorithm)
                    .isTrue();
        }
    }

    @Test
    void aSignatureThatIsNotBelowTheModulusIsAsLongAsAGoodOneEachTime() throws Exception {
        var modulus = CIRCUMSTANCES.key().publicKey().getModulus();
        for (var time = 0; time < 10; time++) {
            var octets = SignedJWT.parse(forge("signature-modulus-added").text())
                    .getSignature()
                    .decode();

            assertThat(octets).hasSize(256);
            assertThat(new BigInteger(1, octets)).isGreaterThanOrEqualTo(modulus);
        }
    }

    @Test
    void brokenPaddingsDoNotVerify() throws Exception {
        for (var padding : RsaPadding.values()) {
            if (padding != RsaPadding.MISSING_NULL) {
                var signature = padding.sign("input".getBytes(UTF_8), CIRCUMSTANCES.key());
                assertThat(verifies("input".getBytes(UTF_8), signature))
                        .as(padding.name())
                        .isFalse();
            }
        }
    }

    @Test
    void psychicSignatureIsAllZeros() {
        var signature = forge("ecdsa-r-zero-s-zero").text().split("\\.", -1)[2];

        assertThat(Base64.getUrlDecoder().decode(signature)).hasSize(64).containsOnly(0);
    }

    @Test
    void unusedBitsChangeTheTextAndNotTheOctets() {
        var forged = forge("signature-unused-bits").text();

        assertThat(forged).isNotEqualTo(SOUND_TEXT);
        assertThat(lastPart(forged)).isEqualTo(lastPart(SOUND_TEXT));
    }

    /** One signature in two hundred has none of the characters in which the alphabets differ. */
    @Test
    void anEncodingKnowsOctetsThatLookTheSameInIt() {
        var alike = new byte[3];
        var telling = Base64.getUrlDecoder().decode("-__A");

        for (var encoding : List.of(Encoding.STANDARD_ALPHABET, Encoding.MIXED_ALPHABETS)) {
            assertThat(encoding.shows(alike)).isFalse();
            assertThat(encoding.shows(telling)).isTrue();
        }
        assertThat(Encoding.MIXED_ALPHABETS.shows(Base64.getUrlDecoder().decode("--AA")))
                .isFalse();
        assertThat(Encoding.BASE64URL.shows(alike)).isTrue();
    }

    @Test
    void signaturesInBothAlphabetsAlwaysAre() {
        for (int i = 0; i < 400; i++) {
            var sound = SOUND.withPayload(payload -> payload.with(members ->
                    members.with("jti", JsonText.quoted(UUID.randomUUID().toString()))));
            var forged =
                    CATALOGUE.find("signature-mixed-alphabets").orElseThrow().forge(sound, CIRCUMSTANCES);
            assertThat(forged.text().substring(forged.text().lastIndexOf('.'))).contains("+", "_");
        }
    }

    @Test
    void duplicateMembersKeepTheirOrderAndSpelling() {
        assertThat(forge("twice-iss-wrong-last-escaped").payload())
                .containsSubsequence("\"iss\":\"" + CIRCUMSTANCES.issuer(), "\"\\u0069ss\":\"https://issuer.invalid\"");
    }

    /** A policy pins the file, and hardly ever the branch. */
    @ParameterizedTest
    @EnumSource(
            value = Alteration.class,
            names = {"SUFFIXED", "LOOK_ALIKE", "TRUNCATED", "BLANK_PADDED", "ZERO_WIDTH"})
    void anAlterationOfAWorkflowChangesTheFileAndNotTheBranch(Alteration alteration) {
        var forged = claim(ClaimForgery.of("workflow_ref", alteration).forge(SOUND, CIRCUMSTANCES), "workflow_ref")
                .asText();

        assertThat(forged).endsWith("@refs/heads/main").isNotEqualTo(WORKFLOW);
    }

    @Test
    void everyAlterationAppliesToAName() {
        for (var alteration : Alteration.values()) {
            var forged = ClaimForgery.of("repository", alteration).forge(SOUND, CIRCUMSTANCES);
            assertThat(forged.payload())
                    .as(alteration.toString())
                    .isNotEqualTo(SOUND.payload().members().text());
        }
    }

    @Test
    void alterationThatChangesNothingIsRefused() {
        assertThatThrownBy(() ->
                        ClaimForgery.of("repository_id", Alteration.OTHER_CASE).forge(SOUND, CIRCUMSTANCES))
                .isInstanceOf(InapplicableForgery.class)
                .hasMessageContaining("repository_id");
        assertThatThrownBy(
                        () -> ClaimForgery.of("environment", Alteration.MISSING).forge(SOUND, CIRCUMSTANCES))
                .isInstanceOf(InapplicableForgery.class)
                .hasMessageContaining("environment");
    }

    @Test
    void idsBecomeNumbersWithoutTheirQuotationMarks() {
        var forged = ClaimForgery.of("repository_id", Alteration.NUMBER).forge(SOUND, CIRCUMSTANCES);

        assertThat(forged.payload()).contains("\"repository_id\":74");
    }

    @Test
    void claimForgeriesAreFoundByName() {
        var forgery = CATALOGUE.find("claim:repository:look-alike").orElseThrow();

        assertThat(forgery.title())
                .isEqualTo("whose `repository` has a letter or digit of another script that looks the same");
        assertThat(CATALOGUE.find("claim:repository:nonsense")).isEmpty();
        assertThat(CATALOGUE.find("nonsense")).isEmpty();
    }

    @Test
    void claimMaySayAnything() {
        var forged = ClaimForgery.saying("actor", "${issuer} \"quoted\"").forge(SOUND, CIRCUMSTANCES);

        assertThat(claim(forged, "actor").asText()).isEqualTo("${issuer} \"quoted\"");
    }

    @Test
    void timesAreShiftedTogether() {
        var expired = TimeForgery.expired(Duration.ofSeconds(31)).forge(SOUND, CIRCUMSTANCES);
        var expiry = claim(expired, "exp").asLong();

        assertThat(expiry).isEqualTo(CIRCUMSTANCES.now().getEpochSecond() - 31);
        assertThat(claim(expired, "iat").asLong()).isLessThan(expiry);
    }

    private static JsonNode claim(WrittenToken token, String name) {
        return requireNonNull(token.claims().get(name));
    }

    private static WrittenToken forge(String id) {
        return CATALOGUE.find(id).orElseThrow().forge(SOUND, CIRCUMSTANCES);
    }

    private static byte[] lastPart(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }

    private static boolean verifies(String token) throws Exception {
        var dot = token.lastIndexOf('.');
        return verifies(token.substring(0, dot).getBytes(UTF_8), lastPart(token));
    }

    private static boolean verifies(byte[] input, byte[] octets) throws Exception {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(CIRCUMSTANCES.key().publicKey());
        signature.update(input);
        return signature.verify(octets);
    }

    private static Circumstances circumstances() {
        var keys = SigningKeys.shared().supply();
        return new Circumstances(
                "http://127.0.0.1:4711",
                "http://127.0.0.1:4711/.well-known/jwks",
                "npm:registry.example",
                "https://github.com/octo-org",
                Instant.parse("2026-08-01T12:00:00Z"),
                keys.next(),
                keys.next(),
                new Attacker("http://127.0.0.1:4712", keys.next()),
                Map.of("repository", "somebody-else/other-repository"));
    }

    private static TokenDraft sound() {
        var header =
                members("typ", "JWT", "alg", "RS256", "kid", CIRCUMSTANCES.key().keyId(), "x5t", "abc");
        var payload = members(
                "jti", "11111111-1111-4111-8111-111111111111",
                "sub", "repo:octo-org/octo-repo:ref:refs/heads/main",
                "aud", CIRCUMSTANCES.audience(),
                "iss", CIRCUMSTANCES.issuer(),
                "ref", "refs/heads/main",
                "sha", "0123456789012345678901234567890123456789",
                "ref_type", "branch",
                "event_name", "push",
                "repository", "octo-org/octo-kit",
                "repository_id", "74",
                "repository_owner", "octo-org",
                "repository_owner_id", "65",
                "workflow_ref", WORKFLOW,
                "job_workflow_ref", WORKFLOW);
        var now = CIRCUMSTANCES.now().getEpochSecond();
        return TokenDraft.sound(
                header,
                payload.with("nbf", Long.toString(now - 300))
                        .with("exp", Long.toString(now + 300))
                        .with("iat", Long.toString(now)));
    }

    private static Members members(String... namesAndValues) {
        var members = new Members(List.of());
        for (var i = 0; i < namesAndValues.length; i += 2) {
            members = members.with(namesAndValues[i], JsonText.quoted(namesAndValues[i + 1]));
        }
        return members;
    }
}
