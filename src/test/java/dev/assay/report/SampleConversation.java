package dev.assay.report;

import dev.assay.result.Message;
import dev.assay.result.Message.DecodedToken;
import dev.assay.result.Message.Header;
import dev.assay.result.Message.Request;
import dev.assay.result.Message.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What goes over the wire when a twin and a forged token are exchanged. */
final class SampleConversation {
    static final Instant START = Instant.parse("2026-11-24T09:30:00Z");
    private static final String REGISTRY = "http://127.0.0.1:40123";

    private SampleConversation() {}

    static DecodedToken token(String description, String audience, String id) {
        return new DecodedToken(
                description,
                "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5t\":\"ykNaY4qM_ta4k2TgZOCEYLkcYlA\",\"kid\":\"cc413527-173f-5a05-976e-9c52b1d7b431\"}",
                ("{\"jti\":\"%s\",\"sub\":\"repo:octo-org/octo-repo:environment:prod\",\"aud\":\"%s\","
                                + "\"iss\":\"http://127.0.0.1:40456\",\"iat\":1795512600,\"nbf\":1795512300,\"exp\":1795513500,"
                                + "\"repository\":\"octo-org/octo-repo\",\"repository_id\":\"74\",\"repository_owner\":\"octo-org\","
                                + "\"repository_owner_id\":\"65\",\"repository_visibility\":\"private\",\"environment\":\"prod\","
                                + "\"event_name\":\"push\",\"ref\":\"refs/heads/main\",\"ref_type\":\"branch\",\"sha\":\"9fceb02d0ae598e95dc970b74767f19372d61af8\","
                                + "\"workflow_ref\":\"octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main\","
                                + "\"job_workflow_ref\":\"octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main\","
                                + "\"runner_environment\":\"github-hosted\",\"run_id\":\"1234\",\"run_attempt\":\"1\"}")
                        .formatted(id, audience));
    }

    static Message policy(int number) {
        return message(
                number,
                "maintainer",
                "trusted publisher for sample-7f3a",
                post(
                        "/_assay/packages/sample-7f3a/publishers",
                        "{\"provider\":\"github\",\"owner\":\"octo-org\",\"repository\":\"octo-repo\",\"workflow\":\"release.yml\",\"environment\":\"prod\"}",
                        Optional.empty()),
                answer(201, "Created", "{\"id\":\"0b6f9e7c-4f6d-4f0f-8a86-1f0f8f1d2f10\"}"),
                Optional.empty());
    }

    static Message granted(int number, String purpose, DecodedToken token) {
        return message(
                number,
                "CI job",
                purpose,
                exchange(token),
                answer(
                        200,
                        "OK",
                        "{\"success\":true,\"token\":\"pypi-… (182 characters, sha256 3f1c0a)\",\"expires\":1795513500}"),
                Optional.of("Granted: a registry token until 09:45:00"));
    }

    static Message refused(int number, DecodedToken token) {
        return message(
                number,
                "attacker",
                "exchange of the forged token",
                exchange(token),
                answer(
                        422,
                        "Unprocessable Entity",
                        "{\"message\":\"Token request failed\",\"errors\":[{\"code\":\"invalid-token\",\"description\":\"malformed or invalid token\"}]}"),
                Optional.of("Refused: invalid-token"));
    }

    static Message broken(int number, DecodedToken token) {
        return new Message(
                number,
                START.plusMillis(40L * number),
                5_000,
                "attacker",
                "registry",
                "exchange of the forged token",
                exchange(token),
                Optional.empty(),
                Optional.of("no answer within 5 s"),
                Optional.of("Broken: no answer within 5 s"));
    }

    static Message keys(int number) {
        return new Message(
                number,
                START.plusMillis(40L * number),
                2,
                "registry",
                "identity provider",
                "key set",
                new Request(
                        "GET",
                        "http://127.0.0.1:40456/.well-known/jwks",
                        List.of(new Header("Accept", "*/*")),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(
                        new Response(
                                200,
                                "OK",
                                List.of(new Header("Content-Type", "application/json")),
                                Optional.of(
                                        "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"cc413527-173f-5a05-976e-9c52b1d7b431\",\"n\":\"u8zCdkD2sz0\",\"e\":\"AQAB\"}]}"))),
                Optional.empty(),
                Optional.empty());
    }

    private static Request exchange(DecodedToken token) {
        return post(
                "/_/oidc/mint-token",
                "{\"token\":\"(ID token, 1 204 characters: " + token.description() + ")\"}",
                Optional.of(token));
    }

    private static Request post(String path, String body, Optional<DecodedToken> token) {
        return new Request(
                "POST",
                REGISTRY + path,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("Accept", "application/json"),
                        new Header("User-Agent", "assay/0.1.0")),
                Optional.of(body),
                token);
    }

    private static Response answer(int status, String reason, String body) {
        return new Response(
                status,
                reason,
                List.of(new Header("content-type", "application/json"), new Header("cache-control", "no-store")),
                Optional.of(body));
    }

    private static Message message(
            int number, String from, String purpose, Request request, Response answer, Optional<String> outcome) {
        return new Message(
                number,
                START.plusMillis(40L * number),
                9L + number,
                from,
                "registry",
                purpose,
                request,
                Optional.of(answer),
                Optional.empty(),
                outcome);
    }
}
