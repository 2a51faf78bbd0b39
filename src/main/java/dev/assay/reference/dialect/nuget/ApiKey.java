package dev.assay.reference.dialect.nuget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an API key of version 5 says (NuGet/NuGetGallery ApiKeyV5.cs, microsoft/security-utilities
 * {@code IdentifiableSecrets}).
 *
 * @param environment {@code P} for production
 * @param owner number of the package owner
 * @param start when it was made, to the minute
 * @param shortLived whether trusted publishing made it
 * @param lifetime in units of five minutes
 */
record ApiKey(char environment, long owner, Instant start, boolean shortLived, Duration lifetime) {

    /** How many characters of a key are random. */
    static final int RANDOM_CHARACTERS = 52;

    private static final int UNIT_MINUTES = 5;
    private static final int FIRST_YEAR = 2024;
    private static final long CHECKSUM_SEED = 0x44656661756c7430L;
    private static final int CHECKED = 80;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{52}JQQJ99([A-Za-z0-9])([A-L])N5([A-Z])"
            + "([A-Za-z0-9]{6})([A-Za-z0-9]{3})([SL])([A-Za-z0-9]{3})NUGT[A-Za-z0-9]{4}");
    private static final String BASE64 = Base62.CAPITALS_FIRST + "+/";

    /** The key's text, around its random part. */
    String text(String random) {
        var time = start.atZone(ZoneOffset.UTC);
        var unchecked = random
                + "JQQJ99"
                + Base62.CAPITALS_FIRST.charAt(time.getYear() - FIRST_YEAR)
                + Base62.CAPITALS_FIRST.charAt(time.getMonthValue() - 1)
                + "N5"
                + environment
                + Base62.of(owner, 6)
                + BASE64.charAt(time.getDayOfMonth() - 1)
                + BASE64.charAt(time.getHour())
                + BASE64.charAt(time.getMinute())
                + (shortLived ? 'S' : 'L')
                + Base62.of(-Math.floorDiv(-lifetime.toMinutes(), UNIT_MINUTES), 3)
                + "NUGT";
        return unchecked + checksum(unchecked);
    }

    /** Reads a key; empty if it is none, or its checksum does not fit. */
    static Optional<ApiKey> read(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches() || !text.endsWith(checksum(text.substring(0, CHECKED)))) {
            return Optional.empty();
        }
        return start(parts.group(1) + parts.group(2), parts.group(5))
                .map(start -> new ApiKey(
                        parts.group(3).charAt(0),
                        Base62.value(parts.group(4)),
                        start,
                        parts.group(6).equals("S"),
                        Duration.ofMinutes(UNIT_MINUTES * Base62.value(parts.group(7)))));
    }

    /** Whether its own text says that its time is over. */
    boolean isOver(Instant now) {
        return start.plus(lifetime).isBefore(now);
    }

    private static Optional<Instant> start(String yearAndMonth, String dayAndTime) {
        var day = BASE64.indexOf(dayAndTime.charAt(0));
        var hour = BASE64.indexOf(dayAndTime.charAt(1));
        var minute = BASE64.indexOf(dayAndTime.charAt(2));
        if (day > 30 || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        var month = Base62.CAPITALS_FIRST.indexOf(yearAndMonth.charAt(1));
        var first = Instant.EPOCH
                .atZone(ZoneOffset.UTC)
                .withYear(FIRST_YEAR + Base62.CAPITALS_FIRST.indexOf(yearAndMonth.charAt(0)))
                .plusMonths(month);
        return Optional.of(first.plusDays(day)
                .plusHours(hour)
                .plusMinutes(minute)
                .toInstant()
                .truncatedTo(ChronoUnit.MINUTES));
    }

    private static String checksum(String text) {
        var hash = Marvin32.hash(CHECKSUM_SEED, Base64.getDecoder().decode(text));
        var digits = Base62.of(Integer.toUnsignedLong(Integer.reverseBytes(hash))) + "000000";
        return digits.substring(0, 4);
    }
}
