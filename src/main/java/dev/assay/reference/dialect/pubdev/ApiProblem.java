package dev.assay.reference.dialect.pubdev;

/** A request that is answered with an error. */
final class ApiProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ApiProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ApiProblem missingAuthentication(String message) {
        return new ApiProblem(401, "MissingAuthentication", message);
    }

    static ApiProblem insufficientPermissions(String message) {
        return new ApiProblem(403, "InsufficientPermissions", message);
    }

    static ApiProblem packageRejected(String message) {
        return new ApiProblem(400, "PackageRejected", message);
    }

    static ApiProblem invalidInput(String message) {
        return new ApiProblem(400, "InvalidInput", message);
    }

    static ApiProblem notFound(String message) {
        return new ApiProblem(404, "NotFound", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
