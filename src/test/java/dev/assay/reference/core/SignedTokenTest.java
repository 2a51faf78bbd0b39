package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.core.registry.RegistryToken;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedTokenTest {
    private static final String PREFIX = "pypi-";

    private static CoreScene scene(String form) {
        return CoreScene.with("{tokens: {form: %s}}".formatted(form)).withPolicy("widget");
    }

    private static boolean isKnown(CoreScene scene, String text) {
        return scene.core().credentials().withText(text).isPresent();
    }

    private static JWSObject jwt(RegistryToken token) throws ParseException {
        return JWSObject.parse(token.text().substring(PREFIX.length()));
    }

    private static ECKey publicKey(CoreScene scene) throws ParseException {
        return JWKSet.parse(scene.core().keySet().orElseThrow())
                .getKeyByKeyId("registry-1")
                .toECKey();
    }

    private static String signed(JWSHeader header, Payload claims, JWSSigner signer) throws JOSEException {
        var forged = new JWSObject(header, claims);
        forged.sign(signer);
        return PREFIX + forged.serialize();
    }

    private static byte[] pem(ECKey key) throws JOSEException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.toPublicKey().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aNativeTokenIsNoJwtAndNoKeyIsPublishedForIt() {
        var scene = CoreScene.strict().withPolicy("widget");

        assertThat(scene.granted(scene.claims()).text()).doesNotContain(".");
        assertThat(scene.core().keySet()).isEmpty();
    }

    @Test
    void aJwtIsVerifiedByThePublishedKeyWhichKeepsItsSecret() throws JOSEException, ParseException {
        var scene = scene("jwt");
        var token = scene.granted(scene.claims());

        assertThat(isKnown(scene, token.text())).isTrue();
        assertThat(jwt(token).verify(new ECDSAVerifier(publicKey(scene)))).isTrue();
        assertThat(publicKey(scene).isPrivate()).isFalse();
        assertThat(jwt(token).getPayload().toJSONObject())
                .containsEntry("packages", List.of("widget"))
                .containsEntry("exp", token.expiresAt().getEpochSecond());
    }

    @Test
    void aPublicKeyIsASecretOnlyWhereTheTokenSaysHowItIsVerified() throws JOSEException, ParseException {
        for (var form : List.of("jwt", "jwtOfAnyAlgorithm", "jwtWithItsOwnKey", "jwtUnverified")) {
            var scene = scene(form);
            var forged = signed(
                    new JWSHeader(JWSAlgorithm.HS256),
                    jwt(scene.granted(scene.claims())).getPayload(),
                    new MACSigner(pem(publicKey(scene))));

            assertThat(isKnown(scene, forged))
                    .isEqualTo(List.of("jwtOfAnyAlgorithm", "jwtUnverified").contains(form));
        }
    }

    @Test
    void aTokenBringsItsKeyOnlyWhereThatIsTaken() throws JOSEException, ParseException {
        var own = new ECKeyGenerator(Curve.P_256).generate();
        for (var form : List.of("jwt", "jwtOfAnyAlgorithm", "jwtWithItsOwnKey", "jwtUnverified")) {
            var scene = scene(form);
            var claims = jwt(scene.granted(scene.claims())).getPayload();
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256);

            assertThat(isKnown(scene, signed(header.build(), claims, new ECDSASigner(own))))
                    .isEqualTo(form.equals("jwtUnverified"));
            assertThat(isKnown(scene, signed(header.jwk(own.toPublicJWK()).build(), claims, new ECDSASigner(own))))
                    .isEqualTo(List.of("jwtWithItsOwnKey", "jwtUnverified").contains(form));
        }
    }

    @Test
    void nobodySignsWhereTheTokenSaysSo() throws ParseException {
        for (var form : List.of("jwt", "jwtOfAnyAlgorithm", "jwtWithItsOwnKey", "jwtUnverified")) {
            var scene = scene(form);
            var claims = jwt(scene.granted(scene.claims())).getPayload().toBase64URL();

            assertThat(isKnown(scene, PREFIX + Base64URL.encode("{\"alg\":\"none\"}") + "." + claims + "."))
                    .isEqualTo(List.of("jwtOfAnyAlgorithm", "jwtUnverified").contains(form));
        }
    }

    @Test
    void claimsAreBelievedWhereNothingIsVerified() throws ParseException {
        var scene = scene("jwtUnverified");
        scene.register("alice", "gadget");
        var parts = jwt(scene.granted(scene.claims())).getParsedParts();
        var claims = parts[1].decodeToString().replace("widget", "gadget");
        var forged = PREFIX + parts[0] + "." + Base64URL.encode(claims) + "." + parts[2];

        var believed = scene.core().credentials().withText(forged).orElseThrow();

        assertThat(scene.upload(believed, "gadget", "1", "x")).isEmpty();
        assertThat(isKnown(scene, "pypi-a.b.c")).isFalse();
        assertThat(isKnown(scene, "a.b.c")).isFalse();
    }
}
