package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.registry.PackageNaming;
import java.util.Locale;
import java.util.Optional;

/** Crate names: {@code -} and {@code _}, and the cases of letters, are the same. */
final class CrateNaming implements PackageNaming {

    private static final int MAXIMUM_LENGTH = 64;

    @Override
    public String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Build metadata does not count. */
    @Override
    public String version(String spelled) {
        return Versions.withoutBuild(spelled);
    }

    @Override
    public Optional<String> objection(String name) {
        if (name.isEmpty()) {
            return Optional.of("crate name cannot be empty");
        }
        if (name.length() > MAXIMUM_LENGTH) {
            return Optional.of("the name `%s` is too long (max %d characters)".formatted(name, MAXIMUM_LENGTH));
        }
        var first = name.charAt(0);
        if (first >= '0' && first <= '9') {
            return Optional.of(
                    "the name `%s` cannot be used as a crate name, the name cannot start with a digit".formatted(name));
        }
        if (!isLetter(first)) {
            return Optional.of(
                    "invalid character `%s` in crate name: `%s`, the first character must be an ASCII character"
                            .formatted(first, name));
        }
        return name.chars()
                .filter(c -> !isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_')
                .mapToObj(c -> ("invalid character `%c` in crate name: `%s`, characters must be an ASCII alphanumeric"
                                + " characters, `-`, or `_`")
                        .formatted(c, name))
                .findFirst();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
