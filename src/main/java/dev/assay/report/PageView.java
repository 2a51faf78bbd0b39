package dev.assay.report;

import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.Collectors;

/** What the template {@code page.html} shows. */
record PageView(Result result, String title, List<RunView> runs, RawString style, RawString script, RawString policy) {

    static PageView of(Result result) {
        var several = result.runs().size() > 1;
        var style = Resource.text("page.css");
        var script = Resource.text("page.js");
        return new PageView(
                result,
                result.runs().stream().map(ProfileRun::title).distinct().collect(Collectors.joining(", ")),
                result.runs().stream()
                        .map(run -> RunView.of(result, run, new Anchors(run, several)))
                        .toList(),
                new RawString(style),
                new RawString(script),
                new RawString("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
                        + Digest.policySource(style) + "; script-src " + Digest.policySource(script)));
    }

    public boolean several() {
        return runs.size() > 1;
    }
}
