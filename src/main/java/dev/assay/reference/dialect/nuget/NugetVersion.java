package dev.assay.reference.dialect.nuget;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions as the gallery compares and shows them (NuGet/docs.microsoft.com-nuget docs/concepts/package-versioning.md). */
final class NugetVersion {

    private static final Pattern FORM = Pattern.compile(
            "(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:\\.(\\d+))?(-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z.-]+)?");
    private static final int ALWAYS_SHOWN = 3;

    private NugetVersion() {}

    /**
     * At least three numbers, without leading zeros, a fourth only if it is not zero, without build metadata; empty if it
     * is no version.
     */
    static Optional<String> normalized(String version) {
        var parts = FORM.matcher(version.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var numbers = Stream.of(1, 2, 3, 4)
                .map(parts::group)
                .map(digits -> digits == null ? BigInteger.ZERO : new BigInteger(digits))
                .toList();
        var shown = numbers.get(ALWAYS_SHOWN).signum() == 0 ? numbers.subList(0, ALWAYS_SHOWN) : numbers;
        var label = parts.group(5) == null ? "" : parts.group(5);
        return Optional.of(shown.stream().map(BigInteger::toString).collect(Collectors.joining(".")) + label);
    }
}
