package dev.assay.reference.dialect.rubygems;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes values in Ruby's own format, version 4.8 (ruby/ruby doc/marshal.rdoc): as much of it as the index files need.
 * Nothing is written as a link to something before it, which readers do not ask for.
 */
final class MarshalWriter {

    private static final int LONGEST_SHORT = 122;
    private static final int SHORT_OFFSET = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with the version of the format. */
    MarshalWriter() {
        out.write(4);
        out.write(8);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    MarshalWriter nil() {
        out.write('0');
        return this;
    }

    MarshalWriter yes() {
        out.write('T');
        return this;
    }

    MarshalWriter no() {
        out.write('F');
        return this;
    }

    MarshalWriter integer(int value) {
        out.write('i');
        return number(value);
    }

    /** A text in UTF-8. */
    MarshalWriter text(String text) {
        out.write('I');
        out.write('"');
        octets(text.getBytes(StandardCharsets.UTF_8));
        return number(1).symbol("E").yes();
    }

    MarshalWriter texts(List<String> texts) {
        array(texts.size());
        texts.forEach(this::text);
        return this;
    }

    MarshalWriter symbol(String name) {
        out.write(':');
        return octets(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An array; its elements follow. */
    MarshalWriter array(int size) {
        out.write('[');
        return number(size);
    }

    /** A hash; its keys and values follow in turn. */
    MarshalWriter hash(int size) {
        out.write('{');
        return number(size);
    }

    /** An object of a class that has {@code marshal_dump}; what that returns follows. */
    MarshalWriter dumped(String className) {
        out.write('U');
        return symbol(className);
    }

    /** An object of a class that has {@code _dump}, as what that returns. */
    MarshalWriter dumped(String className, byte[] content) {
        out.write('u');
        return symbol(className).octets(content);
    }

    /** An object; its variables follow, each as a symbol and a value. */
    MarshalWriter object(String className, int variables) {
        out.write('o');
        return symbol(className).number(variables);
    }

    private MarshalWriter octets(byte[] content) {
        number(content.length);
        out.writeBytes(content);
        return this;
    }

    private MarshalWriter number(int value) {
        if (value == 0) {
            out.write(0);
        } else if (value > 0 && value <= LONGEST_SHORT) {
            out.write(value + SHORT_OFFSET);
        } else if (value > 0) {
            wide(value);
        } else {
            throw new IllegalArgumentException("no index file holds a negative number");
        }
        return this;
    }

    private void wide(int value) {
        var size = (Integer.SIZE - Integer.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
        out.write(size);
        for (var octet = 0; octet < size; octet++) {
            out.write(value >>> (octet * Byte.SIZE));
        }
    }
}
