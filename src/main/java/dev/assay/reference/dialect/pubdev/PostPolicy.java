package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.registry.RegistryClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Form fields by which whoever holds them may store one file for a while, as Google Cloud Storage has them. */
final class PostPolicy {

    /** In bytes. */
    static final int LARGEST_ARCHIVE = 104_857_600;

    private static final int MINUTES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryClock clock;
    private final byte[] secret = new byte[32];

    PostPolicy(RegistryClock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(secret);
    }

    /** The fields for one upload, in order. */
    Map<String, String> fields(String uploadId, String redirect) {
        var expires = clock.get().truncatedTo(ChronoUnit.SECONDS).plus(MINUTES, ChronoUnit.MINUTES);
        var key = "tmp/" + uploadId;
        var policy = base64(document(key, redirect, expires));
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        fields.put("Expires", expires.toString());
        fields.put("GoogleAccessId", "uploader@assay.invalid");
        fields.put("policy", policy);
        fields.put("signature", signature(policy));
        fields.put("success_action_redirect", redirect);
        return fields;
    }

    /** Whether these are fields that were handed out, and their time has not run out. */
    boolean allows(Map<String, String> form) {
        var policy = form.getOrDefault("policy", "");
        var isGenuine = MessageDigest.isEqual(
                signature(policy).getBytes(StandardCharsets.UTF_8),
                form.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8));
        if (!isGenuine || form.getOrDefault("Expires", "").isEmpty()) {
            return false;
        }
        var expires = Instant.parse(form.getOrDefault("Expires", ""));
        var expected =
                document(form.getOrDefault("key", ""), form.getOrDefault("success_action_redirect", ""), expires);
        return policy.equals(base64(expected)) && clock.get().isBefore(expires);
    }

    private static String document(String key, String redirect, Instant expires) {
        var document = new LinkedHashMap<String, Object>();
        document.put("expiration", expires.toString());
        document.put(
                "conditions",
                List.of(
                        Map.of("key", key),
                        Map.of("success_action_redirect", redirect),
                        List.of("content-length-range", 0, LARGEST_ARCHIVE)));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(String policy) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(policy.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
