package dev.assay.result;

/**
 * A chapter of the catalogue.
 *
 * @param id such as {@code JWT}
 * @param title such as {@code ID token}
 * @param summary one sentence
 */
public record ChapterResult(String id, String title, String summary) {}
