package dev.assay.reference.dialect.rubygems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The octets that Ruby 3.1's Marshal.dump writes for the same values. */
class MarshalWriterTest {

    private static String hex(MarshalWriter writer) {
        return HexFormat.of().formatHex(writer.bytes());
    }

    @Test
    void nothingAndTruth() {
        assertThat(hex(new MarshalWriter().nil())).isEqualTo("040830");
        assertThat(hex(new MarshalWriter().yes())).isEqualTo("040854");
    }

    @Test
    void integersGrowWithTheirValue() {
        var writer = new MarshalWriter().array(7);
        for (var value : new int[] {0, 1, 122, 123, 255, 256, 65_536}) {
            writer.integer(value);
        }

        assertThat(hex(writer)).isEqualTo("04085b0c69006906697f69017b6901ff690200016903000001");
    }

    @Test
    void textsAreUtf8AndSaySo() {
        assertThat(hex(new MarshalWriter().text("a\u00e9"))).isEqualTo("040849220861c3a9063a064554");
    }

    @Test
    void symbols() {
        assertThat(hex(new MarshalWriter().symbol("runtime"))).isEqualTo("04083a0c72756e74696d65");
    }

    @Test
    void aVersionIsAnObjectThatDumpsAnArray() {
        var writer = new MarshalWriter();
        SpecificationDump.version(writer, "1.0.0");

        assertThat(hex(writer)).isEqualTo("0408553a1147656d3a3a56657273696f6e5b0649220a312e302e30063a064554");
    }
}
