package dev.assay.reference.core;

/** A change of packages, owners or policies that is refused. */
public final class ConfigurationRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String code;

    ConfigurationRefused(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** For programs, such as {@code invalid-workflow}. */
    public String code() {
        return code;
    }

    /** What a change can be refused for. */
    public enum Kind {
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        INVALID,
        NOT_OFFERED
    }
}
