package dev.assay.result;

import java.util.List;
import java.util.Map;

/**
 * Why an answer was judged as it was, and what may be wrong with the profile.
 *
 * @param member the profile's member that describes the operation, such as {@code exchange}
 * @param rules the kinds of answers that were tried, in order
 * @param hints what to look at, for the author of the profile; empty if all is well
 */
public record Explanation(String member, List<Rule> rules, List<String> hints) {

    public Explanation {
        rules = List.copyOf(rules);
        hints = List.copyOf(hints);
    }

    /**
     * One kind of answer, held against the answer that came.
     *
     * @param name member of the operation, such as {@code granted} or {@code refused[1]}
     * @param fits whether the answer is of this kind
     * @param why what spoke for it or against it
     * @param extracted what was found, by name, without secrets; only if the status fits
     */
    public record Rule(String name, boolean fits, String why, Map<String, String> extracted) {}
}
