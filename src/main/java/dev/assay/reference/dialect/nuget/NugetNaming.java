package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.registry.PackageNaming;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Package ids: letter case does not count (NuGet/NuGetGallery PackageService.cs). */
final class NugetNaming implements PackageNaming {

    private static final int LONGEST = 100;
    private static final Pattern VALID = Pattern.compile("\\w+([.-]\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String version(String spelled) {
        return NugetVersion.normalized(spelled).orElse(spelled).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> objection(String name) {
        return name.length() <= LONGEST && VALID.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("The package ID '%s' is not valid.".formatted(name));
    }
}
