package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;

/** Certificates that the user wants trusted. */
final class Trust {
    private Trust() {}

    /** One certificate. */
    static KeyStore of(Certificate certificate) {
        try {
            return store(List.of(certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate made here cannot be trusted", e);
        }
    }

    /** The certificates of a PEM file. */
    static KeyStore in(Path file) {
        try (var in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new UsageProblem("--ca " + file + ": there is no certificate in it");
            }
            return store(certificates);
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageProblem("--ca " + file + ": not a readable PEM file of certificates");
        }
    }

    private static KeyStore store(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        for (var certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }
}
