package dev.assay.reference.dialect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions in which neither zeros before a number count nor numbers at the end that are zero. */
public final class NumberedVersion {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)*)(.*)");

    private NumberedVersion() {}

    /** The shortest spelling of a version; what follows its numbers stays as it is, and so does what has none. */
    public static String shortest(String version) {
        var parts = FORM.matcher(version);
        if (!parts.matches()) {
            return version;
        }
        var numbers = new ArrayList<>(
                Stream.of(parts.group(1).split("\\.")).map(BigInteger::new).toList());
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return numbers.stream().map(BigInteger::toString).collect(Collectors.joining(".")) + parts.group(2);
    }
}
