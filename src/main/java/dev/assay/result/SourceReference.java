package dev.assay.result;

/**
 * Where a requirement comes from.
 *
 * @param document the document's title
 * @param section the section's heading or number
 * @param link the document's address
 */
public record SourceReference(String document, String section, String link) {}
