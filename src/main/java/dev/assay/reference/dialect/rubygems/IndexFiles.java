package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.dialect.rubygems.Shelf.Gem;
import dev.assay.reference.dialect.rubygems.Shelf.Version;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The index that every version of {@code gem} reads, and the gems themselves. */
record IndexFiles(Shelf shelf) {

    private static final String OCTETS = "application/octet-stream";

    /** {@code GET /specs.4.8.gz}: every version that is no prerelease. */
    Answer released(Request request) {
        return list(shelf.versions().stream()
                .filter(version -> !version.specification().isPrerelease())
                .toList());
    }

    /** {@code GET /latest_specs.4.8.gz}. */
    Answer latest(Request request) {
        return list(shelf.gems().stream()
                .map(Gem::newest)
                .filter(version -> !version.specification().isPrerelease())
                .toList());
    }

    /** {@code GET /prerelease_specs.4.8.gz}. */
    Answer prerelease(Request request) {
        return list(shelf.versions().stream()
                .filter(version -> version.specification().isPrerelease())
                .toList());
    }

    /** {@code GET /quick/Marshal.4.8/FULL_NAME.gemspec.rz}. */
    Answer specification(Request request) {
        var fullName = request.pathParameter("file").replaceFirst("\\.gemspec\\.rz$", "");
        return shelf.version(fullName)
                .map(version -> Answer.bytes(OCTETS, deflated(SpecificationDump.of(version.specification()))))
                .orElseGet(ReadingAnswers::noGem);
    }

    /** {@code GET /gems/FULL_NAME.gem}. */
    Answer gem(Request request) {
        return shelf.version(request.pathParameter("file").replaceFirst("\\.gem$", ""))
                .map(version -> Answer.bytes(OCTETS, version.file().content().bytes()))
                .orElseGet(ReadingAnswers::noGem);
    }

    private static Answer list(List<Version> versions) {
        var out = new MarshalWriter().array(versions.size());
        for (var version : versions) {
            out.array(3).text(version.specification().name());
            SpecificationDump.version(out, version.specification().version());
            out.text(version.specification().platform());
        }
        return Answer.bytes(OCTETS, gzip(out.bytes()));
    }

    private static byte[] gzip(byte[] content) {
        return compressed(content, GZIPOutputStream::new);
    }

    private static byte[] deflated(byte[] content) {
        return compressed(content, DeflaterOutputStream::new);
    }

    private static byte[] compressed(byte[] content, Compression compression) {
        var bytes = new ByteArrayOutputStream();
        try (var out = compression.over(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Compression {
        OutputStream over(OutputStream out) throws IOException;
    }
}
