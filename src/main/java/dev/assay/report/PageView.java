package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import io.quarkus.qute.RawString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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
                new RawString("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
                        + hash(style) + "'; script-src '" + hash(script) + "'"));
    }

    public boolean several() {
        return runs.size() > 1;
    }

    private static String hash(String inlined) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inlined.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
