package dev.assay.reference.behaviour;

/**
 * How the registry bears load and odd requests.
 *
 * @param maximumExchangeBytes longer bodies of an exchange are not read
 * @param tooLong what they lead to
 * @param maximumUploadBytes longer uploads are refused
 * @param simultaneousExchanges more at once lead to a server error
 * @param oddRequest what a body leads to that is not what an exchange expects
 * @param secondToken what a second ID token leads to in one request
 */
public record LoadRules(
        Limit maximumExchangeBytes,
        ParsingRules.Malformed tooLong,
        Limit maximumUploadBytes,
        Limit simultaneousExchanges,
        ParsingRules.Malformed oddRequest,
        SecondToken secondToken) {

    /** What a second ID token leads to. */
    public enum SecondToken {
        /** Nothing: the dialect takes one of the two, which is verified and believed. */
        OVERLOOKED,
        /** The first is verified, and the last is believed. */
        FIRST_VERIFIED,
        /** The last is verified, and the first is believed. */
        LAST_VERIFIED
    }
}
