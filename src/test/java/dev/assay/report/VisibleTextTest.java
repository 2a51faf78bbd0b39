package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void whatChangesHowItsNeighboursAreDrawnIsShownAsItsCodePoint() {
        assertThat(VisibleText.plain("release\u202Elmy.\u0000\u200B\u00A0\uD800\u2028"))
                .isEqualTo("release⟨U+202E⟩lmy.⟨U+0000⟩⟨U+200B⟩⟨U+00A0⟩⟨U+D800⟩⟨U+2028⟩");
    }

    @Test
    void linesAndTabsStayAndCarriageReturnsGoOnlyBeforeALineFeed() {
        assertThat(VisibleText.plain("a\r\nb\tc\rd")).isEqualTo("a\nb\tc⟨U+000D⟩d");
    }

    @Test
    void ofABodyThatIsNotAllTextTheTextStays() {
        var form = "Content-Disposition: form-data; name=\"version\"\r\n\r\n1.0.0";
        var file = "\u001F·\uFFFDQ·\uFFFD";

        assertThat(VisibleText.legible(form + file + form)).isEqualTo(form + "(6 characters that are no text)" + form);
        assertThat(VisibleText.legible(file)).isEqualTo("(6 characters that are no text)");
        assertThat(VisibleText.legible("Grüße")).isEqualTo("Grüße");
    }

    @Test
    void lettersOfEveryScriptStay() {
        assertThat(VisibleText.plain("Grüße, Ελλάδα, שלום, 😀")).isEqualTo("Grüße, Ελλάδα, שלום, 😀");
    }

    @Test
    void htmlIsEscapedForElementsAndForAttributes() {
        assertThat(VisibleText.html("<a href=\"x\" title='y'>&"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
        assertThat(VisibleText.content("\"</pre><script>\"&")).isEqualTo("\"&lt;/pre&gt;&lt;script&gt;\"&amp;");
    }

    @Test
    void lookAlikesStandOutWhereAsciiIsTheRule() {
        assertThat(VisibleText.contentOfAscii("oct\u043E-org\u200B")).isEqualTo("oct\u043E⟨U+043E⟩-org⟨U+200B⟩");
    }
}
