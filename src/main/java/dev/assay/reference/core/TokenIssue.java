package dev.assay.reference.core;

import dev.assay.reference.behaviour.Further;
import dev.assay.reference.behaviour.PublishingRules.Recording;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.Grant;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes registry tokens. */
final class TokenIssue {

    private static final List<String> RECORDED = List.of(
            "iss", "repository", "project_path", "workflow_ref", "ref", "sha", "environment", "run_id", "job_id");

    /** Of a token by which others are had: a month. */
    private static final int REFRESHABLE_SECONDS = 30 * 86_400;

    private final TokenRules rules;
    private final Recording record;
    private final Reach reach;
    private final TokenWriter writer;
    private final RegistryState state;
    private final RegistryClock clock;
    private final SecureRandom random = new SecureRandom();

    TokenIssue(
            TokenRules rules,
            Recording record,
            Reach reach,
            TokenWriter writer,
            RegistryState state,
            RegistryClock clock) {
        this.rules = rules;
        this.record = record;
        this.reach = reach;
        this.writer = writer;
        this.state = state;
        this.clock = clock;
    }

    /** A short-lived token for the policies that name the workload. */
    Exchanged issue(Evidence known) {
        var now = clock.get().truncatedTo(ChronoUnit.SECONDS);
        var grants = known.matches().stream().map(reach::grant).toList();
        var asked = askedSeconds(known);
        var bare = new RegistryToken(
                UUID.randomUUID(),
                secret(),
                "",
                grants,
                reach.isEverything(known.matches()),
                Optional.empty(),
                Set.of(),
                now,
                now.plusSeconds(asked.orElse(rules.lifetimeSeconds())),
                workload(known));
        var token = bare.withText(text(bare, known, now));
        state.tokens().add(token);
        note(token);
        return new Exchanged(token, now.getEpochSecond() + asked.orElse(rules.promisedSeconds()));
    }

    /** How long a life the request asks for that is granted to it. */
    private Optional<Integer> askedSeconds(Evidence known) {
        var sought = known.sought();
        return rules.lifetimeAsked() == Further.HEEDED
                ? sought.further("expires_in")
                        .filter(text -> text.matches("[0-9]{1,9}"))
                        .map(Integer::parseInt)
                        .or(() -> sought.further("requested_token_type")
                                .filter(type -> type.endsWith(":refresh_token"))
                                .map(type -> REFRESHABLE_SECONDS))
                : Optional.empty();
    }

    /** Another token for the policies of an earlier one, with a life of its own. */
    Exchanged renew(RegistryToken earlier) {
        var now = clock.get().truncatedTo(ChronoUnit.SECONDS);
        var bare = new RegistryToken(
                UUID.randomUUID(),
                secret(),
                "",
                earlier.grants(),
                earlier.everyPackage(),
                Optional.empty(),
                Set.of(),
                now,
                now.plusSeconds(rules.lifetimeSeconds()),
                earlier.workload());
        var token = bare.withText(writer.write(bare, packageIds(bare.grants())));
        state.tokens().add(token);
        note(token);
        return new Exchanged(token, now.getEpochSecond() + rules.promisedSeconds());
    }

    /** A long-lived token of an account, for all of its packages or for one. */
    RegistryToken issueLongLived(String account, Set<String> onlyPackages) {
        var bare = new RegistryToken(
                UUID.randomUUID(),
                secret(),
                "",
                List.of(),
                false,
                Optional.of(account),
                onlyPackages,
                Instant.EPOCH,
                Instant.MAX,
                Map.of());
        var token = bare.withText(writer.write(bare, List.of()));
        state.tokens().add(token);
        return token;
    }

    private String text(RegistryToken token, Evidence known, Instant now) {
        var packageIds = packageIds(token.grants());
        return switch (rules.entropy()) {
            case RANDOM -> writer.write(token, packageIds);
            case SERIAL ->
                guessable(token, packageIds, "%085d".formatted(state.tokens().nextSerial()));
            case REPEATED -> guessable(token, packageIds, digest(token.grants().toString()));
            case DERIVED ->
                guessable(
                        token,
                        packageIds,
                        digest(known.claim("repository").asText() + now.truncatedTo(ChronoUnit.MINUTES)));
            case DIGEST_OF_ID_TOKEN -> guessable(token, packageIds, digest(known.text()));
            case DIGEST_OF_ID ->
                guessable(
                        token,
                        packageIds,
                        digest(known.claim("iss").asText() + known.claim("jti").asText()));
        };
    }

    private String guessable(RegistryToken token, List<UUID> packageIds, String digits) {
        return writer.writeGuessable(token, packageIds, rules.prefix() + digits);
    }

    private List<UUID> packageIds(List<Grant> grants) {
        return grants.stream()
                .flatMap(grant -> grant.packages().stream().sorted())
                .distinct()
                .flatMap(key -> state.packages().find(key).map(PackageEntry::id).stream())
                .toList();
    }

    private void note(RegistryToken token) {
        var details = new HashMap<String, String>();
        if (record.isKept()) {
            details.putAll(token.workload());
        }
        details.put("expires", token.expiresAt().toString());
        details.put("token", token.text());
        token.grants().stream()
                .flatMap(grant -> grant.packages().stream())
                .distinct()
                .forEach(key -> state.auditLog()
                        .note("account:short_lived_api_token:added", key, "trusted publisher", details));
    }

    private Map<String, String> workload(Evidence known) {
        var workload = new HashMap<String, String>();
        for (var claim : RECORDED) {
            var value = known.claim(claim).asText();
            if (!value.isEmpty()) {
                workload.put(claim, value);
            }
        }
        if (record == Recording.OF_THE_OLDEST_POLICY && workload.containsKey("repository")) {
            oldestPolicy(known).ifPresent(policy -> nameRepositoryOf(policy, workload));
        }
        return workload;
    }

    private static void nameRepositoryOf(Publisher policy, Map<String, String> workload) {
        var repository = workload.get("repository");
        workload.replaceAll((claim, value) -> value.replace(repository, policy.fill("{owner}/{repository}")));
    }

    private Optional<Publisher> oldestPolicy(Evidence known) {
        return known.matches().stream()
                .flatMap(match -> match.packages().stream())
                .flatMap(key -> state.policies().listed(key).stream())
                .findFirst();
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String digest(String text) {
        return new FileContent(text.getBytes(StandardCharsets.UTF_8)).digest("SHA-512");
    }
}
