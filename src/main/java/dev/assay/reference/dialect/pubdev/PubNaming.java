package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.core.registry.PackageNaming;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Package names: Dart identifiers in lower case. */
final class PubNaming implements PackageNaming {

    private static final Pattern VALID = Pattern.compile("[a-z_][a-z0-9_]*");

    /** A few of Dart's reserved words. */
    private static final Set<String> RESERVED = Set.of("class", "import", "new", "null", "this", "void");

    @Override
    public String normalized(String name) {
        return name;
    }

    @Override
    public Optional<String> objection(String name) {
        return VALID.matcher(name).matches() && !RESERVED.contains(name)
                ? Optional.empty()
                : Optional.of("Package name is not a valid Dart identifier: %s.".formatted(name));
    }
}
