package dev.assay.loopback;

/** Something that answers under an address until it is closed. */
public interface Listening extends AutoCloseable {
    /** Base URL without a trailing slash. */
    String url();

    @Override
    void close();
}
