package dev.assay.artifact;

/**
 * A package file, ready to publish.
 *
 * @param name package name
 * @param version package version
 * @param fileName as the ecosystem demands it
 * @param content bytes of the file
 * @param sha256 lower-case hex digest of the content
 */
public record Artifact(String name, String version, String fileName, byte[] content, String sha256) {}
