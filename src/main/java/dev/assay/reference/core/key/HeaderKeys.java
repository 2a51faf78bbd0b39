package dev.assay.reference.core.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.X509CertUtils;
import dev.assay.reference.behaviour.KeyRules.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that a token brings along or points to. Believing them is a defect (RFC 7515 §10.3, CVE-2018-0114). */
record HeaderKeys(KeySetLoader loader) {

    /** The keys of that source; none if the header does not name any or they cannot be had. */
    List<JWK> from(Source source, ObjectNode header) {
        try {
            return switch (source) {
                case HEADER_JWK -> embedded(header);
                case HEADER_JKU -> keySet(header);
                case HEADER_X5U -> certificateAt(header);
                case HEADER_X5C -> certificate(header);
                case DISCOVERY -> List.of();
            };
        } catch (FetchFailed | ParseException | JOSEException | IllegalArgumentException unusable) {
            return List.of();
        }
    }

    private static List<JWK> embedded(ObjectNode header) throws ParseException {
        return header.path("jwk").isObject()
                ? List.of(JWK.parse(header.path("jwk").toString()))
                : List.of();
    }

    private List<JWK> keySet(ObjectNode header) throws FetchFailed {
        return header.path("jku").isTextual()
                ? loader.keySet(URI.create(header.path("jku").textValue()))
                : List.of();
    }

    private List<JWK> certificateAt(ObjectNode header) throws FetchFailed, JOSEException {
        if (!header.path("x5u").isTextual()) {
            return List.of();
        }
        var body = loader.fetch(URI.create(header.path("x5u").textValue()));
        var pem = X509CertUtils.parse(new String(body, StandardCharsets.ISO_8859_1));
        return keyOf(pem == null ? X509CertUtils.parse(body) : pem);
    }

    private static List<JWK> certificate(ObjectNode header) throws JOSEException {
        var first = header.path("x5c").path(0);
        return first.isTextual()
                ? keyOf(X509CertUtils.parse(Base64.getMimeDecoder().decode(first.textValue())))
                : List.of();
    }

    private static List<JWK> keyOf(@Nullable X509Certificate certificate) throws JOSEException {
        return certificate == null ? List.of() : List.of(JWK.parse(certificate));
    }
}
