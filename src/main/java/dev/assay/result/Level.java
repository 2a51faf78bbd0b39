package dev.assay.result;

/** How binding a requirement is (RFC 2119). A failed MUST is non-conformance, a failed SHOULD a deviation. */
public enum Level {
    MUST,
    SHOULD,
    MAY
}
