package io.watchdeck;

import io.watchdeck.model.Severity;

/// What the program's exit code says. Those above 3 follow BSD's `sysexits`, so that a cron job never mistakes a typing
/// error for a state of a stack.
final class ExitCode {

    static final int OK = 0;
    static final int WARNING = 1;
    static final int CRITICAL = 2;
    static final int UNKNOWN = 3;
    static final int USAGE = 64;
    static final int BAD_DATA = 65;
    static final int NO_INPUT = 66;
    static final int NO_DISPLAY = 69;
    static final int SOFTWARE = 70;
    static final int CANNOT_WRITE = 73;
    static final int BUSY = 75;

    private ExitCode() {}

    static int of(Severity severity) {
        return switch (severity) {
            case FINE, NOTICE -> OK;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
