package dev.assay.calibration;

import java.util.regex.Pattern;

/**
 * One of several parts into which all pairs of defect and profile fall. Which part a pair belongs to depends on the names
 * of both alone, so that a part is the same in every calibration, and every pair belongs to exactly one.
 *
 * @param part which one, beginning with 1
 * @param of how many there are
 */
public record Share(int part, int of) {
    /** All pairs. */
    public static final Share EVERYTHING = new Share(1, 1);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    public Share {
        if (part < 1 || part > of) {
            throw new IllegalArgumentException("there is no part " + part + " of " + of);
        }
    }

    /**
     * Reads a share.
     *
     * @param text such as {@code 1/4}
     * @throws IllegalArgumentException if it is none
     */
    public static Share parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no share such as 1/4");
        }
        return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a pair belongs to it. */
    public boolean has(String profile, Defect defect) {
        return Math.floorMod((profile + " " + defect.id()).hashCode(), of) == part - 1;
    }
}
