package dev.assay.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int SHOWN_OF_PREFIX = 8;
    private static final int SHOWN_OF_DIGEST = 12;
    /** The hash of something shorter could be searched for. */
    private static final int LEAST_WORTH_A_HASH = 16;

    private static final char NOT_UTF_8 = '\ufffd';

    private final Map<String, String> descriptions = new ConcurrentHashMap<>();

    /** Remembers a secret; from now on every text shows its prefix, length and hash instead. */
    public void add(String secret) {
        if (secret.length() > SHOWN_OF_PREFIX) {
            var description = describe(secret);
            descriptions.put(secret, description);
            if (!secret.chars().allMatch(Secrets::isSpelledAlikeInUrls)) {
                descriptions.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), description);
            }
        }
    }

    private static boolean isSpelledAlikeInUrls(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** The secrets known so far, also as they are spelled in a URL. */
    Set<String> known() {
        return Set.copyOf(descriptions.keySet());
    }

    /** The text without any secret known so far, JWTs without their signatures, Basic credentials opened and redacted. */
    public String redact(String text) {
        var result = BASIC.matcher(text).replaceAll(match -> Matcher.quoteReplacement(opened(match)));
        for (var secret : longestFirst()) {
            result = result.replace(secret, descriptions.getOrDefault(secret, "(secret)"));
        }
        return JWT.matcher(result).replaceAll("[ID token, decoded elsewhere, without its signature]");
    }

    private Iterable<String> longestFirst() {
        return descriptions.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Basic credentials with the user's name and a description of the password; other words stay as they are. */
    private static String opened(MatchResult match) {
        var credentials = decode(match.group(1));
        var colon = credentials.indexOf(':');
        return colon < 0
                ? match.group()
                : "Basic (" + credentials.substring(0, colon + 1) + describe(credentials.substring(colon + 1)) + ")";
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
