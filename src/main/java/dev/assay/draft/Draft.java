package dev.assay.draft;

import dev.assay.profile.Profile;
import dev.assay.profile.Promise;
import dev.assay.registry.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of a new profile, with comments.
 *
 * @param name the profile's id
 * @param file the name of the file that it is written to
 */
public record Draft(String name, String file) {
    private static final String NONE = "-";
    private static final Map<String, String> CLAIMS = Map.of(
            "repository", "repository: [repository]",
            "owner", "owner: [repository_owner]",
            "owner id", "owner id: [repository_owner_id]",
            "repository id", "repository id: [repository_id]",
            "workflow", "workflow: [workflow_ref, job_workflow_ref]",
            "environment", "environment: [environment]");

    /**
     * A profile that stands alone.
     *
     * @param answers to all questions of {@link Questionnaire}, by their ids
     * @param date on which they were given
     */
    public String fromScratch(Map<String, String> answers, LocalDate date) {
        var values = new HashMap<String, Object>(answers);
        values.putIfAbsent("idTokenMember", NONE);
        values.putIfAbsent("refusedStatus", NONE);
        values.putIfAbsent("tokenAt", NONE);
        values.putIfAbsent("expiresAt", NONE);
        values.put("date", date.toString());
        values.put("audienceIsPath", answer(answers, "audience").startsWith("/"));
        values.put(
                "pins",
                Question.items(answer(answers, "pins")).stream()
                        .map(pin -> CLAIMS.getOrDefault(pin, pin))
                        .toList());
        values.put("exchanges", !isNone(answers, "exchange"));
        values.put("expires", !isNone(answers, "expiresAt"));
        values.put("prefixed", !isNone(answers, "prefix"));
        values.put("form", answer(answers, "body").equals("form"));
        values.put("reads", !isNone(answers, "readBack"));
        values.put("manual", answer(answers, "provision").equals("manual"));
        var publish = answer(answers, "publish").split(" ", 2);
        values.put("publishMethod", publish[0]);
        values.put("publishPath", publish[1]);
        values.put("promises", isNone(answers, "promises") ? "" : answer(answers, "promises"));
        return rendered("scratch", values);
    }

    private static String answer(Map<String, String> answers, String id) {
        return answers.getOrDefault(id, NONE);
    }

    private static boolean isNone(Map<String, String> answers, String id) {
        return answer(answers, id).equals(NONE);
    }

    /** A profile that says only what differs from another, with what usually differs as comments. */
    public String extending(Profile base) {
        var values = new HashMap<String, Object>();
        values.put("base", Map.of("id", base.id()));
        values.put(
                "literal", base.audience().literal().<Object>map(text -> text).orElse(false));
        values.put("exchanges", base.exchange().isPresent());
        values.put(
                "exchangePath",
                base.exchange().flatMap(exchange -> exchange.request().path()).orElse("/"));
        values.put("prefixed", base.token().prefix().isPresent());
        values.put("prefix", base.token().prefix().orElse(NONE));
        values.put("lifetime", base.token().lifetimeSeconds());
        var publishPath = base.publish().operation().request().path();
        values.put("publishPath", publishPath.<Object>map(path -> path).orElse(false));
        values.put("promises", base.promises().stream().map(Promise::word).collect(Collectors.joining(", ")));
        return rendered("extending", values);
    }

    private String rendered(String template, Map<String, Object> values) {
        values.putAll(Map.of("name", name, "file", file));
        return new Templates().render(resource("draft/" + template + ".yaml"), values);
    }

    private static String resource(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not shipped");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
