package dev.assay.identity.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.forgery.Member;
import dev.assay.identity.forgery.Members;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.provider.Claim;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.provider.WorkloadFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a sound token says: the provider's templates filled for one request. */
final class TokenContents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Provider provider;
    private final TokenRequest request;
    private final SigningKey key;
    private final WorkloadFields fields;
    private final Instant issuedAt;
    private final Map<String, String> tokenFields;

    TokenContents(Provider provider, String issuer, InstantSource clock, TokenRequest request, SigningKey key) {
        this.provider = provider;
        this.request = request;
        this.key = key;
        this.fields = provider.fields(request.workload());
        this.issuedAt = request.issuedAt().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
        this.tokenFields = Map.of(
                "issuer", issuer,
                "audience", audience(),
                "tokenId", request.tokenId().orElseGet(() -> UUID.randomUUID().toString()),
                "issuedAt", Long.toString(issuedAt.getEpochSecond()),
                "notBefore", Long.toString(issuedAt.getEpochSecond() + provider.notBeforeSeconds()),
                "expiresAt", Long.toString(expiresAt().getEpochSecond()));
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return issuedAt.plus(request.lifetime().orElse(Duration.ofSeconds(provider.lifetimeSeconds())));
    }

    String audience() {
        return request.audience().orElseGet(this::defaultAudience);
    }

    String defaultAudience() {
        return fields.fill(provider.defaultAudience());
    }

    Members header() {
        var values = Map.of("keyId", key.keyId(), "certificateThumbprint", key.certificateThumbprint());
        return new Members(provider.header().entrySet().stream()
                .map(member -> Member.of(member.getKey(), text(fields.fill(member.getValue(), values))))
                .toList());
    }

    Members payload() {
        var members = new Members(provider.claims().stream()
                .filter(claim -> fields.has(claim.present()))
                .flatMap(claim -> members(claim).stream())
                .toList());
        for (var claim : request.claims().entrySet()) {
            members = claim.getValue().isMissingNode()
                    ? members.without(claim.getKey())
                    : members.with(claim.getKey(), text(claim.getValue()));
        }
        return members;
    }

    /** What the claims could say for somebody else's job. */
    Map<String, String> othersClaims() {
        var others = new HashMap<String, String>();
        for (var claim : provider.claims()) {
            claim.other().ifPresent(other -> others.put(claim.name(), fields.fill(other, tokenFields)));
        }
        return others;
    }

    private List<Member> members(Claim claim) {
        if (claim.present() != Claim.Presence.FOR_EACH_PROPERTY) {
            return List.of(member(claim, tokenFields));
        }
        return properties()
                .map(property ->
                        member(claim, Map.of("property", property.getKey(), "propertyValue", property.getValue())))
                .toList();
    }

    private Stream<Map.Entry<String, String>> properties() {
        return request.workload().settings().properties().entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private Member member(Claim claim, Map<String, String> more) {
        var value = fields.fill(claim.value(), more);
        return Member.of(fields.fill(claim.name(), more), claim.type() == Claim.Type.INTEGER ? value : text(value));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A claim's value cannot be written as JSON: " + e.getMessage(), e);
        }
    }
}
