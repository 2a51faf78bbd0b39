package dev.assay.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.ParseContext;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of an answer, as far as it is JSON. What two readers could take for different things, such as a member that
 * occurs twice, is none.
 */
final class StrictJson {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ParseContext PATHS = JsonPath.using(Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build());
    private static final int SHOWN = 160;

    private final Wire.Answer answer;
    private Optional<Object> json = Optional.empty();
    private Optional<String> flaw = Optional.empty();
    private boolean parsed;

    StrictJson(Wire.Answer answer) {
        this.answer = answer;
    }

    /** What a JSONPath finds; nothing in a body that is not JSON. */
    Optional<Object> find(String path) {
        parse();
        try {
            return json.flatMap(tree -> Optional.ofNullable(PATHS.parse(tree).read(path)));
        } catch (JsonPathException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why the body is not JSON; nothing if it is. */
    Optional<String> flaw() {
        parse();
        return flaw;
    }

    /** Whether the answer says that its body is JSON. */
    boolean claimsToBeJson() {
        return answer.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("json"))
                .isPresent();
    }

    private void parse() {
        if (parsed) {
            return;
        }
        parsed = true;
        var body = answer.body();
        if (body.isBlank()) {
            flaw = Optional.of("the body is empty");
        } else if (!answer.utf8()) {
            flaw = Optional.of("the body is not UTF-8" + encoding());
        } else {
            try {
                json = Optional.ofNullable(STRICT.readValue(body, Object.class));
            } catch (JsonProcessingException e) {
                flaw = Optional.of(
                        body.stripLeading().startsWith("<")
                                ? "the body is a page (HTML or XML), not JSON"
                                : "the body is not JSON: " + Excerpt.of(e.getOriginalMessage(), SHOWN));
            }
        }
    }

    private String encoding() {
        return answer.header("Content-Encoding")
                .map(encoding -> ", but " + Excerpt.of(encoding, SHOWN) + ", which nobody asked for")
                .orElse("");
    }
}
