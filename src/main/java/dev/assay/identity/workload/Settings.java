package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a repository's administrators decided about its ID tokens.
 *
 * @param subjectForm how {@code sub} names the repository
 * @param enterprise the enterprise behind the owner
 * @param properties custom properties that the organisation exposes in tokens, by name
 */
public record Settings(SubjectForm subjectForm, Optional<Enterprise> enterprise, Map<String, String> properties) {

    public Settings {
        requireNonNull(subjectForm, "subjectForm");
        requireNonNull(enterprise, "enterprise");
        properties = Map.copyOf(properties);
    }

    /** Classic subjects, no enterprise, no custom properties. */
    public static Settings usual() {
        return new Settings(SubjectForm.CLASSIC, Optional.empty(), Map.of());
    }

    Settings withSubjectForm(SubjectForm other) {
        return new Settings(other, enterprise, properties);
    }

    Settings withEnterprise(Enterprise other) {
        return new Settings(subjectForm, Optional.of(other), properties);
    }

    Settings withProperty(String name, String value) {
        var more = new TreeMap<>(properties);
        more.put(name, value);
        return new Settings(subjectForm, enterprise, more);
    }
}
