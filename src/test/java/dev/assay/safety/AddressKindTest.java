package dev.assay.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            127.0.0.1,                 LOOPBACK
            127.255.255.254,           LOOPBACK
            ::1,                       LOOPBACK
            ::ffff:127.0.0.1,          LOOPBACK
            10.0.0.1,                  PRIVATE
            172.16.0.1,                PRIVATE
            172.31.255.255,            PRIVATE
            192.168.1.1,               PRIVATE
            100.64.0.1,                PRIVATE
            100.127.255.255,           PRIVATE
            169.254.1.1,               PRIVATE
            fe80::1,                   PRIVATE
            fc00::1,                   PRIVATE
            fdff::1,                   PRIVATE
            ::ffff:10.0.0.1,           PRIVATE
            ::192.168.0.1,             PRIVATE
            1.1.1.1,                   PUBLIC
            126.255.255.255,           PUBLIC
            128.0.0.1,                 PUBLIC
            9.255.255.255,             PUBLIC
            11.0.0.0,                  PUBLIC
            172.15.255.255,            PUBLIC
            172.32.0.0,                PUBLIC
            192.167.255.255,           PUBLIC
            100.63.255.255,            PUBLIC
            100.128.0.0,               PUBLIC
            192.0.2.1,                 PUBLIC
            198.18.0.1,                PUBLIC
            240.0.0.1,                 PUBLIC
            2001:db8::1,               PUBLIC
            2606:4700::1111,           PUBLIC
            ::ffff:1.1.1.1,            PUBLIC
            ::1.1.1.1,                 PUBLIC
            64:ff9b::7f00:1,           PUBLIC
            64:ff9b::10.0.0.1,         PUBLIC
            64:ff9b:1::10.0.0.1,       PUBLIC
            2002:7f00:1::,             PUBLIC
            2001:0:102:304::1,         PUBLIC
            fbff::1,                   PUBLIC
            ::2,                       NEVER
            0.0.0.0,                   NEVER
            0.1.2.3,                   NEVER
            ::,                        NEVER
            ::ffff:0.0.0.0,            NEVER
            224.0.0.1,                 NEVER
            255.255.255.255,           NEVER
            ff02::1,                   NEVER
            169.254.169.254,           NEVER
            ::ffff:169.254.169.254,    NEVER
            169.254.170.2,             NEVER
            100.100.100.200,           NEVER
            fd00:ec2::254,             NEVER
            """)
    void everyAddressHasAKind(String address, AddressKind kind) throws Exception {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }
}
