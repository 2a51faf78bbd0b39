package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conforming registry does with a forged token. */
public enum Expectation {
    /** It must refuse it. */
    @JsonProperty("refused")
    REFUSED,
    /** The standards leave room, but it must neither crash nor treat the odd part as absent. */
    @JsonProperty("either")
    EITHER,
    /** It must accept it: refusing is the defect. */
    @JsonProperty("accepted")
    ACCEPTED
}
