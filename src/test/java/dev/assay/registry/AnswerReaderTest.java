package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Operation;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final Operation EXCHANGE = operation(
            kind(List.of(200, 201), Map.of(), Map.of("token", "$.token")),
            List.of(kind(List.of(401, 422), Map.of(), Map.of("code", "$.errors[0].code", "message", "$.message"))),
            List.of(kind(List.of(503), Map.of(), Map.of())));

    @Test
    void anAnswerWithEverythingThatWasPromisedIsGranted() {
        var outcome = judge(EXCHANGE, 201, "{\"token\":\"abc\",\"more\":1}");

        assertThat(outcome).isEqualTo(new Granted(201, Map.of("token", "abc")));
        assertThat(outcome.isGranted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "INCOMPLETE {}",
                "INCOMPLETE {\"token\":null}",
                "INCOMPLETE {\"Token\":\"abc\"}",
                "INCOMPLETE null",
                "INCOMPLETE []",
                "UNEXPECTED ''",
                "UNEXPECTED <html>",
                "UNEXPECTED {\"token\":\"ab"
            })
    void aYesWithoutTheTokenIsNoYes(Kind kind, String body) {
        assertThat(judge(EXCHANGE, 200, body)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.kind()).isEqualTo(kind);
            assertThat(broken.problem()).startsWith("status 200 without token ($.token) in the answer");
        });
    }

    @Test
    void anOrderlyNoIsARefusalWithItsReasons() {
        assertThat(judge(EXCHANGE, 422, "{\"message\":\"no\",\"errors\":[{\"code\":\"bad\"}]}"))
                .isEqualTo(new Refused(422, Map.of("message", "no", "code", "bad")));
    }

    @Test
    void aRefusalNeedNotSayEverythingThatItCouldSay() {
        assertThat(judge(EXCHANGE, 401, "go away")).isEqualTo(new Refused(401, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "403 | {\"code\":\"x-1\"} | it is listed, but $.code is x-1, not ^no-",
                "403 | {}               | it is listed, but $.code is not in it",
                "500 | {\"code\":\"x-2\"} | it is listed, but $.code is x-2, not ^later-"
            })
    void anAnswerThatIsListedAndDoesNotFitIsSaidWhatKeepsItFromFitting(int status, String body, String said) {
        var operation = operation(
                kind(List.of(200), Map.of(), Map.of()),
                List.of(kind(List.of(403), Map.of("$.code", "^no-"), Map.of())),
                List.of(kind(List.of(500), Map.of("$.code", "^later-"), Map.of())));

        assertThat(judge(operation, status, body))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.problem()).contains(said));
    }

    @Test
    void troubleElsewhereIsToldWithItsReasons() {
        var operation = operation(
                kind(List.of(200), Map.of(), Map.of()),
                List.of(),
                List.of(kind(List.of(503), Map.of(), Map.of("code", "$.code", "message", "$.text"))));

        assertThat(judge(operation, 503, "{\"code\":\"issuer-down\",\"text\":\"The issuer is down\"}")
                        .describe())
                .isEqualTo("broken (status 503, reported as unavailable: issuer-down: The issuer is down)");
    }

    @Test
    void troubleElsewhereIsNeitherYesNorNo() {
        assertThat(judge(EXCHANGE, 503, ""))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 599})
    void aCrashIsNotARefusal(int status) {
        assertThat(judge(EXCHANGE, status, "{\"message\":\"no\"}"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(Kind.SERVER_ERROR));
    }

    @Test
    void aCrashIsNotARefusalEvenWhereTheProfileCallsItOne() {
        var careless = operation(
                kind(List.of(200), Map.of(), Map.of()), List.of(kind(List.of(500), Map.of(), Map.of())), List.of());

        assertThat(judge(careless, 500, ""))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(Kind.SERVER_ERROR));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 204, 302, 404, 418})
    void whatTheProfileDoesNotDescribeIsUnexpected(int status) {
        assertThat(judge(EXCHANGE, status, "{\"token\":\"abc\"}")).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.kind()).isEqualTo(Kind.UNEXPECTED);
            assertThat(broken.problem()).contains(String.valueOf(status));
        });
    }

    @Test
    void whereTheStatusLiesTheBodyDecides() {
        var operation = operation(
                kind(List.of(200), Map.of("$.ok", "^true$"), Map.of()),
                List.of(kind(List.of(200), Map.of("$.ok", "^false$"), Map.of("message", "$.why"))),
                List.of());

        assertThat(judge(operation, 200, "{\"ok\":true}")).isEqualTo(new Granted(200, Map.of()));
        assertThat(judge(operation, 200, "{\"ok\":false,\"why\":\"no\"}"))
                .isEqualTo(new Refused(200, Map.of("message", "no")));
        assertThat(judge(operation, 200, "{\"ok\":\"perhaps\"}")).isInstanceOf(Broken.class);
        assertThat(judge(operation, 200, "{}")).isInstanceOf(Broken.class);
    }

    @Test
    void theFirstRefusalThatFitsCounts() {
        var operation = operation(
                kind(List.of(200), Map.of(), Map.of()),
                List.of(
                        kind(List.of(403), Map.of("body", "expired"), Map.of("code", "body")),
                        kind(List.of(403), Map.of(), Map.of("message", "body"))),
                List.of());

        assertThat(judge(operation, 403, "expired")).isEqualTo(new Refused(403, Map.of("code", "expired")));
        assertThat(judge(operation, 403, "else")).isEqualTo(new Refused(403, Map.of("message", "else")));
    }

    static Stream<Map.Entry<String, String>> extractions() {
        return Stream.of(
                Map.entry("reason", "Fine by me"),
                Map.entry("body", "{\"a\":{\"b\":[7,{\"c\":\"x\"}]}}"),
                Map.entry("header x-token", "from the header"),
                Map.entry("$.a.b[0]", "7"),
                Map.entry("$.a.b[1].c", "x"),
                Map.entry("$.a.b.length()", "2"));
    }

    @ParameterizedTest
    @MethodSource("extractions")
    void valuesAreTakenFromReasonBodyHeadersAndJson(Map.Entry<String, String> extraction) {
        var operation =
                operation(kind(List.of(200), Map.of(), Map.of("value", extraction.getKey())), List.of(), List.of());
        var answer = new Wire.Answer(
                200,
                "Fine by me",
                List.of(new Wire.Header("X-Token", "from the header")),
                "{\"a\":{\"b\":[7,{\"c\":\"x\"}]}}");

        assertThat(AnswerReader.judge(operation, answer))
                .isEqualTo(new Granted(200, Map.of("value", extraction.getValue())));
    }

    @Test
    void aHostileAnswerIsJudgedAndDoesNoHarm() {
        assertThat(judge(EXCHANGE, 200, "[".repeat(200_000))).isInstanceOf(Broken.class);
        assertThat(judge(EXCHANGE, 200, "{\"token\":" + "{\"a\":".repeat(50_000)))
                .isInstanceOf(Broken.class);
        assertThat(judge(EXCHANGE, 422, "\u0000\uffff")).isInstanceOf(Refused.class);
    }

    static Stream<Map.Entry<String, String>> flaws() {
        return Stream.of(
                Map.entry("", "the body is empty"),
                Map.entry(" <!DOCTYPE html>", "the body is a page (HTML or XML), not JSON"),
                Map.entry("{\"token\":\"a\",\"token\":\"b\"}", "the body is not JSON: Duplicate field 'token'"),
                Map.entry("{\"token\":\"a\"} {\"token\":\"b\"}", "the body is not JSON: Trailing token"),
                Map.entry("{\"a\":" + "9".repeat(5000) + "}", "the body is not JSON: Number value length"),
                Map.entry("[".repeat(5000), "the body is not JSON: Document nesting depth"),
                Map.entry("{\"token\":\"a", "the body is not JSON: Unexpected end-of-input"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void whyABodyCannotBeReadIsSaid(Map.Entry<String, String> flaw) {
        assertThat(judge(EXCHANGE, 200, flaw.getKey()))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.problem())
                                .startsWith("status 200 without token ($.token) in the answer: " + flaw.getValue()));
    }

    static Stream<Map.Entry<String, String>> noTokens() {
        return Stream.of(
                Map.entry("{\"value\":\"x\"}", "the token is no string"),
                Map.entry("[\"x\"]", "the token is no string"),
                Map.entry("17", "the token is no string"),
                Map.entry("true", "the token is no string"),
                Map.entry("\"\"", "the token is empty"),
                Map.entry("\"a\\r\\nX-Other: b\"", "cannot stand in a header"),
                Map.entry("\"a b\"", "cannot stand in a header"),
                Map.entry("\"\u00fc\"", "cannot stand in a header"),
                Map.entry("\"" + "x".repeat(20_000) + "\"", "20000 characters long"));
    }

    @ParameterizedTest
    @MethodSource("noTokens")
    void whatCannotBeATokenIsNotTakenForOne(Map.Entry<String, String> token) {
        assertThat(judge(EXCHANGE, 200, "{\"token\":" + token.getKey() + "}"))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.problem()).contains("status 200, but", token.getValue()));
    }

    @Test
    void aBodyThatCallsItselfJsonAndIsNoneIsNoRefusal() {
        var type = List.of(new Wire.Header("Content-Type", "application/problem+json"));

        assertThat(AnswerReader.judge(EXCHANGE, new Wire.Answer(422, "", type, "{\"message\":")))
                .isInstanceOf(Broken.class);
        assertThat(AnswerReader.judge(EXCHANGE, new Wire.Answer(422, "", type, "")))
                .isEqualTo(new Refused(422, Map.of()));
    }

    @Test
    void whatAnUndescribedAnswerAsksForIsReportedAndNotDone() {
        var limited = new Wire.Answer(429, "", List.of(new Wire.Header("Retry-After", "86400")), "");
        var moved = new Wire.Answer(302, "", List.of(new Wire.Header("Location", "http://elsewhere/")), "");

        assertThat(AnswerReader.judge(EXCHANGE, limited).describe()).contains("Retry-After: 86400", "--threads 1");
        assertThat(AnswerReader.judge(EXCHANGE, moved).describe())
                .contains("status 302", "http://elsewhere/", "not followed");
    }

    @Test
    void theRegistrysWordsAreRepeatedOnlyAsFarAsAPersonReadsThem() {
        var endless = "{\"message\":\"" + "word ".repeat(100_000) + "\"}";

        assertThat(judge(EXCHANGE, 422, endless).describe()).endsWith("word …)").hasSizeLessThan(2100);
    }

    private static Outcome judge(Operation operation, int status, String body) {
        return AnswerReader.judge(operation, new Wire.Answer(status, "Reason", List.of(), body));
    }

    private static Operation.Answer kind(List<Integer> status, Map<String, String> where, Map<String, String> extract) {
        return new Operation.Answer(status, where, extract);
    }

    private static Operation operation(
            Operation.Answer granted, List<Operation.Answer> refused, List<Operation.Answer> unavailable) {
        return new Operation(List.of(), false, Operation.Request.of("POST", "/"), granted, refused, unavailable);
    }
}
