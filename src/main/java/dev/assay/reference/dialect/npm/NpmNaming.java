package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.registry.PackageNaming;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Package names: lower case, perhaps with a scope, compared as they are written (npm's package.json documentation). */
final class NpmNaming implements PackageNaming {

    private static final int LONGEST = 214;
    private static final Pattern VALID = Pattern.compile("(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*");
    private static final Set<String> PROHIBITED = Set.of("node_modules", "favicon.ico");

    @Override
    public String normalized(String name) {
        return name;
    }

    @Override
    public Optional<String> objection(String name) {
        var isFine = name.length() <= LONGEST && VALID.matcher(name).matches() && !PROHIBITED.contains(name);
        return isFine ? Optional.empty() : Optional.of("\"%s\" is invalid for new packages".formatted(name));
    }

    /** The name without its scope. */
    static String withoutScope(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
