package dev.assay.report;

import dev.assay.result.Result;
import io.quarkus.qute.RawString;

/** What the template {@code page.html} shows. */
record PageView(Result result, String title, RunView run, RawString style, RawString script, RawString policy) {

    static PageView of(Result result) {
        if (result.runs().size() != 1) {
            throw new IllegalArgumentException(
                    "a page is about one run, not " + result.runs().size());
        }
        var run = result.runs().get(0);
        var style = Resource.text("page.css");
        var script = Resource.text("page.js");
        return new PageView(
                result,
                run.title(),
                RunView.of(result, run, new Anchors(run)),
                new RawString(style),
                new RawString(script),
                PageTemplates.policy(style, script));
    }
}
