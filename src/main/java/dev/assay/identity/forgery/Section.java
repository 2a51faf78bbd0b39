package dev.assay.identity.forgery;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A token's header or payload before it is encoded.
 *
 * @param members the JSON object's members
 * @param template the whole text, with <code>${json}</code> where the object goes
 * @param charset how the text becomes octets
 * @param encoding how the octets are written into the token
 */
record Section(Members members, String template, Charset charset, Encoding encoding) {

    private static final String OBJECT_ALONE = "${json}";

    static Section of(Members members) {
        return new Section(members, OBJECT_ALONE, StandardCharsets.UTF_8, Encoding.BASE64URL);
    }

    Section with(Members other) {
        return new Section(other, template, charset, encoding);
    }

    Section with(UnaryOperator<Members> change) {
        return with(change.apply(members));
    }

    Section withText(String otherTemplate, Charset otherCharset) {
        return new Section(members, otherTemplate, otherCharset, encoding);
    }

    Section with(Encoding other) {
        return new Section(members, template, charset, other);
    }

    /** The text as people read it. */
    String text(Workbench bench) {
        return bench.fill(template, name -> name.equals("json") ? members.text() : bench.text(name));
    }

    byte[] octets(Workbench bench) {
        var octets = text(bench).getBytes(charset);
        return encoding.needsRemainder() && octets.length % 3 == 0 ? withTrailingBlank(octets) : octets;
    }

    String encoded(Workbench bench) {
        return encoding.encode(octets(bench));
    }

    private static byte[] withTrailingBlank(byte[] octets) {
        var more = Arrays.copyOf(octets, octets.length + 1);
        more[octets.length] = ' ';
        return more;
    }
}
