package dev.assay.reference.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        PERCENT_DECODED, release, %72elease
        PERCENT_DECODED, release+1, release+1
        SEPARATORS_FOLDED, pre-release, pre_release
        SEPARATORS_FOLDED, pre_release, pre-.release
        EIGHT_BIT, release, \u0172elease
        SAME_HOST, https://pub.dev, http://pub.dev:443/path
        SAME_HOST, https://pub.dev, pub.dev
        SAME_HOST, npm:registry.npmjs.org, https://registry.npmjs.org
        SAME_HOST, pypi, https://pypi
        SCHEME_IGNORED, https://pub.dev, http://pub.dev
        SCHEME_IGNORED, npm:registry.npmjs.org, https://registry.npmjs.org
        SCHEME_IGNORED, pypi, https://pypi
        SUBDOMAIN, https://pub.dev, https://api.pub.dev
        SUBDOMAIN, rubygems.org, https://api.rubygems.org/path
        SUBDOMAIN, pypi, pypi
        CUT, release, release
        CUT, 0123456789012345678901234567890123456789012345678901234567890123a, 0123456789012345678901234567890123456789012345678901234567890123b
        """)
    void aCarelessComparisonTakesOneForTheOther(TextMatch match, String expected, String actual) {
        assertThat(match.matches(expected, actual)).isTrue();
        assertThat(TextMatch.EXACT.matches(expected, actual)).isEqualTo(expected.equals(actual));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        PERCENT_DECODED, release, %zzelease
        PERCENT_DECODED, %72elease, release
        SEPARATORS_FOLDED, prerelease, pre-release
        EIGHT_BIT, release, Release
        SAME_HOST, https://pub.dev, https://audience.invalid/https://pub.dev
        SAME_HOST, https://pub.dev, https://pub.dev.audience.invalid
        SCHEME_IGNORED, https://pub.dev, https://pub.dev/
        SUBDOMAIN, https://pub.dev, https://mypub.dev
        SUBDOMAIN, https://pub.dev, http://pub.dev
        CUT, 012345678901234567890123456789012345678901234567890123456789012a, 012345678901234567890123456789012345678901234567890123456789012b
        """)
    void anotherTextIsAnother(TextMatch match, String expected, String actual) {
        assertThat(match.matches(expected, actual)).isFalse();
    }
}
