package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.dialect.NumberedVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Project names (PEP 503, PEP 508; pypi/warehouse warehouse/packaging/services.py). */
final class PypiNaming implements PackageNaming {

    private static final Pattern VALID =
            Pattern.compile("([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])", Pattern.CASE_INSENSITIVE);

    /** A few of the names of the standard library and of files, which nobody may register. */
    private static final Set<String> PROHIBITED =
            Set.of("os", "sys", "json", "asyncio", "logging", "requirements-txt", "setup-py");

    @Override
    public String normalized(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    /** As PEP 440 compares them, as far as their numbers go. */
    @Override
    public String version(String spelled) {
        var lower = spelled.toLowerCase(Locale.ROOT);
        return NumberedVersion.shortest(lower.startsWith("v") ? lower.substring(1) : lower);
    }

    @Override
    public Optional<String> objection(String name) {
        if (!VALID.matcher(name).matches()) {
            return Optional.of("The name '%s' is invalid.".formatted(name));
        }
        return PROHIBITED.contains(normalized(name))
                ? Optional.of("The name '%s' isn't allowed.".formatted(name))
                : Optional.empty();
    }
}
