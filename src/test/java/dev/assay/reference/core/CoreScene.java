package dev.assay.reference.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nimbusds.jose.jwk.JWK;
import dev.assay.reference.Scene;
import dev.assay.reference.SoundClaims;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.forge.ForgeUnavailable;
import dev.assay.reference.core.key.FetchFailed;
import dev.assay.reference.core.key.FetchTerms;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A registry without a wire, with an issuer, another issuer and a forge that exist only in memory. */
public final class CoreScene {

    public static final String ISSUER = "https://issuer.test";
    public static final String OTHER_ISSUER = "https://gitlab.test";
    public static final Instant NOW = Instant.parse("2026-08-21T12:00:00Z");

    private static final Behaviour STRICT = Behaviour.shipped("strict");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<String, FetchProblem> problems = new ConcurrentHashMap<>();
    private final AtomicBoolean forgeSilent = new AtomicBoolean();
    private final Map<String, Forge.Named> forge = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final RegistryClock clock = new RegistryClock(() -> NOW);
    private final Rules rules;
    private final RegistryCore core;

    private CoreScene(Behaviour behaviour) {
        rules = behaviour.rules();
        var issuers = new LinkedHashMap<String, String>();
        issuers.put("github", ISSUER);
        issuers.put("gitlab", OTHER_ISSUER);
        core = new RegistryCore(
                rules,
                issuers,
                new MemoryForge(forge, forgeSilent::get),
                this::fetch,
                new LowerCaseNaming(),
                (token, packageIds) -> "reg-" + token.id() + packageIds,
                clock,
                URI.create("https://registry.test"));
        issuer(ISSUER, Scene.KEY.toPublicJWK());
        issuer(OTHER_ISSUER, Scene.OTHER_KEY.toPublicJWK());
        owner("octo", 1001);
        repository("octo", "widget", 2001);
    }

    /** The strict behaviour. */
    public static CoreScene strict() {
        return new CoreScene(STRICT);
    }

    /** The strict behaviour with a merge patch in YAML over it, and a policy for the package widget. */
    public static CoreScene with(String change) {
        return new CoreScene(STRICT.with(yaml(change)));
    }

    public Rules rules() {
        return rules;
    }

    public RegistryCore core() {
        return core;
    }

    /** What was fetched, in order. */
    public List<String> fetched() {
        return fetched;
    }

    public void advance(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    public void issuer(String issuer, JWK... keys) {
        documents.put(issuer + DISCOVERY, Scene.write(Map.of("issuer", issuer, "jwks_uri", issuer + "/keys")));
        documents.put(
                issuer + "/keys",
                Scene.write(Map.of(
                        "keys", Arrays.stream(keys).map(JWK::toJSONObject).toList())));
    }

    public void document(String address, String text) {
        documents.put(address, text);
    }

    public void problem(String address, FetchProblem problem) {
        problems.put(address, problem);
    }

    public void noProblem(String address) {
        problems.remove(address);
    }

    /** Whether the forge does not say anything from now on. */
    public void forgeSilent(boolean silent) {
        forgeSilent.set(silent);
    }

    public void owner(String login, int id) {
        forge.put(login, new Forge.Named(String.valueOf(id), login));
    }

    public void repository(String owner, String name, int id) {
        forge.put(owner + "/" + name, new Forge.Named(String.valueOf(id), name));
    }

    /** The actor with that account. */
    public Actor actor(String account) {
        return new Actor(Optional.of(core.state().accounts().open(account)), Optional.empty());
    }

    /** Registers a package of alice's that octo/widget may publish. */
    public CoreScene withPolicy(String packageName) {
        register("alice", packageName);
        policy(packageName, Map.of());
        return this;
    }

    public void register(String account, String packageName) {
        try {
            core.packageDesk().register(actor(account), packageName);
        } catch (ConfigurationRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A policy of alice's for octo/widget, with these fields different. */
    public UUID policy(String packageName, Map<String, String> different) {
        try {
            return core.policyDesk()
                    .add(actor("alice"), packageName, entry(different))
                    .id();
        } catch (ConfigurationRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    public void pending(String account, String packageName) {
        try {
            core.policyDesk().addPending(actor(account), packageName, entry(Map.of()));
        } catch (ConfigurationRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    public PolicyEntry entry(Map<String, String> different) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("owner", "octo");
        fields.put("repository", "widget");
        fields.put("workflow", "release.yml");
        fields.putAll(different);
        return new PolicyEntry("github", fields);
    }

    public Map<String, Object> claims() {
        return SoundClaims.of(ISSUER, clock.get());
    }

    /** Sound claims with others over them; a value of {@link #ABSENT} takes a claim away. */
    public Map<String, Object> claims(Map<String, ?> different) {
        var claims = claims();
        claims.putAll(different);
        claims.values().removeIf(ABSENT::equals);
        return claims;
    }

    public static final String ABSENT = "(absent)";

    public static String sign(Map<String, Object> claims) {
        return TestIssuer.sign(
                Scene.KEY, Map.of("alg", "RS256", "typ", "JWT", "kid", Scene.KEY.getKeyID()), Scene.write(claims));
    }

    /** The token that claims are exchanged for. */
    public RegistryToken granted(Map<String, Object> claims) {
        return grantedText(sign(claims));
    }

    public RegistryToken grantedText(String idToken) {
        try {
            return core.exchange().exchange(idToken).token();
        } catch (Refused refused) {
            throw new AssertionError(refused.reason() + ": " + refused.detail(), refused);
        }
    }

    /** Why claims are refused; empty if they are granted. */
    public Optional<Reason> refusal(Map<String, Object> claims) {
        return refusalOf(sign(claims));
    }

    public Optional<Reason> refusalOf(String idToken) {
        try {
            core.exchange().exchange(idToken);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }

    /** What speaks against an upload; nothing if it succeeded. */
    public List<Objection> upload(RegistryToken token, String packageName, String version, String text) {
        var content = new FileContent(text.getBytes(StandardCharsets.UTF_8));
        try {
            core.publishing().admit(token, packageName);
            core.publishing()
                    .store(token, new Upload(packageName, version, packageName + "-" + version, content, Map.of()));
            return List.of();
        } catch (UploadRefused refused) {
            return refused.objections();
        }
    }

    /** Bytes of the file that {@link #upload} stored. */
    public int sizeOf(String packageName, String version) {
        var stored = core.state().packages().find(packageName).orElseThrow();
        return stored.file(packageName + "-" + version).orElseThrow().content().size();
    }

    public static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] fetch(URI address, FetchTerms terms) throws FetchFailed {
        fetched.add(address.toString());
        var problem = problems.get(address.toString());
        if (problem != null) {
            throw new FetchFailed(problem, "as arranged");
        }
        var document = documents.get(address.toString());
        if (document == null) {
            throw new FetchFailed(FetchProblem.BAD_STATUS, "404");
        }
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private record MemoryForge(Map<String, Named> all, BooleanSupplier silent) implements Forge {

        @Override
        public Optional<Named> owner(String login) {
            return named(login);
        }

        @Override
        public Optional<Named> repository(String owner, String name) {
            return named(owner + "/" + name);
        }

        private Optional<Named> named(String name) {
            if (silent.getAsBoolean()) {
                throw new ForgeUnavailable("silence", null);
            }
            return Optional.ofNullable(all.get(name));
        }
    }

    private static final class LowerCaseNaming implements PackageNaming {

        @Override
        public String normalized(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        @Override
        public String version(String spelled) {
            return spelled.replaceFirst("\\+.*", "");
        }

        @Override
        public Optional<String> objection(String name) {
            return name.contains(" ") ? Optional.of("no spaces") : Optional.empty();
        }
    }
}
