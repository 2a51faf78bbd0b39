package dev.assay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String TOKEN = "pypi-AgEIcHlwaS5vcmcCJGY1ZDY4MTFj";
    private static final String SHOWN = "[pypi-AgE…, 33 characters, sha256 ";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOm8vciJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Bearer %s",
                "https://registry.example/x?token=%s&y=1",
                "{\"token\":\"%s\",\"again\":\"%s\"}",
                "before%safter"
            })
    void aKnownTokenIsShownAsPrefixLengthAndHashWhereverItStands(String text) {
        secrets.add(TOKEN);

        assertThat(secrets.redact(text.replace("%s", TOKEN)))
                .doesNotContain(TOKEN)
                .contains(SHOWN)
                .hasSizeGreaterThan(SHOWN.length());
    }

    @Test
    void ofACredentialOfTheUsersNothingIsShownButItsVariable() {
        secrets.addOfEnvironment("correct-horse-battery-staple", "ADMIN_KEY");
        secrets.add("correct-horse-battery-staple");

        assertThat(secrets.redact("X-Key: correct-horse-battery-staple")).isEqualTo("X-Key: [env.ADMIN_KEY]");
        assertThat(secrets.redact("Basic "
                        + Base64.getEncoder().encodeToString("me:correct-horse-battery-staple".getBytes(UTF_8))))
                .isEqualTo("Basic (me:[env.ADMIN_KEY])");
        var basic = Base64.getEncoder().encodeToString("me:another-password-of-mine".getBytes(UTF_8));
        secrets.addOfEnvironment(basic, "BASIC");
        assertThat(secrets.redact("Authorization: Basic " + basic)).isEqualTo("Authorization: Basic [env.BASIC]");
    }

    @Test
    void theSameSecretLooksTheSameAndAnotherOneDifferent() {
        secrets.add(TOKEN);
        secrets.add(TOKEN + "x");

        assertThat(secrets.redact(TOKEN)).isEqualTo(secrets.redact(TOKEN)).isNotEqualTo(secrets.redact(TOKEN + "x"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "operator, X-Key: operator, X-Key: [8 characters]",
                "operator, /operator/x?by=operators, /[8 characters]/x?by=[8 characters]s",
                "true, {\"ok\":\"true\"}, {\"ok\":\"[4 characters]\"}",
                "name, {\"name\" : \"my name\"}, {\"name\" : \"my [4 characters]\"}",
                "name, {\"surname\":1}, {\"sur[4 characters]\":1}",
                "key, X-Key: key, X-Key: key"
            })
    void aShortSecretIsShownAsItsLengthExceptWhereAMemberIsCalledLikeIt(String secret, String text, String shown) {
        secrets.add(secret);

        assertThat(secrets.redact(text)).isEqualTo(shown);
    }

    @Test
    void aShortSecretIsNotTakenForEchoed() {
        secrets.add("operator");
        secrets.add(TOKEN);

        assertThat(secrets.anyOfTheFirst(2, "operator"::contains)).isFalse();
        assertThat(secrets.anyOfTheFirst(2, TOKEN::contains)).isTrue();
    }

    @Test
    void aSecretThatContainsAnotherIsReplacedWhole() {
        secrets.add(TOKEN);
        secrets.add(TOKEN + "-longer");

        assertThat(secrets.redact(TOKEN + "-longer")).doesNotContain("longer").contains("40 characters");
    }

    @Test
    void aTokenIsFoundInItsPercentEncodedSpellingToo() {
        var secret = "session+with/odd=characters";
        secrets.add(secret);

        assertThat(secrets.redact("https://registry.example/x?s=" + URLEncoder.encode(secret, UTF_8)))
                .doesNotContain("odd")
                .contains("sha256");
    }

    @Test
    void aTokenInBasicCredentialsIsOpenedAndRedacted() {
        secrets.add(TOKEN);

        assertThat(secrets.redact("Basic " + base64("__token__:" + TOKEN)))
                .startsWith("Basic (__token__:" + SHOWN)
                .doesNotContain(TOKEN);
    }

    @Test
    void aPasswordInBasicCredentialsIsNotShownEvenIfNobodyAnnouncedIt() {
        assertThat(secrets.redact("Basic " + base64("alice:correct horse battery staple")))
                .startsWith("Basic (alice:")
                .doesNotContain("horse", "battery", base64("alice:correct horse battery staple"));
        assertThat(secrets.redact("Basic " + base64("alice:short"))).doesNotContain("short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic authentication is required", "Basic realm=\"registry\"", "basic understanding"})
    void whatOnlyTalksOfBasicStaysAsItIs(String text) {
        assertThat(secrets.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "https://registry.example/?t=%s", "{\"token\":\"%s\"}", "token %s is invalid"})
    void whatLooksLikeAJwtLosesItsSignatureWithoutBeingAnnounced(String text) {
        assertThat(secrets.redact(text.replace("%s", JWT)))
                .doesNotContain("c2lnbmF0dXJl")
                .contains("[ID token, decoded elsewhere, without its signature]");
    }

    @Test
    void anEncryptedTokenIsTakenOutWithAllItsParts() {
        assertThat(secrets.redact("eyJhbGciOiJSU0EtT0FFUCJ9.a2V5a2V5.aXZpdg.Y2lwaGVy.dGFndGFn"))
                .doesNotContain("Y2lwaGVy", "dGFndGFn");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        secrets.add(TOKEN);
        secrets.add("a s");

        assertThat(secrets.redact("a short text about pypi-AgE and eyJ. 1.2.3"))
                .isEqualTo("a short text about pypi-AgE and eyJ. 1.2.3");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
