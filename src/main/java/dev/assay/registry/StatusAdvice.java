package dev.assay.registry;

/** What a status that a profile does not list usually means for the profile. */
final class StatusAdvice {
    /** Where the embedded registries have their own administration. */
    private static final String EMBEDDED_ONLY = "/_assay/";

    private StatusAdvice() {}

    static String of(String member, Wire.Request request, Wire.Answer answer) {
        var status = answer.status();
        var path = request.url().getRawPath();
        if (path.contains(EMBEDDED_ONLY)) {
            return path
                    + " is the administration of Assay's embedded registries, inherited with the profile; a registry of"
                    + " your own has no such path. Describe how it is provisioned under provision (docs/provisioning.md), or"
                    + " say 'by: manual' there.";
        }
        return switch (status / 100) {
            case 2 -> "If " + status + " means yes here, add it to " + member + ".granted.status.";
            case 3 ->
                "It is a redirect to '" + answer.header("Location").orElse("nowhere")
                        + "', and Assay follows none: write the final address into " + member
                        + ".request.path, or into --target.";
            case 5 ->
                "The registry crashed or gave up; its own log says why."
                        + (member.equals("exchange") ? " At an exchange it often cannot reach the issuer." : "");
            default -> clientError(member, request, status);
        };
    }

    private static String clientError(String member, Wire.Request request, int status) {
        var where = member + ".request";
        return switch (status) {
            case 404, 405, 410 ->
                "The registry knows no " + request.method() + " "
                        + request.url().getRawPath() + ": the path may be wrong (" + where
                        + ".path), or the path in --target.";
            case 401, 403 ->
                "The registry wants other credentials: look at " + where
                        + ".headers and .basic. If it means no, add it to " + member + ".refused.";
            case 406 -> "Look at the header Accept in " + where + ".headers.";
            case 415 -> "Look at the header Content-Type in " + where + ".headers.";
            case 429 ->
                "The registry limits how often it is asked: raise its limit for the test, or run with --threads 1.";
            default ->
                "If " + status + " means no here, add it to " + member + ".refused; if the request is wrong, look at "
                        + where + ".";
        };
    }
}
