package dev.assay.reference.behaviour;

/**
 * How the registry bears load and odd requests.
 *
 * @param maximumExchangeBytes longer bodies of an exchange are not read
 * @param tooLong what they lead to
 * @param maximumUploadBytes longer uploads are refused
 * @param simultaneousExchanges more at once lead to a server error
 * @param oddRequest what a body leads to that is not what an exchange expects
 */
public record LoadRules(
        Limit maximumExchangeBytes,
        ParsingRules.Malformed tooLong,
        Limit maximumUploadBytes,
        Limit simultaneousExchanges,
        ParsingRules.Malformed oddRequest) {}
