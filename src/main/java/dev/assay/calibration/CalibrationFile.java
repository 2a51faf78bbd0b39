package dev.assay.calibration;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.requirement.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a calibration's result is written, as JSON for programs and as a page for people. */
public final class CalibrationFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;

    /** Writes into a directory, which need not exist yet. */
    public CalibrationFile(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the result.
     *
     * @return the page for people
     * @throws UncheckedIOException if the directory cannot be written
     */
    public Path write(CalibrationResult result, Catalogue catalogue, DefectCatalogue defects) {
        try {
            Files.createDirectories(directory);
            put("calibration.json", MAPPER.writeValueAsString(result));
            return put("calibration.html", new CalibrationPage(result, catalogue, defects).render(latestRuns()));
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** The report of the latest run, where both are written to their usual places. */
    private Optional<String> latestRuns() {
        return Files.exists(directory.resolveSibling("latest").resolve("index.html"))
                ? Optional.of("../latest/index.html")
                : Optional.empty();
    }

    private Path put(String name, String text) throws IOException {
        var file = directory.resolve(name);
        var partial = directory.resolve("." + name + ".part");
        Files.writeString(partial, text);
        return Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
