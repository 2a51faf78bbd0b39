package dev.assay.report;

import dev.assay.result.Message.DecodedToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Shows a decoded part of a forged ID token with the forged lines marked, by comparing it line by line with the same part
 * of its twin. Values that are fresh in every token (jti, and times within a minute) do not count as different.
 */
final class TokenComparison {
    private static final int LONGEST = 200;
    private static final long SAME_TIME_SECONDS = 60;
    private static final Pattern TIME = Pattern.compile("\\s*\"(iat|nbf|exp)\": (-?\\d{1,18})");
    private static final Pattern TOKEN_ID = Pattern.compile("\\s*\"jti\": \"[^\"]+\"");

    private final List<String> ours;
    private final List<String> twins;
    private final int[][] common;

    private TokenComparison(List<String> ours, List<String> twins) {
        this.ours = ours;
        this.twins = twins;
        this.common = new int[ours.size() + 1][twins.size() + 1];
        var essenceOfOurs = ours.stream().map(Essence::of).toList();
        var essenceOfTwins = twins.stream().map(Essence::of).toList();
        for (int i = ours.size() - 1; i >= 0; i--) {
            for (int j = twins.size() - 1; j >= 0; j--) {
                common[i][j] = essenceOfOurs.get(i).isSameAs(essenceOfTwins.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /** HTML for the token's header, marked against the twin's if there is one. */
    static String header(DecodedToken token, Optional<DecodedToken> twin) {
        return html(token.header(), twin.map(DecodedToken::header));
    }

    /** HTML for the token's payload, marked against the twin's if there is one. */
    static String payload(DecodedToken token, Optional<DecodedToken> twin) {
        return html(token.payload(), twin.map(DecodedToken::payload));
    }

    private static String html(String part, Optional<String> twin) {
        var ours = lines(part);
        var twins = twin.map(TokenComparison::lines).orElse(ours);
        if (ours.equals(twins) || ours.size() > LONGEST || twins.size() > LONGEST) {
            return VisibleText.contentOfAscii(String.join("\n", ours));
        }
        return new TokenComparison(ours, twins).marked();
    }

    private static List<String> lines(String part) {
        return PrettyJson.of(part).orElse(part).lines().toList();
    }

    private String marked() {
        List<String> html = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ours.size() || j < twins.size()) {
            if (i < ours.size() && j < twins.size() && Essence.of(ours.get(i)).isSameAs(Essence.of(twins.get(j)))) {
                html.add(VisibleText.contentOfAscii(ours.get(i++)));
                j++;
            } else if (j < twins.size() && (i == ours.size() || common[i][j + 1] >= common[i + 1][j])) {
                html.add(changed("del", twins.get(j++)));
            } else {
                html.add(changed("mark", ours.get(i++)));
            }
        }
        return String.join("\n", Collections.unmodifiableList(html));
    }

    private static String changed(String element, String line) {
        var text = line.stripLeading();
        var indent = line.substring(0, line.length() - text.length());
        return indent + "<" + element + ">" + VisibleText.contentOfAscii(text) + "</" + element + ">";
    }

    /**
     * What counts of a line.
     *
     * @param text the line without what is fresh in every token, and without the comma at its end
     * @param time the time that the line states, if it states one, in seconds
     */
    private record Essence(String text, OptionalLong time) {
        static Essence of(String line) {
            var content = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
            var time = TIME.matcher(content);
            if (time.matches()) {
                return new Essence(time.group(1), OptionalLong.of(Long.parseLong(time.group(2))));
            }
            return new Essence(TOKEN_ID.matcher(content).matches() ? "jti" : content, OptionalLong.empty());
        }

        boolean isSameAs(Essence other) {
            return text.equals(other.text)
                    && time.isPresent() == other.time.isPresent()
                    && Math.abs(time.orElse(0) - other.time.orElse(0)) <= SAME_TIME_SECONDS;
        }
    }
}
