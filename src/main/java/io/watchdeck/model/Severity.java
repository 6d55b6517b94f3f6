package io.watchdeck.model;

import java.util.Locale;

/// How much attention something needs, mildest first. [#UNKNOWN] stands between notice and warning: a figure
/// that decides and is not known outweighs "fine", and a known warning outweighs it.
public enum Severity {
    FINE, NOTICE, UNKNOWN, WARNING, CRITICAL;

    public Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// The word used in files and in `status --json`: `fine`, `notice`, `unknown`, `warning` or `critical`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
