package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder for Allure's results, gone when it is closed. */
record AllureFolder(Path path) implements AutoCloseable {

    static AllureFolder temporary() {
        try {
            return new AllureFolder(Files.createTempDirectory("assay-allure"));
        } catch (IOException e) {
            throw new UsageProblem("the temporary folder cannot be written: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UsageProblem(path + " cannot be removed: " + e.getMessage());
        }
    }
}
