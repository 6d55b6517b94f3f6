package io.watchdeck.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is told of a failure to somebody who helps: a line for each thing that is known, without what lets somebody sign in
/// and with account numbers shown by their last four digits.
public final class Details {

    private final List<String> lines = new ArrayList<>();

    /// @param value nothing is said where it is blank
    public Details add(String label, String value) {
        if (!value.isBlank()) {
            lines.add(label + ": " + value.strip());
        }
        return this;
    }

    public Details add(String label, Optional<String> value) {
        return add(label, value.orElse(""));
    }

    /// The lines in the order in which they were added.
    public String text() {
        return Redaction.shared(String.join("\n", lines));
    }

    /// A text with when it was copied, in UTC, and by which version.
    public static String stamped(String text, Instant at) {
        return text + "\n" + at.truncatedTo(ChronoUnit.SECONDS) + " (UTC), Watchdeck " + Build.version() + "\n";
    }
}
