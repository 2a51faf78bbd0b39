package dev.assay.identity.forgery;

import java.util.Optional;

/**
 * How a token's third part is made.
 *
 * @param signer who signs, and how
 * @param overCanonicalText whether the signature covers the parts in their right encoding, and not as they are sent
 * @param change what is done to the signature's octets afterwards
 * @param encoding how the octets are written
 */
record SignaturePlan(Signer signer, boolean overCanonicalText, Optional<SignatureChange> change, Encoding encoding) {

    static SignaturePlan sound() {
        return new SignaturePlan(Signer.Rsa.SOUND, false, Optional.empty(), Encoding.BASE64URL);
    }

    SignaturePlan with(Signer other) {
        return new SignaturePlan(other, overCanonicalText, change, encoding);
    }

    SignaturePlan coveringCanonicalText() {
        return new SignaturePlan(signer, true, change, encoding);
    }

    SignaturePlan with(SignatureChange other) {
        return new SignaturePlan(signer, overCanonicalText, Optional.of(other), encoding);
    }

    SignaturePlan with(Encoding other) {
        return new SignaturePlan(signer, overCanonicalText, change, other);
    }

    byte[] sign(byte[] input, Workbench bench) {
        return signer.sign(input, bench);
    }

    /** Whether what is to be done to this signature makes a difference; if not, another one has to be tried. */
    boolean suits(byte[] octets, Workbench bench) {
        return change.map(c -> c.fits(octets, bench)).orElseGet(() -> encoding.shows(octets));
    }

    String encoded(byte[] octets, Workbench bench) {
        return encoding.encode(change.isPresent() ? change.get().apply(octets, bench) : octets);
    }
}
