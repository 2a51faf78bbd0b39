package dev.assay.run;

import dev.assay.requirement.Catalogue;
import dev.assay.result.ChapterResult;
import java.util.List;

/** The catalogue's chapters as a result names them. */
public final class Chapters {
    private Chapters() {}

    /** All of them, in order. */
    public static List<ChapterResult> of(Catalogue catalogue) {
        return catalogue.chapters().stream()
                .map(c -> new ChapterResult(c.id(), c.title(), c.summary()))
                .toList();
    }
}
