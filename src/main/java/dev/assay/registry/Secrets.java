package dev.assay.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<String, String> descriptions = new ConcurrentHashMap<>();

    /** Remembers a secret; from now on every text shows its prefix, length and hash instead. */
    public void add(String secret) {
        if (secret.length() > SHOWN_OF_PREFIX) {
            descriptions.put(secret, describe(secret));
        }
    }

    /** The secrets known so far. */
    Set<String> known() {
        return Set.copyOf(descriptions.keySet());
    }

    /** The text without any secret known so far, JWTs without their signatures, Basic credentials opened and redacted. */
    public String redact(String text) {
        var opened = BASIC.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                "Basic (" + new String(decode(match.group(1)), StandardCharsets.UTF_8) + ")"));
        var result = opened;
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

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return "credentials".getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String describe(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "[" + secret.substring(0, SHOWN_OF_PREFIX) + "…, " + secret.length() + " characters, sha256 "
                    + HexFormat.of().formatHex(digest).substring(0, SHOWN_OF_DIGEST) + "…]";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
