package dev.assay.safety;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.registry.Wire;
import dev.assay.registry.Wire.NoAnswerException;
import dev.assay.safety.Gate.Admitted;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The consent of a registry's operator to one run: a file that the registry itself serves and that names the run. It is
 * a text with a line {@code assay-run: ID}, or JSON with a member {@code assay-run}, a text or a list of them.
 */
public final class Consent {
    /** Where it is looked for, from the root of the host. */
    public static final String PATH = "/.well-known/assay-consent";

    private static final String MEMBER = "assay-run";
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;

    /** Consent, asked for over a wire that reaches only the target. */
    public Consent(Wire wire) {
        this.wire = wire;
    }

    /**
     * Makes sure that a public target's operator consents to a run.
     *
     * @throws NotAdmittedException if not, with what to do about it
     */
    public void require(URI target, Admitted host, String runId) throws NotAdmittedException {
        var place = URI.create(target.getScheme() + "://" + target.getRawAuthority() + PATH);
        var found = look(place, runId);
        if (!found.isEmpty()) {
            throw new NotAdmittedException(String.join(
                    "\n",
                    host.host() + " is public (" + Gate.text(host.addresses())
                            + "), and its operator has not consented to this run: " + found,
                    "if you operate it, let it serve this line as " + PATH + ":",
                    "  " + MEMBER + ": " + runId,
                    "written with   echo '" + MEMBER + ": " + runId + "' > assay-consent",
                    "checked with   curl " + place,
                    "or, where it cannot serve a file, add --i-operate-this-registry"));
        }
    }

    /** What is wrong with what is found there; empty if nothing is. */
    private String look(URI place, String runId) {
        try {
            var answer = wire.send(new Wire.Request("GET", place, List.of(), new byte[0]));
            if (answer.status() != OK) {
                return "GET " + PATH + " answers with status " + answer.status();
            }
            return names(answer.body(), runId) ? "" : "the file at " + PATH + " does not name run " + runId;
        } catch (NoAnswerException e) {
            return "GET " + PATH + ": " + e.getMessage();
        }
    }

    /** Whether a consent names a run. */
    static boolean names(String consent, String runId) {
        return consent.stripLeading().startsWith("{")
                ? inJson(consent, runId)
                : consent.lines().map(String::strip).anyMatch((MEMBER + ": " + runId)::equals);
    }

    private static boolean inJson(String consent, String runId) {
        try {
            var member = JSON.readTree(consent).path(MEMBER);
            return member.isArray()
                    ? StreamSupport.stream(member.spliterator(), false).anyMatch(each -> is(each, runId))
                    : is(member, runId);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean is(JsonNode node, String runId) {
        return node.isTextual() && node.textValue().equals(runId);
    }
}
