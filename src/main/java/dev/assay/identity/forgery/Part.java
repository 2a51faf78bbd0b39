package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two parts of a token that are JSON objects. */
enum Part {
    @JsonProperty("header")
    HEADER,
    @JsonProperty("payload")
    PAYLOAD
}
