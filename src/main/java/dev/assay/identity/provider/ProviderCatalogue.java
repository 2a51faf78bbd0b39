package dev.assay.identity.provider;

import dev.assay.identity.knowledge.KnowledgeFile;
import dev.assay.identity.knowledge.KnowledgeSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The identity providers that can be simulated.
 *
 * @param all in the order in which lists show them
 */
public record ProviderCatalogue(List<Provider> all) {

    private static final String FOLDER = "identity-providers/";

    public ProviderCatalogue {
        all = List.copyOf(all);
    }

    /**
     * The providers that come with the program.
     *
     * @throws dev.assay.identity.knowledge.KnowledgeException if a file is not as its schema demands
     */
    public static ProviderCatalogue shipped() {
        var schema = KnowledgeSchema.shipped(Provider.SCHEMA);
        var files = KnowledgeFile.shipped(FOLDER + "index.yaml").content();
        return new ProviderCatalogue(StreamSupport.stream(files.spliterator(), false)
                .map(file -> Provider.from(KnowledgeFile.shipped(FOLDER + file.asText()), schema))
                .toList());
    }

    /** The provider with this id. */
    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
