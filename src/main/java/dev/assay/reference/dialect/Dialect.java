package dev.assay.reference.dialect;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.Request;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** How one registry speaks. */
public interface Dialect {

    /** Its rules for names. */
    PackageNaming naming();

    /** How it writes registry tokens. */
    TokenWriter tokenWriter();

    /** The registry token that a text stands for, if it is genuine and still counts. */
    Optional<RegistryToken> token(RegistryCore core, String text);

    /** The text that an upload's header fields present as a registry token; empty if there is none. */
    default String presentedToUpload(Request request) {
        return request.header("Authorization");
    }

    /** The account that a credential of the registry's own acts for, at registries where accounts manage through such. */
    default Optional<Account> account(RegistryCore core, String credential) {
        return Optional.empty();
    }

    /** Adds its routes. */
    void mount(Router router, RegistryCore core, Endpoints endpoints);
}
