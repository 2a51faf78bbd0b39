package dev.assay.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets that came up in one scenario, and how to say that one stood somewhere without showing it. What looks like
 * a JWT is always taken for one.
 */
public final class Secrets {
    private static final Pattern JWT =
            Pattern.compile("(eyJ[A-Za-z0-9_=+/-]{8,}\\.[A-Za-z0-9_=+/-]*)\\.[A-Za-z0-9_=+/-]+(\\.[A-Za-z0-9_=+/-]+)*");
    private static final Pattern BASIC = Pattern.compile("(?i)\\bBasic\\s+([A-Za-z0-9+/=]{8,})");
    /** Whatever is shorter would be found in every other text. */
    public static final int LEAST = 4;

    private static final int SHOWN_OF_PREFIX = 8;
    private static final int SHOWN_OF_DIGEST = 12;
    /** The hash of something shorter could be searched for. */
    private static final int LEAST_WORTH_A_HASH = 16;

    /** Something shorter may be an ordinary word, which stands in an answer by chance, or names a member of its JSON. */
    private static final int LEAST_WORTH_NO_WORD = SHOWN_OF_PREFIX + 1;

    private static final String BEFORE_A_MEMBERS_NAME = "(?<!\")";
    private static final String BEHIND_A_MEMBERS_NAME = "(?!\"\\s*:)";

    private static final char NOT_UTF_8 = '\ufffd';

    /** What is shown in its place, by secret. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    private final Map<String, String> inUrls = new ConcurrentHashMap<>();

    /** Remembers a secret; from now on every text shows its length instead, and of a long one prefix and hash, too. */
    public void add(String secret) {
        add(secret, describe(secret));
    }

    /** Remembers a credential of the user's, of which nothing may be shown but where it came from. */
    void addOfEnvironment(String secret, String variable) {
        add(secret, "[" + Templates.ENVIRONMENT + "." + variable + "]");
    }

    private void add(String secret, String shown) {
        if (secret.length() >= LEAST) {
            synchronized (secrets) {
                secrets.putIfAbsent(secret, shown);
            }
        }
    }

    /** How many secrets are known so far. */
    int count() {
        synchronized (secrets) {
            return secrets.size();
        }
    }

    /**
     * Whether a text that can be searched has one of the first secrets in it, also as it is spelled in a URL. One that may
     * be an ordinary word does not count.
     */
    boolean anyOfTheFirst(int count, Predicate<String> contains) {
        return snapshot().keySet().stream()
                .limit(count)
                .filter(secret -> !mayBeWord(secret))
                .anyMatch(secret -> contains.test(secret) || contains.test(inUrl(secret)));
    }

    private Map<String, String> snapshot() {
        synchronized (secrets) {
            return new LinkedHashMap<>(secrets);
        }
    }

    private String inUrl(String secret) {
        return inUrls.computeIfAbsent(secret, s -> URLEncoder.encode(s, StandardCharsets.UTF_8));
    }

    /** The text without any secret known so far, JWTs without their signatures, Basic credentials opened and redacted. */
    public String redact(String text) {
        var shown = snapshot();
        var result = text;
        for (var secret : longestFirst(shown)) {
            result = replaced(result, secret.getKey(), secret.getValue());
            result = replaced(result, inUrl(secret.getKey()), secret.getValue());
        }
        result = BASIC.matcher(result).replaceAll(match -> Matcher.quoteReplacement(opened(match, shown)));
        return JWT.matcher(result).replaceAll("[ID token, decoded elsewhere, without its signature]");
    }

    private static String replaced(String text, String spelled, String shown) {
        if (!text.contains(spelled)) {
            return text;
        }
        return mayBeWord(spelled)
                ? text.replaceAll(asNoMembersName(spelled), Matcher.quoteReplacement(shown))
                : text.replace(spelled, shown);
    }

    private static boolean mayBeWord(String secret) {
        return secret.length() < LEAST_WORTH_NO_WORD;
    }

    /** Wherever it stands, except as the whole name of a member of a JSON object. */
    private static String asNoMembersName(String spelled) {
        var quoted = Pattern.quote(spelled);
        return BEFORE_A_MEMBERS_NAME + quoted + "|" + quoted + BEHIND_A_MEMBERS_NAME;
    }

    private static Iterable<Map.Entry<String, String>> longestFirst(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .sorted(Comparator.comparingInt(secret -> -secret.getKey().length()))
                .toList();
    }

    /** Basic credentials with the user's name and a description of the password; other words stay as they are. */
    private static String opened(MatchResult match, Map<String, String> shown) {
        var credentials = decode(match.group(1));
        var colon = credentials.indexOf(':');
        if (colon < 0) {
            return match.group();
        }
        var password = credentials.substring(colon + 1);
        return "Basic (" + credentials.substring(0, colon + 1) + shown.getOrDefault(password, describe(password)) + ")";
    }

    /** The text behind base64; empty if there is none. */
    private static String decode(String base64) {
        try {
            var text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
            return text.chars().allMatch(c -> c >= ' ' && c != NOT_UTF_8) ? text : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String describe(String secret) {
        var length = secret.length() + " characters";
        return secret.length() < LEAST_WORTH_A_HASH
                ? "[" + length + "]"
                : "[" + secret.substring(0, SHOWN_OF_PREFIX) + "…, " + length + ", sha256 " + digest(secret) + "…]";
    }

    private static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN_OF_DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
