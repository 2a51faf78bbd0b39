package dev.assay.reference;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a sound ID token of octo/widget's release.yml says. */
public final class SoundClaims {

    private SoundClaims() {}

    /** A new map with a new {@code jti} each time. */
    public static Map<String, Object> of(String issuer, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", "pypi");
        claims.put("sub", "repo:octo/widget:ref:refs/heads/main");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond() - 300);
        claims.put("exp", now.getEpochSecond() + 300);
        claims.put("repository", "octo/widget");
        claims.put("repository_id", "2001");
        claims.put("repository_owner", "octo");
        claims.put("repository_owner_id", "1001");
        claims.put("workflow_ref", "octo/widget/.github/workflows/release.yml@refs/heads/main");
        claims.put("job_workflow_ref", "octo/widget/.github/workflows/release.yml@refs/heads/main");
        claims.put("ref", "refs/heads/main");
        claims.put("sha", "0123456789012345678901234567890123456789");
        claims.put("event_name", "push");
        claims.put("runner_environment", "github-hosted");
        return claims;
    }
}
