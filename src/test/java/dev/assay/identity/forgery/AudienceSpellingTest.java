package dev.assay.identity.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "https://pub.dev, host, pub.dev",
        "https://pub.dev/path, host, pub.dev",
        "npm:registry.npmjs.org, host, registry.npmjs.org",
        "http://127.0.0.1:8080/x, host, 127.0.0.1",
        "crates.io:8443, host, crates.io",
        "https://pub.dev, with-port, https://pub.dev:443",
        "https://pub.dev/path, with-port, https://pub.dev:443/path",
        "npm:registry.npmjs.org, with-port, npm:registry.npmjs.org:443",
        "rubygems.org, with-port, rubygems.org:443",
        "pypi, https, https://pypi",
        "rubygems.org, http, http://rubygems.org",
        "crates.io:8443, https, https://crates.io:8443",
        "https://pub.dev, http, http://pub.dev",
        "npm:registry.npmjs.org, https, https://registry.npmjs.org",
        "https://pub.dev/path, subdomain, https://api.pub.dev/path",
        "rubygems.org, subdomain, api.rubygems.org"
    })
    void anotherAudienceNamesTheSameHost(String audience, String spelling, String other) {
        assertThat(AudienceSpelling.named(spelling).of(audience)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "pypi, host",
        "pypi, with-port",
        "rubygems.org, host",
        "crates.io:8443, with-port",
        "http://127.0.0.1:8080/x, with-port",
        "https://pub.dev, https",
        "http://127.0.0.1:8080/x, http",
        "pypi, subdomain"
    })
    void whereItWouldBeTheSameItCannotBeForged(String audience, String spelling) {
        var known = AudienceSpelling.named(spelling);

        assertThatThrownBy(() -> known.of(audience)).isInstanceOf(InapplicableForgery.class);
    }
}
