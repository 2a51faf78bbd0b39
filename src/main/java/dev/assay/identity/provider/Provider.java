package dev.assay.identity.provider;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.identity.knowledge.KnowledgeFile;
import dev.assay.identity.knowledge.KnowledgeSchema;
import dev.assay.identity.workload.Workload;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known about an identity provider: the content of one file under {@code identity-providers/}.
 *
 * @param id short name, as users write it
 * @param title name for people
 * @param issuer the real service's issuer; a simulated one has its own address instead
 * @param forge base URL of the REST API of the forge whose jobs it vouches for, where names become ids
 * @param sources where the knowledge comes from
 * @param discoveryPath path of the discovery document, appended to the issuer
 * @param discovery members of the discovery document; strings are templates over {@code issuer}
 * @param keySetPath path of the key set, appended to the issuer
 * @param keys the keys that stand side by side in the key set; the first one signs
 * @param header members of a token's header, as templates over the key
 * @param lifetimeSeconds from {@code iat} to {@code exp}
 * @param notBeforeSeconds from {@code iat} to {@code nbf}; negative when a token is valid before it was issued
 * @param defaultAudience template of {@code aud} when the job names none
 * @param subject how {@code sub} is composed
 * @param refTypes the ref's type by the prefix of its full name
 * @param triggers what each event puts into a token
 * @param claims all claims, in the order in which tokens carry them
 * @param jobSide how a job asks for its token
 */
public record Provider(
        String id,
        String title,
        String issuer,
        Optional<String> forge,
        List<Source> sources,
        String discoveryPath,
        Map<String, JsonNode> discovery,
        String keySetPath,
        List<PublishedKey> keys,
        Map<String, String> header,
        long lifetimeSeconds,
        long notBeforeSeconds,
        String defaultAudience,
        Subject subject,
        Map<String, String> refTypes,
        List<Trigger> triggers,
        List<Claim> claims,
        JobSide jobSide) {

    static final String SCHEMA = "identity-providers/provider.schema.json";

    /** Where a piece of knowledge comes from. */
    public record Source(String title, String url) {}

    public Provider {
        requireNonNull(id, "id");
        requireNonNull(issuer, "issuer");
        requireNonNull(forge, "forge");
        sources = List.copyOf(sources);
        discovery = Collections.unmodifiableMap(new LinkedHashMap<>(discovery));
        keys = List.copyOf(keys);
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        refTypes = Map.copyOf(refTypes);
        triggers = List.copyOf(triggers);
        claims = List.copyOf(claims);
    }

    /**
     * Reads a provider file of the user's.
     *
     * @throws dev.assay.identity.knowledge.KnowledgeException naming file, place and expectation
     */
    public static Provider at(Path file) {
        return from(KnowledgeFile.at(file), KnowledgeSchema.shipped(SCHEMA));
    }

    static Provider from(KnowledgeFile file, KnowledgeSchema schema) {
        return file.following(schema).as(Provider.class);
    }

    /**
     * What an event puts into a token.
     *
     * @throws IllegalArgumentException if nothing is known about the event
     */
    public Trigger trigger(String event) {
        return triggers.stream()
                .filter(trigger -> trigger.event().equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " knows no event '" + event + "'; it knows "
                        + triggers.stream().map(Trigger::event).collect(Collectors.joining(", "))));
    }

    /** What is known about a claim, by its name. */
    public Optional<Claim> claim(String name) {
        return claims.stream().filter(claim -> claim.name().equals(name)).findFirst();
    }

    /** The workload's fields, ready to fill this provider's templates. */
    public WorkloadFields fields(Workload workload) {
        return new WorkloadFields(this, workload);
    }
}
