package dev.assay.registry;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import dev.assay.artifact.ArtifactKind;
import dev.assay.profile.Operation;
import dev.assay.profile.Operations;
import dev.assay.profile.Profile;
import io.quarkus.qute.TemplateException;
import java.net.URI;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fills every template of a profile with made-up values, and reads every JSONPath, before anything is sent. */
public final class TemplateCheck {
    private static final URI NOWHERE = URI.create("http://localhost");
    /** What a value looks like of which nothing is known. */
    private static final String ANYTHING = "x";

    private final Profile profile;
    private final RequestWriter writer = new RequestWriter(new Templates(), NOWHERE);

    private TemplateCheck(Profile profile) {
        this.profile = profile;
    }

    /**
     * A mistake.
     *
     * @param member the profile's member that it is in or below
     */
    public record Mistake(String member, String message) {}

    /** Every template that names a value that is not there, and every JSONPath that is none. */
    public static List<Mistake> of(Profile profile) {
        var check = new TemplateCheck(profile);
        var mistakes = new ArrayList<Mistake>();
        Operations.of(profile).byMember().forEach((member, operation) -> {
            check.template(member, operation).ifPresent(mistakes::add);
            mistakes.addAll(check.paths(member, operation));
        });
        mistakes.sort(Comparator.comparing(Mistake::member));
        return List.copyOf(mistakes);
    }

    private Optional<Mistake> template(String member, Operation operation) {
        var artifact = ArtifactKind.of(profile.publish().artifact()).build("assay-check", "1.0.0", ANYTHING);
        try {
            writer.write(operation.request(), values(member), Optional.of(artifact));
            return Optional.empty();
        } catch (RequestWriter.ElsewhereException addressOfTheRegistrysOwn) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return e.getCause() instanceof TemplateException
                    ? Optional.of(new Mistake(member + ".request", String.valueOf(e.getMessage())))
                    : Optional.empty();
        }
    }

    private Map<String, Object> values(String member) {
        var values = new HashMap<String, Object>();
        values.put("target", Map.of("url", NOWHERE.toString(), "host", "localhost", "authority", "localhost"));
        values.put("run", Map.of("id", ANYTHING));
        values.put(Templates.ENVIRONMENT, new AnyEnvironment());
        values.put("before", earlier(member));
        if (member.startsWith("exchange")) {
            Stream.of("idToken", "package", "owner").forEach(name -> values.put(name, ANYTHING));
        } else if (member.startsWith("publish")) {
            values.put("token", ANYTHING);
            values.put(
                    "artifact",
                    Map.of(
                            "name",
                            ANYTHING,
                            "version",
                            ANYTHING,
                            "fileName",
                            ANYTHING,
                            "length",
                            1,
                            "base64",
                            ANYTHING,
                            "sha1",
                            ANYTHING,
                            "sha256",
                            ANYTHING,
                            "sha256Base64",
                            ANYTHING,
                            "sha512Base64",
                            ANYTHING));
        } else if (member.startsWith("readBack")) {
            Stream.of("package", "version").forEach(name -> values.put(name, ANYTHING));
        } else if (member.startsWith("provision")) {
            Stream.of("credential", "token", "account", "package", "id", "version", "issuer")
                    .forEach(name -> values.put(name, ANYTHING));
            values.put("forge", Map.of("url", NOWHERE.toString()));
            values.put("seconds", 1);
            values.put("publisher", publisher(member));
        }
        return values;
    }

    /** An issuer is entered only where it is not the usual one, which is {issuer}. */
    private static Map<String, Object> publisher(String member) {
        var policy =
                new PublisherPolicy(ANYTHING, ANYTHING, ANYTHING, ANYTHING, Optional.of(ANYTHING), ANYTHING, ANYTHING);
        if (member.startsWith("provision.operations.furtherPublisher")) {
            return policy.withIssuer(ANYTHING).asTemplateValues();
        }
        var values = policy.asTemplateValues();
        values.remove("issuer");
        return values;
    }

    /** What the operations that come before this one extract. */
    private Map<String, String> earlier(String member) {
        var known = new HashMap<String, String>();
        var of = member.replaceFirst("\\.before\\.\\d+$", "");
        Operations.of(profile).byMember().forEach((name, operation) -> {
            if (name.startsWith(of + ".before.")) {
                operation.granted().extract().keySet().forEach(extracted -> known.put(extracted, ANYTHING));
            }
        });
        return known;
    }

    private List<Mistake> paths(String member, Operation operation) {
        return Stream.of(Stream.of(operation.granted()), operation.refused().stream(), operation.unavailable().stream())
                .flatMap(kinds -> kinds)
                .flatMap(kind -> Stream.concat(kind.extract().values().stream(), kind.where().keySet().stream()))
                .filter(from -> from.startsWith("$"))
                .flatMap(path -> unreadable(member, path).stream())
                .toList();
    }

    private static Optional<Mistake> unreadable(String member, String path) {
        try {
            JsonPath.compile(path);
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(new Mistake(member, "'" + path + "' is not a JSONPath: " + e.getMessage()));
        }
    }

    /** Which variables there will be is not known before a run. */
    private static final class AnyEnvironment extends AbstractMap<String, String> {
        @Override
        public String get(Object name) {
            return ANYTHING;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
