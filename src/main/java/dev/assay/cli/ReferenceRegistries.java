package dev.assay.cli;

import dev.assay.reference.ReferenceRegistry;
import dev.assay.reference.RegistryPark;
import dev.assay.reference.Surroundings.Certificate;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.result.Model.EvidenceNote;
import dev.assay.run.EmbeddedRegistries;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Starts the reference registry as any other registry would be deployed. */
final class ReferenceRegistries implements EmbeddedRegistries {
    private final RegistryPark park;
    private final Function<String, Behaviour> load;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

    /** Registries that behave as their behaviour says. */
    ReferenceRegistries(RegistryPark park) {
        this(park, Behaviour::shipped);
    }

    /**
     * Registries whose behaviour comes from somewhere else than the shipped files.
     *
     * @param load finds a behaviour by its name
     */
    ReferenceRegistries(RegistryPark park, Function<String, Behaviour> load) {
        this.park = park;
        this.load = load;
    }

    @Override
    public Running start(String behaviour, Surroundings surroundings) {
        var registry = park.start(
                behaviours.computeIfAbsent(behaviour, load),
                new dev.assay.reference.Surroundings(
                        surroundings.issuers(),
                        surroundings.forge(),
                        surroundings.port(),
                        surroundings.tls().map(t -> new Certificate(t.certificateChainPem(), t.privateKeyPem())),
                        surroundings.trustedAuthority(),
                        Instant::now,
                        surroundings.furtherIssuers()));
        return new Reference(registry);
    }

    @Override
    public List<EvidenceNote> evidence(String behaviour) {
        return behaviours.computeIfAbsent(behaviour, load).rules().evidence().stream()
                .map(note -> new EvidenceNote(
                        note.requirements(), note.basis().name().toLowerCase(Locale.ROOT), note.note(), note.source()))
                .toList();
    }

    private record Reference(ReferenceRegistry registry) implements Running {
        @Override
        public URI baseUri() {
            return registry.baseUri();
        }

        @Override
        public void close() {
            registry.close();
        }
    }
}
