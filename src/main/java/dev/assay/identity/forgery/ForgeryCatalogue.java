package dev.assay.identity.forgery;

import dev.assay.identity.knowledge.KnowledgeFile;
import dev.assay.identity.knowledge.KnowledgeSchema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The forgeries known by name.
 *
 * @param all in the order of the files and of the cases in them
 */
public record ForgeryCatalogue(List<Forgery> all) {

    private static final String FOLDER = "forgeries/";
    private static final Pattern OF_CLAIM = Pattern.compile("claim:([^:]+):([a-z-]+)");

    public ForgeryCatalogue {
        all = List.copyOf(all);
        var ids = new HashSet<String>();
        for (var forgery : all) {
            if (!ids.add(forgery.id())) {
                throw new IllegalArgumentException("Two forgeries have the id '" + forgery.id() + "'");
            }
        }
    }

    /**
     * The forgeries that come with the program.
     *
     * @throws dev.assay.identity.knowledge.KnowledgeException if a file is not as its schema demands
     */
    public static ForgeryCatalogue shipped() {
        var schema = KnowledgeSchema.shipped(FOLDER + "forgery.schema.json");
        var files = KnowledgeFile.shipped(FOLDER + "index.yaml").content();
        return new ForgeryCatalogue(StreamSupport.stream(files.spliterator(), false)
                .flatMap(file -> ForgeryFile.read(KnowledgeFile.shipped(FOLDER + file.asText()), schema).stream())
                .toList());
    }

    /** The forgery with this id; <code>claim:NAME:ALTERATION</code> names one for any claim and {@link Alteration}. */
    public Optional<Forgery> find(String id) {
        return all.stream()
                .filter(forgery -> forgery.id().equals(id))
                .findFirst()
                .or(() -> ofClaim(id));
    }

    /** The forgeries of a group. */
    public List<Forgery> inGroup(String group) {
        return all.stream().filter(forgery -> forgery.group().equals(group)).toList();
    }

    private static Optional<Forgery> ofClaim(String id) {
        var match = OF_CLAIM.matcher(id);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Alteration.values())
                .filter(alteration -> alteration.toString().equals(match.group(2)))
                .findFirst()
                .map(alteration -> ClaimForgery.of(match.group(1), alteration));
    }
}
