package dev.assay.result;

/**
 * A run in numbers.
 *
 * @param scenarios scenarios by verdict
 * @param requirements requirements by verdict
 * @param expected scenarios that came out as a listed deviation foretold; they are counted under their verdicts, too
 * @param healed listed deviations of which no scenario failed any more
 * @param exitCode 0 conformant but for expected deviations, 1 findings or healed deviations, 3 something cannot be told
 */
public record Summary(Tally scenarios, Tally requirements, int expected, int healed, int exitCode) {}
