package dev.assay.cli;

import dev.assay.reference.ReferenceRegistry;
import dev.assay.reference.Surroundings;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.run.EmbeddedRegistries;
import io.vertx.core.Vertx;
import java.net.URI;

/** Starts the reference registry as any other registry would be deployed. */
final class ReferenceRegistries implements EmbeddedRegistries {
    private final Vertx vertx;

    ReferenceRegistries(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Running start(String behaviour, EmbeddedRegistries.Surroundings surroundings) {
        return null;
    }
}
