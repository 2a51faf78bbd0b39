package dev.assay.identity.server;

/** Something that answers under an address until it is closed. */
interface Listening extends AutoCloseable {
    /** Base URL without a trailing slash. */
    String url();

    @Override
    void close();
}
