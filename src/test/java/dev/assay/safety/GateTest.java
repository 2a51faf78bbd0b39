package dev.assay.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @Test
    void thisMachineIsFree() throws Exception {
        var admitted = gate(List.of("127.0.0.1", "::1")).admit("localhost");

        assertThat(admitted.isPublic()).isFalse();
        assertThat(admitted.addresses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "1.1.1.1", "127.0.0.1 10.0.0.7", "10.0.0.7 127.0.0.1"})
    void anyAddressElsewhereHasToBeAllowedByName(String addresses) {
        assertThatThrownBy(() -> gate(List.of(addresses.split(" "))).admit("registry.test"))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContainingAll("registry.test is not on this machine", "--allow-host registry.test");
        assertThatThrownBy(() -> gate(List.of(addresses.split(" ")), "registry", "test", "x.registry.test")
                        .admit("registry.test"))
                .isInstanceOf(NotAdmittedException.class);
    }

    @ParameterizedTest
    @CsvSource({"registry.test", "Registry.TEST", "registry.test."})
    void aHostIsAllowedHoweverItsNameIsWritten(String allowed) throws Exception {
        assertThat(gate(List.of("10.0.0.7"), allowed).admit("registry.test").isPublic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "10.0.0.7 1.1.1.1", "1.1.1.1 127.0.0.1", "127.0.0.1 64:ff9b::1.1.1.1"})
    void oneAddressMakesAHostPublic(String addresses) throws Exception {
        assertThat(gate(List.of(addresses.split(" ")), "registry.test")
                        .admit("registry.test")
                        .isPublic())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1 169.254.169.254", "ff02::1"})
    void whatCanBeNoRegistryIsNotAdmittedEvenWhenAllowed(String addresses) {
        assertThatThrownBy(() ->
                        gate(List.of(addresses.split(" ")), "registry.test").admit("registry.test"))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("no registry's address");
    }

    @Test
    void aNameWithoutAddressesIsNotAdmitted() {
        Resolver unknown = host -> {
            throw new UnknownHostException(host);
        };

        assertThatThrownBy(() -> new Gate(unknown, List.of()).admit("nowhere.test"))
                .hasMessage("no host is called nowhere.test");
        assertThatThrownBy(() -> gate(List.of()).admit("nowhere.test")).hasMessage("no host is called nowhere.test");
    }

    private static Gate gate(List<String> addresses, String... allowed) {
        return new Gate(host -> literals(addresses), List.of(allowed));
    }

    private static List<InetAddress> literals(List<String> addresses) throws UnknownHostException {
        var found = new ArrayList<InetAddress>();
        for (var address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }
}
