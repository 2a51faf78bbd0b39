package dev.assay.report;

import dev.assay.result.Shard;

/** What a report says of itself when it shows a part of a run. */
final class Parts {
    private Parts() {}

    /** In a sentence. */
    static String explained(Shard shard) {
        var number = shard.scenarios().size();
        return "Only " + shard.title() + ": " + number + (number == 1 ? " scenario" : " scenarios")
                + "; merge all shards before you judge the registry";
    }
}
