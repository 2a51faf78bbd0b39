package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkativeRequestTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        kind=id&subject={idToken.path}                     | kind=id&subject={idToken.path}&audience=https%3A%2F%2Fa.invalid
        audience=me&subject={idToken.path}&for=x           | audience=https%3A%2F%2Fa.invalid&subject={idToken.path}&for=x
        subaudience=me&subject={idToken.path}              | subaudience=me&subject={idToken.path}&audience=https%3A%2F%2Fa.invalid
        {"token":"{idToken.json}"}                         | {"audience":"https://a.invalid","token":"{idToken.json}"}
        {"token":"{idToken.json}", "audience": "me"}       | {"token":"{idToken.json}", "audience":"https://a.invalid"}
        """)
    void aRequestSaysMore(String sound, String more) throws IOException {
        assertThat(request("exchange: {request: {body: '" + sound + "'}}")
                        .with(Map.of("audience", "https://a.invalid"))
                        .request()
                        .body())
                .contains(more);
    }

    @Test
    void aNumberStaysOneInJson() throws IOException {
        assertThat(request("exchange: {request: {body: '{\"token\":\"{idToken.json}\"}'}}")
                        .with(Map.of("expires_in", "60"))
                        .request()
                        .body())
                .contains("{\"expires_in\":60,\"token\":\"{idToken.json}\"}");
    }

    private TalkativeRequest request(String difference) throws IOException {
        return new TalkativeRequest(DerivedProfile.of(folder, "pypi", difference));
    }
}
