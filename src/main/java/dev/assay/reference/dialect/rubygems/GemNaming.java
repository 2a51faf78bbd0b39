package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.dialect.NumberedVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gem names: compared without regard to case (rubygems/rubygems.org app/models/rubygem.rb, lib/patterns.rb). */
final class GemNaming implements PackageNaming {

    private static final Pattern VALID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final Pattern FORBIDDEN_END = Pattern.compile("\\.(gem|json|html|gemspec)$");
    private static final int LONGEST = 255;

    /** A few of the reserved names: libraries that come with Ruby. */
    private static final Set<String> RESERVED = Set.of("ruby", "rubygems", "mkmf");

    @Override
    public String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** By its canonical number (app/models/version.rb). */
    @Override
    public String version(String spelled) {
        return NumberedVersion.shortest(spelled);
    }

    @Override
    public Optional<String> objection(String name) {
        if (name.length() > LONGEST
                || !VALID.matcher(name).matches()
                || FORBIDDEN_END.matcher(name).find()) {
            return Optional.of(
                    "There was a problem saving your gem: Name can only include letters, numbers, dashes, and"
                            + " underscores");
        }
        return RESERVED.contains(normalized(name))
                ? Optional.of("This gem name is reserved. You are not allowed to push this gem.")
                : Optional.empty();
    }
}
