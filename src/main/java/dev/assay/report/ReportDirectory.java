package dev.assay.report;

import dev.assay.result.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where reports go: {@code <out>/<run-id>/} with {@code result.json}, {@code index.html}, {@code summary.md}, {@code junit.xml} and badges. Of several
 * runs {@code index.html} is the comparative matrix, and each one's own page is in a folder beside it.
 *
 * <p>Everything is written into a hidden directory beside it first and then moved, so that nobody ever sees half a
 * report. {@code <out>/latest} leads to the newest run: a symbolic link where the file system has them, else a directory
 * whose {@code index.html} forwards to the newest report.
 */
public final class ReportDirectory {
    /** The name that leads to the newest run. */
    public static final String LATEST = "latest";

    /** The folder for Allure's results within a run's directory. */
    public static final String ALLURE = "allure-results";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path out;

    /**
     * Reports below a directory, which need not exist yet.
     *
     */
    public ReportDirectory(Path out) {
        this.out = out;
    }

    /**
     * Makes sure, before a long run, that its report can be written after it.
     *
     * @return where the report will be
     * @throws ReportException if the run id cannot be a directory's name, if a report of that id exists,
     *     or if the directory cannot be written
     */
    public Path prepare(String runId) {
        if (!NAME.matcher(runId).matches() || runId.equals(LATEST)) {
            throw new ReportException("The run id \"" + VisibleText.line(runId)
                    + "\" cannot name a directory. Use letters, digits, dots, dashes and underscores, and not \""
                    + LATEST
                    + "\".");
        }
        var directory = out.resolve(runId);
        if (Files.exists(directory)) {
            throw new ReportException("A report already exists in " + directory
                    + ". Move it away, or write this one into another folder (--out).");
        }
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, ".assay-", ".probe"));
        } catch (IOException e) {
            throw unwritable(e);
        }
        return directory;
    }

    /**
     * Writes all reports of a run.
     *
     * @return the run's directory
     * @throws ReportException as {@link #prepare} does, and if anything cannot be written; then nothing is left behind
     */
    public Path write(Result result) {
        return write(result, directory -> {});
    }

    /**
     * Writes all reports of a run, and takes in Allure's results, scrubbed.
     *
     * @param allureResults the directory that Allure wrote; it is left as it is
     * @return the run's directory
     * @throws ReportException as {@link #write(Result)} does
     */
    public Path write(Result result, Path allureResults) {
        return write(result, directory -> {
            var copy = directory.resolve(ALLURE);
            copy(allureResults, copy);
            new AllureResults(copy).scrub();
        });
    }

    private Path write(Result result, Addition addition) {
        var directory = prepare(result.name());
        var unfinished = out.resolve("." + result.name() + "-" + UUID.randomUUID());
        try {
            Files.createDirectory(unfinished);
            new ResultFile().write(result, unfinished.resolve(ResultFile.NAME));
            writePages(result, unfinished);
            RunSummary.write(result, unfinished.resolve(RunSummary.NAME));
            new JUnitReport().write(result, unfinished.resolve(JUnitReport.NAME));
            addition.to(unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            new LatestLink(out, LATEST).pointTo(result.name());
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            delete(unfinished);
        }
        return directory;
    }

    /** One run's page, or the matrix of several with each one's page in a folder of its own. */
    private static void writePages(Result result, Path directory) throws IOException {
        if (result.runs().size() == 1) {
            writePage(result, directory);
            return;
        }
        try {
            result.runs().parallelStream()
                    .forEach(run -> writePage(result.only(run), directory.resolve(Matrix.folder(result, run))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        new MatrixPage().write(result, directory.resolve(HtmlReport.NAME));
        new EcosystemsDocument().write(result, directory.resolve(EcosystemsDocument.NAME));
    }

    private static void writePage(Result result, Path folder) {
        try {
            Files.createDirectories(folder);
            new HtmlReport().write(result, folder.resolve(HtmlReport.NAME));
            Badge.write(result, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportException unwritable(IOException trouble) {
        return new ReportException(
                "Cannot write reports into " + out + ": " + FileTrouble.reason(trouble)
                        + ". Name a directory that can be written.",
                trouble);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Removes a directory as far as it can be removed: what cannot be is hidden by its name, and harms nobody. */
    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException ignored) {
            // The report itself stands, or its own failure is already on its way to the user.
        }
    }

    /** Puts something more into a run's directory. */
    private interface Addition {
        void to(Path directory) throws IOException;
    }
}
