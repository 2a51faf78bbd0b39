package dev.assay.reference.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.behaviour.KeyRules.FetchTimeout;
import dev.assay.reference.core.CoreScene;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeySetLoaderTest {

    private final List<URI> fetched = new ArrayList<>();
    private final List<FetchTerms> terms = new ArrayList<>();
    private String keySetAddress = "https://issuer.test/keys";

    private KeySetLoader loader(String change) {
        return new KeySetLoader(CoreScene.with(change).rules().keys(), this::fetch);
    }

    private byte[] fetch(URI address, FetchTerms agreed) {
        fetched.add(address);
        terms.add(agreed);
        var document = Map.of(
                "issuer",
                "https://issuer.test/",
                "jwks_uri",
                keySetAddress,
                "keys",
                List.of(Scene.KEY.toPublicJWK().toJSONObject()));
        return Scene.write(document).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSlashAtTheIssuersEndIsNotDoubled() throws FetchFailed {
        var keys = loader("{}").load("https://issuer.test/");

        assertThat(keys).containsExactly(Scene.KEY.toPublicJWK());
        assertThat(fetched)
                .containsExactly(
                        URI.create("https://issuer.test/.well-known/openid-configuration"),
                        URI.create("https://issuer.test/keys"));
    }

    @Test
    void theKeySetIsSoughtWhereTheDiscoveryDocumentSaysUnlessThatIsReadOnce() throws FetchFailed {
        for (var address : List.of("discoveredEachTime", "discoveredOnce")) {
            fetched.clear();
            var loader = loader("{keys: {keySetAddress: %s}}".formatted(address));
            loader.load("https://issuer.test/");
            keySetAddress = "https://issuer.test/moved";
            loader.load("https://issuer.test/");
            keySetAddress = "https://issuer.test/keys";

            assertThat(fetched.contains(URI.create("https://issuer.test/moved")))
                    .isEqualTo(address.equals("discoveredEachTime"));
        }
    }

    @Test
    void fetchesKeepToTheTermsOfTheBehaviour() throws FetchFailed {
        loader("{keys: {fetchTimeoutMillis: 7, redirects: followed}}").fetch(URI.create("https://issuer.test/a"));
        loader("{keys: {fetchTimeoutMillis: 8, fetchTimeout: untilAnswerBegins}}")
                .fetch(URI.create("https://issuer.test/b"));

        assertThat(terms).extracting(FetchTerms::timeoutMillis).containsExactly(7, 8);
        assertThat(terms)
                .extracting(FetchTerms::timeout)
                .containsExactly(FetchTimeout.START_TO_END, FetchTimeout.UNTIL_ANSWER_BEGINS);
        assertThat(terms).extracting(FetchTerms::followsRedirects).containsExactly(true, false);
    }
}
