package dev.assay.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The secrets that went over the wire, taken down there and by nothing of the harness: signatures of ID tokens, registry
 * tokens, sessions, and credentials in Basic.
 */
final class IssuedSecrets {
    private static final Pattern SIGNATURE = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.([\\w-]{20,})");
    private static final Pattern BASIC = Pattern.compile("(?i)\r\nauthorization: basic ([\\w+/=-]+)");
    private static final Pattern HANDED_OUT = Pattern.compile("\"(?:token|session|credential)\":\\s*\"([^\"]{20,})\"");

    /** A run of what base64url is made of; whatever is around it was JSON, HTML or prose. */
    private static final Pattern WORD = Pattern.compile("[\\w-]{20,}");

    /** So much of a secret is a leak. */
    private static final int TELLING = 20;

    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> beginnings = ConcurrentHashMap.newKeySet();

    void sent(byte[] request) {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        collect(SIGNATURE, text, signatures);
        collect(BASIC, text, tokens);
    }

    void received(byte[] answer) {
        collect(HANDED_OUT, new String(answer, StandardCharsets.ISO_8859_1), tokens);
    }

    private void collect(Pattern pattern, String text, Set<String> into) {
        pattern.matcher(text).results().map(match -> match.group(1)).forEach(secret -> {
            into.add(secret);
            WORD.matcher(secret)
                    .results()
                    .map(word -> word.group().substring(0, TELLING))
                    .filter(IssuedSecrets::isTelling)
                    .forEach(beginnings::add);
        });
    }

    /** A forged signature may be all zeros, which is nobody's secret. */
    private static boolean isTelling(String beginning) {
        return beginning.chars().distinct().count() > 1;
    }

    List<String> signatures() {
        return List.copyOf(signatures);
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** The words of a text that begin like a secret. */
    List<String> in(String text) {
        var found = new ArrayList<String>();
        WORD.matcher(text).results().forEach(word -> {
            if (beginnings.contains(word.group().substring(0, TELLING))) {
                found.add(word.group());
            }
        });
        return found;
    }
}
