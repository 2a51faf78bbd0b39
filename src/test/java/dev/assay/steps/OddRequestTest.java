package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.profile.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddRequestTest {
    private static final String FORM =
            "exchange: {request: {body: 'kind=id&subject={idToken.path}&for={package.path}'}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "no token, kind=id&for={package.path}",
        "null as token, kind=id&subject=null&for={package.path}",
        "a number as token, kind=id&subject=42&for={package.path}",
        "an empty token, kind=id&subject=&for={package.path}",
        "a list of tokens, kind=id&subject=a.b.c&subject=d.e.f&for={package.path}",
    })
    void onlyTheTokenOfAFormIsChanged(String oddity, String body) throws IOException {
        assertThat(odd(FORM, oddity).request().body()).contains(body);
    }

    @Test
    void theFirstParameterOfAFormLeavesNothingBehind() throws IOException {
        assertThat(odd("exchange: {request: {body: 'subject={idToken}&kind=id'}}", "no token")
                        .request()
                        .body())
                .contains("kind=id");
    }

    @Test
    void aTokenOfAMebibyteTravelsInAForm() throws IOException {
        var body = odd(FORM, "a token of a mebibyte").request().body().orElseThrow();

        assertThat(body)
                .startsWith("kind=id&subject=aaaa")
                .endsWith("a&for={package.path}")
                .hasSizeGreaterThan(1 << 20);
    }

    @Test
    void theRequestThatCarriesTheTokenMayComeEarlier() throws IOException {
        var operation = odd("""
                exchange:
                  before:
                    - request: {method: GET, path: /terms}
                      granted: {status: [200]}
                    - request: {method: POST, path: /session, body: 'subject={idToken.path}'}
                      granted: {status: [200], extract: {session: $.session}}
                  request: {path: /token, body: 'session={before.session.path}'}
                """, "an empty token");

        assertThat(operation.chain().map(step -> step.request().body()))
                .containsExactly(
                        Optional.empty(), Optional.of("subject="), Optional.of("session={before.session.path}"));
    }

    @Test
    void aMebibyteIsTooMuchForAHeaderField() {
        assertThatThrownBy(() -> odd("{}", "npm", "a token of a mebibyte"))
                .isInstanceOf(Inapplicable.class)
                .hasMessageContaining("in a header field");
    }

    @Test
    void whereTheTokenTravelsElsewhereNothingIsSaidOfHeaderFields() {
        assertThatThrownBy(() -> odd(
                        "exchange: {request: {path: '/token/{idToken.path}', body: null}}", "a token of a mebibyte"))
                .isInstanceOf(Inapplicable.class)
                .hasMessageContaining("neither in a JSON object or a form nor in a header field");
    }

    private Operation odd(String difference, String oddity) throws IOException {
        return odd(difference, "pypi", oddity);
    }

    private Operation odd(String difference, String base, String oddity) throws IOException {
        return new OddRequest(DerivedProfile.of(folder, base, difference)).with(oddity);
    }
}
