package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.identity.token.IdToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationTest {
    private static final String ID = "9f0c1b52-6a86-4c0f-8a2e-0d9d7a1f3b11";
    private static final Map<String, JsonNode> CLAIMS =
            Map.of("iss", new TextNode("https://issuer.test"), "jti", new TextNode(ID));
    private static final IdToken TOKEN = new IdToken(
            "eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiI5ZjBjMWI1MiJ9.c2lnbmF0dXJlLW9mLWl0cy1vd24",
            Optional.empty(),
            "{}",
            "{}",
            CLAIMS,
            Instant.EPOCH,
            Instant.EPOCH);
    private static final String ANOTHER = "reg_0123456789abcdef0123456789abcdef";

    private static Optional<String> explained(String registryToken) {
        return Derivation.of(TOKEN).explains(registryToken, ANOTHER);
    }

    private static byte[] digest(String algorithm, String text) throws Exception {
        return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-256", "SHA-512"})
    void aDigestIsRecognisedHoweverItIsWritten(String algorithm) throws Exception {
        for (var source : new String[] {TOKEN.compact(), ID, "https://issuer.test" + ID, "https://issuer.test:" + ID}) {
            var digest = digest(algorithm, source);
            assertThat(explained("reg_" + HexFormat.of().formatHex(digest))).isPresent();
            assertThat(explained(HexFormat.of().withUpperCase().formatHex(digest)))
                    .isPresent();
            assertThat(explained(Base64.getEncoder().encodeToString(digest))).isPresent();
            assertThat(explained("other_" + Base64.getUrlEncoder().encodeToString(digest)))
                    .isPresent();
        }
    }

    @Test
    void aDigestCutShortWithACheckBehindIsRecognised() throws Exception {
        var digits = HexFormat.of().formatHex(digest("SHA-256", ID)).substring(0, 40);

        assertThat(explained("reg_" + digits + "x7Qz"))
                .contains("SHA-256 of the ID token's jti, in hexadecimal digits");
    }

    @Test
    void theIdItselfIsRecognised() {
        assertThat(explained("reg_" + ID)).contains("the ID token's jti");
    }

    @Test
    void aTokenThatShowsADigestBesideASecretIsNotMadeOfIt() throws Exception {
        var digits = HexFormat.of().formatHex(digest("SHA-256", ID));

        assertThat(explained(digits + ".Zk3vQpX8sYt1LwRb6NcUe0Hg")).isEmpty();
    }

    @Test
    void whatIsRandomIsExplainedByNothing() throws Exception {
        assertThat(explained("reg_Zk3vQpX8sYt1LwRb6NcUe0HgZk3vQpX8")).isEmpty();
        assertThat(explained("reg_" + HexFormat.of().formatHex(digest("SHA-256", "a secret" + ID))))
                .isEmpty();
    }
}
