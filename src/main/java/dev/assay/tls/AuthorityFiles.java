package dev.assay.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Where an authority is kept: {@code ca.pem} and {@code ca.key} in a directory. */
final class AuthorityFiles {

    private final Path directory;
    private final Path certificateFile;
    private final Path keyFile;

    AuthorityFiles(Path directory) {
        this.directory = directory;
        this.certificateFile = directory.resolve("ca.pem");
        this.keyFile = directory.resolve("ca.key");
    }

    void write(String certificatePem) throws IOException {
        Files.createDirectories(directory);
        replace(certificateFile, certificatePem, "rw-r--r--");
    }

    void write(String certificatePem, String keyPem) throws IOException {
        Files.createDirectories(directory);
        replace(keyFile, keyPem, "rw-------");
        replace(certificateFile, certificatePem, "rw-r--r--");
    }

    X509Certificate certificate() throws IOException {
        try {
            return Pem.readCertificate(Files.readString(certificateFile));
        } catch (GeneralSecurityException e) {
            throw new IOException(certificateFile + ": is no certificate; delete it to have a new authority made", e);
        }
    }

    PrivateKey privateKey() throws IOException {
        try {
            return Pem.readPrivateKey(Files.readString(keyFile));
        } catch (GeneralSecurityException e) {
            throw new IOException(keyFile + ": is no private key; delete it to have a new authority made", e);
        }
    }

    /** Nobody ever sees half a file, or a key that others can read. */
    private void replace(Path file, String content, String permissions) throws IOException {
        var draft = newFile(permissions);
        try {
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path newFile(String permissions) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(directory, "ca", ".tmp");
        }
        var wanted = PosixFilePermissions.fromString(permissions);
        return Files.setPosixFilePermissions(Files.createTempFile(directory, "ca", ".tmp"), wanted);
    }
}
