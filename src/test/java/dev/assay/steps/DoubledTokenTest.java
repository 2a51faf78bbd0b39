package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubledTokenTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"aud\": \"x\", \"jwt\" : \"{idToken.json}\"} | {\"aud\": \"x\", \"jwt\" : \"{idToken.json}\",\"jwt\" : \"{second.json}\"}",
                "subject={idToken.path}&kind=id | subject={idToken.path}&subject={second.path}&kind=id",
                "kind=id&subject={idToken} | kind=id&subject={idToken}&subject={second}",
            })
    void aSecondTokenStandsRightBehindTheFirst(String body, String doubled) throws IOException {
        var operation =
                request("exchange: {request: {body: '" + body + "'}}", "pypi").operation();

        assertThat(operation.request().body()).contains(doubled);
    }

    @Test
    void aSecondTokenInAHeaderFieldHasAFieldOfItsOwn() throws IOException {
        assertThat(request("{}", "npm").operation().request().headers())
                .containsEntry("Authorization", "Bearer {idToken}")
                .containsEntry("authorization", "Bearer {second}");
    }

    @Test
    void aSecondTokenHasNoPlaceInAnAddress() throws IOException {
        var odd = request("exchange: {request: {path: '/token/{idToken.path}', body: null}}", "pypi");

        assertThatThrownBy(odd::operation).isInstanceOf(Inapplicable.class);
    }

    private DoubledToken request(String difference, String base) throws IOException {
        return new DoubledToken(DerivedProfile.of(folder, base, difference));
    }
}
