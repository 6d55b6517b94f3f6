package io.watchdeck.data;

/// How far a limit can be trusted, most trusted first.
public enum LimitSource {
    /// The stack file says so.
    STACK_FILE("stackFile"),
    /// An explicit number in the parameter group.
    PARAMETER_GROUP("parameterGroup"),
    /// Computed by AWS's formula from the nominal memory: an upper estimate.
    ESTIMATE("estimate"),
    /// Nobody says.
    NONE("none");

    private final String word;

    LimitSource(String word) {
        this.word = word;
    }

    /// The word used in `status --json`.
    public String word() {
        return word;
    }
}
