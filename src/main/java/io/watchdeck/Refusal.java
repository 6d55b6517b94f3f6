package io.watchdeck;

/// Ends a command with one sentence and an exit code. Not a failure of the cloud, which is a value.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    Refusal(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
