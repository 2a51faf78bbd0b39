package dev.assay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many scenarios, or requirements, were shown with each mark.
 *
 * @param what {@code scenario} or {@code requirement}
 * @param counts only marks that occur; passed first, then by urgency
 * @param total all together
 */
record Numbers(String what, List<Count> counts, int total) {
    private static final int BAR = 1000;

    /** A mark and how often it occurs; {@code start} and {@code width} place it on a bar 1000 units long. */
    record Count(Mark mark, int number, int start, int width) {}

    static Numbers of(String what, List<Mark> marks) {
        List<Count> counts = new ArrayList<>();
        int before = 0;
        for (var mark : passedFirst()) {
            int number = Collections.frequency(marks, mark);
            if (number > 0) {
                int start = before * BAR / marks.size();
                before += number;
                counts.add(new Count(mark, number, start, before * BAR / marks.size() - start));
            }
        }
        return new Numbers(what, List.copyOf(counts), marks.size());
    }

    /** Such as {@code 12 scenarios}. */
    public String heading() {
        return counted(what, total);
    }

    /** Such as {@code 1 scenario}. */
    static String counted(String what, int number) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Such as {@code 3 passed, 1 failed}. */
    public String sentence() {
        return counts.stream()
                .map(count -> count.number() + " " + count.mark().word())
                .collect(Collectors.joining(", "));
    }

    private static List<Mark> passedFirst() {
        return Arrays.stream(Mark.values())
                .sorted(Comparator.comparing((Mark mark) -> mark != Mark.PASSED))
                .toList();
    }
}
