package dev.assay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowAwayAuthorityTest {

    private final Clock clock = Clock.systemUTC();
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.create(clock);

    @TempDir
    Path directory;

    @Test
    void vouchesForTheHostsItIsAskedFor() throws Exception {
        var chain = chain(authority.serverIdentity("registry.example", "127.0.0.1"));

        chain.get(0).verify(authority.certificate().getPublicKey());
        assertThat(chain.get(0).getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("registry.example", "127.0.0.1");
        assertThat(chain.get(1)).isEqualTo(authority.certificate());
    }

    @Test
    void isRememberedWithItsKey() throws Exception {
        authority.save(directory);

        var loaded = ThrowAwayAuthority.load(directory, clock);

        assertThat(loaded.certificate()).isEqualTo(authority.certificate());
        chain(loaded.serverIdentity("localhost"))
                .get(0)
                .verify(authority.certificate().getPublicKey());
        assertThat(Files.getPosixFilePermissions(directory.resolve("ca.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void certificateAloneIsSavedWithoutTheKey() throws Exception {
        authority.saveCertificate(directory);

        try (var files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("ca.pem");
        }
    }

    @Test
    void brokenFilesAreNamed() throws Exception {
        authority.save(directory);
        Files.writeString(directory.resolve("ca.key"), "nonsense");

        assertThatThrownBy(() -> ThrowAwayAuthority.load(directory, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca.key");
    }

    @Test
    void showsNoPrivateKey() {
        assertThat(authority.serverIdentity("localhost").toString()).doesNotContain("PRIVATE");
    }

    private static List<X509Certificate> chain(ServerIdentity identity) throws Exception {
        var pem = new ByteArrayInputStream(identity.certificateChainPem().getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
