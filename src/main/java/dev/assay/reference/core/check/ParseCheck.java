package dev.assay.reference.core.check;

import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.token.TokenParser;

/** The text is a compact JWS over a JSON object (RFC 7519 §7.2). */
record ParseCheck(TokenParser parser) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var token = parser.parse(known.text());
        var verified = known.presented().verified();
        return known.withToken(verified.isPresent() ? token.signedLike(parser.parse(verified.get())) : token);
    }
}
